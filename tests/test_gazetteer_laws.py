"""Laws of the gazetteer: which states there are, what may be found without judging, how long hostile texts take."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.gazetteer import Found, Gazetteer, build
from muniment.gazetteer import deciding as decisions
from muniment.gazetteer.glued import Parted, part

CASES = Path(__file__).parent / "cases"
ROOT = CASES.parents[1]


GAZETTEER = build((ROOT / "muniment" / "data" / "states.json").read_bytes())[0]


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    """Give the shipped gazetteer."""
    return GAZETTEER


def test_every_state_has_the_standing_that_the_list_gives_it(gazetteer: Gazetteer) -> None:
    """The list, with its sources, names 193 members, the observers, the others and the former states; no more exist."""
    groups = (CASES / "states" / "standings.txt").read_text("utf-8")
    ids = [line.split() for line in re.split(r"\n?(?:#[^\n]*\n)+", groups) if line]

    expected = dict(zip(("member", "observer", "other", "former"), map(sorted, ids), strict=True))
    standings = {each.standing for each in gazetteer.states}
    assert len(expected["member"]) == 193
    assert expected == {
        standing: sorted(each.id for each in gazetteer.states if each.standing == standing) for standing in standings
    }


def test_no_name_is_borne_by_two_states_unless_it_is_declared(gazetteer: Gazetteer) -> None:
    """Forms of several states stand in the list of shared forms, with all their bearers."""
    bearers: dict[str, list[str]] = {}
    for state in gazetteer.states:
        for form, _ in state.names:
            bearers.setdefault(form, []).append(state.id)

    several = {form: sorted(ids) for form, ids in bearers.items() if len(ids) > 1}

    assert several == {form: sorted(ids) for form, (ids, _) in gazetteer.entries.shared.items()}


WORDS = st.sampled_from(
    (
        *(
            "the",
            "of",
            "in",
            "for",
            "and",
            "Norwegian",
            "Norway",
            "Georgia",
            "Jordan",
            "US",
            "Britain",
            "Peru",
            "Korea",
        ),
        *(
            "Red",
            "Cross",
            "Government",
            "Street",
            "University",
            "Lake",
            "Radio",
            "Smith",
            "Mr.",
            "war",
            "spruce",
            "New",
        ),
        *("ambassador", "text,", "note.", "speaks", "version", "Ohio", "dollars", "Jr.", "\n", "\n\n", "(", "said"),
    )
)


@given(st.lists(WORDS, max_size=14).map(" ".join))
def test_what_is_found_without_judging_would_be_found_with_it(text: str) -> None:
    """The short way for plain names gives what all rules give."""
    short = GAZETTEER.explain(text)
    judged = _judged_by_all_rules(GAZETTEER, text)

    assert judged == list(short)


def _judged_by_all_rules(gazetteer: Gazetteer, text: str) -> Sequence[object]:
    """Judge a text as if no hit were plain."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(decisions, "is_plain", lambda *_: False)
        return list(gazetteer.explain(text))


def test_the_short_way_holds_on_every_sentence_of_the_cases(gazetteer: Gazetteer) -> None:
    """No sentence of the cases is read otherwise by the short way."""
    texts = [path.read_text("utf-8").replace("⏎", "\n") for path in sorted(CASES.glob("gazetteer/*/sentences.txt"))]

    assert [list(gazetteer.explain(text)) for text in texts] == [
        _judged_by_all_rules(gazetteer, text) for text in texts
    ]


HOSTILE = (
    "Guinea-",
    "Guinea-Bissau-",
    "Democratic Republic of ",
    "United ",
    "ChadChile",
    "A1",
    "Norway1",
    "_",
    "Georgia, ",
    "New Norway ",
    "of the ",
    "Bank of the Republic of Norway for ",
    "US US ",
    "Serbia and Montenegro, ",
    "Norwegian and ",
    "\n",
    "Nor-\nway ",
    "Côte d'",
    "Tribunal for Rwanda (ICTR) and ",
)


@pytest.mark.parametrize("part_of", HOSTILE)
def test_what_a_part_gives_does_not_grow_with_the_text_around_it(part_of: str, gazetteer: Gazetteer) -> None:
    """Ten times the text gives at most ten times the answers, and comes to an end."""
    few, many = gazetteer.explain(part_of * 2_000), gazetteer.explain(part_of * 20_000)

    assert len(many) <= len(few) * 10 + 10


def test_a_parted_text_leads_back_to_the_printed_one(gazetteer: Gazetteer) -> None:
    """Offsets are those of the text as printed, and the form is what stands there."""
    text = "List: CongoCosta RicaCôte d'IvoireCroatia1, end"

    found = [each for each in gazetteer.explain(text) if isinstance(each, Found)]

    expected = [("COG", "Congo"), ("CRI", "Costa Rica"), ("CIV", "Côte d'Ivoire"), ("HRV", "Croatia")]
    assert expected == [(each.state, each.form) for each in found]
    assert [each.form for each in found] == [text[each.start : each.end] for each in found]


def test_only_names_are_parted() -> None:
    """A word in CamelCase stays whole unless a name ends, and another begins, where its letters meet."""
    heads = tails = {"Chad", "Chile"}

    assert part("McDonald iPhone ChadSmith TomChile Chad2014", heads, tails) is None
    assert part("ChadChile", heads, tails) == Parted("Chad\nChile", (4,))
    assert part("Chad12 14Chile", heads, tails) == Parted("Chad\n12 14\nChile", (4, 10))
