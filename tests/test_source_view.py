"""The file of an edition is shown whole, and what stands out in it is told apart line by line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pygments.token import STANDARD_TYPES, Text

from muniment.views.lexer import EditionLexer

FILE = """---
id: a-letter
title: "Norway: a letter" # not a comment
# a comment
creators:
  - Ministry: of Sea
evidence:
  date: [{line: 5, quote: "3 May, {1931}: \\"x\\"", basis: attested}]
---
# A heading
Words, - no bullet, **strong** words and _em_ and `code`.

- one: two
2. two_of_us * and * us
> quoted
---
"""


def _shown(text: str) -> list[tuple[str, str]]:
    tokens = EditionLexer().get_tokens_unprocessed(text)
    return [(STANDARD_TYPES[kind], words) for _, kind, words in tokens if STANDARD_TYPES[kind]]


def test_what_stands_out_in_a_file() -> None:
    """Keys, signs, strings and comments of the front matter; headings, bullets and marks of the text."""
    assert _shown(FILE) == [
        ("nn", "---"),
        ("nt", "id"),
        ("nt", "title"),
        ("s", '"Norway: a letter" # not a comment'),
        ("c", "# a comment"),
        ("nt", "creators"),
        ("p", "- "),
        ("nt", "Ministry"),
        ("nt", "evidence"),
        ("nt", "date"),
        ("p", "[{"),
        ("nt", "line"),
        ("p", ", "),
        ("nt", "quote"),
        ("s", '"3 May, {1931}: \\"x\\""'),
        ("p", ", "),
        ("nt", "basis"),
        ("p", "}]"),
        ("nn", "---"),
        ("gh", "# A heading"),
        ("gs", "**strong**"),
        ("ge", "_em_"),
        ("sb", "`code`"),
        ("k", "-"),
        ("k", "2."),
        ("k", ">"),
    ]


@pytest.mark.parametrize("body", ["two_words_in_one", "a * b * c", "** open", "-no bullet", "#no head", "1.5 m", "`"])
def test_what_only_looks_like_a_mark_is_text(body: str) -> None:
    """Signs within words or without a partner stand for themselves."""
    assert _shown(f"---\n---\n{body}")[2:] == []


@given(st.text(alphabet='-:#*_`"\\[]{}>, ab1.\n\r', max_size=80))
def test_the_tokens_are_the_file(text: str) -> None:
    """Whatever a file holds, every character is in one token, at its place, and no token crosses lines."""
    for file in (text, f"---\n{text}", f"---\n---\n{text}"):
        at = 0
        for offset, kind, words in EditionLexer().get_tokens_unprocessed(file):
            assert offset == at
            assert words
            assert "\n" not in (words[:-1] if kind is Text else words)
            at += len(words)
        assert at == len(file)


@pytest.mark.parametrize("piece", ['"', '\\"', "[", "{a", "a: ", "- ", "*", "**a ", "_a", "`", "#", " ", "1"])
def test_long_lines_take_no_time(piece: str) -> None:
    """Every line is read in one pass, whatever it is made of."""
    for before in ("", "---\n", "---\nk: [", "---\n---\n"):
        assert sum(len(words) for _, _, words in EditionLexer().get_tokens_unprocessed(before + piece * 50_000))
