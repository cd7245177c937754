"""Begins a catalogue of the interface's words in `site_src/words/`, or brings it up to date; loses no translation."""

import re
from typing import TYPE_CHECKING

import click

from muniment.cli.choices import Choices
from muniment.cli.report import fails

if TYPE_CHECKING:
    from muniment.model import Problem

UNREADABLE = ("A-002", "T-150", "T-159")
"""Problems with a catalogue that cannot be written anew without losing something."""
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def catalogue(choices: Choices, language: str) -> "tuple[str, list[Problem]]":
    """Write the catalogue of a language; give what was done in words, and what kept it from being done."""
    from muniment import disk, problems
    from muniment.settings.translation import lacking, path_of, translation
    from muniment.words.catalogue import messages
    from muniment.words.making import made

    if not _TAG.fullmatch(language):
        raise click.UsageError(f'"{language}" is no language tag; write one such as fr, or pt-BR.')
    inputs, found = disk.read(choices.root, "")
    sources, path = dict(inputs.sources), path_of(language)
    standing = translation(path, sources[path]) if path in sources else None
    wrong = [each for each in standing.problems if each.code in UNREADABLE] if standing else []
    if wrong or fails(list(found)):
        return "", [*found, *wrong]
    text = made(language, sources[path].decode("utf-8-sig") if path in sources else "")
    try:
        written, late = disk.write_sources(choices.root, [(path, text)], sources)
    except OSError as error:
        return "", [problems.report("W-006", "site_src", reason=error.strerror or str(error))]
    own = translation(path, text.encode())
    every = len(tuple(messages()))
    brings = any(each == language for each, _ in inputs.words)
    rest = " here; the program brings the others" if brings and lacking(own) else ""
    done = "left as it was" if path not in written else "brought up to date" if standing else "begun"
    return f"{path}: {done}; {every - len(lacking(own))} of {every} entries are translated{rest}.", list(late)
