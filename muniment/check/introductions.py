"""Turns an archive and the addresses of its finished site into problems of hand-written pages that stand nowhere."""

from collections.abc import Container, Iterator

from muniment import problems
from muniment.model import Archive, Problem
from muniment.pages import BUILT


def check(archive: Archive, paths: Container[str]) -> Iterator[Problem]:
    """Report the texts that would introduce a built page where the archive does not have that page."""
    for text in archive.settings.pages:
        page = "index.html" if text.slug == "index" else f"{text.slug}.html"
        if text.slug in BUILT and page not in paths:
            is_left_out = text.slug in ("timeline", "states", "figures", "people", "organisations", "places")
            is_left_out = is_left_out and text.slug not in archive.settings.indexes
            why = "archive.toml leaves it out of indexes." if is_left_out else "Nothing in the archive belongs on it."
            yield problems.report("T-161", text.path, page=page, why=why)
