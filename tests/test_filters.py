"""The indexes are complete without a script, arranged in several ways, and filtered in place with one."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.conftest import build

SEEDS = {
    "a.txt": "Speech by the Minister\n\nGeneva, 1 May 1990\n\nNorway and Peru met.\n",
    "b.txt": "Press release\n\nThe harbour\n\n2 June 1991\n\nPeru and Japan met.\n",
    "c.txt": "A note\n\nNothing is known of it.\n",
}
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build an archive of three documents, one of them with nothing recorded; give its dist."""
    folder = tmp_path_factory.mktemp("filters") / "archive"
    (folder / "seeds").mkdir(parents=True)
    for name, text in SEEDS.items():
        (folder / "seeds" / name).write_text(text, encoding="utf-8")
    built = build("--root", str(folder))
    assert built.returncode == 0, built.stderr
    return folder / "dist"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page that fails the test if anything of it runs amiss."""
    opened = browser.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield opened
    opened.close()
    assert faults == []


def _documents(site: Path) -> list[dict]:
    return json.loads((site / "data/documents.json").read_text("utf-8"))


def _rows(page: Page, table: str) -> list[str]:
    return page.locator(f"#{table} tbody tr:visible th a").all_inner_texts()


def _asked(page: Page) -> str:
    return page.url.partition("?")[2]


def test_a_filter_hides_rows_and_says_how_many_are_left(page: Page, site: Path) -> None:
    """From disk: the rows, the count that is announced, and the address go together."""
    page.goto(f"{site.as_uri()}/documents.html")
    everything = _rows(page, "documents-table")
    kind = _documents(site)[0]["kind"]
    page.get_by_label("Kind").select_option(kind)

    expected = [each["title"] for each in _documents(site) if each["kind"] == kind]
    assert (_rows(page, "documents-table"), _asked(page)) == (expected, f"kind={kind}")
    assert page.get_by_role("status").inner_text() == f"{len(expected)} of 3 documents"

    page.get_by_role("button", name="Show all").click()
    page.wait_for_url("**/documents.html")
    assert _rows(page, "documents-table") == everything
    assert page.get_by_role("status").inner_text() == "3 of 3 documents"


def test_what_is_not_recorded_can_be_asked_for(page: Page, site: Path) -> None:
    """`undated` is a choice among the years."""
    page.goto(f"{site.as_uri()}/documents.html?year=none")

    assert _rows(page, "documents-table") == [each["title"] for each in _documents(site) if not each["date"]]


def test_filters_add_up_and_an_unknown_value_is_no_filter(page: Page, site: Path) -> None:
    """Two choices must both hold; a stranger's address cannot break the page."""
    page.goto(f"{site.as_uri()}/states.html?region=americas&document={_documents(site)[0]['id']}")
    both = _rows(page, "states-table")
    page.goto(f"{site.as_uri()}/states.html?region=%3Cimg%3E&document=%00&__proto__=1&role=%22")

    assert both == ["Peru"]
    assert _rows(page, "states-table") == ["Japan", "Norway", "Peru"]


def test_letters_without_states_go_with_them(page: Page, site: Path) -> None:
    """No letter leads to nothing."""
    page.goto(f"{site.as_uri()}/states.html?region=asia")

    assert page.locator(".letters a:visible").all_inner_texts() == ["J"]


def test_an_address_restores_the_filter_on_the_way_back(page: Page, site: Path) -> None:
    """Back from a document, the index is as it was left."""
    page.goto(f"{site.as_uri()}/documents.html")
    page.get_by_label("Year").select_option("1991")
    shown = _rows(page, "documents-table")
    page.locator("#documents-table tbody tr:visible th a").click()
    page.go_back()

    assert _rows(page, "documents-table") == shown
    assert page.get_by_label("Year").input_value() == "1991"


def test_without_javascript_every_row_is_there_and_no_form(browser: Browser, site: Path) -> None:
    """The table is whole, and leads to pages that arrange it in the other ways."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/documents.html?kind=speech")

    assert len(_rows(page, "documents-table")) == 3
    assert page.locator("form").is_hidden()
    page.locator(".arrangements").get_by_role("link", name="year").click()
    assert page.locator("section h2").all_inner_texts() == ["1990", "1991", "undated"]
    context.close()


def test_the_keyboard_alone_filters(page: Page, site: Path) -> None:
    """Tab reaches the choices, an arrow changes one."""
    page.goto(f"{site.as_uri()}/documents.html")
    page.get_by_label("Kind").focus()
    page.keyboard.press("ArrowDown")

    assert re.fullmatch(r"kind=[a-z-]+", _asked(page))


@pytest.mark.parametrize("name", ["documents-by-kind.html", "documents-by-year.html", "states-by-document.html"])
def test_an_arrangement_leaves_nothing_out(site: Path, name: str) -> None:
    """Every document, or every state, stands under at least one heading."""
    arranged = (site / name).read_text("utf-8")
    states = json.loads((site / "data/states.json").read_text("utf-8"))
    every = _documents(site) if name.startswith("documents") else states

    assert [each["url"] for each in every if f'href="{each["url"]}"' not in arranged] == []


@pytest.mark.parametrize("look", ["light", "dark", "narrow"])
def test_axe_finds_nothing_on_filtered_pages(browser: Browser, site: Path, look: str) -> None:
    """No violation with a filter set, nor on pages of arrangements; nothing sticks out."""
    context = browser.new_context(
        color_scheme="dark" if look == "dark" else "light",
        viewport={"width": 320 if look == "narrow" else 1200, "height": 900},
    )
    page = context.new_page()
    found = []
    names = ("documents.html?kind=speech", "states.html?region=asia", "documents-by-kind.html", "states-by-region.html")
    for name in names:
        page.goto(f"{site.as_uri()}/{name}")
        violations = Axe().run(page, options=RULES).response["violations"]
        found += [(name, each["id"], each["nodes"][0]["html"][:160]) for each in violations]
        assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth"), name
    context.close()

    assert found == []
