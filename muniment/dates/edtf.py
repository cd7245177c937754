"""Turns EDTF text (levels 0 to 2) into a value with bounds and an order.

Refuses to know how a date was printed, and years before 1 or after 9999.
"""

import re
from functools import lru_cache

from muniment.dates import reference
from muniment.dates.calendar import FIRST_DAY, LAST_DAY, days_in, iso_day
from muniment.frozen import dataclass

LONGEST = 200
"""Characters of the longest EDTF text that is read; longer text is refused."""

_MOMENT = re.compile(r"([0-9]{4}|[0-9]{3}X|[0-9]{2}XX|XXXX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?([?~%]?)")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_PRECISIONS = ("day", "month", "season", "year", "decade", "century", "unknown")
_REFERENCE_MONTHS = range(25, 42)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One date inside an EDTF text, or an open end of an interval."""

    year: str
    """`2007`, with `X` for digits not known; empty for an open end."""
    month: str = ""
    """`05`, `XX`, or the season `21` (spring) to `24` (winter); empty if not given."""
    day: str = ""
    """`31` or `XX`; empty if not given."""
    qualifier: str = ""
    """`?` uncertain, `~` approximate, `%` both, or empty."""

    @property
    def precision(self) -> str:
        """Name the smallest unit that is known: `day`, `month`, `season`, `year`, `decade`, `century`, `unknown`."""
        if self.day.isdigit():
            return "day"
        if self.month.isdigit():
            return "season" if int(self.month) > 12 else "month"
        return {0: "year", 1: "decade", 2: "century"}.get(self.year.count("X"), "unknown") if self.year else "unknown"

    @property
    def earliest(self) -> str:
        """Give the first day it may mean, as an ISO day."""
        if not self.year:
            return FIRST_DAY
        year = int(self.year.replace("X", "0"))
        if self.precision == "season":
            return iso_day(year, 3 * int(self.month) - 60, 1)
        return iso_day(year, _number(self.month) or 1, _number(self.day) or 1)

    @property
    def latest(self) -> str:
        """Give the last day it may mean, as an ISO day; winter runs from December into the next February."""
        if not self.year:
            return LAST_DAY
        year = int(self.year.replace("X", "9"))
        if self.precision == "season":
            return _end_of_season(year, int(self.month))
        month = _number(self.month) or 12
        return iso_day(year, month, _number(self.day) or days_in(year, month))


@dataclass(frozen=True, slots=True, kw_only=True)
class Edtf:
    """A date in the Extended Date/Time Format."""

    text: str
    """The EDTF text as given."""
    kind: str
    """`moment`, `interval`, `one-of` (`[…]`), `all-of` (`{…}`) or `other` (a rarer form; `moments` is then empty)."""
    moments: tuple[Moment, ...]
    """The dates in it, as written; an interval has two."""
    earliest: str
    """First day it may mean, YYYY-MM-DD; `0000-01-01` if its beginning is open."""
    latest: str
    """Last day it may mean, YYYY-MM-DD; `9999-12-31` if its end is open."""
    precision: str
    """The coarsest of its moments' precisions: `day`, `month`, `season`, `year`, `decade`, `century`, `unknown`."""

    @property
    def is_uncertain(self) -> bool:
        """Tell whether any part is marked as uncertain (`?` or `%`)."""
        return "?" in self.text or "%" in self.text

    @property
    def is_approximate(self) -> bool:
        """Tell whether any part is marked as approximate (`~` or `%`)."""
        return "~" in self.text or "%" in self.text

    @property
    def sort_key(self) -> tuple[str, str, str]:
        """Order dates in time: by first day, then the shorter and more precise first, then by text.

        A date whose beginning is open or whose year is not known at all goes by its last day, the only one it gives.
        """
        first = self.latest if self.earliest.startswith("0000") else self.earliest
        return first, self.latest, self.text


@lru_cache(maxsize=4096)
def parse(text: str) -> Edtf:
    """Read EDTF text; refuse with `ValueError` what is not EDTF, no real day, or an interval that runs backwards.

    The common forms are read here, the rarer ones by the edtf package, which takes long to load.
    """
    if not text:
        raise ValueError("nothing is no date")
    if len(text) > LONGEST:
        raise ValueError(f"{text[:40]}… is too long for a date")
    if any(character.isspace() for character in text):
        raise ValueError(f'"{text}" is not EDTF: white space has no place in it')
    if _DAY.fullmatch(text) and (day := _day(text)):
        return day
    if text.startswith(("[", "{")):
        return _set(text)
    return _interval(text) if "/" in text else _single(text)


def _day(text: str) -> Edtf | None:
    """Read a plain day, as most dates are; nothing where it is none."""
    year, month, day = text.split("-")
    if year == "0000" or not 1 <= int(month) <= 12 or not 1 <= int(day) <= days_in(int(year), int(month)):
        return None
    moments = (Moment(year=year, month=month, day=day),)
    return Edtf(text=text, kind="moment", moments=moments, earliest=text, latest=text, precision="day")


def _single(text: str) -> Edtf:
    moment = _moment(text)
    return _of(text, "moment", (moment,)) if moment else _other(text)


def _interval(text: str) -> Edtf:
    first_text, _, second_text = text.partition("/")
    if "/" in second_text or {first_text, second_text} <= {"", ".."}:
        raise ValueError(f"{text} is not EDTF: an interval is two dates, or one date and an open end")
    first, second = _end(first_text), _end(second_text)
    if first is None or second is None:
        return _other(text)
    if second.latest < first.earliest:
        raise ValueError(f"{text} ends before it begins")
    return _of(text, "interval", (first, second))


def _end(text: str) -> Moment | None:
    return Moment(year="") if text in {"", ".."} else _moment(text)


def _set(text: str) -> Edtf:
    kind, closing = ("one-of", "]") if text[0] == "[" else ("all-of", "}")
    members = text[1:-1].split(",")
    if not text.endswith(closing) or len(text) < 2 or "" in members:
        raise ValueError(f"{text} is not EDTF: a set is dates between {text[0]} and {closing}, with commas")
    moments = [_moment(member) for member in members]
    known = tuple(moment for moment in moments if moment)
    return _of(text, kind, known) if len(known) == len(members) > 1 else _other(text)


def _moment(text: str) -> Moment | None:
    """Read one common date; give None for a form that only the reference parser reads."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    year, month, day, qualifier = (part or "" for part in match.groups())
    if year == "0000":
        raise ValueError(f"{text} has the year 0000, which stands for an open beginning")
    if month.isdigit() and not _is_month(month):
        if int(month) in _REFERENCE_MONTHS and not day:
            return None
        raise ValueError(f"{text} has no real month: {month}")
    if day.isdigit() and (month == "XX" or not month.isdigit()):
        return None
    if month.isdigit() and int(month) > 12 and day:
        raise ValueError(f"{text} gives a day in a season")
    if day.isdigit() and not 1 <= int(day) <= _longest(year, int(month)):
        raise ValueError(f"{text} is no day")
    return Moment(year=year, month=month, day=day, qualifier=qualifier)


def _of(text: str, kind: str, moments: tuple[Moment, ...]) -> Edtf:
    known = [moment for moment in moments if moment.year]
    precision = max((moment.precision for moment in known), key=_PRECISIONS.index)
    earliest = min(moment.earliest for moment in moments)
    latest = max(moment.latest for moment in moments)
    if kind == "interval":
        earliest, latest = moments[0].earliest, moments[1].latest
    return Edtf(text=text, kind=kind, moments=moments, earliest=earliest, latest=latest, precision=precision)


def _other(text: str) -> Edtf:
    earliest, latest = reference.bounds(text)
    if latest < earliest:
        raise ValueError(f"{text} ends before it begins")
    same = next((size for size in (10, 7, 4) if earliest[:size] == latest[:size]), 0)
    precision = {10: "day", 7: "month", 4: "year"}.get(same, "unknown")
    return Edtf(text=text, kind="other", moments=(), earliest=earliest, latest=latest, precision=precision)


def _is_month(month: str) -> bool:
    return 1 <= int(month) <= 12 or 21 <= int(month) <= 24


def _longest(year: str, month: int) -> int:
    return days_in(2000 if "X" in year else int(year), month)


def _number(digits: str) -> int:
    return int(digits) if digits.isdigit() else 0


def _end_of_season(year: int, season: int) -> str:
    if season == 24:
        return iso_day(year + 1, 2, days_in(year + 1, 2)) if year < 9999 else LAST_DAY
    month = 3 * season - 58
    return iso_day(year, month, days_in(year, month))
