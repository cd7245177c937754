"""Reads the small parts of dates at a place of a text: gaps, days, names, years and what links two dates.

Refuses to know which parts make up a date; every pattern is bounded, so each call takes constant time.
"""

import re
from collections.abc import Mapping

from muniment.dates.months import MONTHS, WEEKDAYS, Name
from muniment.dates.wording import full_year

GAP = r"[ \t\xa0\u202f]{0,4}(?:\r?\n[ \t]{0,8})?"
"""White space inside a date: at most one line end."""
SPACE = r"(?:[ \t\xa0\u202f]{1,4}(?:\r?\n[ \t]{0,8})?|\r?\n[ \t]{0,8})"
"""White space inside a date that cannot be missing."""
YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|2100)(?![0-9])"
"""A year from 1000 to 2100 in four digits."""
LOOK_BACK = 48
"""How many characters before a date are looked at."""

_GAP = re.compile(GAP)
_DAY = re.compile(
    r"(0?[1-9]|[12][0-9]|3[01])(?![0-9])(?: (?=(?:st|nd|rd|th) ))?(st|nd|rd|th|er|ère|ST|ND|RD|TH|\.|º|°|ª)?"
)
_WORD = re.compile(r"[^\W\d_]{2,12}")
_OF = re.compile(rf"{GAP}(?:(?:day )?(?:of|de|del|من){SPACE}|d['’])?", re.IGNORECASE)
_YEAR = re.compile(
    rf"(,?){GAP}(?:(?:of|de|del|سنة|عام|in the year(?: of our Lord)?){SPACE})?({YEAR}|['’][0-9]{{2}}(?![0-9]))",
    re.IGNORECASE,
)
_SPACED_YEAR = re.compile(r",?[ ]{1,2}((?:1 [89]|2 0) [0-9] [0-9])(?![0-9]|[ ][0-9])")
_NOT_A_YEAR = re.compile(r",[0-9]{3}(?![0-9])|:[0-9]|%")
_CLOCK = re.compile(r"(?:[01][0-9]|2[0-3])[0-5][0-9][ ]?(?:hours|hrs|GMT|UTC)\b")
_TIME_AND_YEAR = re.compile(rf"[ ]{{1,2}}[0-9]{{1,2}}:[0-9]{{2}}(?::[0-9]{{2}})?(?:[ ][A-Z]{{2,5}})?[ ]({YEAR})")
_SHORT_YEAR = re.compile(r"[ ]([0-9]{2})(?![0-9])(?=[ \t]*(?:[;)\]\"'>|\r\n]|[.,:](?![0-9])|\Z)|[ ][-–—])")
_MARK_LINK = re.compile(rf"{GAP}([-‐‑‒–—−/,&]|--){GAP}")
_WORD_LINK = re.compile(rf",?{SPACE}([^\W\d_]{{1,7}}){SPACE}(?:(?:the|le|el|den|dem|zum){SPACE})?", re.IGNORECASE)
_LINK_WORDS = {
    **dict.fromkeys(("to", "until", "till", "through", "thru", "au", "al", "a", "bis", "til", "à"), "range"),
    **dict.fromkeys(("and", "et", "y", "e", "und", "og", "&"), "and"),
    **dict.fromkeys(("or", "ou", "o", "oder", "eller"), "or"),
    "/": "/",
    ",": ",",
}


def gap_at(text: str, place: int) -> int:
    """Give the place behind the white space at a place."""
    match = _GAP.match(text, place)
    return match.end() if match else place


def day_at(text: str, place: int) -> tuple[int, str, int] | None:
    """Read a day of the month: its number, what marks it as an ordinal, and the place behind it."""
    match = _DAY.match(text, place)
    if match is None:
        return None
    mark = match[2] or ""
    if mark[:1].isalpha() and text[match.end() : match.end() + 1].isalpha():
        return int(match[1]), "", match.end(1)
    return int(match[1]), mark.lower(), match.end()


def name_at(text: str, place: int, names: Mapping[str, Name] = MONTHS) -> tuple[Name, str, int] | None:
    """Read a name: its entry, the form as printed, and the place behind it (without a full stop)."""
    match = _WORD.match(text, place)
    if match is None:
        return None
    name = names.get(match[0].lower())
    return (name, match[0], match.end()) if name else None


def month_after_day(text: str, place: int) -> tuple[Name, str, int] | None:
    """Read the month that follows a day, with "of" or "de" between them or not."""
    match = _OF.match(text, place)
    return name_at(text, match.end()) if match else None


def year_after(text: str, place: int, name: Name, can_be_glued: bool = True) -> tuple[int, bool, int] | None:
    """Read the year that follows a month or a day: the year, whether it has two digits only, the place behind it."""
    if name.is_abbreviation and text.startswith(".", place):
        place += 1
    match = _YEAR.match(text, place)
    spaced = _SPACED_YEAR.match(text, place) if match is None else None
    if spaced:  # a typist's emphasis, or what a reader of scans made of it: "June, 1 9 6 4"
        return int(spaced[1].replace(" ", "")), False, spaced.end()
    if match is None or _NOT_A_YEAR.match(text, match.end()) or _CLOCK.match(text, match.start(2)):
        return None
    digits = match[2]
    if not digits[0].isdigit():
        return full_year(int(digits[1:])), True, match.end()
    if (match[1] and int(digits) < 1500) or (match.start(2) == place and not can_be_glued):
        return None
    return int(digits), False, match.end()


def year_after_time(text: str, place: int) -> tuple[int, bool, int] | None:
    """Read the year of "Tue Dec 19 19:19:19 EST 1994", behind the day."""
    match = _TIME_AND_YEAR.match(text, place)
    return (int(match[1]), False, match.end()) if match else None


def short_year_after(text: str, place: int) -> tuple[int, bool, int] | None:
    """Read "98" at the end of a clause, behind the day and month of "6 June 98"."""
    match = _SHORT_YEAR.match(text, place)
    return (full_year(int(match[1])), True, match.end(1)) if match else None


def link_at(text: str, place: int) -> tuple[str, int] | None:
    """Read what links two dates: `range`, `and`, `or`, `/` or `,`, and the place behind it, a weekday skipped."""
    match = _WORD_LINK.match(text, place)
    if match and match[1].lower() in _LINK_WORDS:
        return _LINK_WORDS[match[1].lower()], _behind_weekday(text, match.end())
    match = _MARK_LINK.match(text, place)
    return (_LINK_WORDS.get(match[1], "range"), _behind_weekday(text, match.end())) if match else None


def word_before(text: str, place: int) -> tuple[str, int]:
    """Give the word before a place and where it begins; only white space, one line end, `.` and `,` between."""
    low = max(0, place - LOOK_BACK)
    end = place
    while end > low and text[end - 1] in " \t\xa0\u202f\r\n.,":
        end -= 1
    start = end
    while start > low and text[start - 1].isalpha():
        start -= 1
    if text.count("\n", end, place) > 1:
        return "", place
    return text[start:end], start


def _behind_weekday(text: str, place: int) -> int:
    weekday = name_at(text, place, WEEKDAYS)
    if weekday is None:
        return place
    behind = weekday[2] + text.startswith((",", "."), weekday[2])
    return gap_at(text, behind)
