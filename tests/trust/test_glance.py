"""What a page is taken for at a glance is what the thorough reading finds; whatever is odd is left to that reading."""

import random
import re
from pathlib import Path

import pytest

from muniment.check import reading
from muniment.check.glance import OWN, Glance, glance
from muniment.check.sheet import Sheet, read
from muniment.check.tags import Tags
from muniment.pages import document_path
from tests.trust import hostile, places

ODD = ("<", ">", '"', "'", "=", "&", "/", " ", "\n", "!", "-", OWN, "<b>", "</p>", "<!--", "<br>", 'id="p1" ', "é")
NONE = "'none'"
WORDS = (
    "Harbour news\n\nPublished: 3 May 1931\n\nThe the harbour was closed on 3 May 1931.\n\n(i) Nobody objected, &"
    " nobody <b>cared</b>.\n\n(ii) The   bridge * stands *.\n\n- one\n- **two** words\n\n**Bold words** were _drawn_.\n"
)
PARTS = ("<q", "<aside", '<div class="edition"', "<title", "<head", "<html", "<h1", 'id="', 'href="', "</div>")


@pytest.fixture(scope="module")
def pages(shipped: Path) -> dict[str, bytes]:
    """Give the finished pages of the shipped archive and of one of hostile texts."""
    dist = shipped / "dist"
    found = {path.relative_to(dist).as_posix(): path.read_bytes() for path in sorted(dist.rglob("*.html"))}
    seeds = {f"{number}.txt": f"Title\n\n{text}\n".encode() for number, text in enumerate(hostile.SCRIPTS)}
    outcome = places.run(seeds)
    assert outcome.files, [problem for problem in outcome.problems if problem.severity == "error"]
    return found | {path: each for path, each in places.files(outcome.files).items() if path.endswith(".html")}


def _words(sheet: Sheet, stretches: list[tuple[int, int]]) -> list[str]:
    return reading.words_between(sheet.content.decode(), stretches)


def _assert_same(quick: Glance, sheet: Sheet) -> None:
    """Hold a glance against the thorough reading."""
    assert sheet.problems == []
    assert list(quick.ids) == list(sheet.ids)
    links = [link for link, _ in sheet.links if link.address[:1] != "#"]
    outer = list(map(quick.restored, quick.outer))
    assert outer == list(dict.fromkeys(link.address for link in links if not link.is_load))
    loads = [link._replace(address=quick.restored(link.address)) for link in quick.loads]
    assert loads == list(dict.fromkeys(link for link in links if link.is_load))
    inner = [link.address for link, _ in sheet.links if link.address[:1] == "#" and link.address != "#top"]
    assert [address for address in inner if address[1:] not in sheet.ids] == []
    assert list(quick.quotes) == [(each.document, each.anchor, "".join(each.words)) for each in sheet.quotes]
    assert (quick.text or "").split() == _words(sheet, sheet.text)
    assert {name: words.split() for name, words in quick.lines.items()} == {
        name: _words(sheet, [stretch]) for name, stretch in sheet.lines.items()
    }


def test_finished_pages_are_all_taken_at_a_glance(pages: dict[str, bytes]) -> None:
    """Every page as it is rendered is known, and means what the thorough reading says, whatever was read before."""
    known = Tags()
    for path, content in pages.items():
        quick = glance(path, content, known)
        assert quick is not None, path
        _assert_same(quick, read(path, content, {}))
    assert len(pages) > 100


@pytest.mark.parametrize("markup", hostile.MARKUP)
def test_hostile_markup_is_never_taken_at_a_glance_where_it_is_a_fault(markup: str, pages: dict[str, bytes]) -> None:
    """What the thorough reading refuses on a page the quick one refuses too."""
    path = next(path for path in pages if path.startswith("documents/"))
    content = pages[path].replace(b"</main>", f"{markup}</main>".encode("utf-8", "surrogatepass"))

    quick = glance(path, content, Tags())

    assert quick is None or read(path, content, {}).problems == []


@pytest.mark.parametrize("seed", range(6))
def test_altered_pages_are_taken_at_a_glance_only_if_nothing_is_wrong(seed: int, pages: dict[str, bytes]) -> None:
    """Characters put in, taken out or moved anywhere, tags above all: both readings agree or the quick one gives up."""
    chance = random.Random(seed)  # noqa: S311 -- a repeatable choice, no secret
    known = Tags()
    taken = 0
    paths = [path for path in pages if len(pages[path]) < 60_000]
    for _ in range(250):
        path = chance.choice(paths)
        content = _altered(pages[path].decode(), chance).encode("utf-8", "surrogatepass")
        quick = glance(path, content, known)
        if quick is not None:
            taken += 1
            _assert_same(quick, read(path, content, {}))
    assert taken > 10


@pytest.mark.parametrize("seed", range(4))
def test_an_altered_page_agrees_with_its_document_only_if_no_word_is_lost(seed: int) -> None:
    """Words altered, moved or taken out: where the quick comparison is content, so is the thorough one."""
    outcome = places.run({"news.txt": WORDS.encode(), **places.SEEDS})
    assert outcome.archive is not None
    files = places.files(outcome.files)
    chance, known, agreed = random.Random(seed), Tags(), 0  # noqa: S311 -- a repeatable choice, no secret
    for number in range(500):
        document = outcome.archive.documents[number % len(outcome.archive.documents)]
        path = document_path(document.id)
        content = _altered(files[path].decode(), chance).encode("utf-8", "surrogatepass")
        quick = glance(path, content, known)
        if quick is not None and reading.agrees(document, quick):
            agreed += 1
            assert list(reading.check(document, read(path, content, {}))) == []
    assert agreed > 20


def _altered(page: str, chance: random.Random) -> str:
    """Alter a page at a few places."""
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(len(page))
        if chance.random() < 0.6:
            starts = [found.start() for found in re.finditer(re.escape(chance.choice(PARTS)), page)] or [at]
            at = min(chance.choice(starts) + chance.randint(0, 12), len(page))
        end = min(at + chance.choice((0, 0, 1, 1, 5, 40)), len(page))
        other = chance.randrange(len(page))
        filling = chance.choice(("", chance.choice(ODD), page[other : other + chance.randint(1, 60)]))
        page = page[:at] + filling + page[end:]
    return page


def test_a_page_holding_the_sign_for_its_own_name_is_read_thoroughly(pages: dict[str, bytes]) -> None:
    """The sign may stand for nothing but the name."""
    path = next(path for path in pages if path.startswith("documents/"))

    assert glance(path, pages[path].replace(b"</main>", f"{OWN}</main>".encode()), Tags()) is None


@pytest.mark.parametrize("name", ["data-theme-toggle", "content-security-policy", "x-y-z", "p1", "edition"])
def test_a_document_named_like_markup_means_what_it_says(name: str) -> None:
    """A page's own name is put aside while it is read; where that changes its markup, the page is read thoroughly."""
    policy = f'<meta http-equiv="content-security-policy" content="default-src {NONE}">'
    quote = f'<q data-document="{name}" data-anchor="p1">{name}</q>'
    page = (
        f'<!doctype html>\n<html lang="en"><head>{policy}<title>x</title></head><body><h1>x</h1>'
        f'<button data-theme-toggle>x</button><p id="p1">{name}</p><a href="{name}.html#p1">x</a>'
        f'<div class="edition">{name} {quote}</div></body></html>\n'
    ).encode()
    path = f"documents/{name}.html"

    quick = glance(path, page, Tags())

    if quick is not None:
        _assert_same(quick, read(path, page, {}))
