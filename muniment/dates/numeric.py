"""Reads dates written in digits, or in digits with a Roman or shortened month between marks, at a place of a text.

Refuses to know the words around a date, and numbers that are parts of longer numbers, symbols or versions.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from muniment.dates import scan
from muniment.dates.calendar import days_in
from muniment.dates.months import MONTHS, ROMAN
from muniment.dates.worded import NUMBERED, language_of
from muniment.dates.wording import Point, Reading, edtf_of, full_year

_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})([-/.])([0-9]{1,2})(?![0-9]|[-.,][0-9])")
_TIME = re.compile(r"T[0-9]{2}:?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?(?![0-9A-Za-z])")
_TIME_BEGINS = re.compile(r"T[0-9]")
_YEAR_LAST = re.compile(r"([0-9]{1,2})([-/.])[ ]?([0-9]{1,2})([-/.])[ ]?([0-9]{4}|[0-9]{2})(?![0-9]|[-/.:,][0-9]|%)")
_MARKED_NAME = re.compile(
    r"([0-9]{1,2})([-/.])[ ]?([^\W\d_]{1,9})\.?([-/.])[ ]?([0-9]{4}|[0-9]{2})(?![0-9]|[-/.][0-9])"
)
_DIGITS = re.compile(r"[0-9]+")
_DAY_RANGE = re.compile(r"([0-9]{1,2})\.?(?:([0-9]{1,2})\.)?[ ]?[-–—/][ ]?(?=[0-9]{1,2}\.[ ]?[0-9]{1,2}\.[ ]?[0-9]{4})")
_YEAR_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])(?![0-9A-Za-z]|[-/.][0-9A-Za-z])")
_YEAR_BEHIND = re.compile(r"([0-9]{1,2})/([0-9]{1,2})(?:[ ]|([ ]?[-–][ ]?))([0-9]{4})(?![0-9A-Za-z%]|[-/.:,][0-9])")
_DATING = frozenset(
    {
        "date", "dated", "on", "of", "den", "le", "am", "vom", "du", "el", "day", "issued", "published",
        "updated", "retrieved",
    }
)  # fmt: skip


def year_first(text: str, start: int) -> Reading | None:
    """Read "2007-05-31", "2007/05/31", "2007.05.31", with a time of day, two of them linked, or "2007-05"."""
    first = _one_year_first(text, start)
    if first is None:
        return _year_and_month(text, start)
    return _linked(text, first, _one_year_first)


def year_last(text: str, start: int) -> Reading | None:
    """Read "31/05/2007", "05/31/2007", "31.5.07", "31.V.2007", "31-May-07", "31/5-2007", "23.–25.05.2007"."""
    word = scan.word_before(text, start)[0].lower()
    if word in NUMBERED:
        return None
    first = _one_year_last(text, start) or _marked_name(text, start) or _year_behind(text, start, word)
    if first is None:
        return _days_before_numeric(text, start)
    if first.is_short_year and not _looks_like_a_date(text, first, word):
        return None
    return _linked(text, first, _one_year_last)


def _one_year_first(text: str, start: int) -> Reading | None:
    match = _YEAR_FIRST.match(text, start)
    if match is None or match[2] != match[4] or not 1000 <= int(match[1]) <= 2100:
        return None
    time = _TIME.match(text, match.end())
    if time is None and _TIME_BEGINS.match(text, match.end()):
        return None
    point = Point(year=int(match[1]), month=int(match[3]), day=int(match[5]))
    reading = Reading(start=start, end=time.end() if time else match.end(), points=(point,), order="ymd")
    return reading if _is_real(point) else None


def _year_and_month(text: str, start: int) -> Reading | None:
    match = _YEAR_MONTH.match(text, start)
    if match is None or int(match[2]) == (int(match[1]) + 1) % 100:
        return None
    if not 1000 <= int(match[1]) <= 2100:
        return None
    return Reading(start=start, end=match.end(), points=(Point(year=int(match[1]), month=int(match[2])),))


def _one_year_last(text: str, start: int) -> Reading | None:
    match = _YEAR_LAST.match(text, start)
    if match is None or match[2] != match[4]:
        return None
    is_short = len(match[5]) == 2
    year = full_year(int(match[5])) if is_short else int(match[5])
    one, two = int(match[1]), int(match[3])
    day_first = Point(year=year, month=two, day=one)
    month_first = Point(year=year, month=one, day=two)
    readings = [(point, order) for point, order in ((day_first, "dmy"), (month_first, "mdy")) if _is_real(point)]
    if match[2] == ".":
        readings = readings[:1] if _is_real(day_first) else []
    if not readings or not 1000 <= year <= 2100:
        return None
    (point, order), *others = readings
    return Reading(
        start=start,
        end=match.end(),
        points=(point,),
        order=order,
        alternatives=tuple(other.edtf for other, _ in others if other != point),
        is_short_year=is_short,
    )


def _marked_name(text: str, start: int) -> Reading | None:
    match = _MARKED_NAME.match(text, start)
    if match is None or match[2] != match[4]:
        return None
    name = MONTHS.get(match[3].lower())
    month = name.number if name else ROMAN.get(match[3].lower(), 0) if match[3].isupper() else 0
    is_short = len(match[5]) == 2
    year = full_year(int(match[5])) if is_short else int(match[5])
    point = Point(year=year, month=month, day=int(match[1]))
    if not month or not 1000 <= year <= 2100 or not _is_real(point) or (is_short and name is None):
        return None
    return Reading(
        start=start,
        end=match.end(),
        points=(point,),
        order="dmy",
        language=language_of(name, match[3], "." if match[2] == "." else "") if name else "",
        is_short_year=is_short,
    )


def _year_behind(text: str, start: int, word: str) -> Reading | None:
    """Read "31/5-2007" and "31/5 2007", as they are written in Scandinavia; "1/2 2007" is a half of something."""
    match = _YEAR_BEHIND.match(text, start)
    if match is None:
        return None
    point = Point(year=int(match[4]), month=int(match[2]), day=int(match[1]))
    is_date = bool(match[3]) or point.day > 12 or word in _DATING
    if not is_date or not 1000 <= point.year <= 2100 or not _is_real(point):
        return None
    return Reading(start=start, end=match.end(), points=(point,), order="dmy")


def _days_before_numeric(text: str, start: int) -> Reading | None:
    """Read "23.–25.05.2007" and "23.05.–25.05.2007"."""
    match = _DAY_RANGE.match(text, start)
    last = _one_year_last(text, match.end()) if match else None
    if match is None or last is None or last.order != "dmy":
        return None
    end = last.points[0]
    first = Point(year=0, month=int(match[2] or end.month), day=int(match[1]))
    reading = Reading(start=start, end=last.end, points=(first, end), link="range", order="dmy")
    return reading if edtf_of(reading) else None


def _linked(text: str, first: Reading, read: Callable[[str, int], Reading | None]) -> Reading:
    """Read a second date of the same form behind a dash, a slash or "to"; give the first alone if there is none."""
    link = scan.link_at(text, first.end)
    second = read(text, link[1]) if link and link[0] in {"range", "/"} else None
    if second is None or second.alternatives or first.alternatives or second.order != first.order:
        return first
    both = replace(first, end=second.end, points=first.points + second.points, link="range")
    return both if edtf_of(both) else first


def _is_real(point: Point) -> bool:
    return 1 <= point.month <= 12 and 1 <= point.day <= days_in(point.year, point.month)


def _looks_like_a_date(text: str, reading: Reading, word: str) -> bool:
    """Tell a two-digit year from a version or a reference: a month's name, padding, a clear day, a word."""
    if reading.language or word in _DATING:
        return True
    first, second = _DIGITS.findall(text[reading.start : reading.end])[:2]
    is_padded = len(first) == len(second) == 2
    return int(first) > 12 or int(second) > 12 or (is_padded and "0" in {first[0], second[0]})
