"""What stands inside a paragraph → words on a sheet; knows nothing of the paragraphs around it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from muniment.formats.docx.parts import Element, W, is_on, value
from muniment.formats.numerals import written
from muniment.formats.sheet import Sheet

_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_THROUGH = frozenset(
    f"{W}{name}"
    for name in (
        "hyperlink ins moveTo smartTag sdtContent fldSimple customXml dir bdo sdt ruby rubyBase".split()  # noqa: SIM905 - names read best as words
    )
)
"""What is only put around words."""
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad"}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


@dataclass(slots=True, kw_only=True)
class LeftOut:
    """What of a file is not in its transcript."""

    deleted: list[str] = field(default_factory=list)
    """The words of each deletion of a tracked change."""
    comments: int = 0
    embedded: int = 0
    """Documents of another kind inside this one."""


@dataclass(slots=True, kw_only=True)
class Notes:
    """Notes in the order in which the text refers to them."""

    footnotes: list[str] = field(default_factory=list)
    """Ids."""
    endnotes: list[str] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Runs:
    """Writes the words of paragraphs."""

    left: LeftOut
    notes: Notes = field(default_factory=Notes)
    boxes: list[Element] = field(default_factory=list)
    """Text boxes that the paragraph holds, to be set behind it."""
    hidden: list[str] = field(default_factory=list)
    """Words that the paragraph hides."""
    _page_is_due: bool = False

    def write(self, sheet: Sheet, parent: Element) -> None:
        """Write everything inside an element."""
        for child in parent:
            name = child.tag
            if name == f"{W}r":
                self._run(sheet, child)
            elif name in _THROUGH:
                self.write(sheet, child)
            elif name in _DELETED:
                self._deleted(child)
            elif name == f"{W}rt":
                self._words(sheet, " (")
                self.write(sheet, child)
                self._words(sheet, ")")
            elif name == _ALTERNATIVES:
                self.write(sheet, _chosen(child))
            elif isinstance(name, str) and name.endswith("}oMath"):
                self._words(sheet, "".join(each.text or "" for each in child.iter(_MATH)))
            elif isinstance(name, str) and name.endswith("}oMathPara"):
                self.write(sheet, child)

    def _deleted(self, element: Element) -> None:
        """Keep what a tracked change has deleted out of the text."""
        words = "".join(each.text or "" for each in element.iter(f"{W}delText", f"{W}t"))
        if words.strip():
            self.left.deleted.append(words)

    def _run(self, sheet: Sheet, run: Element) -> None:
        """Write one run; what it hides stands apart."""
        properties = run.find(f"{W}rPr")
        if is_on(properties, "vanish") or is_on(properties, "webHidden"):
            self.hidden.append("".join(each.text or "" for each in run.iter(f"{W}t")))
            return
        position = value(properties.find(f"{W}vertAlign")) if properties is not None else ""
        signs = {"superscript": _RAISED, "subscript": _LOWERED}.get(position)
        for child in run:
            self._inside(sheet, child, signs)

    def _inside(self, sheet: Sheet, child: Element, signs: Mapping[int, int] | None) -> None:
        """Write what one element of a run prints."""
        name = child.tag
        if name == f"{W}t":
            text = child.text or ""
            is_number = signs is not None and text.strip().isascii() and text.strip().isdigit()
            self._words(sheet, text.translate(signs) if is_number and signs is not None else text)
        elif name in _SIGNS:
            self._words(sheet, _SIGNS[name])
        elif name == f"{W}sym":
            self._words(sheet, _symbol(value(child, "char")))
        elif name in (f"{W}br", f"{W}cr"):
            self._break(sheet, value(child, "type"))
        elif name == f"{W}lastRenderedPageBreak":
            self._page_is_due = True
        elif name == f"{W}footnoteReference" and not value(child, "customMarkFollows"):
            self.notes.footnotes.append(value(child, "id"))
            self._words(sheet, footnote_sign(len(self.notes.footnotes)))
        elif name == f"{W}endnoteReference" and not value(child, "customMarkFollows"):
            self.notes.endnotes.append(value(child, "id"))
            self._words(sheet, endnote_sign(len(self.notes.endnotes)))
        elif name in (f"{W}drawing", f"{W}pict", f"{W}object"):
            self.boxes += _boxes(child)
        elif name == _ALTERNATIVES:
            for each in _chosen(child):
                self._inside(sheet, each, signs)
        elif name == f"{W}ruby":
            self.write(sheet, child)
        elif name == f"{W}commentReference":
            self.left.comments += 1
        elif name == f"{W}delText":
            self.left.deleted.append(child.text or "")

    def _break(self, sheet: Sheet, kind: str) -> None:
        """End a line or a page."""
        if kind == "page":
            self._page_is_due = False
            sheet.write(" \f")
        elif kind != "column" or sheet.current:
            sheet.end_line()

    def _words(self, sheet: Sheet, words: str) -> None:
        """Write words; a page that began inside a word begins behind it."""
        words = words.replace("\f", " ").replace("\x00", "")
        if self._page_is_due and words:
            before = sheet.current[-1][-1:] if sheet.current else ""
            at = 0 if not before.strip() or words[0].isspace() else words.find(" ") + 1
            if at or not before.strip() or words[0].isspace():
                words = f"{words[:at]}\f{words[at:]}"
                self._page_is_due = False
        if words:
            sheet.write(words)


def footnote_sign(number: int) -> str:
    """Give the raised number of a footnote."""
    return str(number).translate(_RAISED)


def endnote_sign(number: int) -> str:
    """Give the number of an endnote, which is Roman unless the document says otherwise."""
    return f"[{written(number, 'i')}]"


def _symbol(code: str) -> str:
    """Give the character of a symbol; those of the symbol typefaces lie where no letters are."""
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    return chr(number) if 32 <= number < 0xD800 or 0xE000 <= number < 0x10FFFF else ""


def _chosen(alternatives: Element) -> Element:
    """Give the first of several ways of saying the same; an empty list if there is none."""
    return next(iter(alternatives), ())


def _boxes(drawing: Element) -> Iterator[Element]:
    """Give the contents of the text boxes in a drawing; of several ways to draw one box, the first."""
    for child in drawing:
        if child.tag == f"{W}txbxContent":
            yield child
        elif child.tag == _ALTERNATIVES:
            yield from _boxes([_chosen(child)]) if len(child) else ()
        else:
            yield from _boxes(child)
