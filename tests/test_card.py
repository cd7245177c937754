"""The social card: what it shows, when there is one, and that its bytes never change."""

import struct
from dataclasses import replace

import pytest

from muniment.model import Archive, Asset
from muniment.views.card import MARGIN, PATH, TITLE_SIZES, WIDTH, lines
from tests.archives import assembled, exported, reading

BASE = "https://example.org/harbour/"
LETTER = "The envoys of Norway and Peru met at Bergen on 3 May 1911.\n"


def _archive(**settings: object) -> Archive:
    archive, problems = assembled(reading("letter", LETTER, date="1911-05-03"))
    assert problems == ()
    chosen = {"base_url": BASE, "exports": ("card",), "description": "Letters of the harbour office.", **settings}
    return replace(archive, settings=replace(archive.settings, **chosen))


def _painted(**settings: object) -> tuple[Asset, ...]:
    archive = _archive(**settings)
    return tuple(each for each in exported(archive, *archive.settings.exports) if each.path == PATH)


def test_the_card_is_a_picture_of_the_usual_size() -> None:
    """One PNG of 1200 by 630 pixels, small enough for any reader of previews, the same at every painting."""
    (one,) = _painted()
    (other,) = _painted()
    width, height = struct.unpack(">II", one.content[16:24])

    assert one.path == "card.png"
    assert one.content.startswith(b"\x89PNG\r\n\x1a\n")
    assert (width, height) == (1200, 630)
    assert len(one.content) < 200_000
    assert one == other


def test_its_words_are_seen() -> None:
    """Other words give another picture: the typeface is found, and the words are painted."""
    assert _painted() != _painted(title="Harbour letters")
    assert _painted() != _painted(description="Letters of the harbour.")


@pytest.mark.parametrize(
    "settings",
    [{"base_url": ""}, {"exports": ("data",)}, {"title": "معاهدات المرفأ"}, {"description": "港の条約"}],
    ids=["no-address", "not-asked-for", "letters-it-has-not", "letters-of-the-description"],
)
def test_without_need_or_letters_there_is_no_card(settings: dict[str, object]) -> None:
    """No address, no wish, or letters that the typeface lacks: no card, never one with gaps."""
    assert _painted(**settings) == ()


@pytest.mark.parametrize("title", ["Договоры гавани", "Συνθήκες του λιμανιού", "Traités de Tromsø & Łódź <1911>"])
def test_other_letters_of_europe_are_set(title: str) -> None:
    """Cyrillic, Greek and accented Latin titles have a card; signs of markup in them are words."""
    assert len(_painted(title=title)) == 1


def test_long_words_stay_on_the_card() -> None:
    """A title beyond its lines is cut with dots, and no line is wider than the card."""
    found = lines("Harbour treaties " * 20 + "x" * 90, TITLE_SIZES[0], 3)
    alone = lines("x" * 90, TITLE_SIZES[0], 3)

    assert len(found) == 3
    assert found[-1].endswith("…")
    assert len(alone) == 1
    assert alone[0].endswith("…")
    assert len(alone[0]) * TITLE_SIZES[0] * 0.5 < WIDTH - 2 * MARGIN
