"""A tree of blocks into the HTML of a document's text; knows nothing of the page around it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from types import MappingProxyType

from muniment.model import Block, Group, Node, Run
from muniment.typeset.annotation import NOTED, SIGNS, Annotation, Wording
from muniment.typeset.direction import direction
from muniment.typeset.escape import escape, is_right_to_left
from muniment.typeset.inline import note_link, set_runs

_LISTS = {"list": ("<ul>", "</ul>"), "provisions": ('<ol class="provisions" role="list">', "</ol>")}


class Setter:
    """Sets the blocks of one text, in order."""

    def __init__(
        self,
        annotations: Mapping[str, Sequence[Annotation]],
        wording: Wording,
        top_heading: int,
        languages: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        """Take what is said about words, and the language of each passage that is not in the text's own, by anchor."""
        self._annotations = annotations
        self._languages = languages
        self._wording = wording
        self._top_heading = top_heading
        self._sections: list[int] = []

    def nodes(self, nodes: Iterable[Node]) -> list[str]:
        """Set blocks and groups, one piece of HTML each."""
        return [
            self._group(node) if isinstance(node, Group) else self._plain(node) or self._block(node) for node in nodes
        ]

    def _plain(self, block: Block) -> str:
        """Set a paragraph of plain words about which nothing is said, as most are; nothing for any other block.

        It gives what `_block` gives.
        """
        if block.kind != "paragraph" or block.anchor in self._annotations or block.label or block.aliases:
            return ""
        if len(block.runs) != 1 or block.runs[0].marks or block.runs[0].is_break:
            return ""
        opening = _opening("p", block.anchor, "", "", self._spoken(block))
        return f"{opening}{self._permalink(block)}{escape(block.runs[0].text)}</p>"

    def _group(self, group: Group) -> str:
        """Set a container."""
        if group.kind == "table":
            return self._table(group)
        if group.kind == "quote":
            return "\n".join(["<blockquote>", *self.nodes(group.children), "</blockquote>"])
        opening, closing = _LISTS[group.kind]
        return "\n".join([opening, *map(self._entry, group.children), closing])

    def _entry(self, entry: Node) -> str:
        """Set an entry of a list; a provision or a lone paragraph is the entry itself, and gives it its id."""
        children = entry.children if isinstance(entry, Group) else (entry,)
        first = children[0] if children else None
        if isinstance(first, Block) and (first.kind == "provision" or (first.kind == "paragraph" and not children[1:])):
            kind = "provision" if first.kind == "provision" else ""
            start, after = self._words(first, "li", kind)
            return "\n".join([start + after, *self.nodes(children[1:])]) + "</li>"
        return "\n".join(["<li>", *self.nodes(children)]) + "</li>"

    def _table(self, table: Group) -> str:
        """Set a table whose first row is its head."""
        rows = [row for row in table.children if isinstance(row, Group)]
        head, body = rows[:1], rows[1:]
        lines = ["<table>", "<thead>", *(self._row(row, is_head=True) for row in head), "</thead>"]
        if body:
            lines += ["<tbody>", *(self._row(row, is_head=False) for row in body), "</tbody>"]
        return "\n".join([*lines, "</table>"])

    def _row(self, row: Group, *, is_head: bool) -> str:
        """Set a row; an empty cell of the head heads nothing."""
        cells = []
        for cell in row.children:
            children = cell.children if isinstance(cell, Group) else (cell,)
            block = next((child for child in children if isinstance(child, Block)), None)
            tag, scope = ("th", ' scope="col"') if is_head and block else ("td", "")
            words, after = self._words(block, tag, "", scope) if block else (f"<{tag}>", "")
            cells.append(f"{words}{after}</{tag}>")
        return "\n".join(["<tr>", *cells, "</tr>"])

    def _block(self, block: Block) -> str:
        """Set a block in an element of its own; a gap in the text follows it as a paragraph."""
        if block.kind == "rule":
            return "<hr>"
        if block.kind == "heading":
            tag = f"h{self._level(block.level)}"
            start, after = self._words(block, tag, "", permalink_first=False)
            return f"{start}{self._permalink(block)}</{tag}>{after}"
        tag = "pre" if block.kind == "code" else "p"
        start, after = self._words(block, tag, "provision" if block.kind == "provision" else "")
        return f"{start}</{tag}>{after}"

    def _level(self, level: int) -> int:
        """Give the level a heading is shown on: no level is skipped, whatever the edition writes."""
        while self._sections and self._sections[-1] >= level:
            self._sections.pop()
        self._sections.append(level)
        return min(self._top_heading + len(self._sections) - 1, 6)

    def _words(
        self, block: Block, tag: str, kind: str, attributes: str = "", *, permalink_first: bool = True
    ) -> tuple[str, str]:
        """Set the opening tag and the words of a block, and apart from them the gaps that follow it."""
        within, after = self._placed(block)
        opening = _opening(tag, block.anchor, kind, attributes, self._spoken(block))
        opening += "".join(f'<span id="{escape(alias)}" class="alias"></span>' for alias in block.aliases)
        if permalink_first:
            opening += self._permalink(block)
        if not block.label:
            return opening + self._text(block, within), "".join(map(self._gap, after))
        return opening + self._label(block, within) + self._text(block, within), "".join(map(self._gap, after))

    def _spoken(self, block: Block) -> str:
        """Write the language of a passage that is in another than the text, and the direction it is written in."""
        language = self._languages.get(block.anchor, "")
        if language:
            return f' lang="{escape(language)}" dir="{direction(language)}"'
        return ' dir="rtl"' if is_right_to_left(block.text) else ""

    def _placed(self, block: Block) -> tuple[list[Annotation], list[Annotation]]:
        """Part the annotations of a block into those among its words and the gaps behind its last word."""
        within: list[Annotation] = []
        after: list[Annotation] = []
        own = self._annotations.get(block.anchor) if block.anchor else None
        for each in own or ():
            is_after = each.kind == "lacuna" and each.end >= len(block.words.rstrip())
            (after if is_after else within).append(each)
        return within, after

    def _permalink(self, block: Block) -> str:
        """Set the link to the block itself; its number is shown by the style sheet, so that it is never copied."""
        if not block.anchor:
            return ""
        worded = self._wording.heading if block.anchor.startswith("h") else self._wording.paragraph
        return _permalink(block.anchor, worded, self._wording.attribute)

    def _label(self, block: Block, annotations: Iterable[Annotation]) -> str:
        """Set the printed number of a provision, with what is said about it."""
        pieces = [piece for each in annotations for piece in _in_label(each, len(block.label))]
        words = set_runs((Run(text=block.label),), pieces, self._wording)
        return f'<span class="label">{words}</span>' + (" " if block.text else "")

    def _text(self, block: Block, annotations: Sequence[Annotation]) -> str:
        """Set the words of a block behind its number."""
        length = len(block.label)
        pieces = [piece for each in annotations for piece in _in_text(each, length)] if length else annotations
        words = set_runs(block.runs, pieces, self._wording)
        if block.kind != "code":
            return words
        language = f' class="language-{escape(block.language)}"' if block.language else ""
        return f"<code{language}>{words}</code>"

    def _gap(self, lacuna: Annotation) -> str:
        """Set a gap in the text: a line that says so, with the link to its note."""
        link = note_link(lacuna, self._wording) if lacuna.href else ""
        language = self._wording.attribute + (' dir="auto"' if self._wording.language else "")
        return f'\n<p class="lacuna"{language}>{escape(self._wording.lacuna)}{link}</p>'


@lru_cache(maxsize=2048)
def _opening(tag: str, anchor: str, kind: str, attributes: str, spoken: str) -> str:
    """Set an opening tag."""
    classes = " ".join([*(["passage"] if anchor.startswith("p") else []), *([kind] if kind else [])])
    opening = f"<{tag}"
    opening += f' id="{escape(anchor)}"' if anchor else ""
    opening += f' class="{classes}"' if classes else ""
    return f"{opening}{attributes}{spoken}>"


@lru_cache(maxsize=2048)
def _permalink(anchor: str, worded: str, attribute: str) -> str:
    """Set the link of a block to itself."""
    number = anchor.lstrip("ph")
    label = escape(worded.format(number=number))
    named = f'{attribute} aria-label="{label}"'
    return f'<a class="anchor" href="#{escape(anchor)}" data-n="{escape(number)}"{named}></a>'


def _in_label(annotation: Annotation, length: int) -> tuple[Annotation, ...]:
    """Give the part of an annotation that lies in a label; if it goes on behind it, its sign and link stand there."""
    if annotation.end <= length:
        return (annotation,)
    if annotation.start >= length or annotation.kind in SIGNS:
        return ()
    name = "" if annotation.kind in NOTED else annotation.id
    return (replace(annotation, end=length, href="", id=name),)


def _in_text(annotation: Annotation, length: int) -> tuple[Annotation, ...]:
    """Give the part of an annotation that lies behind a label of this length, counted from there."""
    if annotation.end <= length:
        return ()
    behind = length + 1
    name = annotation.id if annotation.start >= length or annotation.kind in NOTED else ""
    return (replace(annotation, start=max(annotation.start - behind, 0), end=annotation.end - behind, id=name),)
