"""Words with their places in a marked-up document → the lines of a transcript.

Knows lines, blank lines, margins and what is said of stretches of lines; nothing of HTML or of word processors.
"""

import re
from dataclasses import dataclass, field

from muniment.model import Marked

_SPACES = re.compile(r"[ \t\n\r]+")
"""White space that only parts words; a form feed begins a page and stays."""
_LONGEST_CELL = 400
"""Characters; a table with a longer cell is there for its layout, and its cells are set one below the other."""
_RULE = "---"
_SHORTEST_QUOTATION = 60
"""Characters; less is set without signs of quotation, which would not be understood there."""

Table = list[list["Sheet"]]
"""Rows of cells, each cell a sheet of its own."""


@dataclass(slots=True, kw_only=True)
class Sheet:
    """Lines in the making."""

    lines: list[str] = field(default_factory=list)
    marked: list[Marked] = field(default_factory=list)
    indent: str = ""
    """What stands before each line; entries of lists deepen it."""
    sign: str = ""
    """What stands before the next line instead of the indent's end: a bullet, a number, number signs."""
    structures: int = 0
    """How many entries of lists, headings, tables and preformatted parts there are."""
    is_preformatted: bool = False
    """Whether white space is kept."""
    current: list[str] = field(default_factory=list)
    """The words of the open line."""
    _is_parted: bool = False
    """Whether a blank line is due before the next words."""

    def write(self, words: str) -> None:
        """Add words to the open line."""
        self.current.append(words)

    def end_line(self) -> None:
        """Close the open line, if it has words."""
        if not self.current:
            return
        text = "".join(self.current)
        self.current = []
        if self.is_preformatted:
            for line in text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n"):
                self._add(line.rstrip(" \t\f"))
            return
        self._add(_SPACES.sub(" ", text).strip(" "))

    def part(self) -> None:
        """Close the open line and set what follows apart by a blank line."""
        self.end_line()
        if self.lines:
            self._is_parted = True

    def draw(self) -> None:
        """Draw a line across the page; two in a row are one."""
        self.part()
        if self.lines and self.lines[-1] != _RULE:
            self._add(_RULE)
            self.part()

    def mark(self, first: int, role: str, value: str = "") -> None:
        """Say something of all lines from index `first` on; of none if they hold no words."""
        while first < len(self.lines) and not self.lines[first].strip():
            first += 1
        if first < len(self.lines):
            self.marked.append(Marked(lines=(first + 1, len(self.lines)), role=role, value=value))

    def set_table(self, table: Table) -> None:
        """Set a table: a row a line if its cells are short, else the cells one below the other."""
        self.part()
        self.structures += 1
        rows = [[cell for cell in row if cell.lines] for row in table]
        if _is_tabular(rows):
            for row in rows:
                self._add_row(row)
        else:
            for cell in (cell for row in rows for cell in row):
                self.append(cell)
        self.part()

    def quote(self, first: int) -> None:
        """Mark the lines from index `first` on as quoted, if they are paragraphs and more than a few words."""
        while first < len(self.lines) and not self.lines[first]:
            first += 1
        lines = self.lines[first:]
        if sum(map(len, lines)) >= _SHORTEST_QUOTATION and not any(line[:1].isdigit() for line in lines[:1]):
            self.lines[first:] = [f"> {line}" if line else ">" for line in lines]

    def append(self, other: "Sheet") -> None:
        """Set the lines of another sheet as a part of this one."""
        self.part()
        start = len(self.lines) + (1 if self._is_parted else 0)
        for line in other.lines:
            self._add(line, is_whole=True)
        self.structures += other.structures
        self.marked += [
            Marked(lines=(each.lines[0] + start, each.lines[1] + start), role=each.role, value=each.value)
            for each in other.marked
        ]
        self.part()

    def _add_row(self, row: list["Sheet"]) -> None:
        """Set one row as a line; words that end in a colon name the cell behind them."""
        text = ""
        for cell in row:
            words = " ".join(line.strip() for line in cell.lines if line.strip())
            text += f"{' ' if text.endswith(':') else ' | ' if text else ''}{words}"
        self._add(text)

    def _add(self, line: str, *, is_whole: bool = False) -> None:
        """Add a line behind what is due before it; blank lines stay only inside what is preformatted or whole."""
        if not line and not (self.lines and self.lines[-1] and (is_whole or self.is_preformatted)):
            return
        if not line:
            self._is_parted = True
            return
        if self._is_parted:
            self.lines.append("")
            self._is_parted = False
        margin = self.indent[: len(self.indent) - len(self.sign)] + self.sign if self.sign else self.indent
        self.lines.append(f"{margin}{line}")
        self.sign = ""


def _is_tabular(rows: list[list[Sheet]]) -> bool:
    """Tell whether a table is read by rows: short cells of words, two in some row."""
    cells = [cell for row in rows for cell in row]
    is_short = all(not cell.structures and sum(map(len, cell.lines)) <= _LONGEST_CELL for cell in cells)
    return is_short and any(len(row) > 1 for row in rows)
