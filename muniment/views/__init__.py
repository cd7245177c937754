"""A planned page → the values its template shows, one view for each kind of page, so that templates hold no logic.

Knows nothing of HTML but the text that `typeset` and Pygments set.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from muniment import pages
from muniment.citations import cite, patterns, record_of, tags
from muniment.indexes.authorities import Roster
from muniment.indexes.division import Portion, Section, Stretch
from muniment.indexes.facets import Facet
from muniment.indexes.passages import Volume
from muniment.model import Document, Page, PageText, StateEntry
from muniment.typeset.direction import direction
from muniment.views import (
    apparatus,
    authorities,
    document,
    drawing,
    entries,
    facets,
    facts,
    figures,
    home,
    lists,
    notes,
    reuse,
    search,
    seed,
    source,
    text,
    timeline,
    world,
)
from muniment.views.finding_aid import FindingAid, gather
from muniment.views.links import Links
from muniment.views.process import ProcessLine, lay, process_line
from muniment.words.access import ABBREVIATED

__all__ = ["VIEWS", "FindingAid", "Links", "ProcessLine", "gather", "lay", "process_line"]

NEITHER: Mapping[str, object] = {"earlier": None, "later": None}
"""A page with no part before or behind it."""

_Subject = TypeVar("_Subject")
View = Callable[[FindingAid, Links, Page], dict[str, object]]


def _home(aid: FindingAid, links: Links, _: Page) -> dict[str, object]:
    return {
        "cards": home.cards(aid, links),
        "everything": home.everything(aid, links),
        "introduction": text.introduction(aid, "index"),
        "indexes": authorities.ways(aid, links),
    }


def _documents(aid: FindingAid, links: Links, _: Page) -> dict[str, object]:
    return {"introduction": text.introduction(aid, "documents"), **lists.documents(aid, links)}


def _documents_of(aid: FindingAid, links: Links, page: Page) -> dict[str, object]:
    return {"introduction": None, **lists.portion(aid, links, _subject(page, Portion))}


def _documents_by(aid: FindingAid, links: Links, page: Page) -> dict[str, object]:
    shown = lists.arrangement(aid, links, _subject(page, Facet))
    return {**shown, "world": None, **_arrangement(aid, links, page, "documents", aid.document_facets)}


def _documents_by_part(aid: FindingAid, links: Links, page: Page) -> dict[str, object]:
    shown = lists.section(aid, links, _subject(page, Section))
    return {**shown, "world": None, **_arrangement(aid, links, page, "documents", aid.document_facets)}


def _states_by(aid: FindingAid, links: Links, page: Page) -> dict[str, object]:
    groups = facets.groups_of_states(aid, links, _subject(page, Facet))
    drawn, marked = world.locators(aid, links, _subject(page, Facet))
    shared = _arrangement(aid, links, page, "states", aid.state_facets)
    facet = _subject(page, Facet).name
    return {"facet": facet, "groups": groups, "parts": (), "world": drawn, "marked": marked, **shared, **NEITHER}


def _arrangement(
    aid: FindingAid, links: Links, page: Page, subject: str, found: tuple[Facet, ...]
) -> dict[str, object]:
    """Give what the pages of arrangements share."""
    return {
        "introduction": text.introduction(aid, page.path.removesuffix(".html")),
        "subject": subject,
        "whole": links.to(f"{subject}.html"),
        "arrangements": facets.arrangements(aid, links, subject, found),
    }


def _document(aid: FindingAid, links: Links, page: Page) -> dict[str, object]:
    shown = _subject(page, Document)
    front = shown.edition.front
    record = record_of(shown, aid.settings)
    differences = tuple(apparatus.difference(aid, each) for each in shown.collation.apparatus.operations)
    return {
        "document": shown,
        "front": front,
        "kind": aid.kind(shown),
        "language": "" if front.language == "und" else front.language,
        "direction": direction(front.language),
        "facts": facts.facts(aid, links, shown),
        "title_evidence": facts.evidence(aid, links, shown, "title"),
        "missing": facts.missing(aid, shown),
        "head_lines": tuple(
            (line, text.line(aid, links, shown, line.anchor)) for line in document.head_lines(aid, links, shown)
        ),
        "contents": document.contents(shown),
        "text": text.edition(aid, links, shown),
        "head_notes": notes.on_head_lines(aid, shown),
        "notes": notes.on_the_whole(aid, shown),
        "anchors": document.anchors(shown),
        "differences": differences,
        "of_form": apparatus.of_form(differences),
        "named": document.named_states(aid, links, shown),
        "named_authorities": authorities.named(aid, links, shown),
        "citations": tuple(
            (replace(cited, label=aid.say(f"cite.style.{cited.style}")), pattern)
            for cited, pattern in zip(cite(record), patterns(record), strict=True)
        ),
        "tags": tags.tags(record),
        "downloads": document.downloads(aid, links, shown),
        "leaves": document.pages_of(shown),
        "neighbours": document.neighbours(aid, links, shown),
        "seed_view": links.to(pages.seed_view_path(shown.id)) if pages.has_seed_view(aid.archive, shown) else "",
        "source_view": links.to(pages.source_view_path(shown.id)) if pages.has_source_view(aid.archive, shown) else "",
        "is_kept": pages.keeps_seed(front.publish_seed),
        "kept": front.publish_seed.partition(":")[2].strip() if pages.keeps_seed(front.publish_seed) else "",
    }


def _former_address(aid: FindingAid, links: Links, page: Page) -> dict[str, object]:
    shown = _subject(page, Document)
    views = {".seed.html": pages.seed_view_path, ".source.html": pages.source_view_path}
    target = next((view for end, view in views.items() if page.path.endswith(end)), pages.document_path)(shown.id)
    there = Links(here=target, base_url=aid.settings.base_url)
    return {"title": shown.entry.title, "url": links.to(target), "canonical": there.canonical()}


def _seed_view(aid: FindingAid, links: Links, page: Page) -> dict[str, object]:
    shown = _subject(page, Document)
    return {
        "document": shown,
        "front": shown.edition.front,
        "stretches": seed.stretches(aid, shown),
        "sorts": tuple(apparatus.SIGNS.items()),
        "edition": links.to(pages.document_path(shown.id)),
        "language": "" if shown.edition.front.language == "und" else shown.edition.front.language,
        "direction": direction(shown.edition.front.language),
    }


def _source_view(_: FindingAid, links: Links, page: Page) -> dict[str, object]:
    shown = _subject(page, Document)
    lines = source.source_lines(shown.edition)
    return {"document": shown, "lines": lines, "edition": links.to(pages.document_path(shown.id))}


def _timeline(aid: FindingAid, links: Links, _: Page) -> dict[str, object]:
    return {
        "introduction": text.introduction(aid, "timeline"),
        "drawing": drawing.drawing(aid),
        "course": timeline.course(aid, links),
        "chapters": timeline.chapters(aid, links),
        "cards": home.cards(aid, links),
        "everything": home.everything(aid, links),
    }


def _states(aid: FindingAid, links: Links, _: Page) -> dict[str, object]:
    return {"introduction": text.introduction(aid, "states"), **entries.states(aid, links)}


def _state(aid: FindingAid, links: Links, page: Page) -> dict[str, object]:
    return entries.state(aid, links, _subject(page, StateEntry))


def _state_part(aid: FindingAid, links: Links, page: Page) -> dict[str, object]:
    return entries.stretch(aid, links, _subject(page, Stretch))


def _authorities(aid: FindingAid, links: Links, page: Page) -> dict[str, object]:
    shown = _subject(page, Roster)
    introduction = text.introduction(aid, pages.ROSTERS[shown.kind]) if not shown.letter else None
    return {"introduction": introduction, "roster": shown, **authorities.roster(aid, links, shown)}


def _search(aid: FindingAid, links: Links, _: Page) -> dict[str, object]:
    return {
        "introduction": text.introduction(aid, "search"),
        "source": search.source(aid, links),
        "filters": search.filters(aid),
        "volumes": search.volume_links(aid, links),
        "arrangements": facets.arrangements(aid, links, "documents", aid.document_facets),
    }


def _full_text(aid: FindingAid, links: Links, page: Page) -> dict[str, object]:
    volume = _subject(page, Volume) if page.subject else None
    return {
        "introduction": text.introduction(aid, "full-text") if not volume or not volume.part else "",
        "volume": volume,
        "volumes": search.volume_links(aid, links),
        "documents": search.full_text(aid, links, volume) if volume else (),
    }


def _figures(aid: FindingAid, links: Links, _: Page) -> dict[str, object]:
    return {"introduction": text.introduction(aid, "figures"), "counts": figures.counts(aid, links)}


def _text(aid: FindingAid, _: Links, page: Page) -> dict[str, object]:
    return {"html": text.written(aid, _subject(page, PageText))}


def _reuse(aid: FindingAid, links: Links, _: Page) -> dict[str, object]:
    return {
        "introduction": text.introduction(aid, "reuse"),
        "whole": reuse.whole(aid, links),
        "each": reuse.each(aid),
    }


def _colophon(aid: FindingAid, _: Links, __: Page) -> dict[str, object]:
    return {
        "introduction": text.introduction(aid, "colophon"),
        "content_sha256": aid.archive.content_sha256,
        "abbreviations": tuple((short, aid.say(f"abbreviation.{name}")) for name, short in ABBREVIATED),
    }


def _not_found(aid: FindingAid, links: Links, _: Page) -> dict[str, object]:
    return {"indexes": authorities.ways(aid, links), "volumes": search.volume_links(aid, links)}


def _subject(page: Page, expected: type[_Subject]) -> _Subject:
    """Give a page's subject as what its kind promises."""
    if not isinstance(page.subject, expected):
        raise TypeError(f"{page.path} shows {type(page.subject).__name__}, not {expected.__name__}")
    return page.subject


VIEWS: Mapping[str, View] = {
    "home": _home,
    "documents": _documents,
    "documents-of": _documents_of,
    "documents-by": _documents_by,
    "documents-by-part": _documents_by_part,
    "document": _document,
    "former-address": _former_address,
    "seed-view": _seed_view,
    "source-view": _source_view,
    "timeline": _timeline,
    "states": _states,
    "states-by": _states_by,
    "state": _state,
    "state-part": _state_part,
    "authorities": _authorities,
    "figures": _figures,
    "search": _search,
    "full-text": _full_text,
    "text": _text,
    "reuse": _reuse,
    "colophon": _colophon,
    "not-found": _not_found,
}
"""The view of every kind of page in `pages.SITE`."""
