"""Recognises letters and speeches by their forms: who is addressed, how it begins and closes, who says I or we.

Knows nothing of how much each is worth.
"""

import re
from collections.abc import Iterator

from muniment.normalise.metadata import date_stamps, labels, shapes
from muniment.normalise.metadata import kind_forms as forms
from muniment.normalise.metadata.kind_forms import Found
from muniment.normalise.metadata.seen import Seen
from muniment.normalise.metadata.view import Line

_INTRODUCES = re.compile(
    r"\b(?:said|says|stated|declared|added|commented|a déclaré|déclare|dijo|declaró|sagte|erklärte|sier|sa|sade)"
    r"(?: [\w.]+){0,6}:$"
)
_ISSUED = re.compile(
    r"\b[Tt]he following (?:joint |press )?statement (?:by .{3,60} )?(?:was|is being|has been) "
    r"(?:issued|released|made|delivered)\b"
)
_STORY = 3
"""Paragraphs over a letter's address that are a story of their own."""
_ADDRESS = 60
"""Characters of the longest line that only addresses the reader of a letter."""
_FURTHER = 10
"""Lines below the head in which hearers are still addressed: a summary, notes and links can stand between."""


def over_story(seen: Seen) -> Line | None:
    """Give the byline, or the day with its time, that stands over a text as over a story on a site."""
    for line, found in date_stamps.over(seen.view):
        if found.has_time or not found.is_bare:
            return line
    return next((head.line for head in seen.head if head.role == "byline"), None)


def transmits(seen: Seen) -> Found | None:
    """Recognise an official letter or note, and a statement that an office passes on, by how it begins."""
    for line in seen.view.body_lines[:3]:
        match = forms.TRANSMITS.match(line.text)
        if match:
            return "letter", line, match.group()[:80]
    for line in seen.view.lines[: seen.view.head + 2]:
        issued = _ISSUED.search(line.text[:160])
        if issued:
            return "statement", line, issued.group()
    return None


def dear(seen: Seen) -> Found | None:
    """Recognise a letter by its address and its close."""
    lines = seen.view.lines
    dear = next(
        (line for line in lines[:30] if forms.DEAR.match(line.text) and not forms.DEAR_CROWD.match(line.text)), None
    )
    if dear and _is_told_of(dear, seen):
        return None
    regards = next((line for line in lines[-15:] if forms.REGARDS.match(line.text)), None)
    subject = any(
        label.field in {"subject", "to", "from"} for line in lines[:15] for label in labels.of_line(line.text)
    )
    if dear and (regards or subject or len(dear.text) < 80):
        return "letter", dear, dear.text[:80]
    return ("letter", regards, regards.text[:80]) if regards and (subject or _addresses(lines)) else None


def _addresses(lines: tuple[Line, ...]) -> bool:
    """Tell whether somebody is addressed on a line of its own, as letters do, who is not a crowd of hearers."""
    return any(
        len(line.text) <= _ADDRESS
        and line.text.endswith((",", ":", "!"))
        and shapes.is_salutation(line.text)
        and not forms.GREETED.match(line.text)
        and not forms.DEAR_CROWD.match(line.text)
        for line in lines[:20]
    )


def _is_told_of(dear: Line, seen: Seen) -> bool:
    """Tell whether a story stands before the address of the letter that it quotes in full."""
    before = seen.view.lines[seen.view.head : seen.view.lines.index(dear)]
    told = sum(line.kind != "lifted" and shapes.is_prose(line.text) for line in before)
    return told >= _STORY and not any(head.kind == "letter" for head in seen.head)


def salutation(seen: Seen) -> Found | None:
    """Recognise what addresses its hearers."""
    opening = list(_before_prose(seen))
    addressed = next((line for line in opening if forms.ADDRESSED.match(line.text)), None)
    greeted = next((line for line in opening if forms.GREETED.match(line.text)), None)
    if addressed:
        speaks = any(forms.DELEGATION.search(line.text) for line in seen.view.body_lines[:8])
        return ("statement" if speaks or len(seen.view.body_lines) < 40 else "speech"), addressed, addressed.text[:80]
    return ("speech", greeted, greeted.text[:80]) if greeted else None


def _before_prose(seen: Seen) -> Iterator[Line]:
    """Give the lines of the head and those up to the second paragraph, in which hearers are addressed."""
    paragraphs = 0
    for index, line in enumerate(seen.view.lines[: seen.view.head + _FURTHER]):
        if line.kind == "lifted":
            continue
        yield line
        paragraphs += index >= seen.view.head and shapes.is_prose(line.text)
        if paragraphs == 2:
            return


def first_person(seen: Seen) -> Found | None:
    """Read a text whose paragraphs say I or we outside quotations: whoever is quoted in it, it is spoken."""
    told = [line for line in seen.view.body_lines[:14] if len(line.text) > 60]
    spoken = [(line, match) for line in told if (match := forms.FIRST_PERSON.search(forms.QUOTED.sub("", line.text)))]
    if over_story(seen) or _is_quoted(told, spoken) or len(spoken) < 3 or len(spoken) * 5 < len(told) * 3:
        return None
    line, match = spoken[0]
    return "speech", line, match.group()


def _is_quoted(told: list[Line], spoken: list[tuple[Line, re.Match[str]]]) -> bool:
    """Tell whether a paragraph that ends in "… said:" stands before all that say I or we: they quote."""
    first = spoken[0][0].number if spoken else 0
    return any(line.number <= first and _INTRODUCES.search(line.text) for line in told)


def spoken(seen: Seen) -> Found | None:
    """Recognise a speaker in the first paragraphs."""
    for line in seen.view.body_lines[:6]:
        match = forms.SPEAKER.search(forms.QUOTED.sub("", line.text))
        if match:
            return "speech", line, match.group()
    return None
