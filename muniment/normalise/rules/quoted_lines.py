"""Decides passages whose every line begins with `>`: quotations as mail and Markdown mark them.

Near misses: a single line such as "> 50 per cent of votes", which is a sign of comparison, and the trail of a site
("> Home > News > The bridge").
"""

import re
from dataclasses import replace

from muniment.model import Settings
from muniment.normalise.working import Piece, Working

_SIGNS = re.compile(r"[ \t]*>+(?:[ \t]+>+)*")
"""The signs of a quotation, and of quotations in it."""


def decide(working: Working, _settings: Settings) -> Working:
    """Turn runs of lines that begin with `>` into quotations."""
    if not any(piece.kind == "line" and piece.text.lstrip()[:1] == ">" for piece in working.pieces):
        return working
    pieces: list[Piece] = []
    run: list[Piece] = []
    for piece in (*working.pieces, None):
        if piece is not None and piece.kind == "line" and piece.text.lstrip().startswith(">"):
            run.append(piece)
            continue
        pieces += _quotation(run)
        run = []
        if piece is not None:
            pieces.append(piece)
    return replace(working, pieces=tuple(pieces))


def _quotation(run: list[Piece]) -> list[Piece]:
    words = [_SIGNS.sub("", piece.text, count=1).strip() for piece in run]
    if not any(words) or (len(run) == 1 and (len(words[0]) < 40 or words[0][0].isdigit() or " > " in words[0])):
        return run
    text = "\n".join(words).strip("\n")
    return [Piece(kind="quote", text=text, lines=(run[0].lines[0], run[-1].lines[1]))]
