"""Turns a paragraph into the bounds of its sentences, which is what a reader is shown of a mention.

It refuses to understand the language: a full stop ends a sentence unless its word is an abbreviation, an initial or the
paragraph's number, or the next word begins small.
"""

import re
from bisect import bisect_right

_GAP = re.compile(r"(?<=[.!?…؟۔\"'”’»)\]])\s+(?=\S)|(?<=[。！？])(?=.)")
_CLOSING = "\"'”’»)]"
_BEFORE_NAMES = (
    " adm amb brig bros capt cmdr co col cpl dr fr gen gov hon hr lt ltd maj messrs mlle mme mr mrs ms mt pres prof rep"
    " rev sen sens sgt sr sra st vol vs viz cf approx ca incl excl jan feb apr aug sept sep oct nov dec inc corp dept"
    " int'l nat'l bzw usw osv dvs mfl kap nr tlf "
)
"""Words, between spaces, whose full stop ends no sentence."""
_BEFORE_NUMBERS = (
    " no nos art arts ch chap fig figs p pp par para paras pt sec sect res doc docs op ref supp add pkt s mar jun jul c"
    " tel vols "
)
"""Words whose full stop ends no sentence when a number follows."""
_BEFORE = 40
LONGEST = 1200
"""Characters of a sentence that is given whole: a list of some hundred names."""


def bounds(text: str) -> tuple[int, ...]:
    """Give the offset at which each sentence begins, from 0; the last one ends where the text ends."""
    starts = [0]
    starts += [match.end() for match in _GAP.finditer(text) if _is_end(text, match.start(), match.end())]
    return tuple(starts)


def around(text: str, starts: tuple[int, ...], start: int, end: int) -> tuple[int, str]:
    """Give the sentence that holds a stretch of the text, or the sentences when it crosses a border; and its offset.

    Of a sentence longer than a page will bear (a list without an end, a text without stops) only the words around it.
    """
    first = starts[bisect_right(starts, start) - 1]
    following = bisect_right(starts, max(start, end - 1))
    last = starts[following] if following < len(starts) else len(text)
    if last - first > LONGEST:
        first = max(first, _word_start(text, start - LONGEST // 2, start))
        last = min(last, _word_end(text, end, end + LONGEST // 2))
    sentence = text[first:last]
    return first + len(sentence) - len(sentence.lstrip()), sentence.strip()


def _word_start(text: str, earliest: int, latest: int) -> int:
    """Give where the first whole word begins."""
    space = text.find(" ", earliest, latest) if earliest > 0 else 0
    return earliest if space < 0 else space


def _word_end(text: str, earliest: int, latest: int) -> int:
    """Give where the last whole word ends."""
    space = text.rfind(" ", earliest, latest) if latest < len(text) else len(text)
    return latest if space < 0 else space


def _is_end(text: str, stop: int, following: int) -> bool:
    """Say whether a sentence ends at `stop` when the next word begins at `following`."""
    core = text[max(0, stop - _BEFORE) : stop].rstrip(_CLOSING)
    if not core or core[-1] not in ".!?…؟۔。！？":
        return False
    if text[following].islower():
        return False
    if core[-1] != ".":
        return True
    words = core[:-1].split()
    if core[:-1][-1:].isspace() or not words:
        return True
    word = words[-1].lstrip("(\"'“‘«[")
    if len(word) == 1 and word.isalpha() and word.isupper():
        return False
    known = f" {word.casefold()} "
    if known in _BEFORE_NAMES or _is_dotted(word):
        return False
    if known in _BEFORE_NUMBERS and text[following].isdigit():
        return False
    is_first_word = stop < _BEFORE and len(words) == 1
    return not (is_first_word and word.rstrip(")").isalnum() and len(word) <= 4)


def _is_dotted(word: str) -> bool:
    """Say whether a word is letters with full stops between them, like `U.S` or `p.m`."""
    parts = word.split(".")
    return len(parts) > 1 and all(len(part) == 1 and part.isalpha() for part in parts)
