"""What counts as a mention of a state, sentence by sentence; each folder of cases holds one kind of collision."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.gazetteer import Found, Gazetteer, SetAside, build

CASES = Path(__file__).parent / "cases" / "gazetteer"
SENTENCES = sorted(CASES.glob("*/sentences.txt"))


@pytest.fixture(scope="session")
def gazetteer(root: Path) -> Gazetteer:
    """Give the shipped gazetteer."""
    return build((root / "muniment" / "data" / "states.json").read_bytes())[0]


@pytest.mark.parametrize("path", SENTENCES, ids=lambda path: path.parent.name)
def test_each_sentence_names_the_states_before_its_bar(path: Path, gazetteer: Gazetteer) -> None:
    """A line reads `IDS | sentence`, with ⏎ for a line end; exactly these states are found."""
    lines = [line.partition("| ") for line in path.read_text(encoding="utf-8").splitlines()]
    expected = [(sorted(ids.split()), sentence) for ids, _, sentence in lines]

    actual = [
        (sorted({found.state for found in gazetteer.find(sentence.replace("⏎", "\n"))}), sentence)
        for _, sentence in expected
    ]

    assert expected == actual


SHIPPED = Path("muniment") / "data" / "states.json"


def test_a_mention_knows_its_place_form_and_kind(gazetteer: Gazetteer) -> None:
    """The form leaves the possessive out and keeps the line end that stands in it."""
    found = gazetteer.find("Norway’s reply to Costa\nRica and the Norwegian note to Burma")

    expected = [
        ("NOR", 0, "Norway", "name"),
        ("CRI", 18, "Costa\nRica", "name"),
        ("NOR", 37, "Norwegian", "demonym"),
        ("MMR", 55, "Burma", "alias"),
    ]
    assert expected == [(each.state, each.start, each.form, each.kind) for each in found]


def test_what_is_set_aside_says_why(gazetteer: Gazetteer) -> None:
    """An explanation quotes the longer name."""
    explained = gazetteer.explain("The Norwegian Red Cross met the Government of Peru.")

    expected = [
        SetAside(
            start=4,
            end=13,
            form="Norwegian",
            reason="part of the name of an organisation: Norwegian Red Cross",
        ),
        Found(state="PER", start=46, end=50, form="Peru", kind="name"),
    ]
    assert expected == list(explained)


def test_all_parts_of_a_document_decide_a_shared_name(gazetteer: Gazetteer) -> None:
    """`Korean` in one paragraph is decided by `North Korea` in another; offsets stay those of the paragraph."""
    found = gazetteer.find_all(("North Korea replied.", "", "The Korean note"))

    expected = [[("PRK", 0)], [], [("PRK", 4)]]
    assert expected == [[(each.state, each.start) for each in part] for part in found]


def test_every_state_is_found_under_its_preferred_and_official_name(gazetteer: Gazetteer) -> None:
    """All names of kind `name` are found, as printed and in capitals."""
    named = [(state, form) for state in gazetteer.states for form in (state.name, state.official)]

    expected = [[state.id] for state, _ in named for _ in range(2)]
    actual = [
        [each.state for each in gazetteer.find(f"on behalf of {written}, the agent")]
        for _, form in named
        for written in (form, form.upper())
    ]

    assert expected == actual


def test_every_form_that_is_no_exception_is_found(gazetteer: Gazetteer) -> None:
    """Each listed name is found whole, unless it depends on the text: its language, its other names."""
    shared = set(gazetteer.entries.shared)
    flags = ("combining", "defined", "german", "guarded", "nordic")
    dependent = shared | {"Indians"} | {form for flag in flags for form in gazetteer.entries.flags[flag]}
    wrong = [
        (state.id, form)
        for state in gazetteer.states
        for form, _ in state.names
        if form not in dependent
        and [(each.state, each.form) for each in gazetteer.find(f"The note of {form} arrived.")] != [(state.id, form)]
    ]

    assert not wrong


def test_members_and_observers_are_complete(gazetteer: Gazetteer) -> None:
    """193 members, two observers; every address is a state's own."""
    standings = [state.standing for state in gazetteer.states]

    expected = (193, 2)
    assert expected == (standings.count("member"), standings.count("observer"))
    assert len(standings) == len({state.slug for state in gazetteer.states})


PARTS = st.sampled_from(
    [
        *(
            "Norway",
            "Norwegian",
            " ",
            "\n",
            "\n\n",
            ", ",
            "Red Cross",
            "University of ",
            "Serbia and Montenegro",
            "Congo",
        ),
        *(
            "Korea, ",
            "US",
            "’s",
            "-",
            "Georgia",
            "Chad Smith",
            "United ",
            "and ",
            "in French",
            ".",
            "Rép",
            "\u00ad",
            "ʼ",
            "(",
        ),
    ]
)


@given(st.lists(PARTS, max_size=30).map("".join))
def test_mentions_stand_in_order_and_are_what_the_text_prints(gazetteer: Gazetteer, text: str) -> None:
    """Whatever the text, what is found or set aside does not overlap and its form is the text's."""
    explained = gazetteer.explain(text)

    assert [each.form for each in explained] == [text[each.start : each.end] for each in explained]
    assert all(one.end <= other.start for one, other in pairwise(explained))


LONG = ["Norway ", "Norwegian Red Cross ", "United ", "Georgia Chad ", "Grenade ", "Norway/", "Anglo-German ", "A <"]


@pytest.mark.parametrize("part", LONG)
def test_a_long_text_takes_steps_in_proportion(part: str, gazetteer: Gazetteer) -> None:
    """A text of its own parts, however long, is read to the end; each part is looked at once."""
    few, many = gazetteer.explain(part * 10), gazetteer.explain(part * 5000)

    assert len(few) * 500 == len(many)


def test_an_archive_adds_names(root: Path) -> None:
    """Additions give a state further names, add a state, and set names aside."""
    additions = (
        '[[state]]\nid = "BIH"\naliases = ["B & H"]\nsource = "a letter"\n'
        '[[state]]\nid = "x-ruritania"\nname = "Ruritania"\ndemonyms = ["Ruritanian"]\nsource = "a novel"\n'
        '[[not_a_state]]\nname = "Peru Balsam"\nsource = "a recipe"\n'
    )

    extended, troubles = build((root / SHIPPED).read_bytes(), additions.encode())

    found = extended.find("The B & H agent and a Ruritanian bought Peru Balsam in Bosnia.")
    expected = [("BIH", "B & H"), ("x-ruritania", "Ruritanian"), ("BIH", "Bosnia")]
    assert not troubles
    assert expected == [(each.state, each.form) for each in found]
    added = extended.by_id["x-ruritania"]
    assert (added.name, added.standing, added.slug) == ("Ruritania", "other", "ruritania")


def test_an_archive_makes_a_foreign_name_count_everywhere(root: Path) -> None:
    """A German name counts in an English text as soon as the archive lists it."""
    additions = b'[[state]]\nid = "CHE"\naliases = ["Schweiz"]\nsource = "a letter"\n'

    extended, _ = build((root / SHIPPED).read_bytes(), additions)

    assert [each.state for each in extended.find("The envoy of the Schweiz came.")] == ["CHE"]


@pytest.mark.parametrize("language", ["german", "nordic"])
def test_names_in_a_language_are_found_in_its_texts(language: str, gazetteer: Gazetteer) -> None:
    """Each name is found whole in a text of its language."""
    words = {"german": "der und das ist nicht mit von auf", "nordic": "og det som er ikke med til av"}[language]
    ids = {form: state.id for state in gazetteer.states for form, _ in state.names}

    wrong = [
        form
        for form in sorted(gazetteer.entries.flags[language])
        if [each.state for each in gazetteer.find(f"{words}: {form}; {words}")] != [ids[form]]
    ]

    assert not wrong


MISTAKES = {
    "A-001": "[[state]\n",
    "A-003": '[[state]]\nid = "BIH"\nalias = ["B"]\nsource = "s"\n',
    "A-004": '[[state]]\nid = "BIH"\n',
    "A-005": '[[state]]\nid = "BIH"\nsource = "s"\naliases = "Bosna"\n',
    "A-050": '[[state]]\nid = "Bosnia"\nsource = "s"\n',
    "A-051": '[[state]]\nid = "BIH"\nsource = "s"\n\n[[state]]\nid = "BIH"\nsource = "s"\n',
    "A-052": '[[state]]\nid = "BIH"\nsource = "s"\naliases = ["bosna"]\n',
    "A-053": '[[state]]\nid = "BIH"\nsource = "s"\naliases = ["Norway"]\n',
}


@pytest.mark.parametrize("code", MISTAKES)
def test_a_mistake_in_the_additions_is_a_problem_with_its_line(code: str, root: Path) -> None:
    """Each mistake is told with its code and line, and the gazetteer stands without the table."""
    gazetteer, troubles = build((root / SHIPPED).read_bytes(), MISTAKES[code].encode())

    expected = [(code, 5 if code == "A-051" else 1)]
    assert expected == [(trouble.code, trouble.line) for trouble in troubles]
    assert gazetteer.by_id["BIH"].name == "Bosnia and Herzegovina"


def test_a_misspelt_key_and_id_come_with_the_nearest(root: Path) -> None:
    """Suggestions name the key, and the state."""
    content = (root / SHIPPED).read_bytes()

    hints = [build(content, MISTAKES[code].encode())[1][0].hint for code in ("A-003", "A-050")]

    assert hints[0].startswith('Did you mean "aliases"?')
    assert hints[1].startswith("Closest: BIH, Bosnia and Herzegovina.")


def test_additions_that_are_not_utf_8_are_a_problem(root: Path) -> None:
    """The line of the first bad byte is named."""
    _, troubles = build((root / SHIPPED).read_bytes(), b"# a\n# \xe9\n")

    expected = [("A-002", 2)]
    assert expected == [(trouble.code, trouble.line) for trouble in troubles]


def test_the_declaration_names_each_state_once(gazetteer: Gazetteer, seeds: dict[str, bytes]) -> None:
    """The real list of 46 states gives 46 states; the other seeds give what an editor counts in them."""
    counts = {name[:3]: gazetteer.find(content.decode("utf-8")) for name, content in seeds.items()}

    expected = {"000": (8, 6), "001": (47, 46), "002": (8, 7), "003": (3, 1), "004": (20, 5)}
    assert expected == {name: (len(found), len({each.state for each in found})) for name, found in counts.items()}
