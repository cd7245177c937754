"""Turns settings, readings and a gazetteer into the archive, everything sorted once.

It refuses to look at files; a reading is an edition with its transcript and its collation.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from muniment import dates, problems
from muniment.archive import naming
from muniment.archive.authorities import authorities, curate
from muniment.archive.claims import claims, figures
from muniment.archive.events import events
from muniment.archive.evidence import evidence
from muniment.archive.mentions import mentions
from muniment.archive.order import folded
from muniment.archive.quotations import Holdings
from muniment.archive.stretches import places, stretches
from muniment.model import Archive, Claim, Collation, Document, Edition, Problem, Settings, State, Transcript
from muniment.settings import suggestion
from muniment.settings.lines import line_of

if TYPE_CHECKING:
    from muniment.gazetteer import Gazetteer

Reading = tuple[Edition, Transcript, Collation]


def assemble(
    settings: Settings, readings: Iterable[Reading], gazetteer: "Gazetteer", content_sha256: str
) -> tuple[Archive, tuple[Problem, ...]]:
    """Assemble the archive; what cannot be resolved is reported and left out, so that the rest can be looked at."""
    documents: list[Document] = []
    found: list[Problem] = []
    for reading in readings:
        document, troubles = describe(reading, gazetteer)
        documents.append(document)
        found += troubles
    archive, troubles = join(settings, documents, gazetteer.states, content_sha256, gazetteer.others)
    return archive, tuple(sorted((*found, *troubles)))


def describe(reading: Reading, gazetteer: "Gazetteer") -> tuple[Document, tuple[Problem, ...]]:
    """Make one document of its reading: mentions found, evidence resolved; depends on nothing but its arguments.

    A withdrawn document has neither: its words are not shown.
    """
    edition, transcript, collation = reading
    if edition.front.withdrawn:
        empty = Document(edition=edition, transcript=transcript, collation=collation, mentions=(), evidence=())
        return empty, ()
    held, standing = stretches(collation), places(collation)
    resolved, found = evidence(edition, transcript, held, standing)
    document = Document(
        edition=edition,
        transcript=transcript,
        collation=collation,
        mentions=mentions(edition.front.id, held, standing, gazetteer),
        evidence=resolved,
    )
    return document, tuple(found)


def join(
    settings: Settings,
    documents: Iterable[Document],
    states: Iterable[State],
    content_sha256: str,
    others: Iterable[str] = (),
) -> tuple[Archive, tuple[Problem, ...]]:
    """Join documents to an archive: sort them, find authorities, resolve events, claims and figures, list the states.

    `others` are names that hold a state's name and are none.
    """
    known = {state.id: state for state in states}
    curated, misread = curate(settings, known.values(), others)
    named = naming.find(_ordered(documents), curated.bearers)
    ordered = named.documents
    holdings = Holdings(documents={document.id: document for document in ordered}, opened={})
    resolved_events, first = events(settings.events, holdings, ordered)
    resolved_claims, second = claims(settings.claims, holdings, known)
    resolved_figures, third = figures(settings.figures, holdings)
    resolved_authorities, other_names, fourth = authorities(curated, named, holdings)
    archive = Archive(
        settings=settings,
        documents=ordered,
        states=_occurring(ordered, resolved_claims, known),
        events=resolved_events,
        claims=resolved_claims,
        figures=resolved_figures,
        content_sha256=content_sha256,
        authorities=resolved_authorities,
        namings=named.namings,
        other_names=other_names,
        other_namings=named.others,
    )
    found = (*first, *second, *third, *fourth, *misread, *_misnamed(settings, ordered))
    return archive, tuple(sorted(found))


def _ordered(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Sort by date (undated and unreadable dates last), then by id."""
    keys: dict[str, tuple[bool, object]] = {}
    for_sorting = []
    for document in documents:
        date = document.edition.front.date
        if date not in keys:
            keys[date] = _date_key(date)
        for_sorting.append((*keys[date], document.id, document))
    return tuple(row[-1] for row in sorted(for_sorting, key=lambda row: row[:-1]))


def _date_key(date: str) -> tuple[bool, object]:
    if not date:
        return True, ""
    try:
        return False, dates.parse(date).sort_key
    except ValueError:  # the reader of front matter reports it
        return True, ""


def _occurring(
    documents: Iterable[Document], resolved: Iterable[Claim], known: Mapping[str, State]
) -> tuple[State, ...]:
    """Give the states that a mention or a claim names, by label with diacritics folded."""
    named = {mention.state: None for document in documents for mention in document.mentions}
    named.update({claim.state: None for claim in resolved})
    states = [known[name] for name in named if name in known]
    return tuple(sorted(states, key=lambda state: (folded(state.name), state.name, state.id)))


def _misnamed(settings: Settings, documents: Iterable[Document]) -> list[Problem]:
    """Report kinds, events, originals and aliases in front matters that lead nowhere or to two places."""
    documents = tuple(documents)
    kinds = dict(settings.kinds)
    event_ids = {event.id: None for event in settings.events}
    ids = {document.id: f"the id of {document.edition.path}" for document in documents}
    owners = dict(ids)
    found = []
    for document in documents:
        front = document.edition.front
        for code, field, given, known in (
            ("A-016", "kind", front.kind, kinds),
            ("A-017", "event", front.event, event_ids),
            ("A-027", "translation_of", front.translation_of, ids),
        ):
            if given and given not in known:
                found.append(_in_front(code, document, field, given=given, near=suggestion(given, known)))
        for alias in front.aliases:
            if alias in owners:
                found.append(_in_front("A-031", document, "aliases", given=alias, other=owners[alias]))
            owners.setdefault(alias, f"an alias in {document.edition.path}")
    return found


def _in_front(code: str, document: Document, field: str, **words: Any) -> Problem:
    line = line_of(dict(document.edition.lines), (field,))
    return problems.report(code, document.edition.path, line, **words)
