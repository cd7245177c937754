"""The archive → what its search page and its full text show; knows nothing of how words are found.

What a script has to say stands here, so that it can be worded with everything else.
"""

import json
from collections.abc import Iterable

from muniment.frozen import dataclass
from muniment.indexes import facets, passages
from muniment.indexes.passages import Volume
from muniment.model import Document
from muniment.pages import ASKS_INDEX, DATA_OF_SEARCH, document_path, volume_path, volume_title
from muniment.typeset.direction import direction
from muniment.views.facets import Control, controls
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links
from muniment.views.timeline import Reference, references

SAID = (
    "loading",
    "failed",
    "found",
    "beginning",
    "none",
    "none.filtered",
    "none.one",
    "none.hint",
    "longer",
    "more",
    "shown",
    "to.more",
)
"""What the script may have to say: keys of the words of the interface, without `search.`."""

COUNTED = ("passages", "documents", "matching")
"""What it may have to count: keys of the words of the interface, without `search.`."""

ANCHORS = ("p", "h", "m", "fn")
"""Letters that anchors begin with: the script names a passage by them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One passage of a document in the full text."""

    url: str
    """Of the passage on its document's page."""
    number: str
    kind: str
    """`heading`, `code`, `line` (of the metadata) or `paragraph`."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A document in the full text."""

    reference: Reference
    direction: str
    lines: tuple[Line, ...]


def filters(aid: FindingAid) -> tuple[Control, ...]:
    """Make the filters of the search: kind, stage, state, year."""
    documents = passages.readable(aid.archive)
    by_name = {facet.name: facet for facet in facets.of_documents(aid.archive, documents, aid.indexes.timeline)}
    by_name["state"] = facets.naming_states(documents, aid.indexes.states)
    return controls(aid, (by_name[name] for name in ("kind", "stage", "state", "year") if name in by_name))


def source(aid: FindingAid, links: Links) -> dict[str, str]:
    """Say what the script searches: the text carried to the page, an index, or nothing because there is too much."""
    kind = aid.settings.search
    if kind == "text" and not passages.is_carried(aid.archive):
        kind = "none"
    return {
        "engine": kind,
        "address": links.to({"text": DATA_OF_SEARCH, "pagefind": ASKS_INDEX}.get(kind, "search.html")),
        "words": json.dumps(_said(aid), ensure_ascii=False),
    }


def _said(aid: FindingAid) -> dict[str, str | tuple[str, ...]]:
    """Give what the script may have to say, and how it finds the form that a number takes."""
    entries = aid.words.entries
    said: dict[str, str | tuple[str, ...]] = {key: aid.say(f"search.{key}") for key in SAID}
    said |= {key: entries[f"search.{key}"] for key in COUNTED}
    return said | {kind: aid.say(f"place.{kind}") for kind in ANCHORS} | {"plural": aid.words.plural_table}


def volume_links(aid: FindingAid, links: Links) -> tuple[tuple[str, str], ...]:
    """List (title, link) of the pages of the full text; without a search there are none."""
    if aid.settings.search == "none":
        return ()
    volumes = passages.volumes(aid.archive)
    return tuple((volume_title(aid.archive, each), links.to(volume_path(each))) for each in volumes)


def full_text(aid: FindingAid, links: Links, volume: Volume) -> tuple[Whole, ...]:
    """Give the documents of a volume, passage by passage."""
    named = references(aid, links, (document.id for document in volume.documents))
    return tuple(
        Whole(
            reference=reference,
            direction=direction(document.entry.language),
            lines=tuple(_lines(links, document)),
        )
        for reference, document in zip(named, volume.documents, strict=True)
    )


def _lines(links: Links, document: Document) -> Iterable[Line]:
    """Give the passages of a document."""
    base = links.to(document_path(document.id))
    for each in document.passages:
        yield Line(
            url=f"{base}#{each.anchor}",
            number=each.anchor.lstrip("abcdefghijklmnopqrstuvwxyz"),
            kind=each.kind,
            words=each.words,
        )
