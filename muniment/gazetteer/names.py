"""Tell a state's name that is part of a longer name: of an organisation, a war, a newspaper, a street, a sea.

It refuses to know any one organisation; it goes by the words that such names are made of.
"""

import re
from collections.abc import Sequence

from muniment.gazetteer import vocabulary
from muniment.gazetteer.near import Near, is_in_list

_HYPHENS = ("-", "‐", "‑", "–")
_BEFORE = ("-", "‐", "‑", ".")
_OF = ("of", "de", "du", "d'", "del", "des")
_FORMAL = ("Republic", "Kingdom", "State", "Commonwealth", "Democratic", "Federal", "Islamic")
_ARTICLES = ("the", "la", "le", "les", "los", "las", "l'")
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
    "forces",
    "arts",
    "veterans",
)


def a_longer_name(near: Near) -> str:
    """`Norwegian Red Cross`, `Rwanda genocide`, `Portugal Street`; but `Norwegian Government` is the state."""
    words = near.right or _after_hyphen(near)
    if not words:
        return ""
    is_demonym = near.sense.kind == "demonym"
    if not is_demonym and near.is_last_on_right_line:
        return ""
    if words[0][0].islower():
        return _event(near)
    if words[0] == "NOW" and near.line.rstrip().endswith(f"{near.form} NOW"):
        return f"the name of a newspaper or journal: {near.form} NOW"
    for position, word in enumerate(words[: 4 if is_demonym else 3]):
        key = word.casefold()
        if not word[0].isupper() or _is_organ(near, words[position : position + 2]):
            return ""
        nouns = vocabulary.CLOSE_NOUNS if position == 0 else vocabulary.FAR_NOUNS
        why = vocabulary.NAME_NOUNS.get(key) or nouns.get(key)
        if why and _is_one_name(near, words[:position], is_demonym):
            return f"{why}: {' '.join((near.form, *words[: position + 1]))}"
    return ""


def _after_hyphen(near: Near) -> Sequence[str]:
    """Give the words after the second half of `Iran-Iraq War`."""
    if near.right_text[:1] not in _HYPHENS:
        return ()
    second = re.match(r"[-‐‑–][A-Z]\w+ ([A-Z]\w+)", near.right_text)
    return (second.group(1),) if second else ()


def _event(near: Near) -> str:
    """`Rwanda genocide`, `Iraq war`; not `Iraq war veterans`, and not `Angolan war` as people describe it."""
    first, second = (*near.right, "")[:2]
    is_noun_phrase = first != "genocide" and second and second not in vocabulary.AFTER_WAR
    if first not in vocabulary.EVENT_WORDS or is_noun_phrase:
        return ""
    if first != "genocide" and near.sense.kind == "demonym":
        return ""
    return f"the name of an event: {near.form} {first}"


def _is_organ(near: Near, words: Sequence[str]) -> bool:
    """Tell whether the word is an organ of the state, alone or with the next one."""
    pair = "-".join(words).casefold()
    word = words[0].casefold()
    if word in vocabulary.STATE_ORGANS or pair in vocabulary.ORGAN_PAIRS:
        return True
    return word == "house" and near.form.isupper()


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


def of_a_longer_name(near: Near) -> str:
    """`University of Malta`, `Bank of Japan`, `Gulf of Finland`; but `Government of Peru` is the state."""
    if near.sense.words[0] in _FORMAL:
        return ""
    left = near.left[-3:]
    if left and left[-1].casefold() in _ARTICLES:
        left = left[:-1]
    if len(left) < 2 or left[-1].casefold() not in _OF:
        return ""
    noun = left[-2].lstrip("(“\"'‘[")
    if noun[:1].isupper() and noun.casefold() in vocabulary.OF_NOUNS:
        return f"part of the name of an organisation or place: {noun} {left[-1]} {near.form}"
    return ""


def a_branch(near: Near) -> str:
    """`Handicap International Belgium`, `Radio France`, `Statistics Norway`."""
    if near.sense.kind == "demonym" or not near.left or near.is_first_on_left_line:
        return ""
    word = near.left[-1]
    if word == "Affairs" and any(each.casefold().startswith(("minist", "department")) for each in near.left[-5:]):
        return ""
    if word[0].isupper() and word.casefold() in vocabulary.BRANCH_WORDS:
        return f"part of the name of an organisation: {word} {near.form}"
    return ""


def inside_a_body(near: Near) -> str:
    """`United Nations Mission in Liberia`, `International Criminal Tribunal for Rwanda`."""
    if not near.left or near.left[-1] not in ("in", "for", "the", "former"):
        return ""
    left = [word.strip('(“"') for word in near.left[-10:]]
    while left and left[-1].casefold() in ("the", "former"):
        left.pop()
    if len(left) < 3 or left[-1] not in ("in", "for"):
        return ""
    noun = left[-2]
    if not noun[0].isupper() or noun.casefold() not in vocabulary.BODY_NOUNS:
        return ""
    if any(word[:1].isupper() and word.casefold() in vocabulary.BODY_OWNERS for word in left[:-2]):
        return f"part of the name of an organisation: {noun} {left[-1]} {near.form}"
    return ""


def a_company(near: Near) -> str:
    """`Acme Canada, Inc.` and then `Acme Canada`: a name that bears a company's sign in the text."""
    if not near.left or not near.whole.companies:
        return ""
    word = near.left[-1].lstrip("(“\"'‘[")
    is_company = (word.casefold(), near.form.casefold()) in near.whole.companies
    return f"part of the name of an organisation: {word} {near.form}" if is_company else ""


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
