"""Turns the points that were read in prose into EDTF, and holds a date as a text words it.

Refuses to know where in a text such wordings are looked for.
"""

import itertools

from muniment.dates.edtf import parse
from muniment.frozen import dataclass

SHORT_YEARS_FROM = 1950
"""First year of the hundred that two-digit years are read in: 50-99 are 1950-1999, 00-49 are 2000-2049."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A date as the words of a text give it."""

    start: int
    """0-based offset of its first character."""
    end: int
    """Offset behind its last character."""
    text: str
    """The exact words, weekday and qualifier included."""
    edtf: str
    """EDTF of the date named; `XXXX` for a year the words do not give; "about 1921" has `~`."""
    weekday: int = 0
    """The weekday printed with it (of its first day), 1 Monday to 7 Sunday; 0 if none."""
    order: str = ""
    """Order of the parts as printed: `dmy`, `mdy`, `ymd`; empty if there is no day."""
    alternatives: tuple[str, ...] = ()
    """EDTF of the other readings: 03/04/2007 is read day first, with the month-first reading here."""
    qualifier: str = ""
    """`early`, `mid`, `late` within the date; `by`, `before`, `until`, `after`, `since` it; `about`; or empty.

    `edtf` is the date named, not the time meant: "by the end of 2008" is 2008 with `by`.
    """
    relative: str = ""
    """What ties it to the document's own date: `this year`, `last year`, `next year`, the same with `month`,
    `last` or `next` (as in "last February"), `yesterday`; or empty."""
    language: str = ""
    """Of its month, weekday or season (`en`, `nb`, …: a row of `months`); empty if there is none, or no telling."""
    is_short_year: bool = False
    """Whether the year was printed with two digits, and its century is therefore a reading of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One end of a date as read: zero for what the words do not give."""

    year: int = 0
    month: int = 0
    """1-12, or a season 21-24."""
    day: int = 0

    @property
    def edtf(self) -> str:
        """Write the point as EDTF."""
        year = f"{self.year:04d}" if self.year else "XXXX"
        month = f"-{self.month:02d}" if self.month else ""
        return f"{year}{month}-{self.day:02d}" if self.day else year + month


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a form found at a place, before the words around it are looked at."""

    start: int
    end: int
    points: tuple[Point, ...]
    """One or more; a year is often given with the last only."""
    link: str = ""
    """Between the points: `range`, `and`, `or`; empty for one point."""
    order: str = ""
    alternatives: tuple[str, ...] = ()
    language: str = ""
    is_short_year: bool = False
    whole: str = ""
    """EDTF that no point can hold: a decade (`199X`), any month (`XXXX-XX`); else empty."""

    @property
    def has_year(self) -> bool:
        """Tell whether the words give a year."""
        return bool(self.whole or self.points[-1].year)


def full_year(two_digits: int) -> int:
    """Give the year that two digits stand for, by the documented window."""
    century = SHORT_YEARS_FROM // 100 * 100
    year = century + two_digits
    return year if year >= SHORT_YEARS_FROM else year + 100


def edtf_of(reading: Reading, qualifier: str = "") -> str:
    """Write a reading as EDTF; give empty text if it is no real date, as 30 February or a range that runs backwards."""
    mark = "~" if qualifier == "about" else ""
    points = _with_years(reading.points)
    texts = [point.edtf + mark for point in points] if not reading.whole else [reading.whole + mark]
    if len(texts) == 1:
        text = texts[0]
    elif reading.link == "range" or (reading.link == "and" and _are_consecutive(points)):
        text = f"{texts[0]}/{texts[-1]}"
    else:
        text = f"[{','.join(texts)}]" if reading.link == "or" else f"{{{','.join(texts)}}}"
    try:
        return parse(text).text if _runs_forward(points) else ""
    except ValueError:
        return ""


def _with_years(points: tuple[Point, ...]) -> tuple[Point, ...]:
    """Give earlier points the last one's year, or the year before if they lie later in the year."""
    last = points[-1]
    if not last.year:
        return points
    return tuple(
        point
        if point.year or point is last
        else Point(year=last.year - (point.month > last.month), month=point.month, day=point.day)
        for point in points
    )


def _are_consecutive(points: tuple[Point, ...]) -> bool:
    first = points[0]
    if any(point.year != first.year for point in points):
        return not first.month and all(point.year == first.year + step for step, point in enumerate(points))
    if all(point.month == first.month for point in points):
        return all(point.day == first.day + step for step, point in enumerate(points))
    return all(not point.day and point.month == first.month + step for step, point in enumerate(points))


def _runs_forward(points: tuple[Point, ...]) -> bool:
    """Hold days of one month in order, which a range without a year could not show otherwise."""
    return all(
        (one.year, one.month) != (two.year, two.month) or one.day < two.day for one, two in itertools.pairwise(points)
    )
