"""Turns an archive into its indexes: the timeline, and the states and authorities that occur.

It refuses to know what a page looks like.
"""

from muniment.indexes import authorities, facets
from muniment.indexes.states import (
    Groups,
    Letters,
    Listed,
    Matrix,
    by_letter,
    by_relation,
    is_named_only_in_list,
    listed,
    matrix,
    states,
)
from muniment.indexes.timeline import between, timeline
from muniment.model import Archive, Indexes

__all__ = [
    "Groups",
    "Letters",
    "Listed",
    "Matrix",
    "between",
    "build",
    "by_letter",
    "by_relation",
    "is_named_only_in_list",
    "listed",
    "matrix",
    "states",
    "timeline",
]


def build(archive: Archive) -> Indexes:
    """Make every index of an archive."""
    line, listed_states = timeline(archive), states(archive)
    return Indexes(
        timeline=line,
        states=listed_states,
        authorities=authorities.entries(archive),
        other_names=authorities.others(archive),
        document_facets=facets.of_documents(archive, archive.documents, line),
        state_facets=facets.of_states(archive, listed_states),
    )
