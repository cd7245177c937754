"""Frozen values whose methods are written late, held against those of the standard library."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import pytest

from muniment import frozen

Kind = TypeVar("Kind")
Make = Callable[..., Any]


def _kinds(dataclass: Make) -> dict[str, Any]:
    """Make the same classes with one decorator or the other."""
    plain = _plain_kinds(dataclass)
    return {each.__name__: each for each in (*plain, *_odd_kinds(dataclass), *_heirs(dataclass, plain[1]))}


def _plain_kinds(dataclass: Make) -> tuple[Any, ...]:
    """Make classes that have fields and nothing else."""

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Empty:
        """No field."""

    @dataclass(frozen=True, slots=True, kw_only=True)
    class One:
        """One field."""

        name: str

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Many:
        """Fields of every sort."""

        name: str
        size: float = 1.0
        held: tuple[One, ...] = ()
        made: list[int] = dataclasses.field(default_factory=list)
        hidden: str = dataclasses.field(default="", repr=False)

    return Empty, One, Many


def _odd_kinds(dataclass: Make) -> tuple[Any, ...]:
    """Make classes with methods, parameters or fields of a sort of their own."""

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Own:
        """Methods of its own."""

        name: str

        def __post_init__(self) -> None:
            if not self.name:
                raise ValueError("no name")

        def __repr__(self) -> str:
            return f"<{self.name}>"

        def __hash__(self) -> int:
            return 7

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Inside(Generic[Kind]):
        """A generic one."""

        kind: Kind | None = None

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Later:
        """A field that nobody gives."""

        name: str
        length: int = dataclasses.field(init=False, compare=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "length", len(self.name))

    return Own, Inside, Later


def _heirs(dataclass: Make, parent: Any) -> tuple[Any, ...]:
    """Make classes below another."""

    @dataclass(frozen=True, slots=True, kw_only=True)
    class Child(parent):  # type: ignore[misc] # made by either decorator
        """One with another field."""

        age: int = 0

    class Shut(parent):  # type: ignore[misc] # made by either decorator
        """No dataclass itself, and with a field of its own."""

        __slots__ = ("extra",)

    return Child, Shut


OURS, THEIRS = _kinds(frozen.dataclass), _kinds(dataclasses.dataclass)


def _outcome(act: Callable[[], Any]) -> Any:
    """Give what an act gives, or the kind of error it raises."""
    try:
        return act()
    except Exception as fault:
        return type(fault)


ACTS: dict[str, Callable[[dict[str, Any]], Any]] = {
    "printed": lambda k: [repr(_one(k)), repr(_many(k)), repr(k["Empty"]()), repr(k["Own"](name="x"))],
    "printed within": lambda k: repr(k["Many"](name="'\n{", held=(_one(k),))),
    "equal": lambda k: [_one(k) == _one(k), _many(k) == _many(k), k["Empty"]() == k["Empty"]()],
    "unequal": lambda k: [_one(k) == k["One"](name="b"), _one(k) == k["Own"](name="a"), _one(k) == "a"],
    "hashed": lambda k: [hash(_one(k)) == hash(("a",)), hash(k["Empty"]()) == hash(()), hash(k["Own"](name="x"))],
    "hashed with a list": lambda k: hash(_many(k)),
    "as keys": lambda k: len({_one(k): 1, k["One"](name="a"): 2, k["One"](name="b"): 3}),
    "replaced": lambda k: repr(dataclasses.replace(_many(k), name="z")),
    "as a dictionary": lambda k: dataclasses.asdict(k["Many"](name="a", held=(_one(k),))),
    "fields": lambda k: [[(f.name, f.kw_only, f.repr) for f in dataclasses.fields(each)] for each in _own(k)],
    "no argument": lambda k: k["One"](),
    "a strange argument": lambda k: k["One"](name="a", age=1),
    "by position": lambda k: k["One"]("a"),
    "a list of its own": lambda k: k["Many"](name="a").made is not k["Many"](name="a").made,
    "checked when made": lambda k: k["Own"](name=""),
    "set": lambda k: setattr(_one(k), "name", "b"),
    "deleted": lambda k: delattr(_one(k), "name"),
    "set in a child": lambda k: setattr(k["Child"](name="a"), "name", "b"),
    "a child's": lambda k: [repr(k["Child"](name="a", age=3)), k["Child"](name="a") == _one(k)],
    "a plain child's": lambda k: [repr(k["Shut"](name="s")), k["Shut"](name="a") == _one(k)],
    "of a type": lambda k: repr(k["Inside"](kind=3)),
    "what nobody gives": lambda k: [repr(k["Later"](name="abc")), _outcome(lambda: k["Later"](name="a", length=2))],
    "copied": lambda k: [copy.copy(_many(k)) == _many(k), copy.deepcopy(_many(k)) == _many(k)],
    "no dictionary": lambda k: [hasattr(each, "__dict__") for each in (_one(k), _many(k), k["Empty"]())],
    "matched": lambda k: [each.__match_args__ for each in _own(k)],
    "described": lambda k: [(each.__doc__, each.__qualname__, each.__module__) for each in _own(k)],
}


def _one(kinds: dict[str, Any]) -> Any:
    return kinds["One"](name="a")


def _many(kinds: dict[str, Any]) -> Any:
    return kinds["Many"](name="a", size=2.5, made=[1], hidden="x")


def _own(kinds: dict[str, Any]) -> list[Any]:
    return [kinds[name] for name in ("Empty", "One", "Many", "Own", "Inside", "Child")]


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_values_are_those_of_the_standard_library(act: Callable[[dict[str, Any]], Any]) -> None:
    """Whatever is done with a value gives the same, or the same error, the first time and again."""
    first, second = _outcome(lambda: act(OURS)), _outcome(lambda: act(OURS))

    assert first == second == _outcome(lambda: act(THEIRS))


def test_nothing_is_set_that_is_no_field() -> None:
    """A name that no field has is refused like a field, where the standard library trips."""
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'other'"):
        setattr(_one(OURS), "other", "b")  # noqa: B010 -- it is what is tried


@frozen.dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """A value that goes to another process."""

    name: str
    size: int = 3


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_values_are_sent_about(protocol: int) -> None:
    """Pickled and unpickled a value is the same, and frozen."""
    value = pickle.loads(pickle.dumps(Sent(name="a"), protocol))  # noqa: S301 -- our own words

    assert value == Sent(name="a", size=3)
    with pytest.raises(dataclasses.FrozenInstanceError, match="cannot assign to field 'name'"):
        value.name = "b"


@pytest.mark.parametrize("how", [{}, {"frozen": True}, {"slots": True, "kw_only": True}])
def test_other_dataclasses_are_the_standard_librarys(how: dict[str, bool]) -> None:
    """What is no frozen, slotted, keyword-only value is made as ever."""

    @frozen.dataclass(**how)
    class Plain:
        name: str = "a"

    assert vars(Plain)["__init__"].__kwdefaults__ in (None, {"name": "a"}) or Plain().name == "a"
    assert Plain().__class__.__dataclass_params__.frozen == how.get("frozen", False)  # type: ignore[attr-defined]
