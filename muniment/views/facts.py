"""The front matter of an edition → the facts a page prints, each with its evidence; says what is not recorded.

Never prints a fact that the front matter does not hold.
"""

from muniment.frozen import dataclass
from muniment.model import Document
from muniment.pages import document_path
from muniment.views.authorities import address
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links
from muniment.views.moments import Moment, moment
from muniment.views.quotations import Quotation, quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Witness:
    """One piece of evidence for a fact."""

    basis: str
    """`attested`, `inferred` or `supplied`."""
    basis_words: str
    quotation: Quotation | None
    """The words of the seed; none for what an editor supplied."""
    source: str = ""
    """Where a supplied fact comes from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a fact."""

    words: str
    url: str = ""
    machine: str = ""
    """Value of a `datetime` attribute, for dates."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One row of a document's facts."""

    field: str
    label: str
    values: tuple[Value, ...]
    evidence: tuple[Witness, ...]


EXPECTED = ("date", "place", "creators", "publisher", "rights", "source_url", "retrieved")
"""Fields whose absence is said in so many words."""


def facts(aid: FindingAid, links: Links, document: Document) -> tuple[Fact, ...]:
    """List what is recorded of a document, in the order a catalogue gives it."""
    front = document.edition.front
    event = aid.events.get(front.event)
    has_timeline = "timeline" in aid.settings.indexes
    event_url = links.to(f"timeline.html#event-{front.event}") if event and has_timeline else ""
    translated = aid.documents.get(front.translation_of)
    rows: tuple[tuple[str, tuple[Value, ...]], ...] = (
        ("kind", (Value(words=aid.kind(document)),)),
        ("date", _dated(moment(front.date, aid.words))),
        ("event", (Value(words=event.name if event else front.event, url=event_url),) if front.event else ()),
        ("place", _known(aid, links, front.place, "place")),
        ("creators", tuple(v for each in front.creators for v in _known(aid, links, each, "person", "organisation"))),
        ("publisher", _known(aid, links, front.publisher, "organisation", "person")),
        ("custody", _plain(front.custody)),
        ("language", (Value(words=_language(aid, front.language)),)),
        (
            "translation_of",
            (Value(words=translated.entry.title, url=links.to(document_path(translated.id))),)
            if translated
            else _plain(front.translation_of),
        ),
        ("source_url", _web(front.source_url)),
        ("retrieved", _dated(moment(front.retrieved, aid.words))),
        ("rights", _plain(front.rights)),
        ("revised", _dated(moment(front.revised, aid.words))),
        ("reviewed", _plain(front.reviewed if front.is_reviewed else aid.say("fact.reviewed.no"))),
    )
    return tuple(
        Fact(
            field=field,
            label=aid.say(f"fact.{field}"),
            values=values,
            evidence=evidence(aid, links, document, field),
        )
        for field, values in rows
        if values
    )


def missing(aid: FindingAid, document: Document) -> str:
    """List in words the facts a reader would look for and that nothing records."""
    front = document.edition.front
    return aid.words.listed(aid.say(f"missing.{field}") for field in EXPECTED if not getattr(front, field))


def _language(aid: FindingAid, tag: str) -> str:
    """Name a language; one without a name here is named by its tag."""
    if tag == "und":
        return aid.say("language.unknown")
    return aid.say(f"language.{tag}") if aid.words.knows(f"language.{tag}") else tag


def _plain(text: str) -> tuple[Value, ...]:
    """Make a value of a text that may be empty."""
    return (Value(words=text),) if text else ()


def _known(aid: FindingAid, links: Links, name: str, *kinds: str) -> tuple[Value, ...]:
    """Make a value of a name that may be empty; one that an index of the archive has leads there."""
    return (Value(words=name, url=address(aid, links, name, kinds)),) if name else ()


def _web(given: str) -> tuple[Value, ...]:
    """Make a value of a web address; only http and https become links."""
    is_safe = given.lower().startswith(("https://", "http://"))
    return (Value(words=given, url=given if is_safe else ""),) if given else ()


def _dated(worded: Moment | None) -> tuple[Value, ...]:
    """Make a value of a date that may be missing."""
    return (Value(words=worded.words, machine=worded.machine),) if worded else ()


def evidence(aid: FindingAid, links: Links, document: Document, field: str) -> tuple[Witness, ...]:
    """Find the evidence of a field: words of the seed first, then what an editor supplied."""
    printed = [
        Witness(basis=basis, basis_words=aid.say(f"basis.{basis}"), quotation=quotation(aid, links, passage))
        for passage, basis in dict(document.evidence).get(field, ())
    ]
    supplied = [
        Witness(basis=each.basis, basis_words=aid.say("basis.supplied"), quotation=None, source=each.source)
        for each in dict(document.edition.front.evidence).get(field, ())
        if each.basis == "supplied"
    ]
    return (*printed, *supplied)
