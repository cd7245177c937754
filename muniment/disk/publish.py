"""Publishes a finished site: the whole new one or the old one as it was, whatever kills it; removes only what it made.

The new site is written to a folder beside the output folder, brought to the disk by one sync, and the two names are
exchanged in one step. Where the system cannot exchange folders, two renames do it and the next run finishes or undoes
what a kill left between them. It knows nothing of what the files say.
"""

import contextlib
import hashlib
import os
import re
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from muniment.disk import system
from muniment.frozen import dataclass
from muniment.model import Asset

MANIFEST = "manifest-sha256.txt"
NEXT = ".{name}.next"
"""The folder beside the output folder that holds what is being written, or the old site until it is removed."""
ASIDE = ".{name}.aside"
"""Where the old site stands for a moment on systems that cannot exchange folders."""
OURS = ".muniment-unfinished"
"""A file in each folder of these names for as long as it is neither a whole site nor empty."""
EVERY_SITE_HAS = frozenset([".nojekyll", "index.html"])
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_LISTED = re.compile(r"^[0-9a-f]{64} [ *](.+)$", re.MULTILINE)


class Refusal(Exception):  # noqa: N818 it is the folder that is refused; nothing went wrong
    """The output folder cannot be used: (code, words for its message)."""

    def __init__(self, code: str, **words: str) -> None:
        super().__init__(code)
        self.code = code
        self.words: dict[str, Any] = dict(words)


class OvertakenError(Exception):
    """The site that stands there is not the one of which files were to be kept: another build was faster."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Files of the site that stands there which belong to the new one as they are."""

    paths: tuple[str, ...] = ()
    manifest: str = ""
    """sha256 of that site's manifest."""


NOTHING = Kept()


def publish(root: Path, out: Path, files: tuple[Asset, ...], kept: Kept = NOTHING) -> None:
    """Make `out` hold exactly `files` and those of its own that are `kept`.

    Refusal and OvertakenError touch nothing, OSError leaves the old site in place.
    """
    parent = out.parent
    refuse_place(root, out)
    if not parent.is_dir():
        parent.mkdir(parents=True)
    with system.alone(parent):
        new, aside = settle(out)
        refuse_strangers(out)
        if kept.paths and not _is_known(out, kept):
            raise OvertakenError
        try:
            _fill(new, files, out, kept.paths)
            system.sync(new)
            _exchange(out, new, aside)
        except BaseException:
            with contextlib.suppress(OSError):
                _remove(new)
            raise
        for old in (new, aside):
            with contextlib.suppress(OSError):  # the new site stands; the next run removes what is left
                _remove(old)


def refuse(root: Path, out: Path) -> None:
    """Refuse an output folder for its place or for what it holds, before anything is written.

    No other build exchanges it meanwhile: the manifest of one site and the files of the next would look like strangers.
    """
    refuse_place(root, out)
    if out.parent.is_dir():
        with system.alone(out.parent):
            refuse_strangers(out)


def _is_known(out: Path, kept: Kept) -> bool:
    """Say whether the site that stands there is still the one of which files are kept."""
    try:
        return hashlib.sha256((out / MANIFEST).read_bytes()).hexdigest() == kept.manifest
    except OSError:
        return False


def _exchange(out: Path, new: Path, aside: Path) -> None:
    """Let the new site take the old one's place; what stood there is in `new` or `aside` then."""
    if not os.path.lexists(out):
        os.rename(new, out)
    elif system.exchange(new, out):
        try:
            refuse_strangers(new)  # a file that somebody put there meanwhile
        except Refusal:
            system.exchange(new, out)
            raise
    else:
        os.rename(out, aside)
        try:
            os.rename(new, out)
        except OSError:
            os.rename(aside, out)
            raise


def refuse_place(root: Path, out: Path) -> None:
    """Refuse an output folder that is a link or a mount point, or that is, holds or lies in the sources."""
    if out.is_symlink():
        raise Refusal("W-001", what="is a link")
    if out.exists() and not out.is_dir():
        raise Refusal("W-001", what="is not a folder")
    if out.is_dir() and system.is_mount(out):
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
    listed = made_by_us(out)
    if listed is None:
        raise Refusal("W-003")
    strangers = [path for path in files_below(out) if path not in listed]
    if strangers:
        more = f" and {len(strangers) - 5} more" if len(strangers) > 5 else ""
        raise Refusal("W-004", names=", ".join(strangers[:5]), more=more)


def made_by_us(folder: Path) -> frozenset[str] | None:
    """Give the files that a folder's manifest lists, itself included; none if there is no manifest of this program."""
    manifest = folder / MANIFEST
    if manifest.is_symlink() or not manifest.is_file():
        return None
    told = manifest.read_text("utf-8", errors="surrogateescape")
    found = _LISTED.findall(told)
    listed = frozenset(found)
    is_whole = len(found) == sum(map(bool, told.split("\n")))
    return listed | {MANIFEST} if is_whole and listed >= EVERY_SITE_HAS else None


def files_below(folder: Path) -> list[str]:
    """List every file below a folder, relative, sorted; links count as files."""
    found, waiting = [], [""]
    while waiting:
        below = waiting.pop()
        with contextlib.suppress(OSError), os.scandir(folder / below) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{below}{entry.name}/")
                else:
                    found.append(f"{below}{entry.name}")
    return sorted(found)


def settle(out: Path) -> tuple[Path, Path]:
    """Finish or undo what a killed run left beside the output folder, and give the two names, which are free then.

    Holding the lock, these folders are ours to remove, if they are ours; Refusal where one is not, or stays.
    """
    new, aside = out.parent / NEXT.format(name=out.name), out.parent / ASIDE.format(name=out.name)
    for left in (new, aside):
        if os.path.lexists(left) and not _is_ours(left):
            raise Refusal("W-012", name=left.name)
    if aside.exists() and not os.path.lexists(out):
        os.rename(aside, out)
    for left in (new, aside):
        try:
            _remove(left)
        except PermissionError as refusal:
            raise Refusal("W-014", name=left.name, reason=refusal.strerror or str(refusal)) from refusal
    return new, aside


def _is_ours(folder: Path) -> bool:
    """Say whether a folder is what a run left: empty, unfinished, or a site."""
    if folder.is_symlink() or not folder.is_dir():
        return False
    return not any(folder.iterdir()) or (folder / OURS).is_file() or made_by_us(folder) is not None


def _remove(folder: Path) -> None:
    """Remove a folder of ours, also one that somebody has guarded against writing."""
    if not folder.is_dir() or folder.is_symlink():
        return
    try:
        _take_down(folder)
    except PermissionError:
        for place, _, _ in os.walk(folder):
            with contextlib.suppress(OSError):  # of another owner
                os.chmod(place, 0o755)  # noqa: S103 it is about to go
        _take_down(folder)


def _take_down(folder: Path) -> None:
    """Remove a folder of ours; killed on the way, it is still known as ours."""
    mark = folder / OURS
    with contextlib.suppress(OSError):  # a full disk takes no mark, but it lets go of files
        mark.touch()
    for entry in sorted(folder.iterdir()):
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        elif entry != mark:
            entry.unlink()
    mark.unlink(missing_ok=True)
    folder.rmdir()


def _fill(new: Path, files: tuple[Asset, ...], out: Path, kept: Iterable[str]) -> None:
    """Write every file into a new folder; one that is kept gets a second name there, or is copied where none can be."""
    new.mkdir()
    os.chmod(new, 0o755)  # noqa: S103 a web server must be able to enter
    mark = new / OURS
    mark.touch()
    made = {""}
    for asset in files:
        _make_folder(new, asset.path, made)
        descriptor = os.open(f"{new}/{asset.path}", _NEW, 0o644)
        with os.fdopen(descriptor, "wb") as file:
            file.write(asset.content)
        os.chmod(f"{new}/{asset.path}", 0o644)  # whatever the umask: web hosts ask for it
    for path in kept:
        _make_folder(new, path, made)
        try:
            os.link(f"{out}/{path}", f"{new}/{path}", follow_symlinks=False)
        except OSError:
            shutil.copyfile(out / path, new / path, follow_symlinks=False)
            os.chmod(new / path, 0o644)
    mark.unlink()


def _make_folder(new: Path, path: str, made: set[str]) -> None:
    """Make the folder of a file, and those on the way, open to all."""
    folder = path.rpartition("/")[0]
    if folder in made:
        return
    if ".." in path.split("/") or path.startswith("/"):
        raise OSError(f"{path} lies outside the site")
    _make_folder(new, folder, made)
    os.mkdir(new / folder)
    os.chmod(new / folder, 0o755)  # noqa: S103 a web server must be able to enter
    made.add(folder)
