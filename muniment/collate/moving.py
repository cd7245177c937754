"""Interventions and a seed that has changed → the lines on which their words stand now.

Knows nothing of files. Only whole words in their order count, and no two interventions are given the same words.
"""

from collections.abc import Sequence

from muniment.collate.words import SeedWords, of_seed
from muniment.model import Intervention, Transcript


def standing_lines(interventions: Sequence[Intervention], transcript: Transcript) -> dict[int, tuple[int, int]]:
    """Give for each intervention, by its number, its first and last line now; none for words that stand nowhere."""
    seed = of_seed(transcript)
    taken: set[int] = set()
    lines: dict[int, tuple[int, int]] = {}
    count = max(len(seed.lines), 1)
    for number, intervention in enumerate(interventions):
        first, last = intervention.lines
        before = intervention.before.split()
        if not before:
            lines[number] = (min(first, count), min(last, count))
            continue
        places = [place for place in _places(before, seed) if not taken.intersection(place)]
        if places:
            best = min(places, key=lambda place: _distance(place, (first, last), seed))
            taken.update(best)
            begin, end = seed.line_of[best[0]] + 1, seed.line_of[best[-1]] + 1
            is_there = first <= begin and end <= last
            lines[number] = (first, last) if is_there else (begin, min(max(end, begin + last - first), count))
    return lines


def _distance(place: tuple[int, ...], lines: tuple[int, int], seed: SeedWords) -> tuple[int, int]:
    """Say how far words are from the lines on which they were; of two as far, the first."""
    begin, end = seed.line_of[place[0]] + 1, seed.line_of[place[-1]] + 1
    return max(lines[0] - begin, end - lines[1], 0), place[0]


def _places(before: list[str], seed: SeedWords) -> list[tuple[int, ...]]:
    """Find every place where words stand one after the other; marks of layout between them are passed over."""
    standing = [number for number in range(len(seed.printed)) if seed.bare[number] or seed.printed[number] in before]
    size = len(before)
    return [
        tuple(standing[start : start + size])
        for start in range(len(standing) - size + 1)
        if seed.has(standing[start], before[0])
        and all(seed.has(standing[start + index], before[index]) for index in range(size))
    ]
