"""Turns editions that nobody has reviewed into what their seeds left unsure: line, words and suggestion, as drafted.

A draft's doubts are told once, when it is made; here they are told until an editor has settled them. Refuses to repeat
a doubt about a field that says something else now, and anything about an edition whose seed has changed.
"""

from collections.abc import Iterator, Mapping

from muniment import drafting, edition, formats
from muniment.hands import DOCUMENTS
from muniment.model import Draft, Edition, Problem, Settings

FIELDS = {
    "S-020": "title",
    "S-051": "title",
    "S-052": "date",
    "S-053": "date",
    "S-054": "date",
    "S-055": "kind",
    "S-056": "event",
    "S-057": "place",
    "S-058": "creators",
    "S-059": "publisher",
    "S-060": "language",
}
"""What each doubt is about; other doubts are about the text."""


def unsure(sources: Mapping[str, bytes], seeds: Mapping[str, bytes], settings: Settings) -> Iterator[Problem]:
    """Give the doubts of every edition that is not reviewed, in the order of the editions."""
    for path in sources:
        if not path.startswith(DOCUMENTS) or not path.endswith(".md"):
            continue
        held, _ = edition.read(path, sources[path])
        if held is None or held.front.reviewed not in {"", "no"} or held.front.seed not in seeds:
            continue
        transcript, _ = formats.read(held.front.seed, seeds[held.front.seed])
        if transcript is not None and transcript.sha256 == held.front.seed_sha256:
            yield from _open(held, drafting.draft(transcript, settings))


def _open(held: Edition, draft: Draft) -> Iterator[Problem]:
    """Give the doubts of a draft that its edition has not settled."""
    is_same_text = held.body == draft.edition.body
    allowed = {each.code for each in held.front.allow}
    for each in draft.problems:
        field = FIELDS.get(each.code)
        is_open = getattr(held.front, field) == getattr(draft.edition.front, field) if field else is_same_text
        if is_open and each.code not in allowed:
            yield each
