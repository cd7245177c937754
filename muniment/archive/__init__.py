"""Turns settings, editions and the gazetteer into one frozen `Archive` in which every quotation has its passage.

It refuses to guess: a quotation that is not found, or found twice, is a problem and never a fact.
"""

from muniment.archive.assembly import Reading, assemble, describe, join
from muniment.archive.events import STRENGTH, strongest
from muniment.archive.order import folded

__all__ = ["STRENGTH", "Reading", "assemble", "describe", "folded", "join", "strongest"]
