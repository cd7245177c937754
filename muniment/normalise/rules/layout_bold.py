"""Takes off bold marks that hold a whole paragraph, entry, provision or heading.

The class: typists' and converters' bold for emphasis of whole parts (operative paragraphs of a resolution, the
dateline of a judgment). A bold word that leads a paragraph ("**Note:** …") is emphasis and stays.
"""

from dataclasses import replace

from muniment.model import Intervention, Settings
from muniment.normalise import marks
from muniment.normalise.working import Piece, Working

_KINDS = frozenset({"paragraph", "item", "provision", "heading", "quote"})


def take_off(working: Working, _settings: Settings) -> Working:
    """Take layout bold off every piece; a paragraph that had it gets the role `bold`."""
    pieces: list[Piece] = []
    touched: list[tuple[int, int]] = []
    for piece in working.pieces:
        if piece.kind in _KINDS and piece.text[:2] in ("**", "__"):
            inner = _without(piece)
            if inner != piece.text:
                touched.append(piece.lines)
                role = "bold" if piece.kind == "paragraph" and not piece.role else piece.role
                piece = replace(piece, text=inner, role=role)
        pieces.append(piece)
    if not touched:
        return working
    change = Intervention(
        rule="layout-bold",
        lines=(touched[0][0], touched[-1][1]),
        reason="Bold type of whole paragraphs or headings is layout; the marks are taken off.",
    )
    return replace(working, pieces=tuple(pieces), interventions=(*working.interventions, change))


def _without(piece: Piece) -> str:
    """Take marks off the whole text, or off each of its lines if every line has them."""
    inner = marks.unmarked(piece.text)
    if inner == piece.text and "\n" in inner:
        lines = [marks.unmarked(line) for line in inner.split("\n")]
        if all(line != old for line, old in zip(lines, inner.split("\n"), strict=True)):
            return "\n".join(lines)
    return inner
