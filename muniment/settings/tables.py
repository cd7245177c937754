"""Turns one TOML file into its filled form, or into problems that name the line, the key and the nearest valid value.

It refuses to show an editor the words of the libraries that found the mistake.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from muniment import problems
from muniment.model import Problem
from muniment.settings import lines
from muniment.settings.forms import TABLES
from muniment.settings.nearest import suggestion

Form = TypeVar("Form", bound=BaseModel)

_POSITION = re.compile(r" \(at line (\d+), column (\d+)\)$")
_EXPECTED = {
    "string_type": 'text in quotation marks, like key = "words"',
    "list_type": 'a list, like key = ["one", "two"]',
    "model_type": "a table",
    "dict_type": "a table",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled(Generic[Form]):
    """A file as a form with the lines of its keys."""

    form: Form | None
    """None when the file is absent or has a mistake."""
    lines: Mapping[str, int]
    """Line of each key, as `lines.find` gives it."""
    is_sound: bool
    """False only when the file is there and has a mistake."""


def fill(files: Mapping[str, bytes], path: str, form: type[Form]) -> tuple[Filled[Form], list[Problem]]:
    """Read one file of tables into its form; an absent file gives no form and no problem."""
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
    try:
        return Filled(form=form.model_validate(tables), lines=found, is_sound=True), []
    except ValidationError as refusal:
        errors = refusal.errors(include_url=False)
    unsound: Filled[Form] = Filled(form=None, lines=found, is_sound=False)
    return unsound, [_worded(path, found, form, error) for error in errors]


def _refused(problem: Problem) -> tuple[Filled[Form], list[Problem]]:
    return Filled(form=None, lines={}, is_sound=False), [problem]


def _not_toml(path: str, source: str, reason: str) -> Problem:
    match = _POSITION.search(reason)
    if match is None:  # "at end of document"
        return problems.report("A-001", path, source.count("\n") + 1, reason=reason)
    line, column = int(match[1]), int(match[2])
    return problems.report("A-001", path, line, column=column, reason=reason[: match.start()])


def _worded(path: str, found: Mapping[str, int], form: type[BaseModel], error: ErrorDetails) -> Problem:
    """Word one mistake of a form."""
    place = error["loc"]
    line = lines.line_of(found, place)
    names = [str(name) for name in place if not isinstance(name, int)]
    key, table = (names or [""])[-1], ".".join(names[:-1])
    where = f"[[{table}]]" if table else path.rpartition("/")[2]
    kind, given = error["type"], error["input"]
    if kind == "extra_forbidden":
        near = suggestion(key, TABLES.get(table, form).model_fields)
        return problems.report("A-003", path, line, key=key, where=where, near=near)
    if kind == "missing":
        return problems.report("A-004", path, line, key=key, where=where)
    if kind in _EXPECTED:
        return problems.report("A-005", path, line, key=key, given=_shown(given), expected=_EXPECTED[kind])
    if kind == "literal_error":
        known = re.findall(r"'([^']*)'", error["ctx"]["expected"])
        return problems.report("A-006", path, line, key=key, given=_shown(given), near=suggestion(str(given), known))
    return _worded_value(path, line, key, error)


def _worded_value(path: str, line: int, key: str, error: ErrorDetails) -> Problem:
    """Word a value of the right type that its key cannot take."""
    kind, given = error["type"], _shown(error["input"])
    if kind == "edtf":
        return problems.report("A-007", path, line, key=key, given=given)
    if kind == "address":
        return problems.report("A-012", path, line, key=key, given=given, expected=error["msg"])
    if kind == "too_short" or not str(error["input"]).strip():
        return problems.report("A-011", path, line, key=key)
    if key == "language":
        return problems.report("A-012", path, line, key=key, given=given, expected="a language tag such as en or nb-NO")
    return problems.report("A-008", path, line, key=key, given=given)


def _shown(value: Any) -> str:
    """Show a value of TOML shortly; dates and numbers as they are written."""
    try:
        text = f'"{value}"' if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else str(value)
    except ValueError:
        text = "a number of thousands of digits"
    return text if len(text) <= 80 else f"{text[:79]}…"
