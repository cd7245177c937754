"""A document of the archive: what lists see of it, what its own page shows, and the states that it names."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, overload

from muniment.frozen import dataclass
from muniment.model.edition import Collation, Edition
from muniment.model.passages import Passage
from muniment.model.text import Transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A state is named; says nothing more than that."""

    state: str
    document: str
    anchor: str
    form: str
    """As printed."""
    kind: str
    """`name`, `alias` or `demonym`."""
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


class Anchored(NamedTuple):
    """Words at an address: a block of the text, or a line of the metadata."""

    anchor: str
    """`p7`, `h2`, `m1`."""
    words: str
    """Label and text as one string, as everywhere; a soft line end is one `\\n`."""
    kind: str
    """`heading`, `code`, `line` (of the metadata) or `paragraph`."""


class Entry(NamedTuple):
    """What the rest of an archive sees of a document: enough for every list, and small enough to be remembered.

    Made of strings, numbers and tuples of them, because an archive may have many.
    """

    id: str
    path: str
    """Of the edition, relative to the archive's root."""
    title: str
    kind: str
    date: str
    """EDTF, or empty."""
    language: str
    passages: tuple[tuple[str, str], ...]
    """(anchor, language) of the passages that are in another language than the document's."""
    place: str
    event: str
    creators: tuple[str, ...]
    aliases: tuple[str, ...]
    translation_of: str
    publish_seed: str
    withdrawn: str
    revised: str
    paragraphs: int
    """How many numbered paragraphs it has."""
    weight: int
    """Bytes of all its passages, as UTF-8."""
    differences: int
    """How many differences from its seed are listed."""
    opening: tuple[str, str, int] | None
    """Its first paragraph that is long enough to say something: (anchor, words, 1-based line of the seed)."""
    named: tuple[tuple[str, str], ...]
    """(state, digest of its mentions here) for every state it names, in the order of the first mention."""
    lists: tuple[str, ...]
    """Anchors of its paragraphs that are lists of states."""
    lines: tuple[tuple[str, int], ...]
    """(field, 1-based line of the edition's file) of the fields that name something outside the document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An edition with its transcript, collation and mentions."""

    entry: Entry
    edition: Edition
    transcript: Transcript
    collation: Collation
    mentions: tuple[Mention, ...]
    evidence: tuple[tuple[str, tuple[tuple[Passage, str], ...]], ...]
    """(field, ((passage, basis), …)) for every field with attested or inferred evidence."""

    @property
    def id(self) -> str:
        """The document's id."""
        return self.entry.id

    @property
    def passages(self) -> tuple[Anchored, ...]:
        """Every line of the metadata and every block of the text that has an anchor and words, in that order."""
        lines = (Anchored(line.anchor, line.text, "line") for line in self.collation.meta_lines)
        blocks = (
            Anchored(block.anchor, block.words, block.kind if block.kind in ("heading", "code") else "paragraph")
            for block in self.collation.text.blocks
            if block.anchor
        )
        return tuple(each for each in (*lines, *blocks) if each.words.strip())


class Shelved(Document):
    """A document of which the entry is at hand; the rest is fetched when it is first asked for, and let go again."""

    __slots__ = ("_fetch", "_mentions", "_passages")
    _fetch: Callable[[], Document]
    _mentions: Callable[[], tuple[Mention, ...]]
    _passages: Callable[[], tuple[Anchored, ...]]

    def __init__(
        self,
        entry: Entry,
        mentions: Callable[[], tuple[Mention, ...]],
        passages: Callable[[], tuple[Anchored, ...]],
        fetch: Callable[[], Document],
    ) -> None:
        """Take the entry, and what gives the mentions, the passages and the whole document."""
        object.__setattr__(self, "entry", entry)
        object.__setattr__(self, "_mentions", mentions)
        object.__setattr__(self, "_passages", passages)
        object.__setattr__(self, "_fetch", fetch)

    @property
    def edition(self) -> Edition:
        """The edition, read again."""
        return self._fetch().edition

    @property
    def transcript(self) -> Transcript:
        """The transcript, read again."""
        return self._fetch().transcript

    @property
    def collation(self) -> Collation:
        """The collation, made again."""
        return self._fetch().collation

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The mentions, as they were found."""
        return self._mentions()

    @property
    def passages(self) -> tuple[Anchored, ...]:
        """The passages, as they were read."""
        return self._passages()

    @property
    def evidence(self) -> tuple[tuple[str, tuple[tuple[Passage, str], ...]], ...]:
        """The evidence, resolved again."""
        return self._fetch().evidence


class Gathered(Sequence[Mention]):
    """The mentions of one state in some documents, looked up when they are asked for."""

    __slots__ = ("_documents", "_found", "_state")

    def __init__(self, state: str, documents: tuple[Document, ...]) -> None:
        """Take the documents that name the state, in the archive's order."""
        self._state = state
        self._documents = documents
        self._found: tuple[Mention, ...] | None = None

    @property
    def _all(self) -> tuple[Mention, ...]:
        if self._found is None:
            self._found = tuple(
                mention for document in self._documents for mention in document.mentions if mention.state == self._state
            )
        return self._found

    def __bool__(self) -> bool:
        """Say whether there is any: a document that names the state mentions it."""
        return bool(self._documents)

    def __len__(self) -> int:
        """Count them."""
        return len(self._all)

    def __iter__(self) -> Iterator[Mention]:
        """Give one after the other."""
        return iter(self._all)

    @overload
    def __getitem__(self, at: int) -> Mention: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[Mention, ...]: ...
    def __getitem__(self, at: int | slice) -> Mention | tuple[Mention, ...]:
        """Give one of them, or some."""
        return self._all[at]
