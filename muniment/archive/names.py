"""Turns the forms of names into a finder, and words into every place where one of the forms stands, letter by letter.

It refuses to know what a form means, and to choose between forms that overlap; `longest` does that by length alone.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol, TypeVar

_WORD = re.compile(r"\w+")
_GAPS = " \n\t\u00a0\u202f"
_WIDEST = 8
"""White space between two words of a name, at most."""
_HYPHENS = "-‐‑"


class Hit(NamedTuple):
    """A form that stands in a text."""

    start: int
    """0-based offset."""
    end: int
    """Offset after its last character."""
    form: str
    """As it was asked for; the text may break its line inside it."""


class Finder:
    """All forms, by their first word."""

    def __init__(self, forms: Iterable[str]) -> None:
        """Take forms that begin with a letter or digit; others are never found."""
        self._heads: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for form in dict.fromkeys(forms):
            head = _WORD.match(form)
            if head:
                self._heads.setdefault(head[0], []).append((form, tuple(form.split())))

    def hits(self, text: str) -> list[Hit]:
        """Find every occurrence of every form as whole words, in text order; they may overlap."""
        found = []
        for head in _WORD.finditer(text):
            for form, words in self._heads.get(head[0], ()):
                end = _end(text, head.start(), words)
                if end and _ends(text, end):
                    found.append(Hit(head.start(), end, form))
        return found


def _end(text: str, start: int, words: tuple[str, ...]) -> int:
    """Give the offset after words that stand in a text from an offset on; 0 where they do not. A line may break."""
    at = start
    for number, word in enumerate(words):
        if number:
            gap = at
            while text[at : at + 1] in _GAPS and at < min(gap + _WIDEST, len(text)):
                at += 1
            if at == gap:
                return 0
        if not text.startswith(word, at):
            return 0
        at += len(word)
    return at


def is_hyphenated(text: str, start: int, end: int) -> bool:
    """Say whether a hyphen joins the stretch to a letter: `Smith` in `Smith-Jones`."""
    before = start > 1 and text[start - 1] in _HYPHENS and text[start - 2].isalpha()
    return before or (text[end : end + 1] in tuple(_HYPHENS) and text[end + 1 : end + 2].isalpha())


def begins_sentence(text: str, starts: Sequence[int], start: int) -> bool:
    """Say whether no letter stands between the beginning of a sentence and an offset; `starts` begins with 0."""
    first = starts[bisect_right(starts, start) - 1]
    return not any(c.isalnum() for c in text[first:start])


def small(forms: Iterable[str]) -> frozenset[str]:
    """Give in small letters the forms of one capitalised word, which a sentence may begin with as any other word."""
    return frozenset(form.lower() for form in forms if form.isalpha() and form[:1].isupper() and form[1:].islower())


def printed(text: str, words: frozenset[str]) -> frozenset[str]:
    """Give those of the words that a text has."""
    return words.intersection(_WORD.findall(text)) if words else words


class Ranked(Protocol):
    """Anything with a beginning, an end and a rank in a text."""

    @property
    def start(self) -> int:
        """0-based offset."""

    @property
    def end(self) -> int:
        """Offset after the last character."""

    @property
    def rank(self) -> int:
        """Of two that stand on the same words, the lower is meant."""


Stretched = TypeVar("Stretched", bound=Ranked)


def longest(stretches: Iterable[Stretched]) -> list[Stretched]:
    """Choose stretches that do not overlap, the longest first, and give them in text order."""
    begins: list[int] = []
    chosen: list[Stretched] = []
    for each in sorted(stretches, key=lambda each: (each.start - each.end, each.rank, each.start)):
        place = bisect_right(begins, each.start)
        is_clear_before = not place or chosen[place - 1].end <= each.start
        if is_clear_before and (place == len(begins) or each.end <= begins[place]):
            begins.insert(place, each.start)
            chosen.insert(place, each)
    return chosen


def _ends(text: str, end: int) -> bool:
    """Say whether a word ends here; a combining accent goes on with it."""
    if end >= len(text) or not (text[end - 1].isalnum() or text[end - 1] == "_"):
        return True
    return not (text[end].isalnum() or text[end] == "_" or unicodedata.combining(text[end]))
