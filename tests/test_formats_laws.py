"""Laws of the readers: any bytes give a transcript or one problem, and what a reader gives, the line can use."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from muniment import collate, drafting, edition, formats, normalise, parse
from muniment.anchors import give
from muniment.model import Transcript
from muniment.normalise.compose import compose
from tests.docx_builder import package, paragraph
from tests.pdf_builder import lines, pdf
from tests.test_formats_docx import CASES, made
from tests.transcripts import SETTINGS

SUFFIXES = (".html", ".htm", ".docx", ".pdf", ".txt", ".md")
DOCUMENT = made(CASES[0])
PAPER = pdf([lines("Minutes of the council", "", "The council met in Bergen."), lines("It rose at five.")])
NAMES = st.sampled_from(
    (  # noqa: SIM905 - names read best as words
        "p div span b i a ul ol li table tr td th h1 h2 pre br hr q blockquote dl dt dd sup nav footer figure"
        " figcaption article section template script style noscript select option textarea details svg text"
    ).split()
)
WORDS = st.text(alphabet=st.sampled_from("ab 1.•#>*-_\n\t\u00a0\u200bé&<;"), max_size=8)
ATTRIBUTES = st.sampled_from(
    ["", " hidden", " lang=fr", ' class="cookie"', " type=a", " start=3", ' style="display:none"']
)
PIECES = st.one_of(
    st.builds("<{}{}>".format, NAMES, ATTRIBUTES), st.builds("</{}>".format, NAMES), WORDS, st.just("<!-- x -->")
)
PAGES = st.lists(PIECES, max_size=40).map("".join)


def _whole(transcript: Transcript) -> None:
    """Draft, collate and undo; the anchors that a draft's notes name are those its passages get."""
    made = drafting.draft(transcript, SETTINGS)
    draft = made.edition
    again, problems = edition.read(draft.path, draft.source.encode())
    assert again is not None, problems
    text, _, _ = give(parse.parse(draft.body, ()), None, draft.front.id)
    collation = collate.collate(transcript, draft, text)

    is_kept = any(each.code == drafting.KEPT for each in made.problems)  # line by line, as a seed that defies its rules
    pieces = () if is_kept else normalise.work(transcript, SETTINGS).pieces
    foreseen = [anchor for _, anchor in compose(pieces).anchors]
    given_anchors = [block.anchor for block in text.blocks if block.anchor]
    assert [each.code for each in collation.problems] == []
    assert [anchor for anchor in foreseen if anchor[0] != "m" and anchor not in given_anchors] == []
    assert collate.undo(draft.body, collation.apparatus) == "".join(transcript.lines)


@pytest.mark.parametrize("suffix", SUFFIXES)
@given(st.binary(max_size=300))
def test_any_bytes(suffix: str, content: bytes) -> None:
    """Any bytes give a transcript that can be drafted, or exactly one problem."""
    transcript, problems = formats.read(f"a{suffix}", content)

    if transcript is None:
        assert len(problems) == 1
    else:
        _whole(transcript)


@pytest.mark.parametrize(("suffix", "content"), [(".docx", DOCUMENT), (".pdf", PAPER)])
@given(st.data())
@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_files(suffix: str, content: bytes, data: st.DataObject) -> None:
    """A file that is cut off or has other bytes in it gives a transcript or exactly one problem."""
    start = data.draw(st.integers(0, len(content)))
    length = data.draw(st.integers(0, 40))
    damaged = content[:start] + data.draw(st.binary(max_size=40)) + content[start + length :]
    if data.draw(st.booleans()):
        damaged = damaged[: data.draw(st.integers(0, len(damaged)))]

    transcript, problems = formats.read(f"a{suffix}", damaged)

    if transcript is None:
        assert len(problems) == 1
    else:
        _whole(transcript)


@given(PAGES)
@settings(deadline=None)
def test_any_page(markup: str) -> None:
    """Any markup gives a transcript that is drafted, collated and undone without a word lost, or one problem."""
    transcript, problems = formats.read("a.html", markup.encode())

    if transcript is None:
        assert len(problems) == 1
    else:
        _whole(transcript)


@given(PAGES)
@settings(deadline=None)
def test_reading_twice_gives_the_same(markup: str) -> None:
    """A reader is a function of its bytes."""
    assert formats.read("a.html", markup.encode()) == formats.read("a.html", markup.encode())


@given(st.lists(st.text(alphabet="abcdefg é", min_size=1, max_size=20).filter(str.strip), min_size=1, max_size=8))
@settings(deadline=None)
def test_plain_paragraphs_of_every_kind_keep_their_words(paragraphs: list[str]) -> None:
    """The same paragraphs give the same words, whichever kind of file they came in."""
    words = " ".join(paragraphs).split()
    files = {
        "a.html": "".join(f"<p>{each}</p>" for each in paragraphs).encode(),
        "a.docx": package("".join(map(paragraph, paragraphs))),
        "a.pdf": pdf([lines(*paragraphs)]),
    }
    for name, content in files.items():
        transcript, problems = formats.read(name, content)

        assert transcript is not None, problems
        assert words == re.split(r"\s+", "".join(transcript.lines).strip()), name
