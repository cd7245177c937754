"""Finds dates whose day is written out: "this third day of May 1998", "le premier mars", "a los tres días de mayo".

Treaties, charters and old letters date themselves so. Refuses to know days in figures, and years by themselves.
"""

import re
from collections.abc import Iterator

from muniment.dates import number_words, scan
from muniment.dates.months import MONTHS
from muniment.dates.number_words import CARDINALS, FILLERS, ORDINALS
from muniment.dates.wording import Point, Reading

_OF_MONTH = re.compile(
    "of[ \n](?=January|February|March|April|May|June|July|August|September|October|November|December)"
)
_YEAR_WORD = re.compile(r"[ \n]mil(?:le)?[ \n]")
_FIRST_DAY = re.compile(r"(?:premier |primero de )(?=[a-zéû]{3,10})")
_BESIDE = frozenset(("day", "jour", "jours", "día", "días", "mes", "mois", "of", "de", "del", "du", "des"))
"""Words between a day and its month: "a los tres días del mes de mayo"."""
_ARTICLES = frozenset(("the", "this", "le", "el", "los"))
_YEAR_LEADS = frozenset(("de", "del", "año", "an", "l", "the", "year"))


def find(text: str) -> Iterator[Reading]:
    """Give the dates whose day is written out, in the order of their days."""
    days = [(match.start() + len("of"), "en") for match in _OF_MONTH.finditer(text)]
    if " mil" in text or "\nmil" in text:
        days += [(place, "") for match in _YEAR_WORD.finditer(text) if (place := _month_before(text, match.start()))]
    if "premier " in text or "primero " in text:
        days += [(match.end() - 1, "") for match in _FIRST_DAY.finditer(text)]
    for place, language in sorted(set(days)):
        reading = _at_month(text, place, language)
        if reading:
            yield reading


def _month_before(text: str, place: int) -> int:
    """Give the place before the month that a written-out year follows; 0 if there is none."""
    word, start = scan.word_before(text, place)
    while word.lower() in _YEAR_LEADS:
        word, start = scan.word_before(text, start)
    return max(0, start - 1) if word.lower() in MONTHS else 0


def _at_month(text: str, place: int, language: str) -> Reading | None:
    found = scan.name_at(text, scan.gap_at(text, place))
    if found is None:
        return None
    name, _, end = found
    languages = [language] if language else [one for one in ("fr", "es") if one in name.languages]
    day = next((read for one in languages if (read := _day_before(text, place, one))), None)
    if day is None:
        return None
    year = scan.year_after(text, end, name) or (0, False, end)
    written = number_words.year_after(text, end)
    number, end = written if written else (year[0], year[2])
    if not number and not _is_day_here(text, day[1], place, end):
        return None
    point = Point(year=number, month=name.number, day=day[0])
    spoken = languages[0] if len(languages) == 1 else ""
    return Reading(start=day[1], end=end, points=(point,), order="dmy", language=spoken, is_short_year=year[1])


def _is_day_here(text: str, start: int, place: int, end: int) -> bool:
    """Tell "the first of May" and "this third day of May" from "a third of May" and "the second of April's talks"."""
    if text.endswith((" day", "\nday"), start, place - len(" of")):
        return True
    return scan.word_before(text, start)[0].lower() in _ARTICLES and text[end : end + 1] not in {"'", "’"}


def _day_before(text: str, place: int, language: str) -> tuple[int, int] | None:
    """Read the written-out day before a place: its number, and where its words begin."""
    word, start = scan.word_before(text, place)
    while word.lower() in _BESIDE:
        word, start = scan.word_before(text, start)
    ordinals, cardinals = ORDINALS[language], CARDINALS[language]
    unit = ordinals.get(word.lower(), 0 if language == "en" else cardinals.get(word.lower(), 0))
    tens_word, tens_start = scan.word_before(text, start - text.startswith("-", start - 1))
    if tens_word.lower() in FILLERS[language]:
        tens_word, tens_start = scan.word_before(text, tens_start)
    tens = cardinals.get(tens_word.lower(), 0)
    if tens in {20, 30} and 0 < unit < 10:
        unit, start = tens + unit, tens_start
    return (unit, start) if 1 <= unit <= 31 else None
