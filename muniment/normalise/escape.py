"""Turns words into Markdown that shows exactly these words, with as few escapes as that takes; knows no documents.

Paired emphasis stays emphasis (`marks.emphases`); everything else that CommonMark would read as markup is escaped.
"""

import re

from muniment.normalise import marks

_SPECIAL = re.compile(r"[\\`*_<&\[~]")
_TOKEN = re.compile(
    r"\\(?=[!-/:-@\[-`{-~]|$)|`+|\*+|_+|<(?=[A-Za-z/!?])|&(?=#?[A-Za-z0-9]{1,40};)|\[|~~+", re.MULTILINE
)
_LINE_START = re.compile(
    r"#{1,6}(?=[ \t]|$)|>|[-+*](?=[ \t]|$)|(?P<number>\d{1,9})[.)](?=[ \t]|$)|```|~~~|[-|:][-|: \t]*$"
    r"|=[= \t]*$|\*[* \t]*$|_[_ \t]*$"
)
_ANY_SIGN = re.compile(r"[!-/:-@\[-`{-~]")
_TICKS = re.compile(r"`+")
_STARTS = frozenset("#>-+*=_|:`~0123456789")
_CLOSING_HASHES = re.compile(r"(?:^|(?<=[ \t]))#+$")
_MANY_BRACKETS = 50
"""Unmatched brackets beyond this number make readers of Markdown slow; they are escaped instead."""


def paragraph(text: str) -> tuple[str, ...]:
    """Give the lines of a paragraph; line ends inside it stay line ends."""
    return tuple(line_start(line) for line in inline(text).split("\n"))


def literal(text: str) -> tuple[str, ...]:
    """Give lines in which every sign of ASCII stands for itself, each kept as a line of its own."""
    lines = [_ANY_SIGN.sub(r"\\\g<0>", line.strip()) for line in text.split("\n")]
    return (*(f"{line}\\" for line in lines[:-1]), lines[-1])


def code(text: str) -> tuple[str, ...]:
    """Give a text as a block of code, its lines byte for byte."""
    fence = "`" * max(3, 1 + max((len(run) for run in _TICKS.findall(text)), default=0))
    return (fence, *text.removesuffix("\n").split("\n"), fence)


def heading(text: str) -> str:
    """Give the words of a heading on one line; number signs at its end would be taken for its closing."""
    line = inline(text.replace("\n", " "))
    return _CLOSING_HASHES.sub(lambda found: "\\" + found[0], line)


def inline(text: str) -> str:
    """Escape what would be read as markup inside a paragraph."""
    if not _SPECIAL.search(text):
        return text
    kept = {place for start, end, size in marks.emphases(text) for place in (start, end - size)}
    runs: dict[str, int] = {}
    for found in _TOKEN.finditer(text):
        runs[found[0][0]] = runs.get(found[0][0], 0) + 1
    escapes_brackets = "](" in text or runs.get("[", 0) > _MANY_BRACKETS or (text.startswith("[") and "]:" in text)

    def escaped(found: re.Match[str]) -> str:
        token, start = found[0], found.start()
        sign = token[0]
        if sign in "*_":
            is_literal = start in kept or runs[sign] == 1 or _is_inert(text, found)
        elif sign == "`":
            is_literal = runs[sign] == 1
        else:
            is_literal = sign == "[" and not escapes_brackets
        return token if is_literal else "".join("\\" + each for each in token)

    return _TOKEN.sub(escaped, text)


def line_start(line: str) -> str:
    """Escape what would be read as the mark of a block where a line begins."""
    if not line or line[0] not in _STARTS:
        return line
    found = _LINE_START.match(line)
    if found is None:
        return line
    place = found.end("number") if found["number"] else 0
    return f"{line[:place]}\\{line[place:]}"


def _is_inert(text: str, found: re.Match[str]) -> bool:
    """Tell whether a run of stars or underscores can neither open nor close emphasis where it stands."""
    before = text[found.start() - 1] if found.start() else " "
    after = text[found.end()] if found.end() < len(text) else " "
    if before.isspace() and after.isspace():
        return True
    return found[0][0] == "_" and before.isalnum() and after.isalnum()
