"""Finds the days that a text gives for itself: when the meeting it records was held, whose report it is and when.

Refuses days of which the text only speaks; knows nothing of heads, labels and stamps.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from muniment.dates import Wording
from muniment.normalise.metadata import labels
from muniment.normalise.metadata.head import found_in
from muniment.normalise.metadata.view import Line, View

RECORDS = {"chairs-summary", "minutes", "report"}
"""Kinds that record a meeting, which their first sentences date."""
_WINDOW = 700
"""Characters of an opening in which a meeting is dated."""
_HELD = re.compile(
    r"\b(?:held|took place|convened|convoked|met|assembled|gathered|hosted|opened|tenue?|réunie?s?|a eu lieu"
    r"|celebrada"
    r"|se celebró|reunió|avholdt|holdt|fand|statt|tagte)\b",
    re.IGNORECASE,
)
_DELIVERED = re.compile(
    r"\b(?:held|delivered|gave|made|presented|issued|released) (?:this|the following) (?:[\w-]{1,20} ){0,3}"
    r"(?:address|speech|statement|lecture|remarks|presentation|talk)\b"
    r"|\b(?:this|the following) (?:[\w-]{1,20} ){0,3}(?:address|speech|statement|lecture|talk) was "
    r"(?:held|delivered|given|made|presented)\b",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:having met|meeting|met|gathered|assembled|convened|réunis?|réunies?|reunid[oa]s|samlet|versammelt)"
    r" (?:here )?(?:in|at|à|en|i|zu|on|from|les?|los)\b",
    re.IGNORECASE,
)
"""How those who declare say where and when they met."""
_BETWEEN = 110
"""Characters between the verb and the day."""
_PREVIOUS = re.compile(
    r"\b(?:previous|last|earlier|preceding|next|following|forthcoming|since|adopted)\b", re.IGNORECASE
)
_WHERE_SIGNED = re.compile(r"\w \((?:[A-ZÀ-Þ][\w’'-]+,? ){1,4}$")
"""Where a convention was signed, before its year: "on Wetlands (Ramsar, Iran, 1971)"."""
_CREDIT = re.compile(
    r"^[(\[]?(?:source|sources|quelle|fuente|kilde)\s?:|\b(?:reuters|xinhua|afp|ap|associated press|upi|efe|dpa|ntb"
    r"|ansa|tass|interfax|itar-tass|ips|irin|allafrica|bbc|cnn|voa"
    r"|news agency|agence|agencia|nachrichtenagentur|reports for"
    r"|the guardian|the times|new york times|washington post|times|post|herald|tribune|gazette|daily|press)\b",
    re.IGNORECASE,
)
_LONGEST_CREDIT = 140
_LAST_LINES = 4


def held(view: View, kind: str) -> tuple[Line, Wording] | None:
    """Give the day on which the first sentences say that the meeting was held whose record this is.

    Several meetings held on several days, as a list of minutes to approve names them, give none.
    """
    if kind == "declaration":
        return _met(view)
    if kind not in RECORDS:
        return None
    found: list[tuple[Line, Wording]] = []
    for line in view.body_lines[:3]:
        text = line.text[:_WINDOW]
        for match in _HELD.finditer(text):
            if _PREVIOUS.search(text[max(0, match.start() - 40) : match.start()]):
                continue
            found += [(line, one) for one in found_in(text) if _is_behind(one, match.end(), _BETWEEN)][:1]
    return found[0] if len({one.edtf for _, one in found}) == 1 else None


def _met(view: View) -> tuple[Line, Wording] | None:
    """Give the days or month in which those met who declare: "The lake towns, meeting in Leeds in May 2016, …"."""
    lines = [line for line in view.lines[: view.head + 3] if line.kind != "lifted"]
    for line, below in zip_longest(lines, lines[1:]):
        match = _MEETING.search(line.text[:_WINDOW])
        at = match.end() if match else 0
        near = [(line, one) for one in found_in(line.text[:_WINDOW]) if at <= one.start < at + _BETWEEN]
        if below is not None and not line.text.endswith((".", ";", ":")):
            left = _BETWEEN - len(line.text[at:])
            near += [(below, one) for one in found_in(below.text[:_WINDOW])[:1] if one.start < left]
        for where, one in near if match else ():
            if one.edtf[:4].isdigit() and len(one.edtf) > len("2016") and not one.qualifier:
                return where, one
    return None


def delivered(view: View) -> tuple[Line, Wording] | None:
    """Give the day on which the first sentences say that this speech was held; its year may stand in the head."""
    for line in view.lines[: view.head + 3]:
        match = _DELIVERED.search(line.text[:_WINDOW])
        for one in found_in(line.text[match.end() : match.end() + _BETWEEN]) if match else ():
            if match and one.order and not one.relative and not one.qualifier:
                return line, replace(one, start=one.start + match.end(), end=one.end + match.end())
    return None


def names_an_instrument(text: str, one: Wording) -> bool:
    """Tell whether a bare year belongs to the name of something: "the 1977 Protocols", "Convention (Leeds, 1977)"."""
    is_bare = len(one.text) == len("1977")
    if is_bare and _WHERE_SIGNED.search(text[: one.start]) and text[one.end :].startswith(")"):
        return True
    return is_bare and text[: one.start].lower().endswith("the ") and text[one.end : one.end + 2].strip().isupper()


def _is_behind(one: Wording, end: int, window: int) -> bool:
    is_full = bool(one.order) and "X" not in one.edtf
    return is_full and not one.relative and not one.qualifier and end <= one.start < end + window


def credited(view: View) -> Iterator[tuple[Line, Wording]]:
    """Give the day that ends one of the last lines, behind the name of the agency or paper whose story it is."""
    first = max(view.head, len(view.lines) - _LAST_LINES - (len(view.lines) - view.tail))
    for line in view.lines[first:]:
        text = line.text.rstrip(" .)]")
        if len(line.text) > _LONGEST_CREDIT or any(
            one.field in {"updated", "retrieved"} for one in labels.of_line(text)
        ):
            continue
        wordings = [one for one in found_in(text) if one.order and "X" not in one.edtf]
        if len(wordings) == 1 and wordings[0].end == len(text) and _CREDIT.search(text[: wordings[0].start]):
            yield line, wordings[0]
