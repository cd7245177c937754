"""Markdown into the tokens of CommonMark, without ever losing a word on the way; knows nothing of our own blocks.

The stock reader drops what lies deeper than its limit, swallows reference definitions and cuts off table cells that
have no column; each of these is turned off or refused here, definitions unless they are asked for.
"""

import functools

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, table
from markdown_it.rules_block.table import escapedSplit, getLine
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline

from muniment.parse import links

DEEPEST_BLOCK = 120
"""Levels of blocks that are still read; a quotation takes one, a list two."""

DEEPEST_INLINE = 60
"""Levels of open brackets or emphasis that are still read."""

EXTENSIONS = ("table", "strikethrough")
"""What an archive may ask for beyond CommonMark."""

REFERENCES = "reference"
"""Definitions of links (`[a]: address`), which show no words where they stand: for hand-written pages only."""


class NestingError(ValueError):
    """Lists, quotations, brackets or emphasis are nested deeper than a page can show."""

    def __init__(self, line: int) -> None:
        super().__init__(f"line {line} is nested too deep")
        self.line = line
        """1-based line in the body."""


class _TooDeep(Exception):  # noqa: N818 - never leaves this module; it becomes a NestingError
    """Brackets are nested too deep at a position of one stretch of inline text."""

    def __init__(self, position: int) -> None:
        super().__init__(position)
        self.position = position


class _Reader(MarkdownIt):
    """CommonMark with our list of link targets; the text of an address is shown as it stands."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the name is the library's
        return links.is_allowed(url)

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the name is the library's
        return link


@functools.cache
def reader(extensions: tuple[str, ...]) -> MarkdownIt:
    """Build the reader for a set of extensions, once; an unknown extension is refused with `ValueError`."""
    unknown = [name for name in extensions if name not in (*EXTENSIONS, REFERENCES)]
    if unknown:
        raise ValueError(f'unknown extension "{unknown[0]}"; there are: {", ".join(EXTENSIONS)}')
    # The library's own limit is put out of reach: ours refuses where that one drops text.
    markdown = _Reader("commonmark", {"html": False, "maxNesting": 1_000_000_000})
    markdown.disable("reference")
    markdown.block.ruler.at("table", _whole_table, {"alt": ["paragraph", "reference"]})
    markdown.block.ruler.before("table", "nesting", _refuse_deep_block)
    markdown.inline.ruler.before("text", "nesting", _refuse_deep_inline)
    markdown.core.ruler.at("inline", _read_inline)
    return markdown.enable(["nesting", *extensions])


def _refuse_deep_block(state: StateBlock, line: int, _end: int, _silent: bool) -> bool:
    """Refuse a block that lies too deep; otherwise leave it to the other rules."""
    if state.level > DEEPEST_BLOCK:
        raise NestingError(line + 1)
    return False


def _refuse_deep_inline(state: StateInline, _silent: bool) -> bool:
    """Refuse brackets that lie too deep; otherwise leave them to the other rules."""
    if state.level > DEEPEST_INLINE:
        raise _TooDeep(state.pos)
    return False


def _read_inline(state: StateCore) -> None:
    """Read the inline text of every block; the same as the library's rule, but it knows the line of what is refused."""
    for token in state.tokens:
        if token.type != "inline":
            continue
        token.children = []
        try:
            state.md.inline.parse(token.content, state.md, state.env, token.children)
        except _TooDeep as deep:
            first = token.map[0] if token.map else 0
            raise NestingError(first + 1 + token.content.count("\n", 0, deep.position)) from None


def _whole_table(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """Read a table, but only if each of its rows has at most as many cells as its head: others would lose cells."""
    before = len(state.tokens)
    if not table(state, first, end, silent):
        return False
    if silent:
        return True
    columns = sum(token.type == "th_open" for token in state.tokens[before:])
    if all(_cells(state, line) <= columns for line in range(first + 2, state.line)):
        return True
    del state.tokens[before:]
    state.line = first
    return False


def _cells(state: StateBlock, line: int) -> int:
    """Count the cells of a table's row as the library splits it."""
    cells = escapedSplit(getLine(state, line).strip(" \t"))
    return len(cells) - (cells[:1] == [""]) - (len(cells) > 1 and cells[-1] == "")
