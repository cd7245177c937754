"""The Markdown body of an edition into a tree of blocks and their words; knows nothing of seeds, anchors and pages.

What CommonMark leaves out of a reader's sight is left out here too: layout marks, the title of a link, all but the
first word of a code fence's info line. What would be unsafe (other schemes, raw HTML) is shown as the words that stand
there.
"""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from muniment.model import Block, Group, Node, Run, Text
from muniment.parse import inline, plain
from muniment.parse.arrange import arranged, leaves, named, numbered_entry
from muniment.parse.reader import EXTENSIONS, REFERENCES, NestingError, reader

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

__all__ = ["EXTENSIONS", "REFERENCES", "NestingError", "parse"]

_GROUPS = {
    "bullet_list": "list",
    "ordered_list": "provisions",
    "list_item": "item",
    "blockquote": "quote",
    "table": "table",
    "tr": "row",
    "th": "cell",
    "td": "cell",
}
_NOT_A_LANGUAGE = re.compile(r"[^A-Za-z0-9-]")


@dataclass(slots=True, kw_only=True)
class _Open:
    """A container that is being read."""

    kind: str
    """Of the group it becomes; `text` for the whole."""
    label: str = ""
    """Number of an entry of an ordered list as printed."""
    line: int = 0
    """1-based first line in the body."""
    children: list[Node] = field(default_factory=list)


def parse(body: str, extensions: tuple[str, ...] = ()) -> Text:
    """Parse the body of an edition; refuse nesting too deep to be shown whole with `NestingError`.

    A paragraph of nothing but words needs no reader of Markdown, which takes ten times as long for it.
    """
    markdown = reader(extensions)
    children: list[Node] = []
    text = _lines_as_counted(body)
    whole = [plain.Stretch(text, 0, is_plain=False)]
    for stretch in whole if REFERENCES in extensions else plain.stretches(text):  # a link's address may stand far off
        if stretch.is_plain:
            children.append(_plain(stretch))
        else:
            children += _read(stretch, markdown)
    tree = named(arranged(children))
    return Text(tree=tree, blocks=leaves(tree))


def _plain(stretch: plain.Stretch) -> Block:
    """Give the block of a plain paragraph."""
    line, end_line = stretch.line + 1, stretch.line + 1 + stretch.text.count("\n")
    return Block(kind="paragraph", runs=(Run(text=stretch.text),), text=stretch.text, line=line, end_line=end_line)


def _read(stretch: plain.Stretch, markdown: "MarkdownIt") -> list[Node]:
    """Read Markdown."""
    try:
        tokens = markdown.parse(stretch.text)
    except NestingError as refusal:
        raise NestingError(refusal.line + stretch.line) from None
    for token in tokens:
        if token.map:
            token.map = [token.map[0] + stretch.line, token.map[1] + stretch.line]
    stack = [_Open(kind="text")]
    block_type = ""
    for token in tokens:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in _GROUPS:
            if token.nesting == 1:
                stack.append(_opened(token, _GROUPS[name], stack[-1].kind))
            else:
                closed = stack.pop()
                stack[-1].children.append(_closed(closed))
        elif token.nesting == 1:
            block_type = token.tag if name == "heading" else ""
        elif token.nesting == 0:
            block = _block(token, block_type)
            if block.kind == "rule" or block.text.strip():
                stack[-1].children.append(block)
    return stack[0].children


def _lines_as_counted(body: str) -> str:
    """End lines as this project counts them, so that the reader's line numbers are ours.

    A carriage return is a line's end only before LF, or in a text that has no LF at all.
    """
    if "\r" not in body:
        return body
    if "\n" not in body:
        return body.replace("\r", "\n")
    return re.sub(r"\r+(?=\n)", "", body).replace("\r", " ")


def _opened(token: "Token", kind: str, parent: str) -> _Open:
    """Begin a container; an entry of an ordered list keeps its number exactly as printed (`7.`, `01)`)."""
    label = token.info + token.markup if kind == "item" and parent == "provisions" else ""
    return _Open(kind=kind, label=label, line=_lines(token)[0])


def _closed(container: _Open) -> Group:
    """Finish a container."""
    if container.label:
        return numbered_entry(container.label, container.children, container.line)
    if container.kind in ("item", "quote"):
        return Group(kind=container.kind, children=arranged(container.children))
    return Group(kind=container.kind, children=tuple(container.children))


def _block(token: "Token", tag: str) -> Block:
    """Turn a token that stands for a leaf into a block; `tag` is that of a heading the token is in."""
    line, end_line = _lines(token)
    if token.type == "hr":
        return Block(kind="rule", runs=(), text="", line=line, end_line=end_line)
    if token.type in ("fence", "code_block"):
        text = token.content.removesuffix("\n")
        language = _NOT_A_LANGUAGE.sub("", (token.info.split() or [""])[0])
        return Block(kind="code", runs=(Run(text=text),), text=text, line=line, end_line=end_line, language=language)
    runs = inline.runs(token.children or (), line)
    text = "".join(run.text for run in runs)
    if tag:
        return Block(kind="heading", runs=runs, text=text, line=line, end_line=end_line, level=int(tag[1]))
    return Block(kind="paragraph", runs=runs, text=text, line=line, end_line=end_line)


def _lines(token: "Token") -> tuple[int, int]:
    """Give a token's first and last line, from 1."""
    first, behind = token.map or [0, 1]
    return first + 1, behind
