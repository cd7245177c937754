"""The opening of a paragraph into a printed number such as `(i)`, and its place among others; knows no blocks.

Read as a number: one letter, a doubled letter or a Roman numeral up to 39, in brackets or with a closing bracket only,
and one to three digits in brackets. Not read: `(see above)`, `(sic)`, `(2007)`, an initial (`A. Smith`), a sign of
copyright (`(c) 2007`), `§ 4` and `Article 3`, which are part of the wording or a heading.
"""

import re

from muniment.frozen import dataclass

_LABEL = re.compile(
    r"(?:\((?P<inner>[0-9]{1,3}|[a-z]{1,7}|[A-Z]{1,7})\)|(?P<open>[a-z]{1,7}|[A-Z]{1,7})\))(?=[ \t\n\u00a0]+\S)"
)
_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)
_SMALL = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read a label: `(i)` is the first Roman number or the ninth letter."""

    style: str
    """Shape of the number: `(a)`, `(A)`, `(i)`, `(I)`, `(1)`, or the same without the opening bracket."""
    ordinal: int
    """Its number in the series, from 1 (digits: as printed)."""


def find(text: str) -> str:
    """Give the label that a paragraph begins with, or nothing."""
    found = _LABEL.match(text)
    return found[0] if found and readings(found[0]) else ""


def readings(label: str) -> tuple[Reading, ...]:
    """Give every way to read a label, the lowest number first; none if it is a word."""
    inner = label.strip("()")
    opening = "(" if label.startswith("(") else ""
    if inner.isdigit():
        return (Reading(style=f"{opening}1)", ordinal=int(inner)),)
    is_small = inner.islower()
    found = []
    letter = _letter(inner.lower())
    if letter:
        found.append(Reading(style=f"{opening}{'a' if is_small else 'A'})", ordinal=letter))
    roman = _roman(inner.lower())
    if roman:
        found.append(Reading(style=f"{opening}{'i' if is_small else 'I'})", ordinal=roman))
    return tuple(sorted(found, key=lambda reading: reading.ordinal))


def depths(labels: list[str]) -> tuple[int, ...]:
    """Give the depth (from 0) of each label in a run of labelled paragraphs: `(a) (i) (ii) (b)` is 0 1 1 0.

    A label goes on with the innermost series it continues; else the first number of a new shape opens a series within;
    else it joins the innermost series of its shape, or the innermost there is.
    """
    series: list[Reading] = []
    found = []
    for label in labels:
        place = _place(series, readings(label))
        series[place[0] :] = [place[1]]
        found.append(place[0])
    return tuple(found)


def slug(label: str) -> str:
    """Give the label's letters and digits in lower case, for an id."""
    return "".join(c for c in label if c.isascii() and c.isalnum()).lower()


def _place(series: list[Reading], ways: tuple[Reading, ...]) -> tuple[int, Reading]:
    """Find the depth and the reading of one label after the series that are open."""
    inward = range(len(series) - 1, -1, -1)
    for depth in inward:
        for way in ways:
            if way.style == series[depth].style and way.ordinal == series[depth].ordinal + 1:
                return depth, way
    styles = [reading.style for reading in series]
    for way in ways:
        if way.ordinal == 1 and way.style not in styles:
            return len(series), way
    for depth in inward:
        for way in ways:
            if way.style == series[depth].style:
                return depth, way
    return max(len(series) - 1, 0), ways[0]


def _letter(inner: str) -> int:
    """Give the number of a letter (a is 1) or of a doubled letter (aa follows z); 0 for anything else."""
    if len(inner) == 1:
        return ord(inner) - ord("a") + 1
    if len(inner) == 2 and inner[0] == inner[1]:
        return 26 + ord(inner[0]) - ord("a") + 1
    return 0


def _roman(inner: str) -> int:
    """Read a well-formed Roman numeral up to 39; 0 for anything else."""
    found = _ROMAN.fullmatch(inner)
    return 10 * len(found[1]) + _SMALL[found[2]] if found else 0
