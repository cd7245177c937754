"""Rows into comma-separated values (RFC 4180, with LF); knows no table."""

from collections.abc import Sequence

_MARKS = frozenset(',"\r\n')


def line(row: Sequence[str | int]) -> str:
    """Write a row with its line end; a cell is quoted only where a comma, quotation mark or line end asks for it."""
    return f"{','.join(map(_cell, row))}\n"


def _cell(value: str | int) -> str:
    text = str(value).replace("\x00", "\ufffd")
    return '"' + text.replace('"', '""') + '"' if _MARKS.intersection(text) else text
