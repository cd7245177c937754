"""Turns labels and dates into what they are sorted by, the same on every machine.

It refuses to ask the machine's locale.
"""

import unicodedata

_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "’": "'", "‘": "'"}
)


def folded(label: str) -> str:
    """Fold case and diacritics away, so that `Åland` sorts under A and `Côte d’Ivoire` under C."""
    if label.isascii():
        return label.casefold()
    decomposed = unicodedata.normalize("NFKD", label)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold().translate(_LETTERS)
