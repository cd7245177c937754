"""Reads a document's title in catalogue form, composing it from head lines where the head is made of several.

Refuses furniture, salutations, dates alone, names of bodies and sentences of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from muniment.normalise.metadata import labels, shapes
from muniment.normalise.metadata.catalogue_form import catalogue_form, spoken_title
from muniment.normalise.metadata.head import HeadLine
from muniment.normalise.metadata.seen import Seen, evidence, reading
from muniment.normalise.metadata.view import Line
from muniment.normalise.working import Reading

_COMPOSED = {"declaration", "chairs-summary", "minutes", "status-list", "report", "statement", "speech", "other"}
_RECORD_TYPES = {"declaration", "chairs-summary", "minutes", "status-list"}
_REFERENCE = re.compile(r"^(?:[\w ]{2,30}: ?\d+$|\d+[.)]\s|[A-Z]\.\s\d|\[?\d+\]?$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The lines of a head that a title can be made of, in order."""

    type_line: HeadLine | None
    session: HeadLine | None
    typed: HeadLine | None
    words: tuple[HeadLine, ...]
    """Headlines: lines that are nothing else."""
    event: HeadLine | None
    treaty: HeadLine | None
    organisation: HeadLine | None


def read(seen: Seen) -> tuple[Reading, ...]:
    """Give a reading for every title the head can be read to have."""
    found = tuple(one for one in _candidates(seen) if _is_title(one.value))
    return found if seen.view.head else tuple(replace(one, lifts=False) for one in found)


def _candidates(seen: Seen) -> Iterator[Reading]:
    yield from _labelled(seen)
    parts = _parts(seen)
    if seen.kind == "letter":
        yield from _letter(seen)
    yield from _composed(parts, seen)
    yield from _single(parts, seen)
    yield from _fallback(seen)


def _parts(seen: Seen) -> Parts:
    def first(*roles: str) -> HeadLine | None:
        return next((head for head in seen.head if head.role in roles), None)

    words = tuple(head for head in seen.head if head.role == "words" and _can_head(head))
    if all(head.line.text.endswith(".") for head in words) and first("typed") is None:
        words = (*(head for head in seen.head[:1] if head.role in {"place", "masthead"}), *words)
    return Parts(
        type_line=first("type"),
        session=first("session"),
        typed=_typed(seen.head),
        words=words,
        event=first("event"),
        treaty=first("treaty"),
        organisation=first("organisation"),
    )


def _typed(heads: tuple[HeadLine, ...]) -> HeadLine | None:
    """Give the fullest title that holds a type: one with more than the type and a name beats a bare one."""
    found = [head for head in heads if head.role == "typed" and _can_head(head)]
    return found[0] if found else None


def _can_head(head: HeadLine) -> bool:
    text = head.line.text
    return (
        2 < len(text) <= 400
        and any(char.isalpha() for char in text)
        and not text.endswith((",", ":"))
        and not _REFERENCE.match(text)
    )


def _make(
    value: str, source: tuple[Line, str], judgement: tuple[float, str], others: tuple[HeadLine, ...] = ()
) -> Reading:
    line, words = source
    made = reading("title", value, (line, words), judgement)
    wrapped = tuple(evidence(replace(line, parts=(part,)), part[1]) for part in line.parts[1:])
    return replace(made, lifts=True, further=(*wrapped, *(evidence(head.line, head.line.text) for head in others)))


def _labelled(seen: Seen) -> Iterator[Reading]:
    lines = (
        seen.view.lines[: seen.view.head + 14]
        if seen.kind in {"cable", "letter"}
        else seen.view.lines[: seen.view.head + 2]
    )
    for index, line in enumerate(lines):
        for label in labels.of_line(line.text):
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
            made = _make(
                catalogue_form(value),
                (line, label.segment if not continued else line.text),
                (0.97, f'printed behind the label "{label.key}"'),
            )
            yield replace(made, lifts=False, further=tuple(evidence(one, one.text) for one in continued))


def _with_continuation(value: str, following: tuple[Line, ...], *, is_cable: bool) -> tuple[str, list[Line]]:
    """Add the lines over which a cable's subject runs on."""
    continued: list[Line] = []
    if is_cable:
        for line in following:
            if (
                line.gap
                or labels.of_line(line.text)
                or not line.text.isupper()
                or re.match(r"^(?:REF|CLASSIFIED|Classified|\d|TAGS|E\.O)", line.text)
            ):
                break
            continued.append(line)
    return " ".join((value, *(line.text for line in continued))), continued


def _letter(seen: Seen) -> Iterator[Reading]:
    for head in seen.head:
        if head.role == "typed" and head.kind == "letter":
            yield _make(
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
        yield _make(
            value,
            (kind_line.line, kind_line.line.text),
            (0.95, "composed: the type's line and the session's line"),
            (parts.session,),
        )
        return
    heading = _heading_before(parts, kind_line, seen)
    if heading is None:
        return
    if kind_line.kind in _RECORD_TYPES or heading.role in {"event", "treaty"}:
        value = f"{catalogue_form(heading.line.text)}: {name}"
        reason = "composed: the heading and the line that names the type"
        yield _make(value, (heading.line, heading.line.text), (0.94, reason), (kind_line,))


def _heading_before(parts: Parts, kind_line: HeadLine, seen: Seen) -> HeadLine | None:
    """Give the heading a type's line belongs to: the meeting or treaty, or the headline of a record."""
    typed = parts.typed
    if typed is not None and not (kind_line.kind in _RECORD_TYPES and typed.line.number > kind_line.line.number):
        return None
    if kind_line.kind not in _RECORD_TYPES and parts.words:
        return None
    for head in seen.head:
        is_before = head.line.number < kind_line.line.number
        if kind_line.kind == "status-list" and not is_before:
            return None
        is_heading = head.role == "words" and kind_line.kind in _RECORD_TYPES and _can_head(head)
        if head.role in {"event", "treaty"} or is_heading:
            return head
    body = parts.organisation
    is_over = body is not None and body.line.number < kind_line.line.number
    return body if is_over and kind_line.kind in _RECORD_TYPES else None


def _type_words(head: HeadLine) -> str:
    words = head.rest or head.line.text
    return words.capitalize() if words.isupper() else words


def _single(parts: Parts, seen: Seen) -> Iterator[Reading]:
    typed, words = parts.typed, parts.words
    levelled = [head for head in words if head.line.level]
    headline = min(levelled, key=lambda head: head.line.level) if levelled else words[0] if words else None
    if headline and _is_headline(headline, typed, seen):
        yield _plain(headline, (0.93 if headline.line.level else 0.9, "the headline"))
    if typed:
        yield _spoken(typed, seen)
    for head, score, reason in (
        (headline, 0.8, "the first line of the head that is nothing else"),
        (parts.event, 0.78, "the only heading is the meeting's name"),
        (parts.session, 0.74, "the only heading is a session's name"),
        (parts.treaty, 0.73, "the only heading is a treaty's name"),
    ):
        if head:
            yield _plain(head, (score, reason))
    bare = parts.type_line
    if bare and bare.kind not in {"press-release", "news-story", "cable"}:
        yield _plain(bare, (0.66, "the name of the document's type is all the head gives"))


def _is_headline(headline: HeadLine, typed: HeadLine | None, seen: Seen) -> bool:
    """Tell whether a plain line outranks a line that holds a type: when it stands first or is a higher heading."""
    if typed is None:
        return True
    if seen.kind in {"minutes", "letter", "status-list"}:
        return False
    if shapes.names_meeting(headline.line.text) and seen.kind in {"statement", "speech", "chairs-summary"}:
        return False
    earlier = headline.line.number < typed.line.number
    higher = 0 < headline.line.level < (typed.line.level or 9)
    if earlier and headline.line.text.count(" ") == 0 and not headline.line.level:
        return False
    return (earlier and (headline.line.level <= (typed.line.level or 9) or not typed.line.level)) or higher


def _plain(head: HeadLine, judgement: tuple[float, str]) -> Reading:
    line = head.line
    return _make(catalogue_form(line.text), (line, line.parts[0][1]), judgement)


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
    return _make(value, (line, line.parts[0][1]), (0.89, reason))


def _fallback(seen: Seen) -> Iterator[Reading]:
    """Give the opening words of a text without a head that name it, or the first heading further down."""
    for line in seen.view.body_lines[:12]:
        if line.level in {1, 2} and 2 < len(line.text) < 200 and not shapes.is_prose(line.text):
            yield replace(
                _make(catalogue_form(line.text), (line, line.parts[0][1]), (0.62, "the first heading in the text")),
                lifts=False,
            )
            return


def _is_title(value: str) -> bool:
    return len(value) > 2 and any(char.isalpha() for char in value) and not shapes.is_salutation(value)
