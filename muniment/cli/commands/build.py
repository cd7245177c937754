"""`build`: the folder becomes a published site, or nothing does."""

import time
from typing import TYPE_CHECKING, Any

import click

from muniment.cli import line, progress
from muniment.cli.choices import Choices, options, typed
from muniment.cli.codes import FINE
from muniment.cli.group import Command
from muniment.cli.remembering import look, read, recalled, remember
from muniment.cli.report import code, summary_of, tell
from muniment.cli.summary import changes
from muniment.cli.writing import drafts_kept, published

if TYPE_CHECKING:
    from muniment.cache import Look
    from muniment.cli.remembering import Remembering
    from muniment.line import Inputs, Outcome
    from muniment.model import Problem


@click.command(cls=Command)
@options
def build(**words: Any) -> int:
    """Draft what has no edition, check everything, render and publish.

    \b
    python build.py                                     # the archive in this folder
    python build.py --root ~/letters                    # another archive
    python build.py --base-url https://example.org/a/   # with the address it will have
    python build.py --strict --format github            # as a workflow on GitHub does

    The site in dist/ is replaced as a whole, or left as it was when anything is wrong.
    An edition that was edited is never written to.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    started, choices = time.monotonic(), typed(words)
    before = look(choices)
    if last := recalled(before):
        summary, found = last
        tell(choices, found, {**summary, "seconds": round(time.monotonic() - started, 3)})
        return code(found, choices)
    with progress.shown(choices) as shown:
        inputs, outcome, found, began, changed = _published(choices, before, shown)
    summary = summary_of(choices, inputs, outcome, found, time.monotonic() - started)
    summary["changes"] = changed if summary["published"] else None
    remember(began, inputs, outcome, summary, found)
    tell(choices, found, summary)
    return code(found, choices)


def _published(
    choices: Choices, before: "Look", shown: progress.Progress
) -> "tuple[Inputs, Outcome, list[Problem], Remembering, dict[str, int] | None]":
    """Read what is not known from the last build, send it down the line, and publish what comes out, if it may be.

    If it may not, drafts are kept; if the folder is refused that it was to be published in, nothing is written at all.
    """
    from muniment.disk import OvertakenError

    while True:
        shown.tell("Reading")
        inputs, found, began = read(choices, before)
        outcome, found = line.sent((inputs, found), shown, crew=line.crew(choices))
        changed = changes(choices.out, outcome.files) if outcome.files else None
        if code(found, choices) != FINE:
            return inputs, outcome, found + drafts_kept(choices, inputs, outcome), began, changed
        shown.tell("Publishing")
        try:
            found += published(choices, inputs, outcome)
            return inputs, outcome, found, began, changed
        except OvertakenError:  # another build published meanwhile: begin again with what stands there now
            before = look(choices)
