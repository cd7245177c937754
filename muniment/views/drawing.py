"""The timeline → a picture to scale: where every bar, mark and label stands; the picture for wide pages.

Horizontal measures are percentages (the picture is as wide as the page), vertical ones CSS pixels. Knows no colour.
"""

from collections.abc import Iterable
from dataclasses import replace

from muniment.archive import STRENGTH
from muniment.frozen import dataclass
from muniment.model import Stage
from muniment.views.column import Column, column, dated_documents
from muniment.views.differing import differing
from muniment.views.finding_aid import FindingAid
from muniment.views.moments import Span, span
from muniment.views.quotations import opening
from muniment.views.scale import Mark, Scale, chosen_scale, marks

ROW = 24
"""Height of a row of the wide picture."""

SIDE = 57
"""A bar that ends beyond this percentage has its label on its left."""

SHORT = 12
"""A span of at most this many days is drawn as a point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One attested date of a stage, or one document."""

    x: float
    """Percent at which it begins; for a point, at which it stands."""
    width: float
    """Percent; 0 for a point."""
    y: int
    status: str
    """`held`, `planned`, `target`, `unknown`, or `document`."""
    is_sharp: bool
    """Whether its ends are known days."""
    label: str
    source: str
    """Kind of the document that says so; empty for documents themselves."""
    is_left: bool
    """Whether the label stands on the left of it."""
    beyond: str = ""
    """`before` or `after` when it lies outside the stretch drawn to time."""

    @property
    def label_x(self) -> float:
        """Percent at which the label's near edge stands."""
        return self.x if self.is_left else self.x + self.width


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A stage's name over its bars."""

    name: str
    status: str
    x: float
    y: int
    is_left: bool
    differs: bool
    """Whether the documents give different dates of one status."""
    y_last: int
    """Where the last of its bars stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Both pictures."""

    headings: tuple[Heading, ...]
    bars: tuple[Bar, ...]
    documents: tuple[Bar, ...]
    marks: tuple[Mark, ...]
    axis: int
    """Height of the axis."""
    height: int
    column: Column
    """The same for narrow pages."""


def drawing(aid: FindingAid) -> Drawing | None:
    """Draw the stages and documents; nothing where no stage has a date."""
    scale = chosen_scale(aid)
    if scale is None:
        return None
    headings: list[Heading] = []
    bars: list[Bar] = []
    y = 18
    for stage in aid.stages.values():
        own = tuple(_stage_bars(aid, stage, scale, y + ROW))
        if not own:
            continue
        lead = min(own, key=lambda bar: bar.x)
        headings.append(
            Heading(
                name=stage.name,
                status=stage.status,
                x=lead.x,
                y=y,
                is_left=all(bar.is_left for bar in own),
                differs=bool(differing(stage.dates)),
                y_last=own[-1].y,
            )
        )
        if headings[-1].is_left:
            headings[-1] = replace(headings[-1], x=max(bar.x + bar.width for bar in own))
        bars += own
        y = own[-1].y + ROW + 12
    axis = y
    documents = tuple(_document_bars(aid, scale, axis + 46))
    return Drawing(
        headings=tuple(headings),
        bars=tuple(bars),
        documents=documents,
        marks=tuple(marks(scale, aid.words)),
        axis=axis,
        height=axis + 46 + ROW * len(documents),
        column=column(aid, scale),
    )


def _stage_bars(aid: FindingAid, stage: Stage, scale: Scale, y: int) -> Iterable[Bar]:
    """Draw each distinct date of a stage once, under one another, planned before held."""
    seen: dict[tuple[str, str], int] = {}
    for date in stage.dates:
        seen[date.status, date.edtf] = seen.get((date.status, date.edtf), 0) + 1
    order = sorted(stage.dates, key=lambda date: -STRENGTH.index(date.status))
    for date in order:
        covered = span(date.edtf)
        times = seen.pop((date.status, date.edtf), 0)
        if covered is None or not times:
            continue
        kind = aid.kind(aid.documents[date.passage.document])
        source = aid.say("drawing.more", kind=kind, n=times - 1) if times > 1 else kind
        bar = _bar(scale, covered, y, date.status)
        yield replace(bar, label=aid.say("quoted", words=opening(date.printed, 28)[0]), source=source)
        y += ROW


def _bar(scale: Scale, covered: Span, y: int, status: str) -> Bar:
    """Draw one span as a point or a bar and choose its label's side."""
    is_point = covered.last - covered.first < SHORT
    x = scale.x(covered.middle if is_point else covered.first)
    width = 0.0 if is_point else round(scale.x(covered.last + 1) - x, 2)
    return Bar(
        x=x,
        width=width,
        y=y,
        status=status,
        is_sharp=covered.is_sharp,
        label="",
        source="",
        is_left=x + width > SIDE,
    )


def _document_bars(aid: FindingAid, scale: Scale, y: int) -> Iterable[Bar]:
    """Draw the documents under the axis, a row each, in the archive's order; outside the stretch at its edges."""
    for covered, name, words in dated_documents(aid):
        bar = replace(_bar(scale, covered, y, "document"), label=name, source=words)
        if not scale.is_within(covered):
            is_before = covered.middle < scale.first
            x = 0.8 if is_before else 99.2
            bar = replace(bar, x=x, width=0.0, is_left=not is_before, beyond="before" if is_before else "after")
        yield bar
        y += ROW
