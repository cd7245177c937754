"""`note`: a person's reason for a difference becomes a note in the edition's front matter."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from muniment.cli import calling
from muniment.cli.choices import Choices, reading_options, typed
from muniment.cli.codes import FINE, PROBLEMS
from muniment.cli.documents import completed, inputs, named
from muniment.cli.editors import editor
from muniment.cli.group import Command
from muniment.cli.layout import wrapped
from muniment.cli.report import print_json
from muniment.cli.summary import counted
from muniment.problems import printable, report

if TYPE_CHECKING:
    from muniment.collate import Undocumented
    from muniment.desk import Desk, Noted
    from muniment.line import Inputs
    from muniment.model import Note, Problem

STANDING = ("sic", "comment", "lacuna")
"""Kinds of note on words that stand; the kind of a note on a change follows from the change."""


def _said(_: click.Context, option: click.Parameter, words: str | None) -> str:
    """Refuse a reason that says nothing, as an unset variable of a shell does; none at all is none."""
    if words is not None and not words.strip():
        raise click.BadOptionUsage(option.opts[0], "empty")
    return words or ""


@click.command(cls=Command)
@reading_options
@click.option("--line", "number", type=click.IntRange(min=1), help="Line of the edition's file, as messages give it.")
@click.option("--seed-line", type=click.IntRange(min=1), help="Line of the seed instead, which no edit moves.")
@click.option("--words", "sought", default="", help="Words of the change, where a line has several changes.")
@click.option("--all", "every", is_flag=True, help="All changes without a note, of the line or of the document.")
@click.option("--reason", callback=_said, help="Why, in a sentence for readers.")
@click.option("--by", default="", help="Who (default: the name that git knows you by).")
@click.option("--kind", type=click.Choice(STANDING), help="Note words that stand, instead of a change.")
@click.option("--quote", default="", help="The words that stand, for --kind.")
@click.option("--dry-run", is_flag=True, help="Print the note and write nothing.")
@click.argument("document", metavar="ID", shell_complete=completed)
def note(document: str, **words: Any) -> int:
    """Say why an edition differs from its seed: add a note to its front matter, and change nothing else in the file.

    \b
    python build.py note 2007-05-31                                    # what has no note yet
    python build.py note 2007-05-31 --line 75 --reason "A slip of the pen; cf. line 12."
    python build.py note 2007-05-31 --all --reason "Spelling of the 1907 reform." --by "E. Ditor"
    python build.py note 2007-05-31 --kind sic --quote "have are" --reason "As printed."

    What was changed is added to your reason. Words left out get an omission, all else an emendation. The note is
    proved before it is written: the difference must be explained by it. A file that was saved meanwhile is left alone.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    from muniment import desk

    choices = typed(words)
    read = inputs(choices)
    laid = desk.lay(read, named(read, document))
    if laid.collation is None or laid.edition is None:
        return _told(choices, laid.problems, otherwise=f"{laid.holding.name}: there is no edition to note this in.")
    notes: tuple[Note, ...]
    if words["kind"]:
        notes = (_standing(choices, laid, words),)
    else:
        chosen = _chosen(choices, laid, words, desk.short_name(read, laid.holding))
        if not chosen:
            return FINE if not desk.undocumented(laid) else PROBLEMS
        if unexplainable := [desk.unexplainable(laid, each) for each in chosen if each.note is None]:
            return _told(choices, unexplainable)
        notes = desk.explaining(chosen, _reason(words), _who(choices, words))
    return _written(choices, read, laid, notes, is_dry=words["dry_run"])


def _standing(choices: Choices, laid: "Desk", words: dict[str, Any]) -> "Note":
    """Word a note on words that stand."""
    from muniment import desk
    from muniment.model import Note

    quote, number = words["quote"], words["number"] or 0
    if not quote and (words["kind"] == "sic" or not number):
        raise click.UsageError("--kind needs the words it is about, as --quote.")
    if not words["reason"] and words["kind"] == "comment":
        raise click.UsageError("a comment says something: add --reason.")
    by = " ".join(words["by"].split()) or editor(choices.root)
    found = desk.remark(laid, number, Note(kind=words["kind"], at="", quote=quote, text=_reason(words), by=by))
    where = f"line {number} of {laid.holding.path}" if number else laid.holding.path
    if not found and not quote and laid.edition:
        raise click.UsageError(f"{where} is in no paragraph; the text begins on line {laid.edition.body_line}.")
    if not found:
        raise click.UsageError(f'{where} does not read "{quote}".')
    if len(found) > 1:
        raise click.UsageError(f'{where} reads "{quote}" in {len(found)} places: choose one with --line.')
    return found[0]


def _chosen(choices: Choices, laid: "Desk", words: dict[str, Any], name: str) -> "tuple[Undocumented, ...]":
    """Choose the changes that were meant; without a reason list what is open, and choose none."""
    from muniment import desk

    if words["quote"]:
        raise click.UsageError("--quote is for words that stand: add --kind sic, comment or lacuna. A change: --words.")
    every = desk.undocumented(laid)
    chosen = desk.chosen(every, words["number"] or 0, words["seed_line"] or 0, words["sought"])
    if not words["reason"]:
        _listed(choices, laid, chosen, name)
        return ()
    if not every:
        raise click.UsageError(f"{laid.holding.name} has no difference without a note.")
    lines = ", ".join(dict.fromkeys(f"{each.line} (seed line {each.seed_line})" for each in every))
    if not chosen:
        raise click.UsageError(f"nothing there is without a note; the lines that have something are: {lines}.")
    if len(chosen) > 1 and not words["every"]:
        where = "that place" if words["number"] or words["seed_line"] or words["sought"] else laid.holding.name
        raise click.UsageError(
            f"{where} has {len(chosen)} differences without a note: choose with --line and --words, or say --all."
        )
    return chosen


def _listed(choices: Choices, laid: "Desk", differences: "tuple[Undocumented, ...]", name: str) -> None:
    """List what has no note, each with the command for it."""
    from muniment import desk

    if choices.is_json:
        print_json({"document": laid.holding.id, "undocumented": [asdict(each) for each in differences]})
        return
    if not differences:
        click.echo("Every difference of wording has its intervention or note.")
    every = desk.undocumented(laid)
    for each in differences:
        what = each.note.text if each.note else desk.unexplainable(laid, each).message
        where = f"{(choices.root / laid.holding.path).as_posix()}:{each.line}: "
        click.echo("\n".join(wrapped(f"{where}{what}", choices.ink.columns, "", "    ")))
        if each.note:
            command = desk.note_command(name, each, every)
            click.echo(f"    {calling.line(*command, root=choices.root.as_posix())}")


def _reason(words: dict[str, Any]) -> str:
    """Give the reason as one line."""
    return " ".join(str(words["reason"]).split())


def _who(choices: Choices, words: dict[str, Any]) -> str:
    """Give the name of whoever is answerable for a change."""
    who = " ".join(str(words["by"]).split()) or editor(choices.root)
    if not who:
        raise click.UsageError('a change is answered for by a name: add --by "Your Name".')
    return who


def _written(choices: Choices, read: "Inputs", laid: "Desk", notes: "tuple[Note, ...]", *, is_dry: bool) -> int:
    """Add the notes to the file, if they hold."""
    from muniment import desk, disk, edition

    path = laid.holding.path
    try:
        noted = desk.noted(laid, notes)
    except edition.Refused:
        return _told(choices, [report("C-002", path, what="the note", lines=desk.on_one_line(notes))])
    if noted.troubles:
        return _told(choices, noted.troubles)
    if not is_dry:
        _, found = disk.write_sources(choices.root, [(path, noted.source)], read.sources)
        if found:
            return _told(choices, found)
    _say(choices, noted, is_dry=is_dry)
    return FINE


def _say(choices: Choices, noted: "Noted", *, is_dry: bool) -> None:
    """Say what was written, and what is left."""
    from muniment import desk

    left = desk.undocumented(noted.desk)
    path = noted.desk.holding.path
    if choices.is_json:
        print_json(
            {
                "document": noted.desk.holding.id,
                "path": path,
                "is_written": not is_dry,
                "notes": [asdict(each) for each in noted.notes],
                "left": len(left),
            }
        )
        return
    click.echo(f"{'Would note in' if is_dry else 'Noted in'} {printable((choices.root / path).as_posix())}:")
    click.echo("\n".join(printable(line) for line in desk.in_front_matter(noted.notes).split("\n")))
    lines = ", ".join(str(line) for line in dict.fromkeys(each.line for each in left))
    rest = f"{counted(len(left), 'difference')} left without a note, on line {lines}." if left else ""
    click.echo(rest or "Every difference of wording has its intervention or note now.")


def _told(choices: Choices, found: "list[Problem] | tuple[Problem, ...]", otherwise: str = "") -> int:
    """Tell problems; give the exit code."""
    if choices.is_json:
        print_json({"exit_code": PROBLEMS, "problems": [asdict(each) for each in found]})
    elif found:
        from muniment.cli.telling import tell_problems

        tell_problems(choices, found)
    else:
        click.echo(printable(otherwise), err=True)
    return PROBLEMS
