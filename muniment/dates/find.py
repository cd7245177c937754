"""Turns prose into the dates it words, each with its offsets.

Refuses to know which of them is the date of the document, and what day it is.
"""

import re

from muniment.dates import numeric, undated, worded, years
from muniment.dates.context import worded as with_context
from muniment.dates.wording import Reading, Wording

_DIGITS = re.compile(r"[0-9]+")


def find(text: str) -> tuple[Wording, ...]:
    """Find every date in prose, in order, none inside another.

    Read are the names in `months`, the words around them in English, French, Spanish, Norwegian and German; bare
    years from 1500 to 2100 and only where the words around make them years; 03/04/2007 day first, with the other
    reading among its `alternatives`.
    Not read: dates written in words ("the third of May"), times of day, other calendars.
    """
    with_digits = _with_digits(text)
    without_digits = undated.find(text, [(found.start, found.end) for found in with_digits])
    return tuple(sorted((*with_digits, *without_digits), key=lambda found: found.start))


def _with_digits(text: str) -> list[Wording]:
    """Go from number to number; each either belongs to a date or is passed by."""
    found: list[Wording] = []
    floor = 0
    for number in _DIGITS.finditer(text):
        start, end = number.span()
        if start < floor or end - start > 6 or end - start in {3, 5}:
            continue
        reading = _read(text, start, end, floor)
        if reading is None:
            continue
        wording = with_context(text, reading, floor)
        floor = reading.end  # an impossible date is passed by whole: 30 February 2007 does not give February 2007
        if wording:
            found.append(wording)
            floor = wording.end
    return found


def _read(text: str, start: int, end: int, floor: int) -> Reading | None:
    length = end - start
    if length == 6:
        return worded.signal(text, start) if _is_free(text, start) else None
    if length == 4:
        return _read_year(text, start, floor)
    if not _is_free(text, start):
        return None
    if text[end : end + 1] in {"/", ".", "-", "–"}:
        reading = numeric.year_last(text, start)
        if reading:
            return reading
    return worded.day_first(text, start) or worded.month_first(text, start, floor)


def _read_year(text: str, start: int, floor: int) -> Reading | None:
    if not "1000" <= text[start : start + 4] <= "2100":
        return None
    if _is_free(text, start) and text[start + 4 : start + 5] in {"-", "/", "."}:
        reading = numeric.year_first(text, start)
        if reading:
            return reading
    reading = years.month_and_year(text, start, floor) or years.season_and_year(text, start, floor)
    if reading or not (_is_free(text, start) or years.PREFIX.search(text, max(0, start - 5), start)):
        return reading
    return years.bare_year(text, start)


def _is_free(text: str, start: int) -> bool:
    """Tell whether a number begins here: not inside a word, symbol, amount, version or longer number."""
    if not start:
        return True
    mark = text[start - 1]
    if mark.isalnum() or mark in "_$€£¥#§№%^+=~\\@":
        return False
    if mark in "/.-‐‑–:,'’" and start > 1:
        before = text[start - 2]
        return not (before.isdigit() or (mark in "/.-" and (before.isalpha() or before in "/.-")))
    return mark not in "/."
