"""Tells a site's menu that was saved as a list from a list of the text.

Knows no single control: a menu is short lines only, down to the line that names the document's type.
"""

from typing import TYPE_CHECKING

from muniment.normalise.metadata import document_types

if TYPE_CHECKING:
    from muniment.normalise.metadata.view import Line

_LONGEST = 5
"""Blanks of the longest line of a menu."""


def holds(lines: tuple["Line", ...], before: "Line | None") -> bool:
    """Tell whether the item with which the lines begin is of a menu over the document; the text's follow a colon."""
    if before is not None and before.text.endswith(":") and before.kind != "item":
        return False
    for line in lines:
        ends = line.text.endswith((".", ";", ",")) and not line.text.endswith("...")
        if ends or line.text.count(" ") > _LONGEST:
            return False
        if line.kind != "item" and document_types.alone(line.text):
            return True
    return False
