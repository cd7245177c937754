"""Turns EDTF text into values, values into words for readers, and prose into the dates it words.

Refuses to know documents: which of the dates found is a document's own is decided elsewhere.
"""

from muniment.dates.calendar import FIRST_DAY, LAST_DAY
from muniment.dates.edtf import Edtf, Moment, parse
from muniment.dates.resolve import relative, resolve, weekday_agrees
from muniment.dates.wording import Wording
from muniment.dates.words import html_time, in_words

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "Edtf",
    "Moment",
    "Wording",
    "find",
    "find_in_name",
    "html_time",
    "in_words",
    "parse",
    "relative",
    "resolve",
    "weekday_agrees",
]


def find(text: str) -> tuple[Wording, ...]:
    """Give the dates that words say, in the order of the text."""
    from muniment.dates import prose  # slow to load, and only drafts and mistakes ask for it

    return prose.find(text)


def find_in_name(name: str) -> tuple[Wording, ...]:
    """Give the dates that the name of a file says."""
    from muniment.dates import names

    return names.find_in_name(name)
