"""Runs of words with what is said about them into inline HTML; knows nothing of blocks.

Marks and annotations may overlap in any way: an element is closed and opened again where another one ends inside it.
"""

import re
from collections.abc import Iterable, Sequence
from operator import attrgetter

from muniment.frozen import dataclass
from muniment.model import Run
from muniment.typeset.annotation import MARKED, NOTED, SIGNS, Annotation, Wording
from muniment.typeset.escape import escape, has_right_to_left

_NUMBER = re.compile(r"[0-9]{1,9}\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """An element around some characters."""

    start: int
    end: int
    rank: tuple[int, int]
    """Among elements that begin and end together, the lower is outside."""
    tag: str
    attributes: str
    """As written in the first opening tag, with a space before each."""
    id: str = ""
    """Written once, even if the element is opened again."""


def set_runs(runs: Sequence[Run], annotations: Sequence[Annotation], wording: Wording) -> str:
    """Set runs; the offsets of the annotations count from the beginning of the first run."""
    if len(runs) == 1 and not (runs[0].marks or runs[0].is_break):
        text = runs[0].text
        written = _row(text, annotations) if annotations else escape(text)
        if written is not None:
            return written
    text = "".join([run.text for run in runs])
    marks = _marks(runs)
    stretches = [*marks, *_annotated(annotations, marks, text)]
    signs = [(min(each.end, len(text)), note_link(each, wording)) for each in annotations if _has_sign(each)]
    return _swept(text, stretches, signs, _breaks(runs))


def _row(text: str, annotations: Sequence[Annotation]) -> str | None:
    """Set words with marked ones among them, one behind the other; nothing where the marked words meet or have notes.

    It gives what `_swept` gives, and most words that are marked are marked so.
    """
    written: list[str] = []
    done = 0
    for each in sorted(annotations, key=attrgetter("start")) if len(annotations) > 1 else annotations:
        end = min(each.end, len(text))
        if each.kind in NOTED or each.kind in SIGNS or not done <= each.start < end:
            return None
        words = text[each.start : end]
        tag = "a" if each.href else "mark" if each.kind == "mark" else "span"
        name = f' id="{escape(each.id)}"' if each.id else ""
        written += (
            escape(text[done : each.start]),
            f"<{tag}{name}{_attributes(each, words, is_link=each.href != '')}>",
            escape(words),
            f"</{tag}>",
        )
        done = end
    written.append(escape(text[done:]))
    return "".join(written)


def _attributes(annotation: Annotation, words: str, *, is_link: bool) -> str:
    """Write the attributes of an element around words."""
    attributes = f' class="{MARKED[annotation.kind]}"'
    if is_link:
        attributes += f' href="{escape(annotation.href)}"'
    if annotation.lang:
        attributes += f' lang="{escape(annotation.lang)}"'
    # `dir` also isolates the words from their surroundings.
    return attributes + ' dir="auto"' if has_right_to_left(words) else attributes


def _has_sign(annotation: Annotation) -> bool:
    """Say whether an annotation has a sign: a note to lead to, or a place to show."""
    return annotation.kind in SIGNS or (annotation.kind in NOTED and annotation.href != "")


def note_link(annotation: Annotation, wording: Wording) -> str:
    """Set the link to an annotation's note, or the sign of a place without a note.

    It holds no text: the number is shown by the style sheet from `data-n`, and never copied.
    """
    default = {"joined": wording.joined, "omission": wording.omission, "lacuna": wording.lacuna}
    label = escape(annotation.label or default.get(annotation.kind, wording.note))
    named = f'{wording.attribute} aria-label="{label}"'
    if not annotation.href:
        return f'<span class="{annotation.kind}" role="img"{named}></span>'
    kind = f" {annotation.kind}" if annotation.kind in SIGNS else ""
    number = _NUMBER.search(annotation.id)
    name = f' id="{escape(annotation.id)}"' if annotation.id else ""
    shown = f' data-n="{number[0]}"' if number else ""
    return f'<a class="note-ref{kind}" href="{escape(annotation.href)}"{name} role="doc-noteref"{named}{shown}></a>'


def _marks(runs: Iterable[Run]) -> list[Stretch]:
    """Give the elements of the runs' own marks; neighbouring runs share them as far as they agree."""
    found: list[Stretch] = []
    open_marks: list[tuple[str, str, int]] = []
    place = 0
    for run in (*runs, Run(text="")):
        wanted = [(mark, run.href if mark == "link" else "") for mark in run.marks]
        same = 0
        while same < min(len(wanted), len(open_marks)) and open_marks[same][:2] == wanted[same]:
            same += 1
        while len(open_marks) > same:
            mark, href, start = open_marks.pop()
            tag, attributes = ("a", f' href="{escape(href)}"') if mark == "link" else (mark, "")
            found.append(Stretch(start=start, end=place, rank=(0, len(open_marks)), tag=tag, attributes=attributes))
        open_marks += [(mark, href, place) for mark, href in wanted[same:]]
        place += len(run.text)
    return found


def _annotated(annotations: Iterable[Annotation], marks: Iterable[Stretch], text: str) -> list[Stretch]:
    """Give the elements of the annotations that mark words; a link within a link becomes a plain element."""
    links = [(mark.start, mark.end) for mark in marks if mark.tag == "a"]
    found = []
    taken = 0
    written: set[tuple[int, int, str, str]] = set()
    for rank, each in enumerate(sorted(annotations, key=_by_place)):
        start, end = max(each.start, 0), min(each.end, len(text))
        if each.kind not in MARKED or start >= end:
            continue
        is_note = each.kind in NOTED
        is_link = bool(each.href) and not is_note and start >= taken and not _touches(links, start, end)
        if is_link:
            taken = end
        attributes = _attributes(each, text[start:end], is_link=is_link)
        tag = "a" if is_link else "mark" if each.kind == "mark" else "span"
        name = "" if is_note else each.id
        if not name and (start, end, tag, attributes) in written:
            continue  # a second note on the same words needs no second element
        written.add((start, end, tag, attributes))
        found.append(Stretch(start=start, end=end, rank=(1, rank), tag=tag, attributes=attributes, id=name))
    return found


def _by_place(annotation: Annotation) -> tuple[int, int, str, str, str]:
    """Order annotations: by place, the longer first, then by what they are."""
    return annotation.start, -annotation.end, annotation.kind, annotation.href, annotation.id


def _touches(links: Iterable[tuple[int, int]], start: int, end: int) -> bool:
    """Say whether a stretch overlaps a link."""
    return any(first < end and start < behind for first, behind in links)


def _breaks(runs: Iterable[Run]) -> frozenset[int]:
    """Give the places of hard line breaks."""
    places = []
    place = 0
    for run in runs:
        if run.is_break:
            places.append(place)
        place += len(run.text)
    return frozenset(places)


def _swept(text: str, stretches: Sequence[Stretch], signs: Sequence[tuple[int, str]], breaks: frozenset[int]) -> str:
    """Write text with its elements, from left to right."""
    starting: dict[int, list[Stretch]] = {}
    for stretch in sorted(stretches, key=lambda each: (each.start, -each.end, each.rank)):
        starting.setdefault(stretch.start, []).append(stretch)
    shown: dict[int, list[str]] = {}
    for place, markup in signs:
        shown.setdefault(place, []).append(markup)
    ends = {stretch.end for stretch in stretches}
    places = sorted({0, len(text), *starting, *ends, *shown, *breaks, *(place + 1 for place in breaks)})
    written: list[str] = []
    open_now: list[Stretch] = []
    waiting: list[str] = []
    for place, following in zip(places, [*places[1:], len(text)], strict=True):
        again = _closed(open_now, place, written)
        waiting += shown.get(place, [])
        if waiting and not any(stretch.tag == "a" for stretch in open_now):
            written += waiting
            waiting = []
        written += [f"<{stretch.tag}{stretch.attributes}>" for stretch in again]
        for stretch in starting.get(place, []):
            name = f' id="{escape(stretch.id)}"' if stretch.id else ""
            written.append(f"<{stretch.tag}{name}{stretch.attributes}>")
            again.append(stretch)
        open_now += again
        written.append("<br>\n" if place in breaks else escape(text[place:following]))
    return "".join(written)


def _closed(open_now: list[Stretch], place: int, written: list[str]) -> list[Stretch]:
    """Close what ends here; give what had to be closed with it and has to be opened again."""
    again: list[Stretch] = []
    ending = sum(stretch.end == place for stretch in open_now)
    while ending:
        stretch = open_now.pop()
        written.append(f"</{stretch.tag}>")
        if stretch.end == place:
            ending -= 1
        else:
            again.append(stretch)
    return again[::-1]
