"""Reads a document's title in catalogue form, composing it from head lines where the head is made of several.

Refuses furniture, salutations, dates alone, names of bodies and sentences of the text.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from muniment.normalise.metadata import headline, labels, notes, run_in, shapes, title_rivals, title_treaties
from muniment.normalise.metadata.catalogue_form import catalogue_form, spoken_title
from muniment.normalise.metadata.head import HeadLine, of_line
from muniment.normalise.metadata.headline import Weighed
from muniment.normalise.metadata.seen import Seen, evidence
from muniment.normalise.metadata.title_parts import CABLE_FRAME, Parts, cable_subject, can_head, make, of_head
from muniment.normalise.metadata.view import Line
from muniment.normalise.working import Reading

_HOPELESS = -4.0
"""Points at which a line is no headline if anything else can be."""
_COMPOSED = {"declaration", "chairs-summary", "minutes", "status-list", "report", "statement", "speech", "other"}
_RUNS_ON = re.compile(
    r"(?:,|\b(?:of|on|in|the|for|by|at|and|to|with|de|del|la|las|los|el|y|du|des|le|les|et|sur|pour|von|der|die|das|und"
    r"|zum|zur|av|og|på|til|om))$"
)
"""How a line ends within a phrase."""
_OCCASION = re.compile(r"(?:On the occasion of|(?:Adopted|Issued|Made|Agreed) (?:at|by|on|in))\b", re.IGNORECASE)
"""How a line begins that only says when or by whom the document above it was made."""
_RECORD_TYPES = {"declaration", "chairs-summary", "minutes", "status-list"}

_BEFORE_SOURCE = "the words before the source or day, which stand on one line with the text"
_RUNS_IN: tuple[tuple[Callable[[str], str], float, str], ...] = (
    (run_in.stamped, 0.78, "the words behind the day that a crawler put before the page"),
    (run_in.bracketed, 0.78, "the headline runs into the text"),
    (run_in.minutes, 0.78, "the headline runs into the text"),
    (run_in.labelled, 0.77, _BEFORE_SOURCE),
    (run_in.before_dateline, 0.77, _BEFORE_SOURCE),
    (run_in.subject, 0.79, "the subject of a letter that stands on one line"),
    (run_in.meeting, 0.76, "the meeting's name before place and day, which stand on one line with the text"),
    (run_in.capitals, 0.76, "the capitals the text begins with"),
)
"""How a headline is found that stands on one line with other words, tried in this order."""


def read(seen: Seen) -> tuple[Reading, ...]:
    """Give a reading for every title the head can be read to have."""
    found = tuple(one for one in _candidates(seen) if _is_title(one.value))
    over = {number for line in seen.view.head_lines for number, _ in line.parts}
    return tuple(one if one.line in over else replace(one, lifts=False) for one in found)


def _candidates(seen: Seen) -> Iterator[Reading]:
    yield from _labelled(seen)
    parts = of_head(seen)
    if seen.kind == "letter":
        yield from _letter(seen)
    yield from _composed(parts, seen)
    if named := title_treaties.over_states(seen, parts):
        yield named
    further = tuple(_further_down(parts, seen))
    yield from further
    for one in _single(parts, seen):
        yield replace(one, score=min(one.score, 0.7)) if further else one
    yield from _fallback(seen)
    if parts.headline is None and parts.typed is None:
        yield from _run_in(seen)


def _labelled(seen: Seen) -> Iterator[Reading]:
    view = seen.view
    reach = min(view.head + 14, view.tail) if seen.kind in {"cable", "letter"} else 0
    lines = view.lines[: max(view.head + 2, reach)]
    for index, line in enumerate(lines):
        for label in labels.of_line(line.text):
            if label.field == "title" and not label.value and index + 1 < len(lines):
                line = lines[index + 1]
                label = replace(label, value=line.text, segment=line.text)
            if label.field not in {"title", "subject"} or len(label.value) < 3:
                continue
            if (
                label.field == "subject"
                and label.key in {"re", "sak", "concerning"}
                and seen.kind not in {"letter", "cable", "minutes", "other"}
            ):
                continue
            value, continued = _with_continuation(
                label.value, lines[index + 1 : index + 4], is_cable=seen.kind == "cable"
            )
            made = make(
                catalogue_form(cable_subject(value) if seen.kind == "cable" else value),
                (line, label.segment if not continued else line.text),
                (0.97, f'printed behind the label "{label.key}"'),
            )
            yield replace(made, lifts=False, further=tuple(evidence(one, one.text) for one in continued))


def _with_continuation(value: str, following: tuple[Line, ...], *, is_cable: bool) -> tuple[str, list[Line]]:
    """Add the lines over which a cable's subject runs on, or a title that stops within a phrase."""
    continued: list[Line] = []
    if is_cable:
        for line in following:
            if line.gap or labels.of_line(line.text) or not line.text.isupper() or CABLE_FRAME.match(line.text):
                break
            continued.append(line)
    else:
        for line in following:
            last = continued[-1].text if continued else value
            if line.gap or labels.of_line(line.text) or not _RUNS_ON.search(last):
                break
            continued.append(line)
    return " ".join((value, *(line.text for line in continued))), continued


def _letter(seen: Seen) -> Iterator[Reading]:
    for head in seen.head:
        if head.role == "typed" and head.kind == "letter":
            yield make(
                head.line.text.strip(" ."),
                (head.line, head.line.text),
                (0.95, "the head says from or to whom the letter is"),
            )


def _composed(parts: Parts, seen: Seen) -> Iterator[Reading]:
    kind_line = parts.type_line
    if kind_line is None or kind_line.kind not in _COMPOSED:
        return
    name = catalogue_form(_type_words(kind_line))
    if (
        parts.session
        and kind_line.kind in {"chairs-summary", "minutes", "report", "statement", "speech", "declaration"}
        and not parts.words
    ):
        value = f"{name}: {catalogue_form(parts.session.line.text)}"
        yield make(
            value,
            (kind_line.line, kind_line.line.text),
            (0.95, "composed: the type's line and the session's line"),
            (parts.session,),
        )
        return
    heading = _heading_before(parts, kind_line, seen)
    if heading is None or kind_line.line.text.casefold() == "treaty":
        return
    if _OCCASION.match(heading.line.text) and " " in name:
        reason = "the type's line, under which only the occasion stands"
        yield make(name, (kind_line.line, kind_line.line.text), (0.94, reason))
    elif kind_line.kind in _RECORD_TYPES or heading.role in {"event", "treaty"}:
        value = f"{catalogue_form(heading.line.text)}: {name}"
        reason = "composed: the heading and the line that names the type"
        yield make(value, (heading.line, heading.line.text), (0.94, reason), (kind_line,))


def _heading_before(parts: Parts, kind_line: HeadLine, seen: Seen) -> HeadLine | None:
    """Give the heading a type's line belongs to: the meeting or treaty, or the headline of a record."""
    typed = parts.typed
    if typed is not None and not (kind_line.kind in _RECORD_TYPES and typed.line.number > kind_line.line.number):
        return None
    if kind_line.kind not in _RECORD_TYPES and parts.words:
        return None
    for head in sorted(seen.head, key=lambda one: one.role not in {"event", "treaty"}):
        is_before = head.line.number < kind_line.line.number
        if kind_line.kind == "status-list" and not is_before:
            return None
        if head.role == "words" and parts.headline and parts.headline.head is not head:
            continue
        is_heading = head.role == "words" and kind_line.kind in _RECORD_TYPES and can_head(head)
        if head.role in {"event", "treaty"} or is_heading:
            return head
    body = parts.organisation
    is_over = body is not None and body.line.number < kind_line.line.number
    return body if is_over and kind_line.kind in _RECORD_TYPES else None


def _type_words(head: HeadLine) -> str:
    words = head.rest or head.line.text
    words = _RUNS_ON.sub("", words).rstrip()
    return words.capitalize() if words.isupper() else words


def _single(parts: Parts, seen: Seen) -> Iterator[Reading]:
    typed, weighed = parts.typed, parts.headline
    plain = weighed.head if weighed else None
    others = (typed, parts.event, parts.session, parts.treaty)
    if weighed and weighed.points <= _HOPELESS and not weighed.is_printed_twice and any(others):
        plain = None
    is_doubtful = bool(weighed and weighed.is_doubtful and len(parts.words) > 1)
    is_furniture = typed is not None and weighed is not None and title_rivals.is_over(weighed, typed, seen)
    if plain and weighed and not is_furniture and (weighed.is_printed_twice or _is_headline(weighed, typed, seen)):
        score = 0.72 if is_doubtful else 0.93 if plain.line.level else 0.9
        yield _plain(plain, (score, f"the headline{_because(weighed)}"))
    if typed:
        yield _spoken(typed, seen)
    for head, score, reason in (
        (plain, 0.7 if is_doubtful else 0.8, "the first line of the head that is nothing else"),
        (parts.event, 0.78, "the only heading is the meeting's name"),
        (parts.session, 0.74, "the only heading is a session's name"),
        (parts.treaty, 0.73, "the only heading is a treaty's name"),
    ):
        if head and (head is plain or can_head(head)):
            yield _plain(head, (score, reason))
    dated = next((head for head in seen.head if head.role == "date" and head.rest), None)
    if dated and len(seen.head) == 1:
        yield replace(_plain(dated, (0.66, "a reference with its day is all the head gives")), lifts=False)
    bare = parts.type_line
    if bare and bare.kind not in {"press-release", "news-story", "cable"}:
        yield _plain(bare, (0.66, "the name of the document's type is all the head gives"))


def _because(weighed: Weighed) -> str:
    return f": {', '.join(weighed.reasons)}" if weighed.reasons else ""


def _is_headline(weighed: Weighed, typed: HeadLine | None, seen: Seen) -> bool:
    """Tell whether a plain line outranks a line that holds a type: when it stands first or is a higher heading."""
    headline = weighed.head
    if typed is None or _is_repeated(headline, typed, seen) or title_rivals.is_bare_release(typed):
        return True
    if seen.kind in {"minutes", "letter", "status-list"} and not title_rivals.is_bare_record(weighed, typed):
        return False
    if shapes.names_meeting(headline.line.text) and seen.kind in {"statement", "speech", "chairs-summary"}:
        return False
    earlier = headline.line.number < typed.line.number
    higher = 0 < headline.line.level < (typed.line.level or 9)
    if earlier and headline.line.text.count(" ") == 0 and not headline.line.level:
        return False
    return (earlier and (headline.line.level <= (typed.line.level or 9) or not typed.line.level)) or higher


def _is_repeated(headline: HeadLine, typed: HeadLine, seen: Seen) -> bool:
    """Tell whether a page prints a plain line twice over the line that only names type, venue and day."""
    lines = seen.view.lines
    own = [echo for echo in seen.view.echoes if headline.line is lines[echo.own]]
    again = any(lines[echo.tag].text != typed.line.text for echo in own)
    return again and headline.line.number < typed.line.number


def _plain(head: HeadLine, judgement: tuple[float, str]) -> Reading:
    line = head.line
    return make(catalogue_form(line.text), (line, line.parts[0][1]), judgement)


def _spoken(head: HeadLine, seen: Seen) -> Reading:
    """Write the title of a speech or statement: speaker, place and day go to their own fields."""
    line = head.line
    value, is_composed = (
        spoken_title(line.text, head.wordings)
        if seen.kind in {"speech", "statement"}
        else (catalogue_form(line.text), False)
    )
    reason = (
        "the title line without speaker, place and day" if is_composed else "the title line names the document's type"
    )
    return make(value, (line, line.parts[0][1]), (0.89, reason))


def _fallback(seen: Seen) -> Iterator[Reading]:
    """Give the opening words of a text without a head that name it, or the first heading further down."""
    for line in seen.view.body_lines[:12]:
        if line.level in {1, 2} and 2 < len(line.text) < 200 and not shapes.is_prose(line.text):
            yield replace(
                make(catalogue_form(line.text), (line, line.parts[0][1]), (0.62, "the first heading in the text")),
                lifts=False,
            )
            return


def _further_down(parts: Parts, seen: Seen) -> Iterator[Reading]:
    """Give the headline below a teaser of another story, when what stands above the teaser is no headline."""
    known = parts.headline
    if parts.typed or (known and not known.is_weak) or seen.kind in {"cable", "letter", "minutes"}:
        return
    below = tuple(of_line(line) for line in headline.further_down(seen.view))
    found = headline.best(headline.weigh((), tuple(head for head in below if can_head(head)), seen.view))
    if found and found.shared >= 2 and found.points >= (known.points if known else 0.0) + 0.5:
        made = _plain(found.head, (0.74, f"a headline further down{_because(found)}"))
        yield replace(made, lifts=False)


def _run_in(seen: Seen) -> Iterator[Reading]:
    """Give the headline with which a text begins on one line with its first sentence; it stays in the text."""
    for line in seen.view.lines[: seen.view.head + 1]:
        for read_from, score, reason in _RUNS_IN:
            if line.kind == "lifted" and read_from is not run_in.stamped:
                continue
            if read_from is run_in.minutes and seen.kind != "minutes":
                continue
            if words := read_from(line.text):
                yield replace(make(catalogue_form(words), (line, words), (score, reason)), lifts=False)
                return


def _is_title(value: str) -> bool:
    is_named = len(value) > 2 and any(char.isalpha() for char in value)
    return is_named and not shapes.is_salutation(value) and not notes.DELIVERY.fullmatch(value)
