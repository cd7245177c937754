"""Runs every lane of every generator in turn, round after round, so that what disturbs one disturbs all."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks.speed import archives, measure
from benchmarks.speed.contenders import Contender, command
from benchmarks.speed.measure import Run
from benchmarks.speed.results import LANES, OURS, REFERENCE, Cost, Figure

ROUNDS = ((10, 9), (100, 7), (1000, 5), (10_000, 3))
"""(documents up to which, rounds); above there is one."""
FEWER = 2
"""Rounds for generators other than this one and the reference, which are slower and not what a target is held to."""
WATCHED = ("cold", "raw", "all-cold")
"""Lanes whose memory is watched, in a run of its own."""
EXPORT_ROUNDS = 3


def number(size: int) -> int:
    """Say how many rounds are run at a size."""
    return next((rounds for documents, rounds in ROUNDS if size <= documents), 1)


def run(contenders: Sequence[Contender], size: int, rounds: int, budget: float) -> tuple[tuple[Figure, ...], int]:
    """Run all rounds, none after the budget of seconds is spent; give the figures and how many rounds there were.

    Within a lane the generators take turns at going first.
    """
    runs: dict[tuple[str, str], list[Run]] = {}
    began, turn = time.monotonic(), 0
    while turn < rounds and (not turn or time.monotonic() - began < budget):
        turn += 1
        for lane, _, _ in LANES:
            at = turn % len(contenders)
            for each in (*contenders[at:], *contenders[:at]):
                if lane not in each.lanes() or turn > limit(each, rounds):
                    continue
                runs.setdefault((each.name, lane), []).append(measure.timed(each.ready(lane, turn)))
    figures = (Figure(size=size, generator=name, lane=lane, runs=tuple(made)) for (name, lane), made in runs.items())
    return tuple(figures), turn


def limit(contender: Contender, rounds: int) -> int:
    """Say in how many of the rounds a generator takes part."""
    return rounds if contender.name in (OURS, REFERENCE) else min(rounds, FEWER)


def catch_up(contenders: Sequence[Contender], rounds: int) -> None:
    """Make the last round's edits in those that were not in it, untimed, so that all hold the same documents."""
    for each in contenders:
        if limit(each, rounds) < rounds:
            for lane in ("body", "title"):
                measure.timed(each.ready(lane, rounds))


def watched(figures: Iterable[Figure], contenders: Sequence[Contender], rounds: int) -> tuple[Figure, ...]:
    """Watch the memory of the lanes that need most, one run each, and add it to their figures."""
    memory = {
        (each.name, lane): measure.peak_memory(each.ready(lane, rounds))
        for lane in WATCHED
        for each in contenders
        if lane in each.lanes()
    }
    return tuple(replace(each, memory=memory.get((each.generator, each.lane), 0)) for each in figures)


def alone(folder: Path, size: int) -> tuple[Cost, ...]:
    """Build with each export alone, and say what it adds to the build without any; `folder` has editions."""
    kinds = [(), *((name,) for name in archives.everything()), ("search",)]
    runs: dict[tuple[str, ...], list[float]] = {}
    made: dict[tuple[str, ...], tuple[int, int]] = {}
    for _ in range(EXPORT_ROUNDS if size <= 1000 else 1):
        for kind in kinds:
            search = "text" if kind == ("search",) else "none"
            exports = () if search == "text" else kind
            wanted = archives.settings(exports=exports, search=search, has_address=True)
            (folder / "site_src/archive.toml").write_text(wanted, encoding="utf-8")
            archives.emptied(folder, archives.MADE)
            runs.setdefault(kind, []).append(measure.timed(command(folder)).cpu)
            made[kind] = _weight(folder / "dist")
    bare, files, weight = measure.listed(runs[()])[0], *made[()]
    return tuple(
        Cost(
            size=size,
            export=kind[0],
            cpu=measure.listed(runs[kind])[0] - bare,
            files=made[kind][0] - files,
            size_bytes=made[kind][1] - weight,
        )
        for kind in kinds[1:]
    )


def _weight(dist: Path) -> tuple[int, int]:
    """Count the files of a site and their bytes."""
    sizes = [path.stat().st_size for path in dist.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
