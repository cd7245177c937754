"""Lists of a web page → the bullet or number that stands before each entry; knows nothing of the words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from muniment.formats.html import names
from muniment.formats.numerals import written

_BULLETS = "•◦▪"
_WHOLE = re.compile(r"-?[0-9]{1,6}")


@dataclass(slots=True, kw_only=True)
class List:
    """A list that is open."""

    kind: str
    """`ol`, or any other for bullets."""
    depth: int
    """Of the lists with bullets around it."""
    style: str = "1"
    """Value of `type`: `1`, `a`, `A`, `i` or `I`; empty for no sign at all."""
    next: int = 1
    """The number of the next entry."""
    step: int = 1

    def sign(self, attributes: Mapping[str, str]) -> str:
        """Give what stands before the next entry, the blank behind it included, and count it."""
        if not self.style or names.is_unnumbered(attributes):
            return ""
        if self.kind != "ol":
            return f"{_BULLETS[min(self.depth, 2)]} "
        self.next = _whole(attributes.get("value", ""), self.next)
        number = self.next
        self.next += self.step
        return f"{written(number, attributes.get('type', '') or self.style)}. "


def opened(kind: str, attributes: Mapping[str, str], around: list[List]) -> List:
    """Open a list."""
    depth = sum(each.kind != "ol" for each in around)
    style = "" if names.is_unnumbered(attributes) else attributes.get("type", "1")
    is_backwards = "reversed" in attributes
    if is_backwards and not _WHOLE.fullmatch(attributes.get("start", "")):
        return List(kind="ul", depth=depth)  # what it counts down from is known at its end only
    first = _whole(attributes.get("start", ""), 1)
    return List(kind=kind, depth=depth, style=style, next=first, step=-1 if is_backwards else 1)


def _whole(text: str, otherwise: int) -> int:
    return int(text) if _WHOLE.fullmatch(text.strip()) else otherwise
