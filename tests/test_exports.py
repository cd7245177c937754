"""An archive becomes data files and texts that others read."""

import json
from collections.abc import Callable
from functools import cache

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment import exports, formats, indexes
from muniment.exports.layout import laid_out
from muniment.model import Archive, EventSetting, Evidence, Note, StageSetting
from muniment.settings.exports import EXPORTS, FILES, PAGES
from tests.archives import assembled, attested, claim, date, reading
from tests.conftest import ROOT

CASES = ROOT / "tests/cases/exports"
SEED = """Harbour news
Date: 1 May 1990
Norway and Bosnia-Herzegovina met on 1 May. Norway hosted
the meeting, and "ships" came.

1. Meet again in June.

The Danish ships have are gone.
"""


@cache
def _archive() -> Archive:
    evidence = (
        ("date", (attested(2, "Date: 1 May 1990"),)),
        ("place", (Evidence(line=0, quote="", basis="supplied", source="A letter of the harbour master"),)),
    )
    first = reading(
        "a",
        SEED,
        lifted=2,
        title="Harbour news",
        kind="news-story",
        date="1990-05-01",
        date_printed="1 May 1990",
        place="Northport",
        creators=("The harbour",),
        event="opening",
        reviewed="no",
        evidence=evidence,
        notes=(Note(kind="sic", at="p3", quote="have are", text="as printed"),),
    )
    made, problems = assembled(
        first,
        reading("b", "Words.\n", withdrawn="By request."),
        reading("c", "Kept back.\n", publish_seed="no: it names a child"),
        stages=(StageSetting(id="first", name="First"),),
        events=(
            EventSetting(
                id="opening",
                name="Opening",
                stage="first",
                relation="stage",
                dates=(date("1990-05-01", "on 1 May", at="p1"), date("1990-06", "in June", "planned")),
            ),
        ),
        claims=(claim("NOR", quote="Norway hosted the meeting"),),
    )
    assert problems == ()
    return made


def _written(archive: Archive) -> dict[str, bytes]:
    return {asset.path: asset.content for asset in exports.write(archive, indexes.build(archive))}


def test_files_are_in_the_documented_form(golden: Callable[[object, str], None]) -> None:
    """Keys, nulls and order are those of docs/data.md."""
    written = _written(_archive())

    for name in ("documents", "states", "timeline", "apparatus/a"):
        golden(CASES / f"{name.replace('/', '-')}.json", written[f"data/{name}.json"].decode())
    for name in ("a.json", "a.txt"):
        golden(CASES / f"document-{name}", written[f"documents/{name}"].decode())


@pytest.mark.parametrize(
    ("schema", "path"),
    [
        ("documents", "data/documents.json"),
        ("states", "data/states.json"),
        ("timeline", "data/timeline.json"),
        ("apparatus", "data/apparatus/a.json"),
        ("document", "documents/a.json"),
    ],
)
def test_files_hold_to_their_schemas(schema: str, path: str) -> None:
    """Every data file is valid by its JSON Schema, which itself is valid."""
    rules = json.loads((ROOT / f"muniment/data/schemas/{schema}.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(rules)

    jsonschema.Draft202012Validator(rules).validate(json.loads(_written(_archive())[path]))


def test_every_field_of_the_schemas_is_documented() -> None:
    """docs/data.md names each key that a schema allows."""
    documented = (ROOT / "docs/data.md").read_text("utf-8")

    for path in sorted((ROOT / "muniment/data/schemas").glob("*.json")):
        for key in _keys(json.loads(path.read_text("utf-8"))):
            assert f"`{key}`" in documented, (path.name, key)


def _keys(schema: object) -> list[str]:
    if isinstance(schema, list):
        return [key for member in schema for key in _keys(member)]
    if not isinstance(schema, dict):
        return []
    return [*schema.get("properties", {}), *(key for member in schema.values() for key in _keys(member))]


def test_mentions_lead_to_their_form_in_the_seed() -> None:
    """Line and offset are those of the printed form."""
    lines = SEED.split("\n")
    states = json.loads(_written(_archive())["data/states.json"])
    mentions = [mention for state in states for mention in state["mentions"]]

    assert [lines[m["seed_line"] - 1][m["start"] :].startswith(m["form"]) for m in mentions] == [True] * 4


def test_the_published_apparatus_gives_the_seed_back() -> None:
    """Applied backwards to the text of the published edition, the operations give the seed."""
    written = _written(_archive())
    lines = written["documents/a.md"].decode().split("\n---\n", 1)[1].splitlines(keepends=True)

    for operation in reversed(json.loads(written["data/apparatus/a.json"])["operations"]):
        first, last = operation["edition_lines"]
        lines[first - 1 : last] = [operation["before"]]

    assert "".join(lines) == SEED


def test_a_withdrawn_document_keeps_its_row_and_loses_its_texts() -> None:
    """Its address stays; its words are published in no form."""
    written = _written(_archive())

    assert [row["id"] for row in json.loads(written["data/documents.json"])] == ["a", "b", "c"]
    assert [path for path in written if "/b." in path] == []


def test_a_seed_kept_back_is_not_published() -> None:
    """Everything else of the document is."""
    assert [path for path in _written(_archive()) if "/c." in path] == [
        "data/apparatus/c.json",
        "documents/c.json",
        "documents/c.md",
        "documents/c.txt",
    ]


@pytest.mark.parametrize("wanted", [(), ("data",), ("texts",), ("texts", "data")])
def test_only_the_exports_asked_for_are_made(wanted: tuple[str, ...]) -> None:
    """`exports = []` makes none; the order in which they are named does not matter."""
    made, _ = assembled(reading("a", "Words.\n"), exports=wanted)
    folders = {"data": "data", "texts": "documents"}

    assert list(dict.fromkeys(path.split("/")[0] for path in _written(made))) == sorted(
        folders[each] for each in wanted
    )


def test_settings_know_every_export() -> None:
    """What archive.toml may name is what there is."""
    assert [export.name for export in exports.ALL] == list(FILES)
    assert (*FILES, *PAGES) == EXPORTS


@pytest.mark.parametrize(
    "content",
    [
        b"plain\n",
        b"\xef\xbb\xbfmarked\r\n",
        "utf-16 \u00e9\n".encode("utf-16"),
        b"caf\xe9 \x97 windows",
        b"only\rcarriage\rreturns",
        b"<script>alert(1)</script>",
    ],
)
def test_a_plain_text_seed_is_published_byte_for_byte(content: bytes) -> None:
    """Mark, encoding and line ends are those received."""
    from muniment.exports.texts import seed_bytes

    transcript, _ = formats.read("a.txt", content)

    assert transcript is not None
    assert seed_bytes(transcript) == content


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(JSON, st.integers(0, 4))
def test_layout_changes_no_value(value: object, depth: int) -> None:
    """Whatever the depth, what is read back is what was written, and the file ends its last line."""
    content = laid_out(value, depth)

    assert json.loads(content) == value
    assert content.endswith(b"\n")


def test_the_archive_decides_the_bytes() -> None:
    """Two runs give the same bytes."""
    assert _written(_archive()) == _written(_archive())
