"""Turns the curated files of `site_src/` into one typed value, with every mistake in them named by file and line.

It refuses to know what the documents say: quotations, ids of documents and states are looked up at assembly.
"""

from muniment.settings.nearest import nearest, suggestion
from muniment.settings.read import ARCHIVE, CLAIMS, EVENTS, KINDS, PAGES, read

__all__ = ["ARCHIVE", "CLAIMS", "EVENTS", "KINDS", "PAGES", "nearest", "read", "suggestion"]
