"""Addresses from one page of the site to another; knows nothing of what stands at them."""

from functools import lru_cache
from urllib.parse import quote, urlsplit

from muniment.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """Makes every link of one page."""

    here: str
    """Path of the page the links stand on, relative to the site's root."""
    base_url: str = ""
    """The site's absolute address, ending in `/`; empty while it has none."""
    is_absolute: bool = False
    """True on a page that is served at unknown addresses (404): links then begin at the server's root."""

    def to(self, target: str) -> str:
        """Give the link to a path of the site, with its `#anchor` if it has one."""
        path, mark, anchor = target.partition("#")
        fragment = _fragment(anchor) if mark else ""
        if self.is_absolute:
            return (urlsplit(self.base_url).path or "/") + quote(path) + fragment
        if not path or path == self.here:
            return fragment or quote(self.here.rpartition("/")[2])
        return _way(path, self.here.rpartition("/")[0]) + fragment

    def canonical(self) -> str:
        """Give the page's absolute address, or nothing while the site has none; the home page's is the site's own."""
        if not self.base_url or self.is_absolute:
            return ""
        return self.base_url + ("" if self.here == "index.html" else quote(self.here))


@lru_cache(maxsize=8192)
def _way(target: str, folder: str) -> str:
    """Write the way from a folder to a path."""
    return quote(relative(target, f"{folder}/" if folder else ""))


@lru_cache(maxsize=8192)
def _fragment(anchor: str) -> str:
    """Write an anchor."""
    return "#" + quote(anchor, safe="-._~:")


def relative(target: str, here: str) -> str:
    """Give the way from one path to another, both counted from the site's root."""
    there, origin = target.split("/"), here.split("/")[:-1]
    shared = 0
    while shared < min(len(there) - 1, len(origin)) and there[shared] == origin[shared]:
        shared += 1
    return "/".join([".."] * (len(origin) - shared) + there[shared:])
