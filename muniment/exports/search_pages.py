"""Turns an archive into the small pages that a search index is made from: folded words, what they answer to, a record.

It refuses to be published itself: only the index that is made of these pages is. Its words are folded exactly as
`static/search.js` folds what a reader asks for, so that the index need know nothing of accents, hyphens or stems.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from html import escape

from muniment.exports.layout import Json
from muniment.exports.search_text import carried
from muniment.model import Archive, Asset, Indexes

_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i", "ς": "σ"}
    | {"ﬁ": "fi", "ﬂ": "fl"}
)
_IGNORED = re.compile(
    "[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u200b-\u200d\u2060]"
)
_SIGNS = ("CJK ", "HIRAGANA ", "KATAKANA ", "THAI ", "LAO ", "KHMER ", "MYANMAR ")
"""How Unicode names the characters of scripts that are written without spaces: each is a word."""


def pages(archive: Archive, indexes: Indexes) -> tuple[Asset, ...]:
    """Make one page for each document, in the archive's order."""
    return tuple(
        Asset(path=f"{number:06d}.html", content=_page(record, number).encode())
        for number, record in enumerate(carried(archive, indexes), start=1)
    )


def folded(words: str) -> str:
    """Fold words as the search does: without capitals and accents, one space between."""
    plain = _IGNORED.sub("", unicodedata.normalize("NFD", words).lower()).translate(_LETTERS)
    if plain.isascii():
        return " ".join(re.findall(r"[a-z0-9]+", plain))
    return " ".join("".join(_apart(plain)).split())


def answer(facet: str, value: str) -> str:
    """Give the word under which the index knows what answers to a filter.

    Pagefind has filters of its own, but writes them in another order at every run.
    """
    return f"0{facet}0{folded(value).replace(' ', '')}"


def _page(record: dict[str, Json], number: int) -> str:
    """Write the page of one document; its record stands in an attribute, from where the index keeps it."""
    answers, passages = record["answers"], record["passages"]
    read = [each for each in passages if isinstance(each, list)] if isinstance(passages, list) else []
    words = [folded(str(each[1])) for each in read]
    words += [
        answer(facet, str(value))
        for facet, values in (answers.items() if isinstance(answers, dict) else ())
        for value in (values if isinstance(values, list) else ())
    ]
    return (
        '<!doctype html><html lang="und"><head><meta charset="utf-8"><title>-</title></head><body data-pagefind-body>'
        f'<p data-pagefind-meta="record[data-record]" data-record="{escape(json.dumps(record))}"'
        f' data-pagefind-sort="order:{number}">{" ".join(words)}</p></body></html>\n'
    )


def _apart(words: str) -> Iterator[str]:
    """Give letters, marks and digits as they are, signs that are words with spaces about them, else a space."""
    was_sign = False
    for character in words:
        category = unicodedata.category(character)[0]
        if category == "M":
            yield character
            continue
        is_sign = unicodedata.name(character, "").startswith(_SIGNS) and category in "LN"
        yield " " if was_sign or is_sign else ""
        yield character if category in "LN" else " "
        was_sign = is_sign
