"""Turns the archive and the files made of it into RO-Crate metadata, version 1.1 (`ro-crate-metadata.json`).

It refuses to describe a file that was not made, and to name a day of publication that nothing records.
"""

from collections.abc import Iterable, Iterator

from muniment.citations.days import changed
from muniment.exports.export import Filed, Given, Single, Whole
from muniment.exports.layout import Json, Laid, encoded, laid_out
from muniment.exports.media import media_type
from muniment.model import Asset, Settings

NAME = "ro-crate-metadata.json"
_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_FOLDERS = ("data/", "documents/")


def each(single: Single) -> Given:
    """Make no file; slip: (the day on which a document not withdrawn changed, its id, its description on lines)."""
    front = single.document.edition.front
    if front.withdrawn:
        return (), None
    fields: dict[str, Json] = {
        "@id": f"#{front.id}",
        "@type": ["RepositoryObject", "CreativeWork"],
        "name": front.title,
        "genre": front.kind,
        "dateCreated": front.date,
        "inLanguage": "" if front.language == "und" else front.language,
        "creator": list[Json](front.creators),
        "publisher": front.publisher,
        "locationCreated": front.place,
        "license": front.rights,
        "isBasedOn": front.source_url,
        "version": single.document.edition.sha256,
    }
    lines = tuple(f"{encoded(name)}: {encoded(value)}" for name, value in fields.items() if value)
    return (), (changed(single.document), front.id, lines)


def join(whole: Whole) -> Iterator[Asset]:
    """Describe the files beside the pages: each with type, size and hash, and the documents they are of."""
    filed = [(path, whole.filed[path]) for path in sorted(whole.filed) if path.startswith(_FOLDERS)]
    slips = whole.of("metadata")
    graph: list[Json] = [
        {
            "@id": NAME,
            "@type": "CreativeWork",
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
            "about": {"@id": "./"},
        },
        _root(whole.archive.settings, [path for path, _ in filed], slips),
        *_agents(whole.archive.settings),
        *_documents(slips, [path for path, _ in filed]),
        *(_file(path, file) for path, file in filed),
    ]
    yield Asset(path=NAME, content=laid_out({"@context": _CONTEXT, "@graph": graph}, 3))


def _root(settings: Settings, paths: Iterable[str], slips: tuple[tuple[str, str, object], ...]) -> Json:
    root: dict[str, Json] = {
        "@id": "./",
        "@type": "Dataset",
        "name": settings.title,
        "description": settings.description or settings.title,
    }
    day = max((day for day, _, _ in slips), default="")
    if day:
        root["datePublished"] = day
    if settings.licence_url:
        root["license"] = {"@id": settings.licence_url}
    elif settings.licence:
        root["license"] = settings.licence
    if settings.publisher:
        root["publisher"] = {"@id": "#publisher"}
    if settings.base_url:
        root["url"] = settings.base_url
    root["hasPart"] = [{"@id": path} for path in paths]
    root["mentions"] = [{"@id": f"#{name}"} for _, name, _ in slips]
    return root


def _agents(settings: Settings) -> Iterator[Json]:
    if settings.licence_url:
        yield {
            "@id": settings.licence_url,
            "@type": "CreativeWork",
            "name": settings.licence or settings.licence_url,
            "url": settings.licence_url,
        }
    if settings.publisher:
        yield {"@id": "#publisher", "@type": "Organization", "name": settings.publisher}


def _documents(slips: Iterable[tuple[str, str, tuple[str, ...]]], paths: Iterable[str]) -> Iterator[Json]:
    """Describe each document with its own files; what is not recorded is left out."""
    own: dict[str, list[Json]] = {}
    for path in paths:
        folder, _, name = path.partition("/")
        if folder == "documents":
            own.setdefault(name.partition(".")[0], []).append({"@id": path})
    for _, name, lines in slips:
        yield _on_lines((*lines, f'"hasPart": {encoded(own[name])}') if name in own else lines)


def _file(path: str, file: Filed) -> Json:
    shown = encoded(path)
    name = f'"{shown[shown.rfind("/") + 1 :]}'
    return _on_lines(
        (
            f'"@id": {shown}',
            '"@type": "File"',
            f'"name": {name}',
            f'"encodingFormat": "{media_type(path)}"',
            f'"contentSize": "{file.size}"',
            f'"sha256": "{file.sha256}"',
        )
    )


def _on_lines(members: Iterable[str]) -> Laid:
    """Set the members of an object of the graph, which stands two levels down, on one line each."""
    inner = ",\n   ".join(members)
    return Laid(f"{{\n   {inner}\n  }}")
