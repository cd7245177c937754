"""Takes single seed lines out of the running text: pieces are split, and each lifted line is logged.

Knows nothing of why a line leaves.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from muniment.model import Intervention
from muniment.normalise.working import Piece, Working

Roles = Mapping[int, tuple[str, str]]
"""1-based seed line to (role, reason)."""
_LONGEST_DIVIDED = 240
"""Characters up to which a seed line that its breaks divide leaves whole: a longer one holds text as well."""
_STAYING = {"blank", "lifted", "omitted", "rule"}


def take(working: Working, roles: Roles, rule: str) -> Working:
    """Lift the seed lines that `roles` names, each with its role and reason; pieces of several lines are split."""
    roles = _whole(roles, working)
    if not roles:
        return working
    pieces: list[Piece] = []
    lifted: list[Intervention] = []
    parted: list[tuple[int, int]] = []
    for piece in working.pieces:
        parts = tuple(_split(piece, roles, working.transcript.lines)) if piece.kind not in _STAYING else (piece,)
        pieces.extend(parts)
        if len(parts) > 1:
            parted.append(piece.lines)
        lifted.extend(
            Intervention(rule=rule, lines=part.lines, before=part.text, reason=roles[part.lines[0]][1])
            for part in parts
            if part.kind == "lifted" and part is not piece
        )
    earlier = tuple(one for one in working.interventions if not _joined_what_is_parted(one, parted))
    return replace(working, pieces=tuple(pieces), interventions=(*earlier, *lifted))


def _whole(roles: Roles, working: Working) -> Roles:
    """Leave out the seed lines that breaks divide into so many lines that they hold text besides what was named."""
    sizes: dict[int, int] = {}
    for piece in working.pieces:
        first, last = piece.lines
        if first == last and first in roles and (first in sizes or "\n" in piece.text):
            sizes[first] = sizes.get(first, 0) + len(piece.text)
        elif first == last:
            sizes[first] = 0
    return {number: role for number, role in roles.items() if sizes.get(number, 0) <= _LONGEST_DIVIDED}


def _joined_what_is_parted(intervention: Intervention, parted: list[tuple[int, int]]) -> bool:
    """Tell whether an earlier rule joined lines over a gap that now stand apart again."""
    first, last = intervention.lines
    return intervention.rule.startswith("join") and any(low <= first and last <= high for low, high in parted)


def _split(piece: Piece, roles: Roles, raw: tuple[str, ...]) -> Iterator[Piece]:
    numbers = range(piece.lines[0], piece.lines[1] + 1)
    printed = [number for number in numbers if raw[number - 1].strip()]
    words = piece.text.split("\n")
    if not any(number in roles for number in printed):
        yield piece
    elif len(words) != len(printed):
        is_whole = all(number in roles for number in printed)
        text, role = f"{piece.label} {piece.text}".strip(), roles.get(printed[0], ("", ""))[0]
        yield replace(piece, kind="lifted", text=text, role=role, label="", level=0) if is_whole else piece
    else:
        yield from _parts(piece, roles, dict(zip(printed, words, strict=True)))


def _parts(piece: Piece, roles: Roles, words: Mapping[int, str]) -> Iterator[Piece]:
    """Give one piece per lifted line, one per blank line, and one per stretch of lines that stay.

    A printed number goes with the line it stands on.
    """
    staying: Piece | None = None
    first = min(words)
    for number in range(piece.lines[0], piece.lines[1] + 1):
        where = (number, number)
        if number in words and number not in roles:
            staying = (
                replace(staying, text=f"{staying.text}\n{words[number]}", lines=(staying.lines[0], number))
                if staying
                else replace(piece, text=words[number], lines=where, label=piece.label if number == first else "")
            )
            continue
        if staying:
            yield staying
            staying = None
        if number in roles and number in words:
            label = piece.label if number == first else ""
            yield Piece(kind="lifted", text=f"{label} {words[number]}".strip(), lines=where, role=roles[number][0])
        else:
            yield Piece(kind="blank", text="", lines=where)
    if staying:
        yield staying
