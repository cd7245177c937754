"""Words and attributes into elements of XML; knows no TEI."""

import re

from muniment.typeset import escape

__all__ = ["NAME", "element", "escape", "tag"]

NAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
"""What an `xml:id` may be, kept to letters that need no table."""


def tag(name: str, **attributes: str) -> str:
    """Write what stands between the brackets of a start tag; empty attributes are left out, `xml__id` is `xml:id`."""
    written = (f' {key.replace("__", ":")}="{escape(value)}"' for key, value in attributes.items() if value)
    return name + "".join(written)


def element(name: str, content: str = "", **attributes: str) -> str:
    """Write an element around content that is XML already."""
    start = tag(name, **attributes)
    return f"<{start}>{content}</{name}>" if content else f"<{start}/>"
