"""`check`: everything is held against the rules, and what an editor has yet to do is listed; nothing is written."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from muniment.cli import line, progress
from muniment.cli.choices import Choices, options, typed
from muniment.cli.group import Command
from muniment.cli.report import code, print_json, summary_of, told
from muniment.problems import printable

if TYPE_CHECKING:
    from muniment.desk import Work
    from muniment.model import Problem

LISTING = "Listing what is open in documents"
SAID = ("documents", "states", "errors", "warnings", "documents_to_look_at", "files_to_look_at")


@click.command(cls=Command)
@options
@click.option("--dist", "of_site", is_flag=True, help="Hold the published site against its manifest, file by file.")
def check(of_site: bool, **words: Any) -> int:
    """Say what is wrong, and list by document what is unsure or undocumented; write nothing.

    \b
    python build.py check
    python build.py check 2> problems.txt > worklist.txt
    python build.py check --strict         # warnings fail too
    python build.py check --format github  # as annotations in a workflow
    python build.py check --dist           # the published site, held against its manifest

    Problems go to standard error, the worklist to standard output: every difference without a note, with the command
    that explains it; what the program is unsure of, until you have changed it or reviewed the document.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    from muniment import desk, disk
    from muniment.problems.grouping import without_consequences

    choices = typed(words)
    of_dist: tuple[Problem, ...] = ()
    with progress.shown(choices) as shown:
        inputs, outcome, found = line.run(choices, shown)
        if of_site:
            shown.tell("Verifying the published site")
            manifest = next((each.content for each in outcome.files if each.path == disk.MANIFEST), b"")
            of_dist = disk.verify(choices.out, manifest)
            found = sorted([*found, *of_dist])
        open_problems, _ = without_consequences(found)
        works = desk.worklist(inputs, outcome, open_problems, lambda done, of: shown.tell(LISTING, done, of))
    counted = summary_of(choices, inputs, outcome, found, 0.0)
    summary = {key: counted[key] for key in SAID}
    if choices.is_json:
        lists = {"worklist": [asdict(each) for each in works], "problems": told(choices, found)}
        print_json({**summary, "exit_code": code(found, choices), **lists})
        return code(found, choices)
    _tell(choices, works, found, summary)
    if of_site and choices.volume >= 0 and not any(each.severity == "error" for each in of_dist):
        click.echo(f"{printable(choices.out.as_posix())} holds every file as its manifest has it, and no other.")
    return code(found, choices)


def _tell(choices: Choices, works: "tuple[Work, ...]", found: "list[Problem]", summary: dict[str, Any]) -> None:
    """Print the problems, the worklist and the counts."""
    from muniment.cli.summary import counted, in_words, places
    from muniment.cli.telling import tell_problems
    from muniment.cli.worklists import lines

    tell_problems(choices, [each for each in found if each.severity != "info" or choices.volume > 0])
    if choices.volume < 0:
        return
    ink = choices.ink
    if works and choices.form == "text":
        things = sum(len(work.tasks) for work in works)
        others = {task.path for work in works if not work.id for task in work.tasks}
        where = places(sum(bool(work.id) for work in works), len(others))
        click.echo(f"Worklist: {counted(things, 'thing')} in {where}")
        for line_of_list in lines(works, choices.root, ink, is_whole=choices.volume > 0):
            click.echo(line_of_list, color=ink.is_on)
        click.echo()
    click.echo(in_words(choices, summary, hidden=0))
