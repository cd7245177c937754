"""Curated names become entries with every passage, and nothing that only looks like them does."""

import json
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from muniment import exports, indexes, pages, settings
from muniment.archive import names
from muniment.archive.stretches import stretches
from muniment.indexes.authorities import LONGEST, rosters
from muniment.model import Archive, AuthoritySetting, LocalForm, Naming, OtherName
from muniment.problems import worded
from muniment.render import Renderer
from tests.archives import assembled, claim, reading
from tests.conftest import ROOT

CASES = sorted((ROOT / "tests/cases/authorities").iterdir())


def _person(name: str, *variants: str, **more: object) -> AuthoritySetting:
    words: dict[str, object] = {"kind": "person", "id": name.lower().replace(" ", "-"), "line": 1}
    return AuthoritySetting(**{**words, "name": name, "variants": variants, **more})


def _rendered(archive: Archive, path: str) -> str:
    found = indexes.build(archive)
    templates = {file.name: file.read_text("utf-8") for file in (ROOT / "templates").glob("*.html")}
    page = next(page for page in pages.plan(archive, found) if page.path == path)
    return Renderer(templates, archive, found).render(page).decode()


def _listed(naming: Naming) -> str:
    words = naming.quote.replace("\n", "/")
    form = naming.form.replace("\n", "/")
    where = f"{naming.document} {naming.anchor} {naming.start} (line {naming.seed_line}, {naming.seed_start})"
    return f"{naming.kind} {naming.authority}: {where} “{form}” in “{words}”\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_curated_files_become_namings_and_problems(case: Path, golden: Callable[[Path, str], None]) -> None:
    """Each case's files and seeds give the namings, states' mentions and problems that stand in its golden files."""
    files = {f"site_src/authorities/{file.name}": file.read_bytes() for file in sorted(case.glob("*.toml"))}
    read, misread = settings.read(files, "Name")
    seeds = [reading(file.stem, file.read_text("utf-8")) for file in sorted(case.glob("?.txt"))]
    made, found = assembled(*seeds, authorities=read.authorities, other_names=read.other_names)
    mentions = [f"{m.state}: {m.document} {m.anchor} {m.start}\n" for d in made.documents for m in d.mentions]
    said = [f"{a.id}: {d.basis} {d.text} ({d.source})\n" for a in made.authorities for d in a.descriptions]
    aside = [f"not counted, {_listed(naming)}" for naming in made.other_namings]

    golden(case / "found.golden", "".join([*map(_listed, made.namings), *aside, *mentions, *said]))
    golden(case / "problems.golden", "".join(f"{p.severity} {worded(p)}\n" for p in sorted((*misread, *found))))


def test_an_archive_without_curated_names_has_no_pages_for_them() -> None:
    """No file, no page, no data; the mentions of states are those of the gazetteer."""
    archive, problems = assembled(reading("a", "Ada of Norway spoke.\n"))
    found = indexes.build(archive)

    assert problems == ()
    assert {page.kind for page in pages.plan(archive, found)}.isdisjoint({"authorities"})
    assert {f"data/{slug}.json" for slug in pages.ROSTERS.values()}.isdisjoint(
        asset.path for asset in exports.write(archive, found)
    )


def test_an_entry_is_filed_by_its_part_and_shows_it() -> None:
    """Marie Curie stands before Niels Bohr by first name, behind him by family name; capitals mark the part."""
    archive, _ = assembled(
        reading("a", "Marie Curie met Niels Bohr.\n"),
        authorities=(_person("Marie Curie", sort_by="Curie"), _person("Niels Bohr", sort_by="Bohr")),
    )

    html = _rendered(archive, "people.html")

    assert [each.id for each in archive.authorities] == ["niels-bohr", "marie-curie"]
    assert 'Marie <span class="filed">Curie</span>' in html


def test_a_name_in_the_text_leads_to_its_entry_and_a_state_beside_it_to_its_page() -> None:
    """Both are links; neither lies in the other."""
    body = reading("a", "The Red Cross of Oslotown met the Norwegian Red Cross in Norway.\n")
    archive, _ = assembled(
        body,
        authorities=(
            _person("Norwegian Red Cross", kind="organisation"),
            _person("Red Cross", kind="organisation"),
        ),
    )

    html = _rendered(archive, "documents/a.html")

    assert '<a class="organisation" href="../organisations.html#red-cross">Red Cross</a> of' in html
    assert '<a class="organisation" href="../organisations.html#norwegian-red-cross">Norwegian Red Cross</a> in' in html
    assert '<a class="state" href="../states/norway.html">Norway</a>.' in html
    assert html.count('class="state"') == 1


def test_a_document_lists_whom_it_names_and_leads_from_its_creator_to_the_entry() -> None:
    """The list counts each name and leads to its first place; the creator is known by any of his forms."""
    archive, _ = assembled(
        reading("a", "Ada Harbour spoke.\n\nMrs Harbour left.\n", creators=("Mrs Harbour",)),
        authorities=(_person("Ada Harbour", "Mrs Harbour"),),
    )

    html = _rendered(archive, "documents/a.html")

    assert '<a href="../people.html#ada-harbour">Mrs Harbour</a>' in html
    assert '<a class="times" href="#p1" aria-label="Ada Harbour, named 2 times: first place">2 times</a>' in html


def test_a_description_quotes_words_that_stand_where_it_says() -> None:
    """Attested words are quoted alone; a form never printed as the label is said to be printed otherwise."""
    said = settings.read(
        {
            "site_src/authorities/people.toml": b"""[[person]]
id = "ada"
name = "Ada Harbour, mayor"
variants = ["Ada Harbour"]
[[person.description]]
text = "of the   town"
basis = "attested"
document = "a"
quote = "Ada Harbour of the town"
"""
        },
        "x",
    )[0]
    archive, problems = assembled(reading("a", "Ada Harbour of the\ntown came.\n"), authorities=said.authorities)

    html = _rendered(archive, "people.html")

    assert problems == ()
    assert '<q data-document="a" data-anchor="p1" lang="en">of the\ntown</q>' in html
    assert "printed as “Ada Harbour”" in html


def test_a_long_index_is_divided_by_letter_and_keeps_its_addresses() -> None:
    """Above the limit each letter has a page; the first page has a line, with the entry's id, for each entry."""
    many = tuple(_person(f"{'ABCDEFGH'[n % 8]}person{n:03d}") for n in range(LONGEST))
    entries = (*many, _person("Ørsted", id="orsted"), _person("Ж", id="zhe"))
    words = ", ".join(entry.name for entry in entries)
    archive, problems = assembled(reading("a", f"There came {words}.\n"), authorities=entries)
    found = indexes.build(archive)
    paths = [page.path for page in pages.plan(archive, found) if page.kind == "authorities"]

    first = _rendered(archive, "people.html")

    assert problems == ()
    assert sorted(paths) == sorted(["people.html", *(f"people-{letter}.html" for letter in [*"abcdefgho", "other"])])
    assert '<li id="aperson000"><a href="people-a.html#aperson000">Aperson000</a>' in first
    assert "people-o.html#orsted" in first
    assert "people-other.html#zhe" in _rendered(archive, "documents/a.html")


def test_an_index_at_the_limit_is_one_page() -> None:
    """Two hundred entries stand on one page."""
    entries = tuple(_person(f"Person{n:03d}") for n in range(LONGEST))
    archive, _ = assembled(reading("a", f"{', '.join(e.name for e in entries)}.\n"), authorities=entries)

    assert [roster.is_divided for roster in rosters(indexes.build(archive), "person")] == [False]


def test_a_withdrawn_document_names_nobody() -> None:
    """Its words are not shown; a form of that document alone cannot count."""
    local = LocalForm(form="she", document="a", line=3)
    _, problems = assembled(
        reading("a", "Ada spoke, she did.\n", withdrawn="By request."), authorities=(_person("Ada", local=(local,)),)
    )

    assert [(problem.code, problem.line) for problem in problems] == [("A-076", 1), ("A-028", 3)]


def test_a_claim_cannot_rest_on_a_state_inside_an_organisation() -> None:
    """The quotation names the organisation and not the state."""
    _, problems = assembled(
        reading("a", "The Bank of Norway hosted it.\n"),
        authorities=(_person("Bank of Norway", kind="organisation"),),
        claims=(claim("NOR", quote="The Bank of Norway hosted it"),),
    )

    assert [problem.code for problem in problems] == ["A-024"]


def test_the_data_hold_to_their_schema() -> None:
    """Every file is valid; what is not recorded is null."""
    rules = json.loads((ROOT / "muniment/data/schemas/authorities.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(rules)
    archive, _ = assembled(
        reading("a", "Ada Harbour\nspoke at Quayside.\n"),
        authorities=(_person("Ada Harbour"), _person("Quayside", kind="place", text="A town.")),
    )
    written = {asset.path: asset.content for asset in exports.write(archive, indexes.build(archive))}

    for slug in ("people", "places"):
        jsonschema.Draft202012Validator(rules).validate(json.loads(written[f"data/{slug}.json"]))
    (ada,) = json.loads(written["data/people.json"])
    assert ada["mentions"] == [
        {
            "document": "a",
            "anchor": "p1",
            "form": "Ada Harbour",
            "quote": "Ada Harbour spoke at Quayside.",
            "seed_line": 1,
            "start": 0,
        }
    ]


FORMS = ("Ada", "Ada Harbour", "Red Cross", "Norwegian Red Cross", "Cross Harbour", "Bank of Norway", "U.N.", "Ø")
WORDS = st.sampled_from(
    [
        "Ada",
        "ada",
        "Harbour",
        "Red",
        "Cross",
        "Norwegian",
        "Norway",
        "Bank",
        "of",
        "U.N.",
        "Ø",
        "-",
        ".",
        ",",
        "“",
        "’s",
    ]
)


@hypothesis_settings(deadline=None, max_examples=40)  # the gazetteer is read at the first example
@given(st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", "\n", "", "\n\n"])), min_size=1, max_size=40))
def test_every_passage_stands_at_its_anchor_and_none_overlaps(pieces: list[tuple[str, str]]) -> None:
    """The words of every naming are those at its place; namings and mentions of states share no character."""
    body = "The text: " + "".join(word + gap for word, gap in pieces).strip() + " end.\n"
    entries = tuple(_person(form, id=f"e{number}") for number, form in enumerate(FORMS))
    other = OtherName(kind="person", name="Red Cross Harbour", reason="a place", line=9)
    archive, _ = assembled(reading("a", body), authorities=entries, other_names=(other,))
    (document,) = archive.documents
    words = {stretch.anchor: stretch.words for stretch in stretches(document.collation)}

    taken: dict[str, set[int]] = {}
    for each in (*archive.namings, *archive.other_namings, *document.mentions):
        assert words[each.anchor][each.start : each.start + len(each.form)] == each.form
        assert each.quote in words[each.anchor]
        own = set(range(each.start, each.start + len(each.form)))
        assert own.isdisjoint(taken.setdefault(each.anchor, set()))
        taken[each.anchor] |= own
    for naming in archive.namings:
        assert " ".join(naming.form.split()) == FORMS[int(naming.authority[1:])]


@given(st.text(alphabet="AB b-\n.", max_size=60), st.lists(st.text(alphabet="AB ", min_size=1, max_size=5), max_size=6))
def test_a_finder_finds_exactly_the_whole_words(text: str, forms: list[str]) -> None:
    """Without line ends, what is found is every occurrence between other characters than letters."""
    flat = " ".join(text.split())
    wanted = {" ".join(form.split()) for form in forms if form.strip()}
    expected = sorted(
        (start, start + len(form), form)
        for form in wanted
        for start in range(len(flat))
        if flat.startswith(form, start)
        and not flat[start - 1 : start].isalnum()
        and not flat[start + len(form) : start + len(form) + 1].isalnum()
    )

    assert sorted(names.Finder(wanted).hits(flat)) == expected


class Ranked:
    """A stretch with a rank."""

    def __init__(self, start: int, end: int) -> None:
        """Take its bounds."""
        self.start, self.end, self.rank = start, end, 0


def test_a_long_list_of_names_takes_steps_in_proportion() -> None:
    """Ten thousand names in one paragraph are found in a moment, longest first."""
    text = "Ada Harbour, Ada; " * 10_000
    finder = names.Finder(("Ada", "Ada Harbour"))

    hits = [Ranked(hit.start, hit.end) for hit in finder.hits(text)]

    assert len(names.longest(hits)) == 20_000


def test_the_shipped_names_are_all_found(shipped: Path) -> None:
    """Every entry of the shipped files is named; names inside longer ones are not counted."""
    data = {
        slug: json.loads((shipped / f"dist/data/{slug}.json").read_text("utf-8")) for slug in pages.ROSTERS.values()
    }
    by_id = {slug: {entry["id"]: entry for entry in entries} for slug, entries in data.items()}

    assert [len(data[slug]) for slug in ("people", "organisations", "places")] == [14, 14, 7]
    assert by_id["organisations"]["icrc"]["forms"] == [
        "International Committee of the Red Cross",
        "ICRC",
        "International Red Cross",
    ]
    assert {m["form"] for m in by_id["organisations"]["norwegian-red-cross"]["mentions"]} == {"Norwegian Red Cross"}
    assert all("Oslo Declaration" not in m["quote"] for m in by_id["places"]["oslo"]["mentions"])
    assert all("(PRIO)" not in m["quote"] for m in by_id["places"]["oslo"]["mentions"])
    assert [m["quote"] for m in by_id["places"]["africa"]["mentions"] if "South Africa" in m["quote"]] == []


def test_an_index_is_filtered_by_document_and_whole_without_a_script(browser: Browser, shipped: Path) -> None:
    """A choice leaves the entries that the document names, and stands in the address; without it all are there."""
    page = browser.new_page()
    page.goto((shipped / "dist/people.html").as_uri())
    chosen = page.locator("select option").nth(1).get_attribute("value")

    before = page.locator(".authority:visible").count()
    page.select_option("select", chosen)
    after = page.locator(".authority:visible")

    assert before == 14
    assert 0 < after.count() < before
    assert {chosen in (entry.get_attribute("data-by-document") or "").split() for entry in after.all()} == {True}
    assert page.url.endswith(f"?document={chosen}")
    page.close()
