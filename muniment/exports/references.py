"""Turns each document, and the whole archive, into the files of reference managers: BibTeX, RIS and CSL-JSON.

It refuses to cite a withdrawn document, and to part a name into first and last.
"""

from collections.abc import Iterator, Mapping
from typing import cast

from muniment.citations import Record, csl, record_of
from muniment.exports import bibtex, ris
from muniment.exports.layout import Json, laid_out
from muniment.model import Archive, Asset, Indexes


def write(archive: Archive, _: Indexes) -> tuple[Asset, ...]:
    """Make `documents/<id>.bib`, `.ris`, `.csl.json` of every document not withdrawn, `data/references.*` of all."""
    records = tuple(
        record_of(document, archive.settings) for document in archive.documents if not document.edition.front.withdrawn
    )
    each = (asset for record in records for asset in _files(f"documents/{record.id}", (record,)))
    return (*each, *_files("data/references", records))


def _files(path: str, records: tuple[Record, ...]) -> Iterator[Asset]:
    yield Asset(path=f"{path}.bib", content="\n".join(map(bibtex.entry, records)).encode())
    yield Asset(path=f"{path}.ris", content="\r\n".join(map(ris.entry, records)).encode())
    yield Asset(path=f"{path}.csl.json", content=laid_out([_reference(record) for record in records], 2))


def _reference(record: Record) -> Json:
    reference: Mapping[str, object] = csl.reference(record)
    return cast("Json", dict(reference))  # the values are texts, numbers, lists and tables of them
