"""Described documents, whole or known by their entries: put aside, fetched again, and given to the next build.

It refuses to hold many of them at a time.
"""

import pickle
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from muniment import archive, hands
from muniment.line.aside import Aside, Note, Patient, Place
from muniment.line.remembered import Known
from muniment.line.texts import Examined, Frame, Pair, Texts, examine
from muniment.model import Anchored, Document, Mention, Settings, Shelved

Value = TypeVar("Value")

Mentions = Callable[[], tuple[Mention, ...] | None]
OPEN = 16
"""Whole documents that are held while others are looked at."""
WHOLE = 500
"""Documents that a process holds whole from being described until their pages are set; of more it holds none."""


class Shelf:
    """Whole documents, made again when one is asked for; the last few are held."""

    def __init__(self, texts: Texts, frame: Frame, aside: Aside, number: int = 0) -> None:
        """Make room for as many documents as are to be described."""
        self._texts = texts
        self._frame = frame
        self._aside = Patient(aside)
        self._places: dict[str, tuple[Aside, Place]] = {}
        self._holds = number <= WHOLE
        self._open: dict[str, Document] = {}

    def fetch(self, filed: hands.Filed, known: Mentions = lambda: None) -> Document:
        """Give the whole document of an edition; `known` gives its mentions, if they are remembered."""
        document = self._open.get(filed.path)
        if document is None:
            document = self._fetched(filed, known)
            if len(self._open) >= OPEN:
                self._open.clear()  # in one step: a preview may ask from two threads
            self._open[filed.path] = document
        return document

    def kept(self, each: Examined) -> Examined:
        """Give a document that was just described as it is where there are few; else put it aside for its pages."""
        if self._holds:
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

    def _fetched(self, filed: hands.Filed, known: Mentions) -> Document:
        if filed.path in self._places:
            aside, place = self._places[filed.path]
            document: Document = pickle.loads(aside.get(place))  # noqa: S301 our own words
            return document
        examined, _ = examine(Pair(filed=filed), self._texts, self._frame, known())
        if examined is None:
            raise KeyError(filed.path)
        return examined.described.document


class _Recalled:
    """What is remembered of a document, held from when it is first asked for; what is forgotten is found again."""

    __slots__ = ("_known", "_mentions", "_passages", "_shelf")

    def __init__(self, known: Known, shelf: Shelf) -> None:
        self._known = known
        self._shelf = shelf
        self._mentions: tuple[Mention, ...] | None = None
        self._passages: tuple[Anchored, ...] | None = None

    def whole(self) -> Document:
        return self._shelf.fetch(self._known.filed, self._known.mentions)

    def mentions(self) -> tuple[Mention, ...]:
        if self._mentions is None:
            found = self._known.mentions()
            self._mentions = self.whole().mentions if found is None else found
        return self._mentions

    def passages(self) -> tuple[Anchored, ...]:
        if self._passages is None:
            found = self._known.passages()
            self._passages = self.whole().passages if found is None else found
        return self._passages


def remembered(known: Known, shelf: Shelf) -> Examined:
    """Put a document that stands as it was on the shelf."""
    own = _Recalled(known, shelf)
    document = Shelved(known.entry, own.mentions, own.passages, own.whole)
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


def _mentions(document: Document) -> Mentions:
    return lambda: document.mentions


def _passages(document: Document) -> Callable[[], tuple[Anchored, ...] | None]:
    return lambda: document.passages
