"""What a reader does on a page: cite, sort, zoom, tab through it, read it in Arabic and on paper."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests.conftest import build
from tests.test_browser import RULES, _kinds, places

__all__ = ["places"]

SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }"
SPACING += " p { margin-block-end: 2em !important }"
ARABIC = """بيان المؤتمر

بيروت، 12 سبتمبر 2011

اجتمعت الدول في بيروت للنظر في المعاهدة، وقالت Norway إنها ستواصل العمل.

1. تتعهد الدول بتطهير الأراضي الملوثة.
"""
ENGLISH = """The statement of the conference

Beirut, 12 September 2011

The states met at Beirut to review the treaty. Norway said that it would go on with the work of the years before.
"""


def _document(shipped: Path, is_long: bool = True) -> dict:
    documents = json.loads((shipped / "dist/data/documents.json").read_text("utf-8"))
    return sorted(documents, key=lambda each: each["paragraphs"])[-1 if is_long else 0]


@pytest.fixture(scope="session")
def translated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build an archive of a document in Arabic and its English original; give its dist."""
    folder = tmp_path_factory.mktemp("arabic") / "archive"
    (folder / "seeds").mkdir(parents=True)
    (folder / "seeds/arabic.txt").write_text(ARABIC, "utf-8")
    (folder / "seeds/english.txt").write_text(ENGLISH, "utf-8")
    assert build("--root", str(folder)).returncode == 0
    (arabic,) = (each for each in _editions(folder) if "language: ar" in each.read_text("utf-8"))
    (english,) = (each for each in _editions(folder) if each != arabic)
    named = arabic.read_text("utf-8").replace("language: ar", f"language: ar\ntranslation_of: {english.stem}", 1)
    arabic.write_text(named, "utf-8")
    built = build("--root", str(folder))
    assert built.returncode == 0, built.stderr
    return folder / "dist"


def _editions(folder: Path) -> list[Path]:
    return sorted((folder / "site_src/documents").glob("*.md"))


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page whose faults fail the test."""
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    context.close()
    assert faults == []


def test_a_citation_is_copied(page: Page, shipped: Path, places: dict[str, str]) -> None:
    """Over HTTP the button puts the citation's words on the clipboard and says so."""
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(places["root"] + _document(shipped)["url"])
    shown = page.locator(".cited").first.text_content()
    page.get_by_role("button", name="Copy Chicago").click()
    page.locator("section.cite [role=status]", has_text="copied").wait_for()

    assert page.evaluate("navigator.clipboard.readText()") == shown
    assert page.locator("section.cite [role=status]").text_content().startswith("Chicago")


def test_a_citation_that_cannot_be_copied_is_selected(page: Page, shipped: Path, places: dict[str, str]) -> None:
    """From disk, where the browser refuses the clipboard, the words are selected instead."""
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    page.goto(places["disk"] + _document(shipped)["url"])
    shown = page.locator(".cited").nth(1).text_content()
    page.get_by_role("button", name="Copy APA").click()
    page.locator("section.cite [role=status]", has_text="is selected").wait_for()

    assert page.evaluate("getSelection().toString()") == shown


@pytest.mark.parametrize("place", ["sub-path", "disk"])
def test_the_number_of_a_paragraph_offers_its_citation(
    page: Page, shipped: Path, places: dict[str, str], place: str
) -> None:
    """Its margin number brings a link to the citations, which then cite that paragraph; emptied, the document again."""
    page.goto(places[place] + _document(shipped)["url"])
    whole = page.locator(".cited").all_text_contents()
    page.get_by_role("link", name="Link to paragraph 12", exact=True).click()
    page.get_by_role("link", name="Cite paragraph 12").click()
    of_one = page.locator(".cited").all_text_contents()
    italics = page.locator(".cited i").count()
    page.get_by_label("Cite one paragraph").fill("")

    assert page.url.endswith("#cite")
    assert all("12" in each for each in of_one)
    assert all("{n}" not in each for each in of_one)
    assert italics > 0
    assert page.locator(".cited").all_text_contents() == whole


def test_an_address_of_a_paragraph_arrives_with_its_citation(page: Page, shipped: Path, places: dict[str, str]) -> None:
    """A number that no paragraph has cites the document."""
    page.goto(places["root"] + _document(shipped)["url"] + "#p3")
    first = page.locator(".cited").first.text_content()
    page.get_by_label("Cite one paragraph").fill("9999")

    assert first.endswith("#p3.")
    assert "#p" not in page.locator(".cited").first.text_content()


def test_without_javascript_citations_are_plain_words(browser: Browser, shipped: Path, places: dict[str, str]) -> None:
    """No button is seen that nothing would answer."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(places["disk"] + _document(shipped)["url"])
    visible = page.locator("button:visible, input:visible").count()
    words = page.locator(".citation").first.inner_text()
    context.close()

    assert visible == 0
    assert words.endswith(".html.")


@pytest.mark.parametrize("width", [1100, 1200, 1800])
def test_the_masthead_is_one_row(browser: Browser, places: dict[str, str], width: int) -> None:
    """Name, ways and switch of colours stand side by side."""
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.goto(places["root"])
    lines = page.locator(".main-nav li, .theme").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(box => Math.round((box.top + box.bottom) / 2))"
    )
    page.close()

    assert max(lines) - min(lines) <= 4


@pytest.mark.parametrize("width", [320, 1200])
def test_the_keyboard_reaches_and_leaves_everything(
    browser: Browser, shipped: Path, places: dict[str, str], width: int
) -> None:
    """Tab visits every control in the order of the page and gets out; what has the focus is in view and uncovered."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    for name in (_document(shipped, is_long=False)["url"], "documents.html", "states.html", "search.html"):
        page.goto(places["root"] + name)
        page.wait_for_load_state()
        wanted = page.evaluate(
            "[...document.querySelectorAll('a[href], button, input, select, summary')]"
            ".filter(one => one.tabIndex >= 0 && one.checkVisibility({visibilityProperty: true})).length"
        )
        seen = 0
        while seen <= wanted + 5:
            page.keyboard.press("Tab")
            state = page.evaluate(
                "() => { const one = document.activeElement; if (one === document.body) return null;"
                "const boxes = [...one.getClientRects()].filter(box => box.width && box.height);"
                "const found = boxes.some(box => { const at = document.elementFromPoint("
                "Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), box.top + box.height / 2);"
                "return at && (one.contains(at) || at.contains(one) || one.closest('svg')); });"
                "return [found, one.outerHTML.slice(0, 120)]; }"
            )
            if state is None:
                break
            seen += 1
            assert state[0], (name, state[1])
        assert seen >= wanted - 1, (name, seen, wanted)
        assert seen <= wanted + 2, name
    page.close()


@pytest.mark.parametrize("width", [320, 1200])
def test_wide_spacing_of_text_cuts_nothing(browser: Browser, shipped: Path, places: dict[str, str], width: int) -> None:
    """With the spacing of WCAG 1.4.12 nothing is clipped but the title in the path, and nothing scrolls sideways."""
    context = browser.new_context(viewport={"width": width, "height": 800}, bypass_csp=True)
    page = context.new_page()
    found = []
    for name in _kinds(shipped):
        page.goto(places["root"] + name)
        page.add_style_tag(content=SPACING)
        cut = page.evaluate(
            "[...document.querySelectorAll('body *:not(svg, svg *, .unseen, .unseen *, .path *, option, select)')]"
            ".filter(one => ['hidden', 'clip'].includes(getComputedStyle(one).overflowX)"
            " && one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1).map(one => one.outerHTML.slice(0, 80))"
        )
        wide = page.evaluate("document.documentElement.scrollWidth") - width
        found += [(name, cut, wide)] if cut or wide > 0 else []
    context.close()

    assert found == []


def test_forced_colours_keep_links_stages_and_focus(browser: Browser, places: dict[str, str]) -> None:
    """In a system's own colours held stages stay filled, planned ones open, and links differ from text."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(places["root"] + "states.html")
    fill = "one => getComputedStyle(one).fill"
    held, planned = (page.locator(f".process circle.{name}").first.evaluate(fill) for name in ("held", "planned"))
    colour = "one => getComputedStyle(one).color"
    link, text = page.locator("main a").first.evaluate(colour), page.locator("main").evaluate(colour)
    context.close()

    assert held != planned
    assert link != text


def test_a_table_is_sorted_by_its_heads(page: Page, places: dict[str, str]) -> None:
    """A head is a button; the table says how it is sorted; a second press turns it round, the first head mends it."""
    page.goto(places["disk"] + "states.html")
    names = page.locator("#states-table tbody th a")
    before = names.all_inner_texts()
    page.get_by_role("button", name="Roles").click()
    roles = [each.split("\n")[0] for each in page.locator("#states-table td.roles").all_inner_texts()]
    sorts = page.locator("#states-table th[aria-sort]").evaluate_all("all => all.map(one => one.ariaSort)")
    page.get_by_role("button", name="State", exact=True).click()
    restored = names.all_inner_texts()
    page.get_by_role("button", name="State", exact=True).click()

    assert sorts == ["ascending"]
    assert roles != sorted(roles, reverse=True)
    assert roles[0] <= roles[-2]
    assert restored == before
    assert names.all_inner_texts() == before[::-1]
    assert page.locator("#states-table th[aria-sort=descending]").count() == 1


def test_the_index_of_documents_is_sorted_too(page: Page, places: dict[str, str]) -> None:
    """By title, with filters still at work on the sorted rows."""
    page.goto(places["disk"] + "documents.html")
    page.get_by_role("button", name="Document", exact=True).click()
    titles = page.locator("#documents-table tbody th a").all_inner_texts()

    assert titles == sorted(titles, key=str.lower)


@pytest.mark.parametrize("look", ["light", "dark", "narrow"])
def test_a_document_in_arabic_runs_from_right_to_left(browser: Browser, translated: Path, look: str) -> None:
    """Title, head lines and text have their language and direction; axe finds nothing and nothing sticks out."""
    (arabic,) = (each for each in _pages_of(translated) if 'dir="rtl"' in each.read_text("utf-8"))
    width = 320 if look == "narrow" else 1200
    context = browser.new_context(
        color_scheme="dark" if look == "dark" else "light", viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto(arabic.as_uri())
    said = page.locator("h1, .head-lines ol, .edition").evaluate_all("all => all.map(one => [one.lang, one.dir])")
    alternates = page.locator("link[rel=alternate][hreflang]").evaluate_all("all => all.map(one => one.hreflang)")
    number, words = (page.locator(one).first.bounding_box() for one in ("#p1 > .anchor", "#p1"))
    results = Axe().run(page, options=RULES).response["violations"]
    sideways = page.evaluate("document.documentElement.scrollWidth")
    context.close()

    assert said == [["ar", "rtl"]] * 3
    assert alternates == ["en"]
    assert number["x"] < words["x"] + 40 if look == "narrow" else number["x"] > words["x"] + words["width"] - 8
    assert [each["id"] for each in results] == []
    assert sideways <= width


def _pages_of(dist: Path) -> list[Path]:
    return [each for each in sorted((dist / "documents").glob("*.html")) if each.name.count(".") == 1]


def test_a_translation_and_its_original_name_each_other(translated: Path) -> None:
    """Both pages link to the other one in the head and in sight."""
    texts = [each.read_text("utf-8") for each in _pages_of(translated)]

    assert [len(re.findall(r'<link rel="alternate" hreflang="(?:ar|en)"', each)) for each in texts] == [1, 1]
    assert all("The same in other languages" in each for each in texts)


def test_a_withdrawn_document_keeps_its_addresses_and_shows_no_words(translated: Path, tmp_path: Path) -> None:
    """Its page says why; nothing of its text is left on any page, and its paragraphs' addresses lead to the notice."""
    folder = tmp_path / "archive"
    for name in ("seeds", "site_src"):
        for path in (translated.parent / name).rglob("*"):
            if path.is_file():
                copy = folder / name / path.relative_to(translated.parent / name)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copy.write_bytes(path.read_bytes())
    (english,) = (each for each in _editions(folder) if "language: en" in each.read_text("utf-8"))
    reason = "language: en\nwithdrawn: Its owner asked for it."
    english.write_text(english.read_text("utf-8").replace("language: en", reason, 1), "utf-8")
    built = build("--root", str(folder))
    pages = {each.name: each.read_text("utf-8") for each in (folder / "dist").rglob("*.html")}

    assert built.returncode == 0, built.stderr
    assert 'id="p1"' in pages[f"{english.stem}.html"]
    assert "Its owner asked for it." in pages[f"{english.stem}.html"]
    assert [name for name, text in pages.items() if "said that it would go on" in text] == []


@pytest.mark.parametrize("width", [412, 1200])
def test_the_first_view_is_small_and_stands_still(
    browser: Browser, shipped: Path, places: dict[str, str], width: int
) -> None:
    """At most 4 requests and 60 KB compressed (with the map 80), 6 KB of it scripts; nothing shifts."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => { for (const each of list.getEntries())"
        " if (!each.hadRecentInput) window.shift += each.value; }).observe({ type: 'layout-shift', buffered: true });"
    )
    found = []
    for name in _kinds(shipped):
        page.goto(places["sub-path" if name == "404.html" else "root"] + name)  # its links are those of the base URL
        page.wait_for_load_state()
        loaded = page.evaluate("performance.getEntriesByType('resource').map(one => one.name)")
        own = [shipped / "dist" / re.sub(r"^https?://[^/]+/(?:archive/)?", "", url) for url in loaded]
        sizes = {each.name: len(gzip.compress(each.read_bytes())) for each in (shipped / "dist" / name, *own)}
        scripts = sum(size for each, size in sizes.items() if each.endswith(".js"))
        shift = page.evaluate("window.shift")
        most = 80_000 if name == "states.html" else 60_000
        if len(sizes) > 4 or sum(sizes.values()) > most or scripts > 6_000 or shift > 0:
            found.append((name, sizes, shift))
    page.close()

    assert found == []


def test_paper_has_the_title_the_numbers_the_notes_and_the_address(
    browser: Browser, shipped: Path, places: dict[str, str]
) -> None:
    """An offprint: title block, margin numbers, notes, and at the foot the citation with address and checksum."""
    shown = _document(shipped, is_long=False)
    page = browser.new_page()
    page.goto(places["root"] + shown["url"])
    page.emulate_media(media="print")
    foot = page.locator(".imprint").inner_text()
    visible = [page.locator(one).first.is_visible() for one in ("h1", "#p1 > .anchor", ".copy", ".cite-choice")]
    page.close()

    assert shown["url"] in foot
    assert shown["seed"]["sha256"] in foot
    assert visible == [True, True, False, False]


def test_the_missing_page_leads_on_from_any_address(page: Page, shipped: Path, places: dict[str, str]) -> None:
    """Under a sub-path its sheet, its form and its links are found, whatever address was asked for."""
    text = (shipped / "dist/404.html").read_text("utf-8")
    page.route("**/deep/er/*", lambda route: route.fulfill(body=text, content_type="text/html", status=404))
    page.goto(places["sub-path"] + "deep/er/page.html")
    page.get_by_role("searchbox").fill("meeting")
    page.get_by_role("button", name="Search").click()
    page.wait_for_url("**/archive/search.html?q=meeting")

    assert re.findall(r'(?:href|src|action)="(?!/archive/|#|https?:|mailto:|data:image/svg)[^"]*"', text) == []


def test_the_colophon_explains_signs_and_says_what_was_tested(page: Page, places: dict[str, str]) -> None:
    """Abbreviations have their words, and access is told by what tests hold."""
    page.goto(places["disk"] + "colophon.html")
    terms = page.locator(".abbreviations dt").all_inner_texts()

    assert {"¶", "sic", "TEI", "SHA-256"} <= set(terms)
    assert "WCAG" in page.locator("main").inner_text()
