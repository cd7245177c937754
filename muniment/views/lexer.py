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
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_BEHIND_KEYS = (" ", "\n", "\r", "")
"""What may stand behind the colon of a key."""
_MARKING = ("[", "{", '"', "#")
"""What a value begins with that is more than words."""
_FLOW = re.compile(r'"(?:[^"\\\n]|\\.)*"?|(?<![\w-])[^\W\d][\w-]*(?=:[ ])|[\[\]{},]+[ ]?')
"""What stands out in a value in brackets; a string that is not closed ends with its line."""
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?=\s|\Z)")
_BULLET = re.compile(r"([ ]*)([-*+>]|[0-9]{1,9}[.)])(?=\s|\Z)")
_BEGINNINGS = frozenset(" #-*+>0123456789")
"""Characters that a heading, a bullet or a quotation begins with."""
_MARKED = re.compile(r"`[^`]+`|\*\*[^\s*](?:[^*]*[^\s*])?\*\*|(?<![\w*_])[*_][^\s*_](?:[^*_]*[^\s*_])?[*_](?![\w*_])")


class EditionLexer(Lexer):
    """Front matter between fences, then Markdown."""

    name = "Edition"
    aliases: ClassVar[list[str]] = ["edition"]

    def get_tokens_unprocessed(self, text: str) -> Iterator[Token]:
        """Give (offset, kind, words) of every token; together they are the text."""
        at = fences = 0
        for line in _LINE.findall(text):
            if fences < 2 and line.rstrip("\r\n") == _FENCE:
                fences += 1
                yield at, Name.Namespace, _FENCE
                if len(line) > len(_FENCE):
                    yield at + len(_FENCE), Text, line[len(_FENCE) :]
            elif fences < 2:
                yield from _matter(line, at)
            else:
                yield from _markdown(line, at)
            at += len(line)


def _matter(line: str, at: int) -> list[Token]:
    """Give the tokens of a line of front matter."""
    found: list[Token] = []
    rest = line.lstrip(" ")
    end = len(line) - len(rest)
    if end:
        found.append((at, Text, line[:end]))
    if rest.startswith("- "):
        rest = rest[1:].lstrip(" ")
        found.append((at + end, Punctuation, line[end : -len(rest) or len(line)]))
        end = len(line) - len(rest)
    key, colon, behind = rest.partition(":")
    start = end
    if colon and behind[:1] in _BEHIND_KEYS and key.isidentifier():
        found.append((at + end, Name.Tag, key))
        start = end + len(key)
        rest = behind.lstrip(" ")
        end = len(line) - len(rest)
    if rest[:1] in _MARKING:
        if start < end:
            found.append((at + start, Text, line[start:end]))
        if rest[0] in "[{":
            return found + _flow(line, end, at)
        start = len(line.rstrip("\r\n"))
        found.append((at + end, Literal.String if rest[0] == '"' else Comment, line[end:start]))
    if start < len(line):
        found.append((at + start, Text, line[start:]))
    return found


def _flow(line: str, end: int, at: int) -> list[Token]:
    """Give the tokens of a value in brackets."""
    tokens: list[Token] = []
    for found in _FLOW.finditer(line, end):
        start, word = found.start(), found[0]
        if end < start:
            tokens.append((at + end, Text, line[end:start]))
        kind = Literal.String if word[0] == '"' else Punctuation if word[0] in "[]{}," else Name.Tag
        tokens.append((at + start, kind, word))
        end = found.end()
    if end < len(line):
        tokens.append((at + end, Text, line[end:]))
    return tokens


def _markdown(line: str, at: int) -> list[Token]:
    """Give the tokens of a line of Markdown."""
    tokens: list[Token] = []
    end = 0
    if line[0] in _BEGINNINGS:
        heading = _HEADING.match(line)
        bullet = _BULLET.match(line)
        if heading:
            end = len(line.rstrip("\r\n"))
            tokens.append((at, Generic.Heading if len(heading[1]) == 1 else Generic.Subheading, line[:end]))
        elif bullet:
            if bullet[1]:
                tokens.append((at, Text, bullet[1]))
            tokens.append((at + bullet.start(2), Keyword, bullet[2]))
            end = bullet.end()
    if "*" in line or "_" in line or "`" in line:
        for found in _MARKED.finditer(line, end):
            if end < found.start():
                tokens.append((at + end, Text, line[end : found.start()]))
            word = found[0]
            kind = Generic.Strong if word[:2] == "**" else Generic.Emph
            tokens.append((at + found.start(), Literal.String.Backtick if word[0] == "`" else kind, word))
            end = found.end()
    if end < len(line):
        tokens.append((at + end, Text, line[end:]))
    return tokens
