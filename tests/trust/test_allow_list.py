"""Finished pages hold nothing but what is listed; two parsers that are not ours agree."""

import html
import re
from pathlib import Path

import lxml.html
import nh3
import pytest

from muniment import check
from muniment.check import allowed
from muniment.check.links import SCHEMES
from tests.conftest import ROOT
from tests.trust import hostile, places


@pytest.fixture(scope="module")
def pages(shipped: Path) -> dict[str, str]:
    """Give the finished pages of the shipped archive and of one of hostile texts."""
    found = {path.as_posix(): path.read_text("utf-8") for path in sorted((shipped / "dist").rglob("*.html"))}
    seeds = {f"{number}.txt": f"Title\n\n{text}\n".encode() for number, text in enumerate(hostile.SCRIPTS)}
    outcome = places.run(seeds)
    assert outcome.files, [problem for problem in outcome.problems if problem.severity == "error"]
    return found | {path: each.decode() for path, each in places.files(outcome.files).items() if path.endswith(".html")}


def _body(page: str) -> str:
    found = re.search(r"<body[^>]*>(.*)</body>", page, re.DOTALL)
    assert found is not None
    return found[1]


def _cleaned(body: str) -> str:
    """Clean HTML with the same lists by another parser."""
    attributes = {name: set(own) for name, own in allowed.ATTRIBUTES.items() if name not in ("link", "meta")}
    for name in allowed.DRAWINGS:
        attributes[name] = attributes.get(name, set()) | set(allowed.DRAWN)
    attributes["*"] = set(allowed.EVERYWHERE)
    return nh3.clean(
        body,
        tags=set(allowed.ELEMENTS) - {"html", "head", "body", "link", "meta"},
        attributes=attributes,
        generic_attribute_prefixes={"data-", "aria-"},
        url_schemes=set(SCHEMES),
        link_rel=None,
        clean_content_tags=set(),
    )


def _meaning(body: str) -> list[tuple[object, list[tuple[str, str]], str, str]]:
    """Give what a parser makes of HTML: elements, attributes and words in order."""
    tree = lxml.html.fromstring(f"<div>{body}</div>")
    return [
        (
            element.tag,
            sorted((str(key), str(value)) for key, value in element.attrib.items()),
            element.text or "",
            element.tail or "",
        )
        for element in tree.iter()
    ]


def test_cleaning_a_page_with_the_same_lists_changes_nothing(pages: dict[str, str]) -> None:
    """A sanitiser in another language, given our lists, finds nothing to take out or mend."""
    for path, page in pages.items():
        body = _body(page)
        assert _meaning(_cleaned(body)) == _meaning(body), path


def test_no_page_holds_what_could_run(pages: dict[str, str]) -> None:
    """Looked at with a parser that mends everything: no handler, no style, no script but files, no scheme that runs."""
    for path, page in pages.items():
        for element in lxml.html.document_fromstring(page).iter():
            assert isinstance(element.tag, str), path
            assert not [key for key in map(str, element.attrib) if key.startswith("on") or key == "style"], path
            assert element.tag not in ("iframe", "object", "embed", "base", "style", "template", "math"), path
            if element.tag == "script" and element.get("type") != "application/ld+json":
                assert element.get("src", "").rpartition("/")[0].endswith(("static", "pagefind")), path
            if element.tag == "link" and element.get("rel") == "icon":
                assert str(element.get("href")).startswith("data:image/svg+xml,"), path  # a picture, and never run
                continue
            for key in ("href", "src", "action", "cite"):
                scheme = re.match(r"[\s\x00-\x20]*([A-Za-z][A-Za-z0-9+.-]*):", str(element.get(key, "")))
                assert scheme is None or scheme[1] in SCHEMES, path


def test_every_page_begins_with_a_policy_that_lets_nothing_in(pages: dict[str, str]) -> None:
    """The browser is told to load and run nothing but the site's own files."""
    for path, page in pages.items():
        head = page[: page.index("<title>")]
        assert head.index("Content-Security-Policy") < head.index("charset"), path
        found = re.search(r'Content-Security-Policy" content="([^"]*)"', head)
        assert found is not None
        policy = html.unescape(found[1])
        assert "default-src 'none'" in policy
        assert "unsafe-inline" not in policy
        assert "unsafe-eval" not in policy.replace("wasm-unsafe-eval", "")


@pytest.mark.parametrize("markup", hostile.MARKUP)
def test_a_page_with_hostile_markup_is_refused(markup: str) -> None:
    """Were a template or filter to let it through, the build would fail instead of publishing it."""
    outcome = places.run(places.SEEDS)
    files = places.files(outcome.files)
    path = next(path for path in files if path.startswith("documents/") and path.endswith(".html"))
    page = files[path].decode().replace("</main>", f"{markup}</main>")

    assert check.site({**files, path: page.encode()}, archive=outcome.archive) != ()


def test_the_lists_are_printed_in_the_documentation() -> None:
    """docs/reliability.md names every element a page may hold, and no other."""
    text = (ROOT / "docs/reliability.md").read_text("utf-8")
    table = text[text.index("| Kind | Elements |") : text.index("No attribute may style")]

    assert sorted(re.findall("`([A-Za-z0-9]+)`", table)) == sorted(allowed.ELEMENTS)
