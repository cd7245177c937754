"""Turns the options that all commands share into one typed value; refuses what cannot be meant with a usage error."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from muniment.cli import calling
from muniment.cli.ink import Ink, ink
from muniment.frozen import dataclass

FORMATS = ("text", "json", "github")


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the options of a command say."""

    root: Path
    out: Path
    base_url: str = ""
    jobs: int = 0
    """Processes; 0 for one a processor."""
    scheduler: str = ""
    """Address of a Dask scheduler; empty where this machine does the work."""
    is_strict: bool = False
    form: str = "text"
    """How the result is printed: one of `FORMATS`."""
    volume: int = 0
    """-1 quiet, 0 usual, 1 and more verbose."""
    colour: str = "auto"
    """`auto`, `always` or `never`."""

    @property
    def is_json(self) -> bool:
        """Say whether the result is to be printed as JSON."""
        return self.form == "json"

    @property
    def ink(self) -> Ink:
        """Give the ink for results."""
        return ink(sys.stdout, self.colour)

    @property
    def error_ink(self) -> Ink:
        """Give the ink for problems and progress."""
        return ink(sys.stderr, self.colour)


class Folder(click.Path):
    """A folder, whether it is there or not; an empty name, which an unset variable of a shell becomes, is none."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, readable=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Give the path."""
        if value == "" and param is not None:
            raise click.BadOptionUsage(param.metavar or param.opts[0], "empty", ctx)
        return super().convert(value, param, ctx)


_ROOT = click.option("--root", type=Folder(), default=Path(), help="The archive's folder (default: this one).")
_OUT = click.option("--out", type=Folder(), help="Where the site goes (default: ROOT/dist).")
_BASE_URL = click.option(
    "--base-url", default="", help="The address the site will have, e.g. https://example.org/archive/."
)
_JOBS = click.option("--jobs", type=click.IntRange(min=0), default=0, help="Processes (default: one a processor).")
_SCHEDULER = click.option("--scheduler", default="", help="Address of a Dask scheduler, for very large archives.")
_STRICT = click.option("--strict", is_flag=True, help="Let warnings fail the run as errors do.")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON (short for --format json).")
_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="Print problems as text, as JSON, or as annotations of GitHub Actions.",
)
_COLOUR = click.option(
    "--color",
    "--colour",
    "colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour: on a terminal (auto), always or never. NO_COLOR and FORCE_COLOR are heeded.",
)
_QUIET = click.option("-q", "--quiet", is_flag=True, help="Print problems only.")
_VERBOSE = click.option("-v", "--verbose", count=True, help="Print every problem, and what is for information only.")


_SOURCES = ("seeds", "site_src")
"""The folders by which an archive is known."""
_UP = 4
"""Folders above the one named that are looked at."""


def options(command: Any) -> Any:
    """Give a command the options of those that build."""
    return _with(_ROOT, _OUT, _BASE_URL, _JOBS, _SCHEDULER, _STRICT, _FORMAT, _JSON, _COLOUR, _QUIET, _VERBOSE)(command)


def reading_options(command: Any) -> Any:
    """Give a command the options of those that look at one document, or at the archive, and publish nothing."""
    return _with(_ROOT, _JSON, _COLOUR, _VERBOSE)(command)


def _with(*shared: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Put options onto a command, the first one first."""

    def given(command: Any) -> Any:
        """Put them on."""
        for option in reversed(shared):
            command = option(command)
        return command

    return given


def _above(root: Path) -> str:
    """Give the way from a folder of an archive up to the archive, as it is typed; empty for any other folder."""
    here = root.resolve()
    if any((here / name).is_dir() for name in _SOURCES):
        return ""
    for steps, folder in enumerate(here.parents[:_UP], 1):
        is_part = here.relative_to(folder).parts[0] in (*_SOURCES, "templates", "static", "dist")
        if is_part and all((folder / name).is_dir() for name in _SOURCES):
            way = root / "/".join([".."] * steps)
            short = Path(os.path.normpath(way))
            return calling.quoted((short if short.resolve() == folder else way).as_posix())
    return ""


def typed(words: dict[str, Any]) -> Choices:
    """Type the options of a command."""
    root = words["root"]
    if not root.is_dir():
        from muniment.cli import usage  # only a mistake needs it

        if root.exists():
            raise click.UsageError(f"{root} is a file; --root takes the folder of an archive.")
        raise click.UsageError(f"there is no folder {root}.{usage.near(root, is_folder=True)}")
    if whole := _above(root):
        raise click.UsageError(f"this is a folder inside an archive, not an archive. Add --root {whole}, or go there.")
    base_url = words.get("base_url", "")
    if base_url and not base_url.startswith(("http://", "https://")):
        raise click.UsageError("--base-url takes a whole address: https://example.org/archive/")
    form = words.get("form")
    if words.get("as_json") and form not in (None, "json"):
        raise click.UsageError(f"--json and --format {form} cannot both be meant.")
    return Choices(
        root=root,
        out=words.get("out") or root / "dist",
        base_url=base_url if not base_url or base_url.endswith("/") else f"{base_url}/",
        jobs=words.get("jobs", 0),
        scheduler=words.get("scheduler", ""),
        is_strict=words.get("strict", False),
        form="json" if words.get("as_json") else form or "text",
        volume=-1 if words.get("quiet") else words.get("verbose", 0),
        colour=words.get("colour", "auto"),
    )
