"""`diff`: an edition against its seed, as the apparatus has it; or, where the seed has changed, both texts."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import click

from muniment.cli import calling, sides
from muniment.cli.choices import Choices, reading_options, typed
from muniment.cli.codes import FINE, PROBLEMS
from muniment.cli.documents import completed, inputs, named
from muniment.cli.group import Command
from muniment.cli.ink import Ink
from muniment.cli.layout import padded, wrapped
from muniment.cli.report import print_json
from muniment.cli.summary import counted
from muniment.problems import printable

if TYPE_CHECKING:
    from muniment.collate import Undocumented
    from muniment.desk import Conflict, Desk, Variant


@click.command(cls=Command)
@reading_options
@click.argument("document", metavar="ID", shell_complete=completed)
def diff(document: str, **words: Any) -> int:
    """Print how an edition differs from its seed: each intervention and note with its rule, its line and both readings.

    \b
    python build.py diff 2007-05-31-a-news-story
    python build.py diff 2007-05-31 -v       # all words, and what differs in form only

    Where the seed of an edited edition has changed, both texts are printed side by side: yours, and a fresh draft of
    the seed as it is now, with the command that settles it. Exit code 1 where a difference has no note.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    from muniment import desk

    choices = typed(words)
    read = inputs(choices)
    open_desk = desk.lay(read, named(read, document))
    if open_desk.collation is None or open_desk.edition is None:
        return _cannot(choices, open_desk)
    conflict = desk.conflict(open_desk)
    variants, unexplained = desk.variants(open_desk), desk.undocumented(open_desk)
    code = PROBLEMS if unexplained or conflict else FINE
    if choices.is_json:
        print_json(_as_json(open_desk, variants, unexplained, conflict, code))
        return code
    ink = choices.ink
    name = desk.short_name(read, open_desk.holding)
    lines = _in_conflict(choices, open_desk, conflict, name) if conflict else _apparatus(choices, open_desk, name)
    for line in lines:
        click.echo(line, color=ink.is_on)
    return code


def _cannot(choices: Choices, open_desk: "Desk") -> int:
    """Say why there is nothing to compare."""
    from muniment.cli.telling import tell_problems

    tell_problems(choices, open_desk.problems)
    if not open_desk.problems:
        missing = "there is no edition yet" if not open_desk.holding.path else "its seed is missing"
        click.echo(f"{printable(open_desk.holding.name)}: {missing}, so there is nothing to compare.", err=True)
    return PROBLEMS


def _apparatus(choices: Choices, open_desk: "Desk", name: str) -> Iterator[str]:
    """Print the apparatus for a person to read; `name` is what commands call the document."""
    from muniment import desk

    ink = choices.ink
    variants, unexplained = desk.variants(open_desk), desk.undocumented(open_desk)
    yield from _head(open_desk, ink)
    of_words = [each for each in variants if each.is_wording]
    of_form = [each for each in variants if not each.is_wording]
    noted = sum(bool(each.notes) for each in of_words)
    recorded = sum(each.is_explained and not each.notes for each in of_words)
    counts = f"{recorded} recorded when it was drafted, {noted} with an editor's note"
    rest = f"; {counted(len(unexplained), 'change')} without any" if unexplained else ""
    form = f" {counted(len(of_form), 'difference')} of form only." if of_form else ""
    yield f"{counted(len(of_words), 'place')} where the wording differs: {counts}{rest}.{form}"
    for number, each in enumerate(of_words, 1):
        yield ""
        yield from _variant(number, each, choices, ink)
    if unexplained:
        yield from _unexplained(choices, open_desk, unexplained, name)
    if of_form:
        yield ""
        yield from _forms(of_form, choices, ink)


def _head(open_desk: "Desk", ink: Ink) -> Iterator[str]:
    """Say which document this is."""
    assert open_desk.edition is not None  # noqa: S101 the caller has looked
    front = open_desk.edition.front
    yield from (ink(line, is_bold=True) for line in wrapped(front.title, ink.columns))
    yield printable(f"{open_desk.holding.path} against seeds/{front.seed}")


def _variant(number: int, each: "Variant", choices: Choices, ink: Ink) -> Iterator[str]:
    """Print one difference: where, by which rule, why, by whom, and both readings."""
    where = f"seed {_lines(each.seed_lines)}"
    if each.lines[0] <= each.lines[1]:
        where += f", edition {_lines(each.lines)}"
    rule = "" if each.rule == "unaccounted" else ink(printable(each.rule), "cyan")
    lack = "" if each.is_explained else ink("not all of it has a note" if rule else "no note", "red")
    yield f"{ink(f'{number}.', 'cyan', is_bold=True)} {' · '.join(part for part in (rule, lack, where) if part)}"
    for text, by in (*(((each.reason, ""),) if each.reason else ()), *each.notes):
        yield from wrapped(f"{text} ({by})" if by else text, ink.columns, "    ", "    ")
    yield from sides.readings(each.before, each.after, ink, is_whole=choices.volume > 0)


def _unexplained(
    choices: Choices, open_desk: "Desk", unexplained: "tuple[Undocumented, ...]", name: str
) -> Iterator[str]:
    """Print the differences without a note, each with the command that explains it."""
    from muniment import desk

    ink = choices.ink
    yield ""
    yield ink("No note says why:", "red", is_bold=True)
    for each in unexplained:
        what = each.note.text if each.note else f"“{each.gone}” → “{each.added}”"
        yield from wrapped(f"line {each.line} (seed line {each.seed_line}): {what}", ink.columns, "  ", "      ")
        if each.note is None:
            yield from wrapped(desk.unexplainable(open_desk, each).hint, ink.columns, "      ", "      ")
            continue
        yield f"      {calling.line(*desk.note_command(name, each, unexplained), root=choices.root.as_posix())}"


def _forms(of_form: "list[Variant]", choices: Choices, ink: Ink) -> Iterator[str]:
    """Print what differs in form only: a line for each rule, and with -v each place."""
    groups: dict[tuple[str, str], list[Variant]] = {}
    for each in of_form:
        groups.setdefault((each.rule, each.reason), []).append(each)
    yield ink("Of form only:", is_bold=True)
    for (rule, reason), members in groups.items():
        lines = ", ".join(str(each.seed_lines[0]) for each in members[:8])
        more = f" and {len(members) - 8} more" if len(members) > 8 else ""
        yield from wrapped(f"{rule} (seed line {lines}{more}): {reason}", ink.columns, "  ", "      ")
        for each in members if choices.volume > 0 else ():
            yield f"      {each.before!r} → {each.after!r}"


def _lines(lines: tuple[int, int]) -> str:
    """Name lines; where there are none, the place between two."""
    first, last = lines
    if last < first:
        return f"before line {first}"
    return f"line {first}" if first == last else f"lines {first}–{last}"


def _in_conflict(choices: Choices, open_desk: "Desk", conflict: "Conflict", name: str) -> Iterator[str]:
    """Print an edition beside the draft of its changed seed, and how to settle it."""
    ink = choices.ink
    yield from _head(open_desk, ink)
    yield ink("The seed has changed since this edition was drafted, and the edition has been edited.", "yellow")
    yield f"The seed was {conflict.was[:12]}…, and is {conflict.now[:12]}… now."
    yield ""
    room = (ink.columns - 3) // 2
    heads = ink(padded("yours", room), is_bold=True), ink("a fresh draft of the seed as it is now", is_bold=True)
    yield " │ ".join(heads)
    yield f"{'─' * room}─┼─{'─' * room}"
    for field, mine, fresh in conflict.fields:
        yield from sides.columns(f"{field}: {mine}", f"{field}: {fresh}", ink.columns, ink)
    same = 0
    for row in (*conflict.rows, None):
        if row is not None and row.is_same:
            same += 1
            continue
        if same:
            yield ink(f"… {counted(same, 'paragraph')} the same …", "bright_blue")
            same = 0
        if row is not None:
            yield from sides.columns(row.mine, row.fresh, ink.columns, ink)
            yield f"{' ' * room} │"
    yield ""
    yield "Settle it with one of:"
    root = choices.root.as_posix()
    for take, what in (
        ("mine", "keep your words; the new seed is stamped, and what differs is listed for notes"),
        ("draft", "take the fresh draft; your file is kept beside it, with .bak behind its name"),
    ):
        yield f"  {calling.line('settle', name, '--take', take, root=root)}"
        yield f"      {what}"


def _as_json(
    open_desk: "Desk",
    variants: "tuple[Variant, ...]",
    unexplained: "tuple[Undocumented, ...]",
    conflict: "Conflict | None",
    code: int,
) -> dict[str, Any]:
    """Give everything as JSON has it."""
    return {
        "document": open_desk.holding.id,
        "edition": open_desk.holding.path,
        "seed": f"seeds/{open_desk.holding.seed}",
        "exit_code": code,
        "differences": [asdict(each) for each in variants],
        "undocumented": [asdict(each) for each in unexplained],
        "conflict": asdict(conflict) if conflict else None,
        "problems": [asdict(each) for each in open_desk.problems],
    }
