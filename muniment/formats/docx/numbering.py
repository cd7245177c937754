"""The styles and numberings of a document → the heading's level, and the number or bullet before each paragraph.

A word processor prints numbers that stand nowhere in the text; readers saw them, and provisions are cited by them.
"""

import re
from dataclasses import field

from muniment.formats.docx.parts import Element, Parts, W, children, value
from muniment.formats.numerals import written
from muniment.frozen import dataclass

_STYLES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_HEADING = re.compile(r"heading ([1-6])", re.IGNORECASE)
_PLACE = re.compile(r"%([1-9])")
_BULLETS = "•◦▪"
_DEEPEST = 20
"""Styles on which a style is based, one on the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a numbering, as its document defines it."""

    form: str
    """Name of the form of its numbers; `bullet`, `none`."""
    pattern: str
    """What is printed: `%1.%2`, `(%3)`."""
    start: int
    is_legal: bool
    """Whether all numbers in it are in figures."""
    family: str
    """Names what counts together with it."""


@dataclass(slots=True, kw_only=True)
class Numbering:
    """The numberings of one document, with where each stands."""

    parts: Parts
    _styles: dict[str, Element] = field(default_factory=dict)
    _numbers: dict[str, Element] = field(default_factory=dict)
    _abstract: dict[str, Element] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    """Numbering to (level, number of its last paragraph)."""
    _levels: dict[tuple[str, int], Level | None] = field(default_factory=dict)
    """What was found of each level of each numbering, so that it is looked for once."""
    _by_style: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    """Style to (level of a heading, numbering, level there)."""

    def __post_init__(self) -> None:
        styles, numbering = self.parts.related("styles"), self.parts.related("numbering")
        self._styles = {value(each, "styleId"): each for each in children(styles, "style")}
        self._numbers = {value(each, "numId"): each for each in children(numbering, "num")}
        self._abstract = {value(each, "abstractNumId"): each for each in children(numbering, "abstractNum")}

    def heading(self, paragraph: Element) -> int:
        """Give the level of a heading, 1 to 6; 0 for any other paragraph."""
        return self._style(paragraph.find(f"{W}pPr"))[0]

    def sign(self, paragraph: Element) -> tuple[str, int]:
        """Give what is printed before a paragraph, and how deep it lies; count it. Empty if nothing is."""
        number, level = self._numbered(paragraph.find(f"{W}pPr"))
        found = self._level(number, level)
        if found is None:
            return "", 0
        if found.form == "bullet":
            return _BULLETS[min(level, 2)], level
        counts = self._counts.setdefault(found.family, {})
        counts[level] = counts.get(level, found.start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        if found.form == "none":
            return "", level

        def put(place: re.Match[str]) -> str:
            """Write the number of one level."""
            at = int(place[1]) - 1
            here = self._level(number, at) or found
            count = counts.setdefault(at, here.start)
            form = "decimal" if found.is_legal else here.form
            return f"0{count}" if form == "decimalZero" and count < 10 else written(count, _STYLES.get(form, "1"))

        return _PLACE.sub(put, found.pattern).strip(), level

    def _numbered(self, properties: Element | None) -> tuple[str, int]:
        """Give the numbering of a paragraph and its level there: its own, else its style's."""
        given = properties.find(f"{W}numPr") if properties is not None else None
        _, number, level = self._style(properties)
        if given is not None:
            number = value(given.find(f"{W}numId")) or number
            level = value(given.find(f"{W}ilvl")) or level
        return number, int(level) if level.isdigit() and len(level) < 3 else 0

    def _style(self, properties: Element | None) -> tuple[int, str, str]:
        """Give what a paragraph's style says: level of a heading, numbering, level there."""
        name = value(properties.find(f"{W}pStyle")) if properties is not None else ""
        if name not in self._by_style:
            self._by_style[name] = self._read_style(name)
        return self._by_style[name]

    def _read_style(self, name: str) -> tuple[int, str, str]:
        """Read a style and those it is based on, nearest first."""
        heading, number, level = 0, "", ""
        for _ in range(_DEEPEST):
            style = self._styles.get(name)
            if style is None:
                break
            called = value(style.find(f"{W}name"))
            found = _HEADING.fullmatch(called)
            heading = heading or (int(found[1]) if found else int(called.lower() == "title"))
            given = style.find(f"{W}pPr/{W}numPr")
            number = number or (value(given.find(f"{W}numId")) if given is not None else "")
            level = level or (value(given.find(f"{W}ilvl")) if given is not None else "")
            name = value(style.find(f"{W}basedOn"))
        return heading, number, level

    def _level(self, number: str, level: int) -> Level | None:
        """Give one level of a numbering; none if it is not defined."""
        key = number, level
        if key not in self._levels:
            self._levels[key] = self._read_level(number, level)
        return self._levels[key]

    def _read_level(self, number: str, level: int) -> Level | None:
        """Read the definition of one level, with what this numbering has of its own."""
        own = self._numbers.get(number)
        if own is None or number == "0":
            return None
        abstract = value(own.find(f"{W}abstractNumId"))
        found = _at(self._abstract.get(abstract), "lvl", level)
        override = _at(own, "lvlOverride", level)
        begins = value(override.find(f"{W}startOverride")) if override is not None else ""
        if override is not None and override.find(f"{W}lvl") is not None:
            found = override.find(f"{W}lvl")
        if found is None:
            return None
        start = begins or value(found.find(f"{W}start"))
        is_anew = own.find(f"{W}lvlOverride/{W}startOverride") is not None
        return Level(
            form=value(found.find(f"{W}numFmt")) or "decimal",
            pattern=value(found.find(f"{W}lvlText")),
            start=int(start) if start.isdigit() and len(start) < 7 else 1,
            is_legal=found.find(f"{W}isLgl") is not None,
            family=f"number {number}" if is_anew else f"abstract {abstract}",
        )


def _at(parent: Element | None, name: str, level: int) -> Element | None:
    """Give the child of one name that is about one level."""
    return next((each for each in children(parent, name) if value(each, "ilvl") == str(level)), None)
