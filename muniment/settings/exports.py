"""The names that `exports = […]` and `indexes = […]` may hold; knows nothing of what is made."""

from typing import Literal, get_args

ExportName = Literal["data", "texts", "citations", "tei", "tables", "feed", "sitemap", "metadata", "bundle", "card"]

EXPORTS: tuple[ExportName, ...] = get_args(ExportName)
"""Every name, in the order of `exports.ALL`; an archive that does not choose gets all."""

IndexName = Literal["timeline", "states", "people", "organisations", "places", "figures"]

INDEXES: tuple[IndexName, ...] = get_args(IndexName)
"""Every name, in the order of the site; an archive that does not choose gets all."""
