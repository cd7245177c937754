"""Turns settings, editions and the gazetteer into one frozen `Archive` in which every quotation has its passage.

It refuses to guess: a quotation that is not found, or found twice, is a problem and never a fact.
"""

from muniment.archive.assembly import Described, Reading, assemble, describe, join
from muniment.archive.authorities import Curated, curate
from muniment.archive.entries import LIST_LENGTH
from muniment.archive.events import STRENGTH, strongest

__all__ = [
    "LIST_LENGTH",
    "STRENGTH",
    "Curated",
    "Described",
    "Reading",
    "assemble",
    "curate",
    "describe",
    "join",
    "strongest",
]
