"""Blocks in a row into numbered provisions, nested by their printed numbers; knows nothing of Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from muniment.model import Block, Group, Node
from muniment.parse import labels
from muniment.parse.inline import without_label


def arranged(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Turn the paragraphs among siblings that begin with a printed number into `provisions` groups.

    Only neighbours form one group; any other block between them ends it.
    """
    found: list[Node] = []
    waiting: list[Block] = []
    seen: list[str] = []
    for node in nodes:
        label = _label(node, seen)
        if label and isinstance(node, Block):
            seen.append(label)
            waiting.append(_labelled(node, label))
            continue
        found += _nested(waiting)
        waiting = []
        found.append(node)
    return (*found, *_nested(waiting))


def numbered_entry(label: str, children: Sequence[Node], line: int) -> Group:
    """Make an entry of an ordered list: the provision with its printed number, and what belongs to it."""
    first = children[0] if children else None
    if isinstance(first, Block) and first.kind == "paragraph" and not labels.find(first.text):
        provision = replace(first, kind="provision", label=label)
        return Group(kind="item", children=(provision, *arranged(children[1:])))
    # The number stands alone when a list, a heading or a further number follows it on its line.
    provision = Block(kind="provision", runs=(), text="", line=line, end_line=line, label=label)
    return Group(kind="item", children=(provision, *arranged(children)))


def named(nodes: Iterable[Node]) -> tuple[Node, ...]:
    """Give each provision its number along the nesting as an alias (`n1-i`); the second use of a number gets none."""
    return _named(nodes, "n", set())


def leaves(nodes: Iterable[Node]) -> tuple[Block, ...]:
    """List the blocks of a tree in document order."""
    found: list[Block] = []
    for node in nodes:
        if isinstance(node, Block):
            found.append(node)
        else:
            found += leaves(node.children)
    return tuple(found)


def _label(node: Node, seen: Sequence[str]) -> str:
    """Give the printed number a sibling begins with; `(c)` is the sign of copyright unless a `(b)` came before it."""
    if not isinstance(node, Block) or node.kind != "paragraph":
        return ""
    label = labels.find(node.text)
    return "" if label.lower() == "(c)" and "(b)" not in map(str.lower, seen) else label


def _labelled(block: Block, label: str) -> Block:
    """Turn a paragraph into the provision of its number."""
    runs = without_label(block.runs, len(label))
    return replace(block, kind="provision", label=label, runs=runs, text="".join(run.text for run in runs))


def _nested(provisions: Sequence[Block]) -> tuple[Group, ...]:
    """Group neighbouring provisions by their numbers."""
    depths = labels.depths([block.label for block in provisions])
    return (_group(provisions, depths, 0),) if provisions else ()


def _group(provisions: Sequence[Block], depths: Sequence[int], depth: int) -> Group:
    """Group provisions of one depth, each with the deeper ones that follow it."""
    starts = [index for index, found in enumerate(depths) if found == depth]
    entries = []
    for start, end in zip(starts, [*starts[1:], len(provisions)], strict=True):
        within = _group(provisions[start + 1 : end], depths[start + 1 : end], depth + 1) if end > start + 1 else None
        entries.append(Group(kind="item", children=(provisions[start], *((within,) if within else ()))))
    return Group(kind="provisions", children=tuple(entries))


def _named(nodes: Iterable[Node], prefix: str, used: set[str]) -> tuple[Node, ...]:
    """Name the provisions below `prefix` (empty: below a provision without a name of its own)."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, Block):
            found.append(node)
        elif node.kind != "provisions":
            found.append(replace(node, children=_named(node.children, prefix, used)))
        else:
            entries = tuple(_named_entry(entry, prefix, used) for entry in node.children)
            found.append(Group(kind="provisions", children=entries))
    return tuple(found)


def _named_entry(entry: Node, prefix: str, used: set[str]) -> Node:
    """Name one provision and those within it."""
    if isinstance(entry, Block) or not isinstance(entry.children[0], Block):
        return entry
    provision = entry.children[0]
    hyphen = "" if prefix in ("", "n") else "-"
    name = prefix + hyphen + labels.slug(provision.label) if prefix else ""
    if name in used:
        name = ""
    if name:
        used.add(name)
        provision = replace(provision, aliases=(name,))
    return replace(entry, children=(provision, *_named(entry.children[1:], name, used)))
