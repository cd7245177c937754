"""Turns each document, and the whole archive, into the files of reference managers: BibTeX, RIS and CSL-JSON.

It refuses to cite a withdrawn document, and to part a name into first and last.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from muniment.citations import Record, csl, record_of
from muniment.exports import bibtex, ris
from muniment.exports.export import Given, Single, Whole
from muniment.exports.layout import Json, Laid, listed, member
from muniment.model import Asset


def each(single: Single) -> Given:
    """Make `documents/<id>.bib`, `.ris`, `.csl.json` of a document not withdrawn; slip: the reference in each form."""
    document = single.document
    if document.entry.withdrawn:
        return (), None
    record = record_of(document, single.settings)
    forms = (bibtex.entry(record), ris.entry(record), str(_reference(record)))
    return _files(f"documents/{record.id}", (forms,)), forms


def join(whole: Whole) -> Iterator[Asset]:
    """Make `data/references.*` of all documents not withdrawn."""
    return _files("data/references", whole.of("citations"))


def _files(path: str, references: Sequence[tuple[str, str, str]]) -> Iterator[Asset]:
    bib, ris_, csl_ = zip(*references, strict=True) if references else ((), (), ())
    yield Asset(path=f"{path}.bib", content="\n".join(bib).encode())
    yield Asset(path=f"{path}.ris", content="\r\n".join(ris_).encode())
    yield Asset(path=f"{path}.csl.json", content=listed(csl_))


def _reference(record: Record) -> Laid:
    reference: Mapping[str, object] = csl.reference(record)
    return member(cast("Json", dict(reference)), 1)  # the values are texts, numbers, lists and tables of them
