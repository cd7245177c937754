"""Turns the text of a valid TOML file into the lines on which its tables and keys stand, which `tomllib` does not tell.

It refuses to know what any value means, and is never asked about a text that `tomllib` refused.
"""

import re
from collections.abc import Mapping

_KEY = re.compile(r"""[ \t]*("(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)[ \t]*""")
_STOP = re.compile(r"\"\"\"|'''|\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|#[^\n]*|[\[\]{}\n]")
_LONG_END = {
    '"""': re.compile(r'(?:[^"\\]|\\.|"(?!""))*"{3,5}', re.DOTALL),
    "'''": re.compile(r"(?:[^']|'(?!''))*'{3,5}"),
}

Path = tuple[str, ...]


def find(source: str) -> dict[str, int]:
    """Map every table and key, written as in `event.3.date.0.edtf`, to its 1-based line.

    Keys inside inline tables and the members of a list are left out; `line_of` gives the line of what holds them.
    """
    found: dict[str, int] = {}
    last: dict[Path, int] = {}
    table: Path = ()
    at, line = 0, 1
    while at < len(source):
        start = at
        first = source[at : at + 1]
        if first in " \t\r\n":
            at += 1
        elif first == "#":
            at = _line_end(source, at)
        elif first == "[":
            table = _header(source, at, last)
            found.setdefault(".".join(table), line)
            at = _line_end(source, at)
        else:
            keys, at = _keys(source, at)
            found.setdefault(".".join((*table, *keys)), line)
            at = _value_end(source, at)
        line += source.count("\n", start, at)
    return found


def line_of(found: Mapping[str, int], path: tuple[str | int, ...]) -> int:
    """Give the line of a key, or of the nearest table that holds it; 0 for the file as a whole."""
    names = [str(name) for name in path]
    while names:
        line = found.get(".".join(names))
        if line is not None:
            return line
        names.pop()
    return 0


def _line_end(source: str, at: int) -> int:
    end = source.find("\n", at)
    return len(source) if end < 0 else end


def _keys(source: str, at: int) -> tuple[Path, int]:
    """Read a dotted key; return its parts and the offset behind it."""
    keys: list[str] = []
    while match := _KEY.match(source, at):
        keys.append(match[1].strip("\"'"))
        at = match.end()
        if source[at : at + 1] != ".":
            break
        at += 1
    return tuple(keys), max(at, 1)


def _header(source: str, at: int, last: dict[Path, int]) -> Path:
    """Read `[a.b]` or `[[a.b]]`; names of lists of tables are followed by the number of their current table."""
    is_list = source.startswith("[[", at)
    names, _ = _keys(source, at + (2 if is_list else 1))
    path: Path = ()
    for number, name in enumerate(names):
        path = (*path, name)
        if is_list and number == len(names) - 1:
            last[path] = last.get(path, -1) + 1
        if path in last:
            path = (*path, str(last[path]))
    return path


def _value_end(source: str, at: int) -> int:
    """Give the offset of the line end behind a value; brackets and long strings may span lines."""
    depth = 0
    while match := _STOP.search(source, at):
        stop, at = match[0], match.end()
        if stop == "\n" and depth == 0:
            return match.start()
        if stop in _LONG_END:
            closing = _LONG_END[stop].match(source, at)
            at = closing.end() if closing else len(source)
        elif stop in "[{":
            depth += 1
        elif stop in "]}":
            depth -= 1
    return len(source)
