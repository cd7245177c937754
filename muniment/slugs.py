"""Makes plain addresses of names and titles in any script."""

import re
import unicodedata

_APOSTROPHES = frozenset("'’‘`´")
_NOT_PLAIN = re.compile(r"[^a-z0-9 ]+")


def slug(text: str) -> str:
    """Join the words of a text by hyphens: "Smørbrød à l’Œuvre" gives "smorbrod-a-loeuvre"; "" if it has no words."""
    return "-".join(slug_words(text))


def slug_words(text: str) -> list[str]:
    """Give the words of a text in small ASCII letters and digits.

    Letters of other scripts are romanised sign by sign: "Заявление" gives "zayavlenie".
    """
    kept = (c for c in unicodedata.normalize("NFKC", text) if c not in _APOSTROPHES)
    letters = "".join(" " if _parts_words(c) else c for c in kept)
    return _NOT_PLAIN.sub("", _romanised(letters).lower()).split()


def _parts_words(sign: str) -> bool:
    category = unicodedata.category(sign)
    return category[0] not in "LNM" and category != "Cf"


def _romanised(text: str) -> str:
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    if bare.isascii():
        return bare
    from anyascii import anyascii  # 40 ms to load, and most names need no more than the line above

    return anyascii(text)
