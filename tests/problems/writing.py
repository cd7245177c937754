"""Family W: examples of writing, publishing and checking what was published."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest import mock

from muniment import disk
from muniment.disk.publish import OURS, Refusal, settle
from muniment.serve import Preview
from tests.conftest import ROOT
from tests.problems.form import EDITION, Call, Pair, deed, run
from tests.trust.places import Place

_CHECK = ("check", "--dist")
_OTHER = "Minutes of the harbour council\n\nNobody came.\n"


def _call(
    code: str, words: tuple[str, str], raises: Callable[[], list[str]], near_miss: Callable[[], list[str]]
) -> Pair:
    return Pair(code=code, what=Call(words=words, raises=raises, near_miss=near_miss))


def _of_site(
    code: str, words: tuple[str, str], raises: Callable[[Path], object], near_miss: Callable[[Path], object]
) -> Pair:
    """Publish, do something to the published site, and check it."""
    return deed(
        code,
        words,
        lambda place: (run(place, "build"), raises(place.root / "dist")),
        lambda place: (run(place, "build"), near_miss(place.root / "dist")),
        _CHECK,
    )


def _written(known: bytes) -> list[str]:
    """Write a file that holds `Old.` and was read as something."""
    with tempfile.TemporaryDirectory() as name:
        place = Place(root=Path(name))
        place.write("site_src/documents/x.md", b"Old.\n")
        _, found = disk.write_sources(
            place.root, [("site_src/documents/x.md", "New.\n")], {"site_src/documents/x.md": known}
        )
    return [problem.code for problem in found]


def _previewed(name: str) -> list[str]:
    """Build a preview of a folder."""
    preview = Preview(root=Path(name), base_url="")
    preview.build()
    return [problem.code for problem in preview.shown.problems if problem.code != "S-090"]


def _standing_nowhere(*, is_gone: bool) -> list[str]:
    """Give a command in a folder that somebody has removed."""
    with tempfile.TemporaryDirectory() as name:
        words = f"import os, sys; from muniment import cli; os.chdir({name!r}); "
        words += f"os.rmdir({name!r}); " if is_gone else "os.mkdir('seeds'); open('seeds/a.txt', 'w').write('Words.'); "
        command = [sys.executable, "-c", words + "sys.exit(cli.main(['check']))"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        told = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603 our own
        Path(name).mkdir(exist_ok=True)
    return ["W-013"] if "W-013" in told.stderr else []


def _in_the_way(refused: type[Exception] | None) -> list[str]:
    """Settle what a build left beside the output folder, where the system may refuse to remove it."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / ".dist.next").mkdir()
        (Path(name) / ".dist.next" / OURS).touch()
        try:
            with (
                mock.patch.object(shutil, "rmtree", side_effect=refused),
                mock.patch.object(Path, "rmdir", side_effect=refused),
            ):
                settle(Path(name) / "dist")
        except Refusal as refusal:
            return [refusal.code]
    return []


def _waiting(place: Place, more: str) -> None:
    """Let a draft wait beside an edited edition, perhaps edit it, and change the seed again."""
    text = (place.root / EDITION).read_text("utf-8")
    place.write(EDITION, text.replace("language: en", "language: en-GB"))
    place.write("seeds/minutes.txt", _OTHER)
    run(place, "build")
    waiting = place.root / f"{EDITION}.new"
    waiting.write_text(waiting.read_text("utf-8") + more, "utf-8")
    place.write("seeds/minutes.txt", f"{_OTHER}\nNobody at all.\n")


def _changed(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"x")


def _as_it_is(_: object) -> None:
    """Do nothing."""


def _swapped(dist: Path) -> None:
    (dist / "index.html").rename(dist / "x")
    (dist / "timeline.html").rename(dist / "index.html")
    (dist / "x").rename(dist / "timeline.html")


PAIRS: tuple[Pair, ...] = (
    deed(
        "W-001",
        ("an output folder that is a link", "an output folder behind a link"),
        lambda place: ((place.root / "real").mkdir(), (place.root / "site").symlink_to("real")),
        lambda place: ((place.root / "real").mkdir(), (place.root / "site").mkdir()),
        ("build", "--out", "ROOT/site"),
    ),
    deed(
        "W-002",
        ("an output folder in a folder of sources", "an output folder in a folder of something else"),
        lambda place: (place.root / "here").symlink_to("seeds"),
        lambda place: (place.root / "here").mkdir(),
        ("build", "--out", "ROOT/here/site"),
    ),
    deed(
        "W-003",
        ("an output folder with a letter in it", "an empty output folder"),
        lambda place: place.write("dist/letter.txt", "Mine."),
        lambda place: (place.root / "dist").mkdir(),
    ),
    deed(
        "W-004",
        ("a letter beside the published pages", "a letter in `static/`"),
        lambda place: (run(place, "build"), place.write("dist/letter.txt", "Mine.")),
        lambda place: (run(place, "build"), place.write("static/letter.txt", "Mine.")),
    ),
    deed(
        "W-005",
        ("an output folder below a file", "an output folder below a folder that is not there yet"),
        lambda place: place.write("public", "A file."),
        _as_it_is,
        ("build", "--out", "ROOT/public/site"),
    ),
    deed(
        "W-006",
        ("a file where the folder of anchors has to be", "no folder of anchors"),
        lambda place: (shutil.rmtree(place.root / "site_src/anchors"), place.write("site_src/anchors", "A file.")),
        lambda place: shutil.rmtree(place.root / "site_src/anchors"),
    ),
    _call(
        "W-007",
        ("a preview of a folder whose name holds NUL", "a preview of a folder that is not there"),
        lambda: _previewed("\0"),
        lambda: _previewed("/nowhere/at-all"),
    ),
    _call(
        "W-010",
        ("a file that is saved while a build is at work", "a file that is as the build read it"),
        lambda: _written(b"Older.\n"),
        lambda: _written(b"Old.\n"),
    ),
    deed(
        "W-011",
        ("a waiting draft that was edited, and a seed that changes again", "the same, the draft untouched"),
        lambda place: _waiting(place, "\nHalf merged.\n"),
        lambda place: _waiting(place, ""),
    ),
    deed(
        "W-012",
        ("`.dist.next/letter.txt`", "an empty folder `.dist.next`"),
        lambda place: place.write(".dist.next/letter.txt", "Mine."),
        lambda place: (place.root / ".dist.next").mkdir(),
    ),
    _call(
        "W-013",
        ("a command in a folder that was removed", "a command in a folder"),
        lambda: _standing_nowhere(is_gone=True),
        lambda: _standing_nowhere(is_gone=False),
    ),
    _call(
        "W-014",
        ("a folder `.dist.next` that another user’s build left", "a folder `.dist.next` that an own build left"),
        lambda: _in_the_way(PermissionError),
        lambda: _in_the_way(None),
    ),
    _of_site(
        "W-020",
        ("a published page with a letter more", "a published page with another time"),
        lambda dist: _changed(dist / "index.html"),
        lambda dist: os.utime(dist / "index.html", (1, 1)),
    ),
    _of_site(
        "W-021",
        ("a published page that is removed", "no page is removed"),
        lambda dist: (dist / "timeline.html").unlink(),
        _as_it_is,
    ),
    _of_site(
        "W-022",
        ("a letter among the published pages", "a letter beside the published folder"),
        lambda dist: (dist / "letter.txt").write_bytes(b"x"),
        lambda dist: (dist.parent / "letter.txt").write_bytes(b"x"),
    ),
    _of_site(
        "W-023",
        ("two published pages that change names", "two published pages that change names twice"),
        _swapped,
        lambda dist: (_swapped(dist), _swapped(dist)),
    ),
    _of_site(
        "W-024",
        ("a manifest with a line that is none", "a manifest as it was published"),
        lambda dist: _changed(dist / "manifest-sha256.txt"),
        _as_it_is,
    ),
    _of_site(
        "W-026",
        ("a folder that is named before anything was published in it", "a site as it was published"),
        shutil.rmtree,
        _as_it_is,
    ),
    _of_site(
        "W-025",
        ("a page that is written after publishing", "a page that is written and published"),
        lambda dist: (
            (dist.parent / "site_src/pages").mkdir() or (dist.parent / "site_src/pages/x.md").write_text("# X\n")
        ),
        _as_it_is,
    ),
)
