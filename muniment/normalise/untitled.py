"""Turns a text without a title into what stands for one: its first words, as a catalogue cites an untitled document.

Knows nothing of metadata; refuses what says nothing of the text: who is addressed, a day, a place, a page's labels.
"""

import re
from collections.abc import Iterator

from muniment.normalise import marks
from muniment.normalise.metadata import columns, dateline, head, kind_forms, labels, notes, shapes, site_words
from muniment.normalise.working import Working

SILENT = {"blank", "lifted", "omitted", "rule"}
"""Kinds of pieces that hold no running text."""
_WORDS = 8
"""Words that are cited."""
_WORDS_OF_DATELINE = 16
_LONGEST = 200
"""Characters."""
_FRAME = 120
"""Characters of the longest line over a text that only addresses, dates or labels it."""
_CALL = 4
"""Blanks from which a line in small letters that a comma ends is more than the end of a call: "dear friends,"."""
_REACH = 600
_LONGEST_LINE = 70
"""Words of the longest title that stands over a text."""
_LOOKED_AT = 40
"""Words of it among which a sentence has its verb."""
_STOPS = (".", "!", "?", ":", ";", ",", "…", "...", "”", '"')
_COLUMNS = 3
"""Gaps from which on a line is taken for a table."""
_LONGEST_HEADING = 24
"""Words."""
_ANNOUNCES = re.compile(
    r"\b(?:speech|statement|remarks|address|letter|message|text)\b.{0,60}\b(?:below|follows|reads)\W*$", re.IGNORECASE
)
"""How a line ends that only says that the text follows."""
_TIME = re.compile(r",? \d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?(?:\s[-–—:|])?\s")
_BARE = re.compile(r" (?=(?:The|In|At|La|Le|Les|El|Los|Las|En|Die|Der|Das|Den|Det) [^\W\d_])")
"""What follows a bare day that only stands before the first sentence."""
_HEARERS = 14
"""First pieces in which hearers are addressed one by one, each on a line of its own."""


def first_words(working: Working) -> str:
    """Give the heading of a table that is all the text has, else the first words of its text."""
    if heading := _over_table(working) or _whole_line(working):
        return marks.plain(heading)
    words = _behind_dateline(next(_told(working), []))
    if len(words) > _WORDS:
        return " ".join(words[:_WORDS])[:_LONGEST] + " …"
    return " ".join(words)[:_LONGEST].rstrip(" ,:;") or working.transcript.name


def line_of(working: Working, title: str) -> int:
    """Give the 1-based seed line of the passage whose first words the title is; 0 if it is the file's name."""
    called = title.removesuffix(" …")
    spoken = (piece for piece in working.pieces if piece.kind not in SILENT)
    return next((piece.lines[0] for piece in spoken if called in " ".join(_words(piece.text))), 0)


def _over_table(working: Working) -> str:
    """Give the heading of a table that lost its lines and kept the gaps between its columns; empty if it is none."""
    first = next((piece.text for piece in working.pieces if piece.kind not in SILENT), "")
    heading, *others = columns.split(first[:_REACH])
    return heading if len(others) >= _COLUMNS and 3 <= len(heading.split()) <= _LONGEST_HEADING else ""


def _whole_line(working: Working) -> str:
    """Give the line with which the text begins, if it stands by itself and is no sentence: a long title is not cut."""
    texts = _behind_address([piece.text for piece in working.pieces if piece.kind not in SILENT])
    told = [found.strip() for text in texts if (found := _unframed(text))]
    words = told[0].split() if len(told) > 1 and "\n" not in told[0] else []
    line = " ".join(words)
    is_title = _WORDS < len(words) <= _LONGEST_LINE and not line.endswith(_STOPS) and ". " not in line
    opened = line[:_FRAME]
    if not is_title or "|" in line or shapes.is_prose(" ".join(words[:_LOOKED_AT])):
        return ""
    return "" if dateline.read(opened) or labels.STAMPED.match(opened) else line


def _told(working: Working) -> Iterator[list[str]]:
    """Give the words of each piece that tells something, then of those that only address, date or label the text."""
    texts = _behind_address([piece.text for piece in working.pieces if piece.kind not in SILENT])
    whole = [found for text in texts if (found := _words(text))]
    yield from (found for text in texts if _is_lettered(found := _words(_unframed(text))))
    yield from [found for found in whole if _is_lettered(found)] or whole


def _behind_address(texts: list[str]) -> list[str]:
    """Leave out those who are addressed by name and office over the last greeting, when no sentence stands between."""
    greeted = 0
    for at, text in enumerate(texts[:_HEARERS]):
        if not shapes.is_salutation(text) and text.endswith((".", "!", "?", ":")):
            break
        if shapes.is_salutation(text) and "\n" not in text and text.endswith((",", ":", "!")):
            greeted = at
    return texts[greeted:] if texts and shapes.is_salutation(texts[0]) else texts


def _is_lettered(words: list[str]) -> bool:
    return any(char.isalpha() for word in words for char in word)


def _unframed(text: str) -> str:
    """Leave out the lines with which a text begins before it tells anything."""
    lines = [line for line in text.split("\n") if line.strip()]
    first = next(
        (at for at, line in enumerate(lines) if not _is_frame(" ".join(marks.plain(line).split()))), len(lines)
    )
    return "\n".join(lines[first:])


def _is_frame(line: str) -> bool:
    """Tell whether a line addresses hearers, is a day, a remark in brackets, or one of a page's own words."""
    if len(line) > _FRAME:
        return False
    is_remark = line[:1] in "([" and line[-1:] in ")]"
    is_call = line[:1].islower() and line.endswith((",", ":", "!")) and line.count(" ") < _CALL
    rest = head.remainder(line, found) if (found := head.found_in(line)) else line
    is_day = bool(found) and (not any(map(str.isalpha, rest)) or shapes.is_place(rest))
    is_own_word = line.casefold().strip(" :") in site_words.NO_PLACE
    return (
        is_remark
        or is_call
        or bool(_ANNOUNCES.search(line) or kind_forms.CABLE.match(line))
        or is_day
        or is_own_word
        or bool(notes.NOTE.match(line))
        or shapes.is_salutation(line)
        or dateline.is_venue(line)
    )


def _words(text: str) -> list[str]:
    """Give the words of a piece, without the rules and marks of a table over its first one."""
    words = marks.plain(text).replace("\u00ad", "").split()
    first = next((at for at, word in enumerate(words) if any(map(str.isalnum, word))), 0)
    return words[first:]


def _behind_dateline(words: list[str]) -> list[str]:
    """Leave out the day a crawler put before a text, and the place, day and agency with which a story begins."""
    opening = " ".join(words[:_WORDS_OF_DATELINE])
    if stamped := labels.STAMPED.match(opening):
        return words[stamped.group().count(" ") + 1 :]
    first = next(iter(head.found_in(opening)), None)
    timed = (_TIME.match(opening, first.end) or _BARE.match(opening, first.end)) if first and not first.start else None
    found = dateline.read(opening)
    is_dated = found is not None and bool(found.wording or found.place.split(",")[0].isupper())
    end = timed.end() if timed else found.end if found and is_dated else 0
    return words[opening[:end].count(" ") :]
