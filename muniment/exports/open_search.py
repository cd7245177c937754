"""Turns an archive with an address into `opensearch.xml`, by which a browser can offer the archive's own search.

It refuses to describe a search that has no absolute address.
"""

from html import escape

from muniment.exports.export import Whole
from muniment.model import Asset
from muniment.pages import OPEN_SEARCH, has_open_search

SHORTEST, LONGER = 16, 48
"""Characters that OpenSearch 1.1 allows for the short and the long name."""


def join(whole: Whole) -> tuple[Asset, ...]:
    """Make the description, if there is a search to describe."""
    if not has_open_search(whole.archive):
        return ()
    settings = whole.archive.settings
    base = escape(settings.base_url)
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
        f"<ShortName>{_shortened(settings.title, SHORTEST)}</ShortName>",
        f"<LongName>{_shortened(settings.title, LONGER)}</LongName>",
        f"<Description>{_shortened(settings.description or settings.title, 1000)}</Description>",
        f'<Url type="text/html" template="{base}search.html?q={{searchTerms}}"/>',
        f'<Url type="application/opensearchdescription+xml" rel="self" template="{base}{OPEN_SEARCH}"/>',
        f"<Language>{escape(settings.language)}</Language>",
        "<OutputEncoding>UTF-8</OutputEncoding>",
        "<InputEncoding>UTF-8</InputEncoding>",
        "</OpenSearchDescription>",
    )
    return (Asset(path=OPEN_SEARCH, content="".join(f"{line}\n" for line in lines).encode()),)


def _shortened(words: str, longest: int) -> str:
    """Keep as many whole words as fit, on one line and escaped; of a first word that is too long, its beginning."""
    words = " ".join("".join(c if c.isprintable() else " " for c in words).split())
    if len(words) > longest:
        words = words[: longest + 1].rpartition(" ")[0] or words[:longest]
    return escape(words)
