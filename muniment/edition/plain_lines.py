"""Front matter as `write` writes it → a mapping, line by line and without a YAML library.

Knows only the forms that `write` uses; at the first line that is different it gives None, and the YAML reader reads it.
What it does read, the YAML reader would read to the same mapping (tests hold them against each other).
"""

import re

from muniment.edition.scalars import is_plain, unquoted
from muniment.edition.tree import Mapping, Node, Scalar, Sequence

_SIGNS = r"\x00-\t\x0b-\x1f\x7f-\xa0\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff"
_UNUSUAL = re.compile(rf"[{_SIGNS}]|^ *(?:\n|#)", re.MULTILINE)
"""A character that YAML reads in a way of its own, an empty line or a comment."""
_ENTRY = re.compile(r"([a-z][a-z0-9_]*):(?: (\S.*))?\Z")
_QUOTED = r'"(?:[^"\\]|\\.)*"|' + r"'(?:[^']|'')*'"
_WHOLE_QUOTED = re.compile(rf"(?:{_QUOTED})\Z")
_FLOW_PAIR = re.compile(rf"([a-z][a-z0-9_]*): ({_QUOTED}|[^\s,\[\]{{}}\"':][^,\[\]{{}}\"':]*)")
_DEEPEST = 8

_Row = tuple[int, str, int]
"""(indent, text without it, 1-based line of the file)."""


class _UnusualError(Exception):
    """A line is not of the forms we write."""


def read(front: str) -> Mapping | None:
    """Read front matter whose first line is line 2 of its file; None if any line is unusual."""
    if not front.endswith("\n") or _UNUSUAL.search(front):
        return None
    rows: list[_Row] = []
    for number, text in enumerate(front.split("\n")[:-1], 2):
        stripped = text.lstrip(" ")
        rows.append((len(text) - len(stripped), stripped, number))
    try:
        mapping, end = _mapping(rows, 0, depth=0)
    except _UnusualError:
        return None
    return mapping if end == len(rows) and rows[0][0] == 0 else None


def _mapping(rows: list[_Row], start: int, depth: int) -> tuple[Mapping, int]:
    """Read the mapping that begins at a row and the row behind it."""
    indent, _, line = rows[start]
    entries: list[tuple[str, int, Node]] = []
    keys: set[str] = set()
    at = start
    while at < len(rows) and rows[at][0] == indent:
        match = _ENTRY.match(rows[at][1])
        if match is None or match[1] in keys or depth > _DEEPEST:
            raise _UnusualError
        keys.add(match[1])
        here = rows[at][2]
        if match[2]:
            node: Node = _inline(match[2], here)
            at += 1
        else:
            node, at = _nested(rows, at + 1, indent, depth)
        entries.append((match[1], here, node))
    if at < len(rows) and rows[at][0] > indent:
        raise _UnusualError
    return Mapping(entries=tuple(entries), line=line), at


def _nested(rows: list[_Row], start: int, outer: int, depth: int) -> tuple[Node, int]:
    """Read what stands indented under a key."""
    if start >= len(rows) or rows[start][0] <= outer:
        raise _UnusualError
    if rows[start][1].startswith("- "):
        return _sequence(rows, start, depth + 1)
    return _mapping(rows, start, depth + 1)


def _sequence(rows: list[_Row], start: int, depth: int) -> tuple[Sequence, int]:
    """Read the list that begins at a row and the row behind it."""
    indent, _, line = rows[start]
    nodes: list[Node] = []
    at = start
    while at < len(rows) and rows[at][0] == indent:
        text = rows[at][1]
        if not text.startswith("- ") or text[2:3] == " ":
            raise _UnusualError
        if _ENTRY.match(text, 2):
            rows[at] = (indent + 2, text[2:], rows[at][2])
            node, at = _mapping(rows, at, depth + 1)
            nodes.append(node)
        else:
            nodes.append(_inline(text[2:], rows[at][2]))
            at += 1
    if at < len(rows) and rows[at][0] > indent:
        raise _UnusualError
    return Sequence(nodes=tuple(nodes), line=line), at


def _inline(text: str, line: int) -> Node:
    """Read what stands on one line behind a key or a hyphen."""
    if not text:
        raise _UnusualError
    first = text[0]
    if first == "{":
        node, end = _flow_mapping(text, 0, line)
        if end != len(text):
            raise _UnusualError
        return node
    if first == "[":
        return _flow_sequence(text, line)
    return _scalar(text, line, in_flow=False)


def _flow_sequence(text: str, line: int) -> Sequence:
    """Read `[{…}, {…}]`."""
    nodes: list[Node] = []
    at = 1
    while True:
        if text[at : at + 1] != "{":
            raise _UnusualError
        node, at = _flow_mapping(text, at, line)
        nodes.append(node)
        if text.startswith(", ", at):
            at += 2
        elif text[at:] == "]":
            return Sequence(nodes=tuple(nodes), line=line)
        else:
            raise _UnusualError


def _flow_mapping(text: str, start: int, line: int) -> tuple[Mapping, int]:
    """Read `{key: value, …}` and the offset behind it."""
    entries: list[tuple[str, int, Node]] = []
    keys: set[str] = set()
    at = start + 1
    while match := _FLOW_PAIR.match(text, at):
        if match[1] in keys:
            break
        keys.add(match[1])
        entries.append((match[1], line, _scalar(match[2], line, in_flow=True)))
        at = match.end()
        if text.startswith(", ", at):
            at += 2
        elif text.startswith("}", at):
            return Mapping(entries=tuple(entries), line=line), at + 1
        else:
            break
    raise _UnusualError


def _scalar(text: str, line: int, *, in_flow: bool) -> Scalar:
    """Read a text, quoted or plain."""
    if text[0] in "\"'":
        value = unquoted(text) if _WHOLE_QUOTED.match(text) else None
        if value is None:
            raise _UnusualError
        return Scalar(text=value, line=line)
    if not is_plain(text, in_flow=in_flow):
        raise _UnusualError
    return Scalar(text=text, line=line)
