"""Turns a document's record into citations in four styles, CSL-JSON, and the tags that reference managers read.

Knows no page: what it gives is finished words, and every style is held against an outside oracle in the tests.
"""

from collections.abc import Callable, Mapping

from muniment.citations import apa, chicago, csl, mla, oscola, tags
from muniment.citations.citation import Citation, Part
from muniment.citations.kinds import Sort, sort_of
from muniment.citations.record import Record, record_of

STYLES: Mapping[str, Callable[[Record, str], Citation]] = {
    "chicago": chicago.cite,
    "apa": apa.cite,
    "mla": mla.cite,
    "oscola": oscola.cite,
}
"""The styles in the order in which a page shows them."""

__all__ = ["STYLES", "Citation", "Part", "Record", "Sort", "cite", "csl", "patterns", "record_of", "sort_of", "tags"]


def cite(record: Record, paragraph: str = "") -> tuple[Citation, ...]:
    """Cite a document, or one of its numbered paragraphs (`7` for the anchor `p7`), in every style."""
    return tuple(style(record, paragraph) for style in STYLES.values())


def patterns(record: Record) -> tuple[Citation, ...]:
    """Cite any paragraph: `{n}` stands for its number, so that a page needs no citation for each of them."""
    return cite(record, "{n}")
