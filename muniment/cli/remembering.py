"""Ends a build at once when nothing changed since the last one; otherwise has the finished build remembered.

Loads nothing slow: a build that has nothing to do is over before the line is imported.
"""

import time
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from muniment import cache
from muniment.cli.choices import Choices
from muniment.model import Problem

if TYPE_CHECKING:
    from muniment.line import Outcome


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


def remember(before: cache.Look, outcome: "Outcome", summary: dict[str, Any], found: list[Problem]) -> None:
    """Remember a build that published and wrote nothing into `site_src/`."""
    if summary["published"] and not outcome.drafts and not outcome.registries:
        cache.keep(before, {"summary": summary, "problems": [asdict(each) for each in found]})
