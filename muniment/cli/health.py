"""A machine and a folder → a list of findings, each in order, to be looked at, or bad; mends nothing.

Knows nothing of texts: whether the archive is right, `check` says.
"""

import locale
import os
import platform
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from muniment import __version__
from muniment.cli import calling
from muniment.cli.choices import Choices
from muniment.cli.summary import counted

OLDEST = (3, 11)
READERS = (("Word documents", "docx", "python-docx"), ("PDF", "pypdf", "pypdf"))
"""Kinds of file that only an extra reads: what people call them, the module, and what pip calls it."""
_NEED = re.compile(r"([A-Za-z0-9._-]+)(?:\[[^]]*\])?\s*((?:[<>=!~]=?[^;\s]+)?)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that was looked at."""

    what: str
    state: str
    """`ok`, `look` (work goes on, but somebody should look) or `bad`."""
    said: str
    remedy: str = ""
    """What to do; empty where nothing is to be done."""


def findings(choices: Choices) -> tuple[Finding, ...]:
    """Look at everything, in the order in which it is printed."""
    return tuple(finding for look in LOOKS for finding in look(choices))


def _program(_: Choices) -> Iterator[Finding]:
    where = Path(__file__).resolve().parent.parent.parent
    yield Finding(what="muniment", state="ok", said=f"{__version__}, called as {calling.name()}, in {where}")


def _python(_: Choices) -> Iterator[Finding]:
    said = f"{platform.python_version()} ({platform.python_implementation()}, {platform.system()} {platform.machine()})"
    is_new = sys.version_info[:2] >= OLDEST
    remedy = "" if is_new else "Install Python 3.11 or newer."
    yield Finding(what="Python", state="ok" if is_new else "bad", said=said, remedy=remedy)


def _libraries(_: Choices) -> Iterator[Finding]:
    """Hold the libraries that are installed against those that are asked for."""
    needed = _needed()
    wrong = []
    for name, wanted in needed:
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            wrong.append(f"{name} is missing")
            continue
        if not _fits(version, wanted):
            wrong.append(f"{name} is {version}, not {wanted}")
    remedy = "Install them as the README says." if wrong else ""
    listed = ", ".join(f"{name} {metadata.version(name)}" for name, _ in needed[:4]) if not wrong else "; ".join(wrong)
    more = f" and {len(needed) - 4} more" if not wrong and len(needed) > 4 else ""
    yield Finding(what="libraries", state="bad" if wrong else "ok", said=f"{listed}{more}", remedy=remedy)
    try:
        yield Finding(what="Pagefind", state="ok", said=f'{metadata.version("pagefind")}, for search = "pagefind"')
    except metadata.PackageNotFoundError:
        yield Finding(what="Pagefind", state="ok", said='not installed; only search = "pagefind" needs it')
    yield Finding(what="readers", state="ok", said="plain text, web pages" + "".join(map(_reader, READERS)))
    yield Finding(what="browser", state="ok", said="not needed to build; any will do to look at the site")


def _reader(reader: tuple[str, str, str]) -> str:
    """Say whether a kind of file can be read."""
    kind, module, wanted = reader
    return f", {kind}" if find_spec(module) else f"; {kind} not, for want of {wanted}"


def _needed() -> list[tuple[str, str]]:
    """List what the program asks for: as it was installed, or as its own folder says."""
    own = Path(__file__).resolve().parent.parent.parent / "pyproject.toml"
    if own.is_file():
        listed = tomllib.loads(own.read_text("utf-8"))["project"]["dependencies"]
    else:
        listed = [each for each in metadata.requires("muniment") or [] if "extra ==" not in each]
    return [(match[1], match[2]) for each in listed if (match := _NEED.match(each))]


def _fits(version: str, wanted: str) -> bool:
    """Say whether a version is within bounds; of its parts the numbers count."""
    for bound in wanted.split(",") if wanted else ():
        sign, number = re.match(r"([<>=!~]+)(.*)", bound.strip()).groups()  # type: ignore[union-attr] # as _NEED has it
        have, ask = _numbers(version), _numbers(number)
        if (sign == ">=" and have < ask) or (sign == "<" and have >= ask) or (sign == "==" and have != ask):
            return False
    return True


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:4])


def _encodings(_: Choices) -> Iterator[Finding]:
    """Look whether names and letters come through."""
    names, words = sys.getfilesystemencoding(), sys.stdout.encoding or "none"
    said = f"file names {names}, terminal {words}, locale {locale.getlocale()[1] or 'C'}"
    is_unicode = {names.lower().replace("-", ""), words.lower().replace("-", "")} <= {"utf8"}
    remedy = "" if is_unicode else "Letters your terminal lacks are shown by number; set it to UTF-8 to see them."
    yield Finding(what="encodings", state="ok" if is_unicode else "look", said=said, remedy=remedy)


def _folder(choices: Choices) -> Iterator[Finding]:
    """Look whether the archive's folder holds one, and can be written."""
    seeds, documents = choices.root / "seeds", choices.root / "site_src/documents"
    has = seeds.is_dir() or documents.is_dir()
    held = f"{counted(_count(seeds), 'seed')}, {counted(_count(documents), 'edition')}"
    counts = held if has else "holds no archive: no folder seeds/"
    remedy = "" if has else f"Begin one with {calling.line('new', 'DIR')}, or name its folder with --root."
    yield Finding(
        what="archive", state="ok" if has else "look", said=f"{choices.root.resolve()}: {counts}", remedy=remedy
    )
    try:
        with tempfile.TemporaryFile(dir=choices.root):
            yield Finding(what="writing", state="ok", said=f"the folder can be written, {_room(choices.root)}")
    except OSError as error:
        said = f"the folder cannot be written: {error.strerror or error}"
        remedy = "Look at the permissions of the folder, and whether its disk is full or read only."
        yield Finding(what="writing", state="bad", said=said, remedy=remedy)


def _count(folder: Path) -> int:
    return sum(1 for each in folder.iterdir() if not each.name.startswith(".")) if folder.is_dir() else 0


def _room(folder: Path) -> str:
    """Say how much room the disk has."""
    import shutil

    return f"{shutil.disk_usage(folder).free / 1e9:,.1f} GB free"


def _exchange(choices: Choices) -> Iterator[Finding]:
    """Try whether two folders can be exchanged in one step, which is how a site is published."""
    from muniment.disk import system

    try:
        with tempfile.TemporaryDirectory(prefix=".muniment-", dir=choices.root) as name:
            one, other = Path(name) / "one", Path(name) / "other"
            one.mkdir()
            other.mkdir()
            can = system.exchange(one, other)
    except OSError:
        return
    said = "in one step" if can else "by two renames, because this file system cannot exchange folders"
    yield Finding(what="publishing", state="ok", said=said)


def _git(choices: Choices) -> Iterator[Finding]:
    """Look what git would do to the archive."""
    inside, refusal = _answered(choices.root, "rev-parse", "--is-inside-work-tree")
    if inside != "true" and refusal and "not a git repository" not in refusal:
        yield Finding(what="git", state="look", said=f"git says: {refusal}", remedy="Mend that, and ask again.")
        return
    if inside != "true":
        said = "not here" if inside is None else "the archive is not kept in git"
        yield Finding(what="git", state="look", said=said, remedy="git init keeps every version of your editions.")
        return
    changed = (_asked(choices.root, "status", "--porcelain", "--", "seeds", "site_src") or "").splitlines()
    branch = _asked(choices.root, "branch", "--show-current") or "no branch"
    said = f"branch {branch}, {counted(len(changed), 'file')} of seeds/ and site_src/ not committed"
    yield Finding(what="git", state="ok", said=said)
    converts = _asked(choices.root, "config", "core.autocrlf") in ("true", "input")
    guarded = _asked(choices.root, "check-attr", "text", "--", "seeds/x.txt") or ""
    if converts and not guarded.endswith("unset"):
        remedy = 'Put the line "seeds/** -text" into .gitattributes.'
        yield Finding(what="line ends", state="bad", said="git would change those of your seeds", remedy=remedy)


def _asked(root: Path, *words: str) -> str | None:
    """Ask git; none where there is no git."""
    return _answered(root, *words)[0]


def _answered(root: Path, *words: str) -> tuple[str | None, str]:
    """Ask git; give its answer, none where there is no git, and the first line of what it complains of."""
    try:
        asked = subprocess.run(  # noqa: S603 our own words
            ["git", *words],  # noqa: S607 whichever git the person uses
            cwd=root,
            capture_output=True,
            check=False,
            timeout=20,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None, ""
    said, complained = (each.decode("utf-8", "replace").strip() for each in (asked.stdout, asked.stderr))
    return said, complained.partition("\n")[0].removeprefix("fatal: ") if asked.returncode else ""


def _site(choices: Choices) -> Iterator[Finding]:
    """Look at the published site."""
    from muniment import disk

    try:
        made, left = disk.made_here(choices.root, choices.out)
    except disk.Refusal as refusal:
        from muniment.problems import report

        told = report(refusal.code, choices.out.as_posix(), **refusal.words)
        yield Finding(what="site", state="bad", said=told.message, remedy=told.hint)
        return
    if not made and not left:
        yield Finding(what="site", state="ok", said="not published yet")
        return
    state = "look" if left else "ok"
    said = f"{choices.out.as_posix()}: {len(made)} files as published"
    said += f", {len(left)} altered or not ours, such as {left[0][0]}" if left else ""
    remedy = f"See {calling.line('check', '--dist', root=choices.root.as_posix())}." if left else ""
    yield Finding(what="site", state=state, said=said, remedy=remedy)


def _memory(choices: Choices) -> Iterator[Finding]:
    """Look at the memory of the last build."""
    from muniment import cache

    folder = choices.root / cache.FOLDER
    if not os.path.lexists(folder):
        yield Finding(what="memory", state="ok", said="none yet; builds remember what has not changed")
        return
    if folder.is_symlink() or not folder.is_dir() or not os.access(folder, os.R_OK | os.W_OK):
        remedy = f"Remove {folder.as_posix()}: it can be made anew at any time."
        yield Finding(what="memory", state="look", said=f"{cache.FOLDER} cannot be used", remedy=remedy)
        return
    made = cache.made(choices.root)
    size = sum((folder / name).stat().st_size for name in made)
    yield Finding(what="memory", state="ok", said=f"{cache.FOLDER}: {len(made)} files, {size / 1000:,.0f} kB")


LOOKS: tuple[Callable[[Choices], Iterator[Finding]], ...] = (
    _program,
    _python,
    _libraries,
    _encodings,
    _folder,
    _exchange,
    _git,
    _site,
    _memory,
)
"""Everything that is looked at, in order."""
