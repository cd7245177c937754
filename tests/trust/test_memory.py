"""What builds remember may be anybody's: lost, damaged, forged, full of links. It changes no site and no other file."""

import hashlib
import marshal
import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from _pytest.mark.structures import ParameterSet

from tests.trust import places
from tests.trust.places import CACHE, Place

OUTSIDE = "A file of the machine.\n"
NAMES = ("last-build.json", "memory", "templates", "mentions")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Give an archive that was built, and waits to be built again."""
    place = places.archive(tmp_path_factory.mktemp("begun") / "archive")
    place.write("site_src/archive.toml", 'title = "Harbour papers"\nexports = ["data"]\nsearch = "none"\n')
    for _ in range(2):
        assert place.build().returncode == 0
    assert {path.name for path in (place.root / CACHE).iterdir()} == {*NAMES}, "this test knows all files of the memory"
    place.write("site_src/pages/about.md", "# About\n\nWords.\n")
    return place


@pytest.fixture(scope="module")
def clean(begun: Place, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Give the same, built without any memory."""
    folder = tmp_path_factory.mktemp("clean") / "archive"
    shutil.copytree(begun.root, folder)
    shutil.rmtree(folder / CACHE)
    place = Place(root=folder)
    assert place.build().returncode == 0
    return place


@pytest.fixture
def place(begun: Place, tmp_path: Path) -> Place:
    """Give a copy of the archive, and a file outside it."""
    shutil.copytree(begun.root, tmp_path / "archive")
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/secret.txt").write_text(OUTSIDE)
    return Place(root=tmp_path / "archive")


def _is_sound(place: Place, clean: Place) -> None:
    """Build twice: the site is that of a clean build, and the file outside is as it was."""
    for _ in range(2):
        built = place.build(timeout=60)
        assert built.returncode == 0, built.stderr
        assert "Traceback" not in built.stderr
        assert place.held("dist", "site_src") == clean.held("dist", "site_src")
    secret = place.root.parent / "secret"
    assert [(path.name, path.read_text()) for path in secret.iterdir()] == [("secret.txt", OUTSIDE)]


QUICK = {("link", "memory"), ("link", "memory.new"), ("link", "mentions"), ("pipe", "memory"), ("pipe", "mentions")}
QUICK |= {("sealed code", "templates"), ("a bit", "memory"), ("cut", "mentions"), ("sealed depth", "memory")}
"""What `make test` tries of what `make test-all` tries."""


def _tried(kinds: Iterable[str], names: Iterable[str]) -> list[ParameterSet]:
    """Pair every kind with every name."""
    pairs = [(kind, name) for kind in kinds for name in names]
    return [pytest.param(*pair, marks=[] if pair in QUICK else [pytest.mark.full]) for pair in pairs]


@pytest.mark.parametrize(
    ("kind", "name"),
    _tried(("link", "pipe", "folder", "hard link"), (*NAMES, *(f"{name}.new" for name in NAMES))),
)
def test_nothing_is_read_or_written_through_what_is_no_file(place: Place, clean: Place, kind: str, name: str) -> None:
    """Links lead nowhere, pipes are not waited for, folders are let alone."""
    target = place.root / CACHE / name
    target.unlink(missing_ok=True)
    if kind == "link":
        target.symlink_to(place.root.parent / "secret/secret.txt")
    elif kind == "pipe":
        os.mkfifo(target)
    elif kind == "folder":
        target.mkdir()
    elif name == "mentions":
        pytest.skip("what has two names is one file, and whoever gave it the second could write it before")
    else:
        os.link(place.root.parent / "secret/secret.txt", target)

    _is_sound(place, clean)


@pytest.mark.parametrize("kind", ["link", "file", "pipe"])
def test_a_memory_that_is_no_folder_is_none(place: Place, clean: Place, kind: str) -> None:
    """Nothing is kept in a folder that lies somewhere else."""
    shutil.rmtree(place.root / CACHE)
    if kind == "link":
        (place.root / CACHE).symlink_to(place.root.parent / "secret")
    elif kind == "file":
        (place.root / CACHE).write_text(OUTSIDE)
    else:
        os.mkfifo(place.root / CACHE)

    _is_sound(place, clean)


def _sealed(content: bytes) -> bytes:
    """Seal words as anybody can who has read the program."""
    return hashlib.sha256(content).hexdigest().encode() + b"\n" + content


CODE = compile("open('run', 'w')", "x", "exec")
FORGED: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "one line": lambda _: b"words\n",
    "cut": lambda content: content[: len(content) // 2],
    "a bit": lambda content: content[:-9] + bytes([content[-9] ^ 4]) + content[-8:],
    "zeroes": lambda content: b"\0" * len(content),
    "sealed nonsense": lambda _: _sealed(b"\xff" * 1000),
    "sealed depth": lambda _: _sealed(b"(\x01\0\0\0" * 100_000),
    "sealed size": lambda _: _sealed(b"(\xff\xff\xff\x7f"),
    "sealed code": lambda _: _sealed(marshal.dumps(("x", {"base.html": (CODE, "x")}))),
    "sealed JSON": lambda _: _sealed(b'{"key": "x", "said": {"summary": {}, "problems": []}}'),
    "large": lambda content: content * 2000,
}


@pytest.mark.parametrize(("how", "name"), _tried(FORGED, NAMES))
def test_a_forged_memory_is_as_good_as_none(place: Place, clean: Place, how: str, name: str) -> None:
    """Whatever its bytes are: no other site, no fault, nothing of it runs."""
    target = place.root / CACHE / name
    target.write_bytes(FORGED[how](target.read_bytes()))

    _is_sound(place, clean)
    assert not Path("run").exists()
    assert not (place.root / "run").exists()


def test_the_memory_of_another_archive_changes_nothing(place: Place, clean: Place, tmp_path: Path) -> None:
    """Copied with the folder, as an archive that is sent is."""
    other = places.archive(tmp_path / "other", {"x.txt": b"Another paper\n\nOther words.\n"})
    for _ in range(2):
        assert other.build().returncode == 0
    shutil.rmtree(place.root / CACHE)
    shutil.copytree(other.root / CACHE, place.root / CACHE)

    _is_sound(place, clean)
