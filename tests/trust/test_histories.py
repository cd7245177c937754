"""Whatever happens to an archive, and in whatever order: each build gives what a clean one gives of the same sources.

A history is made by chance from a seed of its own, so that it can be played again.
"""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from muniment import cli
from tests.conftest import ROOT
from tests.trust import places, tally
from tests.trust.places import CACHE, Place

FOLDERS = ("seeds", "site_src", "templates", "static")
TEXTS = (
    "A new paper\n\nIt is about Norway and the harbour.\n",
    "A letter from Bergen\n\n3 May 1931\n\nDear Sir,\n\nthe boats have come in.\n\nYours,\n\nE. Grey\n",
    "Report of the harbour master\n\n1 June 1932\n\nThere were:\n\n(i) ice;\n\n(ii) fog.\n\nSweden sent a boat.\n",
)
EVENT = '[[event]]\nid = "ice"\nname = "Ice"\n'
PERSON = '[[person]]\nid = "brown"\nname = "Edith Brown"\n'
STATE = '[[state]]\nid = "NOR"\naliases = ["Norge"]\nsource = "The seal"\n'


@dataclass
class History:
    """An archive, chance, and what was there before."""

    place: Place
    chance: random.Random
    words: list[str] = field(default_factory=list)
    """Options of the next build."""
    former: list[tuple[str, bytes, int]] = field(default_factory=list)
    """(path, bytes, time in ns) of files as they were."""

    def any(self, *patterns: str) -> Path | None:
        """Choose a file."""
        found = sorted(path for pattern in patterns for path in self.place.root.glob(pattern) if path.is_file())
        return self.chance.choice(found) if found else None

    def remember(self, path: Path) -> None:
        """Keep a file as it is, to come back to it."""
        name = path.relative_to(self.place.root).as_posix()
        self.former.append((name, path.read_bytes(), path.stat().st_mtime_ns))


Step = Callable[[History], object]


def _seed_comes(history: History) -> None:
    number = history.chance.randrange(3)
    history.place.write(f"seeds/{history.chance.randrange(9)}.txt", TEXTS[number])


def _seed_changes(history: History) -> None:
    path = history.any("seeds/*")
    if path:
        history.remember(path)
        path.write_bytes(path.read_bytes() + b"\nMore was said.\n")


def _seed_goes(history: History) -> None:
    """Withdraw a seed with its edition and its registry; it may come back."""
    path = history.any("seeds/*")
    if path and len(list((history.place.root / "seeds").iterdir())) > 1:
        for edition in sorted((history.place.root / "site_src/documents").glob("*.md*")):
            if f"\nseed: {path.name}\n".encode() in edition.read_bytes():
                registry = history.place.root / f"site_src/anchors/{edition.name.partition('.md')[0]}.toml"
                for each in (edition, registry):
                    if each.exists():
                        history.remember(each)
                        each.unlink()
        history.remember(path)
        path.unlink()


def _letter_is_swapped(history: History) -> None:
    """Change a letter and leave size and time of the file as they were."""
    path = history.any("seeds/*", "site_src/pages/*", "static/*")
    if path:
        status, content = path.stat(), path.read_bytes()
        path.write_bytes(content.replace(b"a", b"e", 1) if b"a" in content else content.replace(b"e", b"a", 1))
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def _edition_is_edited(history: History) -> None:
    path = history.any("site_src/documents/*.md")
    if path:
        history.remember(path)
        number = history.chance.randrange(1000)
        path.write_bytes(path.read_bytes().replace(b"\ntitle: ", f"\ntitle: {number} ".encode(), 1))


def _edition_is_reviewed(history: History) -> None:
    path = history.any("site_src/documents/*.md")
    if path:
        path.write_bytes(path.read_bytes().replace(b'reviewed: "no"', b"reviewed: E. Ditor"))


def _edition_is_withdrawn(history: History) -> None:
    path = history.any("site_src/documents/*.md")
    if path:
        history.remember(path)
        path.write_bytes(path.read_bytes().replace(b"\nlanguage: ", b"\nwithdrawn: At a wish\nlanguage: ", 1))


def _comes_back(history: History) -> None:
    """Put a file back as it was some time ago, its time too."""
    if history.former:
        name, content, stamp = history.chance.choice(history.former)
        os.utime(history.place.write(name, content), ns=(stamp, stamp))


def _is_touched(history: History) -> None:
    path = history.any("seeds/*", "site_src/**/*", "dist/**/*")
    if path:
        path.touch()


def _writes(name: str, *contents: str) -> Step:
    """Write one of some texts to a file, or take it away."""

    def step(history: History) -> None:
        content = history.chance.choice((*contents, ""))
        target = history.place.root / name
        if content:
            history.place.write(name, content)
        elif target.exists():
            history.remember(target)
            target.unlink()

    return step


def _template_changes(history: History) -> None:
    target = history.place.root / "templates/document.html"
    if target.exists():
        target.unlink()
    else:
        history.place.write("templates/document.html", (ROOT / "templates/document.html").read_bytes() + b"\n")


def _site_is_damaged(history: History) -> None:
    """Alter, empty or remove a published file, its time as it was, or remove the whole site."""
    path = history.any("dist/**/*")
    if path is None:
        return
    status, harm = path.stat(), history.chance.randrange(4)
    if harm == 0:
        path.unlink()
    elif harm == 1:
        shutil.rmtree(history.place.root / "dist")
    elif path.name != "manifest-sha256.txt":
        path.write_bytes(b"" if harm == 2 else bytes(reversed(path.read_bytes())))
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def _memory_is_damaged(history: History) -> None:
    """Remove what earlier builds remember, cut it off, or change a byte of it."""
    path = history.any(f"{CACHE}/**/*")
    if path is None:
        return
    content, harm = path.read_bytes(), history.chance.randrange(4)
    if harm == 0:
        shutil.rmtree(history.place.root / CACHE)
    elif harm == 1:
        path.write_bytes(content[: len(content) // 2])
    elif content:
        at = history.chance.randrange(len(content))
        path.write_bytes(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])


def _memory_is_old(history: History) -> None:
    """Put back the memory of another day, as a backup does."""
    memory, backup = history.place.root / CACHE, history.place.root.parent / "memory"
    if backup.exists():
        shutil.rmtree(memory, ignore_errors=True)
        shutil.copytree(backup, memory)
    elif memory.exists():
        shutil.copytree(memory, backup)


def _build_is_killed(history: History) -> None:
    """Begin a build and kill it at some moment."""
    command = [sys.executable, str(ROOT / "build.py"), "--root", str(history.place.root)]
    running = subprocess.Popen(  # noqa: S603 our own words
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    time.sleep(history.chance.random())
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def _options_change(history: History) -> None:
    choices = ([], ["--base-url", "https://example.org/a/"], ["--jobs", "2"], ["--jobs", "1"])
    history.words = history.chance.choice(choices)


STEPS: tuple[Step, ...] = (
    *(_seed_comes, _seed_changes, _seed_goes, _letter_is_swapped),
    *(_edition_is_edited, _edition_is_edited, _edition_is_reviewed, _edition_is_withdrawn),
    *(_comes_back, _comes_back, _is_touched, _template_changes, _options_change),
    *(_site_is_damaged, _memory_is_damaged, _memory_is_old, _build_is_killed),
    _writes("site_src/archive.toml", 'title = "Papers"\n', 'title = "Letters"\nlanguage = "nb"\n', 'titel = "x"\n'),
    _writes("site_src/events.toml", EVENT, EVENT.replace("Ice", "Fog"), "[[event]\n"),
    _writes("site_src/authorities/people.toml", PERSON, PERSON.replace("Edith Brown", "E. Grey")),
    _writes("site_src/authorities/states.toml", STATE),
    _writes("site_src/pages/about.md", "# About\n\nWords.\n", "# About us\n\nOther words.\n", "No heading.\n"),
    _writes("static/note.txt", "A note.\n", "Another note.\n"),
)


def _told(place: Place, *words: str) -> int:
    """Build in a process of its own."""
    built = place.build(*words)
    assert built.returncode in (0, 1), built.stderr
    assert "Traceback" not in built.stderr
    return built.returncode


def _play(folder: Path, seed: int, length: int) -> int:
    """Play a history; hold each build against a clean one. Gives the number of sites compared."""
    place = places.archive(folder / "archive")
    place.write("site_src/archive.toml", 'title = "Papers"\n')
    history = History(place=place, chance=random.Random(seed))  # noqa: S311 a history is to be played again
    assert _told(place) == 0
    sound = Place(root=folder / "sound")
    _copied(place, sound)
    compared = mistakes = 0
    for number in range(length):
        names = []
        for step in history.chance.sample(STEPS, history.chance.choice((1, 1, 2, 3))):
            step(history)
            names.append(getattr(step, "__name__", ""))
        clean = Place(root=folder / "clean" / "archive")
        if mistakes == 2:
            _copied(sound, place)  # somebody goes back to what was sound
        shutil.rmtree(clean.root, ignore_errors=True)
        _copied(place, clean)
        before = place.held("dist")
        status = _told(place, *history.words)
        where = f"history {seed}, step {number}: {names}"
        assert cli.main(["--root", str(clean.root), "-q", *history.words]) == status, where
        assert place.held("site_src") == clean.held("site_src"), where
        assert place.held("dist") == (clean.held("dist") if status == 0 else before), where
        left = [name for name in place.names() if status == 0 or name not in (".dist.next", ".dist.aside")]
        assert left == sorted({*clean.names(), *(["dist"] if before else [])}), where
        tally.count("builds of a history compared with a clean one")
        compared += status == 0
        mistakes = 0 if status == 0 else mistakes + 1
        if status == 0:
            _copied(place, sound)
    return compared


def _copied(place: Place, to: Place) -> None:
    """Make the sources of one place those of another."""
    for name in FOLDERS:
        shutil.rmtree(to.root / name, ignore_errors=True)
        if (place.root / name).exists():
            shutil.copytree(place.root / name, to.root / name)


def test_a_history_by_chance(tmp_path: Path) -> None:
    """Incremental equals clean after each of a few steps."""
    places.remember()

    assert _play(tmp_path, 1, 6) > 2


@pytest.mark.full
@pytest.mark.parametrize("seed", range(100, 124))
def test_many_histories_by_chance(tmp_path: Path, seed: int) -> None:
    """The same for many long histories."""
    places.remember()

    assert _play(tmp_path, seed, 25) > 8
