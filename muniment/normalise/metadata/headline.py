"""Weighs the plain lines of a head: which is the headline, which a section's name, a teaser, a control or debris.

Knows no other field. Pages scraped from the web print names of sections, kickers, teasers of other stories and prompts
over the headline ("World / Europe", "Science", "In Lisbon", "Send this to a friend"); scans print specks as letters.
The evidence is the words a line shares with the text, its length and form, what stands below it, and its repetition.
"""

import re
from functools import lru_cache
from itertools import pairwise, takewhile

from muniment.frozen import dataclass
from muniment.normalise.metadata import dateline, document_types, shapes, site_forms
from muniment.normalise.metadata.head import HeadLine
from muniment.normalise.metadata.labels import REMEMBERED
from muniment.normalise.metadata.view import Line, View

_SAMPLE = 4000
"""Characters of running text that a headline is held against."""
_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 6
_COMMON_WORDS = (
    "with from that this have been will were what when where which their there they your about more over than into "
    "after some other also said says news story page home dans pour avec sont cette plus leur nous vous comme mais "
    "elle para como esta este pero desde sobre hasta tras eine einer eines nicht auch oder sich wird sind über unter "
    "nach beim ikke eller etter være blir"
)
_ROW = 11
"""Words from which a line without a single article or preposition is a menu that lost its line ends."""
_SMALL_WORDS = (
    "a an the of to for in on at by with from and or as is are after over de la le les el los du des et y en del con "
    "por para un una au aux sur pour dans og på til i av der die das und zu im von mit für um bei"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_COMMON = frozenset(_COMMON_WORDS.split())
_IN_PLACE = re.compile(r"^(?:In|At|En|À|Aus|From|Desde|Fra|Près de|Cerca de)\s")
_PROMPT = re.compile(
    r"\b(?:your|this (?:story|page|article|video|post|conversation)|share|click|sign up|newsletter|facebook|twitter"
    r"|\+ ?\d+ more|e-?mail|follow us|cookies?|terms of (?:service|use)|comments?$|minute read|spam|main content"
    r"|diese(?:n|r)? (?:seite|artikel)|drucken|schließen|empfiehl|empfehlen|anfordern"
    r"|suche nach|abonne(?:r|z|ment)|partage[rz]?|imprimer|compartir|suscr[ií]\w+|skriv ut|del artikkelen)\b",
    re.IGNORECASE,
)
_NEIGHBOUR = re.compile(
    r"^[«‹←<][^»›]*$|^[^«‹]*[»›→>]$|(?:previous|next) (?:article|story|post)$|^(?:previous|next)\b", re.IGNORECASE
)
"""The story before or after, as a site's arrows name it."""
_READ_ON = re.compile(
    r"(?:read (?:more|on)|continue reading|weiter ?lesen|mehr lesen|les mer|läs mer|lire la suite|leer más|mehr)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CREDIT = re.compile(
    r"^\((?!\d)|\((?:[^()]{0,40}/[^()]{2,60}|(?:photo|foto|credit|image)s?\b[^()]{2,60})\)$|\b(?:photos?|foto|credit|bild|image|video):"
    r"|\b(?:AP|AFP|EPA|dpa|EFE|NTB|Getty|Reuters) ?(?:photo|images?)\b",
    re.IGNORECASE,
)
_QUOTING = re.compile(r"[A-ZÀ-Þ][\w’'. -]{2,40}: ?[„“\"«‘'].{8,}[”“\"»’'][.!?]?")
"""How a release names its speaker and quotes him: "Bell: “The dam will be built”"."""
_ADDRESS = re.compile(r"^(?:https?://|www\.)\S+$|›$|^(?:par|by|por|av|von)$", re.IGNORECASE)
_STUCK = re.compile(r"\b(?:on|of|in|the|for|by|at|de|sur|von|und|and|to|with|about|from)$", re.IGNORECASE)
_ISSUED = {"press-release", "news-story", "statement", "speech"}
"""Types whose names stand alone over a headline."""
_FAR_MORE = 6
"""Words that a line must share with the text beyond the line above it to be no standfirst of that line."""
_WEAK = 2.0
"""Points below which a clearly better line is believed sooner."""
_DOUBTFUL = 1.0
"""Points below which the editor is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """A line of the head with what speaks for and against its being the headline."""

    head: HeadLine
    points: float
    """The more, the likelier."""
    shared: int
    """How many of its words the text has too."""
    reasons: tuple[str, ...]
    """What speaks for it."""
    is_printed_twice: bool
    """Whether it is the page's own title as well."""
    index: int
    """Its place in the head."""

    @property
    def is_weak(self) -> bool:
        """Tell whether another line would be believed sooner."""
        return self.points < _WEAK

    @property
    def is_doubtful(self) -> bool:
        """Tell whether an editor should look at it."""
        return self.points < _DOUBTFUL


def weigh(heads: tuple[HeadLine, ...], candidates: tuple[HeadLine, ...], view: View) -> tuple[Weighed, ...]:
    """Weigh every candidate among the lines of a head."""
    teasers = _teasers(view)
    teased = {view.lines[index - 1].number for index in teasers if index}
    body = _body(view, teasers)
    known = stems(body)
    echoed = {view.lines[echo.own].number: echo for echo in view.echoes}
    shared = {head.line.number: len(stems(head.line.text) & known) for head in candidates}
    most = max(shared.values(), default=0)
    signed = sum(head.line.text.count(" ") >= 3 and _is_lone_name(below.line.text) for head, below in pairwise(heads))
    found: list[Weighed] = []
    for head in takewhile(lambda one: not site_forms.RELATED.fullmatch(one.line.text), candidates):
        index = next((place for place, other in enumerate(heads) if other is head), len(heads))
        below = heads[index + 1] if index + 1 < len(heads) else None
        evidence = [
            *_of_form(head.line.text),
            *_of_words(shared[head.line.number], most if head.line.number not in echoed else 0),
            *([(-4.0, "a teaser")] if head.line.number in teased else []),
            *_of_place(below, is_in_head=index < len(heads), is_list=signed > 1),
        ]
        if echo := echoed.get(head.line.number):
            short = head.line.text.count(" ") <= 3
            alone = (1.5 if short else 3.0, "the page prints it again")
            evidence.append(alone if echo.is_alone else (5.0, "the page's own title"))
        if head.line.text.count(" ") >= 7 and head.line.text.strip(" .") in body:
            evidence.append((-2.0, "a sentence of the text"))
        reasons = tuple(reason for points, reason in evidence if points > 0)
        found.append(
            Weighed(
                head=head,
                points=sum(points for points, _ in evidence),
                shared=shared[head.line.number],
                reasons=reasons,
                is_printed_twice=bool(echo and not echo.is_alone),
                index=index,
            )
        )
    return tuple(found)


def best(weighed: tuple[Weighed, ...]) -> Weighed | None:
    """Give the first line unless a later one is clearly better: a subtitle shares words with the text as well."""
    chosen: Weighed | None = None
    for one in weighed:
        if chosen is None or one.points >= chosen.points + _margin(chosen, one):
            chosen = one
    return chosen


def _margin(chosen: Weighed, other: Weighed) -> float:
    """Give by how much a later line must be better; the long line right below a headline is its standfirst."""
    length, longer = (one.head.line.text.count(" ") for one in (chosen, other))
    is_standfirst = other.index == chosen.index + 1 and length >= 2 and longer >= 9 and longer >= 2 * length
    tells_more = other.shared >= chosen.shared + _FAR_MORE
    if is_standfirst and not tells_more and chosen.points >= (0.5 if length < 3 else -1.5):
        return 5.0
    if chosen.points < 0:
        return 1.0
    return 1.5 if chosen.is_weak else 3.0


def is_caption(text: str) -> bool:
    """Tell whether a line is a picture's caption with its credit, or the credit alone."""
    return bool(_CREDIT.search(text))


def is_label(line: HeadLine) -> bool:
    """Tell whether a line over the headline is a section's name: up to three words, no figure, no sentence."""
    text = line.line.text
    return (
        line.role in {"words", "place"}
        and text.count(" ") <= 2
        and len(text) <= 40
        and not text.endswith((".", "!", "?", ":", ",", "…"))
        and not any(char.isdigit() for char in text)
    )


def _of_form(text: str) -> list[tuple[float, str]]:
    count = text.count(" ") + 1
    lengths = ((1, -3.0), (2, -2.0), (3, -1.0), (5, 0.0), (14, 1.0), (25, 0.5))
    points = next((points for most, points in lengths if count <= most), -3.0)
    found = [(points, "of a headline's length")]
    if count >= _ROW and not _SMALL.intersection(text.casefold().split()):
        found.append((-4.0, "a row of names"))
    if _PROMPT.search(text) or site_forms.role_of(text):
        found.append((-3.0, "a prompt"))
    if _NEIGHBOUR.match(text):
        found.append((-3.0, "a neighbour's name"))
    if text.endswith((".", ";")) and not text.isupper() and not text.endswith("..."):
        found.append((-2.5 if ". " in text else -1.5, "a sentence"))
    if _QUOTING.fullmatch(text):
        found.append((1.5, "it quotes a speaker"))
    if _CREDIT.search(text):
        found.append((-6.0, "a caption"))
    if text.endswith("…") and not text.endswith("?…"):
        found.append((-1.5, "breaks off"))
    if _STUCK.search(text) or _ADDRESS.search(text):
        found.append((-3.0, "no whole phrase"))
    if _IN_PLACE.match(text) and count <= 6 and _is_where(text.split(" ", 1)[1]):
        found.append((-4.0, "only where"))
    if _is_lone_name(text):
        found.append((-1.0, "a name"))
    return found


def _of_words(shared: int, most: int) -> list[tuple[float, str]]:
    if shared:
        return [(0.75 * min(shared, 5), f"it shares {shared} word{'s' if shared > 1 else ''} with the text")]
    return [(-1.5, "no word of it is in the text")] if most >= 2 else []


def _of_place(below: HeadLine | None, *, is_in_head: bool, is_list: bool) -> list[tuple[float, str]]:
    if not is_in_head:
        return []
    if below is None:
        return [(1.0, "the text begins below it")]
    if _is_lone_name(below.line.text):
        return [(-2.0, "a list of stories")] if is_list else [(0.5, "a name stands below it")]
    if below.role in {"byline", "date", "place-date", "person", "label"}:
        return [(1.0, "the byline or day stands below it")]
    return []


def _is_where(rest: str) -> bool:
    words = [word for word in rest.split() if len(word) > 2]
    return bool(words) and sum(word[0].isupper() for word in words) * 3 >= 2 * len(words)


def _is_lone_name(text: str) -> bool:
    return shapes.is_name(text) and text.count(" ") <= 2 and not text.isupper() and not shapes.byline(text)


@lru_cache(maxsize=REMEMBERED)
def stems(text: str) -> frozenset[str]:
    """Give the beginnings of the words of a text that carry meaning."""
    return frozenset(word[:_STEM] for word in _WORD.findall(text.casefold()) if word not in _COMMON)


def _body(view: View, teasers: tuple[int, ...]) -> str:
    """Give the first paragraphs, teasers of other stories left out."""
    words: list[str] = []
    size = 0
    for index in range(view.head, view.tail):
        text = view.lines[index].text
        if shapes.is_prose(text) and index not in teasers:
            words.append(text)
            size += len(text)
            if size > _SAMPLE:
                break
    return " ".join(words)[: _SAMPLE + 1000]


def _teasers(view: View) -> tuple[int, ...]:
    """Give the index of each early paragraph that breaks off over a prompt to read on."""
    first = view.lines[: view.head + 8]
    return tuple(
        index
        for index, (line, below) in enumerate(pairwise(first))
        if line.text.endswith(("…", "...")) and _READ_ON.match(below.text)
    )


def further_down(view: View) -> tuple[Line, ...]:
    """Give the lines below an early teaser that stand as a headline stands: beside a control, day or byline."""
    lines = view.lines[view.head : view.head + 24]
    echoed = {view.lines[index].number for echo in view.echoes for index in (echo.own, echo.tag)}
    found: list[Line] = []
    long = 0
    for index, line in enumerate(lines):
        long += shapes.is_prose(line.text) and line.text.count(" ") >= 20
        if long > 2:
            break
        if line.kind not in {"paragraph", "heading", "line"} or line.text.count(" ") < 2 or len(line.text) > 200:
            continue
        if shapes.is_prose(line.text) or (line.text.endswith((".", ":", ",")) and not line.text.endswith("...")):
            continue
        around = lines[max(0, index - 1) : index] + lines[index + 1 : index + 3]
        below = lines[index + 1] if index + 1 < len(lines) else None
        opens = below is not None and (found_line := dateline.read(below.text)) is not None and found_line.wording
        is_apart = bool(line.gap and below and below.gap) and _is_under_notice(index, lines)
        if line.number in echoed or opens or is_apart or any(_is_frame(other) for other in around):
            found.append(line)
    return tuple(found)


def _is_under_notice(index: int, lines: tuple[Line, ...]) -> bool:
    """Tell whether what stands over a line is a page's notice: it has hardly a word of the paragraphs below."""
    above = stems(" ".join(line.text for line in lines[:index]))
    below = stems(" ".join(line.text for line in lines[index + 1 : index + 4]))
    return bool(above) and len(above & below) <= 1 and len(stems(lines[index].text) & below) > len(above & below) + 1


def _is_frame(line: Line) -> bool:
    if line.kind == "lifted":
        return line.role in {"furniture", "date", "kind"}
    if document_types.alone(line.text) in _ISSUED:
        return True
    return bool(shapes.byline(line.text)) or (len(line.text) <= 80 and bool(_YEAR.search(line.text)))
