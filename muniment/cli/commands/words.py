"""`words`: the catalogue of the interface's words in one language is begun, or brought up to date."""

from dataclasses import asdict
from typing import Any

import click

from muniment.cli.choices import reading_options, typed
from muniment.cli.group import Command
from muniment.cli.report import code, print_json


@click.command(cls=Command)
@reading_options
@click.argument("language")
def words(language: str, **given: Any) -> int:
    """Begin or bring up to date the site's own words in LANGUAGE: site_src/words/LANGUAGE.po.

    \b
    python build.py words fr       # a language tag: fr, pt-BR, …

    Translate the file with any program for PO files, or as the text it is. No translation is ever lost: what the site
    no longer says is kept at the end of the file.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    from muniment.cli.translating import catalogue

    choices = typed(given)
    done, found = catalogue(choices, language)
    if choices.is_json:
        print_json({"done": done, "exit_code": code(found, choices), "problems": [asdict(each) for each in found]})
        return code(found, choices)
    if found:
        from muniment.cli.telling import tell_problems  # a run without problems does without it

        tell_problems(choices, found)
    if done:
        click.echo(done)
    return code(found, choices)
