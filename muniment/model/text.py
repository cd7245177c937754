"""Texts as read from a seed (transcript) and as parsed from an edition (blocks)."""

from muniment.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What a seed's own markup says of a stretch of its transcript's lines."""

    lines: tuple[int, int]
    """1-based first and last line."""
    role: str
    """`page-head` (the machine-readable head of a web page), `furniture`, `hidden`, `caption` or `language`."""
    value: str = ""
    """For `page-head` the name of the field, for `language` the tag, else the markup that says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """The words of a seed as plain text, line by line; joining the lines gives the transcript back."""

    name: str
    """File name of the seed, without folders."""
    sha256: str
    """Of the seed's bytes; sha256, lower-case hex."""
    transcript_sha256: str
    """Of the transcript as UTF-8; equals nothing else unless the seed is plain UTF-8 without a mark."""
    encoding: str
    """Of the seed: `utf-8`, `utf-8-sig`, `utf-16-le`, `utf-16-be` or `windows-1252`; of a web page also what it
    declares; `utf-8` where the seed's bytes are no text."""
    is_exact: bool
    """Whether encoding the joined lines gives the seed's bytes (true for plain text)."""
    lines: tuple[str, ...]
    """Each line with its terminator. A line ends after LF; only in a text without any LF, after CR."""
    original: bytes = b""
    """The seed's bytes where the lines do not encode back to them; empty for plain text."""
    marked: tuple[Marked, ...] = ()
    """What the seed's markup says of its lines, by first line; empty for plain text."""
    has_actions: bool = False
    """Whether the original could do something by itself when it is opened (scripts of a PDF)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text inside a block that has the same marks throughout."""

    text: str
    """The words as a reader sees them (escapes and entities resolved); a soft line end is one `\\n`."""
    marks: tuple[str, ...] = ()
    """Of `em`, `strong`, `code`, `s`, `link`, outermost first."""
    href: str = ""
    """Target of the link, already held against the list of allowed schemes; empty without `link`."""
    is_break: bool = False
    """True for a hard line break; `text` is then `\\n`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A leaf of a text: one paragraph, provision, heading, code block or rule; the thing an anchor names."""

    kind: str
    """`paragraph`, `provision` (starts with a printed number), `heading`, `code` or `rule`."""
    runs: tuple[Run, ...]
    """The inline content in order; empty for a rule."""
    text: str
    """The runs' texts joined: the string that offsets of mentions, notes and words refer to."""
    line: int
    """1-based first line of the block in the edition's body (line 1 follows the closing fence)."""
    end_line: int
    """1-based last line of the block in the body."""
    label: str = ""
    """The number as printed, e.g. `1.` or `(ii)`; not part of `text`; empty unless `kind` is `provision`."""
    level: int = 0
    """1-6 for headings, else 0."""
    language: str = ""
    """Info word of a fenced code block, reduced to letters, digits and hyphens."""
    anchor: str = ""
    """`p7`, `h2`; given by the registry; empty for rules and before anchors are given."""
    aliases: tuple[str, ...] = ()
    """Further ids of the same block: `n1-i` for a provision, earlier anchors merged into it."""

    @property
    def words(self) -> str:
        """The label and the text as one string: what a reader reads and what collation compares."""
        return f"{self.label} {self.text}" if self.label else self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A container without an anchor of its own."""

    kind: str
    """`list`, `item`, `provisions` (whose items begin with a block `provision`), `quote`, `table`, `row` or `cell`."""
    children: tuple["Node", ...]
    """Blocks and groups in order."""


Node = Block | Group


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A parsed body: the tree for typesetting and the same leaves in one line for everything else."""

    tree: tuple[Node, ...]
    """Blocks and groups in document order."""
    blocks: tuple[Block, ...]
    """Every leaf of the tree in document order, rules included."""
