"""Pages that are finished, put aside with what is asked of them again and again: their hashes and sizes.

It refuses to know where bytes that are put aside lie; whoever lends a crew says so.
"""

import hashlib
import marshal
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, Protocol

from muniment.model import Asset

Place = tuple[int, int]
"""(where they begin, how many they are), as whoever keeps them counts."""


HELD = 64_000_000
"""Bytes of the largest file that is held in memory until it is published."""


class Aside(Protocol):
    """Keeps bytes until they are asked for."""

    def put(self, content: bytes) -> Place:
        """Take bytes; give their place."""

    def get(self, place: Place) -> bytes:
        """Give the bytes of a place."""


class Heap:
    """Keeps bytes in memory."""

    def __init__(self) -> None:
        """Begin with none."""
        self._held: list[bytes] = []

    def put(self, content: bytes) -> Place:
        """Take bytes; give their place."""
        self._held.append(content)
        return len(self._held) - 1, len(content)

    def get(self, place: Place) -> bytes:
        """Give the bytes of a place."""
        return self._held[place[0]]


class Patient:
    """Hands bytes to another, and keeps in memory what that one cannot take, as where a disk is full."""

    def __init__(self, aside: Aside) -> None:
        """Take the other."""
        self._aside = aside
        self._spare = Heap()

    def put(self, content: bytes) -> tuple[Aside, Place]:
        """Take bytes; give who has them, and their place there."""
        try:
            return self._aside, self._aside.put(content)
        except OSError:
            return self._spare, self._spare.put(content)


class Note(NamedTuple):
    """Tuples, numbers and strings that were put aside."""

    aside: Aside
    place: Place

    @classmethod
    def of(cls, value: Any, aside: "Aside | Patient") -> "Note":
        """Put a value aside."""
        put = aside if isinstance(aside, Patient) else Patient(aside)
        return cls(*put.put(marshal.dumps(value)))

    def read(self) -> Any:
        """Give it back."""
        return marshal.loads(self.aside.get(self.place))  # noqa: S302 our own words


class Row(NamedTuple):
    """One finished file."""

    aside: Aside
    place: Place
    sha256: str

    @property
    def content(self) -> bytes:
        """Its bytes."""
        return self.aside.get(self.place)


class Stack(Mapping[str, bytes]):
    """Finished files by path, in the order in which they were finished."""

    def __init__(self, aside: Aside) -> None:
        """Take who keeps the bytes."""
        self._aside = Patient(aside)
        self._near = Heap()
        self._rows: dict[str, Row] = {}

    def put(self, path: str, content: bytes, sha256: str = "") -> None:
        """Put a file aside; its hash is worked out where it is not known yet."""
        self._rows[path] = Row(*self._aside.put(content), sha256 or hashlib.sha256(content).hexdigest())

    def hold(self, path: str, content: bytes, sha256: str) -> None:
        """Hold a file that is at hand as a whole until it is published, or put it aside where it is a large one."""
        if len(content) > HELD:
            self.put(path, content, sha256)
        else:
            self._rows[path] = Row(self._near, self._near.put(content), sha256)

    def leave(self, hashes: Mapping[str, str]) -> dict[str, str]:
        """Leave out the files that have these hashes, and give them back."""
        same = {path: sha256 for path, sha256 in hashes.items() if self._rows[path].sha256 == sha256}
        for path in same:
            del self._rows[path]
        return same

    def note(self, value: Any) -> Note:
        """Put tuples, numbers and strings aside beside the files."""
        return Note.of(value, self._aside)

    def add(self, other: "Stack") -> None:
        """Take the files of another, wherever they lie."""
        self._rows |= other._rows

    def __getitem__(self, path: str) -> bytes:
        """Give the bytes of a file."""
        return self._rows[path].content

    def __iter__(self) -> Iterator[str]:
        """Give the paths."""
        return iter(self._rows)

    def __len__(self) -> int:
        """Count the files."""
        return len(self._rows)

    def __contains__(self, path: object) -> bool:
        """Say whether there is a file of this path."""
        return path in self._rows

    def sha256(self, path: str) -> str:
        """Give a file's sha256, lower-case hex."""
        return self._rows[path].sha256

    def size(self, path: str) -> int:
        """Give how many bytes a file has."""
        return self._rows[path].place[1]

    def assets(self) -> tuple[Asset, ...]:
        """Give the files by path, each read when it is asked for."""
        return tuple(Stored(path, self._rows[path]) for path in sorted(self._rows))


class Stored(Asset):
    """A finished file whose bytes lie elsewhere."""

    __slots__ = ("_row",)
    _row: Row

    def __init__(self, path: str, row: Row) -> None:
        """Take the path, and what knows the bytes."""
        object.__setattr__(self, "path", path)
        object.__setattr__(self, "_row", row)

    @property
    def content(self) -> bytes:
        """The bytes, read again."""
        return self._row.content

    @property
    def size(self) -> int:
        """How many bytes it has, without reading them."""
        return self._row.place[1]
