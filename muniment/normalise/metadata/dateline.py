"""Turns the opening of a paragraph such as "GENEVA, 3 May 1998 (Agency) – Delegates …" into a place and a day.

Refuses openings that only look so: a place must have a place's form, and a dash, colon or stop must follow.
"""

import re

from muniment.dates import Wording
from muniment.frozen import dataclass
from muniment.normalise.metadata import shapes
from muniment.normalise.metadata.head import found_in

_WINDOW = 200
_FURTHEST = 90
_ARTICLE = re.compile(r"[\s,]+(?:on|the|le|el|den|am|il|a)$", re.IGNORECASE)
_ENDS = re.compile(r"[\s)]*(?:\([^()]{1,60}\)\s*)?(?:[-–—]{1,3}|―|:|//|/\w{2,12}/)\s*\S")
_STOPS = re.compile(r"\)?\.\s+[A-ZÀ-Þ“\"«]")
_PLACE_BEHIND = re.compile(
    r"(?:,? (?:in|at|à|en|i) |, )(?P<place>[A-ZÀ-Þ][\w’'.-]*(?:,? [A-ZÀ-Þ][\w’'.-]*){0,3}?) ?(?:[–—―]|--| - |: )\s*\S"
)
"""The place behind the day: "17 September 2007, Montreal — Delegates …"."""
_BRACKETED = re.compile(r"\)\s+[A-ZÀ-Þ“\"«]")
_UNDATED = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][\w’'.-]*(?:,? [A-ZÀ-Þ][\w’'.-]*){0,4})\s*(?P<agency>\([^()]{2,40}\))?\s*(?:[–—―]|--| - )\s*\S"
)
_AGENCY = re.compile(
    r"^(?:Reuters|AFP|AP|NTB|UPI|DPA|IRIN|Xinhua|EFE|TASS|ANSA|IPS|PRESS|NEWS|UPDATE|URGENT|Press|News|Update)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Place and day at the opening of a text."""

    place: str
    """As printed; empty if only the day is."""
    wording: Wording | None
    """The day; None if only the place is printed."""


def read(text: str) -> Dateline | None:
    """Read the dateline that opens a paragraph; None if there is none."""
    opening = text[:_WINDOW]
    for wording in found_in(opening)[:2]:
        if wording.relative or wording.start > _FURTHEST:
            continue
        before, after = opening[: wording.start], opening[wording.end :]
        if before.strip() == "(" and _BRACKETED.match(after):
            return Dateline(place="", wording=wording)
        place = _ARTICLE.sub("", before.strip(" ,(:;–—-")).strip(" ,")
        behind = _PLACE_BEHIND.match(after) if not before.strip() else None
        if behind and _is_place(behind["place"]):
            return Dateline(place=behind["place"], wording=wording)
        if place and not _is_place(place):
            continue
        if _ENDS.match(after) or (place and _STOPS.match(after)):
            return Dateline(place=place, wording=wording)
    return _undated(opening)


def _undated(opening: str) -> Dateline | None:
    match = _UNDATED.match(opening)
    if match is None or not _is_place(match["place"]) or match["place"].count(" ") > 3:
        return None
    if not match["agency"] and not match["place"].split(",")[0].isupper():
        return None
    return Dateline(place=match["place"], wording=None)


def _is_place(words: str) -> bool:
    return shapes.is_place(words) and not _AGENCY.match(words)
