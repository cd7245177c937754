"""`explain`: what a problem's code means, or what was seen in a seed and why it was decided so."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from muniment.cli import calling
from muniment.cli.choices import Choices, reading_options, typed
from muniment.cli.codes import FINE, PROBLEMS
from muniment.cli.documents import completed, inputs, named
from muniment.cli.group import Command
from muniment.cli.ink import Ink
from muniment.cli.layout import padded, wrapped
from muniment.cli.report import print_json
from muniment.cli.summary import counted
from muniment.problems import TABLE, printable

if TYPE_CHECKING:
    from muniment.explanations import Explanation, Field
    from muniment.model import Intervention

_WIDE = 12
"""Columns of the first column."""


def _complete(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """Complete a code or a document for a shell."""
    codes = [code for code in sorted(TABLE) if begun and code.lower().startswith(begun.lower())]
    return codes or completed(context, parameter, begun)


@click.command(cls=Command)
@reading_options
@click.argument("what", required=False, default="", shell_complete=_complete)
def explain(what: str, **words: Any) -> int:
    """Explain a problem's code, or what the program saw in a seed, how sure it was, and why it decided so.

    \b
    python build.py explain E-007              # a code, as messages print it
    python build.py explain seeds/letter.txt   # a seed
    python build.py explain 2007-05-31         # the seed of a document
    python build.py explain                    # all codes
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    from muniment import explanations

    choices = typed(words)
    if not what:
        return _every_code(choices)
    rule = explanations.of_code(what)
    if rule is not None:
        return _code(choices, rule.code)
    return _seed(choices, what)


def _every_code(choices: Choices) -> int:
    """List every code with its title."""
    if choices.is_json:
        print_json([asdict(TABLE[code]) for code in sorted(TABLE)])
        return FINE
    for code in sorted(TABLE):
        click.echo(f"{code}  {TABLE[code].severity.ljust(7)}  {TABLE[code].title}")
    return FINE


def _code(choices: Choices, code: str) -> int:
    """Explain a code."""
    rule = TABLE[code]
    if choices.is_json:
        print_json(asdict(rule))
        return FINE
    ink = choices.ink
    effect = {
        "error": "an error: nothing is published while it stands",
        "warning": "a warning: nothing is published under --strict while it stands",
        "info": "for an editor to look at",
    }[rule.severity]
    click.echo(f"{ink(code, is_bold=True)} {rule.title}. It is {effect}.", color=ink.is_on)
    click.echo("\n".join(wrapped(f"It reads: {rule.message}", ink.columns, "  ", "    ")))
    click.echo("\n".join(wrapped(f"What to do: {calling.in_words(rule.hint)}", ink.columns, "  ", "    ")))
    return FINE


def _seed(choices: Choices, what: str) -> int:
    """Explain what was seen in a seed."""
    from muniment import explanations

    read = inputs(choices)
    try:
        holding = named(read, what)
    except click.UsageError as refusal:
        raise click.UsageError(f"{refusal.message}{_near_code(what, refusal.message)}") from None
    if holding.seed not in read.seeds:
        raise click.UsageError(f"the seed of {holding.name} is not there: seeds/{holding.seed}.")
    told = explanations.of_seed(holding.seed, read)
    if choices.is_json:
        print_json(asdict(told))
    else:
        ink = choices.ink
        for line in _lines(told, ink):
            click.echo(line, color=ink.is_on)
    return FINE if told.lines else PROBLEMS


def _near_code(what: str, told: str) -> str:
    """Name the code that was probably meant; where no document was near either, say that codes are explained too."""
    import difflib  # only a mistake needs it
    import re

    if re.fullmatch(r"[A-Za-z]-?\d{1,3}", what):
        return f" If a code was meant: there is no {what.upper()}; {calling.line('explain')} lists all."
    near = difflib.get_close_matches(what.upper(), list(TABLE), 1, 0.7)
    if near:
        return f" If a code was meant: {near[0]}?"
    return (
        "" if told.endswith("?") or "could be" in told else f" {calling.line('explain')} lists the codes it explains."
    )


def _lines(told: "Explanation", ink: Ink) -> Iterator[str]:
    """Print an explanation."""
    encoding = "" if told.encoding == "utf-8" else f"{told.encoding}, "
    head = f"seeds/{told.seed}: {encoding}{counted(told.lines, 'line')}" if told.lines else f"seeds/{told.seed}"
    yield ink(printable(head), is_bold=True)
    if told.fields:
        yield ""
        yield ink("What was read, and how sure that is from 0 to 1; * stands in the draft", is_bold=True)
        for field in told.fields:
            yield from _field(field, ink)
    if told.states:
        yield ""
        yield ink("Names of states", is_bold=True)
        for each in told.states:
            meant = f"{each.told} ({each.state})" if each.state else f"not counted: {each.told}"
            where = padded(f"  line {each.line}", _WIDE + 2)
            yield from wrapped(f'"{each.form}": {meant}', ink.columns, where, " " * (_WIDE + 2))
    if told.changes:
        yield ""
        yield ink("What was changed, with the rule that did it", is_bold=True)
        for change in told.changes:
            yield from _change(change, ink)
    if told.problems:
        yield ""
        yield ink("What is left to you" if told.lines else "Why it cannot be read", is_bold=True)
        for problem in told.problems:
            where = padded(f"  line {problem.line}" if problem.line else "", _WIDE + 2)
            yield from wrapped(f"{problem.code} {problem.message}", ink.columns, where, " " * (_WIDE + 2))
            yield from wrapped(calling.in_words(problem.hint), ink.columns, " " * (_WIDE + 2), " " * (_WIDE + 2))


def _field(field: "Field", ink: Ink) -> Iterator[str]:
    """Print what was seen for a field."""
    name = padded(f"  {field.name}", _WIDE + 2)
    if not field.candidates:
        yield f"{name}nothing found"
        return
    indent = " " * (_WIDE + 9)
    for each in field.candidates:
        mark = "*" if each.is_taken else " "
        first, *rest = wrapped(each.value, ink.columns - len(indent))
        yield f"{name}{ink(f'{mark} {each.score:.2f}', 'green' if each.is_taken else '')} {first}"
        yield from (f"{indent}{line}" for line in rest)
        where = f'line {each.line}, "{each.quote}"' if each.line else "outside the text"
        why = f"{where}, {each.basis}: {each.reason}"
        yield from wrapped(why, ink.columns, indent, indent)
        name = " " * (_WIDE + 2)
    if not any(each.is_taken for each in field.candidates):
        yield f"{indent}None is as sure as {field.threshold:.2f}, so that the field stays empty."


def _change(change: "Intervention", ink: Ink) -> Iterator[str]:
    """Print one change."""
    first, last = change.lines
    where = padded(f"  line {first}" if first == last else f"  lines {first}–{last}", _WIDE + 2)
    yield from wrapped(f"{change.rule}: {change.reason}", ink.columns, where, " " * (_WIDE + 2))
    if change.after:
        told = f"“{change.before}” → “{change.after}”" if change.before else f"+ “{change.after}”"
        yield from wrapped(told, ink.columns, " " * (_WIDE + 2), " " * (_WIDE + 4))
