"""Laws of the normaliser, for any text: no word lost, nothing changed twice, Markdown that shows the seed's words."""

from collections import Counter

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from muniment import anchors, collate, formats, parse
from muniment.model import Transcript
from muniment.normalise import draft, escape, marks, work
from muniment.normalise.compose import compose
from muniment.normalise.working import Working
from tests.transcripts import SETTINGS, TEXT_RULES, transcript

MARKUP = st.text(alphabet="ab1.)(#*_-+=`~<>&;[]|:\\! \n\"'xé“”", min_size=1, max_size=60)
LINES = st.sampled_from(
    [
        "", "", " ", "# Head", "## ", "---", "===", "***", "- one", " - two", "* three", "• four", "o Five",
        "– six", "1. first", "2. second", "(a) letter", "(b) letter", "(i) roman", "3) third", "**1. bold**",
        "**all bold**", "__x__", "> quoted", "Page 3 of 7", "- 4 -", "12", "WARDS AND VOTES", "Dear friends,",
        "Geneva, 3 May 1998", "Thank you.", "the sentence was cut off here by the end of the page and the",
        "next page goes on in lower case.", "a lead:", "there are three reasons:", "In short, none.",
        "A paragraph that is long enough to count as running text here.",
        "A paragraph that is long enough to count as running text here.", "inter-", "national",
        "<br>a<p>b</p>&amp;", "\x0c7", "a\u200bb", "5 * 3", "*em* and **strong**", "[a](b)", " indented",
        "\tTabbed", "~~~", "| a | b |", "|---|---|", "2007. A year", "\\", "a\\", "`code`", "&copy;",
        "1.", "2.", "A.", "We have resolved this today.", "II. Training and entry into work", "Boat | Skipper | Time |",
        "---|---|---|", "Heron | | |", "Reuter", "4. May elect a keeper for one year",
        "> Home > Notices > The ferry is laid up", "Preamble", "Harbour Museum was opened to the",
        "x\u00a0y", "©", "It\x92s", "\u202eabc", "\r", "ÃÂ¸",
    ]
)  # fmt: skip
TEXTS = st.lists(LINES, min_size=1, max_size=14).map("\n".join) | MARKUP | st.text(min_size=1, max_size=80)
COMMON = MarkdownIt("commonmark", {"html": False})


def _readable(text: str) -> Transcript | None:
    return formats.read("seed.txt", text.encode("utf-8", "ignore"))[0]


def _letters(text: str) -> Counter[str]:
    return Counter(character for character in text if character.isalnum())


def _shown(body: str) -> str:
    return " ".join(block.words for block in parse.parse(body).blocks)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_word_is_lost(text: str) -> None:
    """Every letter of a seed stands in the body, or in the words that an intervention quotes."""
    read = _readable(text)
    if read is None:
        return

    working = work(read, SETTINGS)

    body = _letters(_shown(compose(working.pieces).body))
    taken = _letters(" ".join(change.before for change in working.interventions))
    given_back = _letters(" ".join(change.after for change in working.interventions))
    assert _letters("".join(read.lines)) + given_back == body + taken


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_normalising_twice_changes_nothing(text: str) -> None:
    """The rules find nothing to do in what they have made."""
    read = _readable(text)
    if read is None:
        return
    once = work(read, SETTINGS, TEXT_RULES)

    twice = once
    for _, rule, _ in TEXT_RULES:
        twice = rule(twice, SETTINGS)

    assert once == twice


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_anchors_are_foreseen(text: str) -> None:
    """The anchors that notes are given are those the parsed body gets."""
    read = _readable(text)
    if read is None:
        return

    composed = compose(work(read, SETTINGS).pieces)

    parsed, _, _ = anchors.give(parse.parse(composed.body), None, "x")
    expected = [block.anchor for block in parsed.blocks if block.anchor]
    assert expected == [anchor for _, anchor in composed.anchors if not anchor.startswith("m")]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_pieces_cover_the_seed(text: str) -> None:
    """Together and in order the pieces hold every line with words; pieces share a line only if cut from it."""
    read = _readable(text)
    if read is None:
        return

    working = work(read, SETTINGS, TEXT_RULES)

    lines = {line for piece in working.pieces for line in range(piece.lines[0], piece.lines[1] + 1)}
    quoted = {change.lines[0] for change in working.interventions if change.before}
    missing = {number for number, line in enumerate(read.lines, 1) if line.strip()} - lines
    assert missing <= quoted
    assert [piece.lines for piece in working.pieces] == sorted(piece.lines for piece in working.pieces)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_any_text_gives_a_draft(text: str) -> None:
    """A text that can be read becomes an edition file that reads back with a title, a kind and a language."""
    read = _readable(text)
    if read is None:
        return

    made = draft(read, SETTINGS)

    front = made.edition.front
    assert all((front.title, front.kind, front.language, front.id, front.drafted_sha256))
    assert made.edition.body == compose(work(read, SETTINGS).pieces).body


@settings(max_examples=200, deadline=None)
@given(TEXTS)
@example(">[*1*\n")
@example("Words.\n\n>(_one_ two\n")
def test_every_draft_accounts_for_its_seed(text: str) -> None:
    """Collation finds no word of a fresh draft that differs from the seed without an account."""
    read = _readable(text)
    if read is None:
        return
    made = draft(read, SETTINGS)
    parsed, _, _ = anchors.give(parse.parse(made.edition.body), None, made.edition.front.id)

    collation = collate.collate(read, made.edition, parsed)

    assert [each.message for each in collation.problems if each.severity == "error"] == []
    assert collate.undo(made.edition.body, collation.apparatus) == "".join(read.lines)


def _inline_text(source: str) -> tuple[list[str], str]:
    """Give the types of the blocks and the words that a reader of CommonMark sees."""
    tokens = COMMON.parse(source)
    words = []
    for token in tokens:
        words += ["\n" if child.type.endswith("break") else child.content for child in token.children or ()]
        words.append("\n" if token.children else token.content)
    return [token.type for token in tokens if token.type != "inline"], "".join(words)


@settings(max_examples=500, deadline=None)
@given(MARKUP)
def test_escaped_words_are_shown_as_they_are(text: str) -> None:
    """As a paragraph, an entry and a heading, CommonMark shows the words and no block that was not meant."""
    text = "\n".join(line.strip() for line in text.split("\n") if line.strip())
    if not text:
        return
    lines = escape.paragraph(text)

    as_paragraph = _inline_text("\n".join(lines))
    as_entry = _inline_text("- " + "\n  ".join(lines))
    as_heading = _inline_text("## " + escape.heading(text))

    words = marks.plain(text).split()
    assert (["paragraph_open", "paragraph_close"], words) == (as_paragraph[0], as_paragraph[1].split())
    assert words == as_entry[1].split()
    assert as_entry[0][:3] == ["bullet_list_open", "list_item_open", "paragraph_open"]
    assert (["heading_open", "heading_close"], marks.plain(text.replace("\n", " ")).split()) == (
        as_heading[0],
        as_heading[1].split(),
    )


@pytest.mark.parametrize(
    "part",
    [
        "*", "_ ", "**a ", "[a", "](", "<", "<p ", "<!--", "&amp;", "&a", "a-\n", "\n", " \n", "- ", "- a\n",
        "1. a\n", "(i) a\n", "#", "# a\n", "> ", "> a\n", "`", "\\", "a ", "a\n\n",
        "the cut sentence goes on and on without any\n\n", "a:\n", "\u200b", "\r", "\x0c", "=\n", "a\n---\n",
        "12\n", "Page 1\n", "three reasons: ", "**a**\n\n", "o A\n", "A B\n\n", ". ", "| a ", "\ufffd", "Ã¸ ",
        "www.", "@", "(((", "1.1.1.1",
    ],
)  # fmt: skip
def test_many_repeats_take_no_longer_than_their_length(part: str) -> None:
    """Each rule is linear: 20 000 repeats of what it looks for are done at once."""
    working = work(transcript("x " + part * 20_000), SETTINGS, TEXT_RULES)

    assert isinstance(working, Working)
    assert compose(working.pieces).body
