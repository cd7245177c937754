"""The states index → what its table and the pages of each state show, whole or in parts.

Knows nothing of how a sentence or a role is worded; that is `states`.
"""

from muniment.indexes import division
from muniment.indexes.division import Stretch
from muniment.model import StateEntry
from muniment.pages import state_path
from muniment.views import facets, world
from muniment.views import states as wording
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links


def states(aid: FindingAid, links: Links) -> dict[str, object]:
    """Give the table of states."""
    letters = wording.letters(aid, links)
    return {
        "letters": letters,
        "columns": tuple(cell.document for cell in letters[0].rows[0].cells) if letters else (),
        "number": len(aid.indexes.states),
        "world": world.world(aid, links),
        **_filtered(aid, links),
    }


def _filtered(aid: FindingAid, links: Links) -> dict[str, object]:
    """Give what filters the table of states; its rows are known by their addresses."""
    found = aid.state_facets
    own = facets.tokens(found)
    return {
        "filters": facets.controls(aid, found),
        "tokens": {links.to(state_path(entry.state.slug)): own.get(id_, ()) for id_, entry in aid.states.items()},
        "arrangements": facets.arrangements(aid, links, "states", found),
    }


def state(aid: FindingAid, links: Links, entry: StateEntry) -> dict[str, object]:
    """Give the page of a state: what is said of it, and its names in their sentences as far as there is room."""
    documents, only = wording.only_lists(aid, links, entry)
    return {
        "region": wording.region(aid, entry.state),
        "roles": wording.roles(aid, links, entry),
        "lists": documents,
        "only": only,
        **_passages(aid, links, entry, 1),
    }


def stretch(aid: FindingAid, links: Links, shown: Stretch) -> dict[str, object]:
    """Give a further page of a state: more of its names in their sentences."""
    return {"region": "", "roles": (), "lists": (), "only": "", **_passages(aid, links, shown.entry, shown.number)}


def _passages(aid: FindingAid, links: Links, entry: StateEntry, number: int) -> dict[str, object]:
    """Give what the pages of a state share: its names in their sentences, and the states and pages beside it."""
    at = aid.place_of_state[entry.state.id]
    entries = aid.indexes.states
    parts = division.stretches(entry, aid.settings.limits)
    slug = entry.state.slug
    return {
        "state": entry.state,
        "number": number,
        "groups": wording.namings(aid, links, entry, parts[number - 1]),
        "first_part": links.to(state_path(slug)),
        "earlier_part": links.to(state_path(slug, number - 1)) if number > 1 else "",
        "later_part": links.to(state_path(slug, number + 1)) if number < len(parts) else "",
        "earlier": _neighbour(links, entries[at - 1]) if at else None,
        "later": _neighbour(links, entries[at + 1]) if at + 1 < len(entries) else None,
    }


def _neighbour(links: Links, entry: StateEntry) -> dict[str, str]:
    return {"name": entry.state.name, "url": links.to(state_path(entry.state.slug))}
