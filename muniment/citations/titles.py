"""A title → the title as styles print it: quotation marks at their level, an English one in headline capitals.

Knows the rule of CSL for title case and nothing of styles; a title in another language keeps its capitals.
"""

import re
from functools import lru_cache

_SMALL = frozenset(
    re.findall(
        "[a-z]+",
        "about an and as at but by de down for from in into nor of on onto or over so the till to up van via von "
        "with yet",
    )
)
_PIECE = re.compile("[^\\s\u2010-\u2015-]+|[\\s\u2010-\u2015-]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_OPENERS = " \t\n([{/—–-“‘"
_CLOSED = {"“": "”", "‘": "’"}
_MARKS = (("“", "”"), ("‘", "’"))


@lru_cache(maxsize=256)
def headline(title: str, language: str) -> str:
    """Set an English title in headline capitals; a title of unknown language counts as English.

    Words with a capital of their own stay as they are, small words are raised only at the beginning, after a stop or
    colon, and at the end.
    """
    if language.partition("-")[0].lower() not in ("en", "", "und"):
        return title
    pieces = _PIECE.findall(title)
    words = [index for index, piece in enumerate(pieces) if _LETTERS.search(piece)]
    begins = True
    for index, piece in enumerate(pieces):
        if not piece.strip() or not piece.strip(" \t\n‐‑‒–—―-"):
            continue
        is_last = bool(words) and index == words[-1]
        pieces[index] = _raised(piece, begins=begins, is_last=is_last and not begins)
        follows = pieces[index + 1] if index + 1 < len(pieces) else ""
        begins = follows[:1].isspace() and piece.rstrip("”’\"')]").endswith((".", "?", "!", ":"))
    return "".join(pieces)


def _raised(word: str, *, begins: bool, is_last: bool) -> str:
    """Give a word its capital, or leave it."""
    found = _LETTERS.search(word)
    if found is None or word != word.lower() or any(character.isdigit() for character in word[: found.start()]):
        return word
    letters = found[0]
    if not begins and (len(letters) == 1 or (letters in _SMALL and not is_last)):
        return word
    return word[: found.start()] + letters[0].upper() + word[found.start() + 1 :]


@lru_cache(maxsize=256)
def marked(title: str, level: int) -> str:
    """Set quotation marks and apostrophes as typographers do, at a level: 0 double outside, 1 single outside.

    Only marks that open and close are pairs; everything else stays, an upright single mark becomes an apostrophe.
    """
    title = _curled(title)
    pairs = _pairs(title)
    written = list(title)
    for opening, closing, depth in pairs:
        first, second = _MARKS[(level + depth) % 2]
        written[opening], written[closing] = first, second
    return "".join(written)


def _curled(title: str) -> str:
    """Bend upright quotation marks by what stands before them."""
    if '"' not in title and "'" not in title:
        return title
    bent: list[str] = []
    last = title.rfind("'")
    for index, character in enumerate(title):
        before = bent[index - 1] if index else " "
        behind = title[index + 1 : index + 2]
        opens = before in _OPENERS and behind != "" and not behind.isspace()
        if character == '"':
            bent.append("“" if opens else "”")
        elif character == "'":
            bent.append("‘" if opens and index < last else "’")
        else:
            bent.append(character)
    return "".join(bent)


def _pairs(title: str) -> list[tuple[int, int, int]]:
    """List (offset of the opening mark, of the closing mark, depth); an apostrophe inside a word closes nothing."""
    found: list[tuple[int, int, int]] = []
    waiting: list[int] = []
    for index, character in enumerate(title):
        if character in _CLOSED:
            waiting.append(index)
        elif waiting and character == _CLOSED[title[waiting[-1]]] and not title[index + 1 : index + 2].isalnum():
            found.append((waiting.pop(), index, len(waiting)))
    return found
