"""Documents, events and notes → what TEI says about the words of each block: names, dates, notes, gaps, corrections.

Knows nothing of blocks' own elements.
"""

import difflib
from collections.abc import Iterable, Iterator

from muniment.archive.leaves import leaves
from muniment.exports.tei.inline import Sign, Stretch, note
from muniment.exports.tei.when import datable
from muniment.exports.tei.xml import element, escape, tag
from muniment.frozen import dataclass
from muniment.model import Document, Note, StageDate

_LONGEST = 4000
"""Words of the longest lines in which the words an editor corrected are looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """What is said about the words of one block; offsets count in the block's `words`."""

    stretches: tuple[Stretch, ...] = ()
    signs: tuple[Sign, ...] = ()


def marked(document: Document, given: Iterable[StageDate]) -> dict[str, Marked]:
    """Gather what is said about a document's words, by anchor; `given` are the dates of events that it gives."""
    words = {block.anchor: block.words for block in document.collation.text.blocks if block.anchor}
    words |= {line.anchor: line.text for line in document.collation.meta_lines}
    names = {alias: block.anchor for block in document.collation.text.blocks for alias in block.aliases}
    stretches: dict[str, list[Stretch]] = {}
    signs: dict[str, list[Sign]] = {}
    for anchor, stretch in (*_mentions(document), *_dates(document, given)):
        stretches.setdefault(anchor, []).append(stretch)
    for leaf in leaves(document):
        signs.setdefault(leaf.anchor, []).append(Sign(at=leaf.start, markup=element("pb", n=str(leaf.number))))
    for each in document.edition.front.notes:
        anchor = names.get(each.at, each.at)
        if anchor in words:
            for found in _noted(document, each, words[anchor]):
                target: list[Stretch] | list[Sign] = (
                    stretches.setdefault(anchor, []) if isinstance(found, Stretch) else signs.setdefault(anchor, [])
                )
                target.append(found)  # type: ignore[arg-type] # the list was chosen by the same test
    return {
        anchor: Marked(stretches=tuple(stretches.get(anchor, ())), signs=tuple(signs.get(anchor, ())))
        for anchor in words
        if anchor in stretches or anchor in signs
    }


def _mentions(document: Document) -> Iterator[tuple[str, Stretch]]:
    """Mark the states named: a name by `name`, a demonym by `rs`."""
    for mention in document.mentions:
        name = "rs" if mention.kind == "demonym" else "name"
        yield mention.anchor, _around(mention.start, mention.start + len(mention.form), name, 30, mention.state)


def _around(start: int, end: int, name: str, rank: int, key: str) -> Stretch:
    opening = tag(name, type="state", key=key)
    return Stretch(start=start, end=end, rank=rank, opening=f"<{opening}>", closing=f"</{name}>")


def _dates(document: Document, given: Iterable[StageDate]) -> Iterator[tuple[str, Stretch]]:
    """Mark the words that date events, and those that date the document, each place once."""
    taken: dict[str, int] = {}
    front = document.edition.front
    own = [(passage, front.date_printed, front.date) for passage, _ in dict(document.evidence).get("date", ())]
    rows = [*own, *((date.passage, date.printed, date.edtf) for date in given)]
    for passage, printed, edtf in sorted(rows, key=lambda row: (row[0].anchor, row[0].start)):
        at = passage.quote.find(printed) if printed else -1
        start = passage.start + at
        attributes = datable(edtf)
        if at < 0 or not attributes or start < taken.get(passage.anchor, 0):
            continue
        end = taken[passage.anchor] = start + len(printed)
        opening = tag("date", **attributes)
        yield passage.anchor, Stretch(start=start, end=end, rank=20, opening=f"<{opening}>", closing="</date>")


def _noted(document: Document, each: Note, words: str) -> Iterator[Stretch | Sign]:
    """Say what one note says, at the words it quotes, else behind the last word."""
    said = note(each.kind, each.text)
    start = words.find(each.quote) if each.quote else -1
    end = start + len(each.quote) if start >= 0 else len(words)
    if each.kind in ("lacuna", "omission"):
        reason = "lost" if each.kind == "lacuna" else "omitted"
        yield Sign(
            at=end, markup=element("gap", element("desc", escape(each.text)) if each.text else "", reason=reason)
        )
        return
    if each.kind == "emendation":
        corrected = _corrected(document, each, words)
        if corrected is not None:
            yield corrected
            end = corrected.end
    elif each.kind == "sic" and start >= 0:
        yield Stretch(start=start, end=end, rank=10, opening="<sic>", closing="</sic>")
    if said:
        yield Sign(at=end, markup=said)


def _corrected(document: Document, each: Note, words: str) -> Stretch | None:
    """Find the words that stand for those of the seed which an emendation quotes; nothing where that is doubtful."""
    quoted = each.quote.split()
    for operation in document.collation.apparatus.operations:
        before, after = operation.before.split(), operation.after.split()
        if not quoted or max(len(before), len(after)) > _LONGEST or " ".join(quoted) not in " ".join(before):
            continue
        matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
        for kind, first, last, new_first, new_last in matcher.get_opcodes():
            new = " ".join(after[new_first:new_last])
            if kind != "replace" or words.count(new) != 1 or not _overlap(before[first:last], quoted):
                continue
            start = words.find(new)
            sic = element("sic", escape(" ".join(before[first:last])))
            opening = f"<choice>{sic}<corr>"
            return Stretch(start=start, end=start + len(new), rank=0, opening=opening, closing="</corr></choice>")
    return None


def _overlap(some: list[str], others: list[str]) -> bool:
    """Say whether any word stands in both."""
    return any(word in others for word in some)
