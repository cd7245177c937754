"""Stages and documents → the timeline's picture for narrow pages: down the page to time, a label beside each moment.

Knows nothing of colour or of how wide a label is; measures are CSS pixels from the top.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date as day

from muniment.frozen import dataclass
from muniment.views.differing import differing
from muniment.views.finding_aid import FindingAid
from muniment.views.moments import Span, moment, span
from muniment.views.process import chosen_date, when
from muniment.views.scale import Scale

NEAR = 13
"""Entries whose marks are at most so far apart share one label."""

BEYOND = 40
"""How far the picture reaches beyond the axis's end where a document does."""

LINE, GAP = 18, 12
"""Height of a line of a label, and the least space between two labels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One entry: a mark on the axis and its lines in a label."""

    y: float
    """Where its mark stands, to time."""
    label_y: float
    """Where its first line stands."""
    height: float
    """How far its span reaches on the axis."""
    status: str
    """`held`, `planned`, `target`, `unknown`, or `document`."""
    name: str
    when: str
    """Empty where the entry above in the same label has the same date."""
    is_sharp: bool = True
    leads: bool = True
    """Whether its label begins with it."""
    differs: bool = False
    """Whether the documents give different dates of one status of a stage."""
    beyond: str = ""
    """`before` or `after` when it lies outside the stretch drawn to time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """The whole picture."""

    rows: tuple[Row, ...]
    years: tuple[tuple[float, str], ...]
    """(pixels down, label) along the axis."""
    begin: int
    """Where the axis begins."""
    axis: int
    """Where the axis ends."""
    height: int


@dataclass(slots=True, kw_only=True)
class _Label:
    """The entries of one label, while it looks for its place."""

    rows: list[Row]
    top: float

    @property
    def height(self) -> float:
        return sum(LINE if not row.when else 2 * LINE for row in self.rows) + GAP


def column(aid: FindingAid, scale: Scale) -> Column:
    """Draw every dated stage and document down the page; documents outside the stretch stand beyond the axis's ends."""
    entries = sorted(
        (*_stages(aid), *_documents(aid, scale)), key=lambda pair: (pair[0].first, pair[1].status == "document")
    )
    inside = [(covered, row) for covered, row in entries if not row.beyond]
    begin = BEYOND if any(row.beyond == "before" for _, row in entries) else 0
    length = max(300, 40 * len(inside))
    end = begin + length + 24
    labels: list[_Label] = []
    for covered, row in entries:
        if row.beyond:
            _enter(labels, replace(row, y=12.0 if row.beyond == "before" else float(end + BEYOND - 12)))
            continue
        first, last = _down(scale, length, covered.first), _down(scale, length, covered.last)
        y = round(begin + _down(scale, length, covered.middle), 1)
        _enter(labels, replace(row, y=y, height=round(last - first, 1)))
    _spread(labels)
    years = (day(year, 1, 1).toordinal() for year in _years(scale))
    is_longer = any(row.beyond == "after" for _, row in entries)
    return Column(
        rows=tuple(row for label in labels for row in _lines(label)),
        years=tuple((round(begin + _down(scale, length, at), 1), str(day.fromordinal(at).year)) for at in years),
        begin=begin,
        axis=end,
        height=round(max(end + BEYOND * is_longer, *(label.top + label.height for label in labels), 0)),
    )


def _stages(aid: FindingAid) -> Iterable[tuple[Span, Row]]:
    """Give every stage that has a date, at its strongest."""
    for stage in aid.stages.values():
        date = chosen_date(stage)
        covered = span(date.edtf) if date else None
        if covered:
            words = when(aid.words, stage)
            row = Row(y=0, label_y=0, height=0, status=stage.status, name=stage.name, when=words)
            yield covered, replace(row, is_sharp=covered.is_sharp, differs=bool(differing(stage.dates)))


def _documents(aid: FindingAid, scale: Scale) -> Iterable[tuple[Span, Row]]:
    """Give the documents, and beyond which end of the stretch they lie, if they do."""
    for covered, name, words in dated_documents(aid):
        place = "" if scale.is_within(covered) else "before" if covered.middle < scale.first else "after"
        yield covered, Row(y=0, label_y=0, height=0, status="document", name=name, when=words, beyond=place)


def dated_documents(aid: FindingAid) -> tuple[tuple[Span, str, str], ...]:
    """Give (span, kind, date in words) of the dated documents, in order; those of one kind and date once.

    Where these are too many to draw, those of one kind and year, else of one year; none where even the years are.
    """
    rows = [(aid.kind(document), document.entry.date) for document in aid.documents.values()]
    dated = [(kind, edtf, covered) for kind, edtf in rows if (covered := span(edtf))]
    of_years = [(kind, f"{day.fromordinal(covered.first).year:04d}", covered) for kind, _, covered in dated]
    for ways in (dated, of_years, [("", year, covered) for _, year, covered in of_years]):
        found = _grouped(aid, ways)
        if len(found) <= aid.settings.limits.drawn:
            is_exact = ways is dated
            return tuple(
                (covered[-1] if is_exact else _middle(covered), _named(aid, kind, len(covered)), words)
                for (kind, words), covered in found.items()
            )
    return ()


def _grouped(aid: FindingAid, dated: Iterable[tuple[str, str, Span]]) -> dict[tuple[str, str], list[Span]]:
    """Gather documents where kind and date are worded the same."""
    found: dict[tuple[str, str], list[Span]] = {}
    for kind, edtf, covered in dated:
        worded = moment(edtf, aid.words)
        if worded:
            found.setdefault((kind, worded.words), []).append(covered)
    return found


def _middle(spans: Sequence[Span]) -> Span:
    """Give the day on which documents stand on the average."""
    at = round(sum(covered.middle for covered in spans) / len(spans))
    return Span(first=at, last=at, is_sharp=False)


def _named(aid: FindingAid, kind: str, number: int) -> str:
    """Name documents of a kind, or of any."""
    if not kind:
        return aid.count("documents", number)
    return aid.say("drawing.several", kind=kind, n=number) if number > 1 else kind


def _enter(labels: list[_Label], row: Row) -> None:
    """Add an entry to the last label if their marks nearly touch, else begin a label."""
    last = labels[-1] if labels else None
    if last is None or row.y - last.rows[0].y > NEAR:
        labels.append(_Label(rows=[row], top=row.y - LINE / 2))
        return
    told = next((each.when for each in reversed(last.rows) if each.when), "")
    last.rows.append(replace(row, leads=False, when="" if row.when == told else row.when))


def _spread(labels: list[_Label]) -> None:
    """Move labels that would touch as little as may be: those that do are set as one block about their own middle."""
    blocks: list[list[_Label]] = []
    for label in labels:
        blocks.append([label])
        while len(blocks) > 1 and _top(blocks[-2]) + _height(blocks[-2]) > _top(blocks[-1]):
            blocks[-2:] = [[*blocks[-2], *blocks[-1]]]
    for block in blocks:
        top = _top(block)
        for label in block:
            label.top = top
            top += label.height


def _top(block: list[_Label]) -> float:
    """Give where a block begins so that its labels are, on the whole, nearest to their marks; never above the top."""
    wanted, before = 0.0, 0.0
    for label in block:
        wanted += label.rows[0].y - LINE / 2 - before
        before += label.height
    return max(wanted / len(block), 2.0)


def _height(block: list[_Label]) -> float:
    return sum(label.height for label in block)


def _lines(label: _Label) -> Iterable[Row]:
    """Place the lines of a label under one another."""
    y = label.top + LINE / 2
    for row in label.rows:
        yield replace(row, label_y=round(y, 1))
        y += 2 * LINE if row.when else LINE


def _years(scale: Scale) -> Iterable[int]:
    """List the years that begin on the stretch."""
    first, last = day.fromordinal(scale.first).year, day.fromordinal(scale.last).year
    return (year for year in range(first, last + 1) if scale.first <= day(year, 1, 1).toordinal() <= scale.last)


def _down(scale: Scale, length: int, ordinal: float) -> float:
    """Give the pixels down the axis at which a day stands."""
    return round(12 + length * (ordinal - scale.first) / max(scale.last - scale.first, 1), 1)
