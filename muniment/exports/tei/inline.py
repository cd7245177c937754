"""Runs of words with what stands around and between them into inline XML; knows nothing of blocks or of TEI's names.

Elements may overlap in any way: one is closed and opened again where another ends inside it.
"""

from collections.abc import Iterable, Sequence

from muniment.exports.tei.xml import element, escape, tag
from muniment.frozen import dataclass
from muniment.model import Run

_RENDERED = {"em": "italic", "strong": "bold", "code": "code", "s": "strikethrough"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """An element around some characters."""

    start: int
    end: int
    rank: int
    """Among elements that begin and end together, the lower is outside."""
    opening: str
    """What is written where it begins."""
    closing: str
    again: str = ""
    """What opens it again behind the end of another element; the opening itself if empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """Something that stands between two characters."""

    at: int
    markup: str


def set_runs(runs: Sequence[Run], stretches: Iterable[Stretch], signs: Iterable[Sign]) -> str:
    """Set runs; offsets count from the beginning of the first run."""
    text = "".join(run.text for run in runs)
    around = [each for each in (*_marked(runs), *stretches) if each.start < each.end <= len(text)]
    between: dict[int, list[str]] = {}
    for sign in signs:
        between.setdefault(min(sign.at, len(text)), []).append(sign.markup)
    breaks = _breaks(runs)
    return _swept(text, around, between, breaks) if around or between or breaks else escape(text)


def _swept(text: str, around: Sequence[Stretch], between: dict[int, list[str]], breaks: frozenset[int]) -> str:
    """Write text with its elements from left to right."""
    ends = {each.end for each in around}
    starting: dict[int, list[Stretch]] = {}
    for each in sorted(around, key=lambda stretch: (stretch.start, -stretch.end, stretch.rank)):
        starting.setdefault(each.start, []).append(each)
    places = sorted({0, len(text), *ends, *starting, *between, *breaks, *(place + 1 for place in breaks)})
    written: list[str] = []
    opened: list[Stretch] = []
    for place, following in zip(places, [*places[1:], len(text)], strict=True):
        again: list[Stretch] = []
        while any(each.end == place for each in opened):
            last = opened.pop()
            written.append(last.closing)
            if last.end != place:
                again.append(last)
        written += between.get(place, [])
        written += [each.again or each.opening for each in reversed(again)]
        opened += reversed(again)
        written += [each.opening for each in starting.get(place, [])]
        opened += starting.get(place, [])
        written.append("<lb/>\n" if place in breaks else escape(text[place:following]))
    return "".join(written)


def _marked(runs: Sequence[Run]) -> list[Stretch]:
    """Give the elements of the runs' own marks, one for each run."""
    found = []
    place = 0
    for run in runs:
        for rank, mark in enumerate(run.marks):
            name = "ref" if mark == "link" else "hi"
            start = (
                tag("ref", target=_address(run.href)) if mark == "link" else tag("hi", rend=_RENDERED.get(mark, mark))
            )
            end = place + len(run.text)
            found.append(Stretch(start=place, end=end, rank=rank, opening=f"<{start}>", closing=f"</{name}>"))
        place += len(run.text)
    return found


def _address(href: str) -> str:
    """Keep an address to the characters that an address may have."""
    return "".join(character for character in href if character.isprintable() and character not in ' <>"{}|\\^`')


def _breaks(runs: Sequence[Run]) -> frozenset[int]:
    """Give the places of hard line breaks."""
    places = []
    place = 0
    for run in runs:
        if run.is_break:
            places.append(place)
        place += len(run.text)
    return frozenset(places)


def note(kind: str, text: str) -> str:
    """Write an editor's note."""
    return element("note", escape(text), type=kind) if text else ""
