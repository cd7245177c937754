"""What the pages of an archive depend on, digested once for all of them: documents, their entries, lists, neighbours.

It refuses to know which page depends on what; `dependencies` does.
"""

import hashlib
from collections.abc import Iterable, Mapping

from muniment.citations.days import is_dated
from muniment.frozen import dataclass
from muniment.indexes import is_named_only_in_list
from muniment.indexes import listed as listing
from muniment.indexes.division import Portion, Section, around
from muniment.indexes.passages import is_carried
from muniment.model import Archive, Entry, Indexes, Limits, Page, StateEntry

DIGEST = 16
"""Bytes."""


SHEAF = "sheaf"
"""Kind of what stands for the files beside a document's pages: they are planned and remembered as pages are."""
PARTS = ("documents-of", "documents-by-part")
"""Kinds of pages that no page but their own list knows of."""


def digest(*parts: object) -> str:
    """Digest values that print the same whenever they are the same; lower-case hex."""
    return _hashed(repr(parts))


def joined(*parts: str) -> str:
    """Digest words without line ends, sooner; lower-case hex."""
    return _hashed("\n".join(parts))


def _hashed(told: str) -> str:
    return hashlib.blake2b(told.encode("utf-8", "surrogateescape"), digest_size=DIGEST).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What pages depend on, digested once for all of them."""

    frame: str
    """What every page shows: templates, settings, the gazetteer, navigation, stages, names of authorities."""
    lists: str
    """What lists show: every document's entry, and all that is said of events, states and authorities."""
    said: str
    """All that is said of states, events and authorities."""
    cards: str
    """The documents that have cards, with the words that are quoted of them, and how many there are in all."""
    mentions: str
    """Where each document names states."""
    table: str
    """What the tables and maps of states show of each, where documents are too many to be named there."""
    are_named: bool
    """Whether the tables of states name documents."""
    everything: str
    """Every word of every document."""
    single: str
    """What the files beside every document's pages tell of the archive."""
    volumes: str
    """Into which pages the full text is divided, and whether the search page carries it."""
    portions: str
    """Into which pages the list of documents and its arrangements are divided, and how many stand on each."""
    limits: Limits
    only_listed: frozenset[str]
    """Ids of the states of which no document says anything."""
    documents: Mapping[str, str]
    """What each document was made from, by id."""
    neighbours: Mapping[str, str]
    """What a document's page says of those it names, and how many more it counts, digested, by id."""
    namings: Mapping[str, str]
    """Authorities that each document names, by id; documents that name none are left out."""
    places: Mapping[str, tuple[str, str]]
    """Ids of the stages that each document stands between; its own stage twice."""
    entries: Mapping[str, Entry]
    """By id."""
    named: Mapping[str, str]
    """What another page says of a document that it names, digested, by id."""
    listed: Mapping[str, str]
    """What lists say of each document, digested, by id."""
    states: Mapping[str, tuple[str, str]]
    """Names of the states before and after each in the index, by id."""


def shown(archive: Archive, indexes: Indexes, planned: Iterable[Page], frame: str, texts: Mapping[str, str]) -> Shown:
    """Digest an archive; `frame` stands for templates and program, `texts` for what each document was made from."""
    entries = {document.id: document.entry for document in archive.documents}
    line = indexes.timeline
    has_stages = bool(archive.settings.stages)
    every_page = digest(
        frame,
        archive.settings,
        [page.path for page in planned if "/" not in page.path and page.kind not in PARTS],
        archive.authorities,
        archive.other_names,
        archive.events,
        is_dated(archive),
        _on_card(archive, indexes),
        line.stages if has_stages else (),
        [entry.date for entry in entries.values()] if has_stages else (),
    )
    said = (archive.claims, archive.figures, archive.namings, archive.other_namings, line)
    listed = {name: digest(_listed(entry)) for name, entry in entries.items()}
    named = {name: digest(_named(entry)) for name, entry in entries.items()}
    limits = archive.settings.limits
    first = list(entries.values())[: limits.cards]
    lists_of_states = listing(archive)
    only_listed = frozenset(each.state.id for each in indexes.states if is_named_only_in_list(each, lists_of_states))
    states = _of_many(archive.states)
    told = digest(every_page, states, *map(_of_many, said))
    lists = digest(told, listed)
    places = {name: (stage.id, stage.id) for stage in line.stages for name in stage.documents}
    places |= {name: (each.after, each.before) for each in line.between for name in each.documents}
    return Shown(
        frame=every_page,
        lists=lists,
        said=told,
        cards=digest(len(entries), [(listed[each.id], each.opening) for each in first]),
        mentions=digest([(each.named, each.lists) for each in entries.values() if each.named]),
        table=digest(states, [_counted(entry) for entry in indexes.states], sorted(only_listed)),
        are_named=len(entries) <= max(limits.columns, limits.dots),
        everything=digest(lists, archive.content_sha256, [texts[name] for name in entries]),
        single=digest(archive.settings, archive.events, is_carried(archive)),
        volumes=digest(is_carried(archive), [page.path for page in planned if page.kind == "full-text"]),
        portions=digest([_held(page) for page in planned if page.kind in PARTS]),
        limits=limits,
        only_listed=only_listed,
        documents=texts,
        neighbours=_neighbours(entries, named, limits.beside),
        namings=_namings(archive),
        places=places if has_stages else {},
        entries=entries,
        named=named,
        listed=listed,
        states=_beside(indexes),
    )


def _of_many(value: object) -> str:
    """Digest a value, row by row where it has many: what they print is long."""
    return digest(*map(digest, value)) if isinstance(value, tuple) else digest(value)


def _on_card(archive: Archive, indexes: Indexes) -> tuple[object, ...]:
    """Give what the words of an archive's card count, which every page names where there is a card."""
    settings = archive.settings
    if "card" not in settings.exports or not settings.base_url:
        return ()
    return len(archive.documents), len(indexes.states)


def _counted(entry: StateEntry) -> tuple[object, ...]:
    """Give the roles of a state, and how many documents name it."""
    return entry.state.id, [claim.relation for claim in entry.claims], len(entry.documents)


def _held(page: Page) -> tuple[object, ...]:
    """Give how many documents stand on a part of a list."""
    if isinstance(page.subject, Portion):
        return page.path, len(page.subject.documents)
    values = page.subject.values if isinstance(page.subject, Section) else ()
    return page.path, [(value.token, len(value.members)) for value in values]


def _listed(entry: Entry) -> tuple[object, ...]:
    """Give what lists say of a document; a plain tuple prints sooner than one with names."""
    states = [state for state, _ in entry.named]
    return tuple(entry._replace(weight=0, lines=(), opening=None, named=(), lists=())), states


def _named(entry: Entry) -> tuple[object, ...]:
    """Give what another page says of a document when it names or quotes it."""
    return (
        entry.id,
        entry.title,
        entry.kind,
        entry.date,
        entry.language,
        entry.passages,
        entry.publish_seed,
        entry.withdrawn,
    )


def _neighbours(entries: Mapping[str, Entry], said: Mapping[str, str], most: int) -> dict[str, str]:
    """Digest for each document those before and behind it, of the same event, and the same in other languages."""
    order = list(entries.values())
    of_event: dict[str, list[Entry]] = {}
    of_original: dict[str, list[Entry]] = {}
    places: dict[str, int] = {}
    for entry in order:
        if entry.event:
            places[entry.id] = len(of_event.get(entry.event, ()))
            of_event.setdefault(entry.event, []).append(entry)
        of_original.setdefault(entry.translation_of or entry.id, []).append(entry)
    found = {}
    for at, entry in enumerate(order):
        same, more = around(of_event.get(entry.event, ()), places.get(entry.id, 0), most)
        beside = (*order[max(at - 1, 0) : at], entry, *order[at + 1 : at + 2])
        near = (*beside, *same, *of_original[entry.translation_of or entry.id])
        found[entry.id] = joined(*[said[each.id] for each in near], str(more))
    return found


def _namings(archive: Archive) -> dict[str, str]:
    """Digest the authorities that each document names."""
    grouped: dict[str, list[object]] = {}
    for naming in (*archive.namings, *archive.other_namings):
        grouped.setdefault(naming.document, []).append(naming)
    return {name: digest(own) for name, own in grouped.items()}


def _beside(indexes: Indexes) -> dict[str, tuple[str, str]]:
    """Name for each state the ones before and after it in the index."""
    states = [entry.state for entry in indexes.states]
    names = ["", *(state.name for state in states), ""]
    return {state.id: (names[at], names[at + 2]) for at, state in enumerate(states)}
