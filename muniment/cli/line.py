"""Choices → the archive read and sent down the line, its progress shown; what several commands begin with."""

from typing import TYPE_CHECKING

import click

from muniment.cli import progress
from muniment.cli.choices import Choices
from muniment.cli.report import fails

if TYPE_CHECKING:
    from muniment.line import Crew, Inputs, Outcome
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
    return inputs, *sent((inputs, found), shown, publish=publish, refresh=refresh)


def sent(
    had: "tuple[Inputs, list[Problem]]",
    shown: progress.Progress,
    *,
    publish: bool = True,
    refresh: bool = False,
    crew: "Crew | None" = None,
) -> "tuple[Outcome, list[Problem]]":
    """Send what was read, with the problems of reading, down the line."""
    inputs, found = had
    shown.tell("Collating, checking and rendering" if publish else "Collating and checking")
    from muniment import line
    from muniment.line.crew import ALONE

    outcome = line.run(inputs, publish=publish and not fails(found), refresh=refresh, crew=crew or ALONE)
    return outcome, sorted(dict.fromkeys([*found, *outcome.problems]))


def crew(choices: Choices) -> "Crew":
    """Find who does the work on many documents."""
    if choices.scheduler:
        from muniment import machines

        try:
            return machines.crew(choices.scheduler)
        except ImportError as fault:
            raise click.UsageError("--scheduler needs the extra: pip install 'distributed>=2026.1'") from fault
        except (OSError, ValueError) as fault:
            raise click.UsageError(f"no scheduler answers at {choices.scheduler}: {fault}") from fault
    from muniment import forks

    return forks.crew(choices.jobs or forks.available(), choices.root)
