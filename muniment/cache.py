"""Remembers what the last build read, made and said, so that a build in which nothing changed ends at once.

It only compares the state of files (size, times of content and of inode, inode number), and imports nothing slow.
What it remembers may be deleted, damaged or of another version at any time: then the build is done as if it were new.
"""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from muniment import __version__

FOLDER = ".muniment-cache"
"""In the archive's folder; ignored by git, may be deleted at any time."""
FILE = "last-build.json"
READ = ("seeds", "site_src", "templates", "static")
"""The folders of an archive that a build reads."""
TICK = 50_000_000
"""Nanoseconds: two changes of a file less than this apart may bear the same time."""

State = dict[str, tuple[int, int, int, int]]
"""Path to (size, time of content, time of inode, inode), times in nanoseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The state of everything a build depends on, taken before anything is read."""

    root: Path
    out: Path
    options: str
    """What else the site depends on, as one string."""
    began: int
    """Clock when the look began, in nanoseconds: what changed later than this may have been missed."""
    state: State


def look(root: Path, out: Path, options: str, *, now: int) -> Look:
    """Take the state of an archive's folders and of the program itself; `now` is the clock in nanoseconds."""
    return Look(root=root, out=out, options=options, began=now, state=_inputs(root))


def recall(before: Look) -> dict[str, Any] | None:
    """Give what the last build said, if nothing that it read, made or was has changed since."""
    try:
        kept = json.loads((before.root / FOLDER / FILE).read_bytes())
        same = kept["key"] == _key(before, before.state, _state(before.out))
        return dict(kept["said"]) if same else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def keep(before: Look, said: dict[str, Any]) -> None:
    """Remember a finished build, unless something it read changed meanwhile, or was written by the build itself."""
    after = _inputs(before.root)
    if before.state != after or any(max(times[1:3]) > before.began - TICK for times in after.values()):
        return
    content = json.dumps({"key": _key(before, after, _state(before.out)), "said": said}, ensure_ascii=False)
    folder = before.root / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        if folder.is_symlink():
            return  # nothing is written through links
        new = folder / f"{FILE}.new"
        new.write_text(content, encoding="utf-8")
        os.replace(new, folder / FILE)
    except OSError:
        return  # a folder that cannot be written is built anew each time, which is right, only slower


def _inputs(root: Path) -> State:
    """Take the state of what a build reads: the archive's folders, and the program with what it ships."""
    package = Path(__file__).resolve().parent
    shipped = () if (package / "site").is_dir() else (package.parent / "templates", package.parent / "static")
    state: State = {}
    for folder in (*(root / name for name in READ), package, *shipped):
        state |= _state(folder)
    return state


def _state(folder: Path) -> State:
    """Take the state of every file below a folder; compiled Python is left out."""
    state: State = {}
    waiting = [str(folder)]
    while waiting:
        place = waiting.pop()
        try:
            entries = list(os.scandir(place))
        except OSError:
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    waiting.append(entry.path)
                continue
            status = entry.stat(follow_symlinks=False)
            state[entry.path] = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    return state


def _key(before: Look, inputs: State, outputs: State) -> str:
    """Hash everything that has to be as it was; sha256, lower-case hex."""
    digest = hashlib.sha256(f"{__version__}\n{before.root.resolve()}\n{before.out}\n{before.options}\n".encode())
    for state in (inputs, outputs):
        digest.update(repr(sorted(state.items())).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()
