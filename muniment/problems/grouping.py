"""Problems in order → the same problem told once, with the other places it was found at; knows nothing of printing."""

from collections.abc import Iterable
from dataclasses import dataclass

from muniment.model import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A problem and the others that say the same of another place."""

    first: Problem
    others: tuple[Problem, ...]
    """In order."""


def grouped(found: Iterable[Problem]) -> tuple[Alike, ...]:
    """Gather problems that differ in their place only, each group where its first member stands."""
    groups: dict[tuple[str, str, str, str], list[Problem]] = {}
    for each in found:
        key = (each.code, each.severity, _placeless(each.message, each.path), _placeless(each.hint, each.path))
        groups.setdefault(key, []).append(each)
    return tuple(Alike(first=first, others=tuple(others)) for first, *others in groups.values())


def _placeless(words: str, path: str) -> str:
    """Leave the problem's own file out of its words."""
    return words.replace(path, "") if path else words
