"""`doctor`: whether this machine and this folder are fit for work, on one screen."""

from dataclasses import asdict
from typing import Any

import click

from muniment.cli.choices import reading_options, typed
from muniment.cli.codes import FINE, PROBLEMS
from muniment.cli.group import Command
from muniment.cli.layout import padded, wrapped
from muniment.cli.report import print_json

COLOURS = {"ok": "green", "look": "yellow", "bad": "red"}


@click.command(cls=Command)
@reading_options
def doctor(**words: Any) -> int:
    """Look whether this machine and this folder are fit for work: Python, libraries, encodings, disk, git, memory.

    \b
    python build.py doctor
    python build.py doctor --json     # to send with a report of a fault

    Mends nothing, sends nothing. Exit code 1 where something is bad.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    from muniment.cli.health import findings

    choices = typed(words)
    found = findings(choices)
    bad = [each for each in found if each.state == "bad"]
    code = PROBLEMS if bad else FINE
    if choices.is_json:
        print_json({"exit_code": code, "findings": [asdict(each) for each in found]})
        return code
    ink = choices.ink
    for each in found:
        opening = f"{ink(padded(each.state, 5), COLOURS[each.state], is_bold=True)} {padded(each.what, 11)}"
        first, *rest = wrapped(each.said, ink.columns - 17)
        click.echo(f"{opening}{first}", color=ink.is_on)
        for line in rest + (wrapped(each.remedy, ink.columns - 17) if each.remedy else []):
            click.echo(f"{' ' * 17}{line}")
    click.echo("Everything is as it should be." if not bad else f"{len(bad)} of these keep you from working.")
    return code
