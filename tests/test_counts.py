"""How much a build does: pages set, files written, processes made and modules loaded, counted and not timed."""

import shutil
import time
from pathlib import Path

import pytest

from benchmarks.speed.counts import Counts, counted
from tests.conftest import build

RENDER = "muniment.render.Renderer.render"
EXAMINE = "muniment.line.texts.examine"
SHEAF = "muniment.exports.sheaf"
MANIFEST = 1
"""Files that are written whatever changed."""
DOCUMENTS = 70
"""As many as are worth more than one process."""
STATES = ("Norway", "Peru", "Chile", "Ghana", "Japan", "Kenya", "Malta")
HEAVY = ("jinja2", "markdown_it", "yaml", "livereload", "pygments", "pydantic", "edtf")
SELDOM = (
    *("muniment.normalise", "muniment.dates.prose", "muniment.exports"),
    *(f"muniment.formats.{name}" for name in ("html", "docx", "pdf")),
)
"""Modules that an edit of a text has no need of."""


@pytest.fixture(scope="module")
def drafted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give an archive that was built until nothing was left to do."""
    root = tmp_path_factory.mktemp("archive")
    (root / "seeds").mkdir()
    (root / "site_src").mkdir()
    (root / "site_src/archive.toml").write_text('title = "Harbours"\nexports = []\nsearch = "none"\n')
    for number in range(DOCUMENTS):
        state, day = STATES[number % 7], f"{1 + number % 28} May {1900 + number}"
        words = f"The delegates of {state} met at the custom house for the {number}th time that year.\n"
        (root / f"seeds/{number:02}.txt").write_text(f"Minutes no. {number}\n\n{day}\n\n{words}")
    for _ in range(3):
        time.sleep(0.1)  # what changed just before a build began is never trusted
        assert build("--root", str(root)).returncode == 0
    return root


@pytest.fixture
def archive(drafted: Path, tmp_path: Path) -> Path:
    """Give a copy of the archive, built once more where it stands now."""
    root = tmp_path / "archive"
    shutil.copytree(drafted, root)
    shutil.rmtree(root / ".muniment-cache")
    for _ in range(2):
        time.sleep(0.1)
        assert build("--root", str(root)).returncode == 0
    time.sleep(0.1)
    return root


def _count(root: Path, *options: str) -> Counts:
    counts = counted(["build", "--root", str(root), "-q", *options], [RENDER, EXAMINE, SHEAF])
    assert counts.code == 0
    return counts


def _edition(root: Path, number: int) -> Path:
    return sorted((root / "site_src/documents").glob("*.md"))[number]


def _written(root: Path, counts: Counts) -> int:
    """Count the files of the site that were written: the others got a second name."""
    written = counts.below(root, counts.writes)
    return sum(path.startswith(".dist.next/") and "unfinished" not in path for path in written)


def test_nothing_changed(archive: Path) -> None:
    """Nothing is read, set or written, and nothing slow is loaded."""
    counts = _count(archive)

    assert counts.below(archive, counts.writes) == ()
    assert counts.below(archive, counts.renames) == ()
    assert [path for path in counts.below(archive, counts.reads) if not path.startswith(".muniment-cache")] == []
    assert dict(counts.calls) == {RENDER: 0, EXAMINE: 0, SHEAF: 0}
    assert counts.forks == 0
    assert [name for name in HEAVY if name in counts.packages()] == []
    assert "muniment.line" not in counts.modules


def test_what_its_own_page_shows_was_edited(archive: Path) -> None:
    """One document is described, its pages and the colophon are set, which names the archive's new version."""
    edition = _edition(archive, 5)
    text = edition.read_text("utf-8")
    edition.write_text(text.replace('\nreviewed: "no"', "\nreviewed: E. Ditor, 2020-01-31"), encoding="utf-8")

    counts = _count(archive)

    assert counts.calls[EXAMINE] == 1
    assert counts.calls[RENDER] == _pages_of(edition, archive) + 1
    assert _written(archive, counts) == counts.calls[RENDER] + MANIFEST
    assert counts.forks == 0
    assert [name for name in SELDOM if name in counts.modules] == []


def test_a_title_was_edited(archive: Path) -> None:
    """Its page, its neighbours, the state it names and the lists are set; the neighbours are described again for it."""
    edition = _edition(archive, 5)
    edition.write_text(edition.read_text("utf-8").replace("\ntitle: ", "\ntitle: New ", 1), encoding="utf-8")

    counts = _count(archive)

    assert counts.calls[EXAMINE] == 3
    assert 3 < counts.calls[RENDER] < DOCUMENTS // 2
    assert counts.forks == 0


def test_a_body_was_edited_where_everything_is_exported(archive: Path) -> None:
    """The files beside one document are made, and those of the whole are joined of what is remembered of the others."""
    settings = archive / "site_src/archive.toml"
    asked = ("data", "texts", "citations", "tei", "tables", "feed", "metadata", "bundle")
    named = ", ".join(f'"{name}"' for name in asked)
    settings.write_text(settings.read_text("utf-8").replace("[]", f"[{named}]").replace('"none"', '"text"'), "utf-8")
    for _ in range(2):
        time.sleep(0.1)
        assert build("--root", str(archive)).returncode == 0
    time.sleep(0.1)
    edition = _edition(archive, 5)
    edition.write_text(edition.read_text("utf-8") + "\n", encoding="utf-8")
    before = {path.name: path.stat().st_ino for path in (archive / "dist/documents").iterdir()}

    counts = _count(archive)

    after = {path.name: path.stat().st_ino for path in (archive / "dist/documents").iterdir()}
    beside = {f"{edition.stem}.{end}" for end in ("bib", "csl.json", "html", "json", "md", "ris", "txt", "xml")}
    assert (counts.calls[EXAMINE], counts.calls[SHEAF], counts.forks) == (1, 1, 0)
    assert {name for name in after if after[name] != before[name]} <= beside | {f"{edition.stem}.seed.txt"}
    assert [path for path in counts.below(archive, counts.reads) if path.startswith("dist/documents/")] == []


def test_a_template_was_edited(archive: Path) -> None:
    """Every page is set again, by as many processes as there may be."""
    (archive / "templates").mkdir()
    shipped = Path(__file__).resolve().parent.parent / "templates/base.html"
    (archive / "templates/base.html").write_text(shipped.read_text("utf-8").replace("</body>", "\n</body>"))

    counts = _count(archive, "--jobs", "2")

    assert counts.forks == 2
    assert counts.calls[RENDER] == len(list((archive / "dist").rglob("*.html")))


def test_everything_anew(archive: Path) -> None:
    """Without a memory every document is described once, and every page set once, whoever does it."""
    for jobs, forks in (("1", 0), ("2", 2)):
        shutil.rmtree(archive / ".muniment-cache")
        counts = _count(archive, "--jobs", jobs)

        assert counts.calls[EXAMINE] == DOCUMENTS
        assert counts.calls[RENDER] == len(list((archive / "dist").rglob("*.html")))
        assert counts.forks == forks


def _pages_of(edition: Path, root: Path) -> int:
    """Count the pages of one document."""
    return len(list((root / "dist/documents").glob(f"{edition.stem}*.html")))
