"""Reads days of mastheads and lists: columns, the day as of which a list stands, and days on which something ends.

Knows nothing of which day is chosen.
"""

import re

from muniment.dates import Wording
from muniment.normalise.metadata import columns, date_ends
from muniment.normalise.metadata.head import HeadLine, found_in
from muniment.normalise.metadata.view import Line, View

_ADOPTED = re.compile(
    r"\b(?:adopted|signed|approved|agreed|adoptée?s?|aprobad[oa]s?|vedtatt) (?:by|at|in|par|por|av) "
    r".{2,80}? (?:on|le|el|den) $",
    re.IGNORECASE,
)
_AS_OF = re.compile(
    r"\b(?:as (?:of|at|on)|status (?:on|at)|stand(?: (?:vom|am|per))?|état au|per):? (?=\d|[A-Z])", re.IGNORECASE
)
_DISTRIBUTED = re.compile(
    r"\bdistr(?:\.|ibution)?:? ?(?:general|limited|restricted)?$|^(?:general|limited|restricted)$", re.IGNORECASE
)
_ROW = 3
"""Days of one line of a list from which on it holds its rows, and is no line of its head."""
_REACH = 300


def ends_something(head: HeadLine) -> bool:
    """Tell whether the first day of a line is one on which something ends, which says nothing of the document."""
    return date_ends.is_end(head.line.text[: head.wordings[0].start])


def is_adoption(head: HeadLine) -> bool:
    """Tell whether a line ends with the day of an adoption: "Resolution adopted by the Assembly on 3 May 2001"."""
    last = head.wordings[-1]
    is_last = not head.line.text[last.end :].strip(" .)]*")
    return is_last and bool(last.order) and bool(_ADOPTED.search(head.line.text[: last.start]))


def is_distributed(before: HeadLine | None) -> bool:
    """Tell whether the line before a day is the distribution mark of an official document: "Distr.: General"."""
    return before is not None and before.role == "note" and bool(_DISTRIBUTED.search(before.line.text))


def is_row(head: HeadLine) -> bool:
    """Tell whether a line of a list holds rows of it."""
    return len(head.wordings) >= _ROW


def is_column(head: HeadLine) -> bool:
    """Tell whether the last column of a line is a day and nothing else: "Environment      12 May 2009"."""
    wording = head.wordings[0]
    rows = (columns.split(part) for _, part in head.line.parts)
    return bool(wording.order) and any(len(columns) > 1 and columns[-1].strip() == wording.text for columns in rows)


def as_of(view: View) -> tuple[Line, Wording] | None:
    """Find the day as of which a list stands, in its first lines: "Status (as at 14 June 2011)"."""
    for line in view.lines[:6]:
        for wording in found_in(line.text[:_REACH]):
            before = line.text[max(0, wording.start - 12) : wording.start]
            if wording.order and not wording.relative and _AS_OF.search(f"{before}{wording.text}"):
                return line, wording
    return None
