"""Settles what a wording of a date leaves open: the year, the order of its numbers, whether its weekday agrees.

Every value that settles it is evidence of its own; without evidence the date stays uncertain, or is not given.
"""

import re
from collections.abc import Iterable
from datetime import date

from muniment import dates
from muniment.dates import Wording
from muniment.frozen import dataclass
from muniment.model import Evidence
from muniment.normalise.metadata import date_weak, labels, site_forms
from muniment.normalise.metadata.head import found_in
from muniment.normalise.metadata.seen import evidence
from muniment.normalise.metadata.view import Line, View

_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\d./-])")
_YEAR = re.compile(r"(?<![\d/.-])(1[89]\d{2}|20\d{2})(?![\d/-])")
_COPYRIGHT = re.compile(
    rf"(?:{site_forms.COPYRIGHT_SIGN}|\bcopyright\b)[^\d]{{0,40}}(?P<year>(?:19|20)\d{{2}})(?! ?[-–]|\d)", re.IGNORECASE
)
_DAY = re.compile(r"[12]\d{3}-\d\d-\d\d")
_CLOSE, _FAR = 14, 45
"""Days within which a story follows or announces what it tells of, and beyond which it hardly does."""
_FOREIGN_LABELS = frozenset(
    (
        *(
            "dato",
            "datum",
            "fecha",
            "data",
            "publisert",
            "publicado",
            "publié",
            "veröffentlicht",
            "oppdatert",
            "utgiver",
        ),
        *("éditeur", "herausgeber", "sist oppdatert", "publié le", "mis à jour", "publicado el", "veröffentlicht am"),
    )
)
"""Labels of languages that print the day first."""
_BRITISH = re.compile(
    r"\b(?:colour|honour|labour|centre|programme|defence|favour|organisation|neighbour)\w*\b", re.IGNORECASE
)
_AMERICAN = re.compile(r"\b(?:color|honor|labor|center|program|defense|favor|neighbor)s?\b|\bU\.S\.", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """A date with nothing left open, or marked as uncertain."""

    edtf: str
    is_certain: bool
    is_inferred: bool = False
    reason: str = ""
    further: tuple[Evidence, ...] = ()


def settle(wording: Wording, line: Line, others: Iterable[tuple[Wording, Line]], view: View) -> Settled | None:
    """Settle one wording by the others of the document; None if its year is nowhere."""
    known = [(one, other) for one, other in others if one is not wording]
    if "XXXX" in wording.edtf:
        return _with_year(wording, line, known, view)
    if wording.alternatives:
        return _ordered(wording, known, view)
    if wording.weekday and not dates.weekday_agrees(wording.edtf, wording.weekday):
        return Settled(edtf=wording.edtf, is_certain=False, reason="; the printed weekday does not agree")
    if wording.is_short_year:
        return Settled(
            edtf=wording.edtf, is_certain=True, is_inferred=True, reason="; the century is read from two digits"
        )
    return Settled(edtf=wording.edtf, is_certain=True)


def _with_year(wording: Wording, line: Line, known: list[tuple[Wording, Line]], view: View) -> Settled | None:
    dated = [(other, one.text) for one, other in known if _YEAR.match(one.edtf)]
    in_head = [
        (one, match.group())
        for one in view.lines[: view.head + 1]
        for match in _YEAR.finditer(one.text[:300])
        if one is not line
    ]
    for source, words in (*dated, *in_head):
        years = _YEAR.findall(words) or re.findall(r"\d{4}", words)
        if not years:
            continue
        edtf = dates.resolve(wording, int(years[-1]))
        if edtf:
            sure = (
                bool(wording.weekday)
                or len({year for _, text in (*dated, *in_head) for year in _YEAR.findall(text)}) == 1
            )
            why = "; the weekday agrees" if wording.weekday else ""
            return Settled(
                edtf=edtf,
                is_certain=sure,
                is_inferred=True,
                reason=f"; the year is taken from line {source.number}{why}",
                further=(evidence(source, words, "inferred"),),
            )
    return _by_sentence(wording, line) or _by_copyright(wording, view) or _by_name(wording, view)


def _by_sentence(wording: Wording, line: Line) -> Settled | None:
    """Take the only year that the words behind a dateline give ("Lisbon, 1 July – The 2022 Conference"): uncertain."""
    years = _YEAR.findall(line.text[wording.end : wording.end + 160])
    edtf = dates.resolve(wording, int(years[0])) if len(set(years)) == 1 else None
    if edtf is None:
        return None
    return Settled(
        edtf=edtf,
        is_certain=False,
        is_inferred=True,
        reason="; the year is the one that the sentence behind it names",
        further=(evidence(line, years[0], "inferred"),),
    )


def _by_copyright(wording: Wording, view: View) -> Settled | None:
    """Take the year from the line of copyright over or under the text; never certain, for a site renews it."""
    for line in view.outer_lines:
        match = _COPYRIGHT.search(line.text) if len(line.text) < 200 else None
        edtf = dates.resolve(wording, int(match["year"])) if match else None
        if match and edtf:
            return Settled(
                edtf=edtf,
                is_certain=False,
                is_inferred=True,
                reason=f"; the year is that of the copyright in line {line.number}",
                further=(evidence(line, match.group(), "inferred"),),
            )
    return None


def _by_name(wording: Wording, view: View) -> Settled | None:
    """Take the year from the address of the text or the file's name; never certain, for both are given by others."""
    for weak in date_weak.find(view):
        edtf = dates.resolve(wording, int(weak.wording.edtf[:4]))
        if edtf:
            where = "address" if weak.source == "address" else "file's name"
            return Settled(
                edtf=edtf,
                is_certain=False,
                is_inferred=True,
                reason=f"; the year is that of the {where}",
                further=(weak.evidence,),
            )
    return None


def _ordered(wording: Wording, known: list[tuple[Wording, Line]], view: View) -> Settled:
    choices = (wording.edtf, *wording.alternatives)
    if wording.weekday:
        fitting = [edtf for edtf in choices if dates.weekday_agrees(edtf, wording.weekday)]
        if len(fitting) == 1:
            return Settled(
                edtf=fitting[0], is_certain=True, is_inferred=True, reason="; the weekday settles day and month"
            )
    for other, line in known:
        if not other.alternatives and other.order and other.edtf in choices:
            return Settled(
                edtf=other.edtf,
                is_certain=True,
                reason=f"; line {line.number} spells the same day",
                further=(evidence(line, other.text, "inferred"),),
            )
    spelled = _spelled(wording, choices, view)
    if spelled:
        return spelled
    near = _near(choices, view)
    if near:
        return near
    for line in view.lines:
        for match in _NUMERIC.finditer(line.text):
            first, second = int(match[1]), int(match[3])
            if max(first, second) > 12 and min(first, second) <= 12:
                wanted = "dmy" if first > 12 else "mdy"
                return Settled(
                    edtf=_in_order(wording, wanted),
                    is_certain=True,
                    reason=f"; line {line.number} prints numbers in this order",
                    further=(evidence(line, match.group(), "inferred"),),
                )
    return _by_language(wording, view)


def _spelled(wording: Wording, choices: tuple[str, ...], view: View) -> Settled | None:
    """Take the reading whose day and month the first lines spell out without a year: "10/1/2012 // On October 1 …"."""
    for line in view.lines[: view.head + 3]:
        for other in found_in(line.text[:400]) if len(line.text) < 4000 else ():
            fitting = [edtf for edtf in choices if other.edtf == f"XXXX{edtf[4:]}"]
            if fitting and other is not wording:
                return Settled(
                    edtf=fitting[0],
                    is_certain=True,
                    reason=f"; line {line.number} spells day and month",
                    further=(evidence(line, other.text, "inferred"),),
                )
    return None


def _near(choices: tuple[str, ...], view: View) -> Settled | None:
    """Take the reading near a day that the first lines spell out, when the other is far from all: never certain."""
    spelled = [
        (line, one, date.fromisoformat(one.edtf))
        for line in view.lines[: view.head + 3]
        for one in (found_in(line.text[:400]) if len(line.text) < 4000 else ())
        if one.order and not one.alternatives and _DAY.fullmatch(one.edtf)
    ]
    gaps = {
        edtf: min((abs((day - date.fromisoformat(edtf)).days), at) for at, (_, _, day) in enumerate(spelled))
        for edtf in choices
        if spelled and _DAY.fullmatch(edtf)
    }
    close = [edtf for edtf, (gap, _) in gaps.items() if gap <= _CLOSE]
    if len(close) != 1 or any(gap < _FAR for edtf, (gap, _) in gaps.items() if edtf != close[0]):
        return None
    line, one, _ = spelled[gaps[close[0]][1]]
    return Settled(
        edtf=close[0],
        is_certain=gaps[close[0]][0] == 0,
        reason=f"; line {line.number} spells this day or one near it",
        further=(evidence(line, one.text, "inferred"),),
    )


def _by_language(wording: Wording, view: View) -> Settled:
    if "." in wording.text:
        return Settled(
            edtf=_in_order(wording, "dmy"),
            is_certain=True,
            is_inferred=True,
            reason="; numbers with full stops are day first",
        )
    text = " ".join(line.text for line in view.lines[:60])
    british, american = _BRITISH.search(text), _AMERICAN.search(text)
    language = _label_language(view)
    if language or bool(british) != bool(american):
        order = "mdy" if american and not british and not language else "dmy"
        sure = order == "dmy"
        why = (
            "; day first by the language"
            if language
            else f"; {'day' if order == 'dmy' else 'month'} first by the spelling"
        )
        return Settled(edtf=_in_order(wording, order), is_certain=sure and bool(language), is_inferred=True, reason=why)
    return Settled(edtf=wording.edtf, is_certain=False, reason="; day and month could be exchanged")


def _label_language(view: View) -> str:
    words = {
        label.key
        for line in view.lines[:40]
        for label in labels.of_line(line.text)
        if label.field in {"date", "updated", "publisher"}
    }
    return next((key for key in sorted(words) if key in _FOREIGN_LABELS), "")


def _in_order(wording: Wording, order: str) -> str:
    if wording.order == order or not wording.alternatives:
        return wording.edtf
    return wording.alternatives[0]
