"""A document's text, or a hand-written page, → its HTML with marks, names of states, and notes by what they note.

Knows nothing of the page around the text.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from markupsafe import Markup

from muniment import parse, typeset
from muniment.frozen import dataclass
from muniment.model import Block, Document, Group, Mention, Node, PageText
from muniment.pages import introduction as introducing
from muniment.pages import state_path
from muniment.typeset import Annotation, Wording
from muniment.typeset.blocks import Setter
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links
from muniment.views.notes import Remark, remarks

Noted = Mapping[str, Sequence[Remark]]
"""Notes by the anchor of their block."""
Annotated = Mapping[str, Sequence[Annotation]]
"""What is said about the words of each block, by its anchor."""

ENTRY = 60
"""Characters of the longest entry of a list of states that is set one entry a line."""


def introduction(aid: FindingAid, slug: str) -> Markup | None:
    """Set the hand-written text that introduces a built page, if there is one."""
    text = introducing(aid.archive, slug)
    return written(aid, text) if text and text.body.strip() else None


def written(aid: FindingAid, page: PageText) -> Markup:
    """Set a hand-written page."""
    text = parse.parse(page.body, (*aid.settings.markdown, parse.REFERENCES))
    return _safe(typeset.html(text, wording=wording(aid)))


def line(aid: FindingAid, links: Links, document: Document, anchor: str) -> Markup:
    """Set one line that stands apart from the text, with the names in it."""
    words = next(each.text for each in document.collation.meta_lines if each.anchor == anchor)
    named = [mention for mention in document.mentions if mention.anchor == anchor]
    return _safe(typeset.phrase(words, tuple(_names(aid, links, (document.id, anchor), named))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of the set text and the notes that follow it."""

    html: Markup
    notes: tuple[Remark, ...] = ()
    is_entry: bool = False
    """Whether the stretch lies in a list, so that its notes have to be entries too."""

    @property
    def wrapper(self) -> str:
        """Name the element that holds the notes."""
        return "li" if self.is_entry else "div"


def edition(aid: FindingAid, links: Links, document: Document) -> tuple[Piece, ...]:
    """Set a document's text in pieces; each note follows the block it belongs to, or the list's entry that holds it."""
    noted: dict[str, list[Remark]] = {}
    for remark in remarks(aid, links, document):
        noted.setdefault(remark.anchor, []).append(remark)
    annotations = _annotations(aid, links, document, noted)
    pieces: list[Piece] = []
    set_so_far: list[str] = []
    for html, notes, is_entry in _set(document, annotations, noted, wording(aid)):
        set_so_far.append(html)
        if notes:
            pieces.append(Piece(html=_safe("\n".join(set_so_far)), notes=notes, is_entry=is_entry))
            set_so_far.clear()
    if set_so_far:
        pieces.append(Piece(html=_safe("\n".join(set_so_far))))
    return tuple(pieces)


def _set(
    document: Document, annotations: Annotated, noted: Noted, words: Wording
) -> Iterator[tuple[str, tuple[Remark, ...], bool]]:
    """Set the nodes of a text one by one, each with its notes; a list with notes entry by entry."""
    setter = Setter(annotations, words, 2, dict(document.entry.passages))
    rolls = document.entry.lists
    for node in document.collation.text.tree:
        notes = _notes(node, noted) if noted else ()
        if notes and isinstance(node, Group) and node.kind in ("list", "provisions"):
            yield from _list(setter, node, noted)
            continue
        html = setter.nodes([node])[0]
        if rolls and isinstance(node, Block) and node.anchor in rolls:
            html = _roll(html, node, annotations.get(node.anchor, ()))
        yield html, notes, False


def _annotations(aid: FindingAid, links: Links, document: Document, noted: Noted) -> dict[str, list[Annotation]]:
    """Gather what is said about the words of each block: names of states, other names, notes."""
    named: dict[str, list[Mention]] = {}
    for mention in document.mentions:
        named.setdefault(mention.anchor, []).append(mention)
    found: dict[str, list[Annotation]] = {}
    for block in document.collation.text.blocks:
        place = document.id, block.anchor
        if block.anchor and (block.anchor in named or block.anchor in noted or place in aid.namings):
            own = [remark.annotation for remark in noted.get(block.anchor, ())]
            found[block.anchor] = [*_names(aid, links, place, named.get(block.anchor, ())), *own]
    return found


def wording(aid: FindingAid) -> Wording:
    """Give the words that a set text adds, in the language of the interface."""
    return Wording(
        paragraph=aid.say("text.paragraph"),
        heading=aid.say("text.heading"),
        lacuna=aid.say("text.lacuna"),
        joined=aid.say("text.joined"),
        omission=aid.say("text.omission"),
        note=aid.say("text.note"),
    )


def _safe(html: str) -> Markup:
    """Mark HTML that typeset made as safe."""
    return Markup(html)  # noqa: S704 -- typeset escapes every word it sets


def _names(aid: FindingAid, links: Links, place: tuple[str, str], mentions: Iterable[Mention]) -> Iterator[Annotation]:
    """Link the names of states, persons, organisations and places in a passage to their pages and entries."""
    document, anchor = place
    for mention in sorted(mentions, key=lambda each: each.start):
        yield Annotation(
            kind="mention",
            anchor=anchor,
            start=mention.start,
            end=mention.start + len(mention.form),
            href=links.to(state_path(aid.states[mention.state].state.slug)),
        )
    for naming in aid.namings.get((document, anchor), ()):
        yield Annotation(
            kind=naming.kind,
            anchor=anchor,
            start=naming.start,
            end=naming.start + len(naming.form),
            href=links.to(aid.addresses[naming.kind, naming.authority]),
        )


def _list(setter: Setter, group: Group, noted: Noted) -> Iterator[tuple[str, tuple[Remark, ...], bool]]:
    """Set a list entry by entry."""
    opening = closing = ""
    for entry in group.children:
        html = setter.nodes([Group(kind=group.kind, children=(entry,))])[0]
        opening, _, rest = html.partition("\n")
        inner, _, closing = rest.rpartition("\n")
        if entry is group.children[0]:
            yield opening, (), False
        yield inner, _notes(entry, noted), True
    if closing:
        yield closing, (), False


def _notes(node: Node, noted: Noted) -> tuple[Remark, ...]:
    """Gather the notes of a node's blocks."""
    if isinstance(node, Block):
        return tuple(noted.get(node.anchor, ()) if node.anchor else ())
    return tuple(remark for child in node.children for remark in _notes(child, noted))


def _roll(html: str, block: Block, annotations: Sequence[Annotation]) -> str:
    """Set a paragraph that is nothing but a list of names one name a line; its words stay as they are."""
    entries = re.split(r"(?<=[,;]) ", block.text)
    if block.kind != "paragraph" or max(map(len, entries)) > ENTRY or len(block.runs) > 1:
        return html
    written, start, waiting = [], 0, deque(sorted(annotations, key=lambda each: each.start))
    for entry in entries:
        own = []
        while waiting and waiting[0].start <= start + len(entry):
            each = waiting.popleft()
            if start <= each.start and each.end <= start + len(entry):
                own.append(replace(each, start=each.start - start, end=each.end - start))
        written.append(f'<span class="entry">{typeset.phrase(entry, own)}</span>')
        start += len(entry) + 1
    whole = typeset.phrase(block.text, annotations)
    return html.replace(whole, " ".join(written)).replace('class="passage"', 'class="passage roll"', 1)
