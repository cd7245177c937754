"""Persons, organisations and places that an archive knows by name: as curated, and as found in the documents."""

from muniment.frozen import dataclass
from muniment.model.passages import Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalForm:
    """A form that means an authority in one document, or in one paragraph of it, and says nothing elsewhere."""

    form: str
    """As printed: `the Minister`."""
    document: str
    """Id of the document."""
    at: str = ""
    """Anchor, where the form means the authority in one paragraph only."""
    line: int = 0
    """1-based line of the entry in its TOML file, for messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DescriptionSetting:
    """What is said of an authority, and by which words."""

    text: str
    """For readers; for `attested` it stands in the quotation as it is. Empty where the role says it all."""
    basis: str
    """`attested`, `inferred` or `supplied`."""
    relation: str = ""
    """Id of the role that is meant; may be empty."""
    document: str = ""
    """Id of the document; empty for `supplied`."""
    quote: str = ""
    """Exact words of one paragraph; empty for `supplied`."""
    at: str = ""
    """Anchor, when the quotation occurs more than once."""
    source: str = ""
    """Where a supplied description comes from; required for `supplied`."""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthoritySetting:
    """An entry of `people.toml`, `organisations.toml` or `places.toml`."""

    kind: str
    """`person`, `organisation` or `place`."""
    id: str
    name: str
    """Preferred label; it is looked for in the documents like a variant."""
    variants: tuple[str, ...] = ()
    """Further forms, exactly as printed."""
    sort_by: str = ""
    """The part of the name it is filed under: `Curie` of `Marie Curie`; empty where the name is filed as it stands."""
    text: str = ""
    """What the editor has to say about the entry: why two forms are taken to be one."""
    descriptions: tuple[DescriptionSetting, ...] = ()
    local: tuple[LocalForm, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherName:
    """A name that holds an authority's name and means something else (`[[not_a_place]]`)."""

    kind: str
    """`person`, `organisation` or `place`: what it is not."""
    name: str
    """As printed: `Ghent altarpiece`."""
    reason: str
    """What it is, for readers: `the name of a painting`."""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """A person, an organisation or a place is named; says nothing more than that."""

    kind: str
    """`person`, `organisation` or `place`."""
    authority: str
    """Id of the authority; for a name that is not counted, the name."""
    document: str
    anchor: str
    form: str
    """As printed."""
    quote: str
    """The sentence it stands in."""
    quote_start: int
    """0-based offset of that sentence in the block's `words`."""
    start: int
    """0-based offset of the form in the block's `words`."""
    seed_line: int
    """1-based."""
    seed_start: int
    """0-based character offset in that seed line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is said of an authority, resolved."""

    text: str
    basis: str
    passage: Passage | None
    """None for `supplied`."""
    source: str = ""
    relation: str = ""
    """Id of the role that is meant; may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """A person, an organisation or a place that the documents name."""

    kind: str
    """`person`, `organisation` or `place`."""
    id: str
    name: str
    """Preferred label."""
    sort_by: str
    """The part of the name it is filed under; the name itself where that is all of it."""
    letter: str
    """The letter it is filed under, small; some languages have letters of several characters."""
    forms: tuple[str, ...]
    """Every form that was found, as the curated file writes it: the name first if it was, then variants in order."""
    text: str
    descriptions: tuple[Description, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuthorityEntry:
    """An authority with every place where a document names it."""

    authority: Authority
    namings: tuple[Naming, ...]
    """By document in the archive's order, then in the order printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherNameEntry:
    """A name that is not counted, with every place where it stands."""

    other: OtherName
    namings: tuple[Naming, ...]
