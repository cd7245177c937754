"""What a person sees at a real terminal: colour, progress, Ctrl-C, completion; and what a pipe gets instead."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import terminal
from tests.conftest import ROOT

CASES = Path(__file__).parent / "cases/cli"
Golden = Callable[[Path, str], None]
AT_ONCE = f"""\
import sys
sys.path.insert(0, {str(ROOT)!r})
from muniment.cli import main, progress
progress.AFTER, progress.EVERY = 0, 0.005
sys.argv[0] = "muniment"
sys.exit(main(sys.argv[1:]))
"""
"""The program with progress shown from the first moment on."""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give an archive with two documents, in one of which two words differ from the seed without a note."""
    return Path(shutil.copytree(CASES / "archive", tmp_path / "archive"))


@pytest.fixture
def sound(archive: Path) -> Path:
    """Give the archive with nothing wrong in it."""
    edition = archive / "site_src/documents/1998-05-03-minutes-of-the-harbour-board.md"
    words = edition.read_text("utf-8").replace("The mole was", "The the mole was").replace("most of", "many of")
    edition.write_text(words, encoding="utf-8")
    return archive


def _plain() -> dict[str, str]:
    """Give the environment without what says anything about colour and width."""
    return {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}


def _at_once(*words: str) -> list[str]:
    return [sys.executable, "-c", AT_ONCE, *words]


def test_a_check_at_a_terminal(archive: Path, golden: Golden) -> None:
    """Problems, worklist and counts in colour, marks under the words, commands ready to be pasted."""
    record = terminal.run(terminal.program("check"), archive)

    assert record.code == 1
    golden(CASES / "terminal-check.golden", terminal.steady(record.shown))


def test_an_apparatus_at_a_terminal(archive: Path, golden: Golden) -> None:
    """What was taken out is red, what was put in green, and both are marked by signs as well."""
    record = terminal.run(terminal.program("diff", "1998"), archive)

    assert record.code == 1
    golden(CASES / "terminal-diff.golden", terminal.steady(record.shown))


@pytest.mark.parametrize(
    ("words", "environment"),
    [
        (("--color", "never"), {"FORCE_COLOR": "1"}),
        ((), {"NO_COLOR": "1"}),
        ((), {"NO_COLOR": "1", "FORCE_COLOR": "1"}),
        ((), {"TERM": "dumb"}),
    ],
)
def test_no_colour_where_it_is_not_wanted(archive: Path, words: tuple[str, ...], environment: dict[str, str]) -> None:
    """Not one escape sequence reaches a terminal that is dumb, or whose owner said no."""
    record = terminal.run(terminal.program("check", *words), archive, **environment)

    assert record.code == 1
    assert "\x1b" not in record.text


@pytest.mark.parametrize(
    ("words", "environment"),
    [(("--color", "always"), {}), (("--colour", "always"), {"NO_COLOR": "1"}), ((), {"FORCE_COLOR": "1"})],
)
def test_colour_in_a_pipe_only_where_it_is_asked_for(
    archive: Path, words: tuple[str, ...], environment: dict[str, str]
) -> None:
    """A pipe gets none, unless somebody asks for it."""
    kept = _plain()

    plain = subprocess.run(  # noqa: S603 our own words
        terminal.program("check"), cwd=archive, env=kept, capture_output=True, check=False
    )
    told = subprocess.run(  # noqa: S603 our own words
        terminal.program("check", *words), cwd=archive, env={**kept, **environment}, capture_output=True, check=False
    )

    assert b"\x1b" not in plain.stdout + plain.stderr
    assert b"\x1b[" in told.stdout
    assert b"\x1b[" in told.stderr
    assert re.sub(rb"\x1b\[[0-9;]*m", b"", told.stdout) == plain.stdout


def test_a_pipe_gets_the_words_of_the_terminal(archive: Path, golden: Golden) -> None:
    """The same text without colour: problems on standard error, the worklist on standard output."""
    told = subprocess.run(  # noqa: S603 our own words
        terminal.program("check"), cwd=archive, env=_plain(), capture_output=True, text=True, check=False
    )

    golden(CASES / "pipe-check.golden", terminal.steady(f"{told.stdout}--- standard error ---\n{told.stderr}"))


def test_progress_is_drawn_and_wiped(sound: Path) -> None:
    """A long build says what it does and for how long, and leaves nothing of that behind."""
    record = terminal.run(_at_once("build"), sound)
    before, _, summary = record.shown.rpartition("␍␛[K")

    assert record.code == 0
    assert re.search(r"␍␛\[KCollating, checking and rendering … \d+ s", before)
    assert summary.startswith("2 seeds")
    assert "␛[K" not in summary


def test_the_line_of_progress(tmp_path: Path, golden: Golden) -> None:
    """What is done, how far, for how long; cut to the width of the window, drawn over itself and wiped."""
    words = f"""\
import sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from muniment.cli import progress
from muniment.cli.choices import Choices
progress.AFTER = 3600  # drawn by hand, so that every machine draws the same
with progress.shown(Choices(root=Path(), out=Path())) as shown:
    for told in (("Reading",), ("Setting pages", 0, 1200), ("Setting pages", 999, 1200), ("Setting pages", 1200, 1200)):
        shown.tell(*told)
        shown.draw()
print("Done.")
"""
    record = terminal.run([sys.executable, "-c", words], tmp_path, columns=60)

    assert record.code == 0
    golden(CASES / "terminal-progress.golden", terminal.steady(record.shown.replace("␍", "␍\n")))


@pytest.mark.parametrize(("words", "environment"), [(("-q",), {}), (("--json",), {}), ((), {"TERM": "dumb"})])
def test_no_progress_where_it_would_be_in_the_way(
    sound: Path, words: tuple[str, ...], environment: dict[str, str]
) -> None:
    """A quiet run, one that prints JSON, and a terminal that cannot wipe a line are spared."""
    record = terminal.run(_at_once("build", *words), sound, **environment)

    assert record.code == 0
    assert "…" not in record.text.replace("…)", "")
    assert "\x1b[K" not in record.text


def test_a_pipe_gets_no_progress(sound: Path) -> None:
    """Nothing is drawn where no terminal is."""
    told = subprocess.run(_at_once("build"), cwd=sound, capture_output=True, text=True, check=True)  # noqa: S603

    assert told.stderr == ""
    assert "\r" not in told.stdout


def test_ctrl_c_ends_a_build_in_one_sentence(sound: Path, golden: Golden) -> None:
    """Exit code 130, no traceback, the site that was there byte for byte as it was, and nothing left beside it."""
    assert terminal.run(terminal.program(), sound).code == 0
    (sound / "seeds/new.txt").write_text("A new paper\n\nIt is about the harbour.\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in sound.rglob("*") if path.is_file()}

    record = terminal.run(_at_once("build"), sound, answers=[("Collating", b"\x03")])

    assert record.code == 130
    after = {path: path.read_bytes() for path in sound.rglob("*") if path.is_file()}
    assert after == before
    golden(CASES / "terminal-interrupted.golden", record.shown.rpartition("␛[K")[2])


def test_nobody_listening_is_no_fault(archive: Path) -> None:
    """When the reader of a pipe goes away, the program ends without a word, with the exit code of such an end."""
    (archive / "seeds/long.txt").write_text("A long paper\n\n" + "Words of it.\n" * 11_000, encoding="utf-8")
    process = subprocess.Popen(  # noqa: S603 our own words
        terminal.program("show", "long.txt", "--stage", "seed"),
        cwd=archive,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(1)
    process.stdout.close()

    assert process.stderr.read() == b""
    assert process.wait(terminal.LONGEST) == 141
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no full device")
def test_a_full_disk_under_the_result_is_told(archive: Path) -> None:
    """What cannot be printed is one sentence, and no fault of the program."""
    with Path("/dev/full").open("w") as full:
        told = subprocess.run(  # noqa: S603 our own words
            terminal.program("explain"), cwd=archive, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )

    assert told.stderr == "muniment: the result could not be written: No space left on device.\n"
    assert told.returncode == 1


@pytest.fixture
def shell(tmp_path: Path) -> Path:
    """Give a folder with the program as `muniment`, as an installation makes it."""
    folder = tmp_path / "bin"
    folder.mkdir()
    words = f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\nfrom muniment.cli import main\n"
    (folder / "muniment").write_text(f"{words}sys.exit(main())\n", encoding="utf-8")
    (folder / "muniment").chmod(0o755)
    (folder / "python").symlink_to(sys.executable)
    return folder


@pytest.mark.skipif(shutil.which("bash") is None, reason="this machine has no bash")
@pytest.mark.parametrize("called", ["muniment", "python build.py"])
def test_bash_completes(archive: Path, shell: Path, called: str) -> None:
    """The tab key completes commands, documents, codes and stages, for both ways to call the program."""
    for name in ("build.py", "muniment"):
        (archive / name).symlink_to(ROOT / name)
    (archive / "rc").write_text(f'PS1="ready> "\neval "$({called} completion bash)"\n', encoding="utf-8")
    typed = [
        ("ready> ", f"{called} sea\t\x15".encode()),
        ("search-index", f"{called} diff 1998\t\x15".encode()),
        ("diff 1998-05-03-minutes-of-the-harbour-board", f"{called} explain E-00\t\t\x15".encode()),
        ("E-009", f"{called} show 1998 --stage ed\t\x15".encode()),
        ("--stage edition", b"exit\r"),
    ]

    record = terminal.run(
        ["bash", "--noprofile", "--rcfile", "rc", "-i"],
        archive,
        answers=typed,
        columns=200,
        PATH=f"{shell}{os.pathsep}{os.environ['PATH']}",
        INPUTRC="/dev/null",
    )

    assert f"{called} search-index" in record.text
    assert f"{called} show 1998 --stage edition" in record.text
    assert "E-001" in record.text


@pytest.mark.parametrize("kind", ["zsh", "fish"])
@pytest.mark.parametrize("called", ["muniment", "build.py"])
def test_other_shells_are_given_a_script(archive: Path, kind: str, called: str) -> None:
    """The script of each shell asks in click's words for that shell, and is answered in them."""
    program = terminal.program() if called == "build.py" else _at_once()
    script = subprocess.run(  # noqa: S603 our own words
        [*program, "completion", kind], cwd=archive, capture_output=True, text=True, check=True
    ).stdout
    asked = {"COMP_WORDS": "muniment dif", "COMP_CWORD": "1" if kind == "zsh" else "dif"}
    told = subprocess.run(  # noqa: S603 our own words
        program,
        cwd=archive,
        env={**os.environ, **asked, "_MUNIMENT_COMPLETE": f"{kind}_complete"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    assert f"_MUNIMENT_COMPLETE={kind}_complete" in script
    assert "diff" in told
    assert "doctor" not in told


def test_ctrl_c_ends_the_preview_in_one_sentence(sound: Path) -> None:
    """Exit code 130 and no traceback; the preview has written nothing."""
    before = sorted(path for path in sound.rglob("*"))

    record = terminal.run(terminal.program("serve", "--port", "0"), sound, answers=[("http://127.0.0.1", b"\x03")])

    assert record.code == 130
    assert record.shown.endswith("The preview has ended.\n")
    assert "Traceback" not in record.text
    assert sorted(path for path in sound.rglob("*")) == before


def test_a_preview_tells_problems_as_a_build_does(archive: Path) -> None:
    """Place, line, mark and remedy are the same to the letter; how long it took stands below."""
    built = terminal.run(terminal.program("build"), archive).shown
    previewed = terminal.run(
        terminal.program("serve", "--port", "0"), archive, answers=[("http://127.0.0.1", b"\x03")]
    ).shown

    told = built[: built.index("2 seeds, ")]
    assert "^^^" in told
    assert previewed.startswith(told)
    assert "s: 2 errors, no page could be made yet\n" in previewed[len(told) :]
