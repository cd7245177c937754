"""The mark stands under the words: long lines, tabs, wide letters, combining marks, invisible characters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment.model import Problem
from muniment.problems import columns, grouping, report
from muniment.problems.excerpts import excerpt
from muniment.problems.origins import origin


def _problem(message: str = "", column: int = 0, words: str = "", **more: str) -> Problem:
    named = {"path": "site_src/a.md", "code": "E-007", "severity": "error", **more}
    return Problem(line=3, column=column, message=message, words=words, **named)  # type: ignore[arg-type] # texts


def _shown(problem: Problem, line: str, room: int = 60) -> list[str]:
    """Give the excerpt as it is printed: the line, and the mark under it."""
    cut = excerpt(problem, line, room)
    return [] if cut is None else [cut.text, " " * cut.start + "^" * cut.size] if cut.size else [cut.text]


@pytest.mark.parametrize(
    ("line", "message", "column", "expected"),
    [
        ("date: 23 May", 'date "23 May" is not EDTF', 0, ["date: 23 May", "      ^^^^^^"]),
        ("stage = \n", "not TOML", 9, ["stage =", "        ^"]),
        ("a = [1, x]", "not TOML", 9, ["a = [1, x]", "        ^"]),
        ("\tkey: value", 'no "key" here', 0, [" key: value", " ^^^"]),
        ("reads  so\tfar", 'it "reads so far"', 0, ["reads  so far", "^^^^^^^^^^^^^"]),
        ("港の新聞 says", '"says"', 0, ["港の新聞 says", "         ^^^^"]),
        ("港の新聞 says", '"の新"', 0, ["港の新聞 says", "  ^^^^"]),
        ("Cafe\u0301 noir", '"noir"', 0, ["Cafe\u0301 noir", "     ^^^^"]),
        ("Cafe\u0301 noir", '"Cafe\u0301"', 0, ["Cafe\u0301 noir", "^^^^"]),
        ("한\u1161글 words", '"words"', 0, ["한\u1161글 words", "     ^^^^^"]),
        ("a\u202eb words", '"words"', 0, ["a\\u202eb words", "         ^^^^^"]),
        ("the theme of the", '"the"', 0, ["the theme of the", "^^^"]),
        ("theme of the", '"the"', 0, ["theme of the", "         ^^^"]),
        ("themes", '"the"', 0, ["themes", "^^^"]),
        ("Three \x81", "the byte 0x81 is wrong", 0, ["Three \\x81", "      ^^^^"]),
        ("one and two", 'it reads "one … two"', 0, ["one and two", "^^^"]),
        ("nothing of it", 'reads "something"', 0, ["nothing of it"]),
        ("nothing of it", "no words", 0, ["nothing of it"]),
        ("   ", 'reads "x"', 0, []),
        ("short", "beyond the end", 99, ["short"]),
    ],
)
def test_the_mark_stands_under_the_place(line: str, message: str, column: int, expected: list[str]) -> None:
    """By the column, else by the words the message quotes; where neither is there, the line stands alone."""
    assert _shown(_problem(message, column), line) == expected


@pytest.mark.parametrize(
    ("path", "held", "expected"),
    [
        ("about.html", "site_src/pages/about.md", ("site_src/pages/about.md", 2)),
        ("documents/a.html", "site_src/documents/a.md", ("site_src/documents/a.md", 2)),
        ("about.html", "site_src/pages/contact.md", ("about.html", 3)),
        ("404.html", "", ("404.html", 3)),
    ],
)
def test_a_dead_link_is_told_where_it_was_written(path: str, held: str, expected: tuple[str, int]) -> None:
    """In the text that the page is made of; what stands in no text, such as a template's link, is told of the page."""
    problem = _problem('"nowhere.html" leads to no file of the site.', path=path, code="L-001")
    texts = {held: ["# About", "See [this](nowhere.html)."]}

    found = origin(problem, lambda name: texts.get(name, []))

    assert (found.path, found.line) == expected


def test_words_a_problem_names_come_before_those_its_message_quotes() -> None:
    """What was added is marked, not what the message quotes first."""
    problem = _problem('the seed reads "the council"; the edition reads "the old council"', words="old")

    assert _shown(problem, "When the old council met") == ["When the old council met", "         ^^^"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("x" * 50 + " word " + "y" * 50, ["…xxxxxxxx word yyyyyyyyyyyyyy…", "          ^^^^"]),
        ("word " + "y" * 100, ["word yyyyyyyyyyyyyyyyyyyyyyyy…", "^^^^"]),
        ("x" * 100 + " word", ["…xxxxxxxxxxxxxxxxxxxxxxxx word", " " * 26 + "^^^^"]),
        ("港" * 40 + " word " + "港" * 40, ["…港港港港 word 港港港港港港港…", " " * 10 + "^^^^"]),
    ],
)
def test_a_long_line_is_cut_around_the_place(line: str, expected: list[str]) -> None:
    """What is left out is shown by an ellipsis, and the mark is right all the same."""
    assert _shown(_problem('"word"'), line, room=30) == expected


@given(st.text(max_size=80), st.text(max_size=80), st.integers(20, 120))
def test_an_excerpt_fits_and_its_mark_is_inside(before: str, behind: str, room: int) -> None:
    """Whatever stands around the words: nothing is wider than the room, nothing is unprintable."""
    cut = excerpt(_problem('"Zweck"'), f"{before}Zweck{behind}", room)

    assert cut is not None
    assert cut.text.isprintable()
    assert columns.width(cut.text) <= room
    assert cut.size > 0
    assert cut.start + cut.size <= columns.width(cut.text)


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [("short", 5, "short"), ("longer", 5, "long…"), ("港港港", 5, "港港…"), ("cafe\u0301s", 5, "cafe\u0301s")],
)
def test_texts_are_cut_by_columns(text: str, room: int, expected: str) -> None:
    """Wide letters count twice, combining marks not at all."""
    assert columns.cut(text, room) == expected


def test_the_same_problem_of_many_places_is_one_group() -> None:
    """From four on; a file's own name in the words is no difference, other words are; order is kept."""
    alike = [report("E-088", f"documents/{name}.html", page=f"documents/{name}.html") for name in "abcd"]
    other = report("E-084", "site_src/documents/b.md", 7)

    groups = grouping.grouped([*alike[:2], other, *alike[2:]])

    assert [(group.first, len(group.others)) for group in groups] == [(alike[0], 3), (other, 0)]
    assert [len(group.others) for group in grouping.grouped(alike[:3])] == [0, 0, 0]
    different = [report("E-082", "site_src/documents/x.md", id=name, other="y") for name in "abcd"]
    assert [len(group.others) for group in grouping.grouped(different)] == [0, 0, 0, 0]


def test_what_follows_from_a_changed_seed_is_not_told_beside_it() -> None:
    """Only of that file, and only what follows; an edition with its own seed keeps its problems."""
    stale = report("E-001", "site_src/documents/a.md", 9, seed="a.txt", id="a", beside="a.md.new")
    follows = report("E-003", "site_src/documents/a.md", 12, rule="lift-head", before="x", lines="line 1")
    nesting = report("E-084", "site_src/documents/a.md", 40)
    sound = report("E-003", "site_src/documents/b.md", 12, rule="lift-head", before="x", lines="line 1")

    kept, hidden = grouping.without_consequences([stale, follows, nesting, sound])

    assert kept == (stale, nesting, sound)
    assert hidden == {"site_src/documents/a.md": 1}


def test_what_follows_from_an_unreadable_edition_is_not_told_beside_it() -> None:
    """That nobody knows its id, and that names stand nowhere; another unknown id, and a sound archive, are told."""
    broken = report("F-012", "site_src/documents/1998-a.md", 5, field="date", value="x", suggestion="")
    follows = report("A-018", "site_src/claims.toml", 3, given="1998-a", near="")
    other = report("A-018", "site_src/claims.toml", 9, given="1998-b", near="")
    nowhere = report("A-076", "site_src/authorities/people.toml", 1, kind="person", id="x")

    kept, hidden = grouping.without_consequences([nowhere, follows, other, broken])

    assert kept == (other, broken)
    assert hidden == {"site_src/documents/1998-a.md": 2}
    assert grouping.without_consequences([nowhere, follows]) == ((nowhere, follows), {})
