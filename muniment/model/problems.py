"""A problem: one thing an editor has to know, where it is, and what to do about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Problem:
    """One finding about the archive's content; values of this class are collected, sorted and printed, never raised."""

    path: str
    """File the finding is in, relative to the archive's root, with forward slashes."""
    line: int = 0
    """1-based line in that file; 0 when the finding is about the file as a whole."""
    column: int = 0
    """1-based column in that line; 0 when unknown."""
    code: str
    """Stable code, e.g. `F-012`; every code is a row of `problems.TABLE` and an entry of docs/problems.md."""
    severity: str
    """`error` (nothing is published), `warning` (an error under --strict) or `info` (work for the editor)."""
    message: str
    """What is wrong, with the offending words."""
    hint: str = ""
    """What to do, in one to three sentences."""
    words: str = ""
    """The offending words as they stand on that line, where the message does not quote them as they stand."""
