"""The words of a seed and of an edition, each with its place: what collation compares.

Knows nothing of which words belong together. A word is a run of characters that are not white space.
"""

import re
from dataclasses import field

from muniment.collate import marks
from muniment.frozen import dataclass
from muniment.model import Block, Edition, Text, Transcript

WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedWords:
    """The words of a transcript in order."""

    lines: tuple[str, ...]
    """The transcript's lines, terminators included."""
    printed: tuple[str, ...]
    """Each word as it stands there."""
    bare: tuple[str, ...]
    """Each word with layout marks off; empty for a word that is only a mark, which may be absent from the edition."""
    line_of: tuple[int, ...]
    """0-based line of each word."""
    first: tuple[int, ...]
    """Number of the first word of each line, and at the end the number of words."""
    _offsets: dict[int, list[int]] = field(default_factory=dict)
    """Memory of `offset`: where the words of a line begin."""

    def offset(self, word: int) -> int:
        """Give the 0-based column of a word, behind the layout marks before it."""
        line = self.line_of[word]
        offsets = self._offsets.get(line)
        if offsets is None:
            offsets = self._offsets[line] = [match.start() for match in WORD.finditer(self.lines[line])]
        start = offsets[word - self.first[line]]
        printed, bare = self.printed[word], self.bare[word]
        if bare == printed or not bare:
            return start
        inside = printed.find(bare)
        return start + (inside if inside >= 0 else printed.find(bare[0]))

    def has(self, word: int, reading: str) -> bool:
        """Tell whether a word reads so, as printed or with layout marks off."""
        return self.printed[word] == reading or self.bare[word] == reading


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionWords:
    """The words of an edition's blocks in order."""

    blocks: tuple[Block, ...]
    words: tuple[str, ...]
    """Each word as a reader reads it."""
    block_of: tuple[int, ...]
    """Number of the block of each word."""
    line_of: tuple[int, ...]
    """0-based line of the body of each word; the block's first line where its lines are not told apart."""
    last_line: dict[int, int]
    """For a block whose lines are not told apart: its first line → its last line, 0-based."""
    first: tuple[int, ...]
    """Number of the first word of each block, and at the end the number of words."""
    body_line: int
    """1-based line of the file on which the body begins."""
    _offsets: dict[int, list[int]] = field(default_factory=dict)
    """Memory of `offset`: where the words of a block begin."""

    def offset(self, word: int) -> int:
        """Give the 0-based offset of a word in its block's `words`."""
        block = self.block_of[word]
        offsets = self._offsets.get(block)
        if offsets is None:
            offsets = self._offsets[block] = [match.start() for match in WORD.finditer(self.blocks[block].words)]
        return offsets[word - self.first[block]]

    def file_line(self, word: int) -> int:
        """Give the 1-based line of the file on which a word stands; the body's first line if there are no words."""
        if not self.words:
            return self.body_line
        return self.body_line + self.line_of[min(max(word, 0), len(self.words) - 1)]


def of_seed(transcript: Transcript) -> SeedWords:
    """Take the words of a seed with both their readings."""
    lines = transcript.lines
    printed: list[str] = []
    line_of: list[int] = []
    first = [0]
    marked: list[int] = []
    for number, line in enumerate(lines):
        words = line.split()
        printed += words
        line_of += [number] * len(words)
        first.append(len(printed))
        if marks.may_hold_marks(line):
            marked.append(number)
    bare = list(printed) if marked else printed
    for start, end in near_lines(marked):
        for number, words in enumerate(marks.bare_words(lines, start, end), start):
            bare[first[number] : first[number + 1]] = words
    return SeedWords(lines=lines, printed=tuple(printed), bare=tuple(bare), line_of=tuple(line_of), first=tuple(first))


def of_edition(edition: Edition, text: Text) -> EditionWords:
    """Take the words of an edition's blocks, labels included."""
    words: list[str] = []
    block_of: list[int] = []
    line_of: list[int] = []
    first = [0]
    last_line: dict[int, int] = {}
    for number, block in enumerate(text.blocks):
        rows = block.words.split("\n")
        start, end = block.line - 1, block.end_line - 1
        if len(rows) != end - start + 1:
            rows = [block.words]
            last_line[start] = max(end, last_line.get(start, end))
        for line, row in enumerate(rows, start):
            found = row.split()
            words += found
            line_of += [line] * len(found)
        block_of += [number] * (len(words) - first[-1])
        first.append(len(words))
    return EditionWords(
        blocks=text.blocks,
        words=tuple(words),
        block_of=tuple(block_of),
        line_of=tuple(line_of),
        last_line=last_line,
        first=tuple(first),
        body_line=edition.body_line,
    )


def near_lines(numbers: list[int]) -> list[tuple[int, int]]:
    """Gather line numbers that lie close enough for a pair of marks to reach from one to the next."""
    stretches: list[tuple[int, int]] = []
    for number in numbers:
        if stretches and number - stretches[-1][1] < 4:
            stretches[-1] = (stretches[-1][0], number + 1)
        else:
            stretches.append((number, number + 1))
    return stretches
