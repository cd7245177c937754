"""Turns EDTF values into words for readers and into the value of HTML's `<time>`.

Refuses to know how a document printed the date; how a language says one stands with the words of the interface.
"""

from collections.abc import Sequence

from muniment.dates.calendar import FIRST_DAY, LAST_DAY, days_in, split_day
from muniment.dates.edtf import Edtf, Moment, parse
from muniment.words import ENGLISH, Words


def in_words(edtf: Edtf | str, words: Words = ENGLISH) -> str:
    """Say a date as a reader would, in the language of the given words."""
    date = parse(edtf) if isinstance(edtf, str) else edtf
    if date.kind == "interval":
        return _interval(date.moments, words)
    if date.kind == "one-of":
        return _alternatives(date.moments, words, "date.either")
    if date.kind == "all-of":
        return _alternatives(date.moments, words, "date.both")
    if date.kind == "moment":
        return _moment(date.moments[0], words)
    return _bounds(date, words)


def html_time(edtf: Edtf | str) -> str | None:
    """Give the `datetime` value of `<time>` (HTML, section 4.5.14) for a certain day, month or year, else None."""
    date = parse(edtf) if isinstance(edtf, str) else edtf
    if date.kind != "moment":
        return None
    moment = date.moments[0]
    if moment.qualifier or "X" in moment.year or moment.precision == "season":
        return None
    return "-".join(part for part in (moment.year, moment.month, moment.day) if part.isdigit())


def _moment(moment: Moment, words: Words) -> str:
    said = _plain(moment, words)
    if moment.qualifier not in ("", "?"):
        said = words.say("date.about", date=said)
    return words.say("date.possibly", date=said) if moment.qualifier not in ("", "~") else said


def _plain(moment: Moment, words: Words) -> str:
    day = _day(moment, words) if moment.precision == "day" else ""
    month = _month(moment, words) if moment.month.isdigit() else ""
    return _composed(day, month, moment.year, words)


def _composed(day: str, month: str, year: str, words: Words) -> str:
    """Put the words for day, month and year together; day and month may be empty, and either may say several."""
    if year == "XXXX":
        return words.say("date.no_year", date=words.say("date.day_month", day=day, month=month).strip()).strip()
    if day:
        return words.say("date.full", day=day, month=month, year=_year(year, words))
    return words.say("date.month_year", month=month, year=_year(year, words)) if month else _year(year, words)


def _year(year: str, words: Words) -> str:
    if "X" not in year:
        return year.lstrip("0")
    if year.endswith("X") and year.count("X") == 1 and year[2] != "0":
        return words.say("date.decade", decade=year.replace("X", "0").lstrip("0"))
    first, last = year.replace("X", "0").lstrip("0") or "0", year.replace("X", "9").lstrip("0")
    return words.say("date.range", first=first, last=last)


def _day(moment: Moment, words: Words) -> str:
    return words.say("date.day", day=int(moment.day))


def _month(moment: Moment, words: Words) -> str:
    number = int(moment.month)
    return words.say(f"date.season.{number - 20}" if number > 12 else f"date.month.{number}")


def _interval(moments: Sequence[Moment], words: Words) -> str:
    first, last = moments
    if not first.year:
        return words.say("date.until", date=_moment(last, words))
    if not last.year:
        return words.say("date.since", date=_moment(first, words))
    if first == last:
        return _moment(first, words)
    return _together(moments, words, "date.range") or words.say(
        "date.range.wide", first=_before(first, last, words), last=_moment(last, words)
    )


def _before(first: Moment, last: Moment, words: Words) -> str:
    """Say the first day of a range without the year it shares with the last."""
    shares_year = first.year == last.year and first.precision == last.precision == "day"
    if shares_year and not first.qualifier and not last.qualifier:
        return words.say("date.day_month", day=_day(first, words), month=_month(first, words))
    return _moment(first, words)


def _alternatives(moments: Sequence[Moment], words: Words, joined: str) -> str:
    said = [_moment(moment, words) for moment in moments]
    return _together(moments, words, joined) or _listed(said, words, joined)


def _together(moments: Sequence[Moment], words: Words, joined: str) -> str:
    """Say dates that differ in their day only, their month only or their year only as one; else give empty text."""
    precisions = {moment.precision for moment in moments}
    is_vague = any(moment.qualifier or ("X" in moment.year and moment.year != "XXXX") for moment in moments)
    if len(precisions) > 1 or is_vague:
        return ""
    precision, one = moments[0].precision, moments[0]
    same_year = all(moment.year == one.year for moment in moments)
    if precision == "year":
        return _listed([_year(moment.year, words) for moment in moments], words, joined)
    if precision in {"month", "season"} and same_year:
        months = _listed([_month(moment, words) for moment in moments], words, joined)
        return _composed("", months, one.year, words)
    if precision == "day" and same_year and all(moment.month == one.month for moment in moments):
        days = _listed([_day(moment, words) for moment in moments], words, joined)
        return _composed(days, _month(one, words), one.year, words)
    return ""


def _listed(said: Sequence[str], words: Words, joined: str) -> str:
    """Put what is said in a row; `joined` is the key of how the last stands to those before it."""
    return words.say(joined, first=words.listed(said[:-1]), last=said[-1]) if len(said) > 1 else said[0]


def _bounds(date: Edtf, words: Words) -> str:
    """Say a rarer form by its first and last day, in the largest units that fit."""
    said = _interval(_largest(date.earliest, date.latest), words)
    if date.is_approximate:
        said = words.say("date.about", date=said)
    return words.say("date.possibly", date=said) if date.is_uncertain else said


def _largest(earliest: str, latest: str) -> tuple[Moment, Moment]:
    year, month, day = split_day(latest)
    starts_year, starts_month = earliest.endswith("-01-01"), earliest.endswith("-01")
    ends_year, ends_month = latest.endswith("-12-31"), day == days_in(year, month)
    size = 4 if starts_year and ends_year else 7 if starts_month and ends_month else 10
    first = Moment(year="") if earliest == FIRST_DAY else _cut(earliest, size)
    last = Moment(year="") if latest == LAST_DAY else _cut(latest, size)
    return first, last


def _cut(iso: str, size: int) -> Moment:
    return Moment(year=iso[:4], month=iso[5:7] if size > 4 else "", day=iso[8:] if size > 7 else "")
