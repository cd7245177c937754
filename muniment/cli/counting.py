"""Problems of a run → the counts that every command gives of them, so that no two commands differ.

What is for an editor to look at is counted by document: how much it is in each, only `check` finds out.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from muniment.line import Inputs, Outcome
    from muniment.model import Problem

EDITIONS, SEEDS = "site_src/documents/", "seeds/"
_SEED = re.compile(rb"^seed:[ \t]*[\"']?([^\r\n\"']*)", re.MULTILINE)


def counts(inputs: "Inputs", outcome: "Outcome", found: "Iterable[Problem]") -> dict[str, int]:
    """Count problems by severity; of what is for an editor to look at, the documents and the other files."""
    told = {"error": 0, "warning": 0, "info": 0}
    places: dict[str, None] = {}
    for each in found:
        told[each.severity] += 1
        if each.severity == "info":
            places[each.path] = None
    if any(path.startswith(SEEDS) for path in places):
        editions = _editions(inputs, outcome)
        places = {editions.get(path, path): None for path in places}
    documents = sum(path.startswith((EDITIONS, SEEDS)) for path in places)
    return {
        "errors": told["error"],
        "warnings": told["warning"],
        "documents_to_look_at": documents,
        "files_to_look_at": len(places) - documents,
    }


def _editions(inputs: "Inputs", outcome: "Outcome") -> Mapping[str, str]:
    """Give the path of each seed's edition, by the seed's own path."""
    drafted = {path: text.encode() for path, text in outcome.drafts if path.endswith(".md")}
    standing = {path: inputs.sources[path] for path in inputs.sources if path.startswith(EDITIONS)}
    named = ((path, _SEED.search(content)) for path, content in {**standing, **drafted}.items())
    return {f"{SEEDS}{seed[1].decode('utf-8', 'replace').strip()}": path for path, seed in named if seed}
