"""The list of documents and its arrangements → what their pages show, whole or in parts.

Knows nothing of how a part is found; that is `indexes.division`.
"""

from collections.abc import Iterable

from muniment.indexes import division
from muniment.indexes.division import Portion, Section
from muniment.indexes.facets import Facet, of_documents
from muniment.pages import arrangement_path, portion_path, portion_title
from muniment.views import facets, home
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links

Part = tuple[str, str, str]
"""(name, link, how many documents, in words)."""


def documents(aid: FindingAid, links: Links) -> dict[str, object]:
    """Give the list of all documents, or of its pages where there are too many."""
    parts = division.portions(aid.archive)
    found = () if parts else aid.document_facets
    return {
        "parts": tuple(_portion(aid, links, each) for each in parts),
        "cards": () if parts else home.rows(aid, links, aid.order),
        "filters": facets.controls(aid, found),
        "tokens": facets.tokens(found),
        "arrangements": facets.arrangements(aid, links, "documents", aid.document_facets),
        **_beside(None, None),
    }


def portion(aid: FindingAid, links: Links, shown: Portion) -> dict[str, object]:
    """Give a page of the list of documents; its filters are about the documents on it."""
    parts = division.portions(aid.archive)
    at = next(at for at, each in enumerate(parts) if (each.year, each.part) == (shown.year, shown.part))
    before, after = parts[at - 1 : at] if at else (), parts[at + 1 : at + 2]
    found = of_documents(aid.archive, shown.documents, aid.indexes.timeline)
    return {
        "parts": (),
        "cards": home.rows(aid, links, [document.id for document in shown.documents]),
        "filters": facets.controls(aid, found),
        "tokens": facets.tokens(found),
        "arrangements": facets.arrangements(aid, links, "documents", aid.document_facets),
        **_beside(
            next((_portion(aid, links, each) for each in before), None),
            next((_portion(aid, links, each) for each in after), None),
        ),
    }


def arrangement(aid: FindingAid, links: Links, facet: Facet) -> dict[str, object]:
    """Give an arrangement of documents, or the list of its values where it is divided."""
    parts = division.sections(facet, aid.settings.limits.rows)
    return {
        "facet": facet.name,
        "groups": () if parts else facets.groups_of_documents(aid, links, facet, facet.values),
        "parts": tuple(_values(aid, links, facet, parts)) if parts else (),
        **_beside(None, None),
    }


def section(aid: FindingAid, links: Links, shown: Section) -> dict[str, object]:
    """Give a part of an arrangement of documents."""
    number = len(division.sections(shown.facet, aid.settings.limits.rows))
    beside = [each if 1 <= each <= number else 0 for each in (shown.number - 1, shown.number + 1)]
    earlier, later = (
        (str(each), links.to(arrangement_path("documents", shown.facet.name, each)), "") if each else None
        for each in beside
    )
    return {
        "facet": shown.facet.name,
        "groups": facets.groups_of_documents(aid, links, shown.facet, shown.values),
        "parts": (),
        **_beside(earlier, later),
    }


def _beside(earlier: Part | None, later: Part | None) -> dict[str, object]:
    """Give the parts before and behind one."""
    return {"earlier": earlier, "later": later}


def _portion(aid: FindingAid, links: Links, shown: Portion) -> Part:
    """Name a page of the list of documents."""
    name = portion_title(aid.archive, shown)
    return name, links.to(portion_path(shown)), aid.count("documents", len(shown.documents))


def _values(aid: FindingAid, links: Links, facet: Facet, parts: tuple[Section, ...]) -> Iterable[Part]:
    """List the values of a divided arrangement, each with where it begins; or the parts, where values are too many."""
    first: dict[str, int] = {}
    for each in parts:
        for value in each.values:
            first.setdefault(value.token, each.number)
    if len(facet.values) <= aid.settings.limits.rows:
        for value in facet.values:
            url = links.to(f"{arrangement_path('documents', facet.name, first[value.token])}#by-{value.token}")
            yield facets.label(aid, facet, value), url, aid.count("documents", len(value.members))
        return
    for each in parts:
        first_label, last_label = facets.label(aid, facet, each.values[0]), facets.label(aid, facet, each.values[-1])
        name = aid.say("part.span", first=first_label, last=last_label)
        number = sum(len(value.members) for value in each.values)
        yield name, links.to(arrangement_path("documents", facet.name, each.number)), aid.count("documents", number)
