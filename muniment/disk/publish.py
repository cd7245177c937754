"""Publishes a finished site: the whole new one or the old one as it was, whatever kills it; removes only what it made.

The new site is written to a folder beside the output folder, brought to the disk by one sync, and the two names are
exchanged in one step. Where the system cannot exchange folders, two renames do it and the next run finishes or undoes
what a kill left between them. It knows nothing of what the files say.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from muniment.disk import system
from muniment.model import Asset

MANIFEST = "manifest-sha256.txt"
NEXT = ".{name}.next"
"""The folder beside the output folder that holds what is being written, or the old site until it is removed."""
ASIDE = ".{name}.aside"
"""Where the old site stands for a moment on systems that cannot exchange folders."""


class Refusal(Exception):  # noqa: N818 it is the folder that is refused; nothing went wrong
    """The output folder cannot be used: (code, words for its message)."""

    def __init__(self, code: str, **words: str) -> None:
        super().__init__(code)
        self.code = code
        self.words: dict[str, Any] = dict(words)


def publish(root: Path, out: Path, files: tuple[Asset, ...]) -> None:
    """Make `out` hold exactly `files`; Refusal touches nothing, OSError leaves the old site in place."""
    parent = out.parent
    refuse_place(root, out)
    parent.mkdir(parents=True, exist_ok=True)
    with _alone(parent):
        new, aside = parent / NEXT.format(name=out.name), parent / ASIDE.format(name=out.name)
        _settle(out, new, aside)
        refuse_strangers(out)
        _fill(new, files)
        system.sync(new)
        if not out.exists():
            os.rename(new, out)
        elif not system.exchange(new, out):
            os.rename(out, aside)
            os.rename(new, out)
        for old in (new, aside):
            if old.exists():
                shutil.rmtree(old)


def refuse_place(root: Path, out: Path) -> None:
    """Refuse an output folder that is a link or a mount point, or that is, holds or lies in the sources."""
    if out.is_symlink():
        raise Refusal("W-001", what="is a link")
    if out.exists() and not out.is_dir():
        raise Refusal("W-001", what="is not a folder")
    if out.is_dir() and os.path.ismount(out):
        raise Refusal("W-001", what="is a mount point, which cannot be exchanged")
    place = out.resolve()
    for source in (root / name for name in ("seeds", "site_src", "templates", "static", ".git")):
        if place == source.resolve() or source.resolve() in place.parents or place in source.resolve().parents:
            raise Refusal("W-002", source=source.name)
    package = Path(__file__).resolve().parent.parent
    if place in package.parents or place == package or package in place.parents:
        raise Refusal("W-002", source="muniment")


def refuse_strangers(out: Path) -> None:
    """Refuse an output folder with files that its own manifest does not list."""
    if not out.is_dir() or not any(out.iterdir()):
        return
    manifest = out / MANIFEST
    if not manifest.is_file():
        raise Refusal("W-003")
    listed = {line.split("  ", 1)[1] for line in manifest.read_text("utf-8").splitlines() if "  " in line} | {MANIFEST}
    strangers = [path for path in _files_below(out) if path not in listed]
    if strangers:
        more = f" and {len(strangers) - 5} more" if len(strangers) > 5 else ""
        raise Refusal("W-004", names=", ".join(strangers[:5]), more=more)


def _files_below(folder: Path) -> list[str]:
    """List every file below a folder, relative, sorted; links count as files."""
    found = []
    for place, folders, names in os.walk(folder):
        links = [each for each in folders if (Path(place) / each).is_symlink()]
        found += [(Path(place) / each).relative_to(folder).as_posix() for each in (*names, *links)]
    return sorted(found)


@contextmanager
def _alone(parent: Path) -> Iterator[None]:
    """Hold the one lock of an output folder's parent; it ends with the process and leaves no file."""
    descriptor = os.open(parent, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _settle(out: Path, new: Path, aside: Path) -> None:
    """Finish or undo what a killed run left; holding the lock, these folders are ours to remove."""
    if aside.exists() and not out.exists():
        os.rename(aside, out)
    for left in (new, aside):
        if left.exists():
            shutil.rmtree(left)


def _fill(new: Path, files: tuple[Asset, ...]) -> None:
    """Write every file into a new folder; on failure take the folder away again."""
    try:
        new.mkdir(mode=0o755)
        made = {""}
        for asset in files:
            folder = asset.path.rpartition("/")[0]
            if folder not in made:
                (new / folder).mkdir(parents=True, exist_ok=True)
                made.add(folder)
            descriptor = os.open(new / asset.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
            with os.fdopen(descriptor, "wb") as file:
                file.write(asset.content)
        _open_to_all(new)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise


def _open_to_all(new: Path) -> None:
    """Give the modes that web hosts ask for, whatever the umask."""
    for place, _, names in os.walk(new):
        os.chmod(place, 0o755)  # noqa: S103 a web server must be able to enter
        for name in names:
            os.chmod(os.path.join(place, name), 0o644)
