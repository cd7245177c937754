"""What an editor wrote and nothing reads: said aloud, never left out in silence."""

import errno
import shutil
import stat
from pathlib import Path

import pytest

from muniment import disk, unmerged
from muniment.cli import main
from muniment.disk.publish import OURS, settle
from tests.conftest import build

SEED = "Minutes of the harbour board\n\n3 May 1998\n\nThe board met at the customs house.\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give an archive that was built."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/minutes.txt").write_text(SEED, encoding="utf-8")
    assert build("--root", str(tmp_path)).returncode == 0
    return tmp_path


def _told(archive: Path) -> str:
    return build("--root", str(archive)).stderr


@pytest.mark.parametrize(
    ("path", "meant"),
    [
        ("pages/team.MD", "site_src/pages/team.md"),
        ("pages/contact.markdown", "site_src/pages/contact.md"),
        ("pages/faq.txt", "site_src/pages/faq.md"),
        ("Pages/help.md", "site_src/pages/help.md"),
        ("authorities/persons.toml", "site_src/authorities/people.toml"),
        ("authorities/place.toml", "site_src/authorities/places.toml"),
        ("event.toml", "site_src/events.toml"),
    ],
)
def test_a_file_that_nothing_reads_is_told_with_the_name_that_was_meant(archive: Path, path: str, meant: str) -> None:
    """Pages, tables and authorities alike."""
    place = archive / "site_src" / path
    place.parent.mkdir(exist_ok=True)
    place.write_text("# Words\n", encoding="utf-8")

    told = _told(archive)

    assert f"{path}: A-014" in told or f"{path}:1: A-014" in told
    assert f'Did you mean "{meant}"?' in told


@pytest.mark.parametrize("name", ["README.md", "pages/notes.txt", "LICENSE"])
def test_what_people_lay_beside_their_files_is_theirs(archive: Path, name: str) -> None:
    """A word to one's colleagues is no page."""
    (archive / "site_src/pages").mkdir()
    (archive / "site_src" / name).write_text("Ours.\n", encoding="utf-8")

    assert "A-014" not in _told(archive)


def test_settings_beside_their_folder_are_told(archive: Path) -> None:
    """They lie where many programs keep theirs."""
    (archive / "archive.toml").write_text('title = "Papers"\n', encoding="utf-8")

    assert 'Did you mean "site_src/archive.toml"?' in _told(archive)


def test_no_draft_takes_the_place_of_an_edition_that_went_astray(archive: Path) -> None:
    """The folder's name was written otherwise, and the editor's work is not published: nothing is."""
    (archive / "site_src/documents").rename(archive / "site_src/Documents")

    made = build("--root", str(archive))

    assert (made.returncode, "E-089" in made.stderr) == (1, True)
    assert not list(archive.glob("site_src/documents/*"))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b"a\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> theirs\n", 2),
        (b"<<<<<<< HEAD\r\nb\r\n=======\r\nc\r\n>>>>>>> theirs\r\n", 1),
        (b"<<<<<<< HEAD\nb\n>>>>>>> theirs\n", 0),
        (b" <<<<<<< HEAD\nb\n=======\nc\n>>>>>>> theirs\n", 0),
        (b"Title\n=======\n\n>>>>>>> quoted\n", 0),
        (b"<<<<<<< a\n" * 200_000, 0),
    ],
)
def test_two_versions_that_were_not_merged_are_found(text: bytes, line: int) -> None:
    """Only where both stand, one under the other, at the beginnings of lines."""
    assert unmerged.line(text) == line


def test_what_is_a_seed_already_is_no_failure(archive: Path) -> None:
    """A folder can be taken in again and again; many files are counted, not named."""
    folder = archive / "letters"
    folder.mkdir()
    for number in range(9):
        (folder / f"{number}.txt").write_text(f"Letter {number}\n\nWords.\n", encoding="utf-8")
    first = build("ingest", "--root", str(archive), str(folder))
    again = build("ingest", "--root", str(archive), str(folder))

    assert (first.returncode, again.returncode) == (0, 0)
    assert "Took in 0 files of 9; 9 were seeds already." in again.stdout
    assert not again.stderr


def test_git_may_refuse_an_archive_that_it_keeps(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it says is told; nobody is sent to begin a repository anew."""
    refusing = archive / "bin"
    refusing.mkdir()
    (refusing / "git").write_text('#!/bin/sh\necho "fatal: detected dubious ownership" >&2\nexit 128\n')
    (refusing / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(refusing), prepend=":")

    told = build("doctor", "--root", str(archive)).stdout

    assert "git says: detected dubious ownership" in told
    assert "git init" not in told


def test_a_guarded_folder_of_ours_gives_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever owns a site may have guarded it against writing; what is left of it does not stay for ever."""
    left = tmp_path / ".dist.next"
    (left / "documents").mkdir(parents=True)
    (left / OURS).touch()
    (left / "documents").chmod(0o555)
    remove = shutil.rmtree

    def refused(path: Path) -> None:  # as the system refuses everybody but root
        if not path.stat().st_mode & stat.S_IWUSR:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        remove(path)

    monkeypatch.setattr(shutil, "rmtree", refused)
    settle(tmp_path / "dist")

    assert not left.exists()


def test_a_memory_that_cannot_be_removed_is_told_beside_what_was(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The site is gone, and that is said."""

    def refused(folder: Path, _: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(folder))

    monkeypatch.setattr(disk, "remove", refused)

    code = main(["clean", "--root", str(archive)])
    told = capsys.readouterr()

    assert (code, "Removed " in told.out) == (1, True)
    assert "this was not removed: Permission denied" in told.err
    assert not (archive / "dist/index.html").exists()


def test_a_seed_that_could_not_be_read_is_not_missing(archive: Path) -> None:
    """One cause is told once: nobody is sent to put back what is there."""
    (archive / "seeds").rename(archive / "elsewhere")
    (archive / "seeds").symlink_to("elsewhere")

    told = _told(archive)

    assert "S-091" in told
    assert "E-083" not in told


def test_a_reason_that_says_nothing_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """It is no request to list what has no note."""
    assert main(["note", "minutes", "--reason", " "]) == 2
    assert "--reason needs a value behind it." in capsys.readouterr().err
