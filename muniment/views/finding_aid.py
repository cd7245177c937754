"""An archive and its indexes → the same, ready to be looked things up in; knows nothing of pages."""

from collections import ChainMap
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import TYPE_CHECKING

from muniment import indexes as indexing
from muniment.frozen import dataclass
from muniment.indexes.authorities import KINDS, rosters
from muniment.indexes.facets import Facet
from muniment.model import (
    Archive,
    Authority,
    Document,
    Event,
    Indexes,
    Naming,
    Relation,
    Settings,
    Stage,
    StateEntry,
)
from muniment.pages import authority_path
from muniment.views.atlas import Atlas
from muniment.words import Words

if TYPE_CHECKING:
    from muniment.views.timeline import Reference


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingAid:
    """What every view starts from."""

    archive: Archive
    indexes: Indexes
    documents: Mapping[str, Document]
    """By id, in the archive's order."""
    events: Mapping[str, Event]
    """By id."""
    stages: Mapping[str, Stage]
    """By id, in the timeline's order."""
    stage_of: Mapping[str, str]
    """Id of the stage each document belongs to, by document; documents without one are left out."""
    states: Mapping[str, StateEntry]
    """By id."""
    place_of_state: Mapping[str, int]
    """Place of each state in the index, by id."""
    kinds: Mapping[str, str]
    """Labels of kinds by id."""
    relations: Mapping[str, Relation]
    """By id."""
    lists: indexing.Listed
    """(document, anchor) of every paragraph that is a list of states."""
    namings: Mapping[tuple[str, str], tuple[Naming, ...]]
    """Where persons, organisations and places are named, by (document, anchor), in the order printed."""
    authorities: Mapping[tuple[str, str], Authority]
    """By (kind, id)."""
    addresses: Mapping[tuple[str, str], str]
    """Address of each authority's entry by (kind, id)."""
    bearers: Mapping[tuple[str, str], str]
    """Id of the authority that a form means, by (kind, form)."""
    document_facets: tuple[Facet, ...]
    """The ways in which the documents can be arranged."""
    state_facets: tuple[Facet, ...]
    """The ways in which the states can be arranged."""
    order: tuple[str, ...]
    """Ids of the documents, in the archive's order."""
    position: Mapping[str, int]
    """Place of each document in that order."""
    of_event: Mapping[str, tuple[str, ...]]
    """Documents of each event, by its id."""
    place_in_event: Mapping[str, int]
    """Place of each document among those of its event."""
    of_original: Mapping[str, tuple[str, ...]]
    """An original with its translations, by the original's id; documents that nothing translates are left out."""
    atlas: Atlas | None = None
    """The world's outlines; without them no map is drawn."""
    named: dict[tuple[str, bool], dict[str, "Reference"]] = field(default_factory=dict)
    """How the pages of a folder name documents, by id; filled as they are set."""

    @property
    def settings(self) -> Settings:
        """The archive's settings."""
        return self.archive.settings

    @property
    def words(self) -> Words:
        """The words of the interface."""
        return self.archive.settings.words

    def say(self, key: str, **blanks: object) -> str:
        """Give the words of the interface for a key."""
        return self.archive.settings.words.say(key, **blanks)

    def count(self, key: str, n: int, **blanks: object) -> str:
        """Give a counted noun of the interface."""
        return self.archive.settings.words.count(key, n, **blanks)

    def kind(self, document: Document) -> str:
        """Name a document's kind for readers; a kind without a label is named by its id."""
        kind = document.entry.kind
        return self.kinds.get(kind) or kind.replace("-", " ").capitalize()


def gather(archive: Archive, indexes: Indexes, atlas: Atlas | None = None) -> FindingAid:
    """Make the look-up tables of an archive once, for all its pages."""
    namings = dict[tuple[str, str], list[Naming]]()
    for naming in archive.namings:
        namings.setdefault((naming.document, naming.anchor), []).append(naming)
    of_event, of_original = dict[str, list[str]](), dict[str, list[str]]()
    for document in archive.documents:
        of_event.setdefault(document.entry.event, []).append(document.id)
        of_original.setdefault(document.entry.translation_of or document.id, []).append(document.id)
    order = tuple(document.id for document in archive.documents)
    first_pages = [roster for kind in KINDS for roster in rosters(indexes, kind)[:1]]
    return FindingAid(
        archive=archive,
        indexes=indexes,
        documents={document.id: document for document in archive.documents},
        events={event.id: event for event in archive.events},
        stages={stage.id: stage for stage in indexes.timeline.stages},
        stage_of={document: stage.id for stage in indexes.timeline.stages for document in stage.documents},
        states={entry.state.id: entry for entry in indexes.states},
        place_of_state={entry.state.id: at for at, entry in enumerate(indexes.states)},
        kinds=dict(archive.settings.kinds),
        relations={relation.id: relation for relation in archive.settings.relations},
        lists=indexing.listed(archive),
        namings={place: tuple(found) for place, found in namings.items()},
        authorities={(each.kind, each.id): each for each in archive.authorities},
        addresses={
            (roster.kind, entry.authority.id): authority_path(entry.authority, roster.is_divided)
            for roster in first_pages
            for entry in roster.entries
        },
        bearers={(each.kind, form): each.id for each in archive.authorities for form in (each.name, *each.forms)},
        document_facets=indexes.document_facets,
        state_facets=indexes.state_facets,
        order=order,
        position={name: at for at, name in enumerate(order)},
        place_in_event={name: at for event, own in of_event.items() if event for at, name in enumerate(own)},
        of_event={event: tuple(own) for event, own in of_event.items() if event},
        of_original={name: tuple(own) for name, own in of_original.items() if len(own) > 1},
        atlas=atlas,
    )


def ahead(aid: FindingAid, document: Document, namings: Iterable[Naming]) -> FindingAid:
    """Give the same with one document, and the names in it, as it would be; its place among the others is the same."""
    own: dict[tuple[str, str], tuple[Naming, ...]] = {place: () for place in aid.namings if place[0] == document.id}
    for each in namings:
        own[each.document, each.anchor] = (*own.get((each.document, each.anchor), ()), each)
    lists = {place for place in aid.lists if place[0] != document.id}
    return replace(
        aid,
        documents=ChainMap({document.id: document}, dict(aid.documents)),
        namings=ChainMap(own, dict(aid.namings)),
        lists=frozenset(lists | {(document.id, anchor) for anchor in document.entry.lists}),
        named={},
    )
