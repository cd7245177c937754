"""Problems of a run → the counts that every command gives of them, so that no two commands differ.

What is for an editor to look at is counted by document: how much it is in each, only `check` finds out.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from muniment.line import Outcome
    from muniment.model import Problem

EDITIONS, SEEDS = "site_src/documents/", "seeds/"


def counts(outcome: "Outcome", found: "Iterable[Problem]") -> dict[str, int]:
    """Count problems by severity; of what is for an editor to look at, the documents and the other files."""
    told = {"error": 0, "warning": 0, "info": 0}
    places: dict[str, None] = {}
    for each in found:
        told[each.severity] += 1
        if each.severity == "info":
            places[each.path] = None
    of_seed = {f"{SEEDS}{seed}": path for seed, path in outcome.editions.items()}
    places = {of_seed.get(path, path): None for path in places}
    documents = sum(path.startswith((EDITIONS, SEEDS)) for path in places)
    return {
        "errors": told["error"],
        "warnings": told["warning"],
        "documents_to_look_at": documents,
        "files_to_look_at": len(places) - documents,
    }
