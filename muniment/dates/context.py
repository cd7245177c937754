"""Reads the words around a date: the weekday before it, what qualifies it, and what ties it to the document's own date.

Refuses to know the date itself.
"""

import itertools
import re

from muniment.dates import scan
from muniment.dates.months import WEEKDAYS
from muniment.dates.scan import GAP
from muniment.dates.wording import Reading, Wording, edtf_of
from muniment.frozen import dataclass

_OUTER = {
    "by": "by", "no later than": "by", "not later than": "by", "before": "before", "prior to": "before",
    "on or before": "before", "after": "after", "on or after": "after", "since": "since", "as of": "since",
    "as from": "since", "not before": "since", "no earlier than": "since", "not earlier than": "since",
    "not until": "since", "until": "until", "till": "until", "up to": "until",
}  # fmt: skip
_INNER = {
    "early": "early", "early in": "early", "the beginning of": "early", "the start of": "early",
    "beginning of": "early", "start of": "early", "mid": "mid", "the middle of": "mid", "middle of": "mid",
    "late": "late", "late in": "late", "the end of": "late", "end of": "late", "the close of": "late",
}  # fmt: skip
_FURTHER = {
    "about": "about", "around": "about", "circa": "about", "c": "about", "ca": "about", "approximately": "about",
    "approx": "about", "in or about": "about", "pre": "before", "post": "after",
}  # fmt: skip
_FRENCH = {
    "depuis": "since", "avant": "before", "après": "after", "d'ici": "by", "d'ici fin": "by", "d'ici la fin de": "by",
    "avant la fin de": "before", "début": "early", "fin": "late", "à la fin de": "late", "mi": "mid", "vers": "about",
}  # fmt: skip
_SPANISH = {
    "desde": "since", "antes de": "before", "antes del": "before", "después de": "after", "después del": "after",
    "hasta": "until", "principios de": "early", "a principios de": "early", "mediados de": "mid",
    "a mediados de": "mid", "finales de": "late", "a finales de": "late", "antes de finales de": "before",
    "para finales de": "by", "hacia": "about",
}  # fmt: skip
_NORWEGIAN = {
    "siden": "since", "før": "before", "etter": "after", "innen": "by", "innen utgangen av": "by",
    "tidlig i": "early", "tidlig": "early", "begynnelsen av": "early", "starten av": "early", "midten av": "mid",
    "slutten av": "late", "utgangen av": "late", "sent i": "late", "omkring": "about", "rundt": "about",
}  # fmt: skip
_GERMAN = {
    "seit": "since", "seit dem": "since", "vor": "before", "vor dem": "before", "nach": "after", "nach dem": "after",
    "bis": "until", "bis zum": "until", "bis ende": "by", "anfang": "early", "mitte": "mid", "ende": "late",
    "gegen ende": "late", "um": "about",
}  # fmt: skip
QUALIFIERS = {
    **_OUTER,
    **_INNER,
    **_FURTHER,
    **_FRENCH,
    **_SPANISH,
    **_NORWEGIAN,
    **_GERMAN,
    **{f"{outer} {inner}": value for outer, value in _OUTER.items() for inner in _INNER},
}
"""Words directly before a date, and what they make of it; the outer of two counts ("by the end of" is `by`)."""

RELATIVES = {
    "this year": "this year", "last year": "last year", "next year": "next year",
    "i år": "this year", "i fjor": "last year", "neste år": "next year", "cette année": "this year",
    "l'année dernière": "last year", "l'an dernier": "last year", "l'année prochaine": "next year",
    "dernier": "last", "prochain": "next", "este año": "this year", "presente año": "this year",
    "año pasado": "last year", "próximo año": "next year", "dieses jahres": "this year",
    "diesem jahr": "this year", "dieses jahr": "this year", "letztes jahr": "last year", "letzten jahr": "last year",
    "vergangenes jahr": "last year", "vergangenen jahr": "last year", "nächstes jahr": "next year",
    "nächsten jahr": "next year", "kommenden jahr": "next year",
    "letzten jahres": "last year", "vergangenen jahres": "last year", "nächsten jahres": "next year",
}  # fmt: skip
"""Words directly behind a day, month or season, and what they tie it to."""

MOST_WORDS = 6
"""Words before or behind a date that are looked at."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BLANK = re.compile(rf"{GAP}\Z")
_LINKS_BACK = re.compile(rf"(?:[-‐‑]|\.?{GAP})\Z")
_LAST_WORDS = frozenset(phrase.rpartition(" ")[2] for phrase in QUALIFIERS)
_ARTICLES = frozenset(("the", "le", "el", "den", "der", "dem", "la"))
_OF = frozenset(("of", "de", "del"))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weekday:
    number: int
    language: str
    start: int


def worded(text: str, reading: Reading, floor: int, relative: str = "") -> Wording | None:
    """Make a wording of a reading and the words around it, no further back than `floor`; None if it is no real date."""
    end, behind = (reading.end, "") if reading.has_year or relative else relative_behind(text, reading.end)
    weekday = _weekday_before(text, reading, floor)
    start, qualifier = qualifier_before(text, weekday.start, floor)
    edtf = edtf_of(reading, qualifier)
    if not edtf:
        return None
    return Wording(
        start=start,
        end=end,
        text=text[start:end],
        edtf=edtf,
        weekday=weekday.number,
        order=reading.order,
        alternatives=reading.alternatives,
        qualifier=qualifier,
        relative=relative or behind,
        language=reading.language or weekday.language,
        is_short_year=reading.is_short_year,
    )


def relative_behind(text: str, end: int) -> tuple[int, str]:
    """Read "this year" and the like behind a date: the place behind the words, and what they tie it to."""
    words: list[str] = []
    before, found = end, (end, "")
    for match in itertools.islice(_WORD.finditer(text, end, end + scan.LOOK_BACK), 3):
        if not _BLANK.match(text, before, match.start()):
            break
        words.append(match[0].lower().replace("’", "'"))
        phrase = " ".join(words[1:] if words[0] in _OF else words)
        if phrase in RELATIVES:
            found = match.end(), RELATIVES[phrase]
        before = match.end()
    return found


def _weekday_before(text: str, reading: Reading, floor: int) -> _Weekday:
    none = _Weekday(number=0, language="", start=reading.start)
    if not reading.points[0].day:
        return none
    word, start = scan.word_before(text, reading.start)
    if word.lower() in _ARTICLES:
        word, start = scan.word_before(text, start)
    name = WEEKDAYS.get(word.lower())
    if name is None or start < floor or (name.languages == ("en",) and word.islower()):
        return none
    language = reading.language if reading.language in name.languages else name.languages[0]
    return _Weekday(number=name.number, language=language, start=start)


def qualifier_before(text: str, start: int, floor: int) -> tuple[int, str]:
    """Read "by the end of" and the like before a date: where the words begin, and what they make of it."""
    words = _words_before(text, start, floor)
    if words and words[0][0] in _ARTICLES:
        words = words[1:]
    if not words or words[0][0] not in _LAST_WORDS:
        return start, ""
    for count in range(len(words), 0, -1):
        phrase = " ".join(word for word, _ in reversed(words[:count]))
        if phrase in QUALIFIERS:
            return words[count - 1][1], QUALIFIERS[phrase]
    return start, ""


def _words_before(text: str, start: int, floor: int) -> list[tuple[str, int]]:
    """Give the words before a place with their places, the nearest first, as far as only white space parts them."""
    low = max(floor, start - scan.LOOK_BACK)
    found: list[tuple[str, int]] = []
    behind = start
    for match in reversed(list(_WORD.finditer(text, low, start))[-MOST_WORDS:]):
        parts = _BLANK if found else _LINKS_BACK
        is_cut = match.start() == low and low > 0 and text[low - 1].isalnum()
        if is_cut or not parts.match(text, match.end(), behind):
            break
        found.append((match[0].lower().replace("’", "'"), match.start()))
        behind = match.start()
    return found
