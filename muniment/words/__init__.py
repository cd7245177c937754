"""Keys → the words of the interface: English, which stands here, and the form that every other language takes.

Knows nothing of any archive: what an archive calls its stages, roles and kinds stands in its settings.
"""

from collections.abc import Mapping

from muniment.words import (
    access,
    authorities,
    dating,
    english,
    exchanging,
    names,
    originals,
    pictures,
    reusing,
    searching,
)
from muniment.words.alphabet import Alphabet, folded
from muniment.words.words import Words

__all__ = ["ENGLISH", "ROWS", "Alphabet", "Words", "folded"]

ROWS: Mapping[str, str] = {
    **english.WORDS,
    **dating.WORDS,
    **names.WORDS,
    **searching.WORDS,
    **authorities.WORDS,
    **pictures.WORDS,
    **originals.WORDS,
    **reusing.WORDS,
    **exchanging.WORDS,
    **access.WORDS,
}
"""Every key with its English words; `.one` and `.other` tell one from many."""


def _entries(rows: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Put the two forms of a counted noun under one key."""
    entries: dict[str, tuple[str, ...]] = {}
    for key, words in rows.items():
        noun, _, number = key.rpartition(".")
        is_counted = number in ("one", "other") and f"{noun}.one" in rows and f"{noun}.other" in rows
        if not is_counted:
            entries[key] = (words,)
        elif number == "other":
            entries[noun] = (rows[f"{noun}.one"], words)
    return entries


ENGLISH = Words(language="en", entries=_entries(ROWS))
"""The words that stand wherever another language has none."""
