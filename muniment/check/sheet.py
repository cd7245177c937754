"""Turns one finished page into what can be linked to, what it links to and quotes, and what is wrong with it alone.

It refuses to know any other page.
"""

from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from muniment import problems
from muniment.check.effects import Effect, Link, understand
from muniment.check.markup import MarkupError
from muniment.frozen import dataclass
from muniment.model import Problem

_POLICY = "content-security-policy"
_DOCTYPE = "!doctype html"
_REMEMBERED = 50_000
_PIECE = 200_000
"""Characters of a page that are cut up at a time."""
_BLANKS = {"L-007": "src", "L-009": "link"}
"""The blank that the offending words of a faulty tag fill, where it is not `what`."""


@dataclass(slots=True, kw_only=True)
class Quote:
    """A quotation printed on a page: an element with `data-document` and `data-anchor`."""

    document: str
    anchor: str
    offset: int
    """Of its tag in the page."""
    depth: int
    """Of its content; its words end where the page rises above it."""
    words: list[str] = field(default_factory=list)
    """Its text, piece by piece, character references and all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """An element that is open, and what its words are."""

    kind: str
    """`text`, `aside` or `line`."""
    id: str
    start: int
    """Offset of its tag."""
    depth: int
    """Of its content."""


@dataclass(slots=True, kw_only=True)
class Sheet:
    """What the scan of one page found."""

    path: str
    content: bytes
    """The page as it will be published."""
    ids: dict[str, int] = field(default_factory=dict)
    """Offset of the element with each id."""
    links: list[tuple[Link, int]] = field(default_factory=list)
    """Each link with the offset of its tag."""
    quotes: list[Quote] = field(default_factory=list)
    references: list[tuple[str, str, int]] = field(default_factory=list)
    """(attribute, id named, offset)."""
    text: list[tuple[int, int]] = field(default_factory=list)
    """Stretches of the page, in order, that hold the words of the edition's text and nothing else but tags."""
    lines: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Stretch of each line that stands apart from the text, by its anchor."""
    levels: list[tuple[int, int]] = field(default_factory=list)
    """(level, offset) of the headings."""
    head: list[Mapping[str, str]] = field(default_factory=list)
    """Attributes of the first elements of the head."""
    title: str = ""
    language: str = ""
    is_broken: bool = False
    """Whether the scan stopped at markup that is out of form."""
    problems: list[Problem] = field(default_factory=list)

    def report(self, code: str, offset: int, **words: str) -> None:
        """Add a problem at an offset of the page."""
        line = _text(self.content).count("\n", 0, offset) + 1
        self.problems.append(problems.report(code, self.path, line, column=0, **words))


def read(path: str, content: bytes, known: dict[str, Effect]) -> Sheet:
    """Scan a page once and hold it against every rule that needs no other page.

    `known` remembers what each tag means from page to page; it saves time and changes nothing.
    """
    sheet = Sheet(path=path, content=content)
    source = _text(content)
    if len(known) > _REMEMBERED:
        known.clear()
    if not source[: len(_DOCTYPE) + 2].lower().startswith(f"<{_DOCTYPE}>"):
        sheet.report("L-013", 0, what="the page does not begin with its document type")
        sheet.is_broken = True
        return sheet
    try:
        _scan(sheet, source, known)
    except MarkupError as refusal:
        offset, what = refusal.args
        sheet.report("L-013", offset, what=what)
        sheet.is_broken = True
    else:
        as_a_whole(sheet)
    return sheet


def _scan(sheet: Sheet, source: str, known: dict[str, Effect]) -> None:
    """Go through the tags in order; refuse tags out of form, and ends that close what is not open."""
    opened: list[str] = []
    quotes: list[Quote] = []
    regions: list[Region] = []
    offset = max(source.find("<", 1), 0)  # what stands before is the document type
    for chunk in _chunks(source, offset):
        tag, closing, text = chunk.partition(">")
        if not closing:
            raise MarkupError(offset, "a < stands for itself")
        if tag[:1] == "/":
            if not opened or opened.pop() != tag[1:]:
                raise MarkupError(offset, f"<{tag}> closes what is not open")
            if quotes and quotes[-1].depth > len(opened):
                quotes.pop()
            if regions and regions[-1].depth > len(opened):
                _close(sheet, regions, offset)
        else:
            effect = known.get(tag)
            if effect is None:
                effect = known[tag] = _understood(tag, offset)
            if not effect.tag.is_empty:
                opened.append(effect.tag.name)
            if not effect.is_plain:
                _note(sheet, effect, offset, text)
                if effect.region and not effect.tag.is_empty:
                    _open(sheet, regions, effect, (offset, len(opened)))
                if effect.cites:
                    document, anchor = effect.cites
                    quotes.append(Quote(document=document, anchor=anchor, offset=offset, depth=len(opened)))
                    sheet.quotes.append(quotes[-1])
                elif quotes and effect.tag.name == "br":
                    text = f"\n{text}"
        if quotes:
            for quote in quotes:
                quote.words.append(text)
        offset += len(chunk) + 1
    if opened:
        raise MarkupError(offset, f"<{opened[-1]}> is never closed")


def _chunks(source: str, start: int) -> Iterator[str]:
    """Cut a page at every `<` from a place on, the sign left out; piece by piece, since a page may be large."""
    while start >= 0:
        end = source.find("<", start + _PIECE)
        yield from source[start + 1 : end if end >= 0 else None].split("<")
        start = end


def _open(sheet: Sheet, regions: list[Region], effect: Effect, place: tuple[int, int]) -> None:
    """Begin a region; one within the text interrupts it."""
    if effect.region != "line" and regions and regions[-1].kind == "text":
        sheet.text.append((regions[-1].start, place[0]))
    regions.append(Region(kind=effect.region, id=effect.id, start=place[0], depth=place[1]))


def _close(sheet: Sheet, regions: list[Region], offset: int) -> None:
    """End a region; the text that it interrupted goes on behind it."""
    closed = regions.pop()
    if closed.kind == "text":
        sheet.text.append((closed.start, offset))
    elif closed.kind == "line":
        sheet.lines[closed.id] = (closed.start, offset)
    elif regions and regions[-1].kind == "text":
        regions[-1] = replace(regions[-1], start=offset)


def _text(content: bytes) -> str:
    return content.decode(errors="replace")


def _understood(tag: str, offset: int) -> Effect:
    try:
        return understand(tag)
    except MarkupError as refusal:
        raise MarkupError(offset, str(refusal)) from None


def _note(sheet: Sheet, effect: Effect, offset: int, text: str) -> None:
    """Note what a tag means for the page."""
    if effect.id:
        if effect.id in sheet.ids:
            sheet.report("L-003", offset, id=effect.id)
        sheet.ids[effect.id] = offset
    for link in effect.links:
        sheet.links.append((link, offset))
    for attribute, name in effect.references:
        sheet.references.append((attribute, name, offset))
    if effect.level:
        sheet.levels.append((effect.level, offset))
    for code, words in effect.faults:
        sheet.report(code, offset, **{_BLANKS.get(code, "what"): words})
    name, attributes = effect.tag.name, effect.tag.attributes
    if name == "html":
        sheet.language = attributes.get("lang", "")
    elif name == "title":
        sheet.title = sheet.title or text
    if len(sheet.head) < 3 and (sheet.head or name == "head"):
        sheet.head.append(attributes)


def as_a_whole(sheet: Sheet) -> None:
    """Report what a page lacks: headings in order, a language, a title, a policy, the ids it refers to."""
    before, count = 0, 0
    for level, offset in sheet.levels:
        count += level == 1
        if level > before + 1:
            sheet.report("L-005", offset, level=str(level), before=str(before))
        before = level
    if count != 1:
        sheet.report("L-004", 0, count=str(count))
    if not sheet.language:
        sheet.report("L-006", 0)
    if not sheet.title.strip():
        sheet.report("L-011", 0)
    governed = [attributes for attributes in sheet.head[1:] if "charset" not in attributes]
    if not governed or governed[0].get("http-equiv", "").lower() != _POLICY:
        sheet.report("L-010", 0)
    for attribute, name, offset in sheet.references:
        if name not in sheet.ids:
            sheet.report("L-016", offset, attribute=attribute, id=name)
