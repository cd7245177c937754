"""The preview's whole life, as an editor sees it: a real process, real saves, a real browser that is never asked."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.conftest import ROOT
from tests.test_serve import Running, previewed

PATIENCE = 60_000
"""Milliseconds: a machine under load may take its time; what is waited for is told by name."""
WORDS = "The bridge was discussed."


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """Give a preview of an archive with a long page of its own."""
    (tmp_path / "site_src/pages").mkdir(parents=True)
    _save(tmp_path / "site_src/pages/about.md", _about("First words."))
    with previewed(tmp_path) as preview:
        yield preview


@pytest.fixture
def page(browser: Browser, running: Running) -> Iterator[Page]:
    """Open the long page."""
    opened = browser.new_page(viewport={"width": 900, "height": 600})
    opened.set_default_timeout(PATIENCE)
    opened.goto(f"{running.address}about.html")
    yield opened
    opened.close()


def _about(words: str) -> str:
    """Write a page long enough to be scrolled, which says the words in its middle."""
    before = "".join(f"## Before {number}\n\n" + "It is a long way. " * 40 + "\n\n" for number in range(12))
    after = "".join(f"## After {number}\n\n" + "It goes on and on. " * 40 + "\n\n" for number in range(12))
    return f"# About the parish\n\n{before}## Here\n\n{words}\n\n{after}"


def _save(path: Path, words: str) -> None:
    path.write_text(words, encoding="utf-8")


def _edition(running: Running) -> Path:
    (edition,) = (running.root / "site_src/documents").glob("*.md")
    return edition


def _shows(page: Page, words: str) -> None:
    """Wait until the page says something."""
    expect(page.locator("main")).to_contain_text(words, timeout=PATIENCE)


def _is_clean(page: Page) -> None:
    """Wait until the preview has nothing against the newest state."""
    expect(page.locator("#preview-problems")).to_have_count(0, timeout=PATIENCE)


def test_an_edit_shows_by_itself_and_the_place_is_kept(running: Running, page: Page) -> None:
    """After a reload the same words stand at the same height, also when what is above them has grown."""
    here = page.get_by_role("heading", name="Here", exact=True)
    here.evaluate("heading => scrollTo(0, scrollY + heading.getBoundingClientRect().top - 100)")
    before = here.bounding_box()

    grown = _about("Second words.").replace("## Before 0", "More. " * 900 + "\n\n## Before 0")
    _save(running.root / "site_src/pages/about.md", grown)
    _shows(page, "Second words.")
    expect(page.locator("html")).to_have_attribute("data-preview", "placed", timeout=PATIENCE)
    after = here.bounding_box()

    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 3


def test_what_was_unfolded_stays_unfolded(running: Running, page: Page) -> None:
    """A reload folds nothing up."""
    document = f"{running.address}documents/{_edition(running).stem}.html"
    page.goto(document)
    folds = page.locator("main details")
    assert folds.count() > 0
    was_open = folds.first.evaluate("fold => fold.open")
    folds.first.locator("summary").first.click()

    _save(running.root / "site_src/archive.toml", 'title = "Papers of a parish"\n')
    expect(page).to_have_title(re.compile("Papers of a parish"), timeout=PATIENCE)

    assert page.locator("main details").first.evaluate("fold => fold.open") is not was_open


def test_a_mistake_is_shown_on_the_last_good_page_until_it_is_mended(running: Running, page: Page) -> None:
    """File, line, code, the line itself and the remedy stand on every page; the mended text takes them away."""
    edition = _edition(running)
    good = edition.read_text("utf-8")
    page.goto(f"{running.address}documents/{edition.stem}.html")

    _save(edition, good.replace(WORDS, "The bridge was."))
    panel = page.locator("#preview-problems")
    panel.wait_for()

    line = good[: good.index(WORDS)].count("\n") + 1
    expect(panel).to_contain_text(f"site_src/documents/{edition.name}:{line}")
    expect(panel).to_contain_text("E-007")
    expect(panel.locator("pre").first).to_contain_text("The bridge was.")
    expect(panel).to_contain_text("note")
    _shows(page, WORDS)
    page.goto(running.address)
    expect(page.locator("#preview-problems")).to_contain_text("E-007")
    page.go_back()
    _save(edition, good)
    _is_clean(page)
    _shows(page, WORDS)


@pytest.mark.parametrize(
    ("path", "broken"),
    [
        ("templates/text.html", "{% block main %}"),
        ("site_src/archive.toml", "title = "),
        ("seeds/minutes.txt", "\0"),
        ("site_src/pages/about.md", "No heading."),
    ],
    ids=["template", "settings", "seed", "page"],
)
def test_the_preview_heals(running: Running, page: Page, path: str, broken: str) -> None:
    """Whatever is broken is named with the last good page above it, and mended by the next save, or by its removal."""
    target = running.root / path
    before = target.read_text("utf-8") if target.exists() else None
    target.parent.mkdir(exist_ok=True)

    _save(target, broken)
    expect(page.locator("#preview-problems")).to_contain_text(path, timeout=PATIENCE)
    _shows(page, "First words.")
    if before is None:
        target.unlink()
    else:
        _save(target, before)

    _is_clean(page)
    _shows(page, "First words.")


def test_the_archive_may_go_and_come_back(running: Running, browser: Browser, page: Page, tmp_path: Path) -> None:
    """While the folder is gone the last good page stands; when it is back, edits show again."""
    away = tmp_path / "site_src-away"

    (running.root / "site_src").rename(away)
    page.goto(running.address)
    while running.get("/about.html")[0] != 404:
        page.wait_for_timeout(50)
    away.rename(running.root / "site_src")
    running.wait_for("/about.html", "First words.")
    page.close()  # it reloads itself when the folder is back, which would cut the next call short
    page = browser.new_page()
    page.goto(f"{running.address}about.html")
    _save(running.root / "site_src/pages/about.md", _about("Back again."))

    _shows(page, "Back again.")
    _is_clean(page)


def test_the_last_of_twenty_quick_saves_is_shown(running: Running, page: Page) -> None:
    """Saves that come faster than builds: none of the last words is missed, and nothing older stays."""
    about = running.root / "site_src/pages/about.md"
    for number in range(20):
        _save(about, _about(f"Save number {number}."))

    _shows(page, "Save number 19.")
    assert "Save number 19." in running.get("/about.html")[1]


def test_a_changed_template_and_style_show(running: Running, page: Page) -> None:
    """An archive's own template and style are taken up and let go again."""
    own = running.root / "templates/text.html"
    own.parent.mkdir()
    shipped = (ROOT / "templates/text.html").read_text("utf-8")
    _save(own, shipped.replace("</h1>", "</h1><p>Set otherwise.</p>"))
    _shows(page, "Set otherwise.")
    own.unlink()
    _shows(page, "First words.")
    (running.root / "static").mkdir()
    style = (ROOT / "static/site.css").read_text("utf-8")
    _save(running.root / "static/site.css", f"{style}\n.colophon-line {{ border: 7px solid }}\n")

    running.wait_for("/static/site.css", "7px")
    expect(page.locator("footer").first).to_have_css("border-top-width", "7px", timeout=PATIENCE)


def test_editors_that_save_by_renaming_are_understood(running: Running, page: Page) -> None:
    """A file that is moved away and written anew, and one that is put in its place, are one save each."""
    about = running.root / "site_src/pages/about.md"

    about.rename(about.with_name("about.md~"))
    _save(about, _about("Moved away first."))
    about.with_name("about.md~").unlink()
    _shows(page, "Moved away first.")
    new = about.with_name(".about.md.tmp")
    _save(new, _about("Put in its place."))
    os.replace(new, about)
    _shows(page, "Put in its place.")
    aside = about.with_name("~WRL0001.tmp")
    _save(aside, _about("As an office writes."))
    about.rename(about.with_name("~WRL0002.tmp"))
    aside.rename(about)
    _shows(page, "As an office writes.")
    _is_clean(page)


def test_the_worklist_of_the_page_is_the_previews_own(running: Running, page: Page) -> None:
    """What is to be looked at in a document stands folded on its pages, and on no other page."""
    edition = _edition(running)
    page.goto(f"{running.address}documents/{edition.stem}.html")
    _save(edition, edition.read_text("utf-8").replace("\nlanguage: en\n", "\nlanguage: en\nplace: Atlantis\n"))
    worklist = page.locator("#preview-worklist")
    expect(worklist).to_contain_text("A-045", timeout=PATIENCE)  # the build has found what the save brought

    expect(worklist).not_to_have_attribute("open", re.compile(""))
    worklist.locator("summary").click()
    expect(worklist).to_contain_text(edition.name)
    expect(worklist).to_contain_text("Only the preview says this")
    page.goto(f"{running.address}about.html")
    expect(page.locator("#preview-worklist")).to_have_count(0)


def test_only_what_a_save_changed_is_loaded_again(running: Running, page: Page) -> None:
    """A page that shows what it showed is left alone: nobody loses his place for another's sake."""
    edition = _edition(running)
    source = edition.read_text("utf-8")
    page.goto(f"{running.address}about.html")
    page.wait_for_timeout(500)  # until its socket is open
    loads: list[str] = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))

    _save(edition, source.replace("\ntitle: ", "\ntitle: Revised ", 1))
    running.wait_for("/documents.html", "Revised")
    page.wait_for_timeout(500)
    left_alone = list(loads)
    page.goto(f"{running.address}documents.html")
    _save(edition, source.replace("\ntitle: ", "\ntitle: Twice revised ", 1))

    _shows(page, "Twice revised")
    assert left_alone == []


def test_a_page_that_missed_a_build_is_reloaded_when_it_connects(running: Running, page: Page) -> None:
    """A page without its socket, while a build went on, does not stay out of date."""
    about = running.root / "site_src/pages/about.md"

    def late(route: Route) -> None:
        """Let a build happen between the page and its connection."""
        _save(about, _about("Said meanwhile."))
        running.wait_for("/about.html", "Said meanwhile.")
        route.continue_()

    page.goto("about:blank")
    page.route("**/livereload.js*", late, times=1)
    page.goto(f"{running.address}about.html")

    _shows(page, "Said meanwhile.")


def test_a_save_that_changes_nothing_builds_nothing(running: Running) -> None:
    """A file that is touched, or saved as it was, leaves the page as it is: it is not even reloaded."""
    about = running.root / "site_src/pages/about.md"
    stamp = _stamp(running)
    _save(about, about.read_text("utf-8"))
    about.touch()
    _save(about.with_name(".about.md.swp"), "What an editor notes beside it.")
    _save(about, _about("Something new."))
    running.wait_for("/about.html", "Something new.")

    assert _stamp(running) == stamp + 1


def _stamp(running: Running) -> int:
    """Give the number of the build that a page was made by."""
    found = re.search(r"snipver=[0-9a-f]+-(\d+)", running.get("/about.html")[1])
    assert found is not None
    return int(found[1])


@pytest.mark.parametrize("look", ["light", "dark", "narrow"])
def test_the_previews_part_is_easy_to_use(running: Running, browser: Browser, look: str) -> None:
    """It fits into 320 pixels, can be told from its ground, and covers nothing that cannot be scrolled to."""
    from axe_playwright_python.sync_playwright import Axe

    edition = _edition(running)
    _save(edition, edition.read_text("utf-8").replace(WORDS, "The bridge was."))
    running.wait_for("/", "preview-problems")
    width = 320 if look == "narrow" else 1200
    context = browser.new_context(
        color_scheme="dark" if look == "dark" else "light", viewport={"width": width, "height": 800}
    )
    opened = context.new_page()
    opened.goto(running.address)
    opened.locator("#preview-problems").wait_for()
    found = Axe().run(opened, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]})
    sticks_out = opened.evaluate("document.documentElement.scrollWidth") > width
    context.close()

    assert [each["id"] for each in found.response["violations"]] == []
    assert not sticks_out
