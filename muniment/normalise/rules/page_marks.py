"""Omits what a printed page carries beside its text: page numbers and the running heads that stand with them.

The class: "- 3 -", "Page 3 of 7", a number alone at a page break, a title repeated at the top of each page, in a
committee's report as in a judgment. A bare number counts only beside a form feed or inside a cut sentence: the cells
of a flattened table stay. The first of the repeated heads stays too: it may be the title.
A head and its page's number may share a line ("River Council   page 12", "7 | Annual report"): such lines say the same
again, far apart, with a number that counts on; numbered headings of the text have no page in them and no gap.
"""

import re
from dataclasses import replace
from itertools import pairwise

from muniment.model import Intervention, Settings
from muniment.normalise import marks
from muniment.normalise.working import Piece, Working

_PAGE = r"(?:page|pg\.?|p\.|side|seite|página|pág\.?)[ \t]*"
_OF = r"(?:[ \t]*(?:of|/|de|av|von|sur)[ \t]*\d{1,4})?"
_WORDED = re.compile(rf"\W{{0,3}}{_PAGE}\d{{1,4}}{_OF}\W{{0,3}}", re.IGNORECASE)
_DASHED = re.compile(r"[-–—][ \t]*\d{1,4}[ \t]*[-–—]")
_BARE = re.compile(r"\[?\d{1,4}\]?|\d{1,3}[ \t]?(?:/|of)[ \t]?\d{1,3}")
_LONGEST_HEAD = 110
_GAP = r"(?:[ \t]{3,}|[ \t]*[\t|][ \t]*)"
_BESIDE = r"[ \t|·•–—-]+"
_NUMBERED_HEAD = re.compile(
    rf"(?P<over>\S.{{2,80}}?)(?:{_BESIDE}{_PAGE}|{_GAP})(?P<last>\d{{1,4}}){_OF}"
    rf"|(?:{_PAGE}(?P<page>\d{{1,4}}){_OF}{_BESIDE}|(?P<first>\d{{1,4}}){_GAP})(?P<under>\S.{{2,80}})",
    re.IGNORECASE,
)
_DIVISION = re.compile(
    r"(?:^|\W)(?:article|section|chapter|part|annex|appendix|item|paragraph|clause|rule|regulation|schedule|table|figure"
    r"|day|session|volume|no\.?|nr\.?|art\.|artikel|artikkel|kapitel|kapittel|punkt|vedlegg|del|artículo|capítulo|sección"
    r"|chapitre|titre|annexe|partie)$",
    re.IGNORECASE,
)
"""How a heading ends before the number that is its own."""
_APART = 4
"""Lines between two heads of pages, at least."""


def omit(working: Working, _settings: Settings) -> Working:
    """Turn page numbers and running heads into omitted pieces."""
    pieces = working.pieces
    breaks = {index for index, piece in enumerate(pieces) if _is_page_number(working, index)}
    numbered = _numbered_heads(pieces)
    breaks |= numbered
    fed = {index for index, piece in enumerate(pieces) if "\f" in working.transcript.lines[piece.lines[0] - 1]}
    if not breaks and not fed:
        return working
    heads = _running_heads(pieces, breaks, fed)
    omitted = dict.fromkeys(sorted(breaks), "A page number") | dict.fromkeys(sorted(heads), "A running head")
    omitted |= dict.fromkeys(sorted(numbered), "A running head with the number")
    changes = tuple(
        Intervention(
            rule="omit-page-mark",
            lines=pieces[index].lines,
            before=pieces[index].text.strip(),
            reason=f"{omitted[index]} of the printed page is left out of the running text.",
        )
        for index in sorted(omitted)
    )
    marked = tuple(
        replace(piece, kind="omitted", text=piece.text.strip(), role="page") if index in omitted else piece
        for index, piece in enumerate(pieces)
    )
    return replace(working, pieces=marked, interventions=(*working.interventions, *changes))


def _is_page_number(working: Working, index: int) -> bool:
    piece = working.pieces[index]
    if piece.kind != "line" or len(piece.text) > 60:
        return False
    text = piece.text.strip()
    if not text[-1:].isdigit() and not any(digit in text for digit in "0123456789"):
        return False
    if _WORDED.fullmatch(text) or _DASHED.fullmatch(text):
        return True
    return bool(_BARE.fullmatch(text)) and (_is_fed(working, index) or _cuts_sentence(working.pieces, index))


def _numbered_heads(pieces: tuple[Piece, ...]) -> set[int]:
    """Find the lines that hold a running head and the number of its page; the first page's may be the title."""
    found: dict[str, list[tuple[int, int]]] = {}
    for index, piece in enumerate(pieces):
        is_short = piece.kind == "line" and len(piece.text) <= _LONGEST_HEAD
        match = _NUMBERED_HEAD.fullmatch(piece.text.strip()) if is_short else None
        words = (match["over"] or match["under"]) if match else ""
        if match and any(map(str.isalpha, words)) and not _DIVISION.search(words):
            number = int(match["last"] or match["page"] or match["first"])
            found.setdefault(_folded(words), []).append((index, number))
    return {index for rows in found.values() if _counts_on(rows, pieces) for index, number in rows if number > 1}


def _counts_on(rows: list[tuple[int, int]], pieces: tuple[Piece, ...]) -> bool:
    """Tell whether lines count pages: each one or two further than the one before, and far from it."""
    return len(rows) > 1 and all(
        0 < later - sooner <= 2 and pieces[below].lines[0] - pieces[above].lines[0] >= _APART
        for (above, sooner), (below, later) in pairwise(rows)
    )


def _is_fed(working: Working, index: int) -> bool:
    """Tell whether a form feed stands on this line or on one of the two lines around it."""
    line = working.pieces[index].lines[0] - 1
    return any("\f" in near for near in working.transcript.lines[max(line - 1, 0) : line + 2])


def _cuts_sentence(pieces: tuple[Piece, ...], index: int) -> bool:
    """Tell whether the words before break off and those behind go on in lower case."""
    before = next((p for p in reversed(pieces[max(index - 4, 0) : index]) if p.kind == "line"), None)
    behind = next((p for p in pieces[index + 1 : index + 5] if p.kind == "line"), None)
    if before is None or behind is None:
        return False
    return len(before.text) >= 30 and marks.is_open(before.text) and behind.text.lstrip()[:1].islower()


def _running_heads(pieces: tuple[Piece, ...], numbers: set[int], fed: set[int]) -> set[int]:
    """Find the lines beside a page's break that say what an earlier line said."""
    seen: dict[str, int] = {}
    for index, piece in enumerate(pieces):
        if piece.kind == "line" and len(piece.text) <= _LONGEST_HEAD:
            seen.setdefault(_folded(piece.text), index)
    heads = set()
    for place in sorted(numbers | fed):
        for step in (1, -1):
            index = place if pieces[place].kind == "line" and place not in numbers else place + step
            while 0 <= index < len(pieces) and abs(index - place) <= 4:
                piece = pieces[index]
                if piece.kind == "line" and index not in numbers:
                    if len(piece.text) > _LONGEST_HEAD or seen[_folded(piece.text)] == index:
                        break
                    heads.add(index)
                index += step
    return heads


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
