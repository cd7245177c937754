"""The values the normaliser's rules pass along: pieces of a transcript with the seed lines they came from.

Knows nothing of any single rule.
"""

from muniment.frozen import dataclass
from muniment.model import Evidence, Intervention, Transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A block in the making, or a stretch that leaves the running text."""

    kind: str
    """`line` (not yet decided), `blank`, `paragraph`, `heading`, `item`, `provision`, `quote`, `rule`, `lifted`,
    `omitted`."""
    text: str
    """The words, layout marks taken off once a rule has decided that they are layout; lines inside joined by `\\n`."""
    lines: tuple[int, int]
    """1-based first and last line of the seed."""
    label: str = ""
    """The printed number of a provision: `1.`, `(ii)`."""
    level: int = 0
    """1-6 for marked headings; depth from 0 for numbered ones, items and provisions."""
    role: str = ""
    """For `lifted`: what it became (`title`, `date`, `publisher`, `furniture`, …). For others free for rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something a rule saw and left as it is, for the editor: becomes a note of the draft or a problem."""

    rule: str
    kind: str
    """A note's kind (`lacuna`, `comment`, …), or empty when it is only reported."""
    code: str
    """Code of the problem that reports it."""
    line: int
    """1-based line of the seed."""
    quote: str
    """Exact words of that line."""
    text: str
    """The note's text, a sentence for readers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One candidate for a field of the metadata, with its evidence and the reason for its score."""

    field: str
    """`title`, `kind`, `date`, `place`, `event`, `creators`, `publisher`, `custody`, `language`, `source_url`, …"""
    value: str
    """As the front matter would hold it (a date: EDTF)."""
    line: int
    """1-based line of the seed; 0 for what stands outside the text."""
    quote: str
    """Exact words of that line."""
    basis: str
    """`attested`, `inferred`, or `supplied` for what stands outside the text (line 0)."""
    score: float
    """0 to 1; below the field's threshold the field stays empty and the editor is told."""
    reason: str
    """Why this score, in words `explain` prints."""
    printed: str = ""
    """For dates: the wording as printed."""
    lifts: bool = False
    """Whether the line, chosen for this field, leaves the running text."""
    further: tuple[Evidence, ...] = ()
    """Evidence beside `line` and `quote`: the other lines of a composed title, the line a year was taken from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """A transcript on its way to a draft; every rule takes one and gives one."""

    transcript: Transcript
    pieces: tuple[Piece, ...]
    """In seed order; together they cover every line of the seed exactly once (a joined piece covers several)."""
    interventions: tuple[Intervention, ...] = ()
    findings: tuple[Finding, ...] = ()
    readings: tuple[Reading, ...] = ()
    """All candidates of all fields, the chosen ones included."""
    chosen: tuple[Reading, ...] = ()
    """At most one per field but for `creators`."""
    foreign: tuple[tuple[int, str], ...] = ()
    """(1-based first seed line, language tag) of the passages in another language than the document."""
