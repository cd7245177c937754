"""Reads who issued this copy, and who kept or copied it before us.

Refuses a site that only reposted a document: that is custodial history.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from muniment.model import Evidence
from muniment.normalise.metadata import columns, labels, shapes, site_forms
from muniment.normalise.metadata.head import HeadLine
from muniment.normalise.metadata.seen import Seen, reading
from muniment.normalise.metadata.view import Line
from muniment.normalise.working import Reading

_HOLDER = re.compile(
    rf"(?:(?i:{site_forms.COPYRIGHT_SIGN})|[Cc]opyright)(?:\s*(?:(?i:{site_forms.COPYRIGHT_SIGN})|[Cc]opyright))?[\s,]*"
    r"(?:(?:19|20)\d{2}(?:\s?[-–,]\s?(?:19|20)?\d{2})?)?[\s,]*(?:by\s+)?(?P<who>[A-ZÀ-Þ][^.|©\d]{2,80})"
)
_HOLDER_FIRST = re.compile(r"^(?P<who>[A-ZÀ-Þ][^.|©\d]{2,80}?)[\s,]*(?:©|\(c\))\s*(?:19|20)\d{2}")
_NOBODY = re.compile(
    r"^(?:All|The author|Copyright|Rights|Terms|Privacy|Site|Website|Web|Your|Company|Powered"
    r"|Licen)\b",
    re.IGNORECASE,
)
_ISSUED = re.compile(
    r"\b(?:[Ii]ssued|[Pp]ublished|[Rr]eleased|[Dd]istributed) by (?P<who>(?:the "
    r")?[A-ZÀ-Þ][\w’'&.-]*(?: (?:of|for|the|and|on|de|du|des|la|[A-ZÀ-Þ&][\w’'&.-]*)){0,10})"
)
_ORGAN = re.compile(
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|[A-Z][a-z]+(?:ieth|teenth|[a-z]-[a-z]+)|\d+(?:st|nd|rd|th)) "
    r"(?:\w+ ){0,2}(?:Committee|Session|Assembly|Council|Conference|Meeting)\b"
    r"|(?:Ad Hoc|Preparatory|Special) Committee\b|(?:Security|Economic and Social) Council$|General Assembly$"
)
"""A numbered or passing organ or session, which meets and publishes nothing itself."""
_ROMAN_YEAR = re.compile(r"\s+M[MDCLXVI]{3,}$")
"""The year of a copyright in Roman figures: "MMVIII"."""
_DIVIDED = re.compile(r"\s*[•·¦]\s*")
_TRANSLATED = re.compile(r" – ")
"""Between the names of one body in several languages."""
_MARK = re.compile(site_forms.COPYRIGHT_SIGN, re.IGNORECASE)
_PICTURE = re.compile(
    r"^ ?[^|]{2,60}/ ?[A-Za-z][\w. ]{1,40}$|\b(?:photos?|foto|images?|pictures|getty|reuters|dpa|afp|epa|ap)\b",
    re.IGNORECASE,
)
"""What stands behind the mark in a picture's credit: "Ann Bell/Mill Press", "UN Photo"."""
_HALF = re.compile(r"\b(?:of|the|for|and|de|du|des|et|y|der|und|og)$", re.IGNORECASE)
"""How the first half of a name ends that goes on in the next line."""
_NO_BODY = re.compile(r"\b(?:Headquarters|Home ?page|[Ww]ebsite)$")
"""How a line ends that names a venue or a site and no body that issues."""
_LONGEST_NAME = 12
"""Blanks of the longest name of a body over a document that is its publisher's."""
_CAPTION = 4
"""Blanks from which the words before the mark are a caption."""
_OWNED = re.compile(r"\b(?:rights|copyright|reserved|rettigheter|droits|derechos|rechte)\b", re.IGNORECASE)
_RIGHTS = re.compile(
    r"[\s,;–-]*(?:All rights|Alle rettigheter|Tous droits|Todos los|Alle Rechte|Terms|Privacy).*$", re.IGNORECASE
)


def read(seen: Seen) -> tuple[Reading, ...]:
    """Give a reading for every publisher printed."""
    return tuple(_candidates(seen))


def _candidates(seen: Seen) -> Iterator[Reading]:
    view = seen.view
    for line in view.lines:
        for label in labels.of_line(line.text) if len(line.text) < 200 else ():
            if label.field == "publisher" and label.value:
                value = _written(label.value)
                yield reading(
                    "publisher", value, (line, label.segment), (0.97, "printed behind a label of the publisher")
                )
    for line in view.lines[max(view.head, view.tail - 2) :]:
        match = _ISSUED.search(line.text) if len(line.text) < 200 else None
        if match and shapes.is_organisation(match["who"].removeprefix("the ")):
            yield reading(
                "publisher", _written(match["who"]), (line, match.group()), (0.88, "named at the end as issuer")
            )
    yield from _holders(seen)
    yield from _mastheads(seen)


def _written(words: str) -> str:
    bare = " ".join(words.strip(" ,.;:*_|–—-").split())
    return re.sub(r"^(?:the|The) (?=[A-Z])", "", bare)


def _is_credit(text: str) -> bool:
    """Tell whether the mark of copyright is a picture's: behind its caption, or before a photographer's agency."""
    mark = _MARK.search(text)
    if mark is None:
        return False
    before, after = text[: mark.start()], text[mark.end() :]
    is_caption = before.count(" ") >= _CAPTION and before.rstrip().endswith((",", "/", ")")) and not _OWNED.search(text)
    is_pictured = bool(_PICTURE.search(after)) and not any(map(str.isdigit, after))
    return is_caption or is_pictured or any(one.field == "caption" for one in labels.of_line(text))


def _is_pictured(line: Line, seen: Seen) -> bool:
    """Tell whether the mark belongs to the picture over the text: no year stands beside the name."""
    return line in seen.view.lines[: seen.view.head] and not any(map(str.isdigit, line.text))


def _holders(seen: Seen) -> Iterator[Reading]:
    is_copy = any(line.role == "custody" for line in seen.view.lines)
    for line in seen.view.outer_lines:
        if len(line.text) > 240 or _is_credit(line.text):
            continue
        match = _HOLDER.search(line.text) or _HOLDER_FIRST.search(line.text)
        who = _ROMAN_YEAR.sub("", _RIGHTS.sub("", match["who"])).strip(" ,;–—-") if match else ""
        if match is None or len(who) < 3 or _NOBODY.match(who) or who.count(" ") > 9 or _is_pictured(line, seen):
            continue
        is_body = shapes.is_organisation(who)
        score = 0.55 if is_copy else 0.82 if is_body else 0.74
        yield reading(
            "publisher",
            _written(who),
            (line, match.group().strip()),
            (score, "the holder of the copyright"),
            "inferred",
        )


def _mastheads(seen: Seen) -> Iterator[Reading]:
    heads = [
        head for head in seen.head if head.role == "organisation" or (head.role == "masthead" and head is seen.head[0])
    ]
    if seen.kind == "status-list":
        heads = [head for head in heads if head is seen.head[0]]
    if not heads or seen.kind in {"cable", "declaration"}:
        return
    issues = seen.kind in {"press-release", "news-story", "status-list", "report"}
    is_only = len(seen.head) == 1
    for head in heads[:2]:
        if (seen.kind == "news-story" and _is_in_menu(head, seen)) or _ORGAN.match(head.line.text):
            continue
        is_long = head.line.text.count(" ") > _LONGEST_NAME or head.line.text.casefold() in site_forms.MENU
        if is_long or _NO_BODY.search(head.line.text) or _is_half(head.line, seen):
            continue
        if any(len(columns.split(part)) > 1 for _, part in head.line.parts):
            continue
        score = 0.84 if issues else 0.72
        if not is_only and head.line.number <= seen.head[min(4, len(seen.head) - 1)].line.number:
            words = (_TRANSLATED if head.line.text.count(" – ") > 1 else _DIVIDED).split(head.line.text)[0]
            value = (
                words.title()
                .replace(" Of ", " of ")
                .replace(" And ", " and ")
                .replace(" The ", " the ")
                .replace(" For ", " for ")
                .replace(" To ", " to ")
                .replace(" In ", " in ")
                .replace(" On ", " on ")
                if words.isupper()
                else words
            )
            yield reading(
                "publisher",
                _written(value),
                (head.line, words),
                (score, "the name of a body over the document"),
                "inferred",
            )


def _is_half(line: Line, seen: Seen) -> bool:
    """Tell whether a name goes on in the next line, or began in the one above."""
    above = next((above for above, below in pairwise(seen.view.lines) if below is line), None)
    return bool(_HALF.search(line.text) or (above and _HALF.search(above.text)))


def _is_in_menu(head: HeadLine, seen: Seen) -> bool:
    """Tell whether a story's "body" is a section of the site ("Weather Center"): not on top, never named again."""
    others = (line for line in seen.view.lines if line is not head.line)
    return seen.head.index(head) > 2 and not any(head.line.text in line.text for line in others)


def custody(seen: Seen) -> tuple[Reading, ...]:
    """Give the lines about keepers and copyists as one reading."""
    lines = [line for line in seen.view.lines if line.role == "custody"]
    if not lines:
        return ()
    first, others = lines[0], lines[1:4]
    made = reading(
        "custody",
        "; ".join(_kept(line) for line in (first, *others)),
        (first, first.text),
        (0.9, "a line about who keeps or copied it"),
    )
    return (
        replace(
            made, further=tuple(Evidence(line=line.number, quote=line.parts[0][1], basis="attested") for line in others)
        ),
    )


def _kept(line: Line) -> str:
    return line.text.strip(" .|")
