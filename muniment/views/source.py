"""An edition's file → its text as highlighted HTML, line by line; knows nothing of what the words mean."""

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
    tokens = _lexer().get_tokens_unprocessed(edition.source)
    lines = "".join([_written(_class(kind), escape(words)) for _, kind, words in tokens]).split("\n")
    if not lines[-1]:
        lines.pop()
    return tuple(map(Markup, lines))


def _written(name: str, words: str) -> str:
    """Write a token as HTML."""
    return f'<span class="{name}">{words}</span>' if name else words


@cache
def _lexer() -> "EditionLexer":
    from muniment.views.lexer import EditionLexer  # only pages that show source pay for Pygments

    return EditionLexer()


@cache
def _class(kind: "_TokenType") -> str:
    """Give Pygments' short name for a kind of token; text has none."""
    from pygments.token import STANDARD_TYPES  # as above

    return STANDARD_TYPES[kind]
