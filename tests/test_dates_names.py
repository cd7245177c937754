"""Dates in file names and web addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.dates import find_in_name, parse


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("20070531.txt", [("20070531", "2007-05-31", ())]),
        ("2007-05-31-title.md", [("2007-05-31", "2007-05-31", ())]),
        ("note_2007_05_31_b.txt", [("2007_05_31", "2007-05-31", ())]),
        ("https://example.org/2007/05/31/title.html", [("2007/05/31", "2007-05-31", ())]),
        ("https://example.org/2007/05/title.html", [("2007/05", "2007-05", ())]),
        ("https://example.org/2007/title.html", [("2007", "2007", ())]),
        ("report-2007.pdf", [("2007", "2007", ())]),
        ("31-05-2007.txt", [("31-05-2007", "2007-05-31", ())]),
        ("03-04-2007.txt", [("03-04-2007", "2007-04-03", ("2007-03-04",))]),
        ("speech-31-may-2007.html", [("31-may-2007", "2007-05-31", ())]),
        ("speech_May_2007.html", [("May_2007", "2007-05", ())]),
        ("001_cf2c3a63bb62e517.txt", []),
        ("document-12007053112.txt", []),
        ("20071331.txt", []),
        ("20070231.txt", []),
        ("200705.txt", []),
        ("room-101.txt", []),
        ("a2007b.txt", []),
        ("1325.txt", []),
        ("", []),
    ],
)
def test_names_give_their_dates(name: str, found: list[tuple[str, str, tuple[str, ...]]]) -> None:
    """Eight figures, parts between marks, words and bare years are dates; identifiers are not."""
    assert found == [(wording.text, wording.edtf, wording.alternatives) for wording in find_in_name(name)]


@given(st.text(alphabet="0123456789-_/.may ", max_size=24))
def test_names_quote_exactly_and_give_edtf(name: str) -> None:
    """On any name the offsets quote the exact words, and every EDTF is valid."""
    for wording in find_in_name(name):
        assert wording.text == name[wording.start : wording.end]
        assert wording.edtf == parse(wording.edtf).text
