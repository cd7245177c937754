"""An edition's file → its text as highlighted HTML, line by line; knows nothing of what the words mean."""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from muniment.model import Edition
from muniment.typeset import escape

if TYPE_CHECKING:
    from pygments.token import _TokenType

    from muniment.views.lexer import EditionLexer


def source_lines(edition: Edition) -> tuple[Markup, ...]:
    """Highlight an edition's file, in spans with Pygments' short class names; every line's are closed within it."""
    lines = "".join(_written(edition.source)).split("\n")
    if not lines[-1]:
        lines.pop()
    return tuple(map(Markup, lines))


def _written(text: str) -> Iterator[str]:
    """Write the tokens of a text as HTML."""
    for _, kind, words in _lexer().get_tokens_unprocessed(text):
        name = _class(kind)
        yield f'<span class="{name}">{escape(words)}</span>' if name else escape(words)


@cache
def _lexer() -> "EditionLexer":
    from muniment.views.lexer import EditionLexer  # only pages that show source pay for Pygments

    return EditionLexer()


@cache
def _class(kind: "_TokenType") -> str:
    """Give Pygments' short name for a kind of token; text has none."""
    from pygments.token import STANDARD_TYPES  # as above

    return STANDARD_TYPES[kind]
