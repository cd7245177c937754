"""The form of a row of the list of exports, and what it is given; knows none of them.

What an export makes of a document alone is made while that document is at hand, and remembered: its files, and a slip
with what it adds to the files of the whole archive. These are joined of slips, and no document is opened for them.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from typing import Any, NamedTuple

from muniment.frozen import dataclass
from muniment.model import Archive, Asset, Document, Indexes, Page, Settings, StageDate

Slip = Any
"""Strings, bytes, numbers and tuples of them; None where a document adds nothing."""
Slips = Mapping[str, Slip]
"""By the name of the export that joins them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Single:
    """One document, with what the rest of the archive knows of it that its files tell."""

    document: Document
    settings: Settings
    stage: str
    """Id of the stage it belongs to; empty for none."""
    dates: tuple[StageDate, ...]
    """The dates of events that it gives."""
    is_carried: bool
    """Whether the search page carries its words."""


class Sheaf(NamedTuple):
    """What all exports make of one document."""

    files: tuple[Asset, ...]
    slips: Slips


class Filed(NamedTuple):
    """A file beside the pages."""

    sha256: str
    """Lower-case hex."""
    size: int
    """Bytes."""
    path: str
    open: Callable[[str], bytes]
    """Gives the bytes of a file by path."""

    @property
    def content(self) -> bytes:
        """The bytes."""
        return self.open(self.path)

    @classmethod
    def of(cls, content: bytes) -> "Filed":
        """File bytes that are at hand."""
        return cls(hashlib.sha256(content).hexdigest(), len(content), "", lambda _: content)


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """The archive, and what was made of its documents."""

    archive: Archive
    indexes: Indexes
    pages: tuple[Page, ...]
    """As planned."""
    slips: tuple[Slips, ...]
    """Of each document, in the archive's order."""
    filed: dict[str, Filed]
    """The files that are published beside the pages, by path: those made before, and those of documents."""
    hidden: dict[str, Filed] = field(default_factory=dict)
    """Files that are gathered without being published by themselves."""
    former: Callable[[str], bytes] = lambda _: b""
    """Gives a file of the site as it stands, by path; empty where there is none."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """What the files of the site as it stands were made from, by path, where an export told it."""

    def of(self, name: str) -> tuple[Slip, ...]:
        """Give the slips of one export, without those of documents that add nothing."""
        return tuple(slip for each in self.slips if (slip := each.get(name)) is not None)


class Joined(NamedTuple):
    """A file of the whole archive."""

    path: str
    content: bytes | None
    """None where it stands as it is."""
    key: str
    """What it was made from, where its export tells it."""


Given = tuple[Iterable[Asset], Slip]
"""The files of one document, and its slip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """One kind of file an archive can ask for."""

    name: str
    """As written in `exports = […]` of archive.toml."""
    each: Callable[[Single], Given] | None = None
    """Makes what one document gives."""
    join: Callable[[Whole], Iterable[Asset]] | None = None
    """Makes the files of the whole archive."""
    key: Callable[[Whole], str] | None = None
    """Tells what these files are made from, where they are dear to make: while it is the same, they stand."""
    needs: tuple[str, ...] = ()
    """Exports whose files it gathers even where the archive does not publish them by themselves."""
