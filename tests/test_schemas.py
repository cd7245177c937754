"""The JSON Schemas of what people write say what the program says, as far as the form of a file goes."""

import json
import re
import tomllib
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from playwright.sync_api import Browser
from pydantic import ValidationError

from muniment import cli
from muniment.edition import schema
from muniment.edition.tree import Mapping, Node, Scalar, Sequence
from muniment.settings import forms
from tests.conftest import ROOT
from tests.problems import ALL, base
from tests.problems.form import Change
from tools import schemas

WRITTEN = sorted(
    path
    for place in (ROOT, *sorted((ROOT / "tests/archives").iterdir()))
    for path in (place / "site_src").rglob("*")
    if path.suffix in (".md", ".toml") and path.parent.name != "anchors"
)
OF_A_FORM = {
    *("F-011", "F-012", "F-013", "F-014", "F-015", "F-016", "F-017", "F-018", "F-019", "F-020", "F-022"),
    *(
        "F-007",
        "F-009",
        "F-023",
        "F-024",
        "F-025",
        "A-003",
        "A-004",
        "A-005",
        "A-006",
        "A-007",
        "A-008",
        "A-011",
        "A-012",
    ),
    *("A-050", "A-055", "A-072"),
}
"""Codes of what a form can say; F-021, for one, is of what it cannot: that lines run backwards."""


TABLES_OF_ARCHIVES = [
    *("archive.toml", "events.toml", "claims.toml"),
    *(f"authorities/{name}.toml" for name in ("people", "organisations", "places", "states")),
]


class _Core(yaml.SafeLoader):
    """Reads plain words as editors do: by the core schema of YAML 1.2, in which `no` and `2007-05-31` are text."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012 as PyYAML declares it


for _tag, _form in (
    ("null", r"null|Null|NULL|~|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?"),
):
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"(?:{_form})\\Z"), None)


@cache
def _validator(name: str) -> Draft7Validator:
    return Draft7Validator(json.loads((schemas.FOLDER / f"{name}.json").read_text("utf-8")))


def _name(path: str) -> str:
    """Give the schema of a file."""
    folder = path.rpartition("/")[0]
    return {"site_src/documents": "document", "site_src/pages": "page"}.get(folder, Path(path).stem)


def _content(path: str, text: str) -> Any:
    """Read a file as an editor reads it; None where that is not to be read."""
    try:
        if path.endswith(".toml"):
            return tomllib.loads(text)
        text = text.replace("\r\n", "\n")
        front, fence, _ = text.removeprefix("---\n").partition("\n---\n")
        is_fenced = text.startswith("---\n") and fence
        return yaml.load(front, Loader=_Core) if is_fenced else {} if _name(path) == "page" else None  # noqa: S506 safe
    except (tomllib.TOMLDecodeError, yaml.YAMLError):
        return None


def _wrong(path: str, text: str) -> list[str]:
    """Give what a schema finds wrong with a file."""
    return [error.message for error in _validator(_name(path)).iter_errors(_content(path, text))]


def test_the_schemas_are_what_the_forms_give() -> None:
    """After a change of a form, or of what is said of a key, `tools/schemas.py` writes them anew."""
    made = {name: schemas.written(each) for name, each in schemas.all_schemas().items()}

    assert made == {path.name: path.read_text("utf-8") for path in sorted(schemas.FOLDER.iterdir())}


@pytest.mark.parametrize("path", sorted(schemas.FOLDER.iterdir()), ids=lambda path: path.stem)
def test_each_is_a_schema_that_browsers_can_read(path: Path, browser: Browser) -> None:
    """It is one of draft 7, with patterns as JavaScript has them; every key says what it means."""
    made = json.loads(path.read_text("utf-8"))
    page = browser.new_page()

    Draft7Validator.check_schema(made)

    assert page.evaluate("all => all.filter(each => !new RegExp(each, 'u'))", [*_patterns(made)]) == []
    assert [key for key, value in _keys(made) if not value.get("description")] == []
    page.close()


def _patterns(made: Any) -> Iterator[str]:
    if isinstance(made, dict):
        yield from (value for key, value in made.items() if key == "pattern" and isinstance(value, str))
    for inside in made.values() if isinstance(made, dict) else made if isinstance(made, list) else ():
        yield from _patterns(inside)


def _keys(made: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for key, value in made.get("properties", {}).items():
        if "$ref" not in value:
            yield key, value
            yield from _keys(value.get("items", {}))


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_we_wrote_is_accepted(path: Path) -> None:
    """The archive and the two of the tests."""
    assert _wrong(path.as_posix()[path.as_posix().index("site_src/") :], path.read_text("utf-8")) == []


CHANGES = [
    pair
    for pair in ALL
    if isinstance(pair.what, Change)
    and not pair.is_page
    and _name(pair.what.path) in {path.stem for path in schemas.FOLDER.iterdir()}
    and pair.what.path.startswith("site_src/")
]


@pytest.mark.parametrize("pair", CHANGES, ids=lambda pair: pair.code)
def test_the_examples_of_problems_are_judged_alike(pair: Any) -> None:
    """A mistake of form is one for the schema too; its near miss is none, nor is what only the program can know."""
    path, held = pair.what.path, base.sources().get(pair.what.path, b"")
    wrong, right = (
        base._changed(pair.what, held, each).decode("utf-8", "replace").replace("0" * 64, "a" * 64)  # 0: a number
        for each in (pair.what.raises, pair.what.near_miss)
    )
    if _content(path, wrong) is not None:
        assert bool(_wrong(path, wrong)) == (pair.code in OF_A_FORM)
    assert _wrong(path, right) == []


def test_an_archive_gets_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`schemas` writes them beside site_src/, and says for Taplo which is whose; what a person wrote stays."""
    assert cli.main(["schemas", "--root", str(tmp_path)]) == 0

    assert {path.name for path in (tmp_path / "schemas").iterdir()} == {path.name for path in schemas.FOLDER.iterdir()}
    rules = tomllib.loads((tmp_path / ".taplo.toml").read_text("utf-8"))["rule"]
    assert {path for rule in rules for path in rule["include"]} == {f"site_src/{path}" for path in TABLES_OF_ARCHIVES}
    assert all((tmp_path / rule["schema"]["path"]).is_file() for rule in rules)

    (tmp_path / ".taplo.toml").write_text("# mine\n")
    (tmp_path / "schemas/archive.json").write_text("{}")
    assert cli.main(["schemas", "--root", str(tmp_path)]) == 0
    assert (tmp_path / ".taplo.toml").read_text() == "# mine\n"
    assert len((tmp_path / "schemas/archive.json").read_text("utf-8")) > 100
    assert ".taplo.toml" not in capsys.readouterr().out.splitlines()[-11:]


def _tree(value: Any) -> Node:
    """Give a value as front matter is read: every scalar is text."""
    if isinstance(value, dict):
        return Mapping(entries=tuple((key, 1, _tree(inside)) for key, inside in value.items()), line=1)
    if isinstance(value, list):
        return Sequence(nodes=tuple(_tree(inside) for inside in value), line=1)
    return Scalar(text=value, line=1)


EVIDENCE = {"line": "5", "quote": "3 May 1998", "basis": "attested"}
SOUND = {
    "id": "1998-05-03-minutes",
    "title": "Minutes",
    "kind": "minutes",
    "language": "en",
    "seed": "minutes.txt",
    "seed_sha256": "a" * 64,
    "drafted_sha256": "0" * 64,
    "date": "1998-05-03",
    "creators": ["The council"],
    "aliases": ["minutes"],
    "publish_seed": "no: private",
    "evidence": {"date": [EVIDENCE, {"basis": "supplied", "source": "a diary"}]},
    "interventions": [{"rule": "join", "lines": "3-4", "reason": "A line was cut."}],
    "notes": [{"kind": "sic", "at": "p1", "quote": "teh"}, {"kind": "comment", "at": "h2", "text": "So it is."}],
    "allow": [{"code": "F-018", "reason": "It is known."}],
}
VALUES = st.sampled_from(
    [
        *(
            "",
            "x",
            "No",
            "1998",
            "1998-13",
            "1998-05",
            "199X",
            "1998/..",
            "en",
            "en-GB",
            "english language",
            "p1",
            "p0",
        ),
        *(
            "fn3",
            "note",
            "5",
            "0",
            "05",
            "3-4",
            "attested",
            "supplied",
            "sic",
            "comment",
            "omission",
            "lacuna",
            "F-018",
        ),
        *("F-999", "a/b", "a" * 64, "A" * 64, "yes", "no", "no:", "no: it is private", "-x", "x-1", "é", "1998-05-03"),
    ]
)
ANYTHING: st.SearchStrategy[Any] = st.recursive(
    VALUES,
    lambda inside: st.one_of(
        st.lists(inside, max_size=2),
        st.dictionaries(st.sampled_from(["date", "line", "basis", "quote", "kind", "at", "x"]), inside, max_size=3),
    ),
    max_leaves=4,
)


def _places(value: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Give every place of a value that can be changed."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inside:
        yield (*at, key)
        yield from _places(each, (*at, key))


@st.composite
def _changed(draw: st.DrawFn, sound: dict[str, Any], words: st.SearchStrategy[Any]) -> dict[str, Any]:
    """Change, take out or add a few values of something sound."""
    made = deepcopy(sound)
    for _ in range(draw(st.integers(0, 3))):
        *way, last = draw(st.sampled_from([*_places(made)]))
        inside: Any = made
        for key in way:
            inside = inside[key]
        deed = draw(st.sampled_from(["put", "take", "add"]))
        if deed == "put":
            inside[last] = draw(words)
        elif deed == "take":
            del inside[last]
        elif isinstance(inside, dict):
            inside[draw(st.sampled_from(["text", "source", "place", "lines", "quote", "document", "unknown"]))] = draw(
                words
            )
        if not made:
            break
    return made


BACKWARDS = re.compile(r'^"[1-9][0-9]*-[1-9][0-9]*" does not name lines')


@given(_changed(SOUND, ANYTHING))
@settings(max_examples=400, deadline=None)
def test_front_matter_is_judged_alike(front: dict[str, Any]) -> None:
    """Whatever is changed of sound front matter, schema and program refuse it both, or neither.

    Only that a range ends before it begins is more than a schema can tell.
    """
    tree = _tree(front)
    assert isinstance(tree, Mapping)

    _, _, found = schema.front_matter("site_src/documents/x.md", tree)
    problems = [each for each in found if not BACKWARDS.search(each.message)]

    assert _validator("document").is_valid(front) == (not problems), (problems, front)


TABLES: dict[str, tuple[str, dict[str, Any]]] = {
    "archive": (
        "ArchiveForm",
        {
            "title": "Papers",
            "language": "en",
            "licence_url": "https://example.org/licence",
            "base_url": "https://example.org/papers/",
            "contact": "papers@example.org",
            "indexes": ["timeline"],
            "kind": [{"id": "log", "label": "Log", "like": "report"}],
            "stage": [{"id": "first", "name": "First", "text": "It began."}],
        },
    ),
    "events": (
        "EventsForm",
        {
            "event": [
                {
                    "id": "fair",
                    "name": "The fair",
                    "relation": "side",
                    "date": [
                        {
                            "edtf": "1998-05",
                            "status": "held",
                            "basis": "attested",
                            "printed": "May",
                            "document": "x",
                            "quote": "in May",
                        }
                    ],
                }
            ]
        },
    ),
    "claims": (
        "ClaimsForm",
        {
            "claim": [{"states": ["NOR"], "relation": "host", "basis": "attested", "document": "x", "quote": "q"}],
            "figure": [{"figure": "30", "counted": "boats", "verb": "lay", "document": "x", "quote": "q"}],
        },
    ),
    "people": (
        "PeopleForm",
        {
            "person": [
                {
                    "id": "grey",
                    "name": "Edvard Grey",
                    "variants": ["Grey"],
                    "description": [{"text": "spoke", "basis": "attested", "document": "x", "quote": "Grey spoke"}],
                    "local": [{"form": "he", "document": "x"}],
                }
            ],
            "not_a_person": [{"name": "Grey Street", "reason": "a street"}],
        },
    ),
}
TOML_VALUES = st.one_of(
    VALUES,
    st.sampled_from(
        [
            " ",
            "held",
            "host",
            "report",
            "timeline",
            "https://example.org/",
            "https://example.org/?x",
            "a@b",
            5,
            True,
            1.5,
        ]
    ),
    st.lists(VALUES, max_size=2),
    st.dictionaries(st.sampled_from(["id", "name", "label", "basis"]), VALUES, max_size=2),
)


@pytest.mark.parametrize("name", TABLES)
@given(drawn=st.data())
@settings(max_examples=150, deadline=None)
def test_tables_are_judged_alike(name: str, drawn: st.DataObject) -> None:
    """Whatever is changed of sound tables, schema and form refuse them both, or neither."""
    form, sound = TABLES[name]
    tables = drawn.draw(_changed(sound, TOML_VALUES))
    try:
        getattr(forms, form).model_validate(tables)
        is_sound = not (name == "people" and _described_badly(tables))
    except ValidationError:
        is_sound = False

    assert _validator(name).is_valid(tables) == is_sound, tables


def _described_badly(tables: dict[str, Any]) -> bool:
    """Say whether the program refuses a description for what it lacks."""
    rows = [each for person in tables.get("person", ()) for each in person.get("description", ())]
    for row in rows:
        is_supplied, is_cited = row["basis"] == "supplied", bool(row.get("document") and row.get("quote"))
        is_mixed = is_supplied and (row.get("document") or row.get("quote"))
        says = row.get("text", "").strip() or row.get("relation")
        if is_supplied != bool(row.get("source")) or is_supplied == is_cited or is_mixed or not says:
            return True
    return False
