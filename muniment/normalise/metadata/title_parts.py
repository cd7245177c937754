"""Turns the lines of a head into the parts a title can be made of: headline, type, session, meeting, treaty, body.

Knows nothing of which parts make the title.
"""

import re
from dataclasses import replace
from itertools import pairwise

from muniment.frozen import dataclass
from muniment.normalise.metadata import date_stamps, dateline, headline, shapes, site_words, stamp
from muniment.normalise.metadata.head import HeadLine, is_debris
from muniment.normalise.metadata.headline import Weighed
from muniment.normalise.metadata.seen import Seen, evidence, reading
from muniment.normalise.metadata.view import Line
from muniment.normalise.working import Reading

_ECHOED = {"organisation", "typed", "treaty", "event", "masthead", "person"}
"""What else a headline that the page prints twice can look like."""
_NAMED_BY_MEETING = {"declaration", "chairs-summary", "minutes", "status-list", "report", "letter", "cable"}
"""Kinds whose title is the meeting's or treaty's name, and seldom a sentence about it."""
_ATTENDED = re.compile(
    r"(?:Present|Apologies|In attendance|Attendees|Members present|Absent|Til stede|Présents?|Presentes|Anwesend)\b ?:",
    re.IGNORECASE,
)
"""How the lines begin that record who came."""
_FULLER = 3
"""Blanks from which a title that holds a type is more than the type's name ("Press releases (18)")."""
_FILED = {"press-release", "news-story"}
"""Kinds under whose names sites file texts that have titles of their own."""
_RIVAL = 6
"""Blanks from which a line that names a meeting is rather a headline about it."""
_HOUR = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:[ap]\.?m\.?|hrs|Uhr|h|GMT|UTC|[A-Z]{2,4}T)?[ .)\]]*$", re.IGNORECASE
)
_SENTENCE = 9
"""Blanks from which words before the hour are a headline that ran into it, and no name and section."""
_POSTED = re.compile(r"(?:posted|published|submitted|uploaded|written|reported) by\b", re.IGNORECASE)
_REFERENCE = re.compile(
    r"^(?:[\w ]{2,30}: ?\d+$|(?:\d+[.)]|[IVX]{1,5}\.)\s|[A-Z]\.\s\d|\[?\d+\]?$"
    r"|\d+/[\d/]+(?: REV \d+)?(?: \(.{1,20}\))?$"
    r"|(?:[\w.-]+ ){0,3}(?:DOC|Doc|INF|Inf)\.? ?\d+(?:\.\d+)*$)"
)


CABLE_FRAME = re.compile(r"(?:REF|CLASSIFIED|Classified|\d|TAGS|E\.O|[A-Z][A-Z ]{2,20} \d{5,8} \d{3}(?:\.\d)? OF \d)")
"""How a line of a cable begins that does not go on with its subject: references, marks, a page's head."""
_SUBJECT_MARK = re.compile(r"^\((?:U|C|S|SBU|[CS]/NF|[CS]//NF)\) ?|\s*\bR(?:EF|ef)(?:TELS?|\(s\)|S)?: ?\(?[A-Z0-9].*$")
"""The secrecy of a cable's subject before it, and the references that ran into it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The lines of a head that a title can be made of, in order."""

    type_line: HeadLine | None
    session: HeadLine | None
    typed: HeadLine | None
    words: tuple[HeadLine, ...]
    """Headlines: lines that are nothing else."""
    headline: Weighed | None
    """The best of them."""
    event: HeadLine | None
    treaty: HeadLine | None
    organisation: HeadLine | None


def cable_subject(value: str) -> str:
    """Take off a cable's subject the mark of its secrecy and the references that ran into it."""
    return _SUBJECT_MARK.sub("", value).strip() or value


def of_head(seen: Seen) -> Parts:
    """Sort the lines of a head."""

    def first(*roles: str) -> HeadLine | None:
        return next((head for head in seen.head if head.role in roles), None)

    named = next((at for at, head in enumerate(seen.head) if head.role == "person"), len(seen.head))
    over = seen.head[:named] if seen.kind == "letter" else seen.head
    framed = {head.line.number for head, below in pairwise(over) if _is_venue(head, below) or _is_motto(head, below)}
    framed |= {head.line.number for above, head in pairwise(over) if _is_motto(head, above)}
    if seen.kind == "status-list" and sum(bool(head.wordings) for head in over) > date_stamps.LISTED:
        framed |= {head.line.number for head in over if head.wordings}
    words = tuple(head for head in over if head.role == "words" and can_head(head) and head.line.number not in framed)
    if all(head.line.text.endswith(".") for head in words) and first("typed") is None:
        words = (*(head for head in seen.head[:1] if head.role in {"place", "masthead"}), *words)
    return Parts(
        type_line=first("type"),
        session=first("session"),
        typed=_typed(seen.head),
        words=words,
        headline=_headline(words, seen),
        event=first("event"),
        treaty=first("treaty"),
        organisation=first("organisation"),
    )


def _headline(words: tuple[HeadLine, ...], seen: Seen) -> Weighed | None:
    """Give the plain line that is most like a headline; of lines set as headings only the highest count."""
    lines = seen.view.lines
    echoes = [echo for echo in seen.view.echoes if not echo.is_alone and echo.own < seen.view.head]
    own = {lines[echo.own].number for echo in echoes}
    tags = {lines[echo.tag].number for echo in echoes} - own
    top = _top(words, seen)
    plain = tuple(head for head in words if head.line.level == top or not top)
    rivals = () if top or seen.kind in _NAMED_BY_MEETING else tuple(head for head in seen.head if _is_rival(head))
    chosen = tuple(
        head
        for head in seen.head
        if (head in plain or head in rivals or (head.line.number in own and head.role in _ECHOED))
        and head.line.number not in tags
        and can_head(head)
    )
    return headline.best(headline.weigh(seen.head, chosen or plain, seen.view))


def _is_rival(head: HeadLine) -> bool:
    """Tell whether a line that names a meeting or treaty is long enough to be a headline about it."""
    return head.role in {"event", "treaty"} and head.line.text.count(" ") >= _RIVAL and not head.wordings


def _top(words: tuple[HeadLine, ...], seen: Seen) -> int:
    """Give the level of the head's highest headings; 0 if there is none, or if they only begin the text's sections."""
    levelled = [head.line for head in words if head.line.level]
    if not levelled:
        return 0
    top = min(line.level for line in levelled)
    first = next(line for line in levelled if line.level == top)
    is_short = top > 1 and first.text.count(" ") < 2
    is_section = is_short or any(line.level == top for line in seen.view.body_lines)
    return 0 if is_section and first is not words[0].line else top


def _typed(heads: tuple[HeadLine, ...]) -> HeadLine | None:
    """Give the fullest title that holds a type: one with more than the type and a name beats a bare one."""
    found = [head for head in heads if head.role == "typed" and can_head(head)]
    full = (head for head in found if head.kind not in _FILED or head.line.text.count(" ") >= _FULLER)
    return next(full, found[0] if found else None)


def _is_venue(head: HeadLine, below: HeadLine) -> bool:
    """Tell whether a line is the hall or palace over the line of place and day."""
    return (
        below.role in {"place-date", "date"}
        and head.line.text.count(" ") < _RIVAL
        and dateline.is_venue(head.line.text)
    )


def _is_motto(head: HeadLine, beside: HeadLine) -> bool:
    """Tell whether a line in quotation marks is the motto of the meeting whose name stands beside it."""
    return beside.role == "event" and head.line.text[0] in '"“«„' and head.line.text[-1] in '"”»“'


def can_head(head: HeadLine) -> bool:
    """Tell whether a line can stand in a title: it has words, and is no reference, speck, byline or half a phrase."""
    text = head.line.text
    return (
        2 < len(text) <= 400
        and any(char.isalpha() for char in text)
        and not (
            text.endswith((",", ":")) and not (head.role in {"typed", "words", "event"} and text.count(" ") >= _RIVAL)
        )
        and not (_REFERENCE.match(text) and head.role != "typed")
        and not is_debris(text)
        and not (head.role == "words" and shapes.QUOTATION.fullmatch(text))
        and not _ATTENDED.match(text)
        and not headline.is_caption(text)
        and not shapes.byline(text.split(" | ", 1)[0])
        and not head.is_table
        and not (text[0] in "[(" and text[-1] in "])")
        and not (head.role == "words" and _is_of_page(head))
    )


def _is_of_page(head: HeadLine) -> bool:
    """Tell whether a plain line is a place with its land, when the page was posted, or one of a page's own words."""
    text = head.line.text
    is_own_word = not head.line.level and text.casefold().strip(" :") in site_words.NO_PLACE
    return is_own_word or ("," in text and shapes.is_place(text)) or _is_stamp(head)


def _is_stamp(head: HeadLine) -> bool:
    """Tell whether a line says when it was posted, or ends with the hour: "Ann Bell, 3 May 2011 | 02:40 PM"."""
    found = stamp.read(head.line.text) if head.wordings else None
    is_timed = bool(head.wordings and _HOUR.search(head.line.text)) and head.rest.count(" ") < _SENTENCE
    return is_timed or bool(_POSTED.match(head.line.text)) or (found is not None and found.is_issue)


def make(
    value: str, source: tuple[Line, str], judgement: tuple[float, str], others: tuple[HeadLine, ...] = ()
) -> Reading:
    """Make a reading of a title from a line, with the seed lines over which it was wrapped."""
    line, words = source
    made = reading("title", value, (line, words), judgement)
    wrapped = tuple(evidence(replace(line, parts=(part,)), part[1]) for part in line.parts[1:])
    return replace(made, lifts=True, further=(*wrapped, *(evidence(head.line, head.line.text) for head in others)))
