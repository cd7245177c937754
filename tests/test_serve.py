"""The preview: a real process, real saves, a real browser."""

import http.client
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from muniment.serve import Preview
from tests.conftest import ROOT

SEED = "Minutes of the parish council\n\n3 May 1998\n\nThe council met at the school.\n\nThe bridge was discussed.\n"


@dataclass
class Running:
    """A preview that runs, and the archive it shows."""

    root: Path
    address: str

    def get(self, path: str, **headers: str) -> tuple[int, str]:
        """Ask for a path; give status and text."""
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=10)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return answer.status, text

    def wait_for(self, path: str, words: str) -> str:
        """Ask again until a page holds the words, at most ten seconds."""
        deadline = time.monotonic() + 10
        text = ""
        while time.monotonic() < deadline:
            text = self.get(path)[1]
            if words in text:
                return text
            time.sleep(0.05)
        raise AssertionError(f"{words!r} did not appear in {path}: {text[-2000:]}")


@contextmanager
def previewed(folder: Path) -> Iterator[Running]:
    """Start a preview of a small archive with one edited edition."""
    (folder / "seeds").mkdir()
    (folder / "seeds/minutes.txt").write_text(SEED, encoding="utf-8")
    command = [sys.executable, str(ROOT / "build.py")]
    subprocess.run([*command, "--root", str(folder)], check=True, capture_output=True)  # noqa: S603 our own words
    shutil.rmtree(folder / "dist")
    command += ["serve", "--root", str(folder), "--port", "0"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)  # noqa: S603 our own
    assert process.stdout is not None
    try:
        yield Running(root=folder, address=process.stdout.readline().strip())
    finally:
        process.terminate()
        process.wait(timeout=10)
        process.stdout.close()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """Give a preview of its own to each test."""
    with previewed(tmp_path) as preview:
        yield preview


def _edition(running: Running) -> Path:
    (edition,) = (running.root / "site_src/documents").glob("*.md")
    return edition


def test_the_preview_shows_the_site_and_writes_nothing(running: Running) -> None:
    """Home and document are served; no dist appears."""
    page = f"/documents/{_edition(running).stem}.html"

    assert running.get("/")[0] == 200
    assert "The bridge was discussed." in running.get(page)[1]
    assert not (running.root / "dist").exists()


def test_a_save_changes_the_page_and_a_mistake_is_shown_until_mended(running: Running) -> None:
    """A new seed appears; a broken edition is shown with its place and code; the mended one clears it."""
    edition = _edition(running)
    page = f"/documents/{edition.stem}.html"
    good = edition.read_text("utf-8")

    edition.write_text(good.replace("The bridge was discussed.", "The bridge was."), encoding="utf-8")
    broken = running.wait_for(page, "preview-problems")
    edition.write_text(good, encoding="utf-8")
    running.wait_for(page, "The bridge was discussed.")
    deadline = time.monotonic() + 10
    while "preview-problems" in running.get(page)[1] and time.monotonic() < deadline:
        time.sleep(0.05)

    assert "E-007" in broken
    assert edition.name in broken
    assert "preview-problems" not in running.get(page)[1]


def test_what_a_draft_left_unsure_is_shown_until_it_is_settled(running: Running) -> None:
    """A doubt is told when the draft is made; on its own page it stands until its field is changed."""
    (running.root / "seeds/letter.txt").write_text("Dear friends,\n\nIn short, we went home.\n\nYours\n")
    command = [sys.executable, str(ROOT / "build.py"), "normalise", "--root", str(running.root)]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 our own words
    (edition,) = (running.root / "site_src/documents").glob("undated-*.md")
    page = f"/documents/{edition.stem}.html"

    shown = running.wait_for(page, "S-020")
    assert "no title was found" in shown
    assert "S-020" not in running.get("/index.html")[1]
    titled = edition.read_text("utf-8").replace("title: In short, we went home.", "title: A letter")
    edition.write_text(titled, encoding="utf-8")
    settled = running.wait_for(page, ">A letter</h1>")
    assert "A-042" in settled
    assert "S-020" not in settled


def test_a_change_without_a_note_is_shown_with_the_command_that_explains_it(running: Running) -> None:
    """The command can be pasted; a problem of another sort keeps its own remedy."""
    edition = _edition(running)
    word = SEED.split()[-1]
    text = edition.read_text("utf-8")
    head, closing, body = text.rpartition("\n---\n")
    edition.write_text(f"{head}{closing}{body.replace(word, 'otherwise.')}", encoding="utf-8")

    shown = running.wait_for("/index.html", "E-007")

    assert f"python {ROOT / 'build.py'} --root {running.root} note {edition.stem} --seed-line " in shown
    assert re.search(r"<pre>\d+ \| .* otherwise\.\n +\^{10}", shown)
    assert "or say why they were changed" in shown
    edition.write_text(text.replace("language: en", "langauge: en"), encoding="utf-8")
    assert "build.py note" not in running.wait_for("/index.html", "langauge")


def test_a_browser_reloads_after_a_save(running: Running, browser: Browser) -> None:
    """An open page shows the new words without being asked."""
    page = browser.new_page()
    page.goto(running.address)
    page.wait_for_timeout(500)
    about = running.root / "site_src/pages/about.md"
    about.parent.mkdir(parents=True)
    about.write_text("# About the parish\n\nWords.\n", encoding="utf-8")
    page.get_by_text("About the parish").first.wait_for(timeout=10_000)
    page.close()


@pytest.mark.parametrize("path", ["/../seeds/minutes.txt", "/%2e%2e/seeds/minutes.txt", "/..%2fseeds%2fminutes.txt"])
def test_nothing_outside_the_site_is_served(running: Running, path: str) -> None:
    """A path that climbs out of the site finds nothing."""
    assert running.get(path)[0] == 404


def test_an_encoded_nul_is_not_found(running: Running) -> None:
    """A path with a NUL is answered like any other that is not there."""
    assert running.get("/%00")[0] == 404


def test_another_host_name_is_refused(running: Running) -> None:
    """A request that came by another name (a rebound one) gets nothing."""
    assert running.get("/", Host="evil.example")[0] == 403
    assert running.get("/livereload.js", Host="evil.example")[0] == 403


def test_a_page_of_another_origin_cannot_open_the_socket(running: Running) -> None:
    """The socket refuses a foreign Origin."""
    key = {
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "a" * 24,
    }

    assert running.get("/livereload", Origin="http://evil.example", **key)[0] == 403


def test_nobody_can_force_a_reload(running: Running) -> None:
    """Livereload's own door for forcing a reload is not there."""
    assert running.get("/forcereload")[0] == 404


def test_a_dead_link_is_shown_where_it_was_written(running: Running) -> None:
    """Not on a line of the finished page, which nobody can mend."""
    (running.root / "site_src/pages").mkdir(exist_ok=True)
    (running.root / "site_src/pages/about.md").write_text("# About\n\nSee [this](nowhere.html).\n", encoding="utf-8")

    shown = running.wait_for("/index.html", "L-001")

    assert "<b>site_src/pages/about.md:3</b>" in shown
    assert "<pre>3 | See [this](nowhere.html)." in shown


def test_an_error_is_told_at_each_build_and_a_warning_once(tmp_path: Path) -> None:
    """Who saves again and again reads what is wrong, and not each time what may stay."""
    told: list[list[str]] = []
    preview = Preview(
        root=tmp_path, base_url="", tell=lambda found: told.append([each.code for each in found if each.code[0] == "A"])
    )
    people = tmp_path / "site_src/authorities/people.toml"
    people.parent.mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/minutes.txt").write_text(SEED, encoding="utf-8")
    holm = '[[person]]\nid = "ane-holm"\nname = "Ane Holm"\n'

    for text in (holm, f"{holm}\n", holm.replace("name", "nmae"), f"\n{holm.replace('name', 'nmae')}", holm):
        people.write_text(text, encoding="utf-8")
        preview.watch.look()
        assert preview.build()

    assert told == [["A-076"], [], ["A-004", "A-003"], ["A-004", "A-003"], ["A-076"]]
