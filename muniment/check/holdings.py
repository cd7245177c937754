"""Turns an archive into the list of what its editor still has to do.

It refuses to judge words: whether an edition is right, only a reader of its seed can say.
"""

from collections.abc import Iterable, Iterator

from muniment import problems
from muniment.archive import tongues
from muniment.check import facts, searching
from muniment.model import Archive, Document, Edition, Problem, Settings
from muniment.settings import ARCHIVE, EVENTS
from muniment.settings.lines import line_of


def archive(archive: Archive) -> tuple[Problem, ...]:
    """Report what is open in an archive as a whole: stages and events without evidence, too much text to search."""
    return tuple(sorted((*_story(archive.settings), *searching.archive(archive))))


def document(document: Document) -> tuple[Problem, ...]:
    """Report what is open in a document: no date, no review, a fact without evidence; but for what it allows itself."""
    return without_allowed(_document(document), (document.edition,))


def without_allowed(found: Iterable[Problem], editions: Iterable[Edition]) -> tuple[Problem, ...]:
    """Leave out the problems that an edition allows, with its reason, in its front matter; errors are never allowed."""
    allowed = {(edition.path, each.code): each.reason for edition in editions for each in edition.front.allow}
    return tuple(
        sorted(
            problem for problem in found if problem.severity == "error" or (problem.path, problem.code) not in allowed
        )
    )


def _document(document: Document) -> Iterator[Problem]:
    edition = document.edition
    front = edition.front
    if front.withdrawn:
        return
    lines = dict(edition.lines)
    if not front.date:
        yield problems.report("A-040", edition.path, line_of(lines, ("date",)))
    if front.kind == "other":
        yield problems.report("A-041", edition.path, line_of(lines, ("kind",)))
    if front.lang_notes:
        yield from tongues.check(edition, _anchors(document))
    if not front.is_reviewed:
        yield problems.report("A-042", edition.path, line_of(lines, ("reviewed",)))
    yield from facts.document(document)


def _anchors(document: Document) -> frozenset[str]:
    """List the anchors of a document's passages and of the lines set apart."""
    blocks = (name for block in document.collation.text.blocks for name in (block.anchor, *block.aliases))
    return frozenset((*blocks, *(line.anchor for line in document.collation.meta_lines)))


def _story(settings: Settings) -> Iterator[Problem]:
    attested = {event.stage: None for event in settings.events if event.relation == "stage" and event.dates}
    for stage in settings.stages:
        if stage.id not in attested and not stage.missing:
            yield problems.report("A-043", ARCHIVE, stage=stage.id)
    for event in settings.events:
        if not event.dates:
            yield problems.report("A-044", EVENTS, event.line, event=event.id)
