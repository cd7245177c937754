"""What a run found, and what the drafts of unreviewed documents left open → the editor's work, document by document.

It judges no words: a thing is open until an editor has changed what it is about, or has reviewed the document.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from muniment import drafting, edition, formats, settings
from muniment.desk.finding import Holding, every, short_names
from muniment.desk.laying import Desk, lay
from muniment.desk.noting import note_command, undocumented, unexplainable
from muniment.line import Inputs, Outcome
from muniment.model import FrontMatter, Problem, Settings

UNDOCUMENTED = ("E-007", "E-008", "E-009")
"""Codes of differences without a note."""
STALE = ("E-001", "E-002")
"""Codes of an edition whose seed has changed."""
UNREVIEWED = "A-042"
RESTORE = "Restore the seed's words, or say why they were changed."
PROGRAM = "muniment"
"""By whom a note is that the program put up for an editor."""
FIELDS = {
    "S-020": "title",
    "S-051": "title",
    "S-052": "date",
    "S-053": "date",
    "S-054": "date",
    "S-055": "kind",
    "S-056": "event",
    "S-057": "place",
    "S-058": "creators",
    "S-059": "publisher",
    "S-060": "language",
}
"""Code to the field that it leaves unsure; the finding is settled when the field no longer says what was drafted."""
EMPTY = {"A-040": "S-052", "A-041": "S-055"}
"""Code of a field that says nothing to the code of the draft's own finding, which tells more of the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing for an editor."""

    path: str
    line: int
    """1-based; 0 for the file as a whole."""
    code: str
    severity: str
    what: str
    hint: str
    command: tuple[str, ...] = ()
    """The words of a command that does it, behind the program's name; empty where a person has to edit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What is open in one document, or, without an id, in the archive as a whole."""

    id: str
    title: str
    tasks: tuple[Task, ...]
    """By path and line."""


def worklist(
    inputs: Inputs, outcome: Outcome, found: Sequence[Problem], tell: Callable[[int, int], None] = lambda *_: None
) -> tuple[Work, ...]:
    """List what is unsure or undocumented; errors that are neither are told as problems and not repeated here.

    `tell` is told how many documents were looked at, of how many.
    """
    standing = _standing(inputs, outcome)
    holdings = {each.path: each for each in every(standing) if each.path}
    seeds = {f"seeds/{each.seed}": each.path for each in holdings.values()}
    chosen, _ = settings.read(standing.sources, standing.name, standing.words)
    names = short_names(standing)
    tasks: dict[str, list[Task]] = {}
    for problem in found:
        if problem.severity != "error":
            path = problem.path if problem.path in holdings else seeds.get(problem.path, "")
            name = holdings[path].name if path else ""
            tasks.setdefault(path, []).append(_task(problem, names.get(name, name)))
    drafted = {path: None for path, _ in outcome.drafts}
    codes: dict[str, set[str]] = {}
    for each in found:
        is_asked = each.code in UNDOCUMENTED or (each.code == UNREVIEWED and each.path not in drafted)
        if is_asked and each.path in holdings:
            codes.setdefault(each.path, set()).add(each.code)
    for number, path in enumerate(sorted(codes)):
        tell(number, len(codes))
        own = _own(standing, holdings[path], codes[path], chosen, names[holdings[path].name])
        tasks.setdefault(path, []).extend(own)
    return tuple(
        Work(
            id=holdings[path].id if path else "",
            title=_title(holdings[path], standing.sources[path]) if path else "",
            tasks=_listed(tasks[path]),
        )
        for path in [*sorted(holdings), ""]
        if tasks.get(path)
    )


def open_in(inputs: Inputs, holding: Holding, found: Sequence[Problem], chosen: Settings) -> tuple[Task, ...]:
    """List the changes of one document that no note explains, and what its draft left unsure and nobody has settled."""
    if holding.path not in inputs.sources:
        return ()
    codes = {each.code for each in found if each.path == holding.path}
    return _listed(_own(inputs, holding, codes, chosen, holding.name))


def _own(inputs: Inputs, holding: Holding, codes: set[str], chosen: Settings, name: str) -> Iterator[Task]:
    """Give what is open in a document, of which these codes are told, in its text and in its draft."""
    if not codes.isdisjoint(UNDOCUMENTED):
        yield from _undocumented(lay(inputs, holding, chosen), name)
    if UNREVIEWED in codes and holding.seed in inputs.seeds:
        yield from _open(inputs.seeds[holding.seed], inputs.sources[holding.path], holding, chosen)


def _standing(inputs: Inputs, outcome: Outcome) -> Inputs:
    """Give the inputs as they will be once the drafts of this run are written."""
    drafted = {path: text.encode() for path, text in outcome.drafts if path.endswith(".md")}
    return replace(inputs, sources=inputs.sources.replaced(drafted))


def _title(holding: Holding, content: bytes) -> str:
    """Give a document's title, as far as its file can be read."""
    read, _ = edition.read(holding.path, content)
    return read.front.title if read is not None else holding.name


def _listed(tasks: Iterable[Task]) -> tuple[Task, ...]:
    """Put tasks in order, each once; that a field is empty is left out where the draft's finding says why."""
    every = dict.fromkeys(tasks)
    told = {task.code for task in every}
    return tuple(sorted((task for task in every if EMPTY.get(task.code) not in told), key=_place))


def _place(task: Task) -> tuple[bool, str, int]:
    """Order tasks: the edition's before the seed's, by line; on one line they stay in the seed's order."""
    return task.path.startswith("seeds/"), task.path, task.line


def _task(problem: Problem, name: str = "") -> Task:
    """Turn a problem into a task, for the document of that name."""
    return Task(
        path=problem.path,
        line=problem.line,
        code=problem.code,
        severity=problem.severity,
        what=problem.message,
        hint=problem.hint,
        command=("diff", name) if problem.code in STALE and name else (),
    )


def _undocumented(desk: Desk, name: str) -> Iterable[Task]:
    """Give the differences without a note, each with the command that explains it."""
    differences = undocumented(desk)
    for each in differences:
        code = UNDOCUMENTED[0] if each.gone and each.added else UNDOCUMENTED[1] if each.gone else UNDOCUMENTED[2]
        what = f"{each.note.text}: no note says why." if each.note else unexplainable(desk, each).message
        hint = unexplainable(desk, each).hint if each.note is None else RESTORE
        yield Task(
            path=desk.holding.path,
            line=each.line,
            code=code,
            severity="error",
            what=what,
            hint=hint,
            command=note_command(name, each, differences) if each.note else (),
        )


def _open(seed: bytes, content: bytes, holding: Holding, chosen: Settings) -> Iterable[Task]:
    """Give what the draft left unsure, as far as nobody has settled it."""
    transcript, _ = formats.read(holding.seed, seed)
    read, _ = edition.read(holding.path, content)
    if transcript is None or read is None or transcript.sha256 != read.front.seed_sha256:
        return
    drafted = drafting.draft(transcript, chosen)
    notes = {(note.kind, " ".join(note.quote.split()), note.text) for note in read.front.notes}
    waived = {each.code for each in read.front.allow}
    for problem in drafted.problems:
        if problem.code not in waived and not _is_settled(problem, drafted.edition.front, read.front, notes):
            yield _task(problem)


def _is_settled(problem: Problem, drafted: FrontMatter, front: FrontMatter, notes: set[tuple[str, str, str]]) -> bool:
    """Say whether an editor has changed the field that a finding is about, or taken its note out."""
    if problem.code in FIELDS:
        name = FIELDS[problem.code]
        return bool(getattr(drafted, name) != getattr(front, name))
    own = [
        (note.kind, " ".join(note.quote.split()), note.text)
        for note in drafted.notes
        if note.by == PROGRAM and note.quote and note.quote in problem.message
    ]
    return bool(own) and not any(each in notes for each in own)
