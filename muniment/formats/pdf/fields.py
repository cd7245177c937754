"""What is written over a page of a PDF, in its form's fields and in notes that lie open, → lines.

pypdf gives the words a page is drawn with; these lie above it, and a reader sees them all the same. Knows nothing of
where they stand.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from muniment.formats.pdf.pages import Budget, TooMuch

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf.generic import DictionaryObject

_UNSHOWN = 2 | 32
"""Bits of an annotation's flags: hidden, not shown."""
_MOST = 5_000
"""Annotations of one page."""


def filled_in(page: "PageObject", budget: Budget) -> Iterator[str]:
    """Give the lines of every field that is filled in and every note that lies open, in their order."""
    from pypdf.generic import ArrayObject, DictionaryObject

    listed = page.get("/Annots")
    listed = listed.get_object() if listed is not None else None
    if not isinstance(listed, ArrayObject):
        return
    if len(listed) > _MOST:
        raise TooMuch(f"more than {_MOST} annotations on a page")
    for entry in listed:
        each = entry.get_object()
        words = _words(each) if isinstance(each, DictionaryObject) else ""
        budget.write(words)
        for line in words.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
            if line.strip():
                yield " ".join(line.split())


def _words(annotation: "DictionaryObject") -> str:
    """Give what an annotation shows; nothing if it is hidden or only opens something."""
    from pypdf.generic import DictionaryObject, TextStringObject

    flags = annotation.get("/F", 0)
    if isinstance(flags, int) and flags & _UNSHOWN:
        return ""
    kind = annotation.get("/Subtype")
    value = annotation.get("/Contents") if kind == "/FreeText" else None
    if kind == "/Widget":
        parent = annotation.get("/Parent")
        above = parent.get_object() if parent is not None else None
        value = annotation.get("/V")
        if value is None and isinstance(above, DictionaryObject):
            value = above.get("/V")
    value = value.get_object() if value is not None else None
    return str(value) if isinstance(value, TextStringObject) else ""
