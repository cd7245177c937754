"""Joins words that a line end has cut with a hyphen, where the text itself leaves no doubt.

The class: typescripts and columns ("inter-" / "national"), in a parliament's record as in a society's journal. The
hyphen goes if both sides are lower case and nothing in the text speaks for a compound; it stays if the compound
stands elsewhere in the text ("cross-border"); otherwise both halves stay as printed and the editor is told. A soft
hyphen always means one word.
"""

import re
from dataclasses import replace

from muniment.frozen import dataclass
from muniment.model import Intervention, Settings
from muniment.normalise.working import Finding, Piece, Working

_CUT = re.compile("[-\u00ad\u2010]\n")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_COMPOUNDERS = frozenset(
    (  # noqa: SIM905 - words read best as words
        "self well ill non ex co anti pre post pro cross high low long short half full semi multi all one two three"
        " four five six seven eight nine ten twenty thirty forty fifty first second third mid vice part time decision"
        " state land so nuclear war peace then early late north south east west better best newly much far ever"
    ).split(" ")
)
_HYPHENS = ("-", "\u00ad", "\u2010")
_REASON = "A word cut by a hyphen at a line end is set together."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """A word that a line end cuts: places in the piece's text."""

    start: int
    hyphen: int
    end: int


def join(working: Working, _settings: Settings) -> Working:
    """Join cut words; report those that may be compounds."""
    if not any("\n" in piece.text and _CUT.search(piece.text) for piece in working.pieces):
        return working
    known = _whole_words(working.transcript.lines)
    pieces = []
    changes: list[Intervention] = []
    findings: list[Finding] = []
    for piece in working.pieces:
        if "\n" in piece.text and _may_be_cut(piece) and _CUT.search(piece.text):
            piece = _joined(piece, working, known, changes, findings)
        pieces.append(piece)
    found = tuple(each for each in findings if each not in working.findings)
    return replace(
        working,
        pieces=tuple(pieces),
        interventions=(*working.interventions, *changes),
        findings=(*working.findings, *found),
    )


def _may_be_cut(piece: Piece) -> bool:
    """Tell whether a piece is running text, and not lines that stand for themselves or left the text."""
    return piece.kind not in {"lifted", "omitted"} and piece.role != "lines"


def _whole_words(lines: tuple[str, ...]) -> frozenset[str]:
    """Collect the words of a text, the halves of cut words left out."""
    words: set[str] = set()
    is_cut = False
    for line in lines:
        found = [word.casefold() for word in _WORD.findall(line)]
        if not found:
            continue
        start = 1 if is_cut else 0
        is_cut = line.rstrip()[-1:] in _HYPHENS
        words.update(found[start : len(found) - is_cut])
    return frozenset(words)


def _joined(
    piece: Piece, working: Working, known: frozenset[str], changes: list[Intervention], findings: list[Finding]
) -> Piece:
    """Join the cut words of one piece."""
    text = piece.text
    parts: list[str] = []
    done = 0
    line = piece.lines[0] - 1
    for found in _CUT.finditer(text):
        cut = _bounds(text, found.start(), done)
        if cut is None:
            continue
        left, right = text[cut.start : cut.hyphen], text[cut.hyphen + 2 : cut.end]
        line = _line_of(working, line + 1, piece.lines[1], text[cut.start : cut.hyphen + 1])
        before = f"{left}{text[cut.hyphen]} {right}"
        behind_line = _next_line(working, line + 1, piece.lines[1], right)
        after = _set_together(left, right, text[cut.hyphen], known)
        if not after or any(words.strip() for words in working.transcript.lines[line : behind_line - 1]):
            half = f"{left}{text[cut.hyphen]}"
            findings.append(Finding(rule="hyphens", kind="", code="S-035", line=line, quote=half, text=before))
            continue
        lines = (line, behind_line)
        changes.append(Intervention(rule="hyphens", lines=lines, before=before, after=after, reason=_REASON))
        behind = text[cut.end : cut.end + 1]
        parts += [text[done : cut.start], after, "\n" if behind == " " else ""]
        done = cut.end + (behind == " ")
    return replace(piece, text="".join((*parts, text[done:]))) if parts else piece


def _bounds(text: str, hyphen: int, floor: int) -> _Cut | None:
    """Find the two halves around a hyphen at a line end; none if no letters meet there."""
    if hyphen <= floor or not text[hyphen - 1].isalpha() or not text[hyphen + 2 : hyphen + 3].isalpha():
        return None
    start, end = hyphen, hyphen + 2
    while start > floor and not text[start - 1].isspace():
        start -= 1
    while end < len(text) and not text[end].isspace():
        end += 1
    is_chain = text[end - 1] in _HYPHENS or (start > 1 and text[start - 1] == "\n" and text[start - 2] in _HYPHENS)
    if is_chain:
        return None
    return _Cut(start=start, hyphen=hyphen, end=end)


def _set_together(left: str, right: str, hyphen: str, known: frozenset[str]) -> str:
    """Give the whole word, with its hyphen if it is a compound; empty if that cannot be told."""
    first = _WORD.findall(left)[-1].casefold()
    second = _WORD.findall(right)[0].casefold()
    if hyphen == "\u00ad" or first + second in known:
        return left + right
    if f"{first}-{second}" in known:
        return f"{left}-{right}"
    if "-" in first or not right[0].islower() or not left[-1].islower() or first in _COMPOUNDERS:
        return ""
    if first in known and second in known and len(first) > 3:
        return ""
    return left + right


def _line_of(working: Working, first: int, last: int, end: str) -> int:
    """Give the seed line, from `first` on, that ends with a cut half."""
    for number in range(first, last + 1):
        if working.transcript.lines[number - 1].rstrip().endswith(end):
            return number
    return first


def _next_line(working: Working, first: int, last: int, start: str) -> int:
    """Give the seed line, from `first` on, that begins with the other half: behind a page break it is not the next."""
    for number in range(first, last + 1):
        if working.transcript.lines[number - 1].lstrip().startswith(start):
            return number
    return first
