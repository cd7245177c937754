"""Turns values into JSON that people can read and compare line by line: deep members stand on one line each.

It refuses to sort anything: the order of keys and members is the caller's.
"""

import json
from collections.abc import Iterable


class Laid(str):
    """JSON that is laid out already, as a member of the list it will stand in."""

    __slots__ = ()


Json = None | bool | int | str | Laid | list["Json"] | dict[str, "Json"]

encoded = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode
"""A value on one line."""
_LINE = "\n"


def laid_out(value: Json, depth: int) -> bytes:
    """Write JSON as UTF-8 with a final line end; members below `depth` levels stand on one line."""
    return f"{_written(value, depth, _LINE)}\n".encode()


def member(value: Json, depth: int, level: int = 1) -> Laid:
    """Write what is to be a member `level` levels below the whole, which has `depth` more of its own."""
    return Laid(_written(value, depth, _LINE + " " * level))


def listed(members: Iterable[str]) -> bytes:
    """Write a list of members that are laid out already, as `laid_out` does."""
    inner = f",{_LINE} ".join(members)
    return f"[{_LINE} {inner}{_LINE}]\n".encode() if inner else b"[]\n"


def _written(value: Json, depth: int, line_end: str) -> str:
    if isinstance(value, Laid):
        return value
    if not depth or not value or not isinstance(value, list | dict):
        return encoded(value)
    inner = f"{line_end} "
    if isinstance(value, list):
        members = [_written(member, depth - 1, inner) for member in value]
        return f"[{inner}{f',{inner}'.join(members)}{line_end}]"
    members = [f"{encoded(key)}: {_written(member, depth - 1, inner)}" for key, member in value.items()]
    return f"{{{inner}{f',{inner}'.join(members)}{line_end}}}"
