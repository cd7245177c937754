"""EDTF text as values: what is read, what is refused, bounds and order; checked against the edtf package."""

import contextlib
import io
import subprocess
import sys
from typing import Any

import pytest
from edtf import parse_edtf
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from muniment.dates import FIRST_DAY, LAST_DAY, html_time, in_words, parse
from tests.archives import spoken

YEARS = st.integers(1, 9998).map("{:04d}".format)
MONTHS = st.tuples(YEARS, st.integers(0, 14)).map(lambda parts: f"{parts[0]}-{parts[1]:02d}")
DAYS = st.tuples(MONTHS, st.integers(0, 32)).map(lambda parts: f"{parts[0]}-{parts[1]:02d}")
QUALIFIERS = st.sampled_from(("", "", "?", "~", "%"))
COMMON = st.tuples(st.one_of(YEARS, MONTHS, DAYS), QUALIFIERS).map("".join)
VAGUE = st.sampled_from(
    ("199X", "19XX", "XXXX", "2007-XX", "2007-XX-XX", "2007-05-XX", "XXXX-04-16", "XXXX-05", "XXXX-XX", "2007-22")
)
VAGUE_TOO = st.one_of(COMMON, st.tuples(VAGUE, QUALIFIERS).map("".join))
RARER = st.sampled_from(
    (
        "2007-?05-31", "[..2008]", "[2007,2009..2011]", "2007-33", "2007-05-31T12:00:00Z", "?2007-05",
        "{2007-05-23..2007-05-25}", "2007-02-3X", "X007", "2007-1X", "2007-XX-15",
    )
)  # fmt: skip


def composed(moments: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Give dates, intervals, open intervals and sets of these moments."""
    members = st.lists(moments, min_size=2, max_size=4).map(",".join)
    return st.one_of(
        moments,
        st.tuples(moments, moments).map("/".join),
        moments.map("../{}".format),
        moments.map("{}/..".format),
        members.map("[{}]".format),
        members.map("{{{}}}".format),
    )


ALL = st.one_of(composed(VAGUE_TOO), RARER)
unhurried = settings(deadline=None)  # the reference parser takes its time to load


def reference(text: str) -> tuple[str, str] | None:
    """Give the bounds that the edtf package finds, or None if it refuses."""

    def iso(moment: Any, when_open: str) -> str:
        return when_open if isinstance(moment, float) else "{:04d}-{:02d}-{:02d}".format(*moment[:3])

    try:
        with contextlib.redirect_stdout(io.StringIO()):
            date = parse_edtf(text)
            return iso(date.lower_strict(), FIRST_DAY), iso(date.upper_strict(), LAST_DAY)
    except Exception:  # the package lets errors of every kind through
        return None


def read(text: str) -> tuple[str, str] | None:
    """Give the bounds that our reader finds, or None if it refuses."""
    try:
        date = parse(text)
    except ValueError:
        return None
    return date.earliest, date.latest


def is_stricter_here(text: str, expected: tuple[str, str] | None) -> bool:
    """Tell what we refuse and the package reads: 29 February of a common year, intervals that run backwards."""
    return "02-29" in text or (expected is not None and expected[0] > expected[1])


@given(composed(COMMON))
@example("[2007-11,2007-12]")
@example("../2008")
@unhurried
def test_our_reader_and_the_reference_parser_agree(text: str) -> None:
    """Days, months, years, their qualifiers, intervals and sets: validity and bounds are those of the edtf package."""
    expected = reference(text)
    assume(not is_stricter_here(text, expected))

    assert expected == read(text)


@given(ALL)
@example("2007-22")
@example("199X~")
@unhurried
def test_what_the_reference_parser_reads_we_read(text: str) -> None:
    """Forms with X and seasons: wherever the edtf package finds bounds, ours are the same.

    Where it has gaps ("1900/2007-XX") we may read more; winter, which it ends in December, is not among them.
    """
    expected = reference(text)
    assume(expected is not None and not is_stricter_here(text, expected))

    assert expected == read(text)


@given(ALL)
@unhurried
def test_what_is_read_is_kept_and_lies_within_its_bounds(text: str) -> None:
    """The text of a date is the text that was read, and no date ends before it begins."""
    assume(read(text) is not None)

    date = parse(text)

    assert text == date.text
    assert FIRST_DAY <= date.earliest <= date.latest <= LAST_DAY
    assert date == parse(date.text)


@given(ALL)
@unhurried
def test_every_date_can_be_said(text: str) -> None:
    """Every date has words in every language, and none of them is EDTF's own notation."""
    assume(read(text) is not None)

    for language in ("en", "nb", "nn-NO", "fr"):
        said = in_words(parse(text), spoken(language))

        assert said == said.strip() != ""
        assert not set("[]{}~?%X") & set(said)


@given(st.text(max_size=30))
@unhurried
def test_any_text_is_read_or_refused(text: str) -> None:
    """Text that is not EDTF is refused with ValueError and nothing else."""
    with contextlib.suppress(ValueError):
        parse(text)


@given(st.text(alphabet="0127-X/.,[]{}?~%", max_size=14))
@unhurried
def test_text_near_edtf_is_read_or_refused(text: str) -> None:
    """Neither do near misses of EDTF raise anything but ValueError, and nothing is printed."""
    printed = io.StringIO()

    with contextlib.redirect_stdout(printed), contextlib.suppress(ValueError):
        in_words(parse(text))

    assert not printed.getvalue()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2007-02-30", "2007-02-30 is no day"),
        ("2007-02-29", "2007-02-29 is no day"),
        ("2007-00-01", "2007-00-01 has no real month: 00"),
        ("2007-13", "2007-13 has no real month: 13"),
        ("2007-22-01", "2007-22-01 gives a day in a season"),
        ("2008/2007", "2008/2007 ends before it begins"),
        ("0000", "0000 has the year 0000, which stands for an open beginning"),
        ("2007 ", '"2007 " is not EDTF: white space has no place in it'),
        ("23 February 2007", '"23 February 2007" is not EDTF: white space has no place in it'),
        ("../..", "../.. is not EDTF: an interval is two dates, or one date and an open end"),
        ("1/2/3", "1/2/3 is not EDTF: an interval is two dates, or one date and an open end"),
        ("[2007,2008", "[2007,2008 is not EDTF: a set is dates between [ and ], with commas"),
        ("2007-1X", '"2007-1X" is not EDTF, or outside the years 1 to 9999'),
        ("-0045", '"-0045" is not EDTF, or outside the years 1 to 9999'),
        ("Y12345", '"Y12345" is not EDTF, or outside the years 1 to 9999'),
        ("", "nothing is no date"),
        ("2" * 201, "2222222222222222222222222222222222222222… is too long for a date"),
    ],
)
def test_a_refusal_names_what_is_wrong(text: str, reason: str) -> None:
    """A refusal quotes the text and says why in one plain sentence."""
    with pytest.raises(ValueError) as refusal:  # noqa: PT011 - the whole message is compared below
        parse(text)

    assert reason == str(refusal.value)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2007", "2007-01-01", "2007-12-31", "year"),
        ("2008-02", "2008-02-01", "2008-02-29", "month"),
        ("2007-05-31", "2007-05-31", "2007-05-31", "day"),
        ("2007-02-22/2007-02-23", "2007-02-22", "2007-02-23", "day"),
        ("2007-05-30/2007", "2007-05-30", "2007-12-31", "year"),
        ("../2008", "0000-01-01", "2008-12-31", "year"),
        ("2008/..", "2008-01-01", "9999-12-31", "year"),
        ("[2007-11,2007-12]", "2007-11-01", "2007-12-31", "month"),
        ("{2007-05-07,2007-05-03}", "2007-05-03", "2007-05-07", "day"),
        ("2007-21", "2007-03-01", "2007-05-31", "season"),
        ("1998-24", "1998-12-01", "1999-02-28", "season"),
        ("199X", "1990-01-01", "1999-12-31", "decade"),
        ("18XX~", "1800-01-01", "1899-12-31", "century"),
        ("XXXX-04-16", "0000-04-16", "9999-04-16", "day"),
        ("XXXX", "0000-01-01", "9999-12-31", "unknown"),
        ("[..2008]", "0000-01-01", "2008-12-31", "unknown"),
        ("2007-05-31T12:00:00Z", "2007-05-31", "2007-05-31", "day"),
    ],
)
def test_bounds_and_precision(text: str, earliest: str, latest: str, precision: str) -> None:
    """A date gives its first and last day, sentinels for open ends, and its coarsest unit."""
    date = parse(text)

    assert (earliest, latest, precision) == (date.earliest, date.latest, date.precision)


def test_dates_sort_in_time() -> None:
    """First day first; at the same start the shorter first; an open beginning or unknown year goes by its last day."""
    in_order = [
        "18XX",
        "199X",
        "2006",
        "../2006",
        "2007-01-01",
        "2007-01-01/2007-01-03",
        "2007-01",
        "2007",
        "2007-02-22/2007-02-23",
        "2007-02-23",
        "[2007-11,2007-12]",
        "2008/..",
        "XXXX-04-16",
    ]

    assert in_order == sorted((*in_order[5:], *in_order[:5]), key=lambda text: parse(text).sort_key)


@pytest.mark.parametrize(
    ("text", "is_uncertain", "is_approximate"),
    [("2007", False, False), ("2007?", True, False), ("2007~", False, True), ("2007%/2008", True, True)],
)
def test_doubt_is_told(text: str, is_uncertain: bool, is_approximate: bool) -> None:
    """`?` is uncertain, `~` approximate, `%` both, in any part."""
    date = parse(text)

    assert (is_uncertain, is_approximate) == (date.is_uncertain, date.is_approximate)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2007-05-31", "2007-05-31"),
        ("2007-05", "2007-05"),
        ("2007", "2007"),
        ("2007-05-XX", "2007-05"),
        ("2007?", None),
        ("1921~", None),
        ("199X", None),
        ("2007-21", None),
        ("XXXX-05-31", None),
        ("2007-02-22/2007-02-23", None),
        ("2007-05-31T12:00:00Z", None),
    ],
)
def test_html_takes_certain_days_months_and_years(text: str, value: str | None) -> None:
    """`<time>` gets a value only where HTML has one that says no more than the date does."""
    assert value == html_time(text)


def test_the_package_loads_no_reference_parser() -> None:
    """Common forms are read without the edtf package, which takes a tenth of a second to load."""
    program = (
        "import sys, muniment.dates as dates; dates.parse('2007-05/2008~'); dates.find('3 May 2007');"
        "print('edtf' in sys.modules)"
    )
    expected = "False"

    printed = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own words

    assert expected == printed.strip()
