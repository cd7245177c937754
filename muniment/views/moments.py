"""An EDTF date → what pages need of it: words, a machine date, a span of days; knows nothing of stages or documents."""

import re
from datetime import date as day
from functools import lru_cache

from muniment import dates
from muniment.dates.calendar import LAST_DAY
from muniment.frozen import dataclass
from muniment.model import StageDate
from muniment.words import Words

YEAR = re.compile(r"[0-9]{4}")
"""A year in an EDTF text; months and days have two digits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date as a page prints it."""

    words: str
    """For readers."""
    machine: str
    """Value of a `datetime` attribute that HTML allows; empty where HTML has no form for the date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days a date may cover, as ordinals of the proleptic Gregorian calendar."""

    first: int
    last: int
    is_sharp: bool
    """Whether both ends are days that the date itself names, without a doubt expressed."""

    @property
    def middle(self) -> float:
        """The middle of the span."""
        return (self.first + self.last) / 2

    def holds(self, other: "Span") -> bool:
        """Say whether another span lies within this one."""
        return self.first <= other.first and other.last <= self.last


@lru_cache(maxsize=4096)
def moment(edtf: str, words: Words) -> Moment | None:
    """Put a date into words with its machine form; nothing for an empty date."""
    if not edtf:
        return None
    date = dates.parse(edtf)
    return Moment(words=dates.in_words(date, words), machine=dates.html_time(date) or "")


def attested(date: StageDate, words: Words) -> Moment | None:
    """Word the date of a stage; nothing where the printed words say it better than we could.

    That is so where the bounds are an inference, and where a span without sharp ends is printed with its year
    ("early 2008"): then the printed words are to be shown.
    """
    covered = span(date.edtf)
    is_vague = covered is None or not covered.is_sharp
    has_year = any(year in date.printed for year in YEAR.findall(date.edtf))
    if date.printed and (date.basis != "attested" or (is_vague and has_year)):
        return None
    return moment(date.edtf, words)


def span(edtf: str) -> Span | None:
    """Give the days a date covers; nothing for an empty date or one with an open end."""
    if not edtf:
        return None
    date = dates.parse(edtf)
    if date.earliest.startswith("0000") or date.latest == LAST_DAY:
        return None
    is_sharp = date.kind in ("moment", "interval") and date.precision == "day" and not set(edtf) & set("~?%")
    return Span(
        first=day.fromisoformat(date.earliest).toordinal(),
        last=day.fromisoformat(date.latest).toordinal(),
        is_sharp=is_sharp,
    )
