"""The site's table of contents: which pages an archive becomes."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment import indexes, pages
from muniment.model import Archive, PageText
from muniment.pages import DuplicatePathError, keeps_seed
from muniment.views import VIEWS
from muniment.views.links import Links, relative
from tests.archives import assembled, reading
from tests.conftest import ROOT


def _archive(*readings: object, **settings: object) -> Archive:
    made, _ = assembled(*readings, **settings)  # type: ignore[arg-type]
    return made


def _paths(archive: Archive) -> list[str]:
    return [page.path for page in pages.plan(archive, indexes.build(archive))]


def test_an_archive_that_names_no_state_has_no_states_page() -> None:
    """Pages for what an archive lacks are not made."""
    archive = _archive(reading("minutes", "The clerk read the letter.\n"))

    paths = _paths(archive)

    expected = [
        "404.html",
        "colophon.html",
        "documents-by-kind.html",
        "documents.html",
        "documents/minutes.html",
        "documents/minutes.seed.html",
        "documents/minutes.source.html",
        "index.html",
        "reuse.html",
        "timeline.html",
    ]
    assert expected == paths


def test_a_state_that_is_named_has_a_page() -> None:
    """One mention makes the index and the state's page."""
    archive = _archive(reading("minutes", "The envoy of Norway read the letter.\n"))

    assert {"states.html", "states/norway.html"} <= set(_paths(archive))


def test_a_withdrawn_document_keeps_its_address_only() -> None:
    """The page that says so stays; seed and source are not shown."""
    archive = _archive(reading("minutes", "The clerk read.\n", withdrawn="At the family's request."))

    paths = [path for path in _paths(archive) if path.startswith("documents/")]

    assert paths == ["documents/minutes.html"]


@pytest.mark.parametrize(
    ("given_value", "expected"), [("", False), ("yes", False), ("no: private", True), ("no", True)]
)
def test_a_seed_is_kept_only_where_front_matter_says_no(given_value: str, expected: bool) -> None:
    """`no` or `no: <reason>` keeps a seed from publication; a word that begins with no does not."""
    assert expected == keeps_seed(given_value)
    assert not keeps_seed("nobody objects")


def test_a_former_id_gets_a_page() -> None:
    """An alias stays an address."""
    archive = _archive(reading("minutes", "The clerk read.\n", aliases=("old-minutes",)))

    assert "documents/old-minutes.html" in _paths(archive)


def test_two_pages_with_one_path_are_refused() -> None:
    """A former id that is another document's id is an error, not a page overwritten."""
    archive = _archive(
        reading("minutes", "The clerk read.\n", aliases=("letter",)), reading("letter", "Dear sir, I write.\n")
    )

    with pytest.raises(DuplicatePathError, match=r"documents/letter\.html is planned twice"):
        _paths(archive)


def test_a_text_with_the_slug_of_a_built_page_introduces_it() -> None:
    """A hand-written `timeline` gives the timeline its title and does not replace it; any other is a page."""
    texts = tuple(
        PageText(path=f"{slug}.md", slug=slug, title=f"The {slug}", body="Words.") for slug in ("about", "timeline")
    )
    archive = _archive(reading("minutes", "The clerk read.\n"))
    archive = replace(archive, settings=replace(archive.settings, pages=texts))

    planned = {page.path: page for page in pages.plan(archive, indexes.build(archive))}

    assert planned["timeline.html"].title == "The timeline"
    assert planned["timeline.html"].kind == "timeline"
    assert planned["about.html"].kind == "text"


def test_every_kind_of_page_has_its_template_and_its_view() -> None:
    """The table of contents, the templates and the views agree."""
    templates = {path.name for path in (ROOT / "templates").iterdir()}

    assert {kind.template for kind in pages.SITE} <= templates
    assert {kind.name for kind in pages.SITE} == set(VIEWS)


@pytest.mark.parametrize(
    ("here", "target", "expected"),
    [
        ("index.html", "states/norway.html", "states/norway.html"),
        ("documents/a.html", "states/norway.html#p3", "../states/norway.html#p3"),
        ("documents/a.html", "documents/b.html", "b.html"),
        ("documents/a.html", "documents/a.html#m1", "#m1"),
        ("documents/a.html", "documents/a.html", "a.html"),
    ],
)
def test_links_are_relative(here: str, target: str, expected: str) -> None:
    """A link leads from the page it stands on, so that the site works in any folder."""
    assert expected == Links(here=here, base_url="https://example.org/x/").to(target)


def test_a_page_served_anywhere_links_from_the_root() -> None:
    """404.html is shown at unknown depths, so its links begin at the base address's path."""
    assert Links(here="404.html", base_url="https://example.org/x/", is_absolute=True).to("a.html") == "/x/a.html"
    assert Links(here="404.html", is_absolute=True).to("a.html") == "/a.html"


PART = st.text("abc", min_size=1, max_size=3)
PATH = st.lists(PART, min_size=1, max_size=4).map("/".join)


@given(here=PATH, target=PATH)
def test_a_relative_way_leads_to_its_target(here: str, target: str) -> None:
    """Walking the way from the page's folder ends at the target."""
    at = here.split("/")[:-1]

    for step in relative(target, here).split("/"):
        at = at[:-1] if step == ".." else [*at, step]

    assert target == "/".join(at)
