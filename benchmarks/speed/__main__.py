"""Measures this generator beside its peers and writes benchmarks/RESULTS.md: `python -m benchmarks.speed --help`."""

import argparse
import json
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path

import muniment
from benchmarks.speed import archives, contents, machine, measure, peers, preview, report, rounds
from benchmarks.speed.archives import ROOT, Entry
from benchmarks.speed.contenders import Contender, Neighbour, Ours, Places, command
from benchmarks.speed.measure import Command, Run, words
from benchmarks.speed.peers import Peer
from benchmarks.speed.results import OURS, REFERENCE, Preview, Results, Site

ALONE = 50_000
"""Documents from which on only this generator is measured."""
FIVE_ROUNDS = 9
PARTS = ("shipped", "lanes", "exports", "preview")


def main() -> None:
    """Measure what is asked for, size by size, and write the page."""
    given = _arguments()
    chosen = [peer for peer in peers.ALL if peer.name.lower() in given.peers or peer.name == REFERENCE]
    used, before = machine.cores(given.cores), machine.load()
    installed = {peer.name: peers.install(peer, given.cache) for peer in chosen}
    commit = machine.commit(ROOT)
    results = Results(
        machine=machine.described(used),
        commit=commit["hash"],
        date=given.date or commit["date"],
        loads=(before, before),
        versions=(
            (OURS, muniment.__version__),
            *((peer.name, peers.version(peer, installed[peer.name])) for peer in chosen),
        ),
        figures=(),
    )
    if "shipped" in given.parts:
        results = replace(results, shipped=_shipped(given.cache))
        _keep(replace(results, loads=(before, machine.load())), given.cache, given.out)
    for size in given.sizes if given.parts != ("shipped",) else ():
        results = _size(results, size, given, [(peer, installed[peer.name]) for peer in chosen])
        _keep(replace(results, loads=(before, machine.load())), given.cache, given.out)
    print(f"written: {given.out}")


def _size(results: Results, size: int, given: argparse.Namespace, chosen: Sequence[tuple[Peer, Path]]) -> Results:
    """Measure one size and add it to the results."""
    _say(f"{size:,} documents: the archive with its editions")
    folder = given.cache / "work" / str(size)
    archives.with_editions(folder / "drafted", size)
    entries = archives.entries(folder / "drafted", size)
    contenders = _contenders(folder, entries, () if size >= ALONE else chosen)
    number = given.rounds or rounds.number(size)
    if "lanes" in given.parts:
        _say(f"{size:,} documents: {number} rounds")
        results = _lanes(results, contenders, entries, (number, given.budget))
    if "exports" in given.parts and size == given.exports:
        _say(f"{size:,} documents: each export")
        results = replace(results, costs=(*results.costs, *rounds.alone(folder / "ours/all", size)))
    if "preview" in given.parts and 1000 <= size < ALONE:
        _say(f"{size:,} documents: preview")
        results = replace(results, previews=(*results.previews, *_previews(contenders, size)))
    return results


def _lanes(
    results: Results, contenders: Sequence[Contender], entries: tuple[Entry, ...], extent: tuple[int, float]
) -> Results:
    """Run all lanes, and compare what the last builds, which were not cold, left of each site.

    `extent` is the number of rounds and the seconds after which no other round begins.
    """
    size = len(entries)
    figures, number = rounds.run(contenders, size, *extent)
    rounds.catch_up(contenders, number)
    edited = next(each.places for each in contenders if isinstance(each, Ours)).edited(entries, number)
    sites, differences = _compared(contenders, edited, size)
    _say(f"{size:,} documents: memory")
    return replace(
        results,
        figures=(*results.figures, *rounds.watched(figures, contenders, number)),
        sites=(*results.sites, *sites),
        differences=(*results.differences, (size, differences)),
    )


def _contenders(folder: Path, entries: tuple[Entry, ...], chosen: Sequence[tuple[Peer, Path]]) -> tuple[Contender, ...]:
    """Give every generator its copy of the documents."""
    places = Places.among(entries)
    own = Ours(folder=folder / "ours", places=places)
    own.set_up(folder / "drafted", len(entries))
    made: list[Contender] = [own]
    for peer, installed in chosen:
        site = folder / peer.name.lower()
        peers.write(peer, site, entries)
        made.append(Neighbour(peer=peer, installed=installed, site=site, places=places))
    return tuple(made)


def _compared(
    contenders: Sequence[Contender], entries: tuple[Entry, ...], size: int
) -> tuple[tuple[Site, ...], tuple[str, ...]]:
    """Read what was built last, and say in what it differs."""
    _say(f"{size:,} documents: comparing what the sites hold")
    shown = {each.name: each.shown(entries) for each in contenders}
    sites = []
    for each in contenders:
        held = shown[each.name]
        largest = max(each.out().rglob("*.html"), key=lambda page: page.stat().st_size)
        sites.append(
            Site(
                size=size,
                generator=each.name,
                documents=len(held.documents),
                state_links=len(held.states),
                timeline_entries=len(held.stages),
                pages=held.pages,
                page_bytes=held.page_bytes,
                largest=largest.relative_to(each.out()).as_posix(),
                largest_bytes=largest.stat().st_size,
            )
        )
    return tuple(sites), contents.differences(shown, entries)


def _previews(contenders: Sequence[Contender], size: int) -> tuple[Preview, ...]:
    """Measure the previews of this generator and the reference."""
    found: list[Preview] = []
    for each in contenders:
        if isinstance(each, Ours):
            found += preview.ours(each, size)
        elif isinstance(each, Neighbour) and each.name == REFERENCE:
            found += preview.of_reference(each, size)
    return tuple(found)


def _shipped(cache: Path) -> tuple[tuple[str, tuple[Run, ...]], ...]:
    """Measure a copy of the archive that comes with the program."""
    _say("the five documents that come with the program")
    folder = cache / "work/shipped"
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("seeds", "site_src"):
        shutil.copytree(ROOT / name, folder / name)
    lanes = {
        "cold": command(folder),
        "unchanged": command(folder),
        "help": Command(words=words(sys.executable, ROOT / "build.py", "--help"), folder=folder),
    }
    runs: dict[str, list[Run]] = {lane: [] for lane in lanes}
    for _ in range(FIVE_ROUNDS):
        for lane, wanted in lanes.items():
            if lane == "cold":
                archives.emptied(folder, archives.MADE)
            runs[lane].append(measure.timed(wanted))
    return tuple((lane, tuple(made)) for lane, made in runs.items())


def _keep(results: Results, cache: Path, out: Path) -> None:
    """Write the page, and every single run beside the cache."""
    out.write_text(report.page(results), encoding="utf-8")
    told = json.dumps(asdict(results), indent=1)
    (cache / "results.json").write_text(told, encoding="utf-8")


def _say(words_of_progress: str) -> None:
    print(words_of_progress, file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed", description=__doc__)
    everyone = ",".join(peer.name.lower() for peer in peers.ALL)
    parser.add_argument("--sizes", default="5,100,1000", type=_numbers, help="documents, such as 5,100,1000")
    parser.add_argument("--peers", default=everyone, help=f"some of {everyone}; {REFERENCE} always")
    parser.add_argument("--parts", default=",".join(PARTS), help="what is measured")
    parser.add_argument("--exports", default=1000, type=int, help="documents at which each export is measured alone")
    parser.add_argument("--rounds", default=0, type=int, help="instead of as many as the size asks for")
    parser.add_argument("--budget", default=900, type=float, help="seconds at a size after which no round begins")
    parser.add_argument("--cores", default=2, type=int, help="cores that all may use; 0 for every core")
    parser.add_argument("--cache", default=cache_folder(), type=Path, help="where peers and archives are kept")
    parser.add_argument("--out", default=ROOT / "benchmarks/RESULTS.md", type=Path, help="the page that is written")
    parser.add_argument("--date", default="", help="instead of the commit's day")
    given = parser.parse_args()
    for name, known in (("peers", everyone.split(",")), ("parts", PARTS)):
        chosen = tuple(getattr(given, name).lower().replace(",", " ").split())
        if strange := [each for each in chosen if each not in known]:
            parser.error(f"--{name} knows no {', '.join(strange)}; there are {', '.join(known)}")
        setattr(given, name, chosen)
    return given


def _numbers(text: str) -> tuple[int, ...]:
    """Read sizes; two are what the edits need at least."""
    sizes = tuple(int(part) for part in text.replace(",", " ").split())
    if not sizes or min(sizes) < 2:
        raise argparse.ArgumentTypeError("name sizes of two documents or more, such as 100,1000")
    return sizes


def cache_folder() -> Path:
    """Give the folder in which this machine's user keeps what can be made again."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "muniment-bench"


if __name__ == "__main__":
    main()
