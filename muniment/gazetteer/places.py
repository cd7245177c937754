"""Tell a place that bears a state's name from the state: a street, a lake, a town or a part of the United States.

It refuses to know any one place; it goes by the words that addresses and maps put beside a name.
"""

import re
from collections.abc import Sequence

from muniment.gazetteer import vocabulary
from muniment.gazetteer.near import Near, is_in_list

US_STATE = "a state of the United States"
_STREET = "part of the name of a street or building"
_TOWN = "a town in the United States"
_PARTICLES = frozenset(("de", "la", "du", "des", "d'", "l'", "di", "del", "della"))
_OPENING = "(“\"'‘["
_PLACES = frozenset(spelling for word in vocabulary.PLACE_WORDS for spelling in (word.title(), word.upper()))
_STREET_ENDS = _PARTICLES | vocabulary.STREET_BARE


def a_place(near: Near) -> str:
    """`Lake Malawi`, `Mount Lebanon`, `Little Italy`; not the last word of the line above."""
    if not near.left or near.left[-1].lstrip(_OPENING) not in _PLACES:
        return ""
    is_apart = near.sense.kind == "demonym" or near.is_first_on_left_line
    return "" if is_apart else f"a geographical name: {near.left[-1].lstrip(_OPENING)} {near.form}"


def a_street(near: Near) -> str:
    """`Rue de France`, `Place d'Italie`, `Avenida Brasil`."""
    if not near.left or near.left[-1].casefold() not in _STREET_ENDS:
        is_way = bool(near.left) and near.left[-1] in ("Vía", "VÍA")  # small, it is a preposition
        return _STREET if is_way else ""
    words = [word.casefold().rstrip(".") for word in near.left[-3:]]
    while words and words[-1] in _PARTICLES:
        words.pop()
    is_street = bool(words) and words[-1] in vocabulary.STREET_WORDS and near.left[-1][0].islower()
    is_bare = near.left[-1].casefold() in vocabulary.STREET_BARE
    return _STREET if is_street or is_bare else ""


def a_united_state(near: Near) -> str:
    """`Atlanta, Georgia`, `Georgia, USA`, `Lebanon, Ohio`: a part or a town of the United States."""
    if near.form == "Georgians" and near.whole.is_american:
        return US_STATE
    if near.sense.kind == "demonym":
        return ""
    if _is_town(near):
        return _TOWN
    if near.form not in ("Georgia", "GEORGIA"):
        return ""
    following = near.right_text
    if re.match(r",? ?(?:USA|U\.S\.|United States)", following):
        return US_STATE
    left = [word.strip(",;").casefold() for word in near.left_text.split()[-3:]]
    right = [word.strip(",;.").casefold() for word in following.split()[:2]]
    has_city = near.left_text.rstrip().endswith(",") and bool(left) and left[-1] in vocabulary.GEORGIA_CITIES
    has_office = left[-1:] in (["of"], ["from"], ["in"]) and _is_office(near.left_text.split()[-4:-1])
    is_beside = any(word in vocabulary.US_STATES for word in (*left[-2:], *right))
    is_far = not is_in_list(near) and near.whole.is_american
    return US_STATE if has_city or has_office or is_beside or is_far else ""


def _is_office(words: Sequence[str]) -> bool:
    """Tell `Senator Nunn (of Georgia)` and `the State (of Georgia)`; not `the Minister of State (of Georgia)`."""
    if words[-1:] == ["State"]:
        return words[-2:-1] != ["of"]
    return any(word.strip(",.;").casefold() in vocabulary.GEORGIA_OFFICES for word in words)


def _is_town(near: Near) -> bool:
    """Tell `Peru, Indiana`, `Cuba, New York` and `Jordan, MN 55352`; not a mission in New York."""
    if near.right_text[:1] != "," or near.form.casefold() not in vocabulary.US_TOWNS:
        return False
    words = near.right_text[1:].split(None, 2)[:2]
    first = words[0].rstrip(",;)") if words else ""
    if first.rstrip(".").casefold() in vocabulary.US_STATES:
        return True
    if first in vocabulary.US_ABBREVIATIONS:
        return first.endswith(".") or not near.is_in_capitals
    second = words[1].strip(".,;)").casefold() if len(words) > 1 else ""
    is_pair = first.casefold() in vocabulary.US_FIRST_WORDS and second in vocabulary.US_SECOND_WORDS
    return is_pair and not vocabulary.MISSION_WORDS.search(near.left_text)
