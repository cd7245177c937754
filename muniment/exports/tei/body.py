"""The tree of a text into TEI's divisions, lists, quotations, tables and paragraphs; knows no archive."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from muniment.exports.tei.inline import Sign, Stretch, set_runs
from muniment.exports.tei.marks import Marked
from muniment.exports.tei.xml import NAME, element, escape
from muniment.model import Block, Group, MetaLine, Node, Run

_NOTHING = Marked()


class Writer:
    """Writes the blocks of one document."""

    def __init__(self, marked: Mapping[str, Marked], languages: Mapping[str, str] = MappingProxyType({})) -> None:
        """Take what is said about the words of each block, and the language of those in another, by anchor."""
        self._marked = marked
        self._languages = languages

    def line(self, line: MetaLine) -> str:
        """Write a line set apart from the text."""
        words = set_runs((Run(text=line.text),), *self._said(line.anchor, 0))
        return element("ab", words, xml__id=line.anchor, type=line.role, n=str(line.line))

    def body(self, tree: Sequence[Node]) -> str:
        """Write a text: every heading opens a division that lasts until one of its own or a higher level."""
        written: list[str] = []
        levels: list[int] = []
        for node in tree:
            if isinstance(node, Block) and node.kind == "heading":
                while levels and levels[-1] >= node.level:
                    levels.pop()
                    written.append("</div>")
                levels.append(node.level)
                head = element("head", self._words(node), **self._named(node))
                written.append(f"<div>\n{head}")
            else:
                written.append(self._node(node))
        written += ["</div>"] * len(levels)
        if all(isinstance(node, Block) and node.kind == "rule" for node in tree):
            written.append("<p/>")  # a text without words still has to have a paragraph
        return "\n".join(written)

    def _node(self, node: Node) -> str:
        return self._block(node) if isinstance(node, Block) else self._group(node)

    def _group(self, group: Group) -> str:
        if group.kind in ("list", "provisions"):
            return self._list(group)
        inner = "\n".join(self._node(child) for child in group.children)
        name = {"quote": "quote", "table": "table", "row": "row", "cell": "cell"}.get(group.kind, "item")
        if name == "quote" and not inner:
            inner = "<p/>"
        return element(name, f"\n{inner}\n" if inner else "")

    def _list(self, group: Group) -> str:
        """Write a list; where every entry begins with its printed number, the numbers are labels."""
        entries = [child.children if isinstance(child, Group) else (child,) for child in group.children]
        has_labels = bool(entries) and all(map(_number, entries))
        written = []
        for entry in entries:
            number = _number(entry) if has_labels else None
            if number is not None:
                written.append(element("label", self._label(number)))
            blocks = (self._block(node, labelled=False) if node is number else self._node(node) for node in entry)
            inner = "\n".join(blocks)
            written.append(element("item", f"\n{inner}\n" if inner else ""))
        inner = "\n".join(written) or "<item/>"
        return element("list", f"\n{inner}\n", rend="numbered" if has_labels else "bulleted")

    def _block(self, block: Block, *, labelled: bool = True) -> str:
        """Write a block in an element of its own; a heading inside another element is a paragraph set as a heading."""
        if block.kind == "rule":
            return element("milestone", unit="section", rend="rule")
        label = element("label", self._label(block)) + " " if block.label and labelled else ""
        words = label + self._words(block)
        if block.kind == "code":
            return element("ab", words, type="code", xml__space="preserve", **self._named(block))
        return element("p", words, rend="heading" if block.kind == "heading" else "", **self._named(block))

    def _label(self, block: Block) -> str:
        """Write a printed number with what is said about it."""
        stretches, _ = self._said(block.anchor, 0)
        return set_runs((Run(text=block.label),), stretches, ())

    def _named(self, block: Block) -> dict[str, str]:
        """Give the attributes that name a block, and its language where it is another than the text's."""
        if not block.anchor:
            return {}
        named = {"xml__id": escape(block.anchor), "n": block.anchor.lstrip("ph")}
        language = self._languages.get(block.anchor, "")
        return {**named, "xml__lang": escape(language)} if language else named

    def _words(self, block: Block) -> str:
        """Write the words behind the printed number, with the places of the block's further ids before them."""
        aliases = "".join(element("anchor", xml__id=alias) for alias in block.aliases if NAME.fullmatch(alias))
        behind = len(block.label) + 1 if block.label else 0
        return aliases + set_runs(block.runs, *self._said(block.anchor, behind))

    def _said(self, anchor: str, behind: int) -> tuple[list[Stretch], list[Sign]]:
        """Give what is said about a block's words, counted from an offset; what begins before it is left out."""
        found = self._marked.get(anchor, _NOTHING)
        stretches = [_moved(each, behind) for each in found.stretches if each.start >= behind]
        return stretches, [Sign(at=max(sign.at - behind, 0), markup=sign.markup) for sign in found.signs]


def _moved(stretch: Stretch, behind: int) -> Stretch:
    if not behind:
        return stretch
    return Stretch(
        start=stretch.start - behind,
        end=stretch.end - behind,
        rank=stretch.rank,
        opening=stretch.opening,
        closing=stretch.closing,
        again=stretch.again,
    )


def _number(entry: Sequence[Node]) -> Block | None:
    """Give the block with the printed number that an entry begins with."""
    first = entry[0] if entry else None
    return first if isinstance(first, Block) and first.label else None
