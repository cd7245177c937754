"""Problems → what is printed of them: text with excerpts for people, annotations for GitHub; decides nothing else."""

from collections.abc import Iterator, Sequence

import click

from muniment import problems
from muniment.cli.choices import Choices
from muniment.cli.ink import Ink
from muniment.cli.sources import Sources
from muniment.model import Problem
from muniment.problems import excerpts
from muniment.problems.grouping import Alike, grouped, without_consequences
from muniment.problems.origins import origin

COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}
WORDS = {"error": "", "warning": "warning: ", "info": "to look at: "}
"""What stands before the message of a problem that keeps nothing from being published."""
LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
"""What GitHub calls them."""
FIRST = 3
"""Further places of the same problem that are named without -v."""


def tell_problems(choices: Choices, found: Sequence[Problem]) -> None:
    """Print problems: as text to standard error, as annotations to standard output."""
    sources = Sources(choices.root)
    kept, hidden = (tuple(found), dict[str, int]()) if choices.volume > 0 else without_consequences(found)
    kept = tuple(origin(each, sources.lines) for each in kept)
    if choices.form == "github":
        for each in kept:
            click.echo(annotation(each, sources))
        return
    ink = choices.error_ink
    groups = tuple(Alike(first=each, others=()) for each in kept) if choices.volume > 0 else grouped(kept)
    for group in groups:
        lines = [*_text(group, sources, ink)]
        if number := hidden.pop(group.first.path, 0):
            lines.append(f"    {_following(number)}")
        click.echo("\n".join(lines), err=True, color=ink.is_on)


def _following(number: int) -> str:
    """Say how many problems were left out."""
    what = "1 more problem follows" if number == 1 else f"{number} more problems follow"
    return f"{what} from it (-v lists all)."


def annotation(problem: Problem, sources: Sources) -> str:
    """Write a problem as a workflow command of GitHub Actions."""
    properties = {"file": sources.shown(problem.path)}
    if problem.line:
        number, line = sources.line(problem)
        properties["line"] = str(number or problem.line)
        start, end = excerpts.place(problem, line)
        if end > start:
            properties |= {"col": str(start + 1), "endColumn": str(end)}
        elif problem.column:
            properties["col"] = str(problem.column)
    properties["title"] = problem.code
    told = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    words = f"{problem.message}\n{sources.hint(problem)}" if problem.hint else problem.message
    return f"::{LEVELS[problem.severity]} {told}::{_escaped(words)}"


def _text(group: Alike, sources: Sources, ink: Ink) -> Iterator[str]:
    """Word a problem for people: where, code, what; the line with a mark; what to do; where else."""
    problem = group.first
    numbers = [str(number) for number in (problem.line, problem.column) if number]
    where = ":".join([problems.printable(sources.shown(problem.path)), *numbers])
    colour = COLOURS[problem.severity]
    code = ink(problem.code, colour, is_bold=True)
    yield f"{ink(where, is_bold=True)}: {code} {ink(WORDS[problem.severity], colour)}{problem.message}"
    yield from _excerpt(problem, sources, ink, colour)
    if problem.hint:
        yield f"    {sources.hint(problem)}"
    if group.others:
        yield f"    {_elsewhere(group.others, sources)}"


def _excerpt(problem: Problem, sources: Sources, ink: Ink, colour: str) -> Iterator[str]:
    """Print the line that a problem is about, with a mark under the place."""
    at, line = sources.line(problem)
    number = str(at).rjust(6)
    cut = excerpts.excerpt(problem, line, ink.columns - len(number) - 3) if line else None
    if cut is None:
        return
    yield f"{ink(f'{number} |', 'bright_blue')} {cut.text}"
    if cut.size:
        bar = ink(f"{' ' * len(number)} |", "bright_blue")
        yield f"{bar} {' ' * cut.start}{ink('^' * cut.size, colour, is_bold=True)}"


def _elsewhere(others: Sequence[Problem], sources: Sources) -> str:
    """Name the first further places of a problem, and how many there are."""
    named = [
        ":".join([problems.printable(sources.shown(each.path)), *([str(each.line)] if each.line else [])])
        for each in others[:FIRST]
    ]
    more = f", and {len(others) - FIRST} more (-v lists all)" if len(others) > FIRST else ""
    places = "place" if len(others) == 1 else "places"
    return f"The same in {len(others)} more {places}: {', '.join(named)}{more}."


def _escaped(words: str) -> str:
    """Escape the words of a workflow command."""
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    """Escape a property of a workflow command."""
    return _escaped(value).replace(":", "%3A").replace(",", "%2C")
