"""`normalise`: seeds without an edition get their draft; nothing is published."""

from typing import Any

import click

from muniment.cli import line, progress
from muniment.cli.choices import options, typed
from muniment.cli.counting import counts
from muniment.cli.group import Command
from muniment.cli.report import code, drafted, tell
from muniment.cli.writing import drafts_kept


@click.command(cls=Command)
@options
@click.option("--refresh", is_flag=True, help="Draft untouched editions again with this version's rules.")
def normalise(refresh: bool, **words: Any) -> int:
    """Draft an edition for every seed that has none; never touch an edited one.

    \b
    python build.py normalise
    python build.py normalise --refresh    # also draft again what nobody has edited

    A draft is plain Markdown with front matter in site_src/documents/, for you to edit.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    choices = typed(words)
    with progress.shown(choices) as shown:
        inputs, outcome, found = line.run(choices, shown, publish=False, refresh=refresh)
        shown.tell("Writing drafts")
        found += drafts_kept(choices, inputs, outcome)
    tell(choices, found, {"drafted": drafted(choices, outcome, found), **counts(outcome, found)})
    return code(found, choices)
