"""Decides the lines that begin a numbered provision, and how deep it lies.

The class: "1.", "1)", "(1)", "(a)", "a)", "(i)", "I." before the paragraphs of a treaty, an order of court or a
society's statutes. A number counts only in a series: a paragraph that begins "2007. A year", an address "1. Division
Street" or a day "23. februar" stays a paragraph. Behind a full line without a stop it counts only between its
neighbours. A number may stand on the line above its words ("1." / "We regret that"), as converted pages set it; the
figures of a flattened table, which stand over other cells, are no such numbers.
"""

import re
from dataclasses import replace

from muniment.frozen import dataclass
from muniment.model import Settings
from muniment.normalise import layout as layouts
from muniment.normalise import marks
from muniment.normalise.layout import Layout
from muniment.normalise.working import Piece, Working

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}
_LONGEST_ROMAN = 6
_OPENING = '("“«'
_LONGEST_LABEL = 5
"""Characters of a number that stands on a line of its own."""
_FEWEST_WORDS = 4
"""Words that a line has at least to be what a number on the line above it counts: cells of a table have fewer."""
_SHAPE = re.compile(r"[0-9A-Za-z]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A line that begins with what may be a printed number."""

    index: int
    label: str
    words: str
    is_sure: bool
    """Whether a paragraph can begin here: the line before is not full, or ends as one does."""
    is_apart: bool
    """Whether the number stands on a line of its own, and the words on the next."""
    readings: tuple[tuple[str, int], ...]
    """(shape of the number such as `(a)`, its place in a series), every way to read it."""


def decide(working: Working, _settings: Settings) -> Working:
    """Turn lines whose numbers go on in a series into provisions with their depth."""
    pieces = working.pieces
    if not any(piece.kind == "line" and marks.number(f"{piece.text.lstrip()} -")[0] for piece in pieces):
        return working
    layout = layouts.measure(pieces)
    candidates = [found for index, piece in enumerate(pieces) if (found := _candidate(pieces, index, layout))]
    chosen = _in_series(_admitted(candidates))
    if not chosen:
        return working
    decided: list[Piece | None] = list(pieces)
    open_shapes: list[str] = []
    last = 0
    for found, (shape, place) in chosen:
        if any(piece.kind in {"heading", "rule"} for piece in pieces[last : found.index]):
            open_shapes = []
        if shape in open_shapes:
            del open_shapes[open_shapes.index(shape) + 1 :]
        elif place == 1 or not open_shapes:
            open_shapes.append(shape)
        level = open_shapes.index(shape) if shape in open_shapes else len(open_shapes) - 1
        lines = (pieces[found.index].lines[0], pieces[found.index + found.is_apart].lines[1])
        if found.is_apart:
            decided[found.index + 1] = None
        decided[found.index] = Piece(kind="provision", text=found.words, lines=lines, label=found.label, level=level)
        last = found.index
    return replace(working, pieces=tuple(piece for piece in decided if piece is not None))


def _candidate(pieces: tuple[Piece, ...], index: int, layout: Layout) -> _Candidate | None:
    piece = pieces[index]
    if piece.kind != "line":
        return None
    text = piece.text.lstrip()
    behind = pieces[index + 1] if index + 1 < len(pieces) else None
    is_apart = len(text) <= _LONGEST_LABEL and behind is not None and behind.kind == "line" and _is_text(behind.text)
    if is_apart and behind is not None:
        text = f"{text} {behind.text.lstrip()}"
    label, words = marks.number(text)
    if not label or marks.begins_month(words):
        return None
    is_sure = _begins(pieces, index, layout)
    if is_apart and label != piece.text.strip():
        return None
    readings = _readings(label)
    return _Candidate(index=index, label=label, words=words, is_sure=is_sure, is_apart=is_apart, readings=readings)


def _is_text(line: str) -> bool:
    """Tell whether a line may be what the number above it counts: it begins as a sentence, without a number."""
    words = line.split()
    return len(words) >= _FEWEST_WORDS and words[0][0].isupper() and not marks.number(line.lstrip())[0]


def _begins(pieces: tuple[Piece, ...], index: int, layout: Layout) -> bool:
    """Tell whether the line before ends so that a new paragraph can begin here."""
    before = pieces[index - 1] if index else None
    if before is None or before.kind != "line" or not layout.is_full(before.text, pieces[index].text):
        return True
    return before.text.endswith((".", ";", ":", ",", "!", "?", " and", " or", "**", "__"))


def _readings(label: str) -> tuple[tuple[str, int], ...]:
    number = label.strip("().")
    before, after = ("(" if label[0] == "(" else ""), label[-1]
    if number.isdigit():
        return ((f"{before}1{after}", int(number)),)
    case = "a" if number.islower() else "A"
    letters = number.lower()
    found = []
    if set(letters) <= set(_ROMAN) and len(letters) <= _LONGEST_ROMAN and _roman(letters):
        found.append((f"{before}{'i' if case == 'a' else 'I'}{after}", _roman(letters)))
    if len(letters) == 1:
        found.append((f"{before}{case}{after}", ord(letters) - ord("a") + 1))
    elif len(letters) == 2 and letters[0] == letters[1]:
        found.append((f"{before}{case}{after}", 26 + ord(letters[0]) - ord("a") + 1))
    return tuple(found)


def _roman(letters: str) -> int:
    """Read a Roman numeral below 90; 0 if it is not well formed."""
    values = [_ROMAN[letter] for letter in letters]
    total = 0
    for value, behind in zip(values, [*values[1:], 0], strict=True):
        total += -value if value < behind else value
    return total if _as_roman(total) == letters else 0


def _as_roman(number: int) -> str:
    if not 0 < number < 90:
        return ""
    signs = ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
    written = ""
    for value, sign in signs:
        written += sign * (number // value)
        number %= value
    return written


def _admitted(candidates: list[_Candidate]) -> list[_Candidate]:
    """Leave out the doubtful candidates but for those that fill a gap between sure ones, or begin a series."""
    if all(found.is_sure for found in candidates):
        return candidates
    fitting: set[tuple[int, tuple[str, int]]] = set()
    behind: dict[str, int] = {}
    for found in reversed(candidates):
        for shape, place in found.readings:
            if not found.is_sure and behind.get(shape) == place + 1 and _opens(found.words):
                fitting.add((found.index, (shape, place)))
        behind |= {way[0]: way[1] for way in found.readings if found.is_sure or (found.index, way) in fitting}
    before: dict[str, int] = {}
    kept = []
    for found in candidates:
        ways = [way for way in found.readings if found.is_sure or (found.index, way) in fitting]
        if found.is_sure or any(way[1] == 1 or before.get(way[0]) == way[1] - 1 for way in ways):
            kept.append(found)
            before |= dict(ways)
    return kept


def _opens(words: str) -> bool:
    """Tell whether words begin as a paragraph does."""
    return words[0].isupper() or words[0] in _OPENING


def _in_series(candidates: list[_Candidate]) -> list[tuple[_Candidate, tuple[str, int]]]:
    """Keep the candidates whose number follows, or is followed by, its neighbour in a series of the same shape."""
    latest: dict[tuple[str, int], int] = {}
    links: dict[int, tuple[str, int]] = {}
    for position, found in enumerate(candidates):
        ways = [way for way in found.readings if (way[0], way[1] - 1) in latest]
        if ways:
            way = max(ways, key=lambda way: latest[way[0], way[1] - 1])
            links.setdefault(latest[way[0], way[1] - 1], (way[0], way[1] - 1))
            links[position] = way
            latest[way] = position
        else:
            for way in found.readings:
                latest[way] = position
    return [(candidates[position], links[position]) for position in sorted(links)]
