"""A document on the desk and a person's reason → its edition with the note that explains a difference.

Knows no reasons. A note is proved before it is given: the difference is explained by it, and nothing else is amiss.
"""

from dataclasses import dataclass, replace

from muniment import collate, edition, problems
from muniment.collate import Undocumented
from muniment.desk.laying import Desk, opened
from muniment.model import Note, Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """An edition with notes more."""

    source: str
    """The whole new file."""
    notes: tuple[Note, ...]
    """Those that were added."""
    desk: Desk
    """The document as it lies then."""
    troubles: tuple[Problem, ...] = ()
    """What the notes would make wrong; with any of them the file is not to be written."""


def undocumented(desk: Desk) -> tuple[Undocumented, ...]:
    """List the differences of wording that no note explains."""
    if desk.transcript is None or desk.edition is None or desk.text is None:
        return ()
    return collate.undocumented(desk.transcript, desk.edition, desk.text)


def note_command(name: str, each: Undocumented, beside: tuple[Undocumented, ...]) -> tuple[str, ...]:
    """Give the words of the command that explains a difference; where its line has several, they name the words.

    It names the line of the seed, which stays what it is when the edition's front matter grows by a note.
    """
    alone = sum(other.seed_line == each.seed_line for other in beside) == 1
    words = () if alone else ("--words", each.added or each.gone)
    return ("note", name, "--seed-line", str(each.seed_line), *words, "--reason", '"…"')


def chosen(
    differences: tuple[Undocumented, ...], line: int = 0, seed_line: int = 0, words: str = ""
) -> tuple[Undocumented, ...]:
    """Choose the differences on a line of the edition's file or of the seed, and those that hold some words."""
    sought = " ".join(words.split())
    there = [each for each in differences if line in (0, each.line) and seed_line in (0, each.seed_line)]
    exact = [each for each in there if sought and sought in (each.gone, each.added)]
    return tuple(exact or [each for each in there if sought in each.gone or sought in each.added])


def explaining(differences: tuple[Undocumented, ...], reason: str, by: str) -> tuple[Note, ...]:
    """Word the notes on some differences: what was changed, why, who; one note where several are the same."""
    notes = [
        replace(each.note, text=f"{each.note.text}: {reason}", by=by) for each in differences if each.note is not None
    ]
    return tuple(dict.fromkeys(notes))


def remark(desk: Desk, line: int, words: Note) -> tuple[Note, ...]:
    """Put a note on words that stand: one for each paragraph that holds them, on a line of the file if it is given.

    It is for the caller to refuse what fits in several places, or in none.
    """
    if desk.edition is None or desk.text is None:
        return ()
    at = line - desk.edition.body_line + 1
    quote = " ".join(words.quote.split())
    return tuple(
        replace(words, at=block.anchor)
        for block in desk.text.blocks
        if block.anchor and (not line or block.line <= at <= block.end_line) and quote in " ".join(block.words.split())
    )


def noted(desk: Desk, notes: tuple[Note, ...]) -> Noted:
    """Add notes to the edition, every other byte as it was; `edition.Refused` where that cannot be."""
    if desk.edition is None:
        raise edition.Refused
    source = edition.with_notes(desk.edition, notes)
    after = opened(desk, source.encode())
    known = {(each.code, each.message) for each in desk.problems}
    troubles = tuple(each for each in after.problems if (each.code, each.message) not in known)
    return Noted(source=source, notes=notes, desk=after, troubles=troubles)


def in_front_matter(notes: tuple[Note, ...]) -> str:
    """Write notes as they stand in front matter, for a person to paste."""
    return "\n".join(line for note in notes for line in edition.note_lines(note, "  "))


def on_one_line(notes: tuple[Note, ...]) -> str:
    """Write notes as one line of front matter, for a person to put wherever it may stand."""
    return f"notes: [{', '.join(edition.note_in_braces(note) for note in notes)}]"


def unexplainable(desk: Desk, each: Undocumented) -> Problem:
    """Report a difference that no single note can explain."""
    path = desk.holding.path
    return problems.report("C-001", path, each.line, gone=each.gone[:80], added=each.added[:80])
