"""Turns the text of one tag into its name and attributes, in the one plain form that our templates write.

It refuses everything a browser would have to guess at: unquoted values, attributes given twice, stray `<`, comments.
A general parser takes several times as long and mends what ought to be reported.
"""

import re
from collections.abc import Mapping

from muniment.frozen import dataclass

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
"""Elements that have no end."""

_ATTRIBUTE = re.compile(r"\s([A-Za-z_:][-A-Za-z0-9_:.]*)(?:=\"([^\"]*)\")?")
_USUAL = re.compile(r"[A-Za-z][A-Za-z0-9-]*(?: [a-z][-a-z0-9]*=\"[^\"]*\")*")
"""A tag as most are: every attribute with a value, one space before each."""
_PAIR = re.compile(r" ([a-z][-a-z0-9]*)=\"([^\"]*)\"")
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


class MarkupError(ValueError):
    """A tag or a page is out of form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A start tag."""

    name: str
    attributes: Mapping[str, str]
    """Values as written, character references and all."""
    is_empty: bool
    """Whether the element ends with its start: `<br>`, `<path/>`."""


def parse(text: str) -> Tag:
    """Read what stands between `<` and `>` of a start tag; refuse with `MarkupError` what is out of form."""
    if _USUAL.fullmatch(text):
        pairs = _PAIR.findall(text)
        given = dict(pairs)
        if len(given) == len(pairs):
            name = text.partition(" ")[0]
            return Tag(name=name, attributes=given, is_empty=name in VOID)
    match = _NAME.match(text)
    if match is None:
        raise MarkupError("a comment stands in the page" if text.startswith("!--") else "a < stands for itself")
    name = match[0]
    parts = _ATTRIBUTE.split(text[match.end() :])
    rest = "".join(parts[::3]).strip()
    if rest not in ("", "/"):
        raise MarkupError(f"<{name}> has an attribute out of form: {rest[:60]}")
    attributes = dict(zip(parts[1::3], (value or "" for value in parts[2::3]), strict=True))
    if len(attributes) != len(parts) // 3:
        raise MarkupError(f"<{name}> has an attribute twice")
    return Tag(name=name, attributes=attributes, is_empty=rest == "/" or name in VOID)
