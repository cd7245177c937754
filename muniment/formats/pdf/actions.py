"""A PDF → whether it could do something by itself when it is opened; knows nothing of its words.

It looks at every object, reached from a page or not: a file in which nothing can run is one that may be published.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from muniment.formats.pdf.pages import TooMuch

if TYPE_CHECKING:
    from pypdf import PdfReader

_KINDS = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/Rendition", "/RichMediaExecute", "/GoToE"}
)
"""Kinds of actions that run, send, load or open something else."""
_KEYS = frozenset({"/JS", "/JavaScript", "/XFA", "/EmbeddedFiles", "/EF", "/RichMediaContent", "/RichMediaSettings"})
"""Keys under which such things are kept."""
_DEEPEST = 12


def any_in(reader: "PdfReader", most: int) -> bool:
    """Tell whether any object of the file is an action, or holds a script, a form that computes or another file."""
    numbers = [(generation, number) for generation, entries in reader.xref.items() for number in entries]
    numbers += [(0, number) for number in reader.xref_objStm]
    if len(numbers) > most:
        raise TooMuch(f"{len(numbers)} objects; at most {most} are looked at")
    return any(_does_something(each) for each in _objects(reader, sorted(set(numbers))))


def _objects(reader: "PdfReader", numbers: list[tuple[int, int]]) -> Iterator[Any]:
    from pypdf.generic import IndirectObject

    for generation, number in numbers:
        yield reader.get_object(IndirectObject(number, generation, reader))


def _does_something(value: Any, depth: int = 0) -> bool:
    """Look into an object and what is written inside it; what it only refers to is looked at by itself."""
    from pypdf.generic import ArrayObject, DictionaryObject

    if depth > _DEEPEST:
        return True
    if isinstance(value, DictionaryObject):
        if any(key in _KEYS for key in value) or str(value.raw_get("/S") if "/S" in value else "") in _KINDS:
            return True
        return any(_does_something(value.raw_get(key), depth + 1) for key in value)
    if isinstance(value, ArrayObject):
        return any(_does_something(list.__getitem__(value, index), depth + 1) for index in range(len(value)))
    return False
