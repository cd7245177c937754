"""Turns an archive into the ways its documents and states can be arranged and filtered: by kind, place, role, ….

It refuses to know what a page looks like, and to leave anything out: what has no value is arranged under none.
"""

import re
from collections.abc import Iterable, Mapping

from muniment.indexes.passages import years
from muniment.model import Archive, Document, Facet, StateEntry, Timeline, Value
from muniment.words import Alphabet, folded

NONE = "none"
"""Token of what has no value in a facet."""

_WORDS = re.compile(r"[^\W_]+")

__all__ = ["NONE", "Facet", "Value", "naming_states", "of_documents", "of_states"]


Given = Iterable[tuple[str, tuple[str, ...]]]
"""(member, the keys of its values)."""


def of_documents(archive: Archive, documents: tuple[Document, ...], line: Timeline) -> tuple[Facet, ...]:
    """Arrange documents by kind, place, stage, year and creator; a facet of which none has a value is left out."""
    stages = {name: stage.id for stage in line.stages for name in stage.documents}
    stage_names = {stage.id: stage.name for stage in line.stages}
    held = [(document.id, document.entry) for document in documents]
    kinds = {entry.kind: entry.kind.replace("-", " ").capitalize() for _, entry in held}
    kinds |= dict(archive.settings.kinds)
    order = archive.settings.words.alphabet
    made = (
        _by_label("kind", [(name, (entry.kind,)) for name, entry in held], kinds, order),
        _by_label("place", [(name, (entry.place,)) for name, entry in held], {}, order),
        _facet("stage", [(name, (stages.get(name, ""),)) for name, _ in held], stage_names),
        _by_label("year", [(name, years(entry.date)) for name, entry in held], {}, order),
        _by_label("creator", [(name, entry.creators) for name, entry in held], {}, order),
    )
    return tuple(facet for facet in made if facet.values and facet.values[0].label)


def naming_states(documents: tuple[Document, ...], entries: Iterable[StateEntry]) -> Facet:
    """Arrange documents by the states they name, in the order of the states index."""
    named = {entry.state.id: frozenset(entry.documents) for entry in entries}
    return Facet(
        name="state",
        values=tuple(
            Value(token=entry.state.slug, label=entry.state.name, members=members)
            for entry in entries
            if (members := tuple(each.id for each in documents if each.id in named[entry.state.id]))
        ),
    )


def of_states(archive: Archive, entries: tuple[StateEntry, ...]) -> tuple[Facet, ...]:
    """Arrange states by role, region and, while they are few, the documents that name them."""
    roles = {relation.id: relation.label for relation in archive.settings.relations}
    titles = {document.id: document.entry.title for document in archive.documents}
    words = archive.settings.words
    names = [each.state.region for each in entries if words.knows(f"region.{each.state.region}")]
    regions = {name: words.say(f"region.{name}") for name in names}
    made: tuple[Facet, ...] = (
        _facet("role", [(e.state.id, tuple(claim.relation for claim in e.claims)) for e in entries], roles),
        _by_label("region", [(e.state.id, (e.state.region,)) for e in entries], regions, words.alphabet),
        _facet("document", [(e.state.id, e.documents) for e in entries], titles),
    )
    if len(titles) > archive.settings.limits.columns:
        made = made[:2]
    return tuple(facet for facet in made if facet.values and facet.values[0].label)


def _by_label(name: str, given: Given, labels: Mapping[str, str], order: Alphabet) -> Facet:
    """Make a facet whose values stand in the order of their labels; a key without a label is its own."""
    given = list(given)
    keys = dict.fromkeys(key for _, own in given for key in own if key)
    ordered = sorted(keys, key=lambda key: (order.key(labels.get(key) or key), key))
    return _facet(name, given, {key: labels.get(key) or key for key in ordered})


def _facet(name: str, given: Given, labels: Mapping[str, str]) -> Facet:
    """Make a facet whose values stand in the order of `labels`; values that nothing has are left out."""
    members: dict[str, list[str]] = {key: [] for key in labels}
    without = []
    for member, own in given:
        known = [key for key in dict.fromkeys(own) if key in labels]
        for key in known:
            members[key].append(member)
        if not known:
            without.append(member)
    taken: set[str] = {NONE}
    values = [
        Value(token=_token(key, taken), label=labels[key], members=tuple(members[key]))
        for key in labels
        if members[key]
    ]
    if without:
        values.append(Value(token=NONE, label="", members=tuple(without)))
    return Facet(name=name, values=tuple(values))


def _token(key: str, taken: set[str]) -> str:
    """Give a key as words for an address, with a number behind it where another key has the same words."""
    plain = "-".join(_WORDS.findall(folded(key))) or "other"
    token, number = plain, 2
    while token in taken:
        token, number = f"{plain}-{number}", number + 1
    taken.add(token)
    return token
