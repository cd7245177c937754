"""A language's tag → the direction it is written in; knows nothing of words."""

RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})
"""Languages written from right to left, by their BCP 47 subtag."""

_SCRIPTS = {"arab": "rtl", "hebr": "rtl", "syrc": "rtl", "thaa": "rtl", "latn": "ltr", "cyrl": "ltr", "deva": "ltr"}
"""Script subtags that say the direction whatever the language."""


def direction(language: str) -> str:
    """Give the value of `dir` for a language."""
    primary, *subtags = language.lower().split("-")
    written = next((_SCRIPTS[each] for each in subtags if each in _SCRIPTS), "")
    return written or ("rtl" if primary in RIGHT_TO_LEFT else "ltr")
