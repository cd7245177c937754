"""Turns prose into the dates it words, each with its offsets.

Refuses to know which of them is the date of the document, and what day it is.
"""

import re
from dataclasses import replace

from muniment.dates import numeric, spelled, undated, worded, years
from muniment.dates.context import worded as with_context
from muniment.dates.resolve import resolve
from muniment.dates.scan import SPACE
from muniment.dates.wording import Reading, Wording

_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
_DIGITS = re.compile(r"[0-9]+")
_JOINS = re.compile(
    rf",?{SPACE}(and|or|to|et|ou|y|o|og|und|oder|eller){SPACE}(?:(?:from|in|on|the|du|del|vom|fra){SPACE})?|,{SPACE}"
)


def find(text: str) -> tuple[Wording, ...]:
    """Find every date in prose, in order, none inside another.

    Read are the names in `months`, the words around them in English, French, Spanish, Norwegian and German; bare
    years from 1500 to 2100 and only where the words around make them years; 03/04/2007 day first, with the other
    reading among its `alternatives`.
    Days and years that are written out ("this third day of May") are read in English, French and Spanish.
    Arabic digits count as the others do.
    Not read: times of day, other calendars.
    """
    western = text.translate(_WESTERN)
    if western != text:
        return tuple(replace(found, text=text[found.start : found.end]) for found in find(western))
    written = [found for reading in spelled.find(text) if (found := with_context(text, reading, 0))]
    with_digits = [found for found in _with_digits(text) if not any(_overlap(found, one) for one in written)]
    taken = sorted((*written, *with_digits), key=lambda found: found.start)
    without_digits = undated.find(text, [(found.start, found.end) for found in taken])
    return _with_shared_years(text, sorted((*taken, *without_digits), key=lambda found: found.start))


def _overlap(one: Wording, two: Wording) -> bool:
    return one.start < two.end and two.start < one.end


def _with_shared_years(text: str, found: list[Wording]) -> tuple[Wording, ...]:
    """Give "16-20 April and 7-11 May 2012" its year twice: what is joined to a date with a year shares it."""
    for place in range(len(found) - 2, -1, -1):
        one, two = found[place], found[place + 1]
        first = two.edtf.lstrip("{[")
        is_open = one.edtf.startswith("XXXX-") and not one.relative and first[:4].isdigit() and not two.relative
        if is_open and not two.is_short_year and _are_joined(text, one, two):
            year = int(first[:4]) - (one.edtf[5:7] > first[5:7])
            edtf = resolve(one, year)
            found[place] = replace(one, edtf=edtf) if edtf else one
    return tuple(found)


def _are_joined(text: str, one: Wording, two: Wording) -> bool:
    """Tell "3 May, 4 May and 5 June 2010" from "He came in May, 2 June 2008 was cold": a comma joins days only."""
    join = _JOINS.fullmatch(text, one.end, two.start)
    return join is not None and bool(join[1] or (one.order and two.order))


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
