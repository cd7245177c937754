"""Seed words, claims and edition words → which words of the one stand in the other, and where they differ.

Knows nothing of notes and lines. The claims are applied to the seed's words first; where the edition reads as the seed
does all the same, because an editor has put words back, the claim is let go.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from muniment.collate import marks
from muniment.collate.align import align
from muniment.collate.claims import Claim
from muniment.collate.words import EditionWords, SeedWords
from muniment.frozen import dataclass

_ROUNDS = 3
"""How often claims are let go and the whole compared again."""
_CLOSE = 4000
"""Words of a difference within which it is tried whether a claim is to be let go."""
_MOST = 60
"""Differences, and claims at each, for which this is tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A place where the edition's words are not the seed's, and no intervention says why."""

    seed: tuple[int, ...]
    """Numbers of the seed's words that do not stand in the edition."""
    at: int
    """Number of the seed's word at which, or before which, the difference is."""
    edition: tuple[int, int]
    """Numbers of the edition's first word that does not stand in the seed, and of the word behind the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How the words of an edition stand to its seed's."""

    runs: tuple[tuple[int, int, int], ...]
    """(first seed word, first edition word, number of words that follow one another in both)."""
    altered: tuple[tuple[int, int, Claim], ...]
    """(edition word, seed word it stands for, claim) for words that an intervention altered."""
    claims: tuple[Claim, ...]
    """The claims that the edition bears out, in seed order."""
    differences: tuple[Difference, ...]
    """In seed order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Expected:
    """The words that the edition should read."""

    words: list[str]
    """With layout marks off; empty for a word that is only a mark and may be absent."""
    printed: list[str]
    """The same words with their marks."""
    origin: list[int]
    """The seed word each is; or, for a word that an intervention put there, -1 minus the number of the claim."""


def compare(seed: SeedWords, claims: tuple[Claim, ...], edition: EditionWords) -> Comparison:
    """Compare all words."""
    rounds = _ROUNDS
    while True:
        expected = _expected(seed, claims)
        runs = _runs(expected, edition.words)
        hunks = _hunks(expected, runs, len(edition.words))
        undone = _undone(seed, claims, expected, edition.words, hunks) if claims and hunks and rounds else frozenset()
        if not undone:
            return _comparison(expected, claims, runs, hunks, len(seed.printed))
        claims = tuple(claim for number, claim in enumerate(claims) if number not in undone)
        rounds -= 1


def _expected(seed: SeedWords, claims: Sequence[Claim]) -> _Expected:
    """Apply the claims to the seed's words."""
    words: list[str] = []
    printed: list[str] = []
    origin: list[int] = []
    done = 0
    for number, claim in enumerate(claims):
        words += seed.bare[done : claim.start]
        printed += seed.printed[done : claim.start]
        if claim.after:
            words += marks.bare_words((" ".join(claim.after),), 0, 1)[0]
            printed += claim.after
        origin += range(done, claim.start)
        origin += [-1 - number] * len(claim.after)
        done = claim.end
    words += seed.bare[done:]
    printed += seed.printed[done:]
    origin += range(done, len(seed.bare))
    return _Expected(words=words, printed=printed, origin=origin)


def _runs(expected: _Expected, words: tuple[str, ...]) -> list[tuple[int, int, int]]:
    """Line the expected words up with the edition's: as a whole if they agree, else by a close comparison."""
    if len(expected.words) == len(words) and tuple(expected.words) == words:
        return [(0, 0, len(words))] if words else []
    start, done = _swept(expected, words)
    if done == len(words) and not any(expected.words[_end(start) :]):
        return start
    left = _end(start)
    pairs = list(zip(expected.words[left:], expected.printed[left:], strict=True))
    readings = [word or printed for word, printed in pairs]
    bare = {printed: word for word, printed in pairs if word}
    close = align(readings, [bare.get(word, word) for word in words[done:]])
    return start + [run for a, c, size in close for run in _exact(expected, words, (left + a, done + c, size))]


def _end(runs: list[tuple[int, int, int]]) -> int:
    """Give the number behind the last expected word of some runs."""
    return runs[-1][0] + runs[-1][2] if runs else 0


def _swept(expected: _Expected, words: tuple[str, ...]) -> tuple[list[tuple[int, int, int]], int]:
    """Go through both from the beginning while they agree, passing over marks; give the runs and the words done."""
    runs: list[tuple[int, int, int]] = []
    at, done, start = 0, 0, 0
    size, count = len(expected.words), len(words)
    while at < size and done < count:
        word = expected.words[at]
        if word == words[done] or expected.printed[at] == words[done]:
            at, done = at + 1, done + 1
            continue
        if at > start:
            runs.append((start, done - (at - start), at - start))
        if word:
            return runs, done
        at += 1
        start = at
    if at > start:
        runs.append((start, done - (at - start), at - start))
    return runs, done


def _exact(expected: _Expected, words: tuple[str, ...], run: tuple[int, int, int]) -> list[tuple[int, int, int]]:
    """Keep of a run the words that are equal, with or without marks, at their own place."""
    a, c, size = run
    kept: list[tuple[int, int, int]] = []
    for index in range(size):
        if words[c + index] in (expected.words[a + index], expected.printed[a + index]):
            if kept and kept[-1][0] + kept[-1][2] == a + index:
                kept[-1] = (kept[-1][0], kept[-1][1], kept[-1][2] + 1)
            else:
                kept.append((a + index, c + index, 1))
    return kept


def _hunks(expected: _Expected, runs: list[tuple[int, int, int]], count: int) -> list[tuple[int, int, int, int]]:
    """Give what lies between the runs, but for marks that are absent: (expected from, to, edition from, to)."""
    hunks: list[tuple[int, int, int, int]] = []
    at, done = 0, 0
    for a, c, size in [*runs, (len(expected.words), count, 0)]:
        if (at < a and any(expected.words[at:a])) or done < c:
            hunks.append((at, a, done, c))
        at, done = a + size, c + size
    return hunks


def _undone(
    seed: SeedWords,
    claims: tuple[Claim, ...],
    expected: _Expected,
    words: tuple[str, ...],
    hunks: list[tuple[int, int, int, int]],
) -> frozenset[int]:
    """Give the numbers of the claims that editors have undone: without them the edition is nearer to the seed."""
    undone: set[int] = set()
    for a, b, c, d in hunks[:_MOST]:
        from_word, to_word = _around(expected, claims, (a, b), len(seed.printed))
        first = bisect_left(claims, from_word, key=lambda claim: claim.start)
        last = bisect_right(claims, to_word, key=lambda claim: claim.start)
        for number in range(first, min(last, first + _MOST)):
            claim = claims[number]
            if claim.end > to_word or claim.end - claim.start + b - a + d - c > _CLOSE:
                continue
            own = [index for index in range(max(a - len(claim.after), 0), b) if expected.origin[index] == -1 - number]
            start = min([a, *own])
            read = words[max(c - (a - start), 0) : d]
            applied = [word for word in expected.words[start:b] if word]
            if _distance(_restored(seed, expected, claim, (start, b), own), read) < _distance(applied, read):
                undone.add(number)
    return frozenset(undone)


def _around(expected: _Expected, claims: tuple[Claim, ...], hunk: tuple[int, int], count: int) -> tuple[int, int]:
    """Give the seed words between which a difference lies."""
    low = expected.origin[hunk[0] - 1] if hunk[0] else 0
    high = expected.origin[hunk[1]] if hunk[1] < len(expected.origin) else count
    return claims[-1 - low].start if low < 0 else low, claims[-1 - high].end if high < 0 else high


def _restored(seed: SeedWords, expected: _Expected, claim: Claim, within: tuple[int, int], own: list[int]) -> list[str]:
    """Give the expected words of a stretch as they would be without a claim."""
    kept = [index for index in range(*within) if index not in own and expected.words[index]]
    before = sum(1 for index in kept if 0 <= expected.origin[index] < claim.start)
    words = [expected.words[index] for index in kept]
    return words[:before] + [word for word in seed.bare[claim.start : claim.end] if word] + words[before:]


def _distance(one: Sequence[str], other: Sequence[str]) -> int:
    """Count the words of two short lists that do not stand in the other."""
    return len(one) + len(other) - 2 * sum(size for _, _, size in align(one, other))


def _comparison(
    expected: _Expected,
    claims: tuple[Claim, ...],
    runs: list[tuple[int, int, int]],
    hunks: list[tuple[int, int, int, int]],
    count: int,
) -> Comparison:
    """Say in numbers of seed words what was found."""
    standing: list[tuple[int, int, int]] = []
    altered: list[tuple[int, int, Claim]] = []
    for a, c, size in runs:
        for start, length in _unbroken(expected.origin, a, size):
            origin = expected.origin[start]
            if origin >= 0:
                standing.append((origin, c + start - a, length))
            else:
                altered += _altered(claims[-1 - origin], c + start - a, length)
    differences = []
    for a, b, c, d in hunks:
        missing = [expected.origin[index] for index in range(a, b) if expected.words[index]]
        gone = sorted({word for origin in missing for word in _seed_words(origin, claims)})
        behind = expected.origin[b] if b < len(expected.origin) else count
        at = gone[0] if gone else (claims[-1 - behind].start if behind < 0 else behind)
        if gone or c < d:
            differences.append(Difference(seed=tuple(gone), at=at, edition=(c, d)))
    return Comparison(runs=tuple(standing), altered=tuple(altered), claims=claims, differences=tuple(differences))


def _seed_words(origin: int, claims: tuple[Claim, ...]) -> Sequence[int]:
    """Give the seed words that an expected word stands for."""
    if origin >= 0:
        return (origin,)
    claim = claims[-1 - origin]
    return range(claim.start, claim.end)


def _unbroken(origin: list[int], start: int, size: int) -> list[tuple[int, int]]:
    """Cut a run where its words do not follow one another in the seed: (start, length)."""
    stretch = origin[start : start + size]
    if min(stretch) >= 0 and stretch[-1] - stretch[0] == size - 1:
        return [(start, size)]
    parts: list[tuple[int, int]] = []
    for index in range(start, start + size):
        follows = parts and origin[index] == (origin[index - 1] + 1 if origin[index] >= 0 else origin[index - 1])
        if follows and (origin[index] >= 0) == (origin[index - 1] >= 0):
            parts[-1] = (parts[-1][0], parts[-1][1] + 1)
        else:
            parts.append((index, 1))
    return parts


def _altered(claim: Claim, first: int, length: int) -> list[tuple[int, int, Claim]]:
    """Give for each altered word the seed word it stands for, as far as there are as many."""
    count = claim.end - claim.start
    return [(first + index, claim.start + min(index, count - 1), claim) for index in range(length) if count]
