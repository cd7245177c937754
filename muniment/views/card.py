"""An archive → the words and the process line of its social card, broken into lines; knows nothing of painting.

It refuses to set what its typeface has no letters for: such an archive has no card rather than one with gaps.
"""

import re
import unicodedata

from muniment.frozen import dataclass
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links
from muniment.views.process import ProcessLine, lay, process_line

PATH = "card.png"
"""Where the card stands in the site."""

WIDTH, HEIGHT, MARGIN = 1200, 630, 84
"""Pixels, as previews of links show them."""

TITLE_SIZES = (72, 60, 50)
"""Tried from the largest; the last is used whatever the length."""
SMALL, LABEL = 31, 27
"""Sizes of the description, and of stages and counts."""

_SET = re.compile(
    r"[ -~\u00a0-\u012b\u0134-\u0149\u014c-\u0165\u0168-\u017f\u0391-\u03a1\u03a3-\u03ce\u0400-\u045f"
    r"\u2010\u2012-\u2015\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a]*"
)
"""What the typeface has: Latin, Greek and Cyrillic letters, figures and marks."""
_WIDTHS = (
    (0.4, " '|!,.:;ijl-[]/tf(){}\"I"),
    (0.6, "?rsz*c$0123456789Saevygx"),
    (0.8, "OQDNUwH&GKVXRBCYA"),
    (1.0, "MmW@%"),
)
"""Upper bounds of the widths of letters, in parts of the size; all others are at most 0.66."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What the card shows."""

    title: tuple[str, ...]
    """Its lines."""
    size: int
    """Of the title."""
    description: str
    """Broken by who paints it, as there is room."""
    counts: str
    process: ProcessLine | None
    alt: str
    """The same in words."""
    path: str = PATH
    width: int = WIDTH
    height: int = HEIGHT


def card(aid: FindingAid) -> Card | None:
    """Set an archive's card, if it asks for one, has an address, and is written in letters that can be set."""
    settings = aid.settings
    line = process_line(aid, lay(aid), Links(here=PATH))
    printed = [settings.title, settings.description, *(stop.name for stop in (line.stops if line else ()))]
    if "card" not in settings.exports or not settings.base_url or not all(map(_is_set, printed)):
        return None
    size = next((size for size in TITLE_SIZES[:-1] if len(lines(settings.title, size)) <= 2), TITLE_SIZES[-1])
    numbers = [aid.count("documents", len(aid.documents))]
    numbers += [aid.count("states", len(aid.indexes.states))] if aid.indexes.states else []
    return Card(
        title=lines(settings.title, size, 3),
        size=size,
        description=settings.description,
        counts=aid.say("card.and").join(numbers),
        process=line,
        alt=aid.say("card.alt", title=settings.title, counts=aid.say("card.and").join(numbers)),
    )


def lines(text: str, size: int, most: int = 99, width: int = WIDTH - 2 * MARGIN) -> tuple[str, ...]:
    """Break text into lines that fit; what goes beyond the last is cut, with dots for it."""
    found: list[str] = []
    for word in text.split():
        if found and _width(f"{found[-1]} {word}", size) <= width:
            found[-1] += f" {word}"
        else:
            found.append(word)
    if len(found) > most:
        found = [*found[: most - 1], f"{found[most - 1]} …"] if most else []
    return tuple(_cut(line, size, width) for line in found)


def _cut(line: str, size: int, width: int) -> str:
    """Cut a line that is one word too long."""
    if _width(line, size) <= width:
        return line
    while line and _width(f"{line}…", size) > width:
        line = line[:-1]
    return f"{line.rstrip(' …')}…"


def _width(text: str, size: int) -> float:
    """Estimate the pixels that text takes: of running text a tenth too many, of capitals about right."""
    return 0.88 * size * sum(_part(unicodedata.normalize("NFD", character)[0]) for character in text)


def _part(letter: str) -> float:
    return next((width for width, letters in _WIDTHS if letter in letters), 0.66)


def _is_set(text: str) -> bool:
    return bool(_SET.fullmatch(" ".join(text.split())))
