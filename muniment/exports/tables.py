"""Turns the archive into tables (`data/*.csv`) with one description for people and programs (`data/datapackage.json`).

It refuses to flatten what has no row of its own: what a cell cannot hold stands in the JSON files.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator

from muniment.exports.columns import COLUMNS, Column
from muniment.exports.export import Given, Single, Whole
from muniment.exports.layout import Json, laid_out
from muniment.exports.rows import claim_rows, document_row, state_rows, timeline_rows
from muniment.exports.separated import line
from muniment.model import Asset, Settings
from muniment.slugs import slug
from muniment.words import Words

_INDEX_OF = {"documents": "", "states": "states", "claims": "states", "timeline": "timeline"}
"""Table → the index of the archive that it belongs to."""
_PROFILE = "tabular-data-resource"


def each(single: Single) -> Given:
    """Make no file; slip: (a document's row, ((state, how often it is named), …))."""
    named = Counter(mention.state for mention in single.document.mentions)
    return (), (line(document_row(single.document, single.stage)), tuple(named.items()))


def join(whole: Whole) -> Iterator[Asset]:
    """Make the tables that the archive has, and their description: a Data Package of Frictionless Data, version 1."""
    archive, slips = whole.archive, whole.of("tables")
    named: Counter[str] = Counter()
    for _, own in slips:
        named.update(dict(own))
    lines = {
        "documents": [row for row, _ in slips],
        "states": map(line, state_rows(whole.indexes, named)),
        "claims": map(line, claim_rows(archive)),
        "timeline": map(line, timeline_rows(archive)),
    }
    tables = {
        name: "".join((line([column.name for column in COLUMNS[name]]), *lines[name])).encode()
        for name in _names(archive.settings)
    }
    for name, content in tables.items():
        yield Asset(path=f"data/{name}.csv", content=content)
    yield Asset(path="data/datapackage.json", content=laid_out(_package(archive.settings, tables), 3))


def _names(settings: Settings) -> tuple[str, ...]:
    """Name the tables of an archive."""
    return tuple(name for name, index in _INDEX_OF.items() if not index or index in settings.indexes)


def _package(settings: Settings, tables: dict[str, bytes]) -> Json:
    package: dict[str, Json] = {
        "profile": "tabular-data-package",
        "name": package_name(settings.title),
        "title": settings.title,
        "description": settings.description or settings.title,
        "resources": [_resource(name, content, settings.words) for name, content in tables.items()],
    }
    if settings.base_url:
        package["homepage"] = settings.base_url
    if settings.licence_url:
        package["licenses"] = [{"path": settings.licence_url, "title": settings.licence or settings.licence_url}]
    return package


def _resource(name: str, content: bytes, words: Words) -> Json:
    schema: dict[str, Json] = {
        "fields": [_field(column, words) for column in COLUMNS[name]],
        "missingValues": [""],
    }
    keys = [column.name for column in COLUMNS[name] if column.is_key]
    if keys:
        schema["primaryKey"] = list[Json](keys)
    foreign: list[Json] = [
        {"fields": column.name, "reference": {"resource": column.refers_to, "fields": "id"}}
        for column in COLUMNS[name]
        if column.refers_to
    ]
    if foreign:
        schema["foreignKeys"] = foreign
    return {
        "profile": _PROFILE,
        "name": name,
        "path": f"{name}.csv",
        "title": words.say(f"table.{name}"),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True},
        "schema": schema,
    }


def _field(column: Column, words: Words) -> Json:
    field: dict[str, Json] = {
        "name": column.name,
        "type": column.type,
        "description": words.say(f"column.{column.says}"),
    }
    if column.is_key:
        field["constraints"] = {"required": True, "unique": True}
    elif column.is_required:
        field["constraints"] = {"required": True}
    return field


def package_name(title: str) -> str:
    """Reduce a title to the small letters, digits and hyphens that the name of a package may have."""
    return slug(title)[:60].strip("-") or "archive"
