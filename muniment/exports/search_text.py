"""Turns an archive into `search-text.js`, the classic script that carries its words to the search page.

It refuses to carry more than `passages.CARRIED` bytes of text, and anything that could end or leave the script.
"""

import json
from collections.abc import Iterable
from urllib.parse import quote

from muniment import dates
from muniment.exports.data_files import on_one_line
from muniment.exports.export import Whole
from muniment.exports.layout import Json
from muniment.indexes import facets, passages
from muniment.model import Archive, Asset, Document, Indexes
from muniment.pages import DATA_OF_SEARCH, document_path

GLOBAL = "munimentText"
"""The one name that the script defines."""

_ESCAPED = str.maketrans({"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def join(whole: Whole) -> tuple[Asset, ...]:
    """Make the script, if the archive is searched by its text and has not too much of it."""
    if whole.archive.settings.search != "text" or not passages.is_carried(whole.archive):
        return ()
    return (Asset(path=DATA_OF_SEARCH, content=script(carried(whole.archive, whole.indexes))),)


def carried(archive: Archive, indexes: Indexes) -> list[dict[str, Json]]:
    """List the documents in the archive's order: what each is, what it answers to, and its passages with anchors."""
    documents = passages.readable(archive)
    kinds = dict(archive.settings.kinds)
    found = (
        *facets.of_documents(archive, documents, indexes.timeline),
        facets.naming_states(documents, indexes.states),
    )
    answers: dict[str, dict[str, Json]] = {document.id: {} for document in documents}
    for facet in found:
        if facet.name in ("kind", "stage", "year", "state"):
            for value in facet.values:
                for member in value.members:
                    own = answers[member].setdefault(facet.name, [])
                    if isinstance(own, list):
                        own.append(value.token)
    return [
        _document(document, answers[document.id], kinds.get(document.entry.kind, ""), archive) for document in documents
    ]


def script(documents: Iterable[dict[str, Json]]) -> bytes:
    """Write the list as a script that defines `GLOBAL`; one document a line."""
    encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
    lines = ",\n".join(encode(document).translate(_ESCAPED) for document in documents)
    return f"var {GLOBAL} = [\n{lines}\n];\n".encode()


def _document(document: Document, answers: dict[str, Json], kind: str, archive: Archive) -> dict[str, Json]:
    """Describe one document."""
    front = document.entry
    date = dates.parse(front.date) if front.date else None
    return {
        "id": document.id,
        "url": quote(document_path(document.id)),
        "title": front.title,
        "kind": kind or front.kind,
        "date": dates.in_words(date, archive.settings.words) if date else "",
        "sort": date.earliest if date else "",
        "language": "" if front.language == "und" else front.language,
        "answers": answers,
        "passages": [[each.anchor, on_one_line(each.words)] for each in document.passages],
    }
