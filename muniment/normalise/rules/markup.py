"""Takes out of the running text what a seed's own markup says is not of it: the page's head, furniture, hidden lines.

The class: a web page's fields for machines, its navigation, footer and cookie note, its captions, what it hides from
its readers. In a ministry's press release as in a library's catalogue the markup says so. Near misses: the footer of
an article (its byline, its notes), a page of nothing but navigation, a seed without markup.
"""

from collections.abc import Iterator
from dataclasses import replace

from muniment.model import Intervention, Marked, Settings
from muniment.normalise.working import Piece, Working

_REASONS = {
    "page-head": "The page says this in its head, for machines; its readers do not see it.",
    "title of the window": "The title of the window, which the page prints again.",
    "furniture": "The page's own markup ({value}) says that this is the site's and not the document's.",
    "caption": "The page's own markup ({value}) says that this is the caption of a picture.",
    "hidden": "The page hides this from its readers ({value}).",
}
"""Role, or what is said of the lines, to the reason readers are told."""

_FOOTERS = frozenset({"footer", "role=contentinfo"})
"""Furniture that names who issued the page, so that its lines are worth quoting."""
_LONGEST_FOOTER = 12
"""Lines; a longer one is a site's map."""


def set_apart(working: Working, _settings: Settings) -> Working:
    """Lift or omit the marked lines; furniture stays where there is nothing else."""
    said = _said(working.transcript.marked)
    if not said:
        return working
    if all(piece.kind == "blank" or piece.lines[0] in said for piece in working.pieces):
        said = {line: each for line, each in said.items() if each.role == "page-head"}
    pieces: list[Piece] = []
    gone: list[tuple[Marked, list[Piece]]] = []
    last: Marked | None = None
    for piece in working.pieces:
        if piece.kind == "blank":
            pieces.append(piece)
            continue
        each = said.get(piece.lines[0])
        if each is not None and each is not last:
            gone.append((each, []))
        last = each
        if each is None:
            pieces.append(piece)
            continue
        kind = "omitted" if _rule(each).startswith("omit") else "lifted"
        taken = Piece(kind=kind, text=piece.text.strip(), lines=piece.lines, role=each.role)
        pieces.append(taken)
        gone[-1][1].append(taken)
    changes = tuple(change for each, taken in gone for change in _changes(each, taken))
    return replace(working, pieces=tuple(pieces), interventions=(*working.interventions, *changes))


def _rule(marked: Marked) -> str:
    """Name what is done to marked lines: fields, captions and footers are set apart, the rest is left out."""
    is_footer = marked.value in _FOOTERS and marked.lines[1] - marked.lines[0] < _LONGEST_FOOTER
    is_lifted = marked.role in ("page-head", "caption") or (marked.role == "furniture" and is_footer)
    return f"{'lift' if is_lifted else 'omit'}-{marked.role}"


def _changes(marked: Marked, taken: list[Piece]) -> Iterator[Intervention]:
    """Record lines set apart one by one; of what is left out, lines that nothing stands between as one."""
    rule, reason = _rule(marked), _REASONS.get(marked.value, _REASONS[marked.role]).format(value=marked.value)
    if rule.startswith("omit"):
        words = " ".join(piece.text for piece in taken)
        yield Intervention(rule=rule, lines=(taken[0].lines[0], taken[-1].lines[1]), before=words, reason=reason)
        return
    for piece in taken:
        yield Intervention(rule=rule, lines=piece.lines, before=piece.text, reason=reason)


def _said(marked: tuple[Marked, ...]) -> dict[int, Marked]:
    """Give for each line what is said of it; what is hidden is hidden, whatever else it is."""
    said: dict[int, Marked] = {}
    for each in marked:
        if each.role in _REASONS:
            for line in range(each.lines[0], each.lines[1] + 1):
                if line not in said or each.role == "hidden":
                    said[line] = each
    return said
