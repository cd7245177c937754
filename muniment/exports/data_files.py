"""Turns the archive and its indexes into `data/*.json`, in the form that docs/data.md documents and the schemas hold.

It refuses to add or leave out a key: what is not recorded is null.
"""

from collections.abc import Iterable, Iterator

from muniment.exports import authority_files
from muniment.exports.export import Given, Single, Whole
from muniment.exports.layout import Json, Laid, encoded, laid_out, listed
from muniment.model import Archive, Asset, Document, Event, Mention, Operation, StageDate, StateEntry, Timeline
from muniment.pages import document_path, state_path


def each(single: Single) -> Given:
    """Make the apparatus of a standing document; slip: (its row, ((state, mention), …))."""
    document = single.document
    row = encoded(document_row(document, single.stage))
    mentions = tuple((mention.state, encoded(mention_row(mention))) for mention in document.mentions)
    return _apparatus(document), (row, mentions)


def join(whole: Whole) -> Iterator[Asset]:
    """Make the file of documents, and one for each index of the archive."""
    archive, indexes, slips = whole.archive, whole.indexes, whole.of("data")
    yield Asset(path="data/documents.json", content=listed(row for row, _ in slips))
    if "states" in archive.settings.indexes:
        mentions: dict[str, list[Json]] = {entry.state.id: [] for entry in indexes.states}
        for state, mention in (own for _, found in slips for own in found):
            mentions.setdefault(state, []).append(Laid(mention))
        rows: Json = [_state(entry, mentions[entry.state.id]) for entry in indexes.states]
        yield Asset(path="data/states.json", content=laid_out(rows, 3))
    if "timeline" in archive.settings.indexes:
        yield Asset(path="data/timeline.json", content=laid_out(timeline(archive, indexes.timeline), 4))
    yield from authority_files.files(indexes)


def document_row(document: Document, stage: str) -> dict[str, Json]:
    """Describe one document: its metadata, its address and its seed."""
    front = document.edition.front
    return {
        "id": front.id,
        "title": front.title,
        "kind": front.kind,
        "date": front.date or None,
        "date_printed": front.date_printed or None,
        "place": front.place or None,
        "creators": list(front.creators),
        "publisher": front.publisher or None,
        "language": front.language,
        "event": front.event or None,
        "stage": stage or None,
        "url": document_path(front.id),
        "seed": {"name": document.transcript.name, "sha256": document.transcript.sha256},
        "paragraphs": sum(1 for block in document.collation.text.blocks if is_paragraph(block.anchor)),
    }


def mention_row(mention: Mention) -> dict[str, Json]:
    """Describe one mention; `start` counts characters in the seed's line from 0."""
    return {
        "document": mention.document,
        "anchor": mention.anchor,
        "form": on_one_line(mention.form),
        "kind": mention.kind,
        "quote": on_one_line(mention.quote),
        "seed_line": mention.seed_line,
        "start": mention.seed_start,
    }


def timeline(archive: Archive, line: Timeline) -> Json:
    """Give the stages in the archive's order, and every event in the order of events.toml."""
    return {
        "stages": [
            {
                "id": stage.id,
                "name": stage.name,
                "status": stage.status,
                "dates": _dates(stage.dates),
                "documents": list(stage.documents),
            }
            for stage in line.stages
        ],
        "events": [_event(event) for event in archive.events],
    }


def is_paragraph(anchor: str) -> bool:
    """Say whether an anchor names a paragraph or provision (`p7`)."""
    return anchor[:1] == "p" and anchor[1:].isdecimal()


def on_one_line(words: str) -> str:
    """Put a space where the edition's text has a soft line end."""
    return words.replace("\n", " ")


def _state(entry: StateEntry, mentions: list[Json]) -> Json:
    return {
        "iso3": entry.state.id,
        "name": entry.state.name,
        "url": state_path(entry.state.slug),
        "mentions": mentions,
        "claims": [
            {
                "relation": claim.relation,
                "basis": claim.basis,
                "document": claim.passage.document,
                "anchor": claim.passage.anchor,
                "quote": on_one_line(claim.passage.quote),
            }
            for claim in entry.claims
        ],
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "name": event.name,
        "place": event.place or None,
        "stage": event.stage or None,
        "relation": event.relation,
        "status": event.status,
        "dates": _dates(event.dates),
        "documents": list(event.documents),
    }


def _dates(dates: Iterable[StageDate]) -> list[Json]:
    return [
        {
            "edtf": date.edtf or None,
            "status": date.status,
            "basis": date.basis,
            "printed": date.printed or None,
            "document": date.passage.document,
            "anchor": date.passage.anchor,
            "quote": on_one_line(date.passage.quote),
        }
        for date in dates
    ]


def _apparatus(document: Document) -> Iterator[Asset]:
    if document.entry.withdrawn:
        return
    apparatus = document.collation.apparatus
    value: Json = {
        "seed": apparatus.seed,
        "seed_sha256": apparatus.seed_sha256,
        "encoding": apparatus.encoding,
        "operations": [_operation(operation) for operation in apparatus.operations],
    }
    yield Asset(path=f"data/apparatus/{document.id}.json", content=laid_out(value, 2))


def _operation(operation: Operation) -> Json:
    return {
        "rule": operation.rule,
        "reason": operation.reason,
        "seed_lines": list(operation.seed_lines),
        "edition_lines": list(operation.edition_lines),
        "before": operation.before,
        "after": operation.after,
    }
