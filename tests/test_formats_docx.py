"""A word processor's document into a transcript: what its pages print, and nothing a reader did not see."""

import re
import shlex
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from muniment import formats, normalise
from muniment.archive.leaves import pages_begun
from muniment.formats.docx import package as limits
from tests import docx_builder
from tests.conftest import ROOT
from tests.docx_builder import ROOTS, SPACES, package, paragraph, zipped
from tests.test_formats_html import told
from tests.transcripts import SETTINGS

CASES = sorted((ROOT / "tests/cases/docx").iterdir())
Golden = Callable[[Path, str], None]


def made(case: Path) -> bytes:
    """Put a case's parts together."""
    parts = {name: (case / f"{name}.xml").read_text("utf-8") for name in ROOTS if (case / f"{name}.xml").exists()}
    return package((case / "body.xml").read_text("utf-8"), parts)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_transcripts(case: Path, golden: Golden) -> None:
    """Each document gives the transcript that stands beside it."""
    golden(case / "transcript.txt", told(*formats.read("file.docx", made(case))))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_drafts(case: Path, golden: Golden) -> None:
    """Each document's transcript gives the draft that stands beside it."""
    transcript, _ = formats.read("file.docx", made(case))
    assert transcript is not None
    source = re.sub("(?<=drafted_sha256: ).*", "‹hash›", normalise.draft(transcript, SETTINGS).edition.source)

    golden(case / "draft.md", source.replace(transcript.sha256, "‹hash›"))


def _laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10))
    return (
        f'<!DOCTYPE d [<!ENTITY l0 "ha">{entities}]><w:document {SPACES}><w:body>'
        f"{paragraph('&l9;')}</w:body></w:document>"
    ).encode()


def _with(name: str, content: bytes) -> bytes:
    return package("", extra={name: content})


HOSTILE: tuple[tuple[str, bytes, str], ...] = (
    ("empty", b"", "S-106"),
    ("a text", b"hello", "S-106"),
    ("an older kind of document", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "S-106"),
    ("a spreadsheet", zipped({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "S-106"),
    ("cut off", package(paragraph("words"))[:400], "S-106"),
    ("a page under a wrong name", b"<html><p>words</p></html>", "S-106"),
    ("entities that grow", _with("word/styles.xml", _laughs()), "S-106"),
    (
        "an entity from outside",
        _with("word/a.xml", b'<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d/>'),
        "S-106",
    ),
    ("entities in UTF-16", _with("word/a.xml", "<!DOCTYPE d []><d/>".encode("utf-16")), "S-106"),
    ("too much when unpacked", _with("word/media/a.png", b"\0" * 80_000_001), "S-107"),
    ("too much markup", _with("word/a.xml", b" " * 20_000_001), "S-107"),
    ("too many entries", package("", extra={f"word/{n}.png": b"" for n in range(limits.MOST_ENTRIES)}), "S-107"),
    ("markup too deep", package("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000), "S-106"),
    ("markup that does not end", package("<w:p>"), "S-106"),
    ("no words", package("<w:p/>"), "S-102"),
    ("more paragraphs than any document", package(paragraph("x") * 50_001), "S-107"),
)


@pytest.mark.parametrize(("content", "code"), [each[1:] for each in HOSTILE], ids=[each[0] for each in HOSTILE])
def test_refusals(content: bytes, code: str) -> None:
    """A file that is broken, hostile or something else is refused by one problem."""
    transcript, problems = formats.read("a.docx", content)

    assert transcript is None
    assert [code] == [each.code for each in problems]


def test_names_that_go_round_end() -> None:
    """Two styles that are based on each other are read once each."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{own}"><w:name w:val="{own}"/><w:basedOn w:val="{other}"/></w:style>'
        for own, other in (("A", "B"), ("B", "A"))
    )
    body = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>words</w:t></w:r></w:p>'

    transcript, _ = formats.read("a.docx", package(body, {"styles": styles}))

    assert transcript is not None
    assert transcript.lines == ("words\n",)


def test_what_lies_outside_is_not_followed() -> None:
    """A header that is a file elsewhere is left where it is."""
    relation = (
        f'<Relationships xmlns="{docx_builder.PACKAGE}/relationships">'
        f'<Relationship Id="rIdheader" TargetMode="External"'
        f' Type="{docx_builder.OFFICE}/header" Target="file:///etc/passwd"/></Relationships>'
    )
    body = f'{paragraph("words")}<w:sectPr><w:headerReference w:type="default" r:id="rIdheader"/></w:sectPr>'
    files = package(body, extra={})
    content = docx_builder.with_part(files, "word/_rels/document.xml.rels", relation.encode())

    transcript, _ = formats.read("a.docx", content)

    assert transcript is not None
    assert transcript.lines == ("words\n",)


def test_without_the_extra_the_editor_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """One problem names the packages of the extra, as pyproject.toml has them; nothing else happens."""
    monkeypatch.setitem(sys.modules, "docx", None)

    transcript, problems = formats.read("a.docx", package(paragraph("words")))

    assert transcript is None
    assert [each.code for each in problems] == ["S-100"]
    needs = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]["docx"]
    assert problems[0].hint == f"Install it: pip install {' '.join(map(shlex.quote, needs))}"


def test_pages_are_counted_at_form_feeds() -> None:
    """The line on which a page begins is known, wherever in it the page begins."""
    transcript, _ = formats.read("a.docx", made(ROOT / "tests/cases/docx/pages"))
    assert transcript is not None

    assert pages_begun(transcript.lines) == {3: 2, 5: 3, 7: 4, 9: 5}
