"""Every published file can be checked, with standard tools and with our own."""

import hashlib
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from muniment import cli
from tests.trust import places
from tests.trust.places import Place

SHA256SUM = shutil.which("sha256sum")


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Give an archive that was published once."""
    place = places.archive(tmp_path_factory.mktemp("published"))
    assert place.build().returncode == 0
    return place


@pytest.fixture
def place(published: Place, tmp_path: Path) -> Place:
    """Give a copy of it."""
    shutil.copytree(published.root, tmp_path / "archive")
    return Place(root=tmp_path / "archive")


def _checked(place: Place, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[tuple[str, str]]]:
    """Run `check --dist`; give its exit code and (path in the site, code) of what it names."""
    capsys.readouterr()
    status = cli.main(["check", "--dist", "--root", str(place.root), "-q"])
    lines = re.findall(r"^(\S+?)(?::\d+)?: (W-\d+) ", capsys.readouterr().err, re.MULTILINE)
    return status, [(path.removeprefix(f"{place.root / 'dist'}").removeprefix("/"), code) for path, code in lines]


def test_the_manifest_covers_every_file_but_itself(published: Place) -> None:
    """Every file once, by path, and so every published seed."""
    lines = (published.root / "dist/manifest-sha256.txt").read_text("utf-8").splitlines()
    listed = [line.partition("  ")[2] for line in lines]
    held = [path.removeprefix("dist/") for path in published.held("dist")]

    assert listed == sorted(set(held) - {"manifest-sha256.txt"})
    assert sum(path.endswith(".seed.txt") for path in listed) == 2


def test_published_seeds_are_the_seeds(published: Place) -> None:
    """What the manifest vouches for is what was received."""
    seeds = sorted(published.held("seeds").values())

    assert sorted(content for path, content in published.held("dist").items() if path.endswith(".seed.txt")) == seeds


def test_every_seed_is_vouched_for_published_or_not(place: Place) -> None:
    """A seed that is kept back, or whose document is withdrawn, has its sha256 in data that the manifest covers."""
    for word, line in (("minutes", "publish_seed: 'no: a private address'"), ("ferry", "withdrawn: At a wish")):
        edition = place.edition(word)
        edition.write_text(edition.read_text("utf-8").replace("\nlanguage:", f"\n{line}\nlanguage:", 1), "utf-8")
    assert place.build().returncode == 0
    seeds = {hashlib.sha256(content).hexdigest() for content in place.held("seeds").values()}
    vouched = b"".join(content for path, content in place.held("dist").items() if path.endswith(".html")).decode()

    assert not [path for path in place.held("dist") if path.endswith(".seed.txt")]
    assert [digest for digest in sorted(seeds) if digest not in vouched] == []


@pytest.mark.skipif(SHA256SUM is None, reason="this machine has no sha256sum")
def test_standard_tools_verify_the_manifest(place: Place) -> None:
    """`sha256sum --check --strict` agrees, and disagrees once a byte is changed."""
    command = [str(SHA256SUM), "--check", "--strict", "--quiet", "manifest-sha256.txt"]
    dist = place.root / "dist"

    assert subprocess.run(command, cwd=dist, capture_output=True, check=False).returncode == 0  # noqa: S603 our own words
    (dist / "index.html").write_bytes((dist / "index.html").read_bytes() + b" ")
    assert subprocess.run(command, cwd=dist, capture_output=True, check=False).returncode != 0  # noqa: S603 our own words


def test_a_whole_site_passes(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is said of a site that is as it was published."""
    assert _checked(place, capsys) == (0, [])


def _altered(dist: Path) -> None:
    (dist / "index.html").write_bytes((dist / "index.html").read_bytes().replace(b"e", b"E", 1))


def _emptied(dist: Path) -> None:
    (dist / "timeline.html").write_bytes(b"")


def _swapped(dist: Path) -> None:
    (dist / "index.html").rename(dist / "x")
    (dist / "timeline.html").rename(dist / "index.html")
    (dist / "x").rename(dist / "timeline.html")


def _linked(dist: Path) -> None:
    (dist / "index.html").rename(dist.parent / "index.html")
    (dist / "index.html").symlink_to(dist.parent / "index.html")


def _folder(dist: Path) -> None:
    (dist / "index.html").unlink()
    (dist / "index.html").mkdir()


def _hidden(dist: Path) -> None:
    (dist / "documents/.htaccess").write_bytes(b"x")


def _link_to_a_folder(dist: Path) -> None:
    (dist / "more").symlink_to(dist.parent / "seeds")


def _moved(dist: Path) -> None:
    (dist / "index.html").rename(dist / "Index.html")


@pytest.mark.parametrize(
    ("harm", "named"),
    [
        (_altered, [("index.html", "W-020")]),
        (_emptied, [("timeline.html", "W-020")]),
        (lambda dist: (dist / ".nojekyll").unlink(), [(".nojekyll", "W-021")]),
        (lambda dist: (dist / "404.html").unlink(), [("404.html", "W-021")]),
        (lambda dist: (dist / "mine.txt").write_bytes(b""), [("mine.txt", "W-022")]),
        (_hidden, [("documents/.htaccess", "W-022")]),
        (_link_to_a_folder, [("more", "W-022")]),
        (_swapped, [("index.html", "W-023"), ("timeline.html", "W-023")]),
        (_linked, [("index.html", "W-020")]),
        (_folder, [("index.html", "W-021")]),
        (_moved, [("Index.html", "W-022"), ("index.html", "W-021")]),
        (lambda dist: (dist / "manifest-sha256.txt").unlink(), [("manifest-sha256.txt", "W-024")]),
        (lambda dist: shutil.rmtree(dist), [("", "W-026")]),
    ],
)
def test_every_harm_is_named(
    place: Place, harm: Callable[[Path], object], named: list[tuple[str, str]], capsys: pytest.CaptureFixture[str]
) -> None:
    """Each altered, missing, added or swapped file is named with its code, and no other."""
    harm(place.root / "dist")

    assert _checked(place, capsys) == (1, named)


@pytest.mark.parametrize(
    "line",
    [
        "not a line\n",
        f"{'0' * 64}  ../seeds/minutes.txt\n",
        f"{'0' * 64}  /etc/passwd\n",
        f"{'0' * 64}  manifest-sha256.txt\n",
        f"{'0' * 63}  a.txt\n",
        f"{'0' * 64}  a.txt\n{'0' * 64}  a.txt\n",
        f"{'0' * 64}  a.txt",
        "\udcff\n",
    ],
)
def test_a_manifest_that_was_tampered_with_is_not_followed(
    place: Place, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line that leads out of the folder, stands twice or is no line makes the manifest useless, and that is said."""
    with (place.root / "dist/manifest-sha256.txt").open("ab") as file:
        file.write(line.encode("utf-8", "surrogateescape"))

    assert _checked(place, capsys) == (1, [("manifest-sha256.txt", "W-024")])


def test_a_site_of_an_older_archive_is_whole_but_told(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """Fixity is about bytes; that the archive has moved on is for information."""
    place.write("seeds/new.txt", "A new paper\n\nIt is about the harbour.\n")
    capsys.readouterr()

    assert cli.main(["check", "--dist", "--root", str(place.root), "-v"]) == 0
    assert "W-025" in capsys.readouterr().err


def test_checking_writes_nothing(place: Place) -> None:
    """Neither the site nor the archive is touched."""
    before = place.held("."), place.names()
    (place.root / "dist/index.html").touch()

    cli.main(["check", "--dist", "--root", str(place.root), "-q"])

    assert (place.held("."), place.names()) == before
