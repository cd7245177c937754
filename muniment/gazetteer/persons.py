"""Tell a person who bears a state's name from the state: `Michael Jordan`, `Chad Smith`, `Mr. Jordan`.

It refuses to know any one person; it goes by titles, given names and capitalised words directly beside the name.
"""

import re

from muniment.gazetteer import nouns, vocabulary
from muniment.gazetteer.given_names import GIVEN_NAMES
from muniment.gazetteer.near import Near, is_in_list, is_linked

_NAME = re.compile(r"(?:[A-Z]['’])?[A-Z][^\W\d_]*[a-z](?:[-'’][A-Z]?[a-z]+)?")
_INITIAL = re.compile(r"[A-Z]\.")
_OPENING = "(“\"'‘["


def a_person(near: Near) -> str:
    """Give the reason when a title, a given name or a family name stands directly beside the form."""
    if near.sense.kind != "demonym" and vocabulary.AFTER_PERSONS.match(near.right_text):
        return f"the name of a person: {' '.join(near.left[-2:])} {near.form}"
    if near.left and not near.is_first_on_left_line:
        title = near.left[-1].lstrip(_OPENING)
        if title[:1].isupper() and title.rstrip(".").casefold() in vocabulary.TITLES:
            return f"the name of a person: {title} {near.form}"
        if _is_family_name(near, title):
            return f"the name of a person: {title} {near.form}"
    if near.left and near.left[-1] in ("y", "e") and _is_second_family_name(near):
        return f"the name of a person: {' '.join(near.left[-4:])} {near.form}"
    if not near.sense.flags & {"family_names", "given_names"} or near.form.isupper() or near.is_headline:
        return ""
    return _after_given_name(near) or _before_family_name(near)


def _is_family_name(near: Near, word: str) -> bool:
    """Tell `Maria Holland` and `John Q. Norway`: a common given name, or one with an initial, before one word."""
    if near.sense.kind == "demonym" or len(near.sense.words) > 1 or is_linked(near.text, near.previous, near.hit):
        return False
    if _INITIAL.fullmatch(word) and len(near.left) > 1 and word not in ("N.", "S.", "E.", "W."):
        word = near.left[-2].lstrip(_OPENING)
    return word[:1].isupper() and word.casefold() in GIVEN_NAMES and (not word.isupper() or near.form.isupper())


def _after_given_name(near: Near) -> str:
    if "family_names" not in near.sense.flags or not near.left or near.is_first_on_left_line:
        return ""
    if is_in_list(near):
        return ""
    word = near.left[-1].lstrip(_OPENING)
    if _INITIAL.fullmatch(word) or (_NAME.fullmatch(word) and not _is_common(word, vocabulary.NOT_GIVEN)):
        return f"the name of a person: {word} {near.form}"
    return ""


def _is_second_family_name(near: Near) -> bool:
    """Tell `Ana de Borja y Grecia` in a Spanish text: a given name, `de`, a family name, `y` and the form."""
    if near.sense.kind == "demonym" or len(near.left) < 4 or near.left[-3] != "de":
        return False
    given, family = near.left[-4].lstrip("(«“"), near.left[-2]
    is_name = bool(_NAME.fullmatch(given) and _NAME.fullmatch(family)) and not _is_common(given, vocabulary.NOT_GIVEN)
    return is_name and given.casefold() not in nouns.OF_NOUNS and near.whole.language == "spanish"


def _before_family_name(near: Near) -> str:
    if "given_names" not in near.sense.flags or not near.right or near.is_last_on_right_line:
        return ""
    if is_linked(near.text, near.hit, near.following) or (
        near.left and near.left[-1] in ("in", "In", "of", "from", "to")
    ):
        return ""
    word = near.right[0]
    if _NAME.fullmatch(word) and not _is_common(word, vocabulary.NOT_FAMILY):
        return f"the name of a person: {near.form} {word}"
    return ""


def _is_common(word: str, known: frozenset[str]) -> bool:
    """Tell a common word with a capital from a name: sentence openers, organs of the state, adverbs."""
    key = word.casefold()
    return key in known or key in vocabulary.STATE_ORGANS or key in nouns.NAME_NOUNS or key.endswith("ly")
