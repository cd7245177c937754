"""The styles and numberings of a document → the heading's level, and the number or bullet before each paragraph.

A word processor prints numbers that stand nowhere in the text; readers saw them, and provisions are cited by them.
"""

import re
from dataclasses import dataclass, field

from muniment.formats.docx.parts import Element, Parts, W, children, value
from muniment.formats.numerals import written

_STYLES = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_HEADING = re.compile(r"heading ([1-6])", re.IGNORECASE)
_PLACE = re.compile(r"%([1-9])")
_BULLETS = "•◦▪"
_DEEPEST = 20
"""Styles on which a style is based, one on the other."""


@dataclass(slots=True, kw_only=True)
class Numbering:
    """The numberings of one document, with where each stands."""

    parts: Parts
    _styles: dict[str, Element] = field(default_factory=dict)
    _numbers: dict[str, Element] = field(default_factory=dict)
    _abstract: dict[str, Element] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    """Numbering to (level, number of its last paragraph)."""

    def __post_init__(self) -> None:
        styles, numbering = self.parts.related("styles"), self.parts.related("numbering")
        self._styles = {value(each, "styleId"): each for each in children(styles, "style")}
        self._numbers = {value(each, "numId"): each for each in children(numbering, "num")}
        self._abstract = {value(each, "abstractNumId"): each for each in children(numbering, "abstractNum")}

    def heading(self, paragraph: Element) -> int:
        """Give the level of a heading, 1 to 6; 0 for any other paragraph."""
        properties = paragraph.find(f"{W}pPr")
        for each in self._chain(properties):
            name = value(each.find(f"{W}name"))
            found = _HEADING.fullmatch(name)
            if found or name.lower() == "title":
                return int(found[1]) if found else 1
        return 0

    def sign(self, paragraph: Element) -> tuple[str, int]:
        """Give what is printed before a paragraph, and how deep it lies; count it. Empty if nothing is."""
        number, level = self._numbered(paragraph.find(f"{W}pPr"))
        found = self._level(number, level)
        if found is None:
            return "", 0
        kind = value(found.find(f"{W}numFmt")) or "decimal"
        if kind == "bullet":
            return _BULLETS[min(level, 2)], level
        counts = self._counts.setdefault(self._family(number), {})
        counts[level] = counts.get(level, self._start(number, level) - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        if kind == "none":
            return "", level
        pattern = value(found.find(f"{W}lvlText"))
        is_legal = found.find(f"{W}isLgl") is not None

        def put(place: re.Match[str]) -> str:
            """Write the number of one level."""
            at = int(place[1]) - 1
            here = self._level(number, at)
            count = counts.setdefault(at, self._start(number, at))
            form = "decimal" if here is None or is_legal else value(here.find(f"{W}numFmt"))
            return f"0{count}" if form == "decimalZero" and count < 10 else written(count, _STYLES.get(form, "1"))

        return _PLACE.sub(put, pattern).strip(), level

    def _chain(self, properties: Element | None) -> list[Element]:
        """Give a paragraph's style and those it is based on, nearest first."""
        chain: list[Element] = []
        name = value(properties.find(f"{W}pStyle")) if properties is not None else ""
        while name in self._styles and len(chain) < _DEEPEST:
            chain.append(self._styles[name])
            name = value(self._styles[name].find(f"{W}basedOn"))
        return chain

    def _numbered(self, properties: Element | None) -> tuple[str, int]:
        """Give the numbering of a paragraph and its level there: its own, else its style's."""
        number = level = ""
        for each in [properties, *(style.find(f"{W}pPr") for style in self._chain(properties))]:
            given = each.find(f"{W}numPr") if each is not None else None
            if given is not None:
                number = number or value(given.find(f"{W}numId"))
                level = level or value(given.find(f"{W}ilvl"))
        return number, int(level) if level.isdigit() else 0

    def _family(self, number: str) -> str:
        """Name what numberings count together: those of one abstract numbering that do not start anew."""
        own = self._numbers.get(number)
        if own is None or own.find(f"{W}lvlOverride/{W}startOverride") is not None:
            return f"number {number}"
        return f"abstract {value(own.find(f'{W}abstractNumId'))}"

    def _level(self, number: str, level: int) -> Element | None:
        """Give the definition of one level of a numbering."""
        own = self._numbers.get(number)
        if own is None or number == "0":
            return None
        for each in children(own, "lvlOverride"):
            if value(each, "ilvl") == str(level) and each.find(f"{W}lvl") is not None:
                return each.find(f"{W}lvl")
        abstract = self._abstract.get(value(own.find(f"{W}abstractNumId")))
        return next((each for each in children(abstract, "lvl") if value(each, "ilvl") == str(level)), None)

    def _start(self, number: str, level: int) -> int:
        """Give the number a level begins with."""
        own = self._numbers.get(number)
        for each in children(own, "lvlOverride"):
            override = each.find(f"{W}startOverride")
            if value(each, "ilvl") == str(level) and value(override).isdigit():
                return int(value(override))
        found = self._level(number, level)
        start = value(found.find(f"{W}start")) if found is not None else ""
        return int(start) if start.isdigit() and len(start) < 7 else 1
