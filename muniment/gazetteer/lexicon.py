"""Turn the forms of all states into a tree of words, and text into the longest forms that stand in it.

It refuses to know the context of a form: whether it means the state here is for others to say.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import field
from functools import cached_property
from typing import NamedTuple

from muniment.frozen import dataclass
from muniment.gazetteer.forms import STEP, WORD, fits, fold, head_spellings, joint, steps, whole, words_of

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


Meaning = Callable[..., Sense]
"""Makes a sense, once it is told the words of its form and what closes it."""


class Lexicon:
    """All forms, by their first word; the tree below a word grows when a text holds that word."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]], named: Iterable[str]) -> None:
        """Take every form with its meaning, those that stand first first, and the names of states among the forms."""
        self._forms: dict[str, list[tuple[str, Meaning]]] = {}
        """By first word."""
        for form, meaning in entries:
            self._forms.setdefault(words_of(form)[0], []).append((form, meaning))
        self._heads: dict[str, list[str]] = {}
        """Spelling to the first words that are printed so."""
        for word in sorted(self._forms):
            for spelling in head_spellings(word):
                self._heads.setdefault(spelling, []).append(word)
        self._grown: dict[str, _Node] = {}
        """By spelling."""
        self._named = named
        letters = "".join(sorted(spelling[0] for spelling in self._heads if not "A" <= spelling[0] <= "Z"))
        # Most words are simple: only those of the second kind may be broken, glued or foreign.
        rest = WORD.removeprefix(r"\w")
        simple = r"[a-z]+(?![\w\u0300-\u036f\u00ad‐-])"
        self._capitalised = re.compile(rf"[A-Z{re.escape(letters)}](?:{simple}|({rest}))")

    @cached_property
    def tails(self) -> frozenset[str]:
        """Last words of the names of states, as printed and in capitals."""
        return frozenset(spelling for form in self._named for spelling in head_spellings(words_of(form)[-1]))

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
            head = match.group()
            if head not in heads:
                if match.lastindex is None:
                    continue
                if odd is not None and _JOIN.search(head):
                    odd.append(match.start())
                if head.isascii() and "\n" not in head:
                    continue
                head = whole(head)
                if head not in heads:
                    continue
            first = match.start()
            if first < done:
                continue
            if first and (text[first - 1].isalnum() or text[first - 1] == "_"):
                if odd is not None:
                    odd.append(first)
                continue
            hit = self._longest(text, first, match.end(), self._grown.get(head) or self._grow(head), halves)
            if hit is not None:
                done = hit.end
                yield hit

    def _grow(self, spelling: str) -> _Node:
        """Make the tree below a first word."""
        node, *others = [_tree(self._forms[word]) for word in self._heads[spelling]]
        for other in others:
            node = _merged(node, other)
        self._grown[spelling] = node
        return node

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


def _tree(forms: Iterable[tuple[str, Meaning]]) -> _Node:
    """Make the tree of forms that begin with one word; of two that are spelt alike the first stands."""
    root = _Node()
    for form, meaning in forms:
        taken = steps(form)
        node = root
        for between, word in taken[1:]:
            folded = fold(word)
            node.letters += folded[0] if folded[0] not in node.letters else ""
            node = node.children.setdefault(between + folded, _Node())
        sense = meaning(words=tuple(word for _, word in taken), ending=form[-1] if form[-1] in ")." else "")
        if not any(other.words == sense.words and other.ending == sense.ending for other in node.senses):
            node.senses.append(sense)
    return root


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
