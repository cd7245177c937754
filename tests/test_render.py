"""Pages as they are set: what every page promises, and what each kind shows."""

import itertools
import re
from dataclasses import replace
from functools import cache

import pytest
from lxml import html as markup
from lxml.html import HtmlElement

from muniment import indexes, pages
from muniment.exports.columns import COLUMNS
from muniment.model import Archive, EventSetting, Evidence, FigureSetting, Note, QuotedDate, Settings, StageSetting
from muniment.render import POLICY, Renderer
from muniment.words import ENGLISH, ROWS
from tests.archives import BARE, assembled, reading
from tests.conftest import ROOT

LETTER = """Harbour office
3 May 1911

The envoys met at Bergen on 3 May 1911.

Norway will call a meeting in June 1912, <b>it</b> says.
"""
NOTE = Note(kind="sic", at="p1", quote="The envoys met", text="So printed.", by="The editor")


def _date(edtf: str, status: str, printed: str, quote: str) -> QuotedDate:
    return QuotedDate(edtf=edtf, status=status, basis="attested", printed=printed, document="letter", quote=quote)


def _settings() -> Settings:
    events = (
        EventSetting(
            id="bergen-meeting",
            name="Meeting at Bergen",
            stage="bergen",
            relation="stage",
            dates=(_date("1911-05-03", "held", "3 May 1911", "The envoys met at Bergen on 3 May 1911."),),
        ),
        EventSetting(
            id="second-meeting",
            name="Second meeting",
            stage="second",
            relation="stage",
            dates=(_date("1912-06", "planned", "June 1912", "will call a meeting in June 1912"),),
        ),
    )
    stages = (
        StageSetting(id="bergen", name="Bergen"),
        StageSetting(id="second", name="Second", missing="No document reports it."),
    )
    figures = (
        FigureSetting(
            figure="The envoys", counted="envoys", verb="met", as_of="1911", document="letter", quote="The envoys met"
        ),
    )
    return replace(BARE, stages=stages, events=events, figures=figures)


@cache
def _archive() -> Archive:
    letter = reading("letter", LETTER, lifted=2, date="1911-05-03", event="bergen-meeting", notes=(NOTE,))
    story = reading("story", "Nothing is known of it.\n", date="1930")
    made, problems = assembled(
        letter, story, **{name: getattr(_settings(), name) for name in ("stages", "events", "figures")}
    )
    assert problems == ()
    return made


@cache
def _site(base_url: str = "") -> dict[str, str]:
    archive = _archive()
    return _rendered(replace(archive, settings=replace(archive.settings, base_url=base_url)))


def _rendered(archive: Archive) -> dict[str, str]:
    indexed = indexes.build(archive)
    templates = {path.name: path.read_text("utf-8") for path in (ROOT / "templates").iterdir()}
    renderer = Renderer(templates, archive, indexed)
    return {page.path: renderer.render(page).decode() for page in pages.plan(archive, indexed)}


def _tree(path: str) -> HtmlElement:
    return markup.document_fromstring(_site()[path])


PATHS = (
    "404.html",
    "colophon.html",
    "documents.html",
    "documents/letter.html",
    "documents/letter.seed.html",
    "documents/letter.source.html",
    "figures.html",
    "index.html",
    "states.html",
    "states/norway.html",
    "timeline.html",
)


@pytest.mark.parametrize("path", PATHS)
def test_every_page_keeps_its_policy(path: str) -> None:
    """The policy comes first in the head, and no style, inline script or handler would break it."""
    tree = _tree(path)

    assert tree.head[0].get("content") == POLICY
    scripts = [each for each in tree.iter("script") if each.get("type") != "application/ld+json"]  # data, never run
    assert [each for each in scripts if each.text or not each.get("src")] == []
    assert tree.xpath("//style | //@style | //@*[starts-with(name(), 'on')]") == []
    assert "<b>it" not in _site()[path]


@pytest.mark.parametrize("path", PATHS)
def test_every_page_has_one_title_and_its_landmarks(path: str) -> None:
    """One h1, levels without gaps, a skip link first, header, main and footer, and no id twice."""
    tree = _tree(path)
    levels = [int(each.tag[1]) for each in tree.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")]
    ids = tree.xpath("//@id")

    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert tree.body[0].get("class") == "skip"
    assert [len(tree.xpath(f"//{tag}")) for tag in ("main", "footer")] == [1, 1]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("path", PATHS)
def test_every_quotation_holds_exactly_words_of_its_passage(path: str) -> None:
    """What stands between quotation marks stands in the document, character for character."""
    passages = {("letter", block.anchor): block.words for block in _archive().documents[0].collation.text.blocks} | {
        ("letter", line.anchor): line.text for line in _archive().documents[0].collation.meta_lines
    }
    passages["story", "p1"] = "Nothing is known of it."

    for each in _tree(path).xpath("//*[@data-document]"):
        assert each.text_content() in passages[each.get("data-document"), each.get("data-anchor")]


def test_a_page_has_a_canonical_address_only_when_the_site_has_one() -> None:
    """Without a base address no page claims one."""
    assert 'rel="canonical"' not in "".join(_site().values())
    assert (
        '<link rel="canonical" href="https://example.org/x/states.html">'
        in _site("https://example.org/x/")["states.html"]
    )
    assert 'rel="canonical"' not in _site("https://example.org/x/")["404.html"]


def test_a_document_page_says_that_it_was_checked() -> None:
    """The line under the title counts the differences and leads to them."""
    line = _tree("documents/letter.html").xpath("//p[@class='checked']")[0]
    number = len(_archive().documents[0].collation.apparatus.operations)

    assert line.text_content() == f"Checked against its seed: {ENGLISH.count('differences', number)}, each listed"
    assert line[0].get("href") == "#apparatus"


def test_lines_set_apart_stand_on_the_page_with_their_exact_words() -> None:
    """A lifted line has its anchor and nothing but its words."""
    tree = _tree("documents/letter.html")

    assert [tree.get_element_by_id(name).text_content() for name in ("m1", "m2")] == ["Harbour office", "3 May 1911"]


def test_a_note_and_its_words_lead_to_each_other() -> None:
    """The sign in the text leads to the note, the note's number back, and the note follows its paragraph."""
    tree = _tree("documents/letter.html")
    note = tree.get_element_by_id("note-1")

    assert tree.get_element_by_id("ref-1").get("href") == "#note-1"
    assert note.xpath(".//a/@href")[0] == "#ref-1"
    assert note.getparent().getprevious().get("id") == "p1"
    assert "So printed." in note.text_content()


def test_the_process_line_tells_held_from_planned_and_marks_the_document() -> None:
    """Stages are a list with their status in words; where the document stands is said in words too."""
    line = _tree("documents/letter.html").xpath("//section[contains(@class, 'process')]")[0]

    stops = [(each.get("class").split()[0], each.text_content()) for each in line.xpath(".//li")]
    assert stops == [("held", "Bergen, reported as held"), ("planned", "Second, planned")]
    assert ENGLISH.say("process.stands", where="at Bergen") in line.text_content()


def test_a_document_long_after_the_last_stage_stands_beyond_a_break() -> None:
    """The stretch drawn to time ends before it."""
    line = _tree("documents/story.html").xpath("//section[contains(@class, 'process')]")[0]

    assert ENGLISH.say("process.stands", where="after Second") in line.text_content()
    assert len(line.xpath(".//*[@class='break']")) == 2


def test_the_timeline_says_what_is_planned_and_what_no_document_attests() -> None:
    """A stage that is only announced shows its words, its status and the gap; nothing says it was held."""
    stage = _tree("timeline.html").get_element_by_id("stage-second")

    words = stage.text_content()
    assert ENGLISH.say("status.planned") in words
    assert ENGLISH.say("status.held") not in words
    assert "No document reports it." in words
    assert "will call a meeting in June 1912" in words


def test_the_seed_view_shows_every_line_of_the_seed_once() -> None:
    """Each line has its number as an id and its words as received."""
    tree = _tree("documents/letter.seed.html")

    shown = [tree.get_element_by_id(f"s{number}").getnext().text_content() for number in range(1, 7)]

    assert shown == LETTER.split("\n")[:6]


def test_the_source_view_shows_the_file_itself() -> None:
    """Highlighting adds elements and no words."""
    code = _tree("documents/letter.source.html").xpath("//pre")[0]

    assert code.text_content() == _archive().documents[0].edition.source


def test_a_state_page_marks_the_name_in_its_sentence() -> None:
    """The sentence is quoted, the name in it marked."""
    sentence = _tree("states/norway.html").xpath("//q")[0]

    assert sentence.text_content() == "Norway will call a meeting in June 1912, <b>it</b> says."
    assert [mark.text for mark in sentence.xpath("mark")] == ["Norway"]


@pytest.mark.parametrize("wanted", [(), ("seed",), ("source",), ("data", "seed", "source")])
def test_pages_that_are_not_asked_for_are_not_made_and_nothing_leads_to_them(wanted: tuple[str, ...]) -> None:
    """Without the seed's page, evidence and differences still name the lines of the seed."""
    found = (Evidence(line=2, quote="3 May 1911", basis="attested"),)
    letter = reading("letter", LETTER, lifted=2, date="1911-05-03", evidence=(("date", found),), notes=(NOTE,))
    archive, problems = assembled(letter, exports=wanted)
    made = _rendered(archive)
    evidence = markup.document_fromstring(made["documents/letter.html"]).xpath("//details[@class='evidence attested']")

    assert problems == ()
    assert ("documents/letter.seed.html" in made) == ("seed" in wanted)
    assert ("documents/letter.source.html" in made) == ("source" in wanted)
    assert any(".seed.html" in page for page in made.values()) == ("seed" in wanted)
    assert any(".source.html" in page for page in made.values()) == ("source" in wanted)
    assert evidence[0].text_content().split("\n")[2] == f"3 May 1911 {ENGLISH.say('evidence.line', n=2)}"
    assert (ENGLISH.say("document.seed.kept", reason="").strip(" .") in made["documents/letter.html"]) is False
    assert ("reuse.html" in made) == ("data" in wanted)
    assert ('href="reuse.html"' in made["index.html"]) == ("data" in wanted)


def test_the_same_archive_gives_the_same_bytes() -> None:
    """Nothing on a page depends on when or how often it is rendered."""
    first = _site()
    _site.cache_clear()

    assert first == _site()


@pytest.mark.parametrize(("number", "is_list"), [(1, False), (4, False), (8, False), (12, True)])
def test_many_stages_are_named_in_a_list(number: int, is_list: bool) -> None:
    """Where the line has no room for their names beside one another, they do not lie over one another."""
    stages = tuple(StageSetting(id=f"s{at}", name=f"Stage {at}") for at in range(number))
    made, _ = assembled(reading("story", "Of this.\n", date="1930"), stages=stages)
    site = _rendered(made)

    for path in ("index.html", "documents/story.html"):
        (line,) = markup.document_fromstring(site[path]).xpath("//section[contains(@class, 'process')]/ol")
        assert ("many" in line.get("class").split()) == is_list


def test_stages_without_a_date_stand_before_and_after_nothing() -> None:
    """No document is said, or drawn, to stand before or after a stage whose time nobody knows."""
    made, problems = assembled(reading("story", "Of this.\n", date="1930"), stages=_settings().stages)
    assert problems == ()
    site = _rendered(made)
    timeline, story = (markup.document_fromstring(site[path]) for path in ("timeline.html", "documents/story.html"))

    assert [each.text_content() for each in timeline.xpath("//ol[contains(@class, 'stages')]//h3")] == [
        "Bergen",
        "Second",
        "Outside the stages",
    ]
    assert len(story.xpath("//section[@class='process']//*[@class='stop unknown']")) == 2
    assert story.xpath("//section[@class='process']//*[@class='tick' or contains(@class, 'here')]") == []


def test_every_class_that_marks_a_place_on_the_line_is_styled() -> None:
    """The sheet knows a place for each percent, as no page may carry styles of its own."""
    sheet = (ROOT / "static/site.css").read_text("utf-8")

    assert [n for n in range(101) if f".at-{n}{{--at:{n}}}" not in sheet] == []


def test_the_budget_is_kept() -> None:
    """The sheet and the scripts of any page stay small: 12 KB and 6 KB compressed."""
    import gzip

    sizes = {path.name: len(gzip.compress(path.read_bytes())) for path in (ROOT / "static").iterdir()}

    assert sizes["site.css"] <= 12_000
    others = [size for name, size in sizes.items() if name.endswith(".js") and name != "theme.js"]
    assert sizes["theme.js"] + max(others) <= 6_000


def test_every_word_of_the_interface_is_used() -> None:
    """A key that nothing asks for is taken out of the catalogue."""
    places = [*(ROOT / "templates").iterdir(), *(ROOT / "muniment/views").iterdir()]
    further = (
        "pages/__init__.py",
        "pages/addresses.py",
        "render/__init__.py",
        "dates/words.py",
        "words/words.py",
        "settings/read.py",
        "exports/tei/header.py",
    )
    places += [ROOT / "muniment" / name for name in further]
    source = "".join(path.read_text("utf-8") for path in places if path.suffix in (".py", ".html"))
    families = (*tuple(re.findall(r'["\']([a-z]+\.)["\'{]', source)), "language.", "fact.", "sort.", "state.form.")
    families = (*families, "date.month.", "date.season.", "number.", "region.", "abbreviation.", "missing.")
    families = (*families, "cite.style.")
    keys = {key.removesuffix(".one").removesuffix(".other") for key in ROWS}
    titles = {f"{slug}.title" for slug in pages.BUILT} | {f"table.{name}" for name in COLUMNS}
    titles |= {f"column.{column.says}" for columns in COLUMNS.values() for column in columns}

    unused = [key for key in sorted(keys) if f'"{key}"' not in source and not key.startswith(families)]

    assert [key for key in unused if key not in titles and not key.startswith("home.timeline")] == []
