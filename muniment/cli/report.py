"""Turns the outcome of a run into words or JSON: problems to standard error, the result to standard output.

It decides nothing but the exit code that problems call for.
"""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from muniment.cli import summary as summaries
from muniment.cli.choices import Choices
from muniment.cli.codes import FINE, PROBLEMS
from muniment.cli.counting import counts

if TYPE_CHECKING:
    from muniment.line import Inputs, Outcome
    from muniment.model import Problem


def fails(found: "list[Problem]") -> bool:
    """Say whether any problem is an error."""
    return any(each.severity == "error" for each in found)


def code(found: "list[Problem]", choices: Choices) -> int:
    """Give the exit code that problems call for."""
    bad = ("error", "warning") if choices.is_strict else ("error",)
    return PROBLEMS if any(each.severity in bad for each in found) else FINE


def summary_of(
    choices: Choices, inputs: "Inputs", outcome: "Outcome", found: "list[Problem]", seconds: float
) -> dict[str, Any]:
    """Count what a run did."""
    archive = outcome.archive
    sizes = {each.path: each.size for each in outcome.files}
    sizes |= {path: inputs.memory.files[path].size for path, _ in outcome.kept}
    return {
        "seeds": len(inputs.seeds),
        "documents": len(archive.documents) if archive else 0,
        "states": len(archive.states) if archive else 0,
        "drafted": drafted(choices, outcome, found),
        "pages": sum(path.endswith(".html") for path in sizes),
        "remade": sum(each.path.endswith(".html") for each in outcome.files),
        "links": summaries.links(outcome.files),
        "files": len(sizes),
        "bytes": sum(sizes.values()),
        **counts(outcome, found),
        "published": choices.out.as_posix() if outcome.files and code(found, choices) == FINE else None,
        "seconds": round(seconds, 3),
    }


def drafted(choices: Choices, outcome: "Outcome", found: "list[Problem]") -> list[str]:
    """Give the drafts of a run that were written: all of them, unless writing was refused."""
    is_sure = not any(each.code.startswith("W-") for each in found)
    return [path for path, _ in outcome.drafts if is_sure or (choices.root / path).is_file()]


def tell(choices: Choices, found: "list[Problem]", summary: dict[str, Any]) -> None:
    """Print problems to standard error and the result to standard output."""
    if choices.is_json:
        print_json({**summary, "exit_code": code(found, choices), "problems": told(choices, found)})
        return
    shown = [each for each in found if each.severity != "info" or choices.volume > 0]
    if shown:
        from muniment.cli.telling import tell_problems  # a run without problems does without it

        tell_problems(choices, shown)
    if choices.volume >= 0:
        click.echo(summaries.in_words(choices, summary, hidden=len(found) - len(shown)))


def told(choices: Choices, found: "list[Problem]") -> list[dict[str, Any]]:
    """Give problems as JSON tells them: those of a finished page at the line of its text that a person can mend."""
    from muniment.cli.sources import Sources  # a run without JSON reads no file again here
    from muniment.problems.origins import origin

    sources = Sources(choices.root)
    return [asdict(origin(each, sources.lines)) for each in found]


def print_json(value: object) -> None:
    """Print a result as JSON, what nobody sees as an escape."""
    text = json.dumps(value, ensure_ascii=False, indent=1)
    if not text.replace("\n", "").isprintable():
        text = "".join(sign if sign.isprintable() or sign == "\n" else json.dumps(sign)[1:-1] for sign in text)
    click.echo(text)
