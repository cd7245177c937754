"""Turns the finished files of a site into problems: each page is read at a glance, and again if anything is unusual.

It refuses to look anywhere but at the bytes that will be published.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from muniment import problems
from muniment.check import introductions, paths, reading
from muniment.check.effects import Effect
from muniment.check.glance import Glance, glance
from muniment.check.links import Addresses
from muniment.check.quotations import Quotable
from muniment.check.sheet import read
from muniment.check.tags import Tags
from muniment.model import Archive, Document, Problem
from muniment.pages import document_path

_NUMBERED = r"""=["'][^"'<>]*%"""
"""A link whose letters may be written as numbers."""
_STYLE_LOAD = re.compile(r"(?:@import|url\()[ \t]*[\"']?((?:[A-Za-z][A-Za-z0-9+.-]*:)?//[^\"')\s]*)")


NOTHING: Mapping[str, bytes] = {}
NOWHERE: Mapping[str, str] = {}


class Standing(NamedTuple):
    """What stands of a site since the last build."""

    kept: Mapping[str, bytes]
    """Files that are kept, by path."""
    former: Mapping[str, str]
    """All files of that site, each with the ids on it."""


NOTHING_STANDS = Standing(NOTHING, NOWHERE)


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
    return connect(files, scan(files, archive), base_url, archive, Standing(kept, former))


Seen = dict[str, Glance | None]
"""Pages by path, as they were read at a glance; nothing for one that has to be read thoroughly."""


def scan(files: Mapping[str, bytes], archive: Archive | None) -> Seen:
    """Hold every page against the rules that need no other page, and against the documents it shows."""
    scanner = Scanner(archive)
    return {path: scanner.see(path, content) for path, content in files.items() if path.endswith(".html")}


class Scanner:
    """Looks at pages one by one, as they are made."""

    def __init__(self, archive: Archive | None) -> None:
        """Know of which archive the pages are."""
        self._tags = Tags()
        self._quotable = None if archive is None else Quotable(archive)
        self._documents = {document_path(each.id): each for each in archive.documents} if archive else {}

    def see(self, path: str, content: bytes) -> Glance | None:
        """Read a page at a glance; nothing if it has to be read thoroughly."""
        page = glance(path, content, self._tags)
        if page is None or not _is_sound(page, self._quotable, self._documents.get(path)):
            return None
        return replace(page, source="", quotes=(), text=None, lines={})


def connect(
    files: Mapping[str, bytes],
    seen: Seen,
    base_url: str,
    archive: Archive | None,
    standing: Standing = NOTHING_STANDS,
) -> tuple[tuple[Problem, ...], dict[str, str]]:
    """Hold the files of a site against one another; give all problems, and the ids on every page that was made."""
    kept, former = standing
    every = dict.fromkeys((*files, *kept), b"")
    known = {path: former[path] for path in kept if path.endswith(".html")}
    inspection = Inspection(Addresses(every, base_url, known), archive)
    for path, page in seen.items():
        inspection.take(path, page, files[path])
    places = inspection.places
    found = [*inspection.found(files), *paths.check(every), *_styles(files)]
    found += introductions.check(archive, every) if archive else ()
    if kept and (gone := _gone(places, every, former)):
        found += inspection.gone(kept, [*gone, base_url] if base_url and "index.html" in gone else gone)
    return tuple(sorted(found)), {path: " ".join(ids) for path, ids in places.items()}


class Inspection:
    """The pages of a site, taken one after the other: as they were seen at a glance, else read thoroughly."""

    def __init__(self, addresses: Addresses, archive: Archive | None) -> None:
        """Know which files there will be, and of which archive they are."""
        self._effects: dict[str, Effect] = {}
        self._quotable = None if archive is None else Quotable(archive)
        self._documents = {document_path(each.id): each for each in archive.documents} if archive else {}
        self._addresses = addresses
        self._faulty: dict[str, None] = {}
        self.places: dict[str, Mapping[str, int]] = {}
        """The ids on each page that was taken, by path."""

    def take(self, path: str, page: Glance | None, content: bytes) -> None:
        """Hold a page's links against the addresses known so far."""
        if page is not None:
            self.places[path] = self._addresses.add(path, page.ids)
            if self._addresses.has_sound_links(page):
                return
        self._faulty[path] = None
        self.places[path] = self._addresses.add(path, read(path, content, self._effects).ids)

    def found(self, files: Mapping[str, bytes]) -> Iterator[Problem]:
        """Give what is wrong with the pages that did not pass at a glance, now that all have been taken."""
        for path in (*self._faulty, *(each for each in self._addresses.doubtful if each not in self._faulty)):
            sheet = read(path, files[path], self._effects)
            document = self._documents.get(path)
            if document is not None:
                yield from reading.check(document, sheet)
            if self._quotable is not None:
                self._quotable.check(sheet)
            self._addresses.check(sheet)
            yield from sheet.problems

    def gone(self, kept: Mapping[str, bytes], changed: Iterable[str]) -> Iterator[Problem]:
        """Give the links of the pages that are kept which lead nowhere any more; they lead to files that changed.

        A link holds the name of its file, or is written with numbers for letters: other pages are not read thoroughly.
        """
        names = sorted({each if each.endswith("/") else each.rpartition("/")[2] for each in changed})
        mark = re.compile("|".join([_NUMBERED, *map(re.escape, names)]).encode())
        for path in kept:
            if path.endswith(".html") and mark.search(kept[path]):
                sheet = read(path, kept[path], self._effects)
                sheet.problems.clear()
                self._addresses.check(sheet)
                yield from sheet.problems


def _is_sound(page: Glance, quotable: Quotable | None, document: Document | None) -> bool:
    """Say whether a page's quotations stand in their documents, and a document's page reads as the document."""
    if quotable is not None and not all(quotable.holds(*quote) for quote in page.quotes):
        return False
    return document is None or reading.agrees(document, page)


def _gone(places: Mapping[str, Mapping[str, int]], every: Mapping[str, bytes], former: Mapping[str, str]) -> list[str]:
    """List the files of the former site that are gone, and the pages made anew that have lost a place."""
    return [path for path in former if path not in every] + [
        path
        for path, ids in places.items()
        if former.get(path) and any(place not in ids for place in former[path].split(" "))
    ]


def _styles(files: Mapping[str, bytes]) -> Iterator[Problem]:
    """Report style sheets that load from another host."""
    for path in sorted(files):
        if path.endswith(".css"):
            source = files[path].decode(errors="replace")
            for match in _STYLE_LOAD.finditer(source):
                line = source.count("\n", 0, match.start()) + 1
                yield problems.report("L-009", path, line, link=match[1])
