"""Writes drafts and registries into `site_src/`, all of them whole, and never over a person's words.

A file is replaced only while it holds the very bytes that were read when its new text was decided on; everything else
is left as it is and reported. It knows nothing of what a text says, but for one thing: whether a draft that waits
beside an edition (`.new`) is still as the program wrote it.
"""

import os
import re
import stat
from collections.abc import Iterable, Mapping
from pathlib import Path

from muniment import edition, problems
from muniment.disk import system
from muniment.model import Problem

PREFIX = ".muniment-"
FOLDERS = ("site_src/documents", "site_src/anchors")
"""Where temporary files are made, and where those of a killed run are removed."""
_TEMPORARY = re.compile(r"\.muniment-[a-z0-9_]{8}")


def write_sources(
    root: Path, files: Iterable[tuple[str, str]], known: Mapping[str, bytes]
) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Write (path, text) below `root`; `known` holds the bytes that each file had when it was read.

    Gives the paths that were written, and a problem for each that was left alone. First every text is brought to the
    disk under a temporary name, then each is put in place in one step: when the disk refuses, nothing has changed.
    Raises OSError when a folder on the way is a link, or the disk refuses.
    """
    wanted = [(path, text.encode("utf-8")) for path, text in files]
    with system.alone(root):
        _sweep(root)
        due = [(path, content) for path, content in wanted if _standing(root, path) != content]
        left = [path for path, _ in due if not _may_be_replaced(root, path, known)]
        due = [(path, content) for path, content in due if path not in left]
        written, late = _put_in_place(root, due, known) if due else ((), ())
    return written, tuple(
        problems.report("W-011" if path.endswith(edition.WAITING) else "W-010", path) for path in sorted((*left, *late))
    )


def _standing(root: Path, path: str) -> bytes | None:
    """Give the bytes of a regular file; none if there is no such file."""
    target = root / path
    _refuse_links(root, target)
    try:
        if not stat.S_ISREG(os.lstat(target).st_mode):
            return None
    except FileNotFoundError:
        return None
    return target.read_bytes()


def _may_be_replaced(root: Path, path: str, known: Mapping[str, bytes]) -> bool:
    """Say whether a file may be given new words: it is not there, as it was read, or a waiting draft nobody touched."""
    standing = _standing(root, path)
    if standing is None:
        return path not in known and not os.path.lexists(root / path)
    if path.endswith(edition.WAITING):
        waiting, _ = edition.read(path, standing)
        return waiting is not None and edition.is_untouched(waiting)
    return standing == known.get(path)


def _put_in_place(
    root: Path, due: list[tuple[str, bytes]], known: Mapping[str, bytes]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write every text under a temporary name, bring them to the disk, and put them in place one by one."""
    waiting: list[tuple[str, Path]] = []
    late: list[str] = []
    try:
        for path, content in due:
            waiting.append((path, _temporary(root / path, content)))
        system.sync(root)
        for path, name in waiting:
            old = _standing(root, path) if path.endswith(edition.WAITING) else known.get(path)
            if not _placed(name, root / path, old):
                late.append(path)
    finally:
        for _, name in waiting:
            name.unlink(missing_ok=True)
    return tuple(path for path, _ in due if path not in late), tuple(late)


def _temporary(target: Path, content: bytes) -> Path:
    """Write a text beside its place."""
    target.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = system.begun(target.parent, PREFIX)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        os.chmod(name, 0o644)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _placed(name: Path, target: Path, old: bytes | None) -> bool:
    """Put a file in its place in one step, unless what stands there is no longer what it was; say whether it was done.

    A new file is linked, which fails where one has appeared meanwhile. A replaced one is exchanged, looked at, and
    exchanged back if a person saved it at the last moment.
    """
    if old is None:
        return system.link_new(name, target)
    if not system.exchange(name, target):
        if target.read_bytes() != old:
            return False
        os.replace(name, target)
        return True
    if name.read_bytes() == old:
        return True
    system.exchange(name, target)
    return False


def _sweep(root: Path) -> None:
    """Remove the temporary files of a killed run; the lock is held, so that nobody is at work on them."""
    for folder in FOLDERS:
        place = root / folder
        if place.is_dir() and not place.is_symlink():
            for name in sorted(os.listdir(place)):
                if _TEMPORARY.fullmatch(name) and stat.S_ISREG(os.lstat(place / name).st_mode):
                    (place / name).unlink()


def _refuse_links(root: Path, target: Path) -> None:
    """Refuse to write through a link."""
    for part in [target, *target.parents]:
        if part == root:
            return
        if part.is_symlink():
            raise OSError(f"{part.relative_to(root).as_posix()} is a link; nothing is written through links")
