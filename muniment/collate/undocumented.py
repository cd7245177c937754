"""An edition held against its seed → the differences that no note explains, each with the note that would explain it.

Knows nothing of why anything was changed: the reason is for a person to give.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from muniment.collate import findings
from muniment.collate.claims import locate
from muniment.collate.compare import Difference, compare
from muniment.collate.notes import accounts
from muniment.collate.words import EditionWords, SeedWords, of_edition, of_seed
from muniment.model import Edition, Note, Text, Transcript

_FARTHEST = 8
"""Words around a difference that a note's quotation may take in."""
_LONGEST = 16
"""Words left out that a note's text repeats; more stand in its quotation alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undocumented:
    """A difference of wording that nothing accounts for."""

    line: int
    """1-based line of the edition's file, as its problem names it."""
    seed_line: int
    """1-based line of the seed."""
    gone: str
    """The seed's words that do not stand in the edition; empty where words were only added."""
    added: str
    """The edition's words that stand in their place; empty where words were only left out."""
    note: Note | None
    """The note that accounts for it, its text without a reason; none where one note cannot."""


def undocumented(transcript: Transcript, edition: Edition, text: Text) -> tuple[Undocumented, ...]:
    """Give every difference without a note, in seed order; neighbours on one line are one, as in their problem."""
    seed, words = of_seed(transcript), of_edition(edition, text)
    claims, _ = locate(edition.front.interventions, seed)
    differences = compare(seed, claims, words).differences
    used = findings.accounting(edition.front.notes, differences, seed, words)
    single = [difference for difference, note in zip(differences, used, strict=True) if note is None]
    return tuple(
        _described(gathered, _within(gathered, single), seed, words)
        for gathered in findings.gathered_differences(single, seed, words)
    )


def _within(gathered: Difference, single: list[Difference]) -> list[Difference]:
    """Give the differences that were gathered into one."""
    first, last = gathered.edition
    end = gathered.seed[-1] if gathered.seed else gathered.at
    return [
        each
        for each in single
        if first <= each.edition[0] and each.edition[1] <= last and gathered.at <= each.at <= end + 1
    ]


def _described(gathered: Difference, parts: list[Difference], seed: SeedWords, words: EditionWords) -> Undocumented:
    """Describe a difference, with the first note that accounts for every part of it."""
    first, last = gathered.edition
    gone = " ".join(word for word in (seed.bare[number] for number in gathered.seed) if word)
    added = " ".join(words.words[first:last])
    fitting = (
        note
        for note in _notes(gathered, gone, added, seed, words)
        if parts and all(accounts(note, part, seed, words) for part in parts)
    )
    at = min(gathered.at, len(seed.line_of) - 1)
    return Undocumented(
        line=findings.file_line(gathered, words),
        seed_line=seed.line_of[at] + 1 if seed.line_of else 1,
        gone=gone,
        added=added,
        note=next(fitting, None),
    )


def _notes(gathered: Difference, gone: str, added: str, seed: SeedWords, words: EditionWords) -> Iterator[Note]:
    """Give notes that may account for a difference, the one that quotes least first."""
    kind = "omission" if gone and not added else "emendation"
    note = Note(kind=kind, at="", text=_what(gone, added))
    for anchor in _anchors(gathered, seed, words):
        for context in range(_FARTHEST + 1):
            if quote := _quote(gathered, seed, context):
                yield replace(note, at=anchor, quote=quote)


def _what(gone: str, added: str) -> str:
    """Say in signs that every language reads what stands for what."""
    taken = gone.split()
    gone = gone if len(taken) <= _LONGEST else " ".join([*taken[: _LONGEST - 4], "…", *taken[-3:]])
    if gone and added:
        return f"“{gone}” → “{added}”"
    return f"+ “{added}”" if added else f"− “{gone}”"


def _quote(gathered: Difference, seed: SeedWords, context: int) -> str:
    """Quote the seed's words at a difference, with some words around."""
    start = gathered.at
    end = gathered.seed[-1] + 1 if gathered.seed else start
    inside = [word for word in range(start, end) if seed.bare[word]]
    around = 3 * context + 3  # marks of layout between the words are passed over
    before = [word for word in range(max(start - around, 0), start) if seed.bare[word]][-context:] if context else []
    behind = [word for word in range(end, min(end + around, len(seed.bare))) if seed.bare[word]][:context]
    return " ".join(seed.bare[word] for word in (*before, *inside, *behind))


def _anchors(gathered: Difference, seed: SeedWords, words: EditionWords) -> Iterator[str]:
    """Give the paragraphs a note on a difference may belong to; words left out belong to the one they were in."""
    first, last = gathered.edition
    if not words.words:
        return
    near = [first] if first < last or _begins_line(gathered, seed) else [first - 1, first]
    for word in (*near, first, first - 1):
        if 0 <= word < len(words.words):
            block = words.blocks[words.block_of[word]]
            if block.anchor:
                yield block.anchor


def _begins_line(gathered: Difference, seed: SeedWords) -> bool:
    """Tell whether a difference is at the beginning of a line of the seed."""
    at = gathered.at
    return at >= len(seed.line_of) or at == seed.first[seed.line_of[at]]
