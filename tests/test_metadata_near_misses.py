"""What only looks like metadata stays in the text, and what only looks like a date, name or place is not taken."""

import pytest

from muniment.model import EventSetting, Settings
from muniment.normalise.metadata import run_in
from muniment.normalise.metadata.catalogue_form import catalogue_form
from tests.metadata_builder import chosen, normalised

STORY = "\n\nThe town has a new bridge, the mayor said. It was opened by the schoolchildren.\n\nIt cost four million.\n"


def lifted(text: str) -> list[str]:
    """Give the words of the lines that left the text."""
    return [piece.text for piece in normalised(text).pieces if piece.kind == "lifted"]


@pytest.mark.parametrize(
    "sentence",
    [
        "The Harbour Trust is a network of people who love boats, and it turned fifty today.",
        "Related documents were tabled.",
        "We are here because we share a river.",
        "Search parties were sent out at dawn, and the lighthouse was searched first.",
        "Home is where the harbour is, the old captain used to say to us.",
        "Print was invented here, and the town is proud of it.",
        "Published under a false name, the book was banned for forty years.",
        "Cookies were handed out by the girl guides at the gate of the park.",
        "Let friends in your village know, he wrote, that the ferry is late.",
        "Facebook and Twitter were silent on the day the bridge fell into the river.",
        "Please note that this document is a draft for the council and not a decision.",
    ],
)
def test_a_sentence_of_the_document_is_never_furniture(sentence: str) -> None:
    """A first or last sentence stays in the text, whatever word it begins with."""
    first = f"New bridge opens\n\n{sentence}{STORY}"
    last = f"New bridge opens{STORY}\n{sentence}\n"

    assert sentence not in lifted(first)
    assert sentence not in lifted(last)


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Home > News > 2009", "furniture"),
        ("Skip to main content", "furniture"),
        ("Hopp til innhold", "furniture"),
        ("Aller au contenu principal", "furniture"),
        ("© 2009 Town of Eastham. All rights reserved.", "furniture"),
        ("(c) 2009 Town of Eastham", "furniture"),
        ("(C) Town of Eastham and River Watch, 2009", "furniture"),
        ("Copyright 2009 by Town of Eastham. This story may not be printed elsewhere.", "furniture"),
        ("Copyright Town of Eastham", "furniture"),
        ("Historical archive", "custody"),
        ("Publisher: Town of Eastham", "publisher"),
        ("Photo: A. Miller", "caption"),
        ("We use cookies to improve your experience on this site.", "furniture"),
        ("Mixx Facebook Twitter Digg reddit", "furniture"),
        ("Let friends in your social network know what you are reading about", "furniture"),
        ("Share This Story!", "furniture"),
        ("Please note that this page is kept for the record only.", "custody"),
    ],
)
def test_lines_of_the_site_leave_the_text(line: str, role: str) -> None:
    """A line that has the form of furniture and stands over or under the document is lifted with its role."""
    over, under = normalised(f"{line}\n\nNew bridge opens{STORY}"), normalised(f"New bridge opens{STORY}\n{line}\n")

    for working in (over, under):
        assert (line, role) in [(piece.text, piece.role) for piece in working.pieces if piece.kind == "lifted"]


@pytest.mark.parametrize(
    "line",
    [
        "(C) The mayor returned on 10 September from a visit to the outer islands.",
        "1. (C) The mayor returned in 1998 from a visit to the outer islands.",
        "(c) the bridges of 1998",
        "(c) The repair of the bridge, which was begun in 1998",
        "Copyright was the first thing that the council spoke about in 1998.",
    ],
)
def test_a_marked_or_counted_paragraph_is_no_line_of_copyright(line: str) -> None:
    """`(C)` marks confidential paragraphs and counts the third item; a sentence may begin with the word."""
    assert line not in lifted(f"{line}\n\nNew bridge opens{STORY}")
    assert line not in lifted(f"New bridge opens{STORY}\n{line}\n")


def test_furniture_inside_the_text_stays() -> None:
    """Form alone does not make a line leave: between paragraphs it stays."""
    text = (
        "New bridge opens\n\nThe town has a bridge, the mayor said to us.\n\nPrint\n\nIt was opened by the children.\n"
    )

    assert "Print" not in lifted(text)


@pytest.mark.parametrize(
    "line",
    [
        "© 2009",
        "The treaty of 12 March 1974 was signed by nine states.",
        "It was the hundredth anniversary of the battle of 4 June 1859.",
        "Retrieved 3 May 2019",
    ],
)
def test_other_dates_are_not_the_documents_date(line: str) -> None:
    """Copyright years, treaties, anniversaries and days of retrieval give no date."""
    text = f"New bridge opens{STORY}\n{line}\n"

    assert chosen(text, "date") == ""
    assert "S-052" in [finding.code for finding in normalised(text).findings]


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Date: 31/05/2007", "2007-05-31"),
        ("Date: 04/05/2007", "2007-05-04?"),
        ("Datum: 04.05.2007", "2007-05-04"),
        ("Friday, 05/04/2007", "2007-05-04"),
        ("Tuesday, 7 May 2003", "2003-05-07?"),
        ("Last updated: 12 May 2004", "2004-05-12?"),
        ("May 2004", "2004-05"),
        ("Publié le 3 mai 1998", "1998-05-03"),
        ("Publisert: 3. mai 1998", "1998-05-03"),
        ("Fecha: 3 de mayo de 1998", "1998-05-03"),
    ],
)
def test_a_date_is_as_sure_as_its_print(head: str, date: str) -> None:
    """What is open stays marked: order of numbers, a weekday that disagrees, a label of change."""
    assert date == chosen(f"New bridge opens\n\n{head}{STORY}", "date")


def test_two_dates_of_the_same_standing_make_the_date_uncertain() -> None:
    """Two labels that contradict leave a mark of doubt, and both are reported."""
    working = normalised(f"New bridge opens\n\nDate: 3 May 2004\nDate: 9 May 2004{STORY}")

    assert [one.value for one in working.chosen if one.field == "date"] == ["2004-05-03?"]
    assert {"S-053", "S-054"} <= {finding.code for finding in working.findings}


@pytest.mark.parametrize(
    "line", ["Dear friends,", "Page 3", "*** START ***", "3 May 1998", "1.", "Check against delivery", "Home > News"]
)
def test_what_is_no_title_is_not_taken_for_one(line: str) -> None:
    """A salutation, page mark, date, note or trail over a story is not its title."""
    assert line not in chosen(
        f"{line}\n\nWe have come here because we have a task, and we will not leave it undone.\n", "title"
    )


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Minister's statement welcomed by farmers", "news-story"),
        ("Reporting the truth in times of war", "news-story"),
        ("Minutes later the bridge was gone", "news-story"),
        ("Speechless in the storm", "news-story"),
    ],
)
def test_a_word_in_a_headline_is_not_the_kind(title: str, kind: str) -> None:
    """A headline that only uses a word such as statement, report, minutes or speech leaves the kind alone."""
    assert kind == chosen(title + STORY, "kind")


def test_dear_friends_is_a_speech_and_dear_sir_a_letter() -> None:
    """Who is addressed tells a speech from a letter."""
    body = "\n\nI am glad to be with you, and I want to thank you for what you have done for the town.\n\n"

    assert chosen(f"On bridges\n\nDear friends,{body}Thank you.\n", "kind") == "speech"
    assert chosen(f"On bridges\n\nDear Sir,{body}Yours faithfully,\n\nAnn Moor\n", "kind") == "letter"


def test_a_meeting_the_story_is_about_gives_no_place() -> None:
    """Words such as "held in X" in a news story are not where the story was written."""
    text = "Bridge builders meet\n\nAt a conference held in Lisbon the bridge builders met, the chairman said.\n"

    assert chosen(text, "place") == ""


def test_an_unknown_meeting_is_reported_and_not_made_up() -> None:
    """The head's meeting is named to the editor when events.toml does not list it; listed, its id is taken."""
    text = "Turin Conference on Bridges, 3–5 May 1998\n\nChair's summary\n\nWe have met and we have agreed.\n"
    known = Settings(title="Test", events=(EventSetting(id="turin", name="Turin  conference on bridges"),))

    assert chosen(text, "event") == ""
    assert "S-056" in [finding.code for finding in normalised(text).findings]
    assert chosen(text, "event", known) == "turin"


def test_a_reposting_sites_copyright_is_not_the_publisher() -> None:
    """Where a banner says that a site copied the text, the site's copyright line gives no publisher."""
    text = (
        "River Watch is an international network that works for rivers.\n\n"
        "Speech by Ann Moor at the Bridge Forum, 3 May 1998\n\n"
        "Dear friends,\n\nI am glad to be with you and to speak about bridges.\n\n© 2009 River Watch\n"
    )

    assert chosen(text, "publisher") == ""
    assert chosen(text, "custody").startswith("River Watch is")


def test_a_list_of_names_is_not_lifted() -> None:
    """Names of states and bodies under a heading stay in the text."""
    names = ["Argentina", "Chile", "Peru", "Ministry of Bridges", "Embassy of Spain"]
    text = "List of participants\n\n" + "\n".join(names) + "\n"

    assert not set(names) & set(lifted(text))


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("A day at the mill\nThe ferrymen fear the new bridge will take their trade away", "A day at the mill"),
        ("In praise of bridges", "In praise of bridges"),
        ("At last, a bridge", "At last, a bridge"),
        ("Home rule for the islands", "Home rule for the islands"),
        ("NATO and the new bridge", "NATO and the new bridge"),
        ("Is the bridge safe?", "Is the bridge safe?"),
        ("Press release law passed by parliament", "Press release law passed by parliament"),
        ("For the press, a bridge too far", "For the press, a bridge too far"),
    ],
)
def test_a_short_headline_keeps_its_place_over_a_standfirst(head: str, title: str) -> None:
    """What looks like a section's name, a kicker, a trail or a release is the title where nothing better stands."""
    assert title == chosen(f"{head}{STORY}", "title")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Bridge opens to all » Town of Eastham", "Bridge opens to all"),
        ("Town of Eastham | Bridge opens to all", "Bridge opens to all"),
        ("Bridge | Opens", "Bridge"),
        ("The «old bridge» is gone", "The «old bridge» is gone"),
        ("Le « vieux pont » est ouvert", "Le « vieux pont » est ouvert"),
        ("The br\u00adidge opens to all", "The bridge opens to all"),
        ("Décisions de l'assemblée du mardi 10 septembre", "Décisions de l'assemblée du mardi 10 septembre"),
        ("Talks, 10 September 1998", "Talks"),
    ],
)
def test_a_title_in_catalogue_form_holds_the_documents_words_only(text: str, title: str) -> None:
    """The site's name, soft hyphens and a full date leave a title; quotation marks and a day that names it stay."""
    assert title == catalogue_form(text)


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        ("BRIDGE OPENS TO TRAFFIC LEEDS, May 2 - The bridge opened.", "BRIDGE OPENS TO TRAFFIC"),
        ("BRIDGE OPENS TO TRAFFIC NEW YORK, May 2 - The bridge opened.", "BRIDGE OPENS TO TRAFFIC"),
        ("BRIDGE OPENS TO TRAFFIC A new bridge was opened.", "BRIDGE OPENS TO TRAFFIC"),
        ("THE SPEAKER OF THE HOUSE: The sitting is open.", ""),
        ("NATO and the EU met.", ""),
        ("BRIDGE OPENS TO ALL TRAFFIC", ""),
        ("الإعلان العالمي لحقوق الإنسان والشعوب كافة", ""),
    ],
)
def test_capitals_that_run_into_the_text_are_its_headline(text: str, headline: str) -> None:
    """At least three words in capitals before a city with its day or a common word; not who speaks, not a script."""
    assert headline == run_in.capitals(text)


ENDED = "ended today after nine days of talks about nets, boats and the harbours of the lagoon, delegates said."
MORE = "\n\nThe water stood high for three weeks. Nobody had seen it so since the mill was built.\n"


@pytest.mark.parametrize(
    "text",
    [
        "Bridge bill is put to the House\n\nThe hon. Member for the Fens was applauded on Monday, a guest said.",
        "Council v. county: who pays?\n\nThe mayor said on Monday that the bridge was costly, and others agreed.",
        "Works of 2001\n\nOn 3 May 2001 the bridge was signed off, said the mayor, and on 4 May 2001 it was opened.",
        "Ministers on the lake\n\nMinisters welcomed the band on Monday, and the band played, an officer said.",
        "Excellency of the new bridge\n\nThe bridge was opened on Monday by the mayor, who praised it, she said.",
        "Ferry in thirty minutes\n\nThe ferry was late again on Monday, the harbour master said, by an hour.",
    ],
)
def test_a_story_that_uses_the_words_of_a_record_stays_a_story(text: str) -> None:
    """One turn of phrase, a pair of names, two days or a word of a letter make no record, table or letter."""
    assert chosen(f"{text}{MORE}", "kind") == "news-story"


def test_what_describes_a_thing_and_tells_no_event_is_no_story() -> None:
    """Paragraphs about what is, without a day or a deed, are of no kind the program knows."""
    text = "A lake is a body of water. It has an outlet, and the outlet has a sluice that anyone can shut at will."

    assert chosen(f"Lakes\n\n{text}\n\n{text.replace('lake', 'pond')}\n", "kind") == "other"


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("News Bridge opens to traffic", "Bridge opens to traffic"),
        ("Press Release Bridge opens to traffic", "Bridge opens to traffic"),
        ("News Corporation opens a bridge", "News Corporation opens a bridge"),
        ("News of the bridge spreads", "News of the bridge spreads"),
        ("News Bridge", "News Bridge"),
        ("Treaty Series No. 17 (2009)", "Treaty Series No. 17 (2009)"),
        ("Annual report on lakes (2009)", "Annual report on lakes"),
        ("Minutes of the meeting held at the mill on 3 May 2001", "Minutes of the meeting"),
        ("The bridge held at the mill", "The bridge held at the mill"),
        ("12. Letter From the Legation to the Office3", "Letter From the Legation to the Office"),
        ("12. Letters of the G20", "12. Letters of the G20"),
        ("Lights to be lit from 3 p.m.", "Lights to be lit from 3 p.m."),
        ("The lights of plan b.", "The lights of plan b"),
    ],
)
def test_what_belongs_to_a_title_stays_in_it(printed: str, title: str) -> None:
    """A section's name, a venue before a day and a number in an edition go; words that only look so stay."""
    assert catalogue_form(printed) == title


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Lakes\n\n10/2/2012 // On October 2nd Ms Bell spoke of lakes in the committee.", "2012-10-02"),
        ("Lakes\n\n10/2/2012 // Ms Bell spoke of lakes in the committee, and of ponds.", "2012-02-10?"),
        (f"Lakes\n\nLISBON, 1 July – The 2022 Lakes Conference {ENDED}", "2022-07-01?"),
        (f"Lakes\n\nLISBON, 1 July – The Lakes Conference {ENDED}", ""),
        ("Lakes\n\nThe lakes were low, a minister said on Monday.\n\nThey rose.\n\n(AFP, 3 May 2001)", "2001-05-03"),
        ("Lakes\n\nThe lakes were low, a minister said on Monday.\n\nThey rose.\n\n(Born 3 May 2001)", ""),
        ("HC Deb 3 May 1924 vol 169 cc753-4\n\nI am told that the lakes are low.", "1924-05-03"),
        ("Lakes seen on foot 3 May 1924 by 169 walkers\n\nI am told that the lakes are low.", ""),
    ],
)
def test_a_day_is_certain_only_on_evidence(text: str, date: str) -> None:
    """What settles a day or year is printed beside it; without it the date is unsure or not given."""
    assert chosen(f"{text}\n", "date") == date


@pytest.mark.parametrize("word", ["Pressemitteilung", "Noticias", "Download", "Plenary", "Comments"])
def test_a_word_of_the_site_beside_a_date_is_no_place(word: str) -> None:
    """The head "19.06.2013 - Pressemitteilung" has a day and no place; "19.06.2013 - Quito" has both."""
    assert chosen(f"New bridge opens\n\n19.06.2013 - {word}{STORY}", "place") == ""
    assert chosen(f"New bridge opens\n\n19.06.2013 - Quito{STORY}", "place") == "Quito"


def test_a_cut_title_over_a_sentence_is_no_echo_of_it() -> None:
    """A line that breaks off is completed by a line below, but not by a sentence, which no title is."""
    cut = "date 2017-04-06 Nine nations sign the Pond Decl..."

    assert normalised(f"{cut}\n{cut}\n\nNine nations sign the Pond Declaration.\n\nIt was raining.\n").chosen


def test_a_short_heading_under_a_first_line_is_a_section() -> None:
    """The line "## Staff" under a title and an announcement heads its section; as the first line it is the title."""
    assert chosen(f"A paper of the harbour\n\n3 May 1998\n\nGifts received:\n\n## Staff{STORY}", "title") == (
        "A paper of the harbour"
    )
    assert chosen(f"## Staff\n\n3 May 1998{STORY}", "title") == "Staff"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Status of the lakes: a statement to the council, 2012\n\n22-10-2012 Statement", "2012-10-22"),
        ("Seminar for the Anniversary of the 1977 Protocols to the Lake Convention", ""),
    ],
)
def test_a_day_within_the_year_is_the_date(text: str, date: str) -> None:
    """A day that a bare year of the title holds is taken for it; a year in an instrument's name is no date."""
    assert chosen(f"{text}{STORY}", "date") == date


def test_a_numbered_organ_issues_nothing() -> None:
    """The line "Sixth Committee" over a text says who met; a ministry over it may have issued it."""
    assert chosen(f"Sixth Committee\n\nBridge opens to traffic\n\n3 May 2001{STORY}", "publisher") == ""
    assert chosen(f"Ministry of Bridges\n\nBridge opens to traffic\n\n3 May 2001{STORY}", "publisher") != ""


def test_hearers_are_addressed_below_summary_and_notes() -> None:
    """A summary, notes and links can stand before "Mr President,"; one that is quoted far below addresses nobody."""
    summary = "The lakes may have a more important role to play, Minister Bell said in her address to the assembly."
    speech = "In contrast to last year, I see the lakes rise, and I am glad of it.\n\nWe shall fish again.\n"
    notes = "Check against delivery\n\n(The address in French)\n\n(The address in Dutch)\n\n"

    opened = f"Lake policy 2009\n\n10 February 2009\n\n{summary}\n\n{notes}"
    assert chosen(f"{opened}Mr President,\n\n{speech}", "kind") in {"speech", "statement"}
    assert chosen(f"Lake policy 2009\n\n10 February 2009\n\n{summary}{STORY}Mr President,\n", "kind") == "news-story"
