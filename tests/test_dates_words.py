"""Dates in words for readers, against a table."""

from collections.abc import Callable
from pathlib import Path

from muniment.dates import in_words
from tests.archives import spoken

TABLE = Path(__file__).parent / "cases" / "dates" / "in-words.txt"


def test_every_form_is_said_as_in_the_table(golden: Callable[[Path, str], None]) -> None:
    """Each EDTF form has its words in English and in Norwegian."""
    norwegian = spoken("nb")
    lines = TABLE.read_text(encoding="utf-8").splitlines()

    said = lines[:1]
    for line in lines[1:]:
        edtf = line.partition(" | ")[0]
        said.append(f"{edtf} | {in_words(edtf)} | {in_words(edtf, norwegian)}")

    golden(TABLE, "\n".join(said) + "\n")


def test_only_the_first_part_of_a_language_tag_counts() -> None:
    """`nb-NO`, `NO` and `nn` are said in bokmål, a language without words in English."""
    expected = ["31. mai 2007", "31. mai 2007", "31. mai 2007", "31 May 2007"]

    assert expected == [in_words("2007-05-31", spoken(tag)) for tag in ("nb-NO", "NO", "nn", "fr")]
