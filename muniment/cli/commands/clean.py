"""`clean`: what the program made is removed, and nothing else."""

from typing import Any

import click

from muniment.cli.choices import Choices, Folder, reading_options, typed
from muniment.cli.codes import FINE, PROBLEMS
from muniment.cli.group import Command
from muniment.cli.report import print_json
from muniment.cli.summary import counted
from muniment.problems import printable


@click.command(cls=Command)
@reading_options
@click.option("--out", type=Folder(), help="Where the site stands (default: ROOT/dist).")
@click.option("--dry-run", is_flag=True, help="Print what would be removed, and remove nothing.")
def clean(dry_run: bool, **words: Any) -> int:
    """Remove what the program made and can make again: the published site, by its manifest, and the memory of builds.

    \b
    python build.py clean --dry-run -v
    python build.py clean

    Seeds, editions, notes, the addresses of paragraphs and waiting drafts are never removed. A published file that
    somebody has altered, and a file that no build made, stays and is named.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    from muniment import cache, disk
    from muniment.problems import report

    choices = typed(words)
    try:
        made, left = disk.clear(choices.root, choices.out, is_dry=dry_run)
    except disk.Refusal as refusal:
        from muniment.cli.telling import tell_problems

        tell_problems(choices, [report(refusal.code, choices.out.as_posix(), **refusal.words)])
        return PROBLEMS
    remembered = cache.made(choices.root)
    memory = choices.root / cache.FOLDER
    stayed = [((choices.out / path).as_posix(), why) for path, why in left]
    code = FINE
    try:
        if not dry_run:
            disk.remove(memory, remembered)
    except OSError as refusal:
        code = PROBLEMS
        stays = [path for path in remembered if (memory / path).exists()]
        stayed += [((memory / path).as_posix(), refusal.strerror or str(refusal)) for path in stays]
        remembered = tuple(path for path in remembered if path not in stays)
    removed = [(choices.out / path).as_posix() for path in made] + [(memory / path).as_posix() for path in remembered]
    if choices.is_json:
        print_json({"is_removed": not dry_run, "removed": removed, "left": [list(each) for each in stayed]})
    else:
        _say(choices, removed, stayed, is_dry=dry_run)
    return code


def _say(choices: Choices, removed: list[str], stayed: list[tuple[str, str]], *, is_dry: bool) -> None:
    """Say what was removed, and what was not."""
    if choices.volume > 0:
        for path in removed:
            click.echo(printable(path))
    if stayed:
        from muniment.cli.telling import tell_problems
        from muniment.problems import report

        tell_problems(choices, [report("C-006", path, what=why) for path, why in stayed])
    if not removed:
        click.echo("There is nothing that a build made.")
        return
    click.echo(f"{'Would remove' if is_dry else 'Removed'} {counted(len(removed), 'file')}.")
