"""Turns the hand-written pages of `site_src/pages/` into titles and bodies.

It refuses to render them, and knows no front matter but `title`.
"""

import re
from collections.abc import Mapping

from muniment import problems
from muniment.model import PageText, Problem
from muniment.settings.blanks import unwritten
from muniment.settings.nearest import suggestion

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HEADING = re.compile(r"# +(\S[^\n]*)")


def read_pages(files: Mapping[str, bytes], folder: str) -> tuple[tuple[PageText, ...], list[Problem]]:
    """Read every `*.md` of the folder, by path; what cannot be read is reported and left out."""
    pages: list[PageText] = []
    found: list[Problem] = []
    for path in sorted(files):
        if path.startswith(folder) and path.endswith(".md"):
            page = _page(path, files[path], path[len(folder) : -len(".md")])
            if isinstance(page, Problem):
                found.append(page)
            else:
                pages.append(page)
                found += unwritten(page)
    return tuple(pages), found


def _page(path: str, content: bytes, slug: str) -> PageText | Problem:
    """Read one page; its title is the front matter's, else its first heading, which then is no part of the body."""
    if not _SLUG.fullmatch(slug):
        return problems.report("P-001", path, name=slug)
    try:
        source = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as refusal:
        return problems.report("A-002", path, content.count(b"\n", 0, refusal.start) + 1)
    lines = source.split("\n")
    title, start = "", 0
    if lines[0] == "---":
        front = _front_matter(path, lines)
        if isinstance(front, Problem):
            return front
        title, start = front
    if not title:
        title, start = _heading(lines, start)
    if not title:
        return problems.report("P-003", path)
    return PageText(path=path, slug=slug, title=title, body="\n".join(lines[start:]), body_line=start + 1)


def _front_matter(path: str, lines: list[str]) -> tuple[str, int] | Problem:
    """Read `title: words` between two fences; return the title and the index of the first line behind them."""
    title = ""
    for number, line in enumerate(lines[1:], start=1):
        if line == "---":
            return title, number + 1
        key, colon, words = line.partition(":")
        if key.strip() == "title" and colon:
            title = words.strip().strip("\"'")
        elif line.strip():
            near = suggestion(key.strip(), ("title",))
            return problems.report("A-003", path, number + 1, key=key.strip(), where="the page", near=near)
    return problems.report("P-002", path, 1)


def _heading(lines: list[str], start: int) -> tuple[str, int]:
    """Take the title from a first line of words that is a heading of the first level."""
    for number in range(start, len(lines)):
        if lines[number].strip():
            match = _HEADING.fullmatch(lines[number].rstrip())
            return (match[1].rstrip("# ").strip(), number + 1) if match else ("", start)
    return "", start
