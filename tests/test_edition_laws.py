"""Editions: laws of reading and writing front matter."""
# ruff: noqa: SIM300 - the house writes expected == actual

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from muniment import edition
from muniment.edition import plain_lines, yaml_reader
from muniment.edition.tree import Mapping
from muniment.model import Allowance, Evidence, FrontMatter, Intervention, Note, Problem

PIECES = st.sampled_from(
    [
        *"aZé0-:#,[]{}'\"\\&*!|>%@`~?=. \n\t\r\x07\x85\xa0\xad\u2028\u202e\ufeff\U0001f600",
        *(": ", " #", "no", "NO", "null", "0x1", "1_000", "12:30", "2007-05-31", "<<", "---", "- ", "word "),
    ]
)
TEXTS = st.lists(PIECES, max_size=8).map("".join)
FULL = TEXTS.filter(bool)
LINES = st.tuples(st.integers(1, 99), st.integers(0, 9)).map(lambda pair: (pair[0], pair[0] + pair[1]))
BASES = st.sampled_from(["attested", "inferred"])
NOTES = st.builds(Note, kind=st.just("sic"), at=st.just("p1"), quote=FULL, text=TEXTS)
FRONTS = st.builds(
    FrontMatter,
    id=st.just("undated-x"),
    title=FULL,
    kind=FULL,
    language=st.sampled_from(["en", "nb-NO", "und"]),
    seed=st.just("a.txt"),
    seed_sha256=st.sampled_from(["0" * 64, "1e" + "0" * 62, "ab" * 32]),
    drafted_sha256=st.just(""),
    place=TEXTS,
    creators=st.lists(FULL, max_size=3).map(tuple),
    evidence=st.lists(
        st.tuples(
            st.sampled_from(["title", "date"]),
            st.lists(
                st.builds(Evidence, line=st.integers(1, 99), quote=FULL, basis=BASES),
                min_size=1,
                max_size=3,
            ).map(tuple),
        ),
        max_size=2,
        unique_by=lambda entry: entry[0],
    ).map(tuple),
    interventions=st.lists(
        st.builds(Intervention, rule=FULL, lines=LINES, before=TEXTS, after=TEXTS, reason=FULL), max_size=3
    ).map(tuple),
    notes=st.lists(NOTES, max_size=2).map(tuple),
    allow=st.lists(st.builds(Allowance, code=st.just("E-007"), reason=FULL), max_size=1).map(tuple),
)


def front_of(text: str) -> str:
    """Give the lines between the fences of a written file."""
    return text.removeprefix("---\n").split("\n---\n", 1)[0] + "\n"


@given(FRONTS, st.text(max_size=20).filter(lambda body: body.isprintable()))
def test_reading_undoes_writing(front: FrontMatter, body: str) -> None:
    """Whatever the fields hold, both readers read them back letter by letter, and the file counts as untouched."""
    text = edition.write(front, body)
    read, problems = edition.read("x.md", text.encode())

    assert () == problems
    assert read is not None
    assert dataclasses.replace(front, drafted_sha256=read.front.drafted_sha256) == read.front
    assert body == read.body
    assert edition.is_untouched(read)
    assert plain_lines.read(front_of(text)) == yaml_reader.read("x.md", front_of(text))


@given(FRONTS, st.data())
def test_the_two_readers_agree_or_the_fast_one_declines(front: FrontMatter, data: st.DataObject) -> None:
    """After any edit the line reader reads what the YAML reader reads, or leaves it to it."""
    text = front_of(edition.write(front, ""))
    at = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(at, min(at + 9, len(text))))
    edited = text[:at] + data.draw(TEXTS) + text[end:]

    fast, slow = plain_lines.read(edited), yaml_reader.read("x.md", edited)

    assert fast is None or slow == fast


@given(st.lists(PIECES | st.sampled_from(["title: ", "\n  - ", "\n", "id: a\n"]), max_size=40).map("".join))
def test_any_front_matter_is_read_or_is_one_problem(front: str) -> None:
    """No text between fences raises anything."""
    assert isinstance(yaml_reader.read("x.md", front), Mapping | Problem)


@given(st.binary(max_size=60) | st.lists(PIECES, max_size=30).map(lambda parts: ("---\n" + "".join(parts)).encode()))
def test_any_bytes_are_an_edition_or_problems(content: bytes) -> None:
    """Reading gives an edition or says why there is none."""
    read, problems = edition.read("x.md", content)

    assert (read is None) == bool(problems)
