"""Turns the words of a document into the mentions of states in them, each with its sentence and its place in the seed.

It refuses to say what a mention means; which names there are is the gazetteer's affair.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from muniment.archive.sentences import around, bounds
from muniment.archive.stretches import Places, Stretch, in_seed, line_near
from muniment.model import Mention

if TYPE_CHECKING:
    from muniment.gazetteer import Gazetteer


def mentions(document: str, held: Sequence[Stretch], standing: Places, gazetteer: "Gazetteer") -> tuple[Mention, ...]:
    """Find every mention of a state in a document, metadata lines first, then the text in order.

    A form of which nothing stands in the seed (an editor's emendation) gets the line of the words before it, offset 0.
    """
    found = []
    for stretch, named in zip(held, gazetteer.find_all([stretch.words for stretch in held]), strict=True):
        if not named:
            continue
        starts = bounds(stretch.words)
        known = standing.get(stretch.anchor, ())
        for each in named:
            line, column = in_seed(known, each.start, each.end)
            quote_start, quote = around(stretch.words, starts, each.start, each.end)
            found.append(
                Mention(
                    state=each.state,
                    document=document,
                    anchor=stretch.anchor,
                    form=each.form,
                    kind=each.kind,
                    quote=quote,
                    quote_start=quote_start,
                    start=each.start,
                    seed_line=line or line_near(known, each.start) or stretch.line,
                    seed_start=column,
                )
            )
    return tuple(found)
