"""Turns the first lines of a saved page into what it prints twice: its title, alone and with the site's name or trail.

Knows nothing of fields. The damage meant: a page's title tag ("Bridge opens | Town Hall", "Bridge opens ‹ The Mill"),
a trail that ran into the headline ("Home News Bridge opens"), a headline over a gallery and again over the story.
"""

import re
from functools import lru_cache

from muniment.frozen import dataclass
from muniment.normalise.metadata import shapes

REACH = 160
"""Lines among which a headline is looked for again."""
_TAGS = 8
"""First lines that can be a page's title tag or trail."""
_HEAD = 40
_NEXT = 3
"""Lines below a title that was cut among which the whole title stands."""
_TAG = 40
"""Characters from which a line whose words begin a longer line was cut."""
_PART = re.compile(r"\s(?:\||‹|›|«|»|–|—|-|::|:|>|/|•|·|&gt;)\s|\t")
_STUCK_SITE = re.compile(r"(?:[-–—_|]{1,2}|\.{3} ?)[A-ZÀ-Þ][\w.’'&]*(?: [A-ZÀ-Þ][\w.’'&]*){0,3}$")
"""The site's name stuck to a title: "Bridge opens in Leeds-Millnews", "Bridge opens_The Mill"."""
_PICTURED = re.compile(r"(?:logo|image|photo|picture|bild|foto|icon)\b")
"""How the words begin that stand for a picture: "Logo of the Mill"."""
_TWICE = 20
"""Characters from which a line can be the same words twice."""
_FLAT = str.maketrans({"\u00ad": None, "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"})
_EDGES = " .…!?*#_|‹›«»–—-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Echo:
    """A line that the page prints again."""

    own: int
    """Index of the line that holds nothing else."""
    tag: int
    """Index of the line that repeats it, alone or with the site's words."""
    is_alone: bool
    """Whether that line, too, holds nothing else."""


def once(words: str) -> str:
    """Give a line that says the same thing twice once, as pages do whose title and heading ran together."""
    half = len(words) // 2
    return words[:half] if half > _TWICE and words[half:] == f" {words[:half]}" else words


@lru_cache(maxsize=8)
def find(texts: tuple[str, ...]) -> tuple[Echo, ...]:
    """Find the headlines among the first lines that the page prints again, the surest first."""
    folds = tuple(_folded(text) for text in texts)
    own: dict[str, int] = {}
    again: list[Echo] = []
    for index, folded in enumerate(folds):
        is_stopped = texts[index].endswith((".", ":", ",")) and not _is_doubled(index, texts)
        if not folded or is_stopped:
            continue
        first = own.setdefault(folded, index)
        if first != index and first < _HEAD and _is_full(folded):
            again.append(Echo(own=first, tag=index, is_alone=True))
    tagged = [
        Echo(own=own[part], tag=index, is_alone=False)
        for index, text in enumerate(texts[:_TAGS])
        if (part := _titled(index, text, folds, own))
    ]
    return (*_halved(folds), *tagged, *again)


def _halved(folds: tuple[str, ...]) -> tuple[Echo, ...]:
    """Find a title that the page prints on one line and again over two: the line that holds it whole is its own."""
    for index, whole in enumerate(folds[:_TAGS]):
        if not _is_full(whole):
            continue
        for at in range(index + 1, min(len(folds) - 1, _HEAD)):
            if folds[at] and folds[at + 1] and f"{folds[at]} {folds[at + 1]}" == whole:
                return (Echo(own=index, tag=at, is_alone=False), Echo(own=index, tag=at + 1, is_alone=False))
    return ()


def _is_doubled(index: int, texts: tuple[str, ...]) -> bool:
    """Tell whether a line is one of the two alike with which a page begins, and names a meeting: with a stop, too."""
    is_first = index < 2 <= len(texts) and texts[0] == texts[1] == shapes.first_sentence(texts[0])
    return is_first and shapes.names_meeting(texts[0].split(",")[0])


def _folded(text: str) -> str:
    """Fold case and white space of a line and take its outer marks off; a paragraph gives nothing."""
    if len(text) > 240:
        return ""
    return " ".join(text.translate(_FLAT).split()).strip(_EDGES).casefold()


def _is_full(folded: str) -> bool:
    """Tell whether words are too many for a section's name, and too few for a paragraph."""
    return len(folded) > 14 and 2 <= folded.count(" ") <= 25


def _cut(whole: str, below: tuple[str, ...]) -> str:
    """Give the line below whose beginning ends a line that breaks off ("2017-04 Lake states sign Decl...")."""
    words = whole.split()
    for start in range(min(len(words) - 2, 8)):
        opening = " ".join(words[start:])
        found = next((line for line in below if len(opening) >= 15 and line.startswith(opening)), "")
        if found and _is_full(found):
            return found
    return ""


def _titled(index: int, text: str, folds: tuple[str, ...], own: dict[str, int]) -> str:
    """Give the part of a title tag or trail that is a line of its own; empty if none is, or only the site's name."""
    whole = folds[index]
    if whole.count(" ") < 2 or _PICTURED.match(whole):
        return ""
    for match in _PART.finditer(text):
        before, behind = _folded(text[: match.start()]), _folded(text[match.end() :])
        if own.get(before, index) != index and " " in before and len(before) > 8:
            return before
        if own.get(behind, index) != index and _is_full(behind) and behind.count(" ") > before.count(" "):
            return behind
    stuck = _STUCK_SITE.search(text)
    if stuck and own.get(flat := _folded(text[: stuck.start()]), index) != index and _is_full(flat):
        return flat
    if text.rstrip().endswith(("...", "…")):
        return _cut(whole, tuple(below for below in folds[index + 1 : _HEAD] if below in own))
    nearest = folds[index + 1 : index + _NEXT]
    longer = next((below for below in nearest if below.startswith((f"{whole}-", f"{whole} "))), "")
    if len(whole) >= _TAG and longer in own and _is_full(longer):
        return longer
    for below in folds[index + 1 : _HEAD]:
        is_short = below and whole.endswith(below) and whole.count(" ") - below.count(" ") <= 7
        is_apart = whole.endswith(f" {below}") or below.count(" ") >= 4
        if is_short and below in own and _is_full(below) and is_apart:
            return below
    return ""
