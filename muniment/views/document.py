"""A document of the archive → what its page shows beside the text: lines set apart, states named, files, neighbours.

Knows nothing of how the text itself is set; that is `typeset`.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from muniment.model import Document
from muniment.pages import document_path, keeps_seed, seed_view_path, state_path
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links
from muniment.views.timeline import Reference, references
from muniment.words import count, say

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
"""Languages written from right to left, by their BCP 47 subtag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLine:
    """A line of the seed that stands with the title instead of in the text."""

    anchor: str
    text: str
    line: int
    """1-based line in the seed."""
    url: str
    """Link to that line in the seed view; empty where the seed is not published."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A state that the document names."""

    name: str
    url: str
    times: str
    """How often, in words."""
    first: str
    """Link to the first mention."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """One heading of the text, for the table of contents."""

    anchor: str
    text: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbours:
    """The documents before and behind in time, those of the same event, and the same in other languages."""

    earlier: Reference | None
    later: Reference | None
    of_event: tuple[Reference, ...]
    translations: tuple[Reference, ...]
    """The document it translates, and the other translations of the same."""


def head_lines(links: Links, document: Document) -> tuple[HeadLine, ...]:
    """List the lines set apart, in the seed's order."""
    has_view = has_seed_view(document)
    return tuple(
        HeadLine(
            anchor=line.anchor,
            text=line.text,
            line=line.line,
            url=links.to(f"{seed_view_path(document.id)}#s{line.line}") if has_view else "",
        )
        for line in document.collation.meta_lines
    )


def anchors(document: Document) -> tuple[str, ...]:
    """List the addresses of every passage; a withdrawn document's page keeps them, as they were published."""
    lines = (line.anchor for line in document.collation.meta_lines)
    names = (name for block in document.collation.text.blocks for name in (block.anchor, *block.aliases) if name)
    return tuple(dict.fromkeys((*lines, *names)))


def has_seed_view(document: Document) -> bool:
    """Say whether the document's seed is shown."""
    front = document.entry
    return not front.withdrawn and not keeps_seed(front.publish_seed)


def named_states(aid: FindingAid, links: Links, document: Document) -> tuple[Named, ...]:
    """List the states a document names, in the order of the states index."""
    times = Counter(mention.state for mention in document.mentions)
    first: dict[str, str] = {}
    for mention in sorted(document.mentions, key=lambda each: (each.seed_line, each.start)):
        first.setdefault(mention.state, mention.anchor)
    return tuple(
        Named(
            name=entry.state.name,
            url=links.to(state_path(entry.state.slug)),
            times=count("times", times[name]),
            first=f"#{first[name]}",
        )
        for name, entry in aid.states.items()
        if name in times
    )


def contents(document: Document) -> tuple[Contents, ...]:
    """List the headings of the text, if there are at least three."""
    found = tuple(
        Contents(anchor=block.anchor, text=block.text, level=block.level)
        for block in document.collation.text.blocks
        if block.kind == "heading" and block.anchor
    )
    return found if len(found) >= 3 else ()


def neighbours(aid: FindingAid, links: Links, document: Document) -> Neighbours:
    """Find a document's neighbours in the archive's order of time."""
    at = aid.position[document.id]
    original = document.entry.translation_of or document.id
    return Neighbours(
        earlier=_one(references(aid, links, aid.order[max(at - 1, 0) : at])),
        later=_one(references(aid, links, aid.order[at + 1 : at + 2])),
        of_event=references(aid, links, _others(aid.of_event.get(document.entry.event, ()), document)),
        translations=references(aid, links, _others(aid.of_original.get(original, ()), document)),
    )


def _others(names: Iterable[str], document: Document) -> Iterable[str]:
    """Leave a document out."""
    return (name for name in names if name != document.id)


def paragraphs(document: Document) -> str:
    """Count a document's numbered paragraphs, in words."""
    return count("paragraphs", document.entry.paragraphs)


def direction(language: str) -> str:
    """Give the value of `dir` for a language."""
    return "rtl" if language.partition("-")[0].lower() in RIGHT_TO_LEFT else "ltr"


DOWNLOADS = (
    ("texts", "download.md", ".md", "text/markdown"),
    ("texts", "download.txt", ".txt", "text/plain"),
    ("texts", "download.json", ".json", "application/json"),
    ("texts", "download.seed", ".seed.txt", "text/plain"),
    ("tei", "download.tei", ".xml", "application/tei+xml"),
    ("citations", "download.bib", ".bib", "application/x-bibtex"),
    ("citations", "download.ris", ".ris", "application/x-research-info-systems"),
    ("citations", "download.csl", ".csl.json", "application/vnd.citationstyles.csl+json"),
)
"""(export, label, end of the path, media type) of the files beside a document's page."""


def downloads(aid: FindingAid, links: Links, document: Document) -> tuple[tuple[str, str, str], ...]:
    """List (label, link, media type) of the files that lie beside the page."""
    if document.entry.withdrawn:
        return ()
    base = document_path(document.id).removesuffix(".html")
    return tuple(
        (say(label), links.to(f"{base}{end}"), media)
        for export, label, end, media in DOWNLOADS
        if export in aid.settings.exports and (end != ".seed.txt" or has_seed_view(document))
    )


def _one(found: Iterable[Reference]) -> Reference | None:
    """Give the only reference, or none."""
    return next(iter(found), None)
