"""Reads dates that come down to a year: month and year, season and year, decades, ranges of years and bare years.

Refuses to know dates with a day, and numbers whose neighbours do not make them years.
"""

import re

from muniment.dates import scan
from muniment.dates.context import qualifier_before
from muniment.dates.months import MONTHS, SEASONS, Name
from muniment.dates.scan import GAP, SPACE
from muniment.dates.worded import NUMBERED, language_of
from muniment.dates.wording import Point, Reading

FIRST_BARE, LAST_BARE = 1500, 2100
"""The years that a number without a month or season may be."""

_PREPOSITIONS = frozenset(
    {
        "in", "by", "since", "before", "after", "until", "till", "from", "during", "about", "around", "circa",
        "c", "ca", "approximately", "early", "late", "mid", "pre", "post", "year", "years", "of", "for",
        "throughout", "between", "spring", "summer", "autumn", "winter", "copyright", "within", "into", "en",
        "depuis", "avant", "après", "dès", "vers", "fin", "début", "mi", "an", "année", "de", "desde", "año",
        "hasta", "i", "siden", "før", "etter", "innen", "året", "fra", "av", "fram", "seit", "vor", "nach",
        "bis", "ab", "jahr", "jahre", "anfang", "mitte", "ende",
    }
)  # fmt: skip
_FOREIGN = frozenset(
    {
        "en", "de", "i", "av", "vor", "nach", "bis", "ab", "seit", "fra", "før", "etter",
    }
)  # fmt: skip
_OPENERS = frozenset(
    {
        "from", "between", "de", "entre", "von", "zwischen", "fra", "mellom", "since", "years",
    }
)  # fmt: skip
_VAGUE = frozenset(("about", "around", "approximately"))
_DETERMINERS = frozenset(("the", "its", "their", "our", "his", "her"))
_COUNTED = frozenset(
    {
        "million", "billion", "thousand", "hundred", "km", "kilometres", "kilometers", "metres", "meters", "m",
        "miles", "feet", "tonnes", "tons", "kg", "percent", "per", "people", "persons", "civilians", "men",
        "women", "children", "troops", "soldiers", "hectares", "acres", "mines", "dollars", "euros", "pounds",
        "usd", "eur", "victims", "casualties", "units", "copies", "words", "delegates", "participants", "times",
        "years", "days", "hours", "villages", "others", "more", "other",
    }
)  # fmt: skip
_FUNCTION_WORDS = frozenset(
    ("was", "is", "has", "as", "this", "his", "its", "us", "does", "always", "states", "parties")
)
_MONTH_LINK = re.compile(
    rf"(?<![^\W\d_])([^\W\d_]{{3,10}})\.?(?:{GAP}([-‐‑–—/]){GAP}|{SPACE}"
    rf"(and|or|to|through|until|et|ou|y|o|a|und|oder|bis|og|eller|til|à){SPACE})\Z"
)
_LINK_WORDS = {
    "/": "or",
    **dict.fromkeys(("or", "ou", "o", "oder", "eller"), "or"),
    **dict.fromkeys(("and", "et", "y", "und", "og"), "and"),
}
_SECOND_YEAR = re.compile(r"[ ]?([-–—/])[ ]?([0-9]{4}|[0-9]{2})(?![0-9A-Za-z]|[-/.:,][0-9])")
_SECOND_BY_WORD = re.compile(
    rf"{SPACE}(to|and|until|till|through|à|et|y|a|og|til|bis|und){SPACE}([0-9]{{4}})(?![0-9A-Za-z%]|[-/.:,][0-9])"
)
_DECADE = re.compile(r"(?:['’]?s|-årene|-tallet|-talet|er[ ]Jahren?)(?![^\W_])")
_DECADE_BEFORE = frozenset(("années", "años", "anos", "anni"))
PREFIX = re.compile(r"(?<![^\W_])(?:(mid|mi|pre|post)[-‐‑]|(c|ca)\.)\Z", re.IGNORECASE)
"""What may stand before a year without a space: "mid-2008", "c.1921"."""
_GOES_ON = re.compile(r"[0-9A-Za-z%_]|[-/.:,'’][0-9]|-[A-Za-z]|[ ][0-9]{3}(?![0-9])")
_NEXT_WORD = re.compile(rf"{GAP}([^\W\d_]{{1,20}})")
_END_OF_CLAUSE = re.compile(r"[ \t]*(?:[.;:)\]\r\n]|\Z)")


def month_and_year(text: str, year_start: int, floor: int) -> Reading | None:
    """Read "April 2012", "May/June 2007", "November 2007 – January 2008" from the place of the (first) year."""
    word, start = scan.word_before(text, year_start)
    if word.lower() in {"of", "de", "del"}:
        word, start = scan.word_before(text, start)
    name = MONTHS.get(word.lower())
    if name is None or start < floor:
        return None
    year = scan.year_after(text, start + len(word), name)
    if year is None or year[2] <= year_start or not _is_month_here(text, start, word, name):
        return None
    point = Point(year=year[0], month=name.number)
    language = language_of(name, word)
    first, link, first_start = _earlier_month(text, start, floor)
    if first:
        points = (Point(month=first), point)
        return Reading(start=first_start, end=year[2], points=points, link=link, language=language)
    later = _later_month(text, year[2])
    if later:
        return Reading(start=start, end=later[2], points=(point, later[0]), link=later[1], language=language)
    return Reading(start=start, end=year[2], points=(point,), language=language)


def season_and_year(text: str, year_start: int, floor: int) -> Reading | None:
    """Read "spring of 2007", "Winter 1998/99"; a winter over two years is that of the first."""
    word, start = scan.word_before(text, year_start)
    if word.lower() in {"of", "de"}:
        word, start = scan.word_before(text, start)
    name = SEASONS.get(word.lower())
    if name is None or start < floor or not _is_season_here(text, start, year_start, word):
        return None
    end, year = year_start + 4, int(text[year_start : year_start + 4])
    second = _second_year(text, year_start)
    if second and name.number == 24 and second[0] == year + 1:
        end = second[1]
    elif not 1000 <= year <= LAST_BARE or _GOES_ON.match(text, end):
        return None
    return Reading(
        start=start, end=end, points=(Point(year=year, month=name.number),), language=language_of(name, word)
    )


def bare_year(text: str, start: int) -> Reading | None:
    """Read a year, decade or range of years where the words around say that it is one."""
    year = int(text[start : start + 4])
    if not FIRST_BARE <= year <= LAST_BARE:
        return None
    prefix = PREFIX.search(text, max(0, start - 5), start)
    word = (prefix[1] or prefix[2]).lower() if prefix else scan.word_before(text, start)[0].lower()
    if word in NUMBERED:
        return None
    decade = _DECADE.match(text, start + 4)
    is_after = word in _DECADE_BEFORE and not _GOES_ON.match(text, start + 4)
    if year % 10 == 0 and (decade or is_after):
        held = f"{year // 100}XX" if year % 100 == 0 and year < 2000 else f"{year // 10}X"
        end = decade.end() if decade else start + 4
        return Reading(start=start, end=end, points=(Point(year=year),), whole=held)
    second = _second_year(text, start)
    later = _second_by_word(text, start, word)
    if later and not second:
        second = int(later[2]), later.end()
        if not year < second[0] <= LAST_BARE or _is_count(text, second[1], second[0], word):
            return None
    if second:
        points = (Point(year=year), Point(year=second[0]))
        return Reading(start=start, end=second[1], points=points, link="range")
    if _GOES_ON.match(text, start + 4) or not _is_year_here(text, start, year, word):
        return None
    return Reading(start=start, end=start + 4, points=(Point(year=year),))


def _earlier_month(text: str, start: int, floor: int) -> tuple[int, str, int]:
    """Look for "May/" or "May and" before a month; give 0 if there is none."""
    match = _MONTH_LINK.search(text, max(floor, start - scan.LOOK_BACK), start)
    name = MONTHS.get(match[1].lower()) if match else None
    if match is None or name is None or not (match[1][0].isupper() or "en" not in name.languages):
        return 0, "", start
    return name.number, _LINK_WORDS.get(match[2] or match[3], "range"), match.start()


def _later_month(text: str, place: int) -> tuple[Point, str, int] | None:
    link = scan.link_at(text, place)
    found = scan.name_at(text, link[1]) if link else None
    year = scan.year_after(text, found[2], found[0], can_be_glued=False) if found else None
    if link is None or found is None or year is None or link[0] == ",":
        return None
    return Point(year=year[0], month=found[0].number), "range" if link[0] == "/" else link[0], year[2]


def _is_month_here(text: str, start: int, word: str, name: Name) -> bool:
    """Tell "may 2000" and "march 2000" apart from months: a small English name needs a preposition."""
    if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        return False
    if word.islower() and "en" in name.languages and (name.languages == ("en",) or name.is_abbreviation):
        return scan.word_before(text, start)[0].lower() in _PREPOSITIONS
    return True


def _is_season_here(text: str, start: int, year_start: int, word: str) -> bool:
    if "." in text[start:year_start]:
        return False
    if word == "été":
        return text[start - 1 : start] in {"'", "’"}
    if word == "fall":
        return "of" in text[start:year_start] or scan.word_before(text, start)[0].lower() in {"the", "in", "this"}
    return True


def _second_year(text: str, start: int) -> tuple[int, int] | None:
    """Read "–1999", "-99" or "/99" behind a year: the later year, and the place behind it."""
    match = _SECOND_YEAR.match(text, start + 4)
    if match is None:
        return None
    year = int(text[start : start + 4])
    second = int(match[2]) if len(match[2]) == 4 else year // 100 * 100 + int(match[2])
    if len(match[2]) == 2 and second < year:
        second += 100
    is_month = len(match[2]) == 2 and match[1] in "-/" and int(match[2]) <= 12 and second != year + 1
    is_later = year < second <= min(LAST_BARE, year + 100)
    return (second, match.end()) if is_later and not is_month else None


def _second_by_word(text: str, start: int, word: str) -> re.Match[str] | None:
    """Read "to 1999" behind "from 1996"."""
    return _SECOND_BY_WORD.match(text, start + 4) if word in _OPENERS else None


def _is_year_here(text: str, start: int, year: int, word: str) -> bool:
    before, after = text[max(0, start - 2) : start], text[start + 4 : start + 5]
    if before.endswith("(") and after in {")", ",", ";"}:
        return year >= 1800
    if before.rstrip().endswith("©"):
        return True
    if _is_count(text, start + 4, year, word):
        return False
    if word in _VAGUE:
        return year >= 1800 and year % 100 != 0
    if word in _PREPOSITIONS or qualifier_before(text, start, 0)[1]:
        mark = before.rstrip()[-1:]
        return mark != "," and (mark != "." or word in {"c", "ca"})
    if word in _DETERMINERS:
        return year >= 1800 and _NEXT_WORD.match(text, start + 4) is not None
    return year >= 1800 and (_is_line(text, start) or _closes_a_clause(text, start, before))


def _is_count(text: str, end: int, year: int, word: str) -> bool:
    """Tell "in 2000 villages" from "in 2000 the"."""
    match = _NEXT_WORD.match(text, end)
    if match is None:
        return False
    following = match[1]
    if following.lower() in _COUNTED:
        return True
    if not following.islower() or (year % 100 and year >= 1900):
        return False
    return word in _FOREIGN or (following.endswith("s") and following not in _FUNCTION_WORDS)


def _is_line(text: str, start: int) -> bool:
    """Tell whether the year is all that stands on its line."""
    before = text[max(0, start - 4) : start].rpartition("\n")[2]
    is_first = start <= 4 or "\n" in text[max(0, start - 4) : start]
    after = text[start + 4 : start + 8].lstrip(" \t")
    return is_first and not before.strip() and (not after or after[0] in "\r\n")


def _closes_a_clause(text: str, start: int, before: str) -> bool:
    """Tell "Geneva, 2012." at the end of a line or clause."""
    word, place = scan.word_before(text, start)
    has_name = len(word) > 2 and word[0].isupper() and text[place + len(word) : place + len(word) + 1] == ","
    return has_name and before == ", " and _END_OF_CLAUSE.match(text, start + 4) is not None
