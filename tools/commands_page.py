"""Write the part of docs/commands.md that lists every command, from the commands themselves.

What stands above the list is written by hand, in the file itself.
"""

import inspect
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import click  # noqa: E402 the folder has to be known first

from muniment.cli.group import SECTIONS  # noqa: E402
from muniment.cli.running import program  # noqa: E402

PAGE = ROOT / "docs/commands.md"
MARK = f"## {SECTIONS[0][0]}\n"
"""The line with which the list begins."""


def page() -> str:
    """Give the page as Markdown: what was written by hand, and the list."""
    context = click.Context(program, info_name="muniment")
    parts = [PAGE.read_text("utf-8").partition(MARK)[0]]
    for title, rows in SECTIONS:
        parts.append(f"## {title}\n")
        for row in rows:
            command = program.get_command(context, row.name)
            if command is None:
                raise AssertionError(f"the list of commands names {row.name}, and there is none")
            parts.append(_command(command, context))
    return parts[0] + "\n".join(parts[1:])


def _command(command: click.Command, context: click.Context) -> str:
    """Describe one command."""
    inner = click.Context(command, info_name=command.name, parent=context)
    usage = " ".join(["muniment", command.name or "", *command.collect_usage_pieces(inner)])
    lines = [f"### `{usage}`\n", *_help(inspect.cleandoc(command.help or ""))]
    for parameter in command.params:
        record = parameter.get_help_record(inner)
        if record and record[1]:
            names, told = record
            lines.append(f"* `{names}`: {' '.join(told.split())}")
    return "\n".join([*lines, ""])


def _help(text: str) -> list[str]:
    """Set a help text: its paragraphs as they are, its examples as code."""
    lines: list[str] = []
    for paragraph in text.split("\n\n"):
        if paragraph.startswith("\b"):
            lines += ["```sh", *paragraph.split("\n")[1:], "```", ""]
        else:
            sentences = re.split(r"(?<=\.) (?=[A-Z])", " ".join(paragraph.split()))
            lines += [*sentences, ""]
    return lines


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
