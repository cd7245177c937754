"""The words of a seed's lines with layout marks off: what a reader of the edition reads where the marks were layout.

Knows nothing of the edition. A mark is taken for layout by its place alone: paired stars and underscores at the edges
of words, and what stands before or behind a whole line (number signs, quotation signs, bullets, drawn lines).
"""

import re

BULLETS = frozenset("-*+•‣◦●○▪■□·–—\uf0b7\uf0a7")
"""Signs that stand before the entries of a list."""
GLUED_BULLETS = frozenset("•‣◦●○▪■□·\uf0b7\uf0a7")
"""Bullets that are never the first character of a word, so that no space need follow."""
_RULES = frozenset("-*_=–—~#•·.⁂")
"""Signs of which a drawn line consists."""
_LINE_STARTS = BULLETS | _RULES | {">"}
_RUN = re.compile(r"\*{1,3}(?!\*)|_{1,3}(?!_)")
_WORD = re.compile(r"\S+")
_FARTHEST = 3
"""Lines that a pair of marks may lie apart."""

_Span = tuple[int, int, int]
"""(line, start, end) of a mark."""


def may_hold_marks(line: str) -> bool:
    """Tell quickly whether a line can hold a layout mark at all."""
    return "*" in line or "_" in line or line.lstrip()[:1] in _LINE_STARTS


def bare_words(lines: tuple[str, ...], first: int, last: int) -> list[list[str]]:
    """Give the words of some consecutive lines with layout marks off; a word that is only a mark becomes empty."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for number, start, end in _pairs(lines, first, last):
        spans.setdefault(number, []).append((start, end))
    return [_bare(lines[number], sorted(spans.get(number, ()))) for number in range(first, last)]


def _bare(line: str, spans: list[tuple[int, int]]) -> list[str]:
    """Take the marks of one line off its words."""
    words = line.split()
    if _is_rule(words):
        return [""] * len(words)
    return _without_line_marks(words, _without(line, spans) if spans else list(words))


def _is_rule(words: list[str]) -> bool:
    """Tell whether a line is only drawn: three or more of one sign, or the line under a heading."""
    drawn = "".join(words)
    if not drawn or drawn[0] not in _RULES or drawn != drawn[0] * len(drawn):
        return False
    return len(drawn) >= 3 or drawn in ("==", "--")


def _without(line: str, spans: list[tuple[int, int]]) -> list[str]:
    """Take paired marks out of the words of a line; a word that was nothing else stays as an empty one."""
    words: list[str] = []
    at = 0
    for match in _WORD.finditer(line):
        parts, done = [], match.start()
        while at < len(spans) and spans[at][0] < match.end():
            parts.append(line[done : spans[at][0]])
            done = spans[at][1]
            at += 1
        words.append("".join((*parts, line[done : match.end()])) if parts else match[0])
    return words


def _without_line_marks(words: list[str], bare: list[str]) -> list[str]:
    """Take off what stands before and behind a whole line."""
    is_heading = False
    for index, word in enumerate(words):
        if word in BULLETS or word.strip(">") == "":
            bare[index] = ""
        elif word.strip("#") == "" and len(word) <= 6:
            bare[index] = ""
            is_heading = True
        else:
            bare[index] = _without_glued(bare[index])
            break
    if is_heading and words[-1].strip("#") == "":
        bare[-1] = ""
    return bare


def _without_glued(word: str) -> str:
    """Take a bullet or quotation signs off the word they are written against."""
    return word[1:] if word[:1] in GLUED_BULLETS else word.lstrip(">")


def _pairs(lines: tuple[str, ...], first: int, last: int) -> list[_Span]:
    """Find the paired marks: on one line, else a few lines apart within a paragraph."""
    pairs: list[_Span] = []
    left: dict[str, list[_Span]] = {}
    for number in range(first, last):
        line = lines[number]
        if not line.strip():
            left.clear()
        elif "*" in line or "_" in line:
            _pair_line(line, number, left, pairs)
    return pairs


def _pair_line(line: str, number: int, left: dict[str, list[_Span]], pairs: list[_Span]) -> None:
    """Pair the marks of one line, with each other first, then with those that lines above have left open.

    Bold marks at the very ends of a line need not stand against a word: pages are often stored with "**A title **".
    """
    opened: dict[str, list[_Span]] = {}
    line_start, line_end = len(line) - len(line.lstrip()), len(line.rstrip())
    for match in _RUN.finditer(line):
        start, end, mark = match.start(), match.end(), match[0]
        if start and line[start - 1] == mark[0]:
            continue
        before, after = line[start - 1 : start], line[end : end + 1]
        can_close = bool(before.strip() or (end == line_end and len(mark) > 1)) and not after.isalnum()
        can_open = bool(after.strip() or (start == line_start and len(mark) > 1)) and not before.isalnum()
        span = (number, start, end)
        if can_close and opened.get(mark):
            pairs += (opened[mark].pop(), span)
        elif can_close and not can_open and left.get(mark) and number - left[mark][-1][0] <= _FARTHEST:
            pairs += (left[mark].pop(), span)
        elif can_open:
            opened.setdefault(mark, []).append(span)
    for mark, spans in opened.items():
        left.setdefault(mark, []).extend(spans)
