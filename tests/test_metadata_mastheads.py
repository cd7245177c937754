"""Mastheads, columns, capitals, telegrams and lists: what their lines give, and what only looks so."""

import pytest

from muniment.normalise.front import title_of
from tests.metadata_builder import chosen, normalised

BODY = "\n\nThe delegates of the river states met, and it was agreed that the dam would be built by all of them.\n"
TELEGRAM = (
    "C O N F I D E N T I A L PORTO 000412\n\nE.O. 12958: DECL: 03/12/2019\nTAGS: SENV, PREL\n"
    "SUBJECT: RIVER STATES AGREE\n\n1. (C) The ministers of the river states agreed on the dam.\n"
)


def words(text: str) -> str:
    """Give what stays in the text."""
    return "\n".join(piece.text for piece in normalised(text).pieces if piece.kind != "lifted")


def test_a_day_on_which_something_ends_is_not_the_documents() -> None:
    """A telegram's day of declassification, an offer's last day; a day that is only printed near such words is."""
    assert chosen(TELEGRAM, "date") == ""
    assert chosen(f"Call for papers\nDeadline: 3 May 2011{BODY}", "date") == ""
    assert chosen(f"Review of the year\n3 May 2011{BODY}", "date") == "2011-05-03"


def test_codes_of_subjects_belong_to_a_telegram() -> None:
    """They stay; the tags of a web page leave."""
    assert "TAGS: SENV, PREL" in words(TELEGRAM)
    assert "Tags: rivers, dams" not in words(f"New dam opens{BODY}\nTags: rivers, dams\n")


@pytest.mark.parametrize(
    ("masthead", "date"),
    [
        ("River Council                   Distr.: General\nof States                       12 May 2009", "2009-05-12"),
        ("Porto Institute\t3 June 1998", "1998-06-03"),
        ("River Council\nof States and 12 May 2009 Movement", ""),
    ],
)
def test_a_column_that_is_a_day_dates_a_report(masthead: str, date: str) -> None:
    """It counts for more than the days of the meeting that is reported."""
    meeting = "Fourth meeting of the states\nPorto, 4–8 May 2009" if "Distr" in masthead else ""
    report = f"{meeting}\n\nReport of the river states on their work{BODY}"

    assert chosen(f"{masthead}\n\n{report}", "date") == date


def test_halves_of_columns_publish_nothing() -> None:
    """Two halves of names on a line are no body; a body's name and its division are not one name."""
    columns = f"UNITED\nNATIONS                                   BC\n\nReport on the river{BODY}"
    divided = f"Press release\nDepartment of Rivers • Media Division • Porto\n\nDam is opened\n3 May 2009{BODY}"

    assert chosen(columns, "publisher") == ""
    assert chosen(divided, "publisher") == "Department of Rivers"


def test_a_headline_in_capitals_runs_over_two_lines() -> None:
    """It does where it breaks off at a small word; two headlines do not become one."""
    long = f"Press release\n\nRIVER COMMITTEE OPENS ITS DEBATE AMID CALLS TO\nREVIVE STALLED TALKS\n\n3 May 2009{BODY}"
    two = f"RIVER COMMITTEE OPENS ITS DEBATE\nTALKS REVIVED\n\n3 May 2009{BODY}"

    assert chosen(long, "title") == "RIVER COMMITTEE OPENS ITS DEBATE AMID CALLS TO REVIVE STALLED TALKS"
    assert "TALKS REVIVED" not in chosen(two, "title") or "DEBATE" not in chosen(two, "title")


def test_a_day_behind_a_venue() -> None:
    """Place, venue and day are one line; an office between name and day is no venue."""
    assert chosen(f"Discours du président\nPorto, palais du fleuve, lundi 3 mai 2010{BODY}", "date") == "2010-05-03"
    assert chosen(f"Speech on rivers\nPorto, University Hall, 3 May 2010{BODY}", "place") == "Porto"
    assert chosen(f"Speech on rivers\nHall, Minister of Rivers, 3 May 2010{BODY}", "place") == ""


def test_a_list_stands_as_of_a_day() -> None:
    """The day may stand in the first line of a list that lost its lines; a day of a signature is none."""
    listed = "River Convention - Status of ratifications (as at 14 June 2011)  Participant Signature  "
    rows = "Norway 11 Sep 1998 11 Jun 2004  Peru 11 Sep 1998 20 Jan 2004  Chile 06 Feb 2004 a  Malta 09 Aug 2010 a"

    assert chosen(f"{listed}{rows}", "date") == "2011-06-14"
    assert title_of(normalised(f"{listed}{rows}")) == "River Convention - Status of ratifications (as at 14 June 2011)"
    assert title_of(normalised("The dam  is open and all of the towns came to see it.")).endswith("…")
    assert chosen(f"River Convention - Status of ratifications  {rows}", "date") == ""


def test_a_dateline_in_emphasis_opens_its_paragraph() -> None:
    """The paragraph stays whole; two places with a stroke between them are one place of issue."""
    lead = "*New Porto / Geneva, 24 October 2020* – Malta today became the 50th state to ratify the River Treaty."
    text = f"**PRESS RELEASE**\n\n# Campaigners welcome the treaty\n\n{lead}{BODY}"

    assert chosen(text, "date") == "2020-10-24"
    assert chosen(text, "place") == "New Porto / Geneva"
    assert "became the 50th state" in words(text)


def test_a_misread_mark_is_taken_out() -> None:
    """The first letters are those of the text; the same signs as a word of the text do not vanish unrecorded."""
    working = normalised("ï»¿River news\n\nThe dam is open.\n")

    assert working.pieces[0].text.startswith("River")
    assert [one.before for one in working.interventions if one.rule == "invisible-characters"] == ["ï»¿River"]


def test_the_trail_to_a_page_names_a_release() -> None:
    """What names itself otherwise is only filed there; a trail that ends in news says nothing."""
    story = "Minister: the dam is open\n3 May 2009\n\nThe minister said that the dam was open to all of the towns.\n"

    assert chosen(f"Home » News » Press releases\n{story}", "kind") == "press-release"
    assert chosen(f"Home » News » World\n{story}", "kind") == "news-story"
    statement = "Statement by Ms Ann Bell at the River Forum\n3 May 2009\n\nMr Chairman,\n\nIt is open to us all.\n"
    assert chosen(f"Home » News » Press releases\n{statement}", "kind") == "statement"


def test_a_year_in_roman_figures_is_no_name() -> None:
    """The holder of a copyright is named without it; a name that looks like figures stays."""
    story = f"Dam is opened\n3 May 2009{BODY}"

    assert chosen(f"{story}\n© River News MMVIII\n", "publisher") == "River News"
    assert chosen(f"{story}\n© River News MIX\n", "publisher") == "River News MIX"


def test_an_editorial_is_not_issued_by_its_title() -> None:
    """`Editorial:` stands before a title in English."""
    assert chosen(f"River Daily, No. 7\nEditorial: Time to choose\n27 June 2017{BODY}", "publisher") != "Time to choose"


def test_words_in_brackets_are_no_title() -> None:
    """They say something of the text; brackets inside a title stay in it."""
    text = f"[on the report of the First Committee]\n\nTalks on the river (second part)\n\n3 May 2009{BODY}"

    assert chosen(text, "title") == "Talks on the river (second part)"


@pytest.mark.parametrize(
    ("head", "title", "creator"),
    [
        (
            "STATEMENT BY H.E. MS. ANN BELL\nPERMANENT REPRESENTATIVE OF FIJI TO THE UNITED NATIONS\n\nAT THE DEBATE",
            "STATEMENT AT THE DEBATE",
            "ANN BELL",
        ),
        (
            "Statement by Ms Ann Bell, Permanent Representative of Peru to the United Nations, at the River Debate",
            "Statement at the River Debate",
            "Ann Bell",
        ),
    ],
)
def test_a_speakers_office_is_no_part_of_the_title(head: str, title: str, creator: str) -> None:
    """Over several lines in capitals, or behind a comma."""
    text = f"{head}\n\nNew Porto, 9 October 2008\n\nMr. Chairman,\n\nAs we take the floor for once, thank you.\n"

    assert chosen(text, "title") == title
    assert chosen(text, "creators") == creator
