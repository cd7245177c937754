"""A planned page → its bytes: the page's view poured into its template.

Knows no clock and no file; an undefined name in a template is an error.
"""

from collections.abc import Mapping
from copy import copy
from traceback import extract_tb
from typing import Self

from jinja2 import TemplateNotFound, TemplateSyntaxError
from markupsafe import Markup

from muniment import pages
from muniment.model import Archive, Document, Indexes, Naming, Page
from muniment.render.templates import environment
from muniment.typeset.direction import direction
from muniment.views import VIEWS, Links, atlas, card, finding_aid, gather, lay, process_line
from muniment.views.linked import linked
from muniment.views.reuse import feed

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
"""What a page may load: nothing from elsewhere, no inline style or script."""

POLICY_OF_INDEX = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
"""The same for the one page that reads a search index, which is WebAssembly."""

NAVIGATED = ("documents", "timeline", "states", "figures", "text", "search")
"""Kinds of the pages that every page leads to, where they exist."""


class Renderer:
    """Renders the pages of one archive."""

    def __init__(
        self,
        templates: Mapping[str, str],
        archive: Archive,
        indexes: Indexes,
        world: bytes = b"",
        compiled: dict[str, bytes] | None = None,
    ) -> None:
        """Take the templates by name and make the archive ready to be looked things up in.

        `compiled` remembers what the templates became, for the next renderer.
        """
        words = archive.settings.words
        names = {
            "count": words.count,
            "site_language": words.language,
            "site_direction": direction(words.language),
        }
        self._environment = environment(templates, words.say, names, compiled)
        self._aid = gather(archive, indexes, atlas.read(world) if world else None)
        self._card = card.card(self._aid)
        self._course = lay(self._aid)
        self._planned = pages.paths(archive, indexes, NAVIGATED)
        self._texts = pages.standing_texts(archive)
        self._frames: dict[tuple[str, str], dict[str, object]] = {}

    def ahead(self, document: Document, namings: tuple[Naming, ...]) -> Self:
        """Give a renderer for the pages of one document as it would be, with the names in it; all else as it stands."""
        other = copy(self)
        other._aid = finding_aid.ahead(self._aid, document, namings)
        return other

    def render(self, page: Page) -> bytes:
        """Give the page's HTML as UTF-8."""
        settings = self._aid.settings
        links = Links(here=page.path, base_url=settings.base_url, is_absolute=page.kind == "not-found")
        reading = page.subject.id if isinstance(page.subject, Document) else ""
        context = {
            **self._frame(page, links),
            "page": page,
            "policy": POLICY_OF_INDEX if page.kind == "search" and settings.search == "pagefind" else POLICY,
            "href": links.to,
            "canonical": links.canonical(),
            "linked": linked(self._aid, links, page),
            "process": process_line(self._aid, self._course, links, reading),
            **VIEWS[page.kind](self._aid, links, page),
        }
        return self._environment.get_template(page.template).render(context).encode()

    def _frame(self, page: Page, links: Links) -> dict[str, object]:
        """Give what all pages of a kind in a folder share; pages in no folder are few, and each has its own."""
        folder = page.path.rpartition("/")[0]
        frame = self._frames.get((folder, page.kind)) if folder else None
        if frame is None:
            frame = self._framed(page, links)
            if folder:
                self._frames[folder, page.kind] = frame
        return frame

    def _framed(self, page: Page, links: Links) -> dict[str, object]:
        """Set what stands above and below a page's own content."""
        frame: dict[str, object] = {
            "site": self._aid.settings,
            "card": self._card,
            "open_search": links.to(pages.OPEN_SEARCH) if pages.has_open_search(self._aid.archive) else "",
            "feed": feed(self._aid, links),
            "has_files": pages.has_files(self._aid.archive),
            "navigation": self._navigation(links),
            "texts": self._texts,
        }
        for name in ("masthead", "footer"):
            template = self._environment.get_template(f"{name}.html")
            frame[name] = Markup(template.render(frame, page=page, href=links.to))  # noqa: S704 -- the template escapes
        return frame

    def _navigation(self, links: Links) -> tuple[dict[str, object], ...]:
        """List the site's indexes that exist, the current one marked."""
        has_stages, say = bool(self._aid.stages), self._aid.say
        rows = (
            ("documents.html", self._named("documents"), "", ("documents/",)),
            ("timeline.html", self._named("timeline"), say(f"home.timeline{'' if has_stages else '.plain'}"), ()),
            ("states.html", self._named("states"), say("home.states"), ("states/",)),
            ("figures.html", pages.introduced_title(self._aid.archive, "figures"), say("home.figures"), ()),
            ("about.html", say("nav.about"), "", ()),
            ("search.html", self._named("search"), say("home.search"), ("full-text",)),
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

    def _named(self, slug: str) -> str:
        """Name an index as the hand-written page that introduces it does, else in the words of the interface."""
        text = pages.introduction(self._aid.archive, slug)
        return text.title if text else self._aid.say(f"nav.{slug}")


def place_of_fault(fault: Exception) -> tuple[str, int] | None:
    """Give the template and the line in which a fault arose; nothing if no template had a part in it."""
    if isinstance(fault, TemplateSyntaxError):
        return fault.filename or f"templates/{fault.name}", fault.lineno
    frames = [frame for frame in extract_tb(fault.__traceback__) if frame.filename.startswith("templates/")]
    if frames:
        return frames[-1].filename, frames[-1].lineno or 0
    return (f"templates/{fault.name}", 0) if isinstance(fault, TemplateNotFound) else None
