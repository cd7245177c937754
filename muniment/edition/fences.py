"""The bytes of an edition file cut into front matter and body at its two fences.

Knows nothing of YAML or Markdown; a fence is a line of exactly three hyphens, the first one is the file's first line.
"""

import re

from muniment.frozen import dataclass
from muniment.model import Problem
from muniment.problems import report

_OPENING = re.compile(r"---\r?(?=\n|\Z)")
_CLOSING = re.compile(r"^---\r?$", re.MULTILINE)
MARK = "\ufeff"
"""A byte-order mark, which some editors of text put in front of a file; it is no part of the first line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fenced:
    """An edition file in its two parts."""

    source: str
    """The whole file as text."""
    front: str
    """The lines between the fences, each ending in one line feed; its first line is line 2 of the file."""
    body: str
    """Everything after the closing fence's line end, as it is."""
    body_line: int
    """1-based line of the file on which the body begins."""


def split(path: str, content: bytes) -> Fenced | Problem:
    """Cut a file at its fences, or say why it cannot be cut."""
    try:
        source = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        found = content[error.start : error.end].hex(" ")
        return report("F-003", path, line, found=found)
    start = len(MARK) if source.startswith(MARK) else 0
    opening = _OPENING.match(source, start)
    if opening is None:
        return report("F-001", path, 1, found=source[start:].split("\n", 1)[0].rstrip("\r")[:60])
    front_start = min(opening.end() + 1, len(source))
    closing = _CLOSING.search(source, front_start)
    if closing is None:
        return report("F-002", path, 1)
    return Fenced(
        source=source,
        front=source[front_start : closing.start()].replace("\r\n", "\n"),
        body=source[closing.end() + 1 :],
        body_line=source.count("\n", 0, closing.end()) + 2,
    )
