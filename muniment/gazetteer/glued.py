"""Turn a text in which the names of a list were run together (`ChadChile`, `Albania03`) into one with spaces between.

It refuses to part a word unless a state's name ends or begins there, so that names in CamelCase stay whole.
"""

import re
from bisect import bisect_right
from collections.abc import Container
from itertools import pairwise
from typing import NamedTuple

from muniment.gazetteer.forms import whole

_JOIN = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-ZÀ-ÖØ-Þ])|(?<=[^\W\d_])(?=[\d²³¹_])|(?<=[\d_])(?=[A-ZÀ-ÖØ-Þ])")
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_SHORTEST = 4
"""A name of fewer letters beside a digit is more likely the sign of something else (`UK2`, `A4US`)."""
_LONGEST_NUMBER = 3
"""Digits after a name: a mark of a note or a day (`Norway1`, `Albania03`), not a year (`Brazil2014`)."""


class Parted(NamedTuple):
    """A text with spaces put in, and the way back."""

    text: str
    cuts: tuple[int, ...]
    """Offsets of the spaces in the new text."""

    def back(self, offset: int) -> int:
        """Give the offset in the text as printed."""
        return offset - bisect_right(self.cuts, offset - 1)


def part(text: str, heads: Container[str], tails: Container[str]) -> Parted | None:
    """Put a space or line end wherever two names, or a name and a number, are run together."""
    pieces: list[str] = []
    cuts: list[int] = []
    done = 0
    for word in _WORD.finditer(text):
        if word.group().isalpha() and word.group()[1:].islower():
            continue
        for position in _cuts(word.group(), heads, tails):
            at = word.start() + position
            pieces.append(text[done:at])
            cuts.append(at + len(cuts))
            done = at
    if not cuts:
        return None
    pieces.append(text[done:])
    return Parted("\n".join(pieces), tuple(cuts))


def _cuts(word: str, heads: Container[str], tails: Container[str]) -> list[int]:
    """Give the places inside a word where a name ends or begins and what stands on the other side allows it."""
    joins = [match.start() for match in _JOIN.finditer(word)]
    bounds = [0, *joins, len(word)]
    pieces = [word[start:end] for start, end in pairwise(bounds)]
    return [
        at
        for at, before, after in zip(joins, pieces, pieces[1:], strict=False)
        if _may_end(before, after, tails) and _may_begin(before, after, heads)
    ]


def _may_end(before: str, after: str, tails: Container[str]) -> bool:
    """Tell whether a name, a number or an underline ends here."""
    if before == "_" or before.isdigit():
        return True
    is_name = whole(before.partition("'")[2] or before) in tails
    is_short = len(before) < _SHORTEST or len(after) > _LONGEST_NUMBER
    return is_name and not (is_short and not after[0].isalpha())


def _may_begin(before: str, after: str, heads: Container[str]) -> bool:
    """Tell whether a name, or a number after a name, begins here."""
    if not after[0].isalpha():
        return before[-1].isalpha()
    is_short = len(after) < _SHORTEST and not before[-1].isalpha()
    return whole(after) in heads and not is_short
