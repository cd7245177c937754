"""Turns a pattern over one line into a new line and the exact words that changed; knows nothing of its meaning."""

import re
from collections.abc import Callable

from muniment.frozen import dataclass

MOST_CHANGES = 8
"""More changes in one line than this are recorded as one stretch from the first to the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """A line after a rule, with what the rule changed in it."""

    text: str
    changes: tuple[tuple[str, str], ...]
    """(words before, words after), in order; white space folded."""


def rewrite(line: str, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> Rewritten:
    """Replace what the pattern finds; a change is quoted with the whole words it touches."""
    spans = _word_spans(line, pattern, replace)
    if not spans:
        return Rewritten(text=line, changes=())
    parts, done = [], 0
    changes = []
    for start, end in spans:
        before = line[start:end]
        after = pattern.sub(replace, before)
        parts += [line[done:start], after]
        changes.append((_folded(before), _folded(after)))
        done = end
    text = "".join((*parts, line[done:]))
    if len(changes) > MOST_CHANGES:
        start, end = spans[0][0], spans[-1][1]
        changes = [(_folded(line[start:end]), _folded(text[start : len(text) - (len(line) - end)]))]
    return Rewritten(text=text, changes=tuple(changes))


def _word_spans(line: str, pattern: re.Pattern[str], replace: Callable[[re.Match[str]], str]) -> list[tuple[int, int]]:
    """Find the stretches of whole words that hold something to be replaced; touching stretches become one."""
    spans: list[tuple[int, int]] = []
    for found in pattern.finditer(line):
        if replace(found) == found[0]:
            continue
        start, end = found.span()
        floor = spans[-1][1] if spans else 0
        if end <= floor:
            continue
        start = max(start, floor)
        while start > floor and not line[start - 1].isspace():
            start -= 1
        while end < len(line) and not line[end].isspace():
            end += 1
        if spans and start == floor:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _folded(text: str) -> str:
    return " ".join(text.split())
