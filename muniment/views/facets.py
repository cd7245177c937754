"""Facets of an index → the controls of its filters, the values each row answers to, and pages arranged by them.

Knows nothing of how a script filters: the rows of a page are complete without one.
"""

from collections.abc import Iterable, Mapping

from muniment.frozen import dataclass
from muniment.indexes.facets import Facet, Value
from muniment.pages import arrangement_path, state_path
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links
from muniment.views.timeline import references


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One choice of a filter."""

    name: str
    """Of the facet; also its name in addresses."""
    label: str
    options: tuple[tuple[str, str], ...]
    """(token, label with the number of rows)."""


def controls(aid: FindingAid, found: Iterable[Facet]) -> tuple[Control, ...]:
    """Make a control for each facet that has something to choose between."""
    number = aid.words.number
    return tuple(
        Control(
            name=facet.name,
            label=aid.say(f"filter.{facet.name}"),
            options=tuple(
                (each.token, aid.say("filter.option", label=label(aid, facet, each), n=number(len(each.members))))
                for each in facet.values
            ),
        )
        for facet in found
        if len(facet.values) > 1
    )


def tokens(found: Iterable[Facet]) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Give for every member of the facets the values it answers to: (facet, tokens with a space between)."""
    given: dict[str, dict[str, list[str]]] = {}
    for facet in found:
        for value in facet.values:
            for member in value.members:
                given.setdefault(member, {}).setdefault(facet.name, []).append(value.token)
    return {
        member: tuple((name, " ".join(own)) for name, own in by_facet.items()) for member, by_facet in given.items()
    }


def label(aid: FindingAid, facet: Facet, value: Value) -> str:
    """Name a value for readers."""
    if value.label:
        return value.label
    is_named = facet.name in ("stage", "year", "role", "document")
    return aid.say(f"filter.none.{facet.name}" if is_named else "filter.none")


def arrangements(aid: FindingAid, links: Links, subject: str, found: Iterable[Facet]) -> tuple[tuple[str, str], ...]:
    """List (words, link) of the pages that arrange an index in another way."""
    return tuple(
        (aid.say(f"arranged.{facet.name}"), links.to(arrangement_path(subject, facet.name))) for facet in found
    )


def groups_of_documents(
    aid: FindingAid, links: Links, facet: Facet, values: Iterable[Value]
) -> tuple[dict[str, object], ...]:
    """Give the headings of an arrangement of documents, for some of its values, with what stands under each."""
    return tuple(
        {
            "token": value.token,
            "label": label(aid, facet, value),
            "references": references(aid, links, value.members),
            "states": (),
        }
        for value in values
    )


def groups_of_states(aid: FindingAid, links: Links, facet: Facet) -> tuple[dict[str, object], ...]:
    """Give the headings of an arrangement of states with what stands under each."""
    names = {name: entry.state for name, entry in aid.states.items()}
    return tuple(
        {
            "token": value.token,
            "label": label(aid, facet, value),
            "references": (),
            "states": tuple((names[name].name, links.to(state_path(names[name].slug))) for name in value.members),
        }
        for value in facet.values
    )
