"""The parts of a word processor's document, by what they are for; knows nothing of what is written in them."""

from collections.abc import Iterator
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""The namespace of the markup of texts."""
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

Element = Any
"""An element of lxml, which ships no types."""


class Parts:
    """What a document is made of, found through python-docx."""

    def __init__(self, document: Any) -> None:
        self._part = document.part
        self.body: Element = document.element.body

    def related(self, kind: str) -> Element | None:
        """Give the root of the part of a kind (`footnotes`, `numbering`, `styles`); none if there is none."""
        for relation in self._part.rels.values():
            if not relation.is_external and relation.reltype.endswith(f"/{kind}"):
                return _root(relation.target_part)
        return None

    def by_id(self, name: str) -> Element | None:
        """Give the root of the part with this id of a relation; none if it is outside the document."""
        relation = self._part.rels.get(name)
        return None if relation is None or relation.is_external else _root(relation.target_part)


def value(element: Element | None, name: str = "val") -> str:
    """Give an attribute of the texts' namespace; empty where there is none."""
    return "" if element is None else element.get(f"{W}{name}") or ""


def is_on(parent: Element | None, name: str) -> bool:
    """Tell whether a property that is either on or off is on."""
    found = None if parent is None else parent.find(f"{W}{name}")
    return found is not None and value(found) not in ("0", "false", "off", "none")


def children(element: Element | None, name: str) -> Iterator[Element]:
    """Give the children of one name."""
    return iter(()) if element is None else element.iterchildren(f"{W}{name}")


def _root(part: Any) -> Element:
    from docx.oxml import parse_xml

    return part.element if hasattr(part, "element") else parse_xml(part.blob)
