"""Turns a document that was read and described into its entry: what lists and other pages see of it.

It refuses to hold anything that only the document's own page shows.
"""

import hashlib
from collections.abc import Iterable

from muniment.archive.tongues import languages
from muniment.model import Collation, Edition, Entry, Mention
from muniment.settings.lines import line_of

LIST_LENGTH = 8
"""As many states named in one paragraph make it a list of states."""

SHORTEST = 40
"""Characters below which an opening paragraph (a salutation) says too little."""

_NAMING_OTHERS = ("kind", "event", "translation_of", "aliases")


def entry(edition: Edition, collation: Collation, mentions: tuple[Mention, ...]) -> Entry:
    """Make the entry of one document."""
    front = edition.front
    lines = dict(edition.lines)
    blocks = collation.text.blocks
    return Entry(
        id=front.id,
        path=edition.path,
        title=front.title,
        kind=front.kind,
        date=front.date,
        language=front.language,
        passages=tuple(languages(edition).items()),
        place=front.place,
        event=front.event,
        creators=front.creators,
        aliases=front.aliases,
        translation_of=front.translation_of,
        publish_seed=front.publish_seed,
        withdrawn=front.withdrawn,
        revised=front.revised,
        paragraphs=sum(1 for block in blocks if block.anchor.startswith("p")),
        weight=_weight(collation),
        differences=len(collation.apparatus.operations),
        opening=None if front.withdrawn else _opening(collation),
        named=_named(mentions),
        lists=lists(mentions),
        lines=tuple((field, line_of(lines, (field,))) for field in _NAMING_OTHERS),
    )


def lists(mentions: tuple[Mention, ...]) -> tuple[str, ...]:
    """Find the paragraphs that are lists of states: many named in one, or many that are nothing but a state's name."""
    if len(mentions) < LIST_LENGTH:
        return ()
    named: dict[str, dict[str, None]] = {}
    alone: dict[str, list[str]] = {}
    for mention in mentions:
        named.setdefault(mention.anchor, {})[mention.state] = None
        if len(mention.quote) <= len(mention.form) + 2:  # a full stop or a comma may follow the name
            alone.setdefault(mention.state, []).append(mention.anchor)
    found = [anchor for anchor, members in named.items() if len(members) >= LIST_LENGTH]
    if len(alone) >= LIST_LENGTH:
        found += [anchor for anchors in alone.values() for anchor in anchors if len(named[anchor]) == 1]
    return tuple(dict.fromkeys(found))


def _weight(collation: Collation) -> int:
    """Count the bytes of everything that has an anchor and words."""
    lines = (line.text for line in collation.meta_lines)
    blocks = (block.words for block in collation.text.blocks if block.anchor)
    return sum(len(each.encode()) for each in (*lines, *blocks) if each.strip())


def _opening(collation: Collation) -> tuple[str, str, int] | None:
    """Give the first paragraph that is long enough to say something."""
    for block in collation.text.blocks:
        if block.kind == "paragraph" and block.anchor and len(block.words) >= SHORTEST:
            line = next((place.line for place in collation.places if place.anchor == block.anchor), 1)
            return block.anchor, block.words, line
    return None


def _named(mentions: Iterable[Mention]) -> tuple[tuple[str, str], ...]:
    """Digest for each state everything that its own page prints of its mentions."""
    said: dict[str, list[object]] = {}
    for each in mentions:
        place = (each.anchor, each.form, each.kind, each.quote, each.quote_start, each.start, each.seed_line)
        said.setdefault(each.state, []).append((*place, each.seed_start))
    return tuple(
        (state, hashlib.blake2b(repr(rows).encode(), digest_size=8).hexdigest()) for state, rows in said.items()
    )
