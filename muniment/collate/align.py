"""Two lists of words → where they agree: runs of equal words, in order, in time that grows with the lists' length.

Knows nothing of seeds and editions. Words that stand once in both lists are lined up first; only what lies between them
is compared closely, and that within a budget: beyond it a stretch counts as different as a whole.
"""

import difflib
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

Run = tuple[int, int, int]
"""(start in the first list, start in the second, length)."""
_Stretch = tuple[int, int, int, int]
"""(start and end in the first list, start and end in the second)."""

_CLOSE = 40_000
"""Product of the lengths of two stretches that are compared word by word with word."""
_BUDGET = 4_000_000
"""Sum of these products over one alignment."""
_SIZES = (1, 4)
"""Words that are looked at together to find what stands once: single words, and where there are none, four in a row."""
_LEVELS = 12
"""How often a stretch is divided at words that stand once."""


def align(one: Sequence[str], other: Sequence[str]) -> list[Run]:
    """Line two lists up; the runs are disjoint, in order and as long as they can be."""
    runs: list[Run] = []
    budget = _BUDGET
    waiting: list[tuple[_Stretch, int]] = [((0, len(one), 0, len(other)), 0)]
    while waiting:
        stretch, level = waiting.pop()
        a, b, c, d = _trimmed(one, other, stretch, runs)
        if a == b or c == d:
            continue
        cells = (b - a) * (d - c)
        if cells <= min(_CLOSE, budget):
            budget -= cells
            matcher = difflib.SequenceMatcher(None, one[a:b], other[c:d], autojunk=False)
            runs += [(a + m.a, c + m.b, m.size) for m in matcher.get_matching_blocks() if m.size]
        elif level < _LEVELS:
            anchors = next((found for size in _SIZES if (found := _anchors(one, other, (a, b, c, d), size))), [])
            edges = [(a, c), *anchors, (b, d)]
            waiting += [
                ((left[0], right[0], left[1], right[1]), level + 1) for left, right in pairwise(edges) if anchors
            ]
    return _joined(sorted(runs))


def _trimmed(one: Sequence[str], other: Sequence[str], stretch: _Stretch, runs: list[Run]) -> _Stretch:
    """Take equal words off both ends of a stretch and note them as runs."""
    a, b, c, d = stretch
    start = a
    while a < b and c < d and one[a] == other[c]:
        a, c = a + 1, c + 1
    if a > start:
        runs.append((start, c - (a - start), a - start))
    end = b
    while a < b and c < d and one[b - 1] == other[d - 1]:
        b, d = b - 1, d - 1
    if b < end:
        runs.append((b, d, end - b))
    return a, b, c, d


def _anchors(one: Sequence[str], other: Sequence[str], stretch: _Stretch, size: int) -> list[tuple[int, int]]:
    """Give the places of words that stand once in both stretches, the most that are in the same order."""
    a, b, c, d = stretch
    first = list(zip(*(one[a + shift : b] for shift in range(size)), strict=False))
    second = list(zip(*(other[c + shift : d] for shift in range(size)), strict=False))
    counts, others = Counter(first), Counter(second)
    place = {words: index for index, words in enumerate(second, c) if others[words] == 1}
    pairs = [(index, place[words]) for index, words in enumerate(first, a) if counts[words] == 1 and words in place]
    return _rising(pairs)


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the longest part of the pairs whose second numbers rise."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, (_, second) in enumerate(pairs):
        length = bisect_left(ends, second)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(second)
            last.append(index)
        else:
            ends[length] = second
            last[length] = index
    rising: list[tuple[int, int]] = []
    at = last[-1] if last else -1
    while at >= 0:
        rising.append(pairs[at])
        at = before[at]
    return rising[::-1]


def _joined(runs: list[Run]) -> list[Run]:
    """Join runs that follow on one another."""
    joined: list[Run] = []
    for a, c, size in runs:
        if joined and joined[-1][0] + joined[-1][2] == a and joined[-1][1] + joined[-1][2] == c:
            joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + size)
        else:
            joined.append((a, c, size))
    return joined
