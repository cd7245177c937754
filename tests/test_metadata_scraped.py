"""What scraping leaves round a document is told from it by class; beside every class stands what only looks like it."""

import pytest

from muniment.normalise.metadata import deeds, labels, shapes
from tests.metadata_builder import chosen, normalised

BODY = (
    "\n\nThe ferries were sold after two days of talks on the harbour, officials said on Tuesday. The vote was "
    "unanimous, and the delegates had agreed on the text after long consultations.\n\n"
    '"We are satisfied with the outcome," the chair said.\n'
)
SPOKEN = (
    "\n\nMadam Chair,\n\nMy delegation thanks the harbour towns, and we attach great importance to the full "
    "implementation of the ferry accord.\n\nWe call on all towns to join it without delay. Thank you.\n"
)


@pytest.mark.parametrize(
    "headline",
    [
        "Harbour Council Condemns Sale of the Ferries",
        "Ministry of Lakes to Host Meeting of Ferry Towns",
        "Lake Commission Proposes New Rules on Tolls",
        "HARBOUR UNION SIGNS FERRY ACCORD",
    ],
)
def test_a_headline_that_says_what_a_body_does_is_the_title(headline: str) -> None:
    """A line in capitals that begins with a body's name and goes on with a verb is a headline, and no publisher."""
    text = f"{headline}\n\n12 March 2009{BODY}"

    assert chosen(text, "title") == headline
    assert chosen(text, "publisher") == ""


@pytest.mark.parametrize(
    "name",
    [
        "Office of Legal Issues",
        "Department of Public Works and Plans",
        "Permanent Mission of Arcadia to the Lake League",
    ],
)
def test_a_bodys_name_is_no_headline(name: str) -> None:
    """Nouns that could be verbs stand in names; a mission's "to" has no verb behind it."""
    assert shapes.is_organisation(name)
    assert not deeds.tells(name)


def test_a_release_dates_itself_by_its_dateline_and_not_by_the_day_it_announces() -> None:
    """Behind "When:" stands the day of the event, which an advisory announces."""
    text = (
        "MEDIA ADVISORY\n\nOpening of the ferry exhibition\n\nLEEDS, 3 May 2011 – The harbour exhibition will open "
        "next week, with forty models of ferries from all lakes.\n\nWhen: Tuesday 10 May 2011, 1 p.m.\n\n"
        "Where: Town Hall\n"
    )

    assert chosen(text, "date") == "2011-05-03"
    assert chosen(text, "kind") == "press-release"


def test_the_one_day_of_a_meeting_is_the_day_of_a_statement_made_there() -> None:
    """A statement under the name of a meeting with one day was made that day."""
    text = f"Closing statement by Arcadia\n\n29th Meeting of the Harbour Council, Leeds, 2 December 2022.{SPOKEN}"

    assert chosen(text, "date") == "2022-12-02"


@pytest.mark.parametrize(
    "line",
    [
        "29th Meeting of the Harbour Council, Leeds, 1-3 December 2022",
        "20th Anniversary of the Ferry Accord (2 December 2022)",
    ],
)
def test_a_meeting_of_several_days_or_a_commemorated_day_leaves_the_day_unsure(line: str) -> None:
    """On which of the days it was made, or whether on the anniversary at all, nothing says."""
    text = f"Closing statement by Arcadia\n\n{line}{SPOKEN}"

    assert "?" in chosen(text, "date")


def test_a_label_in_the_middle_of_a_sentence_is_no_label() -> None:
    """A date behind "de fecha" or "in a letter dated" belongs to the letter that is spoken of."""
    text = (
        "Resumen\n\nEn una nota verbal de fecha 28 de marzo de 2017, el Secretario invitó a los puertos a que le "
        "transmitieran toda la información sobre los barcos. Se recibieron respuestas de los puertos del norte.\n"
    )

    assert chosen(text, "date") in {"", "2017-03-28?"}


def test_a_label_and_its_value_in_two_cells_are_read() -> None:
    """Tables of a page lose their rules, and dates their order: "Date | 25, November 2014"."""
    text = f"HARBOUR COUNCIL 469TH MEETING\n\n2014\n\nDate | 25, November 2014\nLeeds\n\nCOMMUNIQUÉ{BODY}"

    assert chosen(text, "date") == "2014-11-25"


def test_a_section_beside_a_day_is_no_label() -> None:
    """The line "News | 3 May 2001" stamps a day on a story, and a cell of words gives no field."""
    assert labels.of_line("News | 3 May 2001") == ()
    assert labels.of_line("Date | to be announced") == ()


@pytest.mark.parametrize(("numbers", "day"), [("12/09/2013", "2013-12-09?"), ("09/12/2013", "2013-12-09?")])
def test_the_reading_near_a_day_the_text_spells_is_taken_as_unsure(numbers: str, day: str) -> None:
    """A story of 12/09 that tells of 2 December was printed on 9 December; it could still be of September."""
    text = (
        f"Harbour Towns Sign Protocol on Ferries in Leeds Source from: Mill {numbers} On 2 December 2013, the harbour "
        "towns signed the protocol on ferries, which was drawn up last year by all of them together in Leeds.\n"
    )

    assert chosen(text, "date") == day
    assert chosen(text, "title") == "Harbour Towns Sign Protocol on Ferries in Leeds"


def test_a_sentence_that_names_its_source_is_no_headline() -> None:
    """Only words that nearly all begin with a capital are a headline before a label."""
    text = (
        "The paper of the harbour towns gives as its Source: the mill, and says that the ferries were sold in Leeds "
        "after two days of talks between the towns and the owners of all the lake ferries.\n"
    )

    assert "Source" not in chosen(text, "title")
    assert not chosen(text, "title").startswith("The paper of the harbour towns gives")


def test_a_speech_whose_day_two_strong_lines_contradict_is_unsure() -> None:
    """The label's day can be that of publication, the line of place and day that of the speech."""
    text = f"Speech at the opening of the ferry fair\n\nSpeech | Date: 23/09/2009\n\nLeeds, 22 September 2009{SPOKEN}"

    assert chosen(text, "date") == "2009-09-23?"


def test_a_title_with_the_sites_name_stuck_to_it_is_read_from_the_line_below() -> None:
    """What ends in "-Millnews" is the site's; the same words alone below it are the headline."""
    title = "Ferry accord of the lake towns opens in Leeds"

    assert chosen(f"{title}-Millnews\n\n{title}{BODY}", "title") == title


def test_a_hyphen_within_the_last_word_is_no_site() -> None:
    """What stands below must be the whole line before the hyphen."""
    text = f"Lake towns sign the accord of Stratford-Avon\n\nLake towns sign the accord{BODY}"

    assert chosen(text, "title").startswith("Lake towns sign the accord")


def test_a_menu_saved_as_a_list_does_not_end_the_head() -> None:
    """Short items down to the type's name are the site's; the headline stands below them."""
    text = (
        "Knowledge Base\n\nInformation Types\n\n  • Press Releases (18)\n\nSubjects\n\n  • Lakes (18)\n\n"
        "Press Release\n\n"
        f"The towns of the lakes call for the ferry accord\n\nLeeds, 3 May 2011 – The towns met in Leeds.{BODY}"
    )

    assert chosen(text, "title") == "The towns of the lakes call for the ferry accord"


def test_a_list_behind_a_colon_is_the_texts() -> None:
    """Items that a line introduces begin the text."""
    text = (
        "Ferry towns: opening statements\n\nStatements to the meeting from:\n\n- Leeds\n- Quito\n- Lima\n\n"
        "Statement\n\n"
        f"Let me begin by thanking our hosts.{SPOKEN}"
    )

    assert chosen(text, "title") == "Ferry towns: opening statements"


@pytest.mark.parametrize(
    "site", ["Mill.news - News and stories to look up", "Lake Office All Offices Until The Ninetieth Term"]
)
def test_the_sites_name_over_a_speech_is_not_its_title(site: str) -> None:
    """A line with a domain, or one that a body's name parts from the title, is the site's."""
    text = f"{site}\n\nHarbour Council\n\nSpeech by Anna Bell at the opening of the ferry fair{SPOKEN}"

    assert chosen(text, "title") == "Speech at the opening of the ferry fair"


def test_a_headline_right_over_the_line_of_the_speaker_is_the_title() -> None:
    """A speech may have a name of its own, which need not share a word with its first sentences."""
    text = f"Keeping the lights on\n\nSpeech by Anna Bell at the opening of the ferry fair{SPOKEN}"

    assert chosen(text, "title") == "Keeping the lights on"


@pytest.mark.parametrize(
    "line", ["Pressemitteilung Nr. 283/21 | Klimaschutz", "Press release – Leeds, 3 May 2011", "Comunicado No. 412"]
)
def test_the_line_of_a_releases_type_is_not_its_title(line: str) -> None:
    """Number, section, place and day beside the type's name leave the headline below as the title."""
    text = f"{line}\n\nLake towns sign the ferry accord in Leeds{BODY}"

    assert chosen(text, "title") == "Lake towns sign the ferry accord in Leeds"
    assert chosen(text, "kind") == "press-release"


def test_a_release_that_names_what_it_says_keeps_its_line() -> None:
    """The words "Press release:" with a sentence behind them are a title."""
    text = f"Press release: the lake towns have signed the ferry accord\n\nAll of them came to Leeds{BODY}"

    assert "the lake towns have signed the ferry accord" in chosen(text, "title")


def test_a_menus_profile_is_not_the_kind_of_a_speech() -> None:
    """Names of a site's pages stand apart from the title that names the type."""
    menu = "Search form\n\nCountry profile\n\nCountry website"
    text = f"{menu}\n\nOpening statement by Anna Bell to the Harbour Council{SPOKEN}"

    assert chosen(text, "kind") in {"statement", "speech"}


def test_a_country_profile_is_a_report() -> None:
    """Right over a document without another type the line is its own."""
    text = f"Country profile\n\nArcadia and its lakes{BODY}"

    assert chosen(text, "kind") == "report"


def test_a_release_that_quotes_at_length_is_no_speech() -> None:
    """Paragraphs that say I and we behind "… said:" are another's."""
    text = (
        "Ferry talks – the harbour union responds\n\nLeeds – As the talks draw to a close, Anna Bell of our lake "
        "campaign said:\n\n“It is very disappointing that we still wait for the ferry accord of the lakes.\n\n"
        "That is why we are so sad to see the towns propose solutions that our members do not want.\n\n"
        "We expect more of the larger towns, and our members expect it too, as all of them have told us.\n"
    )

    assert chosen(text, "kind") in {"news-story", "press-release"}


@pytest.mark.parametrize(
    "line",
    [
        "Photo: the minister signs the accord. © Lake Photo",
        "The council house of the lake towns, © Anna Bell/mpa",
        "© Anna Bell/Mill Pictures",
    ],
)
def test_the_holder_of_a_picture_is_no_publisher(line: str) -> None:
    """The mark behind a caption or before an agency's photographer is the picture's."""
    assert chosen(f"Lake towns sign the ferry accord\n\n{line}\n\n3 May 2011{BODY}", "publisher") == ""


def test_the_holder_of_the_page_is_its_publisher() -> None:
    """A year, or words of rights before the mark, make it the page's."""
    text = f"Lake towns sign the ferry accord\n\n3 May 2011{BODY}\nAll rights reserved, © 2011 Harbour Council\n"

    assert chosen(text, "publisher") == "Harbour Council"


def test_a_place_is_not_read_from_a_sentence_about_an_adoption() -> None:
    """What "was adopted in July 2017" has neither a place, nor was this done there."""
    told = "The accord was adopted in July 2017 at the lake and came into force."
    text = f"Ferry accord opens\n\n3 May 2019{BODY}\n{told}\n"

    assert chosen(text, "place") == ""


def test_a_report_from_a_day_has_no_author() -> None:
    """A "Report from Day One" says what is told of; "Letter from Anna Bell" says who wrote."""
    assert chosen(f"Report from Day One of the 15th Harbour Assembly{BODY}", "creators") == ""


def test_people_who_are_greeted_are_no_speakers() -> None:
    """Several persons over a text without a title are those to whom it is spoken."""
    text = (
        "His Excellency, Mr. Adam Stone, Minister of Lakes\nMr. Cheikh Sand, Harbour President\n"
        f"Ms. Azra Hill, President of the Ferry League{SPOKEN}"
    )

    assert chosen(text, "creators") == ""


def test_a_seed_line_of_many_lines_is_never_taken_for_a_label() -> None:
    """A page in one line, divided at its breaks, stays in the text though one of its lines is an address."""
    address = "URL: http://lakes.example/norm?id=1"
    rows = ["Type: decree", "Date: 21-07-1999", address, *(["The ferries are sold."] * 20)]
    text = f"Decree No. 712\n\n{'<br /> '.join(rows)}\n"

    kept = " ".join(piece.text for piece in normalised(text).pieces if piece.kind != "lifted")
    assert "The ferries are sold." in kept


def test_an_archives_banner_is_no_text() -> None:
    """What a web archive prints over a page is custody, and its day is not the page's."""
    text = (
        "You are viewing an archived web page, collected at the request of the Harbour Council using Archive-It. This "
        "page was captured on 07:48:06 Dec 25, 2015, and is part of the collection.\nLoading media information hide\n\n"
        f"User menu login\n\nInstruments of the ferry accord{BODY}"
    )

    assert chosen(text, "title") == "Instruments of the ferry accord"
    assert chosen(text, "date") == ""


def test_a_menu_that_lost_its_line_ends_is_no_title() -> None:
    """Eleven words without an article or preposition are a row of names."""
    row = "harbour home news meetings courses contacts calendar newsletter lake science education sitemap activities"
    text = f"{row}\n\nFerry Conference Records\n\nREPORT - DAY 1 - 21 JUNE 2010{BODY}"

    assert chosen(text, "title") != row


def test_the_place_behind_the_day_opens_the_text() -> None:
    """Some print the day first: "17 September 2007, Leeds — …"."""
    text = f"Lake towns sign the ferry accord\n\n17 September 2007, Leeds — The lake towns have signed.{BODY}"

    assert chosen(text, "date") == "2007-09-17"
    assert chosen(text, "place") == "Leeds"


def test_a_headline_that_runs_into_a_dateline_is_the_title() -> None:
    """One line holds headline, place in capitals, day, agency and text."""
    text = (
        "Ferry talks end with agreed accord LEEDS, 28 May 2010 (IPS) - The ferry talks of the lakes ended on Friday "
        "with agreement on an accord, delegates said. The text calls for a meeting in 2012.\n"
    )

    assert chosen(text, "title") == "Ferry talks end with agreed accord"
    assert chosen(text, "date") == "2010-05-28"


def test_a_sentence_that_names_place_and_day_is_no_headline() -> None:
    """A preposition before the place ties it into a sentence."""
    text = (
        "The ferry talks of the lakes were held in LEEDS, 28 May 2010 - and they ended with agreement on an accord, as "
        "delegates said. The text calls for a meeting in 2012.\n"
    )

    assert chosen(text, "title") == ""


def test_a_title_that_lost_its_line_end_is_cut_there() -> None:
    """Lines ran together without a blank: the first is the title, and the day among them is the text's."""
    text = (
        "Statement by Arcadia on ferriesFirst Committee, 67th session of the Harbour Assembly22 October 2012Check "
        "against deliveryMr Chairman,Arcadia attaches great importance to ferries. We remain concerned.\n"
    )

    assert chosen(text, "title") == "Statement by Arcadia on ferries"
    assert chosen(text, "date") == "2012-10-22"


def test_a_notice_over_the_page_does_not_end_the_head() -> None:
    """Behind a notice about cookies the headline stands over the dateline."""
    text = (
        "Cookies help us deliver our services. By using our services, you agree to our use of cookies.\n\n"
        "Lake Office\n\nArcadia ratifies the ferry accord\n\n"
        "Leeds, 07.05.2009 - Today Arcadia ratified the accord, the office said.\n"
    )

    assert chosen(text, "title") == "Arcadia ratifies the ferry accord"
    assert chosen(text, "date") == "2009-05-07"


def test_numbers_that_the_text_spells_out_are_sure() -> None:
    """12-08-1999 is 12 August where the first sentence says so."""
    text = (
        "Ferry accord turns fifty\n12-08-1999 News Release 99/46\n\nOn 12 August 1999 the president of the harbour "
        "launched an appeal for the ferries of the lakes, as all the towns had asked of him.\n"
    )

    assert chosen(text, "date") == "1999-08-12"


def test_those_who_came_are_no_heading() -> None:
    """Minutes are named by the body over them."""
    text = (
        "HARBOUR COUNCIL\nMinutes of March 14, 2012\nPresent: S. Bell, J. Reyes, A. Stone\n\nThe meeting was called to "
        "order at 6:30 p.m. The council voted for the accord. The meeting adjourned at 9 p.m.\n"
    )

    assert "Present" not in chosen(text, "title")


def test_the_line_that_says_who_spoke_and_when_dates_the_speech() -> None:
    """Behind "Delivered by … on" stands the day."""
    text = f"Ferry conference: statement of the lakes\n\nDelivered by Ms. Anna Bell on 5 March 2013{SPOKEN}"

    assert chosen(text, "date") == "2013-03-05"


def test_a_banner_between_asterisks_is_no_list() -> None:
    """Wire releases set their type between asterisks; a list's entry has one."""
    assert not shapes.opens_body("* News Release Issued by the Harbour Secretariat *")
    assert shapes.opens_body("* ferries of the lakes")


def test_a_headline_in_capitals_over_three_lines_is_one() -> None:
    """A line that begins with a preposition goes on, and so does one that stops at a headline's verb."""
    text = (
        "L/3013\n10 September 2002\n\n"
        "ASSEMBLY OF HARBOUR TOWNS PARTY TO FERRY ACCORD\nOF NORTHERN LAKES OF ARCADIA ADOPTS\nAGREEMENT TO OPEN "
        f"THE HARBOUR{BODY}"
    )

    assert chosen(text, "title") == (
        "ASSEMBLY OF HARBOUR TOWNS PARTY TO FERRY ACCORD OF NORTHERN LAKES OF ARCADIA ADOPTS "
        "AGREEMENT TO OPEN THE HARBOUR"
    )
    assert chosen(text, "publisher") == ""


def test_lines_of_an_address_in_capitals_stay_apart() -> None:
    """A letterhead has no line that begins with a preposition."""
    text = (
        "HARBOUR OFFICE OF ARCADIA\nOFFICE OF PRESS AND PUBLIC RELATIONS\n799 LAKE PLAZA\n\nFOR IMMEDIATE RELEASE\n\n"
        f"Arcadia signs the ferry accord\n\n3 May 2001{BODY}"
    )

    assert chosen(text, "title") == "Arcadia signs the ferry accord"


def test_a_declaration_is_dated_by_when_they_met_and_unsure() -> None:
    """What says "meeting in Leeds, Arcadia, in May 2016" gives the month; the day of adoption it does not."""
    text = (
        "Leeds Declaration on the ferries\nThe towns of the lakes, meeting in Leeds, Arcadia, in\nMay 2016, on the "
        "occasion of the anniversary of the accord of the lakes,\nRecalling the accord, signed in Quito on 4 October "
        "1991,\nNoting the ferries and the harbour towns that wait for them,\nRecognizing the lakes and what they "
        "give to all who live there,\nReaffirming the accord and its aims for the lakes,\n"
        "Declare that they will keep it.\n"
    )

    assert chosen(text, "date") == "2016-05?"
    assert chosen(text, "place") == "Leeds"


def test_a_dateline_gives_the_city_and_not_its_land() -> None:
    """Before the day stand the city in capitals and its land."""
    text = (
        "Ferry council opened today\n\nTHE HAGUE, Netherlands– 28 November 2021– The ferry council of the lakes opened "
        "its yearly meeting today, with all of its members present, the chair said.\n"
    )

    assert chosen(text, "place").startswith("The Hague")


def test_a_sites_welcome_is_not_the_title() -> None:
    """A "Welcome to the pages of …" is the site's; what names a day is the title."""
    welcome = "Willkommen auf den Seiten des Hafenamts"
    text = f"{welcome}\nErklärungen des Hafenamts in der Pressekonferenz vom 29.11.2023{BODY}"

    assert chosen(text, "title").startswith("Erklärungen des Hafenamts")
    assert chosen(text, "date") == "2023-11-29"


def test_a_story_about_a_statement_is_no_statement() -> None:
    """What "has released a statement on" tells of one."""
    text = (
        "Ferry ministers meet in Leeds\n\nLeeds, Arcadia | 04 July 2007\n"
        "The 13th meeting of ferry ministers has released "
        "a statement on the accord. The ministers said that they would meet again in the autumn.\n"
    )

    assert chosen(text, "kind") in {"news-story", "press-release"}


def test_a_title_cut_at_a_width_is_taken_whole_from_the_next_line() -> None:
    """A page's own title may stop within a word that the heading below it goes on with."""
    title = "Joint Ministerial Statement on the Comprehensive Ferry-Toll"
    text = f"{title}\n\n{title}-Ban Accord of the Lakes\n\nWe welcome the accord, and we urge all to join it.{SPOKEN}"

    assert chosen(text, "title") == f"{title}-Ban Accord of the Lakes"


def test_a_headline_about_a_statement_is_of_a_story() -> None:
    """What ministers issue is a statement; the text that tells of it is not."""
    assert deeds.tells_of_statement("59 Ministers issue Joint Ministerial Statement in support of ferries")
    assert not deeds.tells_of_statement("Joint Ministerial Statement on ferries")


def test_a_statement_that_an_office_passes_on_is_one() -> None:
    """The first words say who made it."""
    opening = "date 2023-11-06 The following statement was issued today by the Spokesman for the Harbour:"
    text = f"{opening}\n\nThe Harbour regrets the sale of the ferries.\n"

    assert chosen(text, "kind") == "statement"
