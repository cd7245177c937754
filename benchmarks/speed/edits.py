"""Makes the edits that are measured, the same in every generator's own form: a word of a text, or a title.

In this generator's edition a changed word has its note, as an editor would write it: what, who and why.
"""

import random
import re
from dataclasses import dataclass, replace
from pathlib import Path

from lxml import html

from benchmarks.speed import wording
from benchmarks.speed.archives import Entry
from benchmarks.speed.corpus import Block
from muniment.edition.scalars import written

_WORD = re.compile(r"[a-z]{8,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A word that stands once in a document, and where."""

    word: str
    quote: str
    """The word with those beside it."""
    block: int
    """Which of the text's blocks has it, from 0."""


def spot(entry: Entry) -> Spot:
    """Find a word to be changed: small letters, in a paragraph, once in the whole document."""
    for number, block in enumerate(entry.text.blocks):
        words = block.texts[0].split() if block.form == "paragraph" and number else []
        for before, word, behind in zip(words, words[1:], words[2:], strict=False):
            quote = f"{before} {word} {behind}"
            if _WORD.fullmatch(word) and entry.body.count(word) == 1 and quote in entry.body and '"' not in quote:
                return Spot(word=word, quote=quote, block=number)
    raise LookupError(f"{entry.id} has no word that stands once")


def new_word(turn: int) -> str:
    """Make a word up that no document has."""
    return f"{wording.surname(random.Random(f'edit/{turn}')).lower()}ing"  # noqa: S311 not for secrets


def reworded(entry: Entry, turn: int) -> Entry:
    """Change one word of a document's text."""
    place, word = spot(entry), new_word(turn)
    blocks = list(entry.text.blocks)
    changed = blocks[place.block].texts[0].replace(place.word, word)
    blocks[place.block] = Block(form="paragraph", texts=(changed,))
    text = replace(entry.text, blocks=tuple(blocks))
    return replace(entry, text=text, body=entry.body.replace(place.word, word))


def retitled(entry: Entry, turn: int) -> Entry:
    """Change a document's title."""
    return replace(entry, title=f"{entry.title}, {new_word(turn)}")


def reword_edition(source: str, entry: Entry, turn: int, page: Path) -> str:
    """Change the word in an edition as it was drafted, and say so in a note; `page` tells the paragraph's anchor."""
    place, word = spot(entry), new_word(turn)
    head, fence, body = source.partition("\n---\n")
    note = {
        "kind": "emendation",
        "at": anchor(page, entry.text.blocks[place.block].texts[0]),
        "quote": place.quote,
        "text": f"The seed reads “{place.word}”.",
        "by": "an editor",
    }
    pairs = ", ".join(f"{name}: {written(value, in_flow=True)}" for name, value in note.items())
    return f"{head}\nnotes:\n  - {{{pairs}}}{fence}{body.replace(place.word, word)}"


def retitle_edition(source: str, entry: Entry, turn: int) -> str:
    """Change the title of an edition as it was drafted."""
    title = f"title: {written(retitled(entry, turn).title)}"
    return re.sub(r"^title: .*$", lambda _: title, source, count=1, flags=re.MULTILINE)


def anchor(page: Path, words: str) -> str:
    """Find the anchor of a paragraph on its document's page."""
    for element in html.document_fromstring(page.read_bytes()).xpath("//*[@id]"):
        if re.fullmatch(r"p\d+", element.get("id")) and words in " ".join(element.text_content().split()):
            return str(element.get("id"))
    raise LookupError(f'{page} has no paragraph "{words[:60]}"')
