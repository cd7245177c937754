"""Turns decided pieces into the Markdown body of an edition, and tells which anchor each piece will have.

Knows nothing of how pieces were decided. A seed line that needs no mark stands in the body byte for byte.
"""

import re
from dataclasses import field
from itertools import pairwise

from muniment.frozen import dataclass
from muniment.normalise import escape, literal
from muniment.normalise.working import Piece

_LISTED = re.compile(r"\d{1,9}[.)]")
_DRAWN = re.compile(r"(?:-+|\*+|_+)(?:[ \t]+(?:-+|\*+|_+))*")
_TOP_LEVEL = 2
"""Level of the first heading in a body; the page's title is level 1."""
_LOWEST_LEVEL = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """A body and where its pieces went."""

    body: str
    anchors: tuple[tuple[int, str], ...]
    """(1-based first seed line of a piece, the anchor it will have), in order."""


@dataclass(slots=True, kw_only=True)
class _Page:
    """The body while it is being written."""

    lines: list[str] = field(default_factory=list)
    open: list[tuple[int, int]] = field(default_factory=list)
    """(depth, indent of what belongs to it) of the entries that are open."""
    headings: list[int] = field(default_factory=list)
    """Ranks of the last heading and those over it."""
    before: Piece | None = None


def compose(pieces: tuple[Piece, ...]) -> Composed:
    """Write the body; lifted and omitted pieces and blank lines leave no trace in it."""
    ranks = _ranks(pieces)
    page = _Page()
    anchors: list[tuple[int, str]] = []
    counts = {"p": 0, "h": 0, "m": 0}
    lifted = 0
    for piece in pieces:
        if piece.kind == "lifted":
            for line in range(max(piece.lines[0], lifted + 1), piece.lines[1] + 1):
                counts["m"] += 1
                anchors.append((line, f"m{counts['m']}"))
            lifted = piece.lines[1]
        if piece.kind in {"blank", "lifted", "omitted"}:
            continue
        letter = "h" if piece.kind == "heading" else "p"
        if piece.kind != "rule":
            counts[letter] += 1
            anchors.append((piece.lines[0], f"{letter}{counts[letter]}"))
        _write(page, piece, ranks)
        if piece.kind == "quote":
            lines = piece.text.split("\n")
            counts["p"] += sum(bool(before) and not line for before, line in pairwise(lines))
    return Composed(body="\n".join(page.lines) + "\n" if page.lines else "", anchors=tuple(anchors))


def _write(page: _Page, piece: Piece, ranks: dict[int, int]) -> None:
    """Write one piece behind the blank line that parts it from the one before."""
    first, indent, lines = _lines(page, piece, ranks)
    if page.lines and not _is_tight(page.before, piece):
        page.lines.append("")
    margin = " " * indent
    page.lines.append(first + lines[0])
    page.lines += [margin + line if line else "" for line in lines[1:]]
    page.before = piece


def _lines(page: _Page, piece: Piece, ranks: dict[int, int]) -> tuple[str, int, tuple[str, ...]]:
    """Give what stands before the first line, the indent of the others, and the lines themselves."""
    if piece.kind == "heading":
        page.open.clear()
        level = _level(page, ranks[_raw_level(piece)])
        return "#" * level + " ", 0, (escape.heading(piece.text),)
    if piece.kind == "rule":
        page.open.clear()
        drawn = piece.text if _DRAWN.fullmatch(piece.text) and len({*piece.text} - {" ", "\t"}) == 1 else "---"
        return "", 0, (drawn,)
    if piece.role in {literal.LITERAL, literal.CODE}:
        page.open.clear()
        return "", 0, escape.code(piece.text) if piece.role == literal.CODE else escape.literal(piece.text)
    lines = escape.paragraph(piece.text)
    if piece.kind == "quote":
        page.open.clear()
        return "> ", 0, (lines[0], *(f"> {line}".rstrip() for line in lines[1:]))
    if piece.kind == "item":
        margin = _margin(page, piece.level)
        page.open.append((piece.level, margin + 2))
        return " " * margin + "- ", margin + 2, lines
    if piece.kind == "provision":
        return _provision(page, piece)
    if piece.role == "continues" and page.open:
        margin = page.open[-1][1]
        return " " * margin, margin, lines
    page.open.clear()
    return "", 0, tuple(f"{line}\\" for line in lines[:-1]) + lines[-1:] if piece.role == "lines" else lines


def _level(page: _Page, rank: int) -> int:
    """Give the level of a heading: one below the nearest before it that outranks it, so that equals stand equal."""
    while page.headings and page.headings[-1] >= rank:
        page.headings.pop()
    page.headings.append(rank)
    return min(_TOP_LEVEL - 1 + len(page.headings), _LOWEST_LEVEL)


def _provision(page: _Page, piece: Piece) -> tuple[str, int, tuple[str, ...]]:
    """Write a provision: numbers that Markdown keeps as its own list, others as the first word of a paragraph."""
    margin = _margin(page, piece.level)
    if _LISTED.fullmatch(piece.label):
        inner = margin + len(piece.label) + 1
        page.open.append((piece.level, inner))
        return f"{' ' * margin}{piece.label} ", inner, escape.paragraph(piece.text)
    return " " * margin, margin, escape.paragraph(f"{piece.label} {piece.text}")


def _margin(page: _Page, level: int) -> int:
    """Close the entries that do not hold this depth, and give the indent of what stands within the others."""
    while page.open and page.open[-1][0] >= level:
        page.open.pop()
    return page.open[-1][1] if page.open else 0


def _is_tight(before: Piece | None, piece: Piece) -> bool:
    """Tell whether two entries stood on neighbouring lines and are to stand so again."""
    if before is None or piece.lines[0] - before.lines[1] > 1 or before.kind != piece.kind:
        return False
    if piece.kind == "provision":
        return bool(_LISTED.fullmatch(piece.label) and _LISTED.fullmatch(before.label)) and piece.level == before.level
    return piece.kind == "item"


def _raw_level(piece: Piece) -> int:
    """Give the rank a heading has by its mark: number signs first, then capitals, bold and plain lines, decimals."""
    if piece.level and piece.role != "numbered":
        return piece.level
    return (7 if piece.text.isupper() else 8) + piece.level


def _ranks(pieces: tuple[Piece, ...]) -> dict[int, int]:
    """Give each rank that occurs its number, from 0."""
    used = sorted({_raw_level(piece) for piece in pieces if piece.kind == "heading"})
    return {level: rank for rank, level in enumerate(used)}
