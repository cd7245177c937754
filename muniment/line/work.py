"""What an executor does with a slice of an archive: drafts seeds, describes documents, sets and holds their pages.

What it described it remembers, so that the pages of these documents need not have them described again; an executor
that has forgotten, or never knew, describes them again. It refuses to decide anything that needs the whole archive.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from muniment import archive, hands
from muniment.archive.naming import Local
from muniment.frozen import dataclass
from muniment.hands import Filed
from muniment.line import planning, site
from muniment.line.aside import Aside, Heap, Note
from muniment.line.remembered import Known, Memory
from muniment.line.shelf import Shelf, anchored, remembered
from muniment.line.texts import Examined, Frame, Pair, Texts, examine
from muniment.line.values import Inputs
from muniment.model import Draft, Edition, Entry, Files, Mention, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What every slice of an archive needs."""

    inputs: Inputs
    texts: Texts
    frame: Frame
    curated: archive.Curated

    def portable(self) -> "Shared":
        """Leave behind what cannot be sent about: what the last build remembered."""
        return replace(self, inputs=replace(self.inputs, memory=Memory(), published=Files({})))


class Light(NamedTuple):
    """A described document without its words: small enough to be sent about."""

    key: str
    filed: Filed
    entry: Entry
    names: Local
    problems: tuple[Problem, ...]
    mentions: tuple[Mention, ...]
    words: Note | None
    """Its passages, put aside where they are asked for."""
    registry: tuple[str, str] | None


class Pages(NamedTuple):
    """Which pages a slice is to set, and what of the rest of the archive they need."""

    documents: Sequence[Light]
    """Every document of the archive, without mentions."""
    version: str
    """The archive's `content_sha256`."""
    paths: Sequence[str]


_held: dict[str, Examined] = {}
"""Documents that this process has described, by the edition's path."""
_opened: dict[str, Edition] = {}
"""Editions that this process has read, until they are described."""
_inherited: list[tuple[Shared, Aside]] = []


def inherit(shared: Shared, aside: Aside) -> None:
    """Take what every slice needs, in a process that was made for it, and what keeps the bytes it puts aside."""
    _inherited[:] = [(shared, aside)]
    _held.clear()
    _opened.clear()


def _given(sent: Shared | None) -> tuple[Shared, Aside]:
    """Give what was sent along, else what was inherited."""
    return (sent, Heap()) if sent else _inherited[0]


def filed(sent: Shared | None, paths: Sequence[str]) -> list[hands.Opened]:
    """Read editions, and keep some of them at hand."""
    shared, _ = _given(sent)
    found = []
    for path in paths:
        each = hands.opened(path, shared.texts.sources[path])
        if sent is None and each.edition is not None and len(_opened) < hands.OPENED:
            _opened[path] = each.edition
        found.append(each._replace(edition=None))
    return found


def drafts(sent: Shared | None, names: Sequence[str]) -> list[Draft]:
    """Draft seeds under the ids they would like."""
    from muniment import drafting  # slow to load, and most builds draft nothing

    shared, _ = _given(sent)
    return [drafting.draft(shared.texts.seeds[name], shared.frame.settings) for name in names]


def described(sent: Shared | None, pairs: Sequence[Pair]) -> tuple[list[Light | None], list[Problem]]:
    """Describe documents; nothing stands where one cannot be."""
    shared, aside = _given(sent)
    shelf = Shelf(shared.texts, shared.frame, aside, len(pairs))
    told = Shelf(shared.texts, shared.frame, Heap()) if sent else shelf  # what it holds is sent back
    rows: list[Light | None] = []
    found: list[Problem] = []
    for pair in pairs:
        at_hand = replace(pair, edition=_opened.pop(pair.filed.path, None)) if sent is None else pair
        each, troubles = examine(at_hand, shared.texts, shared.frame)
        found += troubles
        if each is not None:
            _held[pair.filed.path] = shelf.kept(each)
        rows.append(None if each is None else light(each, told))
    return rows, found


def pages(sent: Shared | None, task: Pages) -> tuple[site.Pages, dict[str, bytes]]:
    """Set pages of documents and scan them; gives also what templates were compiled to."""
    shared, aside = _given(sent)
    shelf = Shelf(shared.texts, shared.frame, aside)
    rows = [_held.get(row.filed.path) or heavy(row, shelf) for row in task.documents]
    whole, _ = archive.join(
        shared.frame.settings,
        [row.described for row in rows],
        shared.frame.gazetteer.states,
        shared.curated,
        task.version,
    )
    plan = planning.plan(whole, shared.inputs)
    wanted = frozenset(task.paths)
    due = [page for page in (*plan.pages, *plan.sheaves) if page.path in wanted]
    return site.set_pages(plan, due, aside), plan.compiled


def light(each: Examined, shelf: Shelf) -> Light:
    """Leave a document's words behind."""
    document, names, problems = each.described.document, each.described.names, each.described.problems
    words = shelf.words(document)
    return Light(each.key, each.filed, document.entry, names, problems, document.mentions, words, each.registry)


def heavy(row: Light, shelf: Shelf) -> Examined:
    """Give a document whose words are found again when somebody asks for them."""
    known = Known(
        row.key,
        row.filed,
        row.entry,
        lambda: row.names,
        lambda: row.problems,
        lambda: row.mentions or None,
        lambda: anchored(row.words) if row.words else None,
    )
    return replace(remembered(known, shelf), registry=row.registry)


def bare(rows: Sequence[Examined]) -> list[Light]:
    """Give the rows of every document as other slices need them."""
    return [
        Light(each.key, each.filed, each.described.document.entry, each.described.names, (), (), None, None)
        for each in rows
    ]
