"""Reports more blank lines than are the custom of a text: a heading, salutation or picture may have stood there.

The class: converted web pages and scripts of speeches. A text whose gaps vary without a custom says nothing; blank
lines at the beginning and the end do not count.
"""

from collections import Counter
from dataclasses import replace

from muniment.model import Settings
from muniment.normalise import marks
from muniment.normalise.working import Finding, Piece, Working

_FEWEST_GAPS = 6


def report(working: Working, _settings: Settings) -> Working:
    """Report each gap that is wider than the custom, unless a heading or rule accounts for it."""
    gaps = _gaps(working.pieces)
    if len(gaps) < _FEWEST_GAPS:
        return working
    custom, count = Counter(width for width, _ in gaps).most_common(1)[0]
    wide = [piece for width, piece in gaps if width > custom]
    if not wide or len(wide) * 4 > len(gaps) or count * 2 < len(gaps):
        return working
    findings = [_finding(piece) for piece in wide if not _accounts(piece)]
    found = tuple(each for each in findings if each not in working.findings)
    return replace(working, findings=(*working.findings, *found)) if found else working


def _accounts(piece: Piece) -> bool:
    """Tell whether a piece is itself what a wide gap stands before: a heading, a rule, a short line without an end."""
    if piece.kind in {"heading", "rule", "lifted", "omitted"}:
        return True
    return len(piece.text) < 80 and marks.is_open(piece.text) and piece.text[-1] != ","


def _gaps(pieces: tuple[Piece, ...]) -> list[tuple[int, Piece]]:
    """Give the width of each gap between two pieces with words, and the piece behind it."""
    gaps: list[tuple[int, Piece]] = []
    width = 0
    has_words = False
    for piece in pieces:
        if piece.kind == "blank":
            width += piece.lines[1] - piece.lines[0] + 1
            continue
        if width and has_words:
            gaps.append((width, piece))
        width, has_words = 0, True
    return gaps


def _finding(piece: Piece) -> Finding:
    quote = " ".join(marks.plain(piece.text).split("\n", 1)[0].split()[:6])
    text = "More blank lines than usual stand before these words; a heading or salutation may be lost (low certainty)."
    return Finding(rule="possible-breaks", kind="comment", code="S-031", line=piece.lines[0], quote=quote, text=text)
