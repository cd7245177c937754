"""Tells when a plain line over the title of a speech or release is the site's, and which of the two names the text.

Knows no scores; what stands between the two lines, and the words they share with the text, decide.
"""

import re

from muniment.normalise.metadata import headline
from muniment.normalise.metadata.head import HeadLine
from muniment.normalise.metadata.headline import Weighed
from muniment.normalise.metadata.seen import Seen

_FULL = 4
"""Blanks from which a title that names its type also says whose or about what it is."""
_SITE_NAME = re.compile(r"\b[\w-]{2,30}\.(?:com|org|net|int|news|info|gov|edu|eu|de|fr|es|ch|uk|nz|au|ca)\b")
_BETWEEN_PARTS = re.compile(r" ?[|–—:,] | - ")
_SECTION_BLANKS = 2
"""Blanks of the longest name of a site's section beside the type of a release."""
_TELLING = 3
"""Words that a headline shares with the text by which it cannot be the site's name."""
_SECTION = re.compile(r"(?:Statements|Speeches|Press [Rr]eleases|Media [Rr]eleases|News|Declarations)(?: [\w-]+){1,3}$")
"""How a site's section is called with the one under it: "Statements Treaty bodies"."""
_TYPED = {"statement", "speech", "declaration", "report", "chairs-summary"}
"""Kinds whose titles mostly name them."""
_FOR_TYPE = 2.5
"""Points that the name of the document's own type is worth."""
_FAR = 3
"""Lines between a site's name and the title, where its menu stands; a headline stands nearer to its subtitle."""


def is_over(weighed: Weighed, typed: HeadLine, seen: Seen) -> bool:
    """Tell whether a plain line over a full title of a speech or statement is the site's."""
    first, last = weighed.head.line.number, typed.line.number
    if first >= last or typed.line.text.count(" ") < _FULL or weighed.is_printed_twice:
        return False
    between = [head for head in seen.head if first < head.line.number < last]
    if between and _tells_more(weighed, typed, seen):
        return True
    if weighed.shared >= _TELLING:
        return False
    if _SECTION.match(weighed.head.line.text):
        return True
    menu = [line for line in seen.view.lines[: seen.view.head] if line.role == "furniture"]
    is_far = sum(first < line.number < last for line in menu) >= _FAR
    if is_far or weighed.shared:
        return is_far
    names_site = bool(_SITE_NAME.search(weighed.head.line.text))
    above = [head for head in seen.head if head.line.number < first][-1:]
    is_under_body = weighed.is_weak and any(head.role == "organisation" for head in above)
    return names_site or is_under_body or any(head.role in {"organisation", "type"} for head in between)


def _tells_more(weighed: Weighed, typed: HeadLine, seen: Seen) -> bool:
    """Tell whether a title that names its type would be the better headline, were both lines plain.

    Only with lines between: the line right under a headline is its subtitle ("Keeping the lights on", "Speech by …").
    """
    rivals = headline.weigh(seen.head, (weighed.head, typed), seen.view)
    full = next((one for one in rivals if one.head is typed), None)
    if full is None or seen.kind not in _TYPED or full.shared <= weighed.shared:
        return False
    return full.points + _FOR_TYPE > weighed.points


def is_bare_record(weighed: Weighed, typed: HeadLine) -> bool:
    """Tell whether a site prints no more than its word for a record under the full headline of one."""
    is_under = weighed.head.line.number < typed.line.number and typed.line.text.count(" ") < _FULL
    return (
        typed.kind == "minutes" and is_under and weighed.shared >= _FULL and weighed.head.line.text.count(" ") > _FULL
    )


def is_bare_release(typed: HeadLine) -> bool:
    """Tell whether a line of a release names no more than its type, number, section, place and day."""
    parts = _BETWEEN_PARTS.split(typed.rest or typed.line.text)
    return typed.kind == "press-release" and all(part.count(" ") <= _SECTION_BLANKS for part in parts[1:])
