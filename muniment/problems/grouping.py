"""Problems in order → the same problem told once, with the other places it was found at; knows nothing of printing."""

from collections.abc import Iterable
from dataclasses import dataclass

from muniment.model import Problem

MANY = 4
"""Places from which on a problem is told once for all of them."""
WRITTEN = ("seeds/", "site_src/", "templates/", "static/")
"""Where people's files are: each error in one of them is told, for each is to be mended where it stands."""

STALE = "E-001"
"""The code of an edition whose seed is another now."""
FOLLOWING = (*(f"E-{number:03}" for number in range(3, 13)),)
"""Codes that are told of such an edition because of it, until that is settled."""

UNKNOWN = "A-018"
"""The code of a document that is named and not there."""
NOWHERE = "A-076"
"""The code of a name that no document prints."""
EDITIONS = "site_src/documents/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """A problem and the others that say the same of another place."""

    first: Problem
    others: tuple[Problem, ...]
    """In order."""


def grouped(found: Iterable[Problem]) -> tuple[Alike, ...]:
    """Gather problems that differ in their place only, each group where its first member stands; few stay single.

    Errors are gathered only where they are found on finished pages, which share their cause.
    """
    every = tuple(found)
    groups: dict[tuple[str, str, str], list[Problem]] = {}
    for each in every:
        groups.setdefault(_key(each), []).append(each)
    told = []
    for each in every:
        alike = groups[_key(each)]
        if len(alike) < MANY or (each.severity == "error" and each.path.startswith(WRITTEN)):
            told.append(Alike(first=each, others=()))
        elif each is alike[0]:
            told.append(Alike(first=each, others=tuple(alike[1:])))
    return tuple(told)


def without_consequences(found: Iterable[Problem]) -> tuple[tuple[Problem, ...], dict[str, int]]:
    """Leave out what follows from a seed that has changed, or from an edition that cannot be read.

    Gives the rest, and how many were left out because of each file.
    """
    every = tuple(found)
    stale = {each.path: each.path for each in every if each.code == STALE}
    broken = {_name(each.path): each.path for each in every if each.path.startswith(EDITIONS) and each.code[0] == "F"}
    kept: list[Problem] = []
    left_out: dict[str, int] = {}
    for each in every:
        cause = stale.get(each.path, "") if each.code in FOLLOWING else _cause(each, broken)
        if cause:
            left_out[cause] = left_out.get(cause, 0) + 1
        else:
            kept.append(each)
    return tuple(kept), left_out


def _cause(problem: Problem, broken: dict[str, str]) -> str:
    """Name the edition without which a document is unknown, or a name stands nowhere; empty where it is not that."""
    if problem.code == UNKNOWN:
        return next((path for name, path in broken.items() if f'"{name}"' in problem.message), "")
    return next(iter(broken.values()), "") if problem.code == NOWHERE else ""


def _name(path: str) -> str:
    """Give the name that an edition's file most likely has as its id."""
    return path.removeprefix(EDITIONS).removesuffix(".md")


def _key(problem: Problem) -> tuple[str, str, str]:
    """Give what problems that are alike have in common; the nearest valid value may be another at each place."""
    return problem.code, problem.severity, _placeless(problem.message, problem.path)


def _placeless(words: str, path: str) -> str:
    """Leave the problem's own file out of its words."""
    return words.replace(path, "") if path else words
