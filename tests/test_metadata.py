"""Invented documents of many kinds against what a cataloguer would write; each case is one file."""

from pathlib import Path

import pytest

from muniment.model import Settings
from tests.metadata_builder import CASES, Case, cases, normalised, read_case

FIELDS = (
    "title",
    "kind",
    "date",
    "place",
    "creators",
    "publisher",
    "custody",
    "event",
    "source_url",
    "retrieved",
    "language",
)


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_an_invented_document_gets_what_a_cataloguer_would_write(case: Case) -> None:
    """Every field has the value that the case states, and is empty where the case states none."""
    working = normalised(case.text, case.settings)

    actual = {field: "; ".join(one.value for one in working.chosen if one.field == field) for field in FIELDS}
    assert case.expected == {field: value for field, value in actual.items() if value}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_what_left_the_text_is_what_the_case_says(case: Case) -> None:
    """The first line that stays in the running text, and the last, are those the case states."""
    working = normalised(case.text, case.settings)

    kept = [piece.text.split("\n") for piece in working.pieces if piece.kind not in {"lifted", "blank", "rule"}]
    assert case.begins == kept[0][0][: len(case.begins)]
    assert not case.ends or case.ends == kept[-1][-1][-len(case.ends) :]


def test_every_value_quotes_exact_words_of_its_line() -> None:
    """All evidence of all readings of all cases stands in the seed's line it names."""
    for case in cases():
        working = normalised(case.text, case.settings)
        for one in working.readings:
            for line, words in ((one.line, one.quote), *((each.line, each.quote) for each in one.further)):
                assert words in working.transcript.lines[line - 1], (case.name, one.field)


def test_pieces_still_cover_every_line_once() -> None:
    """Lifting neither loses nor doubles a line."""
    for case in cases():
        working = normalised(case.text, case.settings)
        covered = [number for piece in working.pieces for number in range(piece.lines[0], piece.lines[1] + 1)]
        assert list(range(1, len(working.transcript.lines) + 1)) == covered, case.name


def test_the_cases_are_where_they_should_be() -> None:
    """There are at least forty invented documents."""
    assert len(list(Path(CASES).glob("*.txt"))) >= 40
    assert all(read_case(path).settings != Settings(title="") for path in sorted(Path(CASES).glob("*.txt")))
