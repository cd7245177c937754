"""A build in which nothing changed ends at once; anything else is built as if it were new."""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from muniment import cache
from muniment.cache import shelf, shipped
from muniment.cli import main
from tests.conftest import ROOT, build

UNCHANGED = "Nothing has changed"
SEED = "Minutes of the harbour board\n\n3 May 1998\n\nThe board met at the customs house.\n"
SLOW = ("jinja2", "markdown_it", "yaml", "livereload", "pygments", "muniment.line", "muniment.normalise")
LOADED = f"""
import sys
from muniment.cli import main
main(sys.argv[1:])
print([name for name in {SLOW!r} if name in sys.modules])
"""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """Give an archive that was built until nothing was left to do."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/minutes.txt").write_text(SEED, encoding="utf-8")
    time.sleep(0.1)  # what changed just before a build began is never trusted
    for _ in range(2):
        assert build("--root", str(tmp_path)).returncode == 0
        time.sleep(0.1)
    assert UNCHANGED in build("--root", str(tmp_path)).stdout
    return tmp_path


def test_a_build_with_nothing_to_do_loads_nothing_slow(built: Path) -> None:
    """Neither the line nor any large library is imported."""
    command = [sys.executable, "-c", LOADED, "--root", str(built)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603 our own words

    assert UNCHANGED in run.stdout
    assert run.stdout.splitlines()[-1] == "[]"


def test_a_file_from_the_far_future_is_known_again(built: Path) -> None:
    """Its time in nanoseconds is more than eight bytes hold."""
    page, far = built / "dist/colophon.html", 13_000_000_000
    os.utime(page, (far, far))
    once, twice = (build("--root", str(built)).stdout for _ in range(2))
    os.utime(page, (far + 1, far + 1))

    assert (UNCHANGED in once, UNCHANGED in twice) == (False, True)
    assert UNCHANGED not in build("--root", str(built)).stdout


def _damaged(archive: Path, name: str) -> None:
    """Alter a byte in the middle of a file of the memory, and the archive's title so that something is to be done."""
    file = archive / ".muniment-cache" / name
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    _edit(archive)


def _edit(archive: Path) -> None:
    (edition,) = (archive / "site_src/documents").glob("*.md")
    edition.write_text(edition.read_text("utf-8").replace("place: ", "rights: free\nplace: "), encoding="utf-8")


CHANGES: dict[str, Callable[[Path], object]] = {
    "an edition is edited": _edit,
    "a seed is touched": lambda archive: (archive / "seeds/minutes.txt").touch(),
    "a seed comes": lambda archive: (archive / "seeds/b.txt").write_text("A letter\n\nDear Sir,\n\nYes.\n"),
    "a page comes": lambda archive: (archive / "site_src/about.txt").write_text("x"),
    "a template comes": lambda archive: shutil.copytree(ROOT / "templates", archive / "templates"),
    "a page of the site is gone": lambda archive: (archive / "dist/index.html").unlink(),
    "a page of the site is altered": lambda archive: (archive / "dist/index.html").write_text("x"),
    "the site is gone": lambda archive: shutil.rmtree(archive / "dist"),
    "the memory is damaged": lambda archive: (archive / ".muniment-cache/last-build.json").write_text('{"key": 1'),
    "the memory is of another form": lambda archive: (archive / ".muniment-cache/last-build.json").write_text("[]"),
    "the memory of documents is damaged": lambda archive: _damaged(archive, "memory"),
    "the memory of mentions is damaged": lambda archive: _damaged(archive, "mentions"),
    "the memory of templates is damaged": lambda archive: _damaged(archive, "templates"),
    "the memory is gone": lambda archive: shutil.rmtree(archive / ".muniment-cache"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_any_change_is_built(built: Path, change: Callable[[Path], object]) -> None:
    """Whatever changed, the build is done, and its site is that of a build without memory."""
    change(built)

    run = build("--root", str(built))
    site = _files(built / "dist")
    shutil.rmtree(built / ".muniment-cache", ignore_errors=True)
    shutil.rmtree(built / "dist")
    build("--root", str(built))

    assert run.returncode == 0, run.stderr
    assert UNCHANGED not in run.stdout
    assert site == _files(built / "dist")


def test_a_build_that_began_before_another_wrote_takes_nothing_old_for_known(built: Path) -> None:
    """Two builds begin; one drafts an edition anew and remembers it; the other reads that edition from the disk."""
    seed = built / "seeds/minutes.txt"
    seed.write_text(SEED.replace("customs", "ferry"), encoding="utf-8")
    time.sleep(0.1)
    before = _looked(built)
    (edition,) = (built / "site_src/documents").glob("*.md")
    known = f"site_src/documents/{edition.name}"
    assert known in shelf.recollect(before).unread
    assert build("--root", str(built)).returncode == 0
    assert "ferry" in edition.read_text("utf-8")

    recollected = shelf.recollect(before)

    assert "seeds/minutes.txt" in recollected.unread
    assert known not in recollected.unread


def test_another_address_is_another_site(built: Path) -> None:
    """A build for another base URL is not the remembered one."""
    run = build("--root", str(built), "--base-url", "https://example.org/")

    assert UNCHANGED not in run.stdout


def test_warnings_are_said_again(tmp_path: Path) -> None:
    """What the last build warned of is repeated, and still fails a strict one."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds/minutes.txt").write_bytes(b"Minutes of the caf\xe9\n\n3 May 1998\n\nThe board met.\n")
    time.sleep(0.1)
    for _ in range(2):
        build("--root", str(tmp_path))
        time.sleep(0.1)

    plain, strict = build("--root", str(tmp_path)), build("--root", str(tmp_path), "--strict")

    assert UNCHANGED in plain.stdout
    assert "seeds/minutes.txt" in plain.stderr
    assert strict.returncode == 1


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def fresh(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an archive, and a place of its own for what Python keeps of the program compiled."""
    (tmp_path / "archive/seeds").mkdir(parents=True)
    (tmp_path / "archive/seeds/minutes.txt").write_text(SEED, encoding="utf-8")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))
    return tmp_path / "archive"


def _looked(root: Path) -> cache.Look:
    return cache.look(root, root / "dist", "", now=time.time_ns())


def _built_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, bytes], int]:
    """Build without the archive's memory; give the site, and how many templates were compiled."""
    compiled: list[object] = []
    compile_ = Environment.compile

    def counting(*given: Any, **named: Any) -> Any:
        compiled.append(given)
        return compile_(*given, **named)

    shutil.rmtree(root / ".muniment-cache", ignore_errors=True)
    with monkeypatch.context() as patch:
        patch.setattr(Environment, "compile", counting)
        assert main(["--root", str(root), "-q"]) == 0
    return _files(root / "dist"), len(compiled)


def test_shipped_templates_are_compiled_once(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second build compiles none of them, though the archive remembers nothing, and gives the same site."""
    first, many = _built_anew(fresh, monkeypatch)

    second, none = _built_anew(fresh, monkeypatch)

    assert (many > 0, none) == (True, 0)
    assert first == second


def test_an_archives_own_templates_are_kept_for_no_other(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What an archive has of its own stays in its own memory."""
    (fresh / "templates").mkdir()
    (fresh / "templates/footer.html").write_text("<footer>Of this archive</footer>")

    site, _ = _built_anew(fresh, monkeypatch)

    assert b"Of this archive" in site["index.html"]
    assert shipped.read(_looked(fresh)) == {}


@pytest.mark.parametrize("damage", ["a bit", "cut", "gone", "a folder"])
def test_damaged_compiled_templates_are_compiled_again(
    fresh: Path, monkeypatch: pytest.MonkeyPatch, damage: str
) -> None:
    """A file that is not as it was written counts for nothing, and the site is the same."""
    first, many = _built_anew(fresh, monkeypatch)
    (file,) = (fresh.parent / "compiled").rglob("*.templates")
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.unlink()
    if damage == "a folder":
        file.mkdir()
    elif damage != "gone":
        file.write_bytes(content if damage == "a bit" else content[: len(content) // 2])

    second, again = _built_anew(fresh, monkeypatch)

    assert (again, first) == (many, second)


def test_nothing_is_kept_where_python_keeps_nothing(fresh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever tells Python not to write compiled modules gets no compiled templates either."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)

    _built_anew(fresh, monkeypatch)

    assert list((fresh.parent / "compiled").rglob("*.templates")) == []
