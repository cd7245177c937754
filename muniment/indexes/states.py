"""Turns mentions and claims into the states index: what every state that occurs is called, where, and in which role.

It refuses to infer a role from a mention.
"""

from collections.abc import Iterable

from muniment.model import Archive, Claim, Document, Gathered, Relation, StateEntry
from muniment.words import Alphabet

Letters = tuple[tuple[str, tuple[StateEntry, ...]], ...]
"""(letter, the states under it)."""
Matrix = tuple[tuple[StateEntry, tuple[int, ...]], ...]
"""(state, number of its mentions in each document in the archive's order)."""
Groups = tuple[tuple[Relation, tuple[StateEntry, ...]], ...]
"""(relation, the states of which it is claimed)."""
Listed = frozenset[tuple[str, str]]
"""(document, anchor) of every paragraph that is a list of states; asked, never walked through."""


def states(archive: Archive) -> tuple[StateEntry, ...]:
    """Give every state that a mention or a claim names, by label; its mentions and claims in the archive's order."""
    naming: dict[str, list[Document]] = {state.id: [] for state in archive.states}
    claims: dict[str, list[Claim]] = {state.id: [] for state in archive.states}
    for document in archive.documents:
        for state, _ in document.entry.named:
            naming[state].append(document)
    for claim in archive.claims:
        claims[claim.state].append(claim)
    return tuple(
        StateEntry(
            state=state,
            mentions=Gathered(state.id, tuple(naming[state.id])),
            documents=tuple(document.id for document in naming[state.id]),
            claims=tuple(claims[state.id]),
        )
        for state in archive.states
    )


def by_letter(entries: Iterable[StateEntry], alphabet: Alphabet) -> Letters:
    """Group states under the first letter of their label, in the order of an alphabet."""
    grouped: dict[str, list[StateEntry]] = {}
    for entry in entries:
        grouped.setdefault(alphabet.initial(entry.state.name).upper(), []).append(entry)
    return tuple((letter, tuple(grouped[letter])) for letter in sorted(grouped, key=alphabet.key))


def by_relation(archive: Archive, entries: Iterable[StateEntry]) -> Groups:
    """Group states by the roles claimed for them, in the archive's order; roles without states are left out."""
    entries = tuple(entries)
    grouped = (
        (relation, tuple(e for e in entries if any(claim.relation == relation.id for claim in e.claims)))
        for relation in archive.settings.relations
    )
    return tuple((relation, members) for relation, members in grouped if members)


def matrix(archive: Archive, entries: Iterable[StateEntry]) -> Matrix:
    """Count the mentions of each state in each document."""
    column = {document.id: number for number, document in enumerate(archive.documents)}
    rows = []
    for entry in entries:
        counts = [0] * len(column)
        for mention in entry.mentions:
            counts[column[mention.document]] += 1
        rows.append((entry, tuple(counts)))
    return tuple(rows)


def listed(archive: Archive) -> Listed:
    """Find the paragraphs that are lists of states."""
    return frozenset((document.id, anchor) for document in archive.documents for anchor in document.entry.lists)


def is_named_only_in_list(entry: StateEntry, lists: Listed) -> bool:
    """Say whether every mention of a state stands in a list of states, so that no document says anything of it."""
    listing = {document for document, _ in lists}
    if not entry.documents or not all(document in listing for document in entry.documents):
        return False
    return all((mention.document, mention.anchor) in lists for mention in entry.mentions)
