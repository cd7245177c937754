"""Described documents, whole or known by their entries: put aside, fetched again, and given to the next build.

It refuses to hold many of them at a time.
"""

import pickle
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache, partial
from typing import TypeVar

from muniment import archive, hands
from muniment.line.aside import Aside, Note, Patient, Place
from muniment.line.remembered import Known
from muniment.line.texts import Examined, Frame, Pair, Texts, examine
from muniment.model import Anchored, Document, Mention, Settings, Shelved

Value = TypeVar("Value")

OPEN = 16
"""Whole documents that are held while others are looked at."""
WHOLE = 500
"""Documents that a process holds whole from being described until their pages are set."""


class Shelf:
    """Whole documents, made again when one is asked for; the last few are held."""

    def __init__(self, texts: Texts, frame: Frame, aside: Aside) -> None:
        self._texts = texts
        self._frame = frame
        self._aside = Patient(aside)
        self._places: dict[str, tuple[Aside, Place]] = {}
        self._whole = 0
        self._open: dict[str, Document] = {}

    def fetch(self, filed: hands.Filed) -> Document:
        """Give the whole document of an edition."""
        path = filed.path
        if path not in self._open:
            document = self._fetched(filed)
            while len(self._open) >= OPEN:
                del self._open[next(iter(self._open))]
            self._open[path] = document
        return self._open[path]

    def kept(self, each: Examined) -> Examined:
        """Give a document that was just described as it is while there are few; else put it aside for its pages."""
        self._whole += 1
        if self._whole <= WHOLE:
            return each
        document, filed = each.described.document, each.filed
        self._places[filed.path] = self._aside.put(pickle.dumps(document, protocol=pickle.HIGHEST_PROTOCOL))
        mentions, words = document.mentions, self.words(document)
        passages = partial(anchored, words) if words else lambda: self.fetch(filed).passages
        shelved = Shelved(document.entry, lambda: mentions, passages, lambda: self.fetch(filed))
        return replace(each, described=replace(each.described, document=shelved))

    def words(self, document: Document) -> Note | None:
        """Put the passages of a document aside, if the archive is one that will be asked for them."""
        if not is_searched(self._frame.settings):
            return None
        return Note.of(tuple(map(tuple, document.passages)), self._aside)

    def _fetched(self, filed: hands.Filed) -> Document:
        if filed.path in self._places:
            aside, place = self._places[filed.path]
            document: Document = pickle.loads(aside.get(place))  # noqa: S301 our own words
            return document
        examined, _ = examine(Pair(filed=filed), self._texts, self._frame)
        if examined is None:
            raise KeyError(filed.path)
        return examined.described.document


def remembered(known: Known, shelf: Shelf) -> Examined:
    """Put a document that stands as it was on the shelf."""

    @cache
    def mentions() -> tuple[Mention, ...]:
        """Give the mentions as they were found, else find them again."""
        remembered = known.mentions()
        return shelf.fetch(known.filed).mentions if remembered is None else remembered

    @cache
    def passages() -> tuple[Anchored, ...]:
        """Give the passages as they were read, else read them again."""
        remembered = known.passages()
        return shelf.fetch(known.filed).passages if remembered is None else remembered

    document = Shelved(known.entry, mentions, passages, lambda: shelf.fetch(known.filed))
    described = archive.Described(document=document, names=known.names(), problems=known.problems())
    return Examined(described=described, key=known.key, filed=known.filed)


def anchored(words: Note) -> tuple[Anchored, ...]:
    """Give the passages that were put aside."""
    return tuple(map(Anchored._make, words.read()))


def is_searched(settings: Settings) -> bool:
    """Say whether the passages of all documents are asked for, and remembered."""
    return settings.search != "none"


def remember(examined: Iterable[Examined], settings: Settings) -> dict[str, Known]:
    """Give what the next build may know of documents, by the edition's path."""
    passages = _passages if is_searched(settings) else lambda _: lambda: None
    return {
        each.filed.path: Known(
            key=each.key,
            filed=each.filed,
            entry=each.described.document.entry,
            names=_given(each.described.names),
            problems=_given(each.described.problems),
            mentions=_mentions(each.described.document),
            passages=passages(each.described.document),
        )
        for each in examined
    }


def _given(value: Value) -> Callable[[], Value]:
    return lambda: value


def _mentions(document: Document) -> Callable[[], tuple[Mention, ...] | None]:
    return lambda: document.mentions


def _passages(document: Document) -> Callable[[], tuple[Anchored, ...] | None]:
    return lambda: document.passages
