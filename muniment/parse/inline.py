"""The inline tokens of one block into runs of words with their marks; knows nothing of blocks and their order."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from muniment.model import Run
from muniment.parse.reader import DEEPEST_INLINE, NestingError

if TYPE_CHECKING:
    from markdown_it.token import Token

_MARKS = {"em": "em", "strong": "strong", "s": "s", "link": "link"}


def runs(tokens: Iterable["Token"], line: int) -> tuple[Run, ...]:
    """Flatten inline tokens to runs; `line` is the block's, for the refusal of marks that are nested too deep."""
    found: list[Run] = []
    open_marks: list[tuple[str, str]] = []
    for token in tokens:
        name = _MARKS.get(token.type.removesuffix("_open").removesuffix("_close"))
        if name and token.nesting == 1:
            open_marks.append((name, str(token.attrs.get("href", ""))))
            if len(open_marks) > DEEPEST_INLINE:
                raise NestingError(line)
        elif name and token.nesting == -1:
            open_marks.pop()
        else:
            found.append(_run(token, open_marks, line))
    return joined(run for run in found if run.text)


def joined(pieces: Iterable[Run]) -> tuple[Run, ...]:
    """Join neighbouring runs that have the same marks."""
    found: list[Run] = []
    for piece in pieces:
        last = found[-1] if found else None
        if last and not last.is_break and not piece.is_break and (last.marks, last.href) == (piece.marks, piece.href):
            found[-1] = Run(text=last.text + piece.text, marks=piece.marks, href=piece.href)
        else:
            found.append(piece)
    return tuple(found)


def without_label(pieces: Iterable[Run], length: int) -> tuple[Run, ...]:
    """Take the first `length` characters (a label), and the white space after them, out of runs."""
    found: list[Run] = []
    for piece in pieces:
        text = piece.text[length:]
        length = max(length - len(piece.text), 0)
        if not found:
            text = text.lstrip()
        if text:
            found.append(Run(text=text, marks=piece.marks, href=piece.href, is_break=piece.is_break))
    return tuple(found)


def _run(token: "Token", open_marks: list[tuple[str, str]], line: int) -> Run:
    """Turn one token that holds words into a run with the marks that are open."""
    marks = tuple(name for name, href in open_marks if name != "link" or href)
    href = next((href for name, href in open_marks if name == "link"), "")
    if token.type == "softbreak":
        return Run(text="\n", marks=marks, href=href)
    if token.type == "hardbreak":
        return Run(text="\n", marks=marks, href=href, is_break=True)
    if token.type == "code_inline":
        return Run(text=token.content, marks=(*marks, "code"), href=href)
    if token.type == "image":
        # A picture is never loaded: its description leads to it. Without a description, its address stands for it.
        target = str(token.attrs.get("src", ""))
        words = "".join(run.text for run in runs(token.children or (), line)) or target
        if target and not href:
            return Run(text=words, marks=(*marks, "link"), href=target)
        return Run(text=words, marks=marks, href=href)
    return Run(text=token.content, marks=marks, href=href)
