"""Parsing: Markdown into blocks with every word in its place."""
# ruff: noqa: SIM300 - the house writes expected == actual
# ruff: noqa: SIM300 - the house writes expected == actual

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from muniment.model import Block, Group, Node, Text
from muniment.parse import NestingError, labels, links, parse

CASES = Path(__file__).parent / "cases" / "parse"

PIECES = (
    *"abcdefgh 012.)([]*_`#>-+!|\\<&;\"'\n\t~:=",
    *("\n\n", "    ", "  \n", "- ", "1. ", "7) ", "> ", "(i) ", "(a) ", "b) ", "# ", "***", "```", "~~", "&amp;"),
    *("[a](b)", "[a]: b", "![c](d)", "<e@f.g>", "| a | b |\n|---|---|\n", "*word*", "**word**", "word", "ø", "ع"),
)
MARKDOWN = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)


def drawn(text: Text) -> str:
    """Draw a tree as indented lines: kind, label, runs, lines, aliases."""
    lines: list[str] = []

    def draw(node: Node, depth: int) -> None:
        lead = "  " * depth
        if isinstance(node, Group):
            lines.append(f"{lead}{node.kind}")
            for child in node.children:
                draw(child, depth + 1)
            return
        extra = f" {node.label!r}" if node.label else ""
        extra += f" level {node.level}" if node.level else ""
        extra += f" language {node.language!r}" if node.language else ""
        extra += f" aliases {' '.join(node.aliases)}" if node.aliases else ""
        lines.append(f"{lead}{node.kind} {node.line}-{node.end_line}{extra}")
        for run in node.runs:
            marks = "+".join(run.marks) + (f" <{run.href}>" if run.href else "") + (" break" if run.is_break else "")
            lines.append(f"{lead}  | {run.text!r} {marks}".rstrip())

    for node in text.tree:
        draw(node, 0)
    return "\n".join(lines) + "\n"


def shape(node: Node) -> object:
    """Give the numbers of a tree, nested as they are."""
    if isinstance(node, Block):
        return node.label or node.text
    return [shape(child) for child in node.children]


def words_of(text: Text, *, with_list_numbers: bool) -> list[str]:
    """List the words of all blocks; numbers of ordered lists are no text to a CommonMark reader."""
    found: list[str] = []
    for block in text.blocks:
        is_list_number = re.fullmatch(r"[0-9]+[.)]", block.label) is not None
        found += (block.words if with_list_numbers or not is_list_number else block.text).split()
    return found


def rendered_words(body: str, *extensions: str) -> list[str]:
    """List the words of the library's own HTML, its limit out of reach and its reference definitions off."""
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": 10_000}).disable("reference")
    markdown.enable(list(extensions))
    markup = re.sub(r"<img src=\"([^\"]*)\" alt=\"([^\"]*)\"[^>]*>", lambda m: m[2] or m[1], markdown.render(body))
    markup = re.sub(r"</?(?:em|strong|a|code|s)\b[^>]*>", "", markup)
    return html.unescape(re.sub(r"<[^>]*>", " ", markup)).split()


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_case(case: str, golden: Callable[[Path, str], None]) -> None:
    """Each folder's Markdown gives the tree beside it."""
    body = (CASES / case / "in.md").read_bytes().decode("utf-8")
    extensions = ("table", "strikethrough") if case.startswith("extensions-") else ()

    text = parse(body, extensions)

    golden(CASES / case / "golden", drawn(text))


def test_list_numbers_are_kept_as_printed() -> None:
    """A list that jumps keeps its printed numbers, leading zeros included."""
    text = parse("2. b\n7. g\n\n01) a\n")

    assert [block.label for block in text.blocks] == ["2.", "7.", "01)"]


@pytest.mark.parametrize(
    "words",
    [
        "(see above) and more",
        "(and others) joined",
        "(sic) is printed",
        "(2007) was the year",
        "(c) 2007 Ministry",
        "(C) Agency",
        "(mix) of both",
        "(iiii) is no number",
        "(a)",
        "(i), which follows",
        "A. Smith spoke",
        "§ 4 applies",
        "Article 3 applies",
        "a)without a space",
        "3\\) is escaped",
    ],
)
def test_near_miss_stays_a_paragraph(words: str) -> None:
    """Brackets that hold no number of a series leave the paragraph a paragraph."""
    text = parse(words)

    assert [block.kind for block in text.blocks] == ["paragraph"]


@pytest.mark.parametrize("label", ["(a)", "(i)", "(1)", "(iv)", "a)", "(A)", "(II)", "iv)", "(xxxix)", "(aa)", "(12)"])
def test_paragraph_with_a_number_is_a_provision(label: str) -> None:
    """A paragraph that begins with a number in brackets is a provision, even alone."""
    text = parse(f"{label} prohibit the use")

    assert [("provision", label, "prohibit the use")] == [(b.kind, b.label, b.text) for b in text.blocks]


def test_c_after_b_is_a_number() -> None:
    """After (b), (c) is a number and not the sign of copyright."""
    text = parse("(a) one\n\n(b) two\n\n(c) three\n")

    assert ["(a)", "(b)", "(c)"] == [block.label for block in text.blocks]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("(a) (i) (ii) (b)", (0, 1, 1, 0)),
        ("(g) (h) (i) (j)", (0, 0, 0, 0)),
        ("(1) (a) (i) (b) (2) (a)", (0, 1, 2, 1, 0, 1)),
        ("(i) (ii) (iii)", (0, 0, 0)),
        ("(b) (d)", (0, 0)),
        ("(a) (3)", (0, 0)),
        ("(y) (z) (aa) (bb)", (0, 0, 0, 0)),
    ],
)
def test_depth_of_numbers(printed: str, expected: tuple[int, ...]) -> None:
    """Numbers nest as their series open and go on."""
    assert expected == labels.depths(printed.split())


def test_sub_provisions_belong_to_their_provision() -> None:
    """Numbered paragraphs inside an entry of a list lie under it, and each carries its number as an alias."""
    text = parse("1. Conclude that will:\n\n   (i) prohibit, and\n\n   (ii) establish\n\n2. Consider\n")

    assert [[["1.", [["(i)"], ["(ii)"]]], ["2."]]] == [shape(node) for node in text.tree]
    assert [("n1",), ("n1-i",), ("n1-ii",), ("n2",)] == [block.aliases for block in text.blocks]


def test_second_use_of_a_number_has_no_alias() -> None:
    """An alias leads to one place: the first that bears the number."""
    text = parse("1. a\n\n   (i) b\n\ntext\n\n1. c\n\n   (i) d\n")

    assert [("n1",), ("n1-i",), (), (), ()] == [block.aliases for block in text.blocks]


def test_number_with_bold_marks_is_found() -> None:
    """A number printed in bold is a number; the words after it keep their marks."""
    (block,) = parse("**(i) prohibit** the use").blocks

    assert ("(i)", "prohibit the use", ("strong",)) == (block.label, block.text, block.runs[0].marks)


@pytest.mark.parametrize(
    "target",
    ["http://a.b", "https://a.b/c?d#e", "mailto:a@b.c", "tel:+4712345678", "#p3", "other.html", "../a/b.html#p1", ""],
)
def test_target_is_allowed(target: str) -> None:
    """Web, mail, telephone and relative addresses are links."""
    assert links.is_allowed(target)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "blob:x",
        "intent:x",
        "//evil.example",
        "http:evil",
        "https:///evil",
        "a\nb",
        "\x01javascript:x",
        "\\\\evil.example",
        "1:x",
        "mailto:",
    ],
)
def test_target_is_refused(target: str) -> None:
    """Any other target is no link."""
    assert not links.is_allowed(target)


def test_refused_link_shows_its_words() -> None:
    """A link that is not allowed stands there as it was typed."""
    (block,) = parse("see [*this* one](javascript:alert(1)) and <x:y>").blocks

    assert "see [this one](javascript:alert(1)) and <x:y>" == block.text
    assert not any(run.href for run in block.runs)


def test_reference_definitions_are_words() -> None:
    """A line that looks like a definition is not swallowed."""
    (block,) = parse("[note]: taken from the file").blocks

    assert "[note]: taken from the file" == block.text


def test_table_that_would_lose_a_cell_is_a_paragraph() -> None:
    """A row with more cells than the head is no table: the cell would vanish."""
    text = parse("| a | b |\n|---|---|\n| c | d | e |\n", ("table",))

    assert "| a | b |\n|---|---|\n| c | d | e |" == text.blocks[0].text


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("a\n\n" + "> " * 130 + "deep", 3),
        ("a\n\n" + "- " * 70 + "deep", 3),
        ("a\nb\n" + "[" * 70 + "deep", 3),
        ("a\n\n" + "![" * 50_000, 3),
        ("a\n\n" + "**a *a " * 40 + "a* a**" * 40, 3),
    ],
)
def test_deep_nesting_is_refused_with_its_line(body: str, line: int) -> None:
    """What is nested deeper than can be shown is refused by its line, never dropped."""
    with pytest.raises(NestingError) as refusal:
        parse(body)

    assert line == refusal.value.line


def test_allowed_nesting_keeps_its_words() -> None:
    """Ten lists in each other, where the stock reader would lose words, keep them."""
    text = parse("".join(f"{'  ' * depth}- word{depth}\n" for depth in range(30)))

    assert [f"word{depth}" for depth in range(30)] == words_of(text, with_list_numbers=True)


def test_lines_count_as_everywhere() -> None:
    """A line ends at LF; doubled carriage returns add no lines."""
    text = parse("a\r\r\n\r\r\nb\rc\r\n\nd")

    assert [(1, 1), (3, 3), (5, 5)] == [(block.line, block.end_line) for block in text.blocks]


def test_unknown_extension_is_refused() -> None:
    """An extension that does not exist is a mistake, not an empty wish."""
    with pytest.raises(ValueError, match="unknown extension"):
        parse("a", ("footnotes",))


@given(MARKDOWN)
def test_no_word_is_lost(body: str) -> None:
    """The words of the blocks are the words a CommonMark reader sees, in the same order."""
    text = parse(body)

    assert rendered_words(body) == words_of(text, with_list_numbers=False)


@given(MARKDOWN)
def test_no_word_is_lost_with_extensions(body: str) -> None:
    """With tables no plain word of the body is lost, whatever the rows hold."""
    text = parse(body, ("table", "strikethrough"))
    letters = re.sub(r"[^a-z]", "", "".join(words_of(text, with_list_numbers=True)))

    plain = parse(body)
    assert re.sub(r"[^a-z]", "", "".join(words_of(plain, with_list_numbers=True))) == letters


@given(st.text())
def test_any_text_is_read_or_refused(body: str) -> None:
    """Any text gives blocks in the order of their lines, each with its runs' words, or one clear refusal."""
    text = parse(body)

    assert all(block.text == "".join(run.text for run in block.runs) for block in text.blocks)
    assert sorted(block.line for block in text.blocks) == [block.line for block in text.blocks]
