"""Typesetting: blocks and what is said about them into HTML that holds the words and nothing else."""
# ruff: noqa: SIM300 - the house writes expected == actual

import html as html_module
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from muniment.anchors import give
from muniment.model import Run, Text
from muniment.parse import parse
from muniment.typeset import Annotation, Wording, escape, html, phrase, plain
from muniment.typeset.annotation import MARKED, SIGNS
from muniment.typeset.inline import set_runs
from tests.test_parse import MARKDOWN

CASES = Path(__file__).parent / "cases" / "typeset"

HOSTILE = st.text(st.sampled_from("<>&\"'`=/ \n\x00\x1b\x7f\u202e\u05d0ab#;()[]!-"), max_size=30)
ANNOTATIONS = st.lists(
    st.builds(
        lambda kind, block, start, length, *rest: (kind, block, start, length, *rest),
        st.sampled_from([*MARKED, *SIGNS]),
        st.integers(0, 5),
        st.integers(0, 20),
        st.integers(0, 12),
        st.sampled_from(["", "#note-1", 'x"><script>alert(1)</script>', "../states/a.html"]),
        HOSTILE,
        st.sampled_from(["", "fr", '"><b>']),
    ),
    max_size=8,
)


def named(body: str) -> Text:
    """Parse a text and give it its first anchors."""
    return give(parse(body, ("table", "strikethrough")), None, "letter")[0]


def on(text: Text, kind: str, words: str, **fields: str) -> Annotation:
    """Annotate the first occurrence of words."""
    block = next(block for block in text.blocks if words in block.words)
    start = block.words.index(words)
    return Annotation(kind=kind, anchor=block.anchor, start=start, end=start + len(words), **fields)


def tree_of(markup: str) -> etree._Element:
    """Read HTML as XML: every element closed, every attribute quoted, no entity but the five."""
    closed = markup.replace("<hr>", "<hr/>").replace("<br>", "<br/>")
    return etree.fromstring(f"<body>{closed}</body>")


def words_of(markup: str) -> list[str]:
    """List the words of HTML, the lines of gaps left out."""
    root = tree_of(markup)
    for gap in root.xpath("//p[@class='lacuna']"):
        gap.getparent().remove(gap) if not (gap.tail or "").strip() else pytest.fail("a gap has words behind it")
    return "".join(root.itertext()).split()


def shown(words: str) -> list[str]:
    """List words as HTML can hold them."""
    return html_module.unescape(escape(words)).split()


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_case(case: str, golden: Callable[[Path, str], None]) -> None:
    """Each folder's text and annotations give the HTML and the plain text beside it."""
    text = named((CASES / case / "in.md").read_text(encoding="utf-8"))
    listed = CASES / case / "annotations.json"
    annotations = [on(text, **fields) for fields in json.loads(listed.read_text("utf-8"))] if listed.exists() else []

    markup = html(text, annotations)

    golden(CASES / case / "golden.html", markup)
    golden(CASES / case / "golden.txt", plain(text))


def test_annotation_across_emphasis_is_well_formed() -> None:
    """A mention that begins inside emphasis and ends outside is closed and opened again, its id written once."""
    text = named("in *the Republic* of Ruritania today")

    markup = html(text, [on(text, "mention", "Republic of Ruritania", href="r.html", id="x-1")])

    first = '<em>the <a id="x-1" class="state" href="r.html">Republic</a></em>'
    assert f'{first}<a class="state" href="r.html"> of Ruritania</a> today' in markup
    assert 1 == markup.count('id="x-1"')
    tree_of(markup)


def test_link_within_a_link_is_no_link() -> None:
    """A mention inside a link of the text keeps its mark and leaves the link to the text."""
    text = named("see [the note of Ruritania](other.html) for more")

    markup = html(text, [on(text, "mention", "Ruritania", href="r.html")])

    assert '<a href="other.html">the note of <span class="state">Ruritania</span></a>' in markup


def test_sign_waits_for_the_end_of_a_link() -> None:
    """The link to a note never stands inside another link."""
    text = named("see [are now having](other.html)")

    markup = html(text, [on(text, "sic", "are now", href="#note-1", id="ref-1", label="Note 1: as printed")])

    note = 'href="#note-1" id="ref-1" role="doc-noteref" aria-label="Note 1: as printed" data-n="1"></a>'
    assert f'<a href="other.html"><span class="sic">are now</span> having</a><a class="note-ref" {note}' in markup


def test_marked_number_and_words() -> None:
    """An annotation that spans the number and the words of a provision marks both; its sign stands behind the words."""
    text = named("1. Conclude by then\n")

    markup = html(text, [on(text, "sic", "1. Conclude", href="#note-1", id="ref-1")])

    assert '<span class="label"><span class="sic">1.</span></span> <span class="sic">Conclude</span><a ' in markup
    assert 1 == markup.count('id="ref-1"')


def test_right_to_left_block() -> None:
    """A block whose first letter reads from right to left says so; Arabic words in English are isolated."""
    text = named("\u0645\u0631\u062d\u0628\u0627 world\n\nthe word \u0645\u0631\u062d\u0628\u0627 here\n")

    markup = html(text, [on(text, "foreign", "\u0645\u0631\u062d\u0628\u0627", lang="ar")])

    assert '<p id="p1" class="passage" dir="rtl">' in markup
    assert '<p id="p2" class="passage">' in markup
    second = Annotation(kind="foreign", anchor="p2", start=9, end=14, lang="ar")
    assert '<span class="foreign" lang="ar" dir="auto">\u0645\u0631\u062d\u0628\u0627</span>' in html(text, [second])


def test_headings_skip_no_level() -> None:
    """Headings are shown one level below the one they stand under, from the second level of the page."""
    text = named("# A\n\n### B\n\n## C\n\n# D\n")

    assert ["h2", "h3", "h3", "h2"] == re.findall(r"<(h[1-6])", html(text))
    assert ["h3", "h4", "h4", "h3"] == re.findall(r"<(h[1-6])", html(text, top_heading=3))


def test_wording_is_the_sites() -> None:
    """The words for readers come in the site's language, escaped."""
    wording = Wording(paragraph='Vers le "paragraphe" {number}', lacuna="Il manque <des mots>.", language="fr")
    text = named("words:")

    markup = html(text, [Annotation(kind="lacuna", anchor="p1", start=6, end=6)], wording=wording)

    assert 'lang="fr" aria-label="Vers le &quot;paragraphe&quot; 1"' in markup
    assert '</p>\n<p class="lacuna" lang="fr" dir="auto">Il manque &lt;des mots&gt;.</p>' in markup


def test_unknown_annotation_is_refused() -> None:
    """A kind that does not exist is a mistake of ours."""
    with pytest.raises(ValueError, match="no annotation"):
        Annotation(kind="ghost", anchor="p1", start=0, end=1)


def test_phrase_is_inline() -> None:
    """A line that is no block is set without an element of its own."""
    mention = Annotation(kind="mention", anchor="m1", start=3, end=12, href="r.html")

    assert 'In <a class="state" href="r.html">Ruritania</a> &amp; abroad' == phrase("In Ruritania & abroad", [mention])


@pytest.mark.parametrize(
    ("character", "expected"),
    [
        ("\x00", "\u2400"),
        ("\x1b", "\u241b"),
        ("\x7f", "\u2421"),
        ("\x85", " "),
        ("\x9f", "\ufffd"),
        ("\uffff", "\ufffd"),
    ],
)
def test_forbidden_characters_are_shown(character: str, expected: str) -> None:
    """What HTML forbids is shown by a sign; tab and line end stay."""
    assert f"a{expected}\t\n" == escape(f"a{character}\t\n")


@given(HOSTILE, HOSTILE, ANNOTATIONS)
def test_how_words_are_cut_into_runs_changes_nothing(first: str, second: str, given_: list[tuple[object, ...]]) -> None:
    """Words in one run are set by a shorter way, which gives what the longer one gives for two runs."""
    annotations = [
        Annotation(kind=str(kind), anchor="p1", start=start, end=start + length, href=href, label=label, lang=lang)
        for kind, _, start, length, href, label, lang in given_
    ]

    whole = set_runs((Run(text=first + second),), annotations, Wording())

    assert set_runs((Run(text=first), Run(text=second)), annotations, Wording()) == whole


@given(MARKDOWN, ANNOTATIONS)
def test_words_of_the_page_are_the_words_of_the_text(
    body: str, wanted: list[tuple[str, int, int, int, str, str, str]]
) -> None:
    """Whatever overlaps, the HTML is well-formed and its text is the words in order; every id is there once."""
    text = named(body)
    anchors = [block.anchor for block in text.blocks if block.anchor]
    annotations = [
        Annotation(
            kind=kind,
            anchor=anchors[place % len(anchors)],
            start=start,
            end=start + length,
            href=href,
            label=label,
            id=f"ref-{n}",
            lang=lang,
        )
        for n, (kind, place, start, length, href, label, lang) in enumerate(wanted)
        if anchors
    ]

    markup = html(text, annotations)

    assert [word for block in text.blocks for word in shown(block.words)] == words_of(markup)
    root = tree_of(markup)
    ids = root.xpath("//@id")
    assert len(set(ids)) == len(ids)
    assert {name for block in text.blocks for name in (block.anchor, *block.aliases) if name} <= set(ids)
    assert not root.xpath("//a//a | //script | //b | //@style")


@given(st.lists(HOSTILE, max_size=4))
def test_hostile_words_stay_words(paragraphs: list[str]) -> None:
    """Words that look like markup are shown as words."""
    text = named("\n\n".join(re.sub(r"([^\w\s])", r"\\\1", paragraph) for paragraph in paragraphs))

    assert [word for block in text.blocks for word in shown(block.words)] == words_of(html(text))


@given(MARKDOWN)
def test_plain_text_has_the_words(body: str) -> None:
    """Plain text holds the words of the blocks, with bullets and rules as its only signs."""
    text = named(body)

    written = [word for word in plain(text).split() if word not in ("-", "---")]

    assert [word for block in text.blocks for word in block.words.split() if word not in ("-", "---")] == written


def test_notes_on_the_same_words_share_an_element() -> None:
    """Each has its sign; the words stand in one element, however many notes there are."""
    notes = [Annotation(kind="comment", anchor="p1", start=4, end=9, href=f"#note-{n}") for n in range(3)]

    written = phrase("The river rose.", notes)

    assert written.count('<span class="comment">') == 1
    assert written.count("doc-noteref") == 3
