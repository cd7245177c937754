"""Turns a saved web page into the plain text a naive scraper makes of it; knows nothing of which words matter."""

import re
from html.parser import HTMLParser

BREAKING = frozenset(
    """
    address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section select table tbody td tfoot th thead title tr ul
    """.split()  # noqa: SIM905 (a list of fifty strings is harder to read)
)
"""Elements that end a line."""

HIDDEN = frozenset(
    ("script", "style", "noscript", "template", "svg", "iframe", "object", "canvas", "textarea"),
)
"""Elements whose text a reader never sees."""


class _Dump(HTMLParser):
    """Collects visible text, a line per block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 (HTMLParser calls it so)
        """Begin an element."""
        self._hidden += tag in HIDDEN
        if tag in BREAKING:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        """End an element."""
        if tag in HIDDEN and self._hidden:
            self._hidden -= 1
        if tag in BREAKING:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        """Take text in."""
        if not self._hidden:
            self.pieces.append(re.sub(r"\s+", " ", data))


def plain(page: bytes) -> list[str]:
    """Give the page's visible lines, furniture included."""
    dump = _Dump()
    dump.feed(_decoded(page))
    dump.close()
    lines = (re.sub(" +", " ", line).strip() for line in "".join(dump.pieces).split("\n"))
    return [line for line in lines if line]


def _decoded(page: bytes) -> str:
    """Decode as UTF-8, else Windows-1252, else Latin-1."""
    for encoding in ("utf-8", "windows-1252"):
        try:
            return page.decode(encoding)
        except UnicodeDecodeError:
            continue
    return page.decode("latin-1")
