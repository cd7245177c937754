"""Where pages and files of the site stand, and which of them an archive has.

Knows nothing of what a page looks like.
"""

from muniment.indexes import authorities
from muniment.indexes.division import Portion
from muniment.indexes.passages import Volume
from muniment.model import Archive, Authority, Document, PageText
from muniment.settings.exports import FILES

DATA_OF_SEARCH = "search-text.js"
"""The script that carries the archive's words to the search page."""

ASKS_INDEX = "static/search-index.js"
"""The script that asks the search index instead."""

OPEN_SEARCH = "opensearch.xml"
"""The description of the search for browsers."""

ROSTERS = {"person": "people", "organisation": "organisations", "place": "places"}
"""Kind of authority → slug of its index."""

ARRANGED = tuple(f"documents-by-{facet}" for facet in ("kind", "place", "stage", "year", "creator"))
"""Slugs of the pages that arrange the documents."""

BUILT = frozenset(
    {"index", "documents", "timeline", "states", "figures", "colophon", "404", "search", "full-text", *ARRANGED}
    | {*ROSTERS.values()}
    | {"states-by-role", "states-by-region", "states-by-document", "reuse"}
)
"""Slugs of built pages; a hand-written text with such a slug introduces that page instead of being one."""


def document_path(document: str) -> str:
    """Give the address of a document's page by the document's id."""
    return f"documents/{document}.html"


def seed_view_path(document: str) -> str:
    """Give the address of the page that sets a document's seed beside its edition."""
    return f"documents/{document}.seed.html"


def source_view_path(document: str) -> str:
    """Give the address of the page that shows an edition's file as people edit it."""
    return f"documents/{document}.source.html"


def state_path(slug: str, number: int = 1) -> str:
    """Give the address of a state's page by the state's slug, or of a further page of it by its number."""
    return f"states/{slug}.html" if number == 1 else f"states/{slug}.{number}.html"


def roster_path(kind: str, letter: str = "") -> str:
    """Give the address of the index of one kind of authority, or of the page of one of its letters."""
    return f"{ROSTERS[kind]}-{letter}.html" if letter else f"{ROSTERS[kind]}.html"


def authority_path(authority: Authority, is_divided: bool) -> str:
    """Give the address of an authority's entry in its index."""
    letter = authorities.letter(authority) if is_divided else ""
    return f"{roster_path(authority.kind, letter)}#{authority.id}"


def arrangement_path(subject: str, facet: str, number: int = 0) -> str:
    """Give the address of the page that arranges `documents` or `states` by a facet, or of a part of it."""
    return f"{subject}-by-{facet}-{number}.html" if number else f"{subject}-by-{facet}.html"


def portion_path(portion: Portion) -> str:
    """Give the address of a page of the list of documents."""
    return f"documents-{portion.year or 'undated'}{f'-{portion.part}' if portion.part > 1 else ''}.html"


def portion_title(archive: Archive, portion: Portion) -> str:
    """Name a page of the list of documents."""
    say = archive.settings.words.say
    year = portion.year or say("undated")
    return say("documents.of.part" if portion.part > 1 else "documents.of", year=year, part=portion.part)


def volume_path(volume: Volume) -> str:
    """Give the address of a page of the full text."""
    if not volume.part:
        return "full-text.html"
    return f"full-text-{volume.year or 'undated'}{f'-{volume.part}' if volume.part > 1 else ''}.html"


def volume_title(archive: Archive, volume: Volume) -> str:
    """Name a page of the full text."""
    say = archive.settings.words.say
    if not volume.part:
        return say("full-text.title")
    year = volume.year or say("undated")
    return say("full-text.volume.part" if volume.part > 1 else "full-text.volume", year=year, part=volume.part)


def has_open_search(archive: Archive) -> bool:
    """Say whether browsers can be told of the search: it exists, and at an absolute address."""
    return archive.settings.search != "none" and bool(archive.settings.base_url)


def introduction(archive: Archive, slug: str) -> PageText | None:
    """Find the hand-written text that introduces a built page: the page text with that page's slug."""
    return next((text for text in archive.settings.pages if text.slug == slug), None)


def standing_texts(archive: Archive) -> tuple[PageText, ...]:
    """List the hand-written texts that are pages of their own: those whose slug is no built page's."""
    return tuple(text for text in archive.settings.pages if text.slug not in BUILT)


def has_seed_view(archive: Archive, document: Document) -> bool:
    """Say whether a document's seed is shown on a page."""
    return "seed" in archive.settings.exports and publishes_seed(document)


def publishes_seed(document: Document) -> bool:
    """Say whether a document's seed may be seen by readers."""
    return not document.entry.withdrawn and not keeps_seed(document.entry.publish_seed)


def has_source_view(archive: Archive, document: Document) -> bool:
    """Say whether a document's edition is shown on a page as people edit it."""
    return "source" in archive.settings.exports and not document.entry.withdrawn


def has_files(archive: Archive) -> bool:
    """Say whether the site has files to reuse beside its pages."""
    return any(name in FILES for name in archive.settings.exports)


def introduced_title(archive: Archive, slug: str) -> str:
    """Take a built page's title from its hand-written introduction, else from the words of the interface."""
    text = introduction(archive, slug)
    return text.title if text else archive.settings.words.say(f"{slug}.title")


def original_path(document: Document) -> str:
    """Give the path of a seed that is no plain text, as received; empty where it is not published.

    A web page is published as plain text, so that nothing in it can run; a PDF with scripts is not published.
    """
    entry, transcript = document.entry, document.transcript
    if transcript.is_exact or transcript.has_actions or entry.withdrawn or keeps_seed(entry.publish_seed):
        return ""
    end = transcript.name.rpartition(".")[2].lower()
    return f"documents/{document.id}.original.{end if end in ('pdf', 'docx') else 'txt'}"


def keeps_seed(publish_seed: str) -> bool:
    """Say whether front matter keeps the seed from publication (`no`, or `no: <reason>`)."""
    return publish_seed.partition(":")[0].strip() == "no"
