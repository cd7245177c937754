"""Turns an archive's folder into the inputs of the line; knows nothing of what the files say.

Only regular files are opened; links, pipes, devices and unreadable files are named and left unopened.
"""

import os
import stat
from importlib import resources
from pathlib import Path

from muniment import problems
from muniment.line import Inputs
from muniment.model import Problem

SHIPPED = Path(__file__).resolve().parent.parent
"""The package's folder."""
IGNORED_ENDINGS = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig", ".rej", ".new")
"""What editors leave beside the file they save, and the fresh drafts that wait beside an edited file."""


def read(root: Path, base_url: str = "") -> tuple[Inputs, tuple[Problem, ...]]:
    """Read the folder `root`; its own templates and static files stand before the shipped ones of the same name."""
    found: list[Problem] = []
    seeds = _folder(root, "seeds", found)
    sources = _folder(root, "site_src", found)
    templates = {**_shipped("templates", found), **_folder(root, "templates", found)}
    static = {**_shipped("static", found), **_folder(root, "static", found)}
    if not seeds and not any(path.startswith("documents/") for path in sources):
        found.append(problems.report("S-090", "seeds"))
    inputs = Inputs(
        name=root.resolve().name,
        seeds=tuple((name, seeds[name]) for name in sorted(seeds)),
        sources=tuple((f"site_src/{path}", sources[path]) for path in sorted(sources)),
        templates=tuple((name, templates[name].decode("utf-8")) for name in sorted(templates)),
        static=tuple((path, static[path]) for path in sorted(static)),
        states=resources.files("muniment").joinpath("data/states.json").read_bytes(),
        base_url=base_url,
    )
    return inputs, tuple(found)


def _shipped(name: str, found: list[Problem]) -> dict[str, bytes]:
    """Read a folder that comes with the program: inside the installed package, or beside it in a checkout."""
    inside = SHIPPED / "site"
    return _folder(inside if inside.is_dir() else SHIPPED.parent, name, found)


def _folder(root: Path, name: str, found: list[Problem]) -> dict[str, bytes]:
    """Read every regular file below a folder: path relative to it, with forward slashes, to bytes."""
    top = root / name
    files: dict[str, bytes] = {}
    if not _is_folder(top, name, found):
        return files
    for place, folders, names in os.walk(top):
        folders[:] = sorted(each for each in folders if _is_kept(each))
        below = Path(place).relative_to(top)
        for each in list(folders):
            if (Path(place) / each).is_symlink():
                folders.remove(each)
                found.append(_refused(f"{name}/{(below / each).as_posix()}", "a link"))
        for each in sorted(names):
            if _is_kept(each):
                path = (below / each).as_posix()
                content = _file(Path(place) / each, f"{name}/{path}", found)
                if content is not None:
                    files[path] = content
    return files


def _is_folder(top: Path, name: str, found: list[Problem]) -> bool:
    """Say whether a folder is there to be read; a link in its place is reported."""
    if top.is_symlink():
        found.append(_refused(name, "a link"))
        return False
    return top.is_dir()


def _is_kept(name: str) -> bool:
    """Say whether a name is an archive's file and not what an editor or a system leaves about."""
    return not name.startswith((".", "#")) and not name.endswith(IGNORED_ENDINGS)


def _file(path: Path, shown: str, found: list[Problem]) -> bytes | None:
    """Read one regular file; anything else is reported and not opened."""
    try:
        mode = os.lstat(path).st_mode
        if not stat.S_ISREG(mode):
            found.append(_refused(shown, _kind(mode)))
            return None
        _nameable(shown)
        return path.read_bytes()
    except UnicodeEncodeError:
        found.append(_refused(shown.encode("utf-8", "backslashreplace").decode(), "a file whose name is not UTF-8"))
    except OSError as error:
        found.append(_refused(shown, f"unreadable ({error.strerror})"))
    return None


def _nameable(name: str) -> None:
    """Refuse a name that cannot be written in a page or a manifest."""
    name.encode("utf-8")


def _kind(mode: int) -> str:
    """Name what stands in a file's place."""
    kinds = (
        (stat.S_ISLNK, "a link"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISBLK, "a device"),
        (stat.S_ISCHR, "a device"),
    )
    return next((word for test, word in kinds if test(mode)), "no regular file")


def _refused(path: str, what: str) -> Problem:
    """Report a file that was not opened."""
    return problems.report("S-091", path, what=what)
