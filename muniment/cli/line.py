"""Choices → the archive read and sent down the line, its progress shown; what several commands begin with."""

from typing import TYPE_CHECKING

from muniment.cli import progress
from muniment.cli.choices import Choices
from muniment.cli.report import fails

if TYPE_CHECKING:
    from muniment.line import Inputs, Outcome
    from muniment.model import Problem


def read(choices: Choices) -> "tuple[Inputs, list[Problem]]":
    """Read the archive's folder."""
    from muniment import disk

    inputs, found = disk.read(choices.root, choices.base_url)
    return inputs, list(found)


def run(
    choices: Choices, shown: progress.Progress, *, publish: bool = True, refresh: bool = False
) -> "tuple[Inputs, Outcome, list[Problem]]":
    """Read the folder and send it down the line."""
    shown.tell("Reading")
    inputs, found = read(choices)
    return inputs, *sent(inputs, found, shown, publish=publish, refresh=refresh)


def sent(
    inputs: "Inputs", found: "list[Problem]", shown: progress.Progress, *, publish: bool = True, refresh: bool = False
) -> "tuple[Outcome, list[Problem]]":
    """Send what was read down the line."""
    shown.tell("Collating, checking and rendering" if publish else "Collating and checking")
    from muniment import line

    outcome = line.run(inputs, publish=publish and not fails(found), refresh=refresh)
    return outcome, sorted(dict.fromkeys([*found, *outcome.problems]))
