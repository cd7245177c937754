"""Tells a site's menu that was saved as a list from a list of the text.

Knows no single control: a menu is short lines only, down to the line that names the document's type.
"""

from itertools import takewhile
from typing import TYPE_CHECKING

from muniment.normalise.metadata import document_types

if TYPE_CHECKING:
    from muniment.normalise.metadata.view import Line

_LONGEST = 5
"""Blanks of the longest line of a menu."""


_RUN = 6
"""Short plain lines over an item from which on they are one menu with it."""
_FEW = 4
"""Items of the most that such a menu goes on with."""


def holds(lines: tuple["Line", ...], index: int) -> bool:
    """Tell whether the item at an index is of a menu over the document; the text's follow a colon."""
    before = lines[index - 1] if index else None
    if before is not None and before.text.endswith(":") and before.kind != "item":
        return False
    if _goes_on(lines, index):
        return True
    for line in lines[index:]:
        ends = line.text.endswith((".", ";", ",")) and not line.text.endswith("...")
        if ends or line.text.count(" ") > _LONGEST:
            return False
        if line.kind != "item" and document_types.alone(line.text):
            return True
    return False


def _goes_on(lines: tuple["Line", ...], index: int) -> bool:
    """Tell whether a few short items go on with a menu of short plain lines."""
    above = [line for line in lines[:index] if line.kind != "item"][-_RUN:]
    items = list(takewhile(lambda line: line.kind == "item", lines[index:]))
    is_menu = len(above) == _RUN and all(_is_entry(line) for line in (*above, *items))
    return is_menu and len(items) <= _FEW and sum(not line.gap for line in above) >= _RUN - 1


def _is_entry(line: "Line") -> bool:
    text = line.text
    return text.count(" ") < _FEW and not text.endswith((".", ";", ",", ":")) and not any(map(str.isdigit, text))
