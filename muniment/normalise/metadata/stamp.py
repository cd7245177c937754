"""Turns a line such as "Ann Bell | Leeds | 3 May 2011 14:30" into the day it stamps on the text.

Refuses lines in which a date stands among words of a sentence; where such a line stands is not its business.
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from muniment.dates import Wording
from muniment.frozen import dataclass
from muniment.normalise.metadata import document_types, shapes
from muniment.normalise.metadata.head import found_in
from muniment.normalise.metadata.labels import REMEMBERED

LONGEST = 120
"""Characters of the longest line that is looked at."""
MOST_WORDS = 9
"""Words of the longest byline that may stand beside the day."""

_TIME = re.compile(
    r"\b(?:[01]?\d|2[0-3])(?:[:.h][0-5]\d){1,2}(?:[.,]\d+)?(?: ?[ap]\.?m\.?(?!\w))?(?: ?[+-]\d{2}:?\d{2})?"
    r"|\b(?:1[0-2]|0?\d) ?[ap]\.?m\b\.?"
    r"|\b(?:[01]\d|2[0-3])[0-5]\d(?= ?(?:GMT|UTC|[A-Z]{2,4}T)\b)",
    re.IGNORECASE,
)
_AROUND_TIME = re.compile(
    r"\b(?:GMT|UTC|BST|CES?T|EDT|[ECMP]S?T|AEST|HKT|Z|hrs?|hours|horas|uhr|kl|heures|local time"
    r"|at|on|um|om|à|a las|às|ore|alle|den|le|el|am|the|vom|du|del?|em)\b\.?",
    re.IGNORECASE,
)
_CHANGED = re.compile(
    r"\b(?:(?:page |article )?(?:last )?(?:up-?dated|modified|revised|edited)|sist (?:oppdatert|endret)|oppdatert"
    r"|mise? à jour|dernière (?:mise à jour|modification)|modifié|actualizad[oa]|última actualización|aktualisiert"
    r"|zuletzt (?:geändert|aktualisiert)|uppdaterad|opdateret|aggiornato|atualizado|bijgewerkt)\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\b(?:first |date )?(?:published|posted|issued|released|created|publi[sc]ert|publié|publicad[oa]|veröffentlicht"
    r"|erstellt|publicerad|udgivet|pubblicato|geplaatst|date|dato|datum|fecha|data|updated|dated|uploaded|taken|added)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_ANY_LETTER = re.compile(r"[^\W_]")
_SEPARATOR = re.compile(r"\s*[|•·¦\t]+\s*|\s+[-–—]{1,2}\s+")
_COUNTED = re.compile(r"\b\d+ (?:comments?|replies|views|likes|shares|kommentarer?|commentaires?|comentarios?)\b", re.I)
_CONTROLS = re.compile(
    r"\b(?:adjust )?(?:font|text) size:?|\be-?mail ?\| ?print\b|\b(?:print|share|e-?mail) this(?: page| article)?\b"
    r"|\bprinter friendly\b",
    re.IGNORECASE,
)
"""Controls of a page that ran into the line of the day."""
_AGENCY = re.compile(r"\(?(?:Reuters|Xinhua|AFP|AP|UPI|EFE|dpa|NTB|ANSA|TASS|Interfax|IPS|IRIN|PTI|VNA|Kyodo)\b")
_NOT_BESIDE = re.compile(
    r"\b(?:photo|photograph|picture|foto|copyright|©|vol|volume|issue|no|nr|page|until|before|deadline|from|to|opens?"
    r"|starts?|begins?|ends?|born|died|beginn|ende|bis|ab|since|by \d|tel|version|retrieved|accessed|archived)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """The day that a line stamps on a text."""

    wording: Wording
    is_change: bool
    """Whether it is only called the day of a change."""
    has_time: bool
    """Whether a time of day is printed with it, as sites print when a story went out."""
    is_issue: bool
    """Whether a label of publication stands before it ("Erstellt am 3.5.2011")."""
    is_bare: bool
    """Whether nothing else stands on the line, labels and times aside."""


@lru_cache(maxsize=REMEMBERED)
def read(text: str) -> Stamp | None:
    """Read the stamp a line is; None if it is none.

    A stamp is a date with its day, and beside it only times, labels of publication or change, and either nothing or
    the few capitalised words of a byline, place or agency, set off by a bar, dash, comma or time.
    """
    if len(text) > LONGEST or not _DIGIT.search(text) or text.endswith(","):
        return None
    wordings = [found for found in found_in(text) if found.order and not found.relative and not found.qualifier]
    if not wordings or any("/" in found.edtf for found in wordings):
        return None
    rest = _without(text, wordings)
    rest = _CONTROLS.sub(" ", rest)
    timed = _TIME.sub(" | ", rest)
    has_time = timed != rest
    around = _AROUND_TIME.sub(" ", _ISSUED.sub(" ", _CHANGED.sub(" ", _COUNTED.sub(" ", timed))))
    is_bare = not _ANY_LETTER.search(around)
    if not is_bare and not (_is_beside(_CHANGED.sub(" | ", timed), text, wordings) and len(wordings) <= 2):
        return None
    wording, is_change = first_issued(text, wordings)
    is_issue = not is_change and bool(_ISSUED.search(text[: wording.start]))
    return Stamp(wording=wording, is_change=is_change, is_issue=is_issue, has_time=has_time, is_bare=is_bare)


def _without(text: str, wordings: list[Wording]) -> str:
    kept: list[str] = []
    start = 0
    for wording in wordings:
        kept.append(text[start : wording.start])
        start = wording.end
    return " | ".join((*kept, text[start:]))


def _is_beside(rest: str, text: str, wordings: list[Wording]) -> bool:
    """Tell whether what stands beside the dates is a byline, place or agency, and set off from them."""
    if _NOT_BESIDE.search(rest) or rest.count(" ") > 3 * MOST_WORDS or _names_more(rest.strip(" |")):
        return False
    segments = [part.strip(" ,;:()[]") for part in _SEPARATOR.split(rest)]
    names = [
        re.sub(r"^(?:by|par|von|av|por|af|di|door|in) ", "", part, flags=re.IGNORECASE)
        for part in (_AROUND_TIME.sub(" ", _ISSUED.sub(" ", segment)).strip(" ,;:()[]") for segment in segments)
        if _ANY_LETTER.search(part)
    ]
    words = sum(name.count(" ") + 1 for name in names)
    if words > MOST_WORDS or not all(shapes.is_capitalised(name) and name[:1].isupper() for name in names):
        return False
    first, last = wordings[0], wordings[-1]
    before, after = text[: first.start].rstrip(), text[last.end :].lstrip()
    is_marked = bool(
        _AGENCY.match(rest)
        or _SEPARATOR.search(text)
        or _TIME.search(text)
        or _ISSUED.search(text)
        or _CHANGED.search(text)
    )
    return is_marked and (not before or not after or bool(_TIME.search(after)) or after.startswith(("|", "•", "·")))


def _names_more(rest: str) -> bool:
    """Tell whether words begin with the name of a type and go on; alone it is a site's: "Noticia | 3 de mayo"."""
    return document_types.opening(rest) is not None and document_types.alone(rest) is None


def first_issued(text: str, wordings: Sequence[Wording]) -> tuple[Wording, bool]:
    """Give the first date that no label of a change stands before, else the first, and whether it is a change's."""
    start = 0
    for wording in wordings:
        before = text[start : wording.start]
        changed, issued = _CHANGED.search(before), _ISSUED.search(before)
        if changed is None or (issued and issued.group().casefold() != "updated" and issued.start() < changed.start()):
            return wording, False
        start = wording.end
    return wordings[0], True


def is_label(words: str) -> bool:
    """Tell whether words end in a label of publication or change ("… Published on")."""
    bare = re.sub(r" (?:on|at|le|el|am|den|the)$", "", words)
    return any(match.end() == len(bare) for pattern in (_ISSUED, _CHANGED) for match in pattern.finditer(bare))
