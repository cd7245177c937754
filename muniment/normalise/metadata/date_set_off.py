"""Tells how a day stands in a head line among other words: set off at its end, leading it, or as a meeting's day.

Knows no score and no other line.
"""

import re

from muniment.normalise.metadata import date_stamps
from muniment.normalise.metadata.head import HeadLine

_HOUR_OR_PLACE = re.compile(
    r"^,?(?: (?:at|from|kl\.?|um|à|a las|,))? \d{1,2}(?:[.:h]\d{2})? ?(?:[ap]\.?m\.?|Uhr|h)?(?= |\W|$)"
    r"|^,? \(?(?:via|by|als|per|as an?|par|por) (?:video|Video|vidéo|vídeo)[\w -]{0,20}\)?:?$"
    r"|^,? (?:in|at|à|en|i|a) [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+){0,3}$"
)
"""What may follow the day of a speech or meeting in its title: "… on 3 May 2011 at 7.30 pm in Bonn"."""
_SET_OFF = re.compile(r" ?(?://|\||:|–|—| - | -- ) ?\S")
_COMMEMORATES = re.compile(r"\b(?:Anniversary|Jubilee|(?:World|International) Day|Commemorat\w+)\b", re.IGNORECASE)
"""What has a day of its own, on which the speech about it need not have been given."""


def of_meeting(head: HeadLine, kind: str, *, is_range: bool) -> str:
    """Say what the day of a meeting named in the head is worth: on its one day a speech or statement was given."""
    before = head.line.text[: head.wordings[-1].start]
    is_set_off = before.endswith((" vom ", " du ", " del ", " – ", " — ", " - ", "| ")) and stands_apart(head)
    has_day = bool(head.wordings[-1].order) and not is_range and not _COMMEMORATES.search(head.line.text)
    return "sitting" if has_day and (kind in {"speech", "statement"} or is_set_off) else "meeting"


def is_under_dated_title(head: HeadLine, above: tuple[HeadLine, ...]) -> bool:
    """Tell whether a bare day stands under a title that ends with another day: it is then that of the page."""
    titles = [one for one in above if one.role == "typed" and one.wordings]
    return head.role == "date" and any(one.wordings[-1].order and stands_apart(one) for one in titles)


def is_over_dated_title(head: HeadLine, below: tuple[HeadLine, ...]) -> bool:
    """Tell whether the weekday and day with which a page begins are a visitor's: the title below gives another day."""
    own = {one.edtf for one in head.wordings if one.weekday}
    titles = [one for one in below if one.role == "typed" and one.wordings and one.wordings[-1].order]
    return bool(own) and any(one.wordings[-1].edtf not in own and stands_apart(one) for one in titles)


def leads(head: HeadLine) -> bool:
    """Tell whether a line begins with a day that a mark sets off from what follows: "10/22/2012 // Statement by …"."""
    first = head.wordings[0]
    return first.start == 0 and bool(first.order) and bool(_SET_OFF.match(head.line.text, first.end))


def stands_apart(head: HeadLine) -> bool:
    """Tell whether the last date of a line ends it, or is set off by a comma, dash or bracket, and gives a day."""
    wording, text = head.wordings[-1], head.line.text
    before = text[: wording.start].rstrip()
    after = text[wording.end :]
    ends = not (_HOUR_OR_PLACE.sub("", after) if head.kind in date_stamps.OWN_DAY else after).strip(" .)]*")
    has_day = bool(wording.order) or "/" in wording.edtf
    if wording.text.startswith(("as of", "as at", "As of", "As at")):
        return True
    if not before:
        return bool(text[wording.end : wording.end + 3].strip(" ")[:1] in {"-", "–", "—", ":", "|", ","})
    if before.endswith((" as at", " as of", " as on", " au", " al")) and has_day and ends:
        return True
    if before.endswith((" dated", " datert", " datée du", " fechada el")):
        return has_day
    follows_mark = before.endswith((",", "،", "–", "—", "-", "(", "|", ":", ";", "/", "[", "."))
    return (
        ends
        and (
            follows_mark
            or (has_day and before.endswith((" on", " of", " for", " du", " vom", " den", " le", " am", " del")))
        )
    ) or (follows_mark and has_day)
