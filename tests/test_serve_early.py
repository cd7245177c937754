"""The document that is being worked on, shown before the rest of the archive is built."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from muniment.line import Inputs, Outcome
from muniment.serve import Preview, answers, building
from tests.conftest import ROOT
from tests.test_serve import SEED, Running

SPEECH = "2007-09-17-speech-at-the-civil-society-conference-at-the-10th"
NEWS = "2007-05-31-nearly-30-additional-countries-join-initiative-for-a-ban-on"
PATH = "site_src/documents/{}.md"


def _retitled(source: str) -> str:
    return source.replace("\ntitle: ", "\ntitle: Revised ", 1)


def _reviewed(source: str) -> str:
    return source.replace("\nreviewed: the editors", "\nreviewed: another editor", 1)


def _emended(source: str) -> str:
    note = "{kind: emendation, at: p3, quote: people like Nobel, text: The seed reads “like”., by: an editor}"
    words = source.replace("an audience that includes people like", "an audience that includes people notably", 1)
    return words.replace("\nnotes:\n", f"\nnotes:\n  - {note}\n", 1)


def _dated(source: str) -> str:
    return source.replace("\ndate: 2007", "\ndate: 2008", 1)


def _misquoted(source: str) -> str:
    return f"{source}\nWords that no seed has.\n"


def _broken(source: str) -> str:
    return source.replace("\n---\n", "\n", 1)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the shipped archive."""
    folder = tmp_path_factory.mktemp("early") / "archive"
    for name in ("seeds", "site_src"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture
def preview(archive: Path) -> Iterator[Preview]:
    """Give a preview that has built once and takes its builds for long; what is edited is put back."""
    made = Preview(root=archive, base_url="")
    _build(made)
    made.early.took = 1.0
    kept = {path: path.read_bytes() for path in archive.glob("site_src/documents/*.md")}
    yield made
    for path, content in kept.items():
        path.write_bytes(content)


def _build(preview: Preview) -> None:
    preview.watch.look()
    assert preview.build()


def _edit(preview: Preview, name: str, change: Callable[[str], str]) -> None:
    path = preview.root / PATH.format(name)
    path.write_text(change(path.read_text("utf-8")), encoding="utf-8")


def _page(preview: Preview, name: str = SPEECH, ending: str = "html") -> bytes:
    return preview.shown.files[f"documents/{name}.{ending}"]


@pytest.mark.parametrize(
    ("name", "change"), [(SPEECH, _retitled), (NEWS, _retitled), (SPEECH, _reviewed), (SPEECH, _emended)]
)
def test_what_is_shown_early_is_what_the_build_makes(preview: Preview, name: str, change: Callable[[str], str]) -> None:
    """Document, source and seed as they are shown ahead are byte for byte those of the build that follows."""
    before = dict(preview.shown.files)
    _edit(preview, name, change)
    preview.asked(f"documents/{name}.html")

    assert preview.hurry()
    early = dict(preview.shown.files)
    _build(preview)

    differing = {path for path in before if early[path] != before[path]}
    assert f"documents/{name}.html" in differing
    assert all(path.startswith(f"documents/{name}.") for path in differing)
    assert {path: early[path] for path in differing} == {path: preview.shown.files[path] for path in differing}
    assert preview.early.made == {}


@pytest.mark.parametrize("change", [_dated, _misquoted, _broken])
def test_what_is_more_than_a_matter_of_one_page_is_left_to_the_build(
    preview: Preview, change: Callable[[str], str]
) -> None:
    """A document that moves among the others, and one with a mistake, are not shown early."""
    before = _page(preview)
    _edit(preview, SPEECH, change)
    preview.asked(f"documents/{SPEECH}.html")

    assert not preview.hurry()
    assert _page(preview) == before


def test_only_what_somebody_looks_at_is_shown_early(preview: Preview) -> None:
    """The other documents come with the build; nothing is shown twice for one save."""
    _edit(preview, SPEECH, _retitled)

    assert not preview.hurry()
    preview.asked("documents.html")
    preview.asked(f"documents/{NEWS}.html")
    assert not preview.hurry()
    preview.asked(f"documents/{SPEECH}.source.html")
    assert preview.hurry()
    assert not preview.hurry()


def test_a_build_that_began_before_a_save_does_not_bring_the_old_page_back(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who saves while a build runs sees the save at once, and goes on seeing it."""
    run, seen = building.line.run, list[bytes]()

    def slowly(inputs: Inputs, **how: object) -> Outcome:
        _edit(preview, SPEECH, lambda source: source.replace("title: Revised", "title: Revised again"))
        assert preview.hurry()
        seen.append(_page(preview))
        return run(inputs, **how)  # type: ignore[arg-type]  # as they were given

    preview.asked(f"documents/{SPEECH}.html")
    _edit(preview, SPEECH, _retitled)
    monkeypatch.setattr(building.line, "run", slowly)
    _build(preview)
    seen.append(_page(preview))
    monkeypatch.undo()
    _build(preview)
    seen.append(_page(preview))

    assert b"Revised again" in seen[0]
    assert seen[0] == seen[1] == seen[2]
    assert b"Revised again" in preview.shown.files["documents.html"]


def test_no_page_made_ahead_outlives_its_edition(preview: Preview) -> None:
    """A save that only the build sees, one with a mistake, and a file that goes away end what was shown before them."""
    path = preview.root / PATH.format(SPEECH)
    source = path.read_text("utf-8")
    preview.asked(f"documents/{SPEECH}.html")
    path.write_text(_retitled(source), encoding="utf-8")
    assert preview.hurry()
    path.write_text(source.replace("\ntitle: ", "\ntitle: Later ", 1), encoding="utf-8")
    _build(preview)
    later = _page(preview)
    path.write_text(_retitled(source), encoding="utf-8")
    assert preview.hurry()
    path.write_text(_misquoted(source), encoding="utf-8")
    assert not preview.hurry()
    _build(preview)
    mistaken = _page(preview)
    path.write_text(_retitled(source), encoding="utf-8")
    _build(preview)
    path.write_text(_retitled(_retitled(source)), encoding="utf-8")
    assert preview.hurry()
    ahead = _page(preview)
    path.unlink()
    _build(preview)

    assert b"Later" in later
    assert mistaken == later
    assert b"Revised Revised" in ahead
    assert b"Revised Revised" not in _page(preview)
    assert preview.early.made == {}


def test_while_a_mistake_is_shown_nothing_is_shown_early(preview: Preview) -> None:
    """What is shown is the last good site, as the page says."""
    preview.asked(f"documents/{SPEECH}.html")
    _edit(preview, NEWS, _broken)
    _build(preview)
    before = _page(preview)
    _edit(preview, SPEECH, _retitled)

    assert not preview.hurry()
    assert _page(preview) == before


@pytest.mark.parametrize("way", ["empty", "link", "gone", "pipe"])
def test_a_file_that_is_not_there_yet_is_waited_for(preview: Preview, way: str) -> None:
    """Editors empty a file, remove it, or put another in its place; nothing is read through links and pipes."""
    path = preview.root / PATH.format(SPEECH)
    preview.asked(f"documents/{SPEECH}.html")
    content = path.read_bytes()
    path.unlink()
    match way:
        case "empty":
            path.write_bytes(b"")
        case "link":
            other = preview.root.parent / "elsewhere.md"
            other.write_bytes(content.replace(b"\ntitle: ", b"\ntitle: Revised ", 1))
            path.symlink_to(other)
        case "pipe":
            os.mkfifo(path)

    assert not preview.hurry()
    path.unlink(missing_ok=True)


SLOW = """
import sys, time
from muniment import line
from muniment.serve import building
run, built = line.run, []
def slowly(*given, **how):
    if built:
        time.sleep(4)
    built.append(1)
    return run(*given, **how)
building.line.run = slowly
building.Early.is_worth_it = True
from muniment.cli import main
sys.exit(main(sys.argv[1:]))
"""


def test_a_page_is_there_long_before_a_long_build_has_ended(tmp_path: Path) -> None:
    """A save shows on its page while the lists are still as they were; then they follow."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/minutes.txt").write_text(SEED, encoding="utf-8")
    command = [sys.executable, str(ROOT / "build.py"), "--root", str(tmp_path), "-q"]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 our own words
    (edition,) = (tmp_path / "site_src/documents").glob("*.md")
    command = [sys.executable, "-c", SLOW, "serve", "--root", str(tmp_path), "--port", "0"]
    process = subprocess.Popen(  # noqa: S603 our own words
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert process.stdout is not None
    try:
        running = Running(root=tmp_path, address=process.stdout.readline().strip())
        running.get(f"/documents/{edition.stem}.html")
        edition.write_text(_retitled(edition.read_text("utf-8")), encoding="utf-8")
        running.wait_for(f"/documents/{edition.stem}.html", "Revised")
        lists = running.get("/documents.html")[1]
        running.wait_for("/documents.html", "Revised")
    finally:
        process.terminate()
        process.wait(timeout=10)
        process.stdout.close()

    assert "Revised" not in lists


def test_what_is_left_to_settle_is_told_of_what_was_just_saved(archive: Path, preview: Preview) -> None:
    """The strip of a page that is shown ahead speaks of the title that stands there."""
    (archive / "seeds/letter.txt").write_text("Dear friends,\n\nIn short, we went home.\n\nYours\n")
    command = [sys.executable, str(ROOT / "build.py"), "normalise", "--root", str(archive)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 our own words
    (edition,) = archive.glob("site_src/documents/undated-*.md")
    _build(preview)
    preview.early.took = 1.0
    name = f"documents/{edition.stem}.html"
    preview.asked(name)
    before = answers.panel.told(name, preview.shown)
    titled = edition.read_text("utf-8").replace("title: In short, we went home.", "title: A letter")
    edition.write_text(titled, encoding="utf-8")
    is_made = preview.hurry()
    after = answers.panel.told(name, preview.shown)
    for path in (edition, archive / "seeds/letter.txt"):
        path.unlink()

    assert is_made
    assert "S-020" in before
    assert "S-020" not in after
    assert "A-042" in after


def test_a_folder_that_was_away_while_it_was_read_is_read_again(preview: Preview) -> None:
    """It is back before the next look, which finds everything as it was."""
    aside = preview.root.parent / "aside"
    _edit(preview, SPEECH, _retitled)
    time.sleep(0.1)  # what was saved just now would be read twice anyway
    preview.watch.doubted_until = 0
    preview.watch.look()
    preview.root.rename(aside)
    assert preview.build()
    wrong = preview.shown.errors
    aside.rename(preview.root)
    time.sleep(0.1)

    assert wrong
    assert preview.watch.look()
    assert preview.build()
    assert not preview.shown.errors
    assert b"Revised" in _page(preview)
    time.sleep(0.1)
    assert not (preview.watch.look() and preview.build())


def test_a_page_is_loaded_again_where_nobody_can_say_what_is_told_of_it(
    preview: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A mistake of ours in the strip above the page ends neither the preview nor the page's news."""
    page = SimpleNamespace(preview=preview, address=f"/documents/{SPEECH}.html")
    assert not answers.Socket.is_old(page, preview.shown, preview.shown)

    def fails(*_: object) -> bytes:
        raise ValueError("our own mistake")

    monkeypatch.setattr(answers.panel, "told", fails)

    assert answers.Socket.is_old(page, preview.shown, preview.shown)


def test_a_build_that_fails_is_tried_once_more(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for ever: what fails twice is waited for until something is saved."""
    tried = list[int]()

    def fails(*_: object, **__: object) -> Outcome:
        tried.append(1)
        raise OSError("away")

    monkeypatch.setattr(building.line, "run", fails)
    _edit(preview, SPEECH, _retitled)
    time.sleep(0.1)  # what was saved just now would be read twice anyway
    preview.watch.doubted_until = 0
    for _ in range(4):
        if preview.watch.look():
            preview.build()
        time.sleep(0.1)

    assert [each.code for each in preview.shown.problems] == ["W-007"]
    assert len(tried) == 2
