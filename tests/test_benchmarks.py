"""What the benchmark of speed rests on: a corpus that never changes, a comparison that sees, a page that tells all."""

import hashlib
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest

from benchmarks.speed import archives, contents, corpus, counts, edits, measure, peers, profile, report, rounds, shapes
from benchmarks.speed.archives import Entry
from benchmarks.speed.contents import Shown
from benchmarks.speed.measure import Command, Run
from benchmarks.speed.results import Cost, Figure, Preview, Results, Site
from tests.archives import states
from tests.conftest import ROOT

CASES = ROOT / "tests/cases/benchmarks"
CORPUS = "e313acd0117fb62ead3975d7090cc86d18d62b0d2d2b24781eac5a78edeec057"
"""sha256 of the first twenty seeds; a change of it makes every figure that was written down one of another corpus."""
SIZE = 6


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a small archive of the benchmark with its editions, built once."""
    made = tmp_path_factory.mktemp("speed") / "archive"
    archives.with_editions(made, SIZE)
    return made


@pytest.fixture(scope="module")
def entries(folder: Path) -> tuple[Entry, ...]:
    """Read the editions of that archive."""
    return archives.entries(folder, SIZE)


def test_the_corpus_is_the_same_on_every_machine() -> None:
    """The seeds of the first twenty documents have the checksum that was written down."""
    text = "".join(shapes.raw(corpus.text(number)) for number in range(20))

    assert hashlib.sha256(text.encode()).hexdigest() == CORPUS


def test_another_seed_is_another_corpus() -> None:
    """A corpus of another seed has other words in the same shapes."""
    one, other = corpus.text(3), corpus.text(3, seed=1)

    assert one.shape == other.shape
    assert one.blocks != other.blocks


def test_documents_are_of_the_size_and_name_the_states_that_were_asked_for() -> None:
    """Four and a half kilobytes, and 3.7 states, in the mean of a thousand documents."""
    texts = [corpus.text(number) for number in range(1000)]

    sizes = sum(len(shapes.raw(text).encode()) for text in texts)
    assert round(sizes / 1000, -2) == 4500
    assert round(sum(len(text.states) for text in texts) / 1000, 1) == 3.7


def test_no_paragraph_comes_twice() -> None:
    """A generator that remembers what it made of a paragraph gains nothing; headings do come again."""
    blocks = [block for number in range(200) for block in corpus.text(number).blocks if block.form != "heading"]
    passages = [passage for block in blocks for passage in block.texts if len(passage) > 80]

    assert len(passages) > 2000
    assert len(set(passages)) == len(passages)


@pytest.mark.parametrize("number", range(10))
def test_a_seed_names_the_states_it_is_said_to_name(number: int) -> None:
    """No sentence names a state by chance, and none of a document's states is missing."""
    text = corpus.text(number)
    names = {state.id: state.name for state in states().states}

    found = {names[each.state] for each in states().find(shapes.raw(text))}

    assert found == set(text.states)


def test_every_shape_damages_its_text() -> None:
    """A story repeats its lead, a summary is cut by a page break, a declaration ends without a line end."""
    by_shape = {text.shape: text for text in map(corpus.text, range(5))}
    story, summary = by_shape["news-story"], by_shape["chairs-summary"]

    assert shapes.raw(story).count(story.blocks[0].texts[0]) == 2
    assert re.search(r"[a-z]\n\n[a-z]", shapes.raw(summary))
    assert not shapes.raw(by_shape["declaration"]).endswith("\n")


def test_an_archive_with_editions_is_made_once(folder: Path) -> None:
    """Nothing is drafted again as long as nothing changed that drafting depends on."""
    assert not archives.with_editions(folder, SIZE)
    assert archives.fingerprint(SIZE) != archives.fingerprint(SIZE + 1)


def test_the_generators_own_site_holds_what_the_corpus_says(folder: Path, entries: tuple[Entry, ...]) -> None:
    """Every document, word, link of a state and entry of the timeline is found in the pages as they are built today."""
    shown = contents.of_archive(folder / "dist", entries)

    assert contents.differences({"muniment": shown}, entries) == ()


def test_edits_are_real_ones(folder: Path, entries: tuple[Entry, ...], tmp_path: Path) -> None:
    """A changed word with its note and a changed title build without an error, and are on the pages."""
    archives.copied(folder, tmp_path / "edited")
    documents = tmp_path / "edited/site_src/documents"
    first, second = documents / f"{entries[1].id}.md", documents / f"{entries[2].id}.md"
    page = folder / f"dist/documents/{entries[1].id}.html"
    first.write_text(edits.reword_edition(first.read_text("utf-8"), entries[1], 1, page), "utf-8")
    second.write_text(edits.retitle_edition(second.read_text("utf-8"), entries[2], 1), "utf-8")

    archives.build(tmp_path / "edited")

    after = [entries[0], edits.reworded(entries[1], 1), edits.retitled(entries[2], 1), *entries[3:]]
    shown = contents.of_archive(tmp_path / "edited/dist", after)
    assert contents.differences({"muniment": shown}, after) == ()
    assert len(contents.differences({"muniment": shown}, entries)) == 3


def _peer_site(site: Path, entries: Iterable[Entry]) -> None:
    """Write the site that a peer would build, without the peer."""
    (site / "docs").mkdir(parents=True)
    links = {entry.id: f'<a href="/docs/{entry.id}.html">{escape(entry.title)}</a>' for entry in entries}
    for entry in entries:
        passages = [escape(text) for block in entry.text.blocks for text in block.texts]
        body = "".join(f"<p>{passage}</p>" for passage in passages)
        _write(site / f"docs/{entry.id}.html", f'<h1>{escape(entry.title)}</h1><div class="body">{body}</div>')
    named = sorted({state for entry in entries for state in entry.text.states})
    _write(site / "index.html", "".join(links.values()))
    states_of = [(name, [links[each.id] for each in entries if name in each.text.states]) for name in named]
    stages_of = [(each.name, [links[one.id] for one in entries if one.stage == each.name]) for each in corpus.STAGES]
    for page, sections in (("states.html", states_of), ("timeline.html", stages_of)):
        _write(site / page, "".join(f"<section><h2>{name}</h2>{''.join(found)}</section>" for name, found in sections))


def _write(page: Path, main: str) -> None:
    page.write_text(f"<!doctype html><meta charset='utf-8'><main>{main}</main>", "utf-8")


def _compared(site: Path, entries: tuple[Entry, ...]) -> tuple[str, ...]:
    return contents.differences({"peer": contents.of_peer(site, entries)}, entries)


def test_a_site_of_equal_content_is_found_equal(entries: tuple[Entry, ...], tmp_path: Path) -> None:
    """The near miss of the cases below: nothing is different."""
    _peer_site(tmp_path, entries)

    assert _compared(tmp_path, entries) == ()


@pytest.mark.parametrize(
    ("page", "pattern", "by", "told"),
    [
        ("states.html", r"<a [^>]*>[^<]*</a>(?=</section>)", "", "peer, states: 1 missing"),
        ("states.html", r"<h2>(?=A)", "<h2>X", "peer, states: "),
        ("timeline.html", r"<a [^>]*>[^<]*</a>", "", "peer, timeline: 1 missing"),
        ("index.html", r"</a>", " again</a>", "peer, index: 1 missing"),
        ("docs/*.html", r"</p>", "", ""),
        ("docs/*.html", r"(?<=<p>)\w+ \w+", "", "peer, words: "),
    ],
    ids=["link of a state", "heading of a state", "entry of the timeline", "stale title", "mark-up only", "words"],
)
def test_what_is_lost_is_seen(
    entries: tuple[Entry, ...], tmp_path: Path, page: str, pattern: str, by: str, told: str
) -> None:
    """A link, an entry, a title or two words less are told; other mark-up around the same words is not."""
    _peer_site(tmp_path, entries)
    path = sorted(tmp_path.glob(page))[0]
    content, number = re.subn(pattern, by, path.read_text("utf-8"), count=1)
    path.write_text(content, "utf-8")

    found = _compared(tmp_path, entries)

    assert number == 1
    assert [each.startswith(told) for each in found[:1]] == ([True] if told else [])


def test_a_document_without_a_page_is_seen(entries: tuple[Entry, ...], tmp_path: Path) -> None:
    """A page that is gone is told, and its words with it."""
    _peer_site(tmp_path, entries)
    (tmp_path / f"docs/{entries[0].id}.html").unlink()

    found = _compared(tmp_path, entries)

    assert found[0].startswith("peer, pages of documents: 1 missing")


def test_pages_of_another_magnitude_are_seen(entries: tuple[Entry, ...], tmp_path: Path) -> None:
    """Pages eleven times as large are not of equal content, whatever their words."""
    _peer_site(tmp_path, entries)
    shown = contents.of_peer(tmp_path, entries)
    larger = replace(shown, page_bytes=shown.page_bytes * 11)

    found = contents.differences({"peer": shown, "other": larger}, entries)

    assert len(found) == 1
    assert found[0].startswith("pages differ by more than 10 times in size: peer ")


def test_peers_are_given_the_words_of_the_edition(entries: tuple[Entry, ...], tmp_path: Path) -> None:
    """Each peer's folder holds its templates and every document under the edition's id, body and all."""
    for peer in peers.ALL:
        peers.write(peer, tmp_path / peer.name, entries)

        written = sorted((tmp_path / peer.name / peer.content).glob("*-*.md"))
        assert [path.stem for path in written] == sorted(entry.id for entry in entries)
        assert entries[0].body in (tmp_path / peer.name / peer.content / f"{entries[0].id}.md").read_text("utf-8")


def test_a_command_that_fails_gives_no_figure(tmp_path: Path) -> None:
    """What it said comes with the refusal."""
    command = Command(words=(sys.executable, "-c", "import sys; sys.exit('no such theme')"), folder=tmp_path)

    with pytest.raises(measure.FailedError, match="no such theme"):
        measure.timed(command)


def test_time_and_memory_of_children_count(tmp_path: Path) -> None:
    """A process that leaves the work to a child costs what the child costs."""
    work = "held = bytearray(90_000_000); held[::4096] = b'x' * len(held[::4096]); sum(range(4_000_000))"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}], check=True)"
    command = Command(words=(sys.executable, "-c", parent), folder=tmp_path)
    idle = Command(words=(sys.executable, "-c", "pass"), folder=tmp_path)

    assert measure.timed(command).cpu > measure.timed(idle).cpu
    assert measure.peak_memory(command) > 90_000_000


class _Recorder:
    """A generator that builds nothing and remembers when it was asked."""

    def __init__(self, name: str, folder: Path, asked: list[str]) -> None:
        self.name, self.folder, self.asked = name, folder, asked

    def lanes(self) -> tuple[str, ...]:
        return "cold", "unchanged"

    def ready(self, lane: str, turn: int) -> Command:
        self.asked.append(f"{lane} {turn} {self.name}")
        return Command(words=(sys.executable, "-I", "-S", "-c", ""), folder=self.folder)

    def shown(self, entries: Iterable[Entry]) -> Shown:
        raise NotImplementedError

    def out(self) -> Path:
        raise NotImplementedError


def test_lanes_are_run_in_turn(tmp_path: Path) -> None:
    """Within a lane everyone runs before the next lane, another one first in each round; slow peers stop early."""
    asked: list[str] = []
    contenders = [_Recorder(name, tmp_path, asked) for name in ("muniment", "Hugo", "Pelican")]

    figures, number = rounds.run(contenders, 5, 3, budget=60)

    assert number == 3
    assert asked[:6] == [
        *("cold 1 Hugo", "cold 1 Pelican", "cold 1 muniment"),
        *("unchanged 1 Hugo", "unchanged 1 Pelican", "unchanged 1 muniment"),
    ]
    assert asked[6] == "cold 2 Pelican"
    assert asked[12:] == ["cold 3 muniment", "cold 3 Hugo", "unchanged 3 muniment", "unchanged 3 Hugo"]
    assert {figure.generator: len(figure.runs) for figure in figures} == {"muniment": 3, "Hugo": 3, "Pelican": 2}


def test_no_round_begins_after_the_budget_is_spent(tmp_path: Path) -> None:
    """One round is always run, whatever it takes."""
    figures, number = rounds.run([_Recorder("muniment", tmp_path, [])], 5, 3, budget=0)

    assert number == 1
    assert [len(figure.runs) for figure in figures] == [1, 1]


def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle() -> None:
    """With the least and the most beside it."""
    assert measure.listed([4.0, 1.0, 2.0, 9.0]) == (3.0, 1.0, 9.0)
    assert measure.listed([2.0]) == (2.0, 2.0, 2.0)


def _figure(generator: str, lane: str, *seconds: float, memory: int = 0, size: int = 10_000) -> Figure:
    runs = tuple(Run(wall=wall, cpu=wall * 1.5) for wall in seconds)
    return Figure(size=size, generator=generator, lane=lane, runs=runs, memory=memory)


def test_the_page_says_what_was_met_and_what_was_missed(golden: Callable[[Path, str], None]) -> None:
    """Ratios, targets, spreads, conditions and differences all stand on the page."""
    results = Results(
        machine="2 cores, Example, 24 GiB",
        commit="abc1234+",
        date="2026-11-22",
        loads=("0.1", "2.0"),
        versions=(("muniment", "0.1.0"), ("Hugo", "0.168.0"), ("Pelican", "4.12.0")),
        figures=(
            _figure("Hugo", "cold", 6.0, 5.0, 7.0, memory=875_000_000),
            _figure("muniment", "cold", 3.0, 3.5, 9.0, memory=310_000_000),
            _figure("Pelican", "cold", 30.0),
            _figure("muniment", "raw", 9.1),
            _figure("muniment", "cold", 0.4, size=1000, memory=90_000_000),
            _figure("Hugo", "unchanged", 6.0),
            _figure("muniment", "unchanged", 0.12),
        ),
        shipped=(("cold", (Run(wall=0.3, cpu=0.4),)), ("help", (Run(wall=0.2, cpu=0.1),))),
        sites=(
            Site(
                size=10_000,
                generator="muniment",
                documents=10_000,
                state_links=37_000,
                timeline_entries=9_999,
                pages=30_100,
                page_bytes=12_345.6,
                largest="states.html",
                largest_bytes=654_321,
            ),
        ),
        differences=((5, ()), (10_000, ("Hugo, states: 1 missing, such as [('Chile', 'a')]",))),
        costs=(Cost(size=1000, export="tei", cpu=1.234, files=1000, size_bytes=9_900_000),),
        previews=(
            Preview(size=1000, generator="muniment", edit="body", seconds=(0.1, 0.16, 0.2)),
            Preview(size=1000, generator="Hugo", edit="body", seconds=(0.44,)),
        ),
    )

    golden(CASES / "RESULTS.md", report.page(results))


def test_a_librarys_time_is_counted_to_those_who_called_it() -> None:
    """What `re` needs for `collate` is `collate`'s, by the time each caller caused; the rest of the line is a stage."""
    line = (f"{profile.PACKAGE}line.py", 1, "run")
    collate = (f"{profile.PACKAGE}collate/__init__.py", 2, "collate")
    parse = (f"{profile.PACKAGE}parse/__init__.py", 3, "parse")
    match = ("~", 0, "<method 'match' of 're.Pattern' objects>")
    timings: profile.Timings = {
        line: (1, 1, 1.0, 9.0, {}),
        collate: (1, 1, 2.0, 5.0, {line: (1, 1, 2.0, 5.0)}),
        parse: (1, 1, 2.0, 3.0, {line: (1, 1, 2.0, 3.0)}),
        match: (4, 4, 4.0, 4.0, {collate: (3, 3, 3.0, 3.0), parse: (1, 1, 1.0, 1.0)}),
    }

    assert profile.by_part(timings) == {"collate": 5.0, "parse": 3.0, "line": 1.0}
    assert profile.by_stage(timings) == {"collate.collate": 5.0, "parse.parse": 3.0}
    assert profile.by_function(timings, "parse")[1] == ("<method 'match' of 're.Pattern' objects>", 1.0, 1)


def test_what_a_run_does_is_counted(folder: Path, tmp_path: Path) -> None:
    """A cold build writes every file of its site and renders every page; help writes nothing and loads no templates."""
    archives.copied(folder, tmp_path / "counted")
    root = tmp_path / "counted"

    built = counts.counted(["build", "--root", str(root)], calls=["muniment.cli.main"])
    helped = counts.counted(["--help"], calls=["muniment.cli.main"])

    assert (built.code, helped.code) == (0, 0)
    assert len(built.below(root, built.writes)) >= sum(path.is_file() for path in (root / "dist").rglob("*"))
    assert "jinja2" in built.packages()
    assert built.calls == {"muniment.cli.main": 1}
    assert helped.writes == ()
    assert "jinja2" not in helped.packages()
