"""Turns a date that lacks its year, or hangs on the document's date, into a full one.

Refuses to know where the year or the document's date comes from; it fills in, and checks the weekday.
"""

import datetime

from muniment.dates.calendar import split_day
from muniment.dates.edtf import parse
from muniment.dates.wording import Wording

_STEPS = {"this": 0, "last": -1, "next": 1}


def resolve(wording: Wording, year: int) -> str | None:
    """Fill in the year of a wording; a range over New Year begins in it.

    None if that gives no real day, or if the weekday printed disagrees. A wording that has its year keeps it.
    """
    text = _filled(wording.edtf, year)
    try:
        edtf = parse(text)
    except ValueError:
        return None
    return edtf.text if weekday_agrees(edtf.text, wording.weekday) else None


def weekday_agrees(edtf: str, weekday: int) -> bool:
    """Tell whether the first day of a date falls on a weekday (1 Monday to 7 Sunday).

    True as well where nothing can disagree: no weekday (0), no day, or no year.
    """
    date = parse(edtf)
    if not weekday or date.precision != "day" or date.earliest.startswith("0000"):
        return True
    return datetime.date(*split_day(date.earliest)).isoweekday() == weekday


def relative(wording: Wording, edtf_of_document: str) -> str | None:
    """Give the date of a wording such as "February this year" in a document of that date.

    None if the wording is not relative, or the document's date is too vague to tell.
    """
    date = parse(edtf_of_document)
    unit = "day" if wording.relative == "yesterday" else "month" if _needs_month(wording) else "year"
    size = {"day": 10, "month": 7, "year": 4}[unit]
    if not wording.relative or date.earliest[:size] != date.latest[:size]:
        return None
    year, month, day = split_day(date.earliest)
    if unit == "day":
        before = datetime.date(year, month, day).toordinal() - 1
        return datetime.date.fromordinal(before).isoformat() if before else None
    if wording.relative.endswith("month"):
        return _month(year, month + _STEPS[wording.relative[:4]])
    return resolve(wording, year + _years_away(wording, month))


def _filled(edtf: str, year: int) -> str:
    """Write the year into EDTF; the second end of an interval that would run backwards is in the next year."""
    first, slash, second = edtf.partition("/")
    filled = first.replace("XXXX", f"{year:04d}")
    if not slash:
        return filled
    later = year + 1 if second[4:] < first[4:] else year
    return f"{filled}/{second.replace('XXXX', f'{later:04d}')}"


def _needs_month(wording: Wording) -> bool:
    return wording.relative.endswith("month") or wording.relative in {"last", "next"}


def _years_away(wording: Wording, month: int) -> int:
    """Count the years from the document's to the wording's; "last May" is the nearest before the document's month."""
    if wording.relative.endswith("year"):
        return _STEPS[wording.relative[:4]]
    named = int(wording.edtf[5:7]) if wording.edtf[5:7].isdigit() else 0
    if named > 12:
        named = 3 * named - 60
    return -1 if wording.relative == "last" and named >= month else int(wording.relative == "next" and named <= month)


def _month(year: int, month: int) -> str | None:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04d}-{month:02d}" if 1 <= year <= 9999 else None
