"""Turns one finished page into what its links and words are held against, in one quick pass over its tags.

It refuses to report anything. A page that has a fault, or anything not expected of the pages of a site, is left to the
thorough reading of `sheet`, which alone says what is wrong: whatever is given here, that reading would give too.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from muniment.check.effects import Effect, Link
from muniment.check.markup import MarkupError
from muniment.check.sheet import Sheet, as_a_whole
from muniment.check.tags import NOTED, Tags
from muniment.frozen import dataclass

OWN = "\x1a"
"""Stands for the page's own name while it is read, so that its tags are those of other pages; no page may hold it."""

_NO_BRACKETS = bytes(set(range(256)) - set(b"<>"))
_OWN_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){2,}")
"""A name that can be no element, attribute or value of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """A page in which nothing is wrong that can be seen on it alone.

    Its addresses and ids are mostly the very strings of other pages, so that many of them take little memory.
    """

    path: str
    own: str
    """The name that `OWN` stands for in addresses."""
    ids: tuple[str, ...]
    """In the order of the page."""
    outer: tuple[str, ...]
    """Addresses of other places that a reader may follow, each once."""
    loads: tuple[Link, ...]
    """Everything else that the page leads to, each once."""
    source: str
    """The page."""
    quotes: tuple[tuple[str, str, str], ...]
    """(document, anchor, words) of every quotation, character references and all."""
    text: str | None
    """The words of the edition's text, character references and all; None where there is no such element."""
    lines: Mapping[str, str]
    """The words of each line that stands apart from the text, by its anchor."""

    def restored(self, address: str) -> str:
        """Put the page's own name back into an address."""
        return address.replace(OWN, self.own) if OWN in address else address


def glance(path: str, content: bytes, known: Tags) -> Glance | None:
    """Read a page quickly; nothing if it has to be read thoroughly."""
    known.forget()
    brackets = content.translate(None, _NO_BRACKETS)
    if brackets != b"<>" * (len(brackets) // 2):
        return None
    try:
        source = content.decode()
        return _read(path, source, known)
    except (UnicodeDecodeError, MarkupError):
        return None


@dataclass(slots=True, kw_only=True)
class _Page:
    """A page taken apart."""

    tags: Sequence[str]
    codes: Sequence[int]
    """What `Tags` says of each."""
    texts: Sequence[str]
    """What stands behind each."""
    own: str
    """The name that `OWN` stands for."""
    known: Tags
    quotes: list[tuple[str, str, str]] = field(default_factory=list)
    text: str | None = None
    lines: dict[str, str] = field(default_factory=dict)

    def restored(self, words: str) -> str:
        """Put the page's own name back."""
        return words.replace(OWN, self.own) if OWN in words else words


def _read(path: str, source: str, known: Tags) -> Glance | None:
    """Take a page apart and gather what its tags mean; `MarkupError` or nothing if anything is out of order."""
    own = path.rpartition("/")[2].partition(".")[0]
    if OWN in source:
        return None
    taken = source.replace(own, OWN) if _OWN_NAME.fullmatch(own) else source
    parts = taken.replace(">", "<").split("<")
    if len(parts) < 5 or parts[0] or parts[1].lower() != "!doctype html":
        return None
    tags = parts[3::2]
    codes = [*map(known.__getitem__, tags)]
    page = _Page(tags=tags, codes=codes, texts=parts[4::2], own=own, known=known)
    return _gathered(path, source, page)


def _gathered(path: str, source: str, page: _Page) -> Glance | None:
    """Gather what the tags of a page mean."""
    noted = page.known.noted
    sheet = Sheet(path=path, content=b"")
    ids, inner, outer, loads = list[str](), list[str](), list[str](), list[Link]()
    head = sheet.head
    for at in _places(page.codes):
        name, own_inner, own_outer, own_loads, effect, is_more = noted[page.tags[at]]
        if name:
            ids.append(name)
        if own_outer:
            outer += own_outer
        if own_inner:
            inner += own_inner
        if own_loads:
            loads += own_loads
        if is_more:
            _note(sheet, page, at, effect)
        if len(head) < 3 and (head or effect.tag.name == "head"):
            head.append(effect.tag.attributes)
    sheet.ids = dict.fromkeys(ids, 0)  # no id holds `OWN`
    as_a_whole(sheet)
    if sheet.problems or len(ids) != len(sheet.ids) or not all(map(sheet.ids.__contains__, inner)):
        return None
    return Glance(
        path=path,
        source=source,
        own=page.own,
        ids=page.known.alike.setdefault(names := tuple(ids), names),
        outer=tuple(dict.fromkeys(outer)),
        loads=tuple(dict.fromkeys(loads)),
        quotes=tuple(page.quotes),
        text=page.text,
        lines=page.lines,
    )


def _places(codes: Iterable[int]) -> list[int]:
    """Give where the tags stand that mean more than structure; refuse ends that close what is not open."""
    opened: list[int] = []
    places: list[int] = []
    for at, code in enumerate(codes):
        if code < 0:
            if not opened or opened.pop() != -code:
                raise MarkupError(at, "an end that closes what is not open")
        elif code:
            if code >= NOTED:
                places.append(at)
                code -= NOTED
            if code:
                opened.append(code)
    if opened:
        raise MarkupError(0, "an element that is never closed")
    return places


def _note(sheet: Sheet, page: _Page, at: int, effect: Effect) -> None:
    """Note what a tag means for the page as a whole, and read what stands within."""
    for attribute, name in effect.references:
        sheet.references.append((attribute, page.restored(name), 0))
    if effect.level:
        sheet.levels.append((effect.level, 0))
    if effect.tag.name == "html":
        sheet.language = effect.tag.attributes.get("lang", "")
    elif effect.tag.name == "title":
        sheet.title = sheet.title or page.texts[at]
    if effect.cites:
        document, anchor = effect.cites
        page.quotes.append((page.restored(document), page.restored(anchor), _quoted(page, at)))
    if effect.region == "line" and not effect.tag.is_empty:
        page.lines[effect.id] = _words(page, at, "")
    elif effect.region == "text" and not effect.tag.is_empty:
        if page.text is not None:
            raise MarkupError(at, "a second text")
        page.text = _words(page, at, "aside")


def _quoted(page: _Page, at: int) -> str:
    """Give everything that stands within the element that begins at a place."""
    if not page.codes[at] % NOTED:
        raise MarkupError(at, "a quotation that holds nothing")
    words, depth = [page.texts[at]], 1
    while True:
        at += 1
        code = page.codes[at]
        depth += -1 if code < 0 else code % NOTED != 0
        if not depth:
            return page.restored("".join(words))
        if code == NOTED and page.known.noted[page.tags[at]].effect.tag.name == "br":
            words.append("\n")
        words.append(page.texts[at])


def _words(page: _Page, at: int, passed_over: str) -> str:
    """Give the words within an element without those of some regions; refuse any other region in it."""
    gaps, noted = page.known.gaps, page.known.noted
    words, depth, silent = [gaps[page.tags[at]], page.texts[at]], 1, 0
    while True:
        at += 1
        code = page.codes[at]
        if code < 0:
            depth -= 1
            if not depth:
                return page.restored("".join(words))
            if silent > depth:
                silent = 0
        elif code >= NOTED:
            depth += code > NOTED
            region = noted[page.tags[at]].effect.region
            if region:
                if region != passed_over:
                    raise MarkupError(at, "a region within another")
                if not silent and code > NOTED:
                    silent = depth
        elif code:
            depth += 1
        if not silent:
            words += (gaps[page.tags[at]], page.texts[at])
