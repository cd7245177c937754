"""States and what is claimed of them → the map: which outline bears which pattern, with its link and words.

Knows nothing of colours or of what a role means; a state that the map lacks is named beside it.
"""

from collections.abc import Iterable

from muniment.frozen import dataclass
from muniment.indexes.facets import Facet
from muniment.model import StateEntry
from muniment.pages import state_path
from muniment.views.atlas import Atlas, Point
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links

FEWEST = 5
"""An archive that names fewer states gets no map: its table says it at a glance."""

CROWD = 8
"""As many states in the part where states are smallest have that part shown closer."""

BEGIN = "M0 0"
"""Goes before a path behind another, as its first move counts from the corner of the picture."""

MOST = 24
"""A page arranged under more headings has no small maps: they would make it heavy, and no one compares so many."""

SORTS = ("lead", "more", "others", "named")
"""What a pattern says: only the role that most states have; that and others; others only; no role."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One state on the map."""

    id: str
    name: str
    url: str
    sort: str
    """One of `SORTS`."""
    words: str
    """The state and its roles, as read to someone who does not see the pattern."""
    path: str
    """SVG path data; empty for a state that stands as a point."""
    point: Point | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One line of the legend."""

    sort: str
    words: str
    number: str
    """How many states, in words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """Everything the map and its legend show."""

    width: int
    height: int
    land: str
    """SVG path data of everything that the archive does not name."""
    shapes: tuple[Place, ...]
    """States with an outline, by name."""
    points: tuple[Place, ...]
    """States too small for one, by name."""
    keys: tuple[Key, ...]
    close: tuple[int, int, int, int] | None
    """The part shown closer, if many of the archive's states stand there."""
    unplaced: tuple[tuple[str, str], ...]
    """(name, link) of states that the map lacks."""


def world(aid: FindingAid, links: Links) -> World | None:
    """Draw the states that an archive names; nothing without a map file or where they are few."""
    atlas = aid.atlas
    if atlas is None:
        return None
    entries = tuple(e for e in aid.indexes.states if e.state.id in atlas.shapes or e.state.id in atlas.points)
    if len(entries) < FEWEST:
        return None
    roles = {entry.state.id: _roles(entry) for entry in entries}
    lead = _lead(aid, roles.values())
    places = tuple(_place(aid, links, atlas, (entry, _sort(roles[entry.state.id], lead))) for entry in entries)
    named = {place.id: place for place in places}
    others = (path for name, path in atlas.shapes.items() if name not in named)
    return World(
        width=atlas.width,
        height=atlas.height,
        land="".join(f"{BEGIN}{path}" for path in (atlas.rest, *others)),
        shapes=tuple(place for place in places if place.path),
        points=tuple(place for place in places if place.point),
        keys=_keys(aid, places, lead, tuple(dict.fromkeys(role for own in roles.values() for role in own))),
        close=atlas.close if sum(atlas.is_close(place.id) for place in places) >= CROWD else None,
        unplaced=tuple(
            (entry.state.name, links.to(state_path(entry.state.slug)))
            for entry in aid.indexes.states
            if entry.state.id not in named
        ),
    )


def locators(aid: FindingAid, links: Links, facet: Facet) -> tuple[World | None, dict[str, tuple[Place, ...]]]:
    """Give for each value of a facet of states those that have it, to be marked on a small map of its own."""
    drawn = world(aid, links)
    if drawn is None or facet.name == "region" or len(facet.values) > MOST:
        return None, {}
    places = {place.id: place for place in (*drawn.shapes, *drawn.points)}
    return drawn, {
        value.token: tuple(places[member] for member in value.members if member in places) for value in facet.values
    }


def _roles(entry: StateEntry) -> tuple[str, ...]:
    """List the roles that are claimed for a state, each once."""
    return tuple(dict.fromkeys(claim.relation for claim in entry.claims))


def _lead(aid: FindingAid, roles: Iterable[tuple[str, ...]]) -> str:
    """Find the role that most states have, the archive's order deciding between equals; empty without any."""
    tally = dict.fromkeys(aid.relations, 0)
    for own in roles:
        for role in own:
            tally[role] = tally.get(role, 0) + 1
    lead = max(tally, key=lambda role: tally[role], default="")
    return lead if tally.get(lead) else ""


def _sort(roles: tuple[str, ...], lead: str) -> str:
    """Say which pattern a state bears."""
    if not roles:
        return "named"
    if lead not in roles:
        return "others"
    return "lead" if len(roles) == 1 else "more"


def _place(aid: FindingAid, links: Links, atlas: Atlas, found: tuple[StateEntry, str]) -> Place:
    """Put a state with its pattern on the map."""
    entry, sort = found
    labels = aid.say("map.and").join(_label(aid, role) for role in _roles(entry))
    return Place(
        id=entry.state.id,
        name=entry.state.name,
        url=links.to(state_path(entry.state.slug)),
        sort=sort,
        words=aid.say("map.state" if labels else "map.state.plain", state=entry.state.name, roles=labels),
        path=atlas.shapes.get(entry.state.id, ""),
        point=atlas.points.get(entry.state.id),
    )


def _keys(aid: FindingAid, places: tuple[Place, ...], lead: str, roles: tuple[str, ...]) -> tuple[Key, ...]:
    """Word the patterns that occur; where only one other role is claimed, by its name."""
    others = [_label(aid, role) for role in roles if role != lead]
    blanks = {"lead": _label(aid, lead) if lead else "", "other": others[0] if others else ""}
    made = []
    for sort in SORTS:
        number = sum(place.sort == sort for place in places)
        if number:
            key = f"map.{sort}{'.single' if len(others) == 1 and sort in ('more', 'others') else ''}"
            words = aid.say(key if lead else "map.named.only", **blanks)
            made.append(Key(sort=sort, words=words, number=aid.count("states", number)))
    return tuple(made)


def _label(aid: FindingAid, role: str) -> str:
    """Name a role."""
    return aid.relations[role].label if role in aid.relations else role
