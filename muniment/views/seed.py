"""A document's seed and edition → one table of lines side by side, joined up by the operations of the apparatus.

Shows every line of both exactly once; knows nothing of what the words mean.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from muniment.archive.leaves import pages_begun
from muniment.model import Document, Operation
from muniment.views.apparatus import Difference, difference
from muniment.views.finding_aid import FindingAid


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of one side."""

    number: int
    """1-based."""
    text: str
    """Without its terminator."""
    anchor: str = ""
    """Of the passage that holds its words; empty for blank lines and for words left out."""
    begins: bool = False
    """Whether the passage begins on this line."""
    page: int = 0
    """The number of the page that begins with this line; 0 if none does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A row: a line of the seed, a line of the edition, or both."""

    seed: Line | None
    edition: Line | None
    is_same: bool = False
    """Whether both are the same, character for character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Rows that belong together: equal lines, or one operation."""

    difference: Difference | None
    """None where the lines are equal."""
    pairs: tuple[Pair, ...]


def stretches(aid: FindingAid, document: Document) -> tuple[Stretch, ...]:
    """Line the seed and the edition's body up."""
    return tuple(_stretches(aid, _seed_lines(document), _edition_lines(document), _operations(document)))


def _operations(document: Document) -> tuple[Operation, ...]:
    return document.collation.apparatus.operations


def _stretches(
    aid: FindingAid, seed: tuple[Line, ...], edition: tuple[Line, ...], operations: tuple[Operation, ...]
) -> Iterable[Stretch]:
    """Walk through both sides at once: equal lines up to the next operation, then the operation."""
    at, beside = 0, 0
    for operation in operations:
        start, behind = _bounds(operation.seed_lines)
        begin, end = _bounds(operation.edition_lines)
        if at < start:
            yield _equal(seed[at:start], edition[beside:begin])
        yield Stretch(difference=difference(aid, operation), pairs=_paired(seed[start:behind], edition[begin:end]))
        at, beside = behind, end
    if at < len(seed) or beside < len(edition):
        yield _equal(seed[at:], edition[beside:])


def _bounds(lines: tuple[int, int]) -> tuple[int, int]:
    """Turn a 1-based inclusive stretch, empty as (n+1, n), into a 0-based half-open one."""
    first, last = lines
    return first - 1, max(last, first - 1)


def _equal(seed: tuple[Line, ...], edition: tuple[Line, ...]) -> Stretch:
    """Pair lines that are the same."""
    return Stretch(difference=None, pairs=_paired(seed, edition))


def _paired(seed: tuple[Line, ...], edition: tuple[Line, ...]) -> tuple[Pair, ...]:
    """Pair two stretches line by line; the shorter one is filled up with nothing."""
    pairs = []
    for index in range(max(len(seed), len(edition))):
        left = seed[index] if index < len(seed) else None
        right = edition[index] if index < len(edition) else None
        is_same = left is not None and right is not None and left.text == right.text
        pairs.append(Pair(seed=left, edition=right, is_same=is_same))
    return tuple(pairs)


def _seed_lines(document: Document) -> tuple[Line, ...]:
    """Give the seed's lines, each with the passage its first placed word went to."""
    first: dict[int, str] = {}
    for place in document.collation.places:
        first.setdefault(place.line, place.anchor)
    for line in document.collation.meta_lines:
        first[line.line] = line.anchor
    begun = pages_begun(document.transcript.lines)
    return tuple(
        Line(number=number, text=text.rstrip("\r\n"), anchor=first.get(number, ""), page=begun.get(number, 0))
        for number, text in enumerate(document.transcript.lines, 1)
    )


def _edition_lines(document: Document) -> tuple[Line, ...]:
    """Give the lines of the edition's body, each with the passage it belongs to."""
    blocks = [block for block in document.collation.text.blocks if block.anchor]
    starts = [block.line for block in blocks]
    lines = []
    for number, text in enumerate(document.edition.body.split("\n"), 1):
        index = bisect_right(starts, number) - 1
        holds = index >= 0 and number <= blocks[index].end_line and bool(text.strip())
        anchor = blocks[index].anchor if holds else ""
        begins = holds and starts[index] == number
        lines.append(Line(number=number, text=text.rstrip("\r"), anchor=anchor, begins=begins))
    if lines and not lines[-1].text:
        lines.pop()
    return tuple(lines)
