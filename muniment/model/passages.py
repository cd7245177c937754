"""Words of a document at their place: what every fact on a page cites."""

from muniment.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a document at their place: what every fact on a page cites."""

    document: str
    """Id of the document."""
    anchor: str
    """Of the block or metadata line in which the words stand."""
    quote: str
    """The exact words."""
    start: int
    """0-based offset of the words in the block's `words`."""
    seed_line: int
    """1-based line of the seed in which they begin."""
