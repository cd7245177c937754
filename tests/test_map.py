"""The map: the file it is drawn from, the view that chooses the patterns, and the page it stands on."""

import gzip
import itertools
import json
import math
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import html as markup
from playwright.sync_api import Browser

from muniment import gazetteer, indexes
from muniment.model import Archive, Relation
from muniment.views import atlas, gather
from muniment.views.links import Links
from muniment.views.world import FEWEST, World, world
from tests.archives import assembled, claim, reading
from tests.conftest import ROOT

FILE = ROOT / "muniment/data/map.json"
NAMES = ("Norway", "Peru", "Austria", "Serbia", "Malta", "Tonga")
TEXT = "".join(f"{name} sent an envoy.\n\n" for name in NAMES)
ENVOY = "{} sent an envoy."


@cache
def _file() -> dict[str, Any]:
    written: dict[str, Any] = json.loads(FILE.read_bytes())
    return written


@cache
def _gazetteer() -> gazetteer.Gazetteer:
    return gazetteer.build((ROOT / "muniment/data/states.json").read_bytes(), None)[0]


def _corners(path: str) -> list[tuple[int, int]]:
    """Walk a path: relative moves, each ring's first counted from where the ring before it began."""
    found, begun = [], (0, 0)
    for ring in path[1:-1].split("zm"):
        numbers = [int(number) for number in ring.replace("-", " -").split()]
        steps = list(zip(numbers[::2], numbers[1::2], strict=True))
        at = begun = (begun[0] + steps[0][0], begun[1] + steps[0][1])
        found.append(at)
        for x, y in steps[1:]:
            at = (at[0] + x, at[1] + y)
            found.append(at)
    return found


def test_every_state_of_today_has_one_place() -> None:
    """Each state that is not a former one has a shape or a point, never both, and nothing else has."""
    today = [each.id for each in _gazetteer().states if each.standing != "former"]
    placed = [*_file()["shapes"], *_file()["points"]]

    assert sorted(today) == sorted(placed)


def test_the_file_is_small() -> None:
    """The file has at most 60 KB, 20 KB compressed."""
    content = FILE.read_bytes()

    assert len(content) <= 60_000
    assert len(gzip.compress(content, 9, mtime=0)) <= 20_000


@pytest.mark.parametrize("name", ["", *_file()["shapes"]])
def test_every_outline_lies_in_the_picture(name: str) -> None:
    """A path is closed rings of relative whole numbers that stay in the picture; no line runs across the world."""
    path = _file()["shapes"][name] if name else _file()["rest"]
    corners = _corners(path)

    assert re.fullmatch(r"(?:m-?\d+(?:[ -]\d+)+(?: ?-?\d+)*z)+", path) is not None
    assert all(0 <= x <= _file()["width"] and 0 <= y <= _file()["height"] for x, y in corners)
    for ring in path[1:-1].split("zm"):
        numbers = [int(number) for number in ring.replace("-", " -").split()][2:]
        assert all(math.hypot(x, y) < 200 for x, y in zip(numbers[::2], numbers[1::2], strict=True))


def test_points_stand_apart() -> None:
    """Two dots never cover one another, and a dot's room holds no other dot's middle."""
    points = _file()["points"].values()

    for (x, y, room), (other_x, other_y, other_room) in itertools.combinations(points, 2):
        distance = math.hypot(x - other_x, y - other_y)
        assert distance >= 14
        assert distance >= max(room, other_room)


def _drawn(*claims: Any, text: str = TEXT, relations: tuple[Relation, ...] | None = None) -> World | None:
    more = {"relations": relations} if relations else {}
    archive, problems = assembled(reading("a", text), claims=claims, **more)
    assert problems == ()
    return _of(archive)


def _of(archive: Archive) -> World | None:
    aid = gather(archive, indexes.build(archive), atlas.read(FILE.read_bytes()))
    return world(aid, Links(here="states.html"))


def _sorts(drawn: World | None) -> dict[str, str]:
    assert drawn is not None
    return {place.id: place.sort for place in (*drawn.shapes, *drawn.points)}


def test_patterns_tell_the_commonest_role_from_others() -> None:
    """The role of most states is one pattern, that role with others a second, others only a third, none a fourth."""
    hosts = [claim(state, quote=ENVOY.format(name)) for state, name in (("NOR", "Norway"), ("PER", "Peru"))]
    endorsed = [
        claim(state, quote=ENVOY.format(name), relation="endorsed")
        for state, name in (("PER", "Peru"), ("AUT", "Austria"))
    ]
    third = claim("SRB", quote=ENVOY.format("Serbia"), relation="endorsed")

    drawn = _drawn(*hosts, *endorsed, third)

    with_roles = {name: sort for name, sort in _sorts(drawn).items() if sort != "named"}
    assert with_roles == {"AUT": "lead", "NOR": "others", "PER": "more", "SRB": "lead"}
    assert drawn is not None
    assert [(key.words, key.number) for key in drawn.keys] == [
        ("Endorsed", "2 states"),
        ("Endorsed; Hosted", "1 state"),
        ("Hosted only", "1 state"),
        ("Named, without a role", "2 states"),
    ]


def test_without_claims_the_map_shows_who_is_named() -> None:
    """An archive that claims no role has one pattern, worded as such."""
    drawn = _drawn()

    assert drawn is not None
    assert [key.words for key in drawn.keys] == ["Named in a document"]
    assert set(_sorts(drawn).values()) == {"named"}


def test_small_states_are_points_and_others_shapes() -> None:
    """Malta and Tonga are dots, Norway has an outline; each list is in the order of the index."""
    drawn = _drawn()

    assert drawn is not None
    assert [place.name for place in drawn.points] == ["Malta", "Tonga"]
    assert [place.name for place in drawn.shapes] == ["Austria", "Norway", "Peru", "Serbia"]


def test_few_states_need_no_map() -> None:
    """Below the least number of states the table says it at a glance."""
    sentences = "".join(f"{name} sent an envoy.\n\n" for name in NAMES[: FEWEST - 1])

    assert _drawn(text=sentences) is None


def test_a_state_without_a_place_is_named_beside_the_map() -> None:
    """A former state is on no map, so the figure names it with its link."""
    drawn = _drawn(text=f"{TEXT}Czechoslovakia sent an envoy.\n")

    assert drawn is not None
    assert [name for name, _ in drawn.unplaced] == ["Czechoslovakia"]


def test_without_the_file_there_is_no_map() -> None:
    """A caller that gives no outlines gets the table alone."""
    archive, _ = assembled(reading("a", TEXT))

    assert world(gather(archive, indexes.build(archive)), Links(here="states.html")) is None


def test_every_state_of_the_index_is_a_link_with_words(shipped: Path) -> None:
    """On the page each state has one link in the map, whose title names it and its roles, and the page stays light."""
    page = (shipped / "dist/states.html").read_bytes()
    tree = markup.document_fromstring(page.decode())
    rows = tree.xpath("//table[@id='states-table']//th[@scope='row']/a")
    marks = tree.xpath("//*[@class='world-map']//a")

    assert sorted((row.get("href"), row.text_content()) for row in rows) == sorted(
        (mark.get("href"), mark.find("title").text.partition(":")[0]) for mark in marks
    )
    assert len(gzip.compress(page, mtime=0)) <= 80_000
    assert tree.xpath("//*[@style]") == []


def _colours(css: str, theme: str) -> dict[str, tuple[float, ...]]:
    block = css.split(theme, 1)[1].split("}", 1)[0]
    found = re.findall(r"--(paper|hair|link|edge|ink): #([0-9a-f]{6})", block)
    return {name: tuple(int(value[i : i + 2], 16) / 255 for i in (0, 2, 4)) for name, value in found}


def _contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    def light(colour: tuple[float, ...]) -> float:
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", [":root {", ':root[data-theme="dark"] {'])
def test_what_carries_meaning_stands_out(theme: str) -> None:
    """Lines, dots and fills have a contrast of at least 3:1 with paper and with land, light and dark."""
    css = (ROOT / "static/site.css").read_text("utf-8")
    colours = _colours(css, theme)
    share = int(re.findall(r"--land: color-mix\(in srgb, var\(--hair\) (\d+)%", css)[0]) / 100
    land = tuple(
        share * hair + (1 - share) * paper for hair, paper in zip(colours["hair"], colours["paper"], strict=True)
    )

    assert _contrast(colours["link"], colours["paper"]) >= 3
    assert _contrast(colours["link"], land) >= 3
    assert _contrast(colours["edge"], colours["paper"]) >= 3


def test_the_filters_of_the_table_filter_the_map(browser: Browser, shipped: Path) -> None:
    """Choosing a role leaves on the map the states that the table shows, and the keyboard reaches no other."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.goto((shipped / "dist/states.html").as_uri())
    page.select_option("#filter-role", index=2)
    rows = page.locator("#states-table tbody tr:visible th a").all_inner_texts()
    marks = page.locator(".world-map a").evaluate_all(
        "all => all.filter(one => getComputedStyle(one).visibility === 'visible')"
        ".map(one => one.querySelector('title').textContent.split(':')[0])"
    )
    page.close()

    assert 0 < len(rows) < 20
    assert sorted(rows) == sorted(marks)


def test_the_map_can_be_skipped(browser: Browser, shipped: Path) -> None:
    """The first stop before the map shows itself on focus and leads past its links to the table."""
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.goto((shipped / "dist/states.html").as_uri())
    skip = page.locator("figure.world > a").first
    skip.focus()
    box = skip.bounding_box()
    href = skip.get_attribute("href")
    page.close()

    assert box is not None
    assert box["height"] > 10
    assert href == "#states-table"
