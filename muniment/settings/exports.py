"""The names that `exports = […]` and `indexes = […]` may hold; knows nothing of what is made."""

from typing import Literal, get_args

FileExport = Literal["data", "texts", "citations", "tei", "tables", "feed", "sitemap", "metadata", "bundle", "card"]
PageExport = Literal["seed", "source"]
ExportName = Literal[FileExport, PageExport]

FILES: tuple[FileExport, ...] = get_args(FileExport)
"""Names of files beside the pages, in the order of `exports.ALL`."""

PAGES: tuple[PageExport, ...] = get_args(PageExport)
"""Names of pages beside a document's own: the seed line by line, and the edition as people edit it."""

EXPORTS: tuple[ExportName, ...] = (*FILES, *PAGES)
"""Every name; an archive that does not choose gets all."""

IndexName = Literal["timeline", "states", "people", "organisations", "places", "figures"]

INDEXES: tuple[IndexName, ...] = get_args(IndexName)
"""Every name, in the order of the site; an archive that does not choose gets all."""
