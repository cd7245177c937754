"""What the YAML library finds wrong with front matter → where an editor has to look, and what to see there.

Knows nothing of fields. What the library has no plain words for is told in its own.
"""

import re
from typing import TYPE_CHECKING

from muniment.frozen import dataclass

if TYPE_CHECKING:
    import yaml

_OPENED = "while (parsing a flow|scanning a quoted|scanning a simple)"
"""Contexts whose mark is the place to mend, rather than the one where the library gave up."""
_SAID = (
    (r"mapping values are not allowed", 'a second ": " stands in a value, or the line above has none'),
    (r"could not find expected ':'", 'the line has no ": " behind the name of its field'),
    (r"expected ',' or '(?P<sign>.)'", 'the bracket here has no comma or "{sign}" where one is due'),
    (r"found unexpected end of stream", "the quotation mark here has no other that closes it"),
    (r"found character '\\t'", "a tab stands where only spaces may"),
    (r"found character '(?P<sign>.)'", 'a value begins with "{sign}"'),
    (
        r"expected <block end>",
        "this stands behind a closing quotation mark, or is indented unlike its neighbours",
    ),
    (r"escape", "a backslash inside double quotation marks needs another before it"),
    (r"sequence entries are not allowed", 'the "- " of a list needs a line of its own'),
    (r"expected the node content", "a value is missing"),
    (r"expected '<document start>'", "this stands behind the end of the fields"),
)
"""What the library says, and what it means here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong."""

    line: int
    """0-based, in the front matter; -1 where none is known."""
    column: int
    """1-based; 0 where none is known."""
    words: str
    """What is wrong there, as the end of a sentence."""


def fault(error: "yaml.MarkedYAMLError") -> Fault:
    """Say what a fault of the library's means."""
    said = error.problem or error.context or "no further detail"
    mark = error.problem_mark or error.context_mark
    if error.context_mark and re.match(_OPENED, error.context or ""):
        mark = error.context_mark
    words = next((words.format(**found.groupdict()) for form, words in _SAID if (found := re.search(form, said))), said)
    return Fault(line=mark.line if mark else -1, column=mark.column + 1 if mark else 0, words=words)
