"""Reads TOML, and tells by line what is wrong with it.

It keeps from `tomllib` the keys for which that would take the memory of a whole machine.
"""

import re
import tomllib
from typing import Any

from muniment import unmerged

MOST_PARTS = 30
"""Parts of a dotted key; `tomllib` takes memory by the square of their number."""
_PART = re.compile(r"""[\w-]++|"(?:[^"\\]|\\.)*+"?|'[^']*+'?""")
_KEY = re.compile(rf"#.*+|(?:{_PART.pattern})(?:[ \t]*+\.[ \t]*+(?:{_PART.pattern}))*+")
"""A dotted key; or a comment or string whole, so that what stands in one is never taken for a key."""
_POSITION = re.compile(r" \(at line (\d+), column (\d+)\)$")


class RefusedError(ValueError):
    """A file that is no TOML: the code and words of its problem, and its 1-based line, 0 where none can be told."""

    def __init__(self, code: str, line: int, **words: str | int) -> None:
        super().__init__(str(words.get("reason", "it is not UTF-8")))
        self.code = code
        self.line = line
        self.words: dict[str, Any] = dict(words)


def read(content: bytes) -> tuple[str, dict[str, Any]]:
    """Give the text of a TOML 1.0 file, with LF at its lines' ends, and its tables; RefusedError says what is wrong."""
    try:
        text = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as fault:
        raise RefusedError("A-002", content.count(b"\n", 0, fault.start) + 1) from fault
    if conflict := unmerged.line(content):
        raise RefusedError("A-015", conflict)
    _refuse_deep_keys(text)
    try:
        return text, tomllib.loads(text)
    except RecursionError as fault:
        raise RefusedError("A-001", 0, reason="lists or tables are nested too deep") from fault
    except ValueError as fault:  # TOMLDecodeError, or a number of thousands of digits
        where = _POSITION.search(str(fault))
        reason = _POSITION.sub("", str(fault))
        if where is None:  # "at end of document"
            raise RefusedError("A-001", text.count("\n") + 1, reason=reason) from fault
        raise RefusedError("A-001", int(where[1]), column=int(where[2]), reason=reason) from fault


def _refuse_deep_keys(text: str) -> None:
    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") < MOST_PARTS:
            continue
        for key in _KEY.finditer(line):
            if key[0][0] != "#" and sum(1 for _ in _PART.finditer(key[0])) > MOST_PARTS:
                reason = f"a key has more than {MOST_PARTS} parts"
                raise RefusedError("A-001", number, column=key.start() + 1, reason=reason)
