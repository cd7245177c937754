"""A PDF into a transcript: the words of its pages, line by line, each page behind a form feed."""

import logging
import re
import shlex
import sys
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from muniment import formats, normalise
from muniment.formats.pdf import pages as rooms
from tests.conftest import ROOT
from tests.pdf_builder import FONT, Words, assembled, lines, pdf, stream
from tests.test_formats_html import told
from tests.transcripts import SETTINGS

CASES = ROOT / "tests/cases/pdf"
Golden = Callable[[Path, str], None]

REPORT: Sequence[Sequence[Words]] = (
    [
        (200, 800, 9, "Harbour Board - Annual report"),
        (72, 760, 18, "Report on the ferry"),
        *lines(
            "Bergen, 3 May 1961",
            "",
            "The harbour boards of both towns have met four times in the course of the year and have agree-",
            "ments on the timetable and on the fares to report, which are printed at the end of this re-",
            "port. The \u201cferry question\u201d is thereby settled for the time being, as the chairman said when",
            "",
            "A second paragraph stands apart from the first by more room than there is between lines, and",
            "this is how the two are told apart. It runs over the end of the page, as paragraphs will do, and",
            top=720,
        ),
        (290, 40, 9, "1"),
    ],
    [
        (200, 800, 9, "Harbour Board - Annual report"),
        *lines("ends on the next one.", "", "The fares are raised by 5 % (five per cent).", top=760),
        (290, 40, 9, "2"),
    ],
    [],
    [(200, 800, 9, "Harbour Board - Annual report"), *lines("Annex", top=760), (290, 40, 9, "4")],
)
BASE = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [10 0 R] /Count 1 >>", 3: FONT}
PAGE = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 11 0 R /Resources << {} >> >>"
FONTS = "/Font << /F1 3 0 R >>"


def one(content: bytes, resources: str = FONTS, more: dict[int, bytes] | None = None) -> bytes:
    """Make a PDF of one page with this stream of operations."""
    return assembled({**BASE, 10: PAGE.format(resources).encode(), 11: stream(content), **(more or {})})


def forms(depth: int) -> dict[int, bytes]:
    """Make forms each of which draws the next one twice."""
    keys = (
        "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {} 0 R >> /Font << /F1 3 0 R >> >>"
    )
    return {20 + n: stream(b"BT /F1 9 Tf (x) Tj ET /X Do /X Do", keys.format(21 + n)) for n in range(depth)}


def test_transcript(golden: Golden) -> None:
    """Lines, paragraphs, pages and a page without words are as they stand beside this test."""
    golden(CASES / "report/transcript.txt", told(*formats.read("file.pdf", pdf(REPORT))))


def test_draft(golden: Golden) -> None:
    """Running heads and page numbers are left out, hyphens and pages joined, each with its account."""
    transcript, _ = formats.read("file.pdf", pdf(REPORT))
    assert transcript is not None
    source = re.sub("(?<=drafted_sha256: ).*", "‹hash›", normalise.draft(transcript, SETTINGS).edition.source)

    golden(CASES / "report/draft.md", source.replace(transcript.sha256, "‹hash›"))


FIELDS = (
    "<< /Type /Annot /Subtype /Widget /FT /Tx /V (Ada Lund) /Rect [0 0 9 9] >>",
    "<< /Type /Annot /Subtype /FreeText /Contents (Seen and approved) /Rect [0 0 9 9] >>",
    "<< /Type /Annot /Subtype /FreeText /F 2 /Contents (Hidden) /Rect [0 0 9 9] >>",
    "<< /Type /Annot /Subtype /Text /Contents (A folded note) /Rect [0 0 9 9] >>",
    "<< /Type /Annot /Subtype /Widget /Parent 105 0 R /Rect [0 0 9 9] >>",
    "<< /FT /Tx /V (Bergen) >>",
)


def test_what_is_filled_in_is_read() -> None:
    """The words of a form's fields and of notes that lie open stand below those of the page."""
    annotations = "/Annots [100 0 R 101 0 R 102 0 R 103 0 R 104 0 R]"
    transcript, _ = formats.read("a.pdf", pdf([lines("Name and place:")], page=annotations, extra=FIELDS))

    assert transcript is not None
    assert [line.strip() for line in transcript.lines] == ["Name and place:", "Ada Lund", "Seen and approved", "Bergen"]


def test_one_sign_for_several_letters_is_several_letters() -> None:
    """The typeface's own sign for ffi is the three letters of the word."""
    content = b"BT /F2 9 Tf (o\x01ce) Tj ET"
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /X /Encoding << /Differences [1 /ffi] >> >>"

    transcript, _ = formats.read("a.pdf", one(content, "/Font << /F2 4 0 R >>", {4: font}))

    assert transcript is not None
    assert transcript.lines == ("office\n",)


LOCKED = "/Encrypt << /Filter /Standard /V 1 /R 2 /O ({0}) /U ({0}) /P -4 >> /ID [(a)(a)]".format("a" * 32)
PICTURE = {12: stream(b"\0", "/Subtype /Image /Width 1 /Height 1")}
HOSTILE: tuple[tuple[str, bytes, str], ...] = (
    ("empty", b"", "S-106"),
    ("a text", b"hello", "S-106"),
    ("a page under a wrong name", b"<html><p>words</p></html>", "S-106"),
    ("junk behind the mark", b"%PDF-1.7\n" + bytes(range(256)) * 40, "S-106"),
    ("cut off", pdf([lines("words")])[:300], "S-106"),
    ("locked", assembled({**BASE, 10: PAGE.format("").encode(), 11: stream(b"")}, LOCKED), "S-104"),
    ("a scan", one(b"/I Do", "/XObject << /I 12 0 R >>", PICTURE), "S-105"),
    ("no pages", assembled({**BASE, 2: b"<< /Type /Pages /Kids [] /Count 0 >>"}), "S-105"),
    ("pages in a circle", assembled({**BASE, 2: b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"}), "S-106"),
    ("a stream that unpacks to too much", one(b"% " * 20_000_000), "S-106"),
    ("more operations than a page needs", one(b"q Q " * 400_000), "S-106"),
    ("brackets without end", assembled({**BASE, 2: b"<< /Kids " + b"[" * 100_000 + b" >>"}), "S-106"),
    ("more pages than are read", pdf([lines("x")] * 301), "S-107"),
)


@pytest.mark.parametrize(("content", "code"), [each[1:] for each in HOSTILE], ids=[each[0] for each in HOSTILE])
def test_refusals(content: bytes, code: str) -> None:
    """A file that is broken, hostile, locked or a scan is refused by one problem."""
    transcript, problems = formats.read("a.pdf", content)

    assert transcript is None
    assert [code] == [each.code for each in problems]


def test_work_is_counted_over_all_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no single page does too much of, the file as a whole may."""
    monkeypatch.setattr(rooms, "MOST_OPERATIONS", 50)
    monkeypatch.setattr(rooms.Budget, "__init__", _small)

    transcript, problems = formats.read("a.pdf", pdf([lines("a", "b", "c", "d")] * 5))

    assert transcript is None
    assert [each.code for each in problems] == ["S-107"]


def _small(budget: rooms.Budget) -> None:
    budget.operations, budget.characters = 50, 1000


def test_forms_that_draw_forms_end_and_are_told() -> None:
    """Each form draws the next one twice: a billion drawings are not done, and that something is missing is said."""
    transcript, problems = formats.read("a.pdf", one(b"/X Do", "/XObject << /X 20 0 R >> " + FONTS, forms(30)))

    assert transcript is not None
    assert "S-113" in [each.code for each in problems]


@pytest.mark.parametrize(
    ("catalog", "does"),
    [
        ("", False),
        ("/OpenAction [10 0 R /Fit]", False),
        ("/OpenAction << /S /GoTo /D [10 0 R /Fit] >>", False),
        ("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", True),
        ("/AA << /WC << /S /Launch /F (a.exe) >> >>", True),
        ("/AcroForm << /Fields [] /XFA (x) >>", True),
        ("/Names << /EmbeddedFiles << /Names [] >> >>", True),
        ("/OpenAction << /S /#4aava#53cript /J#53 (1) >>", True),
    ],
)
def test_a_file_that_could_do_something_is_known(catalog: str, does: bool) -> None:
    """Scripts, programs, forms that compute and attachments are seen, however they are spelt; a link is not one."""
    transcript, problems = formats.read("a.pdf", pdf([lines("words")], catalog=catalog))

    assert transcript is not None
    assert does == transcript.has_actions
    assert does == ("S-111" in [each.code for each in problems])


def test_pages_that_are_pictures_are_told() -> None:
    """A page with a picture and no words, among pages with words, is named; a page with neither is not."""
    resources = "/XObject << /I 12 0 R >>"
    kids = {2: b"<< /Type /Pages /Kids [10 0 R 14 0 R 16 0 R] /Count 3 >>", 13: stream(b"BT /F1 9 Tf (words) Tj ET")}
    pages = {
        10: PAGE.format(FONTS).replace("11 0", "13 0").encode(),
        11: stream(b"/I Do"),
        14: PAGE.format(resources).encode(),
        16: PAGE.format("").replace("11 0", "17 0").encode(),
        17: stream(b""),
    }

    transcript, problems = formats.read("a.pdf", assembled({**BASE, **kids, **pages, **PICTURE}))

    assert transcript is not None
    assert [(each.code, each.message[-7:-1]) for each in problems] == [("S-108", "page 2")]


def test_signs_without_letters_are_told() -> None:
    """Where a typeface does not say which letters it draws, the editor learns it; a few such signs are none."""
    _, garbled = formats.read("a.pdf", one(b"BT /F1 9 Tf (\\001\\002\\003\\004 word) Tj ET"))
    _, few = formats.read("a.pdf", one(b"BT /F1 9 Tf (\\001" + b" words and words" * 20 + b") Tj ET"))

    assert [each.code for each in garbled] == ["S-112"]
    assert few == ()


def test_the_library_says_nothing_by_itself(caplog: pytest.LogCaptureFixture) -> None:
    """What pypdf would print is told as a problem, and nothing of our listening stays behind."""
    before = list(logging.getLogger("pypdf").handlers)

    formats.read("a.pdf", one(b"/X Do", "/XObject << /X 20 0 R >> " + FONTS, forms(30)))

    assert caplog.records == []
    assert before == logging.getLogger("pypdf").handlers


def test_without_the_extra_the_editor_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """One problem names the packages of the extra, as pyproject.toml has them; nothing else happens."""
    monkeypatch.setitem(sys.modules, "pypdf", None)

    transcript, problems = formats.read("a.pdf", pdf([lines("words")]))

    assert transcript is None
    assert [each.code for each in problems] == ["S-100"]
    needs = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]["pdf"]
    assert problems[0].hint == f"Install it: pip install {' '.join(map(shlex.quote, needs))}"
