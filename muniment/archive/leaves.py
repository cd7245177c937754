"""A document → the pages of its seed: on which page each line stands, and with which words of the edition each begins.

A form feed in a transcript begins a page. Knows nothing of the numbers printed on the pages: those are words.
"""

from collections.abc import Iterator

from muniment.frozen import dataclass
from muniment.model import Document

_FEED = "\f"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A page of the seed, at the first words of the edition that stand on it."""

    number: int
    """1-based, counted from the first page of the file."""
    anchor: str
    """Of the passage that holds these words."""
    start: int
    """0-based offset of the first of them in the passage's words."""


def leaves(document: Document) -> tuple[Leaf, ...]:
    """List the pages that words of the edition begin, in order; none for a seed without pages."""
    return tuple(_leaves(document)) if has_pages(document) else ()


def has_pages(document: Document) -> bool:
    """Tell whether the seed is known to have several pages."""
    return any(_FEED in line for line in document.transcript.lines)


def pages_begun(lines: tuple[str, ...]) -> dict[int, int]:
    """Give for each 1-based line on which a page begins the number of the page; the first page begins nowhere."""
    begun: dict[int, int] = {}
    page = 1
    for number, line in enumerate(lines, 1):
        if _FEED in line:
            page += line.count(_FEED)
            begun[number] = page
    return begun


def _leaves(document: Document) -> Iterator[Leaf]:
    """Walk through the words of the text in the seed's order; a page without words of its own begins nothing."""
    lines = document.transcript.lines
    before = [0]
    for line in lines:
        before.append(before[-1] + line.count(_FEED))
    kept = {block.anchor for block in document.collation.text.blocks}
    places = [each for each in document.collation.places if each.anchor in kept]
    page = 0
    for place in sorted(places, key=lambda each: (each.line, each.column)):
        line = lines[place.line - 1]
        last = place.column + place.end - place.start
        for column in (place.column, *(at for at in range(place.column, min(last, len(line))) if line[at] == _FEED)):
            number = 1 + before[place.line - 1] + line.count(_FEED, 0, column + 1)
            if number > page:
                page = number
                yield Leaf(number=number, anchor=place.anchor, start=place.start + column - place.column)
