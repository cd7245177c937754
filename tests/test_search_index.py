"""An archive searched by an index answers as one searched by its text, behind the same page, fields and addresses."""

import functools
import http.server
import re
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from muniment import disk, line
from muniment.exports import search_pages
from tests.conftest import ROOT, build
from tests.test_search_browser import FOREIGN, HARBOUR, HOSTILE, Quiet

DATED = "Press release\n\nThe harbour opens\n\n2 June 1991\n\nThe harbour of Norway opens in June.\n"
QUERIES = (
    "q=harbour",
    "q=treaty+harbour",
    "q=%22harbour+treaty%22",
    "q=tromso",
    "q=cote+d%E2%80%99ivoire",
    "q=pilot",
    "q=pilot*",
    "q=treaty+-harbour",
    "q=%E6%9D%A1%E7%B4%84",
    "q=%D8%A7%D9%84%D9%85%D8%B1%D9%81%D8%A3",
    "q=zeppelin",
    "kind=press-release",
    "q=harbour&kind=press-release",
    "q=norway&state=norway&year=none",
)


def _archive(folder: Path, search: str) -> Path:
    (folder / "seeds").mkdir(parents=True)
    (folder / "site_src").mkdir()
    (folder / "site_src/archive.toml").write_text(f'search = "{search}"\n', encoding="utf-8")
    texts = (("a_harbour", HARBOUR), ("b_hostile", HOSTILE), ("c_foreign", FOREIGN), ("d_dated", DATED))
    for name, text in texts:
        (folder / "seeds" / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Build the same archive with both searches, and serve both under a path."""
    above = tmp_path_factory.mktemp("index")
    for search, command in (("text", "build"), ("pagefind", "search-index")):
        folder = _archive(above / search / "archive", search)
        built = build(command, "--root", str(folder))
        assert built.returncode == 0, built.stderr
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(above)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_address[1]}"
    yield {search: f"{base}/{search}/archive/dist/" for search in ("text", "pagefind")}
    server.shutdown()
    server.server_close()


def _found(page: Page, address: str) -> tuple[str, list[str], list[str]]:
    page.goto(address)
    expect(page.locator("#found")).to_have_text(re.compile("^(?!The text is being loaded).+"))
    results = page.locator("#results")
    links = results.locator("a").evaluate_all("all => all.map(each => each.getAttribute('href'))")
    return page.locator("#found").inner_text(), links, results.locator("mark").all_inner_texts()


def test_an_index_finds_what_the_text_finds(browser: Browser, sites: dict[str, str]) -> None:
    """Counts, places, order and marks are the same for phrases, accents, other scripts, beginnings and filters."""
    page = browser.new_page()
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    answers = {
        search: {query: _found(page, f"{site}search.html?{query}") for query in QUERIES}
        for search, site in sites.items()
    }
    page.close()

    assert answers["text"] == answers["pagefind"]
    assert faults == []


def test_a_result_of_an_index_opens_at_its_paragraph_marked(browser: Browser, sites: dict[str, str]) -> None:
    """As with the text."""
    page = browser.new_page()
    page.goto(f"{sites['pagefind']}search.html")
    page.locator("#q").fill("pilots strike")
    page.keyboard.press("Enter")
    page.locator("#results .place").click()
    page.wait_for_selector(":target mark.found")
    marked = page.locator("mark.found").all_inner_texts()
    page.close()

    assert marked == ["pilots", "strike"]


def test_from_disk_an_index_cannot_be_read_and_the_page_says_so(browser: Browser, tmp_path: Path) -> None:
    """Browsers load no module from disk; the indexes and the full text remain."""
    folder = _archive(tmp_path / "archive", "pagefind")
    assert build("search-index", "--root", str(folder)).returncode == 0
    page = browser.new_page()
    page.goto(f"{(folder / 'dist').as_uri()}/search.html?q=harbour")
    expect(page.locator("#found")).to_have_text(re.compile("could not be loaded"))
    leads = page.get_by_role("link", name="Full text").count()
    page.close()

    assert leads == 1


def test_the_manifest_lists_the_index_and_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    """All or nothing, and the same everywhere; what the page does not load is left out."""
    sites = []
    for name in ("one", "another"):
        folder = _archive(tmp_path / name / "archive", "pagefind")
        assert build("search-index", "--root", str(folder)).returncode == 0
        dist = folder / "dist"
        sites.append({p.relative_to(dist).as_posix(): p.read_bytes() for p in dist.rglob("*") if p.is_file()})
    listed = {line.split("  ", 1)[1] for line in sites[0]["manifest-sha256.txt"].decode().splitlines()}

    assert sites[0] == sites[1]
    assert listed == set(sites[0]) - {"manifest-sha256.txt"}
    assert not [name for name in listed if "-ui." in name or "highlight" in name]
    assert "pagefind/pagefind.js" in listed


def test_an_index_that_nothing_asks_for_is_refused(tmp_path: Path) -> None:
    """The command says what to write in the settings, and publishes nothing."""
    built = build("search-index", "--root", str(_archive(tmp_path / "archive", "text")))

    assert built.returncode == 1
    assert "P-091" in built.stderr
    assert not (tmp_path / "archive/dist").exists()


def test_a_failing_index_publishes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Pagefind is missing, the reason is a problem and not a fault of the program."""
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)

    with pytest.raises(disk.Refusal) as refused:
        disk.search_index(())

    assert refused.value.code == "P-092"
    assert line.Outcome(archive=None) == line.with_search_index(line.Outcome(archive=None), lambda _: ())


@pytest.mark.parametrize(
    ("words", "folded"),
    [
        ("Côte d’Ivoire", "cote d ivoire"),
        ("Ærø, Łódź, Straße", "aero lodz strasse"),
        ("co\u00adoperate\u200b", "cooperate"),
        ("条約は1号", "条 約 は 1 号"),
        ("المَرفأ", "المرفا"),
        ("หนังสือ", "ห นั ง สื อ"),
        ("x_y-z 1,000", "x y z 1 000"),
    ],
)
def test_words_are_folded_as_the_page_folds_them(browser: Browser, words: str, folded: str) -> None:
    """The index and the script agree on what a word is."""
    source = (ROOT / "static/search.js").read_text("utf-8")
    body = source[source.index("  const LETTERS") : source.index("  const spaced")]
    page = browser.new_page()
    scripted = page.evaluate(f"text => {{ {body} return words(text).join(' '); }}", words)
    page.close()

    assert folded == scripted
    assert folded == search_pages.folded(words)


def test_an_edited_copy_keeps_its_index_out_of_the_sources(tmp_path: Path) -> None:
    """Nothing of the index is written anywhere but into the published site."""
    folder = _archive(tmp_path / "archive", "pagefind")
    assert build("search-index", "--root", str(folder)).returncode == 0

    assert not [path for path in folder.rglob("*pagefind*") if "dist" not in path.parts]
    shutil.rmtree(folder)
