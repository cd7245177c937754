"""A note is added, or a value replaced, and every other byte of the file stays as the person wrote it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment import edition
from muniment.model import Edition, Note

NOTE = Note(kind="emendation", at="p1", quote="teh", text="“teh” → “the”: a slip.", by="E. Ditor")
WRITTEN = '{kind: emendation, at: p1, quote: teh, text: "“teh” → “the”: a slip.", by: E. Ditor}'
HEAD = f"""\
---
id: a
title: "A letter"   # as on the envelope
kind: letter
language: en
seed: a.txt
seed_sha256: {"a" * 64}
drafted_sha256: {"b" * 64}
"""
BODY = "---\nDear Sir,\n\nthe notes: [] of it.\n"


def _read(source: str) -> Edition:
    read, problems = edition.read("site_src/documents/a.md", source.encode())
    assert read is not None, problems
    return read


NOTES = {
    "none yet": ("", f"notes:\n  - {WRITTEN}\n"),
    "behind an allowance": (
        "allow:\n  - {code: A-040, reason: x}\n",
        f"allow:\n  - {{code: A-040, reason: x}}\nnotes:\n  - {WRITTEN}\n",
    ),
    "a list": (
        "notes:\n  - {kind: sic, at: p1, quote: x}\nplace: Oslo\n",
        f"notes:\n  - {{kind: sic, at: p1, quote: x}}\n  - {WRITTEN}\nplace: Oslo\n",
    ),
    "a list without indent": (
        "notes:\n- kind: sic\n  at: p1\n  quote: x\nplace: Oslo\n",
        f"notes:\n- kind: sic\n  at: p1\n  quote: x\n- {WRITTEN}\nplace: Oslo\n",
    ),
    "a deep indent": (
        "notes:\n      -   kind: sic\n          at: p1\n          quote: x\n",
        f"notes:\n      -   kind: sic\n          at: p1\n          quote: x\n      - {WRITTEN}\n",
    ),
    "comments and blank lines behind": (
        "notes:\n  # of the whole\n  - {kind: sic, at: p1, quote: x}  # of the one\n\n# of the place\nplace: Oslo\n",
        f"notes:\n  # of the whole\n  - {{kind: sic, at: p1, quote: x}}  # of the one\n  - {WRITTEN}\n"
        "\n# of the place\nplace: Oslo\n",
    ),
    "a text of several lines": (
        "notes:\n  - kind: comment\n    at: p1\n    text: |\n      One.\n      Two.\nplace: Oslo\n",
        f"notes:\n  - kind: comment\n    at: p1\n    text: |\n      One.\n      Two.\n  - {WRITTEN}\nplace: Oslo\n",
    ),
    "a text in quotes over two lines": (
        'notes:\n  - kind: comment\n    at: p1\n    text: "One\n      and two."\nplace: Oslo\n',
        f'notes:\n  - kind: comment\n    at: p1\n    text: "One\n      and two."\n  - {WRITTEN}\nplace: Oslo\n',
    ),
    "brackets": (
        "notes: [{kind: sic, at: p1, quote: x}] # one\nplace: Oslo\n",
        f"notes: [{{kind: sic, at: p1, quote: x}}, {WRITTEN}] # one\nplace: Oslo\n",
    ),
    "brackets over several lines": (
        "notes: [\n  {kind: sic, at: p1, quote: x},\n]\n",
        f"notes: [\n  {{kind: sic, at: p1, quote: x}}, {WRITTEN},\n]\n",
    ),
    "empty brackets": ("notes: []   # none\n", f"notes: [{WRITTEN}]   # none\n"),
    "nothing behind the key": ("notes:\nplace: Oslo\n", f"notes:\n  - {WRITTEN}\nplace: Oslo\n"),
    "a comment behind the key": ("notes: # to come\n", f"notes: # to come\n  - {WRITTEN}\n"),
    "an empty text": ('notes: ""\n', f"notes:\n  - {WRITTEN}\n"),
    "a key in quotes": (
        '"notes":\n  - {kind: sic, at: p1, quote: x}\n',
        f'"notes":\n  - {{kind: sic, at: p1, quote: x}}\n  - {WRITTEN}\n',
    ),
}


@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("shape", NOTES)
def test_a_note_is_added_and_nothing_else_is_touched(shape: str, ending: str) -> None:
    """However notes are written already, the new one stands behind them, with the file's own line ends."""
    before, after = ((HEAD + front + BODY).replace("\n", ending) for front in NOTES[shape])

    assert edition.with_notes(_read(before), (NOTE,)) == after


def test_a_byte_order_mark_stays() -> None:
    """What stands in front of the first line is no part of it, and is kept."""
    source = "\ufeff" + HEAD + BODY

    assert edition.with_notes(_read(source), (NOTE,)) == f"\ufeff{HEAD}notes:\n  - {WRITTEN}\n{BODY}"


@pytest.mark.parametrize("behind", ["}\n", ",\n}\n"], ids=["as it is", "with a comma"])
def test_a_note_is_added_to_front_matter_in_braces(behind: str) -> None:
    """Before the brace that closes it; the rest of the line stays."""
    fields = ", ".join(field.split("   #")[0] for field in HEAD.split("\n")[1:-1])

    after = edition.with_notes(_read(f"---\n{{{fields}{behind}{BODY}"), (NOTE,))

    assert after == f"---\n{{{fields}, notes: [{WRITTEN}]{behind}{BODY}"


def test_front_matter_in_which_no_place_is_found_is_refused() -> None:
    """A way of writing in which no note can be added is left to the person."""
    with pytest.raises(edition.Refused):
        edition.with_notes(_read(f"{HEAD}notes: |\nplace: Oslo\n{BODY}"), (NOTE,))


_words = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=30)


@given(_words, _words, st.sampled_from(list(NOTES)))
def test_any_words_can_be_noted(quote: str, text: str, shape: str) -> None:
    """Whatever the words, the file reads back as it was, with exactly the note more."""
    note = Note(kind="emendation", at="p1", quote=quote, text=text, by="x")
    before = _read(HEAD + NOTES[shape][0] + BODY)

    after = _read(edition.with_notes(before, (note,)))

    assert after.body == before.body
    assert after.front.notes == (*before.front.notes, note)


@pytest.mark.parametrize(
    ("front", "path", "after"),
    [
        (
            "evidence:\n  date: [{line: 3, quote: line 3, basis: attested}]\n",
            ("evidence", "date", 0, "line"),
            "evidence:\n  date: [{line: 7, quote: line 3, basis: attested}]\n",
        ),
        (
            "interventions:\n  - {rule: x, lines: 3, reason: 'lines: 3'}\n",
            ("interventions", 0, "lines"),
            "interventions:\n  - {rule: x, lines: 7, reason: 'lines: 3'}\n",
        ),
        (
            "interventions:\n  - rule: x\n    lines: '3'  # or 4\n    reason: y\n",
            ("interventions", 0, "lines"),
            "interventions:\n  - rule: x\n    lines: 7  # or 4\n    reason: y\n",
        ),
    ],
)
def test_one_value_is_replaced(front: str, path: edition.Path, after: str) -> None:
    """In quotes, in braces or on a line of its own; a comment behind it stays, and the same words elsewhere do."""
    assert edition.with_texts(_read(HEAD + front + BODY), {path: "7"}) == HEAD + after + BODY


def test_a_value_that_could_not_be_read_again_is_refused() -> None:
    """What would make the file unreadable is not given."""
    with pytest.raises(edition.Refused):
        edition.with_texts(_read(HEAD + BODY), {("seed_sha256",): "new"})


def test_a_value_that_is_not_there_is_refused() -> None:
    """A path that leads nowhere changes nothing."""
    for path in (("evidence", "date", 0, "line"), ("place",), ("title", 0)):
        with pytest.raises(edition.Refused):
            edition.with_texts(_read(HEAD + BODY), {path: "7"})
