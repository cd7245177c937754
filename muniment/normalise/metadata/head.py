"""Turns the first lines of a document into lines that say what each is: date, meeting, session, type or person.

Knows nothing of which line is chosen for a field.
"""

import re
from dataclasses import replace
from functools import lru_cache

from muniment import dates
from muniment.dates import Wording
from muniment.frozen import dataclass
from muniment.normalise.metadata import document_types, labels, notes, scripts, shapes
from muniment.normalise.metadata.labels import REMEMBERED
from muniment.normalise.metadata.view import Line, View

_LEFT_OVER = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:mon|tue|wed|thu|fri|sat|sun)\b\.?"
    r"|\b(?:man|tirs|ons|tors|fre|lør|søn)dag\b"
    r"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves"
    r"|viernes|sábado|domingo|montag|dienstag"
    r"|mittwoch|donnerstag|freitag|samstag|sonntag)\b|\b\d{1,2}[:.h]\d{2}(?: ?(?:a\.?m\.?|p\.?m\.?"
    r"|hrs|uhr|gmt|utc|cet|est))*\b"
    r"|\b\d{1,2} ?(?:a\.m\.|p\.m\.|am|pm)(?!\w)|\b(?:at|by|on|from|to|le|den|el|the|am|of|kl|um|à|a"
    r"|as|de|dated|and|in|du|au|vom|bis|til|fra|gmt|utc|est)\b\.?",
    re.IGNORECASE,
)
_LAST_NUMBER = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{4}$")
_GLUED_DAY = re.compile(
    r"(?<=[a-z])(?:January|February|March|April|May|June|July|August|September|October|November|December)"
    r" \d{1,2}, \d{4}$"
)
"""The day that ran into the name of a site's section: "NewsMay 3, 2001"."""
_EDGES = " ,،、.;:–—-()[]|*/\t"
_ORDINAL = re.compile(
    r"\b(?:\d{1,3}(?:st|nd|rd|th|e|ème|ª|º|\.)|First|Second|Third|Fourth|Fifth|Sixth|Seventh"
    r"|Eighth|Ninth|Tenth|Annual|International|Regional|World"
    r"|Preparatory|Review|Diplomatic|Ministerial|Plenary|[IVX]{1,5}|Global|National|Expert"
    r"|Intersessional|Special|High[- ]level)\b"
)
_MASTHEAD = re.compile(
    r"^(?:The )?(?:[A-Z][\w’'.-]* ){0,3}(?:Daily|Times|Gazette|Herald|Journal|Tribune|Post"
    r"|Observer|Chronicle|Bulletin|Newsletter|Mirror|Review|Courier|Telegraph|Guardian"
    r"|Star|Mail|Examiner|Monitor|Magazine|Le Monde|Zeitung|Tidende|Dagblad)(?: [A-Z][\w’'.-]*){0,2}$"
)
_TREATY = re.compile(
    r"\b(?:Convention|Treaty|Protocol|Agreement|Covenant|Traité|Tratado|Konvensjonen|Übereinkommen"
    r"|Charter|Convención)\b"
)
_OF_TREATY = re.compile(
    r"\b(?:Convention|Treaty|Protocol|Agreement|Covenant|Charter) (?!(?:Against|Among|Between|Concerning|Relating"
    r"|Relative|Establishing|Regarding|Respecting|Prohibiting|Banning|Additional|Amending|Supplementing|Supplementary|Governing"
    r"|Providing|Implementing|Series|Number|With|From|Under|Within)\b)[A-Z][a-z]{3,}"
)
"""How a headline goes on that is about a treaty's doings: "Treaty Signing", "Convention Secretariat"."""
_RELEASE = re.compile(
    r"^(?:for (?:the )?press|(?:for )?(?:immediate|general) release|(?:press|news|media) (?:release|statement"
    r"|communiqué|bulletin|notice))(?: (?:no|nr|number|n°)\b.{0,30}| (?:issued |published )?by\b.{3,80}"
    r"| ?(?:-{1,2}|–|—|:|\().{0,60})?$",
    re.IGNORECASE,
)
_GLUED = re.compile(r"\b[^\W\d_]*[a-zß-ÿ]{4}(?=[A-ZÀ-Þ][a-zß-ÿ]{2}|\d{1,2} [A-Z][a-z]{2})")
_SHORTEST = 20
"""Characters of the shortest title that can have run into another line."""
_TELLING = 5
"""Blanks from which the words behind "Press release:" are what it says, and no number, place or section."""
_OTHERS = re.compile(
    r"(?:latest|recent|related|more|other) (?:news|articles|posts|stories|content)|most (?:read|viewed|popular)"
    r"|les også|à lire aussi|noticias relacionadas|weitere (?:meldungen|artikel)",
    re.IGNORECASE,
)
_TABLE = 4
"""Days of one line from which on it is a table."""
_FOUNDED = re.compile(r"\b(?:established|founded|since|depuis|gegründet|fundad[oa])(?: in| en)? $", re.IGNORECASE)
"""What stands before the year of a paper or site ("Established in 1996"), beside which it prints the day of a visit."""
_MASTHEAD_LENGTH = 120
_CODED = re.compile(r"[A-Za-z]{2,8}\(\d")
"""How a reference made of a day begins: "Decl(21/03/2021)"."""
_SPACED = re.compile(r"\b([A-Z]) (?=[A-Z]\b)")
_SPECK = re.compile(r"[\\^~<>{}|_®©]")
_LETTERS = re.compile(r"[^\W\d_]+")
_REFERENCE = (
    "hc hl deb debate debates debated hansard vol volume volumes c cc col cols column columns no nr number p pp "
    "page pages issue part series w ws wa wh on of the session sitting band nummer seite tome n jg"
)
_REFERENCE_WORDS = frozenset(_REFERENCE.split())
"""Words of a reference to a volume, column or page."""
_RUN = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadLine:
    """A line of the head with what it is."""

    line: Line
    role: str
    """`label`, `note`, `type`, `date`, `place-date`, `session`, `typed`, `event`, `treaty`, `organisation`, `byline`,
    `person`, `place`, `masthead` or `words`."""
    wordings: tuple[Wording, ...]
    """The dates it holds."""
    rest: str
    """What is left when dates, weekdays and times are taken away."""
    kind: str = ""
    """For `type` and `typed`: the kind of document it names."""

    @property
    def is_table(self) -> bool:
        """Tell whether so many days stand on the line that it is a table which lost its lines."""
        return len(self.wordings) >= _TABLE


def read(view: View) -> tuple[HeadLine, ...]:
    """Say of every line of the head what it is."""
    if not view.head:
        return _opening(view)
    lines = tuple(of_line(line) for line in _own(view.head_lines))
    lines = tuple(
        replace(line, role="label") if _is_value(lines[index - 1] if index else None, line) else line
        for index, line in enumerate(lines)
    )
    rows = [index for index, line in enumerate(lines) if line.role == "place-date"]
    return lines[: rows[0]] if len(rows) >= 3 else lines


def _own(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Leave out the list of other texts that a site prints, from its heading on: "Recent news"."""
    for index, line in enumerate(lines):
        if index > 1 and _OTHERS.fullmatch(line.text):
            return lines[:index]
    return lines


def _is_value(before: "HeadLine | None", line: "HeadLine") -> bool:
    """Tell whether a line is the value of the label that stands alone on the line before: "Speaker:", "Date:"."""
    if before is None or before.role != "label" or not before.line.text.endswith(":"):
        return False
    return bool(labels.of_line(before.line.text)) and line.role in {"words", "person", "place", "event", "organisation"}


def _opening(view: View) -> tuple[HeadLine, ...]:
    """Read the first sentence of a text without a head, where it names the text as a title does."""
    if not view.lines or view.lines[0].kind == "lifted":
        return ()
    line = view.lines[0]
    sentence = _unglued(shapes.first_sentence(line.parts[0][1]))
    if not sentence or len(sentence) > 300 or not document_types.opening(sentence):
        return ()
    read_line = of_line(replace(line, text=sentence, parts=((line.number, sentence),)))
    return (read_line,) if read_line.role in {"typed", "type"} else ()


def _unglued(sentence: str) -> str:
    """Cut a first sentence where a title ran into the next line: "Statement by Arcadia on lakesFirst Committee"."""
    match = _GLUED.search(sentence, _SHORTEST) if len(sentence) > 2 * _SHORTEST else None
    return sentence[: match.end()] if match else sentence


@lru_cache(maxsize=REMEMBERED)
def of_line(line: Line) -> HeadLine:
    """Say what one line is."""
    wordings = tuple(found for found in found_in(line.text) if not found.relative) if len(line.text) <= 500 else ()
    rest = remainder(line.text, wordings)
    role, kind = _role(line, wordings, rest)
    return HeadLine(line=line, role=role, wordings=wordings, rest=rest, kind=kind)


@lru_cache(maxsize=REMEMBERED)
def found_in(text: str) -> tuple[Wording, ...]:
    """Find the dates of a line; numbers that end it are one even behind "release", which elsewhere counts versions."""
    found = dates.find(text)
    if len(text) <= _MASTHEAD_LENGTH and any(_FOUNDED.search(text[: one.start]) for one in found):
        return ()
    last = (_LAST_NUMBER.search(text) or _GLUED_DAY.search(text)) if not found else None
    if last is None:
        return found
    return tuple(
        replace(one, start=one.start + last.start(), end=one.end + last.start()) for one in dates.find(last.group())
    )


def remainder(text: str, wordings: tuple[Wording, ...]) -> str:
    """Take the dates, weekdays and times out of a line that has dates."""
    if not wordings:
        return text
    kept: list[str] = []
    start = 0
    for wording in wordings:
        kept.append(text[start : wording.start])
        start = wording.end
    kept.append(text[start:])
    pieces = [piece.strip(_EDGES) for piece in kept]
    joined = ", ".join(piece for piece in pieces if piece)
    bare = _LEFT_OVER.sub("", joined).strip(_EDGES)
    return bare if len(bare.split()) <= 1 or shapes.is_place(bare) else joined


def is_debris(text: str) -> bool:
    """Tell whether a line is specks a scanner took for letters: no word in it, or full of signs text does not use."""
    words = _RUN.findall(text)
    if not words:
        return any(not char.isalnum() and char not in " .-/()" for char in text) or text.count(" ") > 2
    return len(_SPECK.findall(text)) >= 2 and sum(map(len, words)) < 0.85 * len(text.replace(" ", ""))


def is_release(text: str) -> bool:
    """Tell whether a line only says that this is a release, numbered, restricted or spaced out ("F O R THE PRESS")."""
    match = _RELEASE.match(_SPACED.sub(r"\1", text.strip(" *_"))) if len(text) <= 100 else None
    behind = re.split(r"[:–—(]|--", text, maxsplit=1)[1:]
    return match is not None and not (behind and behind[0].strip().count(" ") >= _TELLING)


def _role(line: Line, wordings: tuple[Wording, ...], rest: str) -> tuple[str, str]:
    text = line.text
    if len(text) > 500:
        return "words", ""
    if labels.of_line(text):
        return "label", ""
    kind = document_types.alone(text)
    if kind:
        return "type", kind
    if is_release(rest):
        return "type", "press-release"
    if wordings and (not rest or (wordings[0].order and _is_reference(rest))):
        return "date", ""
    if wordings and (kind := document_types.alone(rest)):
        return "type", kind
    place, _, named = rest.rpartition(", ")
    if wordings and shapes.is_place(place) and (kind := document_types.alone(named)):
        return "type", kind
    is_named = shapes.is_place(rest) and len(rest) <= 40 and not (" " not in rest and shapes.names_meeting(rest))
    if wordings and is_named and not _is_shouted(rest) and not _CODED.match(text):
        return "place-date", ""
    if wordings and scripts.is_place_without_capitals(text[: wordings[0].start], rest):
        return "place-date", ""
    is_speck = not line.level and any(char.isascii() for char in text) and is_debris(text)
    if is_speck or notes.SECRECY.fullmatch(text) or (notes.NOTE.match(text) and not shapes.is_person(text)):
        return "note", ""
    if shapes.is_session(text):
        return "session", ""
    opened = document_types.opening(text)
    if opened:
        return "typed", opened
    if shapes.byline(text):
        return "byline", ""
    if _is_meeting(rest or text, has_date=bool(wordings)):
        return "event", ""
    return _named(text, rest)


def _is_reference(rest: str) -> bool:
    """Tell whether all that stands beside a date says where in a series of volumes it is: "HC Deb … vol 169 cc753"."""
    words = [word.casefold() for word in _LETTERS.findall(rest)]
    return bool(words) and any(map(str.isdigit, rest)) and all(word in _REFERENCE_WORDS for word in words)


def _is_shouted(rest: str) -> bool:
    """Tell whether capitals beside a date are a headline ("BRIDGE TOLLS UP IN MAY 1986") and no place."""
    return rest.isupper() and "," not in rest and rest.count(" ") >= 3


def _named(text: str, rest: str) -> tuple[str, str]:
    if document_types.inside(text) == "minutes" and not shapes.is_prose(text):
        return "typed", "minutes"
    if shapes.is_organisation(text):
        return "organisation", ""
    if shapes.is_person(text):
        return "person", ""
    inside = document_types.inside(text)
    if inside and not shapes.is_prose(text):
        return "typed", inside
    if _TREATY.search(text) and shapes.is_capitalised(text) and not _is_about_treaty(text):
        return "treaty", ""
    if shapes.is_place(rest) and " " not in rest:
        return "place", ""
    if _MASTHEAD.match(text) and not document_types.opening(text):
        return "masthead", ""
    return "words", ""


def _is_about_treaty(text: str) -> bool:
    """Tell whether a title in capitals goes on behind the treaty's noun as no treaty's name does."""
    return bool(_OF_TREATY.search(text)) and text.count(" ") > _TELLING


def _is_meeting(text: str, *, has_date: bool) -> bool:
    if not shapes.names_meeting(text) or len(text) > 220:
        return False
    if document_types.inside(text):
        return False
    if has_date and (shapes.is_capitalised(text) or text.count(" ") <= 4):
        return True
    return has_date is False and (
        shapes.is_capitalised(text)
        and (
            bool(_ORDINAL.search(text)) or bool(re.search(r"\b(?:Conference|Meeting|Session|Summit|Assembly)\b", text))
        )
    )
