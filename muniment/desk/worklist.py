"""What a run found, and what the drafts of unreviewed documents left open → the editor's work, document by document.

It judges no words: a thing is open until an editor has changed what it is about, or has reviewed the document.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from muniment import collate, formats, normalise
from muniment.desk.finding import short_names
from muniment.desk.noting import note_command
from muniment.line import Inputs, Outcome
from muniment.model import Document, FrontMatter, Problem, Settings, Transcript
from muniment.problems import report

UNDOCUMENTED = ("E-007", "E-008", "E-009")
"""Codes of differences without a note."""
STALE = ("E-001", "E-002", "E-080")
"""Codes of an edition whose seed has changed."""
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


def worklist(inputs: Inputs, outcome: Outcome, found: Sequence[Problem]) -> tuple[Work, ...]:
    """List what is unsure or undocumented; errors that are neither are told as problems and not repeated here."""
    archive = outcome.archive
    documents = archive.documents if archive else ()
    seeds = dict(inputs.seeds)
    owners = {path: each.id for each in documents for path in (each.edition.path, f"seeds/{each.edition.front.seed}")}
    names = short_names(inputs) if any(each.code in (*UNDOCUMENTED, *STALE) for each in found) else {}
    tasks: dict[str, list[Task]] = {}
    for problem in found:
        if problem.severity != "error":
            owner = owners.get(problem.path, "")
            tasks.setdefault(owner, []).append(_task(problem, names.get(owner, "")))
    for document in documents:
        own = tasks.setdefault(document.id, [])
        codes = [each.code for each in found if each.path == document.edition.path] if found else []
        if any(code in UNDOCUMENTED for code in codes):
            own += _undocumented(document, seeds, names[document.id])
        own += _open(document, seeds, archive.settings) if archive else ()
    titles = {each.id: each.edition.front.title for each in documents}
    return tuple(
        Work(id=name, title=titles.get(name, ""), tasks=tuple(sorted(dict.fromkeys(tasks[name]), key=_place)))
        for name in [*sorted(titles), ""]
        if tasks.get(name)
    )


def _place(task: Task) -> tuple[bool, str, int, str, str]:
    """Order tasks: the edition's before the seed's, by line."""
    return task.path.startswith("seeds/"), task.path, task.line, task.code, task.what


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


def _undocumented(document: Document, seeds: Mapping[str, bytes], name: str) -> Iterable[Task]:
    """Give the differences without a note, each with the command that explains it."""
    transcript = _transcript(document, seeds)
    if transcript is None:
        return
    edition = document.edition
    differences = collate.undocumented(transcript, edition, document.collation.text)
    for each in differences:
        what = each.note.text if each.note else f"“{each.gone[:80]}” → “{each.added[:80]}”"
        yield Task(
            path=edition.path,
            line=each.line,
            code=UNDOCUMENTED[0] if each.gone and each.added else UNDOCUMENTED[1] if each.gone else UNDOCUMENTED[2],
            severity="error",
            what=f"{what}: no note says why.",
            hint="Restore the seed's words, or say why they were changed."
            if each.note
            else report("C-001", edition.path, gone=each.gone, added=each.added).hint,
            command=note_command(name, each, differences) if each.note else (),
        )


def _transcript(document: Document, seeds: Mapping[str, bytes]) -> Transcript | None:
    """Read a document's seed."""
    name = document.edition.front.seed
    return formats.read(name, seeds[name])[0] if name in seeds else None


def _open(document: Document, seeds: Mapping[str, bytes], settings: Settings) -> Iterable[Task]:
    """Give what the draft left unsure, as far as nobody has settled it."""
    front = document.edition.front
    if front.withdrawn or front.reviewed not in ("", "no"):
        return
    transcript = _transcript(document, seeds)
    if transcript is None or transcript.sha256 != front.seed_sha256:
        return
    drafted = normalise.draft(transcript, settings)
    notes = {(note.kind, " ".join(note.quote.split()), note.text) for note in front.notes}
    waived = {each.code for each in front.allow}
    for problem in drafted.problems:
        if problem.code not in waived and not _is_settled(problem, drafted.edition.front, front, notes):
            yield _task(problem)


def _is_settled(
    problem: Problem, drafted: FrontMatter, front: FrontMatter, notes: set[tuple[str, str, str]]
) -> bool:
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
