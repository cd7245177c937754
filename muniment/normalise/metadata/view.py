"""Turns the pieces of a transcript into the lines a reader of metadata looks at: head, body and tail.

Knows no field: what a line says is the business of the rooms that read it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from muniment.frozen import dataclass
from muniment.model import Settings
from muniment.normalise.metadata import deeds, echoes, line_width, menus, notes, shapes, site_forms, wrapped_titles
from muniment.normalise.metadata.echoes import Echo
from muniment.normalise.working import Piece, Working

HEAD_LIMIT = 40
TAIL_LIMIT = 25
PAGE_HEAD = "page-head"
"""Role of the lines of a web page's machine-readable head."""

_STUCK = re.compile(
    r"(?:,|–|—|\b(?:of|the|and|for|on|to|in|at|by|with|de|du|des|la|le|les|et|sur|pour|y|el|los|og"
    r"|om|i"
    r"|av|for|und|der|die|das|zur|zum|von))$",
    re.IGNORECASE,
)
_SHOUTED_ON = re.compile(r"(?:OF|ON|FOR|AT|IN|TO|BY|AND|WITH|FROM|DE|DU|DES|DEL|SUR|PAR|POR|EN|Y|ET|UND|VON|ZUR) ")
"""How a headline in capitals goes on in its second line."""
_FILE = re.compile(r"^\S+\.(?:jpe?g|png|gif|pdf|docx?|html?)$|^\S+ ?(?:@| at )[\w-]+\.\w", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the document as its author meant it: one seed line, or the few over which it was wrapped."""

    text: str
    """The words, layout marks off, white space folded."""
    parts: tuple[tuple[int, str], ...]
    """(1-based seed line, its exact words without marks), one per seed line."""
    piece: int
    """Index of the piece it stands in."""
    kind: str
    """Kind of that piece."""
    level: int
    """Level of a heading, else 0."""
    role: str
    """Role of a piece that has left the running text, else empty."""
    gap: int
    """Blank lines before it."""

    @property
    def number(self) -> int:
        """The 1-based seed line on which it begins."""
        return self.parts[0][0]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """The lines of a transcript, divided."""

    lines: tuple[Line, ...]
    """All lines with words, in seed order."""
    head: int
    """How many of the first lines come before the running text."""
    tail: int
    """Index of the first line that comes after it."""
    name: str
    """File name of the seed."""
    settings: Settings
    echoes: tuple[Echo, ...] = ()
    """Lines that the page prints again, by index."""
    fields: tuple[tuple[str, Line], ...] = ()
    """(what it is about, line) of a web page's machine-readable head, which is no line of the document."""

    @property
    def head_lines(self) -> tuple[Line, ...]:
        """Give the lines of the head that have not left the running text."""
        return tuple(line for line in self.lines[: self.head] if line.kind != "lifted")

    @property
    def body_lines(self) -> tuple[Line, ...]:
        """Give the lines between head and tail that have not left the running text."""
        return tuple(line for line in self.lines[self.head : self.tail] if line.kind != "lifted")

    @property
    def outer_lines(self) -> tuple[Line, ...]:
        """Give head and tail, lifted lines included: where labels stand."""
        return self.lines[: self.head] + self.lines[max(self.head, self.tail) :]


def see(working: Working, settings: Settings) -> View:
    """Divide a transcript's pieces into lines of head, body and tail."""
    whole = tuple(_lines(working))
    lines = tuple(wrapped_titles.join(line for line in whole if line.role != PAGE_HEAD))
    about = {each.lines[0]: each.value for each in working.transcript.marked if each.role == PAGE_HEAD}
    fields = tuple((about.get(line.number, ""), line) for line in whole if line.role == PAGE_HEAD)
    found = echoes.find(tuple(line.text for line in lines[: echoes.REACH]))
    head = _head_length(lines, found)
    tail = _tail_start(lines, head)
    return View(
        lines=lines,
        head=head,
        tail=tail,
        name=working.transcript.name,
        settings=settings,
        echoes=found,
        fields=fields,
    )


def quote(line: Line, words: str) -> tuple[int, str]:
    """Give the seed line and the exact words there that come nearest to `words` of a line."""
    for number, part in line.parts:
        if words in part:
            return number, words
    wanted = words.split()
    for number, part in line.parts:
        found = exact(part, wanted)
        if found:
            return number, found
    return line.parts[0]


def exact(part: str, wanted: list[str]) -> str:
    """Find a run of words in a text whatever white space lies between them; empty if it is not there."""
    if not wanted:
        return ""
    if "\u00ad" in part:
        wanted = ["\u00ad?".join(map(re.escape, word)) for word in wanted]
    else:
        wanted = [re.escape(word) for word in wanted]
    match = re.search(r"[ \t\u00a0\u2009\u202f]+".join(wanted), part)
    return match.group() if match else ""


def _lines(working: Working) -> Iterator[Line]:
    gap = 0
    width = line_width.of(piece.text for piece in working.pieces if piece.kind == "paragraph")
    for index, piece in enumerate(working.pieces):
        if piece.kind == "blank":
            gap += piece.lines[1] - piece.lines[0] + 1
        if piece.kind in {"blank", "rule", "omitted"}:
            continue
        parts, shown = _parts(working, piece)
        for group in _groups(parts, piece.kind, width):
            if text := _shown(group, shown):  # a soft hyphen alone shows nothing
                level = piece.level if piece.kind == "heading" else 0
                yield Line(text=text, parts=group, piece=index, kind=piece.kind, level=level, role=piece.role, gap=gap)
                gap = 0


def _shown(group: tuple[tuple[int, str], ...], shown: dict[int, str]) -> str:
    """Give the words of a line as a reader sees them; a soft hyphen is seen only where a line ends."""
    words = " ".join(" ".join(shown.get(number, part) for number, part in group).split())
    return echoes.once(words.replace("\u00ad", "") if "\u00ad" in words else words)


def _parts(working: Working, piece: Piece) -> tuple[tuple[tuple[int, str], ...], dict[int, str]]:
    """Give the exact words of each seed line, and what a reader sees where the page wrote it as markup."""
    first, last = piece.lines
    numbered = [
        (number, raw) for number in range(first, last + 1) if (raw := working.transcript.lines[number - 1].strip())
    ]
    words = [line.strip() for line in piece.text.split("\n") if line.strip()]
    if len(words) != len(numbered):
        return tuple((number, _bare(raw)) for number, raw in numbered), {}
    pairs = list(zip(numbered, words, strict=True))
    hidden = {number: word for (number, raw), word in pairs if word not in raw}
    return tuple((number, _bare(raw) if number in hidden else word) for (number, raw), word in pairs), hidden


def _bare(raw: str) -> str:
    outer = raw.lstrip("#> \t\ufeff").strip("*_` \t")
    return outer if outer and outer in raw else raw


def _groups(parts: tuple[tuple[int, str], ...], kind: str, width: int = 0) -> Iterator[tuple[tuple[int, str], ...]]:
    """Give one group per line of the document: a wrapped paragraph is one, a block of head lines is several."""
    if not parts:
        return
    shouted = _shouted(parts) if kind == "paragraph" and len(parts) > 1 else 0
    if shouted:
        yield from _groups(parts[:shouted], "heading")
        yield from _groups(parts[shouted:], kind, width)
        return
    if len(parts) == 1 or kind in {"item", "provision", "quote"} or _is_wrapped(parts):
        yield parts
        return
    group = [parts[0]]
    for part in parts[1:]:
        if _continues(group[-1][1], part[1]) or _is_full(group[-1][1], part[1], width):
            group.append(part)
        else:
            yield tuple(group)
            group = [part]
    yield tuple(group)


def _shouted(parts: tuple[tuple[int, str], ...]) -> int:
    """Count the lines in capitals over a story printed with no blank line below its headline, as wire services do."""
    count = 0
    while count < min(len(parts), 3) and parts[count][1].isupper() and parts[count][1].count(" ") >= 2:
        count += 1
    is_headline = 0 < count < len(parts) and not parts[count][1].isupper()
    return count if is_headline and not parts[count - 1][1].endswith((",", ":")) else 0


def _is_wrapped(parts: tuple[tuple[int, str], ...]) -> bool:
    """Tell whether lines are one paragraph broken at a width."""
    widths = [len(words) for _, words in parts[:-1]]
    total = sum(widths)
    has_end = parts[-1][1].endswith((".", "!", "?", ":", ";", "”", '"', "»")) or len(parts) > 4
    is_broad = total / len(widths) >= 45 and min(widths) >= 25
    return has_end and is_broad and _is_filled(parts) and not shapes.begins_label(parts[0][1])


def _is_filled(parts: tuple[tuple[int, str], ...]) -> bool:
    """Tell whether lines end where the next word had no room: lines that had room are lines of their own."""
    widest = max(len(words) for _, words in parts)
    roomy = sum(
        len(words) + 1 + len(after.split(" ", 1)[0]) < 0.8 * widest for (_, words), (_, after) in pairwise(parts)
    )
    return widest <= 200 and roomy * 3 < len(parts)


def _is_full(before: str, after: str, width: int) -> bool:
    """Tell whether a line ends where the next word had no room, in a text wrapped at a width."""
    if not line_width.is_full(before, after, width) or before.endswith((".", ":", ";", "!", "?")):
        return False
    return not shapes.begins_label(after) and not shapes.byline(after)


def _continues(before: str, after: str) -> bool:
    if before.endswith((".", ":", ";", "!", "?")) or shapes.begins_label(after):
        return False
    if (
        shapes.byline(after)
        or site_forms.role_of(after)
        or wrapped_titles.DAY.match(after)
        or notes.SECRECY.fullmatch(after)
        or _FILE.search(after)
        or len(after) < 4
    ):
        return False
    is_shouted = before.isupper() and after.isupper() and before.count(" ") >= 2
    if is_shouted and (_SHOUTED_ON.match(after) or deeds.ends(before) or wrapped_titles.tells_on(before, after)):
        return True
    return after[0].islower() or bool(_STUCK.search(before))


def _head_length(lines: tuple[Line, ...], found: tuple[Echo, ...]) -> int:
    titles = {index for echo in found for index in (echo.own, echo.tag)}
    for index, line in enumerate(lines[:HEAD_LIMIT]):
        is_over = _is_cried(index, lines) or _is_quoted_over(line, lines[index + 1 : index + 2])
        if line.kind == "lifted" or index in titles or is_over or shapes.is_row(line.text):
            continue
        if line.kind == "item" and menus.holds(lines[:HEAD_LIMIT], index):
            continue
        if (
            line.kind in {"item", "provision", "quote"}
            or shapes.is_salutation(line.text)
            or shapes.opens_body(line.text)
        ):
            return index
        if line.level and line.text.count(" ") < 30:
            continue
        if shapes.is_prose(line.text) and not shapes.is_typed(line.text) and not shapes.is_closing_dateline(line.text):
            return index
    return min(len(lines), HEAD_LIMIT)


def _is_cried(index: int, lines: tuple[Line, ...]) -> bool:
    """Tell whether a line is a headline that cries or asks: one short sentence over a long paragraph."""
    text = lines[index].text
    if index > 12 or not text.endswith(("!", "?")) or text.count(" ") > 11 or lines[index].kind != "paragraph":
        return False
    if shapes.is_salutation(text) or text[0] in "\"“„«‘'" or any(mark in text[:-1] for mark in ".!?"):
        return False
    below = next((line for line in lines[index + 1 :] if line.kind != "lifted"), None)
    return below is not None and below.kind == "paragraph" and below.text.count(" ") >= 14


def _is_quoted_over(line: Line, below: tuple[Line, ...]) -> bool:
    """Tell whether a line is a quotation that stands over the title of the speech it is from."""
    return bool(shapes.QUOTATION.fullmatch(line.text)) and any(shapes.is_typed(other.text) for other in below)


def _tail_start(lines: tuple[Line, ...], head: int) -> int:
    start = len(lines)
    for index in range(len(lines) - 1, max(head, len(lines) - TAIL_LIMIT) - 1, -1):
        line = lines[index]
        if line.kind != "lifted" and (line.kind in {"item", "provision", "quote"} or shapes.is_prose(line.text)):
            break
        start = index
    return start
