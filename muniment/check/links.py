"""Turns the links of every page into problems: those that lead to no file, to no id, or load from another host.

It refuses to ask the network: a link to another host is only held against the schemes that pages may use.
"""

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from urllib.parse import unquote, urlsplit

from muniment.check.effects import Link
from muniment.check.glance import Glance
from muniment.check.sheet import Sheet
from muniment.settings import suggestion

SCHEMES = frozenset(["http", "https", "mailto", "tel"])
"""What a link may begin with; the same list that the Markdown reader holds links against."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_NOT_FOUND = "404.html"
_CHOICES = 500
_OURS = ("static/", "pagefind/")
"""Where the scripts of a site lie: in no folder that holds words of a seed."""
_SELF = "./"
_REMEMBERED = 20_000
NOWHERE: Mapping[str, str] = {}


class Addresses:
    """The addresses of a site: its files, and the ids on those of its pages that have been read."""

    def __init__(self, files: Collection[str], base_url: str, standing: Mapping[str, str] = NOWHERE) -> None:
        """Know the files; the ids of some pages are known already, with spaces between, others as they are read."""
        self._files = files
        self._standing = standing
        self._base_url = base_url
        self._base_path = urlsplit(base_url).path or "/"
        self._ids: dict[str, Mapping[str, int]] = {}
        self._alike: dict[tuple[str, ...], Mapping[str, int]] = {}
        self._places: dict[tuple[str, str], tuple[str, str]] = {}
        self._waiting: dict[str, list[tuple[str, Sequence[str]]]] = {}
        self.doubtful: dict[str, None] = {}
        """Pages that lead to places which others turned out not to have."""

    def add(self, path: str, names: Iterable[str]) -> Mapping[str, int]:
        """Tell which ids a page has; what led there before is held against them. Pages with the same share them."""
        key = tuple(names)
        ids = self._alike.get(key)
        if ids is None:
            ids = self._alike[key] = dict.fromkeys(key, 0)
        self._ids[path] = ids
        for page, fragments in self._waiting.pop(path, ()):
            if not all(fragment in ids for fragment in fragments):
                self.doubtful[page] = None
        return ids

    def _known(self, path: str) -> Mapping[str, int] | None:
        """Give the ids of a page, if they are known by now."""
        ids = self._ids.get(path)
        if ids is None and path in self._standing:
            ids = self._ids[path] = dict.fromkeys(self._standing[path].split(" "), 0)
        return ids

    def has_sound_links(self, page: Glance) -> bool:
        """Say whether all links of a page lead somewhere; those into pages not yet read wait until they are."""
        folder = posixpath.dirname(page.path)
        waiting: dict[str, list[str]] = {}
        for address in map(page.restored, page.outer):
            place, _, fragment = address.partition("#")
            target, kind = self._place(folder, place)
            if target == _SELF:
                target = page.path
            if target not in self._files:
                if target or kind != "host":
                    return False
            elif fragment and target.endswith(".html"):
                ids = self._known(target)
                if ids is None:
                    waiting.setdefault(target, []).append(unquote(fragment))
                elif unquote(fragment) not in ids:
                    return False
        for target, fragments in waiting.items():
            self._waiting.setdefault(target, []).append((page.path, fragments))
        return all(self._is_sound_load(folder, page.restored(link.address), link.is_run) for link in page.loads)

    def _is_sound_load(self, folder: str, address: str, is_run: bool) -> bool:
        """Say whether what a browser fetches is a file of ours, and a script where it runs."""
        target, fragment = self._resolved(folder, address)
        return target in self._files and not fragment and (not is_run or _runs(target))

    def check(self, sheet: Sheet) -> None:
        """Report every link of a page that leads nowhere or loads from elsewhere."""
        folder = posixpath.dirname(sheet.path)
        for link, offset in sheet.links:
            address = link.address
            if address[:1] == "#":
                if address[1:] not in sheet.ids and address != "#top":
                    self._without_place(sheet, (link, offset), sheet.path, unquote(address[1:]))
            else:
                self._hold(sheet, (link, offset), self._resolved(folder, address))

    def _resolved(self, folder: str, address: str) -> tuple[str, str]:
        """Give (file, fragment) of an address, or an empty file and the name of what it is instead."""
        place, _, fragment = address.partition("#")
        path, kind = self._place(folder, place)
        return (path, unquote(fragment)) if path else ("", kind)

    def _place(self, folder: str, place: str) -> tuple[str, str]:
        """Give the file that an address without its fragment leads to, or else the name of what it is instead."""
        found = self._places.get((folder, place))
        if found is None:
            if len(self._places) > _REMEMBERED:
                self._places.clear()
            found = self._places[folder, place] = self._looked_up(folder, place)
        return found

    def _looked_up(self, folder: str, place: str) -> tuple[str, str]:
        if self._base_url and place.startswith(self._base_url):
            folder, place = "", place[len(self._base_url) :] or "index.html"
        scheme = _SCHEME.match(place)
        if scheme is not None:
            return "", "host" if scheme[1].lower() in SCHEMES else "scheme"
        if place.startswith("//"):
            return "", "scheme"
        if place.startswith("/"):
            return "", "root"
        place = unquote(place.partition("?")[0])
        path = posixpath.normpath(posixpath.join(folder, place)) if place else _SELF
        return (path + "/" if place.endswith("/") else path), ""

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
        target = sheet.path if path == _SELF else path
        if target not in self._files:
            sheet.report("L-001", offset, link=address, near=self._near(target))
        elif link.is_run and not _runs(target):
            sheet.report("L-065", offset, link=address)
        elif rest and (ids := self._known(target)) is not None and rest not in ids:
            self._without_place(sheet, written, target, rest)

    def _from_root(self, sheet: Sheet, link: Link, offset: int) -> None:
        address = link.address
        place = unquote(address.partition("#")[0].partition("?")[0])
        path = place.removeprefix(self._base_path)
        if not place.startswith(self._base_path) or (path or "index.html") not in self._files:
            sheet.report("L-001", offset, link=address, near=f"The site's root is {self._base_path}.")
        elif link.is_run and not _runs(path):
            sheet.report("L-065", offset, link=address)

    def _without_place(self, sheet: Sheet, written: tuple[Link, int], target: str, fragment: str) -> None:
        near = suggestion(fragment, list(self._known(target) or ())[:_CHOICES])
        sheet.report("L-002", written[1], link=written[0].address, target=target, near=near)

    def _near(self, target: str) -> str:
        folder = posixpath.dirname(target)
        beside = [path for path in self._files if posixpath.dirname(path) == folder]
        return suggestion(target, sorted(beside)[:_CHOICES])


def _runs(path: str) -> bool:
    """Say whether a browser may run a file."""
    return path.startswith(_OURS) and path.endswith(".js")
