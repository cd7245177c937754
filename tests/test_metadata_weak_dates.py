"""What a file's name and an address say of a day is taken for want of a printed one, and is never certain."""

import pytest

from muniment import formats, normalise
from muniment.normalise import metadata
from tests.metadata_builder import SETTINGS, transcript

STORY = "The town has a new bridge, the mayor said. It was opened by the schoolchildren.\n\nIt cost four million.\n"


def dated(text: str, name: str = "seed.txt") -> str:
    """Give the date chosen for a text in a file of that name; empty if none."""
    working = normalise.work(transcript(text, name), SETTINGS, rules=(*normalise.LINES, *metadata.RULES))
    return next((one.value for one in working.chosen if one.field == "date"), "")


@pytest.mark.parametrize(
    ("name", "date"),
    [
        ("2007-05-31-bridge.txt", "2007-05-31?"),
        ("20070531_bridge.txt", "2007-05-31?"),
        ("bridge 31 May 2007.txt", "2007-05-31?"),
        ("may-2007-report.txt", "2007-05?"),
        ("1981-Mayor.txt", "1981?"),
        ("report-2010.txt", "2010?"),
        ("bridges/1981-mayor.txt", "1981?"),
        ("bridge-1997-text.txt", ""),
        ("bridge-2003-2010.txt", ""),
        ("a-1325.txt", ""),
        ("doc17.txt", ""),
    ],
)
def test_a_name_dates_a_text_that_prints_no_day(name: str, date: str) -> None:
    """A day or month anywhere in the name, a year only at its edge, and never two."""
    assert dated(f"Bridge opens\n\n{STORY}", name) == date


def test_a_printed_day_is_taken_before_the_name() -> None:
    """The name adds nothing to a text that is dated."""
    assert dated(f"Bridge opens\n\n3 May 2001\n\n{STORY}", "2007-05-31.txt") == "2001-05-03"


def test_a_name_gives_the_year_that_a_day_lacks() -> None:
    """The day "Monday 16 April" is of the name's year if the weekday agrees; still not certain."""
    assert dated(f"Bridge opens\n\nMonday 16 April\n\n{STORY}", "bridge-2012.txt") == "2012-04-16?"
    assert dated(f"Bridge opens\n\nTuesday 16 April\n\n{STORY}", "bridge-2012.txt") != "2012-04-16?"


def test_a_year_that_the_text_looks_back_on_is_not_its_own() -> None:
    """A text that speaks of 3 May 2009 was not written in 1997, whatever its file is called; in 2008 it may be."""
    text = f"Bridge opens\n\nThe first stone was laid on 3 May 2009. {STORY}"

    assert dated(text, "bridge-1997.txt") == ""
    assert dated(text, "bridge-2008.txt") == "2008?"


def test_an_address_dates_a_text_that_prints_no_day() -> None:
    """The address that the text was taken from names a day, which is not certain; a section's number is no day."""
    assert dated(f"Bridge opens\n\nhttps://town.example/news/2007/05/31/bridge\n\n{STORY}") == "2007-05-31?"
    assert dated(f"Bridge opens\n\nhttps://town.example/news/2199/17/31/bridge\n\n{STORY}") == ""


def test_the_draft_says_where_the_day_is_from() -> None:
    """The evidence of a name is supplied from outside the text, names the file, and the editor is told."""
    seed, _ = formats.read("1981-Mayor.txt", f"Bridge opens\n\n{STORY}".encode())
    assert seed is not None

    draft = normalise.draft(seed, SETTINGS)

    (told,) = dict(draft.edition.front.evidence)["date"]
    assert (told.basis, told.line, told.source) == ("supplied", 0, 'the name of the seed, "1981-Mayor.txt"')
    assert [each.code for each in draft.problems if each.code in {"S-052", "S-054"}] == ["S-054"]
