"""Turns an archive into problems of its search: more text than the page that searches it can carry.

It refuses to look at the words themselves.
"""

from collections.abc import Iterator

from muniment import problems
from muniment.indexes import passages
from muniment.model import Archive, Problem
from muniment.settings import ARCHIVE


def archive(archive: Archive) -> Iterator[Problem]:
    """Report an archive that asks for the search of its text and has too much of it."""
    if archive.settings.search != "text":
        return
    weight = passages.weight(passages.readable(archive))
    if weight > passages.CARRIED:
        size, most = f"{weight / 1_000_000:.1f}", f"{passages.CARRIED / 1_000_000:.0f}"
        yield problems.report("P-090", ARCHIVE, size=size, most=most)
