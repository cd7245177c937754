"""Turns the bytes of a plain text into lines that encode back to the same bytes; knows nothing of markup.

UTF-8 with or without a mark, UTF-16 only with its mark, else Windows-1252, which is a guess and therefore reported.
"""

import codecs
import hashlib
import re

from muniment.model import Problem, Transcript
from muniment.problems import report

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte-order marks and the encoding each announces."""

_CR_LINES = re.compile(r"[^\r]*\r|[^\r]+")
_LF_LINES = re.compile(r"[^\n]*\n|[^\n]+")


def read(name: str, content: bytes) -> tuple[Transcript | None, tuple[Problem, ...]]:
    """Decode a plain text; refuse what is empty, holds NUL or cannot be decoded, naming the line."""
    path = f"seeds/{name}"
    encoding = encoding_of(content)
    try:
        text = decode(content, encoding)
    except UnicodeDecodeError as error:
        code = "S-003" if encoding == "windows-1252" else "S-007"
        byte = content[error.start + mark_length(encoding)]
        return None, (report(code, path, _line_of_byte(content, error.start, encoding), byte=f"0x{byte:02X}"),)
    if "\x00" in text:
        return None, (report("S-002", path, text.count("\n", 0, text.index("\x00")) + 1),)
    if not text.strip():
        return None, (report("S-001", path),)
    assert encode(text, encoding) == content, "decoding lost something"  # noqa: S101 - the promise itself
    problems = (guessed(path, content),) if encoding == "windows-1252" else ()
    return _transcript(name, content, text, encoding), problems


def encoding_of(content: bytes) -> str:
    """Tell the encoding: by its mark, else UTF-8 if the bytes are UTF-8, else Windows-1252."""
    for mark, encoding in MARKS:
        if content.startswith(mark) and (encoding != "utf-8-sig" or _is_utf8(content)):
            return encoding
    return "utf-8" if _is_utf8(content) else "windows-1252"


def decode(content: bytes, encoding: str) -> str:
    """Give the text behind the mark; raise `UnicodeDecodeError` rather than lose a byte."""
    return content[mark_length(encoding) :].decode("utf-8" if encoding == "utf-8-sig" else encoding)


def encode(text: str, encoding: str) -> bytes:
    """Give the seed's bytes back, mark included."""
    mark = next((mark for mark, marked in MARKS if marked == encoding), b"")
    return mark + text.encode("utf-8" if encoding == "utf-8-sig" else encoding)


def mark_length(encoding: str) -> int:
    """Give the length in bytes of the mark that announces the encoding."""
    return next((len(mark) for mark, marked in MARKS if marked == encoding), 0)


def split_lines(text: str) -> tuple[str, ...]:
    """Split after LF, terminators kept; only a text without any LF is split after CR."""
    return tuple((_LF_LINES if "\n" in text else _CR_LINES).findall(text))


def _transcript(name: str, content: bytes, text: str, encoding: str) -> Transcript:
    return Transcript(
        name=name,
        sha256=hashlib.sha256(content).hexdigest(),
        transcript_sha256=hashlib.sha256(text.encode()).hexdigest(),
        encoding=encoding,
        is_exact=True,
        lines=split_lines(text),
    )


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def guessed(path: str, content: bytes) -> Problem:
    """Report the guess at the first byte that is not UTF-8, with the word it stands in."""
    try:
        content.decode("utf-8")
    except UnicodeDecodeError as error:
        start = max(content.rfind(space, 0, error.start) for space in (b" ", b"\n", b"\r", b"\t")) + 1
        words = content[start : error.start + 24].decode("windows-1252", "replace").split()
        word = words[0] if words else f"0x{content[error.start]:02X}"  # a space without a break is no word
        return report("S-004", path, content.count(b"\n", 0, error.start) + 1, word=word)
    raise AssertionError("only bytes that are not UTF-8 are guessed")  # pragma: no cover - see encoding_of


def _line_of_byte(content: bytes, start: int, encoding: str) -> int:
    behind = content[mark_length(encoding) :][:start]
    if encoding.startswith("utf-16"):
        return behind.decode(encoding, "replace").count("\n") + 1
    return behind.count(b"\n") + 1
