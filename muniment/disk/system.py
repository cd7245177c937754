"""Asks the operating system for what Python has no word for: exchange two names, bring files to the disk, be alone."""

import contextlib
import ctypes
import os
import sys
from collections.abc import Iterator
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
"""Linux, renameat2(2)."""
RENAME_SWAP = 2
"""macOS, renamex_np(2)."""


def exchange(one: Path, other: Path) -> bool:
    """Exchange two names in one step; false where the system or file system cannot."""
    if sys.platform == "win32":
        return False
    library = ctypes.CDLL(None, use_errno=True)
    names = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin" and hasattr(library, "renamex_np"):
        return bool(library.renamex_np(*names, RENAME_SWAP) == 0)
    if hasattr(library, "renameat2"):
        return bool(library.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], RENAME_EXCHANGE) == 0)
    return False


def is_mount(folder: Path) -> bool:
    """Say whether a folder is a mount point, also where a part of the same file system is mounted a second time."""
    if os.path.ismount(folder):
        return True
    try:
        mounts = Path("/proc/self/mountinfo").read_bytes()
    except OSError:
        return False  # there is no such list on this system
    place = os.fsencode(folder.resolve())
    escaped = b"".join(b"\\%03o" % byte if byte in b" \t\n\\" else bytes([byte]) for byte in place)
    return escaped in (line.split(b" ")[4] for line in mounts.splitlines())


def link_new(name: Path, target: Path) -> bool:
    """Give a file a second name in one step; false if there is something of that name, which is left as it is.

    A file system that knows no second names gets a rename instead, after a look.
    """
    try:
        os.link(name, target)
    except FileExistsError:
        return False
    except OSError:
        if os.path.lexists(target):
            return False
        os.rename(name, target)
    return True


def begun(folder: Path, prefix: str) -> tuple[int, str]:
    """Begin a file with a name of its own in a folder; give its descriptor and its path."""
    import tempfile  # here, because it is slow to load and most builds write no source

    return tempfile.mkstemp(prefix=prefix, dir=folder)


def sync(folder: Path) -> None:
    """Bring everything written to the file system of a folder to the disk (syncfs, or sync where there is none)."""
    if sys.platform == "win32":
        return
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "syncfs"):
        os.sync()
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        if library.syncfs(descriptor) != 0:
            number = ctypes.get_errno()
            raise OSError(number, os.strerror(number), str(folder))
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Hold the one lock of a folder; it ends with the process and leaves no file."""
    if sys.platform == "win32":
        with _alone_by_file(folder / ".muniment-lock"):
            yield
        return
    import fcntl  # there is none on Windows

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network file systems know no locks: better unlocked than not at all
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _alone_by_file(path: Path) -> Iterator[None]:
    """Hold a lock where folders cannot be locked: by a file that the system removes when it is closed."""
    if sys.platform == "win32":
        import msvcrt

        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_TEMPORARY)
        try:
            msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)
            yield
        finally:
            os.close(descriptor)
    else:
        yield
