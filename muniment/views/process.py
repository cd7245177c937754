"""Stages and documents → the process line: one thin drawing of the story, to time, with a mark for the page being read.

Knows nothing of pixels: positions are percentages of whatever width the page has.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from muniment.frozen import dataclass
from muniment.model import Interval, Stage, StageDate
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links
from muniment.views.moments import Span, attested, span
from muniment.words import Words

GAP = 14
"""Least distance between two stages, in percent, so that their names stand apart."""

OUTSIDE = 0.12
"""A document further from the nearest stage than this part of the whole line stands beyond a break."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One stage on the line."""

    name: str
    url: str
    status: str
    """`held`, `planned`, `target` or `unknown`."""
    when: str
    """Its date in words; the printed words where the date is an inference; may be empty."""
    at: int
    """Percent from the line's beginning."""
    is_here: bool
    """Whether the document being read belongs to it."""
    room: int
    """Percent of the line's width that its words may take without touching those of a neighbour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """One document on the line."""

    at: float
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessLine:
    """Everything the drawing and the list show."""

    stops: tuple[Stop, ...]
    ticks: tuple[Tick, ...]
    begins: int
    """Percent at which the stretch drawn to time begins; what lies before it stands beyond a break."""
    ends: int
    """Percent at which it ends."""
    here: str
    """Where the document being read stands, in words; empty on other pages."""
    here_at: int
    """Percent; meaningless without `here`."""

    @property
    def room(self) -> int:
        """Percent of the line's width that every stop has for its words."""
        return min(stop.room for stop in self.stops)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """The stages and documents laid out in time: what is the same on every page."""

    stops: tuple[tuple[Stage, int, str], ...]
    """(stage, percent, its date in words)."""
    ticks: tuple[Tick, ...]
    ordinals: Mapping[str, int]
    """Place of each dated document among the ticks."""
    between: Mapping[str, Interval]
    """Between which stages each dated document of no stage stands."""
    begins: int
    ends: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Frame:
    """What places the documents: the stages' days and places, and where the stretch drawn to time ends."""

    days: list[float]
    places: list[int]
    begins: int
    ends: int
    slack: float
    """Days before the first and after the last stage that still belong to the stretch."""


def lay(aid: FindingAid) -> Course | None:
    """Lay the stages and documents out in time; nothing for an archive without stages."""
    stages = tuple(aid.stages.values())
    if not stages or "timeline" not in aid.settings.indexes:
        return None
    days = _days(stages)
    dates = {name: each.entry.date for name, each in aid.documents.items()} if any(map(_day, stages)) else {}
    known = {name: covered for name, date in dates.items() if (covered := span(date)) is not None}
    slack = max((days[-1] - days[0]) * OUTSIDE, 31)
    has_before = any(each.middle < days[0] - slack for each in known.values())
    has_after = any(each.middle > days[-1] + slack for each in known.values())
    begins, ends = (12 if has_before else 0), (88 if has_after else 100)
    places = _places(days, begins + 7, ends - 7)
    placed = tuple(_placed(known, _Frame(days=days, places=places, begins=begins, ends=ends, slack=slack)))
    ticks = tuple(at for at, _ in placed)
    ordinals = {name: number for number, (_, name) in enumerate(placed)}
    if len(placed) > aid.settings.limits.drawn:  # a mark for each percent, whoever stands there
        ticks = tuple(dict.fromkeys(float(round(at)) for at in ticks))
        numbers = {at: number for number, at in enumerate(ticks)}
        ordinals = {name: numbers[float(round(at))] for at, name in placed}
    return Course(
        stops=tuple((stage, at, when(aid.words, stage)) for stage, at in zip(stages, places, strict=True)),
        ticks=tuple(Tick(at=at, is_here=False) for at in ticks),
        ordinals=ordinals,
        between={name: each for each in aid.indexes.timeline.between for name in each.documents},
        begins=begins,
        ends=ends,
    )


def process_line(aid: FindingAid, course: Course | None, links: Links, reading: str = "") -> ProcessLine | None:
    """Draw the course on one page and mark the document being read; nothing for an archive without stages."""
    if course is None:
        return None
    number = course.ordinals.get(reading)
    ticks = course.ticks
    if number is not None:
        ticks = (*ticks[:number], replace(ticks[number], is_here=True), *ticks[number + 1 :])
    return ProcessLine(
        stops=tuple(
            Stop(
                name=stage.name,
                url=links.to(f"timeline.html#stage-{stage.id}"),
                status=stage.status,
                when=words,
                at=at,
                is_here=bool(reading) and aid.stage_of.get(reading) == stage.id,
                room=room,
            )
            for (stage, at, words), room in zip(course.stops, _rooms([at for _, at, _ in course.stops]), strict=True)
        ),
        ticks=ticks,
        begins=course.begins,
        ends=course.ends,
        here="" if number is None else where(aid, course, reading),
        here_at=0 if number is None else round(ticks[number].at),
    )


def _rooms(places: list[int]) -> list[int]:
    """Give for each place how wide words about it may be: as far as to the nearer neighbour, and within the line."""
    behind = [-places[0], *places[:-1]]
    before = [*places[1:], 200 - places[-1]]
    return [min(at - low, high - at) for low, at, high in zip(behind, places, before, strict=True)]


def chosen_date(stage: Stage) -> StageDate | None:
    """Choose the date that places a stage: the first of its strongest status, known days before vaguer spans."""
    strongest = [date for date in stage.dates if date.status == stage.status]
    known = [date for date in strongest if span(date.edtf)]
    sharp = [date for date in known if (covered := span(date.edtf)) and covered.is_sharp]
    return next(iter((*sharp, *known, *strongest, *stage.dates)), None)


def when(words: Words, stage: Stage) -> str:
    """Word a stage's date: as read, or as printed where the printed words say it better."""
    date = chosen_date(stage)
    if date is None:
        return ""
    worded = attested(date, words)
    return worded.words if worded else words.say("quoted", words=date.printed) if date.printed else ""


def where(aid: FindingAid, course: Course, document: str) -> str:
    """Say in words where a document stands among the stages."""
    if document in aid.stage_of:
        return aid.say("process.at", stage=aid.stages[aid.stage_of[document]].name)
    if document not in course.between:
        return ""
    place, names = proven(aid, course.between[document])
    return aid.say(f"process.{place}", **names)


def proven(aid: FindingAid, interval: Interval) -> tuple[str, dict[str, str]]:
    """Give the last part of the words' key for an interval's place among the stages, and the names they want."""
    after, before = (aid.stages[name].name if name else "" for name in (interval.after, interval.before))
    if after and before:
        return "between", {"stage": after, "next": before}
    return ("after" if after else "before" if before else "outside"), {"stage": after or before}


def _days(stages: tuple[Stage, ...]) -> list[float]:
    """Give every stage a day: the middle of its date; a stage without one lies evenly between its neighbours."""
    found = [_day(stage) for stage in stages]
    known = [(index, day) for index, day in enumerate(found) if day is not None]
    if not known:
        return [float(index) for index in range(len(stages))]
    days = []
    for index, day in enumerate(found):
        earlier = [pair for pair in known if pair[0] <= index]
        later = [pair for pair in known if pair[0] >= index]
        if day is not None:
            days.append(day)
        elif earlier and later:
            (i, first), (j, last) = earlier[-1], later[0]
            days.append(first + (last - first) * (index - i) / (j - i))
        else:
            i, nearest = (earlier or later)[-1 if earlier else 0]
            days.append(nearest + 30.0 * (index - i))
    return _rising(days)


def _day(stage: Stage) -> float | None:
    """Give the middle of a stage's date; nothing without a date."""
    date = chosen_date(stage)
    covered = span(date.edtf) if date else None
    return covered.middle if covered else None


def _rising(days: list[float]) -> list[float]:
    """Keep the archive's order of stages even where their dates go back."""
    for index in range(1, len(days)):
        days[index] = max(days[index], days[index - 1])
    return days


def _places(days: list[float], low: int, high: int) -> list[int]:
    """Spread the days over the line to time, then push neighbours apart where their names would touch."""
    if len(days) == 1:
        return [(low + high) // 2]
    length = days[-1] - days[0]
    gap = min(GAP, (high - low) // (len(days) - 1))
    even = (high - low) / (len(days) - 1)
    places = [
        round(low + ((day - days[0]) / length * (high - low) if length else index * even))
        for index, day in enumerate(days)
    ]
    for index in range(1, len(places)):
        places[index] = max(places[index], places[index - 1] + gap)
    places[-1] = min(places[-1], high)
    for index in range(len(places) - 2, -1, -1):
        places[index] = min(places[index], places[index + 1] - gap)
    return places


def _placed(known: Mapping[str, Span], frame: _Frame) -> Iterable[tuple[float, str]]:
    """Place every dated document: between the stages to time, or beyond a break at either end."""
    begins, ends, days, slack = frame.begins, frame.ends, frame.days, frame.slack
    before = [name for name, covered in known.items() if covered.middle < days[0] - slack]
    after = [name for name, covered in known.items() if covered.middle > days[-1] + slack]
    places = {name: (begins - 4) * number / (len(before) + 1) for number, name in enumerate(before, 1)}
    places |= {name: ends + 4 + (96 - ends) * number / (len(after) + 1) for number, name in enumerate(after, 1)}
    return _apart(
        sorted(
            (places[name] if name in places else _between(covered.middle, frame), name)
            for name, covered in known.items()
        )
    )


def _between(day: float, frame: _Frame) -> float:
    """Read a day off the line as the stages stretch it."""
    days, places = frame.days, frame.places
    if day <= days[0]:
        return max(places[0] - (days[0] - day) / 31, frame.begins + 1.0)
    for (first, last), (low, high) in zip(pairwise(days), pairwise(places), strict=True):
        if day <= last:
            return low + (high - low) * (day - first) / (last - first) if last > first else float(low)
    return min(places[-1] + (day - days[-1]) / 31, frame.ends - 1.0)


def _apart(placed: list[tuple[float, str]]) -> Iterable[tuple[float, str]]:
    """Keep marks of nearly the same day from covering one another."""
    gap = min(0.9, 80 / (len(placed) + 1))
    reached = -1.0
    for at, name in placed:
        reached = max(at, reached + gap)
        yield round(min(reached, 100.0), 2), name
