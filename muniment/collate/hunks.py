"""How the words of two texts stand to each other → the smallest stretches of whole lines in which the texts differ.

Knows nothing of why they differ. Lines that share a word belong together; what lies between is compared line by line.
"""

import difflib
from collections.abc import Iterator

from muniment.collate.compare import Comparison
from muniment.collate.ledger import Ledger
from muniment.collate.words import EditionWords, SeedWords

Hunk = tuple[int, int, int, int]
"""(first seed line, behind the last, first body line, behind the last), 0-based; equal numbers are an empty side."""
_CLOSE = 64
"""Lines of a stretch without common words that are compared one by one."""


def hunks(
    seed: SeedWords, edition: EditionWords, body: tuple[str, ...], comparison: Comparison, book: Ledger
) -> Iterator[tuple[Hunk, bool]]:
    """Give the stretches in which lines differ, in order, and whether their lines share words and stay together."""
    done, written = 0, 0
    end: Hunk = (len(seed.lines), len(seed.lines), len(body), len(body))
    for first, last, start, stop in [*_linked(seed, edition, comparison), end]:
        for hunk in _between(seed.lines, body, (done, first, written, start), book):
            yield hunk, False
        for hunk in _trimmed(seed.lines, body, (first, last, start, stop), book):
            yield hunk, True
        done, written = last, stop


def _linked(seed: SeedWords, edition: EditionWords, comparison: Comparison) -> list[Hunk]:
    """Gather the lines that share words, directly or through other lines."""
    linked: list[Hunk] = []
    for first, last, line in _links(seed, edition, comparison):
        stop = edition.last_line.get(line, line) + 1
        if linked and (first < linked[-1][1] or line < linked[-1][3]):
            before = linked[-1]
            linked[-1] = (before[0], max(before[1], last + 1), before[2], max(before[3], stop))
        else:
            linked.append((first, last + 1, line, stop))
    return linked


def _links(seed: SeedWords, edition: EditionWords, comparison: Comparison) -> list[tuple[int, int, int]]:
    """Give (first seed line, last seed line, body line) for words that stand in both, in order."""
    links: list[tuple[int, int, int, int]] = []
    for word, read, size in comparison.runs:
        pairs = dict.fromkeys(zip(seed.line_of[word : word + size], edition.line_of[read : read + size], strict=True))
        links += [(read, first, first, line) for first, line in pairs]
    for read, _, claim in comparison.altered:
        lines = seed.line_of[claim.start], seed.line_of[claim.end - 1]
        links.append((read, *lines, edition.line_of[read]))
    if comparison.altered:
        links.sort()
    return [(first, last, line) for _, first, last, line in links]


def _trimmed(before: tuple[str, ...], after: tuple[str, ...], hunk: Hunk, book: Ledger) -> Iterator[Hunk]:
    """Take equal lines off both ends, but none with a change of wording; give nothing if no line is left."""

    def is_equal(old: int, new: int) -> bool:
        return before[old] == after[new] and old not in book.by_seed_line and new not in book.by_body_line

    a, b, c, d = hunk
    while a < b and c < d and is_equal(a, c):
        a, c = a + 1, c + 1
    while a < b and c < d and is_equal(b - 1, d - 1):
        b, d = b - 1, d - 1
    if a < b or c < d:
        yield a, b, c, d


def _between(before: tuple[str, ...], after: tuple[str, ...], hunk: Hunk, book: Ledger) -> Iterator[Hunk]:
    """Compare lines that share no words: blank lines, drawn lines, lines that were left out or put in."""
    for a, b, c, d in _trimmed(before, after, hunk, book):
        if a == b or c == d or b - a > _CLOSE or d - c > _CLOSE:
            yield a, b, c, d
            continue
        matcher = difflib.SequenceMatcher(None, before[a:b], after[c:d], autojunk=False)
        for tag, start, end, first, last in matcher.get_opcodes():
            if tag != "equal":
                yield a + start, a + end, c + first, c + last
