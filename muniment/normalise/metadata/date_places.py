"""Finds the dates at the places where documents print their own: labels, head lines, datelines, closing lines.

Refuses dates inside the running text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from muniment import dates
from muniment.dates import Wording
from muniment.frozen import dataclass
from muniment.normalise.metadata import date_glued, date_stamps, date_told, dateline, labels, shapes, stamp
from muniment.normalise.metadata.head import HeadLine, found_in, remainder, venue
from muniment.normalise.metadata.seen import Seen
from muniment.normalise.metadata.view import Line

RECORDS = {"chairs-summary", "declaration", "minutes", "report", "status-list"}

SOURCES: dict[str, tuple[float, str]] = {
    "cable": (0.97, "the date-time group of a cable's head"),
    "label": (0.96, "printed behind a label of the date"),
    "closing": (0.95, "the place and day that close the text"),
    "dateline": (0.94, "the dateline that opens the text"),
    "place-date": (0.93, "a head line of place and day"),
    "alone": (0.92, "a head line that is a date and nothing else"),
    "titled": (0.91, "printed in the title line"),
    "as-of": (0.9, "the day as of which the list stands"),
    "column": (0.93, "a column of the masthead that is a day and nothing else"),
    "record": (0.9, "the days of the meeting whose record this is"),
    "typed": (0.89, "printed beside the name of the document's type"),
    "issued": (0.88, "printed behind a label of publication, which for this kind can be another day"),
    "stamp": (0.87, "a line over the text that is a day, with its time or label, and nothing else"),
    "beside": (0.87, "a line over the text of a day beside a byline or agency"),
    "later": (0.8, "a further line over the text that is a day"),
    "tail": (0.86, "a line of its own after the text"),
    "glued": (0.84, "the day between head and first sentence, which stand on one line"),
    "head": (0.78, "printed in a head line among other words"),
    "refreshed": (0.75, "the day of a change over a news story or with its time, for want of another"),
    "post": (0.73, "the only day on a line of its own, under a paragraph that no other follows at once"),
    "meeting": (0.7, "the days of the meeting, of which the document is a part"),
    "held": (0.74, "the day on which the text says the meeting it records was held"),
    "delivered": (0.82, "the day on which the text says it was spoken"),
    "credited": (0.76, "the day behind the agency or paper that the last lines name"),
    "tied": (0.62, "the day before what looks like the first sentence, with a preposition before it"),
    "updated": (0.6, "printed behind a label of a change, which can be later than the document"),
    "told": (0.7, "the day that the text itself calls today"),
    "today": (0.58, "called today in the text"),
    "below": (0.57, "the only day that stands on a line of its own, far under the text"),
    "within": (0.56, "the only day that stands on a line of its own, within the text"),
    "address": (0.56, "in the address the text was taken from"),
    "name": (0.55, "in the file's name"),
}

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
_HOUR_OR_PLACE = re.compile(
    r"^,?(?: (?:at|from|kl\.?|um|à|a las|,))? \d{1,2}(?:[.:h]\d{2})? ?(?:[ap]\.?m\.?|Uhr|h)?(?= |\W|$)"
    r"|^,? (?:in|at|à|en|i|a) [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}$"
)
"""What may follow the day of a speech or meeting in its title: "… on 3 May 2011 at 7.30 pm in Bonn"."""
_SET_OFF = re.compile(r" ?(?://|\||:|–|—| - | -- ) ?\S")
_TODAY_IS = re.compile(r"(?:[Tt]oday|[Aa]ujourd[’']hui|[Hh]oy|[Hh]eute|[Ii] dag),? (?:the |le |el |den |am )?$")
_ENDING = re.compile(
    r"\b(?:decl(?:as(?:sif(?:y|ied|ication))?)?|classified until|expir(?:es|y)|valid (?:to|until|through)|deadline"
    r"|closing date|review(?:ed)? (?:on|by)|term ends)\b[\W]{0,3}(?:on|by|date)?\W{0,3}$",
    re.IGNORECASE,
)
"""What stands before a day on which something ends: a secret ("DECL: 03/12/2019"), a term, an offer."""
_AS_OF = re.compile(r"\b(?:as (?:of|at|on)|status (?:on|at)|stand(?: (?:vom|am|per))?|état au|per):? (?=\d|[A-Z])", re.I)
_COLUMN = re.compile(r" {3,}|\t+")
_CREDITED = re.compile(r"\b(?:photos?|foto|bild|image|crédit|credit)\s?:", re.IGNORECASE)
"""A picture's credit: the day on its line is the picture's."""
_TODAY = re.compile(r"\b(?:today|this day|aujourd[’']hui|hoy|heute|i dag)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A date at a place."""

    source: str
    """Key of `SOURCES`."""
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
        yield from _as_of(seen)
        return
    yield from _stamped(seen)
    yield from _opening(seen)
    yield from _closing(seen)
    held = date_told.held(seen.view, seen.kind)
    if held:
        yield Candidate(source="held", line=held[0], wording=held[1])
    spoken = date_told.delivered(seen.view)
    if spoken:
        yield Candidate(source="delivered", line=spoken[0], wording=spoken[1])
    for line, wording in date_told.credited(seen.view):
        yield Candidate(source="credited", line=line, wording=wording)


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
    is_issue = label.key.startswith(
        ("publ", "post", "issu", "releas", "veröff", "erst", "creat", "first publ", "utgitt", "press")
    )
    return "issued" if is_issue and kind in date_stamps.OWN_DAY else "label"


def _in_head(seen: Seen) -> Iterator[Candidate]:
    event_before = False
    if seen.kind == "status-list" and sum(head.role == "date" for head in seen.head) >= date_stamps.LISTED:
        return
    for index, head in enumerate(seen.head):
        if all(date_told.names_an_instrument(head.line.text, one) for one in head.wordings):
            event_before = event_before or head.role in {"event", "treaty"}
            continue
        if head.role not in _DATED_ROLES and stamp.read(head.line.text):
            continue
        at = seen.view.lines.index(head.line) if head.line in seen.view.lines else 0
        if date_stamps.is_labelled(seen.view.lines[at - 1] if at else None):
            continue
        if head.line.text.count("|") > 2 and seen.kind == "status-list":
            continue
        if _ENDING.search(head.line.text[: head.wordings[0].start]):
            continue
        source = _head_source(head, seen, index=index, event_before=event_before)
        event_before = event_before or head.role == "event"
        wording = head.wordings[-1] if source == "titled" and not _leads(head) else head.wordings[0]
        if source == "titled" and stamp.is_label(head.line.text[: wording.start].rstrip(" :")):
            wording, _ = stamp.first_issued(head.line.text, head.wordings)
        if source:
            yield Candidate(source=source, line=head.line, wording=wording)


def _head_source(head: HeadLine, seen: Seen, *, index: int, event_before: bool) -> str:
    is_range = "/" in head.wordings[0].edtf
    columns = _COLUMN.split(head.line.parts[0][1].strip())
    if len(columns) > 1 and head.wordings[0].order and columns[-1].strip() == head.wordings[0].text and not is_range:
        return "column"
    match head.role:
        case "date" | "place-date":
            if is_range and (event_before or seen.kind in RECORDS):
                return "record" if seen.kind in RECORDS else "meeting"
            return "alone" if head.role == "date" else "place-date"
        case "event":
            return "record" if seen.kind in RECORDS else "meeting"
        case "type":
            return "typed"
        case "typed":
            return "titled" if _leads(head) or _stands_apart(head) else "head"
        case "label":
            return ""
        case "organisation" | "person" | "byline" | "session":
            return "titled" if _stands_apart(head) else ""
    if _HELD.match(head.line.text):
        return "alone"
    if venue(head.rest) and _stands_apart(head):
        return "place-date"
    if _stands_apart(head):
        return "titled" if index == 0 or head.line.level else "head"
    return date_glued.heading(head.line.text)


def _as_of(seen: Seen) -> Iterator[Candidate]:
    """Find the day as of which a list stands in its first lines: "Status (as at 14 June 2011)"."""
    for line in seen.view.lines[:6]:
        for wording in _wordings(line.text[:300]):
            if wording.order and _AS_OF.search(f"{line.text[max(0, wording.start - 12) : wording.start]}{wording.text}"):
                yield Candidate(source="as-of", line=line, wording=wording)
                return


def _leads(head: HeadLine) -> bool:
    """Tell whether a line begins with a day that a mark sets off from what follows: "10/22/2012 // Statement by …"."""
    first = head.wordings[0]
    return first.start == 0 and bool(first.order) and bool(_SET_OFF.match(head.line.text, first.end))


def _stands_apart(head: HeadLine) -> bool:
    """Tell whether the last date of a line ends it, or is set off by a comma, dash or bracket, and gives a day."""
    wording, text = head.wordings[-1], head.line.text
    before = text[: wording.start].rstrip()
    after = text[wording.end :]
    ends = not (_HOUR_OR_PLACE.sub("", after) if head.kind in date_stamps.OWN_DAY else after).strip(" .)]*")
    has_day = bool(wording.order) or "/" in wording.edtf
    if wording.text.startswith(("as of", "as at", "As of", "As at")):
        return True
    if not before:
        return bool(text[wording.end : wording.end + 3].strip(" ")[:1] in {"-", "–", "—", ":", "|", ","})
    if before.endswith((" dated", " datert", " datée du", " fechada el")):
        return has_day
    follows_mark = before.endswith((",", "،", "–", "—", "-", "(", "|", ":", ";", "/", "[", "."))
    return (
        ends
        and (follows_mark or (has_day and before.endswith((" on", " of", " du", " vom", " den", " le", " am", " del"))))
    ) or (follows_mark and has_day)


def _opening(seen: Seen) -> Iterator[Candidate]:
    for line in seen.view.body_lines[:3]:
        text = line.text[:220]
        if line.kind in {"item", "provision"} or _CREDITED.search(text) or text.count("|") > 2:
            continue
        found = dateline.read(text)
        if found and found.wording:
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
