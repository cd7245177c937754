"""Family C: examples of what a command on one document, or on the folder, cannot do for a person."""

from tests.problems.form import EDITION, Pair, deed, run
from tests.trust.places import LETTER, Place

_NOTE = ("note", "minutes.txt", "--all", "--reason", "As the second copy has it.", "--by", "E. Ditor")
_INGEST = ("ingest", "ROOT/desk")


def _edited(place: Place, old: str, new: str) -> None:
    """Change words of the edition."""
    text = (place.root / EDITION).read_text("utf-8")
    assert old in text
    place.write(EDITION, text.replace(old, new, 1))


def _with_an_empty_text(place: Place) -> None:
    """Write notes as a text of several lines that has none: where it ends nobody can say."""
    text = (place.root / EDITION).read_text("utf-8")
    place.write(EDITION, text.replace("language: en\n", "language: en\nnotes: |\n"))


def _published(place: Place, letter: str) -> None:
    """Publish, and write a letter."""
    run(place, "build")
    place.write(letter, "Mine.")


PAIRS: tuple[Pair, ...] = (
    deed(
        "C-001",
        ("the last word of a paragraph and the first of the next changed", "the last word of each changed"),
        lambda place: _edited(place, "members.\n\nNobody", "men.\n\nNo one"),
        lambda place: _edited(place, "30 members.\n\nNobody objected", "30 men.\n\nNobody minded"),
        _NOTE,
    ),
    deed(
        "C-002",
        ("a changed word, and `notes: |` with nothing below it", "a changed word, and front matter as usual"),
        lambda place: (_edited(place, "\n\nNobody", "\n\nNo one"), _with_an_empty_text(place)),
        lambda place: _edited(place, "\n\nNobody", "\n\nNo one"),
        _NOTE,
    ),
    deed(
        "C-003",
        ("a copy of a seed under another name", "the same with a letter more"),
        lambda place: place.write("desk/copy.txt", LETTER),
        lambda place: place.write("desk/copy.txt", f"{LETTER}x"),
        _INGEST,
    ),
    deed(
        "C-004",
        ("another text with the name of a seed", "another text with another name"),
        lambda place: place.write("desk/letter.txt", "Dear Miss Brown,\n\nIt does not.\n"),
        lambda place: place.write("desk/answer.txt", "Dear Miss Brown,\n\nIt does not.\n"),
        _INGEST,
    ),
    deed(
        "C-005",
        ("a text with a NUL in it", "a text with a form feed in it"),
        lambda place: place.write("desk/tape.txt", "The ferry\0 sails.\n"),
        lambda place: place.write("desk/tape.txt", "The ferry\n\fsails.\n"),
        _INGEST,
    ),
    deed(
        "C-006",
        ("a letter among the published pages", "a letter beside the published folder"),
        lambda place: _published(place, "dist/letter.txt"),
        lambda place: _published(place, "letter.txt"),
        ("clean",),
    ),
)
