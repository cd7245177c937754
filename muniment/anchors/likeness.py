"""The words of a block into the marks by which it is known again: hash, sketch, opening; knows nothing of anchors."""

import functools
import hashlib
import re

SKETCH_WORDS = 16
"""How many word hashes a sketch holds; the smallest ones, so that two sketches sample the same words."""

OPENING_LENGTH = 60
"""Characters of an opening, at most."""

_WORD = re.compile(r"\w+")


def folded(words: str) -> str:
    """Give words with each stretch of white space as one space."""
    return " ".join(words.split())


def digest(words: str) -> str:
    """Give the sha256 of folded words, first 16 hex digits."""
    return hashlib.sha256(_bytes(words)).hexdigest()[:16]


def opening(words: str) -> str:
    """Give the first words, with `…` if more follow."""
    if len(words) <= OPENING_LENGTH:
        return words
    return (words[: OPENING_LENGTH + 1].rpartition(" ")[0] or words[:OPENING_LENGTH]) + "…"


def sketch(words: str) -> str:
    """Give the smallest hashes of the different words, case and punctuation aside, four hex digits each."""
    return "".join(sorted({_hash(word) for word in _WORD.findall(words.casefold())})[:SKETCH_WORDS])


def hashes(sketched: str) -> frozenset[str]:
    """Give the word hashes of a sketch."""
    return frozenset(sketched[place : place + 4] for place in range(0, len(sketched), 4))


def similarity(here: frozenset[str], there: frozenset[str]) -> int:
    """Estimate the share of words that two sketched blocks have in common, in thousandths (Dice's coefficient).

    What is certainly below a half is given as 0, for speed.
    """
    common = here & there
    if 3 * len(common) < max(len(here), len(there), 1):
        return 0
    both = sorted(here | there)[:SKETCH_WORDS]
    shared = sum(piece in common for piece in both)
    return 2000 * shared // (len(both) + shared)


def is_within(sha256: str, first_words: str, words: str) -> bool:
    """Say whether a block, known by hash and opening, stands word for word within folded words."""
    beginning = first_words.removesuffix("…")
    start = words.find(beginning) if beginning else -1
    while start >= 0:
        if (start == 0 or words[start - 1] == " ") and _begins_with(sha256, words[start:], len(beginning)):
            return True
        start = words.find(beginning, start + 1)
    return False


def _begins_with(sha256: str, words: str, least: int) -> bool:
    """Say whether some number of whole words, `least` characters or more, from the beginning has this hash."""
    running = hashlib.sha256()
    done = 0
    end = least - 1
    while done < len(words):
        end = words.find(" ", end + 1)
        end = len(words) if end < 0 else end
        running.update(_bytes(words[done:end]))
        if running.hexdigest()[:16] == sha256:
            return True
        done = end
    return False


@functools.lru_cache(maxsize=20_000)
def _hash(word: str) -> str:
    """Hash one word to four hex digits."""
    return hashlib.blake2b(_bytes(word), digest_size=2).hexdigest()


def _bytes(words: str) -> bytes:
    """Encode words; a lone surrogate, which no file can hold, is hashed all the same."""
    return words.encode("utf-8", "surrogatepass")
