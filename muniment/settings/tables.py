"""Turns one TOML file into its filled form, or into problems that name the line.

It refuses to say what is wrong with a table; `mistakes` does, which is slow to load.
"""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from muniment import problems, toml
from muniment.frozen import dataclass
from muniment.model import Problem
from muniment.settings import lines, plain

Form = TypeVar("Form")


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled(Generic[Form]):
    """A file as a form with the lines of its keys."""

    form: Form | None
    """None when the file is absent or has a mistake."""
    lines: Mapping[str, int]
    """Line of each key, as `lines.find` gives it."""
    is_sound: bool
    """False only when the file is there and has a mistake."""


def fill(files: Mapping[str, bytes], path: str, form: str) -> tuple[Filled[Any], list[Problem]]:
    """Read one file of tables into the form of this name; an absent file gives no form and no problem."""
    content = files.get(path)
    if content is None:
        return Filled(form=None, lines={}, is_sound=True), []
    try:
        source, tables = toml.read(content)
    except toml.RefusedError as fault:
        problem = problems.report(fault.code, path, fault.line, **fault.words)
        return Filled(form=None, lines={}, is_sound=False), [problem]
    found = lines.find(source)
    filled: Any = plain.record(tables, form)
    mistaken: list[Problem] = []
    if filled is None:
        from muniment.settings import mistakes  # needs pydantic, which takes a tenth of a second to load

        filled, mistaken = mistakes.held(path, found, form, tables)
    return Filled(form=filled, lines=found, is_sound=filled is not None), mistaken
