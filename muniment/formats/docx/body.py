"""The blocks of a word processor's document → lines: paragraphs, tables, headers and footers, notes, text boxes.

Knows nothing of what stands inside a paragraph; that is `runs`.
"""

from muniment.formats.docx.numbering import Numbering
from muniment.formats.docx.parts import Element, Parts, R, W, children, value
from muniment.formats.docx.runs import LeftOut, Runs, endnote_sign, footnote_sign
from muniment.formats.sheet import Sheet, Table

_THROUGH = frozenset({f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")})
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_LONGEST_HEADING = 240
MOST_PARAGRAPHS = 50_000
_DEEPEST = 60
"""Tables and boxes one inside the other."""


class TooMuch(Exception):  # noqa: N818 - it says what the document holds
    """Raised at a limit."""


class Body:
    """Writes a document."""

    def __init__(self, parts: Parts) -> None:
        self.sheet = Sheet()
        self.left = LeftOut()
        self._parts = parts
        self._numbering = Numbering(parts=parts)
        self._runs = Runs(left=self.left)
        self._depth = 0
        self._count = 0
        self._is_bulleted_before = False

    def write(self) -> None:
        """Write headers, text, notes and footers, each header and footer once."""
        for part in self._margins("headerReference"):
            self._blocks(self.sheet, part)
        self._blocks(self.sheet, self._parts.body)
        self._notes("footnotes", self._runs.notes.footnotes)
        self._notes("endnotes", self._runs.notes.endnotes)
        for part in self._margins("footerReference"):
            first = len(self.sheet.lines)
            self._blocks(self.sheet, part)
            self.sheet.mark(first, "furniture", "footer")

    def _margins(self, kind: str) -> list[Element]:
        """Give the headers or footers of all sections that say something, each text once."""
        found: dict[str, Element] = {}
        for reference in self._parts.body.iter(f"{W}{kind}"):
            part = self._parts.by_id(reference.get(f"{R}id") or "")
            words = "".join(each.text or "" for each in part.iter(f"{W}t")) if part is not None else ""
            if words.strip():
                found.setdefault(" ".join(words.split()), part)
        return list(found.values())

    def _blocks(self, sheet: Sheet, parent: Element) -> None:
        """Write every block inside an element."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise TooMuch(f"more than {_DEEPEST} tables or boxes inside each other")
        for child in parent:
            name = child.tag
            if name == f"{W}p":
                self._paragraph(sheet, child)
            elif name == f"{W}tbl":
                sheet.set_table(self._table(child))
            elif name in _THROUGH:
                self._blocks(sheet, child)
            elif name == _ALTERNATIVES:
                self._blocks(sheet, next(iter(child), ()))
            elif name == f"{W}altChunk":
                self.left.embedded += 1
        sheet.part()
        self._depth -= 1

    def _paragraph(self, sheet: Sheet, paragraph: Element) -> None:
        """Write one paragraph behind its number or bullet, then the boxes it holds."""
        self._count += 1
        if self._count > MOST_PARAGRAPHS:
            raise TooMuch(f"more than {MOST_PARAGRAPHS} paragraphs")
        heading = self._numbering.heading(paragraph)
        sign, depth = self._numbering.sign(paragraph)
        if not (sign and sign in "•◦▪" and self._is_bulleted_before):
            sheet.part()
        self._is_bulleted_before = bool(sign) and sign in "•◦▪"
        first = len(sheet.lines)
        margin = "  " * depth if sign else ""
        sheet.sign = f"{sign} " if sign and not heading else ""
        sheet.indent = margin + " " * len(sheet.sign)
        if heading and sign:
            sheet.write(f"{sign} ")
        self._runs.write(sheet, paragraph)
        sheet.end_line()
        sheet.sign, sheet.indent = "", ""
        if heading:
            _mark_heading(sheet, first, heading)
        self._apart(sheet)

    def _apart(self, sheet: Sheet) -> None:
        """Write what a paragraph holds that is not of its line: text boxes, words it hides."""
        hidden, self._runs.hidden = "".join(self._runs.hidden), []
        if hidden.strip():
            sheet.part()
            first = len(sheet.lines)
            sheet.write(hidden)
            sheet.part()
            sheet.mark(first, "hidden", "hidden text")
        boxes, self._runs.boxes = self._runs.boxes, []
        for box in boxes:
            sheet.part()
            self._blocks(sheet, box)

    def _table(self, table: Element) -> Table:
        """Write each cell on a sheet of its own; a row that a tracked change has deleted is left out."""
        rows: Table = []
        for row in _rows(table):
            properties = row.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                self.left.deleted.append("".join(each.text or "" for each in row.iter(f"{W}t", f"{W}delText")))
                continue
            cells = []
            for cell in _cells(row):
                sheet = Sheet()
                self._blocks(sheet, cell)
                sheet.end_line()
                cells.append(sheet)
            rows.append(cells)
        return rows

    def _notes(self, kind: str, listed: list[str]) -> None:
        """Write the notes that the text refers to, in its order, each behind its number."""
        part = self._parts.related(kind) if listed else None
        by_id = {value(each, "id"): each for each in children(part, kind.removesuffix("s"))}
        for number, name in enumerate(list(listed), 1):
            note = by_id.get(name)
            if note is not None:
                self.sheet.part()
                sign = footnote_sign(number) if kind == "footnotes" else endnote_sign(number)
                self.sheet.write(f"{sign} ")
                for paragraph in children(note, "p"):
                    self._runs.write(self.sheet, paragraph)
                    self.sheet.end_line()
                self.sheet.part()


def _mark_heading(sheet: Sheet, first: int, level: int) -> None:
    """Put number signs before the lines of a heading that readers of Markdown take for one."""
    sheet.structures += 1
    for index, line in enumerate(sheet.lines[first:], first):
        words = line.lstrip("\f")
        if words and len(words) <= _LONGEST_HEADING and not words[0].islower():
            sheet.lines[index] = f"{line[: len(line) - len(words)]}{'#' * level} {words}"


def _rows(table: Element) -> list[Element]:
    """Give the rows of a table, those in content controls too."""
    return [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl"), None) is table]


def _cells(row: Element) -> list[Element]:
    """Give the cells of a row, those in content controls too."""
    return [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr"), None) is row]
