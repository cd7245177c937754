"""Collation: laws that hold for any seed and any edition."""
# ruff: noqa: SIM300 - the house writes expected == actual

from itertools import pairwise

from hypothesis import HealthCheck, assume, example, given, settings
from hypothesis import strategies as st

from muniment import normalise
from muniment.collate.align import align
from muniment.model import Collation, Intervention, Note, Settings
from muniment.parse import NestingError
from tests.test_collate import collated, edition_of, transcript_of

PIECES = st.sampled_from(
    [*"ab *_#>-1.()[]`\\&;|é\t\r\n\x0c\x85\u2028\xa0\xad", "\r\n", "\r\r\n", "\n\n", "**", "a b c ", "    ", "---\n"]
)
SEEDS = st.lists(PIECES, min_size=1, max_size=50).map("".join).filter(str.strip)
BODIES = st.lists(PIECES, max_size=50).map("".join)
FEW = st.lists(st.sampled_from(["a", "b", "the", "of", "**", "-", "word"]), max_size=4).map(" ".join)
INTERVENTIONS = st.lists(
    st.builds(
        Intervention,
        rule=st.sampled_from(["omit-repeat", "lift-title", "join-hyphen", "layout"]),
        lines=st.tuples(st.integers(1, 6), st.integers(0, 3)).map(lambda pair: (pair[0], pair[0] + pair[1])),
        before=FEW,
        after=FEW,
        reason=st.just("A reason."),
    ),
    max_size=4,
)
NOTES = st.lists(
    st.builds(
        Note,
        kind=st.sampled_from(["emendation", "omission", "sic", "comment"]),
        at=st.sampled_from(["p1", "p2", "h1", "m1"]),
        quote=FEW,
        text=FEW,
    ),
    max_size=3,
)
WORDS = st.lists(st.sampled_from(["a", "b", "the", "of", "Norway", "x1"]), min_size=1, max_size=30)
SPACES = (" ", "  ", "\n", "\n\n", "\r\n", "\r\n\r\n", "\t", " \n", "\x0c", "\u2028", "\xa0", "\r\r\n")


def checked(seed: str, body: str, interventions: list[Intervention], notes: list[Note]) -> Collation:
    """Collate, with what must hold whatever the texts: undone, ordered, disjoint, places in place."""
    try:
        collation = collated(transcript_of(seed), edition_of(body, interventions, notes))
    except NestingError:
        assume(False)
    operations = collation.apparatus.operations
    for side in ("seed_lines", "edition_lines"):
        sides = [(0, 0), *(getattr(each, side) for each in operations)]
        assert all(last < first for (_, last), (first, _) in pairwise(sides))
        assert all(first - 1 <= last for first, last in sides[1:])
    assert all(each.before != each.after and each.rule and each.reason for each in operations)
    words = {block.anchor: block.words for block in collation.text.blocks}
    words.update((line.anchor, line.text) for line in collation.meta_lines)
    lines = transcript_of(seed).lines
    for place in collation.places:
        word = words[place.anchor][place.start : place.end]
        assert word
        assert place.column < len(lines[place.line - 1])
    return collation


def laid_out(words: list[str], data: st.DataObject) -> str:
    """Lay words out in any white space."""
    return "".join(word + data.draw(st.sampled_from(SPACES)) for word in words)


@settings(deadline=None)
@given(SEEDS, BODIES, INTERVENTIONS, NOTES)
@example("b", "a", [], [Note(kind="emendation", at="p1", quote="b", text="")])
def test_undoing_gives_the_seed_back(
    seed: str, body: str, interventions: list[Intervention], notes: list[Note]
) -> None:
    """However different the edition, its apparatus undone is the seed, letter by letter."""
    checked(seed, body, interventions, notes)


@settings(deadline=None)
@given(SEEDS, INTERVENTIONS, NOTES, st.data())
def test_undoing_gives_the_seed_back_after_small_edits(
    seed: str, interventions: list[Intervention], notes: list[Note], data: st.DataObject
) -> None:
    """The same for editions that are nearly their seed."""
    start = data.draw(st.integers(0, len(seed)))
    end = data.draw(st.integers(start, len(seed)))
    checked(seed, seed[:start] + data.draw(BODIES)[:8] + seed[end:], interventions, notes)


@settings(deadline=None)
@given(WORDS, st.data())
def test_white_space_is_form(words: list[str], data: st.DataObject) -> None:
    """The same words in other lines and spaces are no change of wording and no problem."""
    collation = checked(laid_out(words, data), laid_out(words, data), [], [])

    assert () == collation.problems
    assert not any(each.is_wording for each in collation.apparatus.operations)


@settings(deadline=None)
@given(WORDS, st.data())
def test_a_word_left_out_is_a_problem(words: list[str], data: st.DataObject) -> None:
    """Whichever word is left out, and however the rest is laid out, there is a problem and an operation of wording."""
    index = data.draw(st.integers(0, len(words) - 1))
    collation = checked(laid_out(words, data), laid_out(words[:index] + words[index + 1 :], data), [], [])

    assert {"E-008"} == {problem.code for problem in collation.problems}
    assert any(each.is_wording for each in collation.apparatus.operations)


@settings(deadline=None)
@given(WORDS, st.data())
def test_a_word_added_is_a_problem(words: list[str], data: st.DataObject) -> None:
    """Whatever word is added, wherever, there is a problem that names it."""
    index = data.draw(st.integers(0, len(words)))
    collation = checked(laid_out(words, data), laid_out([*words[:index], "added", *words[index:]], data), [], [])

    assert ["E-009"] == [problem.code for problem in collation.problems]
    assert 'adds "added"' in collation.problems[0].message


@settings(deadline=None)
@given(WORDS, st.data())
def test_every_place_leads_to_its_word(words: list[str], data: st.DataObject) -> None:
    """The words of a place stand in the seed at its line and column."""
    seed = laid_out(words, data)
    collation = checked(seed, laid_out(words, data), [], [])
    lines = transcript_of(seed).lines
    blocks = {block.anchor: block.words for block in collation.text.blocks}
    found = [blocks[place.anchor][place.start : place.end] for place in collation.places]

    assert words == " ".join(found).split()
    for place, text in zip(collation.places, found, strict=True):
        stretch = lines[place.line - 1][place.column : place.column + len(text)]
        assert text.split() == stretch.split()
        assert len(text) == len(stretch)


@settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(SEEDS)
@example("---<b>")
@example("Fish &amp; chips\n\nText.")
def test_a_draft_accounts_for_every_word(seed: str) -> None:
    """Whatever the seed, the program's own draft of it differs only as it says."""
    transcript = transcript_of(seed)
    try:
        draft = normalise.draft_all((transcript,), Settings(title="x"), frozenset())[0]
    except NestingError:
        assume(False)

    assert () == collated(transcript, draft.edition).problems


@given(st.lists(st.sampled_from("abcd"), max_size=30), st.lists(st.sampled_from("abcd"), max_size=30))
def test_aligned_runs_are_equal_and_in_order(one: list[str], other: list[str]) -> None:
    """Runs hold equal words, do not overlap, and follow one another in both lists; equal lists are one run."""
    runs = align(one, other)

    assert all(one[a : a + size] == other[c : c + size] for a, c, size in runs)
    assert all(a + size <= b and c + size <= d for (a, c, size), (b, d, _) in pairwise(runs))
    assert align(one, one) == ([(0, 0, len(one))] if one else [])


def test_alignment_stays_linear_on_hostile_text() -> None:
    """A hundred thousand words of two kinds, shuffled, are given up as a whole instead of compared for hours."""
    one = ["a", "b"] * 50_000
    other = ["b", "a", "a"] * 33_000

    assert len(align(one, other)) < 100_000


def test_a_note_without_a_reason_accounts_for_nothing() -> None:
    """No silent emendation: who changes a word says why."""
    silent = Note(kind="emendation", at="p1", quote="b", text=" ")
    reasoned = Note(kind="emendation", at="p1", quote="b", text="A slip of the pen.")

    assert [each.code for each in checked("b", "a", [], [silent]).problems][:1] == ["E-007"]
    assert checked("b", "a", [], [reasoned]).problems == ()
