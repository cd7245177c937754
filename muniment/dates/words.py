"""Turns EDTF values into words for readers and into the value of HTML's `<time>`.

Refuses to know how a document printed the date.
"""

from collections.abc import Sequence

from muniment.dates.calendar import FIRST_DAY, LAST_DAY, days_in, split_day
from muniment.dates.edtf import Edtf, Moment, parse
from muniment.dates.languages import LANGUAGES, Language


def in_words(edtf: Edtf | str, language: str = "en") -> str:
    """Say a date as a reader would; a language without a table is said in English.

    Of a language tag only the first part counts; Norwegian is bokmål.
    """
    date = parse(edtf) if isinstance(edtf, str) else edtf
    words = LANGUAGES.get(language.partition("-")[0].lower(), LANGUAGES["en"])
    if date.kind == "interval":
        return _interval(date.moments, words)
    if date.kind == "one-of":
        return _alternatives(date.moments, words, words.either)
    if date.kind == "all-of":
        return _alternatives(date.moments, words, words.both)
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


def _moment(moment: Moment, words: Language) -> str:
    said = _plain(moment, words)
    return {"?": f"{words.possibly} {said}", "~": f"{words.about} {said}"}.get(
        moment.qualifier, f"{words.possibly} {words.about} {said}" if moment.qualifier else said
    )


def _plain(moment: Moment, words: Language) -> str:
    day = _day(moment, words) if moment.precision == "day" else ""
    month = _month(moment, words) if moment.month.isdigit() else ""
    return _composed(day, month, moment.year, words)


def _composed(day: str, month: str, year: str, words: Language) -> str:
    """Put the words for day, month and year together; day and month may be empty, and either may say several."""
    if year == "XXXX":
        return words.no_year.format(date=words.day_month.format(day=day, month=month).strip()).strip()
    if day:
        return words.full.format(day=day, month=month, year=_year(year, words))
    return words.month_year.format(month=month, year=_year(year, words)) if month else _year(year, words)


def _year(year: str, words: Language) -> str:
    if "X" not in year:
        return year.lstrip("0")
    if year.endswith("X") and year.count("X") == 1 and year[2] != "0":
        return words.decade.format(decade=year.replace("X", "0").lstrip("0"))
    return f"{year.replace('X', '0').lstrip('0') or '0'}–{year.replace('X', '9').lstrip('0')}"


def _day(moment: Moment, words: Language) -> str:
    return words.day.format(day=int(moment.day))


def _month(moment: Moment, words: Language) -> str:
    number = int(moment.month)
    return words.seasons[number - 21] if number > 12 else words.months[number - 1]


def _interval(moments: Sequence[Moment], words: Language) -> str:
    first, last = moments
    if not first.year:
        return words.until.format(date=_moment(last, words))
    if not last.year:
        return words.since.format(date=_moment(first, words))
    if first == last:
        return _moment(first, words)
    return _together(moments, words, "–") or f"{_before(first, last, words)} – {_moment(last, words)}"


def _before(first: Moment, last: Moment, words: Language) -> str:
    """Say the first day of a range without the year it shares with the last."""
    shares_year = first.year == last.year and first.precision == last.precision == "day"
    if shares_year and not first.qualifier and not last.qualifier:
        return words.day_month.format(day=_day(first, words), month=_month(first, words))
    return _moment(first, words)


def _alternatives(moments: Sequence[Moment], words: Language, joiner: str) -> str:
    said = [_moment(moment, words) for moment in moments]
    return _together(moments, words, f" {joiner} ") or _listed(said, f" {joiner} ")


def _together(moments: Sequence[Moment], words: Language, joiner: str) -> str:
    """Say dates that differ in their day only, their month only or their year only as one; else give empty text."""
    precisions = {moment.precision for moment in moments}
    is_vague = any(moment.qualifier or ("X" in moment.year and moment.year != "XXXX") for moment in moments)
    if len(precisions) > 1 or is_vague:
        return ""
    precision, one = moments[0].precision, moments[0]
    same_year = all(moment.year == one.year for moment in moments)
    if precision == "year":
        return _listed([_year(moment.year, words) for moment in moments], joiner)
    if precision in {"month", "season"} and same_year:
        months = _listed([_month(moment, words) for moment in moments], joiner)
        return _composed("", months, one.year, words)
    if precision == "day" and same_year and all(moment.month == one.month for moment in moments):
        days = _listed([_day(moment, words) for moment in moments], joiner)
        return _composed(days, _month(one, words), one.year, words)
    return ""


def _listed(said: Sequence[str], joiner: str) -> str:
    return joiner.join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else said[0]


def _bounds(date: Edtf, words: Language) -> str:
    """Say a rarer form by its first and last day, in the largest units that fit."""
    said = _interval(_largest(date.earliest, date.latest), words)
    doubt = f"{words.possibly} " if date.is_uncertain else ""
    return f"{doubt}{words.about} {said}" if date.is_approximate else doubt + said


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
