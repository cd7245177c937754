"""The words of an archive are carried to its search page, and stand as full text, whatever they are."""

import json
from functools import cache

import pytest
from lxml import etree

from muniment import check, exports, indexes, pages, render
from muniment.indexes import facets, passages
from muniment.model import Archive
from tests.archives import assembled, reading
from tests.conftest import ROOT

HOSTILE = 'Line one </script><script>alert(1)</script> & \u2028 "quoted" <!-- \' \\ end.'


@cache
def _archive(**settings: object) -> Archive:
    first = reading("a", f"Harbour news\n\nNorway met Peru.\n\n{HOSTILE}\n", lifted=1, kind="speech", date="1990-05-01")
    second = reading("b", "Soft ends\nof lines.\n", date="1991-12/1992-01", place="Northport")
    third = reading("c", "Nothing to see.\n", withdrawn="By request.")
    made, problems = assembled(first, second, third, **{"search": "text", **settings})
    assert problems == ()
    return made


def _files(archive: Archive) -> dict[str, bytes]:
    return {asset.path: asset.content for asset in exports.write(archive, indexes.build(archive))}


def _carried(archive: Archive) -> list[dict]:
    script = _files(archive)["search-text.js"].decode()
    begin, end = "var munimentText = ", ";\n"
    assert script.startswith(begin)
    assert script.endswith(end)
    return json.loads(script[len(begin) : -len(end)])


def _pages(archive: Archive) -> dict[str, str]:
    indexed = indexes.build(archive)
    templates = {path.name: path.read_text("utf-8") for path in (ROOT / "templates").iterdir()}
    renderer = render.Renderer(templates, archive, indexed)
    return {page.path: renderer.render(page).decode() for page in pages.plan(archive, indexed)}


def test_every_anchored_passage_is_carried_with_its_words() -> None:
    """Lines of the metadata and blocks of the text, each under its anchor; soft line ends are spaces."""
    first, second = _carried(_archive())

    assert first["passages"] == [["m1", "Harbour news"], ["p1", "Norway met Peru."], ["p2", HOSTILE]]
    assert second["passages"] == [["p1", "Soft ends of lines."]]


def test_a_document_is_carried_with_what_it_answers_to() -> None:
    """Its address, title, kind, date and the values of the filters."""
    first, second = _carried(_archive())

    assert {key: first[key] for key in ("id", "url", "title", "kind", "date", "sort")} == {
        "id": "a",
        "url": "documents/a.html",
        "title": "A",
        "kind": "Speech",
        "date": "1 May 1990",
        "sort": "1990-05-01",
    }
    assert first["answers"] == {"kind": ["speech"], "year": ["1990"], "state": ["norway", "peru"]}
    assert second["answers"] == {"kind": ["report"], "year": ["1991", "1992"]}


def test_a_withdrawn_document_has_no_words_anywhere() -> None:
    """Neither the search nor the full text holds them."""
    archive = _archive()

    assert [each["id"] for each in _carried(archive)] == ["a", "b"]
    assert "Nothing to see" not in _pages(archive)["full-text.html"]


def test_no_word_ends_the_script() -> None:
    """No `<` and no line separator stands in the script, so nothing in it can leave its string or its element."""
    script = _files(_archive())["search-text.js"].decode()

    assert "<" not in script
    assert "\u2028" not in script


@pytest.mark.parametrize(("search", "names"), [("none", set()), ("pagefind", set()), ("text", {"search-text.js"})])
def test_the_text_is_carried_only_where_it_is_asked_for(search: str, names: set[str]) -> None:
    """`search` in the settings decides."""
    assert {name for name in _files(_archive(search=search)) if name.startswith("search")} == names


def test_without_a_search_there_is_no_search_page() -> None:
    """`none` leaves out the page, the full text and every link to them."""
    made = _pages(_archive(search="none"))

    assert not {"search.html", "full-text.html"} & set(made)
    assert all("search.html" not in page for page in made.values())


def test_too_much_text_is_a_warning_and_leads_to_the_full_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above the limit nothing is carried, the editor is told of the other way, and the page leads to the full text."""
    monkeypatch.setattr(passages, "CARRIED", 40)
    archive = _archive()

    found = [(problem.code, problem.severity) for problem in check.archive(archive) if problem.code == "P-090"]

    assert found == [("P-090", "warning")]
    assert "search-text.js" not in _files(archive)
    assert 'id="search"' not in _pages(archive)["search.html"]
    assert 'href="full-text.html"' in _pages(archive)["search.html"]


def test_little_text_is_no_problem() -> None:
    """Under the limit nothing is reported."""
    assert [problem for problem in check.archive(_archive()) if problem.code == "P-090"] == []


def test_much_text_is_divided_by_year_and_by_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each volume holds the documents of one year, in parts where they are too much, those without a date last."""
    dates = {"a": "1990", "b": "1990", "c": "1991", "d": ""}
    made, _ = assembled(*(reading(name, "Twenty letters here.\n", date=date) for name, date in dates.items()))
    monkeypatch.setattr(passages, "VOLUME", 25)

    found = [(pages.volume_path(each), [document.id for document in each.documents]) for each in passages.volumes(made)]

    assert found == [
        ("full-text-1990.html", ["a"]),
        ("full-text-1990-2.html", ["b"]),
        ("full-text-1991.html", ["c"]),
        ("full-text-undated.html", ["d"]),
    ]


def test_a_divided_full_text_has_a_page_that_leads_to_its_volumes(monkeypatch: pytest.MonkeyPatch) -> None:
    """`full-text.html` stays the one address to link to."""
    monkeypatch.setattr(passages, "VOLUME", 25)

    made = _pages(_archive())

    assert 'href="full-text-1990.html"' in made["full-text.html"]
    assert "Norway met Peru." in made["full-text-1990.html"]
    assert "Norway met Peru." not in made["full-text-1991.html"]


def test_the_full_text_has_every_paragraph_with_its_address() -> None:
    """Each paragraph stands there in the document's words, linked to its own place."""
    page = _pages(_archive())["full-text.html"]

    assert 'href="documents/a.html#p1"' in page
    assert "Norway met Peru." in page
    assert "Line one &lt;/script&gt;" in page


@pytest.mark.parametrize(
    ("edtf", "years"),
    [
        ("", ()),
        ("2007-05-31", ("2007",)),
        ("2007-12/2008-01", ("2007", "2008")),
        ("[2007-11,2007-12]", ("2007",)),
        ("../2008", ("2008",)),
        ("2008/..", ("2008",)),
        ("1890/1990", ("1890", "1990")),
        ("199X", tuple(str(year) for year in range(1990, 2000))),
        ("19XX", ()),
        ("XXXX", ()),
    ],
)
def test_a_date_is_found_under_the_years_it_may_mean(edtf: str, years: tuple[str, ...]) -> None:
    """An open end is no year, a century is none in particular."""
    assert passages.years(edtf) == years


def test_facets_arrange_every_document_and_leave_none_out() -> None:
    """What has no value stands last, under none; a facet without any value is not offered."""
    archive = _archive()

    made = facets.of_documents(archive, archive.documents, indexes.build(archive).timeline)

    assert [facet.name for facet in made] == ["kind", "place", "year"]
    assert [(value.token, value.label, value.members) for value in made[1].values] == [
        ("northport", "Northport", ("b",)),
        ("none", "", ("a", "c")),
    ]


def test_names_that_fold_to_the_same_words_keep_addresses_of_their_own() -> None:
    """Two creators whose names differ only in signs get different tokens."""
    first = reading("a", "A.\n", creators=("Støre & Co",))
    made, _ = assembled(first, reading("b", "B.\n", creators=("Store Co", "—")))

    creators = facets.of_documents(made, made.documents, indexes.build(made).timeline)[-1]

    assert [(value.token, value.label) for value in creators.values] == [
        ("store-co", "Støre & Co"),
        ("store-co-2", "Store Co"),
        ("other", "—"),
    ]


def test_browsers_are_told_of_the_search_where_it_has_an_address() -> None:
    """OpenSearch 1.1: a short name of at most 16 characters, templates that begin with the base address."""
    archive = _archive(title="The <harbour> & its treaties", base_url="https://example.org/archive/")
    description = etree.fromstring(_files(archive)["opensearch.xml"])
    name = {"o": "http://a9.com/-/spec/opensearch/1.1/"}

    assert description.findtext("o:ShortName", namespaces=name) == "The <harbour> &"
    assert [url.get("template") for url in description.findall("o:Url", name)] == [
        "https://example.org/archive/search.html?q={searchTerms}",
        "https://example.org/archive/opensearch.xml",
    ]
    assert 'rel="search"' in _pages(archive)["documents/a.html"]


def test_without_an_address_there_is_no_description_of_the_search() -> None:
    """It could not say where the search is."""
    assert "opensearch.xml" not in _files(_archive())
    assert 'rel="search"' not in _pages(_archive())["index.html"]


def test_only_an_index_may_run_webassembly() -> None:
    """The policy of the search page allows it with `pagefind`; no other page's and no other archive's does."""
    indexed, carried = _pages(_archive(search="pagefind")), _pages(_archive())

    assert [path for path, page in indexed.items() if "wasm-unsafe-eval" in page] == ["search.html"]
    assert [path for path, page in carried.items() if "wasm-unsafe-eval" in page] == []


def test_the_script_is_the_same_for_the_same_archive() -> None:
    """Made twice, it has the same bytes."""
    archive = _archive()

    assert exports.write(archive, indexes.build(archive)) == exports.write(archive, indexes.build(archive))
