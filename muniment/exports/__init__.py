"""Turns an archive into the files beside its pages that other programs and people read, one room for each kind.

It refuses to know what a page looks like; `ALL` is the order and the list of what there is.
"""

from muniment.exports import (
    bundle,
    card,
    crate,
    data_files,
    feed,
    open_search,
    references,
    search_text,
    sitemap,
    tables,
    tei,
    texts,
)
from muniment.exports.export import Export, Gathering
from muniment.model import Archive, Asset, Indexes

ALL: tuple[Export | Gathering, ...] = (
    Export(name="data", make=data_files.write),
    Export(name="texts", make=texts.write),
    Export(name="citations", make=references.write),
    Export(name="tei", make=tei.write),
    Export(name="tables", make=tables.write),
    Export(name="feed", make=feed.write),
    Export(name="sitemap", make=sitemap.write),
    Gathering(name="metadata", make=crate.write),
    Gathering(name="bundle", make=bundle.write, needs=("data", "texts")),
    Export(name="card", make=card.write),
)
"""Everything an archive can ask for with `exports = […]`, in the order it is made."""

__all__ = ["ALL", "Export", "Gathering", "write"]


def write(archive: Archive, indexes: Indexes) -> tuple[Asset, ...]:
    """Make the files of every export that the archive's settings name, sorted by path."""
    wanted = archive.settings.exports
    made: list[Asset] = []
    for export in ALL:
        if export.name in wanted:
            made += _made(export, archive, indexes, tuple(made))
    made += [*search_text.write(archive, indexes), *open_search.write(archive, indexes)]
    return tuple(sorted(made, key=lambda asset: asset.path))


def _made(
    export: Export | Gathering, archive: Archive, indexes: Indexes, before: tuple[Asset, ...]
) -> tuple[Asset, ...]:
    """Make the files of one export; a gathering is given those made before it and those it needs."""
    if isinstance(export, Export):
        return export.make(archive, indexes)
    known = {asset.path: asset for asset in before}
    for other in ALL:
        if isinstance(other, Export) and other.name in export.needs and other.name not in archive.settings.exports:
            known |= {asset.path: asset for asset in other.make(archive, indexes)}
    return export.make(archive, indexes, tuple(known.values()))
