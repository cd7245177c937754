"""Files by name, each opened when its bytes are first asked for, by whatever means its maker gave it."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Self, TypeVar

Row = TypeVar("Row")


class Files(Mapping[str, bytes]):
    """The files of one folder by name, in the order of their names."""

    __slots__ = ("_hashes", "_held", "_open", "_shut")

    def __init__(
        self,
        held: Mapping[str, bytes],
        known: Mapping[str, str] | None = None,
        open_: Callable[[str], bytes] = str.encode,
    ) -> None:
        """Take the bytes that are at hand, and for files that are not: their sha256 and what opens them."""
        self._held = dict(held)
        self._shut = dict(known or {})
        self._hashes: dict[str, str] = {}
        self._open = open_

    def __reduce__(self) -> tuple[type[Self], tuple[dict[str, bytes]]]:
        """Travel with all bytes at hand: where it goes there may be nothing to open."""
        return type(self), ({name: self[name] for name in self},)

    def __getitem__(self, name: str) -> bytes:
        """Give the bytes of a file; OSError where it cannot be opened any more."""
        if name in self._held:
            return self._held[name]
        if name not in self._shut:
            raise KeyError(name)
        return self._open(name)

    def __iter__(self) -> Iterator[str]:
        """Give the names in order."""
        return iter(sorted((*self._held, *self._shut)))

    def __len__(self) -> int:
        """Count the files."""
        return len(self._held) + len(self._shut)

    def __contains__(self, name: object) -> bool:
        """Say whether there is a file of this name, without opening it."""
        return name in self._held or name in self._shut

    def replaced(self, changed: Mapping[str, bytes]) -> Self:
        """Give the same files with some added or changed."""
        shut = {name: sha256 for name, sha256 in self._shut.items() if name not in changed}
        return type(self)({**self._held, **changed}, shut, self._open)

    def only(self, names: Iterable[str]) -> Self:
        """Give those of the files that have one of the names."""
        wanted = [name for name in names if name in self]
        held = {name: self._held[name] for name in wanted if name in self._held}
        return type(self)(held, {name: self._shut[name] for name in wanted if name in self._shut}, self._open)

    def standing(self, rows: Mapping[str, Row]) -> dict[str, Row]:
        """Give those of some rows, by name, of which there is a file."""
        held, shut = self._held, self._shut
        return {name: row for name, row in rows.items() if name in shut or name in held}

    def sha256(self, name: str) -> str:
        """Give a file's sha256 in lower-case hex, without opening it where it is known."""
        if name in self._shut:
            return self._shut[name]
        if name not in self._hashes:
            self._hashes[name] = hashlib.sha256(self._held[name]).hexdigest()
        return self._hashes[name]
