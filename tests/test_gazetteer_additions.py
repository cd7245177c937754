"""What an archive changes in the gazetteer: names added, taken away and passed on, states added and forbidden."""

from pathlib import Path

import pytest

from muniment import explanations
from muniment.gazetteer import Found, Gazetteer, SetAside, build
from muniment.line import STATES, Inputs
from muniment.model import Files

SHIPPED = (Path(__file__).parents[1] / "muniment" / "data" / "states.json").read_bytes()


def changed(additions: str) -> Gazetteer:
    """Build the gazetteer with an archive's own file, which must be sound."""
    gazetteer, troubles = build(SHIPPED, additions.encode())
    assert not troubles
    return gazetteer


def states(gazetteer: Gazetteer, text: str) -> list[str]:
    """Give the states that a text names, in order."""
    return [each.state for each in gazetteer.find(text)]


def test_a_name_is_taken_away() -> None:
    """What an archive removes is found no more; the other names of the state are."""
    gazetteer = changed('[[state]]\nid = "NLD"\nremove = ["Holland"]\nsource = "s"\n')

    assert states(gazetteer, "Holland and the Netherlands") == ["NLD"]


def test_a_name_passes_to_another_state() -> None:
    """The order of the tables does not matter."""
    give = '[[state]]\nid = "x-rhodesia"\nname = "Rhodesia"\nsource = "s"\n'
    take = '[[state]]\nid = "ZWE"\nremove = ["Rhodesia"]\nsource = "s"\n'

    assert states(changed(give + take), "the note of Rhodesia") == ["x-rhodesia"]
    assert states(changed(take + give), "the note of Rhodesia") == ["x-rhodesia"]


def test_a_shared_form_stays_with_the_other_state() -> None:
    """`Congo` is the Democratic Republic's alone once the Republic gives it up."""
    gazetteer = changed('[[state]]\nid = "COG"\nremove = ["Congo", "Congolese"]\nsource = "s"\n')

    assert states(gazetteer, "Sources in the Congo and Congolese miners") == ["COD", "COD"]


def test_a_state_is_forbidden() -> None:
    """All names of a state are set aside with the archive's reason, and it is in no list."""
    gazetteer = changed('[[not_a_state]]\nid = "TWN"\nreason = "not listed here"\nsource = "s"\n')

    explained = gazetteer.explain("the note of Taiwan")

    assert explained == (SetAside(start=12, end=18, form="Taiwan", reason="not listed here"),)
    assert "TWN" not in gazetteer.by_id


def test_a_form_that_the_forbidden_state_shared_is_the_others() -> None:
    """Without Dominica, `Dominican` means the Dominican Republic."""
    gazetteer = changed('[[not_a_state]]\nid = "DMA"\nsource = "s"\n')

    assert states(gazetteer, "the Dominican delegate") == ["DOM"]


def test_what_is_shipped_as_no_state_counts_when_an_archive_lists_it() -> None:
    """`Northern Ireland` is named for the United Kingdom, or as an entity of its own."""
    named = '[[state]]\nid = "GBR"\naliases = ["Northern Ireland"]\nsource = "s"\n'
    own = '[[state]]\nid = "x-northern-ireland"\nname = "Northern Ireland"\nsource = "s"\n'

    assert states(changed(named), "in Northern Ireland") == ["GBR"]
    assert states(changed(own), "in Northern Ireland") == ["x-northern-ireland"]
    assert states(changed(""), "in Northern Ireland") == []


def test_an_abbreviation_that_an_archive_lists_needs_no_explanation() -> None:
    """`PNG` counts everywhere as soon as the archive lists it."""
    gazetteer = changed('[[state]]\nid = "PNG"\naliases = ["PNG"]\nsource = "s"\n')

    assert states(gazetteer, "the note of PNG arrived") == ["PNG"]
    assert states(changed(""), "the note of PNG arrived") == []


MISTAKES = {
    "nothing to remove": (
        '[[state]]\nid = "NLD"\nsource = "s"\nremove = ["Hollend"]\n',
        "A-054",
        'Closest: "Holland".',
    ),
    "removed from no state": (
        '[[state]]\nid = "x-a"\nname = "Aa"\nsource = "s"\nremove = ["B"]\n',
        "A-054",
        "What only",
    ),
    "neither name nor id": ('[[not_a_state]]\nsource = "s"\n', "A-055", "Write either"),
    "name and id": ('[[not_a_state]]\nname = "Aa"\nid = "NLD"\nsource = "s"\n', "A-055", "Write either"),
    "forbidden and unknown": ('[[not_a_state]]\nid = "Holland"\nsource = "s"\n', "A-050", "Closest: NLD"),
    "a list": ('[[state]]\nid = "NLD"\nsource = "s"\nremove = "Holland"\n', "A-005", "remove"),
    "still another's": (
        '[[state]]\nid = "BEL"\nsource = "s"\naliases = ["Holland"]\n',
        "A-053",
        'remove = ["Holland"]',
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_what_to_do(mistake: str) -> None:
    """Each mistake has its code, its line and a hint; the rest of the gazetteer stands."""
    source, code, hint = MISTAKES[mistake]

    gazetteer, troubles = build(SHIPPED, source.encode())

    assert [(code, 1)] == [(trouble.code, trouble.line) for trouble in troubles]
    assert hint in f"{troubles[0].message} {troubles[0].hint}"
    assert states(gazetteer, "Norway and Belgium") == ["NOR", "BEL"]


def test_a_name_that_can_be_removed_is_no_mistake() -> None:
    """The near miss of A-054 and A-055: spellings are matched as texts are, and one of name and id is given."""
    _, troubles = build(
        SHIPPED,
        b'[[state]]\nid = "CIV"\nsource = "s"\nremove = ["COTE D\'IVOIRE"]\n'
        b'[[not_a_state]]\nid = "NIU"\nsource = "s"\n',
    )

    assert not troubles


def test_explain_lists_every_name_of_a_state_in_a_seed() -> None:
    """Each line tells the state and the kind of name, or why the name does not count."""
    inputs = Inputs(
        name="a",
        seeds=Files({"one.txt": b"A note\n\nThe Norwegian Red Cross met.\nThe Norwegian note, and Ruritania's."}),
        sources=Files({STATES: b'[[state]]\nid = "x-r"\nname = "Ruritania"\nsource = "s"\n'}),
        templates={},
        static={},
        states=SHIPPED,
    )

    told = explanations.of_seed("one.txt", inputs).states

    assert [(each.line, each.form, each.state, each.told) for each in told] == [
        (3, "Norwegian", "", "part of the name of an organisation: Norwegian Red Cross"),
        (4, "Norwegian", "NOR", "Norway, by demonym"),
        (4, "Ruritania", "x-r", "Ruritania, by name"),
    ]


def test_kinds_of_names_are_kept() -> None:
    """An added name, alias and demonym are found as what they are."""
    gazetteer = changed(
        '[[state]]\nid = "x-r"\nname = "Ruritania"\naliases = ["Ruri"]\ndemonyms = ["Rurian"]\nsource = "s"\n'
    )

    found = gazetteer.find("Ruritania, Ruri and the Rurian envoy")

    assert [each.kind for each in found if isinstance(each, Found)] == ["name", "alias", "demonym"]


@pytest.mark.parametrize(("name", "address"), [("Приднестровье", "pridnestrove"), ("Sápmi", "sapmi")])
def test_a_state_named_in_any_script_has_an_address(name: str, address: str) -> None:
    """Its name in plain letters, those of other scripts romanised."""
    gazetteer = changed(f'[[state]]\nid = "x-r"\nname = "{name}"\nsource = "s"\n')

    assert [state.slug for state in gazetteer.states if state.id == "x-r"] == [address]
