"""Turns prose into the dates it words without a number: "in February this year", "May/June", "yesterday".

Refuses to know dates with digits; it keeps clear of the places where such dates were found.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from muniment.dates import scan
from muniment.dates.context import RELATIVES, relative_behind, worded
from muniment.dates.months import MONTHS, SEASONS
from muniment.dates.worded import language_of
from muniment.dates.wording import Point, Reading, Wording

_MONTH = re.compile(
    "(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    "Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember)(?![^\\W_])"
)
_PREPOSITIONS = frozenset(
    {
        "in", "since", "until", "till", "during", "early", "late", "mid", "of", "by", "before", "after", "from",
        "between", "throughout", "last", "next", "this", "to", "for", "im", "seit", "bis", "ab", "vor",
        "anfang", "mitte", "ende",
    }
)  # fmt: skip
_CLEAR_PREPOSITIONS = frozenset(
    {
        "in", "since", "until", "till", "during", "early", "late", "mid", "last", "next", "this", "im", "seit",
        "anfang", "mitte", "ende",
    }
)  # fmt: skip
_NAMES_TOO = frozenset(("april", "may", "june", "august", "mai", "juni", "juli"))
_YEAR_WORDS = ("this year", "last year", "next year", "This year", "Last year", "Next year")
_MONTH_WORDS = ("this month", "last month", "next month", "This month", "Last month", "Next month")
_FOREIGN_WORDS = tuple(
    printed
    for words in RELATIVES
    if not words.endswith(" year")
    for printed in dict.fromkeys((words.replace("jahr", "Jahr"), words.replace("'", "’")))
)
_FOREIGN_HINTS = ("année", "l'an ", "l’an ", "año", " Jahr", "neste år", " i år", " i fjor", "dernier", "prochain")
"""What the words above are recognised by; most texts hold none of it."""
_END_OF_YEAR = "end of the year"
_STEPS = frozenset(("last", "next"))
"""What "dernier" and "prochain" mean behind a month; alone they name no date."""
_EARLIER = ("earlier ", "later ", "Earlier ", "Later ")
_OF = frozenset(("of", "de", "del"))
_FIGURE = re.compile(r"[ \t\xa0]{1,3}[0-9]")


def find(text: str, taken: Sequence[tuple[int, int]]) -> list[Wording]:
    """Find the dates without digits outside the spans taken, which are in order; so is the result."""
    starts = [start for start, _ in taken]
    found: list[Wording] = []
    floor = 0
    for reading, relative in sorted((*_months(text), *_relatives(text)), key=lambda pair: pair[0].start):
        index = bisect_right(starts, reading.start)
        floor = max(floor, taken[index - 1][1] if index else 0)
        ceiling = starts[index] if index < len(starts) else len(text)
        wording = worded(text, reading, floor, relative) if floor <= reading.start else None
        if wording and wording.end <= ceiling:
            found.append(wording)
            floor = wording.end
    return found


def _months(text: str) -> Iterator[tuple[Reading, str]]:
    """Give months and pairs of months that a preposition, a pair or the words behind make dates."""
    for match in _MONTH.finditer(text):
        start, end = match.span()
        if start and (text[start - 1].isalnum() or text[start - 1] in "_-"):
            continue
        before = scan.word_before(text, start)[0].lower()
        name = MONTHS[match[0].lower()]
        language = language_of(name, match[0])
        pair = _pair(text, end, before)
        if pair:
            points = (Point(month=name.number), pair[0])
            yield Reading(start=start, end=pair[2], points=points, link=pair[1], language=language), ""
        elif _is_month_here(text, match, before):
            reading = Reading(start=start, end=end, points=(Point(month=name.number),), language=language)
            is_tied = before in {"last", "next"} and not relative_behind(text, end)[1]
            if is_tied:
                reading = replace(reading, start=scan.word_before(text, start)[1])
            yield reading, before if is_tied else ""


def _pair(text: str, end: int, before: str) -> tuple[Point, str, int] | None:
    link = scan.link_at(text, end)
    second = _MONTH.match(text, link[1]) if link else None
    if link is None or second is None or link[0] == ",":
        return None
    if text[end : end + 1].isspace() and before not in _PREPOSITIONS:
        return None
    kind = "or" if link[0] == "/" else "range" if before in {"between", "from"} else link[0]
    return Point(month=MONTHS[second[0].lower()].number), kind, second.end()


def _is_month_here(text: str, match: re.Match[str], before: str) -> bool:
    """Tell "in May" and "May this year" from "May I", "March on" and persons called April or August."""
    if relative_behind(text, match.end())[1]:
        return True
    if before not in (_CLEAR_PREPOSITIONS if match[0].lower() in _NAMES_TOO else _PREPOSITIONS):
        return False
    following = text[match.end() : match.end() + 2]
    is_name = following[:1] == " " and following[1:].isupper() and before not in {"in", "im"}
    return not is_name and text[match.start() - 1].isspace()


def _relatives(text: str) -> Iterator[tuple[Reading, str]]:
    """Give the years, months and days that are named by their distance from the document's own date."""
    if " year" in text:
        for words in _YEAR_WORDS:
            yield from _tied(text, words, words.lower(), "XXXX")
        for start in _places(text, _END_OF_YEAR):
            yield _whole(start + len("end of "), start + len(_END_OF_YEAR), "XXXX"), "this year"
    if " month" in text:
        for words in _MONTH_WORDS:
            yield from _tied(text, words, words.lower(), "XXXX-XX")
    for words in ("yesterday", "Yesterday"):
        yield from _tied(text, words, "yesterday", "XXXX-XX-XX")
    if any(hint in text for hint in _FOREIGN_HINTS):
        for words in _FOREIGN_WORDS:
            yield from _tied(text, words, RELATIVES[words.lower().replace("’", "'")], "XXXX")


def _tied(text: str, words: str, relative: str, edtf: str) -> Iterator[tuple[Reading, str]]:
    for start in _places(text, words):
        end = start + len(words)
        before, before_start = scan.word_before(text, start)
        if before.lower() in _OF:
            before, before_start = scan.word_before(text, before_start)
        month = MONTHS.get(before.lower())
        is_verb = month is not None and before.islower() and "en" in month.languages and words.endswith("year")
        name = SEASONS.get(before.lower()) or (None if is_verb else month)
        if name and edtf == "XXXX":
            point = Point(month=name.number)
            yield (
                Reading(
                    start=before_start,
                    end=before_start + len(before),
                    points=(point,),
                    language=language_of(name, before),
                ),
                "",
            )
        elif _is_tied_here(text, end, relative, before):
            earlier = next((word for word in _EARLIER if text.endswith(word, 0, start)), "")
            yield _whole(start - len(earlier), end, edtf), relative


def _is_tied_here(text: str, end: int, relative: str, before: str) -> bool:
    """Tell "last year" from "the last year of", "yesterday" from "yesterday's issue", "this year 2007"."""
    if relative in _STEPS or (relative == "yesterday" and text[end : end + 1] in {"'", "’"}):
        return False
    return not (before.lower() == "the" and relative[:4] in {"last", "next"}) and not _FIGURE.match(text, end)


def _whole(start: int, end: int, edtf: str) -> Reading:
    return Reading(start=start, end=end, points=(Point(),), whole=edtf)


def _places(text: str, words: str) -> Iterator[int]:
    """Give each place where the words stand by themselves."""
    place = text.find(words)
    while place >= 0:
        end = place + len(words)
        if not (place and text[place - 1].isalnum()) and not text[end : end + 1].isalnum():
            yield place
        place = text.find(words, end)
