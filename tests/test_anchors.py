"""Anchors: published addresses of paragraphs, which never come to mean anything else."""
# ruff: noqa: SIM300 - the house writes expected == actual

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from muniment.anchors import give, read, write
from muniment.anchors.likeness import digest, hashes, is_within, opening, similarity, sketch
from muniment.anchors.matching import heaviest_chain
from muniment.anchors.registry_file import as_written, from_toml
from muniment.model import Registry, Text
from muniment.parse import parse

CASES = Path(__file__).parent / "cases" / "anchors"

LONG = "The delegates welcomed the report of the committee and asked for further work on all of its chapters"


def anchored(body: str, registry: Registry | None = None) -> tuple[list[str], Registry, list[str]]:
    """Give (anchor: words with aliases) of each block, the registry and the problems' codes."""
    text, renewed, found = give(parse(body), registry, "letter")
    lines = [
        f"{block.anchor}{''.join(f'={alias}' for alias in block.aliases)}: {block.words}"
        for block in text.blocks
        if block.anchor
    ]
    return lines, renewed, [f"{problem.code} {problem.message}" for problem in found]


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_case(case: str, golden: Callable[[Path, str], None]) -> None:
    """Each folder's states of a text, one after another, give the anchors and the registry beside them."""
    registry = None
    shown = []
    for path in sorted((CASES / case).glob("*.md")):
        alias_file = path.with_suffix(".aliases")
        if alias_file.exists() and registry is not None:
            pairs = [line.split() for line in alias_file.read_text(encoding="utf-8").splitlines()]
            registry = Registry(
                document=registry.document,
                anchors=registry.anchors,
                aliases=tuple((former, target) for former, target in pairs),
                last=registry.last,
            )
        lines, registry, found = anchored(path.read_text(encoding="utf-8"), registry)
        shown += [f"== {path.name}", *lines, *found]

    assert registry is not None
    golden(CASES / case / "golden", "\n".join(shown) + "\n== registry\n" + write(registry))


def test_first_publication_numbers_in_order() -> None:
    """Paragraphs, entries, provisions and code are numbered in one series, headings in another, rules not at all."""
    lines, registry, _ = anchored("# T\n\na\n\n- b\n\n  c\n\n---\n\n1. d\n\n   (i) e\n\n```\nf\n```\n\n## U\n")

    expected = ["h1: T", "p1: a", "p2: b", "p3: c", "p4=n1: 1. d", "p5=n1-i: (i) e", "p6: f", "h2: U"]
    assert expected == lines
    assert (("h", 2), ("p", 6)) == registry.last


def test_number_of_a_removed_paragraph_is_not_given_again() -> None:
    """After an alias for the last paragraph, a new one takes the next number, not the freed one."""
    _, registry, _ = anchored("one word\n\nanother thing\n")
    aliased = Registry(document="letter", anchors=registry.anchors, aliases=(("p2", "p1"),), last=registry.last)

    lines, _, found = anchored("one word\n\nquite different matter\n", aliased)

    assert ["p1=p2: one word", "p3: quite different matter"] == lines
    assert [] == found


def test_lost_anchor_names_the_line_to_add() -> None:
    """A removed paragraph without an alias fails and says what to write."""
    _, registry, _ = anchored(f"first words\n\n{LONG}\n\nlast words\n")

    _, _, found = give(parse("first words\n\nlast words\n"), registry, "letter")

    (problem,) = found
    assert "site_src/anchors/letter.toml" == problem.path
    assert ("E-050", "error") == (problem.code, problem.severity)
    assert 'p2 = "p1"' in problem.hint


def test_lost_anchor_comes_back_with_its_words() -> None:
    """A registry that holds a lost anchor gives it back when the words return."""
    _, registry, _ = anchored(f"first words\n\n{LONG}\n\nlast words\n")
    _, without, _ = anchored("first words\n\nlast words\n", registry)

    lines, again, found = anchored(f"first words\n\n{LONG}\n\nlast words\n", without)

    assert ["p1: first words", f"p2: {LONG}", "p3: last words"] == lines
    assert (registry, []) == (again, found)


def test_deleted_paragraph_is_not_an_alias_of_a_distant_one() -> None:
    """Words that stand by chance in a paragraph far away are no merger."""
    _, registry, _ = anchored("Annex\n\nalpha beta\n\ngamma delta\n\nsee the Annex here\n")

    _, _, found = anchored("alpha beta\n\ngamma delta\n\nsee the Annex here\n", registry)

    assert ['E-050 anchor p1 ("Annex") has no paragraph any more.'] == found


@pytest.mark.parametrize("aliases", [(("p2", "p9"),), (("p2", "p3"), ("p3", "p2"))])
def test_alias_that_leads_nowhere_is_a_problem(aliases: tuple[tuple[str, str], ...]) -> None:
    """An alias leads to an anchor that is there, and not in a circle."""
    _, registry, _ = anchored("one\n\ntwo\n\nthree\n")
    aliased = Registry(document="letter", anchors=registry.anchors, aliases=aliases, last=registry.last)

    _, _, found = anchored("one\n", aliased)

    assert {line[:5] for line in found} >= {"E-051"}


def test_aliases_follow_each_other() -> None:
    """An alias of an alias leads to where the second one leads."""
    _, registry, _ = anchored("one\n\ntwo\n\nthree\n")
    aliases = (("p2", "p1"), ("p3", "p2"))
    aliased = Registry(document="letter", anchors=registry.anchors, aliases=aliases, last=registry.last)

    lines, _, found = anchored("one\n", aliased)

    assert (["p1=p2=p3: one"], []) == (lines, found)


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"[last]\np = 1\np = 2\n", "E-052", 3),
        (b"[last]\np = \xff\n", "E-052", 2),
        (b"[last\n", "E-052", 1),
        (b"x = " + b"[" * 5000, "E-052", 0),
        (b"[other]\n", "E-053", 1),
        (b"last = 3\n", "E-053", 1),
        (b"[last]\np = -1\n", "E-053", 2),
        (b"[last]\np = true\n", "E-053", 2),
        (b"[last]\nq = 1\n", "E-053", 2),
        (b'[anchors]\nx1 = { sha256 = "0123456789abcdef", opening = "a" }\n', "E-053", 2),
        (b'[last]\np = 1\n[anchors]\np1 = { sha256 = "0123", opening = "a" }\n', "E-053", 4),
        (b'[last]\np = 1\n[anchors]\np1 = { sha256 = "0123456789abcdef" }\n', "E-053", 4),
        (b'[last]\np = 1\n[anchors]\np1 = { sha256 = "0123456789abcdef", opening = "a", x = "b" }\n', "E-053", 4),
        (b'[last]\np = 1\n[anchors]\np2 = { sha256 = "0123456789abcdef", opening = "a" }\n', "E-053", 2),
        (b'[last]\np = 4\n[aliases]\np3 = "p3"\n', "E-053", 4),
        (b'[last]\np = 4\n[aliases]\np3 = "intro"\n', "E-053", 4),
        (b"[last]\np = 4\n[aliases]\np3 = 1\n", "E-053", 4),
    ],
)
def test_broken_registry_is_a_problem(content: bytes, code: str, line: int) -> None:
    """A file that is not wholly understood is refused with its line."""
    registry, found = read(content, "letter")

    assert registry is None
    assert [(code, line)] == [(problem.code, problem.line) for problem in found]


def test_edited_by_hand_is_read() -> None:
    """White space, comments, quoted keys, a byte-order mark and CRLF change nothing."""
    _, registry, _ = anchored("one\n\ntwo\n")
    text = write(registry).replace("p2 =", ' "p2"   = ').replace("\n", " # x\r\n")

    assert (registry, ()) == read(b"\xef\xbb\xbf" + text.encode(), "letter")


def test_two_thousand_blocks_are_quick_to_match() -> None:
    """A long text whose paragraphs all change and repeat is matched without comparing all with all."""
    first, registry, _ = anchored("\n\n".join(f"Same. Item {n % 7}" for n in range(2000)))

    lines, renewed, found = anchored("\n\n".join(f"Same. Item {n % 5}" for n in range(2000)), registry)

    assert 2000 == len(first) == len(lines)
    assert 2000 + len(found) == len(renewed.anchors)


def test_chain_rises_and_weighs_most() -> None:
    """The chain prefers one heavy pair to two light ones, and more light ones to one."""
    assert ((0, 2),) == heaviest_chain([(0, 2, 5), (1, 0, 2), (2, 1, 2)])
    assert ((1, 0), (2, 1)) == heaviest_chain([(0, 2, 3), (1, 0, 2), (2, 1, 2)])
    assert () == heaviest_chain([])


def alike(first: str, second: str) -> int:
    """Compare two strings of words by their sketches."""
    return similarity(hashes(sketch(first)), hashes(sketch(second)))


def test_similarity_is_of_words() -> None:
    """The same words are wholly alike, other words are not, and a changed word takes its share."""
    assert 1000 == alike("a b c d", "D, c b a.")
    assert 0 == alike("a b", "c d")
    assert 750 == alike("a b c d", "a b c e")
    assert 0 == alike("", "")


def test_words_within_a_block_are_found_exactly() -> None:
    """A block stands within another if all of its words do, in order and as whole words."""
    words = "the first part and the second part of it all in " + LONG
    inner = "the second part of it"

    assert is_within(digest(inner), opening(inner), words)
    assert is_within(digest(LONG), opening(LONG), words)
    assert not is_within(digest(inner), opening(inner), words.replace("second part", "second-part"))
    assert not is_within(digest("art and"), opening("art and"), words)
    assert not is_within(digest(""), "", words)


VOCABULARY = [f"word{n}" for n in range(30)]
PARAGRAPH = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=8).map(" ".join)
PARAGRAPHS = st.lists(PARAGRAPH, min_size=0, max_size=8)


def text_of(paragraphs: list[str]) -> Text:
    """Parse paragraphs."""
    return parse("\n\n".join(paragraphs))


@given(st.lists(PARAGRAPHS, min_size=1, max_size=5))
def test_no_number_is_given_twice_and_none_disappears(states: list[list[str]]) -> None:
    """Through any edits: an anchor is on one block, or an alias, or reported; a new block has a number never used."""
    registry = None
    ever: set[str] = set()
    for paragraphs in states:
        known = {} if registry is None else {anchor.anchor: anchor for anchor in registry.anchors}
        text, registry, found = give(text_of(paragraphs), registry, "letter")
        names = [block.anchor for block in text.blocks]
        aliases = [alias for block in text.blocks for alias in block.aliases]
        lost = [problem.message.split()[1] for problem in found if problem.code == "E-050"]
        for block in text.blocks:
            is_new = block.anchor not in known
            assert not (is_new and block.anchor in ever), "a new block took a number that was given before"
            if not is_new:
                old = known[block.anchor]
                kept = similarity(hashes(old.sketch), hashes(sketch(block.words))) >= 500
                assert kept or is_within(old.sha256, old.opening, " ".join(block.words.split()))
        ever |= set(names)
        assert len(names) == len(set(names))
        assert sorted(ever) == sorted(set(names) | set(aliases) | set(lost) | {a for a, _ in registry.aliases})


@given(PARAGRAPHS, PARAGRAPHS, st.data())
def test_giving_twice_changes_nothing(first: list[str], new: list[str], data: st.DataObject) -> None:
    """Unless an anchor was lost, giving again changes neither text nor registry, named already or not."""
    second = data.draw(st.permutations([*first, *new]))
    _, registry, _ = give(text_of(first), None, "letter")
    text, renewed, found = give(text_of(second), registry, "letter")
    assume(not found)

    assert (text, renewed, found) == give(text_of(second), renewed, "letter")
    assert (text, renewed, found) == give(text, renewed, "letter")


@given(st.lists(PARAGRAPH, min_size=2, max_size=8, unique=True), st.data())
def test_one_change_leaves_the_others_alone(paragraphs: list[str], data: st.DataObject) -> None:
    """A new paragraph anywhere leaves every other anchor where it was."""
    before, registry, _ = give(text_of(paragraphs), None, "letter")
    place = data.draw(st.integers(0, len(paragraphs)))

    after, _, found = give(text_of([*paragraphs[:place], "wholly new", *paragraphs[place:]]), registry, "letter")

    kept = [(block.anchor, block.words) for block in after.blocks if block.words != "wholly new"]
    assert [(block.anchor, block.words) for block in before.blocks] == kept
    assert () == found


@settings(max_examples=50)
@given(st.lists(st.text(min_size=1), max_size=5))
def test_file_holds_the_registry(paragraphs: list[str]) -> None:
    """Reading what was written gives the registry back, whatever the words are."""
    _, registry, _ = give(parse("\n\n".join(paragraphs)), None, "letter")

    assert (registry, ()) == read(write(registry).encode(), "letter")


@settings(max_examples=100)
@given(st.lists(st.text(min_size=1), max_size=4), st.data())
def test_the_quick_reader_reads_as_the_library_does(paragraphs: list[str], data: st.DataObject) -> None:
    """What it reads, the TOML library reads alike; a file altered anywhere it leaves to the library, or reads alike."""
    _, registry, _ = give(parse("\n\n".join(paragraphs)), None, "letter")
    written = write(registry)
    at = data.draw(st.integers(0, len(written)))
    altered = written[:at] + data.draw(st.text(max_size=2)) + written[at + data.draw(st.integers(0, 2)) :]

    assert as_written(written.encode(), "letter") == registry
    for text in (written, altered.encode("utf-8", "replace").decode()):
        quick = as_written(text.encode(), "letter")
        assert quick is None or (quick, ()) == from_toml(text.encode(), "letter")
