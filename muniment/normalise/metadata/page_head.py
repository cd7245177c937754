"""Reads the fields of a web page's machine-readable head: title, day, makers, address; knows nothing of its text.

Refuses what programs put there of themselves ("admin", "Editor", an address for a name), days that are no days, and
the day of a change. What the page prints for its readers counts for more, where it prints it.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from muniment import dates
from muniment.normalise.metadata.seen import Seen, reading
from muniment.normalise.metadata.view import Line
from muniment.normalise.working import Reading

_SCORES = {"title": 0.72, "date": 0.8, "creators": 0.78, "publisher": 0.72, "source_url": 0.9}
"""Field to score: below what is printed where documents print it, above what is found elsewhere."""
_NAMED = ("dc", "dcterms", "citation")
"""Vocabularies of libraries: whoever fills them describes the document, not the page."""
_CATALOGUED = 0.05
"""What such a name adds to the score."""
_DAY = re.compile(r"(?P<year>1[5-9]\d\d|20\d\d)(?:-?(?P<month>0[1-9]|1[0-2])(?:-?(?P<day>[0-2]\d|3[01]))?)?(?=$|[T ])")
_PROGRAMS = re.compile(
    r"(?:admin(?:istrator)?|web ?master|web ?editor|editor(?:s|ial)?|user\d*|root|super ?user|joomla|wordpress|drupal"
    r"|microsoft|unknown|anonymous|default|author|autor|auteur|staff|owner|test|none|null|redaksjonen|webredaksjonen)"
    r"[\d .!:;-]{0,20}",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r"[@/\\|{}<>=]|\d{3}|\bwww\.|^\S+\.[a-z]{2,4}$|\bCC[ -]BY\b", re.IGNORECASE)
"""Addresses, licences and numbers that stand where a name should."""
_REASON = "said in the page's head, for machines"

Reader = Callable[[Seen], tuple[Reading, ...]]


def reader(field: str) -> Reader:
    """Give the reader of one field."""

    def read(seen: Seen) -> tuple[Reading, ...]:
        """Give a reading for every line of the page's head that is about this field."""
        return tuple(
            made for about, line in seen.view.fields if about == field and (made := _reading(field, line)) is not None
        )

    return read


def declared_language(seen: Seen) -> tuple[str, Line] | None:
    """Give the tag of the language a page declares, and where; none if it declares none."""
    for about, line in seen.view.fields:
        _, _, words = line.text.partition(": ")
        tag = words.split(",")[0].strip().replace("_", "-")
        if about == "language" and re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}", tag):
            return tag, line
    return None


def _reading(field: str, line: Line) -> Reading | None:
    name, words = _parted(line)
    score = _SCORES[field] + _CATALOGUED * name.lower().startswith(_NAMED)
    source, judgement = (line, words), (score, f"{_REASON} ({name})")
    if field == "date":
        found = _DAY.match(words)
        if found is None:
            return None
        edtf = "-".join(part for part in (found["year"], found["month"], found["day"]) if part)
        try:
            dates.parse(edtf)
        except ValueError:
            return None
        return replace(reading(field, edtf, (line, found[0]), judgement), printed=found[0])
    if field == "source_url":
        return reading(field, words, source, judgement) if re.fullmatch(r"https?://[^\s<>\"]{4,400}", words) else None
    if field == "title":
        return reading(field, words, source, judgement) if " " in words and len(words) <= 250 else None
    return reading(field, words, source, judgement) if _is_name(words, field) else None


def _parted(line: Line) -> tuple[str, str]:
    """Divide a line into the field's name and what it says; names may hold colons of their own."""
    found = re.match(r"(\S+?): +(\S.*)", line.text)
    return (found[1], found[2]) if found else ("", line.text)


def _is_name(words: str, field: str) -> bool:
    """Tell whether words can name a maker: letters, no address, no program; a person has two names."""
    if _PROGRAMS.fullmatch(words) or _NO_NAME.search(words) or len(words) > 120:
        return False
    return sum(map(str.isalpha, words)) >= 3 and (field == "publisher" or " " in words.strip())
