"""An EDTF date → the words in which citation styles say it; one form for each order of day, month and year.

Knows English months only, since the four styles are English, and says with words what no style has a sign for.
"""

from functools import lru_cache

from muniment import dates
from muniment.dates.edtf import Edtf, Moment
from muniment.frozen import dataclass
from muniment.words import ENGLISH

LONG = tuple(ENGLISH.say(f"date.month.{number}") for number in range(1, 13))
SHORT = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """How a style orders a date."""

    months: tuple[str, ...] = LONG
    is_month_first: bool = False
    """`February 22, 2007` instead of `22 February 2007`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """A date in words."""

    words: str
    is_approximate: bool = False
    is_uncertain: bool = False


@lru_cache(maxsize=1024)
def said(text: str, form: Form) -> When | None:
    """Say a date in a form; nothing for an empty one."""
    if not text:
        return None
    date = dates.parse(text)
    words = dates.in_words(date) if _is_rare(date) else _whole(date, form)
    return When(words=words, is_approximate=date.is_approximate, is_uncertain=date.is_uncertain)


@lru_cache(maxsize=1024)
def year_first(text: str) -> tuple[When, str] | None:
    """Say a date as year and rest (`2007`, `February 22–23`); nothing for an empty one."""
    if not text:
        return None
    date = dates.parse(text)
    year, rest = (dates.in_words(date), "") if _is_rare(date) else _parted(date)
    return When(words=year, is_approximate=date.is_approximate, is_uncertain=date.is_uncertain), rest


def _is_rare(date: Edtf) -> bool:
    """Say whether only the words for readers can say a date: rarer forms, years not known."""
    return date.kind == "other" or any(moment.year == "XXXX" for moment in date.moments)


def _whole(date: Edtf, form: Form) -> str:
    if date.kind == "interval":
        return _interval(date.moments[0], date.moments[1], form)
    if date.kind == "moment":
        return _day(date.moments[0], form, _year(date.moments[0]))
    return _choice(date, form)


def _interval(first: Moment, last: Moment, form: Form) -> str:
    if not first.year or not last.year:
        word, known = ("until", last) if not first.year else ("from", first)
        return f"{word} {_day(known, form, _year(known))}"
    if first.year == last.year and _month(first, form) and _month(last, form):
        return _with_year(_span(first, last, form), _year(last), form, has_day=last.day.isdigit())
    return f"{_day(first, form, _year(first))}–{_day(last, form, _year(last))}"


def _span(first: Moment, last: Moment, form: Form) -> str:
    """Say two days or months of one year without the year."""
    if first.month != last.month or not (first.day.isdigit() and last.day.isdigit()):
        return f"{_day(first, form, '')}–{_day(last, form, '')}"
    days = f"{int(first.day)}–{int(last.day)}"
    return f"{_month(last, form)} {days}" if form.is_month_first else f"{days} {_month(last, form)}"


def _choice(date: Edtf, form: Form) -> str:
    """Say dates of which one or all are meant."""
    moments = date.moments
    if len({moment.year for moment in moments}) == 1 and all(_month(moment, form) for moment in moments):
        said = _joined(date, [_day(moment, form, "") for moment in moments])
        return _with_year(said, _year(moments[0]), form, has_day=moments[-1].day.isdigit())
    return _joined(date, [_day(moment, form, _year(moment)) for moment in moments])


def _joined(date: Edtf, words: list[str]) -> str:
    link = "or" if date.kind == "one-of" else "and"
    return f"{', '.join(words[:-1])} {link} {words[-1]}"


def _parted(date: Edtf) -> tuple[str, str]:
    """Give year and rest of a date."""
    form = Form(is_month_first=True)
    moments = date.moments
    if date.kind == "moment":
        return _year(moments[0]), _day(moments[0], form, "")
    if date.kind == "interval" and not (moments[0].year and moments[1].year):
        word, known = ("until", moments[1]) if not moments[0].year else ("from", moments[0])
        return f"{word} {_year(known)}", _day(known, form, "")
    rests = [_day(moment, form, "") for moment in moments]
    if date.kind == "interval":
        first, last = moments
        years = _year(first) if first.year == last.year else f"{_year(first)}–{_year(last)}"
        same = first.year == last.year and all(rests)
        return years, _span(first, last, form) if same else "–".join(rest for rest in rests if rest)
    if len({moment.year for moment in moments}) == 1:
        return _year(moments[0]), _joined(date, rests) if all(rests) else ""
    return _joined(date, [_day(moment, form, _year(moment)) for moment in moments]), ""


def _with_year(words: str, year: str, form: Form, *, has_day: bool) -> str:
    return f"{words}, {year}" if form.is_month_first and has_day else f"{words} {year}"


def _day(moment: Moment, form: Form, year: str) -> str:
    """Say one date with a year, or without one if it is empty."""
    month = _month(moment, form)
    if not month:
        return year
    has_day = moment.day.isdigit()
    day = str(int(moment.day)) if has_day else ""
    words = " ".join(part for part in ((month, day) if form.is_month_first else (day, month)) if part)
    return _with_year(words, year, form, has_day=has_day) if year else words


def _month(moment: Moment, form: Form) -> str:
    if not moment.month.isdigit():
        return ""
    number = int(moment.month)
    return ENGLISH.say(f"date.season.{number - 20}").capitalize() if number > 12 else form.months[number - 1]


def _year(moment: Moment) -> str:
    """Say a year, a decade or a century."""
    return dates.in_words(moment.year)
