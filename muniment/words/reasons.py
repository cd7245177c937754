"""What the program says, in English, of its own changes and findings, so that a page can say it in another language.

These sentences stand in the front matter of editions and in apparatuses; what a person wrote there is left alone.
"""

from collections.abc import Iterator, Mapping
from functools import cache

REASONS: tuple[str, ...] = (
    # Lines of the seed that stand with the title
    "It is the title.",
    "It gives the date.",
    "It gives the event.",
    "It gives the place.",
    "It names the kind of document.",
    "It names who issued the document.",
    "It names who made the document.",
    "A date line of the head.",
    "The head's line about the meeting.",
    "The head's line about the treaty or meeting.",
    "The head's line of place and day.",
    "The head's line that names the kind of document.",
    "A section's name or the page's own title over the headline, not of the document.",
    "A line of the site, not of the document.",
    "A line about who keeps or copied the document, not of the document.",
    "The site's label of the publisher.",
    "The site's label of the date.",
    "The site's label of the kind of document.",
    "The site's label of the language.",
    "The address the text was taken from.",
    "A caption or credit of a picture that is not here.",
    # Changes of form and of what stands in the running text
    "A line that names a division of the text is set as a heading.",
    "A short bold line is set as a heading.",
    "A short line in capitals is set as a heading.",
    "A short line that stands alone before a text is set as a heading.",
    "A short numbered line that stands before a text is set as a heading.",
    "A page number of the printed page is left out of the running text.",
    "A running head of the printed page is left out of the running text.",
    "A running head with the number of the printed page is left out of the running text.",
    "A word cut by a hyphen at a line end is set together.",
    "Bold type of whole paragraphs or headings is layout; the marks are taken off.",
    "Carriage returns, other separators or spaces at line ends are left out.",
    "Every line is followed by a blank one; the lines are set together again as paragraphs.",
    "Indents at the beginning of lines are layout and left out.",
    "Invisible control characters are taken out; they could hide or reorder words.",
    "Markup left over from a web page is taken off.",
    'One sentence was cut by a page break between "{before}" and "{behind}"; its parts are joined.',
    "The paragraph repeats the one before it word for word; it stands once in the running text.",
    "The line repeats the title word for word; it stands once, over the text.",
    "The sign is a bullet; the line is set as an entry of a list.",
    "The text has no blank lines; each line is set as a paragraph of its own.",
    # Findings
    'A list is announced here and does not follow: the next paragraph goes on with "{words}". It seems to be lost.',
    "A list is announced here and does not follow: a new part begins. It seems to be lost.",
    "A list is announced here and does not follow: the text ends there. It seems to be lost.",
    "More blank lines than usual stand before these words; a heading or salutation may be lost (low certainty).",
    "The text breaks off here in mid-sentence; the rest seems to be missing from the seed.",
    "This paragraph repeats the one before it but for a few words.",
    # Differences of form that nobody made by hand
    "A line drawn across the page is layout.",
    "A sign that would be read as layout has a backslash before it, so that it is shown as printed.",
    "Blank lines set paragraphs apart; they carry no words.",
    "Lines end as lines do in all our files; the seed's own line ends are kept here.",
    "Lines shown with their own spacing are fenced instead of indented, or the other way round.",
    "Only the layout differs; the words are the same.",
    "Stars and underscores around words are layout: bold or italics.",
    "The last line is given the line end that it lacks in the seed, or the other way round.",
    "The lines of a paragraph are set together, or a line is set as several; the words are the same.",
    "The number signs of a heading are layout.",
    "The sign before an entry of a list, or before quoted lines, is layout.",
    "White space at the end of a line cannot be seen and is left out.",
    "White space before a line is layout.",
    "White space between words is written as one space.",
)
"""Every sentence; `{…}` are words of the document."""


def translated(written: str, reasons: Mapping[str, str]) -> str:
    """Give what the program wrote in another language; what is not all the program's own stays as it is.

    Several sentences may stand behind one another: one change can have several reasons.
    """
    if not reasons or written in reasons:
        return reasons.get(written, written)
    said = _filled(written, reasons)
    if said:
        return said
    pieces = tuple(_sentences(written, reasons))
    return " ".join(pieces) if pieces and all(pieces) else written


def _sentences(written: str, reasons: Mapping[str, str]) -> Iterator[str]:
    """Give each sentence in the other language; an empty text for one that is not known, and then no more."""
    while written:
        known = next((each for each in reasons if written == each or written.startswith(f"{each} ")), "")
        if known:
            yield reasons[known]
            written = written[len(known) + 1 :]
        else:
            yield _filled(written, reasons)
            return


def _filled(written: str, reasons: Mapping[str, str]) -> str:
    """Give a sentence with blanks, filled with the words that stand in them; empty where none fits."""
    for sentence, said in reasons.items():
        if "{" in sentence:
            words = _blanks(written, sentence)
            if words is not None:
                return said.format(**words)
    return ""


def _blanks(written: str, sentence: str) -> dict[str, str] | None:
    """Find what stands in the blanks of a sentence; nothing where the text is another one."""
    first, *rest = _parts(sentence)
    if not written.startswith(first[0]):
        return None
    words, at = {}, len(first[0])
    for (_, name), (literal, _) in zip((first, *rest[:-1]), rest, strict=True):
        end = written.find(literal, at)
        if end < 0:
            return None
        words[name], at = written[at:end], end + len(literal)
    return words if at == len(written) else None


@cache
def _parts(sentence: str) -> tuple[tuple[str, str], ...]:
    """Part a sentence at its blanks: (words, name of the blank behind them); the last has none."""
    parts = []
    for piece in sentence.split("}"):
        words, _, name = piece.partition("{")
        parts.append((words, name))
    return tuple(parts)
