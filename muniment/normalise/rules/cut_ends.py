"""Reports a text that ends in mid-sentence or mid-word.

The class: copies cut off at a length, last pages missing. Near misses: signatures, captions, addresses, headings,
entries of a list whose others have no full stop either.
"""

from dataclasses import replace

from muniment.model import Settings
from muniment.normalise import marks
from muniment.normalise.working import Finding, Piece, Working

_SHORTEST = 60
_FEWEST_WORDS = 9
_SKIPPED = frozenset({"blank", "lifted", "omitted", "rule"})


def report(working: Working, _settings: Settings) -> Working:
    """Report the last words if running text breaks off with them."""
    content = [piece for piece in working.pieces if piece.kind not in _SKIPPED]
    if not content or not _is_cut(content):
        return working
    last = content[-1]
    quote = " ".join(marks.plain(last.text).rpartition("\n")[2].split()[-6:])
    text = "The text breaks off here in mid-sentence; the rest seems to be missing from the seed."
    finding = Finding(rule="cut-ends", kind="lacuna", code="S-032", line=last.lines[1], quote=quote, text=text)
    if finding in working.findings:
        return working
    return replace(working, findings=(*working.findings, finding))


def _is_cut(content: list[Piece]) -> bool:
    last = content[-1]
    text = marks.plain(last.text)
    if last.kind not in {"paragraph", "item", "provision"} or last.role == "lines" or not marks.is_open(text):
        return False
    words = text.split()
    if len(text) < _SHORTEST or len(words) < _FEWEST_WORDS or "|" in text or "©" in text or "\t" in text:
        return False
    if sum(word[0].islower() for word in words) * 2 < len(words):
        return False
    others = [piece for piece in content[:-1] if piece.kind == last.kind and len(piece.text) >= _SHORTEST]
    closed = sum(not marks.is_open(marks.plain(piece.text)) for piece in others)
    return closed * 2 > len(others) if others else last.kind == "paragraph" and (". " in text or len(content) == 1)
