"""The site's table of contents: which pages an archive becomes, where each stands and which template sets it.

Knows nothing of what a page looks like.
"""

from collections.abc import Callable, Collection, Iterable

from muniment.frozen import dataclass
from muniment.indexes import authorities, division, passages
from muniment.indexes.authorities import Roster
from muniment.indexes.division import Stretch
from muniment.model import Archive, Indexes, Page
from muniment.pages.addresses import (
    ARRANGED,
    ASKS_INDEX,
    BUILT,
    DATA_OF_SEARCH,
    OPEN_SEARCH,
    ROSTERS,
    arrangement_path,
    authority_path,
    document_path,
    has_files,
    has_open_search,
    has_seed_view,
    has_source_view,
    introduced_title,
    introduction,
    keeps_seed,
    original_path,
    portion_path,
    portion_title,
    publishes_seed,
    roster_path,
    seed_view_path,
    source_view_path,
    standing_texts,
    state_path,
    volume_path,
    volume_title,
)

__all__ = [
    "ARRANGED",
    "ASKS_INDEX",
    "BUILT",
    "DATA_OF_SEARCH",
    "OPEN_SEARCH",
    "ROSTERS",
    "SITE",
    "DuplicatePathError",
    "PageKind",
    "arrangement_path",
    "authority_path",
    "document_path",
    "has_files",
    "has_open_search",
    "has_seed_view",
    "has_source_view",
    "introduced_title",
    "introduction",
    "keeps_seed",
    "original_path",
    "paths",
    "plan",
    "portion_path",
    "portion_title",
    "publishes_seed",
    "roster_path",
    "seed_view_path",
    "source_view_path",
    "standing_texts",
    "state_path",
    "volume_path",
    "volume_title",
]


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


def paths(archive: Archive, indexes: Indexes, kinds: Collection[str]) -> frozenset[str]:
    """Give the paths of all pages of some kinds."""
    found = (kind.pages(archive, indexes) for kind in SITE if kind.name in kinds)
    return frozenset(path for pages in found for path, _, _ in pages)


def _home(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    yield "index.html", archive.settings.title, None


def _documents_index(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    yield "documents.html", introduced_title(archive, "documents"), None


def _portions(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    for portion in division.portions(archive):
        yield portion_path(portion), portion_title(archive, portion), portion


def _documents(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    for document in archive.documents:
        yield document_path(document.id), document.entry.title, document


def _former_addresses(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    for document in archive.documents:
        entry = document.entry
        for alias in entry.aliases:
            yield document_path(alias), entry.title, document
            if has_source_view(archive, document):
                yield source_view_path(alias), entry.title, document
            if has_seed_view(archive, document):
                yield seed_view_path(alias), entry.title, document


def _seed_views(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    say = archive.settings.words.say
    for document in archive.documents:
        if has_seed_view(archive, document):
            yield seed_view_path(document.id), say("seed.title", title=document.entry.title), document


def _source_views(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    say = archive.settings.words.say
    for document in archive.documents:
        if has_source_view(archive, document):
            yield source_view_path(document.id), say("source.title", title=document.entry.title), document


def _timeline(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    if "timeline" in archive.settings.indexes:
        yield "timeline.html", introduced_title(archive, "timeline"), None


def _states_index(archive: Archive, indexes: Indexes) -> Iterable[tuple[str, str, object]]:
    if indexes.states:
        yield "states.html", introduced_title(archive, "states"), None


def _state_stretches(archive: Archive, indexes: Indexes) -> Iterable[tuple[str, str, object]]:
    say = archive.settings.words.say
    for entry in indexes.states:
        for number in range(2, len(division.stretches(entry, archive.settings.limits)) + 1):
            title = say("part.title", title=entry.state.name, part=number)
            yield state_path(entry.state.slug, number), title, Stretch(entry=entry, number=number)


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
    for facet in indexes.document_facets:
        path = arrangement_path("documents", facet.name)
        yield path, introduced_title(archive, path.removesuffix(".html")), facet


def _sections(archive: Archive, indexes: Indexes) -> Iterable[tuple[str, str, object]]:
    say = archive.settings.words.say
    for facet in indexes.document_facets:
        title = introduced_title(archive, arrangement_path("documents", facet.name).removesuffix(".html"))
        for section in division.sections(facet, archive.settings.limits.rows):
            path = arrangement_path("documents", facet.name, section.number)
            yield path, say("part.title", title=title, part=section.number), section


def _arranged_states(archive: Archive, indexes: Indexes) -> Iterable[tuple[str, str, object]]:
    for facet in indexes.state_facets:
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
    if has_files(archive):
        yield "reuse.html", introduced_title(archive, "reuse"), None


def _colophon(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    yield "colophon.html", introduced_title(archive, "colophon"), None


def _not_found(archive: Archive, _: Indexes) -> Iterable[tuple[str, str, object]]:
    yield "404.html", archive.settings.words.say("missing.title"), None


SITE: tuple[PageKind, ...] = (
    PageKind(name="home", template="home.html", pages=_home),
    PageKind(name="documents", template="documents.html", pages=_documents_index),
    PageKind(name="documents-of", template="documents.html", pages=_portions),
    PageKind(name="documents-by", template="arrangement.html", pages=_arranged_documents),
    PageKind(name="documents-by-part", template="arrangement.html", pages=_sections),
    PageKind(name="document", template="document.html", pages=_documents),
    PageKind(name="former-address", template="former-address.html", pages=_former_addresses),
    PageKind(name="seed-view", template="seed-view.html", pages=_seed_views),
    PageKind(name="source-view", template="source-view.html", pages=_source_views),
    PageKind(name="timeline", template="timeline.html", pages=_timeline),
    PageKind(name="states", template="states.html", pages=_states_index),
    PageKind(name="states-by", template="arrangement.html", pages=_arranged_states),
    PageKind(name="state", template="state.html", pages=_states),
    PageKind(name="state-part", template="state.html", pages=_state_stretches),
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
