"""`serve`: the site in a browser, rebuilt at every save."""

from functools import partial
from typing import Any

import click

from muniment.cli import calling, line
from muniment.cli.choices import options, typed
from muniment.cli.codes import INTERRUPTED
from muniment.cli.group import Command
from muniment.cli.telling import tell_problems


@click.command(cls=Command)
@options
@click.option("--port", type=click.IntRange(0, 65535), default=5500, help="Port to try first.")
@click.option("--open", "opens", is_flag=True, help="Open the page in a browser.")
def serve(port: int, opens: bool, **words: Any) -> int:
    """Preview the site in a browser; rebuilds and reloads at every save, writes nothing.

    \b
    python build.py serve --open

    Only this machine can see it. Ctrl-C ends it.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    choices = typed(words)
    try:
        from muniment.serve import Preview, preview  # needs livereload, which is slow to load

        state = Preview(
            root=choices.root,
            base_url=choices.base_url,
            in_words=partial(calling.in_words, root=choices.root.as_posix()),
            tell=partial(tell_problems, choices),
        )
        return preview(state, port=port, opens=opens, crew=line.crew(choices))
    except KeyboardInterrupt:
        click.echo("The preview has ended.", err=True)
        return INTERRUPTED
