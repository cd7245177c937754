"""Turns quotations of the curated files into passages, or into problems that say what stands in their place.

It refuses to accept nearly the same words: only white space may differ.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from muniment import problems
from muniment.archive.renamed import near
from muniment.archive.stretches import Places, Stretch, find, in_seed, line_near, places, stretches
from muniment.frozen import dataclass
from muniment.model import Document, Passage, Problem
from muniment.settings import suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A quotation as a curated file gives it."""

    path: str
    """The curated file."""
    line: int
    """1-based line of the entry in it."""
    document: str
    """Id of the document, as written."""
    quote: str
    """Words of one paragraph."""
    at: str = ""
    """Anchor, when the words occur more than once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """The documents by id, and what was read of those that are cited."""

    documents: Mapping[str, Document]
    """By id."""
    opened: dict[str, tuple[tuple[Stretch, ...], Places]]
    """Stretches and places of the documents cited so far: a memory that `resolve` fills and needs for speed only."""


def resolve(holdings: Holdings, citation: Citation) -> Passage | Problem:
    """Find the passage that a citation quotes, or say why there is not exactly one."""
    document = holdings.documents.get(citation.document)
    if document is None:
        return _problem("A-018", citation, given=citation.document, near=near(citation.document, holdings.documents))
    if document.entry.withdrawn:
        return _problem("A-028", citation)
    if citation.document not in holdings.opened:
        holdings.opened[citation.document] = stretches(document.collation), places(document.collation)
    held, standing = holdings.opened[citation.document]
    hits = [(stretch, span) for stretch in held if (span := find(stretch.words, citation.quote)) is not None]
    chosen = _chosen(citation, held, hits)
    if isinstance(chosen, Problem):
        return chosen
    stretch, (start, end) = chosen
    known = standing.get(stretch.anchor, ())
    return Passage(
        document=citation.document,
        anchor=stretch.anchor,
        quote=stretch.words[start:end],
        start=start,
        seed_line=in_seed(known, start, end)[0] or line_near(known, start) or stretch.line,
    )


Hit = tuple[Stretch, tuple[int, int]]


def _chosen(citation: Citation, held: Sequence[Stretch], hits: Sequence[Hit]) -> Hit | Problem:
    """Choose the one hit that is meant; `at` may be an alias of an anchor."""
    anchors = [stretch.anchor for stretch, _ in hits]
    if citation.at:
        known = [name for stretch in held for name in (stretch.anchor, *stretch.aliases)]
        if citation.at not in known:
            return _problem("A-022", citation, given=citation.at, near=suggestion(citation.at, known))
        for stretch, span in hits:
            if citation.at == stretch.anchor or citation.at in stretch.aliases:
                return stretch, span
        if hits:
            return _problem("A-023", citation, at=citation.at, anchors=", ".join(anchors))
    if not hits:
        return _problem("A-020", citation, near=_nearest(held, citation.quote))
    if len(hits) > 1:
        return _problem("A-021", citation, anchors=", ".join(anchors), first=anchors[0])
    return hits[0]


def _problem(code: str, citation: Citation, **words: str) -> Problem:
    blanks: dict[str, Any] = {"document": citation.document, "quote": _short(citation.quote), **words}
    return problems.report(code, citation.path, citation.line, **blanks)


def _nearest(held: Sequence[Stretch], quote: str) -> str:
    """Say which words of which paragraph come nearest to a quotation that was not found."""
    import difflib  # only an error needs it

    sought = quote.split()
    vocabulary = frozenset(sought)
    best = max(
        held, key=lambda stretch: sum(word in vocabulary for word in dict.fromkeys(stretch.words.split())), default=None
    )
    if best is None:
        return "The document has no words."
    printed = best.words.split()
    match = difflib.SequenceMatcher(None, sought, printed, autojunk=False).find_longest_match()
    if not match.size:
        return "No paragraph has any of its words."
    start = max(0, match.b - match.a)
    return f'Nearest, at {best.anchor}: "{_short(" ".join(printed[start : start + len(sought)]))}".'


def _short(text: str) -> str:
    return text if len(text) <= 240 else f"{text[:239]}…"
