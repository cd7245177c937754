"""The documents that are being looked at → their pages as they were just saved, before the whole archive is built.

It refuses to wait: a save that is not complete, or that changes more than these pages, is left to the build.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from muniment.model import Asset
from muniment.serve.watching import BREATH, one

LONG = 0.05
"""Seconds: what is built sooner than this is not run ahead of."""
MOST = 8
"""Documents that are looked at, the latest ones."""
LARGEST = 1_000_000
"""Bytes of an edition above which the build is waited for."""

Maker = Callable[[str, bytes], tuple[Asset, ...]]
"""Gives the pages of an edition of this path and these bytes, or none."""
Built = Callable[[str], bytes | None]
"""Gives the bytes of a file as the last build read it."""
State = tuple[int, int, int, int]


class Made(NamedTuple):
    """Pages that were made ahead."""

    content: bytes
    """Of the edition."""
    taken: float
    """Clock of the process before it was read, in seconds."""
    pages: tuple[Asset, ...]


def nothing(_: str, __: bytes) -> tuple[Asset, ...]:
    """Make no page."""
    return ()


@dataclass(slots=True, kw_only=True)
class Early:
    """The pages that were made ahead of a build."""

    root: Path
    make: Maker = nothing
    """What the last good build gave for it."""
    took: float = 0.0
    """Seconds that the last build took."""
    made: dict[str, "Made"] = field(default_factory=dict)
    """What was made of editions that no build has read yet, by path."""
    _paths: dict[str, None] = field(default_factory=dict)
    """Of the editions of the documents that are looked at; the latest is the last."""
    _states: dict[str, State] = field(default_factory=dict)
    """Of these files, as they were when they were last taken."""

    @property
    def is_worth_it(self) -> bool:
        """Say whether anybody would notice."""
        return self.took >= LONG and bool(self._paths)

    def note(self, path: str) -> None:
        """Take note that the document of an edition is looked at."""
        paths = [each for each in self._paths if each != path]
        self._paths = dict.fromkeys([*paths[1 - MOST :], path])

    def look(self, built: Built) -> bool:
        """Take what was saved since the last look; say whether there is a new page."""
        found = False
        for path in self._paths:
            taken, content = time.monotonic(), self._saved(path)
            former = self.made[path].content if path in self.made else built(path)
            if content is None or former is None or content == former:
                continue
            try:
                pages = self.make(path, content)
            except Exception:  # whatever is the matter, the build that follows says it
                pages = ()
            self.made = {name: each for name, each in self.made.items() if name != path}
            if pages:
                self.made[path] = Made(content, taken, pages)
                found = True
        return found

    def drop(self, built: Built, looked: float) -> None:
        """Leave out the pages of editions that a build has read, as they are or later; it looked at this time."""
        self.made = {
            path: each for path, each in self.made.items() if looked < each.taken and built(path) != each.content
        }

    def pages(self) -> dict[str, bytes]:
        """Give the pages by path."""
        return {page.path: page.content for each in self.made.values() for page in each.pages}

    def _saved(self, path: str) -> bytes | None:
        """Give the bytes of a file that was saved since it was last taken, if that is over."""
        state = one(self.root, path)
        if state is None or state == self._states.get(path) or not 0 < state[0] <= LARGEST:
            return None
        time.sleep(BREATH)
        if one(self.root, path) != state or (self.root / path).is_symlink():
            return None
        try:
            content = (self.root / path).read_bytes()
        except OSError:
            return None
        self._states = {**self._states, path: state}
        return content
