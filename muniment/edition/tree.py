"""Front matter as read, before it is typed: texts, sequences and mappings with the file line each begins on.

Knows nothing of what any field means, and has no other scalar than text: `NO` is Norway, `0123` keeps its nought.
"""

from muniment.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """One text."""

    text: str
    """Exactly as written, quotation marks and escapes resolved; empty when nothing was written."""
    line: int
    """1-based line of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """A list."""

    nodes: tuple["Node", ...]
    line: int
    """1-based line of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Keys with their nodes; no key stands twice."""

    entries: tuple[tuple[str, int, "Node"], ...]
    """(key, 1-based line of the file, node) in the order written."""
    line: int
    """1-based line of the file."""


Node = Scalar | Sequence | Mapping
