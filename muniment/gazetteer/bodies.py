"""Tell a state's name that ends a longer name: of an organisation and its branches, a company, a ship, a union.

It refuses to know any one of them; it goes by the words that stand before the name.
"""

import re

from muniment.gazetteer import nouns, vocabulary
from muniment.gazetteer.near import Near, is_in_list

_OF = ("of", "de", "du", "d'", "del", "des")
_FORMAL = ("Republic", "Kingdom", "State", "Commonwealth", "Democratic", "Federal", "Islamic")
_ARTICLES = ("the", "la", "le", "les", "los", "las", "l'")
_FOR = ("of", "for", "on")
_OPENING = "(“\"'‘["
_FRENCH = ("ale", "aise", "que", "elle", "enne", "aire", "al", "ais", "el", "ien", "ano", "ana", "ico", "ica", "ola")
_SIDES = ("North", "South", "East", "West")
_PLACED = ("in", "at", "near", "from", "to", "between", "around", "outside", "within", "toward", "towards", "via")
_NO_BRANDS = (*_PLACED, "across", "the", "a", "an", "this", "that", "its", "their", "his", "her", "our")
_NOUN = re.compile(r"[A-Z][a-z]{3,}")
_ADJECTIVE = re.compile(r"(?:an|ist|ic|al|ern|ite|ish|ese|ous|ed|ing|ive|ary|ory|ly)$")
_ACRONYM = re.compile(r"[A-Z]{3,8}|[A-Z][a-z]+[A-Z]\w+")


def of_a_longer_name(near: Near) -> str:
    """`University of Malta`, `Bank of Japan`, `Gulf of Finland`; but `Government of Peru` is the state."""
    if near.sense.words[0] in _FORMAL:
        return ""
    left = near.left[-4:]
    if left and left[-1].casefold() in _ARTICLES:
        left = left[:-1]
    if len(left) < 2 or left[-1].casefold() not in _OF:
        return ""
    noun = left[-2].lstrip(_OPENING)
    if noun[:1].islower() and noun.endswith(_FRENCH) and len(left) > 2 and near.whole.is_foreign:
        noun = left[-3].lstrip(_OPENING)  # `Bibliothèque nationale de France`
    key = noun.casefold()
    if (noun[:1].isupper() and key in nouns.OF_NOUNS) or noun in nouns.OF_SMALL:
        return f"part of the name of an organisation or place: {noun} {left[-1]} {near.form}"
    if near.form == "Israel" and key in nouns.BIBLE_NOUNS:
        return "the people of the Bible"
    body = _long_body(near, len(near.left) - len(near.left[-4:]) + len(left) - 1)
    return f"part of the name of an organisation or place: {body} {near.form}" if body else ""


def _long_body(near: Near, end: int) -> str:
    """Give `Association of Scouts of`, `Universidad Nacional de`, `Association des maires de` before the name.

    No organ of the state may stand between: `Council of Ministers of` leads to the state.
    """
    spared = 3 if near.whole.is_foreign else 0
    for position in range(end - 1, max(-1, end - 8), -1):
        word = near.left[position].lstrip(_OPENING)
        key = word.casefold().removeprefix("l'").removeprefix("l’")
        if not word or not (word[-1].isalnum() or word[-1] in "'’") or key in vocabulary.STATE_ORGANS:
            return ""
        if word[0].isupper():
            if key in nouns.LONG_NOUNS:
                return " ".join(near.left[position : end + 1])
        elif key not in nouns.CONNECTING:
            spared -= 1
            if spared < 0:
                return ""
    return ""


def for_a_body(near: Near) -> str:
    """`Society for American Archaeology`, `Centre for Syrian Studies`: a body named after what it is for."""
    left = near.left[-6:]
    for position in range(len(left) - 1, 0, -1):
        word = left[position]
        if word in _FOR:
            noun = left[position - 1].lstrip(_OPENING)
            is_body = noun[:1].isupper() and noun.casefold() in nouns.FOR_NOUNS
            is_apart = position < len(left) - 1 or near.sense.kind == "demonym" or word == "for"
            if is_body and is_apart:
                return f"{nouns.BODY}: {noun} {word} {near.form}"
            return ""
        if not word[0].isupper() or not word[-1].isalnum():
            return ""
    return ""


def a_branch(near: Near) -> str:
    """`Handicap International Belgium`, `Radio France`, `Statistics Norway`, `WWF Norway`."""
    if near.sense.kind == "demonym" or not near.left or near.is_first_on_left_line:
        return ""
    word = near.left[-1].lstrip(_OPENING)
    if word in _SIDES and len(near.left) > 1 and near.left[-2].casefold() in ("centre", "center"):
        word = near.left[-2]  # `Coordination Centre South Lebanon`
    if word in nouns.SHIPS:
        return f"the name of a ship: {word} {near.form}"
    if word == "Affairs" and any(each.casefold().startswith(("minist", "department")) for each in near.left[-5:]):
        return ""
    if word[:1].isupper() and word.casefold() in nouns.BRANCH_WORDS:
        return f"{nouns.BODY}: {word} {near.form}"
    is_body = _is_acronym(near, word) or _is_brand(near, word)
    return f"{nouns.BODY}: {word} {near.form}" if is_body else ""


def _is_acronym(near: Near, word: str) -> bool:
    """Tell the letters of a body within a sentence; a dateline (`TOKYO Japan`) begins its line."""
    if (
        near.form == "US"
        or not _ACRONYM.fullmatch(word)
        or len(near.left) < 2
        or near.is_in_capitals
        or is_in_list(near)
    ):
        return False
    return not near.left[-2].isupper() and near.left[-2].casefold() not in _PLACED


def _is_brand(near: Near, word: str) -> bool:
    """Tell `with Soccer Australia` within a sentence; not `in Tokyo Japan`, `Nazi Germany` or `Upper Egypt`."""
    if not _NOUN.fullmatch(word) or (_ADJECTIVE.search(word) and word != "Music") or len(near.left) < 2:
        return False
    key = word.casefold()
    if key in vocabulary.NOT_GIVEN or key in vocabulary.STATE_ORGANS or key in nouns.QUALIFIERS:
        return False
    before = [each for each in near.left[:-1] if not (each[0].isupper() and each.isalnum())]
    is_within = bool(before) and before[-1].isalpha() and before[-1].islower() and before[-1] not in _NO_BRANDS
    return is_within and near.whole.language == "english" and not near.is_headline and not is_in_list(near)


def inside_a_body(near: Near) -> str:
    """`United Nations Mission in Liberia`, `International Criminal Tribunal for Rwanda`."""
    if not near.left or near.left[-1] not in ("in", "for", "on", "the", "former", "Former"):
        return ""
    left = [word.strip('(“"') for word in near.left[-10:]]
    while left and left[-1].casefold() in ("the", "former"):
        left.pop()
    if len(left) < 3 or left[-1] not in ("in", "for", "on"):
        return ""
    noun = left[-2]
    known = vocabulary.MEETING_NOUNS if left[-1] == "on" else vocabulary.BODY_NOUNS
    if not noun[:1].isupper() or noun.casefold() not in known:
        return ""
    if any(word[:1].isupper() and word.casefold() in vocabulary.BODY_OWNERS for word in left[:-2]):
        return f"{nouns.BODY}: {noun} {left[-1]} {near.form}"
    return ""


def a_company(near: Near) -> str:
    """`Acme Canada, Inc.` and then `Acme Canada`: a name that bears a company's sign in the text."""
    word = near.left[-1].lstrip(_OPENING) if near.left else ""
    if not word[:1].isupper() or near.sense.kind == "demonym" or word.casefold() in vocabulary.NOT_GIVEN:
        return ""
    is_company = (word.casefold(), near.form.casefold()) in near.whole.companies
    return f"{nouns.BODY}: {word} {near.form}" if is_company else ""


def another_union(near: Near) -> str:
    """`United States of Africa`, `New Spain`: the name of another country, real or wished for."""
    if near.form.casefold() == "united states" and len(near.right) > 1 and near.right[0] == "of":
        other = near.right[1]
        if other[0].isupper() and other.casefold() != "america":
            return f"the name of another union: {near.form} of {other}"
    is_new = bool(near.left) and near.left[-1] == "New" and near.sense.kind != "demonym"
    if (
        is_new
        and len(near.left) > 1
        and (near.left[-2][-1].isalnum() or near.left[-2][-1] == ",")
        and not near.is_headline
    ):
        return f"{nouns.PLACE}: New {near.form}"
    return ""
