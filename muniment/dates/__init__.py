"""Turns EDTF text into values, values into words for readers, and prose into the dates it words.

Refuses to know documents: which of the dates found is a document's own is decided elsewhere.
"""

from muniment.dates.calendar import FIRST_DAY, LAST_DAY
from muniment.dates.edtf import Edtf, Moment, parse
from muniment.dates.find import find
from muniment.dates.names import find_in_name
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
