"""Editions: front matter and Markdown in one file, read into a typed value and written back.

Knows nothing of seeds, settings or other editions: whether what the front matter says is true is found out elsewhere.
"""

from muniment.edition.amend import Path, Refused, with_notes, with_texts
from muniment.edition.reader import read
from muniment.edition.writer import is_untouched, note_in_braces, note_lines, write

__all__ = [
    "WAITING",
    "Path",
    "Refused",
    "is_untouched",
    "note_in_braces",
    "note_lines",
    "read",
    "with_notes",
    "with_texts",
    "write",
]

WAITING = ".new"
"""What is added to an edition's name for the fresh draft that waits beside it."""
