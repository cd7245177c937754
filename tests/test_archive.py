"""Readings and curated files become an archive in which every quotation has its passage."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.archive.sentences import around, bounds
from muniment.archive.stretches import find
from muniment.model import EventSetting, Evidence, FigureSetting, Note
from muniment.problems import worded
from muniment.words import folded
from tests.archives import assembled, attested, claim, date, reading

SEED = """Harbour news
Date: 1 May 1990
Norway and Sweden met on 1 May. Norway hosted the meeting.

They meet again in June, or in July. So Denmark said.

They meet again in June, or in July. So Finland said.
"""
A = reading("a", SEED, lifted=2, date="1990-05-01")


def _codes(*readings: object, **settings: object) -> list[str]:
    return [problem.code for problem in assembled(*readings, **settings)[1]]


def _sentences(text: str) -> list[str]:
    starts = (*bounds(text), len(text))
    return [text[one:two].strip() for one, two in pairwise(starts)]


def test_a_mention_has_its_sentence_and_its_place_in_the_seed() -> None:
    """Form, sentence, anchor, offset in the block, line and offset in the seed are those of the words."""
    made, problems = assembled(A)

    assert problems == ()
    assert [(m.state, m.anchor, m.start, m.seed_line, m.seed_start, m.quote) for m in made.documents[0].mentions] == [
        ("NOR", "p1", 0, 3, 0, "Norway and Sweden met on 1 May."),
        ("SWE", "p1", 11, 3, 11, "Norway and Sweden met on 1 May."),
        ("NOR", "p1", 32, 3, 32, "Norway hosted the meeting."),
        ("DNK", "p2", 40, 5, 40, "So Denmark said."),
        ("FIN", "p3", 40, 7, 40, "So Finland said."),
    ]


def test_mentions_in_metadata_lines_come_first() -> None:
    """A lifted line has its anchor, and its mention the seed's line."""
    made, _ = assembled(reading("a", "Embassy of Peru\nNorway met.\n", lifted=1))

    assert [(m.state, m.anchor, m.seed_line, m.seed_start) for m in made.documents[0].mentions] == [
        ("PER", "m1", 1, 11),
        ("NOR", "p1", 2, 0),
    ]


def test_a_mention_behind_layout_marks_has_its_offset_in_the_seed() -> None:
    """The offset counts characters of the seed's line, marks included."""
    made, _ = assembled(reading("a", "**Then Norway met.**\n", "Then Norway met.\n"))
    (mention,) = made.documents[0].mentions

    assert (mention.start, mention.seed_line, mention.seed_start) == (5, 1, 7)


def test_a_name_over_two_lines_of_the_seed_begins_on_the_first() -> None:
    """Form and place are those of the first word; the line end stays in the form."""
    made, _ = assembled(reading("a", "It was New\nZealand that came.\n"))
    (mention,) = made.documents[0].mentions

    assert (mention.form, mention.seed_line, mention.seed_start) == ("New\nZealand", 1, 7)


def test_an_emended_name_has_the_line_of_the_words_before_it() -> None:
    """What an editor wrote does not stand in the seed; the line leads near it, the offset is 0."""
    note = Note(kind="emendation", at="p1", quote="Norwy", text="Norwy to Norway", by="E")
    made, _ = assembled(reading("a", "Then came Norwy.\n", "Then came Norway.\n", notes=(note,)))
    (mention,) = made.documents[0].mentions

    assert (mention.start, mention.seed_line, mention.seed_start) == (10, 1, 0)


def test_a_withdrawn_document_has_no_mentions_and_cannot_be_cited() -> None:
    """Its words are not shown, so nothing may rest on them."""
    withdrawn = reading("a", "Norway hosted it.\n", withdrawn="At the creator's request.")
    made, problems = assembled(withdrawn, claims=(claim("NOR", quote="Norway hosted it"),))

    assert made.documents[0].mentions == ()
    assert made.states == ()
    assert [problem.code for problem in problems] == ["A-028"]


def test_documents_are_sorted_by_date_then_id_undated_last() -> None:
    """A range goes by its first day; a date that is not EDTF is reported elsewhere and counts as none here."""
    dates = {"e": "1990-05-01", "d": "1990-05-01", "c": "", "b": "1989", "a": "1990-04-30/1990-05-02"}
    readings = [reading(name, "Words.\n", date=date) for name, date in dates.items()]
    made, _ = assembled(*readings)

    assert [document.id for document in made.documents] == ["b", "a", "d", "e", "c"]


def test_states_are_sorted_with_diacritics_folded() -> None:
    """Côte d'Ivoire stands between Costa Rica and Croatia; only what occurs is listed."""
    made, _ = assembled(reading("a", "Croatia, Costa Rica and Côte d’Ivoire came.\n"))

    assert [state.id for state in made.states] == ["CRI", "CIV", "HRV"]


@pytest.mark.parametrize(("label", "expected"), [("Åland", "aland"), ("Łódź", "lodz"), ("Færøerne", "faeroerne")])
def test_labels_fold(label: str, expected: str) -> None:
    """Letters with marks sort as their plain letters."""
    assert folded(label) == expected


def test_evidence_is_resolved_where_its_line_is_shown() -> None:
    """A lifted line is cited by its anchor, a repeated wording by the paragraph of its line."""
    evidence = (
        ("date", (attested(2, "Date: 1 May 1990"),)),
        ("event", (attested(7, "in June, or in July"),)),
        ("place", (Evidence(line=0, quote="", basis="supplied", source="a letter"),)),
    )
    made, problems = assembled(reading("a", SEED, lifted=2, evidence=evidence))

    assert problems == ()
    assert [
        (field, [(passage.anchor, passage.seed_line, basis) for passage, basis in passages])
        for field, passages in made.documents[0].evidence
    ] == [("date", [("m2", 2, "attested")]), ("event", [("p3", 7, "attested")])]


def test_evidence_that_no_paragraph_shows_is_reported() -> None:
    """The words stand in the seed, but in no paragraph as one stretch."""
    evidence = (("title", (attested(1, "Two words"),)),)
    made, problems = assembled(reading("a", "Two words\n", "Two\n\nwords\n", evidence=evidence))

    assert made.documents[0].evidence == ()
    assert [(problem.code, problem.path) for problem in problems] == [("A-026", "site_src/documents/a.md")]


def test_a_claim_becomes_one_for_each_state() -> None:
    """Each has the passage with its exact words, and the context if there is one."""
    claims = (claim("SWE", "NOR", quote="Norway and  Sweden met", context="So Denmark said."),)
    made, problems = assembled(A, claims=claims)

    assert problems == ()
    assert [(c.state, c.passage.anchor, c.passage.quote, c.passage.seed_line) for c in made.claims] == [
        ("SWE", "p1", "Norway and Sweden met", 3),
        ("NOR", "p1", "Norway and Sweden met", 3),
    ]
    assert made.claims[0].context is not None
    assert made.claims[0].context.anchor == "p2"


def test_a_claimed_state_is_listed_without_a_mention() -> None:
    """An inferred claim need not name its state; the index has it all the same."""
    made, problems = assembled(A, claims=(claim("PER", quote="They meet again", at="p3", basis="inferred"),))

    assert problems == ()
    assert "PER" in [state.id for state in made.states]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"document": "b"}, "A-018"),
        ({"states": ("NRW",)}, "A-019"),
        ({"quote": "Norway hosted a meeting"}, "A-020"),
        ({"quote": "They meet again in June"}, "A-021"),
        ({"at": "p9"}, "A-022"),
        ({"at": "p2"}, "A-023"),
        ({"states": ("SWE",)}, "A-024"),
        ({"context": "nowhere"}, "A-020"),
    ],
)
def test_a_claim_that_cannot_stand_is_reported_and_left_out(changed: dict[str, object], code: str) -> None:
    """Each reason has its code."""
    words = {"states": ("NOR",), "quote": "Norway hosted the meeting", **changed}
    made, problems = assembled(A, claims=(claim(*words.pop("states"), **words),))

    assert [problem.code for problem in problems] == [code]
    assert made.claims == ()


def test_a_claim_made_twice_is_reported() -> None:
    """The same state, relation and words: one of the two is a slip."""
    claims = (claim("NOR", quote="Norway hosted"), claim("NOR", quote="Norway hosted the meeting", line=9))
    made, problems = assembled(A, claims=claims)

    assert len(made.claims) == 1
    assert [(problem.code, problem.line) for problem in problems] == [("A-030", 9)]


def test_a_quotation_found_twice_is_settled_by_its_anchor() -> None:
    """`at` chooses the paragraph; an anchor of the words' second place gives that one."""
    made, problems = assembled(A, claims=(claim("FIN", quote="or in July. So Finland", at="p3"),))

    assert problems == ()
    assert made.claims[0].passage.seed_line == 7


def test_messages_suggest_what_was_meant() -> None:
    """What stands there instead is shown; what is near is asked for."""
    claims = (
        claim("NOR", quote="Norway has hosted the meeting"),
        claim("Bosnia-Hercegovina", quote="Norway and Sweden met"),
        claim("NOR", quote="They meet again in June", basis="inferred"),
    )
    _, problems = assembled(A, claims=claims)

    assert [worded(problem) for problem in problems] == [
        'site_src/claims.toml:1: A-019 no state has the id "Bosnia-Hercegovina".\n    Ids are ISO 3166-1'
        ' alpha-3; site_src/authorities/states.toml adds others. Did you mean "BIH", Bosnia and Herzegovina?',
        'site_src/claims.toml:1: A-020 a does not read "Norway has hosted the meeting".\n    Nearest, at p1:'
        ' "May. Norway hosted the meeting.". Quote the exact words of one paragraph.',
        'site_src/claims.toml:1: A-021 a reads "They meet again in June" more than once: p2, p3.\n    Say which is'
        ' meant, like at = "p2", or quote more words.',
    ]


def test_events_keep_every_date_and_show_the_strongest_status() -> None:
    """Held is stronger than planned; the documents are those whose front matter names the event."""
    event = EventSetting(
        id="meeting",
        name="Meeting",
        dates=(date("1990-06", "in June", "planned", at="p2"), date("1990-05-01", "on 1 May")),
    )
    made, problems = assembled(reading("a", SEED, lifted=2, event="meeting"), A_WITHOUT_EVENT, events=(event,))

    assert problems == ()
    assert made.events[0].status == "held"
    assert [(d.edtf, d.status, d.passage.anchor) for d in made.events[0].dates] == [
        ("1990-06", "planned", "p2"),
        ("1990-05-01", "held", "p1"),
    ]
    assert made.events[0].documents == ("a",)


A_WITHOUT_EVENT = reading("b", "Words.\n")


def test_printed_words_and_figures_stand_in_their_quotation() -> None:
    """A wording that its quotation does not hold is reported."""
    event = EventSetting(id="m", name="M", dates=(date("1990-05-01", "on 1 May", printed="1st of May"),))
    figure = FigureSetting(
        figure="two", counted="states", verb="met", as_of="", document="a", quote="Norway and Sweden"
    )

    assert _codes(A, events=(event,), figures=(figure,)) == ["A-032", "A-029"]


def test_a_count_of_the_editors_own_says_so() -> None:
    """A figure that is not printed needs a text."""
    words = {"counted": "states", "verb": "met", "as_of": "", "document": "a", "quote": "Norway and Sweden"}
    figure = FigureSetting(figure="two", text="Counted in the sentence.", **words)

    assert _codes(A, figures=(figure,)) == []


@pytest.mark.parametrize(
    ("basis", "printed", "codes"),
    [
        ("inferred", "in June", []),
        ("inferred", "in May", ["A-029"]),
        ("attested", "in June", ["A-029"]),
        ("supplied", "in May", []),
    ],
)
def test_an_inferred_date_may_be_printed_elsewhere_in_its_document(basis: str, printed: str, codes: list[str]) -> None:
    """What is attested is printed in the very quotation."""
    event = EventSetting(id="m", name="M", dates=(date("1990-06", "Norway hosted", basis=basis, printed=printed),))

    assert _codes(A, events=(event,)) == codes


def test_a_figure_is_resolved() -> None:
    """Its figure stands in its quotation."""
    figure = FigureSetting(figure="1", counted="May", verb="met", as_of="1990", document="a", quote="met on 1 May")
    made, problems = assembled(A, figures=(figure,))

    assert problems == ()
    assert made.figures[0].passage.anchor == "p1"


@pytest.mark.parametrize(
    ("front", "codes"),
    [
        ({"kind": "reprot"}, ["A-016"]),
        ({"event": "nowhere"}, ["A-017"]),
        ({"translation_of": "c"}, ["A-027"]),
        ({"aliases": ("b",)}, ["A-031"]),
        ({"kind": "letter", "translation_of": "b", "aliases": ("c",)}, []),
    ],
)
def test_front_matter_that_leads_nowhere_is_reported(front: dict[str, object], codes: list[str]) -> None:
    """Kind, event, original and aliases are held against what there is, at their line of the front matter."""
    _, problems = assembled(reading("a", "Words.\n", **front), A_WITHOUT_EVENT)

    assert [problem.code for problem in problems] == codes
    assert all(problem.line > 1 for problem in problems)


def test_the_order_of_readings_does_not_matter() -> None:
    """The archive and its problems are the same in any order."""
    claims = (claim("NOR", quote="nowhere"), claim("NOR", quote="Norway hosted"))

    assert assembled(A, A_WITHOUT_EVENT, claims=claims) == assembled(A_WITHOUT_EVENT, A, claims=claims)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One came. Two went! Did three? Yes.", ["One came.", "Two went!", "Did three?", "Yes."]),
        ("Mr. Berg and H.E. Dr. Lie met J. Doe. They left.", ["Mr. Berg and H.E. Dr. Lie met J. Doe.", "They left."]),
        ("The U.S. Senate and No. 5 of Art. 3 stand. End.", ["The U.S. Senate and No. 5 of Art. 3 stand.", "End."]),
        ("He said no. They left.", ["He said no.", "They left."]),
        ("It ended in 2007. Then came 2008.", ["It ended in 2007.", "Then came 2008."]),
        ("1. Conclude by 1990. Then meet.", ["1. Conclude by 1990.", "Then meet."]),
        ("(iv) Meet again. Then part.", ["(iv) Meet again.", "Then part."]),
        ("“It works,” he said. “It does.” She left.", ["“It works,” he said.", "“It does.”", "She left."]),
        ("Wait … and see. what follows is small.", ["Wait … and see. what follows is small."]),
        ("It rained i.e. It poured.", ["It rained i.e. It poured."]),
        ("Norge, nr. 3, kap. 4. Så kom de.", ["Norge, nr. 3, kap. 4.", "Så kom de."]),
        ("到了。走了。", ["到了。", "走了。"]),
        ("A soft\nline. An end.", ["A soft\nline.", "An end."]),
        ("", [""]),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    """Abbreviations, initials, numbers and small letters end nothing."""
    assert _sentences(text) == expected


@given(st.text(alphabet="Aa1 .!?\n“”)(。", max_size=60), st.data())
def test_sentences_lose_nothing_and_hold_what_they_are_asked_for(text: str, chosen: st.DataObject) -> None:
    """Joined they are the text; a stretch stands in the sentence that is given for it."""
    starts = bounds(text)
    start = chosen.draw(st.integers(0, len(text)))
    end = chosen.draw(st.integers(start, len(text)))

    assert list(starts) == sorted(set(starts))
    assert starts[0] == 0
    at, sentence = around(text, starts, start, end)
    assert text[start:end].strip() in sentence
    assert text[at : at + len(sentence)] == sentence


def test_of_a_sentence_without_end_the_words_around_are_given() -> None:
    """Twenty thousand names in one sentence do not give twenty thousand copies of it."""
    made, _ = assembled(reading("a", f"Begin {'Norway and ' * 2_000}end.\n"))
    quotes = [mention.quote for mention in made.documents[0].mentions]

    assert quotes[0].startswith("Begin Norway and Norway")
    assert quotes[1_000].startswith("and Norway and")
    assert quotes[-1].endswith("Norway and end.")
    assert max(map(len, quotes)) <= 1_300


def test_long_runs_of_stops_take_no_time() -> None:
    """A paragraph of stops and spaces is read in one pass."""
    assert len(bounds("." * 200_000)) == 1
    assert len(bounds(" " * 200_000)) == 1
    assert len(bounds("A. " * 60_000)) == 1


@given(
    st.lists(st.sampled_from(["ab", "b.", "(c)", "*"]), min_size=1, max_size=6), st.sampled_from([" ", "\n", " \n "])
)
def test_only_white_space_may_differ_in_a_quotation(words: list[str], gap: str) -> None:
    """A quotation with single spaces is found in a text with any, at the bounds of its words."""
    printed = f"x {gap.join(words)} y"

    assert find(printed, " ".join(words)) == (2, len(printed) - 2) or words[0] in printed[:2]


@pytest.mark.parametrize("quote", ["Norway, hosted", "norway hosted", "Norway hosts"])
def test_nearly_the_same_words_are_not_found(quote: str) -> None:
    """Case and signs count."""
    assert find("Norway hosted it", quote) is None
