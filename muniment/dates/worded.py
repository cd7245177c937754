"""Reads dates whose month is a word, day first or month first, single, in ranges and in lists, at a place of a text.

Refuses to know numeric dates and the words around a date.
"""

import re

from muniment.dates import number_words, scan
from muniment.dates.months import MONTHS, Name
from muniment.dates.wording import Point, Reading, full_year
from muniment.frozen import dataclass

MOST_LISTED = 8
"""Days of one list ("3, 5 and 9 May") that are read."""
NUMBERED = frozenset(
    {
        "session", "item", "article", "art", "no", "nr", "number", "part", "chapter", "day", "annex", "volume",
        "vol", "issue", "page", "p", "pp", "section", "sec", "paragraph", "para", "table", "figure", "room",
        "box", "line", "version", "v", "clause", "rule", "appendix", "resolution", "tel", "phone", "fax",
        "release",
    }
)  # fmt: skip
"""Words before a number that make it a number of something, never the first day of a range."""

_SIGNAL = re.compile(
    r"([0-9]{2})[0-9]{4}[ ]?[A-Z](?:ULU)?[ ]{0,2}([A-Z]{3,9})[ ]{0,2}([0-9]{4}|[0-9]{2})(?![0-9A-Za-z])"
)
_ARTICLES = frozenset(("le", "el", "den", "am", "vom", "bis", "del", "du", "au", "al", "til", "der", "dem", "the"))
_BETWEEN = frozenset(("between", "entre", "zwischen", "mellom"))
_NOT_AFTER = frozenset(("in", "during", "throughout", "im"))
_BEGINNINGS = frozenset(("", "\n", "\r", "|", ":"))
"""What stands before a day with which a line, a cell or a labelled value begins."""
_NUMBER_GOES_ON = re.compile(r"[,.][0-9]{3}(?![0-9])|%|:[0-9]|/[0-9]")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Month:
    """A month as it was read, with a year if one follows."""

    name: Name
    form: str
    year: int
    is_short: bool
    end: int
    mark: str = ""
    """What marked the day before it as an ordinal; empty if nothing did."""


def day_first(text: str, start: int) -> Reading | None:
    """Read "23 February 2007", "22–23 February", "3, 5 and 9 May 2010", "30 May – 2 June 2007"."""
    first = scan.day_at(text, start)
    if first is None:
        return None
    month = _month_and_year(text, first[2], first[1]) or _month_behind_comma(text, start, first)
    if month is None:
        return _days_of_one_month(text, start, first)
    if not _is_plausible(text, start, first, month):
        return None
    point = Point(year=month.year, month=month.name.number, day=first[0])
    return _second_day_first(text, start, point, month) or _reading(start, (point,), "", month, "dmy")


def month_first(text: str, day_start: int, floor: int) -> Reading | None:
    """Read "February 23, 2007", "May 23-25, 2007", "May 30 to June 2, 2007" from the place of the first day."""
    word, start = scan.word_before(text, day_start)
    name = MONTHS.get(word.lower())
    first = scan.day_at(text, day_start)
    if name is None or first is None or start < floor:
        return None
    between = text[start + len(word) : day_start]
    days, link, end = _days(text, first)
    if "," in between or ("." in between and not name.is_abbreviation) or _NUMBER_GOES_ON.match(text, end):
        return None
    second = _second_month_first(text, end) if not link else None
    if second:
        return _joined_month_first(start, Point(month=name.number, day=first[0]), second, name)
    found = scan.year_after(text, end, _NO_DOT, can_be_glued=False) or scan.year_after_time(text, end)
    year, is_short, end = found or (0, False, end)
    if not year and ("\n" in between or not _stands_without_year(text, start, word)):
        return None
    points = tuple(Point(year=year, month=name.number, day=day) for day in days)
    month = _Month(name=name, form=word, year=year, is_short=is_short, end=end)
    return _reading(start, points, link, month, "mdy")


def signal(text: str, start: int) -> Reading | None:
    """Read the date-time group of a cable: "311200Z MAY 07"."""
    match = _SIGNAL.match(text, start)
    name = MONTHS.get(match[2].lower()) if match else None
    if match is None or name is None or not 1 <= int(match[1]) <= 31:
        return None
    is_short = len(match[3]) == 2
    year = full_year(int(match[3])) if is_short else int(match[3])
    month = _Month(name=name, form=match[2], year=year, is_short=is_short, end=match.end())
    return _reading(start, (Point(year=year, month=name.number, day=int(match[1])),), "", month, "dmy")


def language_of(name: Name, form: str, mark: str = "") -> str:
    """Choose among the languages that use a form, by its letters and by what marks the day before it as an ordinal.

    A point or a small letter speaks against English, a small letter against German, a day without a point (`none`)
    for French. Empty if that leaves French or another ("mars 2010").
    """
    if "en" in name.languages and mark != "." and not form.islower():
        return "en"
    is_small = form.islower()
    possible = [language for language in name.languages if language != "en" and not (language == "de" and is_small)]
    if "fr" in possible and mark != ".":
        return "fr" if mark or possible == ["fr"] else ""
    if "de" in possible and not is_small:
        return "de"
    return possible[0] if possible else "en"


_NO_DOT = Name(number=0, languages=(), is_abbreviation=False)


def _month_and_year(text: str, place: int, mark: str) -> _Month | None:
    found = scan.month_after_day(text, place)
    if found is None:
        return None
    name, form, end = found
    is_glued = found[2] - place == len(form)
    year = scan.year_after(text, end, name, can_be_glued=is_glued) or scan.short_year_after(text, end)
    written = number_words.year_after(text, end) if year is None else None
    if written:
        return _Month(name=name, form=form, year=written[0], is_short=False, end=written[1], mark=mark)
    if year is None:
        return _Month(name=name, form=form, year=0, is_short=False, end=end, mark=mark)
    return _Month(name=name, form=form, year=year[0], is_short=year[1], end=year[2], mark=mark)


def _month_behind_comma(text: str, start: int, first: tuple[int, str, int]) -> _Month | None:
    """Read the month of "Date: 25, November 2014": the comma is no list's where the day begins line, cell or value."""
    if not text.startswith(", ", first[2]) or text[max(0, start - 4) : start].rstrip(" ")[-1:] not in _BEGINNINGS:
        return None
    month = _month_and_year(text, first[2] + 1, first[1])
    return month if month and month.year else None


def _days_of_one_month(text: str, start: int, first: tuple[int, str, int]) -> Reading | None:
    """Read several days before one month."""
    days, link, end = _days(text, first)
    month = _month_and_year(text, end, first[1]) if link else None
    if month is None or scan.word_before(text, start)[0].lower() in NUMBERED:
        return None
    if not _is_plausible(text, start, first, month):
        return None
    if link == "and" and len(days) == 2 and _is_between(text, start):
        link = "range"
    points = tuple(Point(year=month.year, month=month.name.number, day=day) for day in days)
    return _reading(start, points, link, month, "dmy")


def _days(text: str, first: tuple[int, str, int]) -> tuple[tuple[int, ...], str, int]:
    """Read the further days of a range or list; the link is empty if there are none."""
    days, link, end = [first[0]], "", first[2]
    for _ in range(MOST_LISTED):
        step = scan.link_at(text, end)
        day = scan.day_at(text, step[1]) if step else None
        if step is None or day is None or link in {"range", "and", "or"}:
            break
        link = "range" if step[0] == "/" else step[0]
        days.append(day[0])
        end = day[2]
    if link in {"range", "and", "or"} and (link != "range" or len(days) == 2):
        return tuple(days), link, end
    return (first[0],), "", first[2]


def _second_day_first(text: str, start: int, point: Point, month: _Month) -> Reading | None:
    """Read the other end of "30 May – 2 June 2007"."""
    link = scan.link_at(text, month.end)
    day = scan.day_at(text, link[1]) if link else None
    second = _month_and_year(text, day[2], day[1]) if day else None
    if link is None or day is None or second is None or link[0] == ",":
        return None
    if (point.year and not second.year) or (link[0] != "range" and second.form.islower() != month.form.islower()):
        return None
    is_range = link[0] in {"range", "/"} or _is_between(text, start)
    points = (point, Point(year=second.year, month=second.name.number, day=day[0]))
    return _reading(start, points, "range" if is_range else link[0], second, "dmy")


def _second_month_first(text: str, place: int) -> tuple[Point, _Month, str, int] | None:
    """Read "to June 2, 2007" behind "May 30", or behind "December 28, 2007"."""
    year = scan.year_after(text, place, _NO_DOT, can_be_glued=False) or (0, False, place)
    link = scan.link_at(text, year[2])
    found = scan.name_at(text, link[1]) if link else None
    if link is None or found is None or link[0] == ",":
        return None
    name, form, end = found
    day = scan.day_at(text, scan.gap_at(text, end + (name.is_abbreviation and text.startswith(".", end))))
    if day is None:
        return None
    second = scan.year_after(text, day[2], _NO_DOT, can_be_glued=False) or (0, False, day[2])
    if year[0] and not second[0]:
        return None
    month = _Month(name=name, form=form, year=second[0], is_short=year[1] or second[1], end=second[2])
    point = Point(year=second[0], month=name.number, day=day[0])
    return point, month, "range" if link[0] == "/" else link[0], year[0]


def _joined_month_first(start: int, first: Point, second: tuple[Point, _Month, str, int], name: Name) -> Reading:
    point, month, link, year = second
    points = (Point(year=year, month=name.number, day=first.day), point)
    return _reading(start, points, link, month, "mdy")


def _reading(start: int, points: tuple[Point, ...], link: str, month: _Month, order: str) -> Reading:
    language = language_of(month.name, month.form, month.mark or "none")
    return Reading(
        start=start,
        end=month.end,
        points=points,
        link=link,
        order=order,
        language=language,
        is_short_year=month.is_short,
    )


def _is_plausible(text: str, start: int, day: tuple[int, str, int], month: _Month) -> bool:
    """Tell "5 May" from "5 may", and "4. mai" from a numbered line "4. May"."""
    name, form = month.name, month.form
    is_english_only = name.languages == ("en",)
    if month.year:
        return not (day[1] == "." and is_english_only and form[:1].isupper())
    if name.is_abbreviation and not form[:1].isupper():
        return False
    if "\n" in text[day[2] : month.end] and _is_alone_on_line(text, start):
        return False
    before = scan.word_before(text, start)[0].lower()
    if before in NUMBERED:
        return False
    has_article = before in _ARTICLES
    if form.islower():
        return "en" not in name.languages or day[1] == "." or has_article
    if day[1] == ".":
        return not is_english_only
    return has_article or form.isupper() or bool({"en", "de"} & set(name.languages))


def _stands_without_year(text: str, start: int, word: str) -> bool:
    """Tell "on May 23" from "may 5 states" and "in May 10 states"."""
    if word.islower() or (word.isupper() and len(word) > 1 and scan.word_before(text, start)[0] != "ON"):
        return False
    return scan.word_before(text, start)[0].lower() not in _NOT_AFTER


def _is_between(text: str, start: int) -> bool:
    """Tell whether "between" stands before a place, an article in between or not."""
    word, place = scan.word_before(text, start)
    if word.lower() in _ARTICLES:
        word, place = scan.word_before(text, place)
    return word.lower() in _BETWEEN


def _is_alone_on_line(text: str, start: int) -> bool:
    before = text[max(0, start - scan.LOOK_BACK) : start].rpartition("\n")[2]
    return not before.strip()
