"""Start and end of elements, and words between → lines with what the markup says of them.

It is the target that lxml's parser calls, one event after the other; knows nothing of bytes and of what words mean.
"""

from collections import Counter
from collections.abc import Iterator, Mapping

from muniment.formats.html import effects, names
from muniment.formats.html.effects import Closing, Writing
from muniment.formats.sheet import Sheet

DEEPEST = 2_000
"""Elements open at once; browsers give up at 512."""

_MOST_SAID = 6
"""Elements, one inside the other, that say the same sort of thing."""

PART_END = "muniment-end"
"""An element put before the end of each part."""
_PART_END = f"<{PART_END}></{PART_END}>"


MOST_ELEMENTS = 200_000
"""Of a page; a long book has a quarter of that."""


class TooMuch(Exception):  # noqa: N818 - it says what the page has
    """Raised where a page has more than any reader's browser would show."""


class Reader:
    """Reads a page, event by event."""

    def __init__(self) -> None:
        self.sheet = Sheet()
        """The whole page, when it is closed."""
        self.title = ""
        self.fields: list[tuple[str, str]] = []
        """(name, content) of the machine-readable head, in order."""
        self._writing = Writing(sheet=self.sheet)
        self._open: list[tuple[str, list[Closing]]] = []
        self._within: Counter[str] = Counter()
        self._said_of: Counter[str] = Counter()
        self._skipping = 0
        self._elements = 0
        self._hidden: list[Sheet] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """Begin an element; what is to be done at its end is kept with it."""
        if self._skipping or name in names.SKIPPED or (name in ("title", "desc") and self._within["svg"]):
            self._skipping += 1
            return
        self._elements += 1
        if len(self._open) >= DEEPEST:
            raise TooMuch(f"more than {DEEPEST} elements open at once")
        if self._elements > MOST_ELEMENTS:
            raise TooMuch(f"more than {MOST_ELEMENTS} elements")
        self._note(name, attributes)
        self._open.append((name, list(self._begin(name, attributes))))
        self._within[name] += 1

    def end(self, name: str) -> None:
        """End an element, and those in it that are still open."""
        if self._skipping:
            self._skipping -= 1
        elif self._within[name]:
            while self._open[-1][0] != name:
                self._close_last()
            self._close_last()

    def data(self, words: str) -> None:
        """Take words."""
        if self._skipping:
            return
        if self._open and self._open[-1][0] == "title":
            self.title += words
        else:
            self._writing.sheet.write(words.replace(_PART_END, "").replace("\f", " "))

    def close(self) -> None:
        """Finish the page; what it hides is its text if it shows nothing else."""
        while self._open:
            self._close_last()
        self._part()
        hidden = [each for each in self.sheet.marked if each.role == "hidden"]
        unseen = {line for each in hidden for line in range(each.lines[0], each.lines[1] + 1)}
        if all(number in unseen for number, line in enumerate(self.sheet.lines, 1) if line):
            self.sheet.marked = [each for each in self.sheet.marked if each.role != "hidden"]
        self.title = " ".join(self.title.split())

    def _close_last(self) -> None:
        name, closings = self._open.pop()
        self._within[name] -= 1
        for closing in reversed(closings):
            closing()

    def _begin(self, name: str, attributes: Mapping[str, str]) -> Iterator[Closing]:
        """Do what the beginning of an element does to lines; give what its end does, to be done in reverse order."""
        is_apart, is_line = name in names.BLOCKS, name in names.LINES
        if is_apart or name == PART_END:
            self._part()
            yield self._part
        elif is_line:
            self._writing.sheet.end_line()
            yield self._writing.sheet.end_line
        if names.is_hidden(name, attributes):
            yield self._hide(name)
        if is_apart or is_line:
            yield from self._said(name, attributes)
        effect = effects.ALL.get(name)
        closing = effect(self._writing, attributes) if effect else None
        if closing:
            yield closing

    def _note(self, name: str, attributes: Mapping[str, str]) -> None:
        """Keep what the page's head says."""
        if name in ("html", "body") and names.language(attributes):
            self.fields.append(("lang", names.language(attributes)))
        elif name == "meta" and attributes.get("content"):
            keys = ("name", "property", "itemprop", "http-equiv")
            self.fields += [(attributes[key], attributes["content"]) for key in keys if attributes.get(key)][:1]
        elif name == "link" and attributes.get("rel", "").lower() == "canonical":
            self.fields.append(("canonical", attributes.get("href", "")))

    def _said(self, name: str, attributes: Mapping[str, str]) -> Iterator[Closing]:
        """Mark the lines of an element with what it says of them."""
        said = (
            ("furniture", names.furniture(name, attributes, self._within)),
            ("caption", name if name == "figcaption" else ""),
            ("language", names.language(attributes) if name not in ("html", "body") else ""),
        )
        for role, value in said:
            if value and self._said_of[role] < _MOST_SAID:
                yield self._marking(role, value)

    def _marking(self, role: str, value: str) -> Closing:
        sheet, first = self._writing.sheet, len(self._writing.sheet.lines)
        self._said_of[role] += 1

        def mark() -> None:
            """Mark every line from the element's first on."""
            self._said_of[role] -= 1
            sheet.end_line()
            sheet.mark(first, role, value)

        return mark

    def _hide(self, name: str) -> Closing:
        """Set what the page hides on a sheet of its own, so that no line holds both what is shown and what is not."""
        outer, own = self._writing.sheet, Sheet()
        self._writing.sheet = own

        def put_by() -> None:
            """Go back to what is shown, and keep what is not for the end of the part."""
            own.end_line()
            self._writing.sheet = outer
            own.mark(0, "hidden", name)
            self._hidden.append(own)

        return put_by

    def _part(self) -> None:
        """Set what follows apart; what the page hides goes behind the part of the page it stood in."""
        self._writing.sheet.part()
        if self._writing.sheet is self.sheet and not self._writing.tables:
            waiting, self._hidden = self._hidden, []
            for sheet in waiting:
                self.sheet.append(sheet)
