"""Turns events and documents into a timeline: the stages in the archive's order, what stands before, between and after.

It refuses to put a date on a stage that no document gives, and to choose between dates that disagree.
"""

from collections.abc import Iterable

from muniment import dates
from muniment.archive import STRENGTH, strongest
from muniment.dates.edtf import Edtf
from muniment.model import Archive, Document, Event, Interval, Stage, StageDate, Timeline

_BEFORE = ("background",)
_BESIDE = ("side", "deadline", "context")
_AFTER = ("after",)
_NEVER = ("\uffff",)


def timeline(archive: Archive) -> Timeline:
    """Make the timeline; a stage shows its strongest status, each of its dates keeps its own.

    Without stages there is nothing to stand before or after: all events stand together.
    """
    stages = _stages(archive)
    if not stages:
        every = (*_BEFORE, *_BESIDE, *_AFTER, "stage")
        return Timeline(stages=(), before=(), beside=_related(archive, every), after=(), between=between(archive, ()))
    return Timeline(
        stages=stages,
        before=_related(archive, _BEFORE),
        beside=_related(archive, _BESIDE),
        after=_related(archive, _AFTER),
        between=between(archive, stages),
    )


def between(archive: Archive, stages: Iterable[Stage]) -> tuple[Interval, ...]:
    """Place the dated documents that belong to no stage, each between the stages that its date proves.

    A stage begins with the earliest of its dates of the strongest status; one without a date proves nothing.
    A document that names its year only does not stand before a stage of that year, nor after it.
    """
    stages = tuple(stages)
    taken = frozenset(name for stage in stages for name in stage.documents)
    known = [(stage.id, begins) for stage in stages if (begins := _beginning(stage))]
    placed: dict[tuple[str, str], list[str]] = {}
    for document in archive.documents:
        date = _date(document)
        if document.id in taken or date is None:
            continue
        earlier = [name for name, (_, last) in known if last <= date.earliest]
        later = [name for name, (first, _) in known if date.latest < first]
        place = (earlier[-1] if earlier else "", later[0] if later else "")
        placed.setdefault(place, []).append(document.id)
    order = ["", *(stage.id for stage in stages)]
    return tuple(
        Interval(after=after, before=before, documents=tuple(placed[after, before]))
        for before in (*order[1:], "")
        for after in order
        if (after, before) in placed
    )


def _stages(archive: Archive) -> tuple[Stage, ...]:
    """Give the stages with the dates of their events and the documents of everything that belongs to them."""
    dates_of: dict[str, list[StageDate]] = {}
    stage_of: dict[str, str] = {}
    for event in archive.events:
        stage_of[event.id] = event.stage
        if event.relation == "stage":
            dates_of.setdefault(event.stage, []).extend(event.dates)
    documents_of: dict[str, list[str]] = {}
    for document in archive.documents:
        stage = stage_of.get(document.entry.event, "")
        documents_of.setdefault(stage, []).append(document.id)
    return tuple(
        Stage(
            id=setting.id,
            name=setting.name,
            text=setting.text,
            missing=setting.missing,
            status=strongest(date.status for date in dates_of.get(setting.id, ())),
            dates=tuple(dates_of.get(setting.id, ())),
            documents=tuple(documents_of.get(setting.id, ())),
        )
        for setting in archive.settings.stages
    )


def _related(archive: Archive, relations: tuple[str, ...]) -> tuple[Event, ...]:
    """Give the events with one of the relations, by first date, undated last; else in the order of events.toml."""
    chosen = [event for event in archive.events if event.relation in relations]
    return tuple(sorted(chosen, key=_first))


def _first(event: Event) -> tuple[str, ...]:
    keys = [dates.parse(date.edtf).sort_key for date in event.dates if date.edtf]
    return min(keys, default=_NEVER)


def _beginning(stage: Stage) -> tuple[str, str] | None:
    """Give the first and the last day on which a stage may have begun; nothing without a date."""
    for status in STRENGTH:
        found = [dates.parse(date.edtf) for date in stage.dates if date.edtf and date.status == status]
        if found:
            first = min(found, key=lambda date: date.sort_key)
            last = min(first.moments[0].latest, first.latest) if first.kind == "interval" else first.latest
            return first.earliest, last
    return None


def _date(document: Document) -> Edtf | None:
    """Read a document's date; None where it has none."""
    try:
        return dates.parse(document.entry.date)
    except ValueError:  # the reader of front matter reports a date that is not EDTF
        return None
