"""A document of the archive → what its page shows beside the text: lines set apart, states named, files, neighbours.

Knows nothing of how the text itself is set; that is `typeset`.
"""

from collections import Counter
from collections.abc import Iterable

from muniment.archive.leaves import Leaf, leaves
from muniment.frozen import dataclass
from muniment.indexes import division
from muniment.model import Document
from muniment.pages import document_path, has_seed_view, original_path, publishes_seed, seed_view_path, state_path
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links
from muniment.views.timeline import Reference, further, references


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLine:
    """A line of the seed that stands with the title instead of in the text."""

    anchor: str
    text: str
    line: int
    """1-based line in the seed."""
    url: str
    """Link to that line in the seed view; empty where there is none."""


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
    further: tuple[str, str] | None
    """(words, link) where more documents are of the same event than are named."""
    translations: tuple[Reference, ...]
    """The document it translates, and the other translations of the same."""


def head_lines(aid: FindingAid, links: Links, document: Document) -> tuple[HeadLine, ...]:
    """List the lines set apart, in the seed's order."""
    has_view = has_seed_view(aid.archive, document)
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
            times=aid.count("times", times[name]),
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
    same = aid.of_event.get(document.entry.event, ())
    beside, more = division.around(same, aid.place_in_event.get(document.id, 0), aid.settings.limits.beside)
    return Neighbours(
        earlier=_one(references(aid, links, aid.order[max(at - 1, 0) : at])),
        later=_one(references(aid, links, aid.order[at + 1 : at + 2])),
        of_event=references(aid, links, beside),
        further=further(aid, more, links.to(event_path(aid, document.entry.event))),
        translations=references(aid, links, _others(aid.of_original.get(original, ()), document)),
    )


def event_path(aid: FindingAid, event: str) -> str:
    """Give the place of an event on the timeline; of an archive without one, the list of documents."""
    is_there = event in aid.events and "timeline" in aid.settings.indexes
    return f"timeline.html#event-{event}" if is_there else "documents.html"


def _others(names: Iterable[str], document: Document) -> Iterable[str]:
    """Leave a document out."""
    return (name for name in names if name != document.id)


def paragraphs(aid: FindingAid, document: Document) -> str:
    """Count a document's numbered paragraphs, in words."""
    return aid.count("paragraphs", document.entry.paragraphs)


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
    files = [
        (aid.say(_label(label, document)), links.to(f"{base}{end}"), media)
        for export, label, end, media in DOWNLOADS
        if export in aid.settings.exports and (end != ".seed.txt" or publishes_seed(document))
    ]
    original = original_path(document) if "texts" in aid.settings.exports else ""
    if original:
        label, media = ORIGINALS[original.rpartition(".")[2]]
        files.append((aid.say(label), links.to(original), media))
    return tuple(files)


def _label(label: str, document: Document) -> str:
    """Name a file; what stands for a seed that is no plain text is its transcript."""
    return "download.transcript" if label == "download.seed" and not document.transcript.is_exact else label


ORIGINALS = {
    "txt": ("download.original.txt", "text/plain"),
    "pdf": ("download.original.pdf", "application/pdf"),
    "docx": (
        "download.original.docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
}
"""End of an original's path to (label, media type)."""


def pages_of(document: Document) -> tuple[Leaf, ...]:
    """List where the pages of the seed begin, from the second on."""
    return tuple(leaf for leaf in leaves(document) if leaf.number > 1)


def _one(found: Iterable[Reference]) -> Reference | None:
    """Give the only reference, or none."""
    return next(iter(found), None)
