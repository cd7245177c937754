"""Turns one TOML file into its filled form, or into problems that name the line.

It refuses to say what is wrong with a table; `mistakes` does, which is slow to load.
"""

import re
import tomllib
from collections.abc import Mapping
from typing import Any, Generic, TypeVar

from muniment import problems
from muniment.frozen import dataclass
from muniment.model import Problem
from muniment.settings import lines, plain

Form = TypeVar("Form")

_POSITION = re.compile(r" \(at line (\d+), column (\d+)\)$")
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
        source = content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as refusal:
        line = content.count(b"\n", 0, refusal.start) + 1
        return _refused(problems.report("A-002", path, line))
    try:
        tables = tomllib.loads(source)
    except ValueError as refusal:  # TOMLDecodeError, or a number of thousands of digits
        return _refused(_not_toml(path, source, str(refusal)))
    except RecursionError:
        return _refused(problems.report("A-001", path, reason="lists or tables are nested too deep"))
    found = lines.find(source)
    filled: Any = plain.record(tables, form)
    mistaken: list[Problem] = []
    if filled is None:
        from muniment.settings import mistakes  # needs pydantic, which takes a tenth of a second to load

        filled, mistaken = mistakes.held(path, found, form, tables)
    return Filled(form=filled, lines=found, is_sound=filled is not None), mistaken


def _refused(problem: Problem) -> tuple[Filled[Any], list[Problem]]:
    return Filled(form=None, lines={}, is_sound=False), [problem]


def _not_toml(path: str, source: str, reason: str) -> Problem:
    match = _POSITION.search(reason)
    if match is None:  # "at end of document"
        return problems.report("A-001", path, source.count("\n") + 1, reason=reason)
    line, column = int(match[1]), int(match[2])
    return problems.report("A-001", path, line, column=column, reason=reason[: match.start()])
