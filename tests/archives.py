"""Archives for tests, made by the real line from a few lines of text each."""

from dataclasses import replace
from functools import cache

from muniment import anchors, archive, collate, edition, exports, formats, gazetteer, indexes, parse
from muniment.model import (
    Archive,
    Asset,
    ClaimSetting,
    Evidence,
    FrontMatter,
    Intervention,
    Problem,
    QuotedDate,
    Relation,
    Settings,
)
from muniment.pages import OPEN_SEARCH
from muniment.settings import KINDS, wording
from muniment.words import Words
from tests.conftest import ROOT

RELATIONS = (
    Relation(id="host", label="Hosted", verb="hosted a meeting"),
    Relation(id="endorsed", label="Endorsed", verb="endorsed it"),
)
BARE = Settings(title="Harbour treaties", kinds=KINDS, relations=RELATIONS)


@cache
def states() -> gazetteer.Gazetteer:
    """Give the shipped gazetteer."""
    made, problems = gazetteer.build((ROOT / "muniment/data/states.json").read_bytes(), None)
    assert problems == ()
    return made


@cache
def spoken(language: str) -> Words:
    """Give the shipped words of the interface in a language."""
    shipped = {path.stem: path.read_bytes() for path in sorted((ROOT / "muniment/data/words").glob("*.po"))}
    return wording.read({}, language, shipped)[0]


def reading(name: str, seed: str, body: str | None = None, lifted: int = 0, **front: object) -> archive.Reading:
    """Make the reading of a document; `lifted` seed lines at the top become metadata, the rest is its text."""
    transcript, problems = formats.read(f"{name}.txt", seed.encode())
    assert transcript is not None, problems
    lines = seed.splitlines(keepends=True)
    interventions = tuple(
        Intervention(rule="lift-furniture", lines=(number, number), before=line.strip(), reason="Not of the text.")
        for number, line in enumerate(lines[:lifted], start=1)
    )
    words: dict[str, object] = {"title": name.title(), "kind": "report", "language": "en"}
    matter = FrontMatter(
        id=name,
        seed=transcript.name,
        seed_sha256=transcript.sha256,
        drafted_sha256="",
        **{"interventions": interventions, **words, **front},
    )
    source = edition.write(matter, "".join(lines[lifted:]) if body is None else body)
    read, problems = edition.read(f"site_src/documents/{name}.md", source.encode())
    assert read is not None, problems
    text, _, _ = anchors.give(parse.parse(read.body, ()), None, name)
    return read, transcript, collate.collate(transcript, read, text)


def assembled(*readings: archive.Reading, **settings: object) -> tuple[Archive, tuple[Problem, ...]]:
    """Assemble readings under bare settings with some replaced."""
    return archive.assemble(replace(BARE, **settings), readings, states(), "c" * 64)


def claim(*subjects: str, quote: str, document: str = "a", **more: object) -> ClaimSetting:
    """Make a claim that states hosted a meeting."""
    words: dict[str, object] = {"relation": "host", "basis": "attested", "line": 1}
    return ClaimSetting(states=subjects, document=document, quote=quote, **{**words, **more})


def date(edtf: str, quote: str, status: str = "held", document: str = "a", **more: object) -> QuotedDate:
    """Make an attested date that is printed as its quotation."""
    words: dict[str, object] = {"basis": "attested", "printed": quote, "line": 1}
    return QuotedDate(edtf=edtf, status=status, document=document, quote=quote, **{**words, **more})


def attested(line: int, quote: str) -> Evidence:
    """Make attested evidence."""
    return Evidence(line=line, quote=quote, basis="attested")


def exported(archive: Archive, *names: str) -> tuple[Asset, ...]:
    """Make the files of some exports and of no search."""
    chosen = replace(archive.settings, exports=names, search="none")
    archive = replace(archive, settings=chosen)
    return tuple(each for each in exports.write(archive, indexes.build(archive)) if each.path != OPEN_SEARCH)
