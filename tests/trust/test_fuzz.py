"""Any bytes whatever, made by hypothesis from pieces that mean something to each reader."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.trust import fuzz, hostile_words

YAML = [
    "---\n",
    "id: a\n",
    "title: ",
    "notes:\n",
    "  - {kind: sic, at: p1}\n",
    "evidence:\n",
    ": ",
    "- ",
    "  ",
    "\n",
    '"',
]
YAML += [
    "'",
    "{",
    "}",
    "[",
    "]",
    "&a ",
    "*a",
    "!!",
    "|",
    ">",
    "#",
    ",",
    "\\",
    "<<",
    "%",
    "~",
    "NO",
    "0x1",
    "\r\n",
    "\t",
]
YAML += [
    "creators:\n",
    "  date: [{line: 5, quote: x, basis: attested}]\n",
    "seed: a.txt\n",
    "language: en\n",
    "kind: letter\n",
]
TOML = [
    "[[event]]\n",
    "[[claim]]\n",
    "[[state]]\n",
    "[a]\n",
    "title = ",
    '"',
    "'''",
    "\n",
    "=",
    ".",
    "[",
    "]",
    "{",
    "}",
    ",",
]
TOML += [
    "id = 'x'\n",
    "name = 'X'\n",
    "1979-05-27",
    "inf",
    "0x",
    "\\u0000",
    "#",
    "states = ['NOR']\n",
    "[[person]]\n",
    "true",
]
TEXT = [
    "Minutes of the council",
    "\n",
    "\n\n",
    "- ",
    "* ",
    "> ",
    "# ",
    "(i) ",
    "1. ",
    "1) ",
    "a) ",
    "**",
    "*",
    "_",
    "__",
    "`",
]
TEXT += [
    "3 May 1998",
    "31/05/2007",
    "Date: ",
    "Source: ",
    "Page 3 of 7",
    "- 3 -",
    "---",
    "===",
    "\t",
    "  ",
    "word",
    "Word ",
    "-\n",
]
TEXT += [
    "the",
    "The",
    "Norway",
    "<b>",
    "</b>",
    "&amp;",
    "&",
    "[",
    "]",
    "(",
    ")",
    "!",
    "|",
    "~~",
    "\\",
    "\r",
    "\x0c",
    "\u00ad",
]
TEXT += [
    "\u200b",
    "\u202e",
    "”",
    "’",
    "…",
    ":",
    ";",
    ".",
    ",",
    "Dear Sir,",
    "Yours,",
    "http://a.example/",
    "CHAPTER I",
    "Ã©",
]
REGISTRY = [
    "[last]\n",
    "[anchors]\n",
    "[aliases]\n",
    "p = 3\n",
    "h = 1\n",
    'p1 = "p2"\n',
    "p1 = { ",
    'sha256 = "0123456789abcdef"',
]
REGISTRY += [', opening = "x" }\n', "\n", "#", '"', "p9", "=", "99999999999", "-1", "\u2028"]
DATES = [
    "2007",
    "-",
    "05",
    "31",
    "/",
    "..",
    "?",
    "~",
    "%",
    "[",
    "]",
    "{",
    "}",
    ",",
    "X",
    "May",
    " ",
    "3",
    "to",
    "and",
    "–",
    "Y-",
]
DATES += [
    "23",
    "1st",
    "of",
    "November/December",
    "00",
    "13",
    "'98",
    "from",
    "between",
    "ca.",
    "Feb.",
    "Mai",
    "février",
    ":",
    "12:30",
]
PIECES = {
    "front-matter": YAML,
    "edition": YAML + TEXT,
    "normaliser": TEXT,
    "dates": DATES + TEXT[:20],
    "tables": TOML,
    "registry": REGISTRY,
    "markdown": TEXT + list(hostile_words.SCRIPTS[:20]),
}


def _bytes(name: str) -> st.SearchStrategy[bytes]:
    pieces = st.one_of(st.sampled_from(PIECES[name]), st.text(max_size=4))
    joined = st.lists(pieces, max_size=60).map(lambda words: "".join(words).encode("utf-8", "replace"))
    return st.one_of(
        joined, joined, joined, st.binary(max_size=60), st.tuples(joined, st.binary(max_size=4)).map(b"".join)
    )


def _holds(name: str, examples: int) -> None:
    check = settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), database=None)

    @check
    @given(_bytes(name))
    def holds(content: bytes) -> None:
        fuzz.TARGETS[name](content)

    holds()


@pytest.mark.parametrize("name", fuzz.TARGETS)
def test_any_bytes(name: str) -> None:
    """A reader gives a sound value or problems."""
    _holds(name, 60)


@pytest.mark.full
@pytest.mark.parametrize("name", fuzz.TARGETS)
def test_many_more_bytes(name: str) -> None:
    """The same for a minute or so each."""
    _holds(name, 4000)
