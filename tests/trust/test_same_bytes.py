"""The same archive gives the same bytes: whoever builds it, where, how often, after whatever happened."""

import os
import shutil
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.trust import places, tally
from tests.trust.places import Place

BASE = ("--base-url", "https://example.org/archive/")


def _filled(place: Place) -> Place:
    """Copy the shipped archive's seeds and sources into a place."""
    for name in ("seeds", "site_src"):
        shutil.copytree(ROOT / name, place.root / name, dirs_exist_ok=True)
    return place


def _modes(place: Place) -> list[tuple[str, int]]:
    """List the modes of everything that is published."""
    dist = place.root / "dist"
    found = [(path.relative_to(dist).as_posix(), stat.S_IMODE(path.stat().st_mode)) for path in sorted(dist.rglob("*"))]
    return [("", stat.S_IMODE(dist.stat().st_mode)), *found]


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Give the shipped archive, built in the usual way."""
    place = _filled(Place(root=tmp_path_factory.mktemp("usual") / "archive"))
    assert place.build(*BASE).returncode == 0
    return place


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Give the shipped archive, not built yet."""
    return _filled(Place(root=tmp_path / "archive"))


def _is_the_same(place: Place, usual: Place) -> None:
    tally.count("sites of the shipped archive compared byte for byte")
    assert place.held("dist") == usual.held("dist")
    assert place.held("site_src") == usual.held("site_src")
    assert _modes(place) == _modes(usual)


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "4242"},
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "America/St_Johns", "SOURCE_DATE_EPOCH": "0"},
        {"LC_ALL": "C"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"},
        {"HOME": "/nowhere", "USER": "nobody", "COLUMNS": "20", "TERM": "dumb"},
        {"PYTHONOPTIMIZE": "1"},
        {"PYTHONOPTIMIZE": "2", "PYTHONHASHSEED": "7"},
        {"LC_ALL": "xx_XX.UTF-8", "LANGUAGE": "xx"},
        {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONNOUSERSITE": "1"},
    ],
    ids=lambda environment: " ".join(f"{key}={value}" for key, value in environment.items()),
)
def test_the_environment_changes_nothing(place: Place, usual: Place, environment: dict[str, str]) -> None:
    """Hash seed, zone, locale, user, terminal: all one."""
    assert place.build(*BASE, **environment).returncode == 0

    _is_the_same(place, usual)


@pytest.mark.parametrize("umask", [0o000, 0o077, 0o027])
def test_the_umask_changes_nothing(place: Place, usual: Place, umask: int) -> None:
    """Published files can be read by a web server, whoever built them."""
    old = os.umask(umask)
    try:
        assert place.build(*BASE).returncode == 0
    finally:
        os.umask(old)

    _is_the_same(place, usual)


@pytest.mark.parametrize("jobs", ["1", "2", "7"])
def test_the_number_of_jobs_changes_nothing(place: Place, usual: Place, jobs: str) -> None:
    """However many processes work."""
    assert place.build(*BASE, "--jobs", jobs).returncode == 0

    _is_the_same(place, usual)


def test_the_folder_changes_nothing(tmp_path: Path, usual: Place) -> None:
    """Nor its name, nor from where it is named, nor that it lies behind a link."""
    elsewhere = _filled(Place(root=tmp_path / "Ünusual näme, with spaces & 'signs'"))
    (tmp_path / "link").symlink_to(elsewhere.root)
    command = [sys.executable, str(ROOT / "build.py"), *BASE, "--root", "link"]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: S603 our own words

    assert told.returncode == 0, told.stderr
    _is_the_same(elsewhere, usual)


@pytest.fixture(scope="module")
def turkish(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give a locale in which i has another capital, made for this test, or skip where it cannot be made."""
    folder = tmp_path_factory.mktemp("locales")
    command = ["localedef", "-i", "tr_TR", "-f", "UTF-8", str(folder / "tr_TR.UTF-8")]
    try:
        made = subprocess.run(command, capture_output=True, check=False).returncode  # noqa: S603 our own words
    except FileNotFoundError:
        made = 4
    if made > 1:  # 1 is a warning
        pytest.skip("this machine has no sources of locales")
    return {"LOCPATH": str(folder), "LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"}


def test_a_locale_with_other_capitals_changes_nothing(place: Place, usual: Place, turkish: dict[str, str]) -> None:
    """Names sort and fold as they do everywhere."""
    assert place.build(*BASE, **turkish).returncode == 0

    _is_the_same(place, usual)


@pytest.mark.parametrize("days", [-20_000, 4_000])
def test_another_machine_gives_the_same(place: Place, usual: Place, days: int) -> None:
    """Its clock is decades off, it lists folders in another order, its user and its name are others."""
    command = [sys.executable, "-m", "tests.trust.elsewhere", str(days), *BASE, "--root", str(place.root)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 our own words

    assert told.returncode == 0, told.stderr
    _is_the_same(place, usual)


def test_another_file_system_gives_the_same(usual: Place) -> None:
    """In memory, names are listed in an order of their own and times are finer."""
    if not os.path.isdir("/dev/shm"):  # noqa: S108 a file system that is not that of the disk
        pytest.skip("this machine has no file system in memory")
    with tempfile.TemporaryDirectory(dir="/dev/shm") as name:
        place = _filled(Place(root=Path(name) / "archive"))

        assert place.build(*BASE).returncode == 0
        _is_the_same(place, usual)


def test_a_fresh_clone_gives_the_same(place: Place, usual: Place, tmp_path: Path) -> None:
    """Version control keeps bytes and nothing else; that is enough."""
    git = ["git", "-c", "user.name=E", "-c", "user.email=e@example.org"]
    place.write(".gitattributes", (ROOT / ".gitattributes").read_bytes())
    for words in (["init", "-q", "."], ["add", "."], ["commit", "-q", "-m", "All"]):
        subprocess.run([*git, *words], cwd=place.root, check=True, capture_output=True)  # noqa: S603 our own words
    subprocess.run([*git, "clone", "-q", str(place.root), str(tmp_path / "clone")], check=True, capture_output=True)  # noqa: S603
    clone = Place(root=tmp_path / "clone")

    assert clone.build(*BASE).returncode == 0
    _is_the_same(clone, usual)


def test_an_output_folder_elsewhere_holds_the_same(place: Place, usual: Place, tmp_path: Path) -> None:
    """`--out` names a place and nothing else."""
    assert place.build(*BASE, "--out", str(tmp_path / "public/site")).returncode == 0

    published = Place(root=tmp_path / "public").held("site")
    assert {path.removeprefix("site/"): content for path, content in published.items()} == {
        path.removeprefix("dist/"): content for path, content in usual.held("dist").items()
    }


def test_the_order_of_files_changes_nothing(tmp_path: Path, usual: Place) -> None:
    """A system lists files in any order: here they are made in reverse, with other times."""
    place = Place(root=tmp_path / "archive")
    held = Place(root=ROOT).held("seeds", "site_src")
    for number, path in enumerate(sorted(held, reverse=True)):
        os.utime(place.write(path, held[path]), (number * 10_000, number * 10_000))

    assert place.build(*BASE).returncode == 0
    _is_the_same(place, usual)


def test_another_user_builds_the_same(usual: Place) -> None:
    """Without rights of any kind."""
    if os.getuid():
        pytest.skip("only root can become another user")
    with tempfile.TemporaryDirectory(prefix="muniment-test-") as name:
        os.chmod(name, 0o777)  # noqa: S103 another user has to build in it
        place = _filled(Place(root=Path(name) / "archive"))
        for path in (place.root, *place.root.rglob("*")):
            os.chown(path, 65534, 65534)
        command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", sys.executable, "-B"]
        command += [str(ROOT / "build.py"), *BASE, "--root", str(place.root)]
        told = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 our own words

        assert told.returncode == 0, told.stderr
        _is_the_same(place, usual)


def test_a_second_pass_changes_nothing(place: Place, usual: Place) -> None:
    """Building again, with the memory of the last build and without it, gives what was there."""
    for _ in range(2):
        assert place.build(*BASE).returncode == 0
        _is_the_same(place, usual)
    shutil.rmtree(place.root / places.CACHE, ignore_errors=True)
    assert place.build(*BASE).returncode == 0
    _is_the_same(place, usual)


def test_drafting_is_the_same_everywhere(tmp_path: Path) -> None:
    """From seeds alone, under other hash seeds and locales, drafts and registries are the same, and so is the site."""
    built = []
    for number, environment in enumerate(
        ({"PYTHONHASHSEED": "1"}, {"PYTHONHASHSEED": "2", "LC_ALL": "C", "TZ": "Asia/Tokyo"})
    ):
        place = Place(root=tmp_path / str(number) / "archive")
        shutil.copytree(ROOT / "seeds", place.root / "seeds")
        assert place.build(**environment).returncode == 0
        built.append(place.held("site_src", "dist"))

    assert built[0] == built[1]


STEPS: tuple[tuple[str, Callable[[Place], object]], ...] = (
    (
        "a seed comes",
        lambda place: place.write("seeds/new.txt", "A new paper\n\nIt is about Norway and the harbour.\n"),
    ),
    ("a page comes", lambda place: place.write("site_src/pages/more.md", "# More\n\nWords.\n")),
    ("a page changes", lambda place: place.write("site_src/pages/more.md", "# Still more\n\nOther words.\n")),
    (
        "a template comes",
        lambda place: place.write("templates/text.html", (ROOT / "templates/text.html").read_bytes() + b"\n"),
    ),
    ("a style changes", lambda place: place.write("static/site.css", "body { color: black }\n")),
    (
        "a seed changes",
        lambda place: place.write("seeds/new.txt", "A new paper\n\nIt is about Sweden and the harbour.\n"),
    ),
    ("a template goes", lambda place: (place.root / "templates/text.html").unlink()),
    ("a mistake comes", lambda place: place.write("site_src/pages/Bad Name.md", "# Bad\n")),
    ("a mistake goes", lambda place: (place.root / "site_src/pages/Bad Name.md").unlink()),
    ("a page goes", lambda place: (place.root / "site_src/pages/more.md").unlink()),
    ("an edition is edited", lambda place: _append(place, "new-paper", "\n")),
    ("the site is damaged", lambda place: (place.root / "dist/index.html").write_bytes(b"")),
    ("a file of the site goes", lambda place: (place.root / "dist/timeline.html").unlink()),
)
"""What happens to an archive in the course of time."""


def _append(place: Place, word: str, text: str) -> None:
    edition = place.edition(word)
    edition.write_bytes(edition.read_bytes() + text.encode())


@pytest.mark.parametrize("steps", [STEPS[:4], pytest.param(STEPS, marks=pytest.mark.full)], ids=["some", "all"])
def test_after_any_history_a_build_equals_a_clean_one(
    place: Place, tmp_path: Path, steps: tuple[tuple[str, Callable[[Place], object]], ...]
) -> None:
    """Built after each step, the site is that of a fresh copy of the same seeds and sources, without any memory."""
    assert place.build(*BASE).returncode == 0
    for number, (name, step) in enumerate(steps):
        step(place)
        status = place.build(*BASE).returncode
        fresh = Place(root=tmp_path / str(number) / "archive")
        for folder in ("seeds", "site_src", "templates", "static"):
            if (place.root / folder).exists():
                shutil.copytree(place.root / folder, fresh.root / folder)
        assert fresh.build(*BASE).returncode == status, name
        if status == 0:
            assert fresh.held("dist") == place.held("dist"), name
            assert fresh.held("site_src") == place.held("site_src"), name
