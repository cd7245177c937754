"""The text of a catalogue of gettext (`.po`) → its entries, each with its line, or every fault of its form.

Stricter than gettext's own tools, which pass over an unclosed line: here nothing that a person wrote is lost in
silence. Knows nothing of what is translated.
"""

import re
from collections.abc import Iterable
from dataclasses import field
from itertools import accumulate

from muniment.frozen import dataclass

_LINE = re.compile(r'(?:(msgctxt|msgid_plural|msgid|msgstr(?:\[([0-9])\])?)[ \t]+)?"((?:[^"\\]|\\.)*)"')
_ESCAPE = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_FOLLOWS = {
    "msgctxt": ("",),
    "msgid": ("", "msgctxt"),
    "msgid_plural": ("msgid",),
    "msgstr": ("msgid",),
    "msgstr0": ("msgid_plural",),
    **{f"msgstr{number}": (f"msgstr{number - 1}",) for number in range(1, 10)},
}
"""Keyword, `msgstr` with its number behind it → what may stand before it in an entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a catalogue."""

    line: int
    """1-based line of its context, else of its message."""
    context: str | None
    """`msgctxt`; none where an entry has none."""
    message: str
    """`msgid`."""
    plural: str
    """`msgid_plural`; empty for what is not counted."""
    forms: tuple[str, ...]
    """What it is translated to: one, or one for each plural."""
    is_fuzzy: bool
    """Whether a person has yet to confirm it: it does not count."""
    comments: tuple[str, ...] = ()
    """Lines of comments that stand over it, as written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A line that is no line of a catalogue, or stands where it cannot."""

    line: int
    reason: str


@dataclass(slots=True, kw_only=True)
class _Open:
    """An entry while it is read."""

    line: int = 0
    words: dict[str, list[str]] = field(default_factory=dict)
    """Pieces by keyword, `msgstr` with its number behind it."""
    into: str = ""
    """The keyword read last, with its number."""
    comments: list[str] = field(default_factory=list)

    @property
    def is_fuzzy(self) -> bool:
        """Say whether a flag over the entry says so."""
        flags = [line[2:].replace(",", " ").split() for line in self.comments if line.startswith("#,")]
        return any("fuzzy" in each for each in flags)


def read(text: str) -> tuple[tuple[Entry, ...], tuple[Fault, ...]]:
    """Read a catalogue, obsolete entries left out; the header is the entry whose message is empty."""
    entries: list[Entry] = []
    faults: list[Fault] = []
    opened = _Open()
    for number, raw in enumerate(text.split("\n"), start=1):
        line = raw.strip()
        if not line or line.startswith("#"):
            opened = _closed(opened, entries, faults) if opened.into.startswith("msgstr") or not line else opened
            opened.comments += [line] if line and not line.startswith("#~") else []
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            faults.append(Fault(line=number, reason=_misread(line)))
            continue
        opened = _taken(opened, found, number, (entries, faults))
    _closed(opened, entries, faults)
    return tuple(entries), _firsts(faults, text)


def header(entries: Iterable[Entry]) -> dict[str, str]:
    """Give the fields of the header by their names in small letters."""
    lines = next((each.forms[0] for each in entries if each.message == "" and each.context is None), "").split("\n")
    return {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines) if value}


def _taken(opened: _Open, found: re.Match[str], number: int, into: tuple[list[Entry], list[Fault]]) -> _Open:
    """Add a line to the entry that is being read, or begin the next with it."""
    keyword, quoted, faults = f"{found[1] or ''}".partition("[")[0] + (found[2] or ""), found[3], into[1]
    if keyword in ("msgctxt", "msgid") and opened.into.startswith("msgstr"):
        opened = _closed(opened, *into)
    if keyword:
        if opened.into not in _FOLLOWS[keyword]:
            faults.append(Fault(line=number, reason=f"{found[1]} cannot stand here"))
        opened.line = opened.line or number
        opened.into, opened.words[keyword] = keyword, []
    if not opened.into:
        faults.append(Fault(line=number, reason="no msgid or msgstr stands before these words"))
        return opened
    unknown = [sign for sign in _ESCAPE.findall(quoted) if sign not in _MEANT]
    if unknown:
        faults.append(Fault(line=number, reason=f"\\{unknown[0]} is no escape; a backslash is written \\\\"))
    opened.words[opened.into].append(_ESCAPE.sub(lambda escape: _MEANT.get(escape[1], escape[1]), quoted))
    return opened


def _closed(opened: _Open, entries: list[Entry], faults: list[Fault]) -> _Open:
    """End an entry: what is begun must be whole."""
    if not opened.words:
        return _Open(comments=opened.comments)
    words = {name: "".join(pieces) for name, pieces in opened.words.items()}
    forms = tuple(words[name] for name in sorted(words) if name.startswith("msgstr"))
    if "msgid" not in words or not forms:
        faults.append(Fault(line=opened.line, reason=f"the entry has no {'msgstr' if 'msgid' in words else 'msgid'}"))
        return _Open()
    entry = Entry(
        line=opened.line,
        context=words.get("msgctxt"),
        message=words["msgid"],
        plural=words.get("msgid_plural", ""),
        forms=forms,
        is_fuzzy=opened.is_fuzzy,
        comments=tuple(opened.comments),
    )
    entries.append(entry)
    return _Open()


def _firsts(faults: Iterable[Fault], text: str) -> tuple[Fault, ...]:
    """Keep the fault found first of each stretch without a blank line: those found later mostly follow from it."""
    lines = text.split("\n")
    stretches = list(accumulate(not line.strip() for line in lines))
    first: dict[int, Fault] = {}
    for fault in faults:
        first.setdefault(stretches[fault.line - 1], fault)
    return tuple(sorted(first.values(), key=lambda each: each.line))


def _misread(line: str) -> str:
    """Say what is wrong with a line that is none of a catalogue."""
    if not line.startswith(("msg", '"')):
        return "a line is a comment (#), a keyword such as msgstr with words in quotation marks, or such words alone"
    if '"' not in line:
        return "the words are not in quotation marks"
    return 'a quotation mark is missing, or one inside the words has no backslash before it: \\"'
