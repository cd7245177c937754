"""A document's seed and edition → one table of lines side by side, joined up by the operations of the apparatus.

Shows every line of both exactly once; knows nothing of what the words mean.
"""

from bisect import bisect_right
from collections.abc import Iterable
from itertools import zip_longest
from typing import NamedTuple

from muniment.archive.leaves import pages_begun
from muniment.frozen import dataclass
from muniment.model import Collation, Document
from muniment.views.apparatus import Difference, difference
from muniment.views.finding_aid import FindingAid


class SeedLine(NamedTuple):
    """One line of the seed."""

    number: int
    """1-based."""
    text: str
    """Without its terminator."""
    apart: str
    """Anchor of the line that stands apart from the text which it became; empty for every other line."""
    page: int
    """The number of the page that begins with this line; 0 if none does."""


class EditionLine(NamedTuple):
    """One line of the edition's body."""

    text: str
    begins: str
    """Anchor of the passage that begins on this line; empty where none does."""


class Row(NamedTuple):
    """A row: a line of the seed, a line of the edition, or both."""

    seed: SeedLine | None
    edition: EditionLine | None
    is_same: bool
    """Whether both are the same, character for character."""
    difference: Difference | None
    """Said once, in the first row of its operation; None where the lines are equal."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Rows that belong together: equal lines, or one operation."""

    sort: str
    """Of the operation; `same` where the lines are equal."""
    rows: tuple[Row, ...]


def stretches(aid: FindingAid, document: Document) -> tuple[Stretch, ...]:
    """Line the seed and the edition's body up."""
    collation = document.collation
    seed = _seed_lines(document.transcript.lines, collation)
    return tuple(_stretches(aid, seed, _edition_lines(document.edition.body, collation), collation))


def _stretches(
    aid: FindingAid, seed: list[SeedLine], edition: list[EditionLine], collation: Collation
) -> Iterable[Stretch]:
    """Walk through both sides at once: equal lines up to the next operation, then the operation."""
    at, beside = 0, 0
    for operation in collation.apparatus.operations:
        start, behind = _bounds(operation.seed_lines)
        begin, end = _bounds(operation.edition_lines)
        if at < start:
            yield Stretch(sort="same", rows=_rows(seed[at:start], edition[beside:begin]))
        made = difference(aid, operation)
        yield Stretch(sort=made.sort, rows=_rows(seed[start:behind], edition[begin:end], made))
        at, beside = behind, end
    if at < len(seed) or beside < len(edition):
        yield Stretch(sort="same", rows=_rows(seed[at:], edition[beside:]))


def _bounds(lines: tuple[int, int]) -> tuple[int, int]:
    """Turn a 1-based inclusive stretch, empty as (n+1, n), into a 0-based half-open one."""
    first, last = lines
    return first - 1, max(last, first - 1)


def _rows(seed: list[SeedLine], edition: list[EditionLine], made: Difference | None = None) -> tuple[Row, ...]:
    """Pair two stretches line by line; the shorter one is filled up with nothing."""
    rows = []
    for left, right in zip_longest(seed, edition):
        is_same = left is not None and right is not None and left.text == right.text
        rows.append(Row(left, right, is_same, made))
        made = None
    return tuple(rows)


def _seed_lines(lines: tuple[str, ...], collation: Collation) -> list[SeedLine]:
    """Give the seed's lines."""
    apart = {line.line: line.anchor for line in collation.meta_lines}
    begun = pages_begun(lines)
    return [
        SeedLine(number, text.rstrip("\r\n"), apart.get(number, ""), begun.get(number, 0))
        for number, text in enumerate(lines, 1)
    ]


def _edition_lines(body: str, collation: Collation) -> list[EditionLine]:
    """Give the lines of the edition's body, each with the passage that begins on it."""
    blocks = [block for block in collation.text.blocks if block.anchor]
    starts = [block.line for block in blocks]
    lines = []
    for number, text in enumerate(body.split("\n"), 1):
        index = bisect_right(starts, number) - 1
        begins = index >= 0 and starts[index] == number <= blocks[index].end_line and bool(text.strip())
        lines.append(EditionLine(text.rstrip("\r"), blocks[index].anchor if begins else ""))
    if lines and not lines[-1].text:
        lines.pop()
    return lines
