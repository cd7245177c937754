"""The ids of documents: plain addresses from titles of any script."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.normalise.identifiers import LONGEST_SLUG, identifier, shortened


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Smørbrød à l’Œuvre", "smorbrod-a-loeuvre"),
        ("Łódź: the mayor's “letter”", "lodz-the-mayors-letter"),
        ("co\u00adoperation re\u200bnewed", "cooperation-renewed"),
        ("Заявление министра", "zayavlenie-ministra"),
        ("ΟΙΚΟΥΜΕΝΙΚΗ ΔΙΑΚΗΡΥΞΗ", "oikoymeniki-diakiryxi"),
        ("世界人权宣言", "shijierenquanxuanyan"),
        ("대한민국 헌법", "daehanmingug-heonbeob"),
        ("１２ pages", "12-pages"),
        ("*** — ***", "untitled"),
    ],
)
def test_a_title_of_any_script_gives_an_address(title: str, expected: str) -> None:
    """Letters of other scripts are romanised; what parts words parts them, what is not seen does not."""
    assert shortened(title) == expected


def test_a_title_is_cut_between_words() -> None:
    """At sixty characters; a single word that is longer is cut inside."""
    assert shortened("harbour " * 9) == "harbour-harbour-harbour-harbour-harbour-harbour-harbour"
    assert shortened("h" * 70 + " x") == "h" * 60


@given(st.text(max_size=120))
def test_a_slug_is_always_a_plain_address(title: str) -> None:
    """ASCII letters and digits with single hyphens between, never longer than it may be, never empty."""
    made = shortened(title)

    assert re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", made)
    assert len(made) <= LONGEST_SLUG
    assert shortened(made) == made


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2007-02-22/2007-02-23", "2007-02-22-x"),
        ("[2007-11,2007-12]", "2007-11-x"),
        ("2008?", "2008-x"),
        ("../2008", "undated-x"),
        ("", "undated-x"),
    ],
)
def test_the_date_in_an_id_is_plain(date: str, expected: str) -> None:
    """Of an interval or a choice the first; of what is open nothing."""
    assert identifier(date, "X") == expected
