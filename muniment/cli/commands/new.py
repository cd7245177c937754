"""`new`: an empty folder becomes an archive that builds."""

from pathlib import Path

import click

from muniment.cli import calling
from muniment.cli.choices import Folder
from muniment.cli.codes import FINE
from muniment.cli.group import Command
from muniment.cli.report import print_json
from muniment.problems.printing import printable


@click.command(cls=Command)
@click.argument("folder", type=Folder(), metavar="DIR")
@click.option("--title", default="", help="What the archive is called (default: the folder's name).")
@click.option("--language", default="en", help="Of the pages around the documents: en, nb, … (default: en).")
@click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")
def new(folder: Path, title: str, language: str, as_json: bool) -> int:
    """Begin an archive in DIR: settings with comments, an example to try things on, pages, and how to publish it.

    \b
    python build.py new letters
    python build.py new letters --title "The letters of Ane Holm"
    python build.py new koret --language nb

    The folder is made, or is empty but for what git and an environment of Python left there. Nothing in it is written
    over. It builds at once.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    from muniment.cli.origin import requirement
    from muniment.disk import begin, title_of
    from muniment.edition import forms

    if forms.language(language):
        raise click.UsageError(f'--language cannot be "{language}": it is a tag such as en, nb, fr or en-GB.')
    known = requirement()
    made, kept = begin(folder, title or title_of(folder), known, language)
    if not made and not kept:
        what = "is not empty" if folder.is_dir() else "is no folder"
        raise click.UsageError(f"{folder} is there already and {what}. Give the name of a new one.")
    if as_json:
        print_json({"folder": folder.as_posix(), "made": list(made), "kept": list(kept)})
        return FINE
    click.echo(f"Began an archive in {printable(folder.as_posix())}:")
    for path in made:
        click.echo(f"  {path}")
    if kept:
        click.echo(f"Left as they were: {', '.join(kept)}")
    if ".gitignore" in kept:
        click.echo("Let git pass over what is made anew: /dist/, /.dist.* and /.muniment-cache/ belong in .gitignore.")
    if not known and "requirements.txt" in made:
        click.echo("Say in requirements.txt from where others install the program, before you publish with GitHub.")
    click.echo("It builds at once, with one example in seeds/. Next:")
    click.echo("\n".join(f"  {line}" for line in _next(folder)))
    return FINE


def _next(folder: Path) -> list[str]:
    """Give the commands to go on with, as they can be typed here."""
    if calling.name() == "muniment":
        enter = [] if folder.resolve() == Path.cwd() else [f"cd {calling.quoted(str(folder))}"]
        return [*enter, calling.line(), calling.line("serve", "--open")]
    return [calling.line(root=folder.as_posix()), calling.line("serve", "--open", root=folder.as_posix())]
