"""The output folder is refused, with its reason, wherever publishing could cost somebody a file; nothing is touched."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from muniment import cli, disk
from muniment.model import Asset, Problem
from tests.conftest import ROOT
from tests.trust import places, tally
from tests.trust.places import Place

SOURCES = ("seeds", "site_src", "templates", "static", ".git")
Prepared = Callable[[Place], Path]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Give an archive that was published once, with a folder of every kind, and a seed that waits to be drafted."""
    places.remember()
    place = places.archive(tmp_path_factory.mktemp("begun") / "archive")
    place.write("templates/mine.html", "<p>Mine.</p>\n")
    place.write("static/mine.txt", "Mine.\n")
    place.write(".git/HEAD", "ref: refs/heads/main\n")
    assert cli.main(["--root", str(place.root), "-q"]) == 0
    place.write("seeds/new.txt", "A new paper\n\nIt is about the harbour.\n")
    return place


@pytest.fixture
def place(begun: Place, tmp_path: Path) -> Place:
    """Give a copy of it."""
    shutil.copytree(begun.root, tmp_path / "archive")
    return Place(root=tmp_path / "archive")


def _link(name: str, target: str) -> Prepared:
    def prepared(place: Place) -> Path:
        (place.root / name).symlink_to(target)
        return place.root / name

    return prepared


def _behind_a_link(place: Place) -> Path:
    (place.root / "alias").symlink_to("seeds")
    return place.root / "alias/site"


def _pipe(place: Place) -> Path:
    os.mkfifo(place.root / "pipe")
    return place.root / "pipe"


def _holding(name: str, content: str = "Mine.") -> Prepared:
    """Put a file into a folder of no site."""

    def prepared(place: Place) -> Path:
        place.write(f"public/{name}", content)
        return place.root / "public"

    return prepared


def _among(name: str) -> Prepared:
    """Put a file among the published ones."""

    def prepared(place: Place) -> Path:
        place.write(f"dist/{name}", "Mine.")
        return place.root / "dist"

    return prepared


def _link_among(place: Place) -> Path:
    (place.root / "dist/mine").symlink_to(place.root / "seeds")
    return place.root / "dist"


def _folder_in_place_of_a_page(place: Place) -> Path:
    (place.root / "dist/timeline.html").unlink()
    place.write("dist/timeline.html/mine.txt", "Mine.")
    return place.root / "dist"


def _without_manifest(place: Place) -> Path:
    (place.root / "dist/manifest-sha256.txt").unlink()
    return place.root / "dist"


def _with_another_manifest(place: Place) -> Path:
    (place.root / "dist/manifest-sha256.txt").write_text("not a manifest\n")
    return place.root / "dist"


def _beside(place: Place) -> Path:
    place.write(".site.next/mine.txt", "Mine.")
    return place.root / "site"


REFUSED: dict[str, tuple[Prepared, str, str]] = {
    **{f"is {name}": (lambda place, name=name: place.root / name, "W-002", name) for name in SOURCES},  # type: ignore[misc]
    **{f"lies in {name}": (lambda place, name=name: place.root / name / "a/b", "W-002", name) for name in SOURCES},  # type: ignore[misc]
    "is the archive": (lambda place: place.root, "W-002", "sources"),
    "holds the archive": (lambda place: place.root.parent, "W-002", "sources"),
    "is the program": (lambda _: ROOT, "W-002", "muniment"),
    "lies in the program": (lambda _: ROOT / "muniment/site-of-a-test", "W-002", "muniment"),
    "goes round to the sources": (lambda place: place.root / "dist/../seeds", "W-002", "seeds"),
    "lies behind a link in the sources": (_behind_a_link, "W-002", "seeds"),
    "a link to nothing": (_link("site", "nothing"), "W-001", "is a link"),
    "a link to a site": (_link("site", "dist"), "W-001", "is a link"),
    "a link to the sources": (_link("site", "seeds"), "W-001", "is a link"),
    "a link to itself": (_link("site", "site"), "W-001", "is a link"),
    "a file": (lambda place: place.write("site", "Mine."), "W-001", "is not a folder"),
    "a pipe": (_pipe, "W-001", "is not a folder"),
    "below a file": (lambda place: place.write("public", "Mine.") / "site", "W-005", "writing failed"),
    "holds a file": (_holding("mine.txt"), "W-003", "no manifest"),
    "holds a hidden file": (_holding(".mine"), "W-003", "no manifest"),
    "holds a deep file": (_holding("a/b/c/mine.txt"), "W-003", "no manifest"),
    "holds an index of somebody": (_holding("index.html"), "W-003", "no manifest"),
    "a site without its manifest": (_without_manifest, "W-003", "no manifest"),
    "a site with another manifest": (_with_another_manifest, "W-003", "no manifest"),
    "a site with a file": (_among("mine.txt"), "W-004", "mine.txt"),
    "a site with a hidden file": (_among(".htaccess"), "W-004", ".htaccess"),
    "a site with a file in a folder": (_among("documents/mine.txt"), "W-004", "documents/mine.txt"),
    "a site with a folder": (_among("mine/mine.txt"), "W-004", "mine/mine.txt"),
    "a site with a link": (_link_among, "W-004", "mine"),
    "a site with a folder for a page": (_folder_in_place_of_a_page, "W-004", "timeline.html/mine.txt"),
    "beside a stranger of our name": (_beside, "W-012", ".site.next"),
}
"""What the folder is → (how it comes to be so, code, words of the reason)."""


@pytest.mark.parametrize("what", REFUSED)
def test_a_folder_that_could_cost_somebody_a_file_is_refused(
    place: Place, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One message with its reason; nothing is published, and every file as it was.

    What is seen at once keeps the waiting seed from being drafted too; what is seen while publishing does not.
    """
    prepare, code, words = REFUSED[what]
    out = prepare(place)
    before, names = place.held("."), place.names()

    assert cli.main(["--root", str(place.root), "--out", str(out), "-q"]) == 1
    told = capsys.readouterr().err
    assert f": {code} " in told
    assert words in told
    assert "Traceback" not in told
    after = place.held(".")
    added = [path for path in after if path not in before]
    assert {path: after.get(path) for path in before} == before
    assert [path for path in added if code not in ("W-005", "W-012") or "a-new-paper" not in path] == []
    assert place.names() == names
    tally.count("output folders refused")
    assert not (ROOT / "muniment/site-of-a-test").exists()


@pytest.mark.parametrize(
    "prepare",
    [
        lambda place: place.root / "public/site",
        lambda place: (place.root / "public").mkdir() or place.root / "public",
        lambda place: place.root / "seeds-and-more",
        lambda place: place.root.parent / "elsewhere",
        lambda place: (place.root / "public").mkdir() or _link("alias", "public")(place) / "site",
        lambda place: place.root / "dist",
    ],
    ids=["not there yet", "empty", "named alike", "outside", "behind a harmless link", "the site"],
)
def test_a_folder_that_is_nobodys_is_used(place: Place, prepare: Prepared) -> None:
    """The near misses of all those refusals."""
    assert cli.main(["--root", str(place.root), "--out", str(prepare(place)), "-q"]) == 0


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[..., Path]]:
    """Mount folders for one test."""
    points: list[Path] = []

    def mount(*words: str, on: str = "mounted") -> Path:
        point = tmp_path / on
        point.mkdir(exist_ok=True)
        command = ["mount", *words, str(point)]
        if subprocess.run(command, capture_output=True, check=False).returncode:  # noqa: S603 our own words
            pytest.skip("mounting is not allowed here")
        points.append(point)
        return point

    yield mount
    for point in reversed(points):
        subprocess.run(["umount", str(point)], check=True)  # noqa: S603, S607 our own words


@pytest.mark.parametrize("kind", ["a file system", "the sources a second time"])
def test_a_mount_point_is_refused(
    place: Place, mounted: Callable[..., Path], kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """It cannot change names with another folder; and it may be the sources under another name."""
    if kind == "a file system":
        out = mounted("-t", "tmpfs", "-o", "size=1000k", "tmpfs")
    else:
        out = mounted("--bind", str(place.root / "seeds"))
    before = place.held(".")

    assert cli.main(["--root", str(place.root), "--out", str(out), "-q"]) == 1
    assert "mount point" in capsys.readouterr().err
    assert place.held(".") == before


@pytest.mark.parametrize("closed", ["archive", "archive/dist", "archive/site_src", "archive/seeds"])
def test_folders_that_may_only_be_read(
    place: Place, mounted: Callable[..., Path], tmp_path: Path, closed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whichever part cannot be written: the old site or the whole new one, and no file of a person less."""
    digest = place.digest("dist")
    mounted("--bind", str(tmp_path / closed), on=closed)
    subprocess.run(  # noqa: S603 our own words
        ["mount", "-o", "remount,ro,bind", str(tmp_path / closed)],  # noqa: S607 the system's own
        check=True,
        capture_output=True,
    )
    before = place.held("seeds", "site_src", "static", "templates")

    status = cli.main(["--root", str(place.root), "-q"])
    told = capsys.readouterr().err

    after = place.held("seeds", "site_src", "static", "templates")
    assert {path: after.get(path) for path in before} == before
    assert "Traceback" not in told
    assert (status, place.digest("dist") == digest) in ((1, True), (0, False)), told
    assert status == 0 or ": W-0" in told
    assert (closed == "archive/seeds") == (status == 0)


def test_a_disk_without_room_for_another_name(
    place: Place, mounted: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """There are bytes left, and no place for one more file: a message, and the old site."""
    names = sum(1 for _ in place.root.rglob("*"))
    disk = mounted("-t", "tmpfs", "-o", f"size=100m,nr_inodes={names + 20}", "tmpfs")
    shutil.copytree(place.root, disk / "archive")
    full = Place(root=disk / "archive")
    before = full.held("dist", "seeds")

    assert cli.main(["--root", str(full.root), "-q"]) == 1
    assert "No space left" in capsys.readouterr().err
    assert full.held("dist", "seeds") == before
    assert full.names() == place.names()


EXCHANGING = """
import pathlib, sys
from muniment.disk import system
out, other = map(pathlib.Path, sys.argv[1:])
print("ready", flush=True)
while True:
    with system.alone(out.parent):
        assert system.exchange(other, out)
"""
"""Puts one site in the place of the other, as publishing does, until it is killed."""


def test_a_site_that_changes_meanwhile_is_no_strangers(tmp_path: Path) -> None:
    """Another build exchanges the site again and again: its files are never taken for somebody's, nor for altered."""
    out, other = tmp_path / "dist", tmp_path / "other"
    for folder in (out, other):
        files = [Asset(path=path, content=b"") for path in (".nojekyll", "index.html", f"{folder.name}.html")]
        listed = "".join(f"{hashlib.sha256(b'').hexdigest()}  {file.path}\n" for file in files)
        disk.publish(tmp_path, folder, (*files, Asset(path=disk.MANIFEST, content=listed.encode())))
    command = [sys.executable, "-c", EXCHANGING, str(out), str(other)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as publisher:  # noqa: S603 our own
        assert publisher.stdout is not None
        publisher.stdout.readline()
        try:
            found: list[Problem] = []
            changes, stood = 0, 0
            while changes < 100 and publisher.poll() is None:
                changes += stood != (stood := out.stat().st_ino)
                disk.refuse(tmp_path, out)
                found += disk.verify(out)
        finally:
            publisher.kill()

    assert (found, changes) == ([], 100)
