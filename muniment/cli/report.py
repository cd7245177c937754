"""Turns the outcome of a run into words or JSON: problems to standard error, the result to standard output.

It decides nothing but the exit code that problems call for.
"""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from muniment.cli.choices import Choices
from muniment.problems import printable

if TYPE_CHECKING:
    from muniment.line import Inputs, Outcome
    from muniment.model import Problem

FINE, PROBLEMS, USAGE, FAULT, INTERRUPTED = 0, 1, 2, 3, 130


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
    counts = {severity: sum(each.severity == severity for each in found) for severity in ("error", "warning", "info")}
    return {
        "seeds": len(inputs.seeds),
        "documents": len(archive.documents) if archive else 0,
        "states": len(archive.states) if archive else 0,
        "drafted": [path for path, _ in outcome.drafts],
        "pages": sum(path.endswith(".html") for path in sizes),
        "files": len(sizes),
        "bytes": sum(sizes.values()),
        "errors": counts["error"],
        "warnings": counts["warning"],
        "to_look_at": counts["info"],
        "published": choices.out.as_posix() if outcome.files and code(found, choices) == FINE else None,
        "seconds": round(seconds, 3),
    }


def tell(choices: Choices, found: "list[Problem]", summary: dict[str, Any]) -> None:
    """Print problems to standard error and the result to standard output."""
    from muniment import problems

    if choices.is_json:
        click.echo(json.dumps({**summary, "problems": [asdict(each) for each in found]}, ensure_ascii=False, indent=1))
        return
    shown = [each for each in found if each.severity != "info" or choices.volume > 0]
    for each in shown:
        click.echo(problems.worded(each), err=True)
    if choices.volume >= 0:
        click.echo(_in_words(summary, hidden=len(found) - len(shown)))


def _in_words(summary: dict[str, Any], hidden: int) -> str:
    """Say the result as a person reads it."""
    lines = [f"Drafted {printable(path)}" for path in summary.get("drafted", ())]
    if "seeds" in summary:
        lines.append(
            f"{summary['seeds']} seeds, {summary['documents']} documents, {summary['states']} states, "
            f"{summary['pages']} pages, {summary['files']} files, {summary['bytes'] / 1000:,.0f} kB."
        )
    if "errors" in summary:
        lines.append(
            f"{summary['errors']} errors, {summary['warnings']} warnings, {summary['to_look_at']} things to look at"
            + (" (list them with: python build.py check -v)." if hidden else ".")
        )
    if summary.get("unchanged"):
        lines.append(f"Nothing has changed: {summary['published']} is as it was, after {summary['seconds']:.2f} s.")
    elif "published" in summary:
        lines.append(
            f"Published {summary['published']} in {summary['seconds']:.2f} s. Preview: python build.py serve"
            if summary["published"]
            else "Nothing was published; the site that was there is as it was."
        )
    return "\n".join(lines) or "Nothing to do: every seed has its edition."
