"""What sites print round a text in many languages: controls, counters, menus; and lines that only look so."""

import pytest

from muniment.normalise.metadata.site_controls import is_control
from tests.metadata_builder import normalised

STORY = (
    "Ministers open the dam on the upper river\n\n"
    "The ministers of the river states opened the dam on Tuesday, and said that all of them would share its water.\n\n"
    "It had taken eleven years to build, and the last of its gates was set in place in the spring of that year.\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "Перейти к основному содержанию",
        "تجاوز إلى المحتوى الرئيسي",
        "跳转到主要内容",
        "Skip to main content",
        "Hopp til hovedinnhold",
        "Pular para o conteúdo principal",
        "Navigation path",
        "Aumenta el tamaño del texto",
        "Imprimer en PDF",
        "Télécharger le PDF",
        "Imprimer",
        "Printer-friendly version",
        "Compartir esta noticia",
        "Inga kommentarer:",
        "Social Media Links:",
        "FacebookEmailTwitterGoogle+LinkedInPinterest",
        "(1 Voto)",
        "Visto 314 veces",
        "Page 3 of 12",
        "1 de 24",
        "Post a Comment",
        "LAISSER UN COMMENTAIRE",
        "You are commenting using your account. Log Out /  Change )",
        "06 Powered By Docstoc",
        "From Wikinews, the free news source you can write!",
        "Previous articleA dam is opened",
        "← The dam is opened",
        "The dam is closed →",
        "| |||",
        "![]() |",
    ],
)
def test_controls_are_known_by_their_form(line: str) -> None:
    """One line, in the language of the site."""
    assert is_control(line)


@pytest.mark.parametrize(
    "line",
    [
        "* * *",
        "---",
        "§",
        "5 of 7 members",
        "Delaware ratifies the treaty",
        "Next article of the treaty",
        "Print version of the agreed text",
        "Imprimir los sellos del tratado",
        "Comentarios al tratado",
        "Valoración del tratado",
        "Tamaño de la delegación",
        "« Nous avons ouvert le barrage »",
        "The parties share - among themselves - the water of the river.",
        "Navigation on the upper river",
        "Documents and samples",
        "Facebook and the treaty",
        "Print runs of the gazette",
        "A → B",
    ],
)
def test_lines_of_texts_are_no_controls(line: str) -> None:
    """A title, a break, a quotation, a count, a heading."""
    assert not is_control(line)


@pytest.mark.parametrize(
    "over", ["Перейти к основному содержанию\n\n", "Navigation path\nLeft navigation\n\n", "|\n\n"]
)
def test_controls_over_and_under_a_text_leave_it(over: str) -> None:
    """They stand in the account of what was taken out, and nowhere in the text."""
    done = normalised(f"{over}{STORY}\nPost a Comment\n\n← The dam is closed\n")
    lifted = " ".join(piece.text for piece in done.pieces if piece.kind == "lifted" and piece.role == "furniture")
    shown = " ".join(piece.text for piece in done.pieces if piece.kind == "paragraph")

    assert "Post a Comment" in lifted
    assert "← The dam is closed" in lifted
    assert over.split("\n")[0] in lifted
    assert shown.startswith("The ministers of the river states")
    assert "Comment" not in shown


MENU = (
    "Home\nU.S.\nPolitics\nWorld\nHealth\nClimate\nThe Vault\nEntertainment\nIdeas\nSports\nMagazine\nVideo\n"
    "Newsletters\n"
    "Give a Gift\nGlobal Help Center\nCareers\nPress Room\nMore\nAbout Us\nPrivacy Policy\nTerms of Use\nSite Map\n"
)
AGENDA = (
    "Opening\nAgenda\nReports\nThe upper dam\nThe lower dam\nFish ladders\nFerries\nTolls\nMembership\nProjects\n"
    "Elections\nNext meeting\nClosing\n"
)


def test_a_large_menu_leaves_as_a_whole() -> None:
    """A few entries that only sites have tell what the lines between them are, however many these are."""
    done = normalised(f"{MENU}\n{STORY}")
    shown = [piece.text for piece in done.pieces if piece.kind not in {"blank", "lifted"}]

    assert len(shown) == 2
    assert shown[0].startswith("The ministers of the river states")


def test_a_large_menu_of_rare_entries_leaves_too() -> None:
    """Not one of its entries has to be a word that menus mostly have."""
    rare = "\n".join(
        ("Customer care", "Join us", "Media kit", "Advertise", *(f"Ferry {each}" for each in "ABCDEFGHIJ"))
    )
    done = normalised(f"{rare}\nHelp center\n\n{STORY}")
    shown = [piece.text for piece in done.pieces if piece.kind not in {"blank", "lifted"}]

    assert len(shown) == 2


def test_an_agenda_is_no_menu() -> None:
    """Reports, projects and membership are also what a meeting is about."""
    done = normalised(f"Minutes of the meeting of the river states\n\n3 May 1998\n\n{AGENDA}\n{STORY}")

    assert not [piece.text for piece in done.pieces if piece.role == "furniture"]
    assert not [reading.value for reading in done.chosen if reading.field == "place"]


@pytest.mark.parametrize(
    "heading", ["Similar Posts", "Verwandte Inhalte", "Les plus lus dans cette section", "Lees ook:"]
)
def test_a_list_of_other_stories_under_a_text_leaves_with_its_heading(heading: str) -> None:
    """From its heading to the end, where nothing there is a sentence."""
    done = normalised(f"{STORY}\n{heading}\n\nA ferry for the lower river\n\nTolls on the upper river\n")
    shown = [piece.text for piece in done.pieces if piece.kind not in {"blank", "lifted"}]

    assert shown[-1].endswith("in the spring of that year.")


def test_a_list_that_tells_something_stays() -> None:
    """Further reading with sentences is the author's."""
    own = "The history of the dam is told in the ministry's own book, which was printed in the same year in Porto."
    done = normalised(f"{STORY}\nFurther reading\n\n{own}\n")
    shown = [piece.text for piece in done.pieces if piece.kind not in {"blank", "lifted"}]

    assert shown[-2:] == ["Further reading", own]
