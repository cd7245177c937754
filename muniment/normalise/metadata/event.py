"""Reads the event a document belongs to: one of the archive's events, by the forms the archive lists for it.

Refuses events the archive does not know: it names them to the editor instead.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from muniment.model import EventSetting
from muniment.normalise.metadata.seen import Seen, reading
from muniment.normalise.metadata.view import Line
from muniment.normalise.working import Finding, Reading

RULE = "read-metadata"
_MANY_FORMS = "\u017f\u0131\u0307"
"""Long s, dotless i and the dot of a capital i: a search without regard to capitals takes them for s and i."""


def read(seen: Seen) -> tuple[Reading, ...]:
    """Give a reading for every event of the archive that head or opening names."""
    if not seen.view.settings.events:
        return ()
    return tuple(_candidates(seen))


def unknown(seen: Seen) -> tuple[Finding, ...]:
    """Tell the editor of a meeting that the head names and the archive does not list."""
    if seen.best("event"):
        return ()
    for head in seen.head:
        if head.role == "event":
            number, words = head.line.parts[0]
            return (
                Finding(
                    rule=RULE,
                    kind="",
                    code="S-056",
                    line=number,
                    quote=words,
                    text="a meeting the archive does not list",
                ),
            )
    return ()


def _candidates(seen: Seen) -> Iterator[Reading]:
    body = [line for line in seen.view.body_lines if line.text]
    heads = [head.line for head in seen.head]
    said = _folded("\n".join(line.text for line in (*heads, *body)))
    for event in seen.view.settings.events:
        pattern = _pattern(event) if _may_be_named(event, said) else None
        if pattern is None:
            continue
        found = _first(pattern, heads)
        if found:
            yield reading("event", event.id, found, (0.95, "named in the head"))
            continue
        mentions = [(line, match.group()) for line in body for match in pattern.finditer(line.text)]
        opening = _first(pattern, body[:2])
        if opening and seen.kind not in {"letter", "cable"}:
            yield reading(
                "event",
                event.id,
                opening,
                (min(0.9, 0.74 + 0.02 * len(mentions)), "named in the opening of the text"),
                "inferred",
            )
        elif len(mentions) >= 3:
            yield reading(
                "event",
                event.id,
                mentions[0],
                (min(0.8, 0.6 + 0.02 * len(mentions)), "named several times in the text"),
                "inferred",
            )


def _may_be_named(event: EventSetting, said: str) -> bool:
    """Tell at a glance whether a folded text may name an event.

    Some letters have more than two forms: a text that has any of these may name any, and names beyond ASCII may stand
    anywhere.
    """
    forms = [_folded(form) for form in (event.name, *event.names) if form.strip()]
    return any(form in said or not form.isascii() for form in forms) or any(letter in said for letter in _MANY_FORMS)


def _folded(text: str) -> str:
    """Give a text in small letters, with one space between words."""
    return " ".join(text.lower().split())


def _pattern(event: EventSetting) -> re.Pattern[str] | None:
    forms = sorted({form for form in (event.name, *event.names) if form.strip()}, key=lambda form: (-len(form), form))
    if not forms:
        return None
    joined = "|".join(r"\s+".join(map(re.escape, form.split())) for form in forms)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


def _first(pattern: re.Pattern[str], lines: list[Line]) -> tuple[Line, str] | None:
    for line in lines:
        match = pattern.search(line.text)
        if match:
            return line, match.group()
    return None


def strongest(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Lower two events that are named alike to doubtful."""
    ranked = sorted(readings, key=lambda one: -one.score)
    if len(ranked) < 2 or ranked[0].score - ranked[1].score > 0.03:
        return tuple(ranked)
    return tuple(
        replace(one, score=min(one.score, 0.6), reason=f"{one.reason}; another event is named alike") for one in ranked
    )
