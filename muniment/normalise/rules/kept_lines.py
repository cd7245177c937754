"""Sets short lines that follow one another without a blank line as one paragraph that keeps its lines.

The class: verse, addresses, signatures, tables typed with tabs. It comes after the metadata have taken out what they
need.
"""

from dataclasses import replace

from muniment.model import Settings
from muniment.normalise.working import Piece, Working


def keep(working: Working, _settings: Settings) -> Working:
    """Join each run of `line` pieces with the paragraph it follows; the role `lines` keeps their ends."""
    if not any(piece.role == "line" for piece in working.pieces):
        return working
    pieces: list[Piece] = []
    run: list[Piece] = []
    for piece in (*working.pieces, None):
        if piece is not None and run and piece.kind == "paragraph" and piece.role == "line":
            run.append(piece)
            continue
        if run:
            pieces.append(_joined(run))
        run = []
        if piece is not None and piece.kind == "paragraph" and piece.role in ("", "line"):
            run = [piece]
        elif piece is not None:
            pieces.append(piece)
    return replace(working, pieces=tuple(pieces))


def _joined(run: list[Piece]) -> Piece:
    if len(run) == 1:
        return replace(run[0], role="") if run[0].role else run[0]
    text = "\n".join(piece.text for piece in run)
    return Piece(kind="paragraph", text=text, lines=(run[0].lines[0], run[-1].lines[1]), role="lines")
