"""Choices and a word → the one document that the word means, laid open; the commands on one document begin here."""

from typing import TYPE_CHECKING

import click

from muniment.cli.choices import Choices

if TYPE_CHECKING:
    from muniment.desk import Holding
    from muniment.line import Inputs


def inputs(choices: Choices) -> "Inputs":
    """Read the archive's folder; what is wrong with other files is for the build to tell."""
    from muniment import disk

    read, _ = disk.read(choices.root, choices.base_url)
    return read


def named(read: "Inputs", word: str) -> "Holding":
    """Find the document that a word means, or say which it could be."""
    from muniment import desk

    found = desk.find(read, word)
    if not isinstance(found, desk.Unclear):
        return found
    listed = ", ".join(found.near)
    if found.is_several:
        raise click.UsageError(f'"{word}" could be any of: {listed}.')
    if listed:
        raise click.UsageError(f'no document is called "{word}". Did you mean {listed}?')
    raise click.UsageError(f'no document is called "{word}"; give its id, its edition or its seed.')


def completed(context: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """Complete the id of a document, or the path of a seed, for a shell."""
    root = context.params.get("root")
    if root is None:
        return []
    documents, seeds = root / "site_src/documents", root / "seeds"
    names = [path.stem for path in documents.glob("*.md")] if documents.is_dir() else []
    names += [f"seeds/{path.name}" for path in seeds.iterdir()] if begun.startswith("s") and seeds.is_dir() else []
    return sorted(name for name in names if name.startswith(begun) and name.isprintable())
