"""The site's table of contents: which pages an archive becomes, where each stands and which template sets it.

Knows nothing of what a page looks like.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from muniment.indexes import authorities, facets, passages
from muniment.indexes.authorities import Roster
from muniment.indexes.passages import Volume
from muniment.model import Archive, Authority, Document, Indexes, Page, PageText

DATA_OF_SEARCH = "search-text.js"
"""The script that carries the archive's words to the search page."""

ASKS_INDEX = "static/search-index.js"
"""The script that asks the search index instead."""

OPEN_SEARCH = "opensearch.xml"
"""The description of the search for browsers."""

ROSTERS = {"person": "people", "organisation": "organisations", "place": "places"}
"""Kind of authority → slug of its index."""

@dataclass(frozen=True, slots=True, kw_only=True)
class PageKind:
    """One row of the table of contents: a kind of page and how its pages are found."""

    name: str
    """Becomes `Page.kind`; also the name of the view that computes what the template shows."""
    template: str
    """File in `templates/`."""
    pages: Callable[[Archive, Indexes], Iterable[tuple[str, str, object]]]
    """Gives (path, title, subject) for every page of the kind; none where the archive has nothing to show."""


class DuplicatePathError(ValueError):
    """Two planned pages have the same address."""


def plan(archive: Archive, indexes: Indexes) -> tuple[Page, ...]:
    """List every HTML page of the site, sorted by path; two pages with one path are refused."""
    planned = [
        Page(path=path, template=kind.template, title=title, kind=kind.name, subject=subject)
        for kind in SITE
        for path, title, subject in kind.pages(archive, indexes)
    ]
    owners: dict[str, Page] = {}
    for page in planned:
        other = owners.setdefault(page.path, page)
        if other is not page:
            raise DuplicatePathError(f"{page.path} is planned twice: as {other.kind} and as {page.kind}")
    return tuple(sorted(planned, key=lambda page: page.path))


def document_path(document: str) -> str:
    """Give the address of a document's page by the document's id."""
    return f"documents/{document}.html"


def seed_view_path(document: str) -> str:
    """Give the address of the page that sets a document's seed beside its edition."""
    return f"documents/{document}.seed.html"


def source_view_path(document: str) -> str:
    """Give the address of the page that shows an edition's file as people edit it."""
    return f"documents/{document}.source.html"


def state_path(slug: str) -> str:
    """Give the address of a state's page by the state's slug."""
    return f"states/{slug}.html"


def roster_path(kind: str, letter: str = "") -> str:
    """Give the address of the index of one kind of authority, or of the page of one of its letters."""
    return f"{ROSTERS[kind]}-{letter}.html" if letter else f"{ROSTERS[kind]}.html"


def authority_path(authority: Authority, is_divided: bool) -> str:
    """Give the address of an authority's entry in its index."""
    letter = authorities.letter(authority) if is_divided else ""
    return f"{roster_path(authority.kind, letter)}#{authority.id}"


def arrangement_path(subject: str, facet: str) -> str:
    """Give the address of the page that arranges `documents` or `states` by a facet."""
    return f"{subject}-by-{facet}.html"


def volume_path(volume: Volume) -> str:
    """Give the address of a page of the full text."""
    if not volume.part:
        return "full-text.html"
    return f"full-text-{volume.year or 'undated'}{f'-{volume.part}' if volume.part > 1 else ''}.html"


def volume_title(archive: Archive, volume: Volume) -> str:
    """Name a page of the full text."""
    say = archive.settings.words.say
    if not volume.part:
        return say("full-text.title")
    year = volume.year or say("undated")
    return say("full-text.volume.part" if volume.part > 1 else "full-text.volume", year=year, part=volume.part)


def has_open_search(archive: Archive) -> bool:
    """Say whether browsers can be told of the search: it exists, and at an absolute address."""
    return archive.settings.search != "none" and bool(archive.settings.base_url)


def introduction(archive: Archive, slug: str) -> PageText | None:
    """Find the hand-written text that introduces a built page: the page text with that page's slug."""
    return next((text for text in archive.settings.pages if text.slug == slug), None)


def standing_texts(archive: Archive) -> tuple[PageText, ...]:
    """List the hand-written texts that are pages of their own: those whose slug is no built page's."""
    return tuple(text for text in archive.settings.pages if text.slug not in BUILT)


def _home(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    yield "index.html", archive.settings.title, None


def _documents_index(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    yield "documents.html", introduced_title(archive, "documents"), None


def _documents(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    for document in archive.documents:
        yield document_path(document.id), document.entry.title, document


def _former_addresses(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    for document in archive.documents:
        entry = document.entry
        for alias in entry.aliases:
            yield document_path(alias), entry.title, document
            if not entry.withdrawn:
                yield source_view_path(alias), entry.title, document
            if not entry.withdrawn and not keeps_seed(entry.publish_seed):
                yield seed_view_path(alias), entry.title, document


def _seed_views(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    say = archive.settings.words.say
    for document in archive.documents:
        entry = document.entry
        if not entry.withdrawn and not keeps_seed(entry.publish_seed):
            yield seed_view_path(document.id), say("seed.title", title=entry.title), document


def _source_views(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    say = archive.settings.words.say
    for document in archive.documents:
        if not document.entry.withdrawn:
            yield source_view_path(document.id), say("source.title", title=document.entry.title), document


def _timeline(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    if "timeline" in archive.settings.indexes:
        yield "timeline.html", introduced_title(archive, "timeline"), None


def _states_index(archive: Archive, indexes: Indexes) -> Iterable[tuple[str, str, object]]:
    if indexes.states:
        yield "states.html", introduced_title(archive, "states"), None


def _states(_: Archive, indexes: Indexes) -> Iterable[tuple[str, str, object]]:
    for entry in indexes.states:
        yield state_path(entry.state.slug), entry.state.name, entry


def _authorities(archive: Archive, indexes: Indexes) -> Iterable[tuple[str, str, Roster]]:
    say = archive.settings.words.say
    for kind, slug in ROSTERS.items():
        for roster in authorities.rosters(indexes, kind):
            title = introduced_title(archive, slug)
            if roster.letter:
                title = say("roster.letter", title=title, letter=roster.heading or say("roster.elsewhere"))
            yield roster_path(kind, roster.letter), title, roster


def _figures(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    if archive.figures and "figures" in archive.settings.indexes:
        yield "figures.html", introduced_title(archive, "figures"), None


def _arranged_documents(archive: Archive, indexes: Indexes) -> Iterable[tuple[str, str, object]]:
    for facet in facets.of_documents(archive, archive.documents, indexes.timeline):
        path = arrangement_path("documents", facet.name)
        yield path, introduced_title(archive, path.removesuffix(".html")), facet


def _arranged_states(archive: Archive, indexes: Indexes) -> Iterable[tuple[str, str, object]]:
    for facet in facets.of_states(archive, indexes.states):
        path = arrangement_path("states", facet.name)
        yield path, introduced_title(archive, path.removesuffix(".html")), facet


def _search(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    if archive.settings.search != "none":
        yield "search.html", introduced_title(archive, "search"), None


def _full_text(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    if archive.settings.search == "none":
        return
    found = passages.volumes(archive)
    yield "full-text.html", introduced_title(archive, "full-text"), found[0] if len(found) == 1 else None
    for volume in found:
        if volume.part:
            yield volume_path(volume), volume_title(archive, volume), volume


def _texts(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    for text in standing_texts(archive):
        yield f"{text.slug}.html", text.title, text


def _reuse(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    if archive.settings.exports:
        yield "reuse.html", introduced_title(archive, "reuse"), None


def _colophon(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    yield "colophon.html", introduced_title(archive, "colophon"), None


def _not_found(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    yield "404.html", archive.settings.words.say("missing.title"), None


def introduced_title(archive: Archive, slug: str) -> str:
    """Take a built page's title from its hand-written introduction, else from the words of the interface."""
    text = introduction(archive, slug)
    return text.title if text else archive.settings.words.say(f"{slug}.title")


def original_path(document: Document) -> str:
    """Give the path of a seed that is no plain text, as received; empty where it is not published.

    A web page is published as plain text, so that nothing in it can run; a PDF with scripts is not published.
    """
    entry, transcript = document.entry, document.transcript
    if transcript.is_exact or transcript.has_actions or entry.withdrawn or keeps_seed(entry.publish_seed):
        return ""
    end = transcript.name.rpartition(".")[2].lower()
    return f"documents/{document.id}.original.{end if end in ('pdf', 'docx') else 'txt'}"


def keeps_seed(publish_seed: str) -> bool:
    """Say whether front matter keeps the seed from publication (`no`, or `no: <reason>`)."""
    return publish_seed.partition(":")[0].strip() == "no"


SITE: tuple[PageKind, ...] = (
    PageKind(name="home", template="home.html", pages=_home),
    PageKind(name="documents", template="documents.html", pages=_documents_index),
    PageKind(name="documents-by", template="arrangement.html", pages=_arranged_documents),
    PageKind(name="document", template="document.html", pages=_documents),
    PageKind(name="former-address", template="former-address.html", pages=_former_addresses),
    PageKind(name="seed-view", template="seed-view.html", pages=_seed_views),
    PageKind(name="source-view", template="source-view.html", pages=_source_views),
    PageKind(name="timeline", template="timeline.html", pages=_timeline),
    PageKind(name="states", template="states.html", pages=_states_index),
    PageKind(name="states-by", template="arrangement.html", pages=_arranged_states),
    PageKind(name="state", template="state.html", pages=_states),
    PageKind(name="authorities", template="authorities.html", pages=_authorities),
    PageKind(name="figures", template="figures.html", pages=_figures),
    PageKind(name="search", template="search.html", pages=_search),
    PageKind(name="full-text", template="full-text.html", pages=_full_text),
    PageKind(name="text", template="text.html", pages=_texts),
    PageKind(name="reuse", template="reuse.html", pages=_reuse),
    PageKind(name="colophon", template="colophon.html", pages=_colophon),
    PageKind(name="not-found", template="not-found.html", pages=_not_found),
)
"""Every kind of page of the site, in the order a reader meets them."""

ARRANGED = tuple(f"documents-by-{facet}" for facet in ("kind", "place", "stage", "year", "creator"))
"""Slugs of the pages that arrange the documents."""

BUILT = frozenset(
    {"index", "documents", "timeline", "states", "figures", "colophon", "404", "search", "full-text", *ARRANGED}
    | {*ROSTERS.values()}
    | {"states-by-role", "states-by-region", "states-by-document", "reuse"}
)
"""Slugs of built pages; a hand-written text with such a slug introduces that page instead of being one."""
