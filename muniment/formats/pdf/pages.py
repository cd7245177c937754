"""A page of a PDF → its lines, paragraphs set apart where the page leaves more room than between lines.

Knows nothing of files. The order is that in which the page is drawn, which is that of reading in what word processors
and browsers write.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median_low
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdf import PageObject

MOST_OPERATIONS = 600_000
"""Of all pages together."""
MOST_CHARACTERS = 4_000_000
_LIGATURES = str.maketrans(
    {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
)
"""One sign of the typeface for several letters of the word."""
_NO_LINES = str.maketrans("\f\v\r\x1c\x1d\x1e\x85\u2028\u2029", " " * 9, "\x00")
"""What would end a line or a page for others: here pages and lines are ours."""
_ROOMY = 1.3
"""Times the usual distance of lines: what is more sets paragraphs apart."""
_FEW = 4
"""Distances from which the usual one is known; with fewer, the size of the letters tells."""


class TooMuch(MemoryError):  # noqa: N818 - it says what the file holds
    """Raised at a limit; of this kind because pypdf lets no other error through from inside a page."""


@dataclass(slots=True, kw_only=True)
class Budget:
    """What may still be done for one file."""

    operations: int = MOST_OPERATIONS
    characters: int = MOST_CHARACTERS

    def operate(self, *_: Any) -> None:
        """Count one drawing operation."""
        self.operations -= 1
        if self.operations < 0:
            raise TooMuch(f"pages drawn with more than {MOST_OPERATIONS} operations")

    def write(self, words: str) -> None:
        """Count words."""
        self.characters -= len(words)
        if self.characters < 0:
            raise TooMuch(f"more than {MOST_CHARACTERS} characters")


@dataclass(slots=True, kw_only=True)
class _Line:
    """A line in the making."""

    words: list[str] = field(default_factory=list)
    height: float | None = None
    """Where it stands on the page; none before its first word."""
    size: float = 0.0
    """Of its largest letters."""


def words_of(page: "PageObject", budget: Budget) -> list[str]:
    """Give the lines of a page, with an empty one between paragraphs."""
    lines = [_Line()]

    def hear(text: str, outer: Any, inner: Any, _font: Any, size: float) -> None:
        """Take some words with the place they are drawn at."""
        budget.write(text)
        for index, part in enumerate(text.split("\n")):
            if index:
                lines.append(_Line())
            if part.strip() and lines[-1].height is None:
                lines[-1].height = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
            if part.strip():
                scale = abs(inner[3] * outer[3]) or abs(inner[1] * outer[2]) or 1.0
                lines[-1].size = max(lines[-1].size, abs(size) * scale)
            lines[-1].words.append(part)

    page.extract_text(visitor_text=hear, visitor_operand_before=budget.operate)
    return list(_set([line for line in lines if line.height is not None]))


def has_pictures(page: "PageObject") -> bool:
    """Tell whether a page shows a picture: then its words may be in it."""
    from pypdf.generic import DictionaryObject

    resources = page.get("/Resources")
    resources = resources.get_object() if resources is not None else None
    drawn = resources.get("/XObject") if isinstance(resources, DictionaryObject) else None
    drawn = drawn.get_object() if drawn is not None else None
    if not isinstance(drawn, DictionaryObject):
        return False
    return any(
        isinstance(each := entry.get_object(), DictionaryObject) and each.get("/Subtype") == "/Image"
        for entry in list(drawn.values())[:50]
    )


def _set(lines: list[_Line]) -> Iterator[str]:
    """Give the words of the lines, empty lines where the page leaves room."""
    gaps = [(before.height or 0) - (line.height or 0) for before, line in pairwise(lines)]
    usual = [gap for line, gap in zip(lines, gaps, strict=False) if 0.5 * line.size < gap < 3 * max(line.size, 1)]
    common = median_low(sorted(usual)) if len(usual) >= _FEW else 0.0
    for index, line in enumerate(lines):
        gap = gaps[index - 1] if index else 0.0
        size = max(line.size, lines[index - 1].size) if index else 0.0
        if index and gap > (common * _ROOMY if common else size * 1.6) and gap > size:
            yield ""
        yield "".join(line.words).translate(_LIGATURES).translate(_NO_LINES).strip()
