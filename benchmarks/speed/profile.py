"""Prints where the CPU time of a cold build goes: by stage of the line, by part of the program, and by function.

    python -m benchmarks.speed.profile 1000
    python -m benchmarks.speed.profile --root ~/my-archive --parts collate,parse

Time spent in a library or in Python itself is counted to the part of the program that called it. A profiler slows
small functions down more than large ones, so that shares are to be read and not seconds. It sees one process only.
"""

import argparse
import cProfile
import io
import pstats
import shutil
import sys
import time
from collections.abc import Mapping
from contextlib import redirect_stdout
from pathlib import Path

from benchmarks.speed import archives
from benchmarks.speed.__main__ import cache_folder
from benchmarks.speed.archives import ROOT

Function = tuple[str, int, str]
"""(file, line, name)."""
Timing = tuple[int, int, float, float, dict[Function, tuple[int, int, float, float]]]
"""(primitive calls, calls, own seconds, seconds with callees, the same by caller)."""
Timings = Mapping[Function, Timing]

PACKAGE = f"{ROOT / 'muniment'}/"
LINE = ("line", "cli", "build", "serve")
"""Parts of the program that call the stages."""
LISTED = 25
DEEP = 12
"""How many callers are followed from a function outside the program to one inside."""


def profiled(root: Path) -> tuple[pstats.Stats, float]:
    """Build an archive cold in this process, under the profiler; give the profile and the seconds of CPU."""
    from muniment.cli import main

    archives.emptied(root, archives.MADE)
    profiler = cProfile.Profile(time.process_time)
    started = time.process_time()
    with redirect_stdout(io.StringIO()):
        code = profiler.runcall(main, ["build", "--root", str(root), "-q"])
    spent = time.process_time() - started
    if code:
        raise SystemExit(f"the build of {root} ended with {code}")
    return pstats.Stats(profiler), spent


def part_of(function: Function) -> str:
    """Give the part of the program a function belongs to; empty for libraries and Python itself."""
    path = function[0]
    if not path.startswith(PACKAGE):
        return "templates" if "<template>" in path or path.startswith(str(ROOT / "templates")) else ""
    return path.removeprefix(PACKAGE).split("/")[0].removesuffix(".py")


def by_part(timings: Timings) -> dict[str, float]:
    """Sum own seconds by part of the program."""
    known: dict[Function, dict[str, float]] = {}
    sums: dict[str, float] = {}
    for function, (_, _, own, _, _) in timings.items():
        for part, share in _shares(timings, function, known, DEEP).items():
            sums[part] = sums.get(part, 0.0) + own * share
    return dict(sorted(sums.items(), key=lambda pair: -pair[1]))


def by_stage(timings: Timings) -> dict[str, float]:
    """Give the seconds, callees included, of each function that the line itself calls in another part."""
    stages: dict[str, float] = {}
    for function, (_, _, _, _, callers) in timings.items():
        part = part_of(function)
        if not part or part in LINE:
            continue
        spent = sum(timing[3] for caller, timing in callers.items() if part_of(caller) in LINE)
        if spent:
            name = f"{part}.{function[2]}"
            stages[name] = stages.get(name, 0.0) + spent
    return dict(sorted(stages.items(), key=lambda pair: -pair[1]))


def by_function(timings: Timings, part: str) -> list[tuple[str, float, int]]:
    """List functions of one part of the program, or of all, by own seconds: (where, seconds, calls)."""
    rows = []
    for function, (_, calls, own, _, callers) in timings.items():
        if not part or part_of(function) == part:
            rows.append((_place(function), own, calls))
        elif not part_of(function):  # a library's: only what this part had of it
            caused = [timing for caller, timing in callers.items() if part_of(caller) == part]
            rows.append((_place(function), sum(each[2] for each in caused), sum(each[1] for each in caused)))
    return sorted(rows, key=lambda row: -row[1])


def by_library(timings: Timings) -> dict[str, float]:
    """Sum own seconds of everything outside the program by library."""
    sums: dict[str, float] = {}
    for function, (_, _, own, _, _) in timings.items():
        if not part_of(function):
            sums[_library(function)] = sums.get(_library(function), 0.0) + own
    return dict(sorted(sums.items(), key=lambda pair: -pair[1]))


def _shares(
    timings: Timings, function: Function, known: dict[Function, dict[str, float]], deep: int
) -> dict[str, float]:
    """Say to which parts a function's own time is counted: its own, or its callers', by the time they caused."""
    part = part_of(function)
    if part:
        return {part: 1.0}
    if function in known:
        return known[function]
    callers = timings[function][4]
    total = sum(timing[3] for timing in callers.values())
    if not callers or not deep or total <= 0.0:
        return {_library(function): 1.0}
    known[function] = {_library(function): 1.0}  # while callers call each other in a ring
    shares: dict[str, float] = {}
    for caller, timing in callers.items():
        for name, share in _shares(timings, caller, known, deep - 1).items():
            shares[name] = shares.get(name, 0.0) + share * timing[3] / total
    known[function] = shares
    return shares


def _library(function: Function) -> str:
    """Name what a function outside the program belongs to."""
    path = Path(function[0])
    parts = path.parts
    if "site-packages" in parts:
        return f"({parts[parts.index('site-packages') + 1].removesuffix('.py')})"
    return "(imports)" if "importlib" in function[0] else "(Python)"


def _place(function: Function) -> str:
    """Say where a function stands."""
    path, line, name = function
    if path == "~":
        return name
    short = path.removeprefix(f"{ROOT}/").rpartition("site-packages/")[2]
    return f"{short}:{line} {name}"


def told(timings: Timings, spent: float, size: int, parts: tuple[str, ...]) -> str:
    """Word a profile."""
    whole = sum(own for _, _, own, _, _ in timings.values())

    def listing(title: str, sums: Mapping[str, float]) -> list[str]:
        rows = list(sums.items())[:LISTED]
        told = (f"  {seconds / whole:6.1%} {seconds / size * 1000:8.3f}  {name}" for name, seconds in rows)
        return ["", f"{title} (share, ms a document):", *told]

    lines = [f"{size} documents, {spent:.2f} s of CPU under the profiler"]
    lines += listing("Stages, with all that they call", by_stage(timings))
    lines += listing("Parts of the program, with the libraries they call", by_part(timings))
    lines += listing("Libraries, whoever calls them", by_library(timings))
    for part in ("", *parts):
        lines += ["", f"Functions{f' of {part}' if part else ''} (own share, ms a document, calls a document):"]
        lines += [
            f"  {own / whole:6.1%} {own / size * 1000:8.3f} {calls / size:9.1f}  {place}"
            for place, own, calls in by_function(timings, part)[:LISTED]
        ]
    return "\n".join(lines)


def main() -> None:
    """Profile a cold build of the benchmark's own archive, or of another."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.profile", description=__doc__)
    parser.add_argument("size", nargs="?", type=int, default=1000, help="documents of the benchmark's archive")
    parser.add_argument("--root", type=Path, help="another archive instead")
    parser.add_argument("--all", action="store_true", dest="everything", help="with every export and the search")
    parser.add_argument("--raw", action="store_true", help="from raw seeds")
    parser.add_argument("--parts", default="", help="parts whose functions are listed too, such as collate,parse")
    parser.add_argument("--cache", default=cache_folder(), type=Path, help="where archives are kept")
    parser.add_argument("--save", type=Path, help="write the profile here, for snakeviz and the like")
    given = parser.parse_args()
    root, size = given.root, given.size
    if root is None:
        root = given.cache / "work" / str(size) / "profiled"
        _prepare(root, size, everything=given.everything, is_raw=given.raw)
    else:
        size = max(1, sum(1 for _ in (root / "seeds").iterdir()))
    stats, spent = profiled(root.resolve())
    if given.save:
        stats.dump_stats(given.save)
    timings: Timings = stats.stats  # type: ignore[attr-defined]  # the one way to the figures; not in the type stubs
    print(told(timings, spent, size, tuple(part for part in given.parts.split(",") if part)))


def _prepare(root: Path, size: int, *, everything: bool, is_raw: bool) -> None:
    """Lay out the benchmark's archive."""
    drafted = root.parent / "drafted"
    shutil.rmtree(root, ignore_errors=True)
    if is_raw:
        archives.write(root, size)
        return
    print(f"{size} documents: the archive with its editions", file=sys.stderr)
    archives.with_editions(drafted, size)
    exports, search = (archives.everything(), "text") if everything else ((), "none")
    archives.copied(drafted, root, exports=exports, search=search)


if __name__ == "__main__":
    main()
