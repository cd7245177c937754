"""The list of commands, each loaded when it is called: asking for help must not load what the commands need.

Knows what each command is called and says of itself in one line, and nothing else.
"""

import importlib
import inspect
from typing import TYPE_CHECKING, NamedTuple

import click

from muniment.cli import calling

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class Row(NamedTuple):
    """One command of the program."""

    name: str
    room: str
    """Module of `muniment.cli.commands` it lives in."""
    short: str
    """What it does, in one line."""


SECTIONS: tuple[tuple[str, tuple[Row, ...]], ...] = (
    (
        "Every day",
        (
            Row("build", "build", "Draft what has no edition, check, render and publish (the default)."),
            Row("check", "check", "Say what is wrong, and list what an editor has yet to do."),
            Row("serve", "serve", "Preview the site in a browser."),
        ),
    ),
    (
        "Working on a text",
        (
            Row("ingest", "ingest", "Take files into seeds/, byte for byte."),
            Row("normalise", "normalise", "Draft an edition for every seed that has none."),
            Row("show", "show", "Print a document: its seed, draft, edition or page."),
            Row("diff", "diff", "Print how an edition differs from its seed, and why."),
            Row("note", "note", "Say why an edition differs from its seed."),
            Row("settle", "settle", "Settle an edition whose seed has changed."),
            Row("explain", "explain", "Explain a problem's code, or what was seen in a seed."),
        ),
    ),
    (
        "The archive and the program",
        (
            Row("new", "new", "Begin an archive in a folder."),
            Row("schemas", "schemas", "Write what editors need to complete and check settings as they are typed."),
            Row("words", "words", "Begin or bring up to date a translation of the site's own words."),
            Row("search-index", "search_index", 'Build with the index that search = "pagefind" needs.'),
            Row("clean", "clean", "Remove what the program made: the site and its memory."),
            Row("doctor", "doctor", "Look whether this machine and this folder are fit for work."),
            Row("completion", "completion", "Print what makes a shell complete the commands."),
        ),
    ),
)
"""Every command, in the order in which help lists them."""
ROWS = {row.name: row for _, rows in SECTIONS for row in rows}
TAKING_A_VALUE = ("--root", "--out", "--base-url", "--jobs", "--scheduler", "--format", "--color", "--colour")
"""Options of `build` that the next word belongs to."""


class Commands(click.Group):
    """A group of commands that are loaded when they are called, and in which no command means `build`."""

    def parse_args(self, context: click.Context, arguments: list[str]) -> list[str]:
        """Let options stand before the command's name, and put `build` where there is none."""
        is_completing = context.resilient_parsing and not arguments
        if not is_completing and (not arguments or _is_option(arguments[0])):
            at = _first_word(arguments)
            name = arguments[at] if at < len(arguments) else ""
            rest = [*arguments[:at], *arguments[at + 1 :]] if name in ROWS else arguments
            arguments = [name if name in ROWS else "build", *rest]
        return super().parse_args(context, arguments)

    def list_commands(self, context: click.Context) -> list[str]:  # noqa: ARG002 click's signature
        """List the commands' names."""
        return list(ROWS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:  # noqa: ARG002 click's signature
        """Load a command."""
        if name not in ROWS:
            return None
        room = importlib.import_module(f"muniment.cli.commands.{ROWS[name].room}")
        command = getattr(room, name.replace("-", "_"))
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, context: click.Context, arguments: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called; for one that does not exist name the nearest."""
        name = arguments[0]
        if name not in ROWS and not context.resilient_parsing:
            raise click.UsageError(f'there is no command "{name}". {_nearest(name)}', context)
        return super().resolve_command(context, arguments)

    def shell_complete(self, context: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Complete a command's name without loading the commands, or an option."""
        from click.shell_completion import CompletionItem  # only a shell that completes needs it

        rows = [CompletionItem(name, help=row.short) for name, row in ROWS.items() if name.startswith(incomplete)]
        return [*rows, *click.Command.shell_complete(self, context, incomplete)]

    def format_help_text(self, context: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Print the examples with the program as it was called."""
        _write_help(self.help or "", formatter)

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without loading them."""
        for title, rows in SECTIONS:
            with formatter.section(title):
                formatter.write_dl([(row.name, row.short) for row in rows])


class Command(click.Command):
    """A command whose help names the program as it was called."""

    def format_help_text(self, context: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Print what the command does, and examples."""
        _write_help(self.help or "", formatter)


def _write_help(text: str, formatter: click.HelpFormatter) -> None:
    """Print a help text with the program as it was called."""
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(calling.in_words(inspect.cleandoc(text)))


def _is_option(word: str) -> bool:
    """Say whether a word is an option that a command takes, not one of the program's own."""
    return word.startswith("-") and word not in ("-h", "--help", "--version")


def _first_word(arguments: list[str]) -> int:
    """Find the first word that is neither an option nor an option's value."""
    at = 0
    while at < len(arguments) and arguments[at].startswith("-"):
        at += 2 if arguments[at] in TAKING_A_VALUE else 1
    return at


def _nearest(name: str) -> str:
    """Name the nearest command, or all of them."""
    import difflib  # only a mistake needs it

    near = difflib.get_close_matches(name.lower(), list(ROWS), 1, 0.6)
    return f'Did you mean "{near[0]}"?' if near else f"There are: {', '.join(ROWS)}."
