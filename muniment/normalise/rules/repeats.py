"""Omits a paragraph that repeats the one before it word for word, and reports one that differs by a word or two.

The class: a web page's teaser printed again as the lead, a paragraph pasted twice in minutes, a page scanned twice; the
title that a page prints as its own and again over the text, in capitals perhaps, with the day and the office between.
Near misses: refrains, "Thank you.", entries of lists and other short lines; a title's words behind running text.
"""

from dataclasses import replace

from muniment.model import Intervention, Settings
from muniment.normalise import head_shapes, marks
from muniment.normalise.working import Finding, Piece, Working

_FEWEST_WORDS = 8
_FEWEST_IN_TITLE = 4
"""Words of a title that is looked for again; fewer are said for their own sake ("The harbour museum")."""
_FLAT = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})
_EDGES = " :*#"
_AGAIN = "The paragraph repeats the one before it word for word; it stands once in the running text."
_TITLE_AGAIN = "The line repeats the title word for word; it stands once, over the text."
_MOST_DIFFERENT = 2
_SKIPPED = frozenset({"blank", "lifted", "omitted"})


def omit(working: Working, _settings: Settings) -> Working:
    """Turn the second of two equal neighbours into an omitted piece."""
    pieces = list(working.pieces)
    changes: list[Intervention] = []
    findings: list[Finding] = []
    before: list[str] = []
    for index in _titles_again(pieces):
        changes.append(_omitted(pieces[index], _TITLE_AGAIN))
        pieces[index] = replace(pieces[index], kind="omitted", role="repeat")
    for index, piece in enumerate(pieces):
        if piece.kind in _SKIPPED:
            continue
        words = marks.plain(piece.text).split() if piece.kind == "paragraph" else []
        if len(words) >= _FEWEST_WORDS and words == before:
            pieces[index] = replace(piece, kind="omitted", role="repeat")
            changes.append(_omitted(piece, _AGAIN))
            continue
        if len(before) >= _FEWEST_WORDS and words and _almost(before, words):
            findings.append(_reported(piece))
        before = words
    found = tuple(each for each in findings if each not in working.findings)
    return replace(
        working,
        pieces=tuple(pieces),
        interventions=(*working.interventions, *changes),
        findings=(*working.findings, *found),
    )


def _titles_again(pieces: list[Piece]) -> tuple[int, ...]:
    """Find the lines before the running text that say the lifted title's words again."""
    titles = [piece.text for piece in pieces if piece.kind == "lifted" and piece.role == "title"]
    said = {_folded(title) for title in (*titles, " ".join(titles)) if len(title.split()) >= _FEWEST_IN_TITLE}
    found: list[int] = []
    for index, piece in enumerate(pieces):
        if piece.kind in _SKIPPED:
            continue
        if _folded(piece.text) in said and piece.kind in {"paragraph", "heading"}:
            found.append(index)
        elif head_shapes.is_prose(piece) or not said:
            break
    return tuple(found)


def _folded(text: str) -> str:
    """Give words as they are compared: without case, kinds of quotation marks and what stands around them."""
    return " ".join(marks.plain(text).translate(_FLAT).split()).strip(_EDGES).casefold()


def _omitted(piece: Piece, reason: str) -> Intervention:
    return Intervention(rule="omit-repeat", lines=piece.lines, before=" ".join(piece.text.split()), reason=reason)


def _reported(piece: Piece) -> Finding:
    quote = " ".join(piece.text.split("\n", 1)[0].split()[:8])
    text = "This paragraph repeats the one before it but for a few words."
    return Finding(rule="repeats", kind="comment", code="S-034", line=piece.lines[0], quote=quote, text=text)


def _almost(first: list[str], second: list[str]) -> bool:
    """Tell whether two texts are the same but for one place of at most two words."""
    longest = max(len(first), len(second))
    if abs(len(first) - len(second)) > _MOST_DIFFERENT:
        return False
    same = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        same += 1
    back = 0
    for one, other in zip(reversed(first[same:]), reversed(second[same:]), strict=False):
        if one != other:
            break
        back += 1
    return longest - same - back <= _MOST_DIFFERENT
