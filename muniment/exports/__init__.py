"""Turns an archive into the files beside its pages that other programs and people read: data and texts.

It refuses to know what a page looks like; `ALL` is the order and the list of what there is.
"""

from muniment.exports import data_files, texts
from muniment.exports.export import Export
from muniment.model import Archive, Asset, Indexes

ALL: tuple[Export, ...] = (
    Export(name="data", make=data_files.write),
    Export(name="texts", make=texts.write),
)
"""Everything an archive can ask for with `exports = […]`, in the order it is made."""

__all__ = ["ALL", "Export", "write"]


def write(archive: Archive, indexes: Indexes) -> tuple[Asset, ...]:
    """Make the files of every export that the archive's settings name, sorted by path."""
    wanted = archive.settings.exports
    made = [asset for export in ALL if export.name in wanted for asset in export.make(archive, indexes)]
    return tuple(sorted(made, key=lambda asset: asset.path))
