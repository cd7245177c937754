"""Finds the passages that are in another language than the document: quotations, summaries, parallel texts.

The class: a French summary under a press release, a preamble quoted in Latin letters in a Greek report, a signature
in Arabic. Near misses: names and titles of works, a line of figures, Norwegian in a Danish text, a passage too short
to tell. What the page itself declares counts only where the words do not speak against it.
"""

from dataclasses import replace

from muniment.model import Settings
from muniment.normalise import marks
from muniment.normalise.metadata import language
from muniment.normalise.working import Piece, Working

_KINDS = frozenset({"paragraph", "item", "provision", "heading"})
_GLANCE = 160
"""Characters in which most passages show what they are."""
_FEWEST = 6
"""Blanks between words: with fewer, letters of our own alphabet tell nothing."""
_SAMPLE = 1_200
"""Characters of a passage that are looked at."""


def find(working: Working, _settings: Settings) -> Working:
    """Note every passage in another language, if the document's own is known."""
    own = next((each.value for each in working.chosen if each.field == "language"), "und")
    if own == "und":
        return working
    declared = {
        line: each.value
        for each in working.transcript.marked
        if each.role == "language"
        for line in range(each.lines[0], each.lines[1] + 1)
    }
    primary = own.partition("-")[0]
    foreign = tuple(
        (piece.lines[0], tag)
        for piece in working.pieces
        if piece.kind in _KINDS and (tag := _tag(piece, primary, declared.get(piece.lines[0], "")))
    )
    return replace(working, foreign=foreign) if foreign else working


def _tag(piece: Piece, own: str, declared: str) -> str:
    """Give the language of a passage, if it is another one."""
    text = piece.text
    if not declared and (language.is_of(text[:_GLANCE], own) or (text.count(" ") < _FEWEST and text.isascii())):
        return ""
    text = marks.plain(text[:_SAMPLE])
    found = language.of_passage(text, own)
    if not declared or found:
        return found
    said = declared.partition("-")[0].lower()
    is_another = said.isalpha() and 2 <= len(said) <= 3 and said not in (own, "und", "zxx")
    return declared if is_another and not language.is_of(text, own) else ""
