"""An edition's file → its text as highlighted HTML, line by line; knows nothing of what the words mean."""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from muniment.model import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceLine:
    """One line of the file."""

    number: int
    """1-based."""
    html: Markup
    """The line's text, escaped, in spans with Pygments' short class names."""


def source_lines(edition: Edition) -> tuple[SourceLine, ...]:
    """Highlight the front matter as YAML and the body as Markdown."""
    lines = edition.source.split("\n")
    if lines and not lines[-1]:
        lines.pop()
    front, body = lines[: edition.body_line - 1], lines[edition.body_line - 1 :]
    return tuple(
        SourceLine(number=number, html=html)
        for number, html in enumerate([*_highlighted(front, "yaml"), *_highlighted(body, "markdown")], 1)
    )


def _highlighted(lines: list[str], language: str) -> Iterable[Markup]:
    """Highlight lines of one language; every line's spans are closed within it."""
    from pygments import highlight  # Pygments takes 50 ms to load; only pages that show source pay for it
    from pygments.formatters.html import HtmlFormatter
    from pygments.lexers import get_lexer_by_name

    if not lines:
        return ()
    lexer = get_lexer_by_name(language, stripnl=False, ensurenl=True)
    text = highlight("\n".join(lines), lexer, HtmlFormatter(nowrap=True))
    return (Markup(line) for line in text.removesuffix("\n").split("\n"))  # noqa: S704 -- Pygments escapes what it marks
