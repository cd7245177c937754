"""Turns the links of every page into problems: those that lead to no file, to no id, or load from another host.

It refuses to ask the network: a link to another host is only held against the schemes that pages may use.
"""

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from muniment.check.effects import Link
from muniment.check.sheet import Sheet
from muniment.settings import suggestion

SCHEMES = frozenset(["http", "https", "mailto", "tel"])
"""What a link may begin with; the same list that the Markdown reader holds links against."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_NOT_FOUND = "404.html"
_CHOICES = 500
_OURS = ("static/", "pagefind/")
"""Where the scripts of a site lie: in no folder that holds words of a seed."""


class Addresses:
    """The addresses of a finished site; remembers what each link written in each folder leads to."""

    def __init__(self, files: Mapping[str, bytes], sheets: Mapping[str, Sheet], base_url: str) -> None:
        self._files = files
        self._sheets = sheets
        self._base_url = base_url
        self._base_path = urlsplit(base_url).path or "/"
        self._known: dict[tuple[str, str], tuple[str, str]] = {}

    def check(self, sheet: Sheet) -> None:
        """Report every link of a page that leads nowhere or loads from elsewhere."""
        folder = posixpath.dirname(sheet.path)
        for link, offset in sheet.links:
            address = link.address
            if address[:1] == "#":
                if address[1:] not in sheet.ids and address != "#top":
                    self._without_place(sheet, (link, offset), sheet.path, unquote(address[1:]))
                continue
            key = (folder, address)
            found = self._known.get(key)
            if found is None:
                found = self._known[key] = self._resolved(folder, address)
            self._hold(sheet, (link, offset), found)

    def _resolved(self, folder: str, address: str) -> tuple[str, str]:
        """Give (file, fragment) of an address, or an empty file and the name of what it is instead."""
        if self._base_url and address.startswith(self._base_url):
            folder, address = "", address[len(self._base_url) :] or "index.html"
        scheme = _SCHEME.match(address)
        if scheme is not None:
            return "", "host" if scheme[1].lower() in SCHEMES else "scheme"
        if address.startswith("//"):
            return "", "scheme"
        if address.startswith("/"):
            return "", "root"
        place, _, fragment = address.partition("#")
        place = unquote(place.partition("?")[0])
        path = posixpath.normpath(posixpath.join(folder, place)) if place else ""
        if place.endswith("/"):
            path += "/"
        return path or "./", unquote(fragment)

    def _hold(self, sheet: Sheet, written: tuple[Link, int], found: tuple[str, str]) -> None:
        """Report a link by what it was found to lead to."""
        link, offset = written
        address = link.address
        path, rest = found
        if not path:
            if rest == "root" and sheet.path == _NOT_FOUND:  # shown at any depth, so its links start at the root
                self._from_root(sheet, link, offset)
            elif rest == "root":
                sheet.report("L-014", offset, link=address)
            elif rest == "scheme":
                sheet.report("L-015", offset, link=address)
            elif link.is_load:
                sheet.report("L-009", offset, link=address)
            return
        target = sheet.path if path == "./" else path
        if target not in self._files:
            sheet.report("L-001", offset, link=address, near=self._near(target))
        elif link.is_run and not (target.startswith(_OURS) and target.endswith(".js")):
            sheet.report("L-065", offset, link=address)
        elif rest and target in self._sheets and rest not in self._sheets[target].ids:
            self._without_place(sheet, written, target, rest)

    def _from_root(self, sheet: Sheet, link: Link, offset: int) -> None:
        address = link.address
        place = unquote(address.partition("#")[0].partition("?")[0])
        path = place.removeprefix(self._base_path)
        if not place.startswith(self._base_path) or (path or "index.html") not in self._files:
            sheet.report("L-001", offset, link=address, near=f"The site's root is {self._base_path}.")
        elif link.is_run and not (path.startswith(_OURS) and path.endswith(".js")):
            sheet.report("L-065", offset, link=address)

    def _without_place(self, sheet: Sheet, written: tuple[Link, int], target: str, fragment: str) -> None:
        near = suggestion(fragment, list(self._sheets[target].ids)[:_CHOICES])
        sheet.report("L-002", written[1], link=written[0].address, target=target, near=near)

    def _near(self, target: str) -> str:
        folder = posixpath.dirname(target)
        beside = [path for path in self._files if posixpath.dirname(path) == folder]
        return suggestion(target, sorted(beside)[:_CHOICES])
