"""Turns an archive into `search-text.js`, the classic script that carries its words to the search page.

It refuses to carry more than `passages.CARRIED` bytes of text, and anything that could end or leave the script.
"""

import json
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from muniment import dates
from muniment.exports.data_files import on_one_line
from muniment.exports.export import Given, Single, Whole
from muniment.exports.layout import Json
from muniment.indexes import facets, passages
from muniment.model import Archive, Asset, Document, Indexes, Settings
from muniment.pages import DATA_OF_SEARCH, document_path

NAME = "search"
"""Of its slips."""
GLOBAL = "munimentText"
"""The one name that the script defines."""

_ESCAPED = (("<", "\\u003c"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"))
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def each(single: Single) -> Given:
    """Make no file; slip: (what a document is, its passages), as they stand in the script, if they do."""
    if not single.is_carried or single.document.entry.withdrawn:
        return (), None
    told, said = _told(single.document, single.settings), _said(single.document)
    return (), (_escaped(_encode(told)[:-1]), _escaped(_encode(said)))


def join(whole: Whole) -> Iterator[Asset]:
    """Make the script, if the archive is searched by its text and has not too much of it."""
    if carries(whole.archive):
        found = answers(whole.archive, whole.indexes).values()
        rows = zip(whole.of(NAME), found, strict=True)
        lines = (f'{told},"answers":{_escaped(_encode(own))},"passages":{said}}}' for (told, said), own in rows)
        yield Asset(path=DATA_OF_SEARCH, content=_script(lines))


def carries(archive: Archive) -> bool:
    """Say whether the search page carries the words of an archive."""
    return archive.settings.search == "text" and passages.is_carried(archive)


def carried(archive: Archive, indexes: Indexes) -> list[dict[str, Json]]:
    """List the documents in the archive's order: what each is, what it answers to, and its passages with anchors."""
    found = answers(archive, indexes)
    return [
        {**_told(document, archive.settings), "answers": found[document.id], "passages": _said(document)}
        for document in passages.readable(archive)
    ]


def answers(archive: Archive, indexes: Indexes) -> dict[str, dict[str, Json]]:
    """Give what documents answer to, by id in the archive's order: values of facets, by the facet's name."""
    documents = passages.readable(archive)
    found = (
        *facets.of_documents(archive, documents, indexes.timeline),
        facets.naming_states(documents, indexes.states),
    )
    given: dict[str, dict[str, Json]] = {document.id: {} for document in documents}
    for facet in found:
        if facet.name in ("kind", "stage", "year", "state"):
            for value in facet.values:
                for member in value.members:
                    own = given[member].setdefault(facet.name, [])
                    if isinstance(own, list):
                        own.append(value.token)
    return given


def script(documents: Iterable[dict[str, Json]]) -> bytes:
    """Write the list as a script that defines `GLOBAL`; one document a line."""
    return _script(_escaped(_encode(document)) for document in documents)


def _script(lines: Iterable[str]) -> bytes:
    listed = ",\n".join(lines)
    return f"var {GLOBAL} = [\n{listed}\n];\n".encode()


def _escaped(words: str) -> str:
    for sign, escape in _ESCAPED:
        words = words.replace(sign, escape)
    return words


def _said(document: Document) -> Json:
    """List the passages of a document."""
    return [[each.anchor, on_one_line(each.words)] for each in document.passages]


def _told(document: Document, settings: Settings) -> dict[str, Json]:
    """Describe a document."""
    front = document.entry
    date = dates.parse(front.date) if front.date else None
    return {
        "id": document.id,
        "url": quote(document_path(document.id)),
        "title": front.title,
        "kind": dict(settings.kinds).get(front.kind) or front.kind,
        "date": dates.in_words(date, settings.words) if date else "",
        "sort": date.earliest if date else "",
        "language": "" if front.language == "und" else front.language,
    }
