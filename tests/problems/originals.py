"""Family S: examples of seeds that are no plain text, and of passages in other languages."""

import sys
from collections.abc import Callable
from unittest import mock

from muniment import formats
from tests.docx_builder import package, paragraph
from tests.pdf_builder import FONT, assembled, lines, pdf, stream
from tests.problems.form import EDITION, Call, Pair, change, whole

PAGE = "seeds/x.html"
_WORDS = "<p>The harbour was closed for a week by ice.</p>"
_PAPER = pdf([lines("The harbour was closed for a week by ice.")])
_TREE = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 3: FONT}
_LOCK = "/Encrypt << /Filter /Standard /V 1 /R 2 /O ({0}) /U ({0}) /P -4 >> /ID [(a)(a)]".format("a" * 32)


def _read(name: str, content: bytes) -> Callable[[], list[str]]:
    return lambda: [each.code for each in formats.read(name, content)[1]]


def _without(module: str, name: str, content: bytes) -> Callable[[], list[str]]:
    """Read a file on a machine without a library."""

    def read() -> list[str]:
        with mock.patch.dict(sys.modules, {module: None}):
            return [each.code for each in formats.read(name, content)[1]]

    return read


def _file(code: str, words: tuple[str, str], name: str, contents: tuple[bytes, bytes]) -> Pair:
    wrong, right = (_read(name, content) for content in contents)
    return Pair(code=code, what=Call(words=words, raises=wrong, near_miss=right))


def _drawn(*operations: bytes) -> bytes:
    """Make a PDF with a page for each stream of operations; there is a picture to be drawn."""
    page = (
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents {} 0 R"
        " /Resources << /Font << /F1 3 0 R >> /XObject << /I 4 0 R >> >> >>"
    )
    numbers = range(10, 10 + 2 * len(operations), 2)
    kids = " ".join(f"{number} 0 R" for number in numbers)
    tree = {2: f"<< /Type /Pages /Kids [{kids}] /Count {len(operations)} >>".encode()}
    pages = {number: page.format(number + 1).encode() for number in numbers}
    streams = {number + 1: stream(content) for number, content in zip(numbers, operations, strict=True)}
    picture = {4: stream(b"\0", "/Subtype /Image /Width 1 /Height 1")}
    return assembled({**_TREE, **tree, **pages, **streams, **picture})


def _changed(change_: str) -> bytes:
    return package(f'<w:p><w:r><w:t xml:space="preserve">The ferry sails </w:t></w:r>{change_}</w:p>')


PAIRS: tuple[Pair, ...] = (
    Pair(
        code="S-100",
        what=Call(
            words=("a PDF on a machine without pypdf", "a text on the same machine"),
            raises=_without("pypdf", "a.pdf", _PAPER),
            near_miss=_without("pypdf", "a.txt", b"The harbour.\n"),
        ),
    ),
    whole("S-101", PAGE, b'<meta charset="shift_jis"><p>\x81', b'<meta charset="windows-1252"><p>\x80'),
    whole("S-102", PAGE, '<script>let words = "none";</script>', f"<script>let words;</script>{_WORDS}"),
    whole("S-103", PAGE, "<div>" * 2_001 + _WORDS, "<div>" * 500 + _WORDS),
    _file(
        "S-104",
        ("a PDF that is encrypted", "one that is not"),
        "a.pdf",
        (assembled({**_TREE, 2: b"<< /Type /Pages /Kids [] /Count 0 >>"}, _LOCK), _PAPER),
    ),
    _file(
        "S-105",
        ("a PDF of one page that is a picture", "one with words beside the picture"),
        "a.pdf",
        (_drawn(b"/I Do"), _drawn(b"/I Do BT /F1 9 Tf (words) Tj ET")),
    ),
    _file("S-106", ("a PDF that is cut off", "the whole of it"), "a.pdf", (_PAPER[:300], _PAPER)),
    _file(
        "S-107",
        ("a document that unpacks to 80 MB", "one that unpacks to 1 MB"),
        "a.docx",
        (
            package(paragraph("words"), extra={"word/media/a.png": b"\0" * 80_000_001}),
            package(paragraph("words"), extra={"word/media/a.png": b"\0" * 1_000_000}),
        ),
    ),
    _file(
        "S-108",
        ("a PDF whose second page is a picture", "one whose second page has words beside the picture"),
        "a.pdf",
        (
            _drawn(b"BT /F1 9 Tf (words) Tj ET", b"/I Do"),
            _drawn(b"BT /F1 9 Tf (words) Tj ET", b"/I Do BT /F1 9 Tf (more words) Tj ET"),
        ),
    ),
    _file(
        "S-109",
        ("a document with a deletion that is tracked", "one with an insertion"),
        "a.docx",
        (
            _changed("<w:del><w:r><w:delText>on Mondays</w:delText></w:r></w:del>"),
            _changed("<w:ins><w:r><w:t>on Mondays</w:t></w:r></w:ins>"),
        ),
    ),
    _file(
        "S-110",
        ("a document with a comment", "one with a footnote"),
        "a.docx",
        (
            _changed('<w:r><w:commentReference w:id="1"/></w:r>'),
            _changed('<w:r><w:footnoteReference w:id="1"/></w:r>'),
        ),
    ),
    _file(
        "S-111",
        ("a PDF with a script", "one that opens at its first page"),
        "a.pdf",
        (
            pdf([lines("words")], catalog="/OpenAction << /S /JavaScript /JS (1) >>"),
            pdf([lines("words")], catalog="/OpenAction [10 0 R /Fit]"),
        ),
    ),
    _file(
        "S-112",
        ("a PDF with four signs for no letter beside one word", "one such sign beside sixty words"),
        "a.pdf",
        (
            _drawn(b"BT /F1 9 Tf (\\001\\002\\003\\004 word) Tj ET"),
            _drawn(b"BT /F1 9 Tf (\\001" + b" words and words" * 20 + b") Tj ET"),
        ),
    ),
    _file(
        "S-113",
        ("a PDF that draws a form which is not there", "one that draws a picture which is there"),
        "a.pdf",
        (_drawn(b"BT /F1 9 Tf (words) Tj ET /X Do"), _drawn(b"BT /F1 9 Tf (words) Tj ET /I Do")),
    ),
    change("S-120", EDITION, "seed:", 'lang_notes: ["p9: fr"]\nseed:', 'lang_notes: ["p2: fr", "p3 is odd"]\nseed:'),
)
