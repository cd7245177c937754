"""Editor's notes and the differences a reader should see in the text → numbered notes, each at its place in the words.

Knows nothing of how words or notes are set.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from muniment.frozen import dataclass
from muniment.model import Block, Document, Note, Operation, Place
from muniment.pages import has_seed_view, seed_view_path
from muniment.typeset import Annotation
from muniment.views.apparatus import lines_in_words, sort_of
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links
from muniment.views.quotations import place_in_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One note as a page shows it."""

    number: int
    """1-based, in the order of the text; 0 for a note on the whole."""
    kind: str
    """`sic`, `emendation`, `lacuna`, `omission`, `comment` or `joined`."""
    kind_words: str
    text: str
    by: str
    source: str
    seed_url: str
    """Link to the lines of the seed it is about, for differences; else empty."""
    seed_lines: str
    anchor: str
    """Of the block it belongs to."""
    start: int
    """0-based offset in the block's words at which the words it is about begin."""
    end: int
    label: str = ""
    """The sign of the note in words."""

    @property
    def annotation(self) -> Annotation:
        """Give the mark in the text that leads to the note."""
        return Annotation(
            kind=self.kind,
            anchor=self.anchor,
            start=self.start,
            end=self.end,
            href=f"#note-{self.number}",
            label=self.label,
            id=f"ref-{self.number}",
        )


def remarks(aid: FindingAid, links: Links, document: Document) -> tuple[Remark, ...]:
    """List all notes of a document's text, numbered in its order."""
    blocks = {block.anchor: block for block in document.collation.text.blocks if block.anchor}
    order = {anchor: index for index, anchor in enumerate(blocks)}
    found = [
        _of_note(aid, note, block)
        for note in document.edition.front.notes
        if (block := _block(blocks, note.at)) is not None
    ]
    found += _of_differences(aid, links, document, order)
    found.sort(key=lambda each: (order[each.anchor], each.end, each.start, each.kind, each.text))
    return tuple(
        replace(each, number=number, label=aid.say("note.label", number=number, kind=each.kind_words))
        for number, each in enumerate(found, 1)
    )


def on_head_lines(aid: FindingAid, document: Document) -> tuple[Remark, ...]:
    """Give the notes on lines set apart; each stands under its line."""
    known = {line.anchor for line in document.collation.meta_lines}
    return tuple(_plain(aid, note) for note in document.edition.front.notes if note.at in known)


def on_the_whole(aid: FindingAid, document: Document) -> tuple[Remark, ...]:
    """Give the notes that belong to no passage of the page."""
    known = {name for block in document.collation.text.blocks for name in (block.anchor, *block.aliases)}
    known |= {line.anchor for line in document.collation.meta_lines}
    return tuple(
        replace(_plain(aid, note), kind_words=f"{aid.say(f'note.{note.kind}')}, {place_in_words(aid, note.at)}")
        for note in document.edition.front.notes
        if note.at not in known
    )


def _block(blocks: dict[str, Block], anchor: str) -> Block | None:
    """Find a block by its anchor or one of its further ids."""
    if anchor in blocks:
        return blocks[anchor]
    return next((block for block in blocks.values() if anchor in block.aliases), None)


def _plain(aid: FindingAid, note: Note) -> Remark:
    """Take over what a note says."""
    return Remark(
        number=0,
        kind=note.kind,
        kind_words=aid.say(f"note.{note.kind}"),
        text=aid.words.reason(note.text) if note.by == "muniment" else note.text,
        by="" if note.by == "muniment" else note.by,
        source=note.source,
        seed_url="",
        seed_lines="",
        anchor=note.at,
        start=0,
        end=0,
    )


def _of_note(aid: FindingAid, note: Note, block: Block) -> Remark:
    """Place a note at the words it quotes, else behind the block's last word."""
    words = block.words
    start = words.find(note.quote) if note.quote else -1
    end = start + len(note.quote) if start >= 0 else len(words)
    start = end if start < 0 or note.kind in ("lacuna", "omission") else start
    return replace(_plain(aid, note), anchor=block.anchor, start=start, end=end)


def _of_differences(aid: FindingAid, links: Links, document: Document, order: dict[str, int]) -> Iterator[Remark]:
    """Note where parts were joined and words left out by a rule; what an editor's note accounts for has that note."""
    for operation in document.collation.apparatus.operations:
        sort = sort_of(operation)
        if operation.rule == "omission" or sort not in ("joined", "omitted"):
            continue
        place = _joint(document, operation) if sort == "joined" else _gap(document, operation)
        if place is None or place.anchor not in order:
            continue
        kind = "joined" if sort == "joined" else "omission"
        line = operation.seed_lines[0]
        yield Remark(
            number=0,
            kind=kind,
            kind_words=aid.say(f"note.{kind}"),
            text=aid.words.reason(operation.reason),
            by="",
            source="",
            seed_url=links.to(f"{seed_view_path(document.id)}#s{line}") if has_seed_view(aid.archive, document) else "",
            seed_lines=lines_in_words(aid, *operation.seed_lines),
            anchor=place.anchor,
            start=place.end,
            end=place.end,
        )


def _joint(document: Document, operation: Operation) -> Place | None:
    """Find the last word before the place where an operation joined two lines of the seed."""
    first, last = operation.seed_lines
    places = tuple(_places(document))
    touched = {place.anchor for place in places if first <= place.line <= last}
    own = [place for place in places if place.anchor in touched]
    for place, following in pairwise(own):
        is_joint = place.anchor == following.anchor and place.line != following.line
        if is_joint and (first <= place.line <= last or first <= following.line <= last):
            return place
    return own[-1] if own else None


def _gap(document: Document, operation: Operation) -> Place | None:
    """Find the last word of the edition that stands in the seed before the lines an operation left out."""
    before = [place for place in _places(document) if place.line < operation.seed_lines[0]]
    return before[-1] if before else None


def _places(document: Document) -> Iterable[Place]:
    """Give the places of the words of the running text."""
    return (place for place in document.collation.places if not place.anchor.startswith("m"))
