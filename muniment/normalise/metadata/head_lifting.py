"""Takes the head lines that became metadata out of the running text.

Refuses a line it does not know: from there on everything stays, but for the title's own lines.
"""

from muniment.model import Settings
from muniment.normalise.metadata import head, headline, shapes
from muniment.normalise.metadata.head import HeadLine
from muniment.normalise.metadata.lift import take
from muniment.normalise.metadata.view import View, see
from muniment.normalise.working import Working

RULE = "lift-head"
_ROLES = {
    "date": ("date", "A date line of the head."),
    "place-date": ("date", "The head's line of place and day."),
    "event": ("event", "The head's line about the meeting."),
    "treaty": ("event", "The head's line about the treaty or meeting."),
    "type": ("kind", "The head's line that names the kind of document."),
}
"""Lines that leave though no field was taken from them: once each, and only between lines that leave."""
_FIELDS = {
    "title": "title",
    "date": "date",
    "event": "event",
    "creators": "creator",
    "publisher": "publisher",
    "place": "place",
    "kind": "kind",
}
SENTENCE = 14
"""Words beside a day or place from which on a line that ends with a stop is a sentence."""
_KEPT_KINDS = {"cable", "letter"}
_REASONS = {
    "title": "It is the title.",
    "date": "It gives the date.",
    "event": "It gives the event.",
    "creator": "It names who made the document.",
    "publisher": "It names who issued the document.",
    "place": "It gives the place.",
    "kind": "It names the kind of document.",
    "furniture": "A section's name or the page's own title over the headline, not of the document.",
}
_WEB_KINDS = {"news-story", "press-release", "other"}


def lift_head(working: Working, settings: Settings) -> Working:
    """Lift the head's lines that the metadata now hold; a cable or letter keeps its own head."""
    view = see(working, settings)
    if not view.head:
        return working
    chosen_lines = _chosen_lines(working)
    is_kept = any(one.field == "kind" and one.value in _KEPT_KINDS for one in working.chosen)
    title_lines = {
        number
        for one in working.chosen
        if one.field == "title" and one.lifts
        for number in (one.line, *(each.line for each in one.further))
    }
    roles: dict[int, tuple[str, str]] = {}
    read = head.read(view)
    names = frozenset[int]() if is_kept else _section_names(working, view, read, title_lines)
    is_block = not is_kept
    spent: set[str] = set()
    after = ""
    for line in read:
        numbers = [number for number, _ in line.line.parts]
        role = _role(line, numbers, chosen_lines, spent) if is_block else ""
        if not role and any(number in title_lines for number in numbers) and not is_kept:
            role = "title"
        if not role and line.line.number in names:
            role = "furniture"
        if role:
            for number in numbers:
                roles[number] = (role, _reason(line, role))
        elif _breaks(line, after) and (not title_lines or any(number in roles for number in title_lines)):
            is_block = False
        after = role
    if is_kept:
        roles = {
            number: ("title", _REASONS["title"])
            for number in sorted(title_lines)
            if number <= _title_end(view.head, title_lines)
        }
    return take(working, roles, RULE)


def _section_names(working: Working, view: View, read: tuple[HeadLine, ...], title_lines: set[int]) -> frozenset[int]:
    """Give the lines over a headline that only name sections of the site, and the page's title that repeats it."""
    kind = next((one.value for one in working.chosen if one.field == "kind"), "")
    if kind not in _WEB_KINDS or not title_lines:
        return frozenset()
    first = min(title_lines)
    tags = {
        view.lines[echo.tag].number: view.lines[echo.tag].text
        for echo in view.echoes
        if not echo.is_alone and view.lines[echo.own].number in title_lines
    }
    above = [line.line for line in read if line.line.number < first and headline.is_label(line)]
    sites = [line for line in view.head_lines if any(text.endswith(f" {line.text}") for text in tags.values())]
    return frozenset((*tags, *(line.number for line in (*above, *sites) if line.number < first)))


def _breaks(line: HeadLine, after: str) -> bool:
    """Tell whether a line that stays ends the head's block: notes do not, nor the office under a name."""
    return line.role != "note" and not (after == "creator" and shapes.is_office(line.line.text))


def _title_end(head_length: int, title_lines: set[int]) -> int:
    return max(title_lines, default=0) if head_length else 0


def _chosen_lines(working: Working) -> dict[int, str]:
    """Give the role of every line that is evidence of a chosen field; the title's comes first."""
    found: dict[int, str] = {}
    for field, role in _FIELDS.items():
        for one in working.chosen:
            if one.field == field and (field != "title" or one.lifts) and (field != "kind" or one.basis == "attested"):
                for number in (one.line, *(each.line for each in one.further)):
                    found.setdefault(number, role)
    return found


def _role(line: HeadLine, numbers: list[int], chosen_lines: dict[int, str], spent: set[str]) -> str:
    known = next((chosen_lines[number] for number in numbers if number in chosen_lines), "")
    if known:
        return "" if known in ("date", "place") and _says_more(line) else known
    if line.role in spent or line.role not in _ROLES:
        return ""
    spent.add(line.role)
    return _ROLES[line.role][0]


def _says_more(line: HeadLine) -> bool:
    """Tell whether a line that gives a day or place is a sentence of the document all the same."""
    is_closed = line.line.text.endswith((".", ".”", '."', "!", "?"))
    return (is_closed or line.is_table) and len(line.rest.split()) >= SENTENCE


def _reason(line: HeadLine, role: str) -> str:
    printed = _ROLES.get(line.role, ("", ""))
    return printed[1] if printed[0] == role else _REASONS[role]
