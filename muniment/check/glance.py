"""Turns one finished page into what its links and words are held against, in one quick pass over its tags.

It refuses to report anything. A page that has a fault, or anything not expected of the pages of a site, is left to the
thorough reading of `sheet`, which alone says what is wrong: whatever is given here, that reading would give too.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from muniment.check import allowed
from muniment.check.effects import Effect, Link, understand
from muniment.check.markup import MarkupError
from muniment.check.sheet import Sheet, as_a_whole

OWN = "\x1a"
"""Stands for the page's own name while it is read, so that its tags are those of other pages; no page may hold it."""

WITHIN_WORDS = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)"
    r"(?: [^>]*)?>"
)
"""Tags that do not part two words; every other tag does."""

_NO_BRACKETS = bytes(set(range(256)) - set(b"<>"))
_OWN_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){2,}")
"""A name that can be no element, attribute or value of ours."""
_ELEMENTS = {name: number for number, name in enumerate(sorted(allowed.ELEMENTS), 1)}
_NOTED = 1000
"""Added to the number of an element whose tag means more than structure."""
_REMEMBERED = 20_000


class Noted(NamedTuple):
    """A tag that means more than structure."""

    id: str
    inner: tuple[str, ...]
    """Names of places on the same page that it leads to."""
    outer: tuple[str, ...]
    """Addresses that a reader may follow."""
    loads: tuple[Link, ...]
    """Everything else it leads to."""
    effect: Effect
    is_more: bool
    """Whether the effect says more than all this."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glance:
    """A page in which nothing is wrong that can be seen on it alone."""

    path: str
    source: str
    """The page."""
    ids: Mapping[str, int]
    """Asked and listed in order; the numbers mean nothing."""
    outer: Mapping[str, None]
    """Addresses of other places that a reader may follow, each once."""
    loads: Mapping[Link, None]
    """Everything else that the page leads to, each once."""
    quotes: tuple[tuple[str, str, str], ...]
    """(document, anchor, words) of every quotation, character references and all."""
    text: str | None
    """The words of the edition's text, character references and all; None where there is no such element."""
    lines: Mapping[str, str]
    """The words of each line that stands apart from the text, by its anchor."""


class Tags(dict[str, int]):
    """What tags mean, remembered from page to page: the number of the element that begins (ends: negative) there.

    It is 0 for an element that ends with its start; a tag with a fault is refused with `MarkupError`, not remembered.
    """

    def __init__(self) -> None:
        """Begin knowing nothing."""
        self.noted: dict[str, Noted] = {}
        self._gaps: dict[str, str] = {}

    def __missing__(self, tag: str) -> int:
        """Learn a tag."""
        if tag[:1] == "/":
            code = -_ELEMENTS.get(tag[1:], 0)
            if not code:
                raise MarkupError("an unknown end")
        else:
            effect = understand(tag)
            if effect.faults:
                raise MarkupError("a fault")
            code = 0 if effect.tag.is_empty else _ELEMENTS[effect.tag.name]
            if not effect.is_plain:
                self.noted[tag] = _noted(effect)
                code += _NOTED
        self[tag] = code
        return code

    def gap(self, tag: str) -> str:
        """Say what a tag is to words: a space, or nothing."""
        found = self._gaps.get(tag)
        if found is None:
            found = self._gaps[tag] = "" if WITHIN_WORDS.fullmatch(f"<{tag}>") else " "
        return found

    def forget(self) -> None:
        """Forget everything if it has become too much."""
        if len(self) > _REMEMBERED:
            self.clear()
            self.noted.clear()
            self._gaps.clear()


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


def _noted(effect: Effect) -> Noted:
    """Sort what a tag means."""
    inner = tuple(link.address[1:] for link in effect.links if link.address[:1] == "#" and link.address != "#top")
    others = [link for link in effect.links if link.address[:1] != "#"]
    name = effect.tag.name
    is_more = name in ("html", "head", "title") or bool(
        effect.references or effect.level or effect.cites or effect.region
    )
    return Noted(
        id=effect.id,
        inner=inner,
        outer=tuple(link.address for link in others if not link.is_load),
        loads=tuple(link for link in others if link.is_load),
        effect=effect,
        is_more=is_more,
    )


@dataclass(slots=True, kw_only=True)
class _Page:
    """A page taken apart: its tags, and what stands behind each."""

    tags: Sequence[str]
    texts: Sequence[str]
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
    page = _Page(tags=parts[3::2], texts=parts[4::2], own=own, known=known)
    places = _places(page.tags, known)
    found = [known.noted[page.tags[at]] for at in places]
    ids = [each.id for each in found if each.id]
    sheet = Sheet(path=path, content=b"", ids=dict.fromkeys(ids, 0))  # no id holds `OWN`
    for at, each in zip(places, found, strict=True):
        if each.is_more:
            _note(sheet, page, at, each.effect)
    sheet.head = _head(found)
    as_a_whole(sheet)
    inner = {name for each in found if each.inner for name in each.inner}
    if sheet.problems or len(ids) != len(sheet.ids) or not sheet.ids.keys() >= inner:
        return None
    return Glance(
        path=path,
        source=source,
        ids=sheet.ids,
        outer=dict.fromkeys(page.restored(address) for each in found if each.outer for address in each.outer),
        loads=dict.fromkeys(
            link if OWN not in link.address else link._replace(address=page.restored(link.address))
            for each in found
            if each.loads
            for link in each.loads
        ),
        quotes=tuple(page.quotes),
        text=page.text,
        lines=page.lines,
    )


def _places(tags: Sequence[str], known: Tags) -> list[int]:
    """Give where the tags stand that mean more than structure; refuse ends that close what is not open."""
    opened: list[int] = []
    places: list[int] = []
    for at, tag in enumerate(tags):
        code = known[tag]
        if code < 0:
            if not opened or opened.pop() != -code:
                raise MarkupError(at, "an end that closes what is not open")
        elif code:
            if code >= _NOTED:
                places.append(at)
                code -= _NOTED
            if code:
                opened.append(code)
    if opened:
        raise MarkupError(len(tags), "an element that is never closed")
    return places


def _head(found: Sequence[Noted]) -> list[Mapping[str, str]]:
    """Give the attributes of the first elements of the head."""
    at = next((at for at, each in enumerate(found) if each.effect.tag.name == "head"), len(found))
    return [each.effect.tag.attributes for each in found[at : at + 3]]


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
        page.lines[effect.id] = _words(page, at, ())
    elif effect.region == "text" and not effect.tag.is_empty:
        if page.text is not None:
            raise MarkupError(at, "a second text")
        page.text = _words(page, at, ("aside",))


def _quoted(page: _Page, at: int) -> str:
    """Give everything that stands within the element that begins at a place."""
    if not page.known[page.tags[at]] % _NOTED:
        raise MarkupError(at, "a quotation that holds nothing")
    words, depth = [page.texts[at]], 1
    while True:
        at += 1
        tag = page.tags[at]
        code = page.known[tag]
        depth += -1 if code < 0 else code % _NOTED != 0
        if not depth:
            return page.restored("".join(words))
        if code == _NOTED and page.known.noted[tag].effect.tag.name == "br":
            words.append("\n")
        words.append(page.texts[at])


def _words(page: _Page, at: int, passed_over: tuple[str, ...]) -> str:
    """Give the words within an element without those of some regions; refuse any other region in it."""
    known = page.known
    words, depth, silent = [known.gap(page.tags[at]), page.texts[at]], 1, 0
    while True:
        at += 1
        tag = page.tags[at]
        code = known[tag]
        if code < 0:
            depth -= 1
            if not depth:
                return page.restored("".join(words))
            if silent > depth:
                silent = 0
        elif code >= _NOTED:
            depth += code > _NOTED
            region = known.noted[tag].effect.region
            if region and region not in passed_over:
                raise MarkupError(at, "a region within another")
            if region and not silent and code > _NOTED:
                silent = depth
        elif code:
            depth += 1
        if not silent:
            words += (known.gap(tag), page.texts[at])
