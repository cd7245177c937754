"""Marks of secrecy, embargoes, files and pages over a text; titles that name their type beside lines of the site."""

import pytest

from muniment.normalise.front import title_of
from tests.metadata_builder import chosen, normalised

TOLD = "The river states agreed on the dam, and it was said that every town would have its share of the water."
STORY = f"\n\n{TOLD}\n\nThe mayor of Porto said that she was pleased with the work, which had lasted many years.\n"
SPOKEN = "\n\nMr Chairman,\n\nWe thank you for the work on the river, and we hope that you will go on with it.\n"


def title(text: str) -> str:
    """Give the title of a text, found or made of its first words."""
    return title_of(normalised(text))


@pytest.mark.parametrize("mark", ["top secret", "confidential", "priority", "secret; niact"])
def test_a_telegram_under_its_file_and_marks(mark: str) -> None:
    """Editions print the file over a telegram, and small marks of secrecy below those who exchange it."""
    text = (
        f"500.A15A4/747: Telegram\n\nThe Minister in Arcadia (Bell) to the Secretary of State\n\n{mark}\n\n16. {TOLD}\n"
    )

    assert (title(text), chosen(text, "kind")) == (
        "The Minister in Arcadia (Bell) to the Secretary of State",
        "cable",
    )


def test_what_only_looks_like_a_file_or_a_mark() -> None:
    """A story about a telegram is none; a headline that goes on with a small word is read on."""
    assert chosen(f"Archive/Letters: The Telegram of 1912{STORY}", "kind") != "cable"
    assert title(f"Towns keep the dam plans\nsecret until the summer{STORY}") == (
        "Towns keep the dam plans secret until the summer"
    )


@pytest.mark.parametrize(
    "note",
    [
        "Not for use before 9 a.m. EST",
        "NOT TO BE PUBLISHED BEFORE MONDAY",
        "Unofficial translation",
        "Está en la página 1 de 11",
        "Go to Home Page",
        "Select page",
    ],
)
def test_an_embargo_or_control_is_no_title(note: str) -> None:
    """Over a text without a title its first words stand for one, over others the title does."""
    assert title(f"{note}\n\n{TOLD}\n\n{TOLD}\n") == "The river states agreed on the dam, and …"
    assert title(f"{note}\n\nTowns agree on the river dam{STORY}") == "Towns agree on the river dam"


def test_a_headline_that_begins_as_an_embargo_or_control_does() -> None:
    """What goes on is a headline."""
    headline = "Not for sale: river towns refuse the dam company"

    assert title(f"{headline}{STORY}") == headline
    assert title(f"Go to the river, mayors tell towns{STORY}") == "Go to the river, mayors tell towns"


def test_a_mark_of_media_belongs_to_the_headline() -> None:
    """A picture's credit in brackets is none of it."""
    assert title(f"Ministers of river states adopt declaration (PHOTO){STORY}") == (
        "Ministers of river states adopt declaration (PHOTO)"
    )
    assert title(f"The mayors on the bridge (photo: Ann Bell)\n\nTowns agree on the river dam{STORY}") == (
        "Towns agree on the river dam"
    )


def test_a_title_in_capitals_that_breaks_off_behind_a_spanish_preposition() -> None:
    """It goes on over the blank line; a title that ends with its phrase does not."""
    body = f"\n\n{TOLD}\n\n{TOLD}\n"

    assert title(f"COMUNICADO CONJUNTO DE LOS PRESIDENTES DE LOS ESTADOS DEL\n\nTAMM Y ESTADOS ASOCIADOS{body}") == (
        "COMUNICADO CONJUNTO DE LOS PRESIDENTES DE LOS ESTADOS DEL TAMM Y ESTADOS ASOCIADOS"
    )
    assert title(f"COMUNICADO CONJUNTO DE LOS PRESIDENTES\n\nTAMM, PORTO{body}") == (
        "COMUNICADO CONJUNTO DE LOS PRESIDENTES"
    )


def test_a_title_that_names_its_type_below_a_line_of_the_site() -> None:
    """It is the better headline when it shares more words with the text; a headline over its subtitle shares more."""
    body = "\n\nWe, the mayors of the river towns, meeting in Porto, reaffirm the rights of the towns to the water.\n"
    declared = "Porto Declaration: The Rights of the River Towns"

    assert title(f"Southern Policy Network (SPN) theme photo\nRelated documents\n\n{declared}{body}") == declared
    assert title(f"River towns reaffirm their rights to the water\n\nStatement by the mayor of Porto{body}") == (
        "River towns reaffirm their rights to the water"
    )


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Ministers’ Deputies / Bureau\n\nMeeting report\nPorto, 5 May 2007",
         "Ministers’ Deputies / Bureau: Meeting report"),
        ("Meeting reports progress on the river dam\n\n5 May 2007", "Meeting reports progress on the river dam"),
    ],
)  # fmt: skip
def test_a_meeting_report_is_the_record_of_a_body(head: str, expected: str) -> None:
    """Its title is the body's name with its own; a headline that only begins so stays."""
    assert title(f"{head}{STORY}") == expected


def test_a_national_report_is_named_before_who_submits_it() -> None:
    """The fuller line with the type is the title, though it names a treaty."""
    text = (
        "TT/CONF.2020/19\n\nNational report on the implementation of the Treaty on the River Tamm\n\n"
        f"Report submitted by Arcadia\n\nI. Introduction\n\n1. {TOLD}\n"
    )

    assert title(text) == "National report on the implementation of the Treaty on the River Tamm"


def test_a_headline_that_ran_into_its_day_and_hour() -> None:
    """It stays a title; a name with day and hour is a stamp."""
    headline = "Five more towns until the number of the river treaty is reached"

    assert title(f"{headline} September 22, 11:34{STORY}").startswith(headline)
    assert title(f"Ann Bell September 22, 2020 11:34\n\nTowns agree on the river dam{STORY}") == (
        "Towns agree on the river dam"
    )


def test_a_title_with_a_full_stop_that_begins_a_page_twice() -> None:
    """It is a title though it ends as a sentence does; a lead printed twice below its headline stays text."""
    named = "Press conference of Mr. Carl Ogden, Mayor of Porto, after the signing of the river treaty."

    assert title(f"{named}\n\n{named}\n\nPorto, 5 May 2007{SPOKEN}") == named.rstrip(".")
    assert title(f"Towns agree on the river dam\n\n{TOLD}\n\n{TOLD}{STORY}") == "Towns agree on the river dam"


def test_the_name_of_a_meeting_that_runs_into_place_and_day() -> None:
    """On one line with the text it is the title; a sentence about a meeting begins the text."""
    told = f"The ministers of the river states, having met in Porto, agree: {TOLD} {TOLD} {TOLD}"
    opened = f"The third meeting of ministers was held in Porto on 26 March 1992. {told}\n"

    assert title(f"Third Meeting of Ministers of River States Porto, Arcadia, 26 and 27 March 1992 {told}\n") == (
        "Third Meeting of Ministers of River States Porto, Arcadia"
    )
    assert title(opened) == "The third meeting of ministers was held in …"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (f"Towns agree\n\nPORTO, Sept. 24, 2014 /PRNewswire-USNewswire/ -- {TOLD}{STORY}", "2014-09-24"),
        (f"Statement\n\nThe Fund issued the following statement tonight (EST, 18 December 2009): {TOLD}\n",
         "2009-12-18"),
        (f"Statement\n\nThe Fund recalls what the towns agreed on 18 December 2009, and asks for more. {TOLD}\n", ""),
    ],
)  # fmt: skip
def test_days_of_releases_and_statements(text: str, date: str) -> None:
    """A wire service between strokes ends a dateline; a day beside "the following statement" is its own."""
    assert chosen(text, "date") == date


def test_the_day_of_a_page_is_not_that_of_its_text() -> None:
    """A label of a change in mid-line dates the page, and gives way to another day of the head."""
    text = f"River themes > Trade Last update: 2020-11-27\n\nDeclaration of Porto\n\nPorto, 24 June 2004{STORY}"

    assert chosen(text, "date") == "2004-06-24"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (f"Towns agree on the dam\n\nVGP – {TOLD}{STORY}", ""),
        (f"Towns agree on the dam\n\nOSLO – {TOLD}{STORY}", "Oslo"),
        (f"Towns agree on the dam\n\n30.05.2019 - Artículo{STORY}", ""),
        (f"Regierungspressekonferenz vom 16. September 2013{STORY}", ""),
    ],
)
def test_no_places(text: str, place: str) -> None:
    """An agency's letters, a site's own word and the noun of a meeting are none; a city in four letters is."""
    assert chosen(text, "place") == place


@pytest.mark.parametrize(
    ("line", "publisher"),
    [("United Towns Organization Logo", ""), ("United Towns Organization", "United Towns Organization")],
)
def test_a_picture_of_a_body_publishes_nothing(line: str, publisher: str) -> None:
    """The name of its logo is not its name."""
    assert chosen(f"{line}\n\nTowns agree on the river dam\n\n5 May 2007{STORY}", "publisher") == publisher


def test_a_long_title_by_itself_is_not_cut() -> None:
    """A line over a text that is no sentence stands for the title whole; a first sentence is cited by its words."""
    named = (
        "The Press Conference held on the occasion of the River Convention Twentieth Session of the Conference of the "
        "Parties (COP 20) and the tenth session of the Conference of the Parties serving as the meeting of the Parties "
        "to the Porto Protocol on the sharing of the waters of the Tamm (CMP 10)"
    )

    assert title(f"Porto, Arcadia – December 8, 2014\n\n{named}{SPOKEN}") == named
    assert title(f"{TOLD}\n\n{TOLD}\n") == "The river states agreed on the dam, and …"


def test_a_headline_under_a_notice_of_the_page() -> None:
    """What stands over it has no word of the text; a first paragraph that has some is the text's."""
    notice = (
        "All popular browsers allow zooming in and out by pressing the keys, or by scrolling while holding one down."
    )
    headline = "RIVER SUMMIT: River states agree on the dam"
    told = (
        "The river states agreed on the dam, and a summit of the river towns was held.\n\nThe dam will be built soon.\n"
    )

    assert title(f"Text size\n\n{notice}\n\nLine height\n\n\n{headline}\n\n{told}") == headline
    assert title(f"{TOLD}\n\nThe dam and the river states\n\n{told}") == "The river states agreed on the dam, and …"


def test_a_site_s_word_for_a_record_under_its_headline() -> None:
    """The headline is the title; minutes under the name of a society keep their own."""
    headline = "LA CONFÉRENCE DES VILLES POURSUIT SON DÉBAT SUR LE BARRAGE DE LA RIVIÈRE"
    told = "La Conférence des villes a poursuivi, ce matin, son débat sur le barrage de la rivière, a déclaré le maire."

    assert title(f"{headline}\n\nCompte rendu de séance\n\n{told}\n\n{told}\n") == headline
    assert title(f"Tamm River Society\n\nMinutes of the March meeting\n\nPresent: A. Bell, C. Ogden\n\n{TOLD}\n") == (
        "Minutes of the March meeting"
    )


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("PORTO, 19 de junio.— ", "The river states agreed on the dam, and …"),
        ("5 September 2000 ", "The river states agreed on the dam, and …"),
        ("5 September 2000 is the day on which ", "5 September 2000 is the day on which …"),
    ],
)
def test_days_over_first_words(opening: str, expected: str) -> None:
    """A dateline that a stop and a dash end, and a bare day, are left out; a day that begins a sentence is not."""
    assert title(f"{opening}{TOLD}\n\n{TOLD}\n") == expected


def test_a_headline_about_a_treaty_s_doings_is_no_treaty_s_name() -> None:
    """It can be the headline although each word begins with a capital; a treaty's name under a body is a heading."""
    assert title(f"Arcadia: Treaty Signing Signals Policy Shift\n\n5 May 2007{STORY}") == (
        "Arcadia: Treaty Signing Signals Policy Shift"
    )
    assert title(f"Protocol Additional to the Treaty of the Tamm Basin\n\nTowns agree on the river dam{STORY}") == (
        "Towns agree on the river dam"
    )


def test_spanish_provisions_that_decide() -> None:
    """Numbered paragraphs that decide and reaffirm are a declaration; a report that they were decided is none."""
    decided = "1. Reafirmamos la unidad de las ciudades.\n2. Decidimos que la presa sea de todas.\n3. Es de todas.\n"
    told = "1. La unidad de las ciudades.\n2. Las ciudades decidieron que la presa sea de todas.\n3. Es de todas.\n"

    assert chosen(f"La cumbre aprobó el texto siguiente:\n{decided}", "kind") == "declaration"
    assert chosen(f"La cumbre aprobó el texto siguiente:\n{told}", "kind") != "declaration"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Porto, 30 April 2010 Press release\n\nTowns agree on the river dam", ("press-release", "2010-04-30")),
        ("Porto, 30 April 2010 Press freedom\n\nTowns agree on the river dam", ("news-story", "2010-04-30")),
        ("Towns agree on the river dam\n\nNewsSeptember 10, 2003", ("news-story", "2003-09-10")),
        ("Towns agree on the river dam\n\nDate: 16 th May 2018", ("news-story", "2018-05-16")),
    ],
)
def test_days_beside_and_inside_other_words(head: str, expected: tuple[str, str]) -> None:
    """The type may follow place and day, a section's name run into the day, and its ordinal stand apart."""
    text = f"{head}{STORY}"

    assert (chosen(text, "kind"), chosen(text, "date")) == expected


def test_a_headline_that_quotes_its_speaker() -> None:
    """It is the title over a subtitle with more words of the text; a speaker's turn in a transcript is none."""
    subtitle = "Mayor of Porto on the river dam and the share of the river towns"

    assert title(f"5 May 2007\n\nBell: „A dam for all of us“\n\n{subtitle}{STORY}") == "Bell: „A dam for all of us“"
    assert title(f"Talks on the dam\n\nBELL: We want a dam for all the river towns, and soon.{SPOKEN}") == (
        "Talks on the dam"
    )


def test_first_words_behind_a_city_in_capitals() -> None:
    """A dateline without a day is left out too; a name in small letters with an agency belongs to it as before."""
    assert title(f"PORTO, Arcadia -- {TOLD}\n\n{TOLD}\n") == "The river states agreed on the dam, and …"
    assert title(f"Summary -- {TOLD}\n\n{TOLD}\n").startswith("Summary")


def test_a_headline_about_a_report_is_no_report() -> None:
    """It says what a body does; a line that ends with its own report's name is one."""
    told = "Towns Voice Concern over the Dam, as River Council Takes Up Annual Report"

    assert chosen(f"In progress at UNHQ\n\n{told}{STORY}", "kind") == "news-story"
    assert title(f"In progress at UNHQ\n\n{told}{STORY}") == told
    assert chosen("Annual report of the Tamm River Council\n\nIt met five times.\n", "kind") == "report"


def test_a_parliament_s_debate_is_no_place() -> None:
    """Its name beside the day is the title, without weekday; written answers are a record."""
    text = "Dáil Debate, Wednesday - 20 February 2013\n\nWritten Answers. - The River Dam.\n\nMs Bell asked about it.\n"

    assert (chosen(text, "place"), chosen(text, "kind")) == ("", "minutes")
    assert title(text) == "Written Answers. - The River Dam"
    assert chosen(f"Written answers came late, say river towns\n\n5 May 2007{STORY}", "kind") == "news-story"


def test_a_visitor_s_day_over_a_title_with_its_own() -> None:
    """The title's day is the record's; a day without another in the title is the document's."""
    told = "1. The committee considered the report of Arcadia.\n\n2. The committee notes the work on the dam.\n"
    named = "Concluding observations of the River Committee"

    assert chosen(f"Saturday, November 23, 2024\n\n{named} – 2 November 2011 – RC/1\n\n{told}", "date") == "2011-11-02"
    assert chosen(f"Saturday, November 23, 2024\n\n{named}, 2010-2011\n\n{told}", "date") == "2024-11-23"
    assert chosen(f"{named}\n\n{told}", "kind") == "report"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Le Sommet des rivières : Déclaration de Porto", "declaration"),
        ("Le Sommet des rivières : Déclaration de Mme Anne Cloche", "statement"),
    ],
)
def test_declarations_of_a_city_and_of_a_person(name: str, kind: str) -> None:
    """Behind a meeting's name, that of a city is adopted, that of a person spoken."""
    text = f"{name}\n\nPréambule\n\nNous voulons un barrage pour toutes les villes, et nous le construirons.\n"

    assert chosen(text, "kind") == kind
    assert chosen(text, "place") == ""


def test_a_subtitle_s_label_and_the_symbol_of_a_release_in_a_table() -> None:
    """The label is no word of the title; a bar behind the symbol is no part of it."""
    labelled = "Redner: Anna Bell\nDatum: 03.03.2015\n\nUntertitel: Rede von Anna Bell beim Flusstag"

    assert title(f"{labelled}\n\nExzellenzen,\n\nwir leben am Fluss, und wir danken Ihnen.\n") == (
        "Rede von Anna Bell beim Flusstag"
    )
    assert chosen(f"SG/SM/7800 |\n|\nTowns agree on the river dam\n\n{TOLD}\n", "kind") == "press-release"


def test_a_headline_in_capitals_that_tells_a_deed_goes_on() -> None:
    """A body, a type or a day below it do not belong to it."""
    headline = "ARCADIA, GRENADA Y PORTO RATIFICAN EN LA SEDE\nDIVERSAS CONVENCIONES SOBRE RÍOS"

    over, below = "Comunicado de Prensa\n\n\n", f"\n\n17 de enero de 2002{STORY}{STORY}{STORY}"

    assert title(f"{over}{headline}{below}") == " ".join(headline.split("\n"))
    assert title(f"{over}ARCADIA WELCOMES THE RIVER DAM\nMINISTRY OF FOREIGN AFFAIRS{below}") == (
        "ARCADIA WELCOMES THE RIVER DAM"
    )


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ("(S) ARCADIA TAKES ACTION ON THE DAM", "ARCADIA TAKES ACTION ON THE DAM"),
        ("(U) Minister Bell's July 14 talks\nwith the Mayor of Porto",
         "Minister Bell's July 14 talks with the Mayor of Porto"),
        ("MAYOR DISCUSSES THE DAM AND THE PORT REF: (A) 05 PORTO 405; (B) 05 PORTO 402",
         "MAYOR DISCUSSES THE DAM AND THE PORT"),
        ("THE LIFE AND TIMES OF ARCADIA'S\nNEW MAYOR\nPORTO 00000954 001.2 OF 004",
         "THE LIFE AND TIMES OF ARCADIA'S NEW MAYOR"),
        ("REFUGEES: A NEW LAW FOR PORTO", "REFUGEES: A NEW LAW FOR PORTO"),
    ],
)  # fmt: skip
def test_the_subject_of_a_cable(subject: str, expected: str) -> None:
    """The mark of secrecy, the references that ran into it and the head of the next page are none of it."""
    head = (
        "R 031530Z APR 09\nFM AMEMBASSY PORTO\nTO SECSTATE WASHDC\n\nUNCLAS PORTO 000280\n\nE.O. 12958: N/A\nTAGS: PREL"
    )

    assert title(f"{head}\nSUBJECT: {subject}\n\n1. (SBU) Summary: {TOLD}\n\n2. (SBU) {TOLD}\n") == expected


STATES = "Participant\tSignature\tRatification\nArcadia\t14 Jan 1993\t24 Sep 2003\nGrenada\t13 Jan 1993\t2 Oct 1995\n"


def test_a_treaty_s_name_over_its_states() -> None:
    """It is the title of the list; the day of its adoption below is no day of the list."""
    treaty = "3 . Convention on the Sharing of Rivers and on their Dams\nPorto, 3 September 1992"
    text = f"STATUS AS AT : 22-11-2009 05:00:22 EDT\nCHAPTER IV\nRIVERS\n{treaty}\nEntry into force: 29 April 1997\n"

    assert title(f"{text}{STATES}") == "Convention on the Sharing of Rivers and on their Dams"
    assert chosen(f"{text}{STATES}", "date") == "2009-11-22"


def test_a_list_with_a_name_of_its_own() -> None:
    """It keeps it over the treaty's."""
    text = f"Status of the Lake Convention\nPorto, 3 September 2012\n\nLake Convention, 1992\n\n{STATES}"

    assert title(text) == "Status of the Lake Convention"


def test_a_day_under_a_declaration_s_name() -> None:
    """Where no states follow, it is the document's own."""
    name = "Declaration on the Sharing of Rivers and on their Dams\nPorto, 3 September 1992"

    assert chosen(f"{name}\n\nWe, the towns of the river, declare as follows.\n\n{TOLD}\n", "date") == "1992-09-03"
