"""No page grows with the archive: lists are divided, names beside a page counted, drawings aggregated."""

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as markup

from muniment import check, indexes, pages
from muniment.indexes import division
from muniment.indexes.facets import Facet, Value
from muniment.model import Archive, EventSetting, Limits, QuotedDate, StageSetting
from muniment.render import Renderer
from tests.archives import assembled, reading
from tests.conftest import ROOT

CASES = Path(__file__).parent / "cases" / "division"
SMALL = Limits(cards=3, rows=4, named=2, beside=2, drawn=3, columns=3, passages=2)
TEXT = "Norway met {0} in {1}. It is letter {2} of the harbour office, and it is long enough to say something.\n"
STATES = ("Peru", "Chile", "Ghana")
SHOWN = (
    "index.html",
    "documents.html",
    "documents-1901.html",
    "documents-1901-2.html",
    "documents-undated.html",
    "documents-by-kind.html",
    "documents-by-kind-2.html",
    "documents-by-creator.html",
    "documents-by-creator-1.html",
    "documents/l07.html",
    "states.html",
    "states/norway.html",
    "states/norway.2.html",
    "timeline.html",
)


@cache
def _archive(limits: Limits = SMALL) -> Archive:
    """Make eleven letters: eight of 1901, two of 1902, one undated; seven of them of one event."""
    readings = []
    for number in range(1, 12):
        year = "" if number == 11 else "1901" if number < 9 else "1902"
        date = f"{year}-0{number % 9 + 1}" if year else ""
        words = TEXT.format(STATES[number % 3], year or "spring", number)
        front = {"date": date, "event": "meeting" if number < 8 else "", "creators": (f"Writer {number}",)}
        kind = "letter" if number % 2 else "report"
        readings.append(reading(f"l{number:02}", words, title=f"Letter {number}", kind=kind, **front))
    quoted = QuotedDate(
        edtf="1901", status="held", basis="attested", printed="1901", document="l01", quote="met Chile in 1901"
    )
    event = EventSetting(id="meeting", name="The meeting", stage="first", relation="stage", dates=(quoted,))
    made, problems = assembled(
        *readings, events=(event,), stages=(StageSetting(id="first", name="First"),), limits=limits, exports=("seed",)
    )
    assert problems == ()
    return made


@cache
def _site(limits: Limits = SMALL) -> dict[str, bytes]:
    archive = _archive(limits)
    indexed = indexes.build(archive)
    templates = {path.name: path.read_text("utf-8") for path in (ROOT / "templates").iterdir()}
    renderer = Renderer(templates, archive, indexed)
    return {page.path: renderer.render(page) for page in pages.plan(archive, indexed)}


def _outline(page: bytes) -> str:
    """Give the words of a page's main part, a line for each element that holds some, and where its links lead."""
    lines = []
    for element in markup.document_fromstring(page).get_element_by_id("text").iter():
        words = " ".join((element.text or "").split())
        link = f" -> {element.get('href')}" if element.get("href") else ""
        drawn = "".join(f" {name}={element.get(name)}" for name in ("x1", "cx") if element.get(name))
        if words or link or drawn:
            lines.append(f"{element.tag}: {words}{link}{drawn}")
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("path", SHOWN)
def test_a_page_shows_only_so_much(path: str, golden: Callable[[Path, str], None]) -> None:
    """What goes beyond the limits stands on further pages, or is counted with a link to where it stands."""
    golden(CASES / f"{path.replace('/', '.').removesuffix('.html')}.txt", _outline(_site()[path]))


def test_the_pages_of_a_divided_archive(golden: Callable[[Path, str], None]) -> None:
    """Years, parts of arrangements and further pages of states have addresses of their own."""
    golden(CASES / "pages.txt", "".join(f"{path}\n" for path in _site()))


def test_every_link_of_divided_lists_leads_somewhere() -> None:
    """Overviews lead to the place where a value begins."""
    static = {f"static/{path.name}": path.read_bytes() for path in (ROOT / "static").iterdir()}

    assert check.site({**_site(), **static}, archive=_archive()) == ()


def test_nothing_is_divided_below_the_limits() -> None:
    """An archive as small as most has one page for each list."""
    whole = _site(Limits())

    assert [path for path in whole if re.search(r"-(1901|undated|[0-9]+)\.html|\.[0-9]+\.html", path)] == []
    assert b"further" not in b"".join(whole.values())


@pytest.mark.parametrize("path", ["documents.html", "documents-by-kind.html", "states/norway.html", "index.html"])
def test_what_a_divided_list_leaves_out_stands_on_its_parts(path: str) -> None:
    """Together the parts lead to every document that the whole list leads to."""
    opening = path.removesuffix(".html")
    own = [[site[each] for each in site if _is_part(each, opening)] for site in (_site(), _site(Limits()))]
    divided, whole = (set(re.findall(rb'href="(?:\.\./)?(documents/l[0-9]+\.html)', b"".join(each))) for each in own)

    assert len(divided) == SMALL.cards if path == "index.html" else divided == whole


def _is_part(path: str, opening: str) -> bool:
    """Say whether a page is a list or a part of it."""
    return re.fullmatch(rf"{opening}(-(?!by).*|\.[0-9]+)?\.html", path) is not None


MEMBERS = st.lists(st.lists(st.integers(0, 99).map(str), max_size=12), max_size=8)


@given(MEMBERS, st.integers(1, 9))
def test_sections_hold_every_member_in_order(given_: list[list[str]], most: int) -> None:
    """No section is longer than it may be, none is empty, and nothing is lost, doubled or moved."""
    values = tuple(Value(token=str(n), label=str(n), members=tuple(own)) for n, own in enumerate(given_) if own)
    facet = Facet(name="kind", values=values)

    found = division.sections(facet, most)

    rows = [(value.token, member) for value in values for member in value.members]
    held = [(value.token, member) for each in found for value in each.values for member in value.members]
    assert held == (rows if len(rows) > most else [])
    assert all(1 <= sum(len(value.members) for value in each.values) <= most for each in found)
    assert [each.number for each in found] == list(range(1, len(found) + 1))


@given(st.integers(1, 40), st.integers(0, 39), st.integers(0, 12))
def test_around_gives_the_nearest(number: int, at: int, most: int) -> None:
    """As many as there may be, without the one itself, in order, and the number of those left out."""
    rows = list(range(number))
    at = min(at, number - 1)

    near, left = division.around(rows, at, most)

    assert len(near) == min(most, number - 1)
    assert left == number - 1 - len(near)
    assert at not in near
    assert list(near) == sorted(near)
    assert all(abs(each - at) <= most for each in near)
