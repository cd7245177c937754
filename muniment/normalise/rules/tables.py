"""Sets the rows of a table whose cells bars part as one table, so that each row keeps its line.

The class: tables of converted pages ("Party | Signature | Ratification"), in a depositary's list as in a club's
results. It comes after the metadata, which read each row by itself. With a drawn row below the head (`---|---`) the
rows are a table of Markdown and stand as they are, if the archive asks for Markdown's tables; without one, or where a
row has more cells than the head, they are lines kept.
Near misses: a menu of a page on one line, a line with one bar, rows that blank lines part.
"""

import re
from dataclasses import replace

from muniment.model import Settings
from muniment.normalise import escape
from muniment.normalise.working import Piece, Working

TABLE = "table"
"""Role of a paragraph whose lines Markdown reads as the rows of a table."""
_DRAWN = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?")
_FEWEST_ROWS = 3
_FEWEST_BARS = 2
"""Bars of a row, where no drawn row shows that bars part cells."""


def keep(working: Working, settings: Settings) -> Working:
    """Join each run of rows as one paragraph."""
    if not any("|" in piece.text for piece in working.pieces if piece.kind == "paragraph"):
        return working
    pieces: list[Piece] = []
    run: list[Piece] = []
    for piece in (*working.pieces, None):
        if piece is not None and _is_row(piece) and (not run or piece.lines[0] == run[-1].lines[1] + 1):
            run.append(piece)
            continue
        pieces += _set(run, is_read=TABLE in settings.markdown)
        run = []
        if piece is not None and _is_row(piece):
            run = [piece]
        elif piece is not None:
            pieces.append(piece)
    return replace(working, pieces=tuple(pieces))


def _is_row(piece: Piece) -> bool:
    return piece.kind == "paragraph" and piece.role in ("", "line") and "|" in piece.text and "\n" not in piece.text


def _set(run: list[Piece], *, is_read: bool) -> list[Piece]:
    """Give a run of rows as one piece, or as they were if they are no table."""
    is_drawn = len(run) > 1 and _DRAWN.fullmatch(run[1].text) is not None
    if len(run) < _FEWEST_ROWS or not (is_drawn or all(piece.text.count("|") >= _FEWEST_BARS for piece in run)):
        return run
    rows = [piece.text for piece in run]
    role = TABLE if is_read and is_drawn and _is_markdown(rows) else "lines"
    return [Piece(kind="paragraph", text="\n".join(rows), lines=(run[0].lines[0], run[-1].lines[1]), role=role)]


def _is_markdown(rows: list[str]) -> bool:
    """Tell whether every reader of Markdown takes these rows for a table, and no row would lose a cell."""
    head, drawn, *others = rows
    columns = _cells(head)
    if columns != _cells(drawn) or any(_cells(row) > columns for row in others):
        return False
    return not any("\\" in row or "`" in row or escape.line_start(row) != row for row in (head, *others))


def _cells(row: str) -> int:
    return row.strip().removeprefix("|").removesuffix("|").count("|") + 1
