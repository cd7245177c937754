"""Tells the language of a text from its letters, where a script or single letters of it belong to one language.

Refuses to guess: Cyrillic and Arabic without such letters are told apart by nothing but words.
"""

import re

BEYOND_LATIN = re.compile(r"[\u0370-\u1fff\u3040-\ud7af\ufb1d-\ufdff\ufe70-\ufefc]")
_SHARE = 0.5
"""Of the letters: below it a text is of another script with foreign words in it."""

_SCRIPTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("he", re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]")),
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
)
"""Scripts of one language, as far as archives go."""

_KANA = re.compile(r"[\u3040-\u30ff]")
_HAN = re.compile(r"[\u4e00-\u9fff]")
_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")

_ARABIC_LETTERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("ur", re.compile(r"[ٹڈڑںےھہ]")),
    ("ps", re.compile(r"[ټډړږښڅځۍ]")),
    ("fa", re.compile(r"[پچژگی]")),
)
"""Languages by letters that Arabic does not have; the first that are frequent tell."""

_CYRILLIC_LETTERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("be", re.compile(r"ў", re.IGNORECASE)),
    ("uk", re.compile(r"[іїєґ]", re.IGNORECASE)),
    ("sr", re.compile(r"[ђјљњћџ]", re.IGNORECASE)),
    ("ru", re.compile(r"[ыэ]", re.IGNORECASE)),
)
_BULGARIAN = re.compile(r"ъ(?=\w)|\bсе\b|\bза да\b", re.IGNORECASE)


def of_letters(text: str) -> str:
    """Give the language that the letters of a text tell, as a tag; empty if they tell none."""
    if not BEYOND_LATIN.search(text):
        return ""
    letters = sum(map(str.isalpha, text))
    if letters < 3:
        return ""
    if len(_KANA.findall(text)) * 5 > letters:
        return "ja"
    if len(_HAN.findall(text)) > letters * _SHARE:
        return "zh"
    if len(_ARABIC.findall(text)) > letters * _SHARE:
        return _arabic(text, letters)
    if len(_CYRILLIC.findall(text)) > letters * _SHARE:
        return _cyrillic(text, letters)
    return next((tag for tag, script in _SCRIPTS if len(script.findall(text)) > letters * _SHARE), "")


def _arabic(text: str, letters: int) -> str:
    """Tell Arabic from the languages that write with more letters; of a few words, nothing is told but that."""
    for tag, own in _ARABIC_LETTERS:
        if len(own.findall(text)) * 40 > letters:
            return tag
    return "ar"


def _cyrillic(text: str, letters: int) -> str:
    """Tell the languages written in Cyrillic by letters of their own."""
    for tag, own in _CYRILLIC_LETTERS:
        if len(own.findall(text)) * (200 if tag == "ru" else 30) > letters:
            return tag
    return "bg" if len(_BULGARIAN.findall(text)) * 80 > letters else ""


def is_place_without_capitals(before: str, rest: str) -> bool:
    """Tell the place of "بيروت، 12 سبتمبر 2011": one word and a comma or dash, in a script that has no capitals."""
    is_set_off = before.rstrip().endswith((",", "،", "、", "-", "–", "—"))
    return is_set_off and rest.isalpha() and rest.upper() == rest.lower() and len(rest) > 1
