"""An edition file with a note more, or with another value in one place → its new text; every other byte stays.

Knows nothing of whether the change is right. What it writes is read back and compared: a file in whose front matter it
cannot find the place is refused, not reformatted.
"""

from collections.abc import Mapping as Table
from dataclasses import replace
from typing import Any

from muniment.edition.reader import read
from muniment.edition.scalars import written
from muniment.edition.writer import note_in_braces, note_lines
from muniment.model import Edition, Note

_INDENT = "  "
Path = tuple[str | int, ...]
"""Keys and positions that lead to a value: `("evidence", "date", 0, "line")`."""


class Refused(Exception):  # noqa: N818 nothing went wrong: the file is written in a way that is not ours
    """The place for a change was not found."""


def with_notes(edition: Edition, notes: tuple[Note, ...]) -> str:
    """Add notes behind those the front matter has; Refused where that would touch anything else."""
    lines, tree = _lines(edition.source), _tree(edition)
    node = _value(tree, ("notes",))
    braced = ", ".join(note_in_braces(note) for note in notes)
    if node is None and tree.flow_style:
        _into_brackets(lines, tree, f"notes: [{braced}]")
    elif node is None:
        _insert(lines, edition.body_line - 4, ["notes:", *_entries(notes, _INDENT)])
    elif node.id == "scalar":
        _replace(lines, node, "")
        _insert(lines, node.start_mark.line, _entries(notes, _INDENT))
    elif node.flow_style:
        _into_brackets(lines, node, braced)
    else:
        _insert(lines, _last_line(node), _entries(notes, " " * node.start_mark.column))
    return _proved(edition, lines, replace(edition.front, notes=(*edition.front.notes, *notes)))


def with_texts(edition: Edition, texts: Table[Path, str]) -> str:
    """Put other texts into the places of front matter that paths lead to; Refused where one does not lead anywhere."""
    lines = _lines(edition.source)
    tree = _tree(edition)
    found = [(_value(tree, path), text) for path, text in texts.items()]
    nodes = [(node, text) for node, text in found if node is not None and node.id == "scalar"]
    if len(nodes) < len(texts):
        raise Refused
    for node, text in sorted(nodes, key=lambda pair: -pair[0].start_mark.index):
        _replace(lines, node, text if text.isdecimal() else written(text, in_flow=True))
    return _proved(edition, lines, None)


def _lines(source: str) -> list[str]:
    """Cut a file into lines, each with its end."""
    lines = source.split("\n")
    return [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])


def _tree(edition: Edition) -> Any:
    """Compose the front matter; line 0 of its marks is line 2 of the file."""
    import yaml  # here for start-up time: only an amendment needs it

    front = "".join(_lines(edition.source)[1 : edition.body_line - 2]).replace("\r\n", "\n")
    try:
        tree = yaml.compose(front, Loader=yaml.BaseLoader)
    except yaml.YAMLError as error:
        raise Refused from error
    if not isinstance(tree, yaml.MappingNode):
        raise Refused
    return tree


def _value(tree: Any, path: Path) -> Any:
    """Follow a path; None where it leads nowhere."""
    node = tree
    for step in path:
        if node.id == "mapping":
            below = [value for key, value in node.value if key.value == step]
        elif node.id == "sequence" and isinstance(step, int):
            below = node.value[step : step + 1]
        else:
            below = []
        if not below:
            return None
        node = below[0]
    return node


def _last_line(node: Any) -> int:
    """Give the 0-based line of the front matter on which a value ends."""
    if node.id != "scalar" and not node.flow_style and node.value:
        last = node.value[-1]
        return _last_line(last[1] if isinstance(last, tuple) else last)
    ends_before = node.end_mark.column == 0 and node.end_mark.line > node.start_mark.line
    return int(node.end_mark.line) - int(ends_before)


def _entries(notes: tuple[Note, ...], indent: str) -> list[str]:
    """Write notes as entries of a list, one below the other."""
    return [line for note in notes for line in note_lines(note, indent)]


def _insert(lines: list[str], behind: int, new: list[str]) -> None:
    """Insert lines behind a 0-based line of the front matter, with the file's own line ends."""
    at = behind + 2
    ending = "\r\n" if lines[at - 1].endswith("\r\n") else "\n"
    lines[at:at] = [f"{line}{ending}" for line in new]


def _replace(lines: list[str], node: Any, text: str) -> None:
    """Put a text in place of a scalar that stands on one line."""
    if node.start_mark.line != node.end_mark.line or node.style in ("|", ">"):
        raise Refused
    at = node.start_mark.line + 1
    before, behind = lines[at][: node.start_mark.column], lines[at][node.end_mark.column :]
    lines[at] = f"{before}{text}{behind}" if text else f"{before.rstrip()}{behind}"


def _into_brackets(lines: list[str], node: Any, text: str) -> None:
    """Add a text to a list in brackets, or to fields in braces: behind the last entry, or before the closing sign."""
    last = node.value[-1] if node.value else None
    mark = node.end_mark if last is None else (last[1] if isinstance(last, tuple) else last).end_mark
    column = mark.column - 1 if last is None else mark.column
    at = mark.line + 1
    lines[at] = f"{lines[at][:column]}{', ' if last is not None else ''}{text}{lines[at][column:]}"


def _proved(edition: Edition, lines: list[str], expected: object) -> str:
    """Read the new text back; Refused unless it says what it should and the words of the edition are as they were."""
    source = "".join(lines)
    again, _ = read(edition.path, source.encode("utf-8"))
    if again is None or again.body != edition.body or (expected is not None and again.front != expected):
        raise Refused
    return source
