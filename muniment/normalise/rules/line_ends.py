"""Transcript into pieces, a line each, without what stands at line ends; the first rule of all.

The class: line ends of other machines and the white space editors leave (CRLF from DOS, doubled CR from a transfer in
text mode, lone CR from old Macintoshes, spaces before the line end, form feeds and other separators inside a line).
White space only: no word changes.
"""

import re
from dataclasses import replace

from muniment.model import Intervention, Settings, Transcript
from muniment.normalise.working import Piece, Working

_SEPARATORS = re.compile("[\r\v\f\x1c-\x1f\x85\u2028\u2029]")


def begin(transcript: Transcript) -> Working:
    """Give each line of a transcript as a piece, without its LF."""
    pieces = tuple(
        Piece(kind="line", text=line.removesuffix("\n"), lines=(number, number))
        if not line.isspace()
        else Piece(kind="blank", text="", lines=(number, number))
        for number, line in enumerate(transcript.lines, 1)
    )
    return Working(transcript=transcript, pieces=pieces)


def clean(working: Working, _settings: Settings) -> Working:
    """Take white space off the ends of lines, and put a space for separators inside them."""
    touched = []
    pieces = []
    for piece in working.pieces:
        if piece.kind == "line":
            text = _SEPARATORS.sub(" ", piece.text.lstrip("\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029")).rstrip()
            if text != piece.text:
                touched.append(piece.lines[0])
                piece = replace(piece, text=text)
        pieces.append(piece)
    if not touched:
        return working
    change = Intervention(
        rule="line-ends",
        lines=(touched[0], touched[-1]),
        reason="Carriage returns, other separators or spaces at line ends are left out.",
    )
    return replace(working, pieces=tuple(pieces), interventions=(*working.interventions, change))
