"""The timeline index → what the timeline page says in words: stages, what lies between, before, beside and after.

Never joins two dates into one; what the documents give differently stands side by side.
"""

from collections.abc import Iterable

from muniment.frozen import dataclass
from muniment.indexes import division
from muniment.model import Event, Interval, Stage, StageDate
from muniment.pages import arrangement_path, document_path
from muniment.views.differing import differing
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links
from muniment.views.moments import Moment, attested, moment
from muniment.views.process import proven
from muniment.views.quotations import Quotation, quotation


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """One date with its words."""

    when: Moment | None
    """None where the printed words are shown instead."""
    printed: str
    status: str
    status_words: str
    basis: str
    basis_words: str
    quotation: Quotation
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A document as lists name it."""

    id: str
    url: str
    title: str
    kind: str
    date: Moment | None
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A stage or an event."""

    id: str
    """Anchor on the timeline page."""
    name: str
    place: str
    status: str
    status_words: str
    text: str
    missing: str
    dates: tuple[Attestation, ...]
    differs: tuple[str, ...]
    """The statuses, in words, for which the documents give different dates."""
    documents: tuple[Reference, ...]
    further: tuple[str, str] | None
    """(words, link) where there are more documents than are named."""
    events: tuple[str, ...]
    """Anchors of the stage's events, which have no entry of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class IntervalEntry:
    """Documents of no stage that stand at one place in time."""

    name: str
    documents: tuple[Reference, ...]
    further: tuple[str, str] | None
    """As in an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """Events that stand before, beside or after the stages."""

    name: str
    anchor: str
    entries: tuple[Entry, ...]


def references(aid: FindingAid, links: Links, documents: Iterable[str]) -> tuple[Reference, ...]:
    """Name documents for a list; pages of one folder name a document in the same way."""
    named = aid.named.setdefault((links.here.rpartition("/")[0], links.is_absolute), {})
    found = []
    for name in documents:
        if name not in named:
            named[name] = _reference(aid, links, name)
        found.append(named[name])
    return tuple(found)


def _reference(aid: FindingAid, links: Links, name: str) -> Reference:
    front = aid.documents[name].entry
    return Reference(
        id=name,
        url=links.to(document_path(name)),
        title=front.title,
        kind=aid.kind(aid.documents[name]),
        date=moment(front.date, aid.words),
        language="" if front.language == "und" else front.language,
    )


def further(aid: FindingAid, number: int, url: str) -> tuple[str, str] | None:
    """Give (words, link) of documents that are not named, if there are any."""
    return (aid.count("further", number), url) if number > 0 else None


def course(aid: FindingAid, links: Links) -> tuple[Entry | IntervalEntry, ...]:
    """Give the stages in order with the documents that stand between them: before the stage that they precede."""
    between = aid.indexes.timeline.between if aid.stages else ()
    found: list[Entry | IntervalEntry] = []
    for stage in aid.stages.values():
        found += [_interval(aid, links, each) for each in between if each.before == stage.id]
        found.append(_stage(aid, links, stage))
        found += [_interval(aid, links, each) for each in between if each.after == stage.id and not each.before]
    return (*found, *(_interval(aid, links, each) for each in between if not each.after and not each.before))


def chapters(aid: FindingAid, links: Links) -> tuple[Chapter, ...]:
    """Give the events that belong to no stage, in three groups, empty ones left out; then any that no group holds."""
    timeline = aid.indexes.timeline
    placed = {event.id for event in (*timeline.before, *timeline.beside, *timeline.after)}
    rest = tuple(event for event in aid.archive.events if event.id not in placed and not event.stage)
    groups = (("before", timeline.before), ("beside", timeline.beside), ("after", timeline.after), ("context", rest))
    return tuple(
        Chapter(
            name=aid.say(f"timeline.{group}" if aid.stages else "timeline.events"),
            anchor=group,
            entries=tuple(_event(aid, links, event) for event in events),
        )
        for group, events in groups
        if events
    )


def _interval(aid: FindingAid, links: Links, between: Interval) -> IntervalEntry:
    """Name the documents between two stages, as many as a page can."""
    most = aid.settings.limits.named
    place, names = proven(aid, between)
    return IntervalEntry(
        name=aid.say(f"interval.{place}", **names),
        documents=references(aid, links, between.documents[:most]),
        further=further(aid, len(between.documents) - most, links.to("documents.html")),
    )


def _stage(aid: FindingAid, links: Links, stage: Stage) -> Entry:
    """Word a stage."""
    most = aid.settings.limits.named
    arranged = links.to(place_in_arrangement(aid, "stage", stage.documents))
    return Entry(
        id=f"stage-{stage.id}",
        name=stage.name,
        place="",
        status=stage.status,
        status_words=aid.say(f"status.{stage.status}"),
        text=stage.text,
        missing=stage.missing,
        dates=_attestations(aid, links, stage.dates),
        differs=tuple(aid.say(f"status.{status}") for status in differing(stage.dates)),
        documents=references(aid, links, stage.documents[:most]),
        further=further(aid, len(stage.documents) - most, arranged),
        events=tuple(f"event-{event.id}" for event in aid.archive.events if event.stage == stage.id),
    )


def _event(aid: FindingAid, links: Links, event: Event) -> Entry:
    """Word an event that belongs to no stage."""
    most = aid.settings.limits.named
    return Entry(
        id=f"event-{event.id}",
        name=event.name,
        place=event.place,
        status=event.status,
        status_words=aid.say(f"status.{event.status}"),
        text=event.text,
        missing="",
        dates=_attestations(aid, links, event.dates),
        differs=tuple(aid.say(f"status.{status}") for status in differing(event.dates)),
        documents=references(aid, links, event.documents[:most]),
        further=further(aid, len(event.documents) - most, links.to("documents.html")),
        events=(),
    )


def place_in_arrangement(aid: FindingAid, name: str, documents: tuple[str, ...]) -> str:
    """Give the place, on a page that arranges the documents, at which those of one value begin."""
    facet = next((each for each in aid.document_facets if each.name == name), None)
    if facet is None or not documents:
        return "documents.html"
    value = next(each for each in facet.values if documents[0] in each.members)
    parts = division.sections(facet, aid.settings.limits.rows)
    first = next((each.number for each in parts if any(own.token == value.token for own in each.values)), 0)
    return f"{arrangement_path('documents', name, first)}#by-{value.token}"


def _attestations(aid: FindingAid, links: Links, dates: tuple[StageDate, ...]) -> tuple[Attestation, ...]:
    """Word the dates in the order given."""
    return tuple(
        Attestation(
            when=attested(date, aid.words),
            printed=date.printed,
            status=date.status,
            status_words=aid.say(f"status.{date.status}"),
            basis=date.basis,
            basis_words=aid.say(f"basis.{date.basis}"),
            quotation=quotation(aid, links, date.passage),
            text=date.text,
        )
        for date in dates
    )
