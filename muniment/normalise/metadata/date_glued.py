"""Finds the day of a text whose head, first sentence and last line were glued into one line.

Refuses a date that a preposition or comma ties into a sentence.
"""

import re
from collections.abc import Iterator

from muniment.dates import Wording
from muniment.normalise.metadata import date_ends, labels, official_heads, shapes, stamp
from muniment.normalise.metadata.head import found_in

LEAST = 120
"""Characters from which a line may be a glued text."""
WINDOW = 420
"""Characters at its beginning in which its head must stand."""
LAST_LINE = 80
"""Characters of the longest last line that is glued to the last sentence."""
_TIED = re.compile(
    r"\b(?:on|of|from|since|until|till|to|in|by|before|after|the|and|between|through|dated|as|for|with|late|early|mid"
    r"|du|de|le|la|el|del|au|dès|depuis|entre|et|y|al|am|vom|zum|den|dem|des|der|bis|seit|ab|und|på|fra|til|den|från|till"
    r"|och|og|di|dal|il|do|em|op|van)$",
    re.IGNORECASE,
)
_UNSPACED = re.compile(r"(?<=[a-z]{2})(?=\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d)|(?<= (?:19|20)\d\d)(?=[A-Z])")
"""Where a day lost the blanks around it: "General Assembly22 October 2012Check against delivery"."""
_OFFICIAL = re.compile(rf"(?:{official_heads.SYMBOL}|{official_heads.DISTRIBUTION})$")
"""What stands before the day of an official document on one line with its text."""
_PLACED = re.compile(r"(?<!\b[Ii]n )(?<!\bà )(?<!\bi )\b[A-ZÀ-Þ][\w-]{2,20}, (?:den|le|il)$")
"""Place and article before the day of a letter: "Bonn, den 14. Februar 1958"."""
_LABEL = re.compile(r"(?:[^\W\d_]+ ){0,2}[^\W\d_]+(?: ?:)?$")
_TIMED = re.compile(
    r"[T ,|–-]{1,4}(?:(?:at|kl\.?|um|à) )?\d{1,2}(?:[:.h]\d{2}){1,2}(?: ?[ap]\.?m\.?)?"
    r"(?: ?[+-]\d{2}:?\d{2}| [A-Z]{2,4})?$",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"[\])]?(?:[T ,|–-]{1,4}(?:(?:at|kl\.?|um|à) )?\d{1,2}(?:[:.h]\d{2}){0,2}(?: ?[ap]\.?m\.?)?"
    r"(?: ?[+-]\d{2}:?\d{2}| (?:[A-Z]{2,4}T?|Uhr)\b)?)?\W{0,3}(?: (?:-|–|—|--|\|))? +[A-ZÀ-Þ“\"«(]"
)


def opening(text: str) -> tuple[str, Wording] | None:
    """Read the day between head and first sentence: (source, wording).

    "… Press statement, A. Bell, 3 May 1974 The Minister announced", "… Published: 3 May 1974 by …": a label or at
    least no preposition before the day, and a sentence begins directly behind it. "On 3 May 1974 The Herald
    printed" and "agreed on 3 May 1974, the Minister said" have neither.
    """
    if len(text) < LEAST:
        return None
    text = _UNSPACED.sub(" ", text[: WINDOW + 2 * LEAST])
    days = 0
    for wording in found_in(text[: WINDOW + LEAST]):
        if wording.start > WINDOW or not wording.order or wording.relative or wording.qualifier or "X" in wording.edtf:
            continue
        before, after = text[: wording.start].rstrip(" (["), text[wording.end : wording.end + 40]
        if date_ends.is_end(before):
            continue
        field = _field(before)
        if _OFFICIAL.search(before) or _PLACED.search(before):
            return "glued", wording
        if field:
            return ("updated" if field == "updated" else "glued"), wording
        is_tied = bool(_TIED.search(before))
        if _BEGINS.match(after) and not before.endswith("/") and not (is_tied and days):
            return ("tied" if is_tied else "glued"), wording
        days += 1
    return None


def is_tied(before: str) -> bool:
    """Tell whether words end in a preposition that ties the day behind them into a sentence."""
    return bool(_TIED.search(before))


def heading(text: str) -> str:
    """Say how a short line holds a day at its beginning or end, as a title glued to its date: `glued`, `head` or empty.

    A time or weekday shows it to be the day of issue; "Battle of the Fords 3 May 1745" has neither, and stays unsure.
    """
    wordings = [one for one in found_in(text) if one.order and "X" not in one.edtf and not one.qualifier]
    if not wordings or len(text) > 2 * LEAST:
        return ""
    wording = wordings[0]
    before, after = text[: wording.start].rstrip(" (["), text[wording.end :]
    field = _field(before) if before else ""
    if field:
        return "updated" if field == "updated" else "glued"
    if len({one.edtf for one in wordings}) > 1 or _TIED.search(before):
        return ""
    if not before:
        return "glued" if _BEGINS.match(after) else ""
    timed = _TIMED.match(after)
    if timed or not after.strip(" .)]"):
        return "glued" if timed or wording.weekday else "head"
    return "head" if _BEGINS.match(after) else ""


def _field(before: str) -> str:
    """Give what a label at the end of words stands for: `date`, `updated`, or empty."""
    match = _LABEL.search(before[-60:])
    if match is None:
        return ""
    words = match.group().rstrip(" :").split()
    for count in range(len(words), 0, -1):
        label = " ".join(words[-count:])
        if label[0].islower() and _TIED.search(before[: before.rstrip(" :").rindex(label)].rstrip()):
            continue  # "a note de fecha 3 de mayo", "in a letter of date 3 May"
        known = labels.of_segment(f"{label}: 1") if match.group().endswith(":") or stamp.is_label(label) else None
        if known and known.field in {"date", "updated"} and len(label) > 3:
            return known.field
    return ""


def closing(text: str) -> str:
    """Give the last line that is glued to a text's last sentence ("… of the talks. Quito, 3 May 2001"), or empty."""
    if len(text) < LEAST or not text.rstrip(" .)]")[-4:].isdigit():
        return ""
    parts = [part for part in _last_parts(text) if len(part) <= LAST_LINE and any(one.order for one in found_in(part))]
    return parts[-1] if parts else ""


def is_last_line(text: str) -> bool:
    """Tell whether words are a line of a person or office that ends with a day ("Anna Bell, Press 3 May 2001")."""
    wordings = found_in(text)
    before = text[: wordings[-1].start].rstrip() if wordings and wordings[-1].order else ""
    return bool(before) and before.count(" ") < 6 and not _TIED.search(before) and before[:1].isupper()


def _last_parts(text: str) -> Iterator[str]:
    window = text[-2 * LAST_LINE :]
    for match in re.finditer(r"[.!?”\"»)] +(?=[A-ZÀ-Þ\d])", window):
        part = window[match.end() :]
        if not shapes.is_prose(part):
            yield part
