"""Turn a hit into the words around it, within a bounded reach so that any text is read in linear time.

It refuses to judge what the words mean.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

from muniment.gazetteer import vocabulary
from muniment.gazetteer.lexicon import Hit, Sense

REACH = 90
"""How many characters to each side are looked at."""
_SHORT = 40
"""A line of fewer characters is no part of a paragraph."""
_SPACES = " \n\r\u00a0\u202f\t"
_TRAILING = ".,;:!?)]}»”\"'’"
_POSSESSIVES = ("'", "’")
_STOPS = ',;:!?)]}»”"([{/|–—'
_LETTERS = re.compile(r"[^\W\d_]+")


_SMALL_WORDS = {
    "english": re.compile(r"\b(?:the|and|of|to|in|for|that|is|with)\b"),
    "french": re.compile(r"\b(?:le|la|les|des|du|et|une|pour|dans|que|au)\b"),
    "spanish": re.compile(r"\b(?:el|la|los|las|del|y|una|para|en|que|por)\b"),
    "german": re.compile(r"\b(?:der|das|und|ist|nicht|mit|für|von|dem|auf|ein|eine|zu|zur|im)\b"),
    "nordic": re.compile(r"\b(?:og|och|er|det|som|på|av|af|til|till|ikke|inte|med|för|är|har)\b"),
}
_SAMPLE = 6_000
"""How many characters tell the language of a text."""
_GLANCE = 1_500
"""How many characters are enough where the small words of English abound."""
_TICKER = re.compile(r"<([A-Z]{2,5})(?:\.[A-Z]{1,3})?>")
_SIGNS = (
    ("<", _TICKER),
    *((opening, re.compile(f"{re.escape(opening)}()")) for opening in ("(NYSE: ", "(NASDAQ: ", "(Nasdaq: ", "(LSE: ")),
    *(
        (opening, re.compile(f"{re.escape(opening)}()"))
        for opening in ("(ASX: ", "(TSX: ", " Inc.", " LLC", " Ltd", " Corp.")
    ),
)
"""What stands directly after the name of a company, by the letters that it begins with."""


@dataclass(frozen=True, kw_only=True)
class Whole:
    """A text as a whole."""

    text: str
    defined: frozenset[str] = frozenset()
    """Abbreviations that the text puts in brackets after the name of their state."""

    @cached_property
    def language(self) -> str:
        """The language whose small words are the most: `english`, `french`, `spanish`, `german` or `nordic`."""
        if self.text.count(" the ", 0, _GLANCE) * 300 > _GLANCE:
            return "english"  # at once: most texts
        if self.text.count(" the ", 0, _SAMPLE) * 300 > min(len(self.text), _SAMPLE):
            return "english"
        counts = {language: len(words.findall(self.text, 0, _SAMPLE)) for language, words in _SMALL_WORDS.items()}
        return max(counts, key=lambda language: counts[language])

    @property
    def is_foreign(self) -> bool:
        """Whether small words of French or Spanish outnumber those of English."""
        return self.language in ("french", "spanish")

    @cached_property
    def companies(self) -> frozenset[tuple[str, str]]:
        """The last two words, folded, of each name with a company's sign: `<ABC>`, `(NYSE: ABC)`, `, Inc.`."""
        known = [pattern for opening, pattern in _SIGNS if opening in self.text]
        signs = [sign for pattern in known for sign in pattern.finditer(self.text) if sign[1] not in vocabulary.TAGS]
        names = [self.text[max(0, sign.start() - REACH) : sign.start()].rstrip(" ,").split() for sign in signs]
        return frozenset(
            (name[-2].casefold(), name[-1].casefold()) for name in names if len(name) > 1 and name[-2][0].isupper()
        )

    @cached_property
    def is_american(self) -> bool:
        """Whether the text names a city of Georgia or a part of the United States, and nothing of the Caucasus."""
        if any(word in self.text for word in vocabulary.CAUCASUS):
            return False
        if any(city in self.text for city in ("Atlanta", "Savannah", "ATLANTA", "SAVANNAH")):
            return True
        return any(part.title() in self.text for part in vocabulary.US_EVIDENCE)

    @cached_property
    def is_about_food(self) -> bool:
        """Whether the text speaks of a festive meal or of porcelain, and of nothing that is Turkish or Chinese."""
        if any(word in self.text for word in vocabulary.NO_FOOD):
            return False
        return bool(vocabulary.FOOD.search(self.text))

    @cached_property
    def names_first_peoples(self) -> bool:
        """Whether the text speaks of first peoples of America."""
        return any(words in self.text for words in vocabulary.FIRST_PEOPLES)


@dataclass(slots=True)
class Near:
    """A hit among its neighbours."""

    whole: Whole
    hit: Hit
    previous: Hit | None
    """The name of a state before this one, if it is the nearest hit."""
    following: Hit | None
    """The name of a state after it, if it is the nearest hit."""
    is_joined: bool
    """Whether a hyphen joins another hit to the front of the form (`US-China`)."""
    form: str
    """As printed."""
    left_text: str
    """What stands before the form, at most back to an empty line."""
    right_text: str
    """What stands after the form, at most up to an empty line."""
    left: Sequence[str]
    """Words before the form, nearest last, with their punctuation; none when a mark stands directly before it."""
    right: Sequence[str]
    """Words directly after the form up to the first mark, without it; none when a mark follows the form."""

    @property
    def text(self) -> str:
        """The whole text."""
        return self.whole.text

    @property
    def sense(self) -> Sense:
        """What the form means."""
        return self.hit.sense

    @property
    def right_before_another(self) -> Sequence[str]:
        """Of the words after the form, those before the name of the next state: `Congo (Cook Islands)` are two."""
        if self.following is None or self.following.start - self.hit.end > REACH:
            return self.right
        between = self.text[self.hit.end : self.following.start]
        return self.right[: len(between.split())]

    @property
    def line(self) -> str:
        """The line the form stands in, as far as the reach goes."""
        return self.left_text.rpartition("\n")[2] + self.form + self.right_text.partition("\n")[0]

    @property
    def is_headline(self) -> bool:
        """Whether the line is set in title case or capitals, as headlines are."""
        words = [word for word in _LETTERS.findall(self.line) if len(word) > 3]
        small = sum(word[0].islower() for word in words)
        is_title = len(words) > 1 and small * 5 <= len(words) and not self.line.rstrip().endswith(".")
        return is_title and not self.line.lstrip()[:1].islower()

    @property
    def is_in_capitals(self) -> bool:
        """Whether the line has no small letter."""
        return self.line.isupper()

    @property
    def is_first_on_left_line(self) -> bool:
        """Whether the form begins its line, so that the word before it belongs to another line."""
        return "\n" in self.left_text[-2:]

    @property
    def is_last_on_right_line(self) -> bool:
        """Whether the form ends its line."""
        return "\n" in self.right_text[:2]


def near(whole: Whole, hit: Hit, previous: Hit | None, following: Hit | None, *, is_joined: bool = False) -> Near:
    """Look at the words around a hit."""
    text, (start, end, _) = whole.text, hit
    left_text = text[max(0, start - REACH) : start]
    if "\n\n" in left_text:
        left_text = left_text.rpartition("\n\n")[2]
    right_text = text[end : end + REACH]
    if "\n\n" in right_text:
        right_text = right_text.partition("\n\n")[0]
    left = _words_before(_own_line_before(left_text)) if left_text else ()
    right = _words_after(_own_line_after(left_text, right_text)) if right_text and right_text[0] in _SPACES else ()
    return Near(whole, hit, previous, following, is_joined, text[start:end], left_text, right_text, left, right)


def _own_line_before(text: str) -> str:
    """Leave out the line above if it is short, and so a title, a cell or a link of its own."""
    above, line_end, line = text.rpartition("\n")
    is_whole = len(text) < REACH or "\n" in above
    return line_end + line if line_end and is_whole and len(above) - above.rfind("\n") <= _SHORT else text


def _own_line_after(before: str, text: str) -> str:
    """Leave out the line below if this one is short."""
    line, line_end, _ = text.partition("\n")
    return line if line_end and len(before.rpartition("\n")[2]) + len(line) < _SHORT else text


def _words_before(text: str) -> Sequence[str]:
    if text[-1] in _SPACES:
        return text.split()
    if text[-1] in "'’" and text[-2:-1] in ("d", "D", "l", "L"):
        return [*text[:-2].split(), text[-2] + "'"]
    return ()


def _words_after(text: str) -> Sequence[str]:
    words = []
    for word in text.split(None, 7)[:7]:
        if word[0] in _STOPS:
            break
        bare = word.rstrip(_TRAILING)
        is_possessive = word[len(bare) :] in _POSSESSIVES
        words.append(word if is_possessive else bare)
        if bare != word and not is_possessive:
            break
    return words if all(words) else ()


class Span(Protocol):
    """Anything with a beginning and an end in a text."""

    @property
    def start(self) -> int:
        """0-based offset."""

    @property
    def end(self) -> int:
        """Offset after the last character."""


_LIST_REACH = 24
_LINKS = (
    "",
    "and",
    "et",
    "y",
    "e",
    "the",
    "and the",
    "et le",
    "et la",
    "et les",
    "or",
    "ou",
    "o",
    "le",
    "la",
    "les",
    "l",
)


def is_linked(text: str, one: Span | None, other: Span | None) -> bool:
    """Tell whether two names stand side by side in a list: only marks, spaces or an `and` between them."""
    if one is None or other is None or not 0 < other.start - one.end <= _LIST_REACH:
        return False
    return text[one.end : other.start].strip(" \t\r\n\u00a0,;|/•*-–&'’").casefold() in _LINKS


def is_in_list(near: Near) -> bool:
    """Tell whether the name of another state stands beside the form in a list."""
    return is_linked(near.text, near.previous, near.hit) or is_linked(near.text, near.hit, near.following)
