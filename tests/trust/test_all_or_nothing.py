"""A build publishes the whole new site or leaves the old one, whatever kills it; a person's files are there either way.

Real kills, real full disks, real faults of the system; what a machine does not allow is skipped by name.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from muniment import cli
from tests.conftest import ROOT
from tests.trust import places, tally, tracer
from tests.trust.places import Place

SETTINGS = 'title = "Harbour papers"\nexports = ["data"]\nsearch = "none"\n'
"""A title, else it is the folder's name; and few files, since every call that makes one is tampered with."""


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give `before`: published once, then a seed changed, one added, one removed, an edition edited; `clean`: built."""
    folder = tmp_path_factory.mktemp("states")
    before = places.archive(folder / "before", {**places.SEEDS, "gone.txt": b"A note\n\nIt was withdrawn later.\n"})
    before.write("site_src/archive.toml", SETTINGS)
    assert before.build().returncode == 0
    (before.root / "seeds/gone.txt").unlink()
    before.edition("a-note").unlink()
    (registry,) = (path for path in (before.root / "site_src/anchors").iterdir() if "a-note" in path.name)
    registry.unlink()
    before.write("seeds/minutes.txt", places.MINUTES.replace("Nobody", "Everybody"))
    before.write("seeds/new.txt", "A new paper\n\nIt is about the harbour.\n")
    (letter,) = (
        path for path in (before.root / "site_src/documents").iterdir() if b"seed: letter" in path.read_bytes()
    )
    letter.write_bytes(re.sub(rb"(?m)^title: .*$", b"title: A letter, titled by hand", letter.read_bytes()))
    before.write("site_src/pages/about.md", "# About\n\nWritten by hand.\n")
    shutil.copytree(before.root, folder / "clean")
    clean = Place(root=folder / "clean")
    assert clean.build().returncode == 0
    assert clean.digest("dist") != before.digest("dist")
    return folder


@pytest.fixture
def place(states: Path, tmp_path: Path) -> Place:
    """Give a copy of the archive that waits to be built."""
    shutil.copytree(states / "before", tmp_path / "archive")
    return Place(root=tmp_path / "archive")


def _build(place: Place, *words: str) -> int:
    return cli.main(["--root", str(place.root), "-q", *words])


def _stands(place: Place, states: Path) -> str:
    digest = place.digest("dist")
    known = {Place(root=states / "before").digest("dist"): "old", Place(root=states / "clean").digest("dist"): "new"}
    return known.get(digest, "mixture")


def _mine(place: Place) -> dict[str, bytes]:
    return {path: content for path, content in place.held("seeds", "site_src").items() if b"by hand" in content}


def _is_healed(place: Place, states: Path) -> None:
    """Build plainly and compare with the clean build: same site, same sources, nothing beside."""
    clean = Place(root=states / "clean")
    assert _build(place) == 0
    assert _stands(place, states) == "new"
    assert place.held("site_src") == clean.held("site_src")
    assert place.names() == clean.names()


def _tampered(states: Path, first: int, step: int, how: str) -> list[dict[str, Any]]:
    """Run builds that are tampered with, and give what was seen of each."""
    command = [sys.executable, "-B", "-m", "tests.trust.killer", str(states), str(first), str(step), how]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 our own words
    assert told.returncode == 0, told.stderr[-2000:]
    shutil.rmtree(states / "place", ignore_errors=True)
    rows = [json.loads(line) for line in told.stdout.splitlines()]
    kinds = {"operations": "kills at file operations", "renames": "kills where folders cannot be exchanged"}
    kinds |= {"KILL": "kills at system calls"}
    other = "folders that vanished at a system call" if how.startswith("gone:") else "errors of system calls"
    tally.count(f"builds: {kinds.get(how, other)}", len(rows))
    return rows


def _are_sound(rows: list[dict[str, Any]], *, allowed: tuple[str, ...] = ("old", "new")) -> None:
    """Each left a whole site and a person's files; each was healed by a plain build, and left no litter then."""
    wrong = [
        row
        for row in rows
        if row["stood"] not in allowed or not row["kept"] or row["status"] or not row["healed"] or row["litter"]
    ]
    assert wrong == []
    for row in rows:
        assert (row["ended"], row["stood"]) in ((-9, row["stood"]), (0, "new"), (1, "old"), (1, "none")), row
        assert "Traceback" not in row["said"], row
        assert "fault of the program" not in row["said"], row
        assert row["ended"] != 1 or re.search(r": W-0\d\d ", row["said"]), row


def test_a_kill_at_a_sample_of_file_operations(states: Path) -> None:
    """Old site or new, never a mixture; a person's files kept; the next build heals all and equals a clean one."""
    rows = _tampered(states, 3, 61, "operations")

    _are_sound(rows)
    assert len(rows) > 5


@pytest.mark.full
@pytest.mark.parametrize("first", range(1, 9))
def test_a_kill_at_every_file_operation(states: Path, first: int) -> None:
    """The same at each operation; both sites are seen."""
    rows = _tampered(states, first, 8, "operations")

    _are_sound(rows)
    assert {row["stood"] for row in rows} == {"old", "new"}


@pytest.mark.full
@pytest.mark.parametrize("first", range(1, 9))
def test_a_kill_where_folders_cannot_be_exchanged(states: Path, first: int) -> None:
    """With two renames instead, the site is absent for one moment, and the next build puts things right."""
    _are_sound(_tampered(states, first, 8, "renames"), allowed=("old", "new", "none"))


NO_TRACER = "tampering with system calls needs Linux on x86-64, which this machine is not"
traced = pytest.mark.skipif(not tracer.IS_POSSIBLE, reason=NO_TRACER)
SAMPLED = (("KILL", 7, 31), ("ENOSPC", 20, 67), ("EIO+", 11, 83))


@traced
@pytest.mark.parametrize(("how", "first", "step"), SAMPLED)
def test_faults_at_a_sample_of_system_calls(states: Path, how: str, first: int, step: int) -> None:
    """A kill, a full disk for a moment, a disk that dies for good: the old site or the new one, and a message."""
    rows = _tampered(states, first, step, how)

    _are_sound(rows)
    assert len(rows) > 1


LASTING = ("ENOSPC+", "EIO+", "EROFS+", "EDQUOT+")
FAULTS = ("KILL", "ENOSPC", "EIO", "EROFS", "EACCES", *LASTING)


@pytest.mark.full
@pytest.mark.parametrize("first", [1, 2])
@pytest.mark.parametrize("how", FAULTS)
def test_faults_at_every_system_call(states: Path, how: str, first: int) -> None:
    """The same at each system call that changes a file, for kills and for errors of a moment and for good."""
    assert tracer.IS_POSSIBLE, NO_TRACER
    rows = _tampered(states, first, 2, how)

    _are_sound(rows)
    assert len(rows) > 50
    assert {"old"} <= {row["stood"] for row in rows} <= {"old", "new"}


@pytest.mark.full
@pytest.mark.parametrize("gone", ["dist", ".dist.next", "site_src/documents", "site_src", "seeds", ""])
def test_a_folder_that_vanishes_at_any_system_call(states: Path, gone: str) -> None:
    """Somebody removes a folder while a build is at work: a whole site or none, a message, and nothing invented."""
    assert tracer.IS_POSSIBLE, NO_TRACER
    rows = _tampered(states, 1, 3, f"gone:{gone}")

    assert len(rows) > 30
    for row in rows:
        assert row["stood"] in ("old", "new", "none"), row
        assert row["stood"] != "none" or gone in ("dist", ""), row
        assert row["ended"] in (0, 1), row
        assert "Traceback" not in row["said"], row
        assert "fault of the program" not in row["said"], row
        if gone in ("dist", ".dist.next"):
            assert row["kept"], row
            assert (row["status"], row["healed"], row["litter"]) == (0, True, []), row


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder to mount small file systems on."""
    folder = tmp_path / "disk"
    folder.mkdir()
    yield folder
    while os.path.ismount(folder):
        subprocess.run(["umount", str(folder)], check=True)  # noqa: S603, S607 our own words


def _mounted(folder: Path, size: int) -> None:
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:  # noqa: S603 our own words
        pytest.skip("mounting is not allowed here")


def _kilobytes(folder: Path) -> int:
    """Count what a folder takes on a tmpfs: whole pages, one for a folder."""
    return sum(4 * (-(-os.lstat(path).st_size // 4096) or 1) for path in folder.rglob("*")) + 64


@pytest.mark.parametrize("steps", [6, pytest.param(60, marks=pytest.mark.full)])
def test_a_disk_that_fills_up(states: Path, small_disk: Path, steps: int, capsys: pytest.CaptureFixture[str]) -> None:
    """At growing sizes of a disk: a message and the old site, or the new one; nothing beside, no word lost."""
    least = _kilobytes(states / "before")
    seen = []
    for number in range(steps):
        _mounted(small_disk, least + least * 2 * number // steps)
        place = Place(root=small_disk / "archive")
        shutil.copytree(states / "before", place.root)
        mine = _mine(place)
        capsys.readouterr()
        status = _build(place)
        told = capsys.readouterr().err
        seen.append(_stands(place, states))
        assert seen[-1] == ("new" if status == 0 else "old")
        assert (status, "No space left" in told) in ((0, False), (1, True)), told
        assert _mine(place) == mine
        assert place.names() == ["dist", "seeds", "site_src"]
        assert [path for path in place.held("site_src") if "/.muniment" in path] == []
        subprocess.run(["umount", str(small_disk)], check=True)  # noqa: S603, S607 our own words
    assert {*seen} == {"old", "new"}


def test_a_disk_that_may_not_be_written(states: Path, small_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A read-only file system is one message; everything is as it was."""
    _mounted(small_disk, 3 * _kilobytes(states / "before"))
    place = Place(root=small_disk / "archive")
    shutil.copytree(states / "before", place.root)
    before = place.held(".")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)  # noqa: S603, S607 our own words

    assert _build(place) == 1
    told = capsys.readouterr().err
    assert "Read-only file system" in told
    assert "W-00" in told
    assert place.held(".") == before


def test_a_mount_point_is_refused(states: Path, small_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file system of its own cannot change names with another folder, and is told so."""
    _mounted(small_disk, 1000)
    place = Place(root=states / "clean")

    assert _build(place, "--out", str(small_disk)) == 1
    assert "mount point" in capsys.readouterr().err


def test_a_folder_of_another_user_is_told(states: Path) -> None:
    """Without the right to write there is a message, and everything is as it was."""
    import tempfile

    with tempfile.TemporaryDirectory(prefix="muniment-test-") as name:
        place = Place(root=Path(name) / "archive")
        shutil.copytree(states / "before", place.root)
        os.chmod(name, 0o755)  # noqa: S103 another user has to look into it
        before = place.held(".")
        if os.getuid():
            place.root.chmod(0o555)
            (place.root / "site_src/documents").chmod(0o555)
        nobody = [] if os.getuid() else ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        command = [*nobody, sys.executable, "-B", str(ROOT / "build.py"), "--root", str(place.root)]
        told = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 our own words
        if os.getuid():
            place.root.chmod(0o755)
            (place.root / "site_src/documents").chmod(0o755)

        assert told.returncode == 1
        assert "Permission denied" in told.stderr
        assert "Traceback" not in told.stderr
        assert place.held(".") == before


def test_a_site_that_vanishes_while_it_is_built(place: Place, states: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new one is published all the same."""
    from muniment import line

    run = line.run

    def slow(*arguments: object, **words: object) -> line.Outcome:
        shutil.rmtree(place.root / "dist")
        return run(*arguments, **words)  # type: ignore[arg-type] # handed on as they come

    monkeypatch.setattr(line, "run", slow)

    assert _build(place) == 0
    assert _stands(place, states) == "new"


def test_an_archive_that_vanishes_while_it_is_built(
    place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """There is a message and nothing is made in its place."""
    from muniment import line

    run = line.run

    def slow(*arguments: object, **words: object) -> line.Outcome:
        outcome = run(*arguments, **words)  # type: ignore[arg-type] # handed on as they come
        shutil.rmtree(place.root)
        return outcome

    monkeypatch.setattr(line, "run", slow)

    assert _build(place) == 1
    assert "No such file" in capsys.readouterr().err
    assert not place.root.exists()


def test_a_file_that_appears_in_the_site_meanwhile_is_kept(
    place: Place, states: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even between the look for strangers' files and the exchange of names."""
    from muniment.disk import system

    exchange = system.exchange

    def late(one: Path, other: Path) -> bool:
        if other.name == "dist" and (other / "index.html").exists():
            (other / "mine.txt").write_text("Mine.")
        return exchange(one, other)

    monkeypatch.setattr(system, "exchange", late)

    assert _build(place) == 1
    assert "W-004" in capsys.readouterr().err
    assert (place.root / "dist/mine.txt").read_text() == "Mine."
    (place.root / "dist/mine.txt").unlink()
    assert _stands(place, states) == "old"
    assert place.names() == ["dist", "seeds", "site_src"]


@pytest.mark.parametrize("name", [".dist.next", ".dist.aside"])
def test_a_stranger_of_the_name_of_a_new_site_is_left(
    place: Place, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even a folder of the very name that a build uses for a moment is removed only if a build made it."""
    place.write(f"{name}/letter.txt", "Mine.")
    (place.root / f"{name}/.muniment-unfinished").mkdir()

    assert _build(place) == 1
    assert "W-012" in capsys.readouterr().err
    assert (place.root / name / "letter.txt").read_text() == "Mine."


def test_a_folder_with_a_manifest_of_another_program_is_left(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """A bag of BagIt has a file of the same name; it is not ours for that."""
    place.write("bag/data/letter.txt", "Mine.")
    place.write("bag/manifest-sha256.txt", f"{'0' * 64}  data/letter.txt\n")

    assert _build(place, "--out", str(place.root / "bag")) == 1
    assert "W-003" in capsys.readouterr().err
    assert (place.root / "bag/data/letter.txt").read_text() == "Mine."


@pytest.mark.parametrize("number", [4, pytest.param(24, marks=pytest.mark.full)])
def test_builds_at_once_do_not_harm_each_other(place: Place, states: Path, number: int) -> None:
    """All succeed, and what is left is what one build would have left."""
    command = [sys.executable, "-B", str(ROOT / "build.py"), "--root", str(place.root), "-q"]
    running = [
        subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)  # noqa: S603 our own
        for _ in range(number)
    ]
    ended = [(each.communicate()[1], each.returncode) for each in running]

    assert [told for told, status in ended if status] == []
    assert place.held("dist") == Place(root=states / "clean").held("dist")
    assert place.held("site_src") == Place(root=states / "clean").held("site_src")
    assert place.names() == ["dist", "seeds", "site_src"]
