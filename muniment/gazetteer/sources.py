"""Turn the shipped file of states into entries of the gazetteer.

It refuses to know what an archive adds to them.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from muniment.gazetteer.forms import fold, steps
from muniment.model import State
from muniment.slugs import slug

_LANGUAGES = {"de": "german", "nb": "nordic", "da": "nordic", "sv": "nordic"}
SPOKEN = frozenset(_LANGUAGES.values())
"""Flags of names that count only in a text of their language."""
FLAGS = ("combining", "defined", "family_names", "given_names", "guarded", "languages")
ORDER = {"name": 0, "alias": 1, "demonym": 2}


@dataclass(slots=True, kw_only=True)
class Entries:
    """What the gazetteer is made from, while it is being put together."""

    states: dict[str, State]
    """By id."""
    shared: dict[str, tuple[tuple[str, ...], str]]
    """Form → (ids of the states that bear it, when the first is meant)."""
    others: list[tuple[str, str]]
    """(name that is no state's, reason)."""
    flags: dict[str, frozenset[str]]
    """Flag → forms that have it."""
    bearers: dict[str, str] = field(default_factory=dict)
    """Folded form → id of a state that bears it; only what an archive adds asks for it."""


def shipped(content: bytes) -> Entries:
    """Read muniment/data/states.json; what is wrong with it is our fault and raises."""
    held = json.loads(content)
    states = {}
    spoken: dict[str, set[str]] = {flag: set() for flag in sorted(SPOKEN)}
    for entry in held["states"]:
        names = tuple((row[0], row[1]) for row in entry["names"])
        states[entry["id"]] = State(
            id=entry["id"],
            name=entry["name"],
            official=entry["official"],
            slug=slug(entry["name"]),
            region=entry["region"],
            subregion=entry["subregion"],
            standing=entry["standing"],
            names=names,
        )
        for form, _, languages, *_ in entry["names"]:
            for language in languages.split():
                if language in _LANGUAGES:
                    spoken[_LANGUAGES[language]].add(form)
    return Entries(
        states=states,
        shared={entry["form"]: (tuple(entry["states"]), entry["when"]) for entry in held["shared"]},
        others=[(entry["name"], entry["reason"]) for entry in held["not_states"]],
        flags={
            **{flag: frozenset(held[flag]) for flag in FLAGS},
            **{flag: frozenset(forms) for flag, forms in spoken.items()},
        },
    )


def bearers(states: Iterable[State]) -> dict[str, str]:
    """Say for every form, folded, which state bears it."""
    return {key_of(form): state.id for state in states for form, _ in state.names}


def key_of(form: str) -> str:
    """Reduce a form to what its spellings share."""
    return "".join(between + fold(word) for between, word in steps(form))
