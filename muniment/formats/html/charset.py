"""Turns the bytes of a web page into its text: by mark, by what they are, by what the page declares.

Bytes that are UTF-8 are UTF-8, whatever the page says: archives save pages anew and leave the old declaration.
"""

import codecs
import re

from muniment.formats import plain
from muniment.model import Problem
from muniment.problems import report

_DECLARED = re.compile(
    rb"<meta[^>]{0,400}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})|encoding=[\"']([A-Za-z0-9_.-]{2,40})",
    re.IGNORECASE,
)
_REACH = 4096
"""Bytes in which a declaration is looked for; HTML asks for 1,024."""
_SUPERSETS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
    "big5": "big5hkscs",
}
"""What browsers read for a declared encoding: the wider one of Windows."""
_TEXT = frozenset(
    (  # noqa: SIM905 - names read best as words
        "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp866 cp874 cp932 cp949 gb18030 big5hkscs"
        " euc_jp iso2022_jp iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13"
        " iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u mac-roman mac-cyrillic"
    ).split()
)
"""The encodings of HTML's standard, by Python's names."""


def decode(path: str, content: bytes) -> tuple[str, str, tuple[Problem, ...]]:
    """Give text, name of the encoding and what is to be told; without a name the page cannot be read."""
    guessed = plain.encoding_of(content)
    declared = "" if guessed != "windows-1252" else _declared(content)
    encoding = declared or guessed
    try:
        text = plain.decode(content, encoding) if not declared else content.decode(codecs.lookup(declared).name)
    except UnicodeDecodeError as error:
        start = error.start + plain.mark_length(encoding)
        line = content.count(b"\n", 0, start) + 1
        code = "S-007" if encoding.startswith("utf-16") else "S-101" if declared else "S-003"
        return "", "", (report(code, path, line, byte=f"0x{content[start]:02X}", encoding=encoding),)
    if "\x00" in text:
        return "", "", (report("S-002", path, text.count("\n", 0, text.index("\x00")) + 1),)
    told = plain.guessed(path, content) if encoding == "windows-1252" and not declared else None
    return text, encoding, (told,) if told else ()


def _declared(content: bytes) -> str:
    """Give the encoding a page declares, by the name HTML knows it under; empty if none that is one."""
    found = _DECLARED.search(content[:_REACH])
    if found is None:
        return ""
    label = (found[1] or found[2]).decode("ascii").lower()
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return ""
    name = _SUPERSETS.get(name, name)
    return _NAMES.get(name, name) if name in _TEXT else ""


_NAMES = {f"cp{number}": f"windows-{number}" for number in (874, *range(1250, 1259))}
"""Names that HTML gives to encodings, where Python's differ."""
