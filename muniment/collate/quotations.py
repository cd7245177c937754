"""The quotations of front matter, each held against the words it claims to quote → problems.

Knows nothing of differences between edition and seed.
"""

from collections.abc import Iterator, Sequence

from muniment.collate.notes import holds
from muniment.collate.words import SeedWords
from muniment.model import Edition, MetaLine, Note, Problem, Text
from muniment.problems import report


def check(
    edition: Edition, text: Text, seed: SeedWords, meta_lines: Sequence[MetaLine], used: Sequence[Note | None]
) -> Iterator[Problem]:
    """Check evidence and notes; `used` are the notes that account for differences."""
    lines = dict(edition.lines)
    yield from _evidence(edition, seed, lines)
    anchors = {line.anchor: line.text for line in meta_lines}
    for block in text.blocks:
        anchors.update(dict.fromkeys((block.anchor, *block.aliases), block.words))
    for number, note in enumerate(edition.front.notes):
        line = lines.get(f"notes.{number}.quote", lines.get(f"notes.{number}", 1))
        if note.at not in anchors:
            known = ", ".join(sorted(anchor for anchor in anchors if anchor[:1] == note.at[:1])[:20]) or "none"
            yield report("E-005", edition.path, lines.get(f"notes.{number}.at", 1), anchor=note.at, known=known)
        elif note.kind in ("emendation", "omission"):
            yield from _of_seed(edition, note, line, seed, is_used=any(note is other for other in used))
        elif note.quote and _folded(note.quote) not in _folded(anchors[note.at]):
            yield report("E-006", edition.path, line, kind=note.kind, quote=note.quote, anchor=note.at)


def _evidence(edition: Edition, seed: SeedWords, lines: dict[str, int]) -> Iterator[Problem]:
    """Check that what is attested or inferred stands on its line."""
    for name, evidences in edition.front.evidence:
        for number, evidence in enumerate(evidences):
            if evidence.basis == "supplied":
                continue
            index = evidence.line - 1
            quote = _folded(evidence.quote)
            if index < len(seed.lines) and (
                quote in _folded(seed.lines[index]) or quote in " ".join(_bare(seed, index))
            ):
                continue
            path = f"evidence.{name}.{number}"
            where = lines.get(f"{path}.quote", lines.get(path, 1))
            reads = _folded(seed.lines[index])[:160] if index < len(seed.lines) else ""
            yield report(
                "E-004", edition.path, where, quote=evidence.quote, number=evidence.line, field=name, reads=reads
            )


def _of_seed(edition: Edition, note: Note, line: int, seed: SeedWords, *, is_used: bool) -> Iterator[Problem]:
    """Check the note of a change: its words are the seed's, and something was changed there."""
    if is_used:
        return
    words = note.quote.split()
    if holds([word for word in seed.bare if word], words) or holds(seed.printed, words):
        yield report("E-011", edition.path, line, kind=note.kind, quote=note.quote, anchor=note.at)
    else:
        yield report("E-010", edition.path, line, kind=note.kind, quote=note.quote)


def _bare(seed: SeedWords, line: int) -> list[str]:
    """Give the words of a line with layout marks off."""
    return [word for word in seed.bare[seed.first[line] : seed.first[line + 1]] if word]


def _folded(text: str) -> str:
    """Set runs of white space equal."""
    return " ".join(text.split())
