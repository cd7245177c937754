"""Writes what a run gave, drafts before the site, and says what kept it from being written; decides nothing itself."""

import os
from typing import TYPE_CHECKING

from muniment.cli.choices import Choices
from muniment.cli.codes import FINE
from muniment.cli.report import code

if TYPE_CHECKING:
    from muniment.line import Inputs, Outcome
    from muniment.model import Problem


def published(choices: Choices, inputs: "Inputs", outcome: "Outcome") -> "list[Problem]":
    """Write drafts and registries, then publish; where nothing may be published, nothing is written at all."""
    from muniment import disk, problems

    try:
        disk.refuse(choices.root, choices.out)
        found = _sources(choices, inputs, (*outcome.drafts, *outcome.registries))
        if code(found, choices) == FINE:
            kept = disk.Kept(paths=tuple(path for path, _ in outcome.kept), manifest=inputs.memory.manifest)
            disk.publish(choices.root, choices.out, outcome.files, kept)
    except disk.Refusal as refusal:
        return [problems.report(refusal.code, choices.out.as_posix(), **refusal.words)]
    except OSError as error:
        return [problems.report("W-005", choices.out.as_posix(), reason=error.strerror or str(error))]
    return found


def drafts_kept(choices: Choices, inputs: "Inputs", outcome: "Outcome") -> "list[Problem]":
    """Write the drafts of a run that does not publish: one bad seed keeps no good one from being drafted."""
    return _sources(choices, inputs, outcome.drafts)


def _sources(choices: Choices, inputs: "Inputs", files: "tuple[tuple[str, str], ...]") -> "list[Problem]":
    """Write files of `site_src/`."""
    from muniment import disk, problems

    try:
        _, found = disk.write_sources(choices.root, files, inputs.sources)
    except OSError as error:
        place = _place(choices, error)
        return [problems.report("W-006", place, reason=error.strerror or str(error))]
    return list(found)


def _place(choices: Choices, refusal: OSError) -> str:
    """Name the folder of the archive in which the system refused to write."""
    folder = os.path.dirname(str(refusal.filename or ""))
    below = os.path.relpath(folder or choices.root / "site_src", choices.root)
    return "site_src" if below.startswith("..") else below.replace(os.sep, "/")
