"""An archive and its indexes → the same, ready to be looked things up in; knows nothing of pages."""

from collections.abc import Mapping
from dataclasses import dataclass

from muniment import indexes as indexing
from muniment.model import Archive, Document, Event, Indexes, Mention, Relation, Settings, Stage, StateEntry


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
    kinds: Mapping[str, str]
    """Labels of kinds by id."""
    relations: Mapping[str, Relation]
    """By id."""
    blocks: Mapping[tuple[str, str], str]
    """The words of every passage by (document, anchor), lines set apart included."""
    mentions: Mapping[tuple[str, str], tuple[Mention, ...]]
    """Mentions by (document, anchor), in the order printed."""
    lists: indexing.Listed
    """(document, anchor) of every paragraph that is a list of states."""

    @property
    def settings(self) -> Settings:
        """The archive's settings."""
        return self.archive.settings

    def kind(self, document: Document) -> str:
        """Name a document's kind for readers; a kind without a label is named by its id."""
        kind = document.edition.front.kind
        return self.kinds.get(kind) or kind.replace("-", " ").capitalize()


def gather(archive: Archive, indexes: Indexes) -> FindingAid:
    """Make the look-up tables of an archive once, for all its pages."""
    blocks, mentions = {}, dict[tuple[str, str], list[Mention]]()
    for document in archive.documents:
        for line in document.collation.meta_lines:
            blocks[document.id, line.anchor] = line.text
        for block in document.collation.text.blocks:
            if block.anchor:
                blocks[document.id, block.anchor] = block.words
        for mention in sorted(document.mentions, key=lambda each: each.start):
            mentions.setdefault((document.id, mention.anchor), []).append(mention)
    return FindingAid(
        archive=archive,
        indexes=indexes,
        documents={document.id: document for document in archive.documents},
        events={event.id: event for event in archive.events},
        stages={stage.id: stage for stage in indexes.timeline.stages},
        stage_of={document: stage.id for stage in indexes.timeline.stages for document in stage.documents},
        states={entry.state.id: entry for entry in indexes.states},
        kinds=dict(archive.settings.kinds),
        relations={relation.id: relation for relation in archive.settings.relations},
        blocks=blocks,
        mentions={place: tuple(found) for place, found in mentions.items()},
        lists=indexing.listed(archive),
    )
