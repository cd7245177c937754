"""What leads in a text: crawlers' days, datelines of many forms, quotations, occasions; and what only looks so."""

import pytest

from muniment.normalise.front import title_of
from tests.metadata_builder import chosen, normalised

TOLD = "The river states agreed on the dam, and it was said that every town would have its share of the water."
STORY = f"\n\n{TOLD}\n\nThe mayor of Porto said that she was pleased with the work, which had lasted many years.\n"


def title(text: str) -> str:
    """Give the title of a text, found or made of its first words."""
    return title_of(normalised(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"date 2021-03-20 River office deplores its delay{STORY}", "River office deplores its delay"),
        (f"date 2014-06 Five towns sign on to the river treaty{STORY}", "Five towns sign on to the river treaty"),
        (f"date 2014-06-30 {TOLD}\n\n{TOLD}\n", "The river states agreed on the dam, and …"),
        (f"date 2021-03-20\n\nTowns agree on the river dam{STORY}", "Towns agree on the river dam"),
        (f"date 2021-03-20 Towns agree on...\n\nTowns agree on the river dam{STORY}", "Towns agree on the river dam"),
    ],
)  # fmt: skip
def test_the_day_a_crawler_put_before_a_page_is_no_word_of_its_title(text: str, expected: str) -> None:
    """What stands behind it is the headline, or the first words; a headline that was cut is not."""
    assert title(text) == expected


@pytest.mark.parametrize(
    ("opening", "place", "date"),
    [
        ("Porto, Arcadia 24 June 2017: ", "Porto, Arcadia", "2017-06-24"),
        ("Porto, May 1, 2014 (RNS) ", "Porto", "2014-05-01"),
        ("(PORTO, ARCADIA, 8 December 2003) ", "Porto, ARCADIA", "2003-12-08"),
        ("Tamm News Agency, Porto, December 6, 2021 (Reporter Ann Bell) ", "Porto", "2021-12-06"),
        ("01 Jun 2007 - Porto, Arcadia – ", "Porto, Arcadia", "2007-06-01"),
    ],
)
def test_forms_of_datelines(opening: str, place: str, date: str) -> None:
    """Each gives place and day, and is left out of the first words."""
    text = f"{opening}{TOLD}{STORY}"

    assert (chosen(text, "place"), chosen(text, "date")) == (place, date)
    assert title(text) == "The river states agreed on the dam, and …"


def test_words_that_only_look_like_a_dateline_stay() -> None:
    """Words in brackets behind a day that are no agency, and a sentence with a colon, begin the text."""
    assert title(f"Porto, 3 May 2001 (see the annex) {TOLD[4:]}{STORY}").startswith("Porto, 3 May 2001")
    assert title(f"The towns asked on 3 May 2001: who will pay for it all?{STORY}").startswith("The towns asked")


def test_the_day_of_the_head_is_believed_before_a_dateline_without_a_year() -> None:
    """A release is reissued with its own day over it; a dateline that gives its whole day is its own."""
    head = "11 December 2003\n\nTowns agree on the river dam\n\n"

    assert chosen(f"{head}PORTO, 10 December -- {TOLD}{STORY}", "date") == "2003-12-11"
    assert chosen(f"{head}PORTO, 10 December 2003 -- {TOLD}{STORY}", "date") == "2003-12-10"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Porto Declaration: On the Occasion of the Third River Meeting\n\nFact Sheet\nMay 15, 2013",
         ("Porto Declaration: On the Occasion of the Third River Meeting", "declaration")),
        ("Tamm Declaration 2017: River Rights", ("Tamm Declaration 2017: River Rights", "declaration")),
        ("PORTO DECLARATION\n\nOn the occasion of the Third River Meeting\n\n12 May 2011, Porto, Arcadia",
         ("Porto declaration", "declaration")),
        ("You are on page 1of 2\n\nRIVER COUNCIL PORTO JOINT STATEMENT 2019 On the Occasion of the Third Meeting, "
         "the Ministers of the river states met in Porto.", ("RIVER COUNCIL PORTO JOINT STATEMENT 2019", "statement")),
    ],
)  # fmt: skip
def test_declarations_with_their_occasion(head: str, expected: tuple[str, str]) -> None:
    """They name themselves; the occasion under them, a site's section and a viewer's count of pages do not."""
    text = f"{head}\n\nWe, the Ministers of the river states, met in Porto and hereby decide:\n\n{TOLD}\n"

    assert title(text).casefold() == expected[0].casefold()
    assert chosen(text, "kind") == expected[1]


def test_a_fact_sheet_stays_a_report() -> None:
    """Over its own title it names the type, and so it does when nothing else does."""
    assert chosen(f"Fact Sheet\n\nThe dam and its costs{STORY}", "kind") == "report"
    assert chosen(f"The dam and its costs\n\nFact Sheet{STORY}", "kind") == "report"


def test_a_quotation_over_a_speech_is_not_its_title() -> None:
    """Several sentences between quotation marks lead in; a short quotation is a headline."""
    said = "“The towns of the valley have waited for this dam for more than forty years. Who will tell them to wait?”"
    spoken = "Ladies and gentlemen,\n\nI have seen the valley, and I would like to thank the towns.\n"

    text = f"{said}\nSpeech by Ann Bell, Minister, to the River Council in Porto:\n{spoken}"
    assert "waited" not in title(text)
    assert chosen(text, "kind") == "speech"
    assert title(f"“Who will tell them to wait?”\n\nAnn Bell, Minister\n\n3 May 2001\n\n{spoken}").startswith(
        "“Who will"
    )


@pytest.mark.parametrize("opening", ["I am writing to you as head of the office", "We are writing to urge you to act"])
def test_a_letter_without_its_address(opening: str) -> None:
    """It says that it is being written; a speaker who says he wrote does not."""
    rest = " for the river towns, which have asked for the dam for years.\n\nI would be glad of your answer.\n"

    assert chosen(f"March 5, 2010\n\n{opening}{rest}", "kind") == "letter"
    assert chosen(f"March 5, 2010\n\nI have been writing books{rest}", "kind") != "letter"


def test_lines_broken_within_a_phrase() -> None:
    """A meeting's name that ends in an article goes on, and so does an address broken after "Mr."."""
    name = "Second Session of the Committee for the River Conference of the Parties to the"
    text = f"{name}\nTreaty\non the Protection of Rivers\nMr.\nChairman,\n{TOLD}\n"

    assert title(text) == f"{name} Treaty on the Protection of Rivers"
    assert chosen(text, "kind") in {"statement", "speech"}
    assert title(f"Second River Meeting\nTreaty\n\n{TOLD}{STORY}") != "Second River Meeting Treaty"


def test_references_and_pictures_give_no_place_and_no_publisher() -> None:
    """A code with a day in it is no place; a mark without a year over the text belongs to the picture."""
    assert chosen(f"Decl(21/03/2021)\n21 March 2021\nTowns agree on the river dam{STORY}", "place") == ""
    assert chosen(f"Porto (21/03/2021)\nTowns agree on the river dam{STORY}", "place") == "Porto"
    assert chosen(f"Towns agree on the river dam\n\n©River Council{STORY}", "publisher") == ""
    assert chosen(f"Towns agree on the river dam\n\n© 2021 River Council{STORY}", "publisher") == "River Council"


@pytest.mark.parametrize(
    "over",
    [
        "Ladies and Gentlemen,\n\n",
        "Her full speech is below:\n\nGood afternoon, ladies and gentlemen.\n\n",
        "Your Excellency, Mr. Tom Bell, Minister of Rivers,\n\nMs. Ann Lake, River Council\n\nDear Colleagues,\n\n",
    ],
)
def test_hearers_and_announcements_are_not_cited(over: str) -> None:
    """A speech without a title is cited by what it says, not by whom it greets or how a page presents it."""
    said = "It is my pleasure to join you today for this session on the dam, which we have long awaited.\n"

    assert title(f"{over}{said}\nI would like to thank the towns for all they did.\n").startswith("It is my pleasure")


def test_a_name_over_the_text_that_is_greeted_later_stays() -> None:
    """Only a text that begins with a greeting has those greeted left out."""
    assert title(f"The Mill and the River\n\nDear Colleagues,\n\nI would like to thank the towns.{STORY}").startswith(
        "The Mill"
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("River treaty moves towns closer\nto being safe from floods\nand droughts, says\nCouncil Secretary",
         "River treaty moves towns closer to being safe from floods and droughts, says Council Secretary"),
        ("Five towns agree\nto build a dam\non the upper river", "Five towns agree to build a dam on the upper river"),
        ("Nyheter\n\nFem byer enige om demningen", "Fem byer enige om demningen"),
        ("Press Releases |\n\nFive towns agree on the dam", "Five towns agree on the dam"),
        ("International Rivers learning Exchange & Resource Network\n\nTowns enter the final round of talks on the dam"
         "\n\n03 Sep 2013 | by", "Towns enter the final round of talks on the dam"),
        ("CR/CSP/2014/5\nConference on the River\nSeventh session\nPorto, 10-12 June 2014\n"
         "Report of the seventh session of the River Conference",
         "Report of the seventh session of the River Conference"),
        ("Open letter to the members of the River Council\nprint version\n\n06.06.06",
         "Open letter to the members of the River Council"),
    ],
)  # fmt: skip
def test_titles_under_sections_bodies_and_sessions(lines: str, expected: str) -> None:
    """A narrow column's lines are one title; a section's plural, a network's name and a session's number are none."""
    assert title(f"{lines}{STORY}") == expected


def test_short_lines_that_are_no_phrase_stay_apart() -> None:
    """A line that ends a phrase, a byline and a day in small letters begin lines of their own."""
    assert title(f"Five towns agree on a dam\nby Ann Bell\nlundi 3 mai 2004{STORY}") == "Five towns agree on a dam"


VERBATIM = (
    "River Nations S/ PV.12 River Council Third year 12th meeting Monday, 9 July 2018, 10 a.m. Porto Chair: Ms. Lake"
    " Members: Arcadia Ms. Lake Tamm Mr. Hill Agenda The dam on the upper river Report of the office on the dam"
    " This record contains the text of speeches delivered in English. Corrections should be submitted to the office."
)
MINUTES = (
    "RIVER COMMISSION Ministerial Meeting Porto, Tamm, 3 October 2013 Page 1 of 30 MINUTES OF THE MINISTERIAL MEETING"
    " OF THE RIVER COMMISSION (2013) ..... 2 Introduction ..... 2 Agenda Item 1 Adoption of the Agenda ....... 2"
    " Introduction 1. The Meeting was held in Porto, and was attended by ministers of the river states. The dam was"
    " discussed at length, and the ministers agreed to return to it in the spring. The towns were thanked for it."
    " 2. The Meeting took note of the report of the office, and of the plans of the towns for the years to come."
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (VERBATIM, ("12th meeting", "minutes")),
        (MINUTES, ("MINUTES OF THE MINISTERIAL MEETING OF THE RIVER COMMISSION", "minutes")),
    ],
)
def test_records_on_one_line(text: str, expected: tuple[str, str]) -> None:
    """A verbatim record counts its meeting, minutes name theirs in capitals."""
    assert (title(text), chosen(text, "kind")) == expected


def test_minutes_that_a_story_mentions_are_not_its_kind() -> None:
    """Neither in small letters nor as a meeting's symbol alone."""
    story = f"The council read the minutes of the last meeting, document S/PV.12, on the dam. {TOLD}{STORY}"

    assert chosen(story, "kind") != "minutes"


def test_organs_resolutions_and_notes_give_no_creator_and_no_place() -> None:
    """An organ that meets publishes nothing; "By Resolution …" is no byline, and a note of a delay no dateline."""
    head = "Towns adopt text on the dam\nSecurity Council\n6581st Meeting (AM & PM)\nBy Resolution 8 Hailed by Speakers"

    assert (chosen(f"{head}{STORY}", "publisher"), chosen(f"{head}{STORY}", "creators")) == ("", "")
    assert chosen(f"Accord\n\n(Publié le 19 décembre – retardé à la traduction)\n\n{TOLD}", "place") == ""
    assert chosen(f"Towns agree\n\nBy Ann Bell\n\n3 May 2001{STORY}", "creators") == "Ann Bell"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Versión estenográfica del discurso de Ana Lago, durante la sesión de apertura\n"
         "29/11/2010\n\nMIN / Versión # 093",
         "Versión estenográfica del discurso durante la sesión de apertura"),
        ("Discurso de Ana Lago en 21 Conferencia de los Ríos sobre la presa",
         "Discurso en 21 Conferencia de los Ríos sobre la presa"),
        ("Statements River bodies\n\nAddress by Ms. Ann Bell at the Third Meeting of the River States\n\n8 May 2015",
         "Address at the Third Meeting of the River States"),
        ("NOTE VERBALE FROM THE MISSION OF ARCADIA ADDRESSED TO THE SECRETARY-\nGENERAL OF THE RIVER CONFERENCE",
         "NOTE VERBALE FROM THE MISSION OF ARCADIA ADDRESSED TO THE SECRETARY- GENERAL OF THE RIVER CONFERENCE"),
        ("The Porto Ministerial Meeting on River Protection and the Upper Dam,",
         "The Porto Ministerial Meeting on River Protection and the Upper Dam"),
    ],
)  # fmt: skip
def test_titles_of_speeches_notes_and_meetings(lines: str, expected: str) -> None:
    """A shorthand record is the speech; a site's section over it, and a hyphen or comma that ends a line, are not."""
    text = f"{lines}\n\nLadies and gentlemen,\n\nI would like to thank the towns. {TOLD}\n"

    assert title(text) == expected


def test_a_plural_that_opens_a_headline_is_no_section() -> None:
    """Only a section's name of a few words gives way to the title below it."""
    speech = "Address by Ms. Ann Bell at the Third Meeting of the River States\n\nColleagues,\n\nI thank you.\n"

    assert title(f"Statements on the dam divide the river towns\n\n{speech}").startswith("Statements on the dam")


def test_declarations_in_an_official_head_end_where_the_ministers_speak() -> None:
    """A bare "Treaty" over a list, the marks of a cable and a text in capitals are no titles."""
    official = (
        "1 RIVER NATIONS River Council Distr. GENERAL RC/MP/2005/2/Add.1 20 June 2005 ORIGINAL: ENGLISH Report of the"
        " Second Meeting of the River States Addendum Porto Declaration We, Ministers and heads of delegation of river"
        " states, gathered in Porto, affirm the following: 1. Since our first meeting the treaty has grown. The towns"
        " are preparing to join it, and a growing number of them make efforts to give effect to it in their own law."
    )
    rows = "\n".join(f"{name} {day}-10-2004" for day, name in enumerate(("Arcadia", "Tamm", "Porto", "Lago") * 3, 10))
    cable = "UNCLASSIFIED\nUNCLASSIFIED\nPAGE 02 PORTO 01200 01 OF 02 302240Z\n" + f"{TOLD} {TOLD} {TOLD}".upper()

    assert title(official) == "Report of the Second Meeting of the River States Addendum Porto Declaration"
    assert (
        title(f"Treaty\n\nThird Protocol to the River Convention\n\n{rows}\n")
        == "Third Protocol to the River Convention"
    )
    assert title(cable) == "THE RIVER STATES AGREED ON THE DAM, AND …"


def test_a_city_keeps_its_land_beside_the_day() -> None:
    """Both stand before the day; a dated section of a site is no place."""
    spoken = "\n\nLadies and gentlemen,\n\nI would like to thank the towns for all that they did.\n"

    assert (
        chosen(f"Speech by Ann Bell at the River Conference, Porto, Arcadia, 3 May 2001{spoken}", "place")
        == "Porto, Arcadia"
    )
    assert chosen(f"Speech by Ann Bell at the River Conference, Porto, 3 May 2001{spoken}", "place") == "Porto"
    assert chosen(f"Discurso del Consejo / 06 Nov, 2017\nDiscurso de Ana Lago en la apertura{spoken}", "place") == ""


def test_a_line_of_a_soft_hyphen_alone_is_no_line_of_a_title() -> None:
    """It has no words at all, and nothing is asked of its first letter."""
    assert title(f"\u00ad\n!\n\nFive towns agree on the dam{STORY}") == "Five towns agree on the dam"
    assert title(f"Five towns agree\n\u00ad\non the dam{STORY}").startswith("Five towns agree")
    assert title(f"Statement by\n\u00ad\nAnn Bell\n\nI thank you all.{STORY}")


def test_what_a_minister_speaks_on_stays_in_the_title() -> None:
    """The word "on" belongs to an office only where offices have it."""
    spoken = "\n\nOctober 8, 1999\n\nJapan welcomes the text, and I would like to thank all who wrote it.\n"
    matter = "on the Issuing of the Text at the River Conference"

    assert title(f"Statement by Foreign Minister Ann Bell {matter}{spoken}") == f"Statement {matter}"
    assert title(f"Statement by Ms. Ann Bell, Special Rapporteur on the Housing of Towns, at the Council{spoken}") == (
        "Statement at the Council"
    )


@pytest.mark.parametrize("day", ["09-09-2005 5:40 pm ", "3 May 2001, 11:20 – "])
def test_a_day_with_its_time_before_a_text_is_not_cited(day: str) -> None:
    """A day alone that begins a sentence is."""
    assert title(f"{day}{TOLD}{STORY}") == "The river states agreed on the dam, and …"
    assert title(f"3 May 2001 was the day on which {TOLD[4:]}{STORY}").startswith("3 May 2001 was the day")


def test_mastheads_nations_and_profiles() -> None:
    """A site's founding year and day of a visit, "Nations" in a headline, and a section over a speech."""
    masthead = "The First River Paper on the Net    Established in 1996 Friday, October 17, 2025"
    spoken = "\n\n7 December 2011\n\nLadies and gentlemen,\n\nI am honoured to thank the towns.\n"

    assert chosen(f"Towns agree on the dam\n{masthead}\n\n{TOLD}{STORY}", "date") == ""
    assert chosen(f"Towns agree on the dam\nFriday, October 17, 2003\n\n{TOLD}{STORY}", "date") == "2003-10-17"
    assert title(f"Fifteen Nations Boycott Vote on River Dam{STORY}") == "Fifteen Nations Boycott Vote on River Dam"
    assert chosen(f"Country profile\n\nMeeting of River Ministers to mark the dam{spoken}", "kind") == "speech"
    assert chosen(f"Country profile\n\nArcadia and its rivers{STORY}", "kind") == "report"


def test_resolutions_and_scripts_without_capitals() -> None:
    """A resolution's title may be a sentence; a story in a script without capitals has its body below its head."""
    adopted = (
        "Resolution adopted by the Seventeenth Session of the River Conference in the presence of the Ministers of the"
        " towns meeting at Porto, 19 May 1993 on the occasion of the opening of the dam."
    )
    story = "وقعت ست دول جديدة على وثيقة الانضمام إلى معاهدة الأنهار اليوم الأربعاء في بورتو.\n\n" * 2
    told = "وقال الوزير إن هذا العدد الكبير من الأعضاء يشهد على أهمية المعاهدة لجميع المدن على النهر.\n"

    assert title(f"{adopted}\n\nConsidering that the dam is open,\n\n{TOLD}\n") == adopted.rstrip(".")
    assert chosen(f"انضمام ست دول إلى معاهدة الأنهار\n\n{story}{told}", "kind") == "news-story"
    assert (
        chosen("مرسوم رقم ٦٤ بالموافقة على المعاهدة\n\nالمادة الأولى\n\nالموافق: ٢٥ من نوفمبر سنة ٢٠١٢م\n", "date")
        == "2012-11-25"
    )


MENU = "Home - Rivers\nPress Releases\nCalendar of Dams\nMedia Relations\nFlash Info\nRiver Courier\nRiver Events\n"


def test_a_menu_of_plain_lines_goes_on_in_a_few_items() -> None:
    """The headline stands below it; items that are sentences, or under two lines, are of the text."""
    told = f"Nurturing the rivers.\nFive towns ratify the river treaty\n\n16-02-2005 11:20 am {TOLD}{STORY}"

    assert title(f"{MENU}- River News\n- River Sites\n\n{told}") == "Five towns ratify the river treaty"
    assert title(f"River office\n- River News\n- River Sites\n\n{told}") != "Five towns ratify the river treaty"
    assert title(f"{MENU}- {TOLD}\n- {TOLD}\n\n{told}") != "Five towns ratify the river treaty"
