"""Reads built sites back and holds them against the corpus, so that only pages of equal content are compared.

What is compared is what a reader gets: which documents there are and whether each page has every word of its text,
which states lead to which documents, and which documents stand in which stage of the timeline.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from benchmarks.speed import wording
from benchmarks.speed.archives import Entry
from benchmarks.speed.corpus import STAGES

PAGES_READ = 2000
"""Document pages whose words are read: all in small archives, evenly spread ones in large archives."""
SHOWN = 5
"""Differences of one kind that are told."""
MAGNITUDE = 10
"""How many times as large as another's a page may be."""

PART = ", part "
"""Stands in the title of a page of several between what it is of and its number."""
Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What a built site shows."""

    documents: frozenset[str]
    """Ids of the documents that have a page."""
    listed: Pairs
    """(document, title) for every link of the index."""
    states: Pairs
    """(state, document) for every link of the index of states."""
    stages: Pairs
    """(stage, document) for every entry of the timeline."""
    words: Mapping[str, str]
    """Document → the words of its text, one space between them; of those pages that were read."""
    page_bytes: float
    """Mean size of a document's page."""
    pages: int
    """HTML pages in all."""


def of_peer(site: Path, entries: Iterable[Entry]) -> Shown:
    """Read a peer's site: lists as sections with a heading each, on one page."""
    pages = sorted(site.glob("docs/*.html"))
    states = [page for page in (site / "states.html", site / "states/index.html") if page.is_file()]
    return Shown(
        documents=frozenset(page.stem for page in pages),
        listed=frozenset(_documents(_tree(site / "index.html"), "docs/")),
        states=_sections(states, wording.STATES, "docs/"),
        stages=_sections([site / "timeline.html"], [stage.name for stage in STAGES], "docs/"),
        words=_words(site / "docs", _read(entries), "body"),
        page_bytes=_mean(pages),
        pages=sum(1 for _ in site.rglob("*.html")),
    )


def of_archive(site: Path, entries: Iterable[Entry]) -> Shown:
    """Read this generator's site: for each state a page or several, as for the index.

    Its timeline names so many documents of a stage, and leads to pages that list them all.
    """
    entries = tuple(entries)
    pages = [page for page in (site / "documents" / f"{entry.id}.html" for entry in entries) if page.is_file()]
    states = sorted((site / "states").glob("*.html"))
    timeline = [site / "timeline.html", *sorted(site.glob("documents-by-stage-*.html"))]
    lists = [*sorted(site.glob("documents*.html")), *sorted(site.glob("documents/by-*/*.html"))]
    return Shown(
        documents=frozenset(page.stem for page in pages),
        listed=frozenset(pair for page in lists for pair in _documents(_tree(page), "documents/")),
        states=_sections(states, wording.STATES, "documents/"),
        stages=_sections(timeline, [stage.name for stage in STAGES], "documents/"),
        words=_words(site / "documents", _read(entries), "edition"),
        page_bytes=_mean(pages),
        pages=sum(1 for _ in site.rglob("*.html")),
    )


def differences(shown: Mapping[str, Shown], entries: Iterable[Entry]) -> tuple[str, ...]:
    """Say in what the sites differ from the corpus or from one another; nothing where their content is equal."""
    entries = tuple(entries)
    ids = frozenset(entry.id for entry in entries)
    titles = frozenset((entry.id, entry.title) for entry in entries)
    states = frozenset((state, entry.id) for entry in entries for state in entry.text.states)
    stages = frozenset((entry.stage, entry.id) for entry in entries if entry.stage)
    found: list[str] = []
    for name, site in shown.items():
        found += _differing(f"{name}, pages of documents", ids, site.documents)
        found += _differing(f"{name}, index", titles, site.listed)
        found += _differing(f"{name}, states", states, site.states)
        found += _differing(f"{name}, timeline", stages, site.stages)
        lost = [f'{entry.id} lacks "{words[:60]}"' for entry in _read(entries) for words in _lost(entry, site)]
        found += [f"{name}, words: {each}" for each in lost[:SHOWN]]
    sizes = {name: site.page_bytes for name, site in shown.items()}
    if sizes and max(sizes.values()) > MAGNITUDE * min(sizes.values()):
        told = ", ".join(f"{name} {size:.0f}" for name, size in sizes.items())
        found.append(f"pages differ by more than {MAGNITUDE} times in size: {told}")
    return tuple(found)


def _differing(what: str, expected: Iterable[object], actual: Iterable[object]) -> list[str]:
    """Say what is missing and what is too much."""
    missing, extra = sorted(set(expected) - set(actual)), sorted(set(actual) - set(expected))  # type: ignore[type-var]
    found = [f"{what}: {len(missing)} missing, such as {missing[:SHOWN]}"] if missing else []
    return found + ([f"{what}: {len(extra)} too many, such as {extra[:SHOWN]}"] if extra else [])


def _lost(entry: Entry, site: Shown) -> list[str]:
    """List the passages of a document that its page does not have word for word."""
    there = site.words.get(entry.id, "")
    passages = [" ".join(text.split()) for block in entry.text.blocks for text in block.texts]
    return [passage for passage in passages if passage not in there]


def _read(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Choose the documents whose words are read."""
    entries = tuple(entries)
    return entries[:: -(-len(entries) // PAGES_READ) or 1]


def _tree(page: Path) -> html.HtmlElement:
    return html.document_fromstring(page.read_bytes())


def _documents(tree: html.HtmlElement, folder: str) -> list[tuple[str, str]]:
    """List the documents that the links of a page's main part, or of a part of it, lead to, with the links' words."""
    part = tree.xpath(".//main") or [tree]
    found = []
    for link in part[0].xpath(".//a[@href]"):
        before, _, name = link.get("href").partition("#")[0].rpartition("/")
        if f"{before}/".endswith(folder) and name.endswith(".html"):
            found.append((name.removesuffix(".html"), " ".join(link.text_content().split())))
    return found


def _sections(pages: Iterable[Path], names: Iterable[str], folder: str) -> Pairs:
    """Pair every heading of one of the names with the documents to which the part under it leads."""
    wanted = frozenset(names)
    found = []
    for page in pages:
        for heading in _tree(page).xpath("//main//h1 | //main//h2 | //main//h3"):
            name = " ".join(heading.text_content().split()).partition(PART)[0]
            if name in wanted:
                found += [(name, document) for document, _ in _documents(_part(heading), folder)]
    return frozenset(found)


def _part(heading: html.HtmlElement) -> html.HtmlElement:
    """Give the part of a page that a heading heads: the nearest section or article, or the whole main part."""
    return next(heading.iterancestors("section", "article", "main"))


def _words(folder: Path, entries: Iterable[Entry], name: str) -> dict[str, str]:
    """Read the words of documents' pages; `name` is the class of the element that holds the text."""
    found = {}
    for entry in entries:
        page = folder / f"{entry.id}.html"
        if page.is_file():
            parts = _tree(page).xpath(f'//*[contains(concat(" ", @class, " "), " {name} ")]')
            found[entry.id] = " ".join(" ".join(part.text_content().split()) for part in parts)
    return found


def _mean(pages: list[Path]) -> float:
    return sum(page.stat().st_size for page in pages) / max(len(pages), 1)
