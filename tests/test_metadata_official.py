"""Official heads, resolutions, letters and untitled texts: what is read of them by class, and what only looks so."""

import pytest

from muniment import dates
from muniment.normalise.front import title_of
from tests.metadata_builder import chosen, normalised

STORY = "\n\nThe delegates of the river states met, and it was agreed that the dam would be built by all of them.\n"
SPOKEN = (
    "I would like to thank the river states for the dam, which we have awaited for so many years in our valley.\n"
    "We hope that our neighbours will join us, and I wish them well in their own work on the upper river.\n"
)
GLUED = (
    "Thank you for the honour of speaking to this assembly of the river states, which has met here for the first time. "
    "Our government has worked for many years for a dam that all can share, and will be glad to host your office."
)


def title(text: str) -> str:
    """Give the title of a text, found or made of its first words."""
    return title_of(normalised(text))


@pytest.mark.parametrize(
    ("over", "words"),
    [
        ("Dear Friends of the River,\n\n", "I would like to thank the river states …"),
        ("Mr. High Commissioner, Your Excellencies, friends:\n", "I would like to thank the river states …"),
        ("(By the Embassy of Arcadia)\n2006/12/06?\nMr. Chairman,\n", "I would like to thank the river states …"),
        ("Texte intégral\nMonsieur le Président,\n", "I would like to thank the river states …"),
        ("Palace of the River\nPorto, 3 May 2001\nMadam Chair,\n\n", "I would like to thank the river states …"),
    ],
)
def test_an_untitled_text_is_cited_by_its_first_telling_words(over: str, words: str) -> None:
    """Neither whom it addresses, a remark, a day, a hall nor a page's own words stand for its title."""
    assert title(f"{over}{SPOKEN}") == words


def test_what_tells_something_over_a_text_stays_its_title() -> None:
    """A letter's subject, and a headline that only begins as an address does, are titles."""
    assert title(f"Re: Dam on the upper river\n\nDear Minister,\n\n{SPOKEN}") == "Dam on the upper river"
    assert title(f"Friends of the River Meet in Porto{STORY}") == "Friends of the River Meet in Porto"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"RC/CONF(05)/14 14 December 2005(05-0000) Original: English Statement by Ms Ann Bell of Arcadia {GLUED}",
         ("Statement by Ms Ann Bell of Arcadia", "statement", "2005-12-14")),
        (f"United Nations Distr.: General 21 September 2007 Original: English Porto, 17–21 September 2007 Report of the"
         f" Ninth Meeting of the River States Introduction 1. {GLUED}",
         ("Report of the Ninth Meeting of the River States", "report", "2007-09-21")),
        (f"River Council A/59/550 Distr.: General 3 November 2004 Original: English Agenda item 5 Letter dated"
         f" 1 November 2004 from Arcadia to the Council We have the honour to refer to the dam. {GLUED}",
         ("Letter dated 1 November 2004 from Arcadia to the Council", "letter", "2004-11-01")),
    ],
)  # fmt: skip
def test_the_title_of_an_official_head_on_one_line(line: str, expected: tuple[str, str, str]) -> None:
    """It names its type behind the marks of the head, and ends where the text can be seen to begin."""
    assert (chosen(line, "title"), chosen(line, "kind"), chosen(line, "date")) == expected


def test_a_sentence_about_a_report_is_no_official_head() -> None:
    """Without the marks of a head nothing is cut out of a line."""
    told = f"The river states have read the Report of the Ninth Meeting of the River States Introduction 1. {GLUED}"

    assert chosen(told, "title") == ""


def test_the_subject_of_a_letter_on_one_line() -> None:
    """It stands between its label and the address; a sentence with a colon has no subject."""
    letter = f"River Council Porto, den 14. Februar 1958 An die Staaten Betr.: Damm am oberen Fluss Bezug: 3/58 {GLUED}"
    prose = f"The council said of the matter before it: the dam will be built, and the towns will pay for it. {GLUED}"

    assert (chosen(letter, "title"), chosen(letter, "date")) == ("Damm am oberen Fluss", "1958-02-14")
    assert chosen(prose, "title") == ""


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        ("Resolution IX.25: Thanks to the host", "Resolution IX.25: Thanks to the host", "other"),
        ("Decree No. 64/2012 on the river treaty", "Decree No. 64/2012 on the river treaty", "other"),
        ("237. Memorandum From the River Desk to the Towns", "Memorandum From the River Desk to the Towns", "other"),
        ("250. Telegram 37639 From the River Desk to the Embassy", "Telegram 37639 From the River Desk to the Embassy",
         "cable"),
        ("The Chair's message to the ninth meeting", "The Chair's message to the ninth meeting", "statement"),
        ("Towns Adopt “River Declaration”", "Towns Adopt “River Declaration”", "news-story"),
        ("The River Declaration (draft)", "The River Declaration (draft)", "declaration"),
    ],
)  # fmt: skip
def test_names_of_types_that_titles_begin_with_or_hold(head: str, name: str, kind: str) -> None:
    """A headline that tells of a declaration is none."""
    told = "\n\nThe towns on the river agreed on the dam today, the mayor said.\n\n" * 2
    text = f"{head}{told}"

    assert (chosen(text, "title"), chosen(text, "kind")) == (name, kind)


def test_a_resolution_is_known_by_who_adopts_it() -> None:
    """A body alone before a comma, and a recital, make one; a body's name over a story does not."""
    recital = "Recalling its resolution 5/3 of 3 May 2001, by which it decided to build the dam of the river states,"
    adopted = f"18 December 2007\n5/9. Dam of the river states\nThe River Assembly,\n{recital}\n1. Welcomes the dam;\n"

    assert chosen(adopted, "kind") == "other"
    assert chosen(f"The River Assembly{STORY}The assembly met today, the mayor said.\n", "kind") != "other"


def test_the_day_under_the_distribution_mark_is_the_documents() -> None:
    """It counts for more than the place and day of the meeting; elsewhere place and day count for more."""
    meeting = "Resumed eighth session\nPorto, 5 December 2006\nTreaty on the River"
    body = f"{STORY}The river states had before them the plans.\n"

    assert chosen(f"River Assembly\nDistr.: Limited\n1 December 2006\nOriginal: English\n{meeting}{body}", "date") == (
        "2006-12-01"
    )
    assert chosen(f"River Assembly\n{meeting}{body}", "date") == "2006-12-05"


def test_a_titles_own_day_counts_for_more_than_the_pages() -> None:
    """A speech has the day its title gives; a bare day under an undated title is its day."""
    page = f"Speeches\n\n6 October 2015\n\nMr. Chairman,\n\n{SPOKEN}"

    assert chosen(f"Opening remarks at the river meeting. Porto, 5 October 2015\n\n{page}", "date") == "2015-10-05"
    assert chosen(f"Opening remarks at the river meeting\n\n{page}", "date") == "2015-10-06"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 May 2004\n\nBridge opens\n\nDeadline: 12 May 2017", "2004-05-02"),
        ("its resolution 54/121 of\n17 December 1999,", ""),
        ("River meeting (Porto, Arcadia, 1971)", ""),
    ],
)
def test_days_that_are_not_the_documents(text: str, expected: str) -> None:
    """A deadline, a day within a sentence, the year in which a convention was signed."""
    assert chosen(f"{text}{STORY}", "date") == expected


def test_two_labels_with_nothing_between() -> None:
    """A second label begins in the value of the first; a word and a colon in prose do not."""
    assert chosen(f"Dam opens\n\nSource:Mill Press   Date:2012-05-29{STORY}", "date") == "2012-05-29"
    assert chosen(f"Dam opens\n\nThe council set its date: 2012-05-29 was refused by all towns.{STORY}", "date") == ""


def test_arabic_digits_count_as_others_do() -> None:
    """The wording stays as printed; a number alone is no date."""
    found = dates.find("الموافق: ٢٥ من نوفمبر سنة ٢٠١٢م")

    assert [(one.edtf, one.text) for one in found] == [("2012-11-25", "٢٥ من نوفمبر سنة ٢٠١٢")]
    assert dates.find("رقم ٦٤") == ()


def test_a_story_that_quotes_a_letter_is_no_letter() -> None:
    """Three paragraphs over its address tell of it; a letter may begin with a line or two."""
    told = "The senators wrote to their leader on the river treaty, and the mayor said that he would answer.\n\n" * 3
    letter = f"Dear Mr. Leader,\n\n{SPOKEN}"

    assert chosen(f"Tide turns against the river treaty\n\n{told}{letter}", "kind") == "news-story"
    assert chosen(f"River Office, Porto\n\n{letter}\nYours sincerely,\nAnn Bell\n", "kind") == "letter"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("5/246. Committee on a full\nRiver Treaty on the Dam and\nthe Rights of Towns\nThe River Assembly,",
         "5/246. Committee on a full River Treaty on the Dam and the Rights of Towns"),
        ("TOWNS HIGHLIGHT ADVANCES IN BUILDING RIVER DAMS, AS STATES MEET\nTOWNS HIGHLIGHT ADVANCES IN BUILDING"
         "\nRIVER DAMS, AS states MEET", "TOWNS HIGHLIGHT ADVANCES IN BUILDING RIVER DAMS, AS STATES MEET"),
        ("Towns agree on the river dam Towns agree on the river dam", "Towns agree on the river dam"),
        ('The River Declaration\n"Rivers and people: a shared life"\n9th Meeting of the River Conference\n',
         "The River Declaration"),
        ("Ann Bell 4 minutes ago Tue 3 November 2020 | 02:40 PM\n\nTowns agree on the dam", "Towns agree on the dam"),
        ("Report of the Ninth River Meeting Porto, Arcadia, 2–11 July 2019", "Report of the Ninth River Meeting"),
    ],
)  # fmt: skip
def test_titles_over_several_lines_and_beside_others(lines: str, expected: str) -> None:
    """Numbered titles run on, halves are one title, what is said twice is said once, mottos and postings are none."""
    assert title(f"{lines}\n{STORY}") == expected


def test_proceedings_are_a_report_and_news_are_not() -> None:
    """What a committee considered, noted and agreed is its report, unless it was today."""
    noted = (
        "The Committee considered the plans of the towns for the dam on the upper river at length.\n\n"
        "The Working Group noted the costs of the dam, and the wishes of the towns that pay for it.\n\n"
        "The Committee agreed to return to the plans of the towns at its next session in the summer.\n"
    )

    assert chosen(f"9. Dam on the upper river\n\n{noted}", "kind") == "report"
    assert chosen(f"Dam on the upper river\n\nThe committee met today.\n\n{noted}", "kind") != "report"


def test_rows_of_a_list_give_neither_day_nor_place_nor_title() -> None:
    """Cells that lost their gaps, or stand one on a line, are rows; the day of the list over them is its own."""
    glued = "\n".join(f"{name}Accession{day}/06/2004" for day, name in enumerate(("ARCADIA", "Tamm", "PORTO") * 4, 10))
    names = ("Arcadia", "Tamm", "Porto")
    cells = "\n".join(f"{name}\n{day}-10-2005 (R)\n05-12-2019" for day, name in enumerate(names, 10))

    assert chosen(f"CountryActionDate\n{glued}\n", "date") == ""
    assert chosen(f"Party\nSignature\nRatification\n{cells}\n{cells}\n", "place") == ""
    assert chosen(f"Status of ratification\n3 May 2007\n\n{glued}\n", "date") == "2007-05-03"


ARABIC = "\n\nاجتمع الوزراء في القاهرة أمس واتفقوا على مواصلة المفاوضات بشأن المعاهدة في الأشهر المقبلة.\n"


@pytest.mark.parametrize(
    ("head", "read"),
    [
        ("بيان المؤتمر\n\nبيروت، 12 سبتمبر 2011", ("بيان المؤتمر", "بيروت", "2011-09-12")),
        ("القاهرة - 3 مايو 1998\n\nإعلان الوزراء", ("إعلان الوزراء", "القاهرة", "1998-05-03")),
        ("بيان الوزير\n\nعمان، 7 أيار 2004", ("بيان الوزير", "عمان", "2004-05-07")),
        ("اتفاقية 3 مايو 1998", ("اتفاقية 3 مايو 1998", "", "1998-05-03?")),
    ],
)
def test_a_place_and_a_day_in_a_script_without_capitals(head: str, read: tuple[str, str, str]) -> None:
    """One word set off by a comma or dash before a day is a place; "agreement 3 May 1998" is a title."""
    assert tuple(chosen(f"{head}{ARABIC}", field) for field in ("title", "place", "date")) == read


LETTER = "I have received your report on the dam, and am sorry to say that we cannot pay for it this year.\n\n"
CLOSED = "I have the honour to be, my Lord, your Lordship's most obedient servant,\n\nThomas Hale\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"The Vicarage, Sund\n\n14th March 1843\n\nMy Lord,\n\n{LETTER}{CLOSED}", "letter"),
        (
            f"Paris, le 12 juin 1907\n\nMonsieur le Ministre,\n\n{LETTER}Veuillez agréer mes salutations.\n",
            "letter",
        ),
        (f"3 May 1921\n\nSir,\n\n{LETTER}Yours faithfully,\n\nK. Moe\n", "letter"),
        (f"Ladies and gentlemen,\n\n{LETTER}{SPOKEN}", "speech"),
        (f"Monsieur le Président,\n\n{LETTER}{SPOKEN}Je vous remercie.\n", "statement"),
        (f"Dear friends,\n\n{SPOKEN}Thank you.\n", "speech"),
    ],
)
def test_who_is_addressed_and_how_it_closes_make_a_letter(text: str, kind: str) -> None:
    """One reader and a courtesy at the end; hearers are addressed too, and thanked."""
    assert chosen(text, "kind") == kind


def test_what_a_copy_says_of_the_spoken_words_is_no_title() -> None:
    """It may stand behind the day, over the line that names the speech."""
    over = "25 mai 1978 - Seul le prononcé fait foi\n\nDISCOURS AU CONSEIL SUR LE BARRAGE, JEUDI 25 MAI 1978\n\n"

    assert title(f"{over}{SPOKEN}").casefold().startswith("discours")
