"""How the words of a seed and an edition stand to each other → places in the seed, and the lines lifted out of it.

Knows nothing of differences. A place is a stretch: words that follow one another with the same spacing in both texts.
"""

from collections.abc import Iterator, Sequence

from muniment.collate.claims import Claim
from muniment.collate.compare import Comparison
from muniment.collate.words import EditionWords, SeedWords
from muniment.model import Intervention, MetaLine, Place

LIFT = "lift-"
"""How the name of a rule begins that takes a line out of the running text; what follows is what the line became."""


def places(seed: SeedWords, edition: EditionWords, comparison: Comparison) -> Iterator[Place]:
    """Give the places of the edition's words, in document order."""
    found: list[tuple[int, Place]] = []
    for word, read, size in comparison.runs:
        for first, at, length in _pieces(seed, edition, word, read, size):
            found += _stretches(seed, edition, first, at, length)
    for read, word, _ in comparison.altered:
        found.append((read, _place(seed, edition, word, read, len(edition.words[read]))))
    if comparison.altered:
        found.sort(key=lambda entry: entry[0])
    return (place for _, place in found if place.anchor)


def lifted(
    seed: SeedWords, interventions: Sequence[Intervention], claims: Sequence[Claim]
) -> tuple[tuple[MetaLine, ...], tuple[Place, ...]]:
    """Give the lines that interventions have lifted out of the text, and where their words stand.

    Lines are numbered by what the interventions name, not by what is still lifted: a line put back frees no number.
    """
    named = {
        line: None
        for intervention in interventions
        if intervention.rule.startswith(LIFT)
        for line in range(intervention.lines[0] - 1, min(intervention.lines[1], len(seed.lines)))
        if seed.first[line] < seed.first[line + 1]
    }
    number = {line: index for index, line in enumerate(sorted(named), 1)}
    words: dict[int, list[int]] = {}
    roles: dict[int, str] = {}
    for claim in claims:
        rule = interventions[claim.intervention].rule
        for word in range(claim.start, claim.end) if rule.startswith(LIFT) else ():
            line = seed.line_of[word]
            words.setdefault(line, []).append(word)
            roles.setdefault(line, rule.removeprefix(LIFT))
    lines: list[MetaLine] = []
    standing: list[Place] = []
    for line in sorted(words):
        anchor = f"m{number[line]}"
        text, columns = _meta_text(seed, list(range(words[line][0], words[line][-1] + 1)))
        lines.append(MetaLine(anchor=anchor, line=line + 1, text=text, role=roles[line]))
        standing += [
            Place(anchor=anchor, start=start, end=end, line=line + 1, column=column) for start, end, column in columns
        ]
    return tuple(lines), tuple(standing)


def _pieces(seed: SeedWords, edition: EditionWords, word: int, read: int, size: int) -> Iterator[tuple[int, int, int]]:
    """Cut a run where a line of the seed or a block of the edition ends."""
    while size:
        line_end = seed.first[seed.line_of[word] + 1] - word
        block_end = edition.first[edition.block_of[read] + 1] - read
        length = min(size, line_end, block_end)
        yield word, read, length
        word, read, size = word + length, read + length, size - length


def _stretches(seed: SeedWords, edition: EditionWords, word: int, read: int, size: int) -> list[tuple[int, Place]]:
    """Give the places of one piece: one if its spacing is the same in both texts, else one for each part that is."""
    line = seed.lines[seed.line_of[word]]
    block = edition.blocks[edition.block_of[read]]
    is_whole = size == edition.first[edition.block_of[read] + 1] - edition.first[edition.block_of[read]]
    column = line.find(block.words) if is_whole else -1
    if column >= 0 and len(line[:column].split()) == word - seed.first[seed.line_of[word]]:
        place = Place(anchor=block.anchor, start=0, end=len(block.words), line=seed.line_of[word] + 1, column=column)
        return [(read, place)]
    start, column = edition.offset(read), seed.offset(word)
    length = edition.offset(read + size - 1) + len(edition.words[read + size - 1]) - start
    if line[column : column + length] == block.words[start : start + length]:
        return [(read, _place(seed, edition, word, read, length))]
    found: list[tuple[int, Place]] = []
    index = 0
    while index < size:
        start, column = edition.offset(read + index), seed.offset(word + index)
        first = index
        end = start + len(edition.words[read + index])
        while index + 1 < size and _follows(seed, edition, word + index, read + index, column - start):
            index += 1
            end = edition.offset(read + index) + len(edition.words[read + index])
        found.append((read + first, _place(seed, edition, word + first, read + first, end - start)))
        index += 1
    return found


def _follows(seed: SeedWords, edition: EditionWords, word: int, read: int, shift: int) -> bool:
    """Tell whether the next word stands as far from its line's beginning as the words before it."""
    is_same = seed.bare[word] == seed.printed[word] and seed.bare[word + 1] == seed.printed[word + 1]
    return is_same and seed.offset(word + 1) - edition.offset(read + 1) == shift


def _place(seed: SeedWords, edition: EditionWords, word: int, read: int, length: int) -> Place:
    """Give the place of words that begin with these two."""
    start = edition.offset(read)
    return Place(
        anchor=edition.blocks[edition.block_of[read]].anchor,
        start=start,
        end=start + length,
        line=seed.line_of[word] + 1,
        column=seed.offset(word),
    )


def _meta_text(seed: SeedWords, words: list[int]) -> tuple[str, list[tuple[int, int, int]]]:
    """Give the text of a lifted line with layout marks off, and (start, end, column) of its stretches."""
    line = seed.lines[seed.line_of[words[0]]]
    parts: list[str] = []
    stretches: list[tuple[int, int, int]] = []
    length = 0
    behind = 0
    for word in words:
        bare = seed.bare[word]
        column = seed.offset(word)
        if not bare:
            continue
        printed_at = line.find(seed.printed[word], behind)
        gap = line[behind:printed_at] if parts else ""
        gap = gap if gap.isspace() else " " * bool(parts)
        parts += (gap, bare)
        start = length + len(gap)
        length = start + len(bare)
        behind = printed_at + len(seed.printed[word])
        if stretches and stretches[-1][2] - stretches[-1][0] == column - start and stretches[-1][1] + len(gap) == start:
            stretches[-1] = (stretches[-1][0], length, stretches[-1][2])
        else:
            stretches.append((start, length, column))
    return "".join(parts), stretches
