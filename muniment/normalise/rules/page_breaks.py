"""Joins a sentence that a page break has cut with blank lines, a page number or a running head.

The class: texts scanned or exported page by page, in entries and provisions too. The first half breaks off in running
text and the second begins in lower case, or the first half ends on a word that needs another ("of the"), which behind
a page's mark is enough. Near misses: a heading, a lead ending in a colon, an enumeration without signs ("…;" or another
lower-case line behind it), the recitals of a preamble, verse, "e.g.", "iPhone", a name's "von".
"""

import re
from dataclasses import dataclass, replace

from muniment.model import Intervention, Settings
from muniment.normalise import marks
from muniment.normalise.working import Piece, Working

_SHORTEST = 40
"""Characters a line of running text has at least when a page ends in it."""
_RUNNING = frozenset({"paragraph", "item", "provision"})
_NOT_RUNNING = ("line", "lines", "bold")
"""Roles of paragraphs that are not running text."""
_NOT_A_GOING_ON = re.compile(
    r"(?:[a-z]\.[a-z]\.|[a-z]+[A-Z]|(?:de|da|del|di|van|von|der|den|al|el|bin|ibn|la|le)\b[ -])"
)


@dataclass(slots=True, kw_only=True)
class _Open:
    """A block that may be cut by a page break."""

    piece: Piece
    texts: list[str]
    last: int
    """1-based last seed line so far."""


def join(working: Working, _settings: Settings) -> Working:
    """Join pieces that one sentence runs through."""
    pieces = working.pieces
    joined: list[Piece] = []
    gap: list[Piece] = []
    block: _Open | None = None
    changes = []
    for index, piece in enumerate(pieces):
        if piece.kind == "blank" or (piece.kind == "omitted" and piece.role == "page"):
            gap.append(piece)
            continue
        if block is not None and gap and _is_cut(block, gap, pieces, index, joined):
            changes.append(_recorded(block, piece))
            block.texts.append(piece.text)
            block.last = piece.lines[1]
            gap = []
            continue
        if block is not None:
            joined.append(_closed(block))
        joined += gap
        gap = []
        block = _Open(piece=piece, texts=[piece.text], last=piece.lines[1]) if piece.kind in _RUNNING else None
        if block is None:
            joined.append(piece)
    if block is not None:
        joined.append(_closed(block))
    if not changes:
        return working
    return replace(working, pieces=(*joined, *gap), interventions=(*working.interventions, *changes))


def _is_cut(block: _Open, gap: list[Piece], pieces: tuple[Piece, ...], index: int, joined: list[Piece]) -> bool:
    """Tell whether the sentence at the end of a block goes on in this piece."""
    piece = pieces[index]
    before = block.texts[-1]
    if piece.kind != "paragraph" or piece.role in _NOT_RUNNING or block.piece.role in ("line", "lines"):
        return False
    if len(before) < _SHORTEST or not marks.is_open(before):
        return False
    if any(omitted.kind == "omitted" for omitted in gap):
        last = before.rsplit(None, 1)[-1].casefold()
        if last in marks.NEEDS_MORE and piece.text[0].isalpha():
            return True
    elif _ends_in_lines(before) or _is_recital(block, joined):
        return False
    elif marks.needs_more(before, piece.text):
        return True
    if not piece.text[0].islower() or _NOT_A_GOING_ON.match(piece.text):
        return False
    return not _is_enumeration(pieces, index, block.piece.kind)


def _ends_in_lines(before: str) -> bool:
    """Tell whether the last line of a broken paragraph is so short that the paragraph ended there."""
    first, _, last = before.rpartition("\n")
    return bool(first) and len(last) < 0.4 * max(len(line) for line in first.rsplit("\n", 3)[-3:])


def _is_recital(block: _Open, joined: list[Piece]) -> bool:
    """Tell whether a paragraph and the one before it end as the recitals of a preamble do; what follows is set off."""
    sooner = next((piece for piece in reversed(joined) if piece.kind != "blank"), None)
    if sooner is None or sooner.kind != "paragraph" or block.piece.kind != "paragraph":
        return False
    return len(sooner.text) >= _SHORTEST and sooner.text[-1] in ",;" and block.texts[-1][-1] in ",;"


def _is_enumeration(pieces: tuple[Piece, ...], index: int, kind: str) -> bool:
    """Tell whether this piece is one of several that begin in lower case: an enumeration that lost its signs."""
    if kind == "paragraph" and pieces[index].text.endswith((";", ",", "; and", "; or", ", and", ", or")):
        return True
    behind = next((piece for piece in pieces[index + 1 : index + 6] if piece.kind not in {"blank", "omitted"}), None)
    return (
        behind is not None
        and behind.kind == "paragraph"
        and behind.text[0].islower()
        and not marks.is_open(pieces[index].text)
    )


def _recorded(block: _Open, piece: Piece) -> Intervention:
    before = " ".join(block.texts[-1].split()[-4:])
    behind = " ".join(piece.text.split()[:4])
    return Intervention(
        rule="join-page-break",
        lines=(block.last, piece.lines[0]),
        reason=f'One sentence was cut by a page break between "{before}" and "{behind}"; its parts are joined.',
    )


def _closed(block: _Open) -> Piece:
    if len(block.texts) == 1:
        return block.piece
    return replace(block.piece, text="\n".join(block.texts), lines=(block.piece.lines[0], block.last))
