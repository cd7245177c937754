"""Turns the archive and the files made of it into RO-Crate metadata, version 1.1 (`ro-crate-metadata.json`).

It refuses to describe a file that was not made, and to name a day of publication that nothing records.
"""

import hashlib
from collections.abc import Iterator

from muniment.citations.days import last_changed
from muniment.exports.layout import Json, laid_out
from muniment.exports.media import media_type
from muniment.model import Archive, Asset, Document, Indexes, Settings

NAME = "ro-crate-metadata.json"
_CONTEXT = "https://w3id.org/ro/crate/1.1/context"
_FOLDERS = ("data/", "documents/")


def write(archive: Archive, _: Indexes, made: tuple[Asset, ...]) -> tuple[Asset, ...]:
    """Describe the files beside the pages: each with type, size and hash, and the documents they are of."""
    files = sorted((asset for asset in made if asset.path.startswith(_FOLDERS)), key=lambda asset: asset.path)
    graph: list[Json] = [
        {
            "@id": NAME,
            "@type": "CreativeWork",
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
            "about": {"@id": "./"},
        },
        _root(archive, files),
        *_agents(archive.settings),
        *_documents(archive, files),
        *(_file(asset) for asset in files),
    ]
    return (Asset(path=NAME, content=laid_out({"@context": _CONTEXT, "@graph": graph}, 3)),)


def _root(archive: Archive, files: list[Asset]) -> Json:
    settings = archive.settings
    root: dict[str, Json] = {
        "@id": "./",
        "@type": "Dataset",
        "name": settings.title,
        "description": settings.description or settings.title,
    }
    day = last_changed(archive)
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
    root["hasPart"] = [{"@id": asset.path} for asset in files]
    root["mentions"] = [{"@id": f"#{document.id}"} for document in _published(archive)]
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


def _documents(archive: Archive, files: list[Asset]) -> Iterator[Json]:
    """Describe each document with its own files; what is not recorded is left out."""
    own: dict[str, list[Json]] = {}
    for asset in files:
        folder, _, name = asset.path.partition("/")
        if folder == "documents":
            own.setdefault(name.partition(".")[0], []).append({"@id": asset.path})
    for document in _published(archive):
        front = document.edition.front
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
            "version": document.edition.sha256,
            "hasPart": own.get(front.id, []),
        }
        yield {name: value for name, value in fields.items() if value}


def _file(asset: Asset) -> Json:
    return {
        "@id": asset.path,
        "@type": "File",
        "name": asset.path.rpartition("/")[2],
        "encodingFormat": media_type(asset.path),
        "contentSize": str(len(asset.content)),
        "sha256": hashlib.sha256(asset.content).hexdigest(),
    }


def _published(archive: Archive) -> Iterator[Document]:
    return (document for document in archive.documents if not document.edition.front.withdrawn)
