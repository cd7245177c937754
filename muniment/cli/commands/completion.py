"""`completion`: what a shell needs to complete the commands."""

import os

import click

from muniment.cli import calling
from muniment.cli.codes import FINE
from muniment.cli.group import Command
from muniment.cli.shells import SCRIPTS


@click.command(cls=Command)
@click.argument("shell", required=False, type=click.Choice(list(SCRIPTS)))
def completion(shell: str | None) -> int:
    """Print the script that makes your shell complete commands, options, documents and codes with the tab key.

    \b
    eval "$(python build.py completion bash)"          # in ~/.bashrc
    eval "$(python build.py completion zsh)"           # in ~/.zshrc, behind compinit
    python build.py completion fish | source           # in ~/.config/fish/config.fish

    Called as `muniment` it completes `muniment …`; called as `python build.py` it completes `python build.py …`, for
    every copy of the program, and leaves whatever else python is called with alone.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    from click.shell_completion import get_completion_class

    from muniment.cli.running import COMPLETE, program

    chosen = shell or os.path.basename(os.environ.get("SHELL", ""))
    if chosen not in SCRIPTS:
        raise click.UsageError(f"name your shell: {', '.join(SCRIPTS)}.")
    if calling.name().endswith("build.py"):
        click.echo(SCRIPTS[chosen].strip())
        return FINE
    completer = get_completion_class(chosen)
    if completer is None:
        raise click.UsageError(f"click completes no {chosen}.")
    click.echo(completer(program, {}, "muniment", COMPLETE).source())
    return FINE
