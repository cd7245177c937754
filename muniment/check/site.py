"""Turns the finished files of a site into problems, each page scanned once.

It refuses to look anywhere but at the bytes that will be published.
"""

import re
from collections import ChainMap
from collections.abc import Iterator, Mapping

from muniment import problems
from muniment.check import introductions, paths, reading
from muniment.check.effects import Effect
from muniment.check.links import Addresses
from muniment.check.quotations import Quotable
from muniment.check.sheet import Sheet, read
from muniment.model import Archive, Problem
from muniment.pages import document_path

_STYLE_LOAD = re.compile(r"(?:@import|url\()[ \t]*[\"']?((?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^\"')\s]*)")


NOTHING: Mapping[str, bytes] = {}
NOWHERE: Mapping[str, str] = {}


def site(
    files: Mapping[str, bytes],
    base_url: str = "",
    archive: Archive | None = None,
    *,
    kept: Mapping[str, bytes] = NOTHING,
    former: Mapping[str, str] = NOWHERE,
) -> tuple[Problem, ...]:
    """Hold every file against the rules of families L and P; with the archive, every quotation against its document.

    `kept` are files that stand as they were when they were held against the rules; `former` is the site they are part
    of, each file with the ids on it. They are looked at again only where an address of that site is gone.
    """
    return look(files, base_url, archive, kept=kept, former=former)[0]


def look(
    files: Mapping[str, bytes],
    base_url: str,
    archive: Archive | None,
    *,
    kept: Mapping[str, bytes] = NOTHING,
    former: Mapping[str, str] = NOWHERE,
) -> tuple[tuple[Problem, ...], dict[str, str]]:
    """Hold files against the rules as `site` does; give also the ids on every page that was made, by path."""
    quotable = None if archive is None else Quotable(archive)
    sheets = _Sheets({}, kept, former)
    for path, content in files.items():
        if path.endswith(".html"):
            sheets.made[path] = read(path, content, sheets.known)
            if quotable is not None:
                quotable.check(sheets.made[path])
    every = ChainMap(dict(files), dict.fromkeys(kept, b""))
    addresses = Addresses(every, sheets, base_url)
    for sheet in sheets.made.values():
        addresses.check(sheet)
    found = [problem for sheet in sheets.made.values() for problem in sheet.problems]
    if kept and _is_address_gone(sheets, every, former):
        found += _linking(sheets, addresses)
    found += [] if archive is None else [*_read_back(archive, sheets.made), *introductions.check(archive, every)]
    places = {path: " ".join(sheet.ids) for path, sheet in sheets.made.items()}
    return tuple(sorted((*found, *paths.check(every), *_styles(files)))), places


class _Sheets(Mapping[str, Sheet]):
    """The pages of a site: those that were made, and those that are kept, of which only the ids are known."""

    def __init__(self, made: dict[str, Sheet], kept: Mapping[str, bytes], former: Mapping[str, str]) -> None:
        self.made = made
        self.known: dict[str, Effect] = {}
        self._kept = kept
        self._former = former
        self._bare: dict[str, Sheet] = {}

    def __getitem__(self, path: str) -> Sheet:
        if path in self.made:
            return self.made[path]
        if path not in self:
            raise KeyError(path)
        if path not in self._bare:
            self._bare[path] = Sheet(path=path, content=b"", ids=dict.fromkeys(self._former[path].split(" "), 0))
        return self._bare[path]

    def scanned(self, path: str) -> Sheet:
        """Scan a page that is kept."""
        return read(path, self._kept[path], self.known)

    def __contains__(self, path: object) -> bool:
        return path in self.made or (isinstance(path, str) and path.endswith(".html") and path in self._kept)

    def __iter__(self) -> Iterator[str]:
        yield from self.made
        yield from self.kept

    def __len__(self) -> int:
        return len(self.made) + len(self.kept)

    @property
    def kept(self) -> list[str]:
        """Paths of the pages that are kept."""
        return [path for path in self._kept if path.endswith(".html")]


def _is_address_gone(sheets: _Sheets, every: Mapping[str, bytes], former: Mapping[str, str]) -> bool:
    """Say whether a file of the former site is gone, or a page that was made anew has lost a place."""
    if any(path not in every for path in former):
        return True
    return any(
        place not in sheet.ids
        for path, sheet in sheets.made.items()
        if former.get(path)
        for place in former[path].split(" ")
    )


def _linking(sheets: _Sheets, addresses: Addresses) -> Iterator[Problem]:
    """Report links of the pages that are kept which lead nowhere any more."""
    for path in sheets.kept:
        sheet = sheets.scanned(path)
        sheet.problems.clear()
        addresses.check(sheet)
        yield from sheet.problems


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
