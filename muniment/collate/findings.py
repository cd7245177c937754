"""What collation found → problems, worded for the editor with file, line and the offending words.

Knows nothing of how it was found.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from muniment.collate.compare import Difference
from muniment.collate.notes import accounts
from muniment.collate.words import EditionWords, SeedWords
from muniment.edition import WAITING
from muniment.model import Edition, Note, Problem
from muniment.problems import report

_CONTEXT = 3
"""Words quoted beside the offending ones."""
_LONGEST = 14
"""Words quoted at most."""
_MOST = 100
"""Differences reported one by one."""


def accounting(
    notes: Sequence[Note], differences: Sequence[Difference], seed: SeedWords, edition: EditionWords
) -> tuple[Note | None, ...]:
    """Give for each difference the note that accounts for it.

    Where several do, an omission is the one for words that were only left out, and one that accounts for nothing yet
    goes before one that does: two notes that quote the same word are meant for two places.
    """
    candidates = [note for note in notes if note.kind in ("emendation", "omission")]
    given: list[Note | None] = []
    for difference in differences:
        fitting = [note for note in candidates if accounts(note, difference, seed, edition)]
        first, last = difference.edition
        wanted = "emendation" if first < last else "omission"
        is_used = [any(note is other for other in given) for note in fitting]
        order = sorted(range(len(fitting)), key=lambda at: (fitting[at].kind != wanted, is_used[at]))
        given.append(fitting[order[0]] if order else None)
    return tuple(given)


def unaccounted(
    path: str, differences: Sequence[Difference], seed: SeedWords, edition: EditionWords
) -> Iterator[Problem]:
    """Report each difference that nothing accounts for; neighbours on one line are one finding."""
    gathered = gathered_differences(differences, seed, edition)
    for difference in gathered[:_MOST]:
        first, last = difference.edition
        words: dict[str, Any] = {
            "id": path.rpartition("/")[2].removesuffix(".md"),
            "number": seed.line_of[min(difference.at, len(seed.line_of) - 1)] + 1 if seed.line_of else 1,
            "printed": _seed_words(difference, seed),
            "reads": _edition_words(difference, edition),
            "gone": _shortened([seed.printed[word] for word in difference.seed]),
            "added": _shortened(list(edition.words[first:last])),
        }
        code = "E-007" if difference.seed and first < last else "E-008" if difference.seed else "E-009"
        yield report(code, path, file_line(difference, edition), **words)
    if len(gathered) > _MOST:
        yield report("E-012", path, file_line(gathered[_MOST], edition), count=len(gathered) - _MOST)


def stale(edition: Edition, transcript_hashes: tuple[str, str]) -> Iterator[Problem]:
    """Report that the seed, or what is extracted from it, is not what the edition was drafted from."""
    front, lines = edition.front, dict(edition.lines)
    seed_sha256, transcript_sha256 = transcript_hashes
    if front.seed_sha256 != seed_sha256:
        where = lines.get("seed_sha256", 1)
        yield report("E-001", edition.path, where, seed=front.seed, id=front.id, beside=f"{edition.path}{WAITING}")
    elif front.transcript_sha256 and front.transcript_sha256 != transcript_sha256:
        where = lines.get("transcript_sha256", 1)
        yield report("E-002", edition.path, where, seed=front.seed, found=transcript_sha256)


def not_found(edition: Edition, missing: Sequence[int]) -> Iterator[Problem]:
    """Report interventions whose words do not stand where they say."""
    lines = dict(edition.lines)
    for number in missing:
        intervention = edition.front.interventions[number]
        first, last = intervention.lines
        yield report(
            "E-003",
            edition.path,
            lines.get(f"interventions.{number}.before", lines.get(f"interventions.{number}", 1)),
            rule=intervention.rule,
            before=_shortened(intervention.before.split()),
            lines=f"line {first}" if first == last else f"lines {first}-{last}",
        )


def gathered_differences(differences: Sequence[Difference], seed: SeedWords, edition: EditionWords) -> list[Difference]:
    """Join differences that lie a word or two apart on one line of the seed and of the edition."""
    gathered: list[Difference] = []
    for difference in differences:
        before = gathered[-1] if gathered else None
        if before is not None and _are_near(before, difference, seed, edition):
            last = max(before.at, before.seed[-1] + 1 if before.seed else 0)
            between = tuple(word for word in range(last, difference.at) if seed.bare[word])
            gathered[-1] = Difference(
                seed=before.seed + between + difference.seed,
                at=before.at,
                edition=(before.edition[0], difference.edition[1]),
            )
        else:
            gathered.append(difference)
    return gathered


def _are_near(one: Difference, other: Difference, seed: SeedWords, edition: EditionWords) -> bool:
    """Tell whether two differences are better told as one."""
    gap = other.edition[0] - one.edition[1]
    if gap > 2 or not edition.words or other.at >= len(seed.line_of) or one.at >= len(seed.line_of):
        return False
    left, right = min(one.edition[1], len(edition.words) - 1), min(other.edition[0], len(edition.words) - 1)
    last = one.seed[-1] if one.seed else one.at
    return edition.block_of[left] == edition.block_of[right] and seed.line_of[last] == seed.line_of[other.at]


def file_line(difference: Difference, edition: EditionWords) -> int:
    """Give the line of the file for a difference; where words are left out, the line they would stand on."""
    first, last = difference.edition
    if first < last:
        return edition.file_line(first)
    has_same_block = 0 < first < len(edition.words) and edition.block_of[first - 1] == edition.block_of[first]
    return edition.file_line(first - 1 if has_same_block or first == len(edition.words) else first)


def _seed_words(difference: Difference, seed: SeedWords) -> str:
    """Quote the seed at a difference, with a few words of the same line."""
    if not seed.printed:
        return ""
    at = min(difference.at, len(seed.printed) - 1)
    end = difference.seed[-1] + 1 if difference.seed else difference.at
    line = seed.line_of[min(max(end - 1, 0), len(seed.printed) - 1)] if difference.seed else seed.line_of[at]
    behind = list(seed.printed[end : min(end + _CONTEXT, seed.first[line + 1])])
    before = [] if behind else list(seed.printed[max(at - _CONTEXT, seed.first[seed.line_of[at]]) : at])
    return " ".join([*before, _shortened([seed.printed[word] for word in difference.seed]), *behind]).strip()


def _edition_words(difference: Difference, edition: EditionWords) -> str:
    """Quote the edition at a difference, with a few words of the same block."""
    if not edition.words:
        return ""
    first, last = difference.edition
    block = edition.block_of[min(max(last - 1, 0), len(edition.words) - 1)]
    if first == last and first < len(edition.words):
        block = edition.block_of[first]
    behind = list(edition.words[last : min(last + _CONTEXT, edition.first[block + 1])])
    before = [] if behind else list(edition.words[max(first - _CONTEXT, edition.first[block]) : first])
    return " ".join([*before, _shortened(list(edition.words[first:last])), *behind]).strip()


def _shortened(words: list[str]) -> str:
    """Quote words, the middle of many left out."""
    if len(words) <= _LONGEST:
        return " ".join(words)
    return " ".join([*words[: _LONGEST - 4], "…", *words[-3:]])
