"""Finds what the address of a text and the file's name say of its day, which is weak evidence: never certain.

Refuses dates that the text prints, and a name's year that the text's own days come after.
"""

import re
from collections.abc import Iterator

from muniment import dates
from muniment.dates import Wording
from muniment.frozen import dataclass
from muniment.model import Evidence
from muniment.normalise.metadata import labels
from muniment.normalise.metadata.seen import evidence
from muniment.normalise.metadata.view import View

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,5}\Z")
_LATEST = 2
"""Years after the name's by which a text still may look ahead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weak:
    """A date from outside the words of the document."""

    source: str
    """Key of `date_places.SOURCES`: `address` or `name`."""
    wording: Wording
    evidence: Evidence


def find(view: View) -> Iterator[Weak]:
    """Give the dates of the addresses over and under the text, then that of the file's name."""
    for line in view.outer_lines:
        address = labels.address(line.text)
        for wording in dates.find_in_name(address)[:1] if address else ():
            if wording.edtf[:4].isdigit():
                yield Weak(source="address", wording=wording, evidence=evidence(line, address, "inferred"))
    named = _named(view.name)
    if named and not _looks_back(view, int(named.edtf[:4])):
        source = f'the name of the seed, "{view.name}"'
        yield Weak(source="name", wording=named, evidence=Evidence(line=0, quote="", basis="supplied", source=source))


def first_day(view: View) -> str:
    """Say which day the text names first, for an editor to whom no day of its own can be given; empty if none."""
    for line in view.lines:
        for one in dates.find(line.text):
            if one.order and "X" not in one.edtf:
                return f"; the first day that the text names is {one.edtf}, in line {line.number}"
    return ""


def _named(name: str) -> Wording | None:
    """Read the one date of a file's name; a bare year counts at its beginning or end only."""
    stem = _ENDING.sub("", name.rpartition("/")[2])
    found = [one for one in dates.find_in_name(stem) if one.edtf[:4].isdigit() and "/" not in one.edtf]
    if len({one.edtf for one in found}) != 1:
        return None
    is_at_edge = found[0].start == 0 or found[0].end == len(stem)
    return found[0] if is_at_edge or len(found[0].edtf) > len("2007") else None


def _looks_back(view: View, year: int) -> bool:
    """Tell whether the text speaks of days that a document of that year could not know."""
    return any(
        one.order and one.edtf[:4].isdigit() and int(one.edtf[:4]) >= year + _LATEST
        for line in view.lines
        for one in dates.find(line.text)
    )
