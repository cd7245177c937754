"""A document → the day on which it last changed as far as anything recorded says so; knows no clock."""

from muniment import dates
from muniment.model import Archive, Document


def changed(document: Document) -> str:
    """Give the day of the last editorial revision, else of the document itself, else of the seed's retrieval.

    Each is written in the front matter; a document for which none is gives an empty text, never a made-up day.
    """
    day = _of_entry(document)
    if day:
        return day
    retrieved = document.edition.front.retrieved  # the edition may have to be read again for it
    return _first(retrieved) if retrieved else ""


def is_dated(archive: Archive) -> bool:
    """Say whether `last_changed` gives a day; most archives know it from their entries, without a document read."""
    return any(_of_entry(each) for each in archive.documents if not each.entry.withdrawn) or bool(last_changed(archive))


def _of_entry(document: Document) -> str:
    days = (_first(edtf) for edtf in (document.entry.revised, document.entry.date) if edtf)
    return next(filter(None, days), "")


def last_changed(archive: Archive) -> str:
    """Give the latest of the days of all documents not withdrawn; empty where none is known."""
    return max((changed(document) for document in archive.documents if not document.entry.withdrawn), default="")


def _first(edtf: str) -> str:
    """Give the first day a date may mean; empty where no year is known."""
    day = dates.parse(edtf).sort_key[0]
    return "" if day.startswith(("0000", "9999")) else day
