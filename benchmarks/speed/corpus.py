"""Turns a number into a document of an invented archive: what it is, and its seed as a scraper might have left it.

It refuses to know any generator. Document `n` is the same in every corpus, so that a small one begins a large one.
"""

import datetime
import hashlib
import math
import random
from dataclasses import dataclass

from benchmarks.speed import wording

SEED = 2007
"""Of the default corpus."""
SHAPES = ("chairs-summary", "declaration", "news-story", "statement", "speech")
"""Forms in which seeds come, in turn."""
SUBJECT = "Harbour Lights"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """A stage of the invented process."""

    id: str
    name: str
    """Also the place."""
    begins: datetime.date
    days: int
    """How long documents were made in it."""

    @property
    def event(self) -> str:
        """Give the name of its conference, as documents print it."""
        return f"{self.name} Conference on {SUBJECT}"


STAGES = tuple(
    Stage(id=name.lower(), name=name, begins=datetime.date.fromisoformat(begins), days=days)
    for name, begins, days in (
        ("Trieste", "1997-02-20", 340),
        ("Halifax", "1998-02-02", 420),
        ("Mombasa", "1999-04-12", 300),
        ("Rotterdam", "2000-02-15", 500),
        ("Hobart", "2001-07-02", 900),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A heading, a paragraph, a quoted paragraph, or a list."""

    form: str
    """`heading`, `paragraph`, `quote`, or `list`."""
    texts: tuple[str, ...]
    """The words; a list has one for each entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One document of the archive."""

    number: int
    shape: str
    name: str
    """File name of its seed."""
    title: str
    stage: Stage
    day: datetime.date
    states: tuple[str, ...]
    """Every state that it names, sorted."""
    chair: str
    blocks: tuple[Block, ...]
    """What every generator's page must hold word for word."""


def text(number: int, seed: int = SEED) -> Text:
    """Make a document; everything about it follows from its number and the corpus's seed."""
    source = random.Random(f"{seed}/{number}")  # noqa: S311 not for secrets
    stage = wording.chosen(source, STAGES)
    states = wording.sample(source, wording.STATES, _number_of_states(source))
    topic = wording.chosen(source, wording.TOPICS)
    shape = SHAPES[number % len(SHAPES)]
    digest = hashlib.sha256(f"{seed}/{number}".encode()).hexdigest()
    return Text(
        number=number,
        shape=shape,
        name=f"{number:06d}_{digest[:16]}.txt",
        title=_title(source, shape, topic, states[0]),
        stage=stage,
        day=stage.begins + datetime.timedelta(days=int(source.random() * stage.days)),
        states=states,
        chair=wording.officer(source),
        blocks=_blocks(source, stage, states),
    )


def _number_of_states(source: random.Random) -> int:
    """Say how many states a document names: 3.7 in the mean, now and then all of them."""
    if source.random() < 0.004:
        return len(wording.STATES)
    return 1 + int(-3.0 * math.log(1.0 - source.random()))


def _title(source: random.Random, shape: str, topic: str, state: str) -> str:
    where = f"{topic} at {wording.coast(source)}"
    return {
        "chairs-summary": f"Session {1 + int(source.random() * 9)} – {where[0].upper()}{where[1:]}",
        "declaration": f"Declaration on {where}",
        "news-story": f"{state} joins the appeal for {where}",
        "statement": f"Statement by {state} on {where}",
        "speech": f"Speech on {where}",
    }[shape]


def _blocks(source: random.Random, stage: Stage, states: tuple[str, ...]) -> tuple[Block, ...]:
    """Make some 4.5 KB of text: paragraphs, and between them headings, lists and quoted paragraphs."""
    wanted = 2700 + int(source.random() * 2000)
    namings = [wording.naming(source, state) for state in states if source.random() < 0.6]
    blocks = [Block(form="paragraph", texts=(f"This was said at the {stage.event}. {wording.sentence(source)}",))]
    size, since = 0, 0
    while size < wanted:
        form = _form(source, since)
        block = Block(form=form, texts=_texts(source, form, namings))
        since = 0 if form == "heading" else since + 1
        size += sum(map(len, block.texts))
        blocks.append(block)
    blocks += [Block(form="paragraph", texts=(naming,)) for naming in namings]
    blocks.insert(2, Block(form="paragraph", texts=(wording.listing(stage.name, states),)))
    return tuple(blocks)


def _form(source: random.Random, since: int) -> str:
    """Choose the form of the next block; `since` counts the blocks since the last heading."""
    roll = source.random()
    if since >= 4 and roll < 0.4:
        return "heading"
    return "quote" if roll < 0.08 else "list" if roll < 0.2 else "paragraph"


def _texts(source: random.Random, form: str, namings: list[str]) -> tuple[str, ...]:
    """Make a block's words; paragraphs use up what is to be said of the states."""
    if form == "heading":
        topic = wording.chosen(source, wording.TOPICS)
        return (f"{topic[0].upper()}{topic[1:]}",)
    if form == "list":
        return tuple(wording.sentence(source) for _ in range(2 + int(source.random() * 3)))
    sentences = [wording.sentence(source) for _ in range(2 + int(source.random() * 4))]
    if namings and form == "paragraph":
        sentences.insert(1, namings.pop())
    return (" ".join(sentences),)
