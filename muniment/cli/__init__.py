"""The command line: turns words typed at a terminal into one run of the line; knows nothing of texts or pages.

Results go to standard output, progress and problems to standard error. Exit codes: 0 fine, 1 problems in the content
(with --strict: warnings too), 2 wrong usage, 3 a fault of the program.
"""

import io
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from muniment import __version__
from muniment.cli.choices import Choices, options, typed
from muniment.cli.indexing import with_index
from muniment.cli.remembering import look, read, recalled, remember
from muniment.cli.report import FAULT, FINE, INTERRUPTED, PROBLEMS, USAGE, code, fails, summary_of, tell
from muniment.cli.writing import drafts_kept, published

if TYPE_CHECKING:
    from muniment.line import Crew, Inputs, Outcome
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
    python build.py search-index         the same as build, with the index that search = "pagefind" needs
    python build.py check -v             what is wrong, and what an editor should look at
    python build.py serve                preview in the browser, rebuilt at every save
    python build.py explain E-007        what a problem's code means
    python build.py explain seeds/x.txt  what the program saw in a seed, and why it decided so
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped


@commands.command()
@options
def build(**words: Any) -> int:
    """Draft what has no edition, check everything, render and publish (the default)."""
    started, choices = time.monotonic(), typed(words)
    before = look(choices)
    if last := recalled(before):
        summary, found = last
        tell(choices, found, {**summary, "seconds": round(time.monotonic() - started, 3)})
        return code(found, choices)
    from muniment.disk import OvertakenError

    while True:
        inputs, found, began = read(choices, before)
        outcome, found = _sent(inputs, found, crew=_crew(choices))
        if code(found, choices) != FINE:
            found += drafts_kept(choices, inputs, outcome)
            break
        try:
            found += published(choices, inputs, outcome)
            break
        except OvertakenError:  # another build published meanwhile: begin again with what stands there now
            before = look(choices)
    summary = summary_of(choices, inputs, outcome, found, time.monotonic() - started)
    remember(began, inputs, outcome, summary, found)
    tell(choices, found, summary)
    return code(found, choices)


@commands.command("search-index")
@options
def search_index(**words: Any) -> int:
    """Build and publish as `build` does, with the index that search = "pagefind" needs."""
    started, choices = time.monotonic(), typed(words)
    inputs, outcome, found = _run(choices)
    if code(found, choices) == FINE:
        outcome, troubles = with_index(outcome)
        found += troubles
    if code(found, choices) == FINE:
        found += published(choices, inputs, outcome)
    else:
        found += drafts_kept(choices, inputs, outcome)
    tell(choices, found, summary_of(choices, inputs, outcome, found, time.monotonic() - started))
    return code(found, choices)


@commands.command()
@options
@click.option("--refresh", is_flag=True, help="Draft untouched editions again with this version's rules.")
def normalise(refresh: bool, **words: Any) -> int:
    """Draft an edition for every seed that has none; never touch an edited one."""
    choices = typed(words)
    inputs, outcome, found = _run(choices, publish=False, refresh=refresh)
    found += drafts_kept(choices, inputs, outcome)
    tell(choices, found, {"drafted": [path for path, _ in outcome.drafts]})
    return code(found, choices)


@commands.command()
@options
@click.option("--dist", "of_site", is_flag=True, help="Hold the published site against its manifest, file by file.")
def check(of_site: bool, **words: Any) -> int:
    """Say what is wrong or unsure; write nothing."""
    from muniment import disk, settings, worklist

    choices = typed(words)
    inputs, outcome, found = _run(choices)
    chosen, _ = settings.read(inputs.sources, inputs.name)
    found = sorted(dict.fromkeys([*found, *worklist.unsure(inputs.sources, inputs.seeds, chosen)]))
    if of_site:
        manifest = next((each.content for each in outcome.files if each.path == disk.MANIFEST), b"")
        found = sorted([*found, *disk.verify(choices.out, manifest)])
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
    return preview(choices.root, base_url=choices.base_url, port=port, opens=opens, crew=_crew(choices))


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
def schemas(**given: Any) -> int:
    """Write the JSON Schemas of the files in site_src/ into schemas/, for the programs they are written in."""
    from muniment.disk import write_schemas

    choices = typed(given)
    try:
        done = write_schemas(choices.root)
    except OSError as error:
        raise click.UsageError(f"schemas/ cannot be written: {error.strerror or error}") from error
    if choices.is_json:
        tell(choices, [], {"written": list(done)})
    elif choices.volume >= 0:
        click.echo("\n".join(done))
        click.echo("docs/editors.md says how to make use of them.")
    return FINE


@commands.command()
@options
@click.argument("language")
def words(language: str, **given: Any) -> int:
    """Begin or bring up to date the words of the interface in LANGUAGE, such as fr: site_src/words/fr.po."""
    from muniment.cli.translating import catalogue

    choices = typed(given)
    done, found = catalogue(choices, language)
    if choices.is_json:
        tell(choices, found, {"done": done})
        return code(found, choices)
    from muniment import problems

    for each in found:
        click.echo(problems.worded(each), err=True)
    if done and choices.volume >= 0:
        click.echo(done)
    return code(found, choices)


@commands.command()
@options
@click.argument("what")
def explain(what: str, **words: Any) -> int:
    """Explain a problem's code (E-007), or what was seen in a seed and why it was decided so (seeds/NAME)."""
    from muniment import explanations, problems

    choices = typed(words)
    inputs, _ = _read(choices)
    lines = explanations.of(what, inputs)
    if not lines:
        raise click.UsageError(f'nothing is called "{what}": name a code such as E-007, or a file in seeds/.')
    click.echo("\n".join(map(problems.printable, lines)))
    return FINE


def _read(choices: Choices) -> "tuple[Inputs, list[Problem]]":
    """Read the archive's folder."""
    from muniment import disk

    inputs, found = disk.read(choices.root, choices.base_url)
    return inputs, list(found)


def _run(choices: Choices, *, publish: bool = True, refresh: bool = False) -> "tuple[Inputs, Outcome, list[Problem]]":
    """Read the folder and send it down the line."""
    inputs, found = _read(choices)
    return inputs, *_sent(inputs, found, publish=publish, refresh=refresh)


def _sent(
    inputs: "Inputs", found: "list[Problem]", *, publish: bool = True, refresh: bool = False, crew: "Crew | None" = None
) -> "tuple[Outcome, list[Problem]]":
    """Send what was read down the line."""
    from muniment import line
    from muniment.line.crew import ALONE

    outcome = line.run(inputs, publish=publish and not fails(found), refresh=refresh, crew=crew or ALONE)
    return outcome, sorted(dict.fromkeys([*found, *outcome.problems]))


def _crew(choices: Choices) -> "Crew":
    """Find who does the work on many documents."""
    if choices.scheduler:
        from muniment import machines

        try:
            return machines.crew(choices.scheduler)
        except ImportError as fault:
            raise click.UsageError("--scheduler needs the extra: pip install 'muniment[dask]'") from fault
        except (OSError, ValueError) as fault:
            raise click.UsageError(f"no scheduler answers at {choices.scheduler}: {fault}") from fault
    from muniment import forks

    return forks.crew(choices.jobs or forks.available())


def _shown(words: str) -> str:
    """Make words of any origin safe to print, and short."""
    from muniment import problems

    words = problems.printable(words)
    return words if len(words) <= 300 else f"{words[:300]}…"


def main(arguments: list[str] | None = None) -> int:
    """Run the command line and give its exit code; a fault of ours is one sentence, its details only with --debug."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show a letter is told its number
    try:
        return int(commands.main([word for word in words if word != "--debug"], standalone_mode=False) or FINE)
    except click.ClickException as refusal:
        click.UsageError(_shown(refusal.format_message()), getattr(refusal, "ctx", None)).show()
        return USAGE
    except (KeyboardInterrupt, click.Abort):
        return INTERRUPTED
    except OSError as refusal:
        from muniment import problems

        reason = refusal.strerror or str(refusal)
        click.echo(problems.worded(problems.report("W-013", str(refusal.filename or "."), reason=reason)), err=True)
        return PROBLEMS
    except Exception as fault:
        if debug:
            raise
        click.echo(
            f"muniment: a fault of the program, not of your texts: {type(fault).__name__}: {_shown(str(fault))}\n"
            "    Nothing was published. Run again with --debug for the details, and please report it.",
            err=True,
        )
        return FAULT
