"""Turns an archive's folder into the inputs of the line; knows nothing of what the files say.

Only regular files are opened; links, pipes, devices and unreadable files are named and left unopened.
"""

import errno
import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from muniment import problems
from muniment.line import Inputs
from muniment.model import Files, Problem
from muniment.settings.nearest import suggestion

NOTHING: Mapping[str, str] = {}
SEEDS = "seeds/"
SHIPPED = Path(__file__).resolve().parent.parent
"""The package's folder."""
IGNORED_BEGINNINGS = (".", "#", "~$")
"""Hidden files, and what an editor or a word processor keeps beside a file that is open in it."""
IGNORED_NAMES = ("Thumbs.db", "desktop.ini")
"""What Windows leaves in folders."""
IGNORED_ENDINGS = ("~", ".swp", ".swx", ".tmp", ".bak", ".orig", ".rej", ".new")
"""What editors leave beside the file they save, and the fresh drafts that wait beside an edited file."""
LARGEST = 8_000_000
"""Bytes; a larger text is refused unopened. Files of `static/` are not texts."""
LARGEST_ORIGINAL = 32_000_000
"""The same for seeds that hold pictures beside their words."""
ORIGINALS = (".pdf", ".docx")
HELD = 16_000_000
"""Bytes of seeds and of `site_src/` that are held after they were read; the rest of a large archive is read again."""
_SAFELY = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(slots=True, kw_only=True)
class _Finding:
    """What came up while reading."""

    problems: list[Problem] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Paths that are there but were not read."""
    known: Mapping[str, str] = field(default_factory=dict)
    """sha256 of files that need not be read, by path below the root."""
    shut: dict[str, str] = field(default_factory=dict)
    """sha256 of files that are there and were not read, or are not held, by path below the root."""
    held: int = 0
    """Bytes that are held."""
    again: dict[str, str] = field(default_factory=dict)
    """sha256 of files that were read and are not held."""

    def refuse(self, path: str, code: str, **words: Any) -> None:
        """Report a file or folder that was not read."""
        self.unread.append(path)
        self.problems.append(problems.report(code, path, **words))

    def lets_go(self, path: str, content: bytes) -> bool:
        """Say whether a text is one too many to be held; it is known by its hash then."""
        if not path.startswith((SEEDS, "site_src/")) or self.held + len(content) <= HELD:
            self.held += len(content)
            return False
        self.shut[path] = self.again[path] = hashlib.sha256(content).hexdigest()
        return True


def read(root: Path, base_url: str = "", known: Mapping[str, str] = NOTHING) -> tuple[Inputs, tuple[Problem, ...]]:
    """Read the folder `root`; its own templates and static files stand before the shipped ones of the same name.

    `known` gives the sha256 of seeds and of files of `site_src/` that stand as they were when they were last read:
    they are opened when somebody asks for their bytes.
    """
    finding = _Finding(known=known)
    seeds = _folder(root, "seeds", finding)
    sources = _folder(root, "site_src", finding)
    shipped, own = _shipped("templates", finding), _folder(root, "templates", finding)
    templates = {**shipped, **own}
    finding.problems += (*_idle(own, shipped), *_beside(root))
    static = {**_shipped("static", finding), **_folder(root, "static", finding)}
    shut = finding.shut
    has_documents = any(path.startswith("site_src/documents/") for path in (*shut, *(f"site_src/{p}" for p in sources)))
    if not seeds and not shut and not finding.problems and not has_documents:
        finding.problems.append(problems.report("S-090", "seeds"))
    inputs = Inputs(
        name=_name(root),
        seeds=Files(
            seeds,
            {path[len(SEEDS) :]: sha256 for path, sha256 in shut.items() if path.startswith(SEEDS)},
            lambda name: _again(root, f"{SEEDS}{name}", finding.again),
        ),
        sources=Files(
            {f"site_src/{path}": sources[path] for path in sorted(sources)},
            {path: sha256 for path, sha256 in shut.items() if not path.startswith(SEEDS)},
            lambda path: _again(root, path, finding.again),
        ),
        templates=_decoded(templates, finding),
        static={path: static[path] for path in sorted(static)},
        states=(SHIPPED / "data/states.json").read_bytes(),
        base_url=base_url,
        map=(SHIPPED / "data/map.json").read_bytes(),
        words=_catalogues(),
        unread=tuple(sorted(finding.unread)),
    )
    return inputs, tuple(finding.problems)


def _catalogues() -> tuple[tuple[str, bytes], ...]:
    """Read the catalogues of the interface that come with the program, by language."""
    return tuple((each.stem, each.read_bytes()) for each in sorted((SHIPPED / "data/words").glob("*.po")))


def _name(root: Path) -> str:
    """Give the folder's name as the title of an archive without settings."""
    return root.resolve().name.encode("utf-8", "replace").decode("utf-8") or "Archive"


def _decoded(templates: Mapping[str, bytes], finding: _Finding) -> dict[str, str]:
    """Decode the templates; one that is not UTF-8 is reported."""
    decoded = {}
    for name in sorted(templates):
        try:
            decoded[name] = templates[name].decode("utf-8")
        except UnicodeDecodeError as error:
            line = templates[name].count(b"\n", 0, error.start) + 1
            byte = f"0x{templates[name][error.start]:02X}"
            finding.problems.append(problems.report("S-094", f"templates/{name}", line, byte=byte))
    return decoded


def _idle(own: Mapping[str, bytes], shipped: Mapping[str, bytes]) -> Iterator[Problem]:
    """Report templates of an archive's own that stand in for none and are named in none: most often a misspelt name."""
    known = [f"templates/{name}" for name in sorted(shipped)]
    for name in sorted(own):
        if name not in shipped and not any(name.encode() in text for text in own.values()):
            path = f"templates/{name}"
            yield problems.report("A-014", path, near=suggestion(path, known))


def _beside(root: Path) -> Iterator[Problem]:
    """Report tables that lie beside the folder they are read from."""
    for name in ("archive.toml", "events.toml", "claims.toml"):
        if (root / name).is_file():
            yield problems.report("A-014", name, near=f'Did you mean "site_src/{name}"?')


def _shipped(name: str, finding: _Finding) -> dict[str, bytes]:
    """Read a folder that comes with the program: inside the installed package, or beside it in a checkout."""
    inside = SHIPPED / "site"
    return _folder(inside if inside.is_dir() else SHIPPED.parent, name, finding)


def _folder(root: Path, name: str, finding: _Finding) -> dict[str, bytes]:
    """Read every regular file below a folder: path relative to it, with forward slashes, to bytes."""
    top = root / name
    files: dict[str, bytes] = {}
    if not _is_folder(top, name, finding):
        return files

    def unreadable(error: OSError) -> None:
        """Report a folder that cannot be looked into: what lies there must not be left out in silence."""
        below = Path(error.filename).relative_to(top).as_posix()
        finding.refuse(_shown(name, below), "S-091", what=f"a folder that cannot be read ({error.strerror})")

    for place, folders, names in os.walk(top, onerror=unreadable):
        folders[:] = sorted(each for each in folders if is_kept(each))
        below = Path(place).relative_to(top)
        prefix = "" if below == Path() else f"{below.as_posix()}/"
        for each in list(folders):
            if (Path(place) / each).is_symlink():
                folders.remove(each)
                finding.refuse(_shown(name, (below / each).as_posix()), "S-091", what="a link")
        for each in sorted(names):
            if is_kept(each):
                path = f"{prefix}{each}"
                if finding.known and _shown(name, path) in finding.known:
                    finding.shut[_shown(name, path)] = finding.known[_shown(name, path)]
                    continue
                content = _file(Path(place) / each, _shown(name, path), finding)
                if content is not None and not finding.lets_go(_shown(name, path), content):
                    files[path] = content
    return files


def _shown(name: str, below: str) -> str:
    """Give a path relative to the root."""
    return name if below == "." else f"{name}/{below}"


def _is_folder(top: Path, name: str, finding: _Finding) -> bool:
    """Say whether a folder is there to be read; anything else in its place is reported."""
    try:
        mode = os.lstat(top).st_mode
    except FileNotFoundError:
        return False
    except OSError as error:
        finding.refuse(name, "S-091", what=f"unreadable ({error.strerror})")
        return False
    if stat.S_ISDIR(mode):
        return True
    finding.refuse(name, "S-091", what=_kind(mode))
    return False


def is_kept(name: str) -> bool:
    """Say whether a name is an archive's file and not what an editor or a system leaves about."""
    is_litter = name in IGNORED_NAMES or name.startswith(IGNORED_BEGINNINGS) or name.endswith(IGNORED_ENDINGS)
    return not is_litter


def _file(path: Path, shown: str, finding: _Finding) -> bytes | None:
    """Read one regular file; anything else is reported and not opened."""
    try:
        shown.encode("utf-8")
        status = os.lstat(path)
        if not stat.S_ISREG(status.st_mode):
            finding.refuse(shown, "S-091", what=_kind(status.st_mode))
        elif status.st_size > (most := _most(shown)) and not shown.startswith("static/"):
            finding.refuse(shown, "S-093", size=str(status.st_size), most=str(most))
        else:
            with os.fdopen(os.open(path, _SAFELY), "rb") as file:
                return file.read()
    except UnicodeEncodeError:
        finding.refuse(shown, "S-091", what="a file whose name is not UTF-8")
    except OSError as error:
        finding.refuse(shown, "S-091", what=f"unreadable ({error.strerror})")
    return None


def _again(root: Path, path: str, hashes: Mapping[str, str]) -> bytes:
    """Read a file once more; OSError if it is not what was read before."""
    content = (root / path).read_bytes()
    if path in hashes and hashlib.sha256(content).hexdigest() != hashes[path]:
        raise OSError(errno.ESTALE, "it was changed while it was being read", path)
    return content


def _kind(mode: int) -> str:
    """Name what stands in a file's place."""
    kinds = (
        (stat.S_ISLNK, "a link"),
        (stat.S_ISFIFO, "a pipe"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISBLK, "a device"),
        (stat.S_ISCHR, "a device"),
    )
    return next((word for test, word in kinds if test(mode)), "no regular file or folder")


def _most(shown: str) -> int:
    """Give how many bytes a file may have."""
    return LARGEST_ORIGINAL if shown.startswith("seeds/") and shown.lower().endswith(ORIGINALS) else LARGEST
