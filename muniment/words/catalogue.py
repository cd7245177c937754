"""The words of the interface as a catalogue of gettext: what it has to translate, and what is made of a translation.

An entry's context is our key and its message the English words, so that a translator sees both. Knows no file.
"""

import re
from collections.abc import Iterator, Mapping

from muniment.frozen import dataclass
from muniment.words import ENGLISH
from muniment.words.reasons import REASONS
from muniment.words.words import ONE_AND_MANY, SAMPLES, Words, plural_rule

REASON = "reason"
"""The context of what the program writes into editions: the English words are their own key."""

TWO = (2, ONE_AND_MANY)
"""The plurals of a catalogue that says nothing of them."""

_BLANK = re.compile(r"\{([a-z_]+)\}")
_PLURAL = re.compile(r"nplurals *= *([1-9]) *; *plural *= *([^;]{1,900});?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One entry of the template."""

    key: str
    """Of the words of the interface; `REASON` for what the program writes into editions."""
    english: tuple[str, ...]
    """The words; of a counted noun one form for one and one for many."""


def messages() -> Iterator[Message]:
    """List everything that a catalogue translates, in the order in which the words stand."""
    yield from (Message(key=key, english=forms) for key, forms in ENGLISH.entries.items())
    yield from (Message(key=REASON, english=(sentence,)) for sentence in REASONS)


def blanks(words: str) -> frozenset[str] | None:
    """Name the blanks of some words; nothing where braces stand in any other way, which no filling could take."""
    return None if set("{}") & set(_BLANK.sub("", words)) else frozenset(_BLANK.findall(words))


def plurals(field: str) -> tuple[int, str]:
    """Read a `Plural-Forms` field: (number of forms, expression); what is none raises `ValueError`."""
    found = _PLURAL.fullmatch(field.strip())
    if found is None:
        raise ValueError(field)
    number, expression = int(found[1]), found[2].strip()
    if expression.strip("()") == ONE_AND_MANY:
        expression = ONE_AND_MANY
    rule = plural_rule(expression)
    if not all(0 <= rule(n) < number for n in range(SAMPLES)):
        raise ValueError(field)
    return number, expression


def completed(
    language: str, plural: tuple[int, str], entries: Mapping[str, tuple[str, ...]], reasons: Mapping[str, str]
) -> Words:
    """Make the words of a language of what is translated; the rest stands in English."""
    number, expression = plural
    english = {
        key: forms if len(forms) == 1 else (*forms, *forms[-1:] * number)[:number] if number > 1 else forms[-1:]
        for key, forms in ENGLISH.entries.items()
    }
    return Words(language=language, entries={**english, **entries}, plural=expression, reasons=dict(reasons))
