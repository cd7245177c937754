"""An archive's folder as it was last looked at → the inputs of a build, only what was saved since being read.

What was read is held in memory, so that a file which is saved during a build cannot show in it. It refuses to guess:
a file that was saved in the moment in which it was read is read once more at the next look.
"""

import time
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from muniment import disk
from muniment.cache import TICK
from muniment.disk.read import SEEDS
from muniment.line import Inputs
from muniment.model import Files, Problem
from muniment.serve.watching import Watch


class Read(NamedTuple):
    """A file that was read."""

    state: tuple[int, int, int, int] | None
    """As it was seen before it was read; None where it has to be read again."""
    sha256: str
    content: bytes


@dataclass(slots=True, kw_only=True)
class Reader:
    """What is known of an archive's files."""

    files: dict[str, Read] = field(default_factory=dict)
    """Seeds and files of `site_src/` by path below the root."""
    last: tuple[object, ...] = ()
    """All that the last inputs held."""

    def read(self, watch: Watch, base_url: str) -> tuple[Inputs, tuple[Problem, ...]] | None:
        """Read what was saved; give nothing if all is as it was at the last reading."""
        began = time.time_ns()
        seen = watch.state
        known = {path: each.sha256 for path, each in self.files.items() if each.state and seen.get(path) == each.state}
        inputs, found = disk.read(watch.root, base_url, known)
        folders = (SEEDS, inputs.seeds), ("", inputs.sources)
        self.files = {
            f"{folder}{name}": self._kept(f"{folder}{name}", name, files, known, (began, watch))
            for folder, files in folders
            for name in files
        }
        hashes = {path: each.sha256 for path, each in self.files.items()}
        content = (hashes, inputs.templates, inputs.static, inputs.unread, inputs.name, found)
        if content == self.last:
            return None
        self.last = content
        if any(path.startswith(("seeds/", "site_src/")) and path not in self.files for path in seen):
            watch.doubted_until = began + TICK  # it was seen, and is gone for a moment or for good
        return self._held(inputs, hashes), found

    def _kept(self, path: str, name: str, files: Files, known: dict[str, str], moment: tuple[int, Watch]) -> Read:
        """Keep a file that was read, or go on keeping it."""
        if path in known:
            return self.files[path]
        began, watch = moment
        state = watch.state.get(path)
        if state and began - TICK < max(state[1:3]) < began + TICK:
            watch.doubted_until = began + TICK
            state = None
        return Read(state, files.sha256(name), files[name])

    def _held(self, inputs: Inputs, hashes: dict[str, str]) -> Inputs:
        """Have every file come from memory."""
        held = self.files
        seeds = {name: hashes[f"{SEEDS}{name}"] for name in inputs.seeds}
        return replace(
            inputs,
            seeds=Files({}, seeds, lambda name: held[f"{SEEDS}{name}"].content),
            sources=Files({}, {path: hashes[path] for path in inputs.sources}, lambda path: held[path].content),
        )
