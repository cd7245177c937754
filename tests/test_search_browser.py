"""The search in a browser: from disk and under a path, its addresses, its marks, its words to a screen reader."""

import functools
import http.server
import json
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from muniment.exports import search_text
from tests.conftest import ROOT, build

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
HARBOUR = """The harbour of Tromsø

Norway and Côte d'Ivoire met at the café on 1 May 1990. The treaty on harbours was not signed.

1. The harbour masters agree to meet again, and the harbour stays open.

A second paragraph names the treaty and the harbour together: harbour treaty, treaty harbour.

## A heading about pilots

The last pilots’ strike ended. Ærø, Łódź, Straße, ﬁsh.
"""
HOSTILE = """Words that are not tags

The clerk wrote <img src=x onerror=window.ran=1 & &lt;b&gt; {n} ${window.ran = 1} harbour __proto__ constructor

It says "';--> and </script and <svg/onload=window.ran=1 and \u2028 \u2029 javascript:window.ran=1 harbour
"""
FOREIGN = """مؤتمر المرفأ

اجتمعت الدول في المَرفأ يوم 1 أيار.

港口条約は署名された。
"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    """A server of files that prints nothing."""

    def log_message(self, *_: Any) -> None:
        """Say nothing."""


def _built(folder: Path) -> Path:
    built = build("--root", str(folder), "--base-url", "https://example.org/archive/")
    assert built.returncode == 0, built.stderr
    return folder / "dist"


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build an archive of three short documents, one of them hostile, one in other scripts; give its dist."""
    folder = tmp_path_factory.mktemp("search") / "harbour"
    (folder / "seeds").mkdir(parents=True)
    for name, text in (("a_harbour", HARBOUR), ("b_hostile", HOSTILE), ("c_foreign", FOREIGN)):
        (folder / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return _built(folder)


@pytest.fixture(scope="session")
def searched(shipped: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the shipped archive with the search of its text; give its dist."""
    folder = tmp_path_factory.mktemp("search") / "archive"
    for name in ("seeds", "site_src"):
        shutil.copytree(shipped / name, folder / name)
    settings = folder / "site_src/archive.toml"
    asked = re.sub(r"^search = .*$", 'search = "text"', settings.read_text("utf-8"), flags=re.MULTILINE)
    settings.write_text(asked, encoding="utf-8")
    return _built(folder)


@pytest.fixture(scope="session")
def places(harbour: Path, searched: Path) -> Iterator[dict[str, str]]:
    """Give the addresses of both sites: from disk, at a root, and under a path."""
    above = harbour.parent.parent / "above"
    (above / "deep").mkdir(parents=True)
    (above / "deep/archive").symlink_to(harbour)
    servers = []
    for folder in (harbour, above, searched):
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
    root, below, shipped = (f"http://127.0.0.1:{server.server_address[1]}/" for server in servers)
    yield {"root": root, "sub-path": f"{below}deep/archive/", "disk": f"{harbour.as_uri()}/", "shipped": shipped}
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open a page that fails the test if anything of it runs amiss."""
    opened = browser.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    opened.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    yield opened
    ran = opened.evaluate("window.ran")
    opened.close()
    assert faults == []
    assert ran is None


def _status(page: Page, site: str, query: str) -> str:
    """Search by the address and give what is announced."""
    page.goto(f"{site}search.html?{query}")
    expect(page.locator("#found")).to_have_text(re.compile("^(?!The text is being loaded).+"))
    return page.locator("#found").inner_text()


def _places(page: Page) -> list[str]:
    shown = page.locator("#results .place").all_inner_texts()
    return [each.split("–")[0].replace("\xa0", " ").strip() for each in shown]


@pytest.mark.parametrize("place", ["root", "sub-path", "disk"])
def test_words_are_found_wherever_the_site_stands(page: Page, places: dict[str, str], place: str) -> None:
    """Typed words find every paragraph that has them all, and lead to the very paragraph, marked."""
    page.goto(f"{places[place]}search.html")
    page.locator("#q").fill("treaty harbour")
    page.keyboard.press("Enter")
    page.wait_for_selector("#results li")

    assert page.locator("#found").inner_text() == "1 paragraph in 1 document."
    marked = page.locator("#results mark").all_inner_texts()
    assert marked == ["treaty", "harbour", "harbour", "treaty", "treaty", "harbour"]

    page.locator("#results .place").click()
    page.wait_for_selector("mark.found")

    assert re.search(r"documents/[^/]*\.html\?q=treaty\+harbour#p3$", page.url)
    assert page.evaluate("document.querySelector(':target').id") == "p3"
    assert page.locator(":target mark.found").count() == 6
    assert page.locator("mark.found").count() == 6


@pytest.mark.parametrize(
    ("query", "marked"),
    [
        ('"harbour treaty"', ["harbour treaty"]),
        ("“treaty harbour”", ["treaty harbour"]),
        ("tromso", ["Tromsø"]),
        ("TROMSØ", ["Tromsø"]),
        ("cafe", ["café"]),
        ("côte d’ivoire", ["Côte", "d'Ivoire"]),
        ("aero lodz strasse fish", ["Ærø", "Łódź", "Straße", "ﬁsh"]),
        ("pilots strike", ["pilots", "strike"]),
        ("pilot", []),
        ("pilot*", ["pilots", "pilots"]),
        ("harbours", ["harbours"]),
        ("treaty -harbour", ["treaty"]),
        ('treaty -"not signed"', ["treaty", "treaty", "treaty"]),
        ("-treaty", []),
        ("المرفأ", ["المرفأ", "المَرفأ"]),
        ("条約", ["条約"]),
        ("harbour {n}", ["n", "harbour"]),
    ],
)
def test_a_query_marks_exactly_its_words(page: Page, places: dict[str, str], query: str, marked: list[str]) -> None:
    """Phrases stand together, accents and capitals make no difference, nothing is stemmed, a minus excludes."""
    page.goto(f"{places['disk']}search.html")
    page.locator("#q").fill(query)
    page.keyboard.press("Enter")
    page.wait_for_timeout(150)

    assert sorted(page.locator("#results mark").all_inner_texts()) == sorted(marked)


def test_while_a_reader_types_the_last_word_may_go_on(page: Page, places: dict[str, str]) -> None:
    """What is shown, said and kept in the address agree: a beginning while typing, that word only after Enter."""
    page.goto(f"{places['disk']}search.html")
    page.locator("#q").press_sequentially("pilot")
    page.wait_for_selector("#results li")

    assert page.locator("#found").inner_text().startswith("2 paragraphs in 1 document. Words that begin with “pilot”")
    assert page.url.endswith("search.html?q=pilot*")

    page.keyboard.press("Enter")
    page.wait_for_selector(".hints")

    assert page.locator("#found").inner_text() == "No paragraph has all of this."
    assert page.url.endswith("search.html?q=pilot")

    page.get_by_role("button", name="2 paragraphs with any word that begins with “pilot”").click()
    page.wait_for_selector("#results .place")

    assert page.locator("#q").input_value() == "pilot*"
    assert _places(page) == ["heading 1", "¶ 4"]


def test_the_address_restores_everything(page: Page, places: dict[str, str], browser: Browser) -> None:
    """A copied address, a reload and the way back from a result show the same query, filters and results."""
    page.goto(f"{places['shipped']}search.html")
    page.locator("#q").fill("convention")
    page.keyboard.press("Enter")
    page.get_by_label("Kind").select_option("speech")
    page.get_by_label("Year").select_option("2007")
    page.wait_for_selector("#results li")
    told, found, address = page.locator("#found").inner_text(), _places(page), page.url

    assert address.endswith("?q=convention&kind=speech&year=2007")
    page.locator("#results .place").first.click()
    page.wait_for_selector("mark.found")
    page.go_back()
    page.wait_for_selector("#results li")
    assert (page.locator("#found").inner_text(), _places(page)) == (told, found)

    other = browser.new_page()
    other.goto(address)
    other.wait_for_selector("#results li")
    assert (other.locator("#found").inner_text(), _places(other)) == (told, found)
    assert other.locator("#q").input_value() == "convention"
    assert other.get_by_label("Kind").input_value() == "speech"
    other.close()


def test_filters_narrow_a_search_and_work_without_words(page: Page, places: dict[str, str], searched: Path) -> None:
    """The counts are those of the archive's own data."""
    documents = json.loads((searched / "data/documents.json").read_text("utf-8"))
    naming = json.loads((searched / "data/states.json").read_text("utf-8"))
    norway = next(state for state in naming if state["iso3"] == "NOR")

    speeches = _status(page, places["shipped"], "kind=speech")
    assert speeches == f"{sum(each['kind'] == 'speech' for each in documents)} document has what the filters ask for."
    named = _status(page, places["shipped"], "state=norway")
    assert named.startswith(f"{len({mention['document'] for mention in norway['mentions']})} documents have")
    assert page.locator("#results h2").count() == len({mention["document"] for mention in norway["mentions"]})
    unknown = _status(page, places["shipped"], "q=norway&kind=cable&year=1800")
    assert unknown == _status(page, places["shipped"], "q=norway")


def test_every_result_of_every_word_is_there(page: Page, places: dict[str, str], searched: Path) -> None:
    """For words of the documents the count is that of a plain count over the published records."""
    passages = []
    for document in json.loads((searched / "data/documents.json").read_text("utf-8")):
        whole = json.loads((searched / f"documents/{document['id']}.json").read_text("utf-8"))
        passages += [line["text"] for line in whole["metadata_lines"]]
        passages += [f"{block['label'] or ''} {block['text']}" for block in whole["blocks"]]
    for word in ("the", "states", "Oslo", "humanitarian", "2007", "lima"):
        expected = sum(bool(re.search(rf"(?<![^\W_]){word}(?![^\W_])", text, re.IGNORECASE)) for text in passages)
        found = re.match(r"(\d+) paragraph", _status(page, places["shipped"], f"q={word}"))
        assert found, word
        assert (word, int(found[1])) == (word, expected)


def test_many_results_come_a_hundred_at_a_time(page: Page, places: dict[str, str]) -> None:
    """The count is of all; the rest follows on request, with the focus on the first that is new."""
    told = _status(page, places["shipped"], "q=the")
    assert told.endswith("The first 100 are shown.")
    assert page.locator("#results .place").count() == 100

    page.get_by_role("button", name="Show more").click()

    assert page.locator("#results .place").count() > 100
    assert page.evaluate("[...document.querySelectorAll('#results .place')].indexOf(document.activeElement)") == 100


def test_a_search_that_finds_nothing_says_what_would(page: Page, places: dict[str, str]) -> None:
    """Each word on its own, the same without the filters, and the indexes."""
    assert _status(page, places["disk"], "q=harbour+zeppelin") == "No paragraph has all of this."
    assert page.locator(".hints li").all_inner_texts()[:2] == ["“harbour”: 5 paragraphs.", "“zeppelin”: 0 paragraphs."]
    assert _status(page, places["shipped"], "q=dublin&kind=speech") == "No paragraph has all of this."
    assert page.locator(".hints").inner_text().startswith("Without the filters: ")
    assert page.locator(".other-ways a", has_text="Full text").count() == 1


def test_the_count_is_announced(page: Page, places: dict[str, str]) -> None:
    """The region is there before it has words, so that a screen reader hears them change."""
    page.goto(f"{places['disk']}search.html")

    assert page.get_by_role("status").inner_text() == ""
    page.get_by_role("searchbox", name="Words or “a phrase”").fill("harbour")
    page.keyboard.press("Enter")
    page.wait_for_selector("#results li")
    assert page.get_by_role("status").inner_text() == "5 paragraphs in 2 documents."
    assert page.get_by_role("search").count() == 1


def test_the_text_is_loaded_at_the_first_focus_only(page: Page, places: dict[str, str]) -> None:
    """A page that is only looked at costs nothing; the field, once entered, is ready before the words are typed."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.goto(f"{places['root']}search.html")
    page.wait_for_load_state("networkidle")
    before = list(asked)

    page.locator("#q").focus()
    expect(page.locator("script[src='search-text.js']")).to_have_count(1)
    page.wait_for_load_state("networkidle")

    assert "search-text.js" not in before
    assert asked.count("search-text.js") == 1
    assert len([name for name in before if not name.endswith((".svg", ".ico"))]) <= 4


@pytest.mark.parametrize(
    "query",
    [
        "<img src=x onerror=window.ran=1>",
        '"><script>window.ran=1</script>',
        "javascript:window.ran=1",
        "</script>",
        "%",
        "%00",
        "[(*+?^$\\",
        "{n}",
        "__proto__ constructor",
        "🦭 harbour",
        '"',
        '""""',
        "*",
        "-",
        "a" * 3000,
        '"a ' * 500,
    ],
)
def test_a_hostile_query_is_only_words(page: Page, places: dict[str, str], harbour: Path, query: str) -> None:
    """Whatever is asked, by hand or by an address, on the search page or a document's, nothing runs or breaks."""
    page.goto(f"{places['root']}search.html")
    page.locator("#q").fill(query[:300])
    page.keyboard.press("Enter")
    page.wait_for_timeout(60)
    page.goto(f"{places['root']}search.html?{urlencode({'q': query, 'kind': query, '__proto__': query})}")
    page.wait_for_timeout(60)
    assert page.locator("main :is(img, svg, [onerror], [onload])").count() == 0
    documents = json.loads((harbour / "data/documents.json").read_text("utf-8"))
    page.goto(f"{places['root']}{documents[0]['url']}?{urlencode({'q': query})}")
    page.wait_for_load_state("networkidle")

    assert page.locator("article :is(img, script, [onerror], [onload])").count() == 0


def test_hostile_words_of_a_document_are_only_words(page: Page, places: dict[str, str]) -> None:
    """Its tags are shown, found and marked as text, and its paragraphs can be linked to."""
    _status(page, places["disk"], "q=%22window+ran%22")

    assert page.locator("#results mark").count() >= 2
    assert page.locator("#results img, #results svg, #results script").count() == 0
    assert "<img src=x onerror=" in page.locator("#results").inner_text()
    page.locator("#results .place").last.click()
    page.wait_for_selector("mark.found")


def test_marks_leave_notes_links_and_anchors_alone(page: Page, places: dict[str, str], searched: Path) -> None:
    """Marked, a page has the words it had; the margin's numbers still lead to the paragraph, fit for citing."""
    documents = json.loads((searched / "data/documents.json").read_text("utf-8"))
    words = []
    for query in ("", "?q=states"):
        page.goto(f"{places['shipped']}{documents[2]['url']}{query}#p2")
        page.wait_for_load_state("networkidle")
        words.append(page.locator("main").inner_text())
    links = page.eval_on_selector_all("a.anchor", "all => all.map(each => each.href)")

    assert words[0] == words[1]
    assert page.locator("mark.found").count() > 0
    assert page.locator(".note mark.found").count() == 0
    assert [link for link in links if "?" in link] == []


def test_without_javascript_the_page_leads_to_every_word(browser: Browser, places: dict[str, str]) -> None:
    """No form that does nothing; the indexes, and the full text, which holds every paragraph with its address."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{places['disk']}search.html?q=harbour")
    assert page.locator("form").is_hidden()
    assert page.get_by_text("This page needs JavaScript").is_visible()
    page.get_by_role("link", name="Full text").click()

    assert "The treaty on harbours was not signed." in page.locator("main").inner_text()
    page.locator("a.anchor").first.click()
    assert re.search(r"documents/.*#p1$", page.url)
    context.close()


@pytest.mark.parametrize("look", ["light", "dark", "narrow"])
def test_axe_finds_nothing_on_a_page_of_results(browser: Browser, places: dict[str, str], look: str) -> None:
    """No violation of WCAG 2.2 AA or of good practice, with results, without any, and on a marked document."""
    context = browser.new_context(
        color_scheme="dark" if look == "dark" else "light",
        viewport={"width": 320 if look == "narrow" else 1200, "height": 900},
    )
    page = context.new_page()
    found = []
    for name in ("search.html?q=states&kind=speech", "search.html?q=zeppelin+states", "full-text.html"):
        page.goto(places["shipped"] + name)
        page.wait_for_load_state("networkidle")
        found += [(name, each["id"], each["nodes"][0]["html"][:160]) for each in _violations(page)]
        assert page.evaluate("document.documentElement.scrollWidth") <= page.evaluate("innerWidth"), name
    page.goto(places["shipped"] + "search.html?q=victims")
    page.locator("#results .place").first.click()
    page.wait_for_selector("mark.found")
    found += [("marked", each["id"], each["nodes"][0]["html"][:160]) for each in _violations(page)]
    context.close()

    assert found == []


def _violations(page: Page) -> list[dict[str, Any]]:
    return Axe().run(page, options=RULES).response["violations"]


def test_nothing_shifts_when_an_address_brings_results(browser: Browser, places: dict[str, str]) -> None:
    """The results of an address stand where room was kept for them."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list =>"
        " list.getEntries().forEach(each => window.shift += each.value))"
        ".observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(f"{places['shipped']}search.html?q=states")
    page.wait_for_selector("#results li")
    page.wait_for_timeout(300)
    shift = page.evaluate("window.shift")
    page.close()

    assert shift == 0


def test_five_megabytes_are_searched(
    browser: Browser, harbour: Path, tmp_path: Path, record_property: Any
) -> None:
    """As much as a page may carry is searched whole; how long each query takes is printed, and in docs/search.md."""
    site = tmp_path / "large"
    shutil.copytree(harbour, site)
    vocabulary = sorted(set(re.findall(r"\w+", (ROOT / "docs/data.md").read_text("utf-8"))))
    documents, size, number = [], 0, 0
    while size < 5_000_000:
        passages = []
        for paragraph in range(40):
            number += 1
            words = " ".join(vocabulary[(number * 7919 + step * step) % len(vocabulary)] for step in range(60))
            passages.append([f"p{paragraph + 1}", f"{words} État {number}."])
            size += len(passages[-1][1].encode())
        document: dict[str, Any] = {"id": f"d{number}", "url": "documents/a.html", "title": f"Document {number}"}
        document |= {"kind": "Report", "date": "", "language": "", "answers": {}, "passages": passages}
        documents.append(document)
    (site / "search-text.js").write_bytes(search_text.script(documents))
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/search.html")
    page.evaluate(
        "() => { const form = document.getElementById('search'); window.ask = async (query) => {"
        " form.elements.q.value = query; document.getElementById('found').textContent = '';"
        " const begun = performance.now(); form.requestSubmit();"
        " while (!/\\d|No/.test(document.getElementById('found').textContent)) await new Promise(r => setTimeout(r));"
        " return [performance.now() - begun, document.getElementById('found').textContent]; }; }"
    )
    loading, _ = page.evaluate("ask('etat')")
    queries = ("etat", "seed", '"the seed"', "zeppelin", "the -seed", "edi*", f"etat {number}", "a b c d e f g h")
    asked = {query: min(page.evaluate("query => ask(query)", query) for _ in range(3)) for query in queries}
    page.close()
    times = {query: round(time) for query, (time, _) in asked.items()}
    found = {query: re.sub(r"\D*([\d,]*).*", r"\1", words).replace(",", "") for query, (_, words) in asked.items()}
    record_property("loading", loading)
    record_property("times", times)
    print(f"{size} bytes, {number} paragraphs: ready in {loading:.0f} ms;", times)

    assert (found["etat"], found["zeppelin"], found[f"etat {number}"]) == (str(number), "", "1")
