"""Turns a finished working value into front matter, notes and problems; knows nothing of Markdown.

What was not found stays empty; only title, kind and language must say something: the first words, `other`, `und`.
"""

from typing import Any

from muniment.model import Evidence, FrontMatter, Note, Problem
from muniment.normalise import account, identifiers, marks, untitled
from muniment.normalise.compose import Composed
from muniment.normalise.working import Finding, Reading, Working
from muniment.problems import report

_SINGLE = ("place", "event", "publisher", "custody", "source_url", "retrieved", "rights")


def matter(working: Working, composed: Composed) -> FrontMatter:
    """Give the front matter of a draft; `drafted_sha256` is filled when the file is written."""
    transcript = working.transcript
    chosen = {reading.field: reading for reading in reversed(working.chosen)}
    title = title_of(working)
    date = chosen.get("date")
    singles: dict[str, Any] = {name: chosen[name].value for name in _SINGLE if name in chosen}
    return FrontMatter(
        id=identifiers.identifier(date.value if date else "", title),
        title=title,
        kind=chosen["kind"].value if "kind" in chosen else "other",
        language=chosen["language"].value if "language" in chosen else "und",
        seed=transcript.name,
        seed_sha256=transcript.sha256,
        drafted_sha256="",
        date=date.value if date else "",
        date_printed=date.printed if date else "",
        creators=tuple(reading.value for reading in working.chosen if reading.field == "creators"),
        transcript_sha256="" if transcript.is_exact else transcript.transcript_sha256,
        encoding="" if transcript.encoding in ("utf-8", "utf-8-sig") else transcript.encoding,
        lang_notes=_foreign(working, composed),
        reviewed="no",
        evidence=_evidence(working.chosen),
        interventions=account.settled(working),
        notes=_notes(working, composed),
        **singles,
    )


def title_of(working: Working) -> str:
    """Give the title that was found, or the first words of the text."""
    for reading in working.chosen:
        if reading.field == "title" and reading.value.strip():
            return reading.value
    return untitled.first_words(working)


def problems(working: Working) -> tuple[Problem, ...]:
    """Give what an editor has to look at: every finding, and a title that had to be made up."""
    path = f"seeds/{working.transcript.name}"
    found = [report(each.code, path, each.line, quote=each.quote, text=each.text) for each in working.findings]
    if not any(reading.field == "title" for reading in working.chosen):
        title = title_of(working)
        found.append(report("S-020", path, untitled.line_of(working, title), title=title))
    return tuple(sorted(found))


def _foreign(working: Working, composed: Composed) -> tuple[str, ...]:
    """Name the passages in another language, neighbours in one language as one: `p3-p5: fr`."""
    anchors = dict(reversed(composed.anchors))
    order = {anchor: index for index, (_, anchor) in enumerate(composed.anchors)}
    found = [(anchors[line], tag) for line, tag in working.foreign if line in anchors]
    groups: list[list[str]] = []
    for anchor, tag in found:
        last = groups[-1] if groups else ["", "", ""]
        if last[2] == tag and order[last[1]] + 1 == order[anchor] and last[1][0] == anchor[0]:
            last[1] = anchor
        else:
            groups.append([anchor, anchor, tag])
    return tuple(f"{first}: {tag}" if first == last else f"{first}-{last}: {tag}" for first, last, tag in groups)


def _evidence(chosen: tuple[Reading, ...]) -> tuple[tuple[str, tuple[Evidence, ...]], ...]:
    """Collect the evidence of every field, in the order in which the fields were chosen."""
    fields: dict[str, list[Evidence]] = {}
    for reading in chosen:
        is_printed = bool(reading.line and reading.quote.strip())
        first = Evidence(line=reading.line, quote=reading.quote, basis=reading.basis)
        if is_printed or reading.further:
            listed = fields.setdefault(reading.field, [])
            listed += [each for each in ((first,) if is_printed else ()) + reading.further if each not in listed]
    return tuple((name, tuple(listed)) for name, listed in fields.items())


def _notes(working: Working, composed: Composed) -> tuple[Note, ...]:
    """Put up the findings that readers should see at the block they are about."""
    texts = {
        line: (piece.label, piece.text)
        for piece in working.pieces
        if piece.kind not in {"blank", "omitted"}
        for line in range(piece.lines[0], piece.lines[1] + 1)
    }
    notes = [
        (finding.line, _note(finding, texts.get(finding.line, ("", "")), composed))
        for finding in working.findings
        if finding.kind
    ]
    return tuple(note for _, note in sorted(notes, key=lambda pair: pair[0]) if note is not None)


def _note(finding: Finding, standing: tuple[str, str], composed: Composed) -> Note | None:
    """Give a finding as a note at its block; None where no block stands before it."""
    at = ""
    for line, anchor in composed.anchors:
        if line > finding.line:
            break
        at = anchor
    if not at:
        return None
    quote = _quoted(finding, standing)
    return Note(kind=finding.kind, at=at, quote=quote, text=finding.text, by="muniment")


def _quoted(finding: Finding, standing: tuple[str, str]) -> str:
    """Give the words a finding quotes as they stand in the edition, layout marks off; empty where they do not."""
    words = " ".join(f"{standing[0]} {marks.plain(standing[1])}".split())
    quotes = finding.quote, marks.plain(finding.quote)
    return next((quote for quote in quotes if " ".join(quote.split()) in words), "")
