"""The archive → the rows of its tables, in the order of `columns.COLUMNS`; knows nothing of how a table is written."""

from collections.abc import Iterator, Mapping

from muniment import dates
from muniment.exports.data_files import is_paragraph, on_one_line
from muniment.model import Archive, Document, Indexes, Passage
from muniment.pages import document_path, state_path

Row = tuple[str | int, ...]


def document_row(document: Document, stage: str) -> Row:
    """Give the row of a document, withdrawn or not."""
    front = document.edition.front
    blocks = document.collation.text.blocks
    return (
        front.id,
        front.title,
        front.kind,
        front.date,
        *bounds(front.date),
        front.date_printed,
        front.place,
        "; ".join(front.creators),
        front.publisher,
        front.language,
        front.event,
        stage,
        document_path(front.id),
        sum(1 for block in blocks if is_paragraph(block.anchor)),
        sum(len(block.words.split()) for block in blocks),
        front.revised,
        front.rights,
        front.source_url,
        front.retrieved,
        front.withdrawn,
        document.transcript.name,
        document.transcript.sha256,
        document.edition.sha256,
    )


def state_rows(indexes: Indexes, named: Mapping[str, int]) -> Iterator[Row]:
    """Give a row for every state that a mention or a claim names; `named` says how often mentions do."""
    for entry in indexes.states:
        state = entry.state
        yield (
            state.id,
            state.name,
            state.official,
            state.region,
            state.subregion,
            state.standing,
            named.get(state.id, 0),
            len(entry.documents),
            len(entry.claims),
            state_path(state.slug),
        )


def claim_rows(archive: Archive) -> Iterator[Row]:
    """Give a row for every claim about a state, in the order of claims.toml."""
    labels = {relation.id: relation.label for relation in archive.settings.relations}
    for claim in archive.claims:
        yield (
            claim.state,
            claim.relation,
            labels.get(claim.relation, ""),
            claim.basis,
            *_place(claim.passage),
            on_one_line(claim.context.quote) if claim.context else "",
            claim.text,
            _address(claim.passage),
        )


def timeline_rows(archive: Archive) -> Iterator[Row]:
    """Give a row for every date of every event, in the order of events.toml."""
    for event in archive.events:
        for date in event.dates:
            yield (
                event.id,
                event.name,
                event.stage,
                event.relation,
                date.status,
                date.basis,
                date.edtf,
                *bounds(date.edtf),
                date.printed,
                *_place(date.passage),
                date.text,
                _address(date.passage),
            )


def bounds(edtf: str) -> tuple[str, str]:
    """Give the first and last day a date may mean; empty where it is open or its year unknown."""
    if not edtf:
        return "", ""
    date = dates.parse(edtf)
    first = "" if date.earliest.startswith("0000") else date.earliest
    return first, "" if date.latest.startswith("9999") else date.latest


def _place(passage: Passage) -> tuple[str, str, int, str]:
    return passage.document, passage.anchor, passage.seed_line, on_one_line(passage.quote)


def _address(passage: Passage) -> str:
    return f"{document_path(passage.document)}#{passage.anchor}"
