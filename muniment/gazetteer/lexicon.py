"""Turn the forms of all states into a tree of words, and text into the longest forms that stand in it.

It refuses to know the context of a form: whether it means the state here is for others to say.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from muniment.gazetteer.forms import STEP, WORD, fits, fold, head_spellings, joint, steps, whole

_JOIN = re.compile(r"[^\W\d_A-Z][A-Z]|[\d_]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What one form can mean."""

    words: tuple[str, ...]
    """The words of the form, in the case it asks for."""
    ending: str = ""
    """What closes the form: `)`, or `.` which may be missing."""
    states: tuple[str, ...] = ()
    """Ids of the states that bear the form; none for a name that is no state's."""
    kind: str = "alias"
    """`name`, `alias` or `demonym`."""
    reason: str = ""
    """Why it is no state's name."""
    when: str = "always"
    """For a form of several states, when the first of them is meant: `always`, `list` or `never`."""
    flags: frozenset[str] = frozenset()
    """Of `family_names`, `given_names`, `guarded`, `languages`."""
    is_compound: bool = False
    """Whether both halves around an `and` are names of states too."""


class Hit(NamedTuple):
    """A form that stands in a text."""

    start: int
    end: int
    sense: Sense


@dataclass(slots=True)
class _Node:
    """A place in the tree of words."""

    children: dict[str, "_Node"] = field(default_factory=dict)
    senses: list[Sense] = field(default_factory=list)
    letters: str = ""
    """First letters of the words that can follow, folded: most texts go another way at the first letter."""


class Lexicon:
    """All forms, by their first word."""

    def __init__(self, entries: Iterable[tuple[str, Sense]]) -> None:
        roots: dict[str, _Node] = {}
        self._heads: dict[str, _Node] = {}
        self.tails: set[str] = set()
        """Last words of the names of states, as printed and in capitals."""
        for form, sense in entries:
            taken = steps(form)
            node = roots.setdefault(taken[0][1], _Node())
            for between, word in taken[1:]:
                folded = fold(word)
                node.letters += folded[0] if folded[0] not in node.letters else ""
                node = node.children.setdefault(between + folded, _Node())
            if sense.states and sense.kind != "demonym":
                self.tails.update(head_spellings(taken[-1][1]))
            if not any(other.words == sense.words and other.ending == sense.ending for other in node.senses):
                node.senses.append(sense)
        for word in sorted(roots):
            for spelling in head_spellings(word):
                self._heads[spelling] = (
                    _merged(self._heads[spelling], roots[word]) if spelling in self._heads else roots[word]
                )
        letters = "".join(sorted(spelling[0] for spelling in self._heads if not "A" <= spelling[0] <= "Z"))
        # Most words are simple: only those of the second kind may be broken, glued or foreign.
        rest = WORD.removeprefix(r"\w")
        simple = r"[a-z]+(?![\w\u0300-\u036f\u00ad‐-])"
        self._capitalised = re.compile(rf"[A-Z{re.escape(letters)}](?:{simple}|({rest}))")

    @property
    def heads(self) -> Collection[str]:
        """First words of all forms, as printed and in capitals."""
        return self._heads

    def hits(
        self, text: str, start: int = 0, end: int | None = None, *, halves: bool = False, odd: list[int] | None = None
    ) -> Iterator[Hit]:
        """Find the longest forms in text order, without overlap; `halves` leaves compound names out.

        Where letters and digits or small letters and capitals meet in a word, its place is added to `odd`.
        """
        heads = self._heads
        done = start
        for match in self._capitalised.finditer(text, start, len(text) if end is None else end):
            node = heads.get(match.group())
            if node is None:
                if match.lastindex is None:
                    continue
                printed = match.group()
                if odd is not None and _JOIN.search(printed):
                    odd.append(match.start())
                if printed.isascii() and "\n" not in printed:
                    continue
                node = heads.get(whole(printed))
                if node is None:
                    continue
            first = match.start()
            if first < done:
                continue
            if first and (text[first - 1].isalnum() or text[first - 1] == "_"):
                if odd is not None:
                    odd.append(first)
                continue
            hit = self._longest(text, first, match.end(), node, halves)
            if hit is not None:
                done = hit.end
                yield hit

    def _longest(self, text: str, start: int, end: int, node: _Node, halves: bool) -> Hit | None:
        """Walk from the first word as far as the text goes along, then back to the longest form that fits."""
        if not node.children or _goes_astray(text, end, node):
            return _shortest(text, start, end, node) if node.senses else None
        words = [text[start:end]]
        passed = [(node, end)]
        while node.children and (step := STEP.match(text, end)):
            between, printed = joint(step.group(1)), step.group(2)
            end = step.end()
            child = node.children.get(between + fold(printed))
            if child is None and "\n" in printed:
                printed = re.split("[-‐]", printed, maxsplit=1)[0]
                end = step.start(2) + len(printed)
                child = node.children.get(between + fold(printed))
            if child is None:
                break
            node = child
            words.append(printed)
            passed.append((node, end))
        for count in range(len(passed), 0, -1):
            node, end = passed[count - 1]
            for sense in node.senses:
                closed = _closed(text, end, sense)
                if closed and not (halves and sense.is_compound) and (count == 1 or all(map(fits, sense.words, words))):
                    return Hit(start, closed, sense)
        return None


def _shortest(text: str, start: int, end: int, node: _Node) -> Hit | None:
    """Give the form of one word, if there is any."""
    for sense in node.senses:
        closed = _closed(text, end, sense)
        if closed:
            return Hit(start, closed, sense)
    return None


def _goes_astray(text: str, end: int, node: _Node) -> bool:
    """Tell early, by the first letter after a space or comma, that no form goes on here."""
    letter = text[end + 1 : end + 2] if text.startswith(" ", end) else text[end + 2 : end + 3]
    if not (letter.isascii() and letter.isalnum()) or not text.startswith((" ", ", "), end):
        return False
    return letter.lower() not in node.letters


def _closed(text: str, end: int, sense: Sense) -> int:
    """Give the offset after what closes the form, or 0 if it is not closed."""
    if sense.ending == ")":
        end += text.startswith(".", end)
        return end + 1 if text.startswith(")", end) else 0
    if not sense.ending or not text.startswith(".", end):
        return end
    is_longer = text[end + 1 : end + 2].isupper() and text.startswith(".", end + 2)  # `U.S.S.`, `28 U.S.C.`
    return 0 if is_longer else end + 1


def _merged(one: _Node, other: _Node) -> _Node:
    """Join two trees whose first words are printed alike (`Côte` and `Cote`)."""
    children = dict(one.children)
    for key, child in other.children.items():
        children[key] = _merged(children[key], child) if key in children else child
    return _Node(children=children, senses=[*one.senses, *other.senses], letters=one.letters + other.letters)
