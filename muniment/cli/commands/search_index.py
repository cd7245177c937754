"""`search-index`: a build with an index that Pagefind makes."""

import time
from typing import Any

import click

from muniment.cli import line, progress
from muniment.cli.choices import options, typed
from muniment.cli.codes import FINE
from muniment.cli.group import Command
from muniment.cli.indexing import with_index
from muniment.cli.report import code, summary_of, tell
from muniment.cli.summary import changes
from muniment.cli.writing import drafts_kept, published


@click.command("search-index", cls=Command)
@options
def search_index(**words: Any) -> int:
    """Build and publish as `build` does, with the index that search = "pagefind" needs.

    \b
    python build.py search-index

    Needs the extra package: pip install "pagefind[bin]". docs/search.md says when it is worth it.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    started, choices = time.monotonic(), typed(words)
    with progress.shown(choices) as shown:
        inputs, outcome, found = line.run(choices, shown)
        if code(found, choices) == FINE:
            shown.tell("Indexing")
            outcome, troubles = with_index(outcome)
            found += troubles
        changed = changes(choices.out, outcome.files) if outcome.files else None
        shown.tell("Publishing")
        if code(found, choices) == FINE:
            found += published(choices, inputs, outcome)
        else:
            found += drafts_kept(choices, inputs, outcome)
    summary = summary_of(choices, inputs, outcome, found, time.monotonic() - started)
    summary["changes"] = changed if summary["published"] else None
    tell(choices, found, summary)
    return code(found, choices)
