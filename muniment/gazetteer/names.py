"""Tell a state's name that begins a longer name: of an organisation, a war, a newspaper, a street, a sea, a thing.

It refuses to know any one of them; it goes by the nouns that such names are made of.
"""

import re
from collections.abc import Iterator, Sequence

from muniment.gazetteer import nouns, vocabulary
from muniment.gazetteer.near import Near, is_in_list

_HYPHENS = ("-", "‐", "‑", "–")
_BEFORE = ("-", "‐", "‑", ".")
_JOINING = ("and", "&")
_POSSESSIVE = re.compile("['’]s?$")
_NO_VERBS = (
    "red",
    "united",
    "allied",
    "news",
    "peoples",
    "physicians",
    "affairs",
    "services",
    "sports",
    "studies",
    "relations",
    "rights",
    "sciences",
    "securities",
    "forces",
    "arts",
    "veterans",
)


def a_longer_name(near: Near) -> str:
    """`Norwegian Red Cross`, `Rwanda genocide`, `Portugal Street`; but `Norwegian Government` is the state."""
    is_demonym = near.sense.kind == "demonym"
    words = (near.right if is_demonym else near.right_before_another) or _after_hyphen(near)
    if not words:
        return ""
    if not is_demonym and near.is_last_on_right_line:
        return ""
    if words[0][0].islower():
        return _event(near, words) or _thing(near, words[0])
    if words[0] == "NOW" and near.line.rstrip().endswith(f"{near.form} NOW"):
        return f"{nouns.PAPER}: {near.form} NOW"
    if is_demonym and near.form[-1] in "sS" and near.form.casefold() != "swiss":
        return ""  # `Norwegians Back Peace Institute`: people, no name begins with them
    for position, key in _followers(near, words[: 5 if is_demonym else 4]):
        why = nouns.NAME_NOUNS.get(key) or _at_distance(key, position, is_demonym)
        if why and _is_one_name(near, words[:position], is_demonym):
            return f"{why}: {' '.join((near.form, *words[: position + 1]))}"
    return ""


def _followers(near: Near, words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Give the words that may belong to one name, folded, up to an organ of the state or a name of its own."""
    for position, word in enumerate(words):
        if not word[0].isupper():
            if not position or word not in _JOINING:
                return
            continue
        key = _POSSESSIVE.sub("", word.casefold())
        following = words[position + 1 : position + 2]
        if near.sense.kind == "demonym" and _is_own_name(key, following):
            return
        if _is_organ(near, key, following) and not (position and key == "authority"):
            return
        yield position, key


def _is_own_name(key: str, following: Sequence[str]) -> bool:
    """Tell a name that the demonym before it describes: `Norwegian (World Cup team)`."""
    if not following or not following[0][0].isupper():
        return False
    return key in nouns.OWN_NAMES or (key == "nobel" and following[0].casefold() in ("peace", "prize", "laureate"))


def _at_distance(key: str, position: int, is_demonym: bool) -> str:
    """Give the reason for a noun that counts only directly after the name, or only with a word between."""
    if position:
        return nouns.FAR_NOUNS.get(key, "")
    return "" if is_demonym and key in nouns.ONLY_NAMES else nouns.CLOSE_NOUNS.get(key, "")


def _after_hyphen(near: Near) -> Sequence[str]:
    """Give the words after the second half of `Iran-Iraq War`."""
    if near.right_text[:1] not in _HYPHENS:
        return ()
    second = re.match(r"[-‐‑–][A-Z]\w+ ([A-Z]\w+|wars?\b)", near.right_text)
    return (second.group(1),) if second else ()


def _event(near: Near, words: Sequence[str]) -> str:
    """`Rwanda genocide`, `Iraq war`; not `Iraq war veterans`, and not `Angolan war` as people describe it."""
    first, second = (*words, "")[:2]
    is_noun_phrase = first != "genocide" and second and second not in vocabulary.AFTER_WAR
    if first not in vocabulary.EVENT_WORDS or is_noun_phrase:
        return ""
    if first != "genocide" and near.sense.kind == "demonym":
        return ""
    return f"{nouns.EVENT}: {near.form} {first}"


def _thing(near: Near, word: str) -> str:
    """`Norway spruce`, `Egyptian vulture`, `Peru balsam`; but `Norwegian ships` are the state's."""
    own = nouns.DEMONYM_THINGS if near.sense.kind == "demonym" else nouns.NAME_THINGS
    is_thing = (word in nouns.THING_NOUNS or word in own) and near.whole.language == "english"
    return f"{nouns.THING}: {near.form} {word}" if is_thing else ""


def _is_organ(near: Near, key: str, following: Sequence[str]) -> bool:
    """Tell whether the word is an organ of the state, alone or with the next one."""
    after = following[0].casefold() if following else ""
    if f"{key}-{after}" in vocabulary.ORGAN_PAIRS:
        return True
    if key in vocabulary.STATE_ORGANS:
        return after not in vocabulary.AFTER_ORGAN or following[0].islower()
    return key == "house" and near.form.isupper()


def _is_one_name(near: Near, between: Sequence[str], is_demonym: bool) -> bool:
    """Tell a name from a headline, where a verb with a capital stands between: `Norway Signs Landmine Treaty`."""
    if not between or not near.is_headline:
        return True
    if near.is_in_capitals and not is_demonym:
        return False
    return not any(
        word.endswith(("s", "ed")) and word not in _NO_VERBS and not re.search("['’]", word)
        for word in (each.casefold() for each in between)
    )


def a_hyphenated_name(near: Near) -> str:
    """`Indo-China`, `Île-de-France`; but `US-China`, `EU-Ukraine` and `non-US` speak of the state."""
    if near.left_text[-1:] not in _BEFORE:
        return ""
    run = near.left_text[-40:].rstrip(".")
    if near.is_joined or near.sense.kind == "demonym" or run[-1:] not in ("-", "‐", "‑"):
        return ""
    parts = re.split("[-‐‑]", run[:-1].split()[-1] if run[:-1].strip() and not run[-2:-1].isspace() else "")
    first, last = parts[0].lstrip("(“\"'‘[«"), parts[-1]
    if not last or not first[:1].isupper() or not last[-1].isalpha():
        return ""
    if is_in_list(near):  # a hyphen for a dash: `the two Governments-Norway and Sweden`
        return ""
    is_apart = len(parts) == 1 and first.casefold() in vocabulary.HYPHEN_PARTIES | vocabulary.HYPHEN_PREFIXES
    return "" if is_apart else f"part of a hyphenated name: {'-'.join((first, *parts[1:], near.form))}"
