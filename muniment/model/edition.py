"""An edition (what people edit) and its collation with the seed."""

from muniment.frozen import dataclass
from muniment.model.problems import Problem
from muniment.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a fact of the front matter comes from."""

    line: int
    """1-based line in the seed; 0 for `supplied`."""
    quote: str
    """Exact words of that line; for `supplied`, words of the source or empty."""
    basis: str
    """`attested` (printed), `inferred` (from what is printed) or `supplied` (by an editor from elsewhere)."""
    source: str = ""
    """Where a supplied fact comes from; required for `supplied`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """One change the normaliser made when the edition was drafted, recorded in the front matter."""

    rule: str
    """Name of the rule in `normalise.RULES`."""
    lines: tuple[int, int]
    """1-based first and last line of the seed that the change is about."""
    before: str = ""
    """Exact words of the seed that the change took out or altered; empty when only the form changed."""
    after: str = ""
    """The words that stand there instead; empty when they were taken out of the running text."""
    reason: str = ""
    """Why, in one sentence for a reader."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """An editor's note (or a finding of the normaliser put up for an editor)."""

    kind: str
    """`sic`, `emendation`, `lacuna`, `omission` or `comment`."""
    at: str
    """Anchor of the block it belongs to, e.g. `p1`, `m2`."""
    quote: str = ""
    """Words of the edition (sic, lacuna, comment) or of the seed (emendation, omission) that it is about."""
    text: str = ""
    """The note as readers see it; for an emendation: what was changed and why."""
    by: str = ""
    """Who: an editor's name, or `muniment` for a finding of the program."""
    source: str = ""
    """Where the knowledge comes from, if not from the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """A check that an editor has waived for one document, with the reason."""

    code: str
    """The problem's code."""
    reason: str
    """Why it does not apply here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """The metadata of an edition; every scalar is a string as written, empty when not recorded."""

    id: str
    """`<date or undated>-<slug>`; never recomputed."""
    title: str
    """Catalogue form of the title."""
    kind: str
    """One of the archive's kinds, e.g. `news-story`."""
    language: str
    """BCP 47 tag; `und` when unknown."""
    seed: str
    """File name of the seed in `seeds/`."""
    seed_sha256: str
    """Of the seed's bytes when the edition was drafted; sha256, lower-case hex."""
    drafted_sha256: str
    """Of the whole file as drafted with this line left out; sha256, lower-case hex."""
    date: str = ""
    """EDTF, levels 0-2."""
    date_printed: str = ""
    """The wording of the date as printed."""
    place: str = ""
    """Where it was written or issued, as an index is to have it."""
    event: str = ""
    """Id of an event in `events.toml`."""
    creators: tuple[str, ...] = ()
    """Who made the document, one name each."""
    publisher: str = ""
    """Who issued this copy."""
    custody: str = ""
    """Custodial history: keepers and copyists between the publisher and us."""
    source_url: str = ""
    """Address at which the seed was found."""
    retrieved: str = ""
    """When the seed was found there; EDTF."""
    rights: str = ""
    """Rights in the document, for readers."""
    revised: str = ""
    """EDTF day of the last editorial revision; feeds and sitemap use it, never a clock."""
    reviewed: str = ""
    """`no`, or who reviewed it and when."""
    aliases: tuple[str, ...] = ()
    """Former ids; each gets a page that leads here."""
    lang_notes: tuple[str, ...] = ()
    """Passages in another language than the document's, such as `p3: fr`."""
    translation_of: str = ""
    """Id of the document of which this one is a translation."""
    publish_seed: str = ""
    """`no: <reason>` keeps the seed from publication; empty or `yes` publishes it."""
    withdrawn: str = ""
    """The reason, shown to readers; empty unless withdrawn."""
    transcript_sha256: str = ""
    """Of the extracted transcript, for seeds that are not plain text."""
    encoding: str = ""
    """The seed's encoding where it is not UTF-8."""
    evidence: tuple[tuple[str, tuple[Evidence, ...]], ...] = ()
    """For each field the words of the seed it rests on, in the order written."""
    interventions: tuple[Intervention, ...] = ()
    """What the program changed when it drafted the edition."""
    notes: tuple[Note, ...] = ()
    """The editor's notes, and findings of the program put up for an editor."""
    allow: tuple[Allowance, ...] = ()
    """Checks that an editor has waived for this document."""

    @property
    def is_reviewed(self) -> bool:
        """Say whether anybody has reviewed the edition."""
        return self.reviewed not in ("", "no")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One file of `site_src/documents/`."""

    path: str
    """Relative to the archive's root."""
    front: FrontMatter
    body: str
    """Everything after the closing fence's line end."""
    body_line: int
    """1-based line of the file on which the body's line 1 stands."""
    source: str
    """The whole file as text."""
    sha256: str
    """Of the file's bytes; sha256, lower-case hex."""
    lines: tuple[tuple[str, int], ...] = ()
    """(field path, 1-based file line) of what was read, e.g. (`notes.0.quote`, 17); for messages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What the normaliser makes of one transcript: a whole edition file, ready to be written."""

    edition: Edition
    problems: tuple[Problem, ...]
    """What an editor has to look at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One whole-line difference between seed and edition body; a variant of the apparatus."""

    rule: str
    """Rule of the normaliser or of collation, or the kind of the editor's note that accounts for it."""
    reason: str
    """One sentence for readers."""
    seed_lines: tuple[int, int]
    """1-based, inclusive; an empty side is (n+1, n)."""
    edition_lines: tuple[int, int]
    """1-based in the body, inclusive; an empty side is (n+1, n)."""
    before: str
    """The seed's lines, terminators included."""
    after: str
    """The body's lines, terminators included."""
    is_wording: bool = False
    """True when words differ, not only their form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Apparatus:
    """Every difference between a seed and its edition; applied backwards to the body it gives the transcript."""

    seed: str
    """File name of the seed."""
    seed_sha256: str
    encoding: str
    operations: tuple[Operation, ...]
    """Disjoint, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetaLine:
    """A seed line lifted out of the running text; shown with the page's metadata."""

    anchor: str
    """`m1`, `m2`, … in seed order."""
    line: int
    """1-based line in the seed."""
    text: str
    """The line's words as printed, layout marks and outer white space left out."""
    role: str
    """What it became: `title`, `date`, `publisher`, `furniture`, `caption`, …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a stretch of an edition's block stands in the seed."""

    anchor: str
    """Block or metadata line."""
    start: int
    """0-based offset in the block's `words`."""
    end: int
    """Offset behind the stretch."""
    line: int
    """1-based line in the seed."""
    column: int
    """0-based character offset in that line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Collation:
    """An edition held against its seed."""

    apparatus: Apparatus
    text: Text
    """The parsed body with anchors."""
    meta_lines: tuple[MetaLine, ...]
    places: tuple[Place, ...]
    """The words of the edition that stand in the seed: metadata lines, then blocks in order.

    One for each stretch of words on one seed line with the same spacing in both, so that offsets inside it agree.
    """
    problems: tuple[Problem, ...]
