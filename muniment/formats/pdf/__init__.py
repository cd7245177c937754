"""Turns a PDF into a transcript: the words of its pages, line by line, each page behind a form feed.

pypdf reads the file under limits of its own and ours (pages, objects, unpacked bytes, drawing operations), so that the
same file gives the same answer on every machine. It refuses files that need a password, that hold only pictures of
pages, and that are broken beyond reading; what the reader had to mend it tells.
"""

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from muniment.formats import extracted
from muniment.formats.pdf import actions
from muniment.formats.pdf.fields import filled_in
from muniment.formats.pdf.pages import Budget, TooMuch, has_pictures, words_of
from muniment.model import Problem, Transcript
from muniment.problems import report

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 300
MOST_OBJECTS = 60_000
LARGEST_STREAM = 20_000_000
"""Bytes of one unpacked stream."""
MOST_TOKENS = 400_000
"""Of one page."""
LARGEST_WHOLE = 120_000_000
"""Bytes of all unpacked streams together."""
_BEGINS = b"%PDF-"
_REACH = 1024
"""Bytes in which the mark of a PDF is looked for, as viewers do."""
_ADDRESS = re.compile(r"\b\d{6,}\b")
_LONGEST_WORDS = 160
_UNREADABLE = re.compile("[\ufffd\ue000-\uf8ff\x01-\x08\x0e-\x1f]|\\(cid:\\d+\\)")
_MOST_UNREADABLE = 0.02


class _Refused(Exception):  # noqa: N818 - it is no fault of ours
    """Raised with the problem that says why a file cannot be read."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def read(name: str, content: bytes) -> tuple[Transcript | None, tuple[Problem, ...]]:
    """Read a PDF; refuse it by one problem, or give its transcript and what is to be told about it."""
    path = f"seeds/{name}"
    if _BEGINS not in content[:_REACH]:
        return None, (report("S-106", path, suffix=".pdf", what="it does not begin as a PDF does"),)
    try:
        import pypdf
    except ImportError:
        how = "pip install 'pypdf>=7.1,<8' 'fonttools>=4.60'"
        return None, (report("S-100", path, suffix=".pdf", what="pypdf, the extra [pdf]", how=how),)
    limits = pypdf.Configuration(
        zlib_maximum_output_length=LARGEST_STREAM,
        lzw_maximum_output_length=LARGEST_STREAM,
        run_length_maximum_output_length=LARGEST_STREAM,
        array_based_stream_maximum_output_length=LARGEST_STREAM,
        stream_decoding_work_maximum_length=LARGEST_WHOLE,
        stream_parsing_work_maximum_count=MOST_TOKENS,
        xform_maximum_invocations_per_extraction=1_000,
    )
    try:
        with _listening() as heard, pypdf.apply_configuration(limits):
            reader = pypdf.PdfReader(BytesIO(content))
            pages = _pages(path, reader)
            does_something = actions.any_in(reader, MOST_OBJECTS)
    except _Refused as refusal:
        return None, (refusal.problem,)
    except TooMuch as limit:
        return None, (report("S-107", path, what=str(limit)),)
    except Exception as fault:
        what = f"{type(fault).__name__}: {_told(str(fault))}"
        return None, (report("S-106", path, suffix=".pdf", what=what),)
    if not any(line.strip() for _, lines, _ in pages for line in lines):
        return None, (report("S-105", path, count=len(pages)),)
    lines = [line for number, lines, _ in pages for line in _fed(number, lines)]
    transcript = replace(extracted.transcript(name, content, lines), has_actions=does_something)
    return transcript, tuple(_about(path, transcript, pages, heard))


_Page = tuple[int, list[str], bool]
"""(number from 1, lines, whether there are pictures)."""


def _pages(path: str, reader: "PdfReader") -> list[_Page]:
    """Take the words of every page."""
    if reader.is_encrypted:
        raise _Refused(report("S-104", path))
    count = len(reader.pages)
    if count > MOST_PAGES:
        raise TooMuch(f"{count} pages; at most {MOST_PAGES} are read")
    budget = Budget()
    pages = []
    for number, page in enumerate(reader.pages, 1):
        lines = [*words_of(page, budget), *filled_in(page, budget)]
        pages.append((number, lines, has_pictures(page)))
    return pages


def _fed(number: int, lines: list[str]) -> list[str]:
    """Put the form feed before a page; a page without words is a form feed alone."""
    if number == 1:
        return lines
    first, *rest = lines or [""]
    return [f"\f{first}", *rest]


def _about(path: str, transcript: Transcript, pages: list[_Page], heard: list[str]) -> Iterator[Problem]:
    """Tell what an editor has to know of a file that was read."""
    unread = [number for number, lines, is_pictured in pages if is_pictured and not any(map(str.strip, lines))]
    if unread:
        listed = ", ".join(map(str, unread[:20])) + (" …" if len(unread) > 20 else "")
        yield report("S-108", path, count=len(unread), pages=listed)
    text = "".join(transcript.lines)
    found = _UNREADABLE.findall(text)
    if len(found) > _MOST_UNREADABLE * len("".join(text.split())):
        line = next(number for number, each in enumerate(transcript.lines, 1) if _UNREADABLE.search(each))
        yield report("S-112", path, line, count=len(found))
    if transcript.has_actions:
        yield report("S-111", path)
    if heard:
        yield report("S-113", path, what=_told(heard[0]), count=len(heard))


def _told(message: str) -> str:
    """Shorten what a library says, and leave out numbers that differ from run to run."""
    return " ".join(_ADDRESS.sub("…", message).split())[:_LONGEST_WORDS].rstrip(" .")


class _Ear(logging.Handler):
    """Keeps what a library would say on the terminal."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.heard.setdefault(record.getMessage())


@contextmanager
def _listening() -> Iterator[list[str]]:
    """Hear what pypdf mends or leaves out: nothing of it may be lost in silence, or printed among our own words."""
    ear, logger, heard = _Ear(), logging.getLogger("pypdf"), list[str]()
    before = logger.propagate
    logger.addHandler(ear)
    logger.propagate = False
    try:
        yield heard
    finally:
        logger.removeHandler(ear)
        logger.propagate = before
        heard += ear.heard
