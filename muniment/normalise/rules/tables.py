"""Sets the rows of a table whose cells bars part as one table, so that each row keeps its line.

The class: tables of converted pages ("Party | Signature | Ratification"), in a depositary's list as in a club's
results. It comes after the metadata, which read each row by itself. The bars and a drawn row below the head (`---|---`)
stay as they are printed: a table of Markdown would take them for its own, and the seed's words would be missed.
Near misses: a menu of a page on one line, a line with one bar, rows that blank lines part.
"""

import re
from dataclasses import replace

from muniment.model import Settings
from muniment.normalise.working import Piece, Working

_DRAWN = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?")
_FEWEST_ROWS = 3
_FEWEST_BARS = 2
"""Bars of a row, where no drawn row shows that bars part cells."""


def keep(working: Working, _settings: Settings) -> Working:
    """Join each run of rows as one paragraph."""
    if not any("|" in piece.text for piece in working.pieces if piece.kind == "paragraph"):
        return working
    pieces: list[Piece] = []
    run: list[Piece] = []
    for piece in (*working.pieces, None):
        if piece is not None and _is_row(piece) and (not run or piece.lines[0] == run[-1].lines[1] + 1):
            run.append(piece)
            continue
        pieces += _set(run)
        run = []
        if piece is not None and _is_row(piece):
            run = [piece]
        elif piece is not None:
            pieces.append(piece)
    return replace(working, pieces=tuple(pieces))


def _is_row(piece: Piece) -> bool:
    return piece.kind == "paragraph" and piece.role in ("", "line") and "|" in piece.text and "\n" not in piece.text


def _set(run: list[Piece]) -> list[Piece]:
    """Give a run of rows as one piece, or as they were if they are no table."""
    is_drawn = len(run) > 1 and _DRAWN.fullmatch(run[1].text) is not None
    if len(run) < _FEWEST_ROWS or not (is_drawn or all(piece.text.count("|") >= _FEWEST_BARS for piece in run)):
        return run
    text = "\n".join(piece.text for piece in run)
    return [Piece(kind="paragraph", text=text, lines=(run[0].lines[0], run[-1].lines[1]), role="lines")]
