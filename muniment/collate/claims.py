"""The interventions of an edition → claims on words of its seed: which words each says it took out or altered.

Knows nothing of the edition's text: whether a claim is borne out is found by comparing. An intervention may be about
words as an earlier one left them ("&amp;" became "&", then its line was lifted): the two become one claim.
"""

from collections.abc import Sequence

from muniment.collate.words import SeedWords
from muniment.frozen import dataclass
from muniment.model import Intervention


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Consecutive words of the seed that an intervention says are gone or stand otherwise."""

    start: int
    """Number of the first word."""
    end: int
    """Number behind the last word."""
    after: tuple[str, ...]
    """The words that stand there instead."""
    intervention: int
    """Number of the intervention in the front matter."""
    earlier: tuple[int, ...] = ()
    """Numbers of the interventions on whose words it went on."""


_Token = tuple[str, int, int, int]
"""(word as it stands now, first seed word it stands for, behind the last, number of its claim or -1)."""


def locate(interventions: Sequence[Intervention], seed: SeedWords) -> tuple[tuple[Claim, ...], tuple[int, ...]]:
    """Find each intervention's words on its lines; give the claims in seed order, and the interventions not found."""
    claims: list[Claim] = []
    waiting: list[int] = []
    taken = bytearray(len(seed.printed) + 1)
    for number, intervention in enumerate(interventions):
        before, after = intervention.before.split(), tuple(intervention.after.split())
        first, last = intervention.lines
        if last > len(seed.lines):
            waiting.append(number)
        elif before:
            words = _find(before, seed, (seed.first[first - 1], seed.first[last]), taken)
            if words is None:
                waiting.append(number)
            elif claim := _narrowed(words, after, seed, number):
                taken[claim.start : claim.end] = b"\x01" * (claim.end - claim.start)
                claims.append(claim)
        elif after:
            at = seed.first[first - 1]
            claims.append(Claim(start=at, end=at, after=after, intervention=number))
    missing: list[int] = []
    for number in waiting:
        claims, is_found = _continued(claims, interventions[number], number, seed)
        missing += [] if is_found else [number]
    return tuple(sorted(claims, key=_place)), tuple(missing)


def _place(claim: Claim) -> tuple[int, int]:
    """Order claims as they stand in the seed."""
    return claim.start, claim.end


def _find(before: list[str], seed: SeedWords, within: tuple[int, int], taken: bytearray) -> list[int] | None:
    """Find consecutive words that no other intervention has taken; marks of layout between them are passed over."""
    first, last = within
    for start in range(first, last):
        if not taken[start] and seed.has(start, before[0]):
            words = _matched(before, seed, start, last, taken)
            if words is not None:
                return words
    return None


def _matched(before: list[str], seed: SeedWords, start: int, last: int, taken: bytearray) -> list[int] | None:
    """Match words from one place on; None at the first that differs."""
    words: list[int] = []
    at = start
    for word in before:
        while at < last and not seed.has(at, word) and not seed.bare[at]:
            at += 1
        if at >= last or taken[at] or not seed.has(at, word):
            return None
        words.append(at)
        at += 1
    return words


def _narrowed(words: list[int], after: tuple[str, ...], seed: SeedWords, number: int) -> Claim | None:
    """Leave out what stands unchanged at both ends; None if nothing but form was changed."""
    start, end, size = 0, len(words), len(after)
    while start < min(end, size) and seed.has(words[start], after[start]):
        start += 1
    while end > start and size > start and seed.has(words[end - 1], after[size - 1]):
        end, size = end - 1, size - 1
    if start == end and start == size:
        return None
    first = words[start] if start < end else (words[start - 1] + 1 if start else words[0])
    last = words[end - 1] + 1 if start < end else first
    return Claim(start=first, end=last, after=after[start:size], intervention=number)


def _continued(
    claims: list[Claim], intervention: Intervention, number: int, seed: SeedWords
) -> tuple[list[Claim], bool]:
    """Find an intervention's words among the words as other claims have left them, and put these claims into one."""
    before, after = intervention.before.split(), tuple(intervention.after.split())
    if intervention.lines[1] > len(seed.lines):
        return claims, False
    tokens = _tokens(claims, intervention.lines, seed)
    size = len(before)
    start = next((at for at in range(len(tokens) - size + 1) if _reads(tokens, at, before, seed)), None)
    if start is None:
        return claims, False
    end = start + size
    while start and tokens[start - 1][3] == tokens[start][3] >= 0:
        start, after = start - 1, (tokens[start - 1][0], *after)
    while end < len(tokens) and tokens[end][3] == tokens[end - 1][3] >= 0:
        end, after = end + 1, (*after, tokens[end][0])
    first, last = tokens[start][1], tokens[end - 1][2]
    inside = [claim for claim in claims if first <= claim.start and claim.end <= last]
    earlier = tuple(entry for claim in inside for entry in (*claim.earlier, claim.intervention))
    joined = Claim(start=first, end=last, after=after, intervention=number, earlier=earlier)
    return [*(claim for claim in claims if claim not in inside), joined], True


def _tokens(claims: list[Claim], lines: tuple[int, int], seed: SeedWords) -> list[_Token]:
    """Give the words of some lines as the claims have left them."""
    at, last = seed.first[lines[0] - 1], seed.first[lines[1]]
    tokens: list[_Token] = []
    for number, claim in sorted(enumerate(claims), key=lambda entry: _place(entry[1])):
        if claim.end < at or claim.start >= last:
            continue
        tokens += [(seed.bare[word], word, word + 1, -1) for word in range(at, claim.start) if seed.bare[word]]
        tokens += [(word, claim.start, claim.end, number) for word in claim.after]
        at = max(at, claim.end)
    return tokens + [(seed.bare[word], word, word + 1, -1) for word in range(at, last) if seed.bare[word]]


def _reads(tokens: list[_Token], at: int, words: list[str], seed: SeedWords) -> bool:
    """Tell whether words stand at a place."""
    return all(
        token[0] == word or (token[3] < 0 and seed.printed[token[1]] == word)
        for token, word in zip(tokens[at:], words, strict=False)
    )
