"""A planned page → its bytes: the page's view poured into its template.

Knows no clock and no file; an undefined name in a template is an error.
"""

from collections.abc import Mapping

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from muniment import pages
from muniment.model import Archive, Document, Indexes, Page
from muniment.typeset import escape
from muniment.views import VIEWS, Links, gather, process_line
from muniment.views.document import direction
from muniment.words import count, say

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
"""What a page may load: nothing from elsewhere, no inline style or script."""


class Renderer:
    """Renders the pages of one archive."""

    def __init__(self, templates: Mapping[str, str], archive: Archive, indexes: Indexes) -> None:
        """Take the templates by name and make the archive ready to be looked things up in."""
        self._environment = Environment(
            loader=DictLoader(dict(templates)),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=_printed,
            auto_reload=False,
        )
        self._environment.globals.update(
            say=say,
            count=count,
            site_language=archive.settings.language,
            site_direction=direction(archive.settings.language),
        )
        self._aid = gather(archive, indexes)
        self._planned = frozenset(page.path for page in pages.plan(archive, indexes))

    def render(self, page: Page) -> bytes:
        """Give the page's HTML as UTF-8."""
        settings = self._aid.settings
        links = Links(here=page.path, base_url=settings.base_url, is_absolute=page.kind == "not-found")
        reading = page.subject.id if isinstance(page.subject, Document) else ""
        context: dict[str, object] = {
            "page": page,
            "site": settings,
            "policy": POLICY,
            "href": links.to,
            "canonical": links.canonical(),
            "navigation": self._navigation(links),
            "texts": pages.standing_texts(self._aid.archive),
            "process": process_line(self._aid, links, reading),
        }
        context |= VIEWS[page.kind](self._aid, links, page)
        return self._environment.get_template(page.template).render(context).encode()

    def _navigation(self, links: Links) -> tuple[dict[str, object], ...]:
        """List the site's indexes that exist, the current one marked."""
        has_stages = bool(self._aid.stages)
        rows = (
            ("documents.html", say("nav.documents"), "", ("documents/",)),
            ("timeline.html", say("nav.timeline"), say(f"home.timeline{'' if has_stages else '.plain'}"), ()),
            ("states.html", say("nav.states"), say("home.states"), ("states/",)),
            ("figures.html", pages.introduced_title(self._aid.archive, "figures"), say("home.figures"), ()),
            ("about.html", say("nav.about"), "", ()),
        )
        return tuple(
            {
                "url": links.to(path),
                "name": name,
                "line": line,
                "is_here": links.here == path,
                "is_within": any(links.here.startswith(folder) for folder in folders),
            }
            for path, name, line, folders in rows
            if path in self._planned
        )


def _printed(value: object) -> object:
    """Make text of any origin fit for HTML: escaped once, and free of characters that HTML forbids."""
    return Markup(escape(value)) if type(value) is str else value  # noqa: S704 -- escaped in the same breath
