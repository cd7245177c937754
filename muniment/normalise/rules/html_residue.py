"""Takes off what is left of a web page's markup: tags, comments and character references.

The class: text copied from a page's source or a feed (`<br>`, `<p class="x">`, `&nbsp;`, `&amp;`), in a press release
as in a court's register. Only names of HTML elements count, with nothing or attributes behind them, so that "x < y
and z > w" and "<citation needed>" stay. `<sup>` and `<sub>` stay as printed: without them 10<sup>6</sup> would be
another number.
"""

import html
import re
from dataclasses import replace

from muniment.model import Intervention, Settings
from muniment.normalise.rewriting import rewrite
from muniment.normalise.rules import invisible
from muniment.normalise.working import Piece, Working

_BLOCKS = (
    "address|article|aside|blockquote|body|center|dd|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|html|head|hr|li|main"
    "|nav|ol|p|pre|script|section|style|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_INLINE = (
    "a|abbr|acronym|b|big|br|button|cite|code|del|dfn|em|font|i|iframe|img|input|ins|kbd|label|link|mark|meta|noscript|q|s"
    "|small|span|strike|strong|svg|time|tt|u|var|wbr|o:p"
)
_MARKUP = re.compile(
    rf"</?(?P<block>{_BLOCKS})(?P<attributes>[ \t/][^<>]{{0,2000}})?>"
    rf"|</?(?P<inline>{_INLINE})(?P<others>[ \t/][^<>]{{0,2000}})?>"
    r"|<!--[^<>]{0,2000}-->"
    r"|&(?:amp;)*(?P<name>#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});",
    re.IGNORECASE,
)
_SPACED = frozenset({"br", "img", "hr"})
_SIGNS = {"li": "\ufdd0", **{f"h{level}": chr(0xFDD0 + level) for level in range(1, 7)}}
"""Signs no text holds (the rule before takes them out), put where an entry or a heading begins."""
_KINDS = {"\ufdd0": ("item", 0), **{chr(0xFDD0 + level): ("heading", level) for level in range(1, 7)}}
_NO_SIGNS = dict.fromkeys(range(0xFDD0, 0xFDD7))
_REASON = "Markup left over from a web page is taken off."


def take_off(working: Working, _settings: Settings) -> Working:
    """Take markup off every line; a tag that began a block begins a new line."""
    pieces: list[Piece] = []
    interventions: list[Intervention] = []
    for piece in working.pieces:
        if piece.kind != "line" or ("<" not in piece.text and "&" not in piece.text):
            pieces.append(piece)
            continue
        done = rewrite(piece.text, _MARKUP, _words)
        if not done.changes:
            pieces.append(piece)
            continue
        interventions += _recorded(working, piece, done.changes)
        pieces += _lines(done.text, piece)
    if not interventions:
        return working
    touched = {change.lines for change in interventions}
    kept = tuple(change for change in working.interventions if not (change.before and change.lines in touched))
    return replace(working, pieces=tuple(pieces), interventions=(*kept, *interventions))


def _words(found: re.Match[str]) -> str:
    """Give the words that a piece of markup stands for."""
    if found["name"]:
        reference = f"&{found['name']};"
        decoded = html.unescape(reference)
        return found[0] if decoded == reference else invisible.without(decoded)
    attributes = (found["attributes"] or found["others"] or "").strip(" \t/")
    if attributes and "=" not in attributes:
        return found[0]
    block = (found["block"] or "").lower()
    if block:
        opening = "" if found[0].startswith("</") else _SIGNS.get(block, "")
        return f"\n\n{opening}"
    if (found["inline"] or "").lower() in _SPACED:
        return "\n"
    return ""


def _lines(text: str, piece: Piece) -> list[Piece]:
    """Give the lines a line has become, all from the same seed line; those without words are blank."""
    lines = []
    for line in re.sub(r"\n[ \t]*\n[\n \t]*", "\n\n", text).split("\n"):
        sign, words = (line[:1], line[1:].strip()) if line[:1] in _KINDS else ("", line.rstrip())
        words = words.translate(_NO_SIGNS)
        kind, level = _KINDS.get(sign, ("line", 0)) if words.strip() else ("blank", 0)
        role = "marked" if kind == "heading" else ""
        lines.append(Piece(kind=kind, text=words if kind != "blank" else "", lines=piece.lines, level=level, role=role))
    return lines


def _recorded(working: Working, piece: Piece, changes: tuple[tuple[str, str], ...]) -> list[Intervention]:
    """Record the changes; where an earlier rule changed the same line, record the line as a whole against the seed."""
    earlier = any(change.before and change.lines == piece.lines for change in working.interventions)
    if earlier:
        before = " ".join(working.transcript.lines[piece.lines[0] - 1].split())
        after = " ".join(rewrite(piece.text, _MARKUP, _words).text.split())
        changes = ((before, after),)
    return [
        Intervention(
            rule="html-residue",
            lines=piece.lines,
            before=before,
            after=" ".join(after.translate(_NO_SIGNS).split()),
            reason=_REASON,
        )
        for before, after in changes
    ]
