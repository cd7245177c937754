"""One text ↔ how it is written in front matter: plain where every YAML reader would read it back as this text.

Knows nothing of fields; what it writes unquoted means the same text in YAML 1.1, in YAML 1.2 and here.
"""

import re

_PLAIN_BLOCK = re.compile(r"(?!.*(?:: | #|[: ]\Z))[^\W_(][^\x00-\x1f\x7f-\xa0]*\Z")
_PLAIN_FLOW = re.compile(r"[^\W_](?:[\w ./+()~%–—’‘“”-]*[\w./+()~%–—’‘“”-])?\Z")
_OTHER_TYPE = re.compile(
    r"(?:y|n|yes|no|on|off|true|false|null|nan|inf"
    r"|[0-9][0-9_,.:]*(?:e[+-]?[0-9]+)?|0[xob][0-9a-f_]+)\Z",
    re.IGNORECASE,
)
_ESCAPE = re.compile(r'\\(?:(["\\nt])|x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))')
_BACKSLASH = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
_NAMED = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}


def written(text: str, *, in_flow: bool = False) -> str:
    """Write a text for YAML: plain if it is safe there, else in quotation marks, invisible characters as escapes."""
    plain = _PLAIN_FLOW if in_flow else _PLAIN_BLOCK
    if text.isprintable():
        if plain.match(text) and not _OTHER_TYPE.match(text):
            return text
        if "'" not in text and ('"' in text or "\\" in text):
            return f"'{text}'"
    return '"' + "".join(_escaped(character) for character in text) + '"'


def is_plain(text: str, *, in_flow: bool = False) -> bool:
    """Tell whether unquoted text may stand for itself there."""
    return (_PLAIN_FLOW if in_flow else _PLAIN_BLOCK).match(text) is not None


def unquoted(text: str) -> str | None:
    """Give the text that a quoted scalar of one line stands for; None for an escape that we do not write."""
    inner = text[1:-1]
    if text[0] == "'":
        return inner.replace("''", "'")
    if "\\" not in inner:
        return inner
    if "\\" in _ESCAPE.sub("", inner):
        return None
    return _ESCAPE.sub(_character, inner)


def _escaped(character: str) -> str:
    """Write one character inside double quotation marks."""
    if character in _NAMED:
        return _NAMED[character]
    if character.isprintable():
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _character(escape: re.Match[str]) -> str:
    """Give the character an escape stands for."""
    if escape[1]:
        return _BACKSLASH[escape[1]]
    return chr(int(escape[2] or escape[3] or escape[4], 16))
