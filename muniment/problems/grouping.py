"""Problems in order → the same problem told once, with the other places it was found at; knows nothing of printing."""

from collections.abc import Iterable
from dataclasses import dataclass

from muniment.model import Problem

MANY = 4
"""Places from which on a problem is told once for all of them."""

STALE = "E-001"
"""The code of an edition whose seed is another now."""
FOLLOWING = (*(f"E-{number:03}" for number in range(3, 13)),)
"""Codes that are told of such an edition because of it, until that is settled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A problem and the others that say the same of another place."""

    first: Problem
    others: tuple[Problem, ...]
    """In order."""


def grouped(found: Iterable[Problem]) -> tuple[Alike, ...]:
    """Gather problems that differ in their place only, each group where its first member stands; few stay single."""
    every = tuple(found)
    groups: dict[tuple[str, str, str, str], list[Problem]] = {}
    for each in every:
        groups.setdefault(_key(each), []).append(each)
    told = []
    for each in every:
        alike = groups[_key(each)]
        if len(alike) < MANY:
            told.append(Alike(first=each, others=()))
        elif each is alike[0]:
            told.append(Alike(first=each, others=tuple(alike[1:])))
    return tuple(told)


def without_consequences(found: Iterable[Problem]) -> tuple[tuple[Problem, ...], dict[str, int]]:
    """Leave out what follows from a seed that has changed; give the rest, and how many were left out of each file."""
    every = tuple(found)
    stale = {each.path: 0 for each in every if each.code == STALE}
    kept = []
    for each in every:
        if each.path in stale and each.code in FOLLOWING:
            stale[each.path] += 1
        else:
            kept.append(each)
    return tuple(kept), stale


def _key(problem: Problem) -> tuple[str, str, str, str]:
    """Give what problems that are alike have in common."""
    return problem.code, problem.severity, _placeless(problem.message, problem.path), _placeless(
        problem.hint, problem.path
    )


def _placeless(words: str, path: str) -> str:
    """Leave the problem's own file out of its words."""
    return words.replace(path, "") if path else words
