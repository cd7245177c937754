"""A planned page → its bytes: the page's view poured into its template.

Knows no clock and no file; an undefined name in a template is an error.
"""

from collections.abc import Callable, Mapping
from traceback import extract_tb

from jinja2 import BytecodeCache, Environment, FunctionLoader, StrictUndefined, TemplateNotFound, TemplateSyntaxError
from jinja2.bccache import Bucket
from markupsafe import Markup

from muniment import pages
from muniment.model import Archive, Document, Indexes, Page
from muniment.typeset import escape
from muniment.views import VIEWS, Links, atlas, card, gather, process_line
from muniment.views.document import direction
from muniment.views.linked import linked
from muniment.views.reuse import feed

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'"
)
"""What a page may load: nothing from elsewhere, no inline style or script."""

POLICY_OF_INDEX = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
"""The same for the one page that reads a search index, which is WebAssembly."""


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
        self._environment = Environment(
            loader=FunctionLoader(_named(templates)),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=_printed,
            auto_reload=False,
            bytecode_cache=None if compiled is None else _Compiled(compiled),
        )
        self._environment.globals.update(
            say=archive.settings.words.say,
            count=archive.settings.words.count,
            site_language=archive.settings.words.language,
            site_direction=direction(archive.settings.words.language),
        )
        self._aid = gather(archive, indexes, atlas.read(world) if world else None)
        self._card = card.card(self._aid)
        self._planned = frozenset(page.path for page in pages.plan(archive, indexes))

    def render(self, page: Page) -> bytes:
        """Give the page's HTML as UTF-8."""
        settings = self._aid.settings
        links = Links(here=page.path, base_url=settings.base_url, is_absolute=page.kind == "not-found")
        reading = page.subject.id if isinstance(page.subject, Document) else ""
        context: dict[str, object] = {
            "page": page,
            "site": settings,
            "policy": POLICY_OF_INDEX if page.kind == "search" and settings.search == "pagefind" else POLICY,
            "open_search": links.to(pages.OPEN_SEARCH) if pages.has_open_search(self._aid.archive) else "",
            "card": self._card,
            "href": links.to,
            "canonical": links.canonical(),
            "navigation": self._navigation(links),
            "texts": pages.standing_texts(self._aid.archive),
            "linked": linked(self._aid, links, page),
            "feed": feed(self._aid, links),
            "process": process_line(self._aid, links, reading),
        }
        context |= VIEWS[page.kind](self._aid, links, page)
        return self._environment.get_template(page.template).render(context).encode()

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


class _Compiled(BytecodeCache):
    """Compiled templates, held in a dictionary by a name that changes with their source."""

    def __init__(self, held: dict[str, bytes]) -> None:
        self._held = held

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give a template's code if its source is the one that was compiled."""
        if bucket.key in self._held:
            bucket.bytecode_from_string(self._held[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Hold a template's code."""
        self._held[bucket.key] = bucket.bytecode_to_string()


def _named(templates: Mapping[str, str]) -> Callable[[str], tuple[str, str, Callable[[], bool]] | None]:
    """Make the lookup of templates; each is known to tracebacks by its path, so that a fault in it can be placed."""

    def look_up(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        """Give a template's source and path, or nothing if there is none of this name."""
        return (templates[name], f"templates/{name}", lambda: True) if name in templates else None

    return look_up


def place_of_fault(fault: Exception) -> tuple[str, int] | None:
    """Give the template and the line in which a fault arose; nothing if no template had a part in it."""
    if isinstance(fault, TemplateSyntaxError):
        return fault.filename or f"templates/{fault.name}", fault.lineno
    frames = [frame for frame in extract_tb(fault.__traceback__) if frame.filename.startswith("templates/")]
    if frames:
        return frames[-1].filename, frames[-1].lineno or 0
    return (f"templates/{fault.name}", 0) if isinstance(fault, TemplateNotFound) else None


def _printed(value: object) -> object:
    """Make text of any origin fit for HTML: escaped once, and free of characters that HTML forbids."""
    return Markup(escape(value)) if type(value) is str else value  # noqa: S704 -- escaped in the same breath
