"""Joins the lines over which the title of a speech, statement or record was set: "Statement by", "Ms Ann Bell".

Knows nothing of pieces; a line that is a date, a label, a salutation or a sentence ends a title.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from muniment.normalise.metadata import deeds, document_types, labels, notes, shapes, site_forms

if TYPE_CHECKING:
    from muniment.normalise.metadata.view import Line

_LONGEST = 160
_MOST_LINES = 5
_OPEN = re.compile(
    r"(?:,|\b(?:permanent|deputy|prime|foreign|acting|vice|of|the|and|for|on|to|in|at|by|with|from|before|during|de|del|du|des|la|las|le|les|et|sur|pour|par|au|aux|à"
    r"|y|el|los|por|ante|en|og|om|av|ved|til|for|und|der|die|das|zur|zum|von|vor|bei))$",
    re.IGNORECASE,
)
_CALL = re.compile(r"(?:Mr|Ms|Mrs|Madam)\.?")
_CALLED = re.compile(r"(?:Chair|President|Speaker|Secretary)[\w -]{0,20}[,.:]?$")
"""The two halves of an address that a page's columns broke: "Mr.", "Chairman,"."""
_ARTICLE = re.compile(r" (?:of|to|on|for) the$")
_ON = re.compile(r"(?:of|on|to|for|against|concerning) (?:the )?[A-ZÀ-Þ]")
DAY = re.compile(
    r"(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo"
    r"|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica)\b"
)
"""Weekdays that begin a line of its own without a capital."""
_NARROW = 40
"""Characters of the lines of a narrow column."""
_SAYS = re.compile(r"\b(?:says|say|said|dit|sier|sagt)$")
_BY = re.compile(r"\b(?:BY|PAR|POR|VON|AV) \S+ \S")
_SHOUTED = re.compile(r"(?:OF|ON|FOR|AT|IN|TO|BY|AND|WITH|FROM|BEFORE|DURING|DE|DU|DES|SUR|PAR|AV|VED|TIL|ZUM|VON) ")
_NUMBERED = re.compile(r"\d{1,3}/\d{1,4}\. [A-ZÀ-Þ]")
"""How the title of a resolution begins: "58/246. Towards a convention on …"."""
_ADOPTED = re.compile(r"[\[(]|(?:Resolution|Decision|Recommendation) adopted\b")
"""How the line begins that says who adopted it, or on whose report."""
_QUOTES = {"'": "'", '"': '"', "“": "”", "‘": "’", "«": "»"}
_KINDS = {"paragraph", "line", "heading"}


def join(lines: Iterable["Line"]) -> Iterator["Line"]:
    """Give the lines with those of a title joined; the first of them must begin as such titles do."""
    held: Line | None = None
    joined = 0
    for line in lines:
        if held is not None and joined < _MOST_LINES and _runs_on(held, line):
            held = replace(held, text=f"{held.text} {line.text}", parts=(*held.parts, *line.parts))
            joined += 1
            continue
        if held is not None:
            yield held
        held, joined = line, 0
    if held is not None:
        yield held


def _runs_on(held: "Line", line: "Line") -> bool:
    if held.kind not in _KINDS or line.kind not in _KINDS or line.gap > 2 or line.level != held.level:
        return False
    before, after = held.text, line.text
    if _is_quoted_open(before) and document_types.opening(before[1:]) and line.gap <= 1:
        return len(before) + len(after) < 3 * _LONGEST and before[0] not in after[:1]
    if len(before) > 3 * _LONGEST or len(after) > _LONGEST:
        return False
    if _NUMBERED.match(before):
        return (
            not line.gap
            and not after.endswith((",", ".", ";"))
            and not _ends_title(after)
            and not _ADOPTED.match(after)
        )
    if _CALL.fullmatch(before):
        return not line.gap and bool(_CALLED.match(after))
    if _is_meeting_open(before, after) and not line.gap:
        return True
    if before[:1].isupper() and _is_narrow(held.parts[-1][1], after) and not line.gap:
        return not _ends_title(after)
    if document_types.opening(before) is None:
        return _is_shouted_on(before, after) and line.gap <= 1 and not _ends_title(after)
    is_open = (
        bool(_OPEN.search(before))
        or (before.isupper() and before.endswith("-"))
        or after[:1].islower()
        or (before.isupper() and bool(_SHOUTED.match(after)))
    )
    is_open = is_open or (before.isupper() and bool(_BY.search(before)) and line.gap <= 1 and _is_office(after))
    return is_open and not _ends_title(after) and not shapes.is_prose(before)


def _is_shouted_on(before: str, after: str) -> bool:
    """Tell whether a headline in capitals breaks off behind a small word: "TALKS OPEN AMID CALLS TO"."""
    return before.isupper() and after.isupper() and before.count(" ") >= 3 and bool(_OPEN.search(before))


def tells_on(before: str, after: str) -> bool:
    """Tell whether a headline in capitals that tells a deed goes on in another line of capitals, and not in a body."""
    is_other = shapes.is_organisation(after) or shapes.is_typed(after) or any(map(str.isdigit, after))
    return deeds.tells(before) and after.count(" ") >= 2 and not is_other and not shapes.names_meeting(after)


def _is_narrow(last: str, after: str) -> bool:
    """Tell whether a headline was set in a narrow column: short lines, of which the next begins within a phrase."""
    is_short = len(last) <= _NARROW and len(after) <= _NARROW and " " in last and not last.endswith((".", ":"))
    runs_on = (after[:1].islower() and " " in after and not DAY.match(after)) or _SAYS.search(last)
    return is_short and bool(runs_on) and not shapes.byline(after)


def _is_meeting_open(before: str, after: str) -> bool:
    """Tell whether a meeting's name breaks off within a phrase, or goes on with a small word: "of Parties to the"."""
    is_name = shapes.names_meeting(before) and shapes.is_capitalised(before) and not before.endswith((".", ":"))
    return is_name and bool(_ARTICLE.search(before) or _ON.match(after)) and not shapes.is_prose(after)


def _is_office(after: str) -> bool:
    """Tell whether a line in capitals is the office of the speaker named before: "PERMANENT REPRESENTATIVE OF …"."""
    return after.isupper() and shapes.is_office(after.title())


def _is_quoted_open(text: str) -> bool:
    """Tell whether a line begins with a quotation mark that it does not close, as a title does that is quoted."""
    closing = _QUOTES.get(text[:1], "")
    return bool(closing) and not re.search(rf"{closing}(?!\w)", text[1:])


def _ends_title(after: str) -> bool:
    return bool(
        labels.of_line(after)
        or site_forms.role_of(after)
        or shapes.is_salutation(after)
        or shapes.is_prose(after)
        or document_types.alone(after)
        or notes.SECRECY.fullmatch(after)
        or after[:1].isdigit()
    )
