"""Takes out characters that nobody sees but that can hide or reorder words.

The class: control characters, zero-width spaces and byte-order marks inside a text, marks of reading direction (from
word processors, web pages and copied mail). Characters of the range 80-9F are what a wrong decoding leaves of
quotation marks and dashes of Windows-1252: those are read as what they were. A byte-order mark that was read as
Windows-1252 (`ï»¿`) is taken out, too. Joiners, soft hyphens and, in right-to-left text, the plain direction marks are
part of words and stay.
"""

import re
from dataclasses import replace

from muniment.model import Intervention, Settings
from muniment.normalise.rewriting import rewrite
from muniment.normalise.working import Working

_MISREAD_MARK = "ï»¿"
"""A byte-order mark of UTF-8 in a file that had to be read as Windows-1252."""
_INVISIBLE = re.compile(
    f"{_MISREAD_MARK}|"
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufdd0-\ufdef\U000e0000-\U000e007f]"
)
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_DIRECTION_MARKS = "\u061c\u200e\u200f"


def take_out(working: Working, _settings: Settings) -> Working:
    """Take invisible characters out of every line, quoting the words they stood in."""
    pieces = []
    interventions = []
    for piece in working.pieces:
        if piece.kind == "line" and _may_hide(piece.text) and _INVISIBLE.search(piece.text):
            is_right_to_left = bool(_RIGHT_TO_LEFT.search(piece.text))
            done = rewrite(piece.text, _INVISIBLE, _kept_mark if is_right_to_left else visible)
            interventions += [
                Intervention(rule="invisible-characters", lines=piece.lines, before=before, after=after, reason=_REASON)
                for before, after in done.changes
            ]
            text = done.text.rstrip()
            piece = replace(piece, text=text, kind="line" if text.strip() else "blank")
        pieces.append(piece)
    if not interventions:
        return working
    return replace(working, pieces=tuple(pieces), interventions=(*working.interventions, *interventions))


def _may_hide(text: str) -> bool:
    """Tell quickly whether a text can hold what nobody sees."""
    return not text.isprintable() or _MISREAD_MARK in text


_REASON = "Invisible control characters are taken out; they could hide or reorder words."


def visible(found: re.Match[str]) -> str:
    """Give what stands for an invisible character: nothing, or the sign of Windows-1252 it was."""
    character = found[0]
    if "\x80" <= character <= "\x9f":
        return bytes([ord(character)]).decode("windows-1252", "ignore")
    return ""


def without(text: str) -> str:
    """Take all invisible characters out of a text."""
    return _INVISIBLE.sub(visible, text)


def _kept_mark(found: re.Match[str]) -> str:
    return found[0] if found[0] in _DIRECTION_MARKS else visible(found)
