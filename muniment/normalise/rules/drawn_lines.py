"""Decides lines that are drawn or marked: horizontal rules, underlined headings, headings with number signs.

The class: what Markdown, mail and typescripts use to set parts off (`---`, `* * *`, a title over `=====`, `## Part`).
Near misses: "#hashtag", "# of votes", a rule under the last line of a paragraph, `====` that underlines nothing.
"""

import re
from dataclasses import replace

from muniment.model import Settings
from muniment.normalise import marks
from muniment.normalise.working import Piece, Working

_NUMBER_SIGNS = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_CLOSING = re.compile(r"[ \t]+#+[ \t]*$")
_LONGEST_HEADING = 250
_RULE_CHARACTERS = frozenset("-*_=–—")


def decide(working: Working, _settings: Settings) -> Working:
    """Turn marked lines into headings and rules."""
    pieces: list[Piece] = []
    for piece in working.pieces:
        text = piece.text.strip() if piece.kind == "line" else ""
        if text[:1] == "#":
            piece = _heading(piece, text)
        elif text[:1] in _RULE_CHARACTERS and marks.is_rule(text):
            level = _underlined(pieces, text)
            if level:
                title = pieces.pop()
                lines = (title.lines[0], piece.lines[1])
                piece = Piece(kind="heading", text=title.text.strip(), lines=lines, level=level, role="marked")
            else:
                piece = replace(piece, kind="rule", text=text)
        pieces.append(piece)
    return replace(working, pieces=tuple(pieces))


def _heading(piece: Piece, text: str) -> Piece:
    found = _NUMBER_SIGNS.fullmatch(text)
    if found is None or len(text) > _LONGEST_HEADING:
        return piece
    words = _CLOSING.sub("", found[2])
    if words[0].islower() or not any(character.isalnum() for character in words):
        return piece
    return Piece(kind="heading", text=words, lines=piece.lines, level=len(found[1]), role="marked")


def _underlined(pieces: list[Piece], drawn: str) -> int:
    """Give the level of the heading that a drawn line underlines, 0 if it stands for itself."""
    if not pieces or pieces[-1].kind != "line" or drawn[0] not in "=-" or " " in drawn:
        return 0
    if len(pieces) > 1 and pieces[-2].kind == "line":
        return 0
    title = pieces[-1].text.strip()
    if len(title) > 120 or not any(character.isalnum() for character in title):
        return 0
    if drawn[0] == "-" and (marks.is_final(title) or not len(title) * 0.6 <= len(drawn) <= len(title) * 1.4):
        return 0
    return 1 if drawn[0] == "=" else 2
