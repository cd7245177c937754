"""`check`: everything is held against the rules; nothing is written."""

from typing import Any

import click

from muniment.cli import line, progress
from muniment.cli.choices import options, typed
from muniment.cli.group import Command
from muniment.cli.report import code, summary_of, tell


@click.command(cls=Command)
@options
@click.option("--dist", "of_site", is_flag=True, help="Hold the published site against its manifest, file by file.")
def check(of_site: bool, **words: Any) -> int:
    """Say what is wrong, and list by document what is unsure or undocumented; write nothing.

    \b
    python build.py check
    python build.py check --strict         warnings fail too
    python build.py check --format github  as annotations in a workflow
    python build.py check --dist           the published site, held against its manifest
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    from muniment import disk

    choices = typed(words)
    with progress.shown(choices) as shown:
        inputs, outcome, found = line.run(choices, shown)
        if of_site:
            shown.tell("Verifying the published site")
            manifest = next((each.content for each in outcome.files if each.path == disk.MANIFEST), b"")
            found = sorted([*found, *disk.verify(choices.out, manifest)])
    summary = summary_of(choices, inputs, outcome, found, 0.0)
    tell(choices, found, {key: summary[key] for key in ("documents", "states", "errors", "warnings", "to_look_at")})
    return code(found, choices)
