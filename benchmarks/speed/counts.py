"""Counts what one run of the program does: renders, writes, forks, imported modules; exact figures that do not flicker.

    python -m benchmarks.speed.counts --calls muniment.render.Renderer.render -- build --root ~/my-archive

A function is named by the module in which it is defined; one that does not exist is never called.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

COUNTING = Path(__file__).with_name("counting.py")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What one run did."""

    code: int
    """Exit code."""
    writes: tuple[str, ...]
    """Paths opened to be written, in order, as often as they were."""
    renames: tuple[str, ...]
    """Paths that something was renamed to; replacing counts."""
    removals: tuple[str, ...]
    """Files and folders removed."""
    reads: tuple[str, ...]
    """Paths opened to be read, modules of Python among them."""
    listings: tuple[str, ...]
    """Folders listed."""
    forks: int
    processes: tuple[str, ...]
    """Programs started."""
    sockets: int
    symbols: tuple[str, ...]
    """Functions of the C library that were looked up."""
    modules: tuple[str, ...]
    """Modules loaded in the first process beyond those that Python starts with, by name."""
    calls: Mapping[str, int]
    """How often each function asked about was called, in all processes."""

    def packages(self) -> tuple[str, ...]:
        """Name the packages loaded, each once."""
        return tuple(sorted({name.partition(".")[0] for name in self.modules}))

    def below(self, root: Path, paths: Iterable[str]) -> tuple[str, ...]:
        """Give those paths that lie below a folder, relative to it."""
        within = (Path(path) for path in paths)
        return tuple(path.relative_to(root).as_posix() for path in within if path.is_relative_to(root))


def counted(arguments: Sequence[str], calls: Iterable[str] = ()) -> Counts:
    """Run the program with arguments and count; `calls` are functions as `package.module.Class.function`."""
    asked = tuple(calls)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "notes"
        command = [sys.executable, "-B", str(COUNTING), str(path), ",".join(asked), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 our own words
        notes = path.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    pairs = [(kind, what) for kind, _, what in (note.partition("\t") for note in notes)]
    code = [what for kind, what in pairs if kind == "code"]
    if not code:
        raise RuntimeError(f"the run ended early: {done.stderr[-3000:]}")
    return _summed(pairs, int(code[-1]), asked)


def _summed(pairs: Sequence[tuple[str, str]], code: int, asked: Iterable[str]) -> Counts:
    """Sort notes by kind."""

    def of(kind: str) -> tuple[str, ...]:
        return tuple(what for each, what in pairs if each == kind)

    called = Counter(of("call"))
    return Counts(
        code=code,
        writes=of("write"),
        renames=of("rename"),
        removals=of("remove"),
        reads=of("read"),
        listings=of("list"),
        forks=len(of("fork")),
        processes=of("process"),
        sockets=len(of("socket")),
        symbols=of("symbol"),
        modules=of("module"),
        calls={name: called[name] for name in asked},
    )


def main() -> None:
    """Count a run and print what was counted."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.speed.counts", description=__doc__)
    parser.add_argument("--calls", default="", help="functions to be counted, such as muniment.render.Renderer.render")
    parser.add_argument("--paths", action="store_true", help="every path and module, not only how many")
    parser.add_argument("arguments", nargs="*", help="of the program, behind --")
    given = parser.parse_args()
    counts = counted(given.arguments, filter(None, given.calls.split(",")))
    told = asdict(counts)
    if not given.paths:
        told = {name: len(value) if isinstance(value, tuple) else value for name, value in told.items()}
    print(json.dumps({**told, "packages": counts.packages()}, indent=1))


if __name__ == "__main__":
    main()
