"""What the curated files of `site_src/` say, before anything is looked up in the documents."""

from muniment.frozen import dataclass
from muniment.model.authorities import AuthoritySetting, OtherName
from muniment.words import ENGLISH, Words

INDEXES = ("timeline", "states", "people", "organisations", "places", "figures")
"""Everything that can arrange what documents say, in the order of the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedDate:
    """A date of an event or stage with the words that give it."""

    edtf: str
    status: str
    """`planned`, `held`, `target` or `unknown`."""
    basis: str
    """`attested`, `inferred` or `supplied`."""
    printed: str
    """The date's wording as printed."""
    document: str
    """Id of the document."""
    quote: str
    """Exact words of one paragraph that hold the date."""
    at: str = ""
    """Anchor, when the quotation occurs more than once."""
    text: str = ""
    """What an editor has to say about it."""
    line: int = 0
    """1-based line of the entry in its TOML file, for messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventSetting:
    """An event of `events.toml`."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    """Further forms under which documents name it; the normaliser looks for them."""
    place: str = ""
    stage: str = ""
    """Id of the stage it belongs to; empty for what came before, between or after."""
    relation: str = "context"
    """`stage`, `side`, `background`, `context`, `after` or `deadline`: how it stands to the timeline."""
    text: str = ""
    dates: tuple[QuotedDate, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StageSetting:
    """A stage of the timeline, in the order of `archive.toml`."""

    id: str
    name: str
    text: str = ""
    """A sentence or two for readers."""
    missing: str = ""
    """What no document attests, said in plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A role that a state, a person, an organisation or a place can have in this archive."""

    id: str
    label: str
    """As read in a table: `Ratified the treaty`."""
    verb: str
    """As read in a sentence about one of them: `ratified the treaty`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSetting:
    """One claim of `claims.toml`: subjects, relation, document, quotation."""

    states: tuple[str, ...]
    """Ids of states."""
    relation: str
    basis: str
    document: str
    quote: str
    """Exact words of one paragraph; they name every subject unless `basis` is `inferred`."""
    at: str = ""
    context: str = ""
    """Exact words of another paragraph of the same document that lead to the quotation (a list's lead)."""
    text: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureSetting:
    """A count that a document gives (`[[figure]]` in claims.toml)."""

    figure: str
    """As printed: `nearly 30`."""
    counted: str
    """What was counted: `additional countries`."""
    verb: str
    """What they did: `joined`."""
    as_of: str
    """EDTF of the moment it speaks of; may be empty."""
    document: str
    quote: str
    at: str = ""
    text: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PageText:
    """A hand-written page of `site_src/pages/`."""

    path: str
    slug: str
    title: str
    body: str
    body_line: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one page shows, so that none grows with the archive; what goes beyond is divided or counted."""

    cards: int = 60
    """Documents that the home page and the timeline show with words of theirs."""
    rows: int = 500
    """Documents in a list, or on a page of an arrangement, before it is divided."""
    named: int = 60
    """Documents that a page names of a stage, or between stages."""
    beside: int = 6
    """Documents of the same event that a document's page names; each of them is made anew when a title changes."""
    drawn: int = 60
    """Documents drawn one by one on the line of stages and on the timeline's picture."""
    columns: int = 60
    """Documents among which the table of states can be filtered."""
    dots: int = 16
    """Documents that have a column of their own in the table of states."""
    passages: int = 200
    """Documents from which one page quotes all that names a state."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`archive.toml`, `events.toml`, `claims.toml` and the pages, typed; defaults where a folder has none."""

    title: str
    description: str = ""
    language: str = "en"
    """Of the interface, as asked for; BCP 47. `words.language` is the one it is in."""
    words: Words = ENGLISH
    """The words of the interface."""
    base_url: str = ""
    """Absolute, ends with `/`; empty when not published yet."""
    publisher: str = ""
    licence: str = ""
    licence_url: str = ""
    contact: str = ""
    """Address for corrections: a mail or web address."""
    kinds: tuple[tuple[str, str], ...] = ()
    """(id, label for readers), contract.md's list and the archive's own."""
    likenesses: tuple[tuple[str, str], ...] = ()
    """(id of a kind of the archive's own, id of the kind that citations and data treat it as)."""
    indexes: tuple[str, ...] = INDEXES
    """Those of `INDEXES` that the archive has; nothing is looked for or shown that would belong to another."""
    stages: tuple[StageSetting, ...] = ()
    relations: tuple[Relation, ...] = ()
    events: tuple[EventSetting, ...] = ()
    claims: tuple[ClaimSetting, ...] = ()
    figures: tuple[FigureSetting, ...] = ()
    authorities: tuple[AuthoritySetting, ...] = ()
    """Entries of people.toml, organisations.toml and places.toml, in that order."""
    other_names: tuple[OtherName, ...] = ()
    """Names that these files set aside, in the same order."""
    pages: tuple[PageText, ...] = ()
    markdown: tuple[str, ...] = ()
    """Extensions of Markdown the archive asks for: `table`, `strikethrough`."""
    exports: tuple[str, ...] = ("data", "texts", "seed", "source")
    """Kinds of files, and of pages beside a document's own, that the site has."""
    search: str = "none"
    limits: Limits = Limits()
    """The same for every archive; tests have smaller ones."""
