"""A planned page → the values its template shows, one view for each kind of page, so that templates hold no logic.

Knows nothing of HTML but the text that `typeset` and Pygments set.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeVar

from muniment import pages
from muniment.citations import cite, patterns, record_of, tags
from muniment.indexes.authorities import Roster
from muniment.indexes.facets import Facet
from muniment.indexes.passages import Volume
from muniment.model import Document, Page, PageText, StateEntry
from muniment.typeset.direction import direction
from muniment.views import (
    apparatus,
    authorities,
    document,
    drawing,
    facets,
    facts,
    figures,
    home,
    notes,
    reuse,
    search,
    seed,
    source,
    states,
    text,
    timeline,
    world,
)
from muniment.views.finding_aid import FindingAid, gather
from muniment.views.links import Links
from muniment.views.process import ProcessLine, lay, process_line
from muniment.words.access import ABBREVIATED

__all__ = ["VIEWS", "FindingAid", "Links", "ProcessLine", "gather", "lay", "process_line"]

_Subject = TypeVar("_Subject")
View = Callable[[FindingAid, Links, Page], dict[str, object]]


def _home(aid: FindingAid, links: Links, _: Page) -> dict[str, object]:
    return {
        "cards": home.cards(aid, links),
        "introduction": text.introduction(aid, "index"),
        "indexes": authorities.ways(aid, links),
    }


def _documents(aid: FindingAid, links: Links, _: Page) -> dict[str, object]:
    found = facets.of_documents(aid)
    return {
        "cards": home.cards(aid, links),
        "introduction": text.introduction(aid, "documents"),
        "filters": facets.controls(aid, found),
        "tokens": facets.tokens(found),
        "arrangements": facets.arrangements(aid, links, "documents", found),
    }


def _documents_by(aid: FindingAid, links: Links, page: Page) -> dict[str, object]:
    groups = facets.groups_of_documents(aid, links, _subject(page, Facet))
    return {"groups": groups, "world": None, **_arrangement(aid, links, page, "documents", facets.of_documents(aid))}


def _states_by(aid: FindingAid, links: Links, page: Page) -> dict[str, object]:
    groups = facets.groups_of_states(aid, links, _subject(page, Facet))
    drawn, marked = world.locators(aid, links, _subject(page, Facet))
    shared = _arrangement(aid, links, page, "states", facets.of_states(aid))
    return {"groups": groups, "world": drawn, "marked": marked, **shared}


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
    }


def _states(aid: FindingAid, links: Links, _: Page) -> dict[str, object]:
    letters = states.letters(aid, links)
    return {
        "introduction": text.introduction(aid, "states"),
        "letters": letters,
        "columns": tuple(cell.document for cell in letters[0].rows[0].cells) if letters else (),
        "number": len(aid.indexes.states),
        "world": world.world(aid, links),
        **_filtered_states(aid, links),
    }


def _filtered_states(aid: FindingAid, links: Links) -> dict[str, object]:
    """Give what filters the table of states; its rows are known by their addresses."""
    found = facets.of_states(aid)
    own = facets.tokens(found)
    return {
        "filters": facets.controls(aid, found),
        "tokens": {links.to(pages.state_path(entry.state.slug)): own.get(id_, ()) for id_, entry in aid.states.items()},
        "arrangements": facets.arrangements(aid, links, "states", found),
    }


def _state(aid: FindingAid, links: Links, page: Page) -> dict[str, object]:
    entry = _subject(page, StateEntry)
    order = list(aid.indexes.states)
    index = order.index(entry)
    return {
        "state": entry.state,
        "region": states.region(aid, entry.state),
        "roles": states.roles(aid, links, entry),
        "groups": states.namings(aid, links, entry),
        "lists": states.only_lists(aid, links, entry),
        "earlier": _neighbour(links, order[index - 1]) if index else None,
        "later": _neighbour(links, order[index + 1]) if index + 1 < len(order) else None,
    }


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
        "arrangements": facets.arrangements(aid, links, "documents", facets.of_documents(aid)),
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


def _neighbour(links: Links, entry: StateEntry) -> dict[str, str]:
    return {"name": entry.state.name, "url": links.to(pages.state_path(entry.state.slug))}


def _subject(page: Page, expected: type[_Subject]) -> _Subject:
    """Give a page's subject as what its kind promises."""
    if not isinstance(page.subject, expected):
        raise TypeError(f"{page.path} shows {type(page.subject).__name__}, not {expected.__name__}")
    return page.subject


VIEWS: Mapping[str, View] = {
    "home": _home,
    "documents": _documents,
    "documents-by": _documents_by,
    "document": _document,
    "former-address": _former_address,
    "seed-view": _seed_view,
    "source-view": _source_view,
    "timeline": _timeline,
    "states": _states,
    "states-by": _states_by,
    "state": _state,
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
