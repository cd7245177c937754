"""What was seen in a seed is told with where, how sure and why; what was done, with its rule."""

import pytest

from muniment import explanations
from tests.trust import places

STORY = "New bridge opens\r\n\r\nDate: 31/05/2007\r\n\r\nThe town has a new bridge, the mayor said.\r\n"


def _told(seed: bytes) -> explanations.Explanation:
    return explanations.of_seed("a.txt", places.inputs({"a.txt": seed}))


def test_every_field_is_told_with_its_candidates() -> None:
    """Score, line, words and reason of each; what was taken is marked, and what was not found is told too."""
    fields = {field.name: field for field in _told(STORY.encode()).fields}
    (date,) = fields["date"].candidates

    assert (date.value, date.line, date.quote, date.basis) == ("2007-05-31", 3, "Date: 31/05/2007", "attested")
    assert date.is_taken
    assert date.score > fields["date"].threshold
    assert date.reason == "printed behind a label of the date"
    assert fields["publisher"].candidates == ()


def test_every_change_is_told_with_its_rule() -> None:
    """In the seed's order, with its lines and the reason."""
    changes = _told(STORY.encode()).changes

    assert "line-ends" in [change.rule for change in changes]
    assert all(change.reason for change in changes)
    assert [change.lines for change in changes] == sorted(change.lines for change in changes)


def test_a_seed_that_cannot_be_read_says_why() -> None:
    """The problem, and nothing that was not seen."""
    told = _told(b"words\0")

    assert [each.code for each in told.problems] == ["S-002"]
    assert (told.lines, told.fields, told.changes, told.states) == (0, (), (), ())


@pytest.mark.parametrize(
    ("what", "code"), [("E-007", "E-007"), ("e7", "E-007"), ("e-7", "E-007"), ("E-777", ""), ("e7.txt", ""), ("", "")]
)
def test_a_code_is_known_however_it_is_written(what: str, code: str) -> None:
    """In capitals or not, with its noughts or not; the name of a file is none."""
    rule = explanations.of_code(what)

    assert (rule.code if rule else "") == code
