"""However a shell, a scheduler or a careful administrator calls the program: it works, or says what is the matter."""

import subprocess
import sys
from pathlib import Path

import pytest

from muniment.cli import main
from tests.conftest import ROOT

SEED = "Minutes of the harbour board\n\n3 May 1998\n\nThe board met at the customs house.\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give an archive whose path has to be quoted."""
    folder = tmp_path / "the board’s"
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds/minutes.txt").write_text(SEED, encoding="utf-8")
    return folder


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
def test_closed_streams_keep_nothing_from_being_published(archive: Path, closed: str) -> None:
    """A scheduler may give a program no terminal at all."""
    command = f'"$0" "$1" --root "$2" {closed}'
    words = ["sh", "-c", command, sys.executable, str(ROOT / "build.py"), str(archive)]
    made = subprocess.run(words, capture_output=True, text=True, check=False)  # noqa: S603 our own words

    assert (made.returncode, "fault" in made.stderr) == (0, False)
    assert (archive / "dist/index.html").is_file()


@pytest.mark.parametrize("words", [["build", "--root"], ["build", "--out"], ["clean", "--out"], ["new"]])
def test_an_empty_name_is_no_folder(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A variable of a shell that was never set does not stand for the folder one happens to be in."""
    code = main([*words, ""])

    assert code == 2
    assert f"{words[-1] if words[1:] else 'DIR'} needs a value behind it." in capsys.readouterr().err


@pytest.mark.parametrize("flags", [["-I"], ["-P"]])
def test_a_python_that_does_not_look_beside_the_script_finds_the_program(archive: Path, flags: list[str]) -> None:
    """It is told where the program lies by the program."""
    command = [sys.executable, *flags, str(ROOT / "build.py"), "--root", str(archive), "-q"]

    assert subprocess.run(command, check=False).returncode == 0  # noqa: S603 our own words


def test_a_folder_inside_an_archive_is_answered_with_words_to_paste(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Quoted, and without steps down and up again."""
    (archive / "site_src").mkdir()
    main(["build", "--root", str(archive / "seeds")])
    monkeypatch.chdir(archive / "seeds")
    main(["build"])

    told = capsys.readouterr().err
    assert f"Add --root '{archive}', or go there." in told
    assert "Add --root .., or go there." in told
