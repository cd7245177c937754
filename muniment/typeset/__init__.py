"""A text with what is said about its words into HTML, or into plain text; knows nothing of pages, states and notes.

The words of the text are the only text of the HTML, but for the line of a gap (class `lacuna`): numbers of paragraphs
and notes are shown by the style sheet from `data-n`, so that what a reader copies is what the document says.
"""

from collections.abc import Iterable, Sequence

from muniment.model import Block, Node, Run, Text
from muniment.typeset.annotation import ENGLISH, Annotation, Wording
from muniment.typeset.blocks import Setter
from muniment.typeset.escape import escape
from muniment.typeset.inline import set_runs

__all__ = ["ENGLISH", "Annotation", "Wording", "escape", "html", "phrase", "plain"]


def html(
    text: Text, annotations: Iterable[Annotation] = (), *, wording: Wording = ENGLISH, top_heading: int = 2
) -> str:
    """Set a text as HTML; `top_heading` is the level of its highest heading on the page."""
    by_anchor: dict[str, list[Annotation]] = {}
    for annotation in annotations:
        by_anchor.setdefault(annotation.anchor, []).append(annotation)
    return "".join(f"{piece}\n" for piece in Setter(by_anchor, wording, top_heading).nodes(text.tree))


def phrase(words: str, annotations: Sequence[Annotation] = (), *, wording: Wording = ENGLISH) -> str:
    """Set a line of words that is no block (a line of the metadata, a quotation) as inline HTML."""
    return set_runs((Run(text=words),), annotations, wording)


def plain(text: Text) -> str:
    """Write a text as plain text: a block a line, a blank line between blocks, numbers as printed, bullets as `- `."""
    written = _plain(text.tree)
    return "\n\n".join(written) + "\n" if written else ""


def _plain(nodes: Iterable[Node]) -> list[str]:
    """Write nodes, one string a block."""
    found: list[str] = []
    for node in nodes:
        if isinstance(node, Block):
            found.append(_plain_block(node))
            continue
        within = _plain(node.children)
        if node.kind == "item" and within and not _is_provision(node.children[0]):
            within[0] = f"- {within[0]}"
        found += ["\t".join(within)] if node.kind == "row" else within
    return found


def _plain_block(block: Block) -> str:
    """Write one block: the soft ends of its lines become spaces, hard ones and those of code stay."""
    if block.kind == "rule":
        return "---"
    if block.kind == "code":
        return block.text
    text = "".join("\n" if run.is_break else run.text.replace("\n", " ") for run in block.runs)
    return f"{block.label} {text}".strip()


def _is_provision(node: Node) -> bool:
    """Say whether a node begins with a printed number of its own."""
    return isinstance(node, Block) and node.kind == "provision"
