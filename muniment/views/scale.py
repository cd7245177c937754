"""The dates of an archive's stages → the scale of its picture: days to percent, and the months or years to mark.

Knows nothing of what is drawn on it.
"""

from collections.abc import Iterable
from datetime import date as day

from muniment.frozen import dataclass
from muniment.views.finding_aid import FindingAid
from muniment.views.moments import Span, moment, span
from muniment.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A month or year on the axis."""

    x: float
    label: str
    """Empty for a month between labelled ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Days to percent: the first and last day drawn."""

    first: int
    last: int

    def x(self, ordinal: float) -> float:
        """Give the percentage at which a day stands."""
        return round(2 + 96 * (ordinal - self.first) / max(self.last - self.first, 1), 2)

    def is_within(self, covered: Span) -> bool:
        """Say whether a span lies on the stretch drawn."""
        return self.first <= covered.middle <= self.last


def chosen_scale(aid: FindingAid) -> Scale | None:
    """Choose the stretch of time to draw: whole months that hold every dated stage, with a month to spare."""
    spans = [span(date.edtf) for stage in aid.stages.values() for date in stage.dates]
    known = [covered for covered in spans if covered]
    if not known:
        return None
    first = day.fromordinal(min(covered.first for covered in known))
    last = day.fromordinal(max(covered.last for covered in known))
    begin = day(first.year, first.month, 1)
    end = day(last.year + last.month // 12, last.month % 12 + 1, 1) if last.year < day.max.year else last
    return Scale(first=begin.toordinal(), last=end.toordinal())


def marks(scale: Scale, said: Words) -> Iterable[Mark]:
    """Mark every month (every year, on long stretches) and label so many that the labels do not touch."""
    begin, end = day.fromordinal(scale.first), day.fromordinal(scale.last)
    months = (end.year - begin.year) * 12 + end.month - begin.month
    step = 12 if months > 36 else 1
    every = max(1, -(-months // step // 6)) * step
    for index in range(0, months + 1, step):
        month = begin.month - 1 + index
        at = day(begin.year + month // 12, month % 12 + 1, 1)
        worded = moment(at.isoformat()[: 4 if step == 12 else 7], said)
        is_labelled = index % every == 0 and index <= months - every // 2
        yield Mark(x=scale.x(at.toordinal()), label=worded.words if worded and is_labelled else "")
