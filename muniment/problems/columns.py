"""Text → the columns it takes on a terminal, and cuts of it that fit; knows nothing of problems.

Wide characters take two columns, combining marks none. Emoji that a terminal joins into one are counted singly.
"""

import unicodedata

ELLIPSIS = "…"
_JOINED_JAMO = ("\u1160", "\u11ff")
"""Vowels and last consonants of Hangul, which a terminal sets into the syllable before them."""


def width(text: str) -> int:
    """Count the columns that a printable text takes."""
    return len(text) if text.isascii() else sum(_width(sign) for sign in text)


def cut(text: str, columns: int) -> str:
    """Cut a text so that it fits, with an ellipsis where words are left out."""
    if width(text) <= columns:
        return text
    return text[: _fitting(text, 0, columns - 1)].rstrip() + ELLIPSIS


def window(text: str, start: int, end: int, columns: int) -> tuple[str, int, int]:
    """Cut out of a long line the columns around a place: the cut, and the place's offsets in it."""
    if width(text) <= columns:
        return text, start, end
    first, room = start, max(columns // 3 - 1, columns - 1 - width(text[start:]))
    while first > 0 and width(text[first - 1 : start]) <= room:
        first -= 1
    before = ELLIPSIS if first else ""
    while first < start and _width(text[first]) == 0:
        first += 1
    last = _fitting(text, first, columns - len(before))
    if last < len(text):
        last = _fitting(text, first, columns - len(before) - 1)
    behind = ELLIPSIS if last < len(text) else ""
    shift = len(before) - first
    return f"{before}{text[first:last]}{behind}", start + shift, min(end, last) + shift


def _fitting(text: str, first: int, columns: int) -> int:
    """Give the offset up to which a text fits into some columns, no mark torn from its letter."""
    used = 0
    for at in range(first, len(text)):
        used += _width(text[at])
        if used > columns:
            return at
    return len(text)


def _width(sign: str) -> int:
    """Count the columns of one character."""
    if sign < "\u0300":
        return 1
    if unicodedata.category(sign) in ("Mn", "Me", "Cf") or _JOINED_JAMO[0] <= sign <= _JOINED_JAMO[1]:
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
