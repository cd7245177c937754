"""Remembers what the last build read, made and said: one in which nothing changed ends at once, others make little.

It compares the state of files (size, times of content and of inode, inode number), and imports nothing slow.
What it remembers may be deleted, damaged or of another version at any time: then the build is done as if it were new.
"""

import contextlib
import hashlib
import json
import os
import stat
import sys
from array import array
from pathlib import Path
from typing import Any

from muniment import __version__
from muniment.frozen import dataclass

FOLDER = ".muniment-cache"
"""In the archive's folder; ignored by git, may be deleted at any time."""
FILE = "last-build.json"
FILES = (FILE, "memory", "templates", "mentions")
"""Every file of the memory; one that is being written ends in `.new`."""
READ = ("seeds", "site_src", "templates", "static")
"""The folders of an archive that a build reads."""
TICK = 50_000_000
"""Nanoseconds: two changes of a file less than this apart may bear the same time."""

_SAFELY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)

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
    program: str
    """Digest of the program as it stands, with the libraries it uses and what it ships; lower-case hex."""
    inputs: State
    """Of the archive's files."""
    outputs: State
    """Of the published site's."""


def look(root: Path, out: Path, options: str, *, now: int) -> Look:
    """Take the state of an archive's folders, its site and the program itself; `now` is the clock in nanoseconds."""
    return Look(
        root=root,
        out=out,
        options=options,
        began=now,
        program=_program(),
        inputs=inputs_of(root),
        outputs=_state(out),
    )


def recall(before: Look) -> dict[str, Any] | None:
    """Give what the last build said, if nothing that it read, made or was has changed since."""
    try:
        kept = json.loads(read(before, FILE) or b"{}")
        return dict(kept["said"]) if kept["key"] == _key(before, before.inputs, before.outputs) else None
    except (KeyError, TypeError, ValueError):
        return None


def keep(before: Look, said: dict[str, Any], *, wrote: bool) -> State:
    """Remember what a finished build said, unless it `wrote` sources itself or they changed; give the site's state."""
    outputs = _state(before.out)
    after = {} if wrote else inputs_of(before.root)
    if not wrote and before.inputs == after and not any(is_recent(before, state) for state in after.values()):
        content = json.dumps({"key": _key(before, after, outputs), "said": said}, ensure_ascii=False)
        write(before, FILE, content.encode("utf-8", "surrogatepass"))
    else:
        forget(before, FILE)
    return outputs


def is_recent(before: Look, state: tuple[int, int, int, int]) -> bool:
    """Say whether a file changed so shortly before it was looked at that it may have changed again, unseen."""
    return max(state[1:3]) > before.began - TICK


def read(before: Look, name: str) -> bytes:
    """Read a file of the memory; empty where there is none, or it is not as this very program wrote it."""
    try:
        with os.fdopen(opened(before.root, name, os.O_RDONLY), "rb") as file:
            digest, _, content = file.read().partition(b"\n")
    except OSError:
        return b""
    return content if digest == _digest(before, content) else b""


def write(before: Look, name: str, content: bytes) -> None:
    """Write a file of the memory in one step; a folder that cannot be written is built anew each time, only slower."""
    folder = before.root / FOLDER
    try:
        folder.mkdir(exist_ok=True)
        (folder / f"{name}.new").unlink(missing_ok=True)
        with os.fdopen(opened(before.root, f"{name}.new", os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as file:
            file.writelines((_digest(before, content), b"\n", content))
        os.replace(folder / f"{name}.new", folder / name)
    except OSError:
        return


def forget(before: Look, name: str) -> None:
    """Remove a file of the memory."""
    with contextlib.suppress(OSError):
        if not (before.root / FOLDER).is_symlink():
            (before.root / FOLDER / name).unlink(missing_ok=True)


def opened(root: Path, name: str, flags: int) -> int:
    """Open a regular file of the memory; OSError for a link, a pipe, a device, or where the folder itself is a link.

    The memory lies in a folder that somebody else may have filled: nothing is read or written through links.
    """
    if not stat.S_ISDIR(os.lstat(root / FOLDER).st_mode):
        raise NotADirectoryError(FOLDER)
    descriptor = os.open(root / FOLDER / name, flags | _SAFELY, 0o644)
    if stat.S_ISREG(os.fstat(descriptor).st_mode):
        return descriptor
    os.close(descriptor)
    raise OSError(f"{name} is no regular file")


def made(root: Path) -> tuple[str, ...]:
    """List the files of the memory that this program wrote, relative to the memory's folder."""
    folder = root / FOLDER
    if folder.is_symlink() or not folder.is_dir():
        return ()
    names = sorted(each.name for each in folder.iterdir() if each.is_file() and not each.is_symlink())
    return tuple(name for name in names if name.removesuffix(".new") in FILES)


def shown(root: Path, states: State) -> dict[str, tuple[int, int, int, int]]:
    """Give states by path below a folder, with forward slashes."""
    start = len(str(root)) + 1 if str(root) != "." else 0
    return {path[start:].replace(os.sep, "/"): state for path, state in states.items()}


def _digest(before: Look, content: bytes) -> bytes:
    """Digest what is remembered, with what nobody knows who has not seen this program where it is installed."""
    return hashlib.blake2b(content, digest_size=32, key=before.program.encode()[:64]).hexdigest().encode()


def inputs_of(root: Path) -> State:
    """Take the state of the archive's files: of everything in the folders that a build reads."""
    state: State = {}
    for name in READ:
        state |= _state(root / name)
    return state


def _program() -> str:
    """Digest the program: its own files, what it ships beside them, and which libraries are installed."""
    package = Path(__file__).resolve().parent.parent
    shipped = () if (package / "site").is_dir() else (package.parent / "templates", package.parent / "static")
    digest = hashlib.sha256(f"{__version__}\n{sys.version}\n".encode())
    for folder in (package, *shipped):
        digest.update(repr(sorted(_state(folder).items())).encode("utf-8", "surrogateescape"))
    for place in sys.path:
        if place.endswith("-packages"):
            try:
                names = [name for name in os.listdir(place) if name.endswith("-info")]
            except OSError:
                continue
            digest.update("\n".join(sorted(names)).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


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
            try:
                status = entry.stat(follow_symlinks=False)
            except OSError:
                continue
            state[entry.path] = (status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)
    return state


def _key(before: Look, inputs: State, outputs: State) -> str:
    """Hash everything that has to be as it was; sha256, lower-case hex."""
    parts = f"{before.program}\n{before.root.resolve()}\n{before.out}\n{before.options}\n"
    digest = hashlib.sha256(parts.encode("utf-8", "surrogateescape"))
    for state in (inputs, outputs):
        paths = sorted(state)
        digest.update("\0".join((str(len(paths)), *paths)).encode("utf-8", "surrogateescape"))
        for numbers in zip(*map(state.__getitem__, paths), strict=True):
            digest.update(_packed(numbers))
    return digest.hexdigest()


def _packed(numbers: tuple[int, ...]) -> bytes:
    """Give numbers as bytes, each in eight where they are as small as those of files mostly are: it is done sooner."""
    try:
        return array("q", numbers).tobytes()
    except OverflowError:
        return repr(numbers).encode()
