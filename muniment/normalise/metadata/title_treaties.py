"""Reads the title of a list of states under a treaty's name as collections of treaties print it, numbered or glued.

Knows no other lists; a title of the list's own ("Status of the Lake Convention") is left to the readers of types.
"""

import re

from muniment.normalise.metadata.catalogue_form import catalogue_form
from muniment.normalise.metadata.seen import Seen
from muniment.normalise.metadata.title_parts import Parts, make
from muniment.normalise.working import Reading

_NUMBER = re.compile(r"^\d{1,2} ?\.? ?(?:[a-z]\)? )?(?=[A-ZÀ-Þ])")
"""The number of a treaty within its chapter: "6. Convention on …", "3 .a) Protocol to …"."""
_BARE = re.compile(r"status (?:as (?:at|of)\b|of treaties\b)|status$|participants?\b", re.IGNORECASE)
"""What a page of such a collection is called, whatever treaty it is about."""
_GLUED = re.compile(
    r"^\d{0,2} ?\.? ?(?P<name>(?:[A-Z][\w-]+ ){0,4}(?:Convention|Treaty|Protocol|Agreement|Covenant|Statute)\b"
    r"[^.;]{0,220}?[a-z)])(?=[A-ZÀ-Þ][\w’'-]+(?: [A-Za-zÀ-ÿ][\w’'-]+){0,3}, \d{1,2} [A-Z][a-z]+ (?:19|20)\d\d)"
)
"""The name, into which the city and day of its adoption ran: "8Convention on LakesLeeds, 5 June 1992"."""


def over_states(seen: Seen, parts: Parts) -> Reading | None:
    """Give the treaty's name over its states; None if the list has a name of its own."""
    if seen.kind != "status-list":
        return None
    typed = parts.typed or parts.type_line
    treaty = parts.treaty
    if treaty is None:
        line = next(iter(seen.view.body_lines), None)
        match = _GLUED.match(line.text[:400]) if line and typed is None else None
        reason = "the treaty's name, into which place and day of its adoption ran"
        return make(match["name"], (line, match["name"]), (0.86, reason)) if line and match else None
    numbered = _NUMBER.match(treaty.line.text)
    if not (_BARE.match(typed.line.text) if typed else numbered):
        return None
    name = treaty.line.text[numbered.end() :] if numbered else treaty.line.text
    return make(
        catalogue_form(name), (treaty.line, name), (0.95, "the name of the treaty whose states and days follow")
    )
