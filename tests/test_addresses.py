"""Addresses outlive what they name: a renamed document is found under its former id, a paragraph by its number."""

import functools
import http.server
import re
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from muniment import disk, gazetteer, line
from muniment.model import Files
from muniment.problems import worded
from tests.conftest import ROOT
from tests.test_browser import Quiet

SEEDS = {
    "a.txt": "Letter to the pilots\n\n3 May 1921\n\nThe first buoy is lost.\n\nThe second buoy is found.\n\n"
    "The third buoy was never laid, as everybody knows.\n",
    "b.txt": "Letter to the harbour master\n\n9 June 1921\n\nNobody knows where the third buoy is.\n",
}
BASE = "https://example.org/harbour/"


@cache
def _shipped() -> line.Inputs:
    inputs, _ = disk.read(ROOT, BASE)
    return replace(inputs, name="Harbour", seeds=Files({}), sources=Files({}))


@dataclass
class Desk:
    """An archive's files, and what it last published."""

    sources: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)

    def build(self) -> list[str]:
        """Build and keep what a build writes; give its problems but those of drafts nobody has looked at yet."""
        seeds = Files({name: text.encode() for name, text in SEEDS.items()})
        outcome = line.run(replace(_shipped(), seeds=seeds, sources=Files(self.sources)))
        self.files = {asset.path: asset.content for asset in outcome.files}
        for path, text in (*outcome.drafts, *outcome.registries):
            self.sources[path] = text.encode()
        return [worded(problem) for problem in outcome.problems if problem.severity != "info"]

    def rename(self, number: int, new: str, aliases: str = "") -> str:
        """Give a document another id, and its former one as an alias; give the former id."""
        path = self.editions[number]
        old = path.rpartition("/")[2].removesuffix(".md")
        text = self.sources.pop(path).decode().replace(f"id: {old}\n", f"id: {new}\n", 1)
        named = aliases or f"aliases:\n  - {old}\n"
        self.sources[f"site_src/documents/{new}.md"] = text.replace("reviewed:", f"{named}reviewed:", 1).encode()
        return old

    @property
    def editions(self) -> list[str]:
        """Paths of the editions."""
        return sorted(path for path in self.sources if path.startswith("site_src/documents/"))

    def page(self, name: str) -> str:
        """Give a page of the site."""
        return self.files[f"documents/{name}.html"].decode()


@pytest.fixture
def desk() -> Desk:
    """Lay out an archive of two letters that has been published twice, a paragraph of the first split in between."""
    made = Desk()
    assert made.build() == []
    path = made.editions[0]
    made.sources[path] = made.sources[path].replace(b"The second buoy is", b"The second\n\nbuoy is")
    assert made.build() == []
    return made


def test_a_renamed_document_is_found_under_its_former_id(desk: Desk) -> None:
    """The former address leads to the new one without a script, and says so to machines and to readers."""
    old = desk.rename(0, "1921-05-03-of-buoys")

    assert desk.build() == []

    page = desk.page(old)
    assert f'<link rel="canonical" href="{BASE}documents/1921-05-03-of-buoys.html">' in page
    assert '<meta http-equiv="refresh" content="0; url=1921-05-03-of-buoys.html">' in page
    assert '<a href="1921-05-03-of-buoys.html">Letter to the pilots</a>' in page
    for view in ("seed", "source"):
        assert f"url=1921-05-03-of-buoys.{view}.html" in desk.page(f"{old}.{view}")


def test_a_former_address_is_no_page_to_be_found(desk: Desk) -> None:
    """It stands neither in the sitemap nor in the feed, nor in any list of documents."""
    old = desk.rename(0, "1921-05-03-of-buoys")
    desk.build()

    found = [path for path, content in desk.files.items() if old.encode() in content]

    assert sorted(found) == [
        "archive.zip",
        "documents/1921-05-03-of-buoys.md",
        "documents/1921-05-03-of-buoys.source.html",
        "manifest-sha256.txt",
    ]


def _opening_of(registry: bytes) -> dict[str, str]:
    return dict(re.findall(r'^(p[0-9]+) = .*opening = "([^"]*)"', registry.decode(), re.MULTILINE))


def test_paragraphs_of_a_renamed_document_keep_their_anchors(desk: Desk) -> None:
    """The published anchors go with the document, whatever order edits have brought them into."""
    name = desk.editions[0].rpartition("/")[2].removesuffix(".md")
    numbers = _opening_of(desk.sources[f"site_src/anchors/{name}.toml"])
    order = re.findall(r'<p[^>]* id="(p[0-9]+)"', desk.page(name))
    assert order == list(numbers) != sorted(numbers)

    desk.rename(0, "1921-05-03-of-buoys")

    assert desk.build() == []
    assert re.findall(r'<p[^>]* id="(p[0-9]+)"', desk.page("1921-05-03-of-buoys")) == order
    assert _opening_of(desk.sources["site_src/anchors/1921-05-03-of-buoys.toml"]) == numbers
    del desk.sources[f"site_src/anchors/{name}.toml"]
    assert desk.build() == []
    assert re.findall(r'<p[^>]* id="(p[0-9]+)"', desk.page("1921-05-03-of-buoys")) == order


def test_a_document_renamed_without_a_word_is_missed(desk: Desk) -> None:
    """The build names the address that would be lost."""
    old = desk.rename(0, "1921-05-03-of-buoys", aliases="custody: none\n")

    (problem,) = desk.build()

    assert problem.startswith(f'site_src/anchors/{old}.toml: E-092 "{old}" was published, and no edition has this id')


def test_a_document_that_is_drafted_anew_is_not_missed(desk: Desk) -> None:
    """Somebody removed the edition; its seed is drafted again under the same id in the very run that looks for it."""
    path = desk.editions[0]
    del desk.sources[path]

    assert desk.build() == []
    assert path in desk.sources


@pytest.mark.parametrize("taken", ["id", "alias", "own"])
def test_an_alias_that_is_taken_is_refused_once(desk: Desk, taken: str) -> None:
    """An address leads to one document: an alias that is an id, or another's alias, is one error with both places."""
    other = desk.editions[1].rpartition("/")[2].removesuffix(".md")
    name = {"id": other, "alias": "harbour-2", "own": "1921-05-03-of-buoys"}[taken]
    old = desk.rename(0, "1921-05-03-of-buoys")
    path = "site_src/documents/1921-05-03-of-buoys.md"
    desk.sources[path] = desk.sources[path].decode().replace(f"  - {old}\n", f"  - {old}\n  - {name}\n").encode()
    if taken == "alias":
        desk.rename(1, "1921-06-09-of-a-buoy", aliases=f"aliases:\n  - {other}\n  - {name}\n")

    (problem,) = desk.build()

    assert f' A-031 the alias "{name}" is also ' in problem
    assert desk.files == {}


def test_files_that_cite_a_former_id_are_told_the_new_one(desk: Desk) -> None:
    """Events, claims and translations name documents by their ids; the message says what has become of one."""
    old = desk.rename(0, "1921-05-03-of-buoys")
    path = desk.editions[1]
    desk.sources[path] = desk.sources[path].decode().replace("reviewed:", f"translation_of: {old}\nreviewed:").encode()
    desk.sources["site_src/events.toml"] = (
        '[[event]]\nid = "loss"\nname = "Loss"\n\n[[event.date]]\nedtf = ""\nprinted = ""\nstatus = "held"\n'
        f'basis = "attested"\ndocument = "{old}"\nquote = "The first buoy is lost."\n'
    ).encode()

    problems = desk.build()

    assert [problem.split(" ")[1] for problem in problems] == ["A-027", "A-018"]
    assert all(problem.endswith('It is called "1921-05-03-of-buoys" now.') for problem in problems)


def test_a_state_keeps_its_address_under_another_label() -> None:
    """An archive that calls Norway Norge, or changes its mind, breaks no link."""
    content = b'[[state]]\nid = "NOR"\nname = "Norge"\nsource = "x"\n'
    made, problems = gazetteer.build(_shipped().states, content)

    assert problems == ()
    assert [(state.name, state.slug) for state in made.states if state.id == "NOR"] == [("Norge", "norway")]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Write a site with a former address to disk and serve it below a path."""
    made = Desk()
    made.build()
    made.rename(0, "1921-05-03-of-buoys", aliases="aliases:\n  - former\n")
    made.sources.pop("site_src/anchors/1921-05-03-letter-to-the-pilots.toml", None)
    assert made.build() == []
    above = tmp_path_factory.mktemp("addresses")
    for path, content in made.files.items():
        (above / "harbour" / path).parent.mkdir(parents=True, exist_ok=True)
        (above / "harbour" / path).write_bytes(content)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(above)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/harbour/", f"{Path(above / 'harbour').as_uri()}/"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("has_scripts", [True, False])
def test_a_browser_goes_on_to_where_the_document_is(
    browser: Browser, served: tuple[str, str], *, has_scripts: bool
) -> None:
    """Below a path and from disk, with and without scripts; with them to the same paragraph, and Back goes back."""
    context = browser.new_context(java_script_enabled=has_scripts)
    page = context.new_page()
    for base in served:
        for name, place in (("former.html", "#p3"), ("former.seed.html", "#s5")):
            page.goto(f"{base}index.html")
            page.goto(f"{base}documents/{name}{place}")
            page.wait_for_url("**/1921-05-03-of-buoys*")
            assert page.url == f"{base}documents/{name.replace('former', '1921-05-03-of-buoys')}" + (
                place if has_scripts else ""
            )
    context.close()
