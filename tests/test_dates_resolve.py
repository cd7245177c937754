"""Filling in the year, checking the weekday, and dates that hang on the document's date."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.dates import Wording, find, parse, relative, resolve, weekday_agrees

WORDS = (
    "23", "february", "march", "may", "sept.", "the", "of", "to", "and", "–", "-", "/", ",", ".", "(", ")",
    "\n", "2007", "1998", "07", "31", "5", "12", "monday", "Friday", "May", "December", "this year", "last",
    "next", "by the end of", "early", "mid-2008", "winter", "de", "1er", "mars", "febrero", "31/05/2007",
    "2007-05-31", "31.5.07", "in", "since", "about", "23rd", "V", "T", "Z", ":", "yesterday", "next month",
    "'07", "1990s", "i år", "or", "till", "2008-09",
)  # fmt: skip
PROSE = st.lists(st.sampled_from(WORDS), max_size=14).flatmap(
    lambda words: st.sampled_from((" ", "", "\n")).map(lambda mark: mark.join(words))
)


def only(text: str) -> Wording:
    """Give the one wording in a text."""
    (wording,) = find(text)
    return wording


@pytest.mark.parametrize(
    ("text", "year", "edtf"),
    [
        ("Monday 16 April", 2012, "2012-04-16"),
        ("Monday 16 April", 2013, None),
        ("16 April", 2013, "2013-04-16"),
        ("from 23 to 25 May", 2007, "2007-05-23/2007-05-25"),
        ("28 December – 3 January", 2007, "2007-12-28/2008-01-03"),
        ("in May/June", 2007, "[2007-05,2007-06]"),
        ("3, 5 and 9 May", 2007, "{2007-05-03,2007-05-05,2007-05-09}"),
        ("29 February", 2008, "2008-02-29"),
        ("29 February", 2007, None),
        ("about 5 May", 1921, "1921-05-05~"),
        ("23 February 2007", 1999, "2007-02-23"),
        ("Friday 23 February 2007", 1999, "2007-02-23"),
        ("Monday 23 February 2007", 1999, None),
        ("5 May", 0, None),
        ("5 May", 12345, None),
    ],
)
def test_a_year_is_filled_in(text: str, year: int, edtf: str | None) -> None:
    """The year given stands in place of XXXX; no date comes of a wrong weekday or of a day that is none."""
    assert edtf == resolve(only(text), year)


@pytest.mark.parametrize(
    ("edtf", "weekday", "agrees"),
    [
        ("2012-04-16", 1, True),
        ("2012-04-16", 2, False),
        ("2012-04-16/2012-04-20", 1, True),
        ("2012-04", 5, True),
        ("2012-04-16", 0, True),
        ("XXXX-04-16", 3, True),
    ],
)
def test_a_weekday_is_held_against_the_first_day(edtf: str, weekday: int, agrees: bool) -> None:
    """Only a known day can disagree with a weekday."""
    assert agrees is weekday_agrees(edtf, weekday)


@pytest.mark.parametrize(
    ("text", "document", "edtf"),
    [
        ("in February this year", "2007-05-31", "2007-02"),
        ("in February this year", "2007", "2007-02"),
        ("in May last year", "2007-05-31", "2006-05"),
        ("on 23 May next year", "2007-05-31", "2008-05-23"),
        ("this year", "2007-05-31", "2007"),
        ("by the end of the year", "2007-05-31", "2007"),
        ("last February", "2007-05-31", "2007-02"),
        ("last June", "2007-05-31", "2006-06"),
        ("next May", "2007-05-31", "2008-05"),
        ("next June", "2007-05-31", "2007-06"),
        ("next month", "2007-12-31", "2008-01"),
        ("last month", "2007-01", "2006-12"),
        ("this month", "2007", None),
        ("yesterday", "2007-03-01", "2007-02-28"),
        ("yesterday", "2007-03", None),
        ("yesterday", "0001-01-01", None),
        ("in February this year", "2006/2007", None),
        ("in February this year", "../2007", None),
        ("23 February 2007", "2007-05-31", None),
        ("29 February this year", "2007-05-31", None),
    ],
)
def test_a_relative_date_is_found_from_the_documents(text: str, document: str, edtf: str | None) -> None:
    """A date that hangs on the document's is told only as far as the document's date allows."""
    assert edtf == relative(only(text), document)


@given(st.one_of(st.text(max_size=60), PROSE))
def test_find_quotes_exactly_and_gives_edtf(text: str) -> None:
    """On any text: the offsets quote the exact words, in order and apart; every EDTF is valid."""
    found = find(text)

    assert [wording.text for wording in found] == [text[wording.start : wording.end] for wording in found]
    assert all(one.end <= two.start for one, two in pairwise(found))
    for wording in found:
        assert wording.start < wording.end
        assert wording.edtf == parse(wording.edtf).text
        assert [other == parse(other).text for other in wording.alternatives] == [True] * len(wording.alternatives)


@given(PROSE, st.integers(-10, 12000))
def test_a_year_gives_valid_edtf_or_none(text: str, year: int) -> None:
    """Whatever the year, the result is EDTF with the year, or None."""
    for wording in find(text):
        for edtf in (resolve(wording, year), relative(wording, "2007-05-31")):
            assert edtf is None or ("XXXX" not in edtf and edtf == parse(edtf).text)


@pytest.mark.parametrize(
    "part",
    ["1 ", "12 and ", "May ", "May/", "31/", "2007-", "3, ", " year", "in 2007 ", "\n", "23 May ", "1", ".,", "a"],
)
def test_long_repeats_take_linear_time(part: str) -> None:
    """Hundreds of thousands of characters of a date's own parts end in good time."""
    assert len(find(part * 20_000)) <= 40_000
