"""`schemas`: the JSON Schemas of what people write are put where the programs they write in find them."""

from typing import Any

import click

from muniment.cli.choices import reading_options, typed
from muniment.cli.codes import FINE
from muniment.cli.group import Command
from muniment.cli.report import print_json


@click.command(cls=Command)
@reading_options
def schemas(**given: Any) -> int:
    """Write the JSON Schemas of the files in site_src/ into schemas/, for the programs they are written in.

    \b
    python build.py schemas
    python build.py schemas --root ~/letters

    An editor that knows JSON Schema completes field names, offers the allowed values and marks mistakes while you type.
    docs/editors.md says how to make use of them. A .taplo.toml of your own is left as it is.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    from muniment.disk import write_schemas

    choices = typed(given)
    try:
        done = write_schemas(choices.root)
    except OSError as error:
        raise click.UsageError(f"schemas/ cannot be written: {error.strerror or error}") from error
    if choices.is_json:
        print_json({"written": list(done)})
        return FINE
    click.echo("\n".join(f"Wrote {(choices.root / path).as_posix()}" for path in done))
    click.echo("docs/editors.md says how to make use of them.")
    return FINE
