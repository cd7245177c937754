"""Turns file names and web addresses into the dates in them, which are weak evidence only.

Refuses to know prose, and numbers that could be identifiers rather than dates.
"""

import re

from muniment.dates.calendar import days_in
from muniment.dates.prose import find
from muniment.dates.wording import Wording

_PARTS = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})([-_/.]?)(0[1-9]|1[0-2])(?:([-_/.]?)([0-3][0-9]))?(?![0-9])")
_YEAR = re.compile(r"(?<![^/_.-])((?:19|20)[0-9]{2})(?![^/_.-])")
_MARKS = str.maketrans("-_+/", "    ")
_DAY_FIRST = re.compile(r"(?<![0-9])([0-3][0-9])[-_.]([01][0-9])[-_.]((?:19|20)[0-9]{2})(?![0-9])")


def find_in_name(name: str) -> tuple[Wording, ...]:
    """Find the dates in a file name or web address: 20070531, 2007-05-31-title, /2007/05/31/, 31-may-2007, /2007/.

    Years are from 1900 to 2099. Of dates in digits, words and bare years only the first kind that occurs is given.
    """
    return (
        _in_digits(name)
        or _in_words(name)
        or tuple(
            Wording(start=match.start(), end=match.end(), text=match[0], edtf=match[1])
            for match in _YEAR.finditer(name)
        )
    )


def _in_digits(name: str) -> tuple[Wording, ...]:
    found = [wording for match in _PARTS.finditer(name) if (wording := _year_first(match))]
    found += [wording for match in _DAY_FIRST.finditer(name) if (wording := _day_first(match))]
    return tuple(sorted(found, key=lambda wording: wording.start))


def _year_first(match: re.Match[str]) -> Wording | None:
    year, mark, month, second_mark, day = match.groups()
    if day is None:
        is_month = bool(mark)  # six digits in a row are a number, not a month
        return _wording(match, f"{year}-{month}", "") if is_month else None
    if mark != second_mark or not 1 <= int(day) <= days_in(int(year), int(month)):
        return None
    return _wording(match, f"{year}-{month}-{day}", "ymd")


def _day_first(match: re.Match[str]) -> Wording | None:
    first, second, year = match.groups()
    readings = [
        (f"{year}-{month}-{day}", order)
        for day, month, order in ((first, second, "dmy"), (second, first, "mdy"))
        if 1 <= int(month) <= 12 and 1 <= int(day) <= days_in(int(year), int(month))
    ]
    if not readings:
        return None
    (edtf, order), *others = readings
    return _wording(match, edtf, order, tuple(other for other, _ in others if other != edtf))


def _wording(match: re.Match[str], edtf: str, order: str, alternatives: tuple[str, ...] = ()) -> Wording:
    return Wording(
        start=match.start(), end=match.end(), text=match[0], edtf=edtf, order=order, alternatives=alternatives
    )


def _spaced(name: str) -> str:
    """Write a name's marks as spaces and its words large, as months are: "may-2008-report"."""
    words = name.translate(_MARKS)
    return words.title() if len(words.title()) == len(words) else words


def _in_words(name: str) -> tuple[Wording, ...]:
    return tuple(
        Wording(
            start=found.start,
            end=found.end,
            text=name[found.start : found.end],
            edtf=found.edtf,
            weekday=found.weekday,
            order=found.order,
            alternatives=found.alternatives,
            qualifier=found.qualifier,
            language=found.language,
            is_short_year=found.is_short_year,
        )
        for found in find(_spaced(name))
        if "-" in found.edtf and "XXXX" not in found.edtf
    )
