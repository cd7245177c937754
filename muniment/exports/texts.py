"""Turns each document into the files beside its page: the edition, its plain words, all of it as JSON, its seed.

It refuses to publish a withdrawn document, a seed that its editor keeps back, and a seed in any form that could run.
"""

from collections.abc import Iterator

from muniment.archive.leaves import leaves
from muniment.exports.data_files import document_row, mention_row
from muniment.exports.export import Given, Single
from muniment.exports.layout import Json, laid_out
from muniment.formats.plain import encode
from muniment.model import Asset, Document, Transcript
from muniment.pages import keeps_seed, original_path
from muniment.typeset import plain


def each(single: Single) -> Given:
    """Make `documents/<id>.md`, `.txt`, `.json`, `.seed.txt` and the original of a document not withdrawn; no slip."""
    return () if single.document.entry.withdrawn else _beside(single.document, single.stage), None


def whole(document: Document, stage: str) -> Json:
    """Describe a document with everything the archive holds of it: metadata, evidence, words, notes and mentions."""
    front = document.edition.front
    spoken = dict(document.entry.passages)
    return {
        **document_row(document, stage),
        "custody": front.custody or None,
        "source_url": front.source_url or None,
        "retrieved": front.retrieved or None,
        "rights": front.rights or None,
        "revised": front.revised or None,
        "reviewed": front.reviewed or None,
        "transcript_sha256": None if document.transcript.is_exact else document.transcript.transcript_sha256,
        "original": original_path(document) or None,
        "pages": [{"page": leaf.number, "anchor": leaf.anchor, "start": leaf.start} for leaf in leaves(document)],
        "evidence": _evidence(document),
        "metadata_lines": [
            {"anchor": line.anchor, "seed_line": line.line, "role": line.role, "text": line.text}
            for line in document.collation.meta_lines
        ],
        "blocks": [
            {
                "anchor": block.anchor,
                "kind": block.kind,
                "level": block.level or None,
                "label": block.label or None,
                "text": block.text,
                "language": spoken.get(block.anchor),
            }
            for block in document.collation.text.blocks
            if block.anchor
        ],
        "notes": [
            {
                "kind": note.kind,
                "at": note.at,
                "quote": note.quote or None,
                "text": note.text or None,
                "by": note.by or None,
                "source": note.source or None,
            }
            for note in front.notes
        ],
        "mentions": [{"state": mention.state, **mention_row(mention)} for mention in document.mentions],
    }


def seed_bytes(transcript: Transcript) -> bytes:
    """Give a plain-text seed byte for byte as it was received; of any other seed, its transcript as UTF-8."""
    words = "".join(transcript.lines)
    return encode(words, transcript.encoding) if transcript.is_exact else words.encode()


def _beside(document: Document, stage: str) -> Iterator[Asset]:
    path = f"documents/{document.id}"
    yield Asset(path=f"{path}.md", content=document.edition.source.encode())
    yield Asset(path=f"{path}.txt", content=plain(document.collation.text).encode())
    yield Asset(path=f"{path}.json", content=laid_out(whole(document, stage), 2))
    if not keeps_seed(document.edition.front.publish_seed):
        yield Asset(path=f"{path}.seed.txt", content=seed_bytes(document.transcript))
    original = original_path(document)
    if original:
        yield Asset(path=original, content=document.transcript.original)


def _evidence(document: Document) -> Json:
    """Give the passages of every field with evidence, and the sources of what an editor supplied."""
    fields: dict[str, Json] = {}
    resolved = dict(document.evidence)
    for field, entries in document.edition.front.evidence:
        rows: list[Json] = [
            {
                "basis": basis,
                "anchor": passage.anchor,
                "quote": passage.quote,
                "seed_line": passage.seed_line,
                "source": None,
            }
            for passage, basis in resolved.get(field, ())
        ]
        rows += [
            {
                "basis": entry.basis,
                "anchor": None,
                "quote": entry.quote or None,
                "seed_line": None,
                "source": entry.source or None,
            }
            for entry in entries
            if entry.basis == "supplied"
        ]
        fields[field] = rows
    return fields
