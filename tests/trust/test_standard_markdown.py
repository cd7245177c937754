"""Hand-written pages are read as CommonMark reads them; where safety differs, the words are still shown."""

import re
from typing import Any

import lxml.html
import pytest
from markdown_it import MarkdownIt

from tests.trust import hostile_words, places

places.remember()
STANDARD = MarkdownIt("commonmark", {"html": False, "maxNesting": 10_000})
SAME = (
    "*a* **b** ***c*** _d_ __e__ a_b_c a*b*c **a*b*c** *a **b** c*",
    "*not * this * and ** this ** or _ that _",
    "`code` ``a ` b`` ` a ` `unclosed",
    "\\*a\\* \\_b\\_ \\# \\[c\\] \\\\ \\q",
    "&amp; &copy; &#35; &#x41; &nosuch; & &amp",
    '[a](https://example.org) [b](<https://example.org/x y> "t") [c](https://example.org (t)) [d](index.html)',
    "[a]\n\n[a]: https://example.org/ 'title'\n",
    "[words][a], [a][], [A]\n\n[a]: <https://example.org/>\n",
    "[not a reference] [nor][this]",
    "[a]: https://example.org/\nwords that follow [a]",
    "<https://example.org/a?b=c&d> <mailto:a@example.org> <a@example.org> <not a link>",
    "soft\nbreak, hard  \nbreak, hard\\\nbreak",
    "Setext two\n---\n\nwords\n---",
    "## Two\n\n### Three ###\n\n#no heading\n\n####### seven\n",
    "- a\n- b\n\n  more of b\n\n- c\n",
    "* a\n  * b\n    * c\n* d",
    "- a\n+ b\n* c",
    "- a\n\n\n- b\n\nparagraph\n\n- c",
    "1. a\n2. b\n3. c",
    "1) a\n2) b",
    "- one\n\n      code in an entry\n\n- ```\n  fence\n  ```",
    "1. one\n   - two\n     1. three",
    "> a\n> b\n\n> c\nlazy\n\n> > d",
    "> - a\n> - b\n>\n> words",
    "    indented\n\n      code\n\nwords",
    "```\nfence\n\n  words\n```\n\n~~~ python\n*no emphasis*\n~~~",
    "```\nnever closed\n\nwords",
    "***\n\n---\n\n_ _ _\n\n* * *",
    "words\n***\nwords",
    "a\n\n\n\n\nb\n   c\n\td",
    "1.words\n\n1986\\. A great year\n\n-words",
    "~~not struck~~ | no | table |\n| - | - |",
    "“quotes” 'and' \"others\" -- --- ...",
    "tab\tin words, no\u00a0break, soft\u00adhyphen, zero\u200bwidth",
    "ünïcödé *ünd* 港 **は**閉鎖 👩‍👩‍👧",
    "*a\nb* **c\n\nd**",
    "[a *b* `c`](https://example.org) *[d](https://example.org)*",
    "[a [b](https://example.org) c](https://example.org)",
    "\\<b>words\\</b> and 1 < 2 > 0",
)
"""Texts that are read alike."""
SHOWN = (
    ("<b>bold</b> words", "<b>bold</b> words"),
    ("<div>\nwords *in* it\n</div>", "<div> words in it </div>"),
    ("<!-- a comment -->\n\nwords", "<!-- a comment --> words"),
    ("<script>alert(1)</script>", "<script>alert(1)</script>"),
    ("[words](javascript:alert(1))", "[words](javascript:alert(1))"),
    ("[words](data:text/html,x)", "[words](data:text/html,x)"),
    ("<javascript:alert(1)>", "<javascript:alert(1)>"),
    ("[words](//evil.example/x)", "[words](//evil.example/x)"),
    ("[a]: javascript:alert(1)\n\n[a]", "[a]: javascript:alert(1) [a]"),
    ("![a picture](https://example.org/x.png)", "a picture"),
    ("![a picture](javascript:alert(1))", "![a picture](javascript:alert(1))"),
    ("7. seven\n9. nine", "7. seven 9. nine"),
    ("(a) one\n\n(b) two", "(a) one (b) two"),
)
"""Texts that are not, with the words that are shown: raw HTML, addresses that could run or load, printed numbers."""


def _page(text: str) -> Any:
    """Give what a reader sees of a hand-written page."""
    outcome = places.run(places.SEEDS, {"site_src/pages/about.md": f"# About\n\n{text}\n".encode()})
    assert outcome.files, outcome.problems
    page = lxml.html.document_fromstring(places.files(outcome.files)["about.html"].decode())
    (found,) = page.xpath("//*[contains(concat(' ', @class, ' '), ' prose ')]")
    return found


def _seen(root: Any) -> list[tuple[str, str]]:
    """List elements and words in order, white space folded; what only arranges lists and numbers is left out."""
    seen: list[tuple[str, str]] = []

    def words(text: str | None, name: str) -> None:
        folded = " ".join((text or "").split())
        if folded and name == "words" and seen and seen[-1][0] == "words":
            seen[-1] = ("words", f"{seen[-1][1]} {folded}")
        elif folded:
            seen.append((name, folded))

    def visit(element: Any) -> None:
        name = str(element.tag)
        if name in ("em", "strong", "code", "a", "blockquote", "ul", "ol", "li", "pre", "hr", "br", "h2", "h3"):
            seen.append((name, element.get("href", "") if name == "a" else ""))
        if "label" not in element.get("class", ""):
            words(element.text, "words")
        for child in element:
            visit(child)
            words(child.tail, "words")

    for child in root:
        if child.tag != "h1":
            visit(child)
    return seen


@pytest.mark.parametrize("text", SAME, ids=range(len(SAME)))
def test_a_page_reads_as_standard_markdown(text: str) -> None:
    """The same elements around the same words, and the same addresses."""
    standard = lxml.html.fromstring(f"<div>{STANDARD.render(text)}</div>")

    assert _seen(_page(text)) == _seen(standard)


@pytest.mark.parametrize(("text", "shown"), SHOWN)
def test_what_is_not_safe_is_shown_in_words(text: str, shown: str) -> None:
    """Nothing is dropped, and nothing of it is an element."""
    page = _page(text)
    words = " ".join("".join(each.text_content() + " " for each in page if each.tag != "h1").split())

    assert words == shown
    assert not page.xpath(".//script|.//img|.//b|.//div")
    assert [each.get("href") for each in page.iter("a") if not re.match("https://example.org/", each.get("href"))] == []


@pytest.mark.parametrize("scheme", hostile_words.SCHEMES)
def test_an_address_that_could_do_harm_leads_nowhere(scheme: str) -> None:
    """A link of a page leads by http, https, mailto or tel, or to a place of this site that is there."""
    outcome = places.run(places.SEEDS, {"site_src/pages/about.md": f"# About\n\n[words]({scheme})\n".encode()})
    if not outcome.files:
        assert {*places.errors(outcome.problems)} <= {"L-001", "L-002", "L-014"}
        return
    page = lxml.html.document_fromstring(places.files(outcome.files)["about.html"].decode())
    links = page.xpath("//*[contains(@class, 'prose')]//a/@href")

    assert [link for link in links if not re.match(r"(https?|mailto|tel):", link) and ":" in link] == []
