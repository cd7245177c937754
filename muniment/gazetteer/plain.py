"""Tell the hits that need no judging: between small words that no rule looks at, most names stand for their state.

It refuses to set anything aside; it only says of which hits every rule of `context` would say nothing.
"""

from muniment.gazetteer import nouns, vocabulary
from muniment.gazetteer.lexicon import Hit

_BLANKS = " \n"
_NO_WORDS = "(–—"
_DESCENT = ("Jr", "Sr", "II", "IV")
_JUDGED = frozenset(("america", "georgia", "georgians", "island", "islands", "israel", "micronesia", "united states"))
_JUDGED |= {"china", "turkey"}
_OF = frozenset(("of", "for", "on", "in"))
_PARTICLES = frozenset(("de", "du", "del", "des", "della", "di", "la", "le", "les", "los", "las", "l", "d", "y", "e"))
_JUDGED_BEFORE = _PARTICLES | {"former", "the", "in", "into"} | vocabulary.STREET_BARE | vocabulary.SPEAKING
_JUDGED_AFTER = (
    vocabulary.EVENT_WORDS
    | nouns.THING_NOUNS
    | nouns.NAME_THINGS
    | nouns.DEMONYM_THINGS
    | vocabulary.CURRENCIES
    | vocabulary.DEMONYM_CURRENCIES
    | {"of"}
)
_JUDGED_AFTER_LANGUAGES = (
    _JUDGED_AFTER | vocabulary.LANGUAGE_NOUNS | vocabulary.AFTER_LANGUAGES | {"and", "or", "in", "into"}
)
_UNITED_STATES = (
    vocabulary.US_STATES
    | vocabulary.US_FIRST_WORDS
    | {each.casefold().rstrip(".") for each in vocabulary.US_ABBREVIATIONS}
)
_ORGANS = vocabulary.STATE_ORGANS - vocabulary.LANGUAGE_NOUNS
_JOINED = nouns.OF_SMALL | nouns.CONNECTING
_LONGEST = 40
"""No longer word is looked for."""
_LIGHT_FLAGS = frozenset(("family_names", "given_names", "languages"))


def is_plain(text: str, hit: Hit) -> bool:
    """Tell a hit of one state between words and marks that no rule takes into account.

    It holds in texts in English; in others, every hit is judged.
    """
    start, end, sense = hit
    if len(sense.states) != 1 or (sense.flags and not sense.flags <= _LIGHT_FLAGS):
        return False
    form = text[start:end].casefold()
    if form in _JUDGED:
        return False
    following = text[end : end + 40]
    is_language = bool(sense.flags) and "languages" in sense.flags
    goes_on = _is_small(following, _JUDGED_AFTER_LANGUAGES) if is_language else _goes_on(following, form)
    return (goes_on or _is_organ(following)) and _goes_before(text, start, is_language)


def _goes_on(following: str, form: str) -> bool:
    """Tell that a mark and a blank, a possessive ending or a small word come after the form."""
    mark = following[:1]
    if mark == ",":
        word = following[2:].split(None, 1)[:1]
        is_part = bool(word) and form in vocabulary.US_TOWNS and word[0].rstrip(".,;)").casefold() in _UNITED_STATES
        return following[1:2] in _BLANKS and not is_part and not following.startswith(_DESCENT, 2)
    if mark in ".;)":
        return following[1:2] in _BLANKS
    if mark in "'’":
        return following[1:3] == "s "
    return following[1:2] in _NO_WORDS if mark == " " and following[1:2] in _NO_WORDS else _is_small(following)


def _is_small(following: str, judged: frozenset[str] = _JUDGED_AFTER) -> bool:
    """Tell that a small word comes after the form, and none that a rule looks at."""
    if not following.startswith(" ") or not following[1:2].islower():
        return False
    space = following.find(" ", 1)
    word = following[1 : space if space > 0 else None]
    if not word.isalpha():
        word = word.split("\n", 1)[0].rstrip(".,;:!?)]}»”\"'’")
    return word not in judged


def _is_organ(following: str) -> bool:
    """Tell that an organ of the state comes after the form, and nothing that is called after the organ."""
    words = following[1:].split(None, 2) if following.startswith(" ") and following[1:2].isupper() else ()
    if len(words) < 2 or words[0].casefold() not in _ORGANS:
        return False
    return words[1].rstrip(".,;:!?)]}»”\"'’").casefold() not in vocabulary.AFTER_ORGAN


def _goes_before(text: str, start: int, is_language: bool) -> bool:
    """Tell that a small word, or one with a comma, comes before the form; before `of` and the like, another one."""
    if not text.startswith(" ", start - 1) or not start:
        return not start or text.startswith("\n\n", start - 2)
    space = _gap(text, start - 1)
    last = text[space + 1 : start - 1]
    if not last:
        return False
    if last[-1] == ",":
        return not is_language
    if last[-1] == "." and len(last) > len("Capt."):
        return last[:-1].casefold() not in vocabulary.TITLES
    if last == "the":
        space = _gap(text, space)
        last = text[space + 1 : start - len(" the ")]
        if last in _OF:
            return False
    if not (last.isalpha() and last.islower()):
        return False
    if is_language and last in vocabulary.LANGUAGE_BEFORE:
        return False
    if last in _OF:
        earlier = text[_gap(text, space) + 1 : space]
        return earlier.isalpha() and earlier.islower() and earlier not in _JOINED
    return last not in _JUDGED_BEFORE


def _gap(text: str, end: int) -> int:
    """Give the place of the blank or line end before a word that ends here, or -1."""
    first = max(0, end - _LONGEST)
    return max(text.rfind(" ", first, end), text.rfind("\n", first, end))
