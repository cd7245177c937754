"""Turns a web page, whole or a fragment, into a transcript: every word a reader saw, line by line.

lxml reads the markup (libxml2's tokenizer is HTML's own since 2.14) and calls `elements.Reader`; no tree is built, so
that the depth and the size of a page cost no more than its length. It refuses to run, load or follow anything, and to
tell the document from the site's furniture: both stay, the furniture is marked.
"""

import re
from dataclasses import replace

from muniment.formats import extracted
from muniment.formats.html import charset
from muniment.formats.html.elements import PART_END, Reader, TooMuch
from muniment.formats.html.head import head_lines
from muniment.formats.sheet import Sheet
from muniment.model import Marked, Problem, Transcript
from muniment.problems import report

_OLDEST = (2, 14)
"""Of libxml2: earlier ones read HTML by rules of their own and lose words."""
_END = re.compile(
    r"(?=</(?:p|div|h[1-6]|pre|section|article|ul|ol|dl|blockquote|address|center|form|main|nav|aside|header|footer"
    r"|figure|fieldset)[ \t\n\f/>])",
    re.IGNORECASE,
)
"""Where a part ends. Where that part is not open any more, as a paragraph behind a list, browsers begin a new line all
the same, and the parser tells nothing."""
_STRAY_BREAK = re.compile(r"</br(?=[ \t\n\f/>])", re.IGNORECASE)
_NO_FRAMES = re.compile(r"<(/?)noframes(?=[ \t\n\f/>])", re.IGNORECASE)
_SHOWN = "title of the window"
"""What the page's title is called where the page shows the same words again."""
_CHUNK = 16_384
"""Characters; what the reader refuses ends the parsing behind the chunk it stands in."""


def read(name: str, content: bytes) -> tuple[Transcript | None, tuple[Problem, ...]]:
    """Read a page; refuse what cannot be decoded, holds NUL or no words, or is nested deeper than any page."""
    path = f"seeds/{name}"
    text, encoding, problems = charset.decode(path, content)
    if not encoding:
        return None, problems
    try:
        reader = _read(text)
    except TooMuch as limit:
        return None, (report("S-103", path, what=str(limit)),)
    if reader is None:
        return None, (report("S-100", path, suffix=".html", what="lxml 6", how="pip install --upgrade lxml"),)
    lines, marked = _lines(reader)
    if not any(line.strip() for line in reader.sheet.lines):
        return None, (report("S-102", path),)
    return replace(extracted.transcript(name, content, lines, marked), encoding=encoding), problems


def _read(text: str) -> Reader | None:
    """Read the markup; none where the installed parser is too old."""
    from lxml import etree  # lxml takes 20 ms to load; only archives with web pages pay for it

    if etree.LIBXML_VERSION < _OLDEST:
        return None
    text = _NO_FRAMES.sub(r"<\1div", text)
    text = _STRAY_BREAK.sub("<br", text)
    text = _END.sub(f"<{PART_END}></{PART_END}>", text)
    reader = Reader()
    if not text.strip():
        return reader
    parser = etree.HTMLParser(target=reader, encoding="utf-8", huge_tree=True)
    for start in range(0, len(text), _CHUNK):
        parser.feed(text[start : start + _CHUNK].encode())
    parser.close()
    return reader


def _lines(reader: Reader) -> tuple[list[str], list[Marked]]:
    """Put the page's title and the fields of its head before its words."""
    whole = Sheet()
    if reader.title:
        whole.write(reader.title)
        whole.end_line()
        if any(line.lstrip("# ") == reader.title for line in reader.sheet.lines):
            whole.mark(0, "page-head", _SHOWN)
    first = len(whole.lines)
    for field, line in head_lines(reader.fields):
        whole.write(line)
        whole.end_line()
        whole.marked.append(Marked(lines=(len(whole.lines), len(whole.lines)), role="page-head", value=field))
    if len(whole.lines) > first or first:
        whole.part()
    whole.append(reader.sheet)
    return whole.lines, whole.marked
