"""The state of an archive's files at every look → whether something was saved; refuses to know what a save means.

It waits for a save to be complete: editors empty a file before they fill it, or put another in its place by renaming.
"""

import os
import time
from dataclasses import dataclass, field
from pathlib import Path

from muniment import cache, disk
from muniment.cache import State

BREATH = 0.01
"""Seconds in which nothing more may happen to a saved file before it is taken."""
ABSENCE = 0.12
"""Seconds for which a file that is gone or empty is waited for: many editors save in this way."""
PATIENCE = 1.0
"""Seconds after which a file is taken although it goes on changing."""


@dataclass(slots=True, kw_only=True)
class Watch:
    """What was seen of an archive's files at the last look."""

    root: Path
    state: State = field(default_factory=dict)
    """By path below the root, with forward slashes."""
    doubted_until: int = 0
    """Time in nanoseconds from which a file that was read just after a save can be trusted; 0 where none is doubted."""
    looked: float = 0.0
    """Clock of the process when the last look began, in seconds."""
    took: float = 0.0
    """Seconds that the last look took."""
    changed: tuple[str, ...] = ()
    """Paths of the files that the last look found changed, sorted."""

    def look(self) -> bool:
        """Look at the folder, and wait until what is being saved is there; say whether there may be something new."""
        self.looked = time.monotonic()
        state = _files(self.root)
        self.took = time.monotonic() - self.looked
        if state != self.state:
            former, self.state = self.state, _complete(self.root, self.state, state)
            self.changed = _differing(former, self.state)
            return True
        if self.doubted_until and time.time_ns() > self.doubted_until:
            self.doubted_until = 0
            return True
        return False


def _files(root: Path) -> State:
    """Take the state of the files that a build reads; what editors leave beside them is none of them."""
    states = cache.shown(root, cache.inputs_of(root))
    return {path: state for path, state in states.items() if all(map(disk.is_kept, path.split("/")))}


def _complete(root: Path, former: State, state: State) -> State:
    """Wait until what differs from a former state changes no more."""
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        differing = _differing(former, state)
        if any(path not in state or not state[path][0] for path in differing):
            time.sleep(ABSENCE)
            again = _files(root)
            if again == state:
                return state
            state = again
            continue
        time.sleep(BREATH)
        if all(one(root, path) == state[path] for path in differing):
            return state
        state = _files(root)
    return state


def _differing(former: State, state: State) -> tuple[str, ...]:
    """List the paths that are new, gone or different."""
    gone = [path for path in former if path not in state]
    return tuple(sorted([*gone, *(path for path, own in state.items() if former.get(path) != own)]))


def one(root: Path, path: str) -> tuple[int, int, int, int] | None:
    """Take the state of one file, if it is there."""
    try:
        status = os.lstat(root / path)
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
