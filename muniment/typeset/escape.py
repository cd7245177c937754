"""Words into characters that are safe in HTML, once; knows nothing of elements."""

import re
import unicodedata

_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff" + r"\U0001fffe\U0001ffff]")
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]")


def escape(text: str) -> str:
    """Escape text for an element or a quoted attribute; characters that HTML forbids are shown by their signs.

    A control character becomes its control picture, white space other than tab and line end a space, and what has no
    sign (surrogates, noncharacters) the replacement character.
    """
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    if '"' in text:
        text = text.replace('"', "&quot;")
    if "'" in text:
        text = text.replace("'", "&#39;")
    if text.isprintable():  # never unsafe, and told quickly
        return text
    if text.replace("\n", " ").isprintable():
        return text
    return _UNSAFE.sub(_sign, text) if _UNSAFE.search(text) else text


def has_right_to_left(text: str) -> bool:
    """Say whether any character belongs to a script written from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def is_right_to_left(text: str) -> bool:
    """Say whether the first letter with a direction is written from right to left."""
    if not text or (text[0].isascii() and text[0].isalpha()):
        return False
    strong = (unicodedata.bidirectional(character) for character in text)
    return next((direction for direction in strong if direction in ("L", "R", "AL")), "L") != "L"


def _sign(found: re.Match[str]) -> str:
    """Give the sign for one forbidden character."""
    character = found[0]
    if character.isspace():
        return " "
    if character < " ":
        return chr(0x2400 + ord(character))
    return "\u2421" if character == "\x7f" else "\ufffd"
