"""Turns the opening of a paragraph such as "GENEVA, 3 May 1998 (Agency) – Delegates …" into a place and a day.

Refuses openings that only look so: a place must have a place's form, and a dash, colon or stop must follow.
"""

import re

from muniment.dates import Wording
from muniment.frozen import dataclass
from muniment.normalise.metadata import shapes
from muniment.normalise.metadata.head import found_in

_VENUE = re.compile(
    r"(?:the |le |la |l[’']|el )?(?:[\w’'-]+ ){0,2}(?:palais|palace|palacio|headquarters|hall|room|hotel|hôtel|centre"
    r"|center|university|université|building|house|church|rådhus\w*|rathaus|siège|sede|salle|museum|library|castle|auditorium)\b",
    re.IGNORECASE,
)
_WINDOW = 200
_FURTHEST = 90
_ARTICLE = re.compile(r"[\s,]+(?:on|the|le|el|den|am|il|a)$", re.IGNORECASE)
_ENDS = re.compile(r"[\s)*_]*(?:\.(?=[–—-]))?(?:\([^()]{1,60}\)\s*)?(?:[-–—]{1,3}|―|:|//|/[A-Z][\w. -]{1,40}/)\s*\S")
_STOPS = re.compile(r"\)?\.\s+[A-ZÀ-Þ“\"«]")
_PLACE_BEHIND = re.compile(
    r"(?:,? (?:in|at|à|en|i) |, | ?[-–—] )(?P<place>[A-ZÀ-Þ][\w’'.-]*(?:,? [A-ZÀ-Þ][\w’'.-]*){0,3}?)"
    r" ?(?:[–—―]|--| - |: )\s*\S"
)
"""The place behind the day: "17 September 2007, Montreal — Delegates …"."""
_LETTERS = 4
"""Letters of the longest name of an agency that is only its initials."""
_VOWELS = "AEIOUYÀÁÂÃÄÅÆÈÉÊËÌÍÎÏÒÓÔÖØÙÚÛÜ"
_BY_AGENCY = re.compile(r" ?\((?:[A-Z]{2,5}(?:/[A-Z]{2,5})?|Reuters|Xinhua|[Rr]eporter [^()]{3,40})\) [A-ZÀ-Þ“\"«]")
"""The agency that alone ends a dateline: "Leeds, May 1 (IANS) The mill …"."""
_ISSUER = re.compile(r"^(?:[A-Z]\w+ ){1,3}Agency, (?=[A-Z])")
"""The agency before the place: "Mill News Agency, Leeds, May 1"."""
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
    end: int
    """Where the text begins behind it."""


def read(text: str) -> Dateline | None:
    """Read the dateline that opens a paragraph; None if there is none."""
    opening = text[:_WINDOW]
    for wording in found_in(opening)[:2]:
        if wording.relative or wording.start > _FURTHEST:
            continue
        before, after = opening[: wording.start], opening[wording.end :]
        if before.lstrip().startswith("(") and (closed := _BRACKETED.match(after)):
            place = before.strip(" (,")
            is_line = not place or _is_place(place)
            return Dateline(place=place, wording=wording, end=wording.end + closed.end() - 1) if is_line else None
        place = _ARTICLE.sub("", _ISSUER.sub("", before.strip(" ,(:;–—-*_"))).strip(" ,")
        behind = _PLACE_BEHIND.match(after) if not before.strip() else None
        if behind and _is_place(behind["place"]):
            return Dateline(place=behind["place"], wording=wording, end=wording.end + behind.end() - 1)
        if place and not _is_place(place):
            continue
        ends = _ENDS.match(after) or (_STOPS.match(after) or _BY_AGENCY.match(after) if place else None)
        if ends:
            return Dateline(place=place, wording=wording, end=wording.end + ends.end() - 1)
    return _undated(opening)


def _undated(opening: str) -> Dateline | None:
    match = _UNDATED.match(opening)
    if match is None or not _is_place(match["place"]) or match["place"].count(" ") > 3:
        return None
    if not match["agency"] and not _is_shouted_city(match["place"].split(",")[0]):
        return None
    return Dateline(place=match["place"], wording=None, end=match.end() - 1)


def _is_shouted_city(place: str) -> bool:
    """Tell whether capitals before a dash are a city's name, and no agency's letters ("VNA", "BNS")."""
    return place.isupper() and (len(place) > _LETTERS or any(char in _VOWELS for char in place[1:]))


def _is_place(words: str) -> bool:
    """Tell whether words are a place, or several with strokes between: "New York / Geneva"."""
    return all(shapes.is_place(place.strip()) for place in words.split("/")) and not _AGENCY.match(words)


def is_venue(text: str) -> bool:
    """Tell whether a line is the name of a hall, palace or hotel: capitals throughout, and one of their nouns."""
    return bool(_VENUE.match(text)) and shapes.is_capitalised(text)


def venue(rest: str) -> str:
    """Give the place of "Quito, Palace of the Council, 3 May 2001", whose day is off; empty where it is none."""
    place, *others = (part.strip() for part in rest.split(","))
    is_venue = 1 <= len(others) <= 2 and all(_VENUE.match(each) for each in others if each)
    return place if is_venue and shapes.is_place(place) and place.count(" ") <= 2 else ""
