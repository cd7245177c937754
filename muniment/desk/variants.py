"""The apparatus of a document → its differences as a historian reads them, each with who accounts for it.

Knows nothing of terminals and pages.
"""

from dataclasses import dataclass

from muniment.collate.ledger import UNACCOUNTED
from muniment.desk.laying import Desk
from muniment.model import Intervention, Note, Operation

CHANGES = ("emendation", "omission")
"""Kinds of notes that say why words were changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One difference between seed and edition."""

    rule: str
    """The rule that made it, or the kind of the editor's note on it."""
    reason: str
    """Why, as it was recorded when the edition was drafted; empty where only notes say why."""
    notes: tuple[tuple[str, str], ...]
    """(text, by whom) of the editor's notes on it."""
    seed_lines: tuple[int, int]
    """1-based, inclusive; an empty side is (n+1, n)."""
    lines: tuple[int, int]
    """1-based lines of the edition's file, inclusive; an empty side is (n+1, n)."""
    before: str
    """The seed's lines, terminators included."""
    after: str
    """The edition's lines, terminators included."""
    is_wording: bool
    """True when words differ, not only their form."""
    is_explained: bool
    """False when some of it has neither intervention nor note."""


def variants(desk: Desk) -> tuple[Variant, ...]:
    """Give every difference, in the seed's order."""
    if desk.collation is None or desk.edition is None:
        return ()
    shift = desk.edition.body_line - 1
    front = desk.edition.front
    return tuple(
        _variant(each, shift, front.notes, front.interventions) for each in desk.collation.apparatus.operations
    )


def _variant(
    operation: Operation, shift: int, notes: tuple[Note, ...], interventions: tuple[Intervention, ...]
) -> Variant:
    first, last = operation.edition_lines
    is_explained = UNACCOUNTED[1] not in operation.reason
    told = [note for note in notes if note.kind in CHANGES and note.text and note.text in operation.reason]
    recorded = [each.rule for each in interventions if each.reason and each.reason in operation.reason]
    rule = operation.rule
    if rule == UNACCOUNTED[0] and recorded:
        rule = recorded[0]
    reason = operation.reason.replace(UNACCOUNTED[1], "")
    for note in told:
        reason = reason.replace(note.text, "")
    return Variant(
        rule=rule,
        reason=" ".join(reason.split()),
        notes=tuple(dict.fromkeys((note.text, note.by) for note in told)),
        seed_lines=operation.seed_lines,
        lines=(first + shift, last + shift),
        before=operation.before,
        after=operation.after,
        is_wording=operation.is_wording,
        is_explained=is_explained,
    )
