"""Sets each generator up for each lane: what is removed or edited before a run, outside its timing, and what is run."""

import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from benchmarks.speed import archives, contents, edits, peers
from benchmarks.speed.archives import ROOT, Entry
from benchmarks.speed.contents import Shown
from benchmarks.speed.measure import Command, words
from benchmarks.speed.peers import Peer
from benchmarks.speed.results import OURS

PAUSE = 0.1
"""Seconds between an edit and the build: nobody saves and builds in the same moment."""


class Contender(Protocol):
    """A generator with its copy of the documents."""

    @property
    def name(self) -> str:
        """Give its name."""

    def lanes(self) -> tuple[str, ...]:
        """Name the lanes it runs in."""

    def ready(self, lane: str, turn: int) -> Command:
        """Bring its folder into the state the lane begins with, and give what is to be run."""

    def shown(self, entries: Iterable[Entry]) -> Shown:
        """Read what it built."""

    def out(self) -> Path:
        """Give the folder of its site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Which documents the edits are made in."""

    body: Entry
    title: Entry

    @classmethod
    def among(cls, entries: tuple[Entry, ...]) -> "Places":
        """Choose two documents that differ."""
        return cls(body=entries[len(entries) // 2], title=entries[len(entries) // 3])

    def edited(self, entries: Iterable[Entry], turn: int) -> tuple[Entry, ...]:
        """Give the documents as they stand after a turn's edits."""
        new = {self.body.id: edits.reworded(self.body, turn), self.title.id: edits.retitled(self.title, turn)}
        return tuple(new.get(entry.id, entry) for entry in entries)


@dataclass(slots=True, kw_only=True)
class Neighbour:
    """A peer."""

    peer: Peer
    installed: Path
    site: Path
    places: Places

    @property
    def name(self) -> str:
        """Give the peer's name."""
        return self.peer.name

    def lanes(self) -> tuple[str, ...]:
        """Peers draft nothing and export nothing."""
        return "cold", "unchanged", "body", "title"

    def ready(self, lane: str, turn: int) -> Command:
        """Remove what it made, or edit one document, the same one in the same way as for every generator."""
        if lane == "cold":
            archives.emptied(self.site, (self.peer.out, *self.peer.memory))
        if lane == "body":
            peers.place(self.peer, self.site, edits.reworded(self.places.body, turn))
        if lane == "title":
            peers.place(self.peer, self.site, edits.retitled(self.places.title, turn))
        time.sleep(PAUSE)
        return peers.command(self.peer, self.installed, self.site)

    def shown(self, entries: Iterable[Entry]) -> Shown:
        """Read its site."""
        return contents.of_peer(self.out(), entries)

    def out(self) -> Path:
        """Give the folder of its site."""
        return self.site / self.peer.out


@dataclass(slots=True, kw_only=True)
class Ours:
    """The generator itself, with its archive in three folders: editions only, raw seeds only, everything on."""

    folder: Path
    places: Places
    name: str = OURS
    drafted: dict[str, str] = field(default_factory=dict)
    """Id → edition as drafted, of the documents that are edited."""
    pages: dict[str, Path] = field(default_factory=dict)
    """Id → page of that document before any edit."""

    def lanes(self) -> tuple[str, ...]:
        """Name every lane."""
        return "cold", "unchanged", "body", "title", "raw", "all-cold", "all-body"

    def set_up(self, editions: Path, size: int) -> None:
        """Copy the archive with editions, switch everything on in another copy, and write the raw one."""
        archives.copied(editions, self.folder / "editions")
        archives.copied(editions, self.folder / "all", exports=archives.everything(), search="text")
        archives.emptied(self.folder, ("raw",))
        archives.write(self.folder / "raw", size)
        for entry in (self.places.body, self.places.title):
            self.drafted[entry.id] = self._edition(editions, entry).read_text(encoding="utf-8")
            self.pages[entry.id] = editions / "dist/documents" / f"{entry.id}.html"

    def ready(self, lane: str, turn: int) -> Command:
        """Remove what it made, and for raw seeds the drafts too, or edit one document."""
        folder = self.folder / {"raw": "raw", "all-cold": "all", "all-body": "all"}.get(lane, "editions")
        if lane in ("cold", "raw", "all-cold"):
            archives.emptied(folder, archives.MADE)
        if lane == "raw":
            archives.emptied(folder, archives.DRAFTED)
        if lane in ("body", "all-body"):
            self.reword(folder, turn)
        if lane == "title":
            self.retitle(folder, turn)
        time.sleep(PAUSE)
        return command(folder)

    def reword(self, folder: Path, turn: int) -> None:
        """Change a word of a text, with its note."""
        entry = self.places.body
        source = edits.reword_edition(self.drafted[entry.id], entry, turn, self.pages[entry.id])
        self._edition(folder, entry).write_text(source, encoding="utf-8")

    def retitle(self, folder: Path, turn: int) -> None:
        """Change a title."""
        entry = self.places.title
        source = edits.retitle_edition(self.drafted[entry.id], entry, turn)
        self._edition(folder, entry).write_text(source, encoding="utf-8")

    def shown(self, entries: Iterable[Entry]) -> Shown:
        """Read its site."""
        return contents.of_archive(self.out(), entries)

    def out(self) -> Path:
        """Give the folder of the site that is compared."""
        return self.folder / "editions/dist"

    def _edition(self, folder: Path, entry: Entry) -> Path:
        return folder / "site_src/documents" / f"{entry.id}.md"


def command(folder: Path, *more: str) -> Command:
    """Give the command that builds an archive."""
    return Command(words=words(sys.executable, ROOT / "build.py", "--root", folder, "-q", *more), folder=folder)
