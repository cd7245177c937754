"""Turns settings, readings and a gazetteer into the archive, everything sorted once.

It refuses to look at files; a reading is an edition with its transcript and its collation.
"""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from muniment import dates, problems
from muniment.archive import naming
from muniment.archive.authorities import Curated, authorities, curate
from muniment.archive.claims import claims, figures
from muniment.archive.entries import entry
from muniment.archive.events import events
from muniment.archive.evidence import evidence
from muniment.archive.mentions import mentions
from muniment.archive.quotations import Holdings
from muniment.archive.renamed import near
from muniment.archive.stretches import places, stretches
from muniment.frozen import dataclass
from muniment.model import (
    Archive,
    Claim,
    Collation,
    Document,
    Edition,
    Mention,
    Passage,
    Problem,
    Settings,
    State,
    Transcript,
)
from muniment.settings import suggestion
from muniment.words import Alphabet

if TYPE_CHECKING:
    from muniment.gazetteer import Gazetteer

Reading = tuple[Edition, Transcript, Collation]


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A document with what else was found in it while it was described."""

    document: Document
    names: naming.Local
    """Persons, organisations and places that it names."""
    problems: tuple[Problem, ...]


def assemble(
    settings: Settings, readings: Iterable[Reading], gazetteer: "Gazetteer", content_sha256: str
) -> tuple[Archive, tuple[Problem, ...]]:
    """Assemble the archive; what cannot be resolved is reported and left out, so that the rest can be looked at."""
    curated = curate(settings, gazetteer.states, gazetteer.others)
    forms = naming.sought(curated.bearers)
    described = [describe(reading, gazetteer, forms) for reading in readings]
    return join(settings, described, gazetteer.states, curated, content_sha256)


def describe(
    reading: Reading, gazetteer: "Gazetteer", forms: naming.Sought | None, known: tuple[Mention, ...] | None = None
) -> Described:
    """Make one document of its reading: names found, evidence resolved; depends on nothing but its arguments.

    A withdrawn document has neither: its words are not shown. `known` are the mentions that were found in it before;
    then no name is looked for, and none but these is given.
    """
    edition, transcript, collation = reading
    if edition.front.withdrawn:
        return Described(document=_document(reading, (), ()), names=naming.Local(), problems=())
    held, standing = stretches(collation), places(collation)
    resolved, found = evidence(edition, transcript, held, standing)
    local = naming.Local()
    named = mentions(edition.front.id, held, standing, gazetteer) if known is None else known
    if forms is not None and known is None:
        named, local = naming.find(edition.front.id, collation, named, forms)
    return Described(document=_document(reading, named, resolved), names=local, problems=tuple(found))


def join(
    settings: Settings, described: Iterable[Described], states: Iterable[State], curated: Curated, content_sha256: str
) -> tuple[Archive, tuple[Problem, ...]]:
    """Join documents to an archive: sort them, find authorities, resolve events, claims and figures, list states."""
    known = {state.id: state for state in states}
    rows = _ordered(described)
    ordered = tuple(each.document for each in rows)
    named = naming.join((each.names for each in rows), curated.bearers)
    holdings = Holdings(documents={document.id: document for document in ordered}, opened={})
    resolved_events, first = events(settings.events, holdings, ordered)
    resolved_claims, second = claims(settings.claims, holdings, known)
    resolved_figures, third = figures(settings.figures, holdings)
    resolved_authorities, other_names, fourth = authorities(curated, named, holdings)
    archive = Archive(
        settings=settings,
        documents=ordered,
        states=_occurring(ordered, resolved_claims, known, settings.words.alphabet),
        events=resolved_events,
        claims=resolved_claims,
        figures=resolved_figures,
        content_sha256=content_sha256,
        authorities=resolved_authorities,
        namings=named.namings,
        other_names=other_names,
        other_namings=named.others,
    )
    own = [problem for each in rows for problem in each.problems]
    found = (*own, *first, *second, *third, *fourth, *curated.problems, *_misnamed(settings, ordered))
    return archive, tuple(sorted(found))


def _document(
    reading: Reading, named: tuple[Mention, ...], resolved: tuple[tuple[str, tuple[tuple[Passage, str], ...]], ...]
) -> Document:
    """Put a document together with its entry."""
    edition, transcript, collation = reading
    return Document(
        entry=entry(edition, collation, named),
        edition=edition,
        transcript=transcript,
        collation=collation,
        mentions=named,
        evidence=resolved,
    )


def _ordered(described: Iterable[Described]) -> tuple[Described, ...]:
    """Sort by date (undated and unreadable dates last), then by id."""
    keys: dict[str, tuple[bool, object]] = {}
    for_sorting = []
    for each in described:
        date = each.document.entry.date
        if date not in keys:
            keys[date] = _date_key(date)
        for_sorting.append((*keys[date], each.document.id, each))
    return tuple(row[-1] for row in sorted(for_sorting, key=lambda row: row[:-1]))


def _date_key(date: str) -> tuple[bool, object]:
    if not date:
        return True, ""
    try:
        return False, dates.parse(date).sort_key
    except ValueError:  # the reader of front matter reports it
        return True, ""


def _occurring(
    documents: Iterable[Document], resolved: Iterable[Claim], known: Mapping[str, State], order: Alphabet
) -> tuple[State, ...]:
    """Give the states that a mention or a claim names, by label in the order of the interface's language."""
    named = {state: None for document in documents for state, _ in document.entry.named}
    named.update({claim.state: None for claim in resolved})
    states = [known[name] for name in named if name in known]
    return tuple(sorted(states, key=lambda state: (order.key(state.name), state.name, state.id)))


def _misnamed(settings: Settings, documents: Iterable[Document]) -> list[Problem]:
    """Report kinds, events, originals and aliases in front matters that lead nowhere or to two places."""
    documents = tuple(documents)
    kinds = dict(settings.kinds)
    event_ids = {event.id: None for event in settings.events}
    called = {document.id: document for document in documents}
    ids = {document.id: f"the id of {document.entry.path}" for document in documents}
    owners = dict(ids)
    found = []
    for document in documents:
        entry = document.entry
        for code, field, given, known in (
            ("A-016", "kind", entry.kind, kinds),
            ("A-017", "event", entry.event, event_ids),
            ("A-027", "translation_of", entry.translation_of, ids),
        ):
            if given and given not in known:
                hint = near(given, called) if field == "translation_of" else suggestion(given, known)
                found.append(_in_front(code, document, field, given=given, near=hint))
        for alias in entry.aliases:
            if alias in owners:
                found.append(_in_front("A-031", document, "aliases", given=alias, other=owners[alias]))
            owners.setdefault(alias, f"an alias in {document.entry.path}")
    return found


def _in_front(code: str, document: Document, field: str, **words: Any) -> Problem:
    return problems.report(code, document.entry.path, dict(document.entry.lines)[field], **words)
