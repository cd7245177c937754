"""Each command on a small archive, recorded as it is printed; what is near to an error and is none, too."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import jsonschema
import pytest

from muniment.cli import main
from muniment.disk import system
from tests.conftest import ROOT
from tests.docx_builder import package, paragraph
from tests.terminal import steady

CASES = Path(__file__).parent / "cases/cli"
MINUTES = "site_src/documents/1998-05-03-minutes-of-the-harbour-board.md"
LETTER = "site_src/documents/undated-dear-mr-grey.md"
Golden = Callable[[Path, str], None]
Session = Callable[..., int]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in an archive with two documents, in one of which two words differ from the seed without a note."""
    folder = Path(shutil.copytree(CASES / "archive", tmp_path / "archive"))
    monkeypatch.chdir(folder)
    monkeypatch.setattr(sys, "argv", ["muniment"])
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return folder


@pytest.fixture
def say(capsys: pytest.CaptureFixture[str]) -> tuple[Session, list[str]]:
    """Run commands one after the other and keep what each prints; lines of standard error begin with an !."""
    lines: list[str] = []

    def run(*words: str) -> int:
        capsys.readouterr()
        code = main(list(words))
        told = capsys.readouterr()
        shown = [f'"{word}"' if " " in word or not word else word for word in words]
        lines.extend([f"$ muniment {' '.join(shown)}   # {code}", *(f"! {each}" for each in told.err.splitlines())])
        lines.extend([*told.out.splitlines(), ""])
        return code

    return run, lines


def _recorded(lines: list[str]) -> str:
    text = re.sub(r"sha256 [0-9a-f]{64}", "sha256 …", "\n".join(lines))
    return steady(re.sub(r"[0-9a-f]{12}…", "…", text))


def _json(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, object]:
    capsys.readouterr()
    main(list(words))
    told = json.loads(capsys.readouterr().out)
    assert isinstance(told, dict)
    return told


@pytest.mark.usefixtures("archive")
def test_help(say: tuple[Session, list[str]], golden: Golden) -> None:
    """Help begins with examples, names the program as it was called, and lists the commands by what they are for."""
    run, lines = say
    assert run("--help") == 0
    for command in ("note", "settle", "check"):
        assert run(command, "--help") == 0

    golden(CASES / "help.golden", _recorded(lines))


def test_notes_are_taken(archive: Path, say: tuple[Session, list[str]], golden: Golden) -> None:
    """What has no note is listed with commands; each command, pasted as it stands, explains its difference."""
    run, lines = say
    before = (archive / MINUTES).read_text("utf-8")
    assert run("note", "1998") == 1
    assert run("note", "1998", "--line", "23", "--reason", "A slip.") == 2
    words = ("--by", "E. Ditor")
    one = ("note", "1998", "--seed-line", "7", "--words", "the", "--reason", "Printed twice.")
    assert run(*one) == 2
    assert run(*one, *words, "--dry-run") == 0
    assert (archive / MINUTES).read_text("utf-8") == before
    assert run(*one, *words) == 0
    assert run("note", "1998", "--all", "--reason", "The second minute has it so.", *words) == 0
    assert run("note", "1998") == 0
    assert run("note", "1998", "--all", "--reason", "x", *words) == 2
    assert run("diff", "1998") == 0
    sic = ("note", "undated", "--kind", "sic", "--reason", "As printed.", *words)
    assert run(*sic, "--quote", "Mr Grey,") == 0
    assert run(*sic, "--quote", "Mr Gray") == 2
    assert run("note", "undated", "--kind", "comment", "--line", "2", "--reason", "See above.", *words) == 2
    assert run("note", "undated", "--quote", "Mr Grey,", "--reason", "As printed.", *words) == 2
    assert run("build") == 0
    after = (archive / MINUTES).read_text("utf-8")

    assert [line for line in before.split("\n") if line not in after.split("\n")] == []
    golden(CASES / "note.golden", _recorded(lines))


def test_front_matter_that_cannot_be_added_to_is_left(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where no line can be added the entry is printed to be pasted, and the file stays; a usual one is written to."""
    usual = (archive / MINUTES).read_text("utf-8")
    odd = usual.replace("evidence:\n", "notes: |\nevidence:\n", 1)
    (archive / MINUTES).write_text(odd, encoding="utf-8")
    words = ("--seed-line", "7", "--words", "most", "--reason", "x", "--by", "me")

    assert main(["note", "minutes.txt", *words]) == 1
    assert "C-002" in (told := capsys.readouterr().err)
    assert "by hand: notes: [{kind: emendation, at: p2, quote: many, text:" in told
    assert (archive / MINUTES).read_text("utf-8") == odd
    (archive / MINUTES).write_text(usual, encoding="utf-8")
    assert main(["note", "minutes.txt", *words]) == 0


@pytest.mark.usefixtures("archive")
def test_documents_are_shown(say: tuple[Session, list[str]], golden: Golden) -> None:
    """Every stage by every name of a document; what cannot be told apart is named."""
    run, lines = say
    assert run("show", "1998-05-03", "--stage", "seed") == 0
    assert run("show", "seeds/letter.txt", "--stage", "edition") == 0
    assert run("show", LETTER, "--stage", "draft") == 0
    assert run("show", "harbour", "--stage", "page") == 1
    assert run("show", "d") == 2
    assert run("show", "1998-05-03-minutes-of-the-harbor-board") == 2
    assert run("show", "nothing-of-the-kind") == 2

    golden(CASES / "show.golden", _recorded(lines))


def test_a_stage_is_given_raw(archive: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """With --raw the bytes themselves, for every stage; without, nothing that a terminal would act on."""
    evil = b"A letter\x1b[31m\r\n\r\nWords \x07 of it.\n"
    (archive / "seeds/evil.txt").write_bytes(evil)
    capfdbinary.readouterr()

    assert main(["show", "evil.txt", "--stage", "seed", "--raw"]) == 0
    assert capfdbinary.readouterr().out == evil
    assert main(["show", "1998", "--raw"]) == 0
    assert capfdbinary.readouterr().out == (archive / MINUTES).read_bytes()
    assert main(["show", "evil.txt", "--stage", "seed"]) == 0
    assert b"\x1b" not in capfdbinary.readouterr().out


@pytest.mark.usefixtures("archive")
def test_a_page_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    """A document's page, when the archive can be built."""
    assert main(["note", "1998", "--all", "--reason", "A slip.", "--by", "E. Ditor"]) == 0
    capsys.readouterr()

    assert main(["show", "1998", "--stage", "page", "--raw"]) == 0
    assert "<h1" in capsys.readouterr().out


def test_a_changed_seed_is_settled(archive: Path, say: tuple[Session, list[str]], golden: Golden) -> None:
    """One clear conflict, both texts side by side, and one command either way; the person's text is kept."""
    run, lines = say
    assert run("note", "1998", "--all", "--reason", "A slip.", "--by", "E. Ditor") == 0
    seed = archive / "seeds/minutes.txt"
    words = seed.read_text("utf-8").replace("Minutes of", "Copy\n\nMinutes of").replace("against it", "against")
    seed.write_text(words, encoding="utf-8")
    mine = (archive / MINUTES).read_text("utf-8")
    assert run("build") == 1
    assert (archive / f"{MINUTES}.new").is_file()
    assert run("diff", "1998") == 1
    assert run("settle", "1998") == 2
    assert run("settle", "1998", "--take", "mine") == 0
    assert not (archive / f"{MINUTES}.new").exists()
    settled = (archive / MINUTES).read_text("utf-8")
    assert run("diff", "1998") == 1
    assert run("settle", "1998", "--take", "draft") == 2

    changed = [(one, other) for one, other in zip(mine.split("\n"), settled.split("\n"), strict=True) if one != other]
    assert [re.sub(r"lines?: \d+|[0-9a-f]{64}", "", one) for one, _ in changed] == [
        re.sub(r"lines?: \d+|[0-9a-f]{64}", "", other) for _, other in changed
    ]
    golden(CASES / "settle.golden", _recorded(lines))


def test_a_fresh_draft_takes_the_place_of_an_edition_that_is_kept(archive: Path) -> None:
    """With --take draft the edition is kept beside it, under a name that nothing has yet; nothing is overwritten."""
    mine = (archive / MINUTES).read_bytes()
    (archive / f"{MINUTES}.bak").write_bytes(b"older")
    seed = archive / "seeds/minutes.txt"
    seed.write_text(seed.read_text("utf-8").replace("against it", "against"))

    assert main(["settle", "1998", "--take", "draft"]) == 0

    assert (archive / f"{MINUTES}.bak").read_bytes() == b"older"
    assert (archive / f"{MINUTES}.2.bak").read_bytes() == mine
    assert "against." in (archive / MINUTES).read_text("utf-8")
    assert main(["check"]) == 0


def test_a_waiting_draft_that_was_edited_is_left(archive: Path) -> None:
    """Settling removes the draft that waits beside an edition only where the program wrote every byte of it."""
    seed = archive / "seeds/minutes.txt"
    seed.write_text(seed.read_text("utf-8").replace("against it", "against"))
    main(["normalise"])
    waiting = archive / f"{MINUTES}.new"
    waiting.write_text(waiting.read_text("utf-8") + "\nMine.\n")
    before = waiting.read_bytes()

    assert main(["settle", "1998", "--take", "mine"]) == 0

    assert waiting.read_bytes() == before


@pytest.mark.parametrize(
    "command", [("note", "1998", "--all", "--reason", "x", "--by", "me"), ("settle", "--take", "mine", "1998")]
)
def test_a_file_that_is_saved_meanwhile_is_left(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: tuple[str, ...]
) -> None:
    """What a person saves between our reading and our writing stays, and is told."""
    from muniment import disk

    if command[0] == "settle":
        seed = archive / "seeds/minutes.txt"
        seed.write_text(seed.read_text("utf-8").replace("against it", "against"))
    read = disk.read

    def late(*words: object) -> object:
        told = read(*words)  # type: ignore[arg-type] # passed on as they came
        (archive / MINUTES).write_text("Saved at the last moment.\n", encoding="utf-8")
        return told

    monkeypatch.setattr(disk, "read", late)

    assert main(list(command)) == 1
    assert "W-010" in capsys.readouterr().err
    assert (archive / MINUTES).read_text("utf-8") == "Saved at the last moment.\n"


def test_an_archive_is_begun(
    archive: Path, say: tuple[Session, list[str]], golden: Golden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It builds at once, has nothing wrong in it, and is never begun over something else."""
    from muniment.cli import origin

    monkeypatch.setattr(origin, "requirement", lambda: "muniment==0")
    run, lines = say
    assert run("new", "letters") == 0
    assert run("--root", "letters") == 0
    assert run("check", "--root", "letters", "--strict") == 0
    assert run("new", "letters") == 2
    (archive / "mine").mkdir()
    (archive / "mine/README.md").write_text("Mine.\n")
    (archive / "mine/.git").mkdir()
    assert run("new", "mine", "--title", 'The "letters" of \\ Ane Holm') == 0

    assert (archive / "mine/README.md").read_text() == "Mine.\n"
    assert 'title = "The letters of  Ane Holm"' in (archive / "mine/site_src/archive.toml").read_text("utf-8")
    golden(CASES / "new.golden", _recorded(lines))


def test_an_archive_is_begun_in_another_language(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its pages speak it, those to be filled in as well where the program has them; what is no tag is refused."""
    assert main(["new", "koret", "--language", "norsk"]) == 2
    assert main(["new", "koret", "--language", "nb"]) == 0
    assert main(["new", "choeur", "--language", "fr"]) == 0
    assert main(["build", "--strict", "--root", "koret"]) == 0

    assert "it is a tag such as en, nb, fr or en-GB" in capsys.readouterr().err
    assert "<title>Om arkivet" in (archive / "koret/dist/about.html").read_text("utf-8")
    assert 'language = "fr" ' in (archive / "choeur/site_src/archive.toml").read_text("utf-8")
    assert "# About" in (archive / "choeur/site_src/pages/about.md").read_text("utf-8")


@pytest.mark.parametrize("language", ["en", "nb"])
def test_a_page_that_nobody_has_written_is_told_until_somebody_has(
    archive: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    """In every language that `new` has: a page begun with a request to its editor is not published in silence."""
    assert main(["new", "letters", "--language", language]) == 0
    pages = sorted((archive / "letters/site_src/pages").iterdir())

    def unwritten() -> list[str]:
        problems = _json(capsys, "build", "--json", "--root", "letters")["problems"]
        assert isinstance(problems, list)
        return [each["path"] for each in problems if each["code"] == "P-004"]

    assert unwritten() == [f"site_src/pages/{page.name}" for page in pages]
    for page in pages:
        lines = page.read_text("utf-8").split("\n")
        asked = ("Say here", "Say where", "Skriv her", "Skriv hvor")
        page.write_text("\n".join("Done." if line.startswith(asked) else line for line in lines), encoding="utf-8")
    assert unwritten() == []


def test_build_and_check_count_alike(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where only `check` knows what earlier drafts left unsure: both count the documents, not what is in them."""
    assert main(["new", "letters"]) == 0
    (archive / "letters/seeds/letter.txt").write_text("Lindal, perhaps 1923\n\nDear Mr Vik,\n\nThe stove has come.\n")
    capsys.readouterr()

    counts = []
    for command in ("build", "build", "check", "normalise"):
        assert main([command, "--root", "letters"]) == 0
        counts += re.findall(r"^0 errors.* to look at", capsys.readouterr().out, re.MULTILINE)

    assert counts == ["0 errors, 0 warnings, 2 documents and 2 other files to look at"] * 4


@pytest.mark.parametrize("tag", ["nb", "no", "nb-NO", "nn"])
def test_a_norwegian_archive_begins_in_norwegian(archive: Path, tag: str) -> None:
    """Under each of its tags for which the pages speak it: what is to be filled in is no stranger to them."""
    assert main(["new", "koret", "--language", tag]) == 0
    assert main(["--root", "koret"]) == 0
    page = (archive / "koret/dist/about.html").read_text("utf-8")

    assert "<title>Om arkivet" in page
    assert "Skriv her hva dokumentene er" in page
    assert ">Dokumenter</a>" in page


def test_a_page_says_whether_anybody_has_reviewed_it(archive: Path) -> None:
    """A draft that the program made is not passed off as an edition that somebody has read."""
    assert main(["new", "letters"]) == 0
    assert main(["--root", "letters"]) == 0
    (edition,) = (archive / "letters/site_src/documents").iterdir()
    page = archive / f"letters/dist/documents/{edition.stem}.html"
    row = r"<dt>Reviewed</dt>\s*<dd><span class=\"value\">([^<]*)"
    assert re.findall(row, page.read_text("utf-8")) == ["by nobody yet"]

    edition.write_text(edition.read_text("utf-8").replace('reviewed: "no"', "reviewed: E. Ditor, 2026-01-31"))
    assert main(["--root", "letters"]) == 0
    assert re.findall(row, page.read_text("utf-8")) == ["E. Ditor, 2026-01-31"]


def test_the_workflow_of_a_new_archive_has_the_versions_of_ours(archive: Path) -> None:
    """Every action stands there with the very version that the program's own workflow uses."""
    main(["new", "letters"])
    pattern = r"uses: (\S+@.+)"
    own = re.findall(pattern, (ROOT / ".github/workflows/pages.yml").read_text("utf-8"))
    new = re.findall(pattern, (archive / "letters/.github/workflows/pages.yml").read_text("utf-8"))

    assert sorted(set(new)) == sorted(set(new) & set(own))
    assert len(new) == 5


def test_a_new_archive_says_where_its_program_comes_from(monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository with its commit where pip can reach it, without anybody's credentials; else nothing."""
    from muniment.cli import origin

    commit = "0123456789abcdef0123456789abcdef01234567"
    told = {
        "https://token@example.org/a/muniment.git": f"muniment @ git+https://example.org/a/muniment.git@{commit}",
        "git@example.org:a/muniment.git": f"muniment @ git+ssh://git@example.org/a/muniment.git@{commit}",
        "/home/me/muniment": "",
        "": "",
    }
    for address, requirement in told.items():
        answers = {"config": address, "rev-parse": commit, "branch": "origin/main", "diff": ""}
        monkeypatch.setattr(origin, "_git", lambda _, *words, answers=answers: answers[words[0]])

        assert origin.requirement() == requirement

    for own in ({"branch": ""}, {"diff": "build.py"}):  # a commit, or a change, that only this machine has
        known = {**answers, "config": "https://example.org/a/muniment.git", **own}
        monkeypatch.setattr(origin, "_git", lambda _, *words, known=known: known[words[0]])

        assert not origin.requirement()


@pytest.mark.parametrize(
    ("told", "requirement"),
    [
        (None, "muniment==VERSION"),
        ({"url": "https://me:token@example.org/m.whl", "archive_info": {}}, "muniment @ https://example.org/m.whl"),
        ({"url": "file:///home/me/m.whl", "archive_info": {}}, ""),
        ({"url": "file:///home/me/muniment", "dir_info": {}}, ""),
        ({"url": ROOT.as_uri(), "dir_info": {}}, "muniment @ git+https://example.org/m@COMMIT"),
        (
            {"url": "https://me@example.org/m", "vcs_info": {"vcs": "git", "commit_id": "a" * 40}},
            f"muniment @ git+https://example.org/m@{'a' * 40}",
        ),
    ],
    ids=["from an index", "a wheel on the web", "a wheel here", "a folder without git", "a clone", "a repository"],
)
def test_an_installed_program_knows_where_it_came_from(
    monkeypatch: pytest.MonkeyPatch, told: dict[str, object] | None, requirement: str
) -> None:
    """As pip has written it down; a version alone only where pip itself found the program by its name."""
    from importlib import metadata

    from muniment import __version__
    from muniment.cli import origin

    class Installed:
        def read_text(self, _: str) -> str | None:
            return None if told is None else json.dumps(told)

    monkeypatch.setattr(metadata, "distribution", lambda _: Installed())
    answers = {"config": "https://example.org/m", "rev-parse": "b" * 40, "branch": "origin/main", "diff": ""}
    monkeypatch.setattr(origin, "_git", lambda _, *words: answers[words[0]])

    assert origin.requirement() == requirement.replace("VERSION", __version__).replace("COMMIT", "b" * 40)


def test_a_new_archive_whose_program_nobody_can_reach(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`new` says what has to be filled in, and pip refuses the line until it is; nobody else's package is taken."""
    from muniment.cli import origin

    monkeypatch.setattr(origin, "requirement", lambda: "")
    assert main(["new", "letters"]) == 0

    assert "Say in requirements.txt" in capsys.readouterr().out
    words = ("install", "--no-index", "--dry-run", "-r", str(archive / "letters/requirements.txt"))
    told = subprocess.run([sys.executable, "-m", "pip", *words], capture_output=True, text=True, check=False)  # noqa: S603 our own
    assert told.returncode == 1
    assert "Invalid requirement: 'muniment @ ADDRESS-OF-YOUR-COPY'" in told.stderr
    monkeypatch.setattr(origin, "requirement", lambda: "muniment==0")
    assert main(["new", "papers"]) == 0
    assert "requirements.txt from" not in capsys.readouterr().out


def test_files_are_taken_in(archive: Path, say: tuple[Session, list[str]], golden: Golden) -> None:
    """Byte for byte; nothing is replaced, nothing taken in twice, nothing that no reader can read."""
    run, lines = say
    desk = archive / "desk"
    desk.mkdir()
    (desk / "cable.txt").write_bytes(b"A cable\r\n\r\nStop.")
    (desk / "copy.txt").write_bytes((archive / "seeds/minutes.txt").read_bytes())
    (desk / "letter.txt").write_bytes(b"Another letter\n\nDear Sir,\n")
    (desk / "picture.txt").write_bytes(b"\x00\x01")
    for litter in (".hidden.txt", "~$letter.docx", "Thumbs.db", "letter.txt~"):
        (desk / litter).write_bytes(b"Hidden\n\nWords.\n")
    before = {path.name: path.read_bytes() for path in (archive / "seeds").iterdir()}
    assert run("ingest", "desk") == 1
    assert run("ingest", "desk/letter.txt", "--as", "1923-letter.txt") == 0
    assert run("ingest", "desk/cable.txt", "--as", "../cable.txt") == 1
    assert run("ingest", "desk", "--as", "x.txt") == 2
    assert run("ingest", "nowhere.txt") == 2
    assert run("ingest", "desk/leter.txt") == 2
    after = {path.name: path.read_bytes() for path in (archive / "seeds").iterdir()}

    assert before.items() <= after.items()
    assert sorted(after) == ["1923-letter.txt", "cable.txt", "letter.txt", "minutes.txt"]
    assert after["cable.txt"] == b"A cable\r\n\r\nStop."
    golden(CASES / "ingest.golden", _recorded(lines))


def test_a_file_whose_reader_is_missing_is_not_blamed(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What to install is said, by `ingest` and by `doctor`; a file that is broken is still told to be."""
    (archive / "letter.docx").write_bytes(package(paragraph("Dear Sir,")))
    (archive / "broken.docx").write_bytes(b"no package")
    monkeypatch.setitem(sys.modules, "docx", None)

    assert main(["ingest", "letter.docx", "broken.docx"]) == 1
    told = capsys.readouterr().err
    assert "letter.docx: S-100 " in told
    assert "Install it: pip install 'python-docx" in told
    assert "broken.docx: C-005 " in told
    monkeypatch.undo()
    monkeypatch.chdir(archive)
    assert main(["ingest", "letter.docx"]) == 0


def test_what_the_program_made_is_removed(archive: Path, say: tuple[Session, list[str]], golden: Golden) -> None:
    """The site by its manifest and the memory; sources, waiting drafts and other people's files stay."""
    run, lines = say
    assert main(["note", "1998", "--all", "--reason", "A slip.", "--by", "E. Ditor"]) == 0
    assert main([]) == 0
    sources = {path: path.read_bytes() for path in archive.rglob("*") if path.is_file() and "dist" not in path.parts}
    (archive / "dist/mine.txt").write_text("mine")
    (archive / "dist/index.html").write_text("altered")
    assert run("clean", "--dry-run") == 0
    assert run("clean") == 0
    left = sorted(path.name for path in (archive / "dist").iterdir())
    assert left == ["index.html", "manifest-sha256.txt", "mine.txt"]
    (archive / "dist/mine.txt").unlink()
    (archive / "dist/index.html").unlink()
    assert run("clean") == 0
    assert run("clean") == 0

    assert not (archive / "dist").exists()
    assert not (archive / ".muniment-cache").exists(), "the memory holds a file that cache.FILES does not name"
    assert {path: path.read_bytes() for path in archive.rglob("*") if path.is_file()}.items() <= sources.items()
    assert all(path.is_file() for path in sources if ".muniment-cache" not in path.parts)
    golden(CASES / "clean.golden", _recorded(lines))


def test_a_site_published_before_cleaning_could_begin_is_removed_whole(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is removed is what stands there once no build can publish any more, not what stood there at first."""
    assert main(["note", "1998", "--all", "--reason", "A slip.", "--by", "E. Ditor"]) == 0
    assert main([]) == 0
    waiting, alone = [True], system.alone

    def behind_another(folder: Path) -> AbstractContextManager[None]:
        if waiting and folder.resolve() == archive.resolve():
            waiting.clear()
            (archive / "site_src/pages").mkdir(exist_ok=True)
            (archive / "site_src/pages/later.md").write_text("# Later\n\nMore.\n")
            assert main([]) == 0
        return alone(folder)

    monkeypatch.setattr(system, "alone", behind_another)

    assert main(["clean"]) == 0
    assert not waiting
    assert "C-006" not in capsys.readouterr().err
    assert not (archive / "dist").exists()


def test_a_folder_that_is_no_site_is_not_cleaned(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What holds no manifest of ours, or sources, is left whole."""
    (archive / "other").mkdir()
    (archive / "other/index.html").write_text("mine")

    assert main(["clean", "--out", "other"]) == 0
    assert "C-006" in capsys.readouterr().err
    assert main(["clean", "--out", "seeds"]) == 1
    assert "W-002" in capsys.readouterr().err
    assert (archive / "other/index.html").is_file()
    assert len(list((archive / "seeds").iterdir())) == 2


@pytest.mark.usefixtures("archive")
def test_codes_are_explained(say: tuple[Session, list[str]], golden: Golden) -> None:
    """A code in any writing, and what was meant where there is none such."""
    run, lines = say
    assert run("explain", "e7") == 0
    assert run("explain", "A-042") == 0
    assert run("explain", "E-777") == 2
    assert run("explain", "lettr.txt") == 2

    golden(CASES / "explain.golden", _recorded(lines))


@pytest.mark.usefixtures("archive")
def test_a_seed_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """Each field with its candidates, how sure they are and why; each change with its rule."""
    assert main(["explain", "1998"]) == 0
    told = capsys.readouterr().out

    assert re.search(r"^  title +\* \d\.\d\d Minutes of the harbour board$", told, re.MULTILINE)
    assert re.search(r'line 3, "3 May 1998", attested: \w+', told)
    assert re.search(r"^  place +nothing found$", told, re.MULTILINE)
    assert re.search(r"^  line 1 +lift-head: It is the title\.$", told, re.MULTILINE)


def test_a_seed_that_cannot_be_read_is_explained(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Why it cannot be read."""
    (archive / "seeds/broken.txt").write_bytes(b"Words\n\0")

    assert main(["explain", "seeds/broken.txt"]) == 1
    assert "S-002" in capsys.readouterr().out


@pytest.mark.usefixtures("archive")
def test_the_machine_is_looked_at(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """One screen; bad only what keeps a person from working."""
    assert main(["doctor"]) == 0
    told = capsys.readouterr().out
    assert len(told.splitlines()) <= 24
    assert "2 seeds, 2 editions" in " ".join(told.split())

    from muniment.cli import health

    monkeypatch.setattr(health, "find_spec", lambda module: module != "docx")
    assert main(["doctor"]) == 0
    assert "plain text, web pages; Word documents not, for want of python-docx, PDF" in capsys.readouterr().out
    monkeypatch.setattr(health, "_needed", lambda: [("click", ">=999"), ("no-such-library", "")])
    assert main(["doctor"]) == 1
    told = capsys.readouterr().out
    assert re.search(r"^bad +libraries +click is \S+, not >=999; no-such-library is missing$", told, re.MULTILINE)


@pytest.mark.parametrize(
    ("version", "wanted", "fits"),
    [
        ("3.1.6", ">=3.1.6", True),
        ("3.1.10", ">=3.1.6", True),
        ("3.1", ">=3.1.6", False),
        ("4.0.0", ">=4,<5", True),
        ("5.0", ">=4,<5", False),
        ("0.0.1", "==0.0.1", True),
        ("0.0.2", "==0.0.1", False),
        ("1.0", "", True),
    ],
)
def test_versions_are_compared_by_their_numbers(version: str, wanted: str, *, fits: bool) -> None:
    """A tenth of a tenth is more than a sixth."""
    from muniment.cli import health

    assert health._fits(version, wanted) == fits


def test_git_that_would_change_seeds_is_bad(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Where git converts line ends and nothing guards the seeds, the doctor says so; the near miss is guarded."""
    git = ["git", "-c", "init.defaultBranch=main"]
    subprocess.run([*git, "init", "-q"], cwd=archive, check=True)  # noqa: S603 our own words
    subprocess.run([*git, "config", "core.autocrlf", "true"], cwd=archive, check=True)  # noqa: S603 our own words

    assert main(["doctor"]) == 1
    assert "git would change those of your seeds" in capsys.readouterr().out
    (archive / ".gitattributes").write_text("seeds/** -text\n")
    assert main(["doctor"]) == 0


def test_annotations_for_github(archive: Path, say: tuple[Session, list[str]], golden: Golden) -> None:
    """Workflow commands with file, line and column, words escaped as GitHub asks."""
    run, lines = say
    (archive / "site_src/documents/100%,a:b.md").write_text("---\nid: x\ncolour: 100%, red\n---\n")
    (archive / MINUTES).write_text((archive / MINUTES).read_text("utf-8").replace("most of", "50%, “most” of"))
    assert run("check", "--format", "github") == 1

    golden(CASES / "github.golden", _recorded(lines))


def test_a_problem_of_every_page_is_told_once(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Once with the number of places and the first of them; all with -v, and all in JSON."""
    (archive / "templates").mkdir()
    shipped = (ROOT / "templates/base.html").read_text("utf-8")
    own = shipped.replace("</body>", '<a href="gone.html">Gone</a></body>')
    (archive / MINUTES).unlink()
    (archive / "templates/base.html").write_text(own, encoding="utf-8")

    assert main(["-q"]) == 1
    once = capsys.readouterr().err
    main(["-v"])
    every = capsys.readouterr().err

    assert once.count("L-001") == 1
    assert re.search(r"The same in [0-9]+ more places: .+\.html:[0-9]+, .+, and [0-9]+ more \(-v lists all\)", once)
    assert every.count("L-001") > 10


def test_each_mistake_of_a_person_is_told(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """However often the same is made: each file is named with its line."""
    for number in range(6):
        (archive / f"site_src/documents/{number}.md").write_text(f"---\nid: x{number}\ncolour: red\n---\n")
        (archive / f"seeds/{number}.txt").write_bytes(b"Word\0s\n")

    main(["check", "-q"])
    told = capsys.readouterr().err

    assert re.findall(r"documents/(\d)\.md:3: F-022", told) == [*"012345"]
    assert re.findall(r"seeds/(\d)\.txt:1: S-002", told) == [*"012345"]


def test_commands_for_another_archive_name_it(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command ready to be pasted works where it was printed, and paths can be opened from there."""
    monkeypatch.chdir(archive.parent)

    main(["check", "--root", "archive"])
    told = capsys.readouterr()

    assert f"archive/{MINUTES}:23: E-007" in told.err
    assert 'muniment note 1998-05-03 --seed-line 7 --words the --reason "…" --root archive' in told.out


def test_options_may_stand_before_the_command(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--root DIR check` is `check --root DIR`; a value that is called like a command is a value."""
    monkeypatch.chdir(archive.parent)
    shutil.copytree(archive, archive.parent / "check")

    assert main(["--root", "archive", "note", "1998"]) == 1
    assert "archive/site_src" in capsys.readouterr().out
    assert main(["--root", "check", "--quiet"]) == 1
    assert "check/site_src" in capsys.readouterr().err


def test_a_template_that_nothing_shows_is_told(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One that stands in for a template of the program is read, and so is what it names; a misspelt one is not."""
    main(["new", "letters"])
    templates = archive / "letters/templates"
    templates.mkdir()
    for name, text in (("footer.html", '{% include "mine.html" %}'), ("mine.html", ""), ("docment.html", "")):
        (templates / name).write_text(text, encoding="utf-8")
    capsys.readouterr()
    main(["check", "--root", "letters"])

    told = capsys.readouterr().err
    assert told.count("A-014") == 1
    assert "templates/docment.html: A-014 warning: nothing reads this file.\n" in told
    assert 'Did you mean "templates/document.html"?' in told


def test_a_dead_link_is_told_where_it_was_written(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the line and a mark at a terminal, and beside the line of the text in a workflow."""
    main(["new", "letters"])
    page = archive / "letters/site_src/pages/about.md"
    page.write_text("# About\n\nSee [this](nowhere.html).\n", encoding="utf-8")
    main(["check", "--root", "letters"])
    told = capsys.readouterr().err
    main(["check", "--root", "letters", "--format", "github"])

    said = capsys.readouterr().out
    assert 'letters/site_src/pages/about.md:3: L-001 "nowhere.html" leads to no file of the site.\n' in told
    assert "     3 | See [this](nowhere.html).\n" in told
    assert "::error file=letters/site_src/pages/about.md,line=3,col=12,endColumn=23,title=L-001::" in said


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("build",), 1),
        (("check",), 1),
        (("normalise",), 1),
        (("show", "x"), 2),
        (("explain", "x"), 2),
        (("clean",), 0),
        (("doctor",), 0),
        (("words", "fr"), 1),
        (("schemas",), 0),
    ],
    ids=lambda each: each[0] if isinstance(each, tuple) else "",
)
def test_an_empty_folder_is_no_fault(
    words: tuple[str, ...], code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whoever stands in the wrong folder is told so."""
    assert main([*words, "--root", str(tmp_path)]) == code
    assert "a fault of the program" not in capsys.readouterr().err


@pytest.mark.usefixtures("archive")
def test_mistyped_words_are_told_with_what_was_meant(say: tuple[Session, list[str]], golden: Golden) -> None:
    """Commands, options, values and folders."""
    run, lines = say
    assert run("chek") == 2
    assert run("frobnicate") == 2
    assert run("--strikt") == 2
    assert run("build", "extra") == 2
    assert run("check", "seeds") == 2
    assert run("explain", "zzz") == 2
    assert run("check", "--root", "seedz") == 2
    assert run("check", "--format", "jsn") == 2
    assert run("check", "--json", "--format", "github") == 2
    assert run("build", "--base-url", "example.org") == 2
    assert run("show", "1998", "--stage", "Seeds") == 2
    assert run("serve", "--port", "99999") == 2
    assert run("note", "1998", "--line", "0") == 2
    assert run("note", "1998", "--reason", "As", "printed.") == 2
    assert run("diff") == 2
    assert run("settle", "1998") == 2
    assert run("check", "--root") == 2
    assert run("check", "--root", "seed") == 2

    golden(CASES / "usage.golden", _recorded(lines))


def test_a_remedy_can_be_typed_where_the_archive_is_elsewhere(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command that a message names has the --root that the run had; pasted, it explains the difference."""
    monkeypatch.chdir(archive.parent)
    assert main(["build", "--root", "archive"]) == 1
    told = re.findall(r"muniment (--root archive note \S+ --seed-line \d+) --reason", capsys.readouterr().err)
    assert len(told) == 2

    for words, changed in zip(told, ("many", "the"), strict=True):
        assert main([*words.split(), "--words", changed, "--reason", "A slip.", "--by", "E. Ditor"]) == 0
    assert main(["build", "--root", "archive"]) == 0


@pytest.mark.parametrize("command", ["build", "check", "show", "ingest", "clean"])
def test_a_folder_inside_an_archive_is_not_taken_for_one(
    archive: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    """Whoever stands among the editions is told where the archive is; an archive inside another's folder is its own."""
    before = sorted(archive.rglob("*"))
    monkeypatch.chdir(archive / "site_src/documents")
    words = {"show": ["1998"], "ingest": [MINUTES.rpartition("/")[2]]}.get(command, [])
    assert main([command, *words]) == 2
    assert "Add --root ../..," in capsys.readouterr().err
    assert sorted(archive.rglob("*")) == before

    monkeypatch.chdir(archive)
    (archive / "seeds/inner/seeds").mkdir(parents=True)
    assert main(["check", "--root", "seeds/inner"]) == 1
    assert "S-090" in capsys.readouterr().err


def test_a_site_that_was_never_published_is_not_called_damaged(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`check --dist` says that there is none, and how to come by it."""
    assert main(["check", "--dist"]) == 1
    told = capsys.readouterr().err
    assert "dist: W-026 there is no published site here yet." in told
    assert "W-024" not in told
    (archive / "dist").mkdir()
    assert main(["check", "--dist"]) == 1
    assert "W-024" in capsys.readouterr().err


def test_a_diff_and_the_page_count_the_same_differences(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Those of wording and those of form together are what the document's page says."""
    assert main(["note", "1998", "--all", "--reason", "A slip.", "--by", "E. Ditor"]) == 0
    assert main([]) == 0
    capsys.readouterr()
    assert main(["diff", "1998"]) == 0
    told = re.search(r"^(\d+) places? .* (\d+) differences? of form only\.$", capsys.readouterr().out, re.MULTILINE)
    page = next((archive / "dist/documents").glob("1998*board.html")).read_text("utf-8")

    assert told is not None
    assert f": {int(told[1]) + int(told[2])} differences, each listed" in page


LOADED = """
import sys
sys.path.insert(0, {root!r})
sys.argv = ["muniment", "--help"]
from muniment.cli import main
assert main() == 0
print(sorted(name for name in sys.modules if name.partition(".")[0] in {heavy!r} or name in {ours!r}), file=sys.stderr)
"""
HEAVY = (
    *("jinja2", "markdown_it", "yaml", "frontmatter", "pygments", "tornado", "livereload", "pydantic", "rich", "edtf"),
    *("json", "hashlib", "subprocess", "tempfile", "difflib", "socket", "asyncio", "multiprocessing"),
)
OURS = ("muniment.model", "muniment.problems", "muniment.line", "muniment.disk", "muniment.cache", "muniment.desk")


def test_help_loads_nothing_slow() -> None:
    """Neither a library but click, nor a module that reads, nor any of the line."""
    words = LOADED.format(root=str(ROOT), heavy=HEAVY, ours=OURS)
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True)  # noqa: S603

    assert told.stdout.startswith("Usage: muniment [OPTIONS] COMMAND")
    assert told.stderr == "[]\n"


def test_every_command_says_of_itself_what_the_list_says() -> None:
    """Each row of the list leads to a command with examples in its help, and no room is without its row."""
    from muniment.cli.group import ROWS
    from muniment.cli.running import program

    rooms = sorted(path.stem for path in (ROOT / "muniment/cli/commands").glob("*.py") if path.stem != "__init__")
    helps = {name: program.get_command(None, name).help for name in ROWS}  # type: ignore[arg-type, union-attr]

    assert sorted(row.room for row in ROWS.values()) == rooms
    silent = [name for name, text in helps.items() if f"python build.py {name}" not in (text or "")]
    assert silent == ["build"]  # which needs no name


def test_the_page_of_commands_is_up_to_date() -> None:
    """docs/commands.md lists every command with every option as it is; tools/commands_page.py writes it."""
    from tools import commands_page

    assert commands_page.page() == (ROOT / "docs/commands.md").read_text("utf-8")


def test_the_line_of_a_table_is_the_one_with_the_words(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Shown is the line that holds what is wrong, not an earlier one that the message names too."""
    people = '[[person]]\nid = "grey"\nname = "Mr Grey"\n# as signed\nvariants = ["E. Grey", "Edw. Grey"]\n'
    (archive / "site_src/authorities").mkdir(exist_ok=True)
    (archive / "site_src/authorities/people.toml").write_text(people, encoding="utf-8")

    main(["check"])

    told = capsys.readouterr().err
    mark = '     5 | variants = ["E. Grey", "Edw. Grey"]\n       |              ^^^^^^^\n'
    assert 'people.toml:1: A-075 warning: no document prints "E. Grey"' in told
    assert mark in told
    assert '     2 | id = "grey"' not in told


@pytest.mark.parametrize("called", ["build.py", "./build.py", "../x/build.py"])
def test_the_program_is_named_as_it_was_called(monkeypatch: pytest.MonkeyPatch, called: str) -> None:
    """A command that is printed can be pasted: the interpreter as typed, a whole path by its name."""
    from muniment.cli import calling

    monkeypatch.setattr(sys, "argv", [called])
    monkeypatch.setattr(sys, "orig_argv", [".venv/bin/python", called])
    assert calling.line("check", root="a b") == f".venv/bin/python {called} check --root 'a b'"

    monkeypatch.setattr(sys, "orig_argv", ["/usr/bin/python3", called])
    assert calling.name() == f"python3 {called}"
    monkeypatch.setattr(sys, "argv", ["/x/bin/muniment"])
    assert calling.in_words("Run python build.py check.") == "Run muniment check."


@pytest.mark.parametrize(
    ("form", "words"),
    [
        ("note-list", ("note", "1998")),
        ("build", ("build",)),
        ("normalise", ("normalise",)),
        ("check", ("check",)),
        ("show", ("show", "1998", "--stage", "draft")),
        ("diff", ("diff", "1998")),
        ("note-written", ("note", "1998", "--all", "--reason", "x", "--by", "me", "--dry-run")),
        ("code", ("explain", "E-007")),
        ("codes", ("explain",)),
        ("explanation", ("explain", "minutes.txt")),
        ("ingest", ("ingest", "seeds/minutes.txt")),
        ("new", ("new", "letters")),
        ("clean", ("clean", "--dry-run")),
        ("doctor", ("doctor",)),
        ("schemas", ("schemas",)),
        ("words", ("words", "fr")),
    ],
)
@pytest.mark.usefixtures("archive")
def test_json_holds_to_its_schema(capsys: pytest.CaptureFixture[str], form: str, words: tuple[str, ...]) -> None:
    """What a command prints with --json is one value, documented field by field."""
    code = main([*words, "--json"])
    told = json.loads(capsys.readouterr().out)
    rules = json.loads((ROOT / "muniment/data/command-line.schema.json").read_text("utf-8"))

    jsonschema.validate(told, {**rules, "$ref": f"#/$defs/{form}"})
    assert code == (told.get("exit_code", code) if isinstance(told, dict) else 0)


def test_links_are_those_of_the_pages_made_anew(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A first build counts all; one after an edit says how many pages it made; one that made none counts none."""
    assert main(["note", "1998", "--all", "--reason", "x", "--by", "me"]) == 0
    first = _json(capsys, "build", "--json")
    assert first["remade"] == first["pages"]
    (archive / LETTER).write_text((archive / LETTER).read_text("utf-8") + "\n", encoding="utf-8")
    assert main(["build"]) == 0
    told = re.search(r", (\d+) pages \((\d+) made anew, \d+ links? checked\), ", capsys.readouterr().out)
    assert told is not None
    assert int(told[1]) == first["pages"] > int(told[2]) > 0
    assert main(["build", "--strict"]) == 0
    assert f"{first['pages']} pages, {first['files']} files" in capsys.readouterr().out


def test_json_names_the_line_that_has_a_dead_link(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program that reads JSON is led to the text an editor can mend, as a person is; `build` and `check` agree."""
    assert main(["note", "1998", "--all", "--reason", "A slip.", "--by", "E. Ditor"]) == 0
    (archive / "site_src/pages").mkdir(exist_ok=True)
    (archive / "site_src/pages/help.md").write_text("# Help\n\nAsk [us](contcat.html).\n")

    for command in ("build", "check"):
        told = _json(capsys, command, "--json")
        problems = told["problems"]
        assert isinstance(problems, list)
        dead = [(each["path"], each["line"]) for each in problems if each["code"] == "L-001"]
        assert dead == [("site_src/pages/help.md", 3)]


def test_json_of_a_build_and_of_a_conflict(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same for a build that publishes, one with nothing to do, a conflict, and a refusal."""
    rules = json.loads((ROOT / "muniment/data/command-line.schema.json").read_text("utf-8"))

    def holds(form: str, *words: str) -> dict[str, object]:
        told = _json(capsys, *words, "--json")
        jsonschema.validate(told, {**rules, "$ref": f"#/$defs/{form}"})
        return told

    holds("note-written", "note", "1998", "--all", "--reason", "x", "--by", "me")
    assert holds("build", "build")["published"] == "dist"
    seed = archive / "seeds/minutes.txt"
    seed.write_text(seed.read_text("utf-8").replace("against it", "against"))
    assert holds("diff", "diff", "1998")["conflict"] is not None
    assert holds("settle", "settle", "1998", "--take", "mine", "--dry-run")["is_written"] is False
    assert holds("settle", "settle", "1998", "--take", "mine")["left"] == 1
    (archive / MINUTES).write_text("no front matter")
    assert holds("refused", "note", "minutes.txt", "--all", "--reason", "x", "--by", "me")["exit_code"] == 1


def test_a_table_shows_the_line_that_its_problem_is_about(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A problem of a table of TOML is told at its head; the excerpt is of the line with the words, in that table."""
    words = '[[claim]]\nstates = ["NOR"]\nrelation = "host"\nbasis = "attested"\ndocument = "undatd-dear-mr-grey"\n'
    words += 'quote = "Norway"\n'
    relation = '[[relation]]\nid = "host"\nlabel = "Host"\nverb = "was host"\n'
    (archive / "site_src/archive.toml").write_text(relation, encoding="utf-8")
    (archive / "site_src/claims.toml").write_text(f"{words}\n{words.replace('datd', 'datedd')}", encoding="utf-8")

    main(["check", "-q"])
    told = capsys.readouterr().err

    assert 'site_src/claims.toml:1: A-018 no document has the id "undatd-dear-mr-grey"' in told
    assert f'     5 | document = "undatd-dear-mr-grey"\n       |             {"^" * 19}\n' in told
    assert f'    12 | document = "undatedd-dear-mr-grey"\n       |             {"^" * 21}\n' in told


@pytest.mark.parametrize(
    ("date", "meant"),
    [
        ("23 February 2007", 'Did you mean "2007-02-23"?'),
        ("February 2007", 'Did you mean "2007-02"?'),
        ("03/04/2007", 'Did you mean "2007-04-03" or "2007-03-04"?'),
        ("3 May", "Write 2007-02-23, or"),
        ("unknown", "Write 2007-02-23, or"),
    ],
)
def test_a_date_in_words_is_asked_about(
    archive: Path, capsys: pytest.CaptureFixture[str], date: str, meant: str
) -> None:
    """What the words of a date say is offered as EDTF; without a year nothing is."""
    edition = archive / MINUTES
    edition.write_text(edition.read_text("utf-8").replace("date: 1998-05-03", f"date: {date}"), encoding="utf-8")

    main(["check", "-q"])
    told = capsys.readouterr().err

    assert f'F-012 date "{date}" is not EDTF.\n     5 | date: {date}\n       |       {"^" * len(date)}\n' in told
    assert meant in told
