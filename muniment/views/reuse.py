"""The exports an archive asks for → the page that tells people which files there are and what each is.

Knows the paths of the files and nothing of how they are made.
"""

from muniment.citations.days import is_dated
from muniment.frozen import dataclass
from muniment.indexes.authorities import rosters
from muniment.pages import ROSTERS
from muniment.views.finding_aid import FindingAid
from muniment.views.links import Links


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """One file, or one for every document."""

    name: str
    """Its path; with `‹id›` where there is one for every document."""
    url: str
    """Link to it; empty where there are many."""
    what: str


WHOLE: tuple[tuple[str, str, str], ...] = (
    ("bundle", "archive.zip", "reuse.archive.zip"),
    ("data", "data/documents.json", "reuse.documents.json"),
    ("data", "data/states.json", "reuse.states.json"),
    ("data", "data/timeline.json", "reuse.timeline.json"),
    ("data", "data/people.json", "reuse.people.json"),
    ("data", "data/organisations.json", "reuse.organisations.json"),
    ("data", "data/places.json", "reuse.places.json"),
    ("tables", "data/documents.csv", "reuse.documents.csv"),
    ("tables", "data/states.csv", "reuse.states.csv"),
    ("tables", "data/claims.csv", "reuse.claims.csv"),
    ("tables", "data/timeline.csv", "reuse.timeline.csv"),
    ("tables", "data/datapackage.json", "reuse.datapackage.json"),
    ("citations", "data/references.bib", "reuse.references.bib"),
    ("citations", "data/references.ris", "reuse.references.ris"),
    ("citations", "data/references.csl.json", "reuse.references.csl.json"),
    ("metadata", "ro-crate-metadata.json", "reuse.crate"),
    ("feed", "feed.xml", "reuse.feed"),
    ("sitemap", "sitemap.xml", "reuse.sitemap"),
)
"""(export, path, words) of the files that there is one of."""

EACH: tuple[tuple[str, str, str], ...] = (
    ("texts", "documents/{id}.md", "reuse.md"),
    ("texts", "documents/{id}.txt", "reuse.txt"),
    ("texts", "documents/{id}.json", "reuse.json"),
    ("texts", "documents/{id}.seed.txt", "reuse.seed.txt"),
    ("texts", "documents/{id}.original.*", "reuse.original"),
    ("tei", "documents/{id}.xml", "reuse.xml"),
    ("citations", "documents/{id}.bib", "reuse.bib"),
    ("citations", "documents/{id}.ris", "reuse.ris"),
    ("citations", "documents/{id}.csl.json", "reuse.csl.json"),
    ("data", "data/apparatus/{id}.json", "reuse.apparatus"),
)
"""(export, pattern of the path, words) of the files that there is one of for every document."""


INDEX_OF = {
    "data/states.json": "states",
    "data/states.csv": "states",
    "data/claims.csv": "states",
    "data/timeline.json": "timeline",
    "data/timeline.csv": "timeline",
}
"""Path of a file → the index that the archive has to have for it."""


def whole(aid: FindingAid, links: Links) -> tuple[File, ...]:
    """List the files of the whole archive that it publishes."""
    return tuple(
        File(name=path, url=links.to(path), what=aid.say(words))
        for export, path, words in WHOLE
        if export in aid.settings.exports and _is_made(aid, path)
    )


def each(aid: FindingAid) -> tuple[File, ...]:
    """List the files of every document that the archive publishes."""
    name = aid.say("reuse.id")
    return tuple(
        File(name=pattern.replace("{id}", f"‹{name}›"), url="", what=aid.say(words))
        for export, pattern, words in EACH
        if export in aid.settings.exports
    )


def feed(aid: FindingAid, links: Links) -> str:
    """Give the link to the feed; empty where there is none."""
    return links.to("feed.xml") if "feed" in aid.settings.exports and _is_made(aid, "feed.xml") else ""


def _is_made(aid: FindingAid, path: str) -> bool:
    """Say whether there is anything to make a file of: a sitemap needs an address, a feed a day, an index its names."""
    if path == "sitemap.xml":
        return bool(aid.settings.base_url)
    if path == "feed.xml":
        return is_dated(aid.archive)
    if path in INDEX_OF and INDEX_OF[path] not in aid.settings.indexes:
        return False
    needed = {f"data/{slug}.json": kind for kind, slug in ROSTERS.items()}
    return path not in needed or bool(rosters(aid.indexes, needed[path]))
