"""Finds the title in the head of an official document that ran into one line with its text.

Knows the marks of such heads (symbol, distribution, original language), not the bodies; where no mark stands, it gives
nothing, and the title must end where the text can be seen to begin.
"""

import re
from dataclasses import replace

from muniment.normalise.metadata import document_types, head
from muniment.normalise.metadata.head import HeadLine
from muniment.normalise.metadata.view import View

_LEAST = 300
"""Characters from which a line can be a head and its text."""
_MARKS = 380
"""Characters at its beginning in which the marks stand."""
_REACH = 900
SYMBOL = r"(?<![A-Z])[A-Z]{1,6}(?:/[A-Z0-9][\w().-]{0,14}){1,6}"
"""A document's symbol: "A/AC.105/C.1/L.3", "WT/MIN(05)/14"."""
DISTRIBUTION = r"(?<![A-Za-z])[Dd]istr\.?(?:ibution)?: ?(?:General|Limited|Restricted|GENERAL|LIMITED|RESTRICTED)"
_MARK = re.compile(rf"{SYMBOL}|{DISTRIBUTION}|(?<![A-Za-z])(?:Original|ORIGINAL): ?[A-Z][A-Za-z]+")
_MARKED = re.compile(
    rf"{DISTRIBUTION}|(?:Original|ORIGINAL): ?(?:English|French|Spanish|Russian|Arabic|Chinese|[A-Z]{{6,7}})\b"
)
_RECORD = re.compile(
    r"\bPV\.\d+\b.{0,120}?(?P<words>\b\d{1,5}(?:st|nd|rd|th) (?:plenary )?meeting)"
    r" (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,"
)
"""How the head of a verbatim record counts the meeting: "… PV.12 … 12th meeting Monday, 3 May 2001"."""
_WORD = re.compile(r"(?<![\w/-])[A-ZÀ-Þ]")
_TITLED = {
    "report",
    "statement",
    "speech",
    "minutes",
    "declaration",
    "chairs-summary",
    "letter",
    "status-list",
    "other",
}
_PAPER = re.compile(
    r"(?:Contribution|Submission|Proposal|Communication|Note|Working [Pp]aper|Comments|Views|Observations|Information)"
    r" (?:of|by|from|submitted|provided|received|presented)\b"
)
"""Names of papers that are no type of their own."""
_BEGINS = re.compile(
    r" (?=(?:Introduction|INTRODUCTION|Contents|CONTENTS|Summary|Background|Page|Chair(?:person|man):|Present:"
    r"|[A-I]\. [A-Z]|[IVX]{1,4}\. |\(?1[.)] |\(a\) "
    r"|Thank you|(?:Mr|Ms|Mrs)\.? (?:Chair|President|Speaker)|Madam |Your Excellenc|Excellenc|Distinguished |Ladies "
    r"|(?:I|We) have the hono|The (?:Permanent Mission|Embassy|Secretariat|Ministry)s? .{3,90} presents? its"
    r" compliments"
    r"|We, (?:the )?[A-Z]|Allow me|On behalf of |I (?:am|have|would|wish|want|should|take)\b|It is |Let me "
    r"|At the outset|First of all"
    r"|Monsieur le |Madame la |Permettez|Señor |Quisiera |Herr ))"
)
"""How the text begins behind its title: a section, a number, an address or a speaker's first words."""
_NOTED = re.compile(r"(?<=[”\"»])\.?\d{1,2}$")
"""The mark of a note behind a title's last quotation mark."""
_FEWEST, _MOST = 3, 45
"""Blanks of the shortest and longest title."""


def title(text: str) -> str:
    """Give the title that names its type between the marks of an official head and the text; empty if none does."""
    if (record := _RECORD.search(text[:_MARKS])) and len(text) >= _LEAST:
        return record["words"]
    marks = list(_MARK.finditer(text[:_MARKS])) if len(text) >= _LEAST else []
    window = text[:_REACH]
    for word in _WORD.finditer(window, marks[-1].end()) if marks else ():
        behind = window[word.start() :]
        if document_types.opening(behind) not in _TITLED and not _PAPER.match(behind):
            continue
        end = _BEGINS.search(behind)
        words = _NOTED.sub("", behind[: end.start()].strip(" ,.–-")) if end else ""
        return words if _FEWEST <= words.count(" ") <= _MOST else ""
    return ""


def is_marked(text: str) -> bool:
    """Tell whether a line carries a distribution mark, or the original language of an official document."""
    return bool(_MARKED.search(text))


def read(view: View, heads: tuple[HeadLine, ...]) -> tuple[HeadLine, ...]:
    """Give the title as a further line of the head, when no line of the head names a type."""
    if view.head >= len(view.lines) or any(one.role in {"typed", "type"} for one in heads):
        return ()
    line = view.lines[view.head]
    words = title(line.text) if line.kind != "lifted" else ""
    return (head.of_line(replace(line, text=words, parts=((line.number, words),))),) if words else ()
