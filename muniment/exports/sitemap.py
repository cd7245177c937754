"""Turns the planned pages into `sitemap.xml` and `robots.txt`; knows no page's content.

It refuses a sitemap without the site's address, and a day of change that no front matter gives.
"""

from collections.abc import Sequence
from urllib.parse import quote

from muniment import dates
from muniment.exports.export import Whole
from muniment.model import Asset, Document, Page
from muniment.typeset import escape

LONGEST = 50_000
"""Addresses of one sitemap, by the protocol; more are parted, and `sitemap.xml` becomes their index."""

_LEFT_OUT = ("not-found", "former-address", "source-view")
_OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def join(whole: Whole) -> tuple[Asset, ...]:
    """Make `robots.txt`, and with an address the sitemap that it names."""
    base = whole.archive.settings.base_url
    robots = "User-agent: *\nAllow: /\n"
    if not base:
        return (Asset(path="robots.txt", content=robots.encode()),)
    robots += f"\nSitemap: {base}sitemap.xml\n"
    entries = [_entry(page, base) for page in whole.pages if _is_listed(page)]
    return (Asset(path="robots.txt", content=robots.encode()), *maps(entries, base, LONGEST))


def maps(entries: Sequence[str], base: str, longest: int) -> tuple[Asset, ...]:
    """Write entries as one sitemap, or as several with an index."""
    if len(entries) <= longest:
        return (_file("sitemap.xml", "urlset", entries),)
    parts = [entries[start : start + longest] for start in range(0, len(entries), longest)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    index = [f"<sitemap><loc>{escape(base + name)}</loc></sitemap>" for name in names]
    files = (_file(name, "urlset", part) for name, part in zip(names, parts, strict=True))
    return (_file("sitemap.xml", "sitemapindex", index), *files)


def _file(path: str, name: str, lines: Sequence[str]) -> Asset:
    inner = "\n".join(lines)
    return Asset(path=path, content=f'{_OPENING}<{name} xmlns="{_NAMESPACE}">\n{inner}\n</{name}>\n'.encode())


def _is_listed(page: Page) -> bool:
    """Say whether a page is one to find: no stand-in, no page of a withdrawn document."""
    withdrawn = isinstance(page.subject, Document) and page.subject.entry.withdrawn
    return page.kind not in _LEFT_OUT and not withdrawn


def _entry(page: Page, base: str) -> str:
    path = "" if page.path == "index.html" else quote(page.path)
    revised = page.subject.entry.revised if isinstance(page.subject, Document) else ""
    day = dates.html_time(revised) if revised else None
    changed = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{escape(base + path)}</loc>{changed}</url>"
