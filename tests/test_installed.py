"""The program as it is installed: a wheel is built, put into an empty environment, and used far from its repository.

The environment holds the wheel and the packages that requirements.run.lock names, each linked from the environment of
the tests: nothing is fetched, and nothing else is there to lean on.
"""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from importlib import metadata
from pathlib import Path

import pytest

from muniment import __version__
from tests.conftest import ROOT
from tests.walkthrough import Reader

_LOCKED = re.compile(r"^([\w.-]+)==([\w.]+)", re.MULTILINE)
IDENTITY = ("-c", "user.name=E. Ditor", "-c", "user.email=e@example.org")
_LONGEST = 300
"""Seconds a command may take on a busy machine."""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    _pip("wheel", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def commands(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel beside the packages it says it needs; give the folder of commands."""
    home = tmp_path_factory.mktemp("installed") / "environment"
    _run(sys.executable, "-m", "venv", "--without-pip", str(home))
    python = str(home / "bin/python")
    site = Path(_run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    for name, version in _LOCKED.findall((ROOT / "requirements.run.lock").read_text("utf-8")):
        held = metadata.distribution(name)
        assert held.version == version, f"{name} is not there as requirements.run.lock has it"
        for top in sorted({file.parts[0] for file in held.files or ()} - {"..", "__pycache__"}):
            (site / top).symlink_to(Path(str(held.locate_file(top))).resolve())
    _pip("--python", python, "install", "--no-deps", "--no-index", str(wheel))
    _pip("--python", python, "check")
    return home / "bin"


def test_the_wheel_holds_the_program_and_what_it_reads(wheel: Path) -> None:
    """Every file of the package, the templates and the static files; no test, and nothing that a machine left."""
    files = [
        path.relative_to(ROOT).as_posix()
        for top in ("muniment", "templates", "static")
        for path in (ROOT / top).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    ]
    with zipfile.ZipFile(wheel) as archive:
        held = [name for name in archive.namelist() if ".dist-info/" not in name]

    moved = (re.sub(r"^(templates|static)/", r"muniment/site/\1/", path) for path in files)
    assert sorted(held) == sorted([*moved, "muniment/site/pages.yml"])


def test_an_installed_program_makes_the_same_site(commands: Path, tmp_path: Path) -> None:
    """Loaded from its own environment it begins an archive, and builds of it what the checkout builds, to the byte."""
    environment = _environment(commands, tmp_path)
    archive = tmp_path / "reading-room"

    where = _run("python", "-c", "import muniment; print(muniment.__file__)", at=tmp_path, environment=environment)
    assert Path(where.strip()).is_relative_to(commands.parent)
    assert __version__ in _run("muniment", "--version", at=tmp_path, environment=environment)
    assert "muniment explain" in _run("muniment", "--help", at=tmp_path, environment=environment)
    _run("muniment", "new", "reading-room", at=tmp_path, environment=environment)
    _run("muniment", at=archive, environment=environment)
    _run(sys.executable, str(ROOT / "build.py"), "--root", str(archive), "--out", str(tmp_path / "other"))

    assert (archive / "dist/manifest-sha256.txt").read_bytes() == (tmp_path / "other/manifest-sha256.txt").read_bytes()
    for words in (("check", "--dist"), ("schemas",), ("words", "fr"), ("explain", "E-007"), ("doctor",), ("clean",)):
        assert _run("muniment", *words, at=archive, environment=environment)
    assert _run("python", "-m", "muniment", "build", at=archive, environment=environment)


def test_the_tutorial_holds_for_an_installed_program(commands: Path, tmp_path: Path) -> None:
    """Whoever installs the program and follows the tutorial, preview and all, has a site."""
    folder = tmp_path / "home/work"
    folder.mkdir(parents=True)
    reader = Reader(folder, commands)

    reader.follow((ROOT / "docs/tutorial.md").read_text("utf-8"))

    assert (reader.folder / "dist/timeline.html").is_file()


def test_a_copy_of_the_template_becomes_an_archive_of_ones_own(commands: Path, tmp_path: Path) -> None:
    """The how-to is followed in a fresh copy: the site is the new archive's, and pip can install what is left."""
    copy = tmp_path / "home/mine"
    left = shutil.ignore_patterns(".git", ".venv", "dist", "__pycache__", ".*cache", ".hypothesis", ".dist.*")
    shutil.copytree(ROOT, copy, ignore=left)
    for words in (("init", "--quiet"), ("add", "."), ("commit", "--quiet", "--message", "x")):
        _run("git", *IDENTITY, *words, at=copy)
    for name, value in (("user.name", "E. Ditor"), ("user.email", "e@example.org")):
        _run("git", "config", name, value, at=copy)
    reader = Reader(copy, commands)

    reader.follow((ROOT / "docs/how-to/template.md").read_text("utf-8"))

    assert "The Lindal Reading Room" in (copy / "dist/index.html").read_text("utf-8")
    assert sorted(path.name for path in (copy / "seeds").iterdir()) == ["example-minutes.txt"]
    assert _run("git", "status", "--porcelain", at=copy) == ""
    _pip("wheel", "--no-deps", "--no-index", "--no-build-isolation", "--wheel-dir", str(tmp_path / "wheel"), str(copy))


def _environment(commands: Path, home: Path) -> dict[str, str]:
    """Give the environment of somebody whose shell knows the installed program and nothing of the repository."""
    return {"PATH": f"{commands}{os.pathsep}{os.environ['PATH']}", "HOME": str(home), "LC_ALL": "C.UTF-8"}


def _pip(*words: str) -> str:
    """Give pip a command; it knows no index."""
    environment = {**os.environ, "PIP_CONFIG_FILE": os.devnull, "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    return _run(sys.executable, "-m", "pip", *words, environment=environment)


def _run(*words: str, at: Path = ROOT, environment: dict[str, str] | None = None) -> str:
    """Run a command that has to succeed; give what it prints."""
    done = subprocess.run(  # noqa: S603 our own words
        ["/usr/bin/env", *words],
        cwd=at,
        env=environment or {**os.environ},
        capture_output=True,
        encoding="utf-8",
        timeout=_LONGEST,
        check=False,
    )
    assert done.returncode == 0, f"{words}\n{done.stdout}{done.stderr}"
    return done.stdout
