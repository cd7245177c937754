"""Turns a document's finished page into problems: words of its edition or its seed that a reader would not read there.

It refuses to trust the model: what is compared is what the published bytes say, and it must be the same exactly.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape

from muniment import problems
from muniment.check.glance import Glance
from muniment.check.sheet import Sheet
from muniment.check.tags import WITHIN_WORDS
from muniment.collate import marks
from muniment.collate.words import SeedWords, near_lines, of_seed
from muniment.model import Document, Operation, Problem
from muniment.typeset import escape

_TAG = re.compile(r"<[^>]*>")
_SHOWN = 8
"""Words quoted around a difference."""


def agrees(document: Document, page: Glance) -> bool:
    """Say whether a page reads as its edition and its seed; if not, `check` says what is wrong, if anything."""
    if document.entry.withdrawn:
        return True
    collation = document.collation
    blocks = [block.words for block in collation.text.blocks]
    if page.text is None or not _reads(page.text, map(escape, blocks)):
        return False
    for line in collation.meta_lines:
        if line.anchor not in page.lines or not _reads(page.lines[line.anchor], (escape(line.text),)):
            return False
    operations = [each for each in collation.apparatus.operations if each.is_wording and each.before.strip()]
    return _has_changed(page.source, operations) and _has_kept(document.transcript.lines, " ".join(blocks), operations)


def _reads(text: str, passages: Iterable[str]) -> bool:
    """Say whether a text is some passages, one behind the other, letter by letter but for white space around them."""
    at = 0
    for passage in passages:
        sought = passage.strip()
        if sought:
            found = text.find(sought, at)
            if found < 0 or not (text[at:found].isspace() or found == at == 0):
                return False
            at = found + len(sought)
    return not text[at:].strip()


def _has_changed(page: str, operations: Iterable[Operation]) -> bool:
    """Say whether a page shows what each difference of wording took out."""
    return all(escape(operation.before) in page for operation in operations)


def _has_kept(lines: tuple[str, ...], edition: str, operations: Iterable[Operation]) -> bool:
    """Say whether the edition's words go on to read each stretch of the seed that no difference of wording is about.

    Edition and seed are compared as they are, since the same words are escaped to the same.
    """
    bare = _without_marks(lines)
    at = first = 0
    for start, last in (*(each.seed_lines for each in operations), (len(lines) + 1, len(lines))):
        begins = True
        for line in bare[first : start - 1]:
            if line:
                found = edition.find(line, at)
                at, before = found + len(line), at
                is_behind = begins or edition[before:found].isspace()
                if found < 0 or not is_behind or not _stands_alone(edition, found, at):
                    return False
                begins = False
        first = max(first, last)
    return True


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether a stretch of a text begins and ends with whole words."""
    return (not start or text[start - 1].isspace()) and (end == len(text) or text[end].isspace())


def _without_marks(lines: tuple[str, ...]) -> list[str]:
    """Give every line with layout marks off."""
    written = [line.strip() for line in lines]
    marked = [number for number, line in enumerate(lines) if marks.may_hold_marks(line)]
    for start, end in near_lines(marked):
        for number, bare in enumerate(marks.bare_words(lines, start, end), start):
            written[number] = " ".join([word for word in bare if word])
    return written


def check(document: Document, sheet: Sheet) -> Iterator[Problem]:
    """Report where a page does not read as its edition, and words of the seed that stand nowhere on it."""
    if document.edition.front.withdrawn or sheet.is_broken:
        return
    page = sheet.content.decode(errors="replace")
    if not sheet.text:
        yield problems.report("E-088", document.edition.path, page=sheet.path)
        return
    read = words_between(page, sheet.text)
    expected = escape(" ".join([block.words for block in document.collation.text.blocks])).split()
    if expected != read:
        yield from _against_edition(document, expected, read, sheet)
    yield from _lines_set_apart(document, page, sheet)
    yield from _against_seed(document, read, page, sheet)


def words_between(page: str, stretches: Sequence[tuple[int, int]]) -> list[str]:
    """Give the words of some stretches of a page, character references and all."""
    text = "".join([page[start:end] for start, end in stretches])
    return _TAG.sub(" ", WITHIN_WORDS.sub("", text)).split()


def _against_edition(document: Document, expected: list[str], read: list[str], sheet: Sheet) -> Iterator[Problem]:
    """Report the first word of the page's text that is not the edition's; how it is escaped is all one."""
    if _unescaped(expected) == _unescaped(read):
        read[:] = expected
        return
    pairs = zip(expected, read, strict=False)
    at = next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(expected), len(read)))
    yield problems.report(
        "E-086",
        document.edition.path,
        document.edition.body_line + _line_of_word(document, at) - 1,
        page=sheet.path,
        expected=_around(expected, at),
        read=_around(read, at),
    )


def _line_of_word(document: Document, word: int) -> int:
    """Give the line of the body on which the block of a word begins."""
    line = 1
    for block in document.collation.text.blocks:
        line = block.line
        word -= len(block.words.split())
        if word < 0:
            break
    return line


def _lines_set_apart(document: Document, page: str, sheet: Sheet) -> Iterator[Problem]:
    """Find every line that was lifted out of the text, word for word, at its anchor."""
    for line in document.collation.meta_lines:
        stretch = sheet.lines.get(line.anchor)
        if stretch is None or words_between(page, [stretch]) != escape(line.text).split():
            yield _lost(document, line.line, line.text, sheet)


def _against_seed(document: Document, read: list[str], page: str, sheet: Sheet) -> Iterator[Problem]:
    """Find every word of the seed on the page: in its text, or as what a difference of wording took out."""
    operations = [each for each in document.collation.apparatus.operations if each.is_wording and each.before.strip()]
    at = 0
    for operation in operations:
        before = escape(operation.before)
        found = page.find(before, at)
        at = page.find(before) if found < 0 else found
        if at < 0:
            yield _lost(document, operation.seed_lines[0], operation.before, sheet)
            return
    seed = of_seed(document.transcript)
    stretches = _unchanged(seed, operations)
    if not _goes_on(seed, stretches, read):
        word = _first_unread(seed, stretches, read)
        if word is not None:
            yield _lost(document, seed.line_of[word] + 1, " ".join(seed.printed[word : word + _SHOWN]), sheet)


def _unchanged(seed: SeedWords, operations: Sequence[Operation]) -> list[tuple[int, int]]:
    """Give the stretches of the seed's words (first, behind the last) that no difference of wording is about."""
    stretches = []
    at = 0
    for first, last in (*(each.seed_lines for each in operations), (len(seed.lines) + 1, len(seed.lines))):
        if at < seed.first[first - 1]:
            stretches.append((at, seed.first[first - 1]))
        at = max(at, seed.first[last])
    return stretches


def _goes_on(seed: SeedWords, stretches: Sequence[tuple[int, int]], read: list[str]) -> bool:
    """Say whether the text reads each stretch as a whole, one behind the other: quick, and true of most documents."""
    at = 0
    for first, stop in stretches:
        words = escape(" ".join(seed.bare[first:stop])).split()
        if not words:
            continue
        try:
            at = read.index(words[0], at)
        except ValueError:
            return False
        if read[at : at + len(words)] != words:
            return False
        at += len(words)
    return True


def _first_unread(seed: SeedWords, stretches: Sequence[tuple[int, int]], read: list[str]) -> int | None:
    """Give the first word of the stretches that the text does not go on to read, with layout marks on or off."""
    words = iter(read)
    for first, stop in stretches:
        printed = escape(" ".join(seed.printed[first:stop])).split(" ")
        bare = escape(" ".join(seed.bare[first:stop])).split(" ")
        for word, one, other in zip(range(first, stop), printed, bare, strict=True):
            if other and not any(each in (one, other) for each in words):
                return word
    return None


def _lost(document: Document, line: int, words: str, sheet: Sheet) -> Problem:
    shown = " ".join(words.split()[:_SHOWN])
    return problems.report("E-087", f"seeds/{document.transcript.name}", line, page=sheet.path, words=shown)


def _unescaped(words: list[str]) -> list[str]:
    return unescape(" ".join(words)).split()


def _around(words: list[str], at: int) -> str:
    """Quote some words from shortly before a place."""
    return " ".join(words[max(at - 2, 0) : at + _SHOWN - 2]) or "nothing more"
