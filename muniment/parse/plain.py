"""The paragraphs of a body that hold nothing but words, told apart from everything that Markdown has to read.

It refuses to decide in doubt: a line that any rule of Markdown might take for something else is left to the reader.
Tests hold the two readings against each other.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_FENCES = ("```", "~~~")
"""Where one of these stands, blank lines may part nothing."""
_NO_WORDS = r"\\`*_\[\]&<~|\x00-\x1f\x7f"
_LINE = re.compile(rf"(?![0-9]{{1,9}}[.)])[^\s#>\-+=:!{_NO_WORDS}][^{_NO_WORDS}]*")


class Stretch(NamedTuple):
    """Some lines of a body."""

    text: str
    line: int
    """0-based line in the body at which it begins."""
    is_plain: bool
    """Whether it is one paragraph of nothing but words."""


def stretches(body: str) -> Iterator[Stretch]:
    """Divide a body into plain paragraphs, and what lies between them."""
    if any(fence in body for fence in _FENCES):
        yield Stretch(body, 0, is_plain=False)
        return
    lines = body.split("\n")
    begin = at = 0
    while at < len(lines):
        if not lines[at].strip(" \t"):
            at += 1
            continue
        end = at
        is_plain = True
        while end < len(lines) and lines[end].strip(" \t"):
            is_plain = is_plain and _is_plain(lines[end])
            end += 1
        if is_plain:
            yield from _between(lines, begin, at)
            yield Stretch("\n".join(lines[at:end]), at, is_plain=True)
            begin = end
        at = end
    yield from _between(lines, begin, len(lines))


def _between(lines: list[str], begin: int, end: int) -> Iterator[Stretch]:
    """Give the lines between two plain paragraphs, if they hold anything."""
    if any(line.strip(" \t") for line in lines[begin:end]):
        yield Stretch("\n".join(lines[begin:end]) + "\n", begin, is_plain=False)


def _is_plain(line: str) -> bool:
    """Say whether a line is words and nothing else, from its first character to its last."""
    return _LINE.fullmatch(line) is not None and not line[-1].isspace()
