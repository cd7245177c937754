"""Brings what several rules did to one seed line into an account that quotes the seed's own words; changes no piece.

A rule quotes the words it found. Where an earlier rule had changed them already, or a later one took them out of the
text altogether, the words quoted would not stand in the seed: such lines are accounted for as a whole.
"""

from collections import Counter
from dataclasses import replace

from muniment.model import Intervention
from muniment.normalise import marks
from muniment.normalise.working import Working

_GONE = frozenset({"lifted", "omitted"})
_MOST_ALIKE = 3
"""More changes of form than this with one reason are listed as one, from the first line to the last."""


def settled(working: Working) -> tuple[Intervention, ...]:
    """Give all interventions by line, each quoting words that stand in the seed."""
    gone = {piece.lines for piece in working.pieces if piece.kind in _GONE}
    changes = [change for change in working.interventions if change.before or change.lines not in gone]
    changed = {line for change in changes if _alters(change) for line in _lines(change)}
    if changed:
        changes = _chained(working, changes)
        changes = [kept for group in _overlapping(changes) for kept in _as_whole(working, group)]
    return _few(changes)


def _alters(change: Intervention) -> bool:
    """Tell whether a change put other words in the place of words, or took signs off, and lifted nothing."""
    return bool(change.before) and not change.rule.startswith(("lift-", "omit-"))


def _lines(change: Intervention) -> range:
    return range(change.lines[0], change.lines[1] + 1)


def _chained(working: Working, changes: list[Intervention]) -> list[Intervention]:
    """Make one change of those that were made to each other's words: the whole lines before and after."""
    for late in [change for change in changes if _alters(change)]:
        words = _seed_words(working, late.lines)
        if late.before in words or late not in changes:
            continue
        chain = [each for each in changes if _alters(each) and set(_lines(each)) <= set(_lines(late))]
        after = words
        for change in chain:
            after = after.replace(change.before, change.after, 1)
        whole = replace(late, before=words, after=after)
        changes = [whole if each is late else each for each in changes if each is late or each not in chain]
    return changes


def _seed_words(working: Working, lines: tuple[int, int]) -> str:
    """Give the words of some seed lines, white space folded."""
    return " ".join(" ".join(working.transcript.lines[lines[0] - 1 : lines[1]]).split())


def _overlapping(changes: list[Intervention]) -> list[list[Intervention]]:
    """Put together the changes of wording that share seed lines; a change of form stands alone."""
    groups: list[list[Intervention]] = []
    behind = 0
    for change in sorted((change for change in changes if change.before), key=lambda each: each.lines):
        if groups and change.lines[0] <= behind:
            groups[-1].append(change)
        else:
            groups.append([change])
        behind = max(behind, change.lines[1])
    return [*groups, *([change] for change in changes if not change.before)]


def _as_whole(working: Working, group: list[Intervention]) -> list[Intervention]:
    """Account as a whole for lines whose words were both changed and taken out of the running text."""
    taking = [change for change in group if change.before and not _alters(change)]
    if not taking or len(taking) == len(group):
        return group
    lines = (group[0].lines[0], max(change.lines[1] for change in group))
    near = [piece for piece in working.pieces if piece.lines[0] <= lines[1] and piece.lines[1] >= lines[0]]
    left = [piece for piece in near if piece.kind not in _GONE]
    if any(piece.lines[0] < lines[0] or piece.lines[1] > lines[1] for piece in left):
        return group
    after = " ".join(" ".join(marks.plain(piece.text) for piece in left).split())
    rule = "html-residue" if after else taking[0].rule
    return [replace(taking[0], rule=rule, lines=lines, before=_seed_words(working, lines), after=after)]


def _few(changes: list[Intervention]) -> tuple[Intervention, ...]:
    """Sort changes by line; of many changes of form that are alike make one."""
    alike = Counter((change.rule, change.reason) for change in changes if not change.before)
    merged: dict[tuple[str, str], Intervention] = {}
    listed = []
    for change in sorted(changes, key=lambda each: each.lines):
        name = (change.rule, change.reason)
        if change.before or alike[name] <= _MOST_ALIKE:
            listed.append(change)
        elif name in merged:
            merged[name] = replace(merged[name], lines=(merged[name].lines[0], change.lines[1]))
        else:
            merged[name] = change
    return tuple(sorted((*listed, *merged.values()), key=lambda each: each.lines))
