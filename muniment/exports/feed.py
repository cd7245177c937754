"""Turns the documents into an Atom feed (RFC 4287, `feed.xml`) whose days all stand in front matter.

It refuses a document of which no day at all is recorded, since Atom wants one and none is invented.
"""

import uuid
from collections.abc import Iterator
from urllib.parse import quote

from muniment import dates
from muniment.citations.days import changed
from muniment.exports.export import Given, Single, Whole
from muniment.model import Asset, Entry, Settings
from muniment.pages import document_path
from muniment.typeset import escape

LONGEST = 100
"""Entries of a feed: the documents that changed last."""


def each(single: Single) -> Given:
    """Make no file; slip: the day on which a document not withdrawn changed, if one is known."""
    return (), None if single.document.entry.withdrawn else changed(single.document) or None


def join(whole: Whole) -> Iterator[Asset]:
    """Make the feed; an archive without any day has none."""
    settings = whole.archive.settings
    rows = zip(whole.archive.documents, whole.slips, strict=True)
    dated = [(day, document.entry) for document, slips in rows if (day := slips.get("feed"))]
    if not dated:
        return
    newest = sorted(dated, key=lambda row: (row[0], row[1].id), reverse=True)[:LONGEST]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(settings.language)}">',
        f"<id>{escape(settings.base_url) or _urn(settings.title)}</id>",
        f"<title>{escape(settings.title)}</title>",
        *([f"<subtitle>{escape(settings.description)}</subtitle>"] if settings.description else []),
        f"<updated>{newest[0][0]}T00:00:00Z</updated>",
        f"<author><name>{escape(settings.publisher or settings.title)}</name></author>",
        *([f"<rights>{escape(settings.licence)}</rights>"] if settings.licence else []),
        f'<link rel="self" type="application/atom+xml" href="{escape(settings.base_url)}feed.xml"/>',
        f'<link rel="alternate" type="text/html" href="{escape(settings.base_url) or "index.html"}"/>',
        *(_entry(document, day, settings) for day, document in newest),
        "</feed>",
    ]
    yield Asset(path="feed.xml", content=("\n".join(lines) + "\n").encode())


def _entry(document: Entry, day: str, settings: Settings) -> str:
    address = settings.base_url + quote(document_path(document.id))
    label = dict(settings.kinds).get(document.kind, document.kind)
    date = dates.in_words(document.date, settings.words) if document.date else ""
    summary = ", ".join(part for part in (label, document.place, date) if part)
    language = "" if document.language == "und" else f' xml:lang="{escape(document.language)}"'
    lines = [
        "<entry>",
        f"<id>{escape(address) if settings.base_url else _urn(settings.title, document.id)}</id>",
        f"<title{language}>{escape(document.title)}</title>",
        f"<updated>{day}T00:00:00Z</updated>",
        *(f"<author><name>{escape(creator)}</name></author>" for creator in document.creators),
        f'<link rel="alternate" type="text/html" href="{escape(address)}"/>',
        f'<category term="{escape(document.kind)}" label="{escape(label)}"/>',
        f"<summary>{escape(summary)}</summary>",
        "</entry>",
    ]
    return "\n".join(lines)


def _urn(*names: str) -> str:
    """Make an id for what has no address yet: a UUID of the archive's title and the document's id."""
    return uuid.uuid5(uuid.NAMESPACE_URL, "\n".join(names)).urn
