"""Plain paragraphs are read without the reader of Markdown as the reader would read them."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniment.parse import EXTENSIONS, REFERENCES, NestingError, parse, plain
from tests.conftest import ROOT

PIECES = (
    "Words of a paragraph", "two\nlines", "12 of them", "12. of them", "12) of", "- a", "* b", "+ c", "> quoted",
    "    code",
    "\tcode", "## head", "head\n===", "head\n---", "---", "***", "```", "~~~", "a | b", "|-|-|", "*em* and _em_",
    "a\\*b",
    "[x](y)", "[x]: y", "<b>", "&amp;", "&", "line  \nbreak", "line\\\nbreak", " indented", "  item goes on", "a\u00a0",
    "\u00a0a", "“Quoted.”", "(1) one", "1989 was", "!", "![a](b)", "a!", ":", ": def", "# ", "#no", "-no", "+",
    "=", "_",
    "\u2028", "a\u0085b", "\x0b", "\x0c", "~", "~~s~~", "`c`", "4\\. Meet", "é", "Ωμέγα", "نص", "中文。", "a\n- b",
    "a\n1. b",
    "a\n2. b", "a\n> b", "a\n# b", "", " ", "\t", "\x00", "a\tb", "a \nb", "a\n b", "a\n    b",
    "https://x.org/?a=b", "a@b.org",
)  # fmt: skip
GAPS = ("\n\n", "\n", "\n \n", "\n\t\n", "\n\n\n", "\r\n\r\n", "\r", " ")


def _slow(body: str, extensions: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> object:
    with monkeypatch.context() as patched:
        patched.setattr(plain, "stretches", lambda text: [plain.Stretch(text, 0, is_plain=False)])
        return _read(body, extensions)


def _read(body: str, extensions: tuple[str, ...]) -> object:
    try:
        return parse(body, extensions)
    except NestingError as refusal:
        return refusal.line


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(GAPS)), max_size=8), st.booleans())
@settings(max_examples=600, deadline=None)
def test_any_body_is_read_alike(pieces: list[tuple[str, str]], has_extensions: bool) -> None:
    """Blocks, words, marks and lines are the same."""
    body = "".join(piece + gap for piece, gap in pieces)
    extensions = EXTENSIONS if has_extensions else ()

    with pytest.MonkeyPatch.context() as patch:
        assert _read(body, extensions) == _slow(body, extensions, patch)


@given(st.text(max_size=80))
@settings(max_examples=400, deadline=None)
def test_any_text_is_read_alike(body: str) -> None:
    """Whatever the characters are."""
    with pytest.MonkeyPatch.context() as patch:
        assert _read(body, EXTENSIONS) == _slow(body, EXTENSIONS, patch)


@pytest.mark.parametrize("path", sorted((ROOT / "site_src/documents").glob("*.md")), ids=lambda path: path.stem)
def test_shipped_bodies_are_read_alike(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Real bodies, and most of their paragraphs the short way."""
    body = path.read_text("utf-8").partition("\n---\n")[2]

    assert _read(body, ()) == _slow(body, (), monkeypatch)
    assert sum(stretch.is_plain for stretch in plain.stretches(body)) > 0


def test_an_address_may_stand_behind_a_plain_paragraph() -> None:
    """Where an archive's own pages name addresses once, they are found wherever they stand."""
    text = parse("See [the bay].\n\nPlain words.\n\n[the bay]: https://example.org/\n", (REFERENCES,))

    assert [run.href for run in text.blocks[0].runs] == ["", "https://example.org/", ""]


def test_a_long_body_takes_no_time() -> None:
    """Long runs of what a paragraph may not hold are passed over once."""
    for piece in ("a", "a ", "a\n", "\n", " \n", "1", "1.", "-", "a\n-", "`", "\t", "\u00a0"):
        list(plain.stretches(piece * 100_000))
