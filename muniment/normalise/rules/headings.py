"""Decides which paragraphs are headings: bold lines, lines in capitals, short lines that stand alone before a text.

The class: heads of sections in typescripts and converted pages, of a court's reasons as of a society's report.
Numbered heads: "2. Membership" and "2.1 Who may join", each alone between blank lines, in a series of their own; a
Roman number ("II. Training and entry") needs none. A text without blank lines sets its heads between whole sentences.
Unsure means paragraph: salutations, datelines, names, bylines, runs of short lines, whole bold sentences, times of an
agenda and the beginning of a sentence that a list completes ("The treasurer may") are none.
"""

import re
from dataclasses import replace

from muniment.model import Intervention, Settings
from muniment.normalise import head_shapes, marks
from muniment.normalise.working import Piece, Working

_LONGEST_BOLD = 120
_FEWEST_CAPITALS = 3
"""Words of a head in capitals where no blank line sets it off: shorter ones are names and controls of a page."""
_BEFORE = ("blank", "heading", "rule", "omitted")
_BEHIND = ("blank", "item", "provision", "rule", "omitted")
_DECIMAL = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})\.?[ \t\u00a0]+(?=[^\W\d_])(?P<words>.+)")
"""The number and words of a head like "2.1 Who may join"."""
_UNFINISHED = frozenset(
    (  # noqa: SIM905 - words read best as words
        "may shall must can will should would to of and or the a an by for with that which who is are be been in on at"
        " as if when where its their not kan skal må og eller av til som darf soll muss und oder von zu der die das"
        " peut doit et ou de du des le la les que puede debe y o del los las"
    ).split(" ")
)
"""Words after which a sentence goes on: what ends in one is no heading, but leads to a list."""


def decide(working: Working, _settings: Settings) -> Working:
    """Turn paragraphs that are heads of what follows into headings; from the last on, as a heading may head another."""
    pieces = list(working.pieces)
    content = [index for index, piece in enumerate(pieces) if piece.kind not in {"blank", "omitted"}]
    bold = sum(pieces[index].role == "bold" for index in content)
    bold_is_rare = bold <= 12 or bold * 2 < len(content)
    prose = next((index for index in content if head_shapes.is_prose(pieces[index])), len(pieces))
    numbered = _numbered(pieces, content)
    close = _between_close_lines(pieces, content)
    changes = []
    following: Piece | None = None
    for index in reversed(content):
        piece = pieces[index]
        reason = ""
        if index in numbered:
            words = f"{piece.label} {piece.text}" if piece.label else piece.text
            pieces[index] = Piece(kind="heading", text=words, lines=piece.lines, level=numbered[index], role="numbered")
            reason = "A short numbered line that stands before a text is set as a heading."
        elif piece.kind == "paragraph" and _can_be_heading(piece, bold_is_rare=bold_is_rare):
            is_alone = index in close or _stands_alone(pieces, index)
            reason = _reason(piece, following, is_alone=is_alone, has_prose=prose < index)
            if reason:
                pieces[index] = replace(piece, kind="heading", level=0, role=piece.role or "plain")
        if reason:
            changes.append(Intervention(rule="headings", lines=piece.lines, reason=reason))
        following = pieces[index]
    return replace(working, pieces=tuple(pieces), interventions=(*working.interventions, *reversed(changes)))


def _numbered(pieces: list[Piece], content: list[int]) -> dict[int, int]:
    """Find numbered lines that head sections, with their depth: decimals in a series, and the numbers over them.

    Where there are no decimals, most of the outermost series must be short lines.
    """
    decimals = _decimals(pieces, content)
    outermost = {index for index in content if pieces[index].kind == "provision" and not pieces[index].level}
    heads = []
    for position, index in enumerate(content[:-1]):
        piece, following = pieces[index], pieces[content[position + 1]]
        is_short = len(piece.text) <= head_shapes.LONGEST_PLAIN and marks.is_open(piece.text) and "\n" not in piece.text
        has_text = following.kind == "paragraph" or (following.kind == "provision" and following.level)
        if index in outermost and is_short and has_text and _stands_alone(pieces, index):
            heads.append(index)
    above = {str(number[0]) for number in decimals.values()}
    if above & {pieces[index].label.rstrip(".") for index in heads}:
        heads = _in_order(pieces, heads)
    elif len(heads) < 2 or len(heads) * 3 < len(outermost) * 2:
        heads = []
    return dict.fromkeys(heads, 0) | {index: len(number) - 1 for index, number in decimals.items()}


def _decimals(pieces: list[Piece], content: list[int]) -> dict[int, tuple[int, ...]]:
    """Find heads like "2.1 Who may join" by their numbers; each begins at 1 or follows another."""
    found: dict[int, tuple[int, ...]] = {}
    for index in content[:-1]:
        piece = pieces[index]
        match = _DECIMAL.fullmatch(piece.text) if piece.kind == "paragraph" else None
        if match is None or len(match["words"]) > head_shapes.LONGEST_PLAIN or not marks.is_open(match["words"]):
            continue
        number = tuple(map(int, match["number"].split(".")))
        is_next = number[-1] == 1 or (*number[:-1], number[-1] - 1) in found.values()
        if is_next and match["words"][0].isupper() and _stands_alone(pieces, index):
            found[index] = number
    return found if len(found) >= 2 else {}


def _in_order(pieces: list[Piece], heads: list[int]) -> list[int]:
    """Keep the heads whose numbers go on from 1."""
    kept: list[int] = []
    for index in heads:
        if pieces[index].label.rstrip(".") == str(len(kept) + 1):
            kept.append(index)
    return kept


def _between_close_lines(pieces: list[Piece], content: list[int]) -> frozenset[int]:
    """Find the lines that may be heads in a text without blank lines, where each line is a paragraph.

    What names a part or division; what follows running text, stands before it, and is in capitals of several words or
    is one of several such lines. The same words twice are a control of a web page.
    """
    if any(piece.kind == "blank" for piece in pieces[1:-1]):
        return frozenset()
    found = set()
    plain: dict[str, list[int]] = {}
    for before, index, behind in zip((-1, *content), content, content[1:], strict=False):
        piece, following = pieces[index], pieces[behind]
        if piece.kind != "paragraph" or piece.role or "\n" in piece.text:
            continue
        if head_shapes.names_division(piece.text) or head_shapes.heads_part(piece.text, following):
            found.add(index)
        elif before >= 0 and head_shapes.is_prose(pieces[before]) and head_shapes.is_prose(following):
            if head_shapes.is_capitals(piece.text) and len(piece.text.split()) >= _FEWEST_CAPITALS:
                found.add(index)
            elif head_shapes.is_sentence_case(piece.text) and marks.is_open(piece.text):
                plain.setdefault(piece.text, []).append(index)
    single = [places[0] for places in plain.values() if len(places) == 1]
    return frozenset(found.union(single if len(single) > 1 else ()))


def _reason(piece: Piece, following: Piece | None, *, is_alone: bool, has_prose: bool) -> str:
    """Say why a short paragraph is a heading; empty if it is none."""
    text = marks.plain(piece.text)
    if following is None or "\n" in text or marks.is_dateline(text) or marks.is_salutation(text):
        return ""
    if piece.role == "bold":
        return "A short bold line is set as a heading." if head_shapes.is_bold_heading(text) else ""
    if not is_alone or text[-1] in ",;:!?…" or text.split()[-1] in _UNFINISHED:
        return ""
    if head_shapes.names_division(text) and _has_words_after(following):
        return "A line that names a division of the text is set as a heading."
    if text[-1] == ".":
        return ""
    if head_shapes.is_capitals(text):
        heads = _heads_text(following) and (has_prose or following.kind != "heading")
        return "A short line in capitals is set as a heading." if heads else ""
    if head_shapes.heads_part(text, following):
        return "A line that names a division of the text is set as a heading."
    if head_shapes.is_sentence_case(text) and (
        following.kind in {"item", "provision"} or (has_prose and head_shapes.is_prose(following))
    ):
        return "A short line that stands alone before a text is set as a heading."
    return ""


def _stands_alone(pieces: list[Piece], index: int) -> bool:
    """Tell whether blank lines (or decided headings and rules) stand on both sides."""
    before = pieces[index - 1].kind if index else "blank"
    behind = pieces[index + 1].kind if index + 1 < len(pieces) else "blank"
    return before in _BEFORE and behind in _BEHIND


def _heads_text(following: Piece) -> bool:
    if following.kind in {"item", "provision"}:
        return True
    if following.kind == "heading":
        return True
    if following.kind not in {"paragraph", "quote"} or following.role == "lines":
        return False
    return len(following.text) >= 40 and not following.text.isupper()


def _has_words_after(following: Piece) -> bool:
    return following.kind in {"item", "provision", "paragraph", "heading"}


def _can_be_heading(piece: Piece, *, bold_is_rare: bool) -> bool:
    """Tell whether a paragraph is short enough, has letters, and is not bold among bold ones."""
    if len(piece.text) > _LONGEST_BOLD or piece.role == "line" or (piece.role == "bold" and not bold_is_rare):
        return False
    return any(character.isalpha() for character in piece.text)
