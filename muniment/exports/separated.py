"""Rows into comma-separated values (RFC 4180, with LF); knows no table."""

from collections.abc import Iterable, Sequence

_MARKS = frozenset(',"\r\n')


def written(header: Sequence[str], rows: Iterable[Sequence[str | int]]) -> str:
    """Write a header and rows; a cell is quoted only where a comma, quotation mark or line end asks for it."""
    return "".join(f"{','.join(map(_cell, row))}\n" for row in (header, *rows))


def _cell(value: str | int) -> str:
    text = str(value).replace("\x00", "\ufffd")
    return '"' + text.replace('"', '""') + '"' if _MARKS.intersection(text) else text
