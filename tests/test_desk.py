"""One document on the desk: found by its names, its differences explained, its conflicts settled, its work listed."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniment import desk, edition, line
from muniment.model import Evidence, FrontMatter, Intervention, Note, Problem
from muniment.settings import ARCHIVE
from tests.trust import places

SEED = """\
Minutes of the harbour board

The board met at the customs house in the morning of the third day.

The mole was discussed, and many of the members spoke against it, and the the chair closed the debate.

Nobody objected to the dredging of the northern channel.
"""


@cache
def _drafted() -> dict[str, bytes]:
    return places.drafted({"minutes.txt": SEED.encode()})


def _inputs(body: str, seed: str = SEED, **front: object) -> line.Inputs:
    """Give an archive of one document whose edition a person has made read `body`."""
    drafted = _drafted()
    path = next(path for path in drafted if path.startswith("site_src/documents/"))
    read, _ = edition.read(path, drafted[path])
    assert read is not None
    source = edition.write(replace(read.front, **front), body)  # type: ignore[arg-type] # fields by name
    source = source.replace("\nkind:", "\n# as the book has it\nkind:")
    sources = {name: content for name, content in drafted.items() if name != path}
    return places.inputs({"minutes.txt": seed.encode()}, {**sources, path: source.encode()})


def _laid(body: str, seed: str = SEED, **front: object) -> desk.Desk:
    inputs = _inputs(body, seed, **front)
    holding = desk.find(inputs, "minutes.txt")
    assert isinstance(holding, desk.Holding)
    return desk.lay(inputs, holding)


BODY = SEED.partition("\n\n")[2]


def _explained(laid: desk.Desk) -> desk.Noted:
    notes = desk.explaining(desk.undocumented(laid), "A reason.", "E. Ditor")
    return desk.noted(laid, notes)


EDITS = {
    "a word left out": ("the the chair", "the chair", "omission", "− “the”"),
    "a word changed": ("many of", "most of", "emendation", "“many” → “most”"),
    "a word added": ("the mole", "the old mole", "emendation", "+ “old”"),
    "words at a line's beginning": ("Nobody objected", "No one objected", "emendation", "“Nobody” → “No one”"),
    "words at a line's end": ("northern channel.", "northern sound.", "emendation", "“channel.” → “sound.”"),
    "the first word": ("The board met", "A board met", "emendation", "“The” → “A”"),
    "a whole sentence": (
        "Nobody objected to the dredging of the northern channel.",
        "",
        "omission",
        "− “Nobody objected to the dredging of the northern channel.”",
    ),
    "words that stand apart on one line": (
        "many of the members spoke",
        "some of the people spoke",
        "emendation",
        "“many of the members” → “some of the people”",
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_a_change_is_explained_by_the_note_that_is_offered(name: str) -> None:
    """The kind follows from the change, the text names it, and nothing is left to explain or amiss."""
    old, new, kind, text = EDITS[name]
    body = BODY.replace(old, new) if old in BODY else BODY.replace("The mole", "The old mole")
    laid = _laid(body)

    (found,) = desk.undocumented(laid)
    noted = _explained(laid)

    assert found.note is not None
    assert (found.note.kind, found.note.text) == (kind, text)
    assert noted.troubles == ()
    assert desk.undocumented(noted.desk) == ()
    assert [each.code for each in noted.desk.problems] == []


def test_the_place_of_a_change_is_that_of_its_problem() -> None:
    """The line of the edition's file as E-007 gives it, and the line of the seed as the words do."""
    laid = _laid(BODY.replace("many of", "most of"))
    (problem,) = laid.problems
    (found,) = desk.undocumented(laid)

    assert (problem.code, problem.line) == ("E-007", found.line)
    assert f"Seed line {found.seed_line} " in problem.message
    assert found.seed_line == 5


def test_an_edition_without_changes_has_nothing_to_explain() -> None:
    """Differences of form, and words of notes that are there, are none."""
    assert desk.undocumented(_laid(BODY)) == ()
    assert desk.undocumented(_laid(BODY.replace("\n\n", "\n\n\n"))) == ()
    assert desk.undocumented(_explained(_laid(BODY.replace("many of", "most of"))).desk) == ()


def test_words_changed_over_two_paragraphs_are_left_to_the_person() -> None:
    """A note belongs to one paragraph; where none can explain a change, none is offered, and C-001 says so."""
    body = BODY.replace("closed the debate.\n\nNobody objected", "ended it.\n\nNo member minded, nor objected")
    laid = _laid(body.replace("ended it.\n\nNo member", "ended\n\nit, but no member"))

    without = [each for each in desk.undocumented(laid) if each.note is None]

    assert [desk.unexplainable(laid, each).code for each in without] == ["C-001"]
    assert [each for each in desk.undocumented(_laid(BODY.replace("many", "most"))) if each.note is None] == []


_WORD = st.sampled_from(["the", "board", "old", "of", "and", "mole.", "“so”", "1998", "(sic)", "then,"])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 200), st.sampled_from(["drop", "add", "swap"]), _WORD), max_size=6))
def test_whatever_is_noted_is_explained(edits: list[tuple[int, str, str]]) -> None:
    """After any edits of words: with the notes that are offered written in, only what got none is left."""
    paragraphs = [text.split() for text in BODY.strip().split("\n\n")]
    for at, what, word in edits:
        paragraph = paragraphs[at % len(paragraphs)]
        place = at % max(len(paragraph), 1)
        paragraph[place : place + (what != "add")] = [] if what == "drop" else [word]
    laid = _laid("\n\n".join(" ".join(words) for words in paragraphs if words) + "\n")
    before = desk.undocumented(laid)

    noted = _explained(laid)

    assert noted.troubles == ()
    assert len(desk.undocumented(noted.desk)) == sum(each.note is None for each in before)


def test_a_note_on_words_that_stand_finds_their_paragraph() -> None:
    """By its words, on a line if one is given; where they stand twice or nowhere, the caller is told so."""
    laid = _laid(BODY)
    sic = Note(kind="sic", at="", quote="the the chair")

    assert [note.at for note in desk.remark(laid, 0, sic)] == ["p2"]
    assert desk.remark(laid, laid.edition.body_line, sic) == ()  # type: ignore[union-attr] # it has an edition
    assert len(desk.remark(laid, 0, replace(sic, quote="the"))) == 3
    assert desk.remark(laid, 0, replace(sic, quote="the two chairs")) == ()


def test_documents_are_found_by_every_name() -> None:
    """Id, alias, beginning, path or name of either file; what is not alone is unclear, and so is what is nothing."""
    inputs = _inputs(BODY, aliases=("old-minutes",))
    (known,) = desk.every(inputs)
    names = (known.id, "old-minutes", known.path, "seeds/minutes.txt", "minutes.txt", "minutes", known.id[:5])
    other = replace(inputs, seeds=inputs.seeds.replaced({"minutes-2.txt": b"Other minutes\n\nWords.\n"}))

    assert [desk.find(inputs, name) for name in names] == [known] * len(names)
    assert desk.find(inputs, f"../archive/{known.path}") == known
    assert desk.find(other, "minutes.txt") == known
    unclear = desk.find(other, "inutes")
    assert isinstance(unclear, desk.Unclear)
    assert unclear.is_several
    assert desk.find(inputs, "mynutes.txt") == desk.Unclear(near=(known.name,), is_several=False)
    assert desk.find(inputs, "xyz") == desk.Unclear(near=(), is_several=False)
    assert desk.find(inputs, "") == desk.Unclear(near=(), is_several=False)


def test_a_broken_edition_is_found_too() -> None:
    """The few lines that name it are enough."""
    inputs = places.inputs(
        {"a.txt": b"A\n"}, {"site_src/documents/a.md": b'---\nid: "1998-a"\nseed: a.txt\ncolour: [\n'}
    )

    assert desk.find(inputs, "1998-a") == desk.Holding(id="1998-a", path="site_src/documents/a.md", seed="a.txt")


def test_names_are_shortened_as_far_as_they_mean_one() -> None:
    """To a beginning that ends at a hyphen and is nobody else's name; never shorter than a date."""
    ids = ("1998-05-03-minutes", "1998-05-03-minutes-of-the-board", "1998-05-04-letter-to-a-friend", "undated-note")
    sources = {f"site_src/documents/{name}.md": f"---\nid: {name}\n---\n".encode() for name in ids}
    names = desk.short_names(places.inputs({}, sources))

    assert names == {
        "1998-05-03-minutes": "1998-05-03-minutes",
        "1998-05-03-minutes-of-the-board": "1998-05-03-minutes-of",
        "1998-05-04-letter-to-a-friend": "1998-05-04",
        "undated-note": "undated-note",
    }
    inputs = places.inputs({}, sources)
    assert [desk.find(inputs, short).id for short in names.values()] == list(names)  # type: ignore[union-attr] # found


def test_an_edited_edition_whose_seed_changed_is_in_conflict() -> None:
    """Both texts, paragraph beside paragraph; an untouched edition, and one whose seed is its own, are in none."""
    seed = SEED.replace("northern", "eastern").replace("The mole", "A new first line.\n\nThe mole")
    laid = _laid(BODY.replace("many of", "most of"), seed, seed_sha256="0" * 64)

    found = desk.conflict(laid)

    assert found is not None
    assert [(row.is_same, bool(row.mine), bool(row.fresh)) for row in found.rows] == [
        (True, True, True),
        (False, False, True),
        (False, True, True),
        (False, True, True),
    ]
    assert desk.conflict(_laid(BODY.replace("many of", "most of"))) is None


def test_lines_are_moved_to_where_their_words_stand_now() -> None:
    """Evidence and interventions follow their words; what stands nowhere any more keeps its line for the check."""
    seed = f"A stamp\n\n{SEED.replace('customs house', 'custom house')}"
    laid = _laid(
        BODY,
        seed,
        evidence=(
            ("title", (Evidence(line=1, quote="Minutes of the harbour board", basis="attested"),)),
            ("place", (Evidence(line=3, quote="customs house", basis="attested"),)),
            ("date", (Evidence(line=0, quote="", basis="supplied", source="a diary"),)),
        ),
        interventions=(
            Intervention(rule="lift-head", lines=(1, 1), before="Minutes of the harbour board", reason="The title."),
            Intervention(rule="paragraphs", lines=(3, 99), reason="Set apart."),
        ),
    )

    read, problems = edition.read(laid.holding.path, desk.settled(laid, "mine").encode())

    assert problems == ()
    assert read is not None
    assert [evidences[0].line for _, evidences in read.front.evidence] == [3, 3, 0]
    assert [each.lines for each in read.front.interventions] == [(3, 3), (3, 9)]
    assert read.front.seed_sha256 == laid.transcript.sha256  # type: ignore[union-attr] # there is a seed
    assert read.body == BODY


def _tasks(inputs: line.Inputs) -> list[tuple[str, str]]:
    outcome = line.run(inputs, publish=False)
    works = desk.worklist(inputs, outcome, outcome.problems)
    return [(work.id, task.code) for work in works for task in work.tasks]


def test_the_worklist_holds_what_is_unsure_until_it_is_settled() -> None:
    """A finding stays until its field is changed, its note taken out, or the document reviewed."""
    seed = "Dear friends,\n\nThey differ in three ways:\n\nIn short, we went home.\n\nYours\n"
    drafted = places.drafted({"a.txt": seed.encode()})
    inputs = places.inputs({"a.txt": seed.encode()}, drafted)
    path = next(path for path in drafted if path.endswith(".md"))
    read, _ = edition.read(path, drafted[path])
    assert read is not None
    name = read.front.id

    def with_front(front: FrontMatter) -> line.Inputs:
        return places.inputs({"a.txt": seed.encode()}, {**drafted, path: edition.write(front, read.body).encode()})

    found = _tasks(inputs)
    assert {(name, "A-042"), (name, "S-020"), (name, "S-030")} <= {*found}
    titled = _tasks(with_front(replace(read.front, title="A letter")))
    assert [each for each in found if each not in titled] == [(name, "S-020")]
    without = _tasks(with_front(replace(read.front, notes=())))
    assert [each for each in found if each not in without] == [(name, "S-030")]
    reviewed = _tasks(with_front(replace(read.front, reviewed="me, 2026-01-31")))
    assert [code for _, code in reviewed if code.startswith("S-") or code == "A-042"] == []


def test_a_text_without_a_title_is_one_thing_to_look_at() -> None:
    """That none was found, with the line by which the draft is called; not that it is unsure as well."""
    drafted = places.drafted({"a.txt": (seed := b"\nhe came back, and nobody had seen him since.\n")})
    outcome = line.run(places.inputs({"a.txt": seed}, drafted), publish=False)
    (work,) = desk.worklist(places.inputs({"a.txt": seed}, drafted), outcome, outcome.problems)

    assert [(task.code, task.line) for task in work.tasks if "title" in task.what] == [("S-020", 2)]


def test_an_empty_field_is_one_thing_to_look_at() -> None:
    """While the draft's finding tells what was seen instead, it is not said as well that nothing stands there."""
    drafted = places.drafted({"a.txt": (seed := b"A paper of the harbour\n\nThe harbour was closed for a week.\n")})
    path = next(path for path in drafted if path.endswith(".md"))
    codes = {code for _, code in _tasks(places.inputs({"a.txt": seed}, drafted))}
    reviewed = drafted[path].replace(b'reviewed: "no"', b"reviewed: me, 2026-01-31")
    later = {code for _, code in _tasks(places.inputs({"a.txt": seed}, {**drafted, path: reviewed}))}

    assert {"S-052", "S-055"} <= codes
    assert not {"A-040", "A-041"} & codes
    assert {"A-040", "A-041"} <= later


def test_the_worklist_holds_each_difference_with_its_command() -> None:
    """In the seed's order, words named where a line has several; the archive's own things stand last."""
    inputs = _inputs(BODY.replace("many of", "most of").replace("the the", "the"), reviewed="me, 2026-01-31")
    inputs = replace(inputs, sources=inputs.sources.replaced({ARCHIVE: b'[[stage]]\nid = "x"\nname = "X"\n'}))
    outcome = line.run(inputs, publish=False)
    document, archive = desk.worklist(inputs, outcome, outcome.problems)

    commands = [task.command for task in document.tasks if task.severity == "error"]
    assert commands == [
        ("note", "undated-minutes", "--seed-line", "5", "--words", "most", "--reason", '"…"'),
        ("note", "undated-minutes", "--seed-line", "5", "--words", "the", "--reason", '"…"'),
    ]
    assert (archive.id, [task.code for task in archive.tasks]) == ("", ["A-043"])


def test_a_sound_and_reviewed_archive_has_no_worklist() -> None:
    """Nothing is listed for its own sake."""
    known = (("date", (Evidence(line=0, quote="", basis="supplied", source="The harbour book."),)),)
    inputs = _inputs(BODY, reviewed="me, 2026-01-31", date="1998-05-03", evidence=known)
    outcome = line.run(inputs, publish=False)

    assert desk.worklist(inputs, outcome, outcome.problems) == ()
    assert [each for each in outcome.problems if isinstance(each, Problem)] == []
