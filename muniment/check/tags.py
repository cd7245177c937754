"""Turns tags into what they mean to a quick reading of a page, remembered from page to page.

It refuses to say what is wrong: a tag with a fault is refused, and its page is left to the thorough reading.
"""

import re
from typing import NamedTuple

from muniment.check import allowed
from muniment.check.effects import Effect, Link, understand
from muniment.check.markup import MarkupError

WITHIN_WORDS = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)"
    r"(?: [^>]*)?>"
)
"""Tags that do not part two words; every other tag does."""

_ELEMENTS = {name: number for number, name in enumerate(sorted(allowed.ELEMENTS), 1)}
NOTED = 1000
"""Added to the number of an element whose tag means more than structure."""
_REMEMBERED = 5_000


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


class _Gaps(dict[str, str]):
    """What tags are to words: a space, or nothing."""

    def __missing__(self, tag: str) -> str:
        """Learn a tag."""
        found = self[tag] = "" if WITHIN_WORDS.fullmatch(f"<{tag}>") else " "
        return found


class Tags(dict[str, int]):
    """What tags mean, remembered from page to page: the number of the element that begins (ends: negative) there.

    It is 0 for an element that ends with its start; a tag with a fault is refused with `MarkupError`, not remembered.
    """

    def __init__(self) -> None:
        """Begin knowing nothing."""
        self.noted: dict[str, Noted] = {}
        self.gaps = _Gaps()
        self.alike: dict[tuple[str, ...], tuple[str, ...]] = {}
        """The ids of pages: many pages have the same."""

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
                code += NOTED
        self[tag] = code
        return code

    def forget(self) -> None:
        """Forget everything if it has become too much."""
        if len(self) > _REMEMBERED:
            self.clear()
            self.noted.clear()
            self.gaps.clear()
            self.alike.clear()


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
