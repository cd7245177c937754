"""A web page into a transcript: every word a reader saw, line by line, and what the markup says of the lines."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from muniment import formats, normalise
from muniment.formats import html
from muniment.model import Problem, Transcript
from tests.conftest import ROOT
from tests.transcripts import SETTINGS

CASES = sorted((ROOT / "tests/cases/html").iterdir())
Golden = Callable[[Path, str], None]


def told(transcript: Transcript | None, problems: tuple[Problem, ...]) -> str:
    """Write a transcript as a golden file: numbered lines, then what is said of them, then what is told the editor."""
    if transcript is None:
        return "".join(f"{each.code} {each.message}\n" for each in problems)
    lines = [f"{number:3} {line!r}" for number, line in enumerate(transcript.lines, 1)]
    said = [f"{each.lines[0]}-{each.lines[1]} {each.role} {each.value}" for each in transcript.marked]
    codes = [f"{each.code} {each.message}" for each in problems]
    return "\n".join([transcript.encoding, *lines, *said, *codes]) + "\n"


def _read(markup: str) -> list[str]:
    transcript, problems = formats.read("page.html", markup.encode())
    assert transcript is not None, problems
    return [line.rstrip("\n") for line in transcript.lines]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_transcripts(case: Path, golden: Golden) -> None:
    """Each page gives the transcript that stands beside it."""
    golden(case / "transcript.txt", told(*formats.read("page.html", (case / "in.html").read_bytes())))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_drafts(case: Path, golden: Golden) -> None:
    """Each page's transcript gives the draft that stands beside it."""
    transcript, _ = formats.read("page.html", (case / "in.html").read_bytes())
    assert transcript is not None

    golden(case / "draft.md", normalise.draft(transcript, SETTINGS).edition.source)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_browser_shows_no_word_that_is_not_in_the_transcript(case: Path, browser: Browser) -> None:
    """Whatever Chromium prints of a page stands in its transcript, word for word."""
    page = browser.new_page(java_script_enabled=False)
    page.goto((case / "in.html").as_uri())
    shown = str(page.evaluate("document.body ? document.body.innerText : ''"))
    page.close()
    transcript, _ = formats.read("page.html", (case / "in.html").read_bytes())
    assert transcript is not None
    words = " ".join("".join(transcript.lines).translate(html_signs()).split())

    missing = [word for word in shown.translate(html_signs()).split() if word not in words]

    assert missing == []


def html_signs() -> dict[int, str]:
    """Give the signs a transcript writes otherwise than a browser copies them."""
    raised = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉", "01234567890123456789")
    return {**{key: chr(sign) for key, sign in raised.items()}, ord("“"): "", ord("”"): "", ord("\u00ad"): ""}


@pytest.mark.parametrize(
    ("declared", "content", "encoding", "word"),
    [
        ("utf-8", "né".encode(), "utf-8", "né"),
        ("iso-8859-1", "né".encode(), "utf-8", "né"),
        ("iso-8859-1", "“né”".encode("windows-1252"), "windows-1252", "“né”"),
        ("shift_jis", "条約".encode("cp932"), "cp932", "条約"),
        ("no-such-thing", "né".encode("windows-1252"), "windows-1252", "né"),
        ("utf-16", "né".encode(), "utf-8", "né"),
    ],
)
def test_encodings(declared: str, content: bytes, encoding: str, word: str) -> None:
    """Bytes that are UTF-8 are UTF-8 whatever is declared; else the declaration counts, else Windows-1252."""
    transcript, _ = formats.read("a.html", f'<meta charset="{declared}"><p>'.encode() + content)

    assert transcript is not None
    assert (encoding, f"{word}\n") == (transcript.encoding, transcript.lines[-1])


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "S-102", 0),
        (b"<script>var words;</script>", "S-102", 0),
        (b"<p>one</p>\n<p>\x00two", "S-002", 2),
        (b'<meta charset="shift_jis">\n\n<p>\x81', "S-101", 3),
        (b"<p>\x81\x8d", "S-003", 1),
        (b"\xff\xfe\x00\xd8", "S-007", 1),
        (b"<div>" * 100_000, "S-103", 0),
        (b"<i></i>" * 200_001, "S-103", 0),
        (b" " * 4_000_001, "S-005", 0),
    ],
)
def test_refusals(content: bytes, code: str, line: int) -> None:
    """A page that cannot be read is refused by one problem that names the line where there is one."""
    transcript, problems = formats.read("a.htm", content)

    assert transcript is None
    assert [(code, line, "seeds/a.htm")] == [(each.code, each.line, each.path) for each in problems]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<ruby>条<rp>(</rp><rt>jo</rt><rp>)</rp></ruby>", ["条 (jo)"]),
        ("<svg><title>no</title><text>shown</text><text>too</text></svg>", ["shown", "", "too"]),
        ("<math><mi>x</mi><mo>=</mo><mn>1</mn></math>", ["x=1"]),
        (
            "<form>Name <input value='Ada'><input type=hidden value=no> <button>Send</button></form>",
            ["Name Ada", "", "Send"],
        ),
        ("<textarea><p>typed</p></textarea>", ["<p>typed</p>"]),
        ("<p>Logo: <img alt='City of Bergen'>Town hall", ["Logo: City of Bergen Town hall"]),
        ("<object>fallback</object><iframe><p>never</p></iframe>", ["fallback"]),
    ],
)
def test_elements_that_show_words_in_their_own_way(markup: str, lines: list[str]) -> None:
    """What a reader sees of an element stands in the transcript; what only a program reads does not."""
    assert _read(markup) == lines


def test_nesting_that_browsers_show_is_read() -> None:
    """Five hundred boxes around a word are as good as none."""
    assert _read("<div>" * 500 + "word") == ["word"]


def test_an_older_parser_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a libxml2 that reads HTML by rules of its own, nothing is read rather than something wrong."""
    monkeypatch.setattr(html, "_OLDEST", (99, 0))

    transcript, problems = formats.read("a.html", b"<p>word")

    assert transcript is None
    assert [each.code for each in problems] == ["S-100"]


def test_a_page_that_shows_nothing_but_what_it_hides_keeps_it() -> None:
    """A page whose whole text stands in noscript is not left empty."""
    transcript, _ = formats.read("a.html", b"<noscript><p>All of it.</noscript>")

    assert transcript is not None
    assert transcript.marked == ()


def test_the_page_and_not_its_declaration_tells_the_language() -> None:
    """A page that declares English and is written in Norwegian is Norwegian."""
    words = "Det er ikke slik at vi har noen grunn til å tro at det er en feil, og det vet de også."
    transcript, _ = formats.read("a.html", f'<html lang="en"><p>{words}</p>'.encode())
    assert transcript is not None

    assert normalise.draft(transcript, SETTINGS).edition.front.language == "nb"


@pytest.mark.parametrize("name", ["admin", "webmaster@example.org", "https://example.org/a", "Joomla 3", "harbour.net"])
def test_what_programs_write_names_no_creator(name: str) -> None:
    """An author that a program put there, or that is an address, is left out."""
    text = "<p>The committee met in the town hall and agreed on the report of the year, which is printed below.</p>"
    transcript, _ = formats.read("a.html", f'<meta name="author" content="{name}">{text}'.encode())
    assert transcript is not None

    assert normalise.draft(transcript, SETTINGS).edition.front.creators == ()
