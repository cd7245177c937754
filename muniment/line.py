"""The whole line, from what a folder holds to the finished files of its site; touches nothing and knows no disk."""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from muniment import (
    anchors,
    archive,
    check,
    collate,
    exports,
    formats,
    gazetteer,
    hands,
    indexes,
    pages,
    parse,
    problems,
    render,
    settings,
)
from muniment.edition import forms
from muniment.exports import search_pages
from muniment.model import Archive, Asset, Collation, Edition, Page, Problem, Registry, Settings, Transcript

ANCHORS = "site_src/anchors/"
STATES = "site_src/authorities/states.toml"
MANIFEST = "manifest-sha256.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything a build depends on."""

    name: str
    """The folder's name: the title of an archive without settings."""
    seeds: tuple[tuple[str, bytes], ...]
    """(file name, bytes), by name."""
    sources: tuple[tuple[str, bytes], ...]
    """Files of `site_src/`: (path relative to the root, bytes), by path."""
    templates: tuple[tuple[str, str], ...]
    """(name, source) of every template, by name."""
    static: tuple[tuple[str, bytes], ...]
    """(path relative to `static/`, bytes), by path."""
    states: bytes
    """The shipped gazetteer."""
    base_url: str = ""
    """Overrides the settings' base URL."""
    map: bytes = b""
    """The shipped map of the world; without it the site has none."""
    unread: tuple[str, ...] = ()
    """Paths below the root that are there but could not be read: nothing is written where they stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run of the line gives; `files` is empty when there is an error."""

    drafts: tuple[tuple[str, str], ...] = ()
    """(path, text) of editions to be written: new ones, renewed untouched ones, and `.new` files beside edited ones."""
    registries: tuple[tuple[str, str], ...] = ()
    """(path, text) of anchor registries that changed."""
    files: tuple[Asset, ...] = ()
    """The finished site, by path."""
    problems: tuple[Problem, ...] = ()
    """Sorted by path and line, without repeats."""
    archive: Archive | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Witnessed:
    """An edition together with the transcript of its seed."""

    edition: Edition
    transcript: Transcript


def run(inputs: Inputs, *, publish: bool = True, refresh: bool = False) -> Outcome:
    """Take inputs to a finished site, collecting every problem; with `publish` off, stop after the archive's checks."""
    found: list[Problem] = []
    sources = dict(inputs.sources)
    chosen, troubles = settings.read(sources, inputs.name)
    found += troubles
    if inputs.base_url:
        chosen = replace(chosen, base_url=inputs.base_url)
    found += _too_deep(chosen)
    transcripts = _transcripts(inputs.seeds, found)
    held = hands.read(sources, inputs.unread, found)
    drafts = hands.draft(held, transcripts, chosen, found, refresh=refresh)
    found += hands.lost_addresses(held, (path for path in sources if path.startswith(ANCHORS)))
    pairs = _pairs(transcripts, hands.standing(held, drafts, found), dict(inputs.seeds), found)
    readings, registries = _readings(pairs, sources, chosen, found)
    digest = content_sha256(inputs.seeds, {**sources, **_encoded(drafts), **_encoded(registries)})
    states, troubles = gazetteer.build(inputs.states, sources.get(STATES))
    found += troubles
    assembled, troubles = archive.assemble(chosen, readings, states, digest)
    found += troubles
    found += check.archive(assembled)
    outcome = Outcome(drafts=drafts, problems=_sorted(found), archive=assembled)
    if _fails(found) or not publish:
        return outcome
    files, troubles = _files(assembled, inputs)
    found += troubles
    if _fails(found):
        return replace(outcome, problems=_sorted(found))
    return replace(outcome, registries=registries, files=files, problems=_sorted(found))


def with_search_index(outcome: Outcome, index: Callable[[tuple[Asset, ...]], tuple[Asset, ...]]) -> Outcome:
    """Add to a finished site the search index that `index` makes of the archive's words, manifest and all."""
    if outcome.archive is None:
        return outcome
    made = index(search_pages.pages(outcome.archive, indexes.build(outcome.archive)))
    files = {asset.path: asset.content for asset in (*outcome.files, *made) if asset.path != MANIFEST}
    files[MANIFEST] = _manifest(files)
    return replace(outcome, files=tuple(Asset(path=path, content=files[path]) for path in sorted(files)))


def content_sha256(seeds: Iterable[tuple[str, bytes]], sources: Mapping[str, bytes]) -> str:
    """Hash all of an archive's content (seeds and `site_src/`): the archive's version; lower-case hex."""
    lines = [f"{hashlib.sha256(content).hexdigest()}  seeds/{name}\n" for name, content in seeds]
    lines += [f"{hashlib.sha256(sources[path]).hexdigest()}  {path}\n" for path in sorted(sources)]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _transcripts(seeds: Iterable[tuple[str, bytes]], found: list[Problem]) -> dict[str, Transcript]:
    """Read every seed; one that cannot be read is reported and left out."""
    transcripts = {}
    for name, content in seeds:
        if forms.file_name(name) is not None:
            found.append(problems.report("S-092", f"seeds/{name}"))
            continue
        transcript, troubles = formats.read(name, content)
        found += troubles
        if transcript is not None:
            transcripts[name] = transcript
    return transcripts


def _pairs(
    transcripts: Mapping[str, Transcript],
    standing: tuple[Edition, ...],
    seeds: Mapping[str, bytes],
    found: list[Problem],
) -> tuple[Witnessed, ...]:
    """Put each edition (as it will stand after this run) beside its transcript; report those that cannot be."""
    renamed = {each.path: None for each in found if each.code == "E-091"}
    pairs, owner_of_seed, owner_of_id = [], dict[str, str](), dict[str, str]()
    for each in standing:
        path, seed, name = each.path, each.front.seed, each.front.id
        if seed in owner_of_seed:
            found.append(problems.report("E-081", path, seed=seed, other=owner_of_seed[seed]))
        elif name in owner_of_id:
            found.append(problems.report("E-082", path, id=name, other=owner_of_id[name]))
        elif seed not in transcripts:
            if seed not in seeds and path not in renamed:
                found.append(problems.report("E-083", path, seed=seed))
        else:
            pairs.append(Witnessed(edition=each, transcript=transcripts[seed]))
        owner_of_seed.setdefault(seed, path)
        owner_of_id.setdefault(name, path)
    return tuple(pairs)


def _readings(
    pairs: tuple[Witnessed, ...], sources: Mapping[str, bytes], chosen: Settings, found: list[Problem]
) -> tuple[tuple[tuple[Edition, Transcript, Collation], ...], tuple[tuple[str, str], ...]]:
    """Parse and collate every pair; give what is read, and the registries that changed."""
    readings, registries = [], []
    for pair in pairs:
        path = f"{ANCHORS}{pair.edition.front.id}.toml"
        registry, troubles = _registry(sources.get(path), pair.edition.front.id)
        found += troubles
        try:
            text = parse.parse(pair.edition.body, chosen.markdown)
        except parse.NestingError as refusal:
            line = pair.edition.body_line + refusal.line - 1
            found.append(problems.report("E-084", pair.edition.path, line))
            continue
        text, registry, troubles = anchors.give(text, registry, pair.edition.front.id)
        found += troubles
        collation = collate.collate(pair.transcript, pair.edition, text)
        found += collation.problems
        found += _undone(pair, collation)
        readings.append((pair.edition, pair.transcript, collation))
        written = anchors.write(registry, sources.get(path))
        if sources.get(path) != written.encode():
            registries.append((path, written))
    return tuple(readings), tuple(registries)


def _too_deep(chosen: Settings) -> list[Problem]:
    """Report hand-written pages that are nested deeper than a page can show."""
    found = []
    for page in chosen.pages:
        try:
            parse.parse(page.body, chosen.markdown)
        except parse.NestingError as refusal:
            found.append(problems.report("E-084", page.path, page.body_line + refusal.line - 1))
    return found


def _registry(content: bytes | None, document: str) -> tuple[Registry | None, tuple[Problem, ...]]:
    """Read a document's registry of anchors, if it has one yet."""
    return (None, ()) if content is None else anchors.read(content, document)


def _undone(pair: Witnessed, collation: Collation) -> tuple[Problem, ...]:
    """Undo the apparatus and hold the result against the transcript, byte for byte."""
    if collate.undo(pair.edition.body, collation.apparatus) == "".join(pair.transcript.lines):
        return ()
    return (problems.report("E-085", pair.edition.path, seed=pair.transcript.name),)


def _files(assembled: Archive, inputs: Inputs) -> tuple[tuple[Asset, ...], tuple[Problem, ...]]:
    """Make every file of the site and hold the finished files against the rules."""
    indexed = indexes.build(assembled)
    planned = pages.plan(assembled, indexed)
    renderer = render.Renderer(dict(inputs.templates), assembled, indexed, inputs.map)
    files, faults = _rendered(renderer, planned)
    if faults:
        return (), faults
    others = (*exports.write(assembled, indexed), *(Asset(path=f"static/{p}", content=c) for p, c in inputs.static))
    clashes = []
    for asset in (*others, Asset(path=".nojekyll", content=b"")):
        if asset.path in files:
            clashes.append(problems.report("P-070", asset.path))
        files[asset.path] = asset.content
    files[MANIFEST] = _manifest(files)
    troubles = check.site(files, assembled.settings.base_url, assembled)
    return tuple(Asset(path=path, content=files[path]) for path in sorted(files)), (*clashes, *troubles)


def _manifest(files: Mapping[str, bytes]) -> bytes:
    """List every file with its checksum, by path."""
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files)).encode()


def _rendered(
    renderer: render.Renderer, planned: tuple[Page, ...]
) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    """Set every page; a template that fails is reported once, at the place in it, and whatever else fails is ours."""
    files: dict[str, bytes] = {}
    faults: dict[str, Problem] = {}
    for page in planned:
        try:
            files[page.path] = renderer.render(page)
        except Exception as fault:
            place = render.place_of_fault(fault)
            if place is None:
                raise
            what = f"{type(fault).__name__}: {fault}"
            faults.setdefault(place[0], problems.report("L-066", *place, what=what, page=page.path))
    return files, tuple(faults.values())


def _encoded(texts: tuple[tuple[str, str], ...]) -> dict[str, bytes]:
    """Give texts as the files they become; a `.new` file is no part of the archive yet."""
    return {path: text.encode() for path, text in texts if not path.endswith(".new")}


def _sorted(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by path and line, each once."""
    return tuple(sorted(dict.fromkeys(found)))


def _fails(found: Iterable[Problem]) -> bool:
    """Say whether any problem is an error."""
    return any(problem.severity == "error" for problem in found)


__all__ = ["Inputs", "Outcome", "Witnessed", "content_sha256", "run"]
