"""The archive → what its home page says of each document: one true line, in the document's own words.

Invents nothing: a line is a quotation the archive already cites, or the document's own opening.
"""

from collections.abc import Iterable
from dataclasses import replace

from muniment.frozen import dataclass
from muniment.model import Document, Passage
from muniment.views.document import paragraphs
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links
from muniment.views.quotations import Quotation, opening, quotation
from muniment.views.timeline import Reference, references

LONGEST = 190
"""Characters of the line quoted from a document."""

SHORTEST = 40
"""Characters below which an opening paragraph (a salutation) says too little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One document as the home page and the index of documents name it."""

    reference: Reference
    creators: str
    quotation: Quotation | None
    line: str
    """Its length and the states it names, counted."""
    differences: str
    """How many differences from its seed are listed, in words."""
    is_withdrawn: bool
    """Whether nothing of its words may be shown."""


def cards(aid: FindingAid, links: Links) -> tuple[Card, ...]:
    """Name the documents with a line of their words, in order of time, as many as a page can show."""
    shown = aid.order[: aid.settings.limits.cards]
    told: dict[str, Passage] = {}
    for passage in _cited(aid):
        if passage.anchor[:1] == "p" and len(passage.quote) >= SHORTEST:
            told.setdefault(passage.document, passage)
    return tuple(
        replace(row, quotation=_telling(aid, links, aid.documents[name], told.get(name)))
        for name, row in zip(shown, rows(aid, links, shown), strict=True)
    )


def everything(aid: FindingAid, links: Links) -> tuple[str, str] | None:
    """Give (words, link) of the list of all documents, where cards show only some."""
    number = len(aid.order)
    if number <= aid.settings.limits.cards:
        return None
    return aid.say("list.all", documents=aid.count("documents", number)), links.to("documents.html")


def rows(aid: FindingAid, links: Links, documents: Iterable[str]) -> tuple[Card, ...]:
    """Name documents without a line of their words."""
    return tuple(_row(aid, links, aid.documents[name]) for name in documents)


def _row(aid: FindingAid, links: Links, document: Document) -> Card:
    """Name one document."""
    (reference,) = references(aid, links, (document.id,))
    states = len(document.entry.named)
    length = paragraphs(aid, document)
    return Card(
        reference=reference,
        creators=", ".join(document.entry.creators),
        quotation=None,
        line=aid.say("home.line", paragraphs=length, states=aid.count("states", states))
        if states
        else aid.say("home.line.plain", paragraphs=length),
        differences=aid.count("differences", document.entry.differences),
        is_withdrawn=bool(document.entry.withdrawn),
    )


def _telling(aid: FindingAid, links: Links, document: Document, cited: Passage | None) -> Quotation | None:
    """Choose the words to quote: what the timeline cites, then a count, a claim, else the first full paragraph.

    Of a withdrawn document nothing is quoted.
    """
    if document.entry.withdrawn:
        return None
    passage = cited or _opening(document)
    if passage is None:
        return None
    quote, is_cut = opening(passage.quote, LONGEST)
    return replace(quotation(aid, links, replace(passage, quote=quote)), is_cut_behind=is_cut)


def _cited(aid: FindingAid) -> Iterable[Passage]:
    """Give every passage the archive cites, the timeline's first."""
    for event in aid.archive.events:
        yield from (date.passage for date in event.dates)
    yield from (figure.passage for figure in aid.archive.figures)
    yield from (claim.passage for claim in aid.archive.claims)


def _opening(document: Document) -> Passage | None:
    """Give the first paragraph that is long enough to say something."""
    if document.entry.opening is None:
        return None
    anchor, words, line = document.entry.opening
    return Passage(document=document.id, anchor=anchor, quote=words, start=0, seed_line=line)
