"""A draft stands only if it would pass as an edition; one that would not keeps every line of its seed instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muniment import collate, drafting, formats, normalise, parse
from muniment.model import Apparatus, Draft, Settings, Transcript
from muniment.normalise import literal

SETTINGS = Settings(title="Test")
RESIDUE = "***<b>    **\n"
"""A drawn line with residue of a page in it: the case that first failed its own collation."""
_MARKS = st.text(alphabet="*_#>-`~<b/>&;.1)(![]|\\ \t\nab", max_size=60)
_ODD = st.text(alphabet="ab *<i>\u200b\u00ad\ufeff\u202e\x0b\x1c\x85\u2028\r\n", max_size=40)


def read(content: bytes) -> Transcript:
    """Read bytes as a seed that must be readable."""
    transcript, troubles = formats.read("seed.txt", content)
    assert transcript is not None, troubles
    return transcript


def drafted(text: str) -> tuple[Draft, Transcript]:
    """Draft a text as a build does."""
    transcript = read(text.encode())
    (draft,) = drafting.draft_all((transcript,), SETTINGS, frozenset())
    return draft, transcript


def words(draft: Draft) -> list[str]:
    """Give the words that the page of a draft shows."""
    return [word for block in parse.parse(draft.edition.body).blocks for word in block.words.split()]


def test_residue_off_a_drawn_line_keeps_every_line() -> None:
    """The draft that would leave words out unaccounted is replaced, and the editor is told why."""
    draft, transcript = drafted(f"Bridge opens\n\n{RESIDUE}\nThe bridge was opened on Monday.\n")

    assert drafting.faults(draft, transcript, SETTINGS) == ()
    assert "S-130" in [each.code for each in draft.problems]
    assert words(draft) == "".join(transcript.lines).split()


def test_what_was_read_of_the_metadata_stays() -> None:
    """Title and date have their values and evidence, though their lines stay in the text."""
    draft, _ = drafted(f"Bridge opens\n\n3 May 2001\n\n{RESIDUE}\nThe bridge was opened by the mayor, he said.\n")

    assert (draft.edition.front.title, draft.edition.front.date) == ("Bridge opens", "2001-05-03")
    assert words(draft)[:2] == ["Bridge", "opens"]
    assert draft.edition.front.notes == ()


def test_a_text_that_is_drafted_well_is_drafted_by_the_rules() -> None:
    """Marks that the rules account for give no warning, and the same draft as ever."""
    text = "Bridge opens\n\n* one\n* two\n\n<p>The bridge was opened on Monday.</p>\n\n***\n\nAll were glad.\n"
    draft, transcript = drafted(text)

    assert draft == normalise.draft_all((transcript,), SETTINGS, frozenset())[0]
    assert "S-130" not in [each.code for each in draft.problems]


def test_a_bullet_behind_residue_of_markup_is_accounted_for() -> None:
    """The bullet of "<p>  • one" is a word of the seed that leaves with a reason, not a mark at the line's start."""
    draft, transcript = drafted("Bridge opens\n\n<p>  • one bridge</p>\n<p>  • two bridges</p>\n\n<p>Open.</p>\n")

    assert drafting.faults(draft, transcript, SETTINGS) == ()
    assert "S-130" not in [each.code for each in draft.problems]
    assert [each.before for each in draft.edition.front.interventions if each.rule == "list-entries"] == ["•", "•"]


def test_the_last_way_is_a_block_of_code() -> None:
    """Set as code, a text stands byte for byte, whatever fences it holds."""
    transcript = read(b"````\n1. a `b` <c>\n~~~\n")
    kept = normalise.keep(transcript, SETTINGS, "x", normalise.WAYS[-1])

    assert [block.kind for block in parse.parse(kept.edition.body).blocks] == ["code"]
    assert drafting.faults(kept, transcript, SETTINGS) == ()


@pytest.mark.parametrize("way", normalise.WAYS, ids=["escaped", "escaped, nothing taken out", "code"])
@given(text=_MARKS)
def test_every_way_to_keep_lines_keeps_their_words(way: literal.Way, text: str) -> None:
    """Whatever signs of markup a text holds, its words stand on the page, in order, and undo to the seed."""
    transcript = read(f"{text} word".encode())
    kept = normalise.keep(transcript, SETTINGS, "x", way)

    assert drafting.faults(kept, transcript, SETTINGS) == ()
    assert words(kept) == f"{text} word".split()


@given(text=st.one_of(_MARKS, _ODD, st.text(max_size=80)))
def test_no_draft_fails_as_an_edition(text: str) -> None:
    """Any text is drafted so that parsing, collating and undoing find no error; one taken for plain is so."""
    try:
        content = text.encode()
    except UnicodeEncodeError:
        return
    transcript, _ = formats.read("seed.txt", content)
    if transcript is None:
        return
    (draft,) = drafting.draft_all((transcript,), SETTINGS, frozenset())

    assert drafting.faults(draft, transcript, SETTINGS) == ()
    assert collate.undo(draft.edition.body, _apparatus(draft, transcript)) == "".join(transcript.lines)


def _apparatus(draft: Draft, transcript: Transcript) -> Apparatus:
    text = parse.parse(draft.edition.body)
    return collate.collate(transcript, draft.edition, text).apparatus


@given(
    content=st.one_of(st.binary(max_size=120), _ODD.map(str.encode), _MARKS.map(lambda text: text.encode("utf-16"))),
    name=st.sampled_from(("seed.txt", "seed.md", "1981-Mayor.txt", "2007-05-31.html")),
)
def test_any_bytes_are_drafted_or_refused_with_a_reason(content: bytes, name: str) -> None:
    """Whatever a file holds, there is a draft that is fit, or one error that says why there is none."""
    transcript, troubles = formats.read(name, content)
    if transcript is None:
        assert len([each for each in troubles if each.severity == "error"]) == 1
        return

    assert drafting.faults(drafting.draft(transcript, SETTINGS), transcript, SETTINGS) == ()
