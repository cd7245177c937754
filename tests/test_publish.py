"""Publishing is all or nothing: real kills, a real full disk, real strangers' files."""

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from muniment.disk.publish import Refusal, publish
from muniment.model import Asset

AUDITED = ("open", "os.", "shutil.", "ctypes.", "fcntl.")
OLD = {".nojekyll": b"", "index.html": b"old", "documents/a.html": b"old a", "gone.html": b"old only"}
NEW = {".nojekyll": b"", "index.html": b"new", "documents/a.html": b"new a", "documents/b/c.html": b"new only"}


def _assets(files: dict[str, bytes]) -> tuple[Asset, ...]:
    listing = "".join(f"{'0' * 64}  {path}\n" for path in sorted(files)).encode()
    assets = [Asset(path=path, content=files[path]) for path in sorted(files)]
    return (*assets, Asset(path="manifest-sha256.txt", content=listing))


def _held(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != "manifest-sha256.txt"
    }


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Give a folder with seeds and a published old site."""
    (tmp_path / "seeds").mkdir()
    publish(tmp_path, tmp_path / "dist", _assets(OLD))
    return tmp_path


def test_a_new_site_replaces_the_old_one_whole(place: Path) -> None:
    """After publishing, the folder holds exactly the new files, and nothing is left beside it."""
    publish(place, place / "dist", _assets(NEW))

    assert _held(place / "dist") == NEW
    assert sorted(path.name for path in place.iterdir()) == ["dist", "seeds"]


def _killed_at(place: Path, operation: int) -> bool:
    """Publish in a process of its own that is killed at its nth file operation; say whether it lived to the end."""
    child = os.fork()
    if child == 0:
        count = 0

        def hook(event: str, _: object) -> None:
            nonlocal count
            if event.startswith(AUDITED):
                count += 1
                if count == operation:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        publish(place, place / "dist", _assets(NEW))
        os._exit(0)
    return os.WIFEXITED(os.waitpid(child, 0)[1])


def test_a_kill_at_any_operation_leaves_the_old_site_or_the_new_one(tmp_path: Path) -> None:
    """Killed at every file operation in turn, the site is whole, and the next run heals everything."""
    (tmp_path / "seeds").mkdir()
    dist, operation, kills, seen = tmp_path / "dist", 0, 0, set()
    finished = False
    while not finished:
        operation += 1
        publish(tmp_path, dist, _assets(OLD))
        finished = _killed_at(tmp_path, operation)
        kills += not finished
        held = _held(dist)
        seen.add("old" if held == OLD else "new" if held == NEW else "mixture")
        publish(tmp_path, dist, _assets(NEW))
        assert _held(dist) == NEW
        assert sorted(path.name for path in tmp_path.iterdir()) == ["dist", "seeds"]

    assert kills > 20
    assert seen == {"old", "new"}


def test_a_full_disk_leaves_the_old_site(tmp_path: Path) -> None:
    """With no space left the old site stands as it was, and nothing is left beside it."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(tmp_path)]
    is_small = subprocess.run(mount, check=False, capture_output=True).returncode == 0  # noqa: S603 our own words
    try:
        (tmp_path / "seeds").mkdir()
        publish(tmp_path, tmp_path / "dist", _assets(OLD))
        if not is_small:  # without the right to mount, the limit of a file's size is the disk that is full
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (256_000, resource.getrlimit(resource.RLIMIT_FSIZE)[1]))

        with pytest.raises(OSError, match=r"No space left|File too large"):
            publish(tmp_path, tmp_path / "dist", _assets({"index.html": b"x" * 400_000}))

        assert _held(tmp_path / "dist") == OLD
        assert sorted(path.name for path in tmp_path.iterdir()) == ["dist", "seeds"]
    finally:
        if is_small:
            subprocess.run(["umount", str(tmp_path)], check=True)  # noqa: S603, S607 our own words
        else:
            hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
            resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def test_strangers_files_block_publishing_by_name(place: Path) -> None:
    """A file that no build made is named and left, and so is the site."""
    (place / "dist/notes.txt").write_text("mine")

    with pytest.raises(Refusal) as refusal:
        publish(place, place / "dist", _assets(NEW))

    assert (refusal.value.code, refusal.value.words["names"]) == ("W-004", "notes.txt")
    assert _held(place / "dist") == {**OLD, "notes.txt": b"mine"}


def test_a_folder_of_other_files_is_refused(tmp_path: Path) -> None:
    """A folder that holds files but no manifest of ours is not touched."""
    (tmp_path / "home").mkdir()
    (tmp_path / "home/letter.txt").write_text("mine")

    with pytest.raises(Refusal) as refusal:
        publish(tmp_path, tmp_path / "home", _assets(NEW))

    assert refusal.value.code == "W-003"
    assert _held(tmp_path / "home") == {"letter.txt": b"mine"}


@pytest.mark.parametrize("out", ["seeds", "seeds/site", "site_src", ".", ".."])
def test_an_output_folder_that_overlaps_the_sources_is_refused(place: Path, out: str) -> None:
    """The output folder may not be, hold or lie in the sources."""
    with pytest.raises(Refusal) as refusal:
        publish(place, place / out, _assets(NEW))

    assert refusal.value.code == "W-002"


def test_an_output_folder_that_is_a_link_is_refused(place: Path) -> None:
    """Nothing is published through a link."""
    (place / "elsewhere").mkdir()
    (place / "public").symlink_to(place / "elsewhere")

    with pytest.raises(Refusal) as refusal:
        publish(place, place / "public", _assets(NEW))

    assert refusal.value.code == "W-001"


def test_without_an_exchange_of_folders_two_renames_do_it(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot exchange two folders, publishing ends in the same state."""
    monkeypatch.setattr("muniment.disk.system.exchange", lambda *_: False)

    publish(place, place / "dist", _assets(NEW))

    assert _held(place / "dist") == NEW
    assert sorted(path.name for path in place.iterdir()) == ["dist", "seeds"]


def test_what_a_kill_left_between_two_renames_is_undone(place: Path) -> None:
    """An old site that stands aside is put back before anything else."""
    os.rename(place / "dist", place / ".dist.aside")

    with pytest.raises(Refusal):
        publish(place, place / "seeds", _assets(NEW))
    publish(place, place / "dist", _assets(NEW))

    assert _held(place / "dist") == NEW
    assert sorted(path.name for path in place.iterdir()) == ["dist", "seeds"]
