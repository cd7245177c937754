"""Turns a collation into the stretches of words a reader can be sent to, and their offsets into places in the seed.

It refuses to look at how the words are marked up.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from operator import attrgetter

from muniment.frozen import dataclass
from muniment.model import Collation, Place

_start = attrgetter("start")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """The words under one anchor: a block of the text or a metadata line."""

    anchor: str
    """The published anchor."""
    aliases: tuple[str, ...]
    """Further ids that lead to it."""
    words: str
    """What a reader reads there, with a block's printed number."""
    line: int
    """1-based seed line for a metadata line, else 0."""


Places = Mapping[str, Sequence[Place]]
"""The places of the words under each anchor, by offset."""


def stretches(collation: Collation) -> tuple[Stretch, ...]:
    """Give everything that has an anchor: metadata lines in seed order, then the blocks of the text."""
    lifted = [Stretch(anchor=each.anchor, aliases=(), words=each.text, line=each.line) for each in collation.meta_lines]
    blocks = [
        Stretch(anchor=block.anchor, aliases=block.aliases, words=block.words, line=0)
        for block in collation.text.blocks
        if block.anchor
    ]
    return (*lifted, *blocks)


def places(collation: Collation) -> Places:
    """Group the places of words by anchor."""
    grouped: dict[str, list[Place]] = {}
    for place in collation.places:
        found = grouped.get(place.anchor)
        if found is None:
            grouped[place.anchor] = [place]
        else:
            found.append(place)
    return grouped


def in_seed(standing: Sequence[Place], start: int, end: int) -> tuple[int, int]:
    """Give (1-based line, 0-based column) of the first words of a stretch that stand in the seed; (0, 0) if none do."""
    at = max(bisect_right(standing, start, key=_start) - 1, 0)
    for number in range(at, len(standing)):
        place = standing[number]
        if place.start >= end:
            break
        if place.end > start:
            return place.line, place.column + max(0, start - place.start)
    return 0, 0


def line_near(standing: Sequence[Place], start: int) -> int:
    """Give the seed line of the nearest words that stand in the seed, for words an editor put there; 0 if none do."""
    if not standing:
        return 0
    return standing[max(bisect_right(standing, start, key=_start) - 1, 0)].line


def find(words: str, quote: str) -> tuple[int, int] | None:
    """Find a quotation's first occurrence, letter by letter but for white space; give its bounds in the words."""
    at = words.find(quote)
    if at >= 0:
        return at, at + len(quote)
    parts = quote.split()
    if " ".join(parts) not in " ".join(words.split()):
        return None
    match = re.search(r"\s+".join(re.escape(part) for part in parts), words)
    return match.span() if match else None
