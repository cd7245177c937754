"""Tables with mistakes → problems that name the line, the key and the nearest valid value.

It refuses to show an editor the words of the library that found the mistake, and is asked only where there may be one.
"""

import re
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from muniment import problems
from muniment.model import Problem
from muniment.settings import forms, lines
from muniment.settings.nearest import suggestion

_EXPECTED = {
    "string_type": 'text in quotation marks, like key = "words"',
    "list_type": 'a list, like key = ["one", "two"]',
    "model_type": "a table",
    "dict_type": "a table",
}


def held(path: str, found: Mapping[str, int], form: str, tables: Mapping[str, Any]) -> tuple[Any, list[Problem]]:
    """Hold tables against the form of this name: give it filled, or every mistake."""
    known: type[BaseModel] = getattr(forms, form)
    try:
        return known.model_validate(tables), []
    except ValidationError as refusal:
        errors = refusal.errors(include_url=False)
    return None, [_worded(path, found, known, error) for error in errors]


def _worded(path: str, found: Mapping[str, int], form: type[BaseModel], error: ErrorDetails) -> Problem:
    """Word one mistake of a form."""
    place = error["loc"]
    line = lines.line_of(found, place)
    names = [str(name) for name in place if not isinstance(name, int)]
    key, table = (names or [""])[-1], ".".join(names[:-1])
    where = f"[[{table}]]" if table else path.rpartition("/")[2]
    kind, given = error["type"], error["input"]
    if kind == "extra_forbidden":
        near = suggestion(key, forms.TABLES.get(table, form).model_fields)
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
