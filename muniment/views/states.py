"""The states index → its table and the page of each state; knows nothing of what a role means.

Never says more of a state than a claim's words or a mention's sentence.
"""

from collections.abc import Iterable, Sequence

from muniment.frozen import dataclass
from muniment.indexes import by_letter, is_named_only_in_list
from muniment.model import Claim, Mention, State, StateEntry
from muniment.pages import document_path, state_path
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links
from muniment.views.quotations import Quotation, mention_passage, quotation
from muniment.views.timeline import Reference, references


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Whether one document names one state."""

    document: Reference
    url: str
    """Link to the first mention; empty where the document does not name the state."""
    label: str
    """What the dot says to a reader who does not see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One state of the table."""

    name: str
    url: str
    roles: tuple[str, ...]
    only: str
    """Said of a state that nothing but a list names; else empty."""
    cells: tuple[Cell, ...]
    named_in: str
    """Number of documents in words, for tables without dots."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The states whose names begin with one letter."""

    letter: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """One claim about a state, as a sentence with its words."""

    sentence: str
    basis: str
    basis_words: str
    quotation: Quotation
    lead: Quotation | None
    """Words of another paragraph without which the quotation says too little."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """One mention, in its sentence."""

    quotation: Quotation
    form: str
    """How it is named, where that is not the preferred name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The mentions in one document."""

    document: Reference
    namings: tuple[Naming, ...]


def letters(aid: FindingAid, links: Links) -> tuple[Letter, ...]:
    """Group the table's rows by first letter, diacritics folded."""
    return tuple(
        Letter(letter=letter, rows=tuple(_row(aid, links, entry) for entry in entries))
        for letter, entries in by_letter(aid.indexes.states, aid.words.alphabet)
    )


def region(aid: FindingAid, state: State) -> str:
    """Name the part of the world a state lies in; empty for one that no longer is, or without a place."""
    name = state.subregion or state.region
    return aid.say(f"region.{name}") if aid.words.knows(f"region.{name}") else name


def only_lists(aid: FindingAid, links: Links, entry: StateEntry) -> tuple[tuple[Reference, ...], str]:
    """Name the documents whose lists alone name a state, or say how many; nothing where more than a list does."""
    if not is_named_only_in_list(entry, aid.lists):
        return (), ""
    if len(entry.documents) > aid.settings.limits.named:
        return (), aid.say("state.only.many", documents=aid.count("documents", len(entry.documents)))
    return references(aid, links, entry.documents), ""


def roles(aid: FindingAid, links: Links, entry: StateEntry) -> tuple[Role, ...]:
    """Word every claim about a state, the state's name marked in the quoted words."""
    return tuple(_role(aid, links, entry, claim) for claim in entry.claims)


def namings(aid: FindingAid, links: Links, entry: StateEntry, documents: Sequence[str]) -> tuple[Group, ...]:
    """Give every mention of a state in some documents, in its sentence."""
    found = []
    for reference in references(aid, links, documents):
        own = [mention for mention in aid.documents[reference.id].mentions if mention.state == entry.state.id]
        own.sort(key=lambda mention: (mention.seed_line, mention.start))
        found.append(Group(document=reference, namings=tuple(_namings(aid, links, entry, own))))
    return tuple(found)


def _namings(aid: FindingAid, links: Links, entry: StateEntry, mentions: Iterable[Mention]) -> Iterable[Naming]:
    """Set each sentence once, with every mention of the state in it marked."""
    by_sentence: dict[tuple[str, int], list[Mention]] = {}
    for mention in mentions:
        passage = mention_passage(mention)
        by_sentence.setdefault((mention.anchor, passage.start), []).append(mention)
    for own in by_sentence.values():
        forms = dict.fromkeys((each.form, each.kind) for each in own if each.form != entry.state.name)
        worded = [_form(aid, form, kind) for form, kind in forms]
        yield Naming(
            quotation=quotation(aid, links, mention_passage(own[0]), own),
            form=aid.say("list.comma").join(worded),
        )


def _form(aid: FindingAid, form: str, kind: str) -> str:
    """Say how a state is named."""
    return aid.say("state.form" if kind == "name" else f"state.form.{kind}", form=form)


def _role(aid: FindingAid, links: Links, entry: StateEntry, claim: Claim) -> Role:
    """Word one claim."""
    verb = aid.relations[claim.relation].verb if claim.relation in aid.relations else claim.relation
    return Role(
        sentence=verb[:1].upper() + verb[1:],
        basis=claim.basis,
        basis_words=aid.say(f"basis.{claim.basis}"),
        quotation=quotation(aid, links, claim.passage, entry.mentions),
        lead=quotation(aid, links, claim.context) if claim.context else None,
        text=claim.text,
    )


def _row(aid: FindingAid, links: Links, entry: StateEntry) -> Row:
    """Word one row of the table."""
    labels = [
        aid.relations[claim.relation].label if claim.relation in aid.relations else claim.relation
        for claim in entry.claims
    ]
    named = len(entry.documents)
    return Row(
        name=entry.state.name,
        url=links.to(state_path(entry.state.slug)),
        roles=tuple(dict.fromkeys(labels)),
        only=aid.say("states.only") if is_named_only_in_list(entry, aid.lists) else "",
        cells=tuple(_cells(aid, links, entry)) if len(aid.documents) <= aid.settings.limits.dots else (),
        named_in=aid.count("documents", named),
    )


def _cells(aid: FindingAid, links: Links, entry: StateEntry) -> Iterable[Cell]:
    """Say for each document whether it names the state, and where first."""
    for document in references(aid, links, aid.documents):
        own = [mention for mention in entry.mentions if mention.document == document.id]
        first = min(own, key=lambda mention: (mention.seed_line, mention.start), default=None)
        blanks = {"state": entry.state.name, "document": document.title, "mentions": aid.count("mentions", len(own))}
        yield Cell(
            document=document,
            url=links.to(f"{document_path(document.id)}#{first.anchor}") if first else "",
            label=aid.say("states.cell", **blanks) if own else "",
        )
