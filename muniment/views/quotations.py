"""A passage → a quotation as printed: exact words cut to a readable length, names marked, source named and linked.

Never puts a word or a sign inside the quoted words that does not stand in the passage.
"""

from collections.abc import Iterable
from typing import Protocol

from muniment.frozen import dataclass
from muniment.model import Passage
from muniment.pages import document_path, has_seed_view, seed_view_path
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links

LONGEST = 420
"""Characters of a quotation that is printed whole; a longer one is cut around the words that matter."""

AROUND = 130
"""Characters kept on either side of the marked words when a quotation is cut."""


class Mentioned(Protocol):
    """A name that stands in a sentence: of a state, a person, an organisation or a place."""

    @property
    def document(self) -> str:
        """Id of the document."""

    @property
    def anchor(self) -> str:
        """Of the passage."""

    @property
    def form(self) -> str:
        """As printed."""

    @property
    def quote(self) -> str:
        """The sentence it stands in."""

    @property
    def quote_start(self) -> int:
        """0-based offset of that sentence in the passage's words."""

    @property
    def start(self) -> int:
        """0-based offset of the form in the passage's words."""

    @property
    def seed_line(self) -> int:
        """1-based line of the seed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of quoted words."""

    text: str
    is_marked: bool = False
    """Whether these are the words the quotation is shown for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words of a document, with everything a page says about where they stand."""

    document: str
    anchor: str
    parts: tuple[Part, ...]
    """The exact words of the passage, in order and without a gap."""
    url: str
    """Link to the passage."""
    place: str
    """The passage in words: `¶ 12`."""
    kind: str
    """Kind of the document, for readers."""
    title: str
    """Title of the document."""
    language: str
    """BCP 47 tag of the document; empty when unknown."""
    seed_url: str
    """Link to the line of the seed; empty where no page shows it."""
    seed_line: int
    is_cut_before: bool = False
    """Whether the passage's sentence begins before these words."""
    is_cut_behind: bool = False
    """Whether it goes on behind them."""


def place_in_words(aid: FindingAid, anchor: str) -> str:
    """Name an anchor for readers: `¶ 12`, `heading 2`, `line 3 set apart`."""
    letters = anchor.rstrip("0123456789")
    number = anchor[len(letters) :]
    return aid.say(f"place.{letters}", n=number) if letters in {"p", "h", "m", "fn"} else anchor


def quotation(
    aid: FindingAid, links: Links, passage: Passage, marked: Iterable[Mentioned] = (), longest: int = LONGEST
) -> Quotation:
    """Set a passage as a quotation with the given mentions marked in it, cut around the first if it is too long."""
    spans = tuple(
        (mention.start - passage.start, mention.start - passage.start + len(mention.form))
        for mention in marked
        if (mention.document, mention.anchor) == (passage.document, passage.anchor)
        and passage.start <= mention.start <= passage.start + len(passage.quote) - len(mention.form)
    )
    begin, end = _kept(passage.quote, spans, longest)
    document = aid.documents[passage.document]
    front = document.entry
    has_view = has_seed_view(aid.archive, document)
    return Quotation(
        document=passage.document,
        anchor=passage.anchor,
        parts=tuple(_parts(passage.quote, begin, end, spans)),
        url=links.to(f"{document_path(passage.document)}#{passage.anchor}"),
        place=place_in_words(aid, passage.anchor),
        kind=aid.kind(document),
        title=front.title,
        language=dict(front.passages).get(passage.anchor, "") or ("" if front.language == "und" else front.language),
        seed_url=links.to(f"{seed_view_path(document.id)}#s{passage.seed_line}") if has_view else "",
        seed_line=passage.seed_line,
        is_cut_before=begin > 0,
        is_cut_behind=end < len(passage.quote),
    )


def mention_passage(mention: Mentioned) -> Passage:
    """Give the sentence a mention stands in as a passage, at its place in the paragraph."""
    return Passage(
        document=mention.document,
        anchor=mention.anchor,
        quote=mention.quote,
        start=mention.quote_start,
        seed_line=mention.seed_line,
    )


def opening(words: str, longest: int) -> tuple[str, bool]:
    """Cut words behind a whole word within a length; say whether anything was cut."""
    if len(words) <= longest:
        return words, False
    cut = words.rfind(" ", 0, longest + 1)
    return words[: cut if cut > 0 else longest].rstrip(" ,;:–—"), True


def _kept(quote: str, spans: tuple[tuple[int, int], ...], longest: int) -> tuple[int, int]:
    """Choose which stretch of a quotation to print: all of it, or whole words around the first marked ones."""
    if len(quote) <= longest:
        return 0, len(quote)
    if not spans:
        return 0, len(opening(quote, longest)[0])
    around = min(AROUND, longest // 3)
    begin, end = max(spans[0][0] - around, 0), min(spans[0][1] + around, len(quote))
    if begin:
        begin = max(quote.find(" ", begin, spans[0][0]) + 1, 0) or begin
    if end < len(quote):
        end = max(len(quote[: max(quote.rfind(" ", spans[0][1], end), spans[0][1])].rstrip(" ,;")), spans[0][1])
    return begin, end


def _parts(quote: str, begin: int, end: int, spans: tuple[tuple[int, int], ...]) -> Iterable[Part]:
    """Split the printed stretch of a quotation at the marked words."""
    at = begin
    for first, last in sorted(spans):
        if at <= first and last <= end:
            if at < first:
                yield Part(text=quote[at:first])
            yield Part(text=quote[first:last], is_marked=True)
            at = last
    if at < end:
        yield Part(text=quote[at:end])
