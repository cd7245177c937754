"""Families P and L: examples of pages and of links."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from muniment import check, disk, line
from muniment.model import Asset
from tests.conftest import ROOT
from tests.problems.form import ABOUT, SETTINGS, Call, Pair, deed, page, whole
from tests.trust import places
from tests.trust.places import Place

_LINK = '<a href="../timeline.html">'
_POLICY = '<meta http-equiv="Content-Security-Policy"'


def _in(code: str, raises: str, near_miss: str) -> Pair:
    """Put markup before a paragraph."""
    return page(code, "</main>", f"{raises}</main>", f"{near_miss}</main>")


def _call(
    code: str, words: tuple[str, str], raises: Callable[[], list[str]], near_miss: Callable[[], list[str]]
) -> Pair:
    return Pair(code=code, what=Call(words=words, raises=raises, near_miss=near_miss))


def _with(*paths: str) -> list[str]:
    """Put files into a finished site."""
    return [
        problem.code
        for problem in check.site({**places.files(places.run(places.SEEDS).files), **dict.fromkeys(paths, b"")})
    ]


class _Listed(dict[str, bytes]):
    """Files that are listed so many times."""

    times = 1

    def items(self) -> Any:
        """List them."""
        return [*super().items()] * self.times


def _doubled(times: int) -> list[str]:
    """Send an archive down the line that lists its static files so many times."""
    inputs = places.inputs(places.SEEDS)
    listed = _Listed(inputs.static)
    listed.times = times
    return [problem.code for problem in line.run(replace(inputs, static=listed)).problems]


def _many(times: int) -> list[str]:
    """Check an archive that holds its documents so many times."""
    archive = places.run(places.SEEDS).archive
    assert archive is not None
    return [problem.code for problem in check.archive(replace(archive, documents=archive.documents * times))]


def _indexed(*pages: Asset) -> list[str]:
    """Have pages indexed."""
    try:
        disk.search_index(pages)
    except disk.Refusal as refusal:
        return [refusal.code]
    return []


def _as_it_is(_: object) -> None:
    """Do nothing."""


def _pagefind(place: Place) -> None:
    """Ask for the search of an index."""
    settings = place.root / SETTINGS
    settings.write_text(settings.read_text("utf-8").replace('search = "text"', 'search = "pagefind"'), "utf-8")


PAIRS: tuple[Pair, ...] = (
    deed(
        "P-001",
        ("`site_src/pages/Old Page.md`", "`site_src/pages/old-page.md`"),
        lambda place: place.write("site_src/pages/Old Page.md", "# Old\n\nWords.\n"),
        lambda place: place.write("site_src/pages/old-page.md", "# Old\n\nWords.\n"),
    ),
    whole("P-002", ABOUT, "---\ntitle: About\n", "---\ntitle: About\n---\n\nWords.\n"),
    whole("P-003", ABOUT, "## About\n\nWords.\n", "# About\n\nWords.\n"),
    whole(
        "P-004",
        ABOUT,
        "# About\n\nSay here what the documents are, who collected them, and why.\n",
        "# About\n\nLetters of the harbour board, collected by its clerk.\n",
    ),
    _call(
        "P-010",
        ("files `timeline.html` and `Timeline.html`", "files `timeline.html` and `timelines.html`"),
        lambda: _with("Timeline.txt", "timeline.txt"),
        lambda: _with("timelines.txt", "timeline.txt"),
    ),
    _call(
        "P-011",
        ("a file `con.txt`", "a file `icon.txt`"),
        lambda: _with("documents/con.txt"),
        lambda: _with("documents/icon.txt"),
    ),
    _call(
        "P-070",
        ("two files of one address", "each file once"),
        lambda: _doubled(2),
        lambda: _doubled(1),
    ),
    _call(
        "P-090",
        ("documents of more than 5 MB", "documents of a few kilobytes"),
        lambda: _many(60_000),
        lambda: _many(20),
    ),
    deed(
        "P-091",
        ('`search-index` where `search = "text"`', '`search-index` where `search = "pagefind"`'),
        _as_it_is,
        _pagefind,
        ("search-index",),
    ),
    _call(
        "P-092",
        ("Pagefind is given no page", "Pagefind is given a page"),
        lambda: _indexed(),
        lambda: _indexed(Asset(path="x.html", content=b"<html><body data-pagefind-body>Words</body></html>")),
    ),
    page("L-001", _LINK, '<a href="../time.html">', '<a href="../timeline.html?x=1">'),
    page("L-002", _LINK, '<a href="#p9">', '<a href="#p3">'),
    _in("L-003", '<p id="p1">Words.</p>', '<p id="p1-again">Words.</p>'),
    _in("L-004", "<h1>Words</h1>", "<h2>Words</h2>"),
    _in("L-005", "<h6>Words</h6>", "<h2>Words</h2>"),
    page("L-006", '<html lang="en"', "<html", '<html lang="nb"'),
    _in("L-007", '<img src="../static/x.png">', "<p>img src</p>"),
    _in("L-008", "<script>alert(1)</script>", "<p>script alert(1)</p>"),
    _in("L-009", '<img alt="" src="https://example.org/x.png">', '<a href="https://example.org/x.png">x</a>'),
    page("L-010", _POLICY, '<meta charset="utf-8"><meta name="robots" content="x">' + _POLICY, _POLICY),
    page(
        "L-011",
        "<title>Minutes of the harbour council · Harbour papers</title>",
        "<title> </title>",
        "<title>.</title>",
    ),
    page("L-012", '<q data-document="', '<q>a</q><q data-document="x', '<q data-document="'),
    _in("L-013", "<p>Words.", "<p>Words.</p>"),
    page("L-014", _LINK, '<a href="/timeline.html">', '<a href="./../timeline.html">'),
    page("L-015", _LINK, '<a href="ftp://example.org/">', '<a href="https://example.org/">'),
    _in("L-016", '<p aria-labelledby="nothing">Words.</p>', '<p aria-labelledby="facts">Words.</p>'),
    _in("L-060", "<marquee>Words.</marquee>", "<mark>Words.</mark>"),
    _in("L-061", '<p contenteditable="true">Words.</p>', '<p title="true">Words.</p>'),
    _in("L-062", '<input type="image">', '<input type="text">'),
    _in("L-063", '<p id="a b">Words.</p>', '<p id="a-b">Words.</p>'),
    page(
        "L-064", "default-src &#39;none&#39;", "default-src *", "default-src &#39;none&#39;; object-src &#39;none&#39;"
    ),
    _in(
        "L-065",
        '<script src="1998-05-03-minutes-of-the-harbour-council.seed.txt"></script>',
        '<script src="../static/cite.js"></script>',
    ),
    whole(
        "L-066",
        "templates/timeline.html",
        '{% extends "base.html" %}{% block main %}<h1>{{ nothing.of_the_kind }}</h1>{% endblock %}',
        (ROOT / "templates/timeline.html").read_text("utf-8"),
    ),
)
