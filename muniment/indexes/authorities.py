"""Turns an archive into its indexes of persons, organisations and places, and these into the rosters pages show.

It refuses to infer anything from a name: an entry is a label, what quoted words say, and where the name stands.
"""

from collections.abc import Iterable

from muniment.frozen import dataclass
from muniment.indexes.facets import NONE, Facet, Value
from muniment.model import Archive, Authority, AuthorityEntry, Document, Indexes, Naming, OtherNameEntry, Relation

KINDS = ("person", "organisation", "place")
"""Kinds of authorities, in the order of the site."""

LONGEST = 200
"""Entries up to which an index is one page; a longer one is divided by letter."""

ELSEWHERE = "other"
"""Stands for the letters that an address cannot hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """A page of an index: all of it, one letter of it, or its table of letters."""

    kind: str
    """`person`, `organisation` or `place`."""
    letter: str
    """Small letter or digit as an address holds it, or `other`; empty for the first page."""
    heading: str
    """The same for readers; empty for the first page, and for `other`."""
    entries: tuple[AuthorityEntry, ...]
    """All of the index on its first page, else those of the letter."""
    others: tuple[OtherNameEntry, ...]
    """Names that are not counted, on the first page."""
    is_divided: bool
    """Whether the entries of the first page stand in full on the pages of their letters."""


def entries(archive: Archive) -> tuple[AuthorityEntry, ...]:
    """Give every authority with its namings, in the archive's order."""
    grouped = _grouped(archive.namings)
    return tuple(
        AuthorityEntry(authority=each, namings=grouped.get((each.kind, each.id), ())) for each in archive.authorities
    )


def others(archive: Archive) -> tuple[OtherNameEntry, ...]:
    """Give every name that is not counted with the places where it stands."""
    grouped = _grouped(archive.other_namings)
    return tuple(
        OtherNameEntry(other=each, namings=grouped.get((each.kind, each.name), ())) for each in archive.other_names
    )


def rosters(indexes: Indexes, kind: str) -> tuple[Roster, ...]:
    """Divide the index of one kind into pages; none where the archive knows nothing of the kind."""
    own = tuple(each for each in indexes.authorities if each.authority.kind == kind)
    aside = tuple(each for each in indexes.other_names if each.other.kind == kind)
    if not own:
        return ()
    is_divided = len(own) > LONGEST
    first = Roster(kind=kind, letter="", heading="", entries=own, others=aside, is_divided=is_divided)
    if not is_divided:
        return (first,)
    by_letter: dict[str, list[AuthorityEntry]] = {}
    for each in own:
        by_letter.setdefault(letter(each.authority), []).append(each)
    return first, *(
        Roster(
            kind=kind,
            letter=name,
            heading="" if name == ELSEWHERE else by_letter[name][0].authority.letter.upper(),
            entries=tuple(by_letter[name]),
            others=(),
            is_divided=True,
        )
        for name in sorted(by_letter, key=lambda name: name == ELSEWHERE)
    )


def letter(authority: Authority) -> str:
    """Give the letter an authority is filed under as an address can hold it: `a`, `u00e5`, or `other`."""
    parts = [each if each.isascii() else f"u{ord(each):04x}" for each in authority.letter]
    is_latin = authority.letter.isalnum() and all(ord(each) < 0x250 for each in authority.letter)
    return "".join(parts) if is_latin else ELSEWHERE


def naming_documents(documents: Iterable[Document], found: Iterable[AuthorityEntry]) -> Facet:
    """Arrange authorities by the documents that name them, in the archive's order."""
    members: dict[str, list[str]] = {document.id: [] for document in documents}
    titles = {document.id: document.entry.title for document in documents}
    for entry in found:
        for document in dict.fromkeys(naming.document for naming in entry.namings):
            members[document].append(entry.authority.id)
    return Facet(
        name="document",
        values=tuple(
            Value(token=document, label=titles[document], members=tuple(own))
            for document, own in members.items()
            if own
        ),
    )


def having_roles(relations: Iterable[Relation], found: Iterable[AuthorityEntry]) -> tuple[Facet, ...]:
    """Arrange authorities by the roles they have, in the archive's order; nothing where none has one."""
    found = tuple(found)
    own = [(each.authority.id, {said.relation for said in each.authority.descriptions}) for each in found]
    values = [
        Value(token=relation.id, label=relation.label, members=members)
        for relation in relations
        if (members := tuple(name for name, roles in own if relation.id in roles))
    ]
    without = tuple(name for name, roles in own if not any(roles))
    if values and without:
        values.append(Value(token=NONE, label="", members=without))
    return (Facet(name="role", values=tuple(values)),) if values else ()


def _grouped(namings: Iterable[Naming]) -> dict[tuple[str, str], tuple[Naming, ...]]:
    grouped: dict[tuple[str, str], list[Naming]] = {}
    for naming in namings:
        grouped.setdefault((naming.kind, naming.authority), []).append(naming)
    return {key: tuple(own) for key, own in grouped.items()}
