"""The tags and the linked data of a page, as reference managers and search engines read them."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from muniment import indexes, pages
from muniment.citations import Record, record_of, tags
from muniment.citations.kinds import SORTS
from muniment.model import Archive, EventSetting, Page, StageSetting
from muniment.render import Renderer
from muniment.settings import KINDS
from muniment.settings.exports import EXPORTS
from muniment.views import Links, gather
from muniment.views.linked import linked, safe
from tests.archives import BARE, assembled, date, reading
from tests.conftest import ROOT

BASE = "https://example.org/archive/"
HOSTILE = '</script><script>alert(1)</script><!-- & "quoted" \u2028'


def _archive(**front: object) -> Archive:
    words = {"title": "Harbour opens", "kind": "news-story", "date": "1990-05-01/1990-05-02", "creators": ("A, B; C",)}
    made, problems = assembled(
        reading("a", "Norway met on 1 May.\n", event="opening", place="Northport", **{**words, **front}),
        base_url=BASE,
        exports=EXPORTS,
        stages=(StageSetting(id="first", name="First"),),
        events=(
            EventSetting(
                id="opening",
                name="Opening",
                place="Northport",
                stage="first",
                relation="stage",
                dates=(date("1990-05-01", "1 May"), date("1990-06", "met", "planned")),
            ),
        ),
    )
    assert problems == ()
    return made


def _graph(archive: Archive, path: str) -> list[dict[str, object]]:
    index = indexes.build(archive)
    (page,) = [each for each in pages.plan(archive, index) if each.path == path]
    text = linked(gather(archive, index), Links(here=path, base_url=archive.settings.base_url), page)
    return json.loads(text)["@graph"]


def _page(archive: Archive, path: str) -> bytes:
    index = indexes.build(archive)
    templates = {each.name: each.read_text("utf-8") for each in (ROOT / "templates").iterdir()}
    (page,) = [each for each in pages.plan(archive, index) if each.path == path]
    return Renderer(templates, archive, index).render(page)


def test_tags_say_what_is_recorded() -> None:
    """Names have no separators, dates slashes, and the type is Zotero's own."""
    archive = _archive(publisher="The Press", rights="Free")
    found = tags.tags(record_of(archive.documents[0], archive.settings))

    assert found == (
        ("citation_title", "Harbour opens"),
        ("citation_author", "A – B – C"),
        ("citation_publication_date", "1990/05/01"),
        ("citation_publisher", "The Press"),
        ("citation_language", "en"),
        ("citation_public_url", f"{BASE}documents/a.html"),
        ("prism.publicationName", "The Press"),
        ("DC.type", "newspaperArticle"),
        ("DC.title", "Harbour opens"),
        ("DC.creator", "A, B; C"),
        ("DC.date", "1990-05-01/1990-05-02"),
        ("DC.publisher", "The Press"),
        ("DC.language", "en"),
        ("DC.identifier", f"{BASE}documents/a.html"),
        ("DC.coverage", "Northport"),
        ("DC.rights", "Free"),
    )


def test_tags_of_little_are_few() -> None:
    """What is not recorded has no tag."""
    assert tags.tags(Record(title="List")) == (
        ("citation_title", "List"),
        ("DC.type", "document"),
        ("DC.title", "List"),
    )


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("2007", "2007"),
        ("2007-02", "2007/02"),
        ("2007-21", "2007"),
        ("../2008-05", "2008/05"),
        ("[2007-11,2007-12]", "2007/11"),
        ("2007-XX-XX", "2007"),
        ("200X", None),
        ("XXXX-12-25", None),
    ],
)
def test_a_date_is_given_as_far_as_it_is_known(edtf: str, expected: str | None) -> None:
    """A date without a known year has no tag of Highwire's."""
    found = dict(tags.tags(Record(title="x", date=edtf)))

    assert found.get("citation_publication_date") == expected
    assert found["DC.date"] == edtf


def test_the_page_carries_the_tags_and_the_citations() -> None:
    """They stand in the head, and the four styles in the text, plain to be copied without a script."""
    archive = _archive(title=HOSTILE)
    content = _page(archive, "documents/a.html")
    tree = html.fromstring(content)

    found = tuple((meta.get("name"), meta.get("content")) for meta in tree.iter("meta") if "." in meta.get("name", ""))
    expected = tags.tags(record_of(archive.documents[0], archive.settings))
    assert found == tuple((name, content) for name, content in expected if "." in name)
    assert [each.get("data-style") for each in tree.iter() if each.get("data-style")] == [
        "Chicago 18, note",
        "APA 7",
        "MLA 9",
        "OSCOLA",
    ]
    for download in (".bib", ".ris", ".csl.json", ".xml", ".md", ".txt", ".json", ".seed.txt"):
        assert f'href="a{download}"'.encode() in content


def test_linked_data_of_a_hostile_title_stays_data() -> None:
    """Nothing in a title can end the script element; read back, it is the title as it was."""
    content = _page(_archive(title=HOSTILE), "documents/a.html").decode()
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', content, re.DOTALL)

    assert len(scripts) == 1
    assert "<" not in scripts[0]
    assert json.loads(scripts[0])["@graph"][0]["name"] == HOSTILE


@given(st.recursive(st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=5))
def test_safe_json_is_the_same_json(value: object) -> None:
    """No sign that HTML reads is left, and no value is changed."""
    written = str(safe(value))

    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == value


def test_a_document_is_a_part_of_the_archive() -> None:
    """Its type follows its kind, its time is the interval, its day only a plain date."""
    document, trail = _graph(_archive(), "documents/a.html")

    assert document["@type"] == ["ArchiveComponent", "NewsArticle"]
    assert document["temporalCoverage"] == "1990-05-01/1990-05-02"
    assert "dateCreated" not in document
    assert document["creator"] == ["A, B; C"]
    assert document["about"]["name"] == "Opening"
    assert [step["item"] for step in trail["itemListElement"]] == [
        BASE,
        f"{BASE}documents.html",
        f"{BASE}documents/a.html",
    ]


def test_an_uncertain_date_is_no_time() -> None:
    """schema.org has no sign for doubt, so nothing is said."""
    document, _ = _graph(_archive(date="1990?"), "documents/a.html")

    assert "dateCreated" not in document
    assert "temporalCoverage" not in document


def test_an_event_has_the_day_that_its_strongest_dates_agree_on() -> None:
    """A planned date is no day of an event that was held."""
    event, trail = _graph(_archive(), "timeline.html")

    assert (event["@type"], event["startDate"], event["endDate"]) == ("Event", "1990-05-01", "1990-05-01")
    assert "eventStatus" not in event
    assert [each["name"] for each in event["subjectOf"]] == ["Harbour opens"]
    assert trail["@type"] == "BreadcrumbList"


def test_the_home_page_describes_site_and_collection() -> None:
    """Every document is a part of the collection."""
    site, collection = _graph(_archive(), "index.html")

    assert (site["@type"], site["url"]) == ("WebSite", BASE)
    assert [part["url"] for part in collection["hasPart"]] == [f"{BASE}documents/a.html"]


def test_without_an_address_links_are_relative() -> None:
    """No address is made up."""
    made = replace(_archive(), settings=replace(_archive().settings, base_url=""))
    document, _ = _graph(made, "documents/a.html")

    assert document["url"] == "a.html"


def test_a_page_that_stands_in_for_others_says_nothing() -> None:
    """There is nothing to find behind an address that leads nowhere."""
    archive = _archive()
    page = Page(path="404.html", template="", title="", kind="not-found")

    assert linked(gather(archive, indexes.build(archive)), Links(here="404.html"), page) == ""


def test_kinds_of_the_table_are_kinds_of_archives() -> None:
    """Each row is a kind that every archive has, or one of the treaty-like kinds that archives add."""
    added = {"treaty", "convention", "protocol", "agreement"}

    assert set(SORTS) - added <= {kind for kind, _ in KINDS}
    assert BARE.kinds == KINDS
