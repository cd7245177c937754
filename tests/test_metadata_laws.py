"""Laws that hold for every text: no line and no word lost, exact evidence, the same twice, time in proportion."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from muniment import dates, normalise
from muniment.normalise import metadata
from tests.metadata_builder import SETTINGS, cases, normalised, transcript

LINES = [line for case in cases() for line in case.text.splitlines() if line]
TEXTS = st.lists(st.sampled_from([*LINES, "", "", "# ", "**", "©", ": ", "| |", "\u00a0"]), max_size=24).map("\n".join)
ANY = st.text(max_size=300)


@settings(max_examples=60, deadline=None)
@given(st.one_of(TEXTS, ANY))
def test_no_line_and_no_word_is_lost(text: str) -> None:
    """After the rules the pieces cover every line once, and lifting has changed no word."""
    before = normalise.work(transcript(text), SETTINGS, rules=normalise.LINES)
    after = before
    for _, rule, _ in metadata.RULES:
        after = rule(after, SETTINGS)

    covered = [number for piece in after.pieces for number in range(piece.lines[0], piece.lines[1] + 1)]
    assert list(range(1, len(before.transcript.lines) + 1)) == covered
    words, kept = ([f"{piece.label} {piece.text}" for piece in each.pieces] for each in (before, after))
    assert " ".join(words).split() == " ".join(kept).split()
    lifted = [piece.text for piece in after.pieces if piece.kind == "lifted"]
    changes = sorted((one.lines, one.before) for one in after.interventions if one.rule.startswith("lift-"))
    assert lifted == [words for _, words in changes]


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_evidence_is_exact_and_dates_are_edtf(text: str) -> None:
    """Every quotation stands on its line; every date can be read again."""
    working = normalised(text)

    for one in working.readings:
        for line, words in ((one.line, one.quote), *((each.line, each.quote) for each in one.further)):
            assert words in working.transcript.lines[line - 1]
        if one.field == "date":
            assert dates.parse(one.value).text == one.value
    fields = [one.field for one in working.chosen if one.field != "creators"]
    assert len(set(fields)) == len(fields)


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_twice(text: str) -> None:
    """Nothing depends on what was read before."""
    assert normalised(text) == normalised(text)


@pytest.mark.parametrize(
    "part",
    [
        "a",
        " ",
        "A ",
        "Statement by ",
        "1 ",
        "Home > ",
        "| ",
        "(",
        "– ",
        "by A, ",
        "the of ",
        "May ",
        "A. ",
        "a\n",
        "A\n\n",
    ],
)
def test_time_is_in_proportion_to_length(part: str) -> None:
    """A line or text made of many repeats of one part takes no longer than its length asks for."""
    text = part * (40_000 // len(part))
    working = normalise.work(transcript(text), SETTINGS, rules=normalise.LINES)
    started = time.process_time()

    for _, rule, _ in metadata.RULES:
        working = rule(working, SETTINGS)

    assert time.process_time() - started < 10, "of the processor; in proportion it is a tenth of that"
    assert working.pieces
