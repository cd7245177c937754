"""The assembled archive: documents, states, events and claims, every quotation resolved to its passage."""

from collections.abc import Sequence

from muniment.frozen import dataclass
from muniment.model.authorities import Authority, AuthorityEntry, Naming, OtherName, OtherNameEntry
from muniment.model.documents import Document, Mention
from muniment.model.passages import Passage
from muniment.model.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """An entry of the gazetteer."""

    id: str
    """ISO 3166-1 alpha-3, or `x-…` where there is none."""
    name: str
    """Preferred label."""
    official: str = ""
    slug: str = ""
    """For the address of its page."""
    region: str = ""
    """UN M49 region, or empty."""
    subregion: str = ""
    standing: str = ""
    """`member`, `observer`, `other` (United Nations) or `former`."""
    names: tuple[tuple[str, str], ...] = ()
    """(form, kind) with kind `name`, `alias` or `demonym`; the preferred and official names are kind `name`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageDate:
    """One attested date of a stage or event, with its passage."""

    edtf: str
    status: str
    basis: str
    printed: str
    passage: Passage
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """An event with its dates resolved."""

    id: str
    name: str
    place: str
    stage: str
    relation: str
    status: str
    """The strongest status among its dates: held > planned > target > unknown."""
    text: str
    dates: tuple[StageDate, ...]
    documents: tuple[str, ...]
    """Ids of the documents whose front matter names this event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage of the timeline with the dates of its events."""

    id: str
    name: str
    text: str
    missing: str
    status: str
    dates: tuple[StageDate, ...]
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """(subject, relation, document, quotation), resolved."""

    state: str
    relation: str
    basis: str
    passage: Passage
    context: Passage | None = None
    """The words that lead to the quotation, when it needs them."""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A count as a document gives it, resolved."""

    figure: str
    counted: str
    verb: str
    as_of: str
    passage: Passage
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateEntry:
    """A state that the archive names, with everything said of it."""

    state: State
    mentions: Sequence[Mention]
    """In the archive's order; read from the documents when somebody asks for them."""
    documents: tuple[str, ...]
    """Ids of the documents that name it, in the archive's order."""
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisteredAnchor:
    """One published anchor: what it names, so that it never comes to mean something else."""

    anchor: str
    """`p7`, `h2`."""
    sha256: str
    """Of the block's words with white space folded; sha256, first 16 hex digits."""
    opening: str
    """The block's first words, for people who read the file."""
    sketch: str = ""
    """A sample of the hashes of the block's words, four hex digits each, so that an edited block is known again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registry:
    """The published anchors of one document (`site_src/anchors/<id>.toml`)."""

    document: str
    anchors: tuple[RegisteredAnchor, ...]
    """Live anchors in document order."""
    aliases: tuple[tuple[str, str], ...] = ()
    """(former anchor, anchor it now leads to)."""
    last: tuple[tuple[str, int], ...] = ()
    """(letter, highest number ever given), so that a number is never given twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything an index, page or data file can be made from."""

    settings: Settings
    documents: tuple[Document, ...]
    """By date (EDTF order, undated last), then id."""
    states: tuple[State, ...]
    """The states that a mention or a claim names, by preferred label with diacritics folded."""
    events: tuple[Event, ...]
    """In the order of events.toml."""
    claims: tuple[Claim, ...]
    """One per state and claim, in the order of claims.toml."""
    figures: tuple[Figure, ...]
    content_sha256: str
    """Over all inputs (seeds and site_src), lower-case hex; shown on the colophon only."""
    authorities: tuple[Authority, ...] = ()
    """Persons, then organisations, then places that the documents name, each by what they are filed under."""
    namings: tuple[Naming, ...] = ()
    """Of authorities, by document in the archive's order, then in the order printed."""
    other_names: tuple[OtherName, ...] = ()
    """Names that hold an authority's name and are not counted, in the order of the curated files."""
    other_namings: tuple[Naming, ...] = ()
    """Where those names stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Documents of no stage which stand at the same place in time, as far as the dates prove it."""

    after: str
    """Id of the last stage that began no later than any of them; empty if none is known to have."""
    before: str
    """Id of the first stage that began later than all of them; empty if none is known to have."""
    documents: tuple[str, ...]
    """Ids, by date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """The timeline: stages in the archive's order, and what stands before, between and after them."""

    stages: tuple[Stage, ...]
    before: tuple[Event, ...]
    """Background events, by date."""
    beside: tuple[Event, ...]
    """Side events and deadlines, by date."""
    after: tuple[Event, ...]
    """Events after the last stage, by date."""
    between: tuple[Interval, ...]
    """Dated documents that belong to no stage, in the order of the stages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a facet, with everything that has it."""

    token: str
    """Its name in addresses: words joined by hyphens, unique within the facet."""
    label: str
    """As readers see it; empty for what has no value."""
    members: tuple[str, ...]
    """Ids of documents, or of states, in the order they were given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """A way to arrange documents or states."""

    name: str
    """Of documents: `kind`, `place`, `stage`, `year`, `creator`, `state`. Of states: `role`, `region`, `document`."""
    values: tuple[Value, ...]
    """In the order of a list for readers; what has no value comes last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexes:
    """What the indexes make of an archive."""

    timeline: Timeline
    states: tuple[StateEntry, ...]
    authorities: tuple[AuthorityEntry, ...] = ()
    """In the archive's order."""
    other_names: tuple[OtherNameEntry, ...] = ()
    """In the archive's order."""
    document_facets: tuple[Facet, ...] = ()
    """The ways to arrange all documents."""
    state_facets: tuple[Facet, ...] = ()
    """The ways to arrange all states."""
