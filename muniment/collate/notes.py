"""Differences and editor's notes → which note accounts for which difference.

Knows nothing of lines and operations. Strict on purpose: an emendation accounts for a difference in its own paragraph
whose seed words its quotation holds at that very place; an omission accounts for words left out there that it quotes.
"""

from collections.abc import Sequence

from muniment.collate.compare import Difference
from muniment.collate.words import EditionWords, SeedWords
from muniment.model import Note

EDGES = "\"'“”‘’«»()[]{}.,;:!?*_…"
"""Signs that a quotation may leave out at its ends."""
_FARTHEST = 200
"""How far equal words may shift a word that was added or left out ("the the")."""


def accounts(note: Note, difference: Difference, seed: SeedWords, edition: EditionWords) -> bool:
    """Tell whether a note accounts for a difference; one that gives no reason accounts for nothing."""
    is_reasoned = note.kind in ("emendation", "omission") and bool(note.text.strip())
    if not is_reasoned or not _is_at(note, difference, edition):
        return False
    first, last = difference.edition
    quote = note.quote.split()
    added = edition.words[first:last]
    if difference.seed:
        return (note.kind == "emendation" or not added) and all(
            _covers(quote, seed, start, end, may_slide=not added) for start, end in _stretches(seed, difference.seed)
        )
    if note.kind == "omission":
        return False
    if holds(quote, added):
        return True
    at = difference.at
    return holds(note.text.split(), added) and _covers(quote, seed, at, at, may_slide=False)


def holds(words: Sequence[str], sought: Sequence[str]) -> bool:
    """Tell whether words follow one another in a text, signs at the edges aside."""
    size = len(sought)
    return bool(sought) and any(_equal(words[start : start + size], sought) for start in range(len(words) - size + 1))


def _equal(words: Sequence[str], sought: Sequence[str]) -> bool:
    """Compare words, leaving out signs before the first and behind the last, of which a quotation need not take all."""
    if list(words[1:-1]) != list(sought[1:-1]):
        return False
    return _same(words[0], sought[0]) and _same(words[-1], sought[-1])


def _same(word: str, other: str) -> bool:
    """Compare two words with the signs at their ends left out."""
    return word == other or (word.strip(EDGES) == other.strip(EDGES) != "")


def _is_at(note: Note, difference: Difference, edition: EditionWords) -> bool:
    """Tell whether a difference is in the note's paragraph; words left out between two paragraphs belong to both."""
    first, last = difference.edition
    words = range(first, last) if first < last else range(max(first - 1, 0), min(first + 1, len(edition.words)))
    blocks = [edition.blocks[number] for number in sorted({edition.block_of[word] for word in words})]
    named = [note.at in (block.anchor, *block.aliases) for block in blocks]
    return bool(named) and (all(named) if first < last else any(named))


def _stretches(seed: SeedWords, words: tuple[int, ...]) -> list[tuple[int, int]]:
    """Gather seed words that follow one another, marks between them aside: (first, behind the last)."""
    stretches: list[tuple[int, int]] = []
    for word in words:
        if stretches and not any(seed.bare[stretches[-1][1] : word]):
            stretches[-1] = (stretches[-1][0], word + 1)
        else:
            stretches.append((word, word + 1))
    return stretches


def _covers(quote: list[str], seed: SeedWords, start: int, end: int, *, may_slide: bool) -> bool:
    """Tell whether a quotation of the seed holds these words at their place."""
    slides = _slides(seed, start, end) if may_slide else [(start, end)]
    return any(_covers_at(quote, seed, first, last) for first, last in slides)


def _covers_at(quote: list[str], seed: SeedWords, start: int, end: int) -> bool:
    """Tell whether a quotation stands in the seed so that it holds the words from `start` to `end`."""
    size = len(quote)
    if not size or size < end - start:
        return False
    before = [word for word in range(max(start - 3 * size - 3, 0), start) if seed.bare[word]][-size:]
    inside = [word for word in range(start, end) if seed.bare[word]]
    behind = [word for word in range(end, min(end + 3 * size + 3, len(seed.bare))) if seed.bare[word]][:size]
    words = before + inside + behind
    earliest, latest = max(len(before) + len(inside) - size, 0), min(len(before), len(words) - size)
    return any(
        _equal([reading[word] for word in words[at : at + size]], quote)
        for reading in (seed.bare, seed.printed)
        for at in range(earliest, latest + 1)
        if _same(reading[words[at]], quote[0])
    )


def _slides(seed: SeedWords, start: int, end: int) -> list[tuple[int, int]]:
    """Give all places that words left out may have had, where equal words stand around them."""
    places = [(start, end)]
    first, last = start, end
    while first > 0 and start - first < _FARTHEST and seed.bare[first - 1] == seed.bare[last - 1]:
        first, last = first - 1, last - 1
        places.append((first, last))
    first, last = start, end
    while last < len(seed.bare) and last - end < _FARTHEST and seed.bare[first] == seed.bare[last]:
        first, last = first + 1, last + 1
        places.append((first, last))
    return places
