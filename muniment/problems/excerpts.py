"""A problem and the line it is about → an excerpt of the line with the place to be marked; knows nothing of files.

The place is the problem's column, or else where the words stand that the problem is about; where neither is known, no
place is marked.
"""

import re
from dataclasses import dataclass

from muniment.model import Problem
from muniment.problems import columns
from muniment.problems.printing import printable

LONGEST = 20_000
"""Characters of a line that are looked at."""
_QUOTED = re.compile(r'"([^"]+)"')
_BYTE = re.compile(r"\b0x([0-9A-F]{2})\b")
"""A byte as messages name it; in a printed line it is an escape."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A line, cut to fit, and the place in it."""

    text: str
    """What of the line fits, safe to print."""
    start: int
    """Columns before the mark."""
    size: int
    """Columns of the mark; 0 where no place is known."""


def excerpt(problem: Problem, line: str, room: int) -> Excerpt | None:
    """Cut the excerpt of a problem's line into `room` columns; none of a line without words."""
    text = printable(_blank(line))
    if not text.strip():
        return None
    start, end = place(problem, line)
    shown, first, last = columns.window(text, start, end, room)
    return Excerpt(
        text=shown.rstrip(),
        start=columns.width(shown[:first]),
        size=max(columns.width(shown[first:last]), 1) if end > start else 0,
    )


def place(problem: Problem, line: str) -> tuple[int, int]:
    """Find the place that a problem is about: 0-based offsets in the line as it is printed; (0, 0) if none is known."""
    raw = _blank(line)
    return _by_column(problem, raw) or _by_words(problem, printable(raw)) or (0, 0)


def rank(problem: Problem, line: str) -> int:
    """Say how likely a line is the one that a problem is about: 0 if it holds the likeliest of its words, and so on."""
    folded, _ = _folded(printable(_blank(line)))
    sought = [" ".join(words.split()) for words in _sought(problem)]
    return next((at for at, words in enumerate(sought) if words and _standing(folded, words) >= 0), len(sought))


def _blank(line: str) -> str:
    """Give a line without its end, a blank for each tab."""
    return line[:LONGEST].rstrip("\r\n").replace("\t", " ")


def _by_column(problem: Problem, raw: str) -> tuple[int, int] | None:
    """Find the place that the problem's column names: the words there, or the one character."""
    if not problem.column or problem.column > len(raw) + 1:
        return None
    text = printable(raw)
    start = len(printable(raw[: problem.column - 1]))
    for words in _sought(problem):
        if words and text.startswith(words, start):
            return start, start + len(words)
    return start, start + max(len(printable(raw[problem.column - 1 : problem.column])), 1)


def _by_words(problem: Problem, text: str) -> tuple[int, int] | None:
    """Find the words that the problem is about; white space counts as equal, and words may have been left out."""
    folded, offsets = _folded(text)
    for words in _sought(problem):
        for part in (words, *(part for part in words.split(columns.ELLIPSIS) if len(part.strip()) > 2)):
            sought = " ".join(part.split())
            at = _standing(folded, sought) if sought else -1
            if at >= 0:
                return offsets[at], offsets[at + len(sought) - 1] + 1
    return None


def _sought(problem: Problem) -> tuple[str, ...]:
    """Give the words to look for, the likeliest first: those the problem names, then what its message quotes."""
    quoted = (*_QUOTED.findall(problem.message), *(f"\\x{byte.lower()}" for byte in _BYTE.findall(problem.message)))
    return tuple(words.replace("\\t", " ") for words in (*((problem.words,) if problem.words else ()), *quoted))


def _standing(text: str, sought: str) -> int:
    """Find words in a text, whole ones if there are any; -1 where they are not."""
    at = first = text.find(sought)
    while at >= 0:
        before, behind = text[at - 1 : at], text[at + len(sought) : at + len(sought) + 1]
        if not (before.isalnum() and sought[0].isalnum()) and not (behind.isalnum() and sought[-1].isalnum()):
            return at
        at = text.find(sought, at + 1)
    return first


def _folded(text: str) -> tuple[str, list[int]]:
    """Set runs of white space equal; give the offset of each character that is left."""
    signs: list[str] = []
    offsets: list[int] = []
    for at, sign in enumerate(text):
        if not sign.isspace():
            signs.append(sign)
            offsets.append(at)
        elif signs and signs[-1] != " ":
            signs.append(" ")
            offsets.append(at)
    return "".join(signs), offsets
