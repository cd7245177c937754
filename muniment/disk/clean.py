"""Removes what the program made, file by file: a published site by its manifest. Whatever else is there stays.

A listed file that is no longer what was published may hold a person's work, and stays too.
"""

import contextlib
import hashlib
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from muniment.disk import system
from muniment.disk.publish import MANIFEST, files_below, made_by_us, refuse_place, settle

ALTERED = "it was altered since it was published"
STRANGE = "no build made it"


def clear(root: Path, out: Path, *, is_dry: bool = False) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Remove a published site; gives the paths that the program made, and (path, why) of those that stay.

    No build publishes between the look and the removal: the files of the next site are not those of the last.
    """
    refuse_place(root, out)
    if not out.parent.is_dir():
        return (), ()
    with system.alone(out.parent):
        if not is_dry:
            settle(out)
        made, left = made_here(root, out)
        if not is_dry:
            _removed(out, made)
    return made, left


def made_here(root: Path, out: Path) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Look at a published site: the paths that the program made, and (path, why) of those that are to stay."""
    refuse_place(root, out)
    if not out.is_dir():
        return (), ()
    if made_by_us(out) is None:
        return (), ((".", "it holds no manifest of this program"),) if any(out.iterdir()) else ()
    lines = (out / MANIFEST).read_text("utf-8", errors="surrogateescape").split("\n")
    listed = {line[66:]: line[:64] for line in lines if line}
    found = [path for path in files_below(out) if path != MANIFEST]
    altered = tuple((path, ALTERED) for path in found if path in listed and _sha256(out / path) != listed[path])
    strange = tuple((path, STRANGE) for path in found if path not in listed)
    left = dict((*altered, *strange))
    made = [path for path in found if path not in left]
    return (*made, *(() if altered else (MANIFEST,))), (*altered, *strange)


def remove(folder: Path, paths: Iterable[str]) -> None:
    """Remove files below a folder, then the folders that are empty without them; nothing is followed through a link."""
    if folder.is_symlink() or not folder.is_dir():
        return
    with system.alone(folder.parent):
        _removed(folder, paths)


def _removed(folder: Path, paths: Iterable[str]) -> None:
    """Remove files and the folders that are empty without them; the caller is alone here."""
    folders = {folder}
    for path in paths:
        target = folder / path
        if any(part.is_symlink() for part in target.parents if part != folder and folder in part.parents):
            continue
        with contextlib.suppress(FileNotFoundError):
            target.unlink()
        folders |= {part for part in target.parents if folder in part.parents}
    for place in sorted(folders, key=lambda each: -len(each.parts)):
        with contextlib.suppress(OSError):  # it holds something else
            place.rmdir()


def _sha256(path: Path) -> str:
    """Hash a regular file; anything else has no hash."""
    if not stat.S_ISREG(os.lstat(path).st_mode):
        return ""
    return hashlib.sha256(path.read_bytes()).hexdigest()
