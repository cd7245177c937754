"""Files into a zip in which each is stored as it is, with one time, one system and one mode; and back out of one.

It refuses compression, comments, and any zip that is not its own: a file is found where the one before it ends.
"""

from collections.abc import Iterable, Iterator
from struct import Struct
from typing import NamedTuple
from zlib import crc32

_LOCAL = Struct("<4s5H3L2H")
_CENTRAL = Struct("<4s6H3L5H2L")
_END = Struct("<4s4H2LH")
_END_OF_LARGE = Struct("<4sQ2H2L4Q")
_PLACE_OF_END = Struct("<4sLQL")
_HEAD = b"PK\3\4"
_PLAIN, _LARGE = 20, 45
"""Versions of the format: the first, and the one for what is larger than it allows."""
_UNIX = 3 << 8
_FILE = 0o100644 << 16
_EARLIEST = (1 << 5) | 1
"""The first day that a zip can name, 1 January 1980; its time of day is 0."""
_FURTHEST, _MOST = (1 << 31) - 1, (1 << 16) - 1
"""Where a file may begin, and how many there may be, before larger numbers are called for."""


class Member(NamedTuple):
    """A file of a zip."""

    crc: int
    content: bytes | memoryview

    @classmethod
    def of(cls, content: bytes) -> "Member":
        """Make one of bytes."""
        return cls(crc32(content), content)


def written(members: Iterable[tuple[str, Member]]) -> bytes:
    """Write files, given by path, in the order given."""
    pieces: list[bytes | memoryview] = []
    central: list[bytes] = []
    at = 0
    for path, (crc, content) in members:
        name = path.encode()
        size, flags = len(content), 0 if path.isascii() else 0x800
        head = _LOCAL.pack(_HEAD, _PLAIN, flags, 0, 0, _EARLIEST, crc, size, size, len(name), 0)
        pieces += (head, name, content)
        version, place, extra = _PLAIN, at, b""
        if at > _FURTHEST:
            version, place, extra = _LARGE, 0xFFFFFFFF, Struct("<2HQ").pack(1, 8, at)
        sizes = (crc, size, size, len(name), len(extra))
        versions = (_UNIX | version, version, flags, 0, 0, _EARLIEST)
        central += (_CENTRAL.pack(b"PK\1\2", *versions, *sizes, 0, 0, 0, _FILE, place), name, extra)
        at += len(head) + len(name) + size
    return b"".join((*pieces, *central, *_ended(len(central) // 3, sum(map(len, central)), at)))


def _ended(number: int, size: int, at: int) -> Iterator[bytes]:
    """End a zip of so many files whose list, of so many bytes, begins at a place."""
    if number > _MOST or at > _FURTHEST or size > _FURTHEST:
        yield _END_OF_LARGE.pack(b"PK\6\6", 44, _LARGE, _LARGE, 0, 0, number, number, size, at)
        yield _PLACE_OF_END.pack(b"PK\6\7", 0, at + size, 1)
    shown = min(number, 0xFFFF)
    yield _END.pack(b"PK\5\6", 0, 0, shown, shown, min(size, 0xFFFFFFFF), min(at, 0xFFFFFFFF), 0)


def members(content: bytes) -> Iterator[tuple[str, Member]]:
    """Give the files of a zip that was written here, by path; of anything else, none."""
    view, at = memoryview(content), 0
    while content.startswith(_HEAD, at):
        _, _, _, _, _, _, crc, size, _, length, _ = _LOCAL.unpack_from(content, at)
        begin = at + _LOCAL.size + length
        yield content[begin - length : begin].decode(), Member(crc, view[begin : begin + size])
        at = begin + size
