"""The indexes of persons, organisations and places → their pages, and the names a document's page lists.

Never says more of an authority than quoted words do, or than an editor's source is named for.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from muniment.archive.authorities import order
from muniment.archive.stretches import find
from muniment.frozen import dataclass
from muniment.indexes.authorities import (
    ELSEWHERE,
    KINDS,
    Roster,
    having_roles,
    letter,
    naming_documents,
    rosters,
)
from muniment.indexes.facets import Facet
from muniment.model import Authority, AuthorityEntry, Description, Document, Naming, OtherNameEntry, Passage
from muniment.pages import ROSTERS, authority_path, introduced_title, roster_path
from muniment.views.document import Named
from muniment.views.facets import controls, tokens
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links
from muniment.views.quotations import Quotation, mention_passage, quotation
from muniment.views.timeline import Reference, references

FEW = 8
"""Entries below which a page of them needs no letters to jump to and no filter."""


LONGEST = 270
"""Characters of a sentence that an index prints whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said of an authority."""

    text: str
    """The editor's words, or the role as a sentence; empty where the quoted words are all that is said."""
    basis: str
    basis_words: str
    quotation: Quotation | None
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passages:
    """Where one document names an authority, each sentence once."""

    document: Reference
    sentences: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One authority as its index shows it."""

    id: str
    before: str
    """What stands in the name before the part it is filed under."""
    filed: str
    """The part of the name it is filed under."""
    behind: str
    forms: str
    """The other forms that are printed, in words; empty where there are none."""
    roles: str
    """Labels of the roles, in words; empty where there are none."""
    text: str
    said: tuple[Said, ...]
    passages: tuple[Passages, ...]
    answers: tuple[tuple[str, str], ...]
    """What the entry answers to in each filter: (facet, tokens with a space between)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One authority in the table of a divided index."""

    id: str
    name: str
    url: str
    times: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NotCounted:
    """A name that holds an authority's name and means something else."""

    name: str
    reason: str
    places: tuple[Quotation, ...]


def roster(aid: FindingAid, links: Links, shown: Roster) -> dict[str, object]:
    """Give what a page of an index shows."""
    is_table = shown.is_divided and not shown.letter
    entries = () if is_table else tuple(_entries(aid, links, shown.entries))
    named = {naming.document for entry in shown.entries for naming in entry.namings}
    number = aid.count(ROSTERS[shown.kind], len(shown.entries))
    return {
        "kind": ROSTERS[shown.kind],
        "summary": aid.say("roster.summary", entries=number, documents=aid.count("roster.documents", len(named))),
        "entries": entries,
        "lines": tuple(_line(aid, links, each) for each in shown.entries) if is_table else (),
        "letters": _letters(aid, links, shown) if shown.is_divided or len(entries) > FEW else (),
        "filters": controls(aid, _facets(aid, shown.entries)) if len(entries) > FEW else (),
        "not_counted": tuple(_not_counted(aid, links, each) for each in shown.others),
        "whole": links.to(roster_path(shown.kind)),
        "has_states": bool(aid.indexes.states),
        "further": (*_states(aid, links), *ways(aid, links, shown.kind)),
    }


def ways(aid: FindingAid, links: Links, besides: str = "") -> tuple[tuple[str, str, str], ...]:
    """List (title, link, line) of the indexes that exist, besides that of one kind."""
    known = {kind for kind, _ in aid.addresses}
    return tuple(
        (introduced_title(aid.archive, slug), links.to(roster_path(kind)), aid.say(f"home.{slug}"))
        for kind, slug in ROSTERS.items()
        if kind in known and kind != besides
    )


def _states(aid: FindingAid, links: Links) -> tuple[tuple[str, str, str], ...]:
    """Give the index of states as `ways` gives the others, if there is one."""
    title = introduced_title(aid.archive, "states")
    return ((title, links.to("states.html"), aid.say("home.states")),) if aid.indexes.states else ()


def address(aid: FindingAid, links: Links, name: str, kinds: Iterable[str] = KINDS) -> str:
    """Give the link to the entry of the authority that a form of front matter means; empty where there is none."""
    for kind in kinds:
        known = aid.bearers.get((kind, name))
        if known:
            return links.to(aid.addresses[kind, known])
    return ""


def named(aid: FindingAid, links: Links, document: Document) -> tuple[tuple[str, tuple[Named, ...]], ...]:
    """List by kind the authorities that a document names, each kind with its slug, in the order of the index."""
    times = Counter[tuple[str, str]]()
    first: dict[tuple[str, str], str] = {}
    text = document.collation
    for anchor in (*(line.anchor for line in text.meta_lines), *(block.anchor for block in text.text.blocks)):
        for naming in aid.namings.get((document.id, anchor), ()):
            key = naming.kind, naming.authority
            times[key] += 1
            first.setdefault(key, anchor)
    found: dict[str, list[Named]] = {}
    for each in sorted((aid.authorities[key] for key in times), key=lambda each: order(each, aid.words.alphabet)):
        key = each.kind, each.id
        name = Named(
            name=each.name,
            url=links.to(aid.addresses[key]),
            times=aid.count("times", times[key]),
            first=f"#{first[key]}",
        )
        found.setdefault(ROSTERS[each.kind], []).append(name)
    return tuple((slug, tuple(names)) for slug, names in found.items())


def _entries(aid: FindingAid, links: Links, found: tuple[AuthorityEntry, ...]) -> Iterator[Entry]:
    """Set every entry in full."""
    answers = tokens(_facets(aid, found)) if len(found) > FEW else {}
    for each in found:
        authority = each.authority
        before, filed, behind = authority.name.partition(authority.sort_by)
        yield Entry(
            id=authority.id,
            before=before,
            filed=filed,
            behind=behind,
            forms=_forms(aid, authority),
            roles=aid.words.listed(_roles(aid, authority)),
            text=authority.text,
            said=tuple(_said(aid, links, description, each) for description in authority.descriptions),
            passages=tuple(_passages(aid, links, each.namings)),
            answers=answers.get(authority.id, ()),
        )


def _forms(aid: FindingAid, authority: Authority) -> str:
    """Say under which other forms an authority is printed."""
    others = [form for form in authority.forms if form != authority.name]
    if not others:
        return ""
    listed = aid.say("list.comma").join(aid.say("quoted", words=form) for form in others)
    return aid.say("roster.also" if authority.name in authority.forms else "roster.as", forms=listed)


def _said(aid: FindingAid, links: Links, description: Description, entry: AuthorityEntry) -> Said:
    """Set one description; attested words are quoted alone, for others the passage stands under the editor's words."""
    words, passage = description.text or _sentence(aid, description), description.passage
    if passage and description.basis == "attested" and description.text:
        words, passage = "", _narrowed(passage, description.text)
    return Said(
        text=words,
        basis=description.basis,
        basis_words=aid.say(f"basis.{description.basis}"),
        quotation=quotation(aid, links, passage, entry.namings) if passage else None,
        source=description.source,
    )


def _sentence(aid: FindingAid, description: Description) -> str:
    """Say a role as a sentence about the one who has it."""
    verb = aid.relations[description.relation].verb
    return verb[:1].upper() + verb[1:]


def _narrowed(passage: Passage, text: str) -> Passage:
    """Give the part of a passage that reads as a text."""
    span = find(passage.quote, text)
    if span is None:  # assembly refuses such a description
        return passage
    return replace(passage, quote=passage.quote[span[0] : span[1]], start=passage.start + span[0])


def _passages(aid: FindingAid, links: Links, namings: Iterable[Naming]) -> Iterator[Passages]:
    """Give every sentence that names an authority, by document, each once with every name in it marked."""
    for document, own in groupby(namings, key=lambda naming: naming.document):
        by_sentence: dict[tuple[str, int], list[Naming]] = {}
        for naming in own:
            by_sentence.setdefault((naming.anchor, mention_passage(naming).start), []).append(naming)
        (reference,) = references(aid, links, (document,))
        sentences = tuple(
            quotation(aid, links, mention_passage(each[0]), each, LONGEST) for each in by_sentence.values()
        )
        yield Passages(document=reference, sentences=sentences)


def _line(aid: FindingAid, links: Links, entry: AuthorityEntry) -> Line:
    """Set one line of the table of a divided index; it keeps the address that the entry would have there."""
    return Line(
        id=entry.authority.id,
        name=entry.authority.name,
        url=links.to(authority_path(entry.authority, is_divided=True)),
        times=aid.count("passages", len(entry.namings)),
    )


def _letters(aid: FindingAid, links: Links, shown: Roster) -> tuple[tuple[str, str], ...]:
    """List (letter, link) of the letters to jump to: on the page itself, or each on its own page."""
    if shown.is_divided:
        divided = rosters(aid.indexes, shown.kind)[1:]
        return tuple(
            (each.heading or aid.say("roster.elsewhere"), links.to(roster_path(shown.kind, each.letter)))
            for each in divided
        )
    first: dict[str, str] = {}
    for entry in shown.entries:
        is_elsewhere = letter(entry.authority) == ELSEWHERE
        name = aid.say("roster.elsewhere") if is_elsewhere else entry.authority.letter.upper()
        first.setdefault(name, f"#{entry.authority.id}")
    return tuple(first.items())


def _facets(aid: FindingAid, found: tuple[AuthorityEntry, ...]) -> tuple[Facet, ...]:
    """Arrange entries by the documents that name them, and by their roles."""
    return (naming_documents(aid.archive.documents, found), *having_roles(aid.settings.relations, found))


def _roles(aid: FindingAid, authority: Authority) -> Iterable[str]:
    """Give the labels of an authority's roles, each once."""
    own = (each.relation for each in authority.descriptions if each.relation)
    return (aid.relations[role].label for role in dict.fromkeys(own))


def _not_counted(aid: FindingAid, links: Links, entry: OtherNameEntry) -> NotCounted:
    """Set a name that is not counted, with the places where it stands."""
    return NotCounted(
        name=entry.other.name,
        reason=entry.other.reason,
        places=tuple(quotation(aid, links, mention_passage(each), (each,)) for each in entry.namings),
    )
