"""The command line: turns words typed at a terminal into one run of the line; knows nothing of texts or pages.

Results go to standard output, progress and problems to standard error. Exit codes: 0 fine, 1 problems in the content
(with --strict: warnings too), 2 wrong usage, 3 a fault of the program.
"""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from muniment import __version__
from muniment.cli.choices import Choices, options, typed
from muniment.cli.report import FAULT, FINE, INTERRUPTED, USAGE, code, fails, summary_of, tell

if TYPE_CHECKING:
    from muniment.line import Inputs, Outcome
    from muniment.model import Problem


class Default(click.Group):
    """A group of commands in which no command means `build`."""

    def parse_args(self, context: click.Context, arguments: list[str]) -> list[str]:
        """Put `build` in front when the line begins with an option, or is empty."""
        if not arguments or (arguments[0].startswith("-") and arguments[0] not in ("-h", "--help", "--version")):
            arguments = ["build", *arguments]
        return super().parse_args(context, arguments)


@click.group(cls=Default, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="muniment")
def commands() -> None:
    """Make a citable site out of a folder of damaged texts.

    \b
    python build.py                      draft what has no edition, check, publish to dist/
    python build.py --root DIR           the same for another archive
    python build.py check -v             what is wrong, and what an editor should look at
    python build.py serve                preview in the browser, rebuilt at every save
    python build.py explain E-007        what a problem's code means
    python build.py explain seeds/x.txt  what the program saw in a seed, and why it decided so
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped


@commands.command()
@options
def build(**words: Any) -> int:
    """Draft what has no edition, check everything, render and publish (the default)."""
    from muniment import disk, problems  # not before the command is known: --help has to be quick

    started, choices = time.monotonic(), typed(words)
    inputs, outcome, found = _run(choices)
    if code(found, choices) == FINE:
        try:
            disk.refuse_place(choices.root, choices.out)
            disk.write_sources(choices.root, (*outcome.drafts, *outcome.registries))
            disk.publish(choices.root, choices.out, outcome.files)
        except disk.Refusal as refusal:
            found.append(problems.report(refusal.code, choices.out.as_posix(), **refusal.words))
        except OSError as error:
            found.append(problems.report("W-005", choices.out.as_posix(), reason=error.strerror or str(error)))
    else:
        found += _kept_drafts(choices, outcome)
    tell(choices, found, summary_of(choices, inputs, outcome, found, time.monotonic() - started))
    return code(found, choices)


@commands.command()
@options
@click.option("--refresh", is_flag=True, help="Draft untouched editions again with this version's rules.")
def normalise(refresh: bool, **words: Any) -> int:
    """Draft an edition for every seed that has none; never touch an edited one."""
    choices = typed(words)
    _, outcome, found = _run(choices, publish=False, refresh=refresh)
    found += _kept_drafts(choices, outcome)
    tell(choices, found, {"drafted": [path for path, _ in outcome.drafts]})
    return code(found, choices)


@commands.command()
@options
def check(**words: Any) -> int:
    """Say what is wrong or unsure; write nothing."""
    choices = typed(words)
    inputs, outcome, found = _run(choices)
    summary = summary_of(choices, inputs, outcome, found, 0.0)
    tell(choices, found, {key: summary[key] for key in ("documents", "states", "errors", "warnings", "to_look_at")})
    return code(found, choices)


@commands.command()
@options
@click.option("--port", type=click.IntRange(0, 65535), default=5500, help="Port to try first.")
@click.option("--open", "opens", is_flag=True, help="Open the page in a browser.")
def serve(port: int, opens: bool, **words: Any) -> int:
    """Preview the site in a browser; rebuilds and reloads at every save, writes nothing."""
    from muniment.serve import preview  # needs livereload, which is slow to load

    choices = typed(words)
    return preview(choices.root, base_url=choices.base_url, port=port, opens=opens)


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path))
def new(folder: Path) -> int:
    """Begin an archive in FOLDER: settings with comments, a page about it, a place for seeds."""
    from muniment.disk import begin

    made = begin(folder)
    if not made:
        raise click.UsageError(f"{folder} is there already and is not empty.")
    click.echo("\n".join(made))
    click.echo(f"Put your texts into {folder / 'seeds'} and run: python build.py --root {folder}")
    return FINE


@commands.command()
@options
@click.argument("what")
def explain(what: str, **words: Any) -> int:
    """Explain a problem's code (E-007), or what was seen in a seed and why it was decided so (seeds/NAME)."""
    from muniment import explanations

    choices = typed(words)
    inputs, _ = _read(choices)
    lines = explanations.of(what, inputs)
    if not lines:
        raise click.UsageError(f'nothing is called "{what}": name a code such as E-007, or a file in seeds/.')
    click.echo("\n".join(lines))
    return FINE


def _read(choices: Choices) -> "tuple[Inputs, list[Problem]]":
    """Read the archive's folder."""
    from muniment import disk

    inputs, found = disk.read(choices.root, choices.base_url)
    return inputs, list(found)


def _run(choices: Choices, *, publish: bool = True, refresh: bool = False) -> "tuple[Inputs, Outcome, list[Problem]]":
    """Read the folder and send it down the line."""
    from muniment import line

    inputs, found = _read(choices)
    outcome = line.run(inputs, publish=publish and not fails(found), refresh=refresh)
    return inputs, outcome, sorted(dict.fromkeys([*found, *outcome.problems]))


def _kept_drafts(choices: Choices, outcome: "Outcome") -> "list[Problem]":
    """Write the drafts of a run that does not publish: one bad seed keeps no good one from being drafted."""
    from muniment import disk, problems

    try:
        disk.write_sources(choices.root, outcome.drafts)
    except OSError as error:
        return [problems.report("W-006", "site_src", reason=error.strerror or str(error))]
    return []


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and give its exit code; a fault of ours is one sentence, its details only with --debug."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words
    try:
        return int(commands.main([word for word in words if word != "--debug"], standalone_mode=False) or FINE)
    except click.ClickException as refusal:
        refusal.show()
        return USAGE
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except Exception as fault:
        if debug:
            raise
        click.echo(
            f"muniment: a fault of the program, not of your texts: {type(fault).__name__}: {fault}\n"
            "    Nothing was published. Run again with --debug for the details, and please report it.",
            err=True,
        )
        return FAULT
