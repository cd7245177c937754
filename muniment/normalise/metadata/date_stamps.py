"""Finds the lines that stamp a day on the text: over it, directly under it, or alone somewhere in it.

Refuses a stamp under another line's label, in a caption, and in the lists of other texts that sites print.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from muniment.dates import Wording
from muniment.normalise.metadata import labels, shapes, site_forms, stamp
from muniment.normalise.metadata.head import found_in
from muniment.normalise.metadata.stamp import Stamp
from muniment.normalise.metadata.view import Line, View

OPENING = 4
"""How many sentences may stand over the stamp of a text: a lead, a summary, a note on cookies."""
OPENING_WORDS = 120
"""How many words those may have together."""
FURTHEST = 90
"""Lines of the longest menu over a text."""
NEAR = 3
"""Lines between the end of the text and a day that still belongs to it."""
LISTED = 3
"""So many different days under the opening are a list of other texts."""

OWN_DAY = frozenset(("speech", "statement", "letter", "declaration", "minutes", "chairs-summary"))
"""Kinds that have a day of their own, which the day of publication need not be."""
_UPLOADS = frozenset(
    ("date uploaded", "uploaded", "uploaded on", "upload date", "date added", "date modified", "joined")
)
"""Labels of sites that hold copies, over a day that is the copy's."""
_OF_PAGE = re.compile(r"\b(?:last|page|sist|dernière|última|letzte|zuletzt|senast|sidst)\b", re.IGNORECASE)


def opening(view: View) -> int:
    """Give the index of the line that ends the opening: where the labels and stamps over a text can stand."""
    told: set[str] = set()
    words = 0
    last = _last_sentence(view)
    for index, line in enumerate(view.lines[:FURTHEST]):
        if index == last:
            return index
        if line.kind == "lifted" or line.text in told or not shapes.is_prose(line.text):
            continue
        told.add(line.text)
        words += line.text.count(" ") + 1
        if len(told) == OPENING or words > OPENING_WORDS:
            return index
    return min(len(view.lines), FURTHEST)


def found(view: View, kind: str) -> Iterator[tuple[str, Line, Wording]]:
    """Give (source, line, wording) of every stamp that can be the document's own."""
    first, last = opening(view), _last_sentence(view)
    stamped = tuple(_stamps(view))
    yield from _over(stamped, first, kind)
    others = [(index, line, one) for index, line, one in stamped if index >= first and one.is_bare]
    if kind == "status-list" or not others or _is_list(view, first):
        return
    for index, line, one in others:
        if one.is_change:
            yield "updated", line, one.wording
        elif one.is_issue and index > last:
            yield _of_issue(kind), line, one.wording
        elif last < index <= last + NEAR and len({other.wording.edtf for at, _, other in others if at > last}) == 1:
            yield "tail", line, one.wording
        elif len({other.wording.edtf for _, _, other in stamped}) == 1:
            yield _of_only(view, index, last), line, one.wording


def _over(stamped: tuple[tuple[int, Line, Stamp], ...], first: int, kind: str) -> Iterator[tuple[str, Line, Wording]]:
    """Give the stamps over the text; what follows a byline's or a time's stamp is of a picture or another story."""
    is_settled = False
    for index, line, one in stamped:
        if index >= first:
            return
        if one.is_change:
            yield change(line.text, kind), line, one.wording
        elif one.is_issue:
            yield _of_issue(kind), line, one.wording
            is_settled = True
        elif is_settled:
            yield "later", line, one.wording
        else:
            yield ("stamp" if one.is_bare else "beside"), line, one.wording
            is_settled = one.has_time or not one.is_bare


def _of_only(view: View, index: int, last: int) -> str:
    """Say what the only stamp of a text is worth: under a paragraph with no paragraph below, it ends a post.

    Comments may follow it; a day between two paragraphs may head the second, as in a diary.
    """
    if index > last:
        return "below"
    before, after = view.lines[index - 1], view.lines[index + 1 : index + 3]
    is_end = shapes.is_prose(before.text) and not any(shapes.is_prose(line.text) for line in after)
    return "post" if is_end and len(after) == 2 else "within"


def _of_issue(kind: str) -> str:
    return "issued" if kind in OWN_DAY else "label"


def change(text: str, kind: str) -> str:
    """Say what the label of a change over the text is worth: that of a news story or with a time is the story's day.

    "Last updated: 3 May 2004" without a time is what a page says of itself; a list of states is of the day it gives.
    """
    if kind == "status-list":
        return "label"
    found = stamp.read(text)
    is_of_page = bool(_OF_PAGE.search(text))
    return "refreshed" if (kind == "news-story" and not is_of_page) or (found and found.has_time) else "updated"


def _stamps(view: View) -> Iterator[tuple[int, Line, Stamp]]:
    for index, whole in enumerate(view.lines):
        if index > 1 and site_forms.RELATED.fullmatch(whole.text):
            return
        if whole.role == "caption" or len(whole.text) > 2 * stamp.LONGEST:
            continue
        for line in _single(whole):
            one = stamp.read(line.text)
            if one and not labels.of_line(line.text) and not is_labelled(view.lines[index - 1] if index else None):
                yield index, line, one
                break


def _single(line: Line) -> tuple[Line, ...]:
    """Give a line, or the seed lines that were taken for one: a day in lower case looks like a title's second half."""
    if len(line.parts) == 1 or shapes.is_prose(line.text):
        return (line,)
    return (line, *(replace(line, text=" ".join(words.split()), parts=((at, words),)) for at, words in line.parts))


def over(view: View) -> Iterator[tuple[Line, Stamp]]:
    """Give the stamps over the text, whatever they are worth as its date."""
    first = opening(view)
    yield from ((line, one) for index, line, one in _stamps(view) if index < first)


def is_labelled(before: Line | None) -> bool:
    """Tell whether the line before is a label whose value the stamp is: "Beginn:", "Starts:", "Date:"."""
    if before is None:
        return False
    return (before.text.endswith(":") and before.text.count(" ") <= 3) or before.text.casefold() in _UPLOADS


def _last_sentence(view: View) -> int:
    for index in range(len(view.lines) - 1, -1, -1):
        line = view.lines[index]
        if line.kind in {"item", "provision", "quote"} or (line.kind != "lifted" and shapes.is_prose(line.text)):
            return index
    return -1


def _is_list(view: View, first: int) -> bool:
    """Tell whether several short lines under the opening have different days: other stories, comments, events."""
    days: set[str] = set()
    for line in view.lines[first:]:
        if len(line.text) <= stamp.LONGEST and any(map(str.isdigit, line.text)) and not shapes.is_prose(line.text):
            days.update(one.edtf for one in found_in(line.text) if one.order and "X" not in one.edtf)
        if len(days) >= LISTED:
            return True
    return False
