"""The timeline's picture for narrow pages and its row of documents: labels never touch, equal entries stand once."""

from itertools import pairwise

import pytest

from muniment import indexes
from muniment.model import Archive, EventSetting, StageSetting
from muniment.views import gather
from muniment.views.column import LINE, Column, column
from muniment.views.drawing import drawing
from muniment.views.scale import chosen_scale
from tests.archives import assembled, date, reading

TEXT = "The envoys met at Bergen on 3 May 1911.\n\nA second meeting is planned for June 1912.\n"


def _archive(*days: str) -> Archive:
    """Make an archive with two stages and a document for each day."""
    stages = (StageSetting(id="first", name="Bergen"), StageSetting(id="second", name="Second"))
    dates = (
        date("1911-05-03", "The envoys met at Bergen on 3 May 1911.", document="d0"),
        date("1912-06", "planned for June 1912", status="planned", document="d0"),
    )
    events = tuple(
        EventSetting(id=stage.id, name=stage.name, stage=stage.id, relation="stage", dates=(each,))
        for stage, each in zip(stages, dates, strict=True)
    )
    readings = [reading(f"d{number}", TEXT, date=day) for number, day in enumerate(days)]
    archive, problems = assembled(*readings, stages=stages, events=events)
    assert problems == ()
    return archive


def _column(*days: str) -> Column:
    archive = _archive(*days)
    aid = gather(archive, indexes.build(archive))
    scale = chosen_scale(aid)
    assert scale is not None
    return column(aid, scale)


CASES = {
    "one": ("1911-05-03",),
    "many-of-a-day": ("1911-05-03",) * 9,
    "many-of-a-month": tuple(f"1911-05-{day:02}" for day in range(3, 28)),
    "spread": ("1911-05-03", "1911-08-01", "1911-12-24", "1912-03-01", "1912-06-20"),
    "whole-months": ("1911-05-03", "1911-05", "1911-06", "1911-06"),
}


@pytest.mark.parametrize("days", CASES.values(), ids=CASES)
def test_labels_never_touch(days: tuple[str, ...]) -> None:
    """Every line of every label has a row of its own, in order of time, inside the picture."""
    found = _column(*days)
    lines = [y for row in found.rows for y in ((row.label_y, row.label_y + LINE) if row.when else (row.label_y,))]

    assert all(later - earlier >= LINE - 0.2 for earlier, later in pairwise(lines))
    assert lines[0] > 0
    assert lines[-1] <= found.height
    assert found.rows[0].leads


def test_documents_of_one_kind_and_day_stand_once() -> None:
    """Nine reports of a day are one entry with their number, and the date is not said twice in one label."""
    found = _column(*CASES["many-of-a-day"])

    assert [(row.name, row.when, row.leads) for row in found.rows] == [
        ("Bergen", "3 May 1911", True),
        ("Report (9)", "", False),
        ("Second", "“planned for June 1912”", True),
    ]


def test_the_wide_picture_counts_them_too() -> None:
    """The row of documents under the axis has one entry for them."""
    archive = _archive(*CASES["many-of-a-day"])
    picture = drawing(gather(archive, indexes.build(archive)))

    assert picture is not None
    assert [bar.label for bar in picture.documents] == ["Report (9)"]


def test_documents_outside_the_stretch_stand_beyond_its_ends() -> None:
    """The narrow picture leaves no document out: earlier ones stand over the axis, later ones under it."""
    found = _column("1901-02-03", "1911-05-03", "1950-06-07", "1950-06-07")
    beyond = [(row.name, row.when, row.beyond) for row in found.rows if row.beyond]
    marks = {row.beyond: row.y for row in found.rows if row.beyond}

    assert beyond == [("Report", "3 February 1901", "before"), ("Report (2)", "7 June 1950", "after")]
    assert marks["before"] < found.begin
    assert found.axis < marks["after"] < found.height
    assert all(found.begin < row.y < found.axis for row in found.rows if not row.beyond)


def test_the_narrow_picture_has_every_document_of_the_wide_one() -> None:
    """As many entries, under the same names and dates."""
    archive = _archive("1901-02-03", "1911-05-03", "1911-08-01", "1950-06-07")
    picture = drawing(gather(archive, indexes.build(archive)))

    assert picture is not None
    narrow = sorted(row.name for row in picture.column.rows if row.status == "document")
    assert narrow == sorted(bar.label for bar in picture.documents)
