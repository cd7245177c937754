"""An archive too large to be held in memory: what is put aside, let go and read again makes no difference to a byte."""

import errno
import os
import sys
from pathlib import Path
from tempfile import gettempdir

import pytest

from muniment import disk, forks, line
from muniment.line.aside import Heap, Stack
from muniment.line.crew import ALONE, Crew

NUMBER = 9
STATES = ("Norway", "Peru", "Chile")
READ = sys.modules["muniment.disk.read"]
FOLDER = Path(gettempdir())
ONE_PROCESS, TWO_PROCESSES = forks.crew(1, FOLDER), forks.crew(2, FOLDER)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Give an archive with its drafts."""
    (tmp_path / "seeds").mkdir()
    for number in range(NUMBER):
        words = f"The delegates of {STATES[number % 3]} met at the custom house for the {number}th time.\n"
        text = f"Minutes of the harbour board\n\n{number + 1} May 1921\n\n{words}"
        (tmp_path / f"seeds/{number}.txt").write_text(text, encoding="utf-8")
    inputs, _ = disk.read(tmp_path)
    for path, text in line.run(inputs).drafts:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let next to nothing be held."""
    monkeypatch.setattr("muniment.line.texts.WHOLE", 2)
    monkeypatch.setattr("muniment.line.shelf.WHOLE", 2)
    monkeypatch.setattr("muniment.line.shelf.OPEN", 1)
    monkeypatch.setattr("muniment.hands.OPENED", 2)
    monkeypatch.setattr(READ, "HELD", 300)


def _made(root: Path, crew: Crew) -> dict[str, bytes]:
    inputs, found = disk.read(root)
    assert not found
    return {asset.path: asset.content for asset in line.run(inputs, crew=crew).files}


@pytest.mark.parametrize("crew", [ALONE, ONE_PROCESS, TWO_PROCESSES], ids=["in memory", "one process", "two processes"])
@pytest.mark.usefixtures("small")
def test_a_large_archive_becomes_the_site_of_a_small_one(
    archive: Path, crew: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever works, and wherever pages and documents lie meanwhile."""
    found = _made(archive, Crew(hire=crew.hire, aside=crew.aside, least=1))
    monkeypatch.undo()

    assert sum(path.endswith(".xml") and path.startswith("documents/") for path in found) == NUMBER
    assert found == _made(archive, ALONE)


@pytest.mark.usefixtures("small")
def test_drafts_of_a_large_archive_are_those_of_a_small_one(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From raw seeds too."""
    for path in (archive / "site_src/documents").iterdir():
        path.unlink()
    found = _made(archive, ONE_PROCESS)
    monkeypatch.undo()

    assert found == _made(archive, ALONE)


def test_a_text_that_changes_while_it_is_read_is_refused(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read again has to be what was read before: a build never mixes two states of a file."""
    monkeypatch.setattr(READ, "HELD", 0)
    inputs, _ = disk.read(archive)
    (archive / "seeds/3.txt").write_text("Other words\n", encoding="utf-8")

    with pytest.raises(OSError, match="changed while it was being read"):
        inputs.seeds["3.txt"]
    assert inputs.seeds["4.txt"] == (archive / "seeds/4.txt").read_bytes()


def test_a_text_that_is_held_stays_as_it_was_read(archive: Path) -> None:
    """A small archive is read once."""
    inputs, _ = disk.read(archive)
    before = inputs.seeds["3.txt"]
    (archive / "seeds/3.txt").write_text("Other words\n", encoding="utf-8")

    assert inputs.seeds["3.txt"] == before


@pytest.mark.parametrize("aside", [Heap(), forks.Spool(FOLDER)], ids=["in memory", "in a file"])
def test_what_is_put_aside_is_given_back(aside: Heap | forks.Spool) -> None:
    """Of any length, nothing too, in any order."""
    contents = [b"", b"one", b"\x00" * 70_000, b"two"]
    places = [aside.put(content) for content in contents]

    assert [aside.get(place) for place in reversed(places)] == contents[::-1]


def test_a_process_reads_what_another_put_aside() -> None:
    """The file has no name, and is known by its number to the process that was made with it."""
    aside = forks.Spool(FOLDER)
    stack = Stack(aside)
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        stack.put("a.html", b"words of a page")
        os.write(writer, repr(stack._rows["a.html"].place).encode())
        os._exit(0)
    os.waitpid(child, 0)
    place = os.read(reader, 100).decode()
    os.close(reader)
    os.close(writer)

    assert place == "(0, 15)"
    assert aside.get((0, 15)) == b"words of a page"


def test_memory_is_used_where_no_file_can_be_made(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A system without files that have no name builds all the same, and so does a folder that may not be written."""
    monkeypatch.delattr("os.O_TMPFILE")

    assert isinstance(forks.spool(tmp_path), Heap)
    assert isinstance(forks.spool(tmp_path / "gone"), Heap)


def test_memory_is_used_where_a_file_takes_no_more(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk for temporary files that fills up, for whichever process, keeps no site from being made."""
    monkeypatch.setattr("muniment.line.shelf.WHOLE", 2)
    written = os.pwrite
    expected = _made(archive, ALONE)

    def full(descriptor: int, content: bytes, offset: int) -> int:
        if offset > 20_000:
            raise OSError(errno.ENOSPC, "No space left on device")
        return written(descriptor, content[:5000], offset)

    monkeypatch.setattr("os.pwrite", full)

    assert _made(archive, Crew(hire=TWO_PROCESSES.hire, aside=TWO_PROCESSES.aside, least=1)) == expected
    assert _made(archive, ONE_PROCESS) == expected
