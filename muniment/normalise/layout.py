"""Measures how a transcript uses its lines: whether they were broken at a width, and what parts paragraphs.

Knows nothing of words. A line broken at a width is one behind which the next line's first word had no room.
"""

from collections.abc import Iterable

from muniment.frozen import dataclass
from muniment.normalise import marks
from muniment.normalise.working import Piece

WIDEST = 120
"""Characters; longer lines were not broken by a typist or a mail program."""
_NARROWEST = 30
_CENTRED = 12
"""Characters by which a line is indented more than the one before when it is set in the middle, and begins anew."""
_SHORTEST = 40
"""Characters a line has at least when running text goes on behind it, though no width shows that lines were broken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How the lines of one transcript are used."""

    width: int = 0
    """Characters at which lines were broken; 0 if each line is a paragraph or stands for itself."""
    has_blanks: bool = False
    """Whether blank lines part paragraphs at all."""
    is_double_spaced: bool = False
    """Whether a blank line follows every line, so that single ones part nothing."""

    def is_full(self, line: str, behind: str) -> bool:
        """Tell whether the next line's first word had no room on this line."""
        first = behind.split(None, 1)[0] if behind.strip() else ""
        return bool(self.width) and len(line) + 1 + len(first) > self.width - max(4, self.width // 8)


def measure(pieces: tuple[Piece, ...]) -> Layout:
    """Measure the layout of undecided lines."""
    close: list[tuple[str, str]] = []
    spaced: list[tuple[str, str]] = []
    count = 0
    has_blanks = False
    for index, piece in enumerate(pieces):
        if piece.kind == "blank":
            has_blanks = has_blanks or bool(count)
            continue
        count += 1
        if index + 1 < len(pieces) and pieces[index + 1].kind == "line":
            close.append((piece.text, pieces[index + 1].text))
        elif index + 2 < len(pieces) and pieces[index + 1].kind == "blank" and pieces[index + 2].kind == "line":
            spaced.append((piece.text, pieces[index + 2].text))
    width = _width(close)
    if not width and len(spaced) >= 8 and len(close) * 10 < len(spaced):
        width = _width(spaced)
        long = [pair for pair in spaced if width / 2 <= len(pair[0])]
        if width and len(long) >= 0.8 * len(spaced) and _share_going_on(spaced) >= 0.5:
            return Layout(width=width, has_blanks=True, is_double_spaced=True)
        width = 0
    return Layout(width=width, has_blanks=has_blanks)


def runs_on(before: str, behind: str, layout: Layout) -> bool:
    """Tell whether a line goes on with the paragraph of the line directly before it."""
    words = behind.lstrip()
    if before[-1] in "-\u00ad\u2010" and before[-2:-1].isalpha() and words[0].islower():
        return True
    if layout.width:
        deeper = (len(behind) - len(words)) - (len(before) - len(before.lstrip()))
        if (deeper >= 2 and marks.is_final(before)) or (deeper >= _CENTRED and words[0].isupper()):
            return False
        return words[0].islower() or layout.is_full(before, behind) or marks.needs_more(before, words)
    if len(before) < _SHORTEST or not marks.is_open(before):
        return False
    return marks.needs_more(before, words) or (words[0].islower() and not words.endswith((";", ",")))


def _width(pairs: list[tuple[str, str]]) -> int:
    """Give the width at which the first lines of these pairs were broken, 0 if they were not."""
    lengths = sorted(len(before) for before, _ in pairs if len(before) <= WIDEST)
    if not lengths or len(lengths) < 0.6 * len(pairs):
        return 0
    width = lengths[int(len(lengths) * 0.95)] if len(lengths) > 20 else lengths[-1]
    layout = Layout(width=width)
    long = [(before, behind) for before, behind in pairs if width / 2 <= len(before) <= WIDEST]
    full = sum(layout.is_full(before, behind) for before, behind in long)
    if width < _NARROWEST or full < 0.6 * len(long) or _share_going_on(long) < 0.3:
        return 0
    return width


def _share_going_on(pairs: Iterable[tuple[str, str]]) -> float:
    """Give the share of pairs whose second line goes on in lower case, or in capitals after an open one."""
    going = [
        behind.lstrip()[:1].islower() or (len(before) >= 40 and before.isupper() and marks.is_open(before))
        for before, behind in pairs
    ]
    return sum(going) / len(going) if going else 0.0
