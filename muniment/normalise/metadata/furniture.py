"""Finds the lines of the site that stand round a document (menus, share bars, cookie notes, banners) and lifts them.

Refuses to touch a sentence of the document: a line leaves only for its form and its place in head or tail together.
"""

import re
from collections.abc import Iterator

from muniment.model import Settings
from muniment.normalise.metadata import document_types, shapes, site_forms, site_words
from muniment.normalise.metadata.lift import take
from muniment.normalise.metadata.view import HEAD_LIMIT, TAIL_LIMIT, Line, see
from muniment.normalise.working import Working

RULE = "lift-furniture"
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_LONGEST_ENTRY = 5
"""Blanks of the longest entry of a menu."""
_LARGE = 12
"""Lines of a menu from which on a few of them may tell what it is."""


def lift_furniture(working: Working, settings: Settings) -> Working:
    """Lift the lines of the site that stand before and after the document."""
    lines = see(working, settings).lines
    roles: dict[int, tuple[str, str]] = {}
    head = _head_zone(lines)
    banner = _banner(lines)
    if banner:
        _mark(roles, lines[0], "custody")
    for zone in (lines[: _menu_end(lines, head)], lines[max(head, _tail_zone(lines)) :]):
        for line, role in _in_zone(zone):
            _mark(roles, line, role)
    for line in _above_menu(lines[:head]):
        _mark(roles, line, "furniture")
    for line in _related(lines[max(head, _tail_zone(lines)) :]):
        _mark(roles, line, "furniture")
    return take(working, roles, RULE)


def _is_short(text: str, blanks: int = 4) -> bool:
    ends = text.endswith((".", ",", ";", ":", "?", "!")) and not _INITIALS.fullmatch(text)
    return len(text) <= 40 and text.count(" ") <= blanks and not ends


def _entry(line: Line) -> str:
    """Give the words of a line as a menu would have them."""
    return line.text.casefold().strip(" []•*-")


def _is_site_map(lines: int, own: int) -> bool:
    """Tell whether short lines are a large menu, by how many only a site has: no text lists its own terms."""
    return lines >= _LARGE and own >= _LARGE // 4 and own * 8 >= lines


def _in_zone(zone: tuple[Line, ...]) -> Iterator[tuple[Line, str]]:
    for line in zone:
        if line.kind != "lifted" and (role := site_forms.role_of(line.text)):
            yield line, role
    start = 0
    while start < len(zone):
        end = start
        while end < len(zone) and _is_short(zone[end].text, _LONGEST_ENTRY):
            end += 1
        entries = [_entry(line) for line in zone[start:end]]
        known = [index for index, entry in enumerate(entries) if entry in site_forms.MENU]
        is_dense = len(known) >= 2 and len(known) * 3 >= known[-1] - known[0] + 1
        own = [index for index, entry in enumerate(entries) if entry in site_words.OF_SITES_ONLY]
        if not set(known).intersection(own):  # it may be what a meeting is about
            is_dense = is_dense and not any(document_types.opening(line.text) for line in zone[:start])
        if is_dense or _is_site_map(len(entries), len(own)):
            bounds = known if is_dense else sorted((*known, *own))
            for entry, line in list(zip(entries, zone[start:end], strict=True))[bounds[0] : bounds[-1] + 1]:
                if entry in site_forms.MENU or not (
                    document_types.opening(line.text) or any(char.isdigit() for char in line.text)
                ):
                    yield line, "furniture"
        start = max(end, start + 1)


def _menu_end(lines: tuple[Line, ...], head: int) -> int:
    """Give where a menu ends that is longer than a head is looked at."""
    end = head
    while head >= HEAD_LIMIT and end < len(lines) and _is_short(lines[end].text, _LONGEST_ENTRY):
        end += 1
    return end


def _head_zone(lines: tuple[Line, ...]) -> int:
    for index, line in enumerate(lines[:HEAD_LIMIT]):
        if line.kind == "lifted" or site_forms.role_of(line.text) or (index == 0 and _banner(lines)):
            continue
        if shapes.is_salutation(line.text) or line.kind in {"provision", "quote"} or shapes.is_prose(line.text):
            return index + 1 if shapes.is_typed(line.text) and index == 0 else index
    return min(len(lines), HEAD_LIMIT)


def _tail_zone(lines: tuple[Line, ...]) -> int:
    start = len(lines)
    for index in range(len(lines) - 1, max(-1, len(lines) - TAIL_LIMIT - 1), -1):
        line = lines[index]
        if line.kind != "lifted" and not site_forms.role_of(line.text) and shapes.is_prose(line.text):
            return start
        start = index
    return start


def _above_menu(head: tuple[Line, ...]) -> tuple[Line, ...]:
    """Give the site's name: short first lines over the menu, when the document's own head follows the menu."""
    for index, line in enumerate(head[:4]):
        if site_forms.MENU_START.match(line.text.strip(" *[]|•")):
            follows = any(
                (other.gap or other.level) and not site_forms.role_of(other.text) for other in head[index + 1 :]
            )
            over = head[:index]
            is_name = all(
                _is_short(other.text) and not other.level and not document_types.opening(other.text) for other in over
            )
            return (
                over if follows and is_name and not any(char.isdigit() for other in over for char in other.text) else ()
            )
    return ()


def _related(tail: tuple[Line, ...]) -> tuple[Line, ...]:
    """Give the lines of a list of further articles: from its heading to the end, if nothing there is a sentence."""
    for index, line in enumerate(tail):
        if (
            len(line.text) <= 48
            and not line.text.endswith((".", ",", "?"))
            and site_forms.RELATED.fullmatch(line.text.strip(" *#"))
        ):
            rest = tail[index:]
            if all(not shapes.is_prose(other.text) or site_forms.role_of(other.text) for other in rest):
                return rest
    return ()


def _banner(lines: tuple[Line, ...]) -> bool:
    """Tell whether the first line speaks of the site that copied the document, whose own head follows."""
    if len(lines) < 3 or lines[0].kind not in {"paragraph", "heading", "line"} or len(lines[0].text) > 300:
        return False
    first = lines[0].text
    is_sentence = bool(site_forms.BANNER.match(first)) and first.endswith((".", "!")) and shapes.is_prose(first)
    if not is_sentence and not site_forms.BANNER_PLAIN.match(first):
        return False
    after = [line for line in lines[1:4] if not site_forms.role_of(line.text)]
    return (
        bool(after)
        and lines[1].gap > 0
        and any(shapes.is_typed(line.text) or document_types.alone(line.text) for line in after[:2])
    )


def _mark(roles: dict[int, tuple[str, str]], line: Line, role: str) -> None:
    for number, _ in line.parts:
        roles.setdefault(number, (role, REASONS[role]))


REASONS = {
    "furniture": "A line of the site, not of the document.",
    "custody": "A line about who keeps or copied the document, not of the document.",
    "publisher": "The site's label of the publisher.",
    "date": "The site's label of the date.",
    "kind": "The site's label of the kind of document.",
    "source": "The address the text was taken from.",
    "caption": "A caption or credit of a picture that is not here.",
    "language": "The site's label of the language.",
}
