"""Turns a number into sentences of an invented correspondence; every sentence differs, and only named states are named.

It refuses to know what a document is. What the sentences are made of stands in `wording.toml`. The words vary, so that
a generator that remembers what it made of a paragraph gains nothing by it.
"""

import random
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

Choice = TypeVar("Choice")

SOURCE = Path(__file__).with_name("wording.toml")
_LISTS: dict[str, tuple[str, ...]] = {
    name: tuple(entries) for name, entries in tomllib.loads(SOURCE.read_text(encoding="utf-8")).items()
}
STATES = _LISTS["states"]
"""States as the documents name them, by name."""
TOPICS = _LISTS["topics"]


def chosen(source: random.Random, choices: Sequence[Choice]) -> Choice:
    """Choose one; needs of the source only what every version of Python gives alike."""
    return choices[int(source.random() * len(choices))]


def sample(source: random.Random, choices: Sequence[Choice], number: int) -> tuple[Choice, ...]:
    """Choose several that differ, in the order of the choices."""
    left = list(range(len(choices)))
    taken = [left.pop(int(source.random() * len(left))) for _ in range(min(number, len(left)))]
    return tuple(choices[at] for at in sorted(taken))


def one_of(source: random.Random, name: str) -> str:
    """Choose an entry of one of the lists."""
    return chosen(source, _LISTS[name])


def surname(source: random.Random) -> str:
    """Make a name up."""
    return one_of(source, "first") + one_of(source, "middle") + one_of(source, "last")


def coast(source: random.Random) -> str:
    """Make up a name of a place on a coast."""
    name, kind = surname(source), one_of(source, "coasts")
    return f"{kind} {name}" if kind in _LISTS["before"] else f"{name} {kind}"


def officer(source: random.Random) -> str:
    """Make up a person with an office."""
    return f"{one_of(source, 'offices')} {surname(source)}"


def sentence(source: random.Random) -> str:
    """Make a sentence that names no state."""
    made = _filled(source, one_of(source, "forms"))
    if source.random() < 0.7 or not made.startswith(_LISTS["small"]):
        return made
    return f"{one_of(source, 'asides')} {made[0].lower()}{made[1:]}"


def naming(source: random.Random, state: str) -> str:
    """Make a sentence that names one state, once."""
    return _filled(source, one_of(source, "naming")).replace("<state>", state)


def listing(place: str, states: Sequence[str]) -> str:
    """Make the sentence that lists states, which every document has."""
    named = states[0] if len(states) == 1 else f"{', '.join(states[:-1])} and {states[-1]}"
    return f"Statements were heard in {place} from {named}."


def _filled(source: random.Random, form: str) -> str:
    """Fill a form, every blank anew."""
    pieces = form.split("{")
    filled = (_blank(source, name) + rest for name, _, rest in (piece.partition("}") for piece in pieces[1:]))
    return pieces[0] + "".join(filled)


def _blank(source: random.Random, name: str) -> str:
    """Fill one blank."""
    match name:
        case "surname":
            return surname(source)
        case "coast":
            return coast(source)
        case "number":
            return f"{3 + int(source.random() * 9600):,}"
        case "share":
            return str(2 + int(source.random() * 95))
        case "state":
            return "<state>"
        case "Body":
            return one_of(source, "bodies").replace("the ", "The ", 1)
        case _:
            return one_of(source, _BLANKS[name])


_BLANKS = {
    "adjective": "adjectives",
    "body": "bodies",
    "done": "done",
    "matter": "matters",
    "office": "offices",
    "things": "things",
}
"""Blank → the list that fills it."""
