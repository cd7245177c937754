"""The standard library's `dataclass`, with the methods of frozen values written when they are first called.

Writing them takes a third of a millisecond a class; there are two hundred classes, and most builds make values of few.
It refuses to differ from the standard library in anything that can be told from outside; the tests hold it against it.
"""

import dataclasses
from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass"]

PLAIN = {"frozen": True, "slots": True, "kw_only": True}
"""How the values are that this is about; others are made as the standard library makes them."""

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(**how: bool) -> Callable[[type], type]:
        """Make a class a dataclass."""
        return _made if how == PLAIN else dataclasses.dataclass(**how)


def _made(kind: type) -> Any:
    """Make a class one of frozen values."""
    own = dict(vars(kind))
    if any(isinstance(each, dataclasses.Field) and not _is_usual(each) for each in own.values()):
        return dataclasses.dataclass(**PLAIN)(kind)
    made: Any = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=True)(kind)
    names = tuple(each.name for each in dataclasses.fields(made))
    methods = {
        "__init__": _init(made),
        "__repr__": _repr(made),
        "__eq__": _eq(names),
        "__hash__": _hash(names),
        "__setattr__": _locked(made, names, "assign to", "__setattr__"),
        "__delattr__": _locked(made, names, "delete", "__delattr__"),
        "__getstate__": _given(names),
        "__setstate__": _take(names),
    }
    parameters = made.__dataclass_params__
    for each in ("init", "repr", "eq"):
        setattr(parameters, each, True)
    for name, method in methods.items():
        if name not in own:
            method.__qualname__ = f"{made.__qualname__}.{name}"
            setattr(made, name, method)
    return made


def _is_usual(field: "dataclasses.Field[Any]") -> bool:
    """Say whether a field is given by whoever makes a value, and counts when values are compared."""
    return field.init and field.compare and field.hash is None


def _init(made: Any) -> Any:
    def __init__(self: Any, **given: Any) -> None:  # noqa: N807 -- it stands in the class
        made.__init__ = _written_init(made)
        made.__init__(self, **given)

    return __init__


def _written_init(made: Any) -> Any:
    """Write what makes a value: every field is set past the lock, in order."""
    names: dict[str, Any] = {}
    parts, lines = [], []
    for each in dataclasses.fields(made):
        name = each.name
        names[f"set_{name}"] = getattr(made, name).__set__
        if each.default_factory is not dataclasses.MISSING:
            names[f"make_{name}"], names["missing_"] = each.default_factory, dataclasses.MISSING
            parts.append(f"{name}=missing_")
            lines.append(f"  set_{name}(self, make_{name}() if {name} is missing_ else {name})\n")
        elif each.default is not dataclasses.MISSING:
            names[f"else_{name}"] = each.default
            parts.append(f"{name}=else_{name}")
            lines.append(f"  set_{name}(self, {name})\n")
        else:
            parts.append(name)
            lines.append(f"  set_{name}(self, {name})\n")
    if hasattr(made, "__post_init__"):
        lines.append("  self.__post_init__()\n")
    marked = ["self", *(["*"] if parts else []), *parts]
    return _written(made, "__init__", f"def __init__({', '.join(marked)}):\n{''.join(lines) or '  pass'}\n", names)


def _repr(made: Any) -> Any:
    def __repr__(self: Any) -> str:  # noqa: N807 -- it stands in the class
        made.__repr__ = _known_to_pprint(_written_repr(made))
        return str(made.__repr__(self))

    return _known_to_pprint(__repr__)


def _known_to_pprint(method: Any) -> Any:
    """Mark the method that prints a value as pprint(3.11) knows one of the standard library by."""
    method.__wrapped__ = _MARKED
    return method


def __create_fn__() -> Any:  # noqa: N807 -- pprint looks for this name
    def __repr__(self: Any) -> str:  # noqa: N807 -- it is never called
        return object.__repr__(self)

    return __repr__


_MARKED = __create_fn__()


def _written_repr(made: Any) -> Any:
    """Write what prints a value; a value that is frozen never holds itself."""
    shown = ", ".join(f"{each.name}={{self.{each.name}!r}}" for each in dataclasses.fields(made) if each.repr)
    text = f"def __repr__(self):\n  return self.__class__.__qualname__ + f'({shown})'\n"
    return _written(made, "__repr__", text, {})


def _written(made: Any, name: str, text: str, names: dict[str, Any]) -> Any:
    exec(text, names)  # noqa: S102 -- made of the names of fields, as the standard library does
    method = names[name]
    method.__qualname__ = f"{made.__qualname__}.{name}"
    return method


def _values(names: tuple[str, ...]) -> Callable[[Any], Any]:
    """Make what gives the values of a frozen one as something to compare."""
    values = attrgetter(*names) if names else lambda _: ()
    return (lambda self: (values(self),)) if len(names) == 1 else values


def _eq(names: tuple[str, ...]) -> Any:
    values = _values(names)

    def __eq__(self: Any, other: object) -> bool:  # noqa: N807 -- it stands in the class
        if other.__class__ is not self.__class__:
            return NotImplemented
        return bool(values(self) == values(other))

    return __eq__


def _hash(names: tuple[str, ...]) -> Any:
    values = _values(names)

    def __hash__(self: Any) -> int:  # noqa: N807 -- it stands in the class
        return hash(values(self))

    return __hash__


def _locked(made: Any, names: tuple[str, ...], what: str, method: str) -> Any:
    def locked(self: Any, name: str, *value: object) -> None:
        if type(self) is made or name in names:
            raise dataclasses.FrozenInstanceError(f"cannot {what} field {name!r}")
        getattr(super(made, self), method)(name, *value)

    return locked


def _given(names: tuple[str, ...]) -> Any:
    return lambda self: [getattr(self, name) for name in names]


def _take(names: tuple[str, ...]) -> Any:
    def __setstate__(self: Any, values: list[Any]) -> None:  # noqa: N807 -- it stands in the class
        for name, value in zip(names, values, strict=True):
            object.__setattr__(self, name, value)

    return __setstate__
