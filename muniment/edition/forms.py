"""The forms that single values of front matter must have, each a check that names the problem.

Knows nothing of files or of other fields: a check takes one text and gives the code and words of a problem, or nothing.
"""

import difflib
import re
from collections.abc import Callable, Iterable
from typing import Any

from muniment import dates
from muniment.problems import TABLE

Finding = tuple[str, dict[str, Any]]
"""A problem's code and the words for its blanks."""
Check = Callable[[str], Finding | None]

BASES = ("attested", "inferred", "supplied")
NOTE_KINDS = ("sic", "emendation", "lacuna", "omission", "comment")

_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,78}[a-z0-9])?\Z")
_LANGUAGE = re.compile(r"(?:[a-z]{2,3}|x)(?:-[A-Za-z0-9]{1,8}){0,6}\Z")
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")
_ANCHOR = re.compile(r"(?:[phm][1-9][0-9]{0,6}|fn[1-9][0-9]{0,6}|n[0-9a-z]+(?:-[0-9a-z]+){0,8})\Z")
_LINE = re.compile(r"[1-9][0-9]{0,8}\Z")
_LINES = re.compile(r"([1-9][0-9]{0,8})(?:-([1-9][0-9]{0,8}))?\Z")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def suggestion(word: str, known: Iterable[str]) -> str:
    """Give the nearest known word as a sentence, or all of them if none is near."""
    words = tuple(known)
    near = difflib.get_close_matches(word.lower(), words, 1, 0.6)
    return f'Did you mean "{near[0]}"?' if near else f"Known are: {', '.join(words)}."


def identifier(text: str) -> Finding | None:
    """Hold an id against the safe alphabet of addresses."""
    return None if _ID.match(text) else ("F-011", {"value": text})


def date(field: str) -> Check:
    """Make the check that a field's value is EDTF."""

    def check(text: str) -> Finding | None:
        try:
            dates.parse(text)
        except ValueError:
            return "F-012", {"field": field, "value": text, "suggestion": _meant(text)}
        return None

    return check


def _meant(text: str) -> str:
    """Read the words of a date as EDTF, and ask whether that was meant; else show the form."""
    found = dates.find(text[:200])
    if len(found) == 1 and "XXXX" not in found[0].edtf:
        readings = " or ".join(f'"{edtf}"' for edtf in dict.fromkeys((found[0].edtf, *found[0].alternatives)))
        return f"Did you mean {readings}?"
    return "Write 2007-02-23, or 2007-02-22/2007-02-23 for both days."


def day(field: str) -> Check:
    """Make the check that a field's value is one day: feeds and sitemaps print it."""
    is_date = date(field)

    def check(text: str) -> Finding | None:
        return is_date(text) or (None if _DAY.match(text) else ("F-013", {"field": field, "value": text}))

    return check


def language(text: str) -> Finding | None:
    """Hold a language against the shape of BCP 47."""
    return None if _LANGUAGE.match(text) else ("F-014", {"value": text})


def sha256(field: str) -> Check:
    """Make the check that a field's value is a sha256."""
    return lambda text: None if _SHA256.match(text) else ("F-015", {"field": field, "value": text})


def file_name(text: str) -> Finding | None:
    """Refuse a seed's name that leads out of its folder."""
    is_name = "/" not in text and "\\" not in text and text not in (".", "..") and text.isprintable()
    return None if is_name else ("F-016", {"value": text})


def publish_seed(text: str) -> Finding | None:
    """Hold `publish_seed` against its two forms."""
    is_reasoned = text.startswith("no:") and text[3:].strip() != ""
    return None if text == "yes" or is_reasoned else ("F-017", {"value": text})


def one_of(field: str, known: tuple[str, ...]) -> Check:
    """Make the check that a field's value is one of a few words."""

    def check(text: str) -> Finding | None:
        if text in known:
            return None
        return "F-018", {"field": field, "value": text, "suggestion": suggestion(text, known)}

    return check


def anchor(text: str) -> Finding | None:
    """Hold an anchor against the forms of anchors."""
    return None if _ANCHOR.match(text) else ("F-019", {"value": text})


def line(text: str) -> Finding | None:
    """Hold the number of a seed's line against its form."""
    return None if _LINE.match(text) else ("F-020", {"value": text})


def line_or_none(text: str) -> Finding | None:
    """Hold a line number against its form; 0 stands for no line of the seed."""
    return None if text == "0" else line(text)


def lines(text: str) -> Finding | None:
    """Hold `32-34` against its form: the first line is not behind the last."""
    match = _LINES.match(text)
    is_range = match is not None and int(match[1]) <= int(match[2] or match[1])
    return None if is_range else ("F-021", {"value": text})


def line_range(text: str) -> tuple[int, int]:
    """Give the first and last line of a text that `lines` accepts."""
    first, _, last = text.partition("-")
    return int(first), int(last or first)


def problem_code(text: str) -> Finding | None:
    """Hold an allowance's code against the table of problems."""
    return None if text in TABLE else ("F-018", {"field": "code", "value": text, "suggestion": _near_code(text)})


def _near_code(text: str) -> str:
    """Give the nearest code, without printing the whole table."""
    near = difflib.get_close_matches(text.upper(), tuple(TABLE), 1, 0.6)
    return f'Did you mean "{near[0]}"?' if near else "docs/problems.md lists the codes."
