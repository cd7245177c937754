"""Turns events and documents into a timeline: the stages in the archive's order, what stands before, between and after.

It refuses to put a date on a stage that no document gives, and to choose between dates that disagree.
"""

from collections.abc import Iterable

from muniment import dates
from muniment.archive import STRENGTH, strongest
from muniment.model import Archive, Document, Event, Stage, StageDate, Timeline

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


def between(archive: Archive, stages: Iterable[Stage]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Place the dated documents that belong to no stage: after which stage each stands, empty before the first one.

    A stage stands where its earliest date of its strongest status puts it; a stage without a date holds no place.
    A document stands after the last stage, in the archive's order, that is not later than it.
    """
    stages = tuple(stages)
    taken = frozenset(name for stage in stages for name in stage.documents)
    begins = [(stage.id, begin) for stage in stages if (begin := _beginning(stage))]
    placed: dict[str, list[str]] = {name: [] for name in ("", *(stage.id for stage in stages))}
    for document in archive.documents:
        moment = _moment(document)
        if document.id in taken or moment is None:
            continue
        follows = ""
        for name, begin in begins:
            if begin <= moment:
                follows = name
        placed[follows].append(document.id)
    return tuple((name, tuple(documents)) for name, documents in placed.items() if documents)


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


def _beginning(stage: Stage) -> str:
    """Give the first day of a stage by its dates of the strongest status that has any; empty without a date."""
    for status in STRENGTH:
        days = [dates.parse(date.edtf).sort_key[0] for date in stage.dates if date.edtf and date.status == status]
        if days:
            return min(days)
    return ""


def _moment(document: Document) -> str | None:
    """Give the first day of a document's date; None without a date that can be read."""
    try:
        return dates.parse(document.entry.date).sort_key[0]
    except ValueError:  # the reader of front matter reports a date that is not EDTF
        return None
