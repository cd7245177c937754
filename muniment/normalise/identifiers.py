"""Makes the id of a document from its date and title; knows no other documents.

The date stands in an id only as a plain day, month or year. An interval gives its first day, a choice of dates its
first; a date that is uncertain or open gives what is certain of it, or `undated`.
"""

import re

from muniment.slugs import slug_words

LONGEST_SLUG = 60
_PLAIN = re.compile(r"\[?(?P<first>\d{4}(?:-\d{2}(?:-\d{2})?)?)[?~%]?(?:$|[/,\]]|\.\.)")


def identifier(date: str, title: str) -> str:
    """Give `<date or undated>-<slug>`."""
    found = _PLAIN.match(date)
    return f"{found['first'] if found else 'undated'}-{shortened(title)}"


def shortened(title: str) -> str:
    """Make a slug of a title, at most 60 characters, never cut inside a word unless it is the first."""
    words = slug_words(title)
    if not words:
        return "untitled"
    kept = words[0][:LONGEST_SLUG]
    for word in words[1:]:
        if len(kept) + 1 + len(word) > LONGEST_SLUG:
            break
        kept += f"-{word}"
    return kept


def free(wanted: str, taken: set[str]) -> str:
    """Give the id itself, or with the first free number from `-2` on."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
