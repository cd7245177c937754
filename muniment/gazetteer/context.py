"""Turn a hit and the words around it into the reason why it names no state, if any; `RULES` is the visible order.

It refuses to know other parts of the document; forms that several states bear are decided elsewhere.
"""

import re
from collections.abc import Callable

from muniment.gazetteer import vocabulary
from muniment.gazetteer.bodies import a_branch, a_company, another_union, for_a_body, inside_a_body, of_a_longer_name
from muniment.gazetteer.names import a_hyphenated_name, a_longer_name
from muniment.gazetteer.near import Near, is_in_list, is_linked
from muniment.gazetteer.persons import a_person
from muniment.gazetteer.places import a_place, a_street, a_united_state

_TAG = re.compile(r"(?<!\w)[a-z]{2}.\Z")
_ROW = re.compile(r"(?:[ \n]?(?:[,;/|&]|and\b|or\b)[ \n]?(?:and |or )?[A-Z]\w+){0,8}")
_ADDRESS = re.compile(r"://|(?i:www)\.|@|\w/\w+/|\.[a-z]{2,4}(?:[/?#]|$)|\.(?i:com?|org|net|gov|edu|ac)\b")
_TRANSLATED = re.compile(
    r"\b(?:translat\w+|fluent(?:ly)?|speaks?|spoken?)(?: (?:in|into|from|to|both|and|or)|,? [A-Z]\w+,?){0,6} \Z"
)
_CLEAR_ABROAD = ("Chili", "Suede")
_TITLE = re.compile(r"((?: [A-Z][\w’']{1,30}){1,3})[,.]?[”\"»]")
_ARTICLE = re.compile(r"[“\"«](?:The|A|An|My|Our) \Z")
_ARTICLED = re.compile(r"((?: [A-Z][\w’']{1,30}){0,3})[,.]?[”\"»]")
_REGIONS = {"america": vocabulary.CONTINENTS, "micronesia": vocabulary.ISLAND_REGIONS}
_ORGANS_OF = frozenset(("gouvernement", "république", "délégation", "représentant", "représentante", "ambassadeur"))
_ORGANS_OF |= frozenset(("président", "ministre", "île", "mission", "ambassade", "gobierno", "república", "delegación"))
_ORGANS_OF |= frozenset(("representante", "embajador", "presidente", "ministro", "embajada"))


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
    """`Grenade`, `Maurice`: counted only between other states, or beside one in a text of its language.

    In a German or Nordic text, neither is `Long Island` a state nor are the English words of `French chic`.
    """
    if near.sense.kind == "demonym" and near.whole.language in ("german", "nordic"):
        return "a word of another language than the text"
    if near.form in ("Island", "Islands") and near.left and near.left[-1][0].isupper():
        return f"a geographical name: {near.left[-1]} {near.form}"
    if "guarded" not in near.sense.flags:
        return ""
    if near.whole.is_foreign and (near.form in _CLEAR_ABROAD or _is_governed(near)):
        return ""
    is_inside = is_linked(near.text, near.previous, near.hit) and is_linked(near.text, near.hit, near.following)
    return "" if is_inside or (near.whole.is_foreign and is_in_list(near)) else "a word of another meaning too"


def _is_governed(near: Near) -> bool:
    """Tell `le gouvernement de Maurice` and `la Grenade` from `Maurice` and `une grenade`."""
    if len(near.left) > 1 and near.left[-1] in ("de", "d'", "du", "del"):
        return near.left[-2].casefold().removeprefix("l'").removeprefix("l’") in _ORGANS_OF
    return bool(near.left) and near.left[-1] in ("la", "La") and near.form in ("Grenade", "Dominique")


def a_currency(near: Near) -> str:
    """`US$`, `Norwegian kroner`."""
    if near.right_text[:1] not in (" ", "\u00a0", "$", "\n"):
        return ""
    following = near.right_text.lstrip(" \u00a0")
    is_short = near.form.isupper()
    if is_short and following.startswith("$"):
        return "a currency"
    if not near.right or not (is_short or near.sense.kind == "demonym"):
        return ""
    word = near.right[0].lower()
    is_money = word in vocabulary.CURRENCIES or (not is_short and word in vocabulary.DEMONYM_CURRENCIES)
    return "a currency" if is_money else ""


def an_undefined_abbreviation(near: Near) -> str:
    """`CAR`, `PNG`: counted when the text explains it after the state's name, or beside other states in a list."""
    flags = near.sense.flags
    if not flags or "defined" not in flags or near.form in near.whole.defined or is_in_list(near):
        return ""
    return "an abbreviation the text does not explain"


def a_language(near: Near) -> str:
    """`in French`, `Spanish version`, `English, French and Spanish`, a menu of languages."""
    if "languages" not in near.sense.flags:
        return ""
    after = _after_row(near.right_text)
    if after in vocabulary.LANGUAGE_NOUNS:
        return "the language"
    following = near.right_text[:12].lstrip("-‐ ").casefold()
    if near.right_text[:1] in ("-", "‐"):
        return "the language" if following.startswith(("speak", "langua")) else ""
    if near.right_text[:2] == " (" and near.right_text[2:14].startswith(("Simplified", "Traditional", "Mandarin")):
        return "the language"
    if near.right_text[:1] == ")" and near.left_text[-2:] == " (" and near.left_text.split()[-2:][0][0].islower():
        return "the language"
    if _TRANSLATED.search(near.left_text[-90:]) and (not after or after in vocabulary.AFTER_LANGUAGES | {"into"}):
        return "the language"
    before = near.left[-1].strip("(:").casefold() if near.left else ""
    if before in vocabulary.SPEAKING or (before in vocabulary.OLD_LANGUAGES and near.left[-1][0].isupper()):
        return "the language"
    if after == "for" and near.right_text[5:6] in "“\"'‘":
        return "the language"
    is_inside = before in ("in", "into")
    if is_inside and (" in English" in near.right_text[:60] or (near.right and not near.right[0].isascii())):
        return "the language"
    is_end = not after or after in vocabulary.AFTER_LANGUAGES
    if after in ("is", "was", "as", "are", "were") and " language" in near.right_text[:45]:
        return "the language"
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


def a_work(near: Near) -> str:
    """`“American Gothic”`, `“The Irishman”`: a name in quotation marks; what a state's organ says or does is none."""
    if near.sense.kind != "demonym":
        return ""
    article = _ARTICLE.search(near.left_text)
    if near.left_text[-1:] not in ("“", '"', "«") and not article:
        return ""
    title = (_ARTICLED if article else _TITLE).match(near.right_text)
    if not title or (title[1] and title[1].split()[0].casefold() in vocabulary.STATE_ORGANS):
        return ""
    return f"the name of a work or a thing: {near.form}{title[1]}"


def a_pronoun(near: Near) -> str:
    """`CONTACT US`: in a line of capitals the pronoun looks like the abbreviation."""
    is_beside_capitals = (
        bool(near.left) and near.left[-1].isupper() and near.left[-1].isalpha() and len(near.left[-1]) > 2
    )
    if near.form == "US" and near.left and near.left[-1][0].isupper():
        is_menu = near.left[-1].casefold() in vocabulary.MENU_VERBS and not (near.right and near.right[0][0].isupper())
        if is_menu and (not near.right or near.right[0] in ("on", "at", "by", "now", "today", "via")):
            return "perhaps the pronoun"
    is_shouted = bool(near.left) and not near.is_first_on_left_line and (near.is_in_capitals or is_beside_capitals)
    if near.form != "US" or not is_shouted or near.line.strip() == "US":
        return ""
    following = near.right[0].casefold() if near.right else ""
    is_state = following in vocabulary.STATE_ORGANS or (near.left and near.left[-1].upper() in ("THE", "AND"))
    return "" if is_state or is_in_list(near) or near.right_text[:1] in ("-", "'", "’") else "perhaps the pronoun"


def a_food(near: Near) -> str:
    """`Turkey` and `China` in a text about a festive meal or porcelain that names nothing of the states."""
    if near.form.casefold() not in ("turkey", "china") or is_in_list(near) or not near.whole.is_about_food:
        return ""
    return "a thing, an animal, a plant or a dish"


def a_continent(near: Near) -> str:
    """`Africa, Asia and America`; `Melanesia, Micronesia and Polynesia`."""
    form = near.form.casefold()
    if form not in _REGIONS:
        return ""
    beside = [*near.left_text.split()[-3:], *near.right_text.split()[:3]]
    names = {word.strip(",;.()").casefold() for word in beside}
    if form == "america" and near.left_text.endswith(("Europe and ", "Europe or ")):
        return "the continent"
    return "the region, not the state" if names & _REGIONS[form] else ""


RULES: tuple[tuple[str, Callable[[Near], str]], ...] = (
    ("a web address", a_web_address),
    ("a language tag", a_language_tag),
    ("another word", another_word),
    ("an undefined abbreviation", an_undefined_abbreviation),
    ("a hyphenated name", a_hyphenated_name),
    ("a currency", a_currency),
    ("a language", a_language),
    ("a longer name", a_longer_name),
    ("of a longer name", of_a_longer_name),
    ("for a body", for_a_body),
    ("another union", another_union),
    ("a branch", a_branch),
    ("a work", a_work),
    ("a company", a_company),
    ("a place", a_place),
    ("inside a body", inside_a_body),
    ("a person", a_person),
    ("a street", a_street),
    ("a pronoun", a_pronoun),
    ("a continent", a_continent),
    ("a food", a_food),
    ("a part of the United States", a_united_state),
)
_RULES = tuple(rule for _, rule in RULES)


def reason(near: Near) -> str:
    """Give the reason of the first rule that sets the hit aside; empty when it names the state."""
    for rule in _RULES:
        why = rule(near)
        if why:
            return why
    return ""
