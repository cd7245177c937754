"""Turns the paragraphs of a text into the width at which its lines were wrapped, if they were.

Knows nothing of what the lines say.
"""

from collections.abc import Iterable
from itertools import pairwise

_NARROWEST = 50
_WIDEST = 110
_LEAST_LINES = 3
"""Lines from which a paragraph shows a width."""
_LEAST_PARAGRAPHS = 2
_SPARE = 3
"""Characters of the width that a full line may leave, beside the next word."""


def of(paragraphs: Iterable[str]) -> int:
    """Give the width of a text whose paragraphs were broken at one; 0 if they were not."""
    widths: list[int] = []
    for text in paragraphs:
        lines = text.split("\n")
        if len(lines) < _LEAST_LINES:
            continue
        widest = max(map(len, lines))
        if not _NARROWEST <= widest <= _WIDEST:
            return 0
        widths.append(widest)
        if not all(is_full(before, after, widest + _SPARE) for before, after in pairwise(lines)):
            return 0
    return max(widths) if len(widths) >= _LEAST_PARAGRAPHS else 0


def is_full(before: str, after: str, width: int) -> bool:
    """Tell whether the next line's first word had no room behind a line."""
    return width > 0 and len(before) + 1 + len(after.split(" ", 1)[0]) > width - _SPARE
