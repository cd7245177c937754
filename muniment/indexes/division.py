"""Turns lists that are too long for a page into parts: documents by year, arrangements and passages by number.

It refuses to leave anything out: what one part does not hold, another does.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from muniment.frozen import dataclass
from muniment.indexes.facets import Facet, Value
from muniment.indexes.passages import years
from muniment.model import Archive, Document, Limits, StateEntry

Each = TypeVar("Each")


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """A page of the list of documents."""

    year: str
    """First year of their dates; empty for undated documents."""
    part: int
    """Counts the portions of one year from 1."""
    documents: tuple[Document, ...]
    """In the archive's order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A page of an arrangement: some of its values, each with some of its documents."""

    facet: Facet
    """The whole arrangement."""
    number: int
    """Counts the sections from 1."""
    values: tuple[Value, ...]
    """In order; a value that does not fit goes on in the next section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A further page of a state, with passages that the first has no room for."""

    entry: StateEntry
    number: int
    """Counts the pages of the state from 1, which is the first page and no stretch."""


def portions(archive: Archive) -> tuple[Portion, ...]:
    """Divide the list of documents by year and number, undated ones last; none where it is one page."""
    most = archive.settings.limits.rows
    if len(archive.documents) <= most:
        return ()
    by_year: dict[str, list[Document]] = {}
    for document in archive.documents:
        by_year.setdefault((years(document.entry.date) or ("",))[0], []).append(document)
    return tuple(
        Portion(year=year, part=part, documents=tuple(documents))
        for year in sorted(by_year, key=lambda year: (year == "", year))
        for part, documents in enumerate(_cut(by_year[year], most), 1)
    )


def sections(facet: Facet, most: int) -> tuple[Section, ...]:
    """Divide an arrangement; none where it is one page."""
    if sum(len(value.members) for value in facet.values) <= most:
        return ()
    held: list[list[Value]] = [[]]
    room = most
    for value in facet.values:
        members = value.members
        while members:
            held[-1].append(replace(value, members=members[:room]))
            members, room = members[room:], room - len(members[:room])
            if not room:
                held.append([])
                room = most
    return tuple(
        Section(facet=facet, number=number, values=tuple(values)) for number, values in enumerate(held, 1) if values
    )


def stretches(entry: StateEntry, limits: Limits) -> tuple[tuple[str, ...], ...]:
    """Divide the documents that name a state among the pages of the state; there is always a first page."""
    return tuple(map(tuple, _cut(entry.documents, limits.passages))) or ((),)


def around(rows: Sequence[Each], at: int, most: int) -> tuple[tuple[Each, ...], int]:
    """Give the rows nearest to the one at a place, without it, and how many others there are."""
    start = min(max(at - most // 2, 0), max(len(rows) - 1 - most, 0))
    near = (*rows[start:at], *rows[at + 1 : start + most + 1])
    return near, max(len(rows) - 1, 0) - len(near)


def _cut(rows: Sequence[Each], most: int) -> Iterable[Sequence[Each]]:
    """Cut rows into runs of at most so many."""
    return (rows[start : start + most] for start in range(0, len(rows), most))
