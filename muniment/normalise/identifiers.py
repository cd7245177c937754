"""Makes the id of a document from its date and title; knows no other documents.

The date stands in an id only as a plain day, month or year. An interval gives its first day, a choice of dates its
first; a date that is uncertain or open gives what is certain of it, or `undated`.
"""

import re
import unicodedata

from anyascii import anyascii

LONGEST_SLUG = 60
_PLAIN = re.compile(r"\[?(?P<first>\d{4}(?:-\d{2}(?:-\d{2})?)?)[?~%]?(?:$|[/,\]]|\.\.)")
_NOT_IN_SLUG = re.compile(r"[^a-z0-9 ]+")
_APOSTROPHES = frozenset("'’‘`´")


def identifier(date: str, title: str) -> str:
    """Give `<date or undated>-<slug>`."""
    found = _PLAIN.match(date)
    return f"{found['first'] if found else 'undated'}-{slug(title)}"


def slug(title: str) -> str:
    """Fold a title to lower-case ASCII words joined by hyphens, at most 60 characters, never cut inside a word.

    Letters of other scripts are romanised, sign by sign: "Заявление" gives "zayavlenie".
    """
    letters = "".join(" " if _parts_words(c) else c for c in unicodedata.normalize("NFKC", title) if c not in _APOSTROPHES)
    words = _NOT_IN_SLUG.sub("", anyascii(letters).lower()).split()
    if not words:
        return "untitled"
    kept = words[0][:LONGEST_SLUG]
    for word in words[1:]:
        if len(kept) + 1 + len(word) > LONGEST_SLUG:
            break
        kept += f"-{word}"
    return kept


def _parts_words(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category[0] not in "LNM" and category != "Cf"


def free(wanted: str, taken: set[str]) -> str:
    """Give the id itself, or with the first free number from `-2` on."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
