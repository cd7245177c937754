"""The file of an edition → Pygments' tokens: keys, signs and strings of its front matter, marks of its Markdown.

Knows nothing of HTML, nor whether the file is in order: what it does not know is text. It goes by lines, no token
crosses one, and it tells apart only what the style sheet shows: a lexer for all of YAML takes a hundred times longer.
"""

import re
from collections.abc import Iterator
from typing import ClassVar

from pygments.lexer import Lexer
from pygments.token import Comment, Generic, Keyword, Literal, Name, Punctuation, Text, _TokenType

Token = tuple[int, _TokenType, str]

_FENCE = "---"
_ENTRY = re.compile(r"([ ]*)((?:-[ ]+)*)([^\W\d][\w-]*(?=:(?:[ ]|\Z)))?(:?[ ]*)")
"""Indent, dashes and key of a line of front matter, and what stands before its value."""
_FLOW = re.compile(r'"(?:[^"\\]|\\.)*"?|(?<![\w-])[^\W\d][\w-]*(?=:[ ])|[\[\]{},]+[ ]?')
"""What stands out in a value in brackets; a string that is not closed ends with its line."""
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?=[ ]|\Z)")
_BULLET = re.compile(r"([ ]*)([-*+>]|[0-9]{1,9}[.)])(?=[ ]|\Z)")
_MARKED = re.compile(
    r"`[^`]+`|\*\*[^\s*](?:[^*]*[^\s*])?\*\*|(?<![\w*_])[*_][^\s*_](?:[^*_]*[^\s*_])?[*_](?![\w*_])"
)


class EditionLexer(Lexer):
    """Front matter between fences, then Markdown."""

    name = "Edition"
    aliases: ClassVar[list[str]] = ["edition"]

    def get_tokens_unprocessed(self, text: str) -> Iterator[Token]:
        """Give (offset, kind, words) of every token; together they are the text."""
        at = fences = 0
        for line in text.split("\n"):
            if fences < 2 and line.rstrip("\r") == _FENCE:
                fences += 1
                yield at, Name.Namespace, line
            else:
                yield from _matter(line, at) if fences < 2 else _markdown(line, at)
            at += len(line) + 1
            if at <= len(text):
                yield at - 1, Text, "\n"


def _matter(line: str, at: int) -> Iterator[Token]:
    """Give the tokens of a line of front matter."""
    entry = _ENTRY.match(line)
    if entry is None:  # it matches anything
        return
    indent, dashes, key, before = entry.groups()
    if indent:
        yield at, Text, indent
    if dashes:
        yield at + entry.start(2), Punctuation, dashes
    if key:
        yield at + entry.start(3), Name.Tag, key
    if before:
        yield at + entry.start(4), Text, before
    end = entry.end()
    first = line[end : end + 1]
    if first in ("[", "{"):
        yield from _flow(line, end, at)
    elif first:
        kind = Literal.String if first == '"' else Comment if first == "#" else Text
        yield at + end, kind, line[end:]


def _flow(line: str, end: int, at: int) -> Iterator[Token]:
    """Give the tokens of a value in brackets."""
    for found in _FLOW.finditer(line, end):
        if end < found.start():
            yield at + end, Text, line[end : found.start()]
        word = found[0]
        kind = Literal.String if word[0] == '"' else Punctuation if word[0] in "[]{}," else Name.Tag
        yield at + found.start(), kind, word
        end = found.end()
    if end < len(line):
        yield at + end, Text, line[end:]


def _markdown(line: str, at: int) -> Iterator[Token]:
    """Give the tokens of a line of Markdown."""
    heading = _HEADING.match(line)
    if heading:
        yield at, Generic.Heading if len(heading[1]) == 1 else Generic.Subheading, line
        return
    end = 0
    bullet = _BULLET.match(line)
    if bullet:
        if bullet[1]:
            yield at, Text, bullet[1]
        yield at + bullet.start(2), Keyword, bullet[2]
        end = bullet.end()
    if "*" in line or "_" in line or "`" in line:
        for found in _MARKED.finditer(line, end):
            if end < found.start():
                yield at + end, Text, line[end : found.start()]
            word = found[0]
            kind = Generic.Strong if word[:2] == "**" else Generic.Emph
            yield at + found.start(), Literal.String.Backtick if word[0] == "`" else kind, word
            end = found.end()
    if end < len(line):
        yield at + end, Text, line[end:]
