"""One language's words of the interface → sentences, counted nouns, numbers, lists and the order of its alphabet.

Knows nothing of any archive, of where words stand, or of how a catalogue is written.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from muniment.words.alphabet import Alphabet, alphabet

ONE_AND_MANY = "n != 1"
"""The rule of plurals of English, as gettext writes it."""

PERIOD, SAMPLES = 100, 200
"""Every rule of plurals in use repeats with the last two digits beyond the first `SAMPLES` numbers."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Words:
    """The words of the interface in one language; two of them are the same only if they are one."""

    language: str
    """BCP 47 tag of these words: the `lang` of the pages."""
    entries: Mapping[str, tuple[str, ...]] = field(repr=False)
    """Key → its words; of a counted noun one form for each plural of the language. `{…}` are blanks."""
    plural: str = ONE_AND_MANY
    """Which form a number takes: an expression in `n`, as gettext writes it."""
    reasons: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What the program wrote into editions in English, such as why a line was moved → the same in this language."""

    version: str = ""
    """Digest of the catalogues that an archive brought; empty where only the program's own words stand."""

    def say(self, key: str, **blanks: object) -> str:
        """Give the words for a key, its blanks filled; an unknown key is a mistake of ours and raises `KeyError`."""
        said = self.entries[key][0]
        return said.format(**blanks) if blanks else said

    def count(self, key: str, n: int, **blanks: object) -> str:
        """Give a counted noun: `1 difference`, `6 differences`."""
        forms = self.entries[key]
        return forms[plural_rule(self.plural)(n)].format(n=self.number(n), **blanks)

    def number(self, n: int) -> str:
        """Write a whole number with the language's own mark between thousands."""
        if n < 1000 or n < int(self.entries["number.least"][0]):
            return str(n)
        return f"{n:,}".replace(",", self.entries["number.mark"][0])

    def listed(self, pieces: Iterable[str]) -> str:
        """Set pieces in a row."""
        return self.entries["list.comma"][0].join(pieces)

    def knows(self, key: str) -> bool:
        """Say whether there are words for a key that comes from an archive: a language, a region, a kind."""
        return key in self.entries

    def reason(self, written: str) -> str:
        """Give a reason that the program wrote in this language; one that a person wrote stays as it is."""
        if not self.reasons:
            return written
        from muniment.words.reasons import translated  # English must not pay for it

        return translated(written, self.reasons)

    @property
    def alphabet(self) -> Alphabet:
        """The order of the language's letters."""
        return alphabet(self.entries["sort.letters"][0])

    @property
    def plural_table(self) -> str:
        """Which form each of the first `SAMPLES` numbers takes, a digit each; what follows repeats with `PERIOD`."""
        rule = plural_rule(self.plural)
        return "".join(str(rule(n)) for n in range(SAMPLES))


@cache
def plural_rule(expression: str) -> Callable[[int], int]:
    """Give the function that an expression of gettext describes; what is none raises `ValueError`."""
    if expression == ONE_AND_MANY:
        return _one_and_many
    from gettext import c2py  # English must not pay for it

    return c2py(expression)


def _one_and_many(n: int) -> int:
    return int(n != 1)
