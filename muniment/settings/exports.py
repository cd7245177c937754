"""The names that `exports = […]` may hold; knows nothing of what is made."""

from typing import Literal, get_args

ExportName = Literal["data", "texts", "citations", "tei", "tables", "feed", "sitemap", "metadata", "bundle", "card"]

EXPORTS: tuple[ExportName, ...] = get_args(ExportName)
"""Every name, in the order of `exports.ALL`; an archive that does not choose gets all."""
