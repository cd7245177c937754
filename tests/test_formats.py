"""Bytes of a seed into a transcript: nothing lost, nothing guessed in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment import formats
from muniment.formats import plain

UNDECODABLE = b"first line\nsecond \x81\x8d line\n"


def test_real_seeds_come_back_byte_for_byte(seeds: dict[str, bytes]) -> None:
    """Every shipped seed is plain UTF-8 and its lines joined are its bytes."""
    for name, content in seeds.items():
        transcript, problems = formats.read(name, content)

        assert transcript is not None
        assert problems == ()
        assert transcript.encoding == "utf-8"
        assert content == "".join(transcript.lines).encode()


@pytest.mark.parametrize(
    ("content", "encoding", "lines"),
    [
        ("Høring\nden 3.".encode(), "utf-8", ("Høring\n", "den 3.")),
        (b"\xef\xbb\xbf" + "Høring".encode(), "utf-8-sig", ("Høring",)),
        (b"\xff\xfe" + "Høring\n".encode("utf-16-le"), "utf-16-le", ("Høring\n",)),
        (b"\xfe\xff" + "Høring\n".encode("utf-16-be"), "utf-16-be", ("Høring\n",)),
        ("Høring – “ja”".encode("windows-1252"), "windows-1252", ("Høring – “ja”",)),
        (b"one\r\ntwo\rstill two\n", "utf-8", ("one\r\n", "two\rstill two\n")),
        (b"one\rtwo\r", "utf-8", ("one\r", "two\r")),
    ],
)
def test_encodings_and_lines(content: bytes, encoding: str, lines: tuple[str, ...]) -> None:
    """The encoding is told by its mark or its bytes; a line ends after LF, without any LF after CR."""
    transcript, _ = formats.read("letter.txt", content)

    assert transcript is not None
    assert (encoding, lines) == (transcript.encoding, transcript.lines)
    assert content == plain.encode("".join(transcript.lines), transcript.encoding)


@pytest.mark.parametrize(
    ("name", "content", "code", "line"),
    [
        ("a.txt", b"", "S-001", 0),
        ("a.txt", b" \r\n\t\n", "S-001", 0),
        ("a.txt", b"\xef\xbb\xbf\n", "S-001", 0),
        ("a.txt", b"one\ntw\x00o\n", "S-002", 2),
        ("a.txt", "plain".encode("utf-16-le"), "S-002", 1),
        ("a.txt", UNDECODABLE, "S-003", 2),
        ("a.txt", b"x" * (formats.LARGEST_SEED + 1), "S-005", 0),
        ("a.exe", b"MZ", "S-006", 0),
        ("a.txt", b"\xff\xfea\x00\x00\xd8", "S-007", 1),
    ],
)
def test_refusals(name: str, content: bytes, code: str, line: int) -> None:
    """What cannot be read is refused by one problem that names the line."""
    transcript, problems = formats.read(name, content)

    assert transcript is None
    assert [(code, line, f"seeds/{name}")] == [(each.code, each.line, each.path) for each in problems]


def test_windows_1252_is_a_guess_and_said_to_be() -> None:
    """The editor sees the first word that made the file not UTF-8."""
    _, problems = formats.read("a.txt", "Møtet\nvar på Hamar.\n".encode("windows-1252"))

    assert [(each.code, each.line, each.severity) for each in problems] == [("S-004", 1, "warning")]
    assert '"Møtet"' in problems[0].message


def test_a_space_that_is_not_utf_8_is_named_by_its_byte() -> None:
    """A space without a break at the end of a file is no word, and is reported all the same."""
    _, problems = formats.read("a.txt", b"one two \xa0")

    assert [each.code for each in problems] == ["S-004"]
    assert '"0xA0"' in problems[0].message


def test_a_few_bad_bytes_make_the_whole_a_guess() -> None:
    """Mixed encodings are read as Windows-1252 throughout, so that every byte comes back."""
    content = "Møte ".encode() + b"p\xe5 Hamar"
    transcript, _ = formats.read("a.txt", content)

    assert transcript is not None
    assert content == plain.encode("".join(transcript.lines), transcript.encoding)


@pytest.mark.parametrize("name", ["letter", "letter.TXT", "letter.md", "letter.text"])
def test_suffixes_that_are_read(name: str) -> None:
    """Plain text is read whatever the case of its suffix, and without one."""
    transcript, _ = formats.read(name, b"words")

    assert transcript is not None


@given(st.binary(max_size=200))
def test_any_bytes_give_a_transcript_or_one_problem(content: bytes) -> None:
    """A seed is read without loss or refused with one problem; nothing else happens."""
    transcript, problems = formats.read("a.txt", content)

    if transcript is None:
        assert len(problems) == 1
    else:
        assert content == plain.encode("".join(transcript.lines), transcript.encoding)
