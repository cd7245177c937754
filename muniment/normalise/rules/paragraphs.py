"""Groups the lines that are left into paragraphs, and gives entries and provisions the lines that go on with them.

The classes: a paragraph a line with or without blank lines between (web pages), lines broken at a width (mail,
typescripts), every line followed by a blank one (a text saved twice through the wrong line ends), short lines that
stand for themselves (verse, addresses, heads of letters). A line that follows another without a blank line and does
not go on with it is marked `line`: `kept_lines` sets such lines as one paragraph once the metadata has taken out what
it needs. Indents are layout.
"""

from dataclasses import dataclass, field, replace

from muniment.model import Intervention, Settings
from muniment.normalise import layout as layouts
from muniment.normalise import marks
from muniment.normalise.layout import Layout
from muniment.normalise.working import Piece, Working

_LONGEST_SHORT = 90
_DEEPEST_BEHIND_BULLET = 6
"""Characters by which a further paragraph of an entry is indented at most; more is a centred line."""
_LONGEST_ABBREVIATION = 6
"""Characters, with its stop: "Mr.", "Distr."."""
_LONGEST_SENTENCE = 60
"""A line that ends as a sentence and is longer than this is a paragraph, not a verse."""


@dataclass(slots=True, kw_only=True)
class _Open:
    """A block that lines are still added to."""

    start: Piece
    """The piece the block began with."""
    texts: list[str] = field(default_factory=list)
    last: int = 0
    """1-based last seed line."""
    raw: str = ""
    """The last line with its indent."""
    indent: int = 0
    """Characters of white space before the first line."""


def group(working: Working, _settings: Settings) -> Working:
    """Turn every undecided line into a paragraph or a part of the block before it."""
    layout = layouts.measure(working.pieces)
    pieces = _without_spacing(working.pieces) if layout.is_double_spaced else working.pieces
    grouped: list[Piece] = []
    block: _Open | None = None
    for index, piece in enumerate(pieces):
        is_last = index + 1 == len(pieces) or pieces[index + 1].kind == "blank"
        is_apart = is_last and block is not None and bool(layout.width) and _signs_off(block.texts[-1], piece.text)
        if piece.kind == "line" and block is not None and not is_apart and _goes_on(block, piece, layout):
            block.texts.append(piece.text.strip())
            block.last, block.raw = piece.lines[1], piece.text
            continue
        role = _role(block, piece, layout) if piece.kind == "line" else ""
        if piece.kind == "line" and not role and block is None and _belongs(working, piece, grouped):
            role = "continues"
        if block is not None:
            grouped.append(_closed(block))
            block = None
        if piece.kind in {"line", "item", "provision"}:
            start = replace(piece, kind="paragraph", role=role) if piece.kind == "line" else piece
            first, raw = (working.transcript.lines[number - 1].rstrip() for number in piece.lines)
            raw = piece.text if piece.kind == "line" else raw
            indent = len(first) - len(first.lstrip()) if piece.kind != "line" else len(raw) - len(raw.lstrip())
            block = _Open(start=start, texts=[piece.text.strip()], last=piece.lines[1], raw=raw, indent=indent)
        else:
            grouped.append(piece)
    if block is not None:
        grouped.append(_closed(block))
    return replace(working, pieces=tuple(grouped), interventions=(*working.interventions, *_log(working, layout)))


def _goes_on(block: _Open, piece: Piece, layout: Layout) -> bool:
    if piece.lines[0] == block.last:
        return False
    if block.start.kind != "paragraph" and len(piece.text) - len(piece.text.lstrip()) > block.indent:
        return True
    return layouts.runs_on(block.raw, piece.text, layout)


def _signs_off(before: str, text: str) -> bool:
    """Tell whether a last line is one word behind a whole sentence: who sent a report, not what it says."""
    word, last = text.strip(), before.split()[-1]
    is_abbreviation = last[0].isupper() and len(last) <= _LONGEST_ABBREVIATION
    return word.isalpha() and word[0].isupper() and marks.is_final(before) and not is_abbreviation


def _role(block: _Open | None, piece: Piece, layout: Layout) -> str:
    """Tell whether a new paragraph is one of several short lines."""
    if block is None or block.start.kind != "paragraph" or not layout.has_blanks:
        return ""
    before = block.texts[-1]
    is_sentence = marks.is_final(before) and (len(before) > _LONGEST_SENTENCE or bool(layout.width))
    is_short = len(before) <= _LONGEST_SHORT and len(piece.text) <= _LONGEST_SHORT
    return "line" if is_short and not is_sentence else ""


def _belongs(working: Working, piece: Piece, grouped: list[Piece]) -> bool:
    """Tell whether a paragraph behind a blank line is indented as a further paragraph of the entry before it."""
    before = next((each for each in reversed(grouped[-3:]) if each.kind != "blank"), None)
    if before is None or (before.kind != "item" and before.role != "continues"):
        return False
    entry = working.transcript.lines[before.lines[0] - 1]
    indent, outer = (len(line) - len(line.lstrip()) for line in (piece.text, entry))
    if before.role == "continues":
        return indent == outer
    return outer < indent <= outer + _DEEPEST_BEHIND_BULLET


def _closed(block: _Open) -> Piece:
    if len(block.texts) == 1:
        start = block.start
        return start if start.text == block.texts[0] else replace(start, text=block.texts[0])
    return replace(block.start, text="\n".join(block.texts), lines=(block.start.lines[0], block.last))


def _without_spacing(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Leave out single blank lines; the first of several stays."""
    return tuple(
        piece
        for index, piece in enumerate(pieces)
        if piece.kind != "blank" or (index + 1 < len(pieces) and pieces[index + 1].kind == "blank")
    )


def _log(working: Working, layout: Layout) -> list[Intervention]:
    """Record what the grouping changes in the form of the text."""
    lines = [piece for piece in working.pieces if piece.kind == "line"]
    changes = []
    whole = (1, max(len(working.transcript.lines), 1))
    if layout.is_double_spaced:
        reason = "Every line is followed by a blank one; the lines are set together again as paragraphs."
        changes.append(Intervention(rule="paragraphs", lines=whole, reason=reason))
    elif not layout.has_blanks and not layout.width and len(lines) > 1:
        reason = "The text has no blank lines; each line is set as a paragraph of its own."
        changes.append(Intervention(rule="paragraphs", lines=whole, reason=reason))
    indented = [piece.lines[0] for piece in lines if piece.text[0].isspace()]
    if indented:
        reason = "Indents at the beginning of lines are layout and left out."
        changes.append(Intervention(rule="paragraphs", lines=(indented[0], indented[-1]), reason=reason))
    return changes
