"""Hostile archives become sites that hold their words and run nothing, or are refused by name."""

import ast
import functools
import http.server
import json
import os
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.conftest import ROOT
from tests.trust import hostile, places, tally
from tests.trust.places import Place

SECONDS, MEGABYTES = 20, 500
"""What no case may take: seconds of the processor, and memory."""
CHUNKS = 12
SAMPLE = 7
"""`make test` runs every seventh of the small cases."""
QUICK_BIG = ("100,000 lines", "a line of 1 MB", "100000 brackets", "100000 dots", "stars, 5000")


def _run(*words: str) -> list[dict[str, object]]:
    """Run cases in a watched process."""
    command = [sys.executable, "-m", "tests.trust.child", *words]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=1500)  # noqa: S603 our own
    assert told.returncode == 0, told.stderr[-2000:]
    rows = [json.loads(line) for line in told.stdout.splitlines()]
    for what in ("built", "refused"):
        tally.count(f"hostile archives {what}", sum(bool(row["built"]) == (what == "built") for row in rows))
    return rows


def _faults(rows: list[dict[str, object]]) -> list[object]:
    """Find what is wrong: faults, and cases that took too much."""
    wrong = [(row["name"], row["faults"], row["errors"]) for row in rows if row["faults"]]
    slow = [(row["name"], row["seconds"], row["megabytes"]) for row in rows if row["seconds"] > SECONDS]  # type: ignore[operator]
    large = [(row["name"], row["megabytes"]) for row in rows if row["megabytes"] > MEGABYTES]  # type: ignore[operator]
    return [*wrong, *slow, *large]


def test_a_sample_of_the_small_cases() -> None:
    """Scripts, schemes, signs, encodings, YAML, TOML, names, collisions, registries: every seventh case."""
    rows = _run("small", "0", str(SAMPLE))

    assert _faults(rows) == []
    assert len(rows) >= 400


@pytest.mark.full
@pytest.mark.parametrize("first", range(CHUNKS))
def test_all_small_cases(first: int) -> None:
    """The same, all of them."""
    assert _faults(_run("small", str(first), str(CHUNKS))) == []


@functools.cache
def _big_names() -> tuple[str, ...]:
    return tuple(" ".join(str(word) for word in make.args if isinstance(word, str | int)) for make in hostile.big())


@pytest.mark.parametrize("name", QUICK_BIG)
def test_a_sample_of_the_cases_of_size(name: str) -> None:
    """Size, nesting and pathological Markdown: a few."""
    number = next(number for number, each in enumerate(_big_names()) if each.startswith(name) or name in each)

    assert _faults(_run("big", str(number))) == []


@pytest.mark.full
@pytest.mark.parametrize("first", range(40))
def test_all_cases_of_size(first: int) -> None:
    """The same, all of them, each in a process of its own so that its memory can be told."""
    assert [_faults(_run("big", str(number))) for number in range(first, len(_big_names()), 40)] == [[]] * len(
        range(first, len(_big_names()), 40)
    )


FOLDERS = (
    "seeds",
    "site_src",
    "site_src/documents",
    "site_src/pages",
    "site_src/anchors",
    "site_src/authorities",
    "templates",
    "static",
)


def _link(path: Path) -> None:
    path.symlink_to("/etc/hostname")


def _link_to_a_folder(path: Path) -> None:
    path.symlink_to("/etc")


def _link_to_nothing(path: Path) -> None:
    path.symlink_to(path.parent / "nothing")


def _link_to_itself(path: Path) -> None:
    path.symlink_to(path)


def _link_up(path: Path) -> None:
    path.symlink_to("..")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    place = os.getcwd()
    os.chdir(path.parent)  # the name of a socket may only be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(place)


def _device(path: Path) -> None:
    try:
        os.mknod(path, 0o20666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root makes devices")


KINDS: tuple[Callable[[Path], None], ...] = (
    _link,
    _link_to_a_folder,
    _link_to_nothing,
    _link_to_itself,
    _link_up,
    _pipe,
    _socket,
    _device,
)


def _watched(place: Place, *words: str) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """Build in a process whose every write, process and network call is logged."""
    log = place.root.parent / "watched.log"
    log.write_text("")
    command = [sys.executable, "-m", "tests.trust.watched", str(log), *words, "--root", str(place.root)]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603 our own
    return told, log.read_text("utf-8").splitlines()


def _strays(place: Place, log: list[str]) -> list[str]:
    """Find what was done outside `dist/` and `site_src/`; what is opened at a folder's own path is a nameless file."""
    allowed = [str(place.root / name) for name in ("dist", ".dist.next", ".dist.aside", "site_src", places.CACHE)]
    strays = []
    for line in log:
        event, _, shown = line.partition("\t")
        path = str(ast.literal_eval(shown)) if event == "write" else ""
        if event == "write" and path == str(place.root):
            continue
        if event != "write" or not any(path == each or path.startswith(f"{each}/") for each in allowed):
            strays.append(line)
    return strays


def test_a_build_writes_only_where_it_may_and_starts_nothing(tmp_path: Path) -> None:
    """No process, no network, no file but in `dist/` and `site_src/`, on a first build and on the next."""
    place = places.archive(tmp_path / "archive")
    for _ in range(2):
        told, log = _watched(place)
        assert told.returncode == 0, told.stderr
        assert _strays(place, log) == []
    assert place.names() == ["dist", "seeds", "site_src"]
    assert _watched(place, "check", "--dist")[1] == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_is_no_file_is_named_and_left_unopened(tmp_path: Path, kind: Callable[[Path], None]) -> None:
    """Links, pipes, sockets and devices in any folder: each is named, none is opened, nothing hangs or leaks."""
    place = places.archive(tmp_path / "archive")
    (place.root / "secret.txt").write_text("A secret of the machine.")
    paths = []
    for folder in FOLDERS:
        ending = {"seeds": "txt", "templates": "html", "static": "css"}.get(folder, "md" if "s" in folder else "toml")
        path = place.root / folder / f"odd.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        kind(path)
        paths.append(path.relative_to(place.root).as_posix())

    told, log = _watched(place)

    assert [path for path in paths if f"{path}: S-091" not in told.stderr] == []
    assert told.returncode == 1
    assert "Traceback" not in told.stderr
    assert _strays(place, log) == []
    assert not (place.root / "dist").exists()
    assert not any(b"secret of the machine" in content for content in place.held("site_src").values())


@pytest.mark.parametrize("folder", ["seeds", "site_src", "templates", "static"])
@pytest.mark.parametrize("kind", [_link_to_a_folder, _pipe], ids=lambda kind: kind.__name__)
def test_a_folder_of_the_archive_that_is_none(tmp_path: Path, folder: str, kind: Callable[[Path], None]) -> None:
    """A link or pipe where a folder is expected is named; nothing is read or written through it."""
    place = places.archive(tmp_path / "archive", {} if folder == "seeds" else places.SEEDS)
    (place.root).mkdir(exist_ok=True)
    kind(place.root / folder)

    told, log = _watched(place)

    assert f"{folder}: S-091" in told.stderr
    assert told.returncode == 1
    assert _strays(place, log) == []


def test_a_file_that_cannot_be_read_is_named(open_path: Path) -> None:
    """Files and folders without permission are errors, not omissions."""
    place = places.archive(open_path / "archive")
    os.chmod(place.write("seeds/closed.txt", "Words"), 0)
    os.chmod(place.write("seeds/folder/x.txt", "Words").parent, 0)
    nobody = [] if os.getuid() else ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]

    command = [*nobody, sys.executable, str(ROOT / "build.py"), "check", "--root", str(place.root)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 our own words

    os.chmod(place.root / "seeds/folder", 0o700)
    assert "seeds/closed.txt: S-091" in told.stderr
    assert "seeds/folder: S-091" in told.stderr
    assert told.returncode == 1


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    """Standing in a folder that somebody has removed is no fault of the program."""
    words = f"import os, sys; from muniment import cli; p = {str(tmp_path / 'gone')!r}; "
    words += "os.mkdir(p); os.chdir(p); os.rmdir(p); sys.exit(cli.main(['check']))"
    told = subprocess.run([sys.executable, "-c", words], cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603

    assert "W-013" in told.stderr
    assert told.returncode == 1


@pytest.fixture
def open_path() -> Iterator[Path]:
    """Give a folder that other users can look into, which those of pytest are not."""
    with tempfile.TemporaryDirectory(prefix="muniment-test-") as name:
        os.chmod(name, 0o755)  # noqa: S103 that is what it is for
        yield Path(name)


@pytest.mark.parametrize("name", [b"\xff\xfe.txt", b"a\x1b[31m.txt", b"a\nb.txt", b"a\\b.txt", "\u202ea.txt".encode()])
def test_names_that_are_no_names_are_refused(tmp_path: Path, name: bytes) -> None:
    """Bytes that are no text, escapes, line ends: named in print, refused, everywhere."""
    place = places.archive(tmp_path / "archive")
    for folder in ("seeds", "site_src/documents", "site_src/pages", "templates", "static", "site_src/anchors"):
        target = os.path.join(os.fsencode(place.root), folder.encode(), name)
        os.makedirs(os.path.dirname(target), exist_ok=True)
        Path(os.fsdecode(target)).write_bytes(b"Words\n")

    told = place.build()

    assert told.returncode == 1
    assert "Traceback" not in told.stderr
    assert told.stderr.replace("\n", "").isprintable()
    assert not (place.root / "dist").exists()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Build an archive of every script in every place, and serve its site on the loopback."""
    seeds = {}
    for number, payload in enumerate(hostile.SCRIPTS):
        for place, text in hostile.SEED_PLACES.items():
            seeds[f"{number}-{place}.txt"] = text.replace("{}", payload).encode()
    outcome = places.run(seeds, {"site_src/pages/about.md": ("# About\n\n" + "\n\n".join(hostile.SCRIPTS)).encode()})
    assert outcome.files, [each for each in outcome.problems if each.severity == "error"][:3]
    for path, content in places.files(outcome.files).items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content)
    handler = functools.partial(_Silent, directory=str(tmp_path))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/", tmp_path
    server.shutdown()
    server.server_close()


class _Silent(http.server.SimpleHTTPRequestHandler):
    """A server that prints nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_in_a_browser_nothing_runs_and_nothing_is_fetched(served: tuple[str, Path], browser: Browser) -> None:
    """Pages of hostile texts in Chromium: no dialog, no blocked load, no error, no request to anywhere else."""
    address, folder = served
    paths = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
    page = browser.new_page()
    told: list[str] = []
    page.on("dialog", lambda dialog: (told.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("console", lambda message: told.append(f"console {message.text}") if message.type == "error" else None)
    page.on("pageerror", lambda error: told.append(f"error {error}"))
    page.on(
        "request", lambda request: None if request.url.startswith(address) else told.append(f"request {request.url}")
    )
    for path in paths[:: max(len(paths) // 60, 1)]:
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true })")
        page.mouse.move(200, 300)
    page.close()

    assert told == []
