"""Published anchors and the blocks of today into pairs: which block goes on as which; knows nothing of numbers.

In this order: identical words in the same order; identical words elsewhere, if they are unique; blocks between those
that share at least half of their words, in order; blocks that hold the words of an anchor whole.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import pairwise

from muniment.anchors import likeness
from muniment.frozen import dataclass
from muniment.model import RegisteredAnchor

ALIKE = 500
"""Thousandths of words in common from which a changed block is still the same block."""

REACH = 100
"""How far apart, in blocks, a changed block is looked for between two unchanged ones."""

_FEW = 8
"""Identical blocks that are all tried against each other; of more, the first is paired with the first, and so on."""


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A block of today that needs an anchor."""

    letter: str
    """`p` or `h`."""
    words: str
    """The block's words, white space folded."""

    @cached_property
    def key(self) -> tuple[str, str]:
        """Letter and hash: equal for blocks with identical words."""
        return self.letter, likeness.digest(self.words)

    @cached_property
    def sketch(self) -> str:
        """A sample of its words' hashes."""
        return likeness.sketch(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """Which anchors go on in which blocks; indexes into what was matched."""

    kept: dict[int, int]
    """Block → the anchor it keeps."""
    merged: dict[int, int]
    """Anchor → the block that now holds its words and has another anchor."""
    lost: tuple[int, ...]
    """Anchors whose words are nowhere, in order."""


def match(anchors: Sequence[RegisteredAnchor], blocks: Sequence[Candidate]) -> Matching:
    """Pair anchors with blocks."""
    keys = [(anchor.anchor[0], anchor.sha256) for anchor in anchors]
    pairs = _in_order(keys, [block.key for block in blocks])
    of_anchor = dict(pairs)
    if len(of_anchor) < max(len(anchors), len(blocks)):
        moved = _moved(keys, [block.key for block in blocks], of_anchor)
        of_anchor |= moved
        of_anchor |= _alike(anchors, blocks, pairs, of_anchor)
    kept = {block: anchor for anchor, block in of_anchor.items()}
    merged: dict[int, int] = {}
    lost = []
    for index, anchor in enumerate(anchors):
        if index in of_anchor:
            continue
        holder = _holder(anchor, index, blocks, of_anchor)
        if holder is None:
            lost.append(index)
        elif holder in kept or blocks[holder].letter != anchor.anchor[0]:
            merged[index] = holder
        else:
            kept[holder] = index
            of_anchor[index] = holder
    return Matching(kept=kept, merged=merged, lost=tuple(lost))


def heaviest_chain(pairs: Iterable[tuple[int, int, int]]) -> tuple[tuple[int, int], ...]:
    """Choose from (first, second, weight) the pairs that rise on both sides and weigh most together.

    With weight 1 this is a longest common subsequence. A tree of running maxima (Fenwick) keeps it fast.
    """
    ordered = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    size = max((second for _, second, _ in ordered), default=-1) + 2
    best: list[tuple[int, int]] = [(0, -1)] * size
    before: list[int] = []
    for index, (_, second, weight) in enumerate(ordered):
        total, previous = 0, -1
        place = second
        while place > 0:
            if best[place][0] > total:
                total, previous = best[place]
            place -= place & -place
        before.append(previous)
        place = second + 1
        while place < size:
            if best[place][0] < total + weight:
                best[place] = (total + weight, index)
            place += place & -place
    _, index = max(best, key=lambda entry: entry[0]) if ordered else (0, -1)
    chain = []
    while index >= 0:
        chain.append(ordered[index][:2])
        index = before[index]
    return tuple(reversed(chain))


def _in_order(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> tuple[tuple[int, int], ...]:
    """Pair identical keys in order; what is equal at both ends is never compared further."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < min(len(old), len(new)) - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    places: dict[tuple[str, str], list[int]] = {}
    for index in range(start, len(new) - tail):
        places.setdefault(new[index], []).append(index)
    seen: Counter[tuple[str, str]] = Counter()
    pairs = []
    for index in range(start, len(old) - tail):
        key = old[index]
        equal = places.get(key, [])
        tried = equal if len(equal) <= _FEW else equal[seen[key] : seen[key] + 1]
        seen[key] += 1
        pairs += [(index, place, 1) for place in tried]
    head = tuple((index, index) for index in range(start))
    end = tuple((len(old) - back, len(new) - back) for back in range(tail, 0, -1))
    return (*head, *heaviest_chain(pairs), *end)


def _moved(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]], of_anchor: dict[int, int]) -> dict[int, int]:
    """Pair identical keys out of order, where each side has one such key left."""
    taken = frozenset(of_anchor.values())
    left = [index for index in range(len(old)) if index not in of_anchor]
    free = [index for index in range(len(new)) if index not in taken]
    times_old = Counter(old[index] for index in left)
    times_new = Counter(new[index] for index in free)
    place = {new[index]: index for index in free}
    return {i: place[old[i]] for i in left if times_old[old[i]] == times_new[old[i]] == 1}


def _alike(
    anchors: Sequence[RegisteredAnchor],
    blocks: Sequence[Candidate],
    fixed: Sequence[tuple[int, int]],
    of_anchor: dict[int, int],
) -> dict[int, int]:
    """Pair changed blocks between the fixed pairs with the anchors they are most like, in order."""
    taken = frozenset(of_anchor.values())
    pairs = []
    bounds = [(-1, -1), *fixed, (len(anchors), len(blocks))]
    sampled: dict[int, frozenset[str]] = {}
    for (first, other), (last, end) in pairwise(bounds):
        left = [index for index in range(first + 1, last) if index not in of_anchor]
        free = [index for index in range(other + 1, end) if index not in taken]
        sampled |= {block: likeness.hashes(blocks[block].sketch) for block in free}
        for rank, index in enumerate(left):
            letter, words = anchors[index].anchor[0], likeness.hashes(anchors[index].sketch)
            middle = rank * len(free) // len(left)
            for block in free[max(middle - REACH, 0) : middle + REACH + 1]:
                alike = likeness.similarity(words, sampled[block]) if blocks[block].letter == letter else 0
                if alike >= ALIKE:
                    pairs.append((index, block, alike))
    return dict(heaviest_chain(pairs))


def _holder(anchor: RegisteredAnchor, index: int, blocks: Sequence[Candidate], of_anchor: dict[int, int]) -> int | None:
    """Find the block that holds an anchor's words whole, among those from its last to its next neighbour."""
    before = next((of_anchor[i] for i in range(index - 1, -1, -1) if i in of_anchor), 0)
    behind = [i for i in of_anchor if i > index]
    after = of_anchor[min(behind)] if behind else len(blocks) - 1
    around = range(before, after + 1) if before <= after or not blocks else (before, after)
    for block in around:
        if likeness.is_within(anchor.sha256, anchor.opening, blocks[block].words):
            return block
    return None
