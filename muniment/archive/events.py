"""Turns the events of `events.toml` into events whose every date stands on a passage.

It refuses to decide between dates that disagree: each keeps its own status and words.
"""

from collections.abc import Iterable

from muniment import problems
from muniment.archive.quotations import Citation, Holdings, resolve
from muniment.archive.stretches import find, stretches
from muniment.model import Document, Event, EventSetting, Passage, Problem, QuotedDate, StageDate
from muniment.settings import EVENTS

STRENGTH = ("held", "planned", "target", "unknown")
"""Statuses, strongest first."""


def events(
    settings: Iterable[EventSetting], holdings: Holdings, documents: Iterable[Document]
) -> tuple[tuple[Event, ...], list[Problem]]:
    """Resolve every date of every event; a date whose quotation is not found is reported and left out."""
    resolved, found = [], []
    of_event: dict[str, list[str]] = {}
    for document in documents:
        of_event.setdefault(document.entry.event, []).append(document.id)
    for event in settings:
        dates, troubles = _dates(event.dates, holdings)
        found += troubles
        resolved.append(
            Event(
                id=event.id,
                name=event.name,
                place=event.place,
                stage=event.stage,
                relation=event.relation,
                status=strongest(date.status for date in dates),
                text=event.text,
                dates=dates,
                documents=tuple(of_event.get(event.id, ())),
            )
        )
    return tuple(resolved), found


def strongest(statuses: Iterable[str]) -> str:
    """Give the strongest of the statuses; `unknown` when there is none."""
    return min(statuses, key=STRENGTH.index, default="unknown")


def _dates(settings: Iterable[QuotedDate], holdings: Holdings) -> tuple[tuple[StageDate, ...], list[Problem]]:
    resolved: list[StageDate] = []
    found: list[Problem] = []
    for date in settings:
        citation = Citation(path=EVENTS, line=date.line, document=date.document, quote=date.quote, at=date.at)
        passage = resolve(holdings, citation)
        if isinstance(passage, Problem):
            found.append(passage)
            continue
        found += _misprinted(date, passage, holdings)
        resolved.append(
            StageDate(
                edtf=date.edtf,
                status=date.status,
                basis=date.basis,
                printed=date.printed,
                passage=passage,
                text=date.text,
            )
        )
    return tuple(resolved), found


def _misprinted(date: QuotedDate, passage: Passage, holdings: Holdings) -> list[Problem]:
    """Report a date whose wording its quotation does not print; an inferred one may stand elsewhere in the document."""
    words = [passage.quote]
    if date.basis == "inferred":
        words += [stretch.words for stretch in stretches(holdings.documents[date.document].collation)]
    if date.basis == "supplied" or any(find(each, date.printed) is not None for each in words):
        return []
    return [problems.report("A-029", EVENTS, date.line, key="printed", given=date.printed, quote=date.quote)]
