"""Ends a build at once when nothing changed since the last one; otherwise has the finished build remembered.

Loads nothing slow: a build that has nothing to do is over before the line is imported.
"""

import time
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from muniment import cache
from muniment.cli.choices import Choices
from muniment.frozen import dataclass
from muniment.model.problems import Problem

if TYPE_CHECKING:
    from muniment.cache.shelf import Recollection
    from muniment.line import Inputs, Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Remembering:
    """What a build knew when it began."""

    before: cache.Look
    former: "Recollection"


def look(choices: Choices) -> cache.Look:
    """Take the state of everything this build depends on."""
    return cache.look(choices.root, choices.out, f"{choices.base_url}\n{choices.is_strict}", now=time.time_ns())


def recalled(before: cache.Look) -> tuple[dict[str, Any], list[Problem]] | None:
    """Give the summary and the problems of the last build, if this one would be the same."""
    said = cache.recall(before)
    if said is None:
        return None
    try:
        return {**said["summary"], "drafted": [], "unchanged": True}, [Problem(**each) for each in said["problems"]]
    except (KeyError, TypeError):
        return None


def read(choices: Choices, before: cache.Look) -> "tuple[Inputs, list[Problem], Remembering]":
    """Read the archive's folder as far as it is not known from the last build."""
    from muniment import disk
    from muniment.cache import shelf

    former = shelf.recollect(before)
    inputs, found = disk.read(choices.root, choices.base_url, former.unread)
    inputs = replace(inputs, program=before.program, memory=former.memory, published=former.published)
    return inputs, list(found), Remembering(before=before, former=former)


def remember(
    began: Remembering, inputs: "Inputs", outcome: "Outcome", summary: dict[str, Any], found: list[Problem]
) -> None:
    """Remember a build that published.

    What it wrote itself stood otherwise when it began; a build that began as early must not take the one for the other.
    """
    from muniment.cache import shelf

    if not summary["published"]:
        return
    names = [each.name for each in fields(Problem)]
    wrote = {path for path, _ in (*outcome.drafts, *outcome.registries)}
    said = {"summary": summary, "problems": [{name: getattr(each, name) for name in names} for each in found]}
    outputs = cache.keep(began.before, said, wrote=bool(wrote))
    hashes = {f"seeds/{name}": inputs.seeds.sha256(name) for name in inputs.seeds}
    hashes |= {path: inputs.sources.sha256(path) for path in inputs.sources if path not in wrote}
    shelf.remember(began.before, outputs, outcome.memory, began.former, hashes)
