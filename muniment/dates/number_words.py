"""Turns years that are written out into numbers: "one thousand nine hundred and ninety-eight", "mil neuf cent vingt".

Refuses to know days and months; a further language is one more row in each table.
"""

import re

from muniment.dates import scan

FIRST_YEAR, LAST_YEAR = 1200, 2100
_LONGEST = 12
"""Words of one number: "mille neuf cent quatre-vingt-dix-huit" has seven."""


def _numbered(words: str, first: int = 1) -> dict[str, int]:
    return {word: number for number, word in enumerate(words.split(), first)}


ORDINALS = {
    "en": _numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    )
    | {"thirtieth": 30},
    "fr": {"premier": 1},
    "es": {"primero": 1},
}
CARDINALS = {
    "en": _numbered(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen"
    )
    | {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
    | {"hundred": 100, "thousand": 1000},
    "fr": _numbered("un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize")
    | {"vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
    | {"cent": 100, "cents": 100, "mil": 1000, "mille": 1000},
    "es": _numbered(
        "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete "
        "dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete "
        "veintiocho veintinueve"
    )
    | {"treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90}
    | {"quinientos": 500, "seiscientos": 600, "setecientos": 700, "ochocientos": 800, "novecientos": 900}
    | {"mil": 1000},
}
FILLERS = {"en": {"and"}, "fr": {"et"}, "es": {"y"}}
_BEGINNINGS = {
    "one": "en", "two": "en", "seventeen": "en", "eighteen": "en", "nineteen": "en", "mil": "fr", "mille": "fr",
    "deux": "fr", "dos": "es",
}  # fmt: skip
"""Words that a year may begin with, and whose words go on: French "mil" is Spanish as well."""
_LEAD = re.compile(
    rf",?{scan.SPACE}(?:(?:of|in|de|del){scan.SPACE})?(?:(?:the year|l['’]an|año)(?: of our Lord)?,?{scan.SPACE})?",
    re.IGNORECASE,
)
_CLOSES = re.compile(r"[ \t]*(?:[.,;:)\]\r\n]|\Z)")
_NUMBER_WORD = re.compile(rf"([^\W\d_]{{1,15}})(?:-|,?{scan.SPACE})?")


def year_after(text: str, place: int) -> tuple[int, int] | None:
    """Read the written-out year that follows a month or a day, and the place behind it."""
    lead = _LEAD.match(text, place)
    start = lead.end() if lead else place
    first = _NUMBER_WORD.match(text, start) if lead else None
    language = _BEGINNINGS.get(first[1].lower()) if first else None
    if language is None:
        return None
    tried = (language, "es") if language == "fr" else (language,)
    years = [found for each in tried if (found := _number(text, start, each)) and _is_year(text, *found)]
    return max(years, key=lambda found: found[1], default=None)


def _number(text: str, place: int, language: str) -> tuple[int, int] | None:
    """Read a number that is written out at a place, and the place behind it."""
    words, fillers = CARDINALS[language], FILLERS[language]
    total, group, end = 0, 0, place
    for _ in range(_LONGEST):
        match = _NUMBER_WORD.match(text, place)
        word = match[1].lower() if match else ""
        if match is None or (word not in words and word not in fillers):
            break
        place = match.end()
        if word in words:
            total, group = _added(total, group, words[word], language)
            end = match.end(1)
    return (total + group, end) if total + group else None


def _added(total: int, group: int, value: int, language: str) -> tuple[int, int]:
    if value == 1000:
        return (group or 1) * 1000, 0
    if value == 100:
        return total, (group or 1) * 100
    if language == "fr" and value == 20 and group % 10 == 4:  # quatre-vingts: four twenties
        return total, group - 4 + 80
    return total, group + value


def _is_year(text: str, number: int, end: int) -> bool:
    """Tell "two thousand and eight" and, at the end of a clause, "two thousand" from "two thousand soldiers"."""
    is_round = number % 100 == 0
    return FIRST_YEAR <= number <= LAST_YEAR and not (is_round and not _CLOSES.match(text, end))
