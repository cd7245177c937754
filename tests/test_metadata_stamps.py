"""The day a text is stamped with: over it, under it, glued into its first line; and what only looks like it."""

import pytest

from muniment.normalise.metadata import date_glued, stamp
from tests.metadata_builder import chosen, normalised

STORY = (
    "\n\nThe council agreed on new rules for the harbour, which will be in force from the autumn on. Many of the "
    "fishermen were content with what had come of the talks.\n\nThe talks had begun in the spring, and several "
    "villages took part in them. The mayor said that it had been worth the while.\n"
)
PAGE = STORY.replace("The mayor said that it", "It")
"""The same without reported speech: no news story."""


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Mon 20 May 2013 06.05 GMT Last modified on Tue 21 May 2013 06.07 GMT", "2013-05-20"),
        ("20 mai 2013 à 18:27 (Mis à jour: 19:56)", "2013-05-20"),
        ("Publicerad 20 maj 2013 Uppdaterad 22 maj 2013", "2013-05-20"),
        ("Ann Bell, The Courier 8:42 a.m. EDT May 20, 2013", "2013-05-20"),
        ("Juan Pérez | Palma | 20/05/2013", "2013-05-20"),
        ("May 20, 2013 -- Updated 0203 GMT (1003 HKT)", "2013-05-20"),
        ("Thu, 20 Jun 2013 08:00:00 +0000", "2013-06-20"),
        ("[20 May 2013]", "2013-05-20"),
    ],
)
def test_a_stamp_over_the_text_is_its_date(line: str, date: str) -> None:
    """A line of a day with times, labels, and at most a byline dates the text, even under a lead sentence."""
    assert date == chosen(f"New harbour rules\n\n{line}{STORY}", "date")
    assert date == chosen(
        f"New harbour rules\n\nThe council has agreed on them after a long night.\n\n{line}{STORY}", "date"
    )


@pytest.mark.parametrize(
    "line",
    [
        "The battle of 3 May 1809",
        "Battle of the Fords, 18 June 1815",
        "Deadline: 3 May 2012",
        "Meeting to be held at 12:00 on 3 May 2011",
        "A smuggler was caught in the harbour on 09/09/2019",
        "Born 5 January 1975 | Quito",
        "Photo: A. Bell | 3 May 2012",
        "open 3 May 2012 to 5 May 2012",
    ],
)
def test_a_day_among_other_words_is_no_stamp(line: str) -> None:
    """Days of battles, deadlines, births, pictures and opening times stamp nothing."""
    assert stamp.read(line) is None


def test_a_day_under_another_label_is_that_labels() -> None:
    """The beginning of an event, whose label stands on the line above, does not date the text."""
    assert chosen(f"Harbour market\n\nBegins:\n\n13 May 2012 11:00{PAGE}", "date") == ""


def test_a_day_directly_under_the_text_is_its_date() -> None:
    """A release that ends with its day is dated by it."""
    assert chosen(f"New harbour rules{STORY}\n20 May 2013\n", "date") == "2013-05-20"


def test_a_list_of_other_stories_dates_nothing() -> None:
    """Days of other stories under the text, several and different, are nobody's evidence."""
    others = "\n\n".join(f"Story {number}\n\n{number} May 2012" for number in (3, 7, 9))

    assert chosen(f"New harbour rules{STORY}\nRelated\n\n{others}\n", "date") == ""
    assert chosen(f"New harbour rules{STORY}\nStory\n\n3 May 2012 10:00\n\nStory\n\n7 May 2012 10:00\n", "date") == ""


def test_a_post_that_ends_with_its_day_before_the_comments() -> None:
    """The only day under the last paragraph dates a post; the same between two paragraphs is unsure."""
    comments = "Tagged: harbour\n\nNext Previous\n\nYou can click here in order to cancel the reply to a comment.\n"
    long = "\n\n".join(
        f"The council took up chapter {one} of the rules, and it was read out slowly." for one in range(1, 9)
    )
    more = "Another day was spent on the quay, and it was as long as the first one had been."

    assert chosen(f"New rules\n\n{long}\n\n20 May 2013\n\n{comments}", "date") == "2013-05-20"
    assert chosen(f"New rules\n\n{long}\n\n20 May 2013\n\n{more}\n", "date") == "2013-05-20?"


def test_a_section_and_a_day_under_the_text_are_not_place_and_day() -> None:
    """The line "Blog | 3 May 2012" closes no document; "Quito, 3 May 2012" does."""
    assert chosen(f"New harbour rules{STORY}\nQuito, 3 May 2012\n", "date") == "2012-05-03"
    assert chosen(f"New harbour rules{STORY}\nBlog entry by Ann | 3 May 2012\n", "date") == ""


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"New harbour rules\n\nUpdated: 20 May 2013{STORY}", "2013-05-20"),
        (f"New harbour rules\n\nActualizado lunes 20/05/2013 03:21 horas{STORY}", "2013-05-20"),
        (f"New harbour rules\n\nUpdated: 20 May 2013{PAGE}", "2013-05-20?"),
        (f"New harbour rules\n\nLast updated: 20 May 2013{STORY}", "2013-05-20?"),
        (f"New harbour rules\n\nUpdated: 20 May 2013\nPublished: 18 May 2013{STORY}", "2013-05-18"),
        (
            "Status of the Lagoon Convention\nLast updated: 20 May 2013\n\nChile\t3 May 2001\nPeru\t4 May 2001\n",
            "2013-05-20",
        ),
    ],
)
def test_a_label_of_change_is_worth_what_stands_beside_it(text: str, date: str) -> None:
    """Alone over a news story it gives the day, over another page an unsure one, beside a day of issue nothing."""
    assert date == chosen(text, "date")


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        (
            "NEW HARBOUR RULES Media Statement, Senator A. Bell, 28 August 1974 The Minister announced that",
            "1974-08-28",
        ),
        ("New harbour rules Published: 28 August 1974 by Ann Bell The Minister announced that", "1974-08-28"),
        ("New harbour rules 28 August 1974 10:30 The Minister announced that", "1974-08-28"),
        ("Statement No 3 of 28 August 1974 The Minister announced that", "1974-08-28?"),
        ("On 28 August 1974, the Minister announced that", ""),
        ("The rules agreed on 28 August 1974 were made by the council, and the Minister announced that", ""),
    ],
)
def test_a_day_glued_between_head_and_first_sentence(opening: str, expected: str) -> None:
    """A glued head gives its day; a day that a preposition or comma ties into the sentence is unsure or none."""
    assert expected == chosen(f"{opening} rules will be in force. {' '.join(STORY.split())}\n", "date")


def test_a_last_line_glued_to_the_last_sentence() -> None:
    """Place and day behind the last full stop of a one-line text close it."""
    one_line = " ".join(STORY.split())

    assert date_glued.closing(f"{one_line} Quito, 3 May 2012") == "Quito, 3 May 2012"
    assert chosen(f"{one_line} Quito, 3 May 2012", "date") == "2012-05-03"
    assert chosen(f"{one_line} The harbour was founded by the fishermen of Quito on 3 May 1812", "date") == ""


def test_a_wire_story_takes_its_year_from_the_copyright_only_as_unsure() -> None:
    """A dateline without a year and a line of copyright give a marked date; a range of years gives none."""
    story = f"New harbour rules\n\nQUITO, May 20 (Agency) - {STORY.strip()}\n\n"

    assert chosen(f"{story}© 2013 Agency\n", "date") == "2013-05-20?"
    assert chosen(f"{story}© 2004-2013 Agency\n", "date") == ""


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Quito, 3 May 2012", "Quito"),
        ("QUITO 3 May 2012", "Quito"),
        ("Letter NEW YORK, 3 May 2012", "New York"),
        ("AnnaBell 3 May 2012", ""),
        ("Ann Bell 3 May 2012", ""),
        ("News 3 May 2012", ""),
        ("Erstellt am 3.5.2012", ""),
    ],
)
def test_a_name_beside_a_day_is_a_place_only_if_something_shows_it(line: str, place: str) -> None:
    """A comma, capitals or the name of a type show a place; authors, sections and labels have the same form."""
    assert place == chosen(f"Rules for the harbour\n\n{line}{PAGE}", "place")


@pytest.mark.parametrize("section", ["Climate", "Neuigkeiten", "Blog"])
def test_the_section_over_the_day_is_no_place(section: str) -> None:
    """The section of a site, printed over the day, is not where the text was given."""
    assert chosen(f"New harbour rules\n\n{section}\n3 May 2012{STORY}", "place") == ""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Cablegram 59 QUITO, 20 March 1947\n\nTOP SECRET\n\nYour 58.{PAGE}", "cable"),
        (f"Letter QUITO, 13 February 1948\n\nI have the honour to request a seat at the table.{PAGE}", "letter"),
        (f"Bell to Council\n\nI have the honour, on instruction, to request a seat at the table.{PAGE}", "letter"),
        (f"F O R  THE PRESS\n\nNew harbour rules{STORY}", "press-release"),
        (f"N E W S  R E L E A S E\n\nNew harbour rules{STORY}", "press-release"),
        (
            f"Department of Harbours\n\nNew rules{STORY.replace('The mayor said', 'The Minister announced today')}",
            "press-release",
        ),
        (
            f"Meeting\n\nPRESENT\n\nA. Bell, B. Cole\n\nThe minutes of the last meeting were signed.{PAGE}",
            "minutes",
        ),
        (
            "Die Allgemeine Erklärung der Fischer\n\nPräambel\n\nDa die See allen gehört, ist dies zu sagen.\n",
            "declaration",
        ),
        ("HAVERKLÆRINGEN OM FISKERNES RETTER\n\nINNLEDNING\n\nDa havet tilhører alle, er dette å si.\n", "declaration"),
        ("إعلان حقوق الصيادين\n\nالديباجة\n\nالبحر للجميع.\n", "declaration"),
        ("הכרזה בדבר זכויות הדייגים\n\nהים שייך לכל.\n", "declaration"),
        (f"Ann Bells anförande vid hamndagen\n\nQuito, 17 maj 2023.{PAGE}", "speech"),
        (f"Gentlemen of the Council:{PAGE}", "speech"),
        (f"New harbour rules\n\nMon 20 May 2013 06.05 GMT{PAGE}", "news-story"),
    ],
)
def test_kinds_by_their_forms(text: str, kind: str) -> None:
    """Heads of cables, letters, releases and minutes, declarations in other languages, and stories are known."""
    assert kind == chosen(text, "kind")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"I have the honour to speak on behalf of the islands.{PAGE}", "letter"),
        (f"Telegraph poles to be removed{STORY}", "cable"),
        (f"Eine Erklärung für den Rückgang\n\nDie Fische sind weniger geworden.{PAGE}", "declaration"),
        (f"Weather Center\n\nBy Ann Bell\n\nMon 20 May 2013 06.05 GMT{STORY}", "press-release"),
        (f"Press freedom in the harbour{STORY}", "press-release"),
        (f"Present day fishing{STORY}", "minutes"),
        (f"New rules\n\nBy Ann Bell\n\nWe walk along the quay, and I ask my guide about it.{STORY}", "speech"),
    ],
)
def test_near_misses_of_kinds(text: str, kind: str) -> None:
    """What only begins like a letter, cable, declaration, release, record or speech is none."""
    assert kind != chosen(text, "kind")


def test_a_french_possessive_is_no_reported_speech() -> None:
    """The word "sa" is "said" in Norwegian only."""
    text = "Le port\n\nLa ville aime sa rade, et chaque pêcheur de la côte connaît sa place le long du quai.\n"

    assert "news-story" not in [one.value for one in normalised(text).readings if one.field == "kind"]
