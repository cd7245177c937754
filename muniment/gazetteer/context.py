"""Turn a hit and the words around it into the reason why it names no state, if any; `RULES` is the visible order.

It refuses to know other parts of the document; forms that several states bear are decided elsewhere.
"""

import re
from collections.abc import Callable

from muniment.gazetteer import vocabulary
from muniment.gazetteer.names import a_branch, a_longer_name, inside_a_body, of_a_longer_name
from muniment.gazetteer.near import Near, is_in_list, is_linked
from muniment.gazetteer.persons import a_person

_TAG = re.compile(r"(?<!\w)[a-z]{2}.\Z")
_ROW = re.compile(r"(?:[ \n]?(?:[,;/|&]|and\b|or\b)[ \n]?(?:and |or )?[A-Z]\w+){0,8}")
_ADDRESS = re.compile(r"://|www\.|@|\w/\w+/|\.(?:[a-z]{2,4})(?:[/?#]|$)", re.IGNORECASE)


def a_web_address(near: Near) -> str:
    """`https://…/Norway/…`, `info@Norway.example`: letters of an address."""
    text, start, end = near.text, near.hit.start, near.hit.end
    previous, following = text[start - 1 : start], text[end : end + 2]
    if not previous or previous not in "/.@=&?#%-":
        is_beside = following[:1] in ("/", "@", "=", "%", "_") or (following[:1] == "." and following[1:].isalnum())
        if not following or not is_beside:
            return ""
    left = near.left_text.split()[-1:] if not near.left_text[-1:].isspace() else []
    right = near.right_text.split(None, 1)[:1] if not near.right_text[:1].isspace() else []
    run = "".join(left) + near.form + "".join(right)
    return "part of an address" if _ADDRESS.search(run.rstrip(".,;)")) else ""


def a_language_tag(near: Near) -> str:
    """`en-US`: a tag, not a name."""
    if len(near.form) != 2 or near.left_text[-1:] not in ("-", "_"):
        return ""
    return "part of a language tag" if _TAG.search(near.left_text) else ""


def another_word(near: Near) -> str:
    """`Grenade`, `Maurice`: counted only between other states, or beside one in a text of its language."""
    if "guarded" not in near.sense.flags:
        return ""
    is_inside = is_linked(near.text, near.previous, near.hit) and is_linked(near.text, near.hit, near.following)
    return "" if is_inside or (near.whole.is_foreign and is_in_list(near)) else "a word of another meaning too"


def a_currency(near: Near) -> str:
    """`US$`, `Norwegian kroner`."""
    if near.right_text[:1] not in (" ", "\u00a0", "$", "\n"):
        return ""
    following = near.right_text.lstrip(" \u00a0")
    is_short = near.form.isupper()
    if is_short and following.startswith("$"):
        return "a currency"
    if (is_short or near.sense.kind == "demonym") and near.right and near.right[0].lower() in vocabulary.CURRENCIES:
        return "a currency"
    return ""


def a_language(near: Near) -> str:
    """`in French`, `Spanish version`, `English, French and Spanish`, a menu of languages."""
    if "languages" not in near.sense.flags:
        return ""
    after = _after_row(near.right_text)
    if after in vocabulary.LANGUAGE_NOUNS:
        return "the language"
    following = near.right_text[:12].lstrip("-‐ ").casefold()
    if near.right_text[:1] in ("-", "‐") and following.startswith(("speak", "langua")):
        return "the language"
    before = near.left[-1].strip("(:").casefold() if near.left else ""
    is_end = not after or after in vocabulary.AFTER_LANGUAGES
    if before in vocabulary.LANGUAGE_BEFORE and is_end:
        return "the language"
    beside = {word.strip(",;/|()").casefold() for word in (*near.left_text.split()[-7:], *near.right_text.split()[:7])}
    if is_end and beside & vocabulary.LANGUAGES_ONLY:
        return "the language"
    return "the language" if near.line.strip(" \t|/•*-.:") == near.form else ""


def _after_row(following: str) -> str:
    """Give the word after a row of languages (`, Spanish or German texts`); empty at a mark or at the end."""
    row = _ROW.match(following)
    rest = following[row.end() :] if row else following
    words = rest.split(None, 2)[:2]
    if not words or not rest[0].isspace() or not words[0][0].isalnum():
        return ""
    is_again = words[0] in ("and", "or") and words[1:] == ["in"]
    return "" if is_again else words[0].rstrip(".,;:)").casefold()


def a_pronoun(near: Near) -> str:
    """`CONTACT US`: in a line of capitals the pronoun looks like the abbreviation."""
    if near.form != "US" or not near.is_in_capitals or near.line.strip() == "US":
        return ""
    following = near.right[0].casefold() if near.right else ""
    is_state = following in vocabulary.STATE_ORGANS or (near.left and near.left[-1].upper() in ("THE", "AND"))
    return "" if is_state or is_in_list(near) or near.right_text[:1] in ("-", "'", "’") else "perhaps the pronoun"


def a_continent(near: Near) -> str:
    """`Africa, Asia and America`."""
    if near.form not in ("America", "AMERICA"):
        return ""
    beside = [*near.left_text.split()[-3:], *near.right_text.split()[:3]]
    names = {word.strip(",;.()").casefold() for word in beside}
    return "the continent" if names & vocabulary.CONTINENTS else ""


_PARTICLES = frozenset(("de", "la", "du", "des", "d'", "l'", "di", "del", "della"))
_STREET_ENDS = _PARTICLES | vocabulary.STREET_BARE


def a_street(near: Near) -> str:
    """`Rue de France`, `Place d'Italie`."""
    if not near.left or near.left[-1].casefold() not in _STREET_ENDS:
        return ""
    words = [word.casefold() for word in near.left[-3:]]
    while words and words[-1] in _PARTICLES:
        words.pop()
    is_street = bool(words) and words[-1] in vocabulary.STREET_WORDS and near.left[-1][0].islower()
    is_bare = bool(near.left) and near.left[-1].casefold() in vocabulary.STREET_BARE
    return "part of the name of a street or building" if is_street or is_bare else ""


def a_united_state(near: Near) -> str:
    """`Atlanta, Georgia`, `Georgia, USA`, `Lebanon, Ohio`: a part or a town of the United States."""
    if near.sense.kind == "demonym":
        return ""
    following = near.right_text
    is_town = following[:1] == "," and near.form.casefold() in vocabulary.US_TOWNS
    if is_town and _first_word(following[1:]) in vocabulary.US_STATES:
        return "a town in the United States"
    if near.form not in ("Georgia", "GEORGIA"):
        return ""
    if re.match(r",? ?(?:USA|U\.S\.|United States)", following):
        return US_STATE
    left = [word.strip(",;").casefold() for word in near.left_text.split()[-3:]]
    right = [word.strip(",;.").casefold() for word in following.split()[:2]]
    has_city = near.left_text.rstrip().endswith(",") and bool(left) and left[-1] in vocabulary.GEORGIA_CITIES
    has_office = (
        left[-1:] in (["of"], ["from"], ["in"]) and left[-2:-1] != [] and left[-2] in vocabulary.GEORGIA_OFFICES
    )
    is_beside = any(word in vocabulary.US_STATES for word in (*left[-2:], *right))
    return US_STATE if has_city or has_office or is_beside else ""


def _first_word(text: str) -> str:
    words = text.split(None, 1)
    return words[0].strip(".,;)").casefold() if words else ""


US_STATE = "a state of the United States"
RULES: tuple[tuple[str, Callable[[Near], str]], ...] = (
    ("a web address", a_web_address),
    ("a language tag", a_language_tag),
    ("another word", another_word),
    ("a currency", a_currency),
    ("a language", a_language),
    ("a longer name", a_longer_name),
    ("of a longer name", of_a_longer_name),
    ("a branch", a_branch),
    ("inside a body", inside_a_body),
    ("a person", a_person),
    ("a street", a_street),
    ("a pronoun", a_pronoun),
    ("a continent", a_continent),
    ("a part of the United States", a_united_state),
)


def reason(near: Near) -> str:
    """Give the reason of the first rule that sets the hit aside; empty when it names the state."""
    for _, rule in RULES:
        why = rule(near)
        if why:
            return why
    return ""
