"""Turns the bytes of a seed into a transcript, by the reader of its suffix; knows nothing of what the words mean.

`ALL` is the whole list of what can be read; a new medium is one module and one row.
"""

from collections.abc import Callable

from muniment.formats import plain
from muniment.model import Problem, Transcript
from muniment.problems import report

Reading = tuple[Transcript | None, tuple[Problem, ...]]

LARGEST_SEED = 1_000_000
"""Bytes; a larger seed is refused before it is decoded. About five hundred printed pages."""

LARGEST = {".html": 4_000_000, ".htm": 4_000_000, ".docx": 32_000_000, ".pdf": 32_000_000}
"""The same for media that hold pictures and markup beside their words."""

MOST_LINES = 12_000
"""Lines of a seed: its page of lines side by side has to be shown by a browser."""

LONGEST_WORD = 50_000
"""Characters without a blank; what is longer is no text."""

MOST_UNSEEN = 20_000
"""Control and zero-width characters."""

MOST_MARKS = 200_000
"""Stars, underscores, brackets and backticks, each of which Markdown has to look at more than once."""

_UNSEEN = (*map(chr, (*range(1, 9), *range(14, 32), *range(127, 160))), *"\u200b\u200c\u200d\u2060\ufeff")


def _html(name: str, content: bytes) -> Reading:
    from muniment.formats import html  # these are slow to load, and most archives have no such seeds

    return html.read(name, content)


def _docx(name: str, content: bytes) -> Reading:
    from muniment.formats import docx

    return docx.read(name, content)


def _pdf(name: str, content: bytes) -> Reading:
    from muniment.formats import pdf

    return pdf.read(name, content)


ALL: dict[str, Callable[[str, bytes], Reading]] = {
    "": plain.read,
    ".txt": plain.read,
    ".text": plain.read,
    ".md": plain.read,
    ".html": _html,
    ".htm": _html,
    ".docx": _docx,
    ".pdf": _pdf,
}


def read(name: str, content: bytes) -> Reading:
    """Read one seed; give its transcript, or none and the one problem that says why."""
    suffix = suffix_of(name)
    if suffix not in ALL:
        known = ", ".join(sorted(known for known in ALL if known))
        return None, (report("S-006", f"seeds/{name}", suffix=suffix, known=known),)
    most = LARGEST.get(suffix, LARGEST_SEED)
    if len(content) > most:
        return None, (report("S-005", f"seeds/{name}", size=len(content), most=most),)
    transcript, problems = ALL[suffix](name, content)
    if transcript is not None and len(transcript.lines) > MOST_LINES:
        return None, (report("S-095", f"seeds/{name}", count=len(transcript.lines), most=MOST_LINES),)
    if transcript is not None and (what := _no_text("".join(transcript.lines))):
        return None, (report("S-096", f"seeds/{name}", what=what),)
    return transcript, problems


def suffix_of(name: str) -> str:
    """Give the suffix of a file's name, its dot included, in lower case; empty if it has none."""
    stem, dot, ending = name.rpartition(".")
    return dot + ending.lower() if stem else ""


def _no_text(text: str) -> str:
    """Say what a large file holds that no text has; nothing if it may be a text."""
    if len(text) <= MOST_UNSEEN:
        return ""
    if max(map(len, text.split())) > LONGEST_WORD:
        return f"a word of more than {LONGEST_WORD} characters"
    if sum(map(text.count, _UNSEEN)) > MOST_UNSEEN:
        return f"more than {MOST_UNSEEN} control or zero-width characters"
    if sum(map(text.count, "*_[]<>`")) > MOST_MARKS:
        return f"more than {MOST_MARKS} stars, underscores and brackets"
    return ""
