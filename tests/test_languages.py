"""The language of a document, and of passages in another: told by letters and small words, or not told."""

import pytest

from muniment import normalise
from muniment.normalise.metadata.language import of_passage, of_text
from muniment.typeset.direction import direction
from tests.transcripts import SETTINGS, transcript

FRENCH = "La Conférence a été ouverte par le ministre des affaires étrangères de la Belgique dans la grande salle."
ENGLISH = "The Conference was opened by the minister of foreign affairs and it was closed by her on the same day."
GERMAN = "Der Präsident hat die Konferenz eröffnet und ist mit dem Ergebnis nicht zufrieden, wie er den Gästen sagte."


@pytest.mark.parametrize(
    ("own", "text", "found"),
    [
        ("en", FRENCH, "fr"),
        ("en", GERMAN, "de"),
        ("fr", ENGLISH, "en"),
        ("ar", ENGLISH, "en"),
        ("en", "قرار مجلس الأمن رقم 1701", "ar"),
        ("en", "دولت جمهوری اسلامی ایران اعلام کرد", "fa"),
        ("en", "حکومتِ پاکستان نے یہ فیصلہ کیا ہے", "ur"),
        ("en", "החלטת מועצת הביטחון", "he"),
        ("en", "Конференция была открыта министром иностранных дел", "ru"),
        ("en", "Ця конференція відбулася в Києві", "uk"),
        ("en", "Η διάσκεψη άρχισε στην Αθήνα", "el"),
        ("en", "会議は東京で開かれた", "ja"),
        ("en", "会议在北京举行", "zh"),
        ("ru", "The Conference was opened by the minister and it was closed by her on the same day.", "en"),
    ],
)
def test_passages_in_another_language(own: str, text: str, found: str) -> None:
    """A sentence shows its language by its letters or by its small words."""
    assert of_passage(text, own) == found


@pytest.mark.parametrize(
    ("own", "text"),
    [
        ("en", ENGLISH),
        ("en", "Ministère des Affaires étrangères et européennes de la République française"),
        ("en", "Les Misérables and La Traviata were played for the guests of the city in the evening."),
        ("en", "de la Cruz, da Silva, van der Berg, von der Leyen, de las Casas, di Stefano, El Baradei"),
        ("en", "Peru 1961 | Chile 1962 | A/RES/61/55 | 12.5 % | Norway 1963 | 7 | Denmark 1964"),
        ("en", "D'accord."),
        ("en", "Москва"[:2]),
        ("nb", "Konferencen blev åbnet i København og det er en stor dag for alle os der er her nu og i aften."),
        ("es", "Argentina, Bolivia, Brasil, Chile, Colombia, Costa Rica, Cuba, Ecuador y El Salvador firman el acta."),
        ("he", "החלטת מועצת הביטחון"),
    ],
)
def test_what_does_not_tell_another_language(own: str, text: str) -> None:
    """Names, titles, figures, a few words and the nearest relatives of a language are not told from it."""
    assert of_passage(text, own) == ""


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        (ENGLISH, "en"),
        (FRENCH, "fr"),
        (GERMAN, "de"),
        ("وزارت امور خارجه جمهوری اسلامی ایران اعلام کرد که گفتگوها در تهران برگزار شد.", "fa"),
        ("اجتمع الوزراء في القاهرة واتفقوا على نص البيان.", "ar"),
        ("Протокол заседания комитета, которое состоялось в Софии, был принят всеми.", "ru"),
        ("Конференцията се проведе в София и събра представители на всички държави.", "bg"),
        ("12 345 67 / 89", "und"),
    ],
)
def test_languages_of_documents(text: str, tag: str) -> None:
    """Whole texts are told by the same means; figures tell nothing."""
    assert of_text(text)[0] == tag


def test_neighbouring_passages_are_one_note() -> None:
    """Two French paragraphs in a row of an English text are one entry of lang_notes, one further down another."""
    parts = (ENGLISH, FRENCH, FRENCH.replace("grande", "petite"), f"{ENGLISH} So it was.", f"{FRENCH} Fin.", ENGLISH)
    text = "\n\n".join(parts)

    assert normalise.draft(transcript(text), SETTINGS).edition.front.lang_notes == ("p2-p3: fr", "p5: fr")


def test_a_text_in_one_language_has_no_note() -> None:
    """Nothing is said where there is nothing to say."""
    assert normalise.draft(transcript(f"{ENGLISH}\n\n{ENGLISH}"), SETTINGS).edition.front.lang_notes == ()


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ar", "rtl"),
        ("fa-IR", "rtl"),
        ("he", "rtl"),
        ("ur", "rtl"),
        ("en", "ltr"),
        ("ur-Latn", "ltr"),
        ("pa-Arab", "rtl"),
    ],
)
def test_directions(tag: str, expected: str) -> None:
    """A language is read in its direction; a script subtag says otherwise."""
    assert direction(tag) == expected
