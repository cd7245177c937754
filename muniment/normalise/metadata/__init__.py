"""Turns the pieces of a transcript into metadata with evidence, and takes head lines and furniture out of the text.

Refuses to state what no line of the seed prints or lets infer: such a field stays empty and the editor is told.
"""

from collections.abc import Callable
from dataclasses import replace

from muniment.model import Settings
from muniment.normalise.metadata import (
    choose,
    creator,
    date,
    date_weak,
    event,
    head,
    head_lifting,
    kind,
    language,
    official_heads,
    page_head,
    place,
    publisher,
    source,
    title,
)
from muniment.normalise.metadata.furniture import lift_furniture
from muniment.normalise.metadata.seen import Seen
from muniment.normalise.metadata.view import see
from muniment.normalise.working import Reading, Working

Rule = Callable[[Working, Settings], Working]
Reader = Callable[[Seen], tuple[Reading, ...]]

UNDATED = "S-052"
"""Code of the finding that says that a text has no date."""
READERS: tuple[tuple[str, Reader], ...] = (
    ("language", language.read),
    ("kind", kind.read),
    ("event", lambda seen: event.strongest(event.read(seen))),
    ("date", page_head.reader("date")),
    ("date", date.read),
    ("place", place.read),
    ("publisher", page_head.reader("publisher")),
    ("publisher", publisher.read),
    ("creators", page_head.reader("creators")),
    ("creators", creator.read),
    ("creators", creator.from_publisher),
    ("custody", publisher.custody),
    ("source_url", page_head.reader("source_url")),
    ("source_url", source.read),
    ("retrieved", source.retrieved),
    ("title", page_head.reader("title")),
    ("title", title.read),
)
"""The readers in order; each is given what those before it read."""


def read_metadata(working: Working, settings: Settings) -> Working:
    """Read every field, choose, and note what stayed unsure."""
    view = see(working, settings)
    heads = head.read(view)
    seen = Seen(view=view, head=(*heads, *official_heads.read(view, heads)))
    for _, reader in READERS:
        seen = replace(seen, readings=(*seen.readings, *reader(seen)))
    chosen = choose.choose(seen.readings)
    opening = (view.lines[0].number, view.lines[0].parts[0][1]) if view.lines else (1, "")
    findings = (*choose.problems(seen.readings, chosen, opening, view.name), *event.unknown(seen))
    if any(one.code == UNDATED for one in findings):
        hint = date_weak.first_day(view)
        findings = tuple(replace(one, text=one.text + hint) if one.code == UNDATED else one for one in findings)
    return replace(
        working,
        readings=(*working.readings, *seen.readings),
        chosen=(*working.chosen, *chosen),
        findings=(*working.findings, *findings),
    )


RULES: tuple[tuple[str, Rule, str], ...] = (
    ("lift-furniture", lift_furniture, "Lines of the site, not of the document, belong to the metadata."),
    (
        "read-metadata",
        read_metadata,
        "What the lines print of title, kind, date, place and makers is read with its evidence.",
    ),
    ("lift-head", head_lifting.lift_head, "Head lines that became title, date or event are not repeated in the text."),
)
"""The rules in order, each with the reason a reader is told."""
