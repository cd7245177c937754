"""Adds a search index to a finished site; knows nothing of what is sought in it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from muniment.line import Outcome
    from muniment.model import Problem


def with_index(outcome: "Outcome") -> "tuple[Outcome, list[Problem]]":
    """Give the outcome with the index among its files, or as it was with the reason why not."""
    from muniment import disk, line, problems  # not before the command is known: --help has to be quick
    from muniment.settings import ARCHIVE

    search = outcome.archive.settings.search if outcome.archive else "none"
    if search != "pagefind":
        return outcome, [problems.report("P-091", ARCHIVE, search=search)]
    try:
        return line.with_search_index(outcome, disk.search_index), []
    except disk.Refusal as refusal:
        return outcome, [problems.report(refusal.code, ARCHIVE, **refusal.words)]
