"""Turns values into JSON that people can read and compare line by line: deep members stand on one line each.

It refuses to sort anything: the order of keys and members is the caller's.
"""

import json

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]

_encode = json.JSONEncoder(ensure_ascii=False, separators=(", ", ": ")).encode


def laid_out(value: Json, depth: int) -> bytes:
    """Write JSON as UTF-8 with a final line end; members below `depth` levels stand on one line."""
    return f"{_written(value, depth, chr(10))}\n".encode()


def _written(value: Json, depth: int, line_end: str) -> str:
    if not depth or not value or not isinstance(value, list | dict):
        return _encode(value)
    inner = f"{line_end} "
    if isinstance(value, list):
        members = [_written(member, depth - 1, inner) for member in value]
        return f"[{inner}{f',{inner}'.join(members)}{line_end}]"
    members = [f"{_encode(key)}: {_written(member, depth - 1, inner)}" for key, member in value.items()]
    return f"{{{inner}{f',{inner}'.join(members)}{line_end}}}"
