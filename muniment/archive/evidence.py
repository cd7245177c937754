"""Turns the evidence lines of a front matter into passages of the published document.

It refuses to weigh them: which basis a fact has is what the front matter says.
"""

from collections.abc import Sequence

from muniment import problems
from muniment.archive.stretches import Places, Stretch, find, in_seed, line_near
from muniment.model import Edition, Evidence, Passage, Problem, Transcript
from muniment.settings.lines import line_of

_MARKS = str.maketrans("", "", "*_#>`")

Resolved = tuple[tuple[str, tuple[tuple[Passage, str], ...]], ...]


def evidence(
    edition: Edition, transcript: Transcript, held: Sequence[Stretch], standing: Places
) -> tuple[Resolved, list[Problem]]:
    """Resolve attested and inferred evidence; report words of the seed that no paragraph or metadata line shows."""
    resolved, found = [], []
    for field, entries in edition.front.evidence:
        passages = []
        for number, entry in enumerate(entries):
            if entry.basis == "supplied" or entry.line < 1:
                continue
            passage = _passage(edition.front.id, entry, held, standing)
            if passage is not None:
                passages.append((passage, entry.basis))
            elif _is_in_seed(entry, transcript):
                found.append(_reported(edition, field, number, entry))
        if passages:
            resolved.append((field, tuple(passages)))
    return tuple(resolved), found


def _passage(document: str, entry: Evidence, held: Sequence[Stretch], standing: Places) -> Passage | None:
    """Find the words where the evidence's line is shown, else where they first occur (for a repeat: the kept text)."""
    first = None
    for quote in dict.fromkeys((entry.quote, entry.quote.translate(_MARKS).strip())):
        for stretch in held if quote else ():
            span = find(stretch.words, quote)
            if span is None:
                continue
            passage = _at(document, stretch, standing, span)
            if passage.seed_line == entry.line:
                return passage
            first = first or passage
    return first


def _at(document: str, stretch: Stretch, standing: Places, span: tuple[int, int]) -> Passage:
    known = standing.get(stretch.anchor, ())
    line, _ = in_seed(known, *span)
    return Passage(
        document=document,
        anchor=stretch.anchor,
        quote=stretch.words[span[0] : span[1]],
        start=span[0],
        seed_line=line or line_near(known, span[0]) or stretch.line,
    )


def _is_in_seed(entry: Evidence, transcript: Transcript) -> bool:
    """Say whether the evidence's line reads as quoted, layout marks aside; collation reports it where it does not."""
    line = transcript.lines[entry.line - 1] if entry.line <= len(transcript.lines) else ""
    return find(line.translate(_MARKS), entry.quote.translate(_MARKS).strip()) is not None


def _reported(edition: Edition, field: str, number: int, entry: Evidence) -> Problem:
    """Word the problem at the line of the front matter where the evidence stands."""
    line = line_of(dict(edition.lines), ("evidence", field, number)) or 1
    words = {"field": field, "quote": entry.quote, "seed": edition.front.seed}
    return problems.report("A-026", edition.path, line, column=0, seed_line=entry.line, **words)
