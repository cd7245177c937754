"""Decides which paragraphs are headings: bold lines, lines in capitals, short lines that stand alone before a text.

The class: heads of sections in typescripts and converted pages, of a court's reasons as of a society's report.
Numbered heads: "2. Membership" and "2.1 Who may join", each alone between blank lines, in a series of their own.
Unsure means paragraph: salutations, datelines, names, bylines, runs of short lines, whole bold sentences, times of an
agenda and the beginning of a sentence that a list completes ("The treasurer may") are none.
"""

import re
from dataclasses import replace

from muniment.model import Intervention, Settings
from muniment.normalise import marks
from muniment.normalise.working import Piece, Working

_LONGEST_BOLD = 120
_LONGEST_PLAIN = 60
_SMALL_WORDS = ("with", "from", "this", "that")
_BEFORE = ("blank", "heading", "rule", "omitted")
_BEHIND = ("blank", "item", "provision", "rule", "omitted")
_PROSE = 80
"""Characters from which a paragraph that ends as a sentence counts as running text."""
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
_DIVISION = re.compile(
    r"(?:article|section|chapter|part|title|annex|appendix|schedule|kapittel|artikkel|artikel|kapitel|artículo|capítulo"
    r"|chapitre|annexe|anexo|del|teil) (?:\d{1,3}[a-z]?|[ivxlc]{1,6}|[a-h])\b[.:]?(?:[ \t]*[–—:.-]?[ \t]*\S.{0,80})?",
    re.IGNORECASE,
)
_ALONE = frozenset(
    (  # noqa: SIM905 - words read best as words
        "background introduction conclusion conclusions summary recommendations preamble annex contents"
        " acknowledgements overview discussion findings decision reasons facts bakgrunn innledning konklusjon"
        " sammendrag einleitung zusammenfassung conclusión introducción resumen résumé"
    ).split(" ")
)


def decide(working: Working, _settings: Settings) -> Working:
    """Turn paragraphs that are heads of what follows into headings; from the last on, as a heading may head another."""
    pieces = list(working.pieces)
    content = [index for index, piece in enumerate(pieces) if piece.kind not in {"blank", "omitted"}]
    bold = sum(pieces[index].role == "bold" for index in content)
    bold_is_rare = bold <= 12 or bold * 2 < len(content)
    prose = next((index for index in content if _is_prose(pieces[index])), len(pieces))
    numbered = _numbered(pieces, content)
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
            reason = _reason(pieces, index, following, has_prose=prose < index)
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
        is_short = len(piece.text) <= _LONGEST_PLAIN and marks.is_open(piece.text) and "\n" not in piece.text
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
        if match is None or len(match["words"]) > _LONGEST_PLAIN or not marks.is_open(match["words"]):
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


def _reason(pieces: list[Piece], index: int, following: Piece | None, *, has_prose: bool) -> str:
    """Say why a short paragraph is a heading; empty if it is none."""
    piece = pieces[index]
    text = marks.plain(piece.text)
    if following is None or "\n" in text or marks.is_dateline(text) or marks.is_salutation(text):
        return ""
    if piece.role == "bold":
        return "A short bold line is set as a heading." if _is_bold_heading(text) else ""
    if not _stands_alone(pieces, index) or text[-1] in ",;:!?…" or text.split()[-1] in _UNFINISHED:
        return ""
    if _DIVISION.fullmatch(text) and not marks.is_final(text) and _has_words_after(following):
        return "A line that names a division of the text is set as a heading."
    if text[-1] == ".":
        return ""
    if _is_capitals(text):
        heads = _heads_text(following) and (has_prose or following.kind != "heading")
        return "A short line in capitals is set as a heading." if heads else ""
    if text.casefold() in _ALONE and _is_prose(following):
        return "A short line that stands alone before a text is set as a heading."
    if _is_sentence_case(text) and (following.kind in {"item", "provision"} or (has_prose and _is_prose(following))):
        return "A short line that stands alone before a text is set as a heading."
    return ""


def _is_bold_heading(text: str) -> bool:
    """Tell a bold heading from a bold sentence: no end of a sentence, or most words capitalised."""
    if text[-1] in ",;…" or text.startswith(("(", '"', "“", "«")):
        return False
    if not marks.is_final(text) or text[-1] == "?":
        return ". " not in text
    words = [word for word in text.split() if len(word) > 3]
    return len(words) <= 10 and sum(word[0].isupper() for word in words) * 2 > len(words) and ". " not in text[:-1]


def _is_capitals(text: str) -> bool:
    """Tell whether a line is in capitals throughout, and neither a code with figures nor a label with its value."""
    if not text.isupper() or len(text) > 100 or text.split(None, 1)[0].endswith(":"):
        return False
    letters = sum(character.isalpha() for character in text)
    return letters >= max(4, 2 * sum(character.isdigit() for character in text))


def _is_sentence_case(text: str) -> bool:
    words = text.split()
    if len(text) > _LONGEST_PLAIN or len(words) > 8 or not text[0].isupper():
        return False
    if any(character.isdigit() or character in ".@|/:;\t" for character in text):
        return False
    if len(words) == 1:
        return text.casefold() in _ALONE
    return any(word[0].islower() and len(word) >= 4 and word not in _SMALL_WORDS for word in words[1:])


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


def _is_prose(piece: Piece) -> bool:
    stands_for_itself = piece.kind == "paragraph" and piece.role not in ("line", "lines")
    return stands_for_itself and len(piece.text) >= _PROSE and marks.is_final(piece.text)


def _can_be_heading(piece: Piece, *, bold_is_rare: bool) -> bool:
    """Tell whether a paragraph is short enough, has letters, and is not bold among bold ones."""
    if len(piece.text) > _LONGEST_BOLD or piece.role == "line" or (piece.role == "bold" and not bold_is_rare):
        return False
    return any(character.isalpha() for character in piece.text)
