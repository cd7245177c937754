"""Files of reference managers are read back by software that others wrote."""

import json
import re
from functools import cache

import jsonschema
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import Entry, parse_string

from muniment.citations import Record, csl, sort_of
from muniment.exports import bibtex, ris
from muniment.model import Archive
from muniment.settings import KINDS
from tests.archives import assembled, exported, reading

CSL_TYPES = tuple(
    re.findall(
        r"\S+",
        "article article-journal article-magazine article-newspaper bill book broadcast chapter classic"
        " collection dataset document entry entry-dictionary entry-encyclopedia event figure graphic hearing"
        " interview legal_case legislation manuscript map motion_picture musical_score pamphlet"
        " paper-conference patent performance periodical"
        " personal_communication post post-weblog regulation report review review-book software song speech standard"
        " thesis treaty webpage",
    )
)
"""The types of CSL 1.0.2."""

CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            "type": {"enum": CSL_TYPES},
            "author": {
                "type": "array",
                "items": {"type": "object", "required": ["literal"], "properties": {"literal": {"type": "string"}}},
            },
            "issued": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 2,
                        "items": {"type": "array", "items": {"type": "integer"}, "minItems": 1, "maxItems": 3},
                    },
                    "season": {"type": "integer", "minimum": 1, "maximum": 4},
                    "circa": {"type": "boolean"},
                    "literal": {"type": "string"},
                },
            },
            **{
                name: {"type": "string"}
                for name in (
                    [
                        "id",
                        "title",
                        "genre",
                        "publisher",
                        "event-place",
                        "archive",
                        "version",
                        "language",
                        "URL",
                        "note",
                    ]
                )
            },
        },
    },
}
"""What the CSL-JSON schema says of the fields we use."""

HARD = 'The "50 %" rule & {A_b} #1 $5 ~ ^ \\x'


@cache
def _archive() -> Archive:
    made, _ = assembled(
        reading(
            "a",
            "Words.\n",
            title=HARD,
            kind="report",
            date="2007-02-22/2007-02-23",
            place="Northport",
            creators=("Ministry of Trade, Northport", "A & B"),
            publisher="The Press",
        ),
        reading("b", "Words.\n", title="Letter", kind="letter", language="und"),
        reading("c", "Words.\n", withdrawn="By request."),
        title="Harbour archive",
        base_url="https://example.org/a_b/",
    )
    return made


def _written() -> dict[str, str]:
    archive = _archive()
    return {asset.path: asset.content.decode() for asset in exported(archive, "citations")}


def _read(content: str) -> Entry:
    (entry,) = parse_string(content, "bibtex").entries.values()
    return entry


def test_there_are_three_files_a_document_and_three_of_all() -> None:
    """A withdrawn document has none, and no part in those of all."""
    assert [
        *(f"data/references.{end}" for end in ("bib", "csl.json", "ris")),
        *(f"documents/{name}.{end}" for name in "ab" for end in ("bib", "csl.json", "ris")),
    ] == sorted(_written())
    assert [item["id"] for item in json.loads(_written()["data/references.csl.json"])] == ["a", "b"]


def test_bibtex_is_read_back_by_pybtex() -> None:
    """Type, key, names, title and dates come back; a body's name stays whole."""
    content = _written()["documents/a.bib"]
    entry = _read(content)

    assert (entry.key, entry.type) == ("a", "techreport")
    assert [str(person) for person in entry.persons["author"]] == ["{Ministry of Trade, Northport}", r"{A \& B}"]
    assert tuple(entry.fields[each] for each in ("year", "month", "date")) == (
        "2007",
        "February",
        "2007-02-22/2007-02-23",
    )
    assert (entry.fields["institution"], entry.fields["type"]) == ("The Press", "Report, Northport")
    assert entry.fields["url"] == "https://example.org/a_b/documents/a.html"


def test_bibtex_escapes_what_latex_would_not_print() -> None:
    """What LaTeX reads is the title as it was."""
    title = _read(_written()["documents/a.bib"]).fields["title"]

    for piece in (
        r"50 \%",
        r"\& \textbraceleft{}A\_b\textbraceright{} \#1 \$5",
        r"\textasciitilde{}",
        r"\textasciicircum{}",
        r"\textbackslash{}x",
    ):
        assert piece in title


def test_ris_is_read_back_by_rispy() -> None:
    """Every field comes back under the tag that reference managers know."""
    (entry,) = rispy.loads(_written()["documents/a.ris"])

    assert (entry["type_of_reference"], entry["title"], entry["year"]) == ("RPRT", HARD, "2007")
    assert entry["authors"] == ["Ministry of Trade – Northport", "A & B"]
    assert entry["date"] == "2007/02//22–23 February 2007"
    assert entry["urls"] == ["https://example.org/a_b/documents/a.html"]
    assert (
        entry["publisher"],
        entry["place_published"],
        entry["name_of_database"],
    ) == ("The Press", "Northport", "Harbour archive")


def test_a_document_without_a_date_has_no_date() -> None:
    """Nothing stands for the missing year but a note."""
    written = _written()
    (entry,) = rispy.loads(written["documents/b.ris"])

    assert "year" not in entry
    assert entry["notes"] == ["Undated"]
    assert "year" not in _read(written["documents/b.bib"]).fields
    assert "issued" not in json.loads(written["documents/b.csl.json"])[0]


def test_all_references_are_read_back_together() -> None:
    """The files of the whole archive hold an entry for each document."""
    written = _written()

    assert list(parse_string(written["data/references.bib"], "bibtex").entries) == ["a", "b"]
    assert [entry["id"] for entry in rispy.loads(written["data/references.ris"])] == ["a", "b"]


@pytest.mark.parametrize("kind", [*(kind for kind, _ in KINDS), "treaty", "unheard-of"])
def test_every_kind_has_a_type_in_every_format(kind: str) -> None:
    """The types are ones that the formats have."""
    sort = sort_of(kind)

    assert sort.csl in CSL_TYPES
    assert sort.ris in rispy.TYPE_OF_REFERENCE_MAPPING
    assert sort.bibtex in ("misc", "techreport")
    assert sort.zotero in (
        "document", "presentation", "newspaperArticle", "report", "letter", "statute"
    )  # fmt: skip


EDTF = st.sampled_from(
    re.findall(
        r"\S+",
        "2007 2007-02 2007-02-22 2007-02-22/2007-02-23 2007/2009 2007~ 2007-02? 200X 2007-21 [2007-11,2007-12]"
        " ../2008 2008/.. XXXX-12-25 2007-XX {2007,2009}",
    )
) | st.just("")
WORDS = st.text(st.characters(codec="utf-8"), max_size=30)
RECORDS = st.builds(
    Record,
    id=st.just("x"),
    title=WORDS,
    creators=st.lists(WORDS, max_size=3).map(tuple),
    publisher=WORDS,
    place=WORDS,
    date=EDTF,
    archive=WORDS,
    kind=st.sampled_from(["report", "letter", "other"]),
)


@given(RECORDS)
def test_any_record_is_csl(record: Record) -> None:
    """Whatever a record holds, its CSL-JSON has the form of CSL."""
    jsonschema.Draft202012Validator(CSL).validate([csl.reference(record)])


@given(RECORDS)
def test_any_record_is_one_ris_reference(record: Record) -> None:
    """No title or name can end a line and begin a field of its own."""
    (entry,) = rispy.loads(ris.entry(record))

    title = re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", record.title)
    assert title.split() == entry.get("title", "").split()


@given(RECORDS)
def test_any_record_is_one_bibtex_entry(record: Record) -> None:
    """No title or name can end a field or the entry."""
    entry = _read(bibtex.entry(record))

    assert entry.key == "x"
