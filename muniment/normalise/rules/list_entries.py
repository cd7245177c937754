"""Decides the lines that begin an entry of a list.

The class: bullets of every keyboard and word processor (`-`, `*`, `•`, `–`, `·`, `o`, `▪`), nested by indent, in
minutes as in a programme. A hyphen, star, dash or `o` needs company or a colon before it: "- We must act, says the
mayor" alone is speech, "* Check against delivery" alone a footnote's star.
"""

from dataclasses import replace

from muniment.frozen import dataclass
from muniment.model import Intervention, Settings
from muniment.normalise import marks
from muniment.normalise.working import Piece, Working

_SURE = frozenset("•‣◦●○▪■□·\uf0b7\uf0a7")
_DASHES = frozenset("–—")
_ALL = frozenset(marks.BULLETS + "o")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A line that may begin an entry."""

    index: int
    sign: str
    indent: int
    words: str


def decide(working: Working, _settings: Settings) -> Working:
    """Turn lines that begin with a bullet into entries with their depth."""
    pieces = working.pieces
    candidates = [found for index, piece in enumerate(pieces) if (found := _candidate(index, piece))]
    if not candidates:
        return working
    accepted = _accepted(candidates, pieces)
    decided = list(pieces)
    changes = []
    nesting: list[tuple[int, str]] = []
    last = -1
    for found in accepted:
        if _parted(pieces, last, found.index):
            nesting = []
        level = _level(nesting, found)
        piece = pieces[found.index]
        decided[found.index] = Piece(kind="item", text=found.words, lines=piece.lines, level=level)
        is_odd = found.sign == "o" or found.sign >= "\ue000"
        if is_odd or _stands_within(found.sign, working.transcript.lines[piece.lines[0] - 1]):
            changes.append(Intervention(rule="list-entries", lines=piece.lines, before=found.sign, reason=_REASON))
        last = found.index
    taken = {pieces[found.index].lines: found.sign for found in accepted}
    before = tuple(
        _without_sign(change, taken.get(change.lines, ""), working.transcript.lines[change.lines[0] - 1])
        for change in working.interventions
    )
    return replace(working, pieces=tuple(decided), interventions=(*before, *changes))


def _without_sign(change: Intervention, sign: str, line: str) -> Intervention:
    """Take a bullet out of what an earlier rule gave for a character reference: it is a mark of the list.

    Near miss: a second bullet, behind the one that begins the line, is a word.
    """
    if not sign or not change.after.startswith(sign) or change.before.startswith(sign):
        return change
    if not line.lstrip().startswith(change.before):
        return change
    return replace(change, after=change.after[1:].lstrip())


def _stands_within(sign: str, seed_line: str) -> bool:
    """Tell whether a bullet stood behind residue of markup, as a word of its own: "<p>  • We must act"."""
    return seed_line.split(None, 1)[0][:1] != sign and sign in seed_line.split()


_REASON = "The sign is a bullet; the line is set as an entry of a list."


def _candidate(index: int, piece: Piece) -> _Candidate | None:
    if piece.kind != "line":
        return None
    text = piece.text.lstrip()
    sign = text[0]
    if sign not in _ALL:
        return None
    rest = text[1:]
    words = rest.lstrip()
    if not words or (rest[0] not in " \t\u00a0" and sign not in "•▪●■‣\uf0b7\uf0a7"):
        return None
    if not any(character.isalnum() for character in words) or (sign == "o" and not words[0].isupper()):
        return None
    indent = len(piece.text.expandtabs(4)) - len(text.expandtabs(4))
    return _Candidate(index=index, sign=sign, indent=indent, words=words)


def _accepted(candidates: list[_Candidate], pieces: tuple[Piece, ...]) -> list[_Candidate]:
    """Keep sure bullets, and doubtful ones that stand together or after a colon."""
    kept: set[int] = set()
    for position, found in enumerate(candidates):
        neighbour = candidates[position + 1] if position + 1 < len(candidates) else None
        if found.sign in _SURE or _announced(pieces, found.index):
            kept.add(found.index)
        if neighbour and _stand_together(pieces, found, neighbour, is_list=found.index in kept):
            kept |= {found.index, neighbour.index}
    return [found for found in candidates if found.index in kept]


def _stand_together(pieces: tuple[Piece, ...], first: _Candidate, second: _Candidate, *, is_list: bool) -> bool:
    """Tell whether two bullets belong to one list: nothing but the first one's own lines stands between them."""
    same = first.sign == second.sign
    if not same and not (is_list and (second.indent > first.indent or second.sign in "o-–")):
        return False
    between = pieces[first.index + 1 : second.index]
    blanks = [place for place, piece in enumerate(between) if piece.kind == "blank"]
    if first.sign in _DASHES and same and not is_list:
        return not blanks and len(between) <= 3
    attached = between[: blanks[0]] if blanks else between
    rest = [piece for piece in between[len(attached) :] if piece.kind != "blank"]
    if len(attached) > 12 or any(piece.kind != "line" for piece in attached):
        return False
    return all(piece.kind == "line" and _goes_on(piece) for piece in rest) and len(rest) <= 4


def _goes_on(piece: Piece) -> bool:
    return piece.text[0].isspace() or piece.text[0].islower()


def _announced(pieces: tuple[Piece, ...], index: int) -> bool:
    before = next((piece for piece in reversed(pieces[max(index - 3, 0) : index]) if piece.kind != "blank"), None)
    return before is not None and before.kind == "line" and before.text.rstrip("*_ ").endswith(":")


def _parted(pieces: tuple[Piece, ...], last: int, index: int) -> bool:
    """Tell whether something at the margin stands between two entries, so that the list begins anew."""
    between = pieces[last + 1 : index] if last >= 0 else ()
    after_blank = False
    for piece in between:
        if piece.kind == "blank":
            after_blank = True
        elif piece.kind != "line" or (after_blank and not _goes_on(piece)):
            return True
    return False


def _level(nesting: list[tuple[int, str]], found: _Candidate) -> int:
    """Give the depth of an entry and keep the open depths: by indent, at the same indent by sign."""
    while nesting and nesting[-1][0] > found.indent:
        nesting.pop()
    signs = [sign for indent, sign in nesting if indent == found.indent]
    if found.sign in signs:
        while nesting[-1][1] != found.sign or nesting[-1][0] != found.indent:
            nesting.pop()
    elif not signs or found.sign in "o-–":
        nesting.append((found.indent, found.sign))
    return len(nesting) - 1
