"""`settle`: an edited edition whose seed has changed is brought to rest, one way or the other."""

from typing import TYPE_CHECKING, Any

import click

from muniment.cli import calling
from muniment.cli.choices import Choices, reading_options, typed
from muniment.cli.codes import FINE, PROBLEMS
from muniment.cli.documents import completed, inputs, named
from muniment.cli.group import Command
from muniment.cli.report import print_json
from muniment.cli.summary import counted
from muniment.problems import printable, report

if TYPE_CHECKING:
    from collections.abc import Sequence

    from muniment.desk import Desk
    from muniment.line import Inputs
    from muniment.model import Problem


@click.command(cls=Command)
@reading_options
@click.option("--take", type=click.Choice(["mine", "draft"]), required=True, help="Which text is to stand.")
@click.option("--dry-run", is_flag=True, help="Print what would be written, and write nothing.")
@click.argument("document", metavar="ID", shell_complete=completed)
def settle(document: str, take: str, dry_run: bool, **words: Any) -> int:
    """Settle an edition whose seed has changed: keep your words, or take the fresh draft.

    \b
    python build.py diff 2007-05-31                  # both texts side by side
    python build.py settle 2007-05-31 --take mine    # your words stay; the new seed is stamped
    python build.py settle 2007-05-31 --take draft   # the fresh draft; yours is kept beside it as .bak

    With --take mine, lines that evidence and interventions name are moved to where their words stand in the new seed;
    nothing else in the file changes, and what then differs from the seed is listed for notes.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    from muniment import desk, edition

    choices = typed(words)
    read = inputs(choices)
    laid = desk.lay(read, named(read, document))
    if laid.edition is None or laid.transcript is None:
        return _told(choices, laid.problems)
    if not desk.is_stale(laid):
        raise click.UsageError(f"the seed of {laid.holding.name} is the one it was drafted from: nothing is to settle.")
    try:
        source = desk.settled(laid, take)
    except edition.Refused:
        lines = f"seed_sha256: {laid.transcript.sha256}"
        return _told(choices, [report("C-002", laid.holding.path, what="the new seed's stamp", lines=lines)])
    return _written(choices, read, laid, source, take if not dry_run else "")


def _written(choices: Choices, read: "Inputs", laid: "Desk", source: str, take: str) -> int:
    """Write the file that settles it, the old one kept where another text takes its place; nothing without `take`."""
    from muniment import desk, disk

    path, known = laid.holding.path, read.sources
    kept = disk.free_name(choices.root, path) if take == "draft" else ""
    files = ([(kept, known[path].decode("utf-8"))] if kept else []) + [(path, source)]
    if take:
        _, found = disk.write_sources(choices.root, files, known)
        if found:
            return _told(choices, found)
        if not disk.drop_draft(choices.root, path):
            click.echo(f"{printable(path)}.new has been edited, and was left.", err=True)
    after = desk.opened(laid, source.encode())
    left = desk.undocumented(after)
    if choices.is_json:
        print_json(
            {
                "document": laid.holding.id,
                "path": path,
                "is_written": bool(take),
                "kept": kept,
                "text": source if not take else None,
                "left": len(left),
            }
        )
        return FINE
    if not take:
        click.echo("\n".join(printable(line) for line in source.split("\n")))
        return FINE
    click.echo(f"Settled {printable((choices.root / path).as_posix())}.")
    if kept:
        click.echo(f"Your text is kept in {printable((choices.root / kept).as_posix())}.")
    if left or any(each.severity == "error" for each in after.problems):
        command = calling.line("diff", desk.short_name(read, laid.holding), root=choices.root.as_posix())
        click.echo(f"{counted(len(left), 'change')} without a note: {command}")
    return FINE


def _told(choices: Choices, found: "Sequence[Problem]") -> int:
    """Tell problems; give the exit code."""
    from muniment.cli.telling import tell_problems

    if choices.is_json:
        from dataclasses import asdict

        print_json({"exit_code": PROBLEMS, "problems": [asdict(each) for each in found]})
    elif found:
        tell_problems(choices, found)
    else:
        click.echo("there is no edition and seed to settle between.", err=True)
    return PROBLEMS
