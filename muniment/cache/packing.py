"""Frozen values into tuples of numbers and strings, and back by their types: what can be written and read fast.

It refuses to check what it is given: whoever reads it from a file makes sure that it is as it was written.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

Plain = Any
"""Tuples, numbers, strings and None."""


def pack(value: object) -> Plain:
    """Turn a value into a plain one: a dataclass becomes the tuple of its fields."""
    if value is None or isinstance(value, (str, int)):
        return value
    if isinstance(value, (tuple, list)):
        return tuple(map(pack, value))
    kind: Any = type(value)
    return tuple(pack(getattr(value, name)) for name in _names(kind))


def unpack(kind: Any, plain: Plain) -> Any:
    """Turn a plain value back into one of the given type."""
    return _reader(kind)(plain)


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _reader(kind: Any) -> Callable[[Plain], Any]:
    """Make what reads one type."""
    own = get_args(kind)
    if get_origin(kind) is tuple and own[-1:] == (...,):
        read = _reader(own[0])
        return lambda plain: tuple(map(read, plain))
    if get_origin(kind) is tuple:
        reads = tuple(_reader(each) for each in own)
        return lambda plain: tuple(read(each) for read, each in zip(reads, plain, strict=True))
    if is_dataclass(kind):
        return _maker(kind)
    return lambda plain: plain


def _maker(make: Any) -> Callable[[Plain], Any]:
    """Make what reads a dataclass."""
    names, hints = _names(make), get_type_hints(make)
    reads = tuple(_reader(hints[name]) for name in names)
    return lambda plain: make(**{name: read(each) for name, read, each in zip(names, reads, plain, strict=True)})
