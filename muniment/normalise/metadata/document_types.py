"""Tells the kind of document that a line names: at its beginning, alone, or anywhere in it.

Knows nothing of where on a page they stand.
"""

import re
from functools import lru_cache

from muniment.normalise.metadata import deeds, type_names
from muniment.normalise.metadata.labels import REMEMBERED

LONGEST_TITLE = 400
"""Characters of the longest line that is looked at as a title."""
_OF_EDITION = re.compile(
    r"^\d{1,4}\. (?=(?:Circular )?(?:Telegram|Letter|Memorandum|Despatch|Airgram|Note|Message|Cable|Minutes)"
    r"(?: \d[\w-]*)? (?:From|To|from|to|of|by) )"
)
"""The number that an edition of documents prints before the name of each; below, the initials of its body."""
_OF_BODY = re.compile(r"^[A-Z]{2,8} (?=(?:Statement|Declaration|Communiqué|Remarks|Position Paper)\b)")
_FILED = re.compile(r"[\w.][\w.–-]*(?: [\w.()–-]+){0,4}/[\w.–-]+ ?: ?(?:(?:Circular )?Telegram|Airgram|Despatch)")
"""How editions of documents print the file of a telegram over it: "500.A15A4/747: Telegram"."""
_ARTICLES = "the|die|der|das|la|le|les|el|los|las|il|de|het"
_OPENING = tuple(
    (kind, re.compile(rf"(?:(?:{_ARTICLES}) )?(?:{pattern})", re.IGNORECASE)) for kind, pattern in type_names.OPENING
)
_ALONE = tuple(
    (
        kind,
        re.compile(
            rf"^(?:{pattern})\b[\s.:’']*(?:(?:no|nr|n)?[°º]?\.? ?\d[\w/.-]{{0,24}}"
            rf"|[\dA-Z]{{1,6}}[-/][\w/.-]{{1,20}}|\d{{1,5}})?$",
            re.IGNORECASE,
        ),
    )
    for kind, pattern in type_names.ALONE
)


@lru_cache(maxsize=REMEMBERED)
def opening(text: str) -> str | None:
    """Give the kind whose name a line begins with; None if it begins with none."""
    if text[:1].isdigit() and not _OF_EDITION.match(text):
        return None
    shown = _OF_EDITION.sub("", _OF_BODY.sub("", text[:96]))[:90]
    for kind, pattern in _OPENING:
        if pattern.match(shown):
            return kind
    return None


@lru_cache(maxsize=REMEMBERED)
def alone(text: str) -> str | None:
    """Give the kind that a whole line names, a number aside ("Press release No. 12"); None if it names more."""
    if len(text) > 60:
        return None
    bare = text.strip(" *_[]()|–-")
    if _FILED.fullmatch(bare):
        return "cable"
    for kind, pattern in _ALONE:
        if pattern.match(bare):
            return kind
    return None


@lru_cache(maxsize=REMEMBERED)
def inside(text: str) -> str | None:
    """Give the kind that a title holds anywhere in the way titles do ("Norwegian statement on …"); None if none."""
    if len(text) > LONGEST_TITLE:
        return None
    for kind, pattern in type_names.INSIDE:
        is_told = kind in {"statement", "declaration"} and deeds.tells_of_statement(text)
        if pattern.search(text) and not is_told and not (kind == "report" and deeds.tells(text)):
            return kind
    return None


_BEFORE_PLACE = re.compile(r"^(?P<type>[A-ZÀ-Þ][\w .-]{2,40}?),? (?P<place>[A-ZÀ-Þ]{3,}(?:[ -][A-ZÀ-Þ]{2,}){0,3})$")


@lru_cache(maxsize=REMEMBERED)
def before_place(text: str) -> tuple[str, str] | None:
    """Read the name of a type before a place in capitals ("Cablegram 59 MOSCOW"): (kind, place); None if not so."""
    match = _BEFORE_PLACE.match(text)
    if match is None or match["type"].isupper():
        return None
    kind = alone(match["type"])
    return (kind, match["place"]) if kind else None
