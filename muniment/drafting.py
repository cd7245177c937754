"""Drafts seeds, and tries each draft as an edition is tried before it may stand; touches no file.

Refuses to hand on a draft that its own collation finds at fault: such a seed is drafted again with every line kept.
"""

import re

from muniment import anchors, collate, normalise, parse, problems
from muniment.model import Draft, Settings, Transcript

KEPT = "S-130"
"""Code of the problem that says that a seed's lines were kept instead."""
_SIGNS = re.compile(r"[\\`*_<>&\[\]~#|^]|[^\S\n ]|[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\ufeff]")
"""Signs that a rule or Markdown could take for something else; a text without them is drafted in its own words."""
_FORM = ("lift-", "omit-")
"""Rules that take whole lines out of the running text, which no draft has ever failed for."""


def draft(transcript: Transcript, settings: Settings) -> Draft:
    """Draft one transcript under the id it would like, fit to be published as it is; pure, for any process."""
    return _fit(normalise.draft(transcript, settings), transcript, settings)


def draft_all(transcripts: tuple[Transcript, ...], settings: Settings, taken: frozenset[str]) -> tuple[Draft, ...]:
    """Draft transcripts in the order of their names, no two under one id."""
    ordered = sorted(transcripts, key=lambda each: each.name)
    return normalise.settle([draft(each, settings) for each in ordered], taken)


def faults(draft: Draft, transcript: Transcript, settings: Settings) -> tuple[str, ...]:
    """Give the codes of the errors that a draft would have as an edition."""
    try:
        text = parse.parse(draft.edition.body, settings.markdown)
    except parse.NestingError:
        return ("E-084",)
    text, _, _ = anchors.give(text, None, draft.edition.front.id)
    collation = collate.collate(transcript, draft.edition, text)
    found = [each.code for each in collation.problems if each.severity == "error"]
    if collate.undo(draft.edition.body, collation.apparatus) != "".join(transcript.lines):
        found.append("E-085")
    return tuple(dict.fromkeys(found))


def is_plain(draft: Draft, transcript: Transcript) -> bool:
    """Tell whether a draft cannot be at fault: no sign of markup in its seed, and no rule altered a word."""
    altered = any(each.before and not each.rule.startswith(_FORM) for each in draft.edition.front.interventions)
    return not altered and not any(_SIGNS.search(line) for line in transcript.lines)


def _fit(draft: Draft, transcript: Transcript, settings: Settings) -> Draft:
    """Give a draft if it is fit, else the first of the ways to keep every line that is."""
    found = () if is_plain(draft, transcript) else faults(draft, transcript, settings)
    if not found:
        return draft
    for way in normalise.WAYS:
        kept = normalise.keep(transcript, settings, draft.edition.front.id, way)
        if not faults(kept, transcript, settings):
            break
    told = problems.report(KEPT, f"seeds/{transcript.name}", codes=", ".join(found), way=way[2])
    return Draft(edition=kept.edition, problems=tuple(sorted((*kept.problems, told))))
