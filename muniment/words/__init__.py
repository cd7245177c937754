"""Keys → the words of the interface, in one place, so that another catalogue can stand in for the English one.

Knows nothing of any archive: what an archive calls its stages, roles and kinds stands in its settings.
"""

from muniment.words import access, authorities, english, originals, pictures, reusing, searching

__all__ = ["WORDS", "count", "say"]

WORDS = {
    **access.WORDS,
    **authorities.WORDS,
    **english.WORDS,
    **originals.WORDS,
    **pictures.WORDS,
    **reusing.WORDS,
    **searching.WORDS,
}
"""Every key with its words."""


def say(key: str, **blanks: object) -> str:
    """Give the words for a key with its blanks filled; an unknown key is a mistake of ours and raises `KeyError`."""
    return WORDS[key].format(**blanks)


def count(key: str, n: int) -> str:
    """Give a counted noun: `1 difference`, `6 differences`."""
    return say(f"{key}.one" if n == 1 else f"{key}.other", n=n)
