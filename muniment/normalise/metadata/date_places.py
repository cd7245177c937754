"""Finds the dates at the places where documents print their own: labels, head lines, datelines, closing lines.

Refuses dates inside the running text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from muniment import dates
from muniment.dates import Wording
from muniment.frozen import dataclass
from muniment.normalise.metadata import (
    date_glued,
    date_mastheads,
    date_set_off,
    date_stamps,
    date_told,
    dateline,
    labels,
    shapes,
    site_words,
    stamp,
)
from muniment.normalise.metadata.head import HeadLine, found_in, remainder
from muniment.normalise.metadata.seen import Seen
from muniment.normalise.metadata.view import Line

RECORDS = {"chairs-summary", "declaration", "minutes", "report", "status-list"}

_DATED_ROLES = {"date", "place-date", "type", "typed", "event", "label"}
_GROUP = re.compile(
    r"(?:^|\s)(?:[A-Z] )?(?P<group>(?P<day>\d{2})(?P<hour>\d{4})Z ?(?P<month>[A-Z]{3}) "
    r"?(?P<year>\d{2,4}))\b"
)
_CLOSING = re.compile(
    r"(?:^|[.;] )(?:done|adopted|signed|given|issued|agreed|fait|hecho|geschehen|utferdiget"
    r"|vedtatt|adopté|adoptad[oa]|dado)"
    r" (?:at|in|on|by|à|en|le|zu|i|den|under|this|unanimously)\b",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"^\(?(?:version [\w.]{1,12},? )?(?:ratified|approved|amended|held|delivered"
    r"|given|presented|made|adopted|signed|issued|holdt|avholdt|prononcé|tenu"
    r"|gehalten|pronunciad|celebrad|vedtatt|adopté|adoptad)\w{0,2}\b",
    re.IGNORECASE,
)
_LATEST_OPENING = 6
"""Lines of the body among which the text itself can begin, when notices of the site stand over it."""
_OF_MEETING = {"when", "date and time", "meeting date", "date of meeting"}
"""Labels over the day of what a release announces."""
_TODAY_IS = re.compile(r"(?:[Tt]oday|[Aa]ujourd[’']hui|[Hh]oy|[Hh]eute|[Ii] dag),? (?:the |le |el |den |am )?$")
_CREDITED = re.compile(r"\b(?:photos?|foto|bild|image|crédit|credit)\s?:", re.IGNORECASE)
"""A picture's credit: the day on its line is the picture's."""
_TODAY = re.compile(r"\b(?:today|this day|aujourd[’']hui|hoy|heute|i dag)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A date at a place."""

    source: str
    """Key of `date_sources.SOURCES`."""
    line: Line
    wording: Wording
    key: str = ""
    """The label it stands behind."""


def candidates(seen: Seen) -> Iterator[Candidate]:
    """Give every date at such a place, in the order of the places."""
    yield from _cable(seen)
    yield from _labelled(seen)
    yield from _in_head(seen)
    if seen.kind == "status-list":
        if listed := date_mastheads.as_of(seen.view):
            yield Candidate(source="as-of", line=listed[0], wording=listed[1])
        return
    yield from _stamped(seen)
    yield from _opening(seen)
    yield from _closing(seen)
    if held := date_told.held(seen.view, seen.kind):
        yield Candidate(source="sat" if seen.kind == "minutes" else "held", line=held[0], wording=held[1])
    if spoken := date_told.delivered(seen.view):
        yield Candidate(source="delivered", line=spoken[0], wording=spoken[1])
    yield from (Candidate(source="credited", line=line, wording=day) for line, day in date_told.credited(seen.view))


def _wordings(text: str) -> tuple[Wording, ...]:
    """Find the dates of a text that can be a document's own: with a day, a month or a season, tied to nothing."""
    return tuple(
        found
        for found in found_in(text)
        if not found.relative and found.qualifier not in {"by", "before", "until", "after", "since"}
    )


def _cable(seen: Seen) -> Iterator[Candidate]:
    if seen.kind != "cable":
        return
    for line in seen.view.lines[:12]:
        match = _GROUP.search(line.text)
        if match is None:
            continue
        words = f"{match['day']} {match['month'].title()} {_full_year(match['year'])}"
        found = dates.find(words)
        if found:
            yield Candidate(
                source="cable", line=line, wording=replace(found[0], text=match["group"], is_short_year=False)
            )
            return


def _full_year(digits: str) -> str:
    return digits if len(digits) == 4 else ("19" if digits >= "50" else "20") + digits


def _labelled(seen: Seen) -> Iterator[Candidate]:
    view = seen.view
    over = max(view.head + 8, date_stamps.opening(view))
    near = view.lines[:over] + view.lines[max(over, view.tail) :]
    for index, line in enumerate(near):
        for label in labels.of_line(line.text):
            if label.field not in {"date", "updated"}:
                continue
            value, place = (
                (label.value, line)
                if label.value or index + 1 >= len(near)
                else (near[index + 1].text, near[index + 1])
            )
            wordings = _wordings(value) if len(value) <= 160 else ()
            if wordings:
                source = _label_source(label, seen.kind)
                if source == "updated" and index < over:
                    source = date_stamps.change(line.text, seen.sure_kind)
                yield Candidate(source=source, line=place, wording=wordings[0], key=label.key)


def _stamped(seen: Seen) -> Iterator[Candidate]:
    named = {head.line for head in seen.head if head.wordings and head.role in _DATED_ROLES}
    for source, line, wording in date_stamps.found(seen.view, seen.sure_kind):
        if line not in named:
            yield Candidate(source=source, line=line, wording=wording)


def _label_source(label: labels.Label, kind: str) -> str:
    if label.field == "updated":
        return "updated"
    if label.key in _OF_MEETING and kind in {"press-release", "news-story"}:
        return "meeting"
    is_issue = label.key.startswith(
        ("publ", "post", "issu", "releas", "veröff", "erst", "creat", "first publ", "utgitt", "press")
    )
    return "issued" if is_issue and kind in date_stamps.OWN_DAY else "label"


def _in_head(seen: Seen) -> Iterator[Candidate]:
    event_before = False
    if seen.kind == "status-list" and sum(head.role == "date" for head in seen.head) >= date_stamps.LISTED:
        return
    rows = seen.kind == "status-list" and sum(_has_day(head) for head in seen.head) > date_stamps.LISTED
    for index, head in enumerate(seen.head):
        if rows and head.role not in {"date", "type", "typed", "event"}:
            continue
        if all(date_told.names_an_instrument(head.line.text, one) for one in head.wordings):
            event_before = event_before or head.role in {"event", "treaty"}
            continue
        if head.role not in _DATED_ROLES and stamp.read(head.line.text):
            continue
        at = seen.view.lines.index(head.line) if head.line in seen.view.lines else 0
        if date_stamps.is_labelled(seen.view.lines[at - 1] if at else None):
            continue
        if seen.kind == "status-list" and (head.line.text.count("|") > 2 or date_mastheads.is_row(head)):
            continue
        above = seen.head[index - 1].line.text if index else ""
        if head.line.text.endswith(",") and date_glued.is_tied(above):
            continue
        if date_mastheads.ends_something(head):
            continue
        source = _head_source(head, seen, index=index, event_before=event_before)
        event_before = event_before or head.role == "event"
        wording = head.wordings[-1] if source == "titled" and not date_set_off.leads(head) else head.wordings[0]
        if source == "titled" and stamp.is_label(head.line.text[: wording.start].rstrip(" :")):
            wording, _ = stamp.first_issued(head.line.text, head.wordings)
        if source:
            yield Candidate(source=source, line=head.line, wording=wording)


def _has_day(head: HeadLine) -> bool:
    return any(one.order for one in head.wordings)


def _head_source(head: HeadLine, seen: Seen, *, index: int, event_before: bool) -> str:
    is_range = "/" in head.wordings[0].edtf
    if not is_range and date_mastheads.is_column(head):
        return "column"
    match head.role:
        case "date" | "place-date":
            if is_range and (event_before or seen.kind in RECORDS):
                return "record" if seen.kind in RECORDS else "meeting"
            if seen.kind == "status-list" and index and seen.head[index - 1].role == "treaty":
                return ""
            if date_mastheads.is_distributed(seen.head[index - 1] if index else None):
                return "distributed"
            if index == 0 and head.role == "date" and date_set_off.is_over_dated_title(head, seen.head[1:]):
                return "issued"
            if seen.kind in date_stamps.OWN_DAY and date_set_off.is_under_dated_title(head, seen.head[:index]):
                return "issued"
            return "alone" if head.role == "date" else "place-date"
        case "event":
            return "record" if seen.kind in RECORDS else date_set_off.of_meeting(head, seen.kind, is_range=is_range)
        case "type":
            return "typed"
        case "typed":
            return "titled" if date_set_off.leads(head) or date_set_off.stands_apart(head) else "head"
        case "label":
            return "alone" if _HELD.match(head.line.text) and date_set_off.stands_apart(head) else ""
        case "organisation" | "person" | "byline" | "session":
            return "titled" if date_set_off.stands_apart(head) else ""
    if _HELD.match(head.line.text):
        return "alone"
    if date_mastheads.is_adoption(head):
        return "titled"
    if dateline.venue(head.rest) and date_set_off.stands_apart(head):
        return "place-date"
    if date_set_off.leads(head) and head.rest.casefold() in site_words.NO_PLACE:
        return "alone"
    glued = date_glued.heading(head.line.text)
    if date_set_off.stands_apart(head) and glued != "updated":
        return "titled" if index == 0 or head.line.level else "head"
    return glued


def _opening(seen: Seen) -> Iterator[Candidate]:
    for line in seen.view.body_lines[:3]:
        text = line.text[:220]
        if line.kind in {"item", "provision"} or _CREDITED.search(text) or text.count("|") > 2:
            continue
        if (found := dateline.read(text)) and found.wording:
            yield Candidate(source="dateline", line=line, wording=found.wording)
            return
        glued = date_glued.opening(line.text)
        if glued:
            yield Candidate(source=glued[0], line=line, wording=glued[1])
            return
        for wording in _wordings(text)[:2]:
            if wording.order and _TODAY.search(text[max(0, wording.start - 30) : wording.end + 30]):
                is_called = bool(_TODAY_IS.search(text[: wording.start]))
                yield Candidate(source="told" if is_called else "today", line=line, wording=wording)

    for line in seen.view.body_lines[3:_LATEST_OPENING]:
        found = dateline.read(line.text[:220]) if line.kind not in {"item", "provision"} else None
        if found and found.wording and found.place:
            yield Candidate(source="dateline", line=line, wording=found.wording)
            return


def _closing(seen: Seen) -> Iterator[Candidate]:
    if seen.kind == "status-list":
        return
    view = seen.view
    last_body = [line for line in view.lines[max(view.head, view.tail - 4) : view.tail] if line.kind != "lifted"]
    last_body = (
        last_body
        if seen.kind != "declaration"
        else [line for line in view.lines[view.head : view.tail] if line.kind != "lifted"][-14:]
    )
    for line in (*last_body, *(one for one in view.lines[max(view.head, view.tail) :] if one.kind != "lifted")):
        text = date_glued.closing(line.text) or (line.text if len(line.text) <= 240 else line.text[-240:])
        wordings = _wordings(text)
        if not wordings or labels.of_line(text):
            continue
        is_glued = text != line.text and (stamp.read(text) is not None or date_glued.is_last_line(text))
        if wordings[-1].order and (is_glued or _CLOSING.search(text) or _is_place_and_day(text, wordings)):
            yield Candidate(source="closing", line=line, wording=wordings[-1])


def _is_place_and_day(text: str, wordings: tuple[Wording, ...]) -> bool:
    """Tell whether a line is a place and a day ("Quito, 3 May 2001"), not a section and a day ("Blog | 3 May 2001")."""
    if len(text) >= 120 or any(mark in text for mark in "|•·¦›»"):
        return False
    rest, stamped = remainder(text, wordings), stamp.read(text)
    return rest != text and shapes.is_place(rest) and not (stamped and stamped.is_bare)
