"""What was compared and who accounts for it → a ledger by line: which changes of wording are on which lines, and why.

Knows nothing of how lines are gathered into operations.
"""

from collections.abc import Sequence
from dataclasses import field

from muniment.collate.compare import Comparison
from muniment.collate.words import EditionWords, SeedWords
from muniment.frozen import dataclass
from muniment.model import Intervention, Note

UNACCOUNTED = ("unaccounted", "No note says why.")
"""Rule and reason of a difference that nothing accounts for; a site with one is not published."""

Account = tuple[str, str, int]
"""(rule, reason, number of the intervention, or -1 minus the number of the difference)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What accounts for changes on which lines."""

    by_seed_line: dict[int, list[Account]] = field(default_factory=dict)
    """Changes of wording by 0-based seed line."""
    by_body_line: dict[int, list[Account]] = field(default_factory=dict)
    """Changes of wording by 0-based line of the body."""
    forms: tuple[Intervention, ...] = ()
    """Interventions that changed no words, by their first line."""


def ledger(
    seed: SeedWords,
    edition: EditionWords,
    comparison: Comparison,
    interventions: Sequence[Intervention],
    notes: Sequence[Note | None],
) -> Ledger:
    """Enter the changes of wording by line; `notes` has for each difference the note that accounts for it."""
    kept = Ledger(forms=_about_form(interventions, comparison))
    for claim in comparison.claims:
        accounts = [
            (interventions[number].rule, interventions[number].reason, number)
            for number in (claim.intervention, *claim.earlier)
        ]
        for line in sorted(set(seed.line_of[claim.start : claim.end])):
            kept.by_seed_line.setdefault(line, []).extend(accounts)
    for number, (difference, note) in enumerate(zip(comparison.differences, notes, strict=True)):
        account = (*((note.kind, note.text) if note else UNACCOUNTED), -1 - number)
        for line in sorted({seed.line_of[word] for word in difference.seed}):
            kept.by_seed_line.setdefault(line, []).append(account)
        for line in sorted(set(edition.line_of[slice(*difference.edition)])):
            kept.by_body_line.setdefault(line, []).append(account)
    return kept


def _about_form(interventions: Sequence[Intervention], comparison: Comparison) -> tuple[Intervention, ...]:
    """Give the interventions that no claim on words comes from."""
    claimed = {number for claim in comparison.claims for number in (claim.intervention, *claim.earlier)}
    about_form = [
        intervention
        for number, intervention in enumerate(interventions)
        if number not in claimed and not (intervention.before and not intervention.after)
    ]
    return tuple(sorted(about_form, key=lambda intervention: intervention.lines))
