"""Turns an archive into the words a search can find: how much it all is, and in which volumes it stands.

It refuses to know how anything is sought or shown; a withdrawn document has no words here.
"""

from collections.abc import Iterable

from muniment import dates
from muniment.frozen import dataclass
from muniment.model import Archive, Document

CARRIED = 5_000_000
"""Bytes of text, as UTF-8, up to which a page can carry all of it."""

VOLUME = 1_000_000
"""Bytes of text, as UTF-8, up to which it stands on one page; more is divided by year."""

LONGEST_SPAN = 30
"""Years up to which a date that may mean any of them is found under each; above that it is found under none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Volume:
    """Documents whose full text stands on one page."""

    year: str
    """First year of their dates; empty for undated documents, and where one volume holds everything."""
    part: int
    """Counts the volumes of one year from 1; 0 where one volume holds everything."""
    documents: tuple[Document, ...]
    """In the archive's order."""


def readable(archive: Archive) -> tuple[Document, ...]:
    """List the documents whose words are published."""
    return tuple(document for document in archive.documents if not document.entry.withdrawn)


def weight(documents: Iterable[Document]) -> int:
    """Count the bytes of all passages of documents, as UTF-8."""
    return sum(document.entry.weight for document in documents)


def is_carried(archive: Archive) -> bool:
    """Say whether the archive's text is small enough for a page to carry it."""
    return weight(readable(archive)) <= CARRIED


def years(edtf: str) -> tuple[str, ...]:
    """List the years that a date may mean; of an interval too long to list, its two ends."""
    if not edtf:
        return ()
    date = dates.parse(edtf)
    first = "" if date.earliest == dates.FIRST_DAY else date.earliest[:4]
    last = "" if date.latest == dates.LAST_DAY else date.latest[:4]
    if not (first and last):
        return (first or last,) if first or last else ()
    if int(last) - int(first) < LONGEST_SPAN:
        return tuple(f"{year:04d}" for year in range(int(first), int(last) + 1))
    return (first, last) if date.kind == "interval" else ()


def volumes(archive: Archive) -> tuple[Volume, ...]:
    """Divide the documents into volumes: one for all if that is small enough, else by year and size, undated last."""
    documents = readable(archive)
    if weight(documents) <= VOLUME:
        return (Volume(year="", part=0, documents=documents),)
    by_year: dict[str, list[Document]] = {}
    for document in documents:
        by_year.setdefault((years(document.entry.date) or ("",))[0], []).append(document)
    ordered = sorted(by_year, key=lambda year: (year == "", year))
    return tuple(volume for year in ordered for volume in _parts(year, by_year[year]))


def _parts(year: str, documents: Iterable[Document]) -> Iterable[Volume]:
    """Divide the documents of one year by size; a document is never divided."""
    part, held, size = 1, list[Document](), 0
    for document in documents:
        own = weight((document,))
        if held and size + own > VOLUME:
            yield Volume(year=year, part=part, documents=tuple(held))
            part, held, size = part + 1, [], 0
        held.append(document)
        size += own
    if held:
        yield Volume(year=year, part=part, documents=tuple(held))
