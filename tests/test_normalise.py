"""The normaliser's rules, one folder of cases a rule: the seed in, the body and what was logged and reported out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from muniment import formats
from muniment.drafting import faults
from muniment.normalise import BLOCKS, DOCUMENTS, LINES, RULES, draft_all, work
from muniment.normalise.compose import compose
from muniment.normalise.working import Working
from tests.transcripts import SETTINGS, TEXT_RULES, transcript

CASES = Path(__file__).parent / "cases" / "normalise"


def _shown(working: Working) -> str:
    """Print a body, what was changed, and what was reported, as a golden file holds them."""
    lines = [compose(working.pieces).body, "=" * 20]
    for change in working.interventions:
        lines.append(f"{change.rule} {change.lines[0]}-{change.lines[1]}: {change.reason}")
        if change.before:
            lines.append(f"    {change.before!a} -> {change.after!a}")
    lines += [f"! {found.code} {found.line} {found.quote!r}: {found.text}" for found in working.findings]
    return "\n".join(lines) + "\n"


FOLDERS = sorted(path.parent for path in CASES.rglob("in.txt"))


@pytest.mark.parametrize("case", FOLDERS, ids=lambda folder: f"{folder.parent.name}/{folder.name}")
def test_case(case: Path, golden: Callable[[Path, str], None]) -> None:
    """The text rules make of each case's seed what its golden file says."""
    read, _ = formats.read("in.txt", (case / "in.txt").read_bytes())
    assert read is not None

    working = work(read, SETTINGS, TEXT_RULES)

    golden(case / "golden.txt", _shown(working))


def test_every_rule_is_named_once_and_says_why() -> None:
    """The list of rules is what `explain` and the documentation print."""
    names = [name for name, _, _ in RULES]

    assert sorted(set(names)) == sorted(names)
    assert all(reason.endswith(".") for _, _, reason in RULES)
    assert RULES[: len(LINES)] == LINES
    assert RULES[-len(BLOCKS) :] == BLOCKS


def test_ids_never_collide() -> None:
    """The order of the seeds' names decides who keeps the plain id; ids of existing editions are taken."""
    text = "The harbour was closed for a week by ice, and no boats came in."
    seeds = tuple(transcript(text, name) for name in ("b.txt", "a.txt", "c.txt"))

    first = draft_all(seeds, SETTINGS, frozenset())
    again = draft_all(seeds, SETTINGS, frozenset({first[0].edition.front.id}))

    plain = first[0].edition.front.id
    assert [("a.txt", plain), ("b.txt", f"{plain}-2"), ("c.txt", f"{plain}-3")] == [
        (each.edition.front.seed, each.edition.front.id) for each in first
    ]
    assert [f"{plain}-2", f"{plain}-3", f"{plain}-4"] == [each.edition.front.id for each in again]
    assert [f"{DOCUMENTS}{each.edition.front.id}.md" for each in first] == [each.edition.path for each in first]


def test_a_text_without_a_title_is_called_after_its_first_words() -> None:
    """The title is never empty, and the editor is told that it was made up."""
    words = "the ice held for a week and no boats came into the harbour at all."
    (draft,) = draft_all((transcript(words),), SETTINGS, frozenset())

    assert draft.edition.front.title
    assert (draft.edition.front.kind, draft.edition.front.date) == ("other", "")
    assert draft.edition.front.id.startswith("undated-")


def test_findings_become_notes_at_their_paragraph() -> None:
    """A lost list is a note at the paragraph that announces it, and a problem at the seed's line."""
    text = (CASES / "lost-lists" / "announced-and-lost" / "in.txt").read_text("utf-8")
    (draft,) = draft_all((transcript(text),), SETTINGS, frozenset())

    lacunas = [note for note in draft.edition.front.notes if note.kind == "lacuna"]
    assert all(note.by == "muniment" and note.at.startswith("p") for note in lacunas)
    assert [each.line for each in draft.problems if each.code == "S-030"] == [1, 5, 11]


def test_a_number_goes_with_the_line_that_is_lifted() -> None:
    """A title that is found in a numbered line takes the number along; nothing of the seed is lost."""
    for text in (
        "(a) Report of the harbour\n(b) More of it\nReport of the harbour\n",
        "(i) Boats of the harbour are counted\n\nBoats of the harbour are counted\n\n(ii) More\n",
    ):
        (draft,) = draft_all((transcript(text),), SETTINGS, frozenset())

        lifted = [each.before for each in draft.edition.front.interventions if each.rule == "lift-head"]
        assert lifted == [text.partition("\n")[0]]


_PROSE = (
    "The harbour was closed for a week by ice, and no boats came in from the islands until the last day of March.\n"
)


def test_a_word_cut_by_a_page_break_is_found_on_both_pages() -> None:
    """The intervention's lines reach to the other half; with a page's number between, the halves stay and are told."""
    seed = transcript((CASES / "hyphens" / "word-cut-by-a-page-break" / "in.txt").read_text("utf-8"))
    (draft,) = draft_all((seed,), SETTINGS, frozenset())

    assert [each.lines for each in draft.edition.front.interventions if each.rule == "hyphens"] == [(1, 3)]
    assert [each.line for each in draft.problems if each.code == "S-035"] == [7]
    assert faults(draft, seed, SETTINGS) == ()


def _omitted(text: str) -> list[str]:
    (draft,) = draft_all((transcript(text),), SETTINGS, frozenset())
    return [each.before for each in draft.edition.front.interventions if each.rule == "omit-repeat"]


def test_a_title_printed_again_over_the_text_is_read_once() -> None:
    """The page's own title, and the one over the text in capitals behind the day, are one; the apparatus keeps both."""
    title = "Ferry company sends two more boats to the islands"

    assert _omitted(f"{title}\n\nPress release\n\n{title.upper()}\n\n{_PROSE}") == [title.upper()]
    assert _omitted(f"{title}\n\n12 May 2009\n\nHarbour Office\n\n{title}\n\n{_PROSE}") == [title]


def test_what_only_resembles_the_title_stays() -> None:
    """A sentence of the text, a line behind running text and two words said again are no second title."""
    title = "Ferry company sends two more boats to the islands"

    assert _omitted(f"{title}\n\n12 May 2009\n\n{title}.\n\n{_PROSE}") == []
    assert _omitted(f"{title}\n\n12 May 2009\n\n{_PROSE}\n{title}\n\n{_PROSE}") == []
    assert _omitted(f"Harbour rules\n\n12 May 2009\n\nHarbour rules\n\n{_PROSE}") == []
