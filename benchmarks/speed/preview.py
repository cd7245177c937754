"""Measures how long an edit takes to show in a running preview, asking the server for the page until it is the new one.

Knows of a preview only its address and the file to be saved.
"""

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed import edits, peers
from benchmarks.speed.archives import ROOT, Entry
from benchmarks.speed.contenders import Neighbour, Ours
from benchmarks.speed.measure import ENVIRONMENT
from benchmarks.speed.results import Preview

TURNS = 5
ASKING = 0.003
"""Seconds between two questions to the server."""
REST = 0.7
"""Seconds between two edits, and a little more each time, so that edits do not keep step with the server's looking."""
LIMIT = 180.0
"""Seconds after which a page that does not come is given up."""
PORT = 5611
_ADDRESS = re.compile(r"http://(?:localhost|127\.0\.0\.1):(\d+)/")


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An edit, and where it shows."""

    edit: str
    make: Callable[[int], None]
    """Saves the edited file of a turn."""
    path: str
    """The page to be asked for."""


def ours(contender: Ours, size: int) -> tuple[Preview, ...]:
    """Measure this generator's preview."""
    folder = contender.folder / "editions"
    places = contender.places
    command = (sys.executable, str(ROOT / "build.py"), "serve", "--root", str(folder), "--port", "0")
    changes = (
        Change(
            edit="body",
            make=lambda turn: contender.reword(folder, turn),
            path=f"/documents/{places.body.id}.html",
        ),
        Change(
            edit="title",
            make=lambda turn: contender.retitle(folder, turn),
            path=f"/documents/{places.title.id}.html",
        ),
    )
    return _measured(command, folder, changes, contender.name, size)


def of_reference(contender: Neighbour, size: int) -> tuple[Preview, ...]:
    """Measure the reference's preview, in the mode in which its lists do not go stale."""
    places = contender.places
    program = peers.program(contender.peer, contender.installed)
    options = ("server", "--disableFastRender", "--disableLiveReload", "--bind", "127.0.0.1", "--port", str(PORT))

    def save(entry: Entry) -> None:
        peers.place(contender.peer, contender.site, entry)

    changes = (
        Change(
            edit="body",
            make=lambda turn: save(edits.reworded(places.body, turn)),
            path=f"/docs/{places.body.id}.html",
        ),
        Change(
            edit="title",
            make=lambda turn: save(edits.retitled(places.title, turn)),
            path=f"/docs/{places.title.id}.html",
        ),
    )
    return _measured((*program, *options), contender.site, changes, contender.name, size)


def _measured(
    command: tuple[str, ...], folder: Path, changes: tuple[Change, ...], generator: str, size: int
) -> tuple[Preview, ...]:
    """Make every edit several times, in turn."""
    seconds: dict[str, list[float]] = {change.edit: [] for change in changes}
    with _serving(command, folder) as port:
        for turn in range(1, TURNS + 1):
            for change in changes:
                time.sleep(REST + 0.037 * turn)
                change.make(1000 + turn)
                saved = time.perf_counter()
                _wait(port, change.path, edits.new_word(1000 + turn))
                seconds[change.edit].append(time.perf_counter() - saved)
    return tuple(
        Preview(size=size, generator=generator, edit=edit, seconds=tuple(each)) for edit, each in seconds.items()
    )


@contextmanager
def _serving(command: tuple[str, ...], folder: Path) -> Iterator[int]:
    """Start a preview and give its port; end it afterwards."""
    log = folder / ".preview.log"
    with log.open("wb") as told:
        process = subprocess.Popen(  # noqa: S603 our own words
            command,
            cwd=folder,
            env={**os.environ, **ENVIRONMENT, "PYTHONUNBUFFERED": "1"},
            stdin=subprocess.DEVNULL,
            stdout=told,
            stderr=subprocess.STDOUT,
        )
    try:
        yield _port(log, process, " ".join(command))
    finally:
        process.terminate()
        process.wait(timeout=30)


def _port(log: Path, process: "subprocess.Popen[bytes]", words: str) -> int:
    """Wait until a preview says where it is."""
    ends = time.monotonic() + LIMIT
    while time.monotonic() < ends and process.poll() is None:
        if found := _ADDRESS.search(log.read_text(encoding="utf-8", errors="replace")):
            return int(found[1])
        time.sleep(0.05)
    raise TimeoutError(f"{words} gave no address:\n{log.read_text(errors='replace')[-2000:]}")


def _wait(port: int, path: str, word: str) -> None:
    """Ask for a page until it holds a word."""
    server = http.client.HTTPConnection("127.0.0.1", port, timeout=LIMIT)
    ends, wanted = time.monotonic() + LIMIT, word.encode()
    while time.monotonic() < ends:
        server.request("GET", path)
        if wanted in server.getresponse().read():
            server.close()
            return
        time.sleep(ASKING)
    raise TimeoutError(f'{path} never came to hold "{word}"')
