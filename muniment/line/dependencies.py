"""A planned page → a digest of everything it shows: two pages with one digest are the same, byte for byte.

It refuses to know how a page is rendered; what a view may look at is listed here, and a test holds the two together.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from muniment.citations.days import is_dated
from muniment.frozen import dataclass
from muniment.indexes.division import Portion, Section, Stretch, around
from muniment.indexes.facets import Facet
from muniment.indexes.passages import Volume, is_carried
from muniment.model import Archive, Document, Entry, Indexes, Page, StateEntry

DIGEST = 16
"""Bytes."""


SHEAF = "sheaf"
"""Kind of what stands for the files beside a document's pages: they are planned and remembered as pages are."""
PARTS = ("documents-of", "documents-by-part")
"""Kinds of pages that no page but their own list knows of."""


def digest(*parts: object) -> str:
    """Digest values that print the same whenever they are the same; lower-case hex."""
    return hashlib.blake2b(repr(parts).encode("utf-8", "surrogateescape"), digest_size=DIGEST).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What pages depend on, digested once for all of them."""

    frame: str
    """What every page shows: templates, settings, the gazetteer, navigation, stages, names of authorities."""
    lists: str
    """What lists show: every document's entry, and all that is said of events, states and authorities."""
    cards: str
    """The words that are quoted of the documents that have cards."""
    mentions: str
    """Where each document names states."""
    everything: str
    """Every word of every document."""
    single: str
    """What the files beside every document's pages tell of the archive."""
    volumes: str
    """Into which pages the full text is divided, and whether the search page carries it."""
    portions: str
    """Into which pages the list of documents and its arrangements are divided, and how many stand on each."""
    rows: int
    """Documents in an arrangement above which it is divided."""
    documents: Mapping[str, str]
    """What each document was made from, by id."""
    neighbours: Mapping[str, str]
    """What a document's page says of those it names, and how many more it counts, digested, by id."""
    namings: Mapping[str, str]
    """Authorities that each document names, by id; documents that name none are left out."""
    places: Mapping[str, tuple[str, str]]
    """(stage it belongs to, stage it follows) of each document, by id; others are left out."""
    entries: Mapping[str, Entry]
    """By id."""
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
    said = (archive.states, archive.claims, archive.figures, archive.namings, archive.other_namings, line)
    listed = {name: digest(_listed(entry)) for name, entry in entries.items()}
    limits = archive.settings.limits
    lists = digest(every_page, listed, *map(_of_many, said))
    places = {name: (stage.id, "") for stage in line.stages for name in stage.documents}
    places |= {name: ("", follows) for follows, names in line.between for name in names}
    return Shown(
        frame=every_page,
        lists=lists,
        cards=digest([each.opening for each in list(entries.values())[: limits.cards]]),
        mentions=digest([(each.named, each.lists) for each in entries.values() if each.named]),
        everything=digest(lists, archive.content_sha256, [texts[name] for name in entries]),
        single=digest(archive.settings, archive.events, is_carried(archive)),
        volumes=digest(is_carried(archive), [page.path for page in planned if page.kind == "full-text"]),
        portions=digest([_held(page) for page in planned if page.kind in PARTS]),
        rows=limits.rows,
        documents=texts,
        neighbours=_neighbours(entries, limits.named),
        namings=_namings(archive),
        places=places if has_stages else {},
        entries=entries,
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


def of(page: Page, known: Shown) -> str:
    """Digest what one page shows."""
    return KINDS.get(page.kind, _lists)(page, known)


def _frame(page: Page, known: Shown) -> str:
    return digest(known.frame, page.path, page.title)


def _lists(page: Page, known: Shown) -> str:
    return digest(known.lists, page.path, page.title)


def _everything(page: Page, known: Shown) -> str:
    return digest(known.everything, page.path, page.title)


def _document(page: Page, known: Shown) -> str:
    subject = page.subject
    assert isinstance(subject, Document)  # noqa: S101 - the table of pages says so
    name = subject.id
    own = (known.documents[name], known.namings.get(name), known.places.get(name))
    return digest(known.frame, page.path, *own, known.neighbours[name])


def _sheaf(page: Page, known: Shown) -> str:
    subject = page.subject
    assert isinstance(subject, Document)  # noqa: S101 - who plans sheaves says so
    return digest(known.single, page.path, known.documents[subject.id], known.places.get(subject.id))


def _search(page: Page, known: Shown) -> str:
    return digest(known.lists, known.volumes, page.path, page.title)


def _full_text(page: Page, known: Shown) -> str:
    held = page.subject.documents if isinstance(page.subject, Volume) else ()
    own = [(known.listed[document.id], known.documents[document.id]) for document in held]
    return digest(known.frame, known.volumes, page.path, page.title, own)


def _state(page: Page, known: Shown) -> str:
    subject = page.subject
    assert isinstance(subject, StateEntry)  # noqa: S101 - the table of pages says so
    state = subject.state.id
    quoted = dict.fromkeys((*subject.documents, *(claim.passage.document for claim in subject.claims)))
    quoted |= dict.fromkeys(claim.context.document for claim in subject.claims if claim.context)
    entries = [known.entries[name] for name in quoted]
    mentions = [(_named(each), dict(each.named).get(state), each.lists) for each in entries]
    return digest(known.frame, page.path, subject.state, subject.claims, mentions, known.states[state])


def _state_part(page: Page, known: Shown) -> str:
    subject = page.subject
    assert isinstance(subject, Stretch)  # noqa: S101 - the table of pages says so
    return digest(page.path, subject.number, _state(replace(page, subject=subject.entry), known))


def _portion(page: Page, known: Shown) -> str:
    subject = page.subject
    assert isinstance(subject, Portion)  # noqa: S101 - the table of pages says so
    entries = [known.listed[document.id] for document in subject.documents]
    return digest(known.frame, page.path, page.title, known.portions, entries)


def _arrangement(page: Page, known: Shown) -> str:
    """Digest an arrangement of documents or a part of one; what is divided names no document."""
    subject = page.subject
    assert isinstance(subject, Facet | Section)  # noqa: S101 - the table of pages says so
    shown = [(value.token, value.label, value.members) for value in subject.values]
    members = [name for _, _, names in shown for name in names]
    is_divided = isinstance(subject, Facet) and len(members) > known.rows
    named = [] if is_divided else [_named(known.entries[name]) for name in members]
    return digest(known.frame, page.path, page.title, known.portions, shown, named)


def _home(page: Page, known: Shown) -> str:
    return digest(known.lists, known.cards, page.path, page.title)


def _states(page: Page, known: Shown) -> str:
    return digest(known.lists, known.mentions, page.path, page.title)


def _held(page: Page) -> tuple[object, ...]:
    """Give how many documents stand on a part of a list."""
    if isinstance(page.subject, Portion):
        return page.path, len(page.subject.documents)
    values = page.subject.values if isinstance(page.subject, Section) else ()
    return page.path, [(value.token, len(value.members)) for value in values]


KINDS: Mapping[str, Callable[[Page, Shown], str]] = {
    "document": _document,
    "seed-view": _document,
    "source-view": _document,
    SHEAF: _sheaf,
    "former-address": _document,
    "state": _state,
    "state-part": _state_part,
    "home": _home,
    "timeline": _home,
    "documents-of": _portion,
    "documents-by": _arrangement,
    "documents-by-part": _arrangement,
    "states": _states,
    "states-by": _states,
    "text": _frame,
    "search": _search,
    "full-text": _full_text,
    "colophon": _everything,
}
"""What the pages of each kind depend on; those of a kind that is not named depend on all that lists show."""


def _listed(entry: Entry) -> Entry:
    """Give what lists say of a document."""
    states = tuple((state, "") for state, _ in entry.named)
    return entry._replace(weight=0, lines=(), opening=None, named=states, lists=())


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


def _neighbours(entries: Mapping[str, Entry], most: int) -> dict[str, str]:
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
    said = {name: digest(_named(entry)) for name, entry in entries.items()}
    found = {}
    for at, entry in enumerate(order):
        same, more = around(of_event.get(entry.event, ()), places.get(entry.id, 0), most)
        beside = (*order[max(at - 1, 0) : at], entry, *order[at + 1 : at + 2])
        near = (*beside, *same, *of_original[entry.translation_of or entry.id])
        found[entry.id] = digest(" ".join([said[each.id] for each in near]), more)
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
