"""`show`: one document at one stage of its way, from the seed to the page."""

import sys
from typing import TYPE_CHECKING, Any

import click

from muniment.cli.choices import Choices, reading_options, typed
from muniment.cli.codes import FINE, PROBLEMS
from muniment.cli.documents import completed, inputs, named
from muniment.cli.group import Command
from muniment.cli.report import print_json
from muniment.problems import printable

if TYPE_CHECKING:
    from muniment.desk import Desk
    from muniment.line import Inputs
    from muniment.model import Problem

STAGES = ("seed", "draft", "edition", "page")


@click.command(cls=Command)
@reading_options
@click.option("--stage", type=click.Choice(STAGES), default="edition", help="What to print (default: the edition).")
@click.option("--raw", is_flag=True, help="Print the bytes as they are, without line numbers.")
@click.argument("document", metavar="ID", shell_complete=completed)
def show(document: str, stage: str, raw: bool, **words: Any) -> int:
    """Print a document: the seed as received, the draft the program makes of it now, the edition, or its page.

    \b
    python build.py show 2007-05-31-a-news-story
    python build.py show seeds/002.txt --stage draft
    python build.py show 2007-05-31 --stage seed --raw > copy.txt

    ID is an id or its beginning, or the name or path of an edition or a seed. Lines are numbered as messages number
    them, and what a terminal would act on is shown as what it is; --raw gives the bytes themselves.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    from muniment import desk

    choices = typed(words)
    read = inputs(choices)
    laid = desk.lay(read, named(read, document))
    path, content = _content(choices, read, laid, stage)
    if content is None:
        return PROBLEMS
    if choices.is_json:
        _as_json(laid, stage, path, content)
    elif raw:
        sys.stdout.buffer.write(content)
    else:
        _numbered(choices, _text(laid, stage, content))
    return FINE


def _content(choices: Choices, read: "Inputs", laid: "Desk", stage: str) -> tuple[str, bytes | None]:
    """Give what stands at a stage; none, with what is wrong on standard error, where nothing does."""
    holding = laid.holding
    if stage == "page":
        return _page(choices, read, laid)
    if stage == "seed":
        path, content = f"seeds/{holding.seed}", read.seeds.get(holding.seed)
        otherwise = f"there is no {path}."
    elif stage == "edition":
        path, content = holding.path, read.sources.get(holding.path)
        otherwise = "there is no edition yet; build, or look at --stage draft."
    else:
        fresh = laid.draft()
        path, content = (fresh.path, fresh.source.encode()) if fresh else ("", None)
        otherwise = "its seed is missing or cannot be read, so there is no draft."
    if content is None:
        _miss(choices, laid.problems, holding.name, otherwise)
    return path, content


def _page(choices: Choices, read: "Inputs", laid: "Desk") -> tuple[str, bytes | None]:
    """Build the site in memory and give the document's page."""
    from muniment import line
    from muniment.pages import document_path

    outcome = line.run(read)
    made = [path for path, text in outcome.drafts if f"\nseed: {laid.holding.seed}\n" in text]
    path = document_path(laid.holding.id or (made[0].rpartition("/")[2].removesuffix(".md") if made else ""))
    content = next((each.content for each in outcome.files if each.path == path), None)
    if content is None:
        errors = tuple(each for each in outcome.problems if each.severity == "error")
        _miss(choices, errors, laid.holding.name, "there is no page of it.")
    return path, content


def _miss(choices: Choices, found: "tuple[Problem, ...]", name: str, otherwise: str) -> None:
    """Say why there is nothing to print: the problems, or a sentence where there are none."""
    if not found:
        click.echo(f"{printable(name)}: {otherwise}", err=True)
        return
    from muniment.cli.telling import tell_problems

    tell_problems(choices, found)


def _text(laid: "Desk", stage: str, content: bytes) -> str:
    """Decode what is to be printed."""
    if stage == "seed" and laid.transcript is not None:
        return "".join(laid.transcript.lines)
    return content.decode("utf-8", "backslashreplace")


def _numbered(choices: Choices, text: str) -> None:
    """Print lines with their numbers, safe for a terminal."""
    from muniment.formats.plain import split_lines

    ink = choices.ink
    lines = split_lines(text)
    size = len(str(len(lines)))
    for number, line in enumerate(lines, 1):
        shown = printable(line.rstrip("\r\n").replace("\t", "    "))
        click.echo(f"{ink(str(number).rjust(size), 'bright_blue')}  {shown}".rstrip(), color=ink.is_on)


def _as_json(laid: "Desk", stage: str, path: str, content: bytes) -> None:
    """Print the document as JSON."""
    import hashlib

    print_json(
        {
            "document": laid.holding.id,
            "stage": stage,
            "path": path,
            "sha256": hashlib.sha256(content).hexdigest(),
            "text": _text(laid, stage, content),
        }
    )
