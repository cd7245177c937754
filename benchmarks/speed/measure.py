"""Runs a command and says what it cost: seconds on the clock, seconds of all processors together, and memory.

Knows nothing of what the command does; one that fails stops the measuring, with the end of what it said.
"""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.02
"""Seconds between two looks at the memory of a process tree."""
LOG = ".bench.log"
ENVIRONMENT = {"PYTHONWARNINGS": "ignore", "NO_COLOR": "1", "CI": "true", "LANG": "C.UTF-8"}


class FailedError(Exception):
    """A command that is measured ended with an error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What is run, and where."""

    words: tuple[str, ...]
    folder: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one run cost."""

    wall: float
    """Seconds on the clock."""
    cpu: float
    """Seconds of user and system time of the whole process tree."""


def timed(command: Command) -> Run:
    """Run a command to its end; what earlier runs still have to write to disk is written first, outside the timing."""
    os.sync()
    with (command.folder / LOG).open("wb") as log:
        started = time.perf_counter()
        process = _begun(command, log.fileno())
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    _insist(command, process.returncode)
    return Run(wall=wall, cpu=used.ru_utime + used.ru_stime)


def peak_memory(command: Command) -> int:
    """Run a command and give the most memory its process tree held, in bytes, pages that processes share counted once.

    Looking costs time, so that a run is either timed or watched.
    """
    with (command.folder / LOG).open("wb") as log:
        process = _begun(command, log.fileno())
        most = 0
        while process.poll() is None:
            most = max(most, sum(map(_resident, _tree(process.pid))))
            time.sleep(INTERVAL)
    _insist(command, process.returncode)
    return most


def _begun(command: Command, log: int) -> "subprocess.Popen[bytes]":
    """Start a command with its output in a log."""
    return subprocess.Popen(  # noqa: S603 our own words
        command.words,
        cwd=command.folder,
        env={**os.environ, **ENVIRONMENT},
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=subprocess.STDOUT,
    )


def _insist(command: Command, code: int) -> None:
    """Refuse a figure of a command that failed."""
    if code:
        told = (command.folder / LOG).read_text(encoding="utf-8", errors="replace")[-2000:]
        raise FailedError(f"{' '.join(command.words)} ended with {code} in {command.folder}:\n{told}")


def _tree(process: int) -> list[int]:
    """Give a process with its children, grandchildren and so on; those that end meanwhile are left out."""
    found = [process]
    for each in found:
        try:
            for task in os.listdir(f"/proc/{each}/task"):
                found += map(int, Path(f"/proc/{each}/task/{task}/children").read_text(encoding="ascii").split())
        except OSError:
            continue
    return found


def _resident(process: int) -> int:
    """Give a process's part of memory in bytes: its own pages, and its share of those it has in common with others."""
    try:
        text = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    return next((int(row.split()[1]) * 1024 for row in text.splitlines() if row.startswith("Pss:")), 0)


def words(*parts: "str | Path") -> tuple[str, ...]:
    """Write the words of a command."""
    return tuple(map(str, parts))


def listed(values: Sequence[float]) -> tuple[float, float, float]:
    """Give the median, the least and the most of figures."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    median = ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
    return median, ordered[0], ordered[-1]
