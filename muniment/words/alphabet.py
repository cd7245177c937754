"""Labels → what they are sorted by in one language, the same on every machine; asks no locale."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache

from muniment.frozen import dataclass

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "’": "'", "‘": "'"}
)
_BEHIND = "\uffff"
"""Sorts behind every letter: what stands behind the letter that one of a language's own follows."""


def folded(label: str) -> str:
    """Fold case and diacritics away, so that `Åland` reads as `aland` and `Côte d’Ivoire` as `cote d'ivoire`."""
    if label.isascii():
        return label.casefold()
    decomposed = unicodedata.normalize("NFKD", label)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().translate(_LETTERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Alphabet:
    """The order of a language's letters."""

    own: Mapping[str, tuple[str, str]]
    """Letter, or letters that count as one, in small → (what it is sorted by, the letter it is filed under)."""
    longest: int
    """Characters of the longest of them."""

    def key(self, label: str) -> str:
        """Give what a label is sorted by: diacritics folded, but for the language's own letters."""
        if not self.own:
            return folded(label)
        return "".join(key for key, _ in self._read(label))

    def initial(self, label: str) -> str:
        """Give the letter a label is filed under, small; the language's own letters are letters of their own."""
        if not self.own:
            return folded(label)[:1]
        return next((filed for _, filed in self._read(label) if filed), "")

    def _read(self, label: str) -> Iterator[tuple[str, str]]:
        """Give the letters of a label: (what each is sorted by, the letter it is filed under)."""
        text = unicodedata.normalize("NFC", label).casefold()
        at = 0
        while at < len(text):
            for length in range(self.longest, 0, -1):
                known = self.own.get(text[at : at + length])
                if known:
                    yield known
                    at += length
                    break
            else:
                plain = folded(text[at])
                yield plain, plain[:1]
                at += 1


@cache
def alphabet(rules: str) -> Alphabet:
    """Read a language's own letters: `z<æ=ä<ø=ö<å=aa` puts æ behind z, ø behind æ, å last; ä, ö, aa count as they do.

    Several such chains have spaces between; `a-z` is the alphabet of English. What is no chain raises `ValueError`.
    """
    own: dict[str, tuple[str, str]] = {}
    for chain in rules.removeprefix("a-z").split():
        first, *following = unicodedata.normalize("NFC", chain).casefold().split("<")
        if not following or len(first) != 1 or not all(all(step.split("=")) for step in following):
            raise ValueError(chain)
        for number, step in enumerate(following, start=1):
            letters = step.split("=")
            for letter in letters:
                own[letter] = f"{first}{_BEHIND}{chr(number)}", letters[0]
    return Alphabet(own=own, longest=max(map(len, own), default=0))
