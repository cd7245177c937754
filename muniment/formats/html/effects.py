"""What single elements of HTML do to the lines around them; knows nothing of the order in which they come.

An effect is done at an element's start and gives what is to be done at its end.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from muniment.formats.html import entries, names
from muniment.formats.sheet import Sheet, Table

Closing = Callable[[], None]

_LONGEST_HEADING = 240
_FIGURES = re.compile(r"[0-9]{1,4}")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(slots=True, kw_only=True)
class Writing:
    """Where words go just now."""

    sheet: Sheet
    lists: list[entries.List] = field(default_factory=list)
    """The lists that are open, the innermost last."""
    tables: list[Table] = field(default_factory=list)
    """The tables that are open, the innermost last."""
    figures: int = 0
    """How many figures are open."""


Effect = Callable[[Writing, Mapping[str, str]], Closing | None]


def _list(kind: str) -> Effect:
    """Open a list."""

    def begin(writing: Writing, attributes: Mapping[str, str]) -> Closing:
        """Open it; its entries ask it for their signs."""
        writing.lists.append(entries.opened(kind, attributes, writing.lists))
        writing.sheet.structures += 1

        def end() -> None:
            """Close it."""
            writing.lists.pop()

        return end

    return begin


def _entry(writing: Writing, attributes: Mapping[str, str]) -> Closing:
    """Set an entry behind its sign, further lines under its words."""
    sheet = writing.sheet
    before, first = sheet.indent, len(sheet.lines)
    sign = writing.lists[-1].sign(attributes) if writing.lists else "• "
    sheet.sign = sign
    sheet.indent += " " * len(sign)

    def end() -> None:
        """Take the margin back; a number that the entry's own words repeat is not on the screen twice."""
        sheet.end_line()
        sheet.sign, sheet.indent = "", before
        own = f"{before}{sign}"
        if sign[:1].isalnum():
            number = sign.strip(". ")
            for index, line in enumerate(sheet.lines[first:], first):
                if line.startswith((f"{own}{number}.", f"{own}{number})", f"{own}({number})")):
                    sheet.lines[index] = f"{before}{line[len(own) :]}"
                if line:
                    break

    return end


def _table(writing: Writing, _attributes: Mapping[str, str]) -> Closing:
    """Gather a table's cells and set it at its end."""
    sheet = writing.sheet
    sheet.part()
    writing.tables.append([])

    def end() -> None:
        """Set the table where it began."""
        sheet.set_table(writing.tables.pop())

    return end


def _row(writing: Writing, _attributes: Mapping[str, str]) -> None:
    """Begin a row."""
    if writing.tables:
        writing.tables[-1].append([])


def _cell(writing: Writing, _attributes: Mapping[str, str]) -> Closing:
    """Set a cell on a sheet of its own, lists and all."""
    outer, own, around = writing.sheet, Sheet(), writing.lists
    if not writing.tables:
        outer.part()
        return outer.part
    if not writing.tables[-1]:
        writing.tables[-1].append([])
    writing.tables[-1][-1].append(own)
    writing.sheet, writing.lists = own, []

    def end() -> None:
        """Go back to what is around the table."""
        own.end_line()
        writing.sheet, writing.lists = outer, around

    return end


def _preformatted(writing: Writing, _attributes: Mapping[str, str]) -> Closing:
    """Keep white space and line ends."""
    sheet = writing.sheet
    sheet.structures += 1
    sheet.is_preformatted = True

    def end() -> None:
        """Set what was kept."""
        sheet.end_line()
        sheet.is_preformatted = False

    return end


def _heading(level: int) -> Effect:
    """Put number signs before the lines of a heading."""

    def begin(writing: Writing, _attributes: Mapping[str, str]) -> Closing:
        """Remember where it began."""
        sheet, first = writing.sheet, len(writing.sheet.lines)
        is_in_list = bool(sheet.indent)

        def end() -> None:
            """Mark its lines; what begins in lower case or runs on is no heading to any reader of Markdown."""
            sheet.end_line()
            sheet.structures += 1
            for index, line in enumerate(sheet.lines[first:], first):
                if line and not is_in_list and len(line) <= _LONGEST_HEADING and not line[0].islower():
                    sheet.lines[index] = f"{'#' * level} {line}"

        return end

    return begin


def _quotation(writing: Writing, _attributes: Mapping[str, str]) -> Closing:
    """Mark the lines of a quoted passage, if it is made of paragraphs."""
    sheet = writing.sheet
    first, structures = len(sheet.lines), sheet.structures

    def end() -> None:
        """Mark them."""
        sheet.end_line()
        if sheet.structures == structures and not sheet.indent:
            sheet.quote(first)
            sheet.structures += 1

    return end


def _shifted(signs: Mapping[int, int]) -> Effect:
    """Write raised or lowered figures as such: without that, 10⁶ and a note's number become other numbers."""

    def begin(writing: Writing, _attributes: Mapping[str, str]) -> Closing:
        """Remember where it began."""
        sheet, first = writing.sheet, len(writing.sheet.current)

        def end() -> None:
            """Change the figures; letters (1st, a footnote's b) stay as they are."""
            words = "".join(sheet.current[first:])
            if _FIGURES.fullmatch(words.strip()):
                sheet.current[first:] = [words.strip().translate(signs)]

        return end

    return begin


def _written(before: str, behind: str) -> Effect:
    """Write the signs that a browser puts around the words of an element."""

    def begin(writing: Writing, _attributes: Mapping[str, str]) -> Closing:
        """Write the first."""
        writing.sheet.write(before)
        return lambda: writing.sheet.write(behind)

    return begin


def _term(writing: Writing, _attributes: Mapping[str, str]) -> None:
    """Set a term apart from the one before it; what explains it stands on the next line."""
    writing.sheet.part()


def _break(writing: Writing, _attributes: Mapping[str, str]) -> None:
    """End a line; a second break sets apart."""
    sheet = writing.sheet
    if "".join(sheet.current).strip():
        sheet.end_line()
    else:
        sheet.part()


def _rule(writing: Writing, _attributes: Mapping[str, str]) -> None:
    """Draw a line across the page."""
    if not writing.tables and not writing.sheet.indent:
        writing.sheet.draw()


def _picture(writing: Writing, attributes: Mapping[str, str]) -> None:
    """Write the words that stand for a picture; in a figure they are a caption."""
    sheet, words = writing.sheet, attributes.get("alt", "")
    if not writing.figures:
        sheet.write(f" {words} ")
        return
    sheet.end_line()
    first = len(sheet.lines)
    sheet.write(words)
    sheet.end_line()
    sheet.mark(first, "caption", "img")


def _figure(writing: Writing, _attributes: Mapping[str, str]) -> Closing:
    """Begin a figure."""
    writing.figures += 1

    def end() -> None:
        """End it."""
        writing.figures -= 1

    return end


def _input(writing: Writing, attributes: Mapping[str, str]) -> None:
    """Write what stands in a field or on a button."""
    if attributes.get("type", "text").lower() in ("submit", "button", "reset", "text", "search"):
        writing.sheet.write(f" {attributes.get('value', '')} ")


ALL: dict[str, Effect] = {
    **{name: _list(name) for name in ("ul", "ol", "menu", "dir")},
    **{f"h{level}": _heading(level) for level in range(1, 7)},
    **dict.fromkeys(sorted(names.PREFORMATTED), _preformatted),
    "li": _entry,
    "table": _table,
    "tr": _row,
    "td": _cell,
    "th": _cell,
    "blockquote": _quotation,
    "sup": _shifted(_RAISED),
    "sub": _shifted(_LOWERED),
    "q": _written("“", "”"),
    "rt": _written(" (", ")"),
    "dt": _term,
    "br": _break,
    "hr": _rule,
    "figure": _figure,
    "img": _picture,
    "input": _input,
}
"""The elements that do more than stand apart."""
