"""A parsed text and the anchors published so far into the text with anchors; knows nothing of seeds and pages.

A published anchor never comes to mean another paragraph and never vanishes without an alias.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from muniment import problems
from muniment.anchors import likeness
from muniment.anchors.matching import Candidate, Matching, match
from muniment.anchors.registry_file import number, path, read, write
from muniment.model import Block, Group, Node, Problem, RegisteredAnchor, Registry, Text

__all__ = ["give", "path", "read", "write"]

_LETTERS = {"heading": "h", "paragraph": "p", "provision": "p", "code": "p"}


def give(text: Text, registry: Registry | None, document: str) -> tuple[Text, Registry, tuple[Problem, ...]]:
    """Give every block its anchor: its published one, else the next number that was never given.

    An anchor whose words are nowhere is a problem, and stays in the registry; an alias entered by a person is kept.
    """
    known = registry or Registry(document=document, anchors=())
    entered = dict(known.aliases)
    live = tuple(anchor for anchor in known.anchors if anchor.anchor not in entered)
    candidates = tuple(
        Candidate(letter=_LETTERS[block.kind], words=likeness.folded(block.words))
        for block in text.blocks
        if block.kind in _LETTERS
    )
    matching = match(live, candidates)
    names, last = _names(candidates, live, matching, known)
    merged = {live[index].anchor: names[block] for index, block in matching.merged.items()}
    aliases = dict(sorted((entered | merged).items(), key=lambda alias: number(alias[0])))
    renewed = Registry(
        document=document,
        anchors=_anchors(candidates, names, live, matching),
        aliases=tuple(aliases.items()),
        last=last,
    )
    return _with_anchors(text, names, _led_to(aliases)), renewed, _problems(renewed, names, live, matching)


def _names(
    candidates: Sequence[Candidate], live: Sequence[RegisteredAnchor], matching: Matching, known: Registry
) -> tuple[tuple[str, ...], tuple[tuple[str, int], ...]]:
    """Name every block, and give the highest numbers ever used."""
    last = dict(known.last)
    for anchor in (*(anchor.anchor for anchor in known.anchors), *(former for former, _ in known.aliases)):
        letter, used = number(anchor)
        last[letter] = max(last.get(letter, 0), used)
    names = []
    for index, candidate in enumerate(candidates):
        if index in matching.kept:
            names.append(live[matching.kept[index]].anchor)
        else:
            last[candidate.letter] = last.get(candidate.letter, 0) + 1
            names.append(f"{candidate.letter}{last[candidate.letter]}")
    return tuple(names), tuple(sorted(last.items()))


def _anchors(
    candidates: Sequence[Candidate], names: Sequence[str], live: Sequence[RegisteredAnchor], matching: Matching
) -> tuple[RegisteredAnchor, ...]:
    """List the anchors in the order of their blocks; a lost one stays behind the anchor that it followed."""
    entries = []
    for index, (candidate, name) in enumerate(zip(candidates, names, strict=True)):
        former = live[matching.kept[index]] if index in matching.kept else None
        is_same = former is not None and former.sha256 == candidate.key[1] and former.sketch
        entries.append(former if former is not None and is_same else _entry(candidate, name))
    for index in matching.lost:
        earlier = [anchor.anchor for anchor in live[:index]]
        behind = max((n for n, entry in enumerate(entries, 1) if earlier and entry.anchor == earlier[-1]), default=0)
        entries.insert(behind, live[index])
    return tuple(entries)


def _entry(candidate: Candidate, name: str) -> RegisteredAnchor:
    """Register a block's words under its anchor."""
    return RegisteredAnchor(
        anchor=name,
        sha256=candidate.key[1],
        opening=likeness.opening(candidate.words),
        sketch=candidate.sketch,
    )


def _led_to(aliases: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """Give the former anchors that lead to each anchor, directly or over another alias."""
    found: dict[str, tuple[str, ...]] = {}
    for former in aliases:
        target = _end(former, aliases)
        found[target] = (*found.get(target, ()), former)
    return found


def _end(former: str, aliases: Mapping[str, str]) -> str:
    """Follow aliases to where they end; aliases that lead in a circle end anywhere on it."""
    target = former
    for _ in range(len(aliases)):
        if target not in aliases:
            break
        target = aliases[target]
    return target


def _with_anchors(text: Text, names: Sequence[str], led_to: Mapping[str, tuple[str, ...]]) -> Text:
    """Give the text with its blocks named; former anchors become further ids of the block they lead to."""
    waiting = iter(names)
    blocks: list[Block] = []
    tree = _named(text.tree, waiting, led_to, blocks)
    return Text(tree=tree, blocks=tuple(blocks))


def _named(
    nodes: Sequence[Node], names: Iterator[str], led_to: Mapping[str, tuple[str, ...]], blocks: list[Block]
) -> tuple[Node, ...]:
    """Name the blocks of a tree in order, and collect them."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, Group):
            found.append(Group(kind=node.kind, children=_named(node.children, names, led_to, blocks)))
            continue
        if node.kind in _LETTERS:
            name = next(names)
            own = tuple(alias for alias in node.aliases if not alias.startswith(("p", "h")))
            node = replace(node, anchor=name, aliases=(*own, *led_to.get(name, ())))
        blocks.append(node)
        found.append(node)
    return tuple(found)


def _problems(
    registry: Registry, names: Sequence[str], live: Sequence[RegisteredAnchor], matching: Matching
) -> tuple[Problem, ...]:
    """Report the anchors whose words are nowhere, and the aliases that lead nowhere."""
    where = path(registry.document)
    present = frozenset(names)
    found = []
    for index in matching.lost:
        anchor = live[index]
        near = [*(each.anchor for each in reversed(live[:index])), *(each.anchor for each in live[index + 1 :]), *names]
        target = next((name for name in near if name in present), "p1")
        found.append(problems.report("E-050", where, anchor=anchor.anchor, opening=anchor.opening, target=target))
    known = present | {live[index].anchor for index in matching.lost}
    aliases = dict(registry.aliases)
    for former, target in aliases.items():
        if _end(former, aliases) not in known:
            found.append(problems.report("E-051", where, former=former, target=target))
    return tuple(found)
