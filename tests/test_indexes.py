"""An archive becomes a timeline and an index of states."""

import pytest

from muniment import indexes
from muniment.model import Archive, EventSetting, StageSetting, Timeline
from muniment.words import ENGLISH
from tests.archives import assembled, claim, date, reading

SEED = """Norway and Sweden met on 1 May 1990. They will meet again in June, or early in 1992.

Others remember 1950, and the deadline of 1995, and the side event.
"""
STAGES = (
    StageSetting(id="first", name="First"),
    StageSetting(id="second", name="Second", missing="The minutes."),
    StageSetting(id="third", name="Third"),
)
EVENTS = (
    EventSetting(
        id="opening",
        name="Opening",
        stage="first",
        relation="stage",
        dates=(date("1990-05-01", "1 May 1990"),),
    ),
    EventSetting(
        id="second-meeting",
        name="Second meeting",
        stage="second",
        relation="stage",
        dates=(date("1990-06", "in June", "planned"), date("1992", "early in 1992", "target")),
    ),
    EventSetting(id="deadline", name="Deadline", relation="deadline", dates=(date("1995", "1995", "target"),)),
    EventSetting(id="side", name="Side event", stage="first", relation="side"),
    EventSetting(id="context", name="Context", relation="context", dates=(date("1990", "1990"),)),
    EventSetting(id="long-ago", name="Long ago", relation="background", dates=(date("1950", "1950"),)),
    EventSetting(id="later", name="Later", relation="after"),
)


def _archive(**dates: tuple[str, str]) -> Archive:
    others = [reading(name, "Words.\n", date=day, event=event) for name, (day, event) in dates.items()]
    made, problems = assembled(reading("a", SEED, date="1990"), *others, stages=STAGES, events=EVENTS)
    assert problems == ()
    return made


def _between(line: Timeline) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(each.after, each.before, each.documents) for each in line.between]


def test_stages_stand_in_the_archives_order_with_every_date() -> None:
    """A stage shows its strongest status and each date its own; one without evidence is unknown and still there."""
    line = indexes.timeline(_archive())

    assert [(stage.id, stage.status, [(d.edtf, d.status) for d in stage.dates]) for stage in line.stages] == [
        ("first", "held", [("1990-05-01", "held")]),
        ("second", "planned", [("1990-06", "planned"), ("1992", "target")]),
        ("third", "unknown", []),
    ]
    assert line.stages[1].missing == "The minutes."


def test_documents_belong_to_the_stage_of_their_event() -> None:
    """Side events of a stage count; a document without an event belongs to none."""
    line = indexes.timeline(_archive(b=("1990-05-01", "opening"), c=("1990-05-02", "side"), d=("1990-05-03", "")))

    assert [stage.documents for stage in line.stages] == [("b", "c"), (), ()]


def test_events_stand_before_beside_and_after_by_date() -> None:
    """Every event that is no stage is shown somewhere; undated ones come last."""
    line = indexes.timeline(_archive())

    assert [event.id for event in line.before] == ["long-ago"]
    assert [event.id for event in line.beside] == ["context", "deadline", "side"]
    assert [event.id for event in line.after] == ["later"]


def test_documents_of_no_stage_stand_between_the_stages_by_date() -> None:
    """A stage is placed by its strongest status, and one without a date stands before or after nothing."""
    line = indexes.timeline(
        _archive(b=("1990-05-01", ""), c=("1990-05-20", ""), d=("1990-04", ""), e=("1991", ""), f=("", ""))
    )

    assert _between(line) == [
        ("", "first", ("d",)),
        ("first", "second", ("b", "c")),
        ("", "", ("a",)),
        ("second", "", ("e",)),
    ]


@pytest.mark.parametrize(
    ("day", "after", "before"),
    [
        ("1990", "", ""),
        ("1990-04", "", "first"),
        ("1990-04/1990-05", "", "second"),
        ("1990-05", "first", "second"),
        ("1990-06", "first", ""),
        ("1990-06-01", "first", ""),
        ("1990-06-30", "second", ""),
        ("[1990-04-30,1990-07-01]", "", ""),
        ("../1990-04", "", "first"),
        ("1990-07/..", "second", ""),
    ],
)
def test_a_place_in_time_is_never_more_than_the_dates_prove(day: str, after: str, before: str) -> None:
    """The first meeting began on 1 May, the second at some day of June: what overlaps either is not before or after."""
    line = indexes.timeline(_archive(b=(day, "")))

    assert [(each.after, each.before) for each in line.between if "b" in each.documents] == [(after, before)]


def test_an_archive_without_stages_has_one_row_of_documents() -> None:
    """Dated documents stand in order; the undated one has no place in time."""
    made, _ = assembled(
        *(reading(name, "Words.\n", date=day) for name, day in (("b", "1990"), ("c", ""), ("d", "1980")))
    )

    assert _between(indexes.timeline(made)) == [("", "", ("d", "b"))]


def test_words_without_a_date_hold_no_place_in_time() -> None:
    """An event that is attested without a date is shown, and nothing is placed by it."""
    event = EventSetting(id="e", name="E", stage="first", relation="stage", dates=(date("", "Norway", printed=""),))
    made, problems = assembled(reading("a", SEED, date="1990"), stages=STAGES, events=(event,))
    line = indexes.timeline(made)

    assert problems == ()
    assert [stage.status for stage in line.stages] == ["held", "unknown", "unknown"]
    assert _between(line) == [("", "", ("a",))]


LIST = "Austria, Belgium, Chile, Denmark, Egypt, Finland, Ghana and Norway agreed.\n"


def test_each_state_has_its_mentions_in_order_and_its_claims() -> None:
    """Mentions stand in the archive's order of documents, then in that of the words."""
    made, _ = assembled(
        reading("b", "Then Norway. And Norway.\n", date="1991"),
        reading("a", LIST, date="1990"),
        claims=(claim("NOR", quote="Norway agreed", relation="endorsed"), claim("NOR", "BEL", quote=LIST.strip())),
    )
    entries = {entry.state.id: entry for entry in indexes.build(made).states}

    assert list(entries) == ["AUT", "BEL", "CHL", "DNK", "EGY", "FIN", "GHA", "NOR"]
    assert [(mention.document, mention.start) for mention in entries["NOR"].mentions] == [
        ("a", 60),
        ("b", 5),
        ("b", 17),
    ]
    assert [each.relation for each in entries["NOR"].claims] == ["endorsed", "host"]


def test_states_are_grouped_by_letter_and_by_role() -> None:
    """Roles nobody has are left out."""
    made, _ = assembled(reading("a", "Åland, Albania and Chile.\n"), claims=(claim("CHL", quote="Chile"),))
    entries = indexes.build(made).states

    letters = indexes.by_letter(entries, ENGLISH.alphabet)

    assert [(letter, [e.state.id for e in group]) for letter, group in letters][-1] == ("C", ["CHL"])
    assert [(r.id, [e.state.id for e in group]) for r, group in indexes.by_relation(made, entries)] == [
        ("host", ["CHL"])
    ]


def test_the_matrix_counts_mentions_by_document() -> None:
    """One column a document in the archive's order."""
    made, _ = assembled(reading("b", "Norway. Norway.\n", date="1991"), reading("a", "Norway.\n", date="1990"))

    ((entry, counts),) = indexes.matrix(made, indexes.build(made).states)

    assert (entry.state.id, counts) == ("NOR", (1, 2))


def _only_listed(*texts: str) -> list[str]:
    made, _ = assembled(*(reading(f"d{number}", text) for number, text in enumerate(texts)))
    lists = indexes.listed(made)
    return [entry.state.id for entry in indexes.build(made).states if indexes.is_named_only_in_list(entry, lists)]


def test_a_state_of_which_nothing_is_said_is_named_only_in_a_list() -> None:
    """Eight states in one paragraph are a list; a mention anywhere else is more than a list."""
    assert _only_listed(LIST, "Then Norway spoke.\n") == ["AUT", "BEL", "CHL", "DNK", "EGY", "FIN", "GHA"]


def test_seven_states_in_a_paragraph_are_no_list() -> None:
    """The near miss: a sentence may name several states."""
    assert _only_listed(LIST.replace("Austria, ", "")) == []


def test_a_state_on_each_line_is_a_list() -> None:
    """Eight paragraphs that are nothing but a state's name are a list as well; the sentence behind them is not."""
    names = LIST.removesuffix(" agreed.\n").replace(" and ", ", ").split(", ")

    assert len(_only_listed("\n\n".join(names) + "\n\nNorway spoke.\n")) == 7
