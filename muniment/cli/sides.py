"""Two readings of a text → lines for a terminal that show where they differ; knows nothing of why.

Words that differ stand between ‹ and ›, in colour or not.
"""

from collections.abc import Iterator, Sequence

from muniment.cli.ink import Ink
from muniment.cli.layout import padded, wrapped
from muniment.problems import printable
from muniment.problems.columns import width

CONTEXT = 6
"""Words shown on either side of words that differ."""
LONGEST = 6
"""Lines shown of words that stand on one side only."""
MARKS = ("‹", "›")
SIGNS = (("−", "red"), ("+", "green"))
_INDENT = "    "

Piece = tuple[str, bool]
"""(words, whether they differ from the other reading)."""


def readings(before: str, after: str, ink: Ink, *, is_whole: bool) -> Iterator[str]:
    """Print both readings, each change with some words around it; all words if `is_whole`."""
    if not before.split() or not after.split():
        text, (sign, colour) = (after, SIGNS[1]) if after.split() else (before, SIGNS[0])
        yield from _whole(text, sign, colour, ink, is_whole=is_whole)
        return
    for sides in _changes(before.split(), after.split(), CONTEXT if not is_whole else 10_000):
        for pieces, (sign, colour) in zip(sides, SIGNS, strict=True):
            yield from _marked(pieces, sign, colour, ink)


def columns(mine: str, fresh: str, room: int, ink: Ink) -> Iterator[str]:
    """Print two paragraphs side by side."""
    left, right = next(_changes(mine.split(), fresh.split(), 10_000), ((), ()))
    wide = (room - 3) // 2
    own = _broken(left, wide) if mine.split() else [[]]
    other = _broken(right, wide) if fresh.split() else [[]]
    for number in range(max(len(own), len(other))):
        one = _inked(own[number], "red", ink, wide) if number < len(own) else " " * wide
        two = _inked(other[number], "green", ink, 0) if number < len(other) else ""
        yield f"{one} │ {two}".rstrip()


def _whole(text: str, sign: str, colour: str, ink: Ink, *, is_whole: bool) -> Iterator[str]:
    """Print words that stand on one side only; the middle of many is left out."""
    lines = wrapped(text, ink.columns, f"  {sign} ", _INDENT)
    if not is_whole and len(lines) > LONGEST:
        lines[LONGEST - 2 : -1] = [f"{_INDENT}… {len(lines) - LONGEST + 1} more lines (-v shows them) …"]
    yield from (ink(line, colour) for line in lines)


def _changes(before: list[str], after: list[str], context: int) -> Iterator[tuple[Sequence[Piece], Sequence[Piece]]]:
    """Give each stretch of words that differ, with its context, as the pieces of both sides."""
    from difflib import SequenceMatcher  # only a difference needs it

    matcher = SequenceMatcher(a=before, b=after, autojunk=False)
    for group in matcher.get_grouped_opcodes(context):
        left: list[Piece] = [("…", False)] if group[0][1] else []
        right: list[Piece] = [("…", False)] if group[0][3] else []
        for tag, a, b, c, d in group:
            left += [(" ".join(before[a:b]), tag != "equal")] if a < b else []
            right += [(" ".join(after[c:d]), tag != "equal")] if c < d else []
        left += [("…", False)] if group[-1][2] < len(before) else []
        right += [("…", False)] if group[-1][4] < len(after) else []
        yield left, right


def _marked(pieces: Sequence[Piece], sign: str, colour: str, ink: Ink) -> Iterator[str]:
    """Print one side, words that differ marked."""
    for number, line in enumerate(_broken(pieces, ink.columns - len(_INDENT))):
        opening = ink(f"  {sign} ", colour) if number == 0 else _INDENT
        yield f"{opening}{_inked(line, colour, ink, 0)}"


def _broken(pieces: Sequence[Piece], room: int) -> list[list[Piece]]:
    """Break pieces into lines between words; each word is a piece then, its marks on it."""
    words: list[Piece] = []
    for text, is_other in pieces:
        parts = printable(" ".join(text.split())).split(" ")
        if is_other:
            parts[0] = f"{MARKS[0]}{parts[0]}"
            parts[-1] = f"{parts[-1]}{MARKS[1]}"
        words += [(part, is_other) for part in parts]
    lines: list[list[Piece]] = [[]]
    used = 0
    for word, is_other in words:
        size = width(word) + (1 if lines[-1] else 0)
        if lines[-1] and used + size > room:
            lines.append([])
            used, size = 0, width(word)
        lines[-1].append((word, is_other))
        used += size
    return lines


def _inked(line: Sequence[Piece], colour: str, ink: Ink, fill: int) -> str:
    """Print a line of words, those that differ in colour, filled with blanks up to a width."""
    plain = " ".join(word for word, _ in line)
    told = " ".join(ink(word, colour, is_bold=True) if is_other else word for word, is_other in line)
    return told + padded(plain, fill)[len(plain) :]
