"""The processes that a build forks for many documents: they change no byte, outlive nobody, and are missed in words."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.trust import places, tally
from tests.trust.places import Place

pytestmark = pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="this system does not list processes")
NUMBER = 90
"""Documents: enough to be divided."""


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give `before`: published, then every seed changed; `clean`: the same, built by one process."""
    folder = tmp_path_factory.mktemp("many")
    seeds = {f"{n}.txt": f"Paper {n} of the harbour\n\n{n} boats came from Norway.\n".encode() for n in range(NUMBER)}
    before = places.archive(folder / "before", seeds)
    before.write("site_src/archive.toml", 'title = "Harbour papers"\nexports = ["data"]\nsearch = "none"\n')
    assert before.build("--jobs", "1").returncode == 0
    for n in range(NUMBER):
        before.write(f"seeds/{n}.txt", f"Paper {n} of the harbour\n\n{n} boats came from Norway.\n\nSome left.\n")
    shutil.copytree(before.root, folder / "clean")
    assert Place(root=folder / "clean").build("--jobs", "1").returncode == 0
    return folder


@pytest.fixture
def place(states: Path, tmp_path: Path) -> Place:
    """Give a copy of the archive that waits to be built."""
    shutil.copytree(states / "before", tmp_path / "archive")
    return Place(root=tmp_path / "archive")


def _started(place: Place) -> "subprocess.Popen[str]":
    """Begin a build with three processes, in a session of its own."""
    command = [sys.executable, str(ROOT / "build.py"), "--root", str(place.root), "-q", "--jobs", "3"]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)  # noqa: S603 our own


def _children(process: int) -> list[int]:
    """List the processes that a process has forked."""
    try:
        return [int(word) for word in Path(f"/proc/{process}/task/{process}/children").read_text().split()]
    except (FileNotFoundError, ProcessLookupError):
        return []


def _hired(build: "subprocess.Popen[str]") -> list[int]:
    """Wait until a build has forked its processes."""
    deadline = time.monotonic() + 60
    while len(found := _children(build.pid)) < 3:
        assert build.poll() is None, "the build ended without having forked"
        assert time.monotonic() < deadline
        time.sleep(0.002)
    return found


def _is_gone(process: int) -> bool:
    """Say whether a process has ended; one that nobody has fetched yet has."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "Z"
    except (FileNotFoundError, ProcessLookupError):
        return True


def _stands(place: Place, states: Path) -> str:
    known = {Place(root=states / name).digest("dist"): name for name in ("before", "clean")}
    return known.get(place.digest("dist"), "mixture")


def _heals(place: Place, states: Path) -> None:
    clean = Place(root=states / "clean")
    assert place.build().returncode == 0
    assert place.held("dist", "site_src") == clean.held("dist", "site_src")
    assert place.names() == clean.names()


@pytest.mark.parametrize("jobs", ["2", "3", "8"])
def test_processes_change_no_byte(place: Place, states: Path, jobs: str) -> None:
    """However many share the work."""
    assert place.build("--jobs", jobs).returncode == 0
    tally.count("sites made by several processes compared with that of one")

    assert place.held("dist", "site_src") == Place(root=states / "clean").held("dist", "site_src")


@pytest.mark.parametrize("wait", [0.0, 0.1, pytest.param(0.3, marks=pytest.mark.full)])
def test_a_killed_build_leaves_no_process(place: Place, states: Path, wait: float) -> None:
    """Those that worked for it notice and end; the old site stands, and the next build heals all."""
    build = _started(place)
    workers = _hired(build)
    time.sleep(wait)
    os.kill(build.pid, signal.SIGKILL)
    build.communicate()

    deadline = time.monotonic() + 20
    while not all(map(_is_gone, workers)):
        assert time.monotonic() < deadline, "a process outlived its build"
        time.sleep(0.05)
    assert _stands(place, states) in ("before", "clean")
    _heals(place, states)


@pytest.mark.parametrize("number", [0, pytest.param(1, marks=pytest.mark.full), 2])
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_a_build_whose_worker_is_killed_ends_with_the_old_site_or_the_new(
    place: Place, states: Path, number: int, how: signal.Signals
) -> None:
    """As when memory runs out: no hang, no mixture, no traceback, and the next build heals all."""
    build = _started(place)
    workers = _hired(build)
    os.kill(workers[number], how)
    said = build.communicate(timeout=60)[1]

    assert build.returncode in (0, 1, 3)
    assert "Traceback" not in said
    assert _stands(place, states) == ("clean" if build.returncode == 0 else "before")
    assert all(map(_is_gone, workers))
    _heals(place, states)
