"""Turns a transcript into pieces that keep every line as it stands, for where the rules' own draft will not do.

Knows nothing of why it did not. Nothing is read into a line here: no list, heading, repeat or markup.
"""

from collections.abc import Callable
from dataclasses import replace

from muniment.model import Settings, Transcript
from muniment.normalise.rules import invisible, line_ends
from muniment.normalise.working import Piece, Working

LITERAL = "literal"
"""Role of a paragraph whose lines are kept, each sign of them escaped."""
CODE = "code"
"""Role of a paragraph that is set as code, byte for byte."""

Way = tuple[str, tuple[Callable[[Working, Settings], Working], ...], str]

WAYS: tuple[Way, ...] = (
    (LITERAL, (line_ends.clean, invisible.take_out), "Every line is kept; invisible characters are taken out."),
    (LITERAL, (line_ends.clean,), "Every line is kept, and every character that can be seen or not."),
    (CODE, (), "Every line is kept as it stands, set as code."),
)
"""How a text is kept, the most readable first: role of its paragraphs, rules that run all the same, what it means."""


def of(read: Working, transcript: Transcript, settings: Settings, way: Way) -> Working:
    """Give a transcript's lines as they stand, with what `read` has read of its metadata; nothing leaves the text."""
    role, rules, _ = way
    working = line_ends.begin(transcript)
    for rule in rules:
        working = rule(working, settings)
    return replace(
        working,
        pieces=_one(working) if role == CODE else _paragraphs(working.pieces),
        findings=tuple(replace(each, kind="") for each in read.findings),
        readings=read.readings,
        chosen=tuple(replace(each, lifts=False) for each in read.chosen),
    )


def _paragraphs(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Join each run of lines without a blank line between them."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if piece.kind == "line" and before is not None and before.kind == "paragraph":
            joined[-1] = replace(before, text=f"{before.text}\n{piece.text}", lines=(before.lines[0], piece.lines[1]))
        else:
            joined.append(replace(piece, kind="paragraph", role=LITERAL) if piece.kind == "line" else piece)
    return tuple(joined)


def _one(working: Working) -> tuple[Piece, ...]:
    """Give the whole text as one piece."""
    text = "".join(working.transcript.lines)
    if not text.strip():
        return working.pieces
    return (Piece(kind="paragraph", text=text, lines=(1, len(working.transcript.lines)), role=CODE),)
