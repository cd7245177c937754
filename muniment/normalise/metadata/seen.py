"""Holds what the readers of fields are given, and makes the readings they give back.

Knows no field.
"""

from muniment.frozen import dataclass
from muniment.model import Evidence
from muniment.normalise.metadata.head import HeadLine
from muniment.normalise.metadata.view import Line, View, quote
from muniment.normalise.working import Finding, Reading

_PROSE = 0.4
"""Score of the kind that prose has for want of any other form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is known when a field is read: the lines, what the head lines are, and the fields read before it."""

    view: View
    head: tuple[HeadLine, ...]
    readings: tuple[Reading, ...] = ()
    """Of the fields before this one, in the order of `READERS`."""
    findings: tuple[Finding, ...] = ()

    def best(self, field: str) -> Reading | None:
        """Give the best reading of a field so far; the earlier one of two alike."""
        found = [reading for reading in self.readings if reading.field == field]
        return max(found, key=lambda reading: reading.score) if found else None

    @property
    def sure_kind(self) -> str:
        """Give the kind read so far if more speaks for it than that it is prose."""
        found = self.best("kind")
        return found.value if found and found.score > _PROSE else ""

    @property
    def kind(self) -> str:
        """Give the kind read so far; empty if none."""
        found = self.best("kind")
        return found.value if found else ""


def reading(
    field: str, value: str, source: tuple[Line, str], judgement: tuple[float, str], basis: str = "attested"
) -> Reading:
    """Make a reading of a value from words of a line, with score and reason."""
    line, words = source
    number, exact = quote(line, words)
    return Reading(
        field=field, value=value, line=number, quote=exact, basis=basis, score=judgement[0], reason=judgement[1]
    )


def evidence(line: Line, words: str, basis: str = "attested") -> Evidence:
    """Make further evidence from words of a line."""
    number, exact = quote(line, words)
    return Evidence(line=number, quote=exact, basis=basis)
