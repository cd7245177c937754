"""The whole line, from what a folder holds to the finished files of its site; touches nothing and knows no disk."""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial

from muniment import archive, check, edition, gazetteer, hands, indexes, parse, problems, settings
from muniment.archive import naming
from muniment.frozen import dataclass
from muniment.line import ahead, division, shelf, site
from muniment.line.crew import ALONE, Crew
from muniment.line.remembered import Known, Made, Memory
from muniment.line.shown import digest
from muniment.line.texts import ANCHORS, Frame, Pair, Texts, Transcripts
from muniment.line.values import Inputs, Outcome
from muniment.line.work import Shared
from muniment.model import Asset, Files, Problem, Settings

__all__ = ["Crew", "Inputs", "Known", "Made", "Memory", "Outcome", "content_sha256", "run", "with_search_index"]

STATES = "site_src/authorities/states.toml"


def run(inputs: Inputs, *, publish: bool = True, refresh: bool = False, crew: Crew = ALONE) -> Outcome:
    """Take inputs to a finished site, collecting every problem; with `publish` off, stop after the archive's checks.

    The crew does what each document needs for itself; who they are makes no difference to the outcome.
    """
    found: list[Problem] = []
    chosen, troubles = settings.read(inputs.sources, inputs.name, inputs.words)
    found += troubles
    if inputs.base_url:
        chosen = replace(chosen, base_url=inputs.base_url)
    found += _too_deep(chosen)
    seeds = Transcripts(inputs.seeds, inputs.memory, found)
    states, troubles = _states(inputs, chosen)
    found += troubles
    with division.Shop(_shared(inputs, seeds, chosen, states), crew) as shop:
        return _made(inputs, shop, found, _Goal(publish=publish, refresh=refresh))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Goal:
    """How far a run is to go."""

    publish: bool
    refresh: bool


def _made(inputs: Inputs, shop: division.Shop, found: list[Problem], goal: _Goal) -> Outcome:
    """Take what was read to a finished site."""
    filed = {path: known.filed for path, known in inputs.memory.documents.items()}
    held = hands.read((inputs.sources, inputs.unread), filed, shop.open, found)
    chosen, states, seeds = shop.settings, shop.shared.frame.gazetteer, shop.shared.texts.seeds
    drafts = hands.draft(held, seeds, shop.draft, found, refresh=goal.refresh)
    if drafts:
        shop.stock(_with(inputs.sources, drafts))
    standing = hands.standing(held, drafts, shop.open, found)
    found += hands.lost_addresses(standing, (path for path in inputs.sources if path.startswith(ANCHORS)))
    pairs = _pairs(seeds, standing, inputs, found)
    examined = shop.examine(pairs, inputs.memory, found)
    registries = tuple(each.registry for each in examined if each.registry)
    version = content_sha256(inputs.seeds, _with(inputs.sources, (*drafts, *registries)))
    described = [each.described for each in examined]
    assembled, troubles = archive.join(chosen, described, states.states, shop.shared.curated, version)
    found += troubles
    found += check.archive(assembled)
    editions = {seed: path for path, seed in standing.broken if seed} | {
        each.seed: each.path for each in standing.editions
    }
    outcome = Outcome(drafts=drafts, problems=_sorted(found), archive=assembled, editions=editions)
    if _fails(found) or not goal.publish:
        return outcome
    keys = {each.filed.id: each.key for each in examined}
    made = site.make(assembled, inputs, keys, shop.setter(assembled, examined))
    found += made.problems
    if _fails(found):
        return replace(outcome, problems=_sorted(found))
    memory = Memory(
        documents=shelf.remember(examined, chosen),
        seeds={name: (seeds.sha256[name], seeds.said[name]) for name in seeds},
        files=made.remembered,
        sheaves=made.sheaves,
        manifest=made.manifest,
        templates=made.templates,
    )
    return replace(
        outcome,
        registries=registries,
        files=made.files,
        kept=made.kept,
        problems=_sorted(found),
        memory=memory if inputs.program else Memory(),
        ahead=partial(ahead.pages, shop.shared, made.plan) if made.plan else outcome.ahead,
    )


def with_search_index(outcome: Outcome, index: Callable[[tuple[Asset, ...]], tuple[Asset, ...]]) -> Outcome:
    """Add to a finished site the search index that `index` makes of the archive's words, manifest and all."""
    from muniment.exports import search_pages  # slow to load, and few builds make an index

    if outcome.archive is None:
        return outcome
    made = index(search_pages.pages(outcome.archive, indexes.build(outcome.archive)))
    files = {asset.path: asset.content for asset in (*outcome.files, *made) if asset.path != site.MANIFEST}
    hashes = dict(outcome.kept) | {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    files[site.MANIFEST] = site.manifest(hashes)
    return replace(outcome, files=tuple(Asset(path=path, content=files[path]) for path in sorted(files)))


def content_sha256(seeds: Files, sources: Files) -> str:
    """Hash all of an archive's content (seeds and `site_src/`): the archive's version; lower-case hex."""
    lines = [f"{seeds.sha256(name)}  seeds/{name}\n" for name in seeds]
    lines += [f"{sources.sha256(path)}  {path}\n" for path in sources]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _states(inputs: Inputs, chosen: Settings) -> tuple[gazetteer.Gazetteer, tuple[Problem, ...]]:
    """Make the gazetteer; an archive without an index of states looks for none."""
    if "states" not in chosen.indexes:
        return gazetteer.empty(), ()
    return gazetteer.build(inputs.states, inputs.sources.get(STATES))


def _shared(inputs: Inputs, seeds: Transcripts, chosen: Settings, states: gazetteer.Gazetteer) -> Shared:
    """Gather what every document is described with."""
    curated = archive.curate(chosen, states.states, states.others)
    key = digest(
        inputs.program,
        chosen.markdown,
        chosen.indexes,
        shelf.is_searched(chosen),
        hashlib.sha256(inputs.states).hexdigest(),
        inputs.sources.get(STATES),
        curated,
    )
    forms = naming.sought(curated.bearers)
    frame = Frame(settings=chosen, gazetteer=states, forms=forms, key=key if inputs.program else "")
    return Shared(inputs=inputs, texts=Texts(seeds=seeds, sources=inputs.sources), frame=frame, curated=curated)


def _pairs(seeds: Transcripts, standing: hands.Held, inputs: Inputs, found: list[Problem]) -> tuple[Pair, ...]:
    """Put each edition (as it will stand after this run) beside its seed; report those that cannot be."""
    given = frozenset((*inputs.seeds, *(path.removeprefix("seeds/") for path in inputs.unread)))
    renamed = {each.path: None for each in found if each.code == "E-091"}
    pairs, owner_of_seed, owner_of_id = [], dict[str, str](), dict[str, str]()
    for each in standing.editions:
        path, seed, name = each.path, each.seed, each.id
        if seed in owner_of_seed:
            found.append(problems.report("E-081", path, seed=seed, other=owner_of_seed[seed]))
        elif name in owner_of_id:
            found.append(problems.report("E-082", path, id=name, other=owner_of_id[name]))
        elif seed not in seeds:
            if seed not in given and path not in renamed and "seeds" not in inputs.unread:
                found.append(problems.report("E-083", path, seed=seed))
        else:
            pairs.append(Pair(filed=each, edition=standing.opened.get(path)))
        owner_of_seed.setdefault(seed, path)
        owner_of_id.setdefault(name, path)
    return tuple(pairs)


def _too_deep(chosen: Settings) -> list[Problem]:
    """Report hand-written pages that are nested deeper than a page can show."""
    found = []
    for page in chosen.pages:
        try:
            parse.parse(page.body, (*chosen.markdown, parse.REFERENCES))
        except parse.NestingError as refusal:
            found.append(problems.report("E-084", page.path, page.body_line + refusal.line - 1))
    return found


def _with(sources: Files, written: Iterable[tuple[str, str]]) -> Files:
    """Give the sources as they will stand; a `.new` file is no part of the archive yet."""
    return sources.replaced({path: text.encode() for path, text in written if not path.endswith(edition.WAITING)})


def _sorted(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by path and line, each once."""
    return tuple(sorted(dict.fromkeys(found)))


def _fails(found: Iterable[Problem]) -> bool:
    """Say whether any problem is an error."""
    return any(problem.severity == "error" for problem in found)
