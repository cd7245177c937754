"""Turns the finished files of a site into problems, each page scanned once.

It refuses to look anywhere but at the bytes that will be published.
"""

import re
from collections.abc import Iterator, Mapping

from muniment import problems
from muniment.check import paths, reading
from muniment.check.effects import Effect
from muniment.check.links import Addresses
from muniment.check.quotations import Quotable
from muniment.check.sheet import Sheet, read
from muniment.model import Archive, Problem
from muniment.pages import document_path

_STYLE_LOAD = re.compile(r"(?:@import|url\()[ \t]*[\"']?((?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^\"')\s]*)")


def site(files: Mapping[str, bytes], base_url: str = "", archive: Archive | None = None) -> tuple[Problem, ...]:
    """Hold every file against the rules of families L and P; with the archive, every quotation against its document."""
    quotable = None if archive is None else Quotable(archive)
    sheets: dict[str, Sheet] = {}
    known: dict[str, Effect] = {}
    for path, content in files.items():
        if path.endswith(".html"):
            sheets[path] = read(path, content, known)
            if quotable is not None:
                quotable.check(sheets[path])
    addresses = Addresses(files, sheets, base_url)
    for sheet in sheets.values():
        addresses.check(sheet)
    found = [problem for sheet in sheets.values() for problem in sheet.problems]
    found += [] if archive is None else _read_back(archive, sheets)
    return tuple(sorted((*found, *paths.check(files), *_styles(files))))


def _read_back(archive: Archive, sheets: Mapping[str, Sheet]) -> Iterator[Problem]:
    """Hold the words of every document's page against its edition and its seed."""
    for document in archive.documents:
        sheet = sheets.get(document_path(document.id))
        if sheet is not None:
            yield from reading.check(document, sheet)


def _styles(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Report style sheets that load from another host."""
    for path in sorted(files):
        if path.endswith(".css"):
            source = files[path].decode(errors="replace")
            for match in _STYLE_LOAD.finditer(source):
                line = source.count("\n", 0, match.start()) + 1
                yield problems.report("L-009", path, line, link=match[1])
