"""Turns the options that all commands share into one typed value; refuses what cannot be meant with a usage error."""

from pathlib import Path
from typing import Any

import click

from muniment.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the options of a command say."""

    root: Path
    out: Path
    base_url: str
    jobs: int
    scheduler: str
    """Address of a Dask scheduler; empty where this machine does the work."""
    is_strict: bool
    is_json: bool
    volume: int
    """-1 quiet, 0 usual, 1 and more verbose."""


def options(command: Any) -> Any:
    """Give a command the options that all of them share."""
    shared = (
        click.option("--root", type=click.Path(path_type=Path), default=Path(), help="The archive's folder."),
        click.option("--out", type=click.Path(path_type=Path), help="Where the site goes (default: ROOT/dist)."),
        click.option(
            "--base-url", default="", help="The address the site will have, e.g. https://example.org/archive/."
        ),
        click.option("--jobs", type=click.IntRange(min=0), default=0, help="Processes (default: one a processor)."),
        click.option("--scheduler", default="", help="Address of a Dask scheduler, for very large archives."),
        click.option("--strict", is_flag=True, help="Let warnings fail the run as errors do."),
        click.option("--json", "as_json", is_flag=True, help="Print the result as JSON."),
        click.option("-q", "--quiet", is_flag=True, help="Print problems only."),
        click.option("-v", "--verbose", count=True, help="Print the editor's worklist as well."),
    )
    for option in reversed(shared):
        command = option(command)
    return command


def typed(words: dict[str, Any]) -> Choices:
    """Type the options of a command."""
    root = words["root"]
    if not root.is_dir():
        raise click.UsageError(f"there is no folder {root}.")
    base_url = words["base_url"]
    if base_url and not base_url.startswith(("http://", "https://")):
        raise click.UsageError("--base-url takes a whole address: https://example.org/archive/")
    return Choices(
        root=root,
        out=words["out"] or root / "dist",
        base_url=base_url if not base_url or base_url.endswith("/") else f"{base_url}/",
        jobs=words["jobs"],
        scheduler=words["scheduler"],
        is_strict=words["strict"],
        is_json=words["as_json"],
        volume=-1 if words["quiet"] else words["verbose"],
    )
