"""`ingest`: files become seeds, byte for byte."""

import hashlib
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from muniment.cli import calling
from muniment.cli.choices import Choices, reading_options, typed
from muniment.cli.codes import FINE, PROBLEMS
from muniment.cli.group import Command
from muniment.cli.report import print_json
from muniment.cli.summary import counted
from muniment.problems import printable, report

if TYPE_CHECKING:
    from muniment.model import Problem

UNREADY = "S-100"
"""Code of a file whose reader is not installed: nothing is wrong with the file."""
KNOWN = "C-003"
"""Code of a file that is a seed already, so that nothing has to be done."""
LISTED = 5
"""Of these files as many are named one by one, unless all are asked for."""
COPY = "Give a copy of it as text."
NAME = "Take it in under another name, of letters, digits, dots and hyphens, with --as NAME."
LARGEST = 50_000_000
"""Bytes; a larger file is not opened. What a reader of its kind refuses is smaller still."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """A file that became a seed."""

    file: str
    seed: str
    sha256: str
    encoding: str
    lines: int


@click.command(cls=Command)
@reading_options
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True), metavar="FILE…")
@click.option("--as", "name", default="", help="Name of the seed, for a single file (default: the file's own name).")
def ingest(files: tuple[Path, ...], name: str, **words: Any) -> int:
    """Take files into seeds/, byte for byte; of a folder every file that lies in it.

    \b
    python build.py ingest ~/Downloads/letter.txt
    python build.py ingest ~/scans/
    python build.py ingest page.txt --as 1923-03-14-minutes.txt

    A file that cannot be read as a document, or that is a seed already, is named and left; a seed is never replaced.
    """  # noqa: D301 the escape is click's mark for lines that are not to be wrapped
    choices = typed(words)
    listed = [each for path in files for each in _listed(path)]
    if name and len(listed) != 1:
        raise click.UsageError("--as names the seed of a single file.")
    taken: list[Taken] = []
    found: list[Problem] = []
    known = _known(choices.root)
    for path in listed:
        _take(choices.root, path, name or path.name, known, (taken, found))
    code = PROBLEMS if any(each.code != KNOWN for each in found) else FINE
    if choices.is_json:
        told = {"taken": [asdict(each) for each in taken], "problems": [asdict(each) for each in found]}
        print_json({"exit_code": code, **told})
        return code
    _say(choices, taken, found)
    return code


def _listed(path: Path) -> list[Path]:
    """List the files of a folder, or give the one file; what a system or an editor left there is no document."""
    if not path.is_dir():
        return [path]
    from muniment.disk import is_kept

    return sorted(each for each in path.iterdir() if each.is_file() and is_kept(each.name))


def _known(root: Path) -> dict[str, str]:
    """Give the seeds that are there: hash to name."""
    folder = root / "seeds"
    if not folder.is_dir():
        return {}
    paths = sorted(each for each in folder.iterdir() if each.is_file() and not each.is_symlink())
    return {hashlib.sha256(each.read_bytes()).hexdigest(): each.name for each in paths}


def _take(
    root: Path, path: Path, name: str, known: dict[str, str], outcome: "tuple[list[Taken], list[Problem]]"
) -> None:
    """Take one file in, or say why not."""
    from muniment import formats
    from muniment.disk import take_in
    from muniment.edition import forms

    taken, found = outcome
    if not path.is_file() or path.stat().st_size > LARGEST:
        what = "it is too large to be a text" if path.is_file() else "it is no regular file"
        found.append(report("C-005", path.as_posix(), what=what, remedy=COPY))
        return
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    transcript, troubles = formats.read(name, content)
    if forms.file_name(name) is not None or name.startswith("."):
        found.append(report("C-005", path.as_posix(), what=f'"{name}" cannot be the name of a seed', remedy=NAME))
    elif digest in known:
        found.append(report("C-003", path.as_posix(), other=known[digest]))
    elif missing := [each for each in troubles if each.code == UNREADY]:
        found += [replace(each, path=path.as_posix()) for each in missing]
    elif transcript is None:
        what = "; ".join(each.message.rstrip(".") for each in troubles)
        remedy = next((each.hint for each in troubles if each.hint), COPY)
        found.append(report("C-005", path.as_posix(), what=what, remedy=remedy))
    elif not take_in(root, name, content):
        found.append(report("C-004", path.as_posix(), name=name))
    else:
        known[digest] = name
        taken.append(
            Taken(
                file=path.as_posix(),
                seed=name,
                sha256=digest,
                encoding=transcript.encoding,
                lines=len(transcript.lines),
            )
        )


def _say(choices: Choices, taken: list[Taken], found: "list[Problem]") -> None:
    """Say what was taken in, and what comes next."""
    known = [each for each in found if each.code == KNOWN]
    told = [each for each in found if each.code != KNOWN or len(known) <= LISTED or choices.volume > 0]
    if told:
        from muniment.cli.telling import tell_problems

        tell_problems(choices, told)
    for each in taken:
        path = printable((choices.root / "seeds" / each.seed).as_posix())
        encoding = "" if each.encoding == "utf-8" else f"{each.encoding}, "
        click.echo(f"{path}: {encoding}{counted(each.lines, 'line')}, sha256 {each.sha256}")
    before = f"; {len(known):,} were seeds already" if known else ""
    click.echo(f"Took in {counted(len(taken), 'file')} of {len(taken) + len(found):,}{before}.")
    if taken:
        what = "it" if len(taken) == 1 else "them"
        click.echo(f"Draft {what} with: {calling.line('normalise', root=choices.root.as_posix())}")
