"""What a person wrote in `site_src/` is never lost or reformatted, whatever else happens to the archive."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from muniment import cli
from tests.conftest import ROOT
from tests.trust import places, tally, tracer
from tests.trust.places import Place

OLD = 86_400
"""A time stamp of 1970."""
Shape = Callable[[Path], Iterable[Path] | None]
"""Does something to an edition's file; gives the files that are a person's now (None: the file itself)."""


def _text(change: Callable[[str], str]) -> Shape:
    def shape(path: Path) -> None:
        path.write_bytes(change(path.read_bytes().decode()).encode())

    return shape


def _raw(change: Callable[[bytes], bytes]) -> Shape:
    def shape(path: Path) -> None:
        path.write_bytes(change(path.read_bytes()))

    return shape


def _front(line: str) -> Shape:
    return _text(lambda text: text.replace("---\n", f"---\n{line}\n", 1))


def _moved(name: str) -> Shape:
    def shape(path: Path) -> list[Path]:
        target = path.parent / name.format(stem=path.stem)
        target.parent.mkdir(parents=True, exist_ok=True)
        path.rename(target)
        return [target]

    return shape


def _copied(name: str) -> Shape:
    def shape(path: Path) -> list[Path]:
        target = path.parent / name.format(stem=path.stem)
        shutil.copy(path, target)
        target.write_bytes(target.read_bytes() + b"\nMine.\n")
        return [target]

    return shape


def _linked(path: Path) -> list[Path]:
    elsewhere = path.parents[2] / "elsewhere.md"
    path.rename(elsewhere)
    path.symlink_to(elsewhere)
    return [elsewhere]


def _a_folder(path: Path) -> list[Path]:
    path.unlink()
    path.mkdir()
    (path / "mine.md").write_text("Mine.\n")
    return [path / "mine.md"]


NOTE = 'notes:\n  - {kind: emendation, at: p1, quote: "council met", text: "Emended from the book.", by: "E. Ditor"}\n'
SHAPES: dict[str, Shape] = {
    "a word changed": _text(lambda text: text.replace("council met", "council sat")),
    "a word changed, with its note": _text(
        lambda text: text.replace("council met", "council sat").replace("reviewed:", NOTE + "reviewed:")
    ),
    "a paragraph added": _text(lambda text: text + "\nAn afterthought.\n"),
    "the body emptied": _text(lambda text: text[: text.rindex("---\n") + 4]),
    "a title": _text(lambda text: re.sub("^title: .*$", "title: The minutes of a meeting", text, flags=re.MULTILINE)),
    "a date": _text(lambda text: re.sub("^date: .*$", "date: 1998-05-04", text, flags=re.MULTILINE)),
    "a mistaken date": _text(lambda text: re.sub("^date: .*$", "date: fourth of May", text, flags=re.MULTILINE)),
    "an unknown key": _front("colour: blue"),
    "a comment": _front("# ask Edith about this"),
    "a quotation mark too many": _front('place: "School'),
    "an alias of YAML": _front("place: &a School"),
    "no closing fence": _text(lambda text: text.replace("\n---\n", "\n", 1)),
    "no front matter": _text(lambda text: text[text.rindex("---\n") + 4 :]),
    "an empty file": _text(lambda _: ""),
    "another id": _text(lambda text: re.sub("^id: .*$", "id: my-minutes", text, flags=re.MULTILINE)),
    "another seed": _text(lambda text: re.sub("^seed: .*$", "seed: minuets.txt", text, flags=re.MULTILINE)),
    "no hash of the draft": _text(lambda text: re.sub("drafted_sha256: .*\n", "", text)),
    "no seed line": _text(lambda text: re.sub("seed: .*\n", "", text)),
    "line ends of Windows": _text(lambda text: text.replace("\n", "\r\n")),
    "line ends of old Macs": _text(lambda text: text.replace("\n", "\r")),
    "line ends mixed": _text(lambda text: text.replace("\n\n", "\r\n\n")),
    "a byte-order mark": _raw(lambda content: b"\xef\xbb\xbf" + content),
    "UTF-16": _raw(lambda content: content.decode().encode("utf-16")),
    "Latin-1": _raw(lambda content: content + "Þórr\n".encode("latin-1")),
    "a NUL": _raw(lambda content: content + b"\0"),
    "an escape sequence": _raw(lambda content: content + b"\x1b[31mred\x1b[0m\n"),
    "white space at the end": _text(lambda text: text.replace(".\n", ". \n").rstrip("\n") + "\n\n\n"),
    "no line end at the end": _text(lambda text: text.rstrip("\n")),
    "tabs": _text(lambda text: text.replace(" ", "\t")),
    "decomposed letters": _text(lambda text: text + "Cafe\u0301\n"),
    "renamed": _moved("the-minutes.md"),
    "renamed to capitals": _moved("THE MINUTES.md"),
    "renamed to another ending": _moved("{stem}.txt"),
    "renamed to a capital ending": _moved("{stem}.MD"),
    "moved into a folder": _moved("old/{stem}.md"),
    "copied": _copied("{stem}-copy.md"),
    "copied in front": _copied("0-{stem}.md"),
    "kept as a backup": _copied("{stem}.md~"),
    "a waiting draft that is edited": _copied("{stem}.md.new"),
    "a link": _linked,
    "a folder in its place": _a_folder,
}

CHANGED = places.MINUTES.replace("Nobody objected", "Everybody objected").encode()


def _seed_same(place: Place) -> None:
    del place


def _seed_changed(place: Place) -> None:
    place.write("seeds/minutes.txt", CHANGED)


def _seed_reformatted(place: Place) -> None:
    place.write("seeds/minutes.txt", places.MINUTES.replace("\n", "\r\n"))


def _seed_removed(place: Place) -> None:
    (place.root / "seeds/minutes.txt").unlink()


def _seed_renamed(place: Place) -> None:
    (place.root / "seeds/minutes.txt").rename(place.root / "seeds/parish.txt")


def _seed_renamed_and_changed(place: Place) -> None:
    _seed_removed(place)
    place.write("seeds/parish.txt", CHANGED)


def _seed_broken(place: Place) -> None:
    place.write("seeds/minutes.txt", b"\0\1\2")


FATES = {
    "same": _seed_same,
    "changed": _seed_changed,
    "reformatted": _seed_reformatted,
    "removed": _seed_removed,
    "renamed": _seed_renamed,
    "renamed and changed": _seed_renamed_and_changed,
    "broken": _seed_broken,
}


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Give an archive that was built once."""
    places.remember()
    place = places.archive(tmp_path_factory.mktemp("begun"))
    assert place.build().returncode == 0
    return place


@pytest.fixture
def place(begun: Place, tmp_path: Path) -> Place:
    """Give a copy of it."""
    shutil.copytree(begun.root, tmp_path / "archive")
    return Place(root=tmp_path / "archive")


def _build(place: Place, *words: str) -> int:
    return cli.main([*words, "--root", str(place.root), "-q"])


def _seeds_of_editions(place: Place) -> list[str]:
    documents = place.root / "site_src/documents"
    found = [re.findall(rb"^seed: (.*)$", path.read_bytes(), re.M) for path in documents.glob("*.md") if path.is_file()]
    return [name.decode() for names in found for name in names]


def _shape_and_fate(
    place: Place, shape: str, fate: str, capsys: pytest.CaptureFixture[str]
) -> tuple[list[tuple[int, str]], dict[str, bytes]]:
    """Edit, change the seed, make everything old, build twice; give what each build said, and the person's files."""
    edition = place.edition("minutes")
    mine = SHAPES[shape](edition)
    FATES[fate](place)
    for path in place.root.rglob("*"):
        os.utime(path, (OLD, OLD), follow_symlinks=False)
    before = place.held("site_src", "seeds", "elsewhere.md")
    assert all(path.is_file() for path in mine or [edition])
    said = []
    for _ in range(2):
        capsys.readouterr()
        status = _build(place)
        said.append((status, capsys.readouterr().err))
    return said, before


def _is_sound(place: Place, said: list[tuple[int, str]], before: dict[str, bytes]) -> None:
    tally.count("edits by hand, built twice with another fate of the seed or in a clone")
    assert places.lost(before, place) == []
    assert [status for status, _ in said if status not in (0, 1)] == []
    assert said[0] == said[1], "a build reports the same until somebody has settled it"
    assert "\x1b" not in said[0][1]


QUICK = [(shape, fate) for shape in SHAPES for fate in FATES if fate in ("same", "changed")]
FULL = [(shape, fate) for shape in SHAPES for fate in FATES if fate not in ("same", "changed")]


@pytest.mark.parametrize(("shape", "fate"), QUICK)
def test_no_edit_is_lost(place: Place, shape: str, fate: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every file stays byte for byte as the person left it, with its seed the same or changed, and old time stamps."""
    said, before = _shape_and_fate(place, shape, fate, capsys)

    _is_sound(place, said, before)


@pytest.mark.full
@pytest.mark.parametrize(("shape", "fate"), FULL)
def test_no_edit_is_lost_whatever_becomes_of_the_seed(
    place: Place, shape: str, fate: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same with the seed reformatted, removed, renamed or broken."""
    said, before = _shape_and_fate(place, shape, fate, capsys)

    _is_sound(place, said, before)


def _cloned(place: Place, folder: Path) -> Place:
    """Put the archive under version control, and clone it."""
    git = ["git", "-c", "user.name=E", "-c", "user.email=e@example.org"]
    place.write(".gitattributes", "* -text\n")
    for words in (["init", "-q", "."], ["add", "seeds", "site_src", ".gitattributes"], ["commit", "-q", "-m", "All"]):
        subprocess.run([*git, *words], cwd=place.root, check=True, capture_output=True)  # noqa: S603 our own words
    subprocess.run([*git, "clone", "-q", str(place.root), str(folder)], check=True, capture_output=True)  # noqa: S603
    return Place(root=folder)


def _survives_a_clone(place: Place, tmp_path: Path, shape: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Edit, clone, change the seed in the clone, build twice."""
    SHAPES[shape](place.edition("minutes"))
    clone = _cloned(place, tmp_path / "clone")
    _seed_changed(clone)
    before = clone.held("site_src", "seeds")
    said = []
    for _ in range(2):
        capsys.readouterr()
        said.append((_build(clone), capsys.readouterr().err))

    _is_sound(clone, said, before)


def _survives_faults(place: Place, shape: str, last: int, how: str) -> int:
    """Edit, change the seed, and tamper with builds; gives their number."""
    SHAPES[shape](place.edition("minutes"))
    _seed_changed(place)
    place.write("seeds/new.txt", "A new paper\n\nIt is about the harbour.\n")
    folder = place.root.parent
    place.root.rename(folder / "before")
    command = [sys.executable, "-B", "-m", "tests.trust.doomed", str(folder), str(last), how]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 our own words
    assert told.returncode == 0, told.stderr[-2000:]
    rows = [json.loads(line) for line in told.stdout.splitlines()]
    tally.count("edits by hand, built with a kill or a full disk and twice after it", len(rows))
    assert [row for row in rows if row["lost"] or row["lost later"] or {*row["statuses"]} - {0, 1}] == []
    return len(rows)


@pytest.mark.parametrize("shape", ["a word changed", "a byte-order mark", "renamed to capitals"])
def test_no_edit_is_lost_in_a_fresh_clone(
    place: Place, tmp_path: Path, shape: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What tells a person's file is in the file: without times and caches, with a changed seed, it is kept."""
    _survives_a_clone(place, tmp_path, shape, capsys)


@pytest.mark.full
@pytest.mark.parametrize("shape", SHAPES)
def test_no_edit_of_any_shape_is_lost_in_a_fresh_clone(
    place: Place, tmp_path: Path, shape: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The same for every shape of edit."""
    _survives_a_clone(place, tmp_path, shape, capsys)


@pytest.mark.skipif(not tracer.IS_POSSIBLE, reason="tampering with system calls needs Linux on x86-64")
@pytest.mark.parametrize(("shape", "how"), [("a title", "KILL"), ("a waiting draft that is edited", "ENOSPC+")])
def test_no_edit_is_lost_by_a_kill_or_a_full_disk(place: Place, shape: str, how: str) -> None:
    """While a draft is being written beside an edited file, at each of the first system calls."""
    assert _survives_faults(place, shape, 4, how) > 2


@pytest.mark.full
@pytest.mark.parametrize("how", ["KILL", "ENOSPC+"])
@pytest.mark.parametrize("shape", SHAPES)
def test_no_edit_of_any_shape_is_lost_by_a_kill_or_a_full_disk(place: Place, shape: str, how: str) -> None:
    """The same for every shape of edit, and longer; a build beside a broken file writes nothing."""
    assert tracer.IS_POSSIBLE, "tampering with system calls needs Linux on x86-64"
    _survives_faults(place, shape, 14, how)


BROKEN = [
    "an unknown key",
    "a quotation mark too many",
    "no closing fence",
    "no front matter",
    "an empty file",
    "UTF-16",
    "a link",
    "no seed line",
    "moved into a folder",
]


@pytest.mark.parametrize("shape", BROKEN)
def test_a_seed_whose_edition_is_broken_is_not_drafted_again(place: Place, shape: str) -> None:
    """No second edition of the seed appears beside a file that only has to be mended."""
    SHAPES[shape](place.edition("minutes"))
    before = place.held("site_src")

    assert _build(place) == 1
    assert place.held("site_src") == before


def test_an_unreadable_edition_does_not_keep_named_seeds_from_being_drafted(place: Place) -> None:
    """Where every broken edition names its seed, other new seeds are drafted."""
    SHAPES["an unknown key"](place.edition("minutes"))
    place.write("seeds/new.txt", "A new paper\n\nIt is about the harbour.\n")

    assert _build(place) == 1
    assert sorted(_seeds_of_editions(place)) == ["letter.txt", "minutes.txt", "new.txt"]


def test_an_unreadable_file_that_names_no_seed_holds_drafting_back(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    """It may be the edition of any seed; the seed that waits is named."""
    SHAPES["no front matter"](place.edition("minutes"))
    place.write("seeds/new.txt", "A new paper\n\nIt is about the harbour.\n")

    assert _build(place) == 1
    assert sorted(_seeds_of_editions(place)) == ["letter.txt"]
    assert "seeds/new.txt: E-090" in capsys.readouterr().err


def test_a_changed_seed_renews_an_untouched_edition(place: Place) -> None:
    """A draft that nobody edited follows its seed, under the same name and id."""
    edition = place.edition("minutes")
    _seed_changed(place)

    assert _build(place) == 0
    assert b"Everybody objected" in edition.read_bytes()
    assert not edition.with_name(f"{edition.name}.new").exists()


def test_a_clash_puts_the_draft_beside_the_edited_file_and_says_so_until_settled(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    """Both names are in the message; settling it ends it; the edited file is never written."""
    edition = place.edition("minutes")
    SHAPES["a title"](edition)
    _seed_changed(place)
    mine = edition.read_bytes()
    beside = edition.with_name(f"{edition.name}.new")

    for _ in range(2):
        _build(place)
        said = capsys.readouterr().err
        assert f"{edition.name}:" in said
        assert f"{beside.name}." in said
        assert "E-001" in said
    assert _build(place, "--strict") == 1
    assert edition.read_bytes() == mine
    assert b"Everybody objected" in beside.read_bytes()

    fresh = re.search(rb"^seed_sha256: (.*)$", beside.read_bytes(), re.M)
    assert fresh is not None
    settled = re.sub(rb"(?m)^seed_sha256: .*$", b"seed_sha256: " + fresh[1], mine)
    edition.write_bytes(settled.replace(b"Nobody objected", b"Everybody objected"))
    beside.unlink()
    capsys.readouterr()

    assert _build(place, "--strict") == 0
    assert "E-001" not in capsys.readouterr().err


def test_a_waiting_draft_that_a_person_edits_is_kept(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """A newer draft does not replace the file somebody is merging in."""
    edition = place.edition("minutes")
    SHAPES["a title"](edition)
    _seed_changed(place)
    _build(place)
    beside = edition.with_name(f"{edition.name}.new")
    beside.write_bytes(beside.read_bytes() + b"\nHalf merged.\n")
    mine = beside.read_bytes()
    place.write("seeds/minutes.txt", CHANGED + b"\nMore.\n")
    capsys.readouterr()

    _build(place)

    assert beside.read_bytes() == mine
    assert "W-011" in capsys.readouterr().err


def test_a_waiting_draft_that_nobody_edits_follows_the_seed(place: Place) -> None:
    """It is the program's own file as long as it is as written."""
    edition = place.edition("minutes")
    SHAPES["a title"](edition)
    _seed_changed(place)
    _build(place)
    place.write("seeds/minutes.txt", CHANGED + b"\nMore was said.\n")
    _build(place)

    assert b"More was said." in edition.with_name(f"{edition.name}.new").read_bytes()


def test_a_renamed_seed_is_known_again(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """Both names are told, nothing is drafted a second time, and writing the new name settles it."""
    _seed_renamed(place)

    assert _build(place) == 1
    said = capsys.readouterr().err
    assert "E-091" in said
    assert "seeds/minutes.txt" in said
    assert "seeds/parish.txt" in said
    assert len(list((place.root / "site_src/documents").iterdir())) == 2

    edition = place.edition("minutes")
    edition.write_bytes(edition.read_bytes().replace(b"seed: minutes.txt", b"seed: parish.txt"))
    assert _build(place) == 0


def test_a_published_document_whose_id_changes_is_told_from_its_registry(
    place: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its old address would be lost; an alias keeps it."""
    edition = place.edition("minutes")
    former = edition.stem
    SHAPES["another id"](edition)

    assert _build(place) == 0
    assert f"site_src/anchors/{former}.toml: E-092" in capsys.readouterr().err

    _front(f"aliases: [{former}]")(edition)
    assert _build(place, "--strict") in (0, 1)
    assert "E-092" not in capsys.readouterr().err


def test_comments_in_a_registry_are_kept(place: Place) -> None:
    """What a person writes under [aliases] stays as it is when the program writes the rest anew."""
    (registry,) = (path for path in (place.root / "site_src/anchors").iterdir() if "minutes" in path.name)
    mine = '# Asked for by a reader.\np3  =  "p2"   # see the letter of 3 May\n'
    left_out = (
        'notes:\n  - {kind: omission, at: p2, quote: "Nobody objected to the bridge.", text: "Left out.", by: "E."}\n'
    )
    edition = place.edition("minutes")
    text = (
        edition.read_text("utf-8")
        .replace("\n\nNobody objected to the bridge.", "")
        .replace("reviewed:", f"{left_out}reviewed:")
    )
    edition.write_text(text, "utf-8")
    assert _build(place) == 1
    registry.write_bytes(registry.read_bytes() + mine.encode())

    assert _build(place) == 0
    assert mine in registry.read_text("utf-8")
    assert "Nobody objected" not in registry.read_text("utf-8")

    before = registry.read_bytes()
    assert _build(place) == 0
    assert registry.read_bytes() == before


def test_a_file_saved_while_the_build_runs_is_not_overwritten(
    place: Place, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Between reading and writing, a person's save wins; the build says so and publishes nothing."""
    from muniment import line

    edition = place.edition("minutes")
    _seed_changed(place)
    before = place.digest("dist")
    run = line.run

    def slow(*arguments: object, **words: object) -> line.Outcome:
        outcome = run(*arguments, **words)  # type: ignore[arg-type] # handed on as they come
        edition.write_bytes(b"---\nMine, saved just now.\n")
        return outcome

    monkeypatch.setattr(line, "run", slow)

    assert _build(place) == 1
    assert edition.read_bytes() == b"---\nMine, saved just now.\n"
    assert "W-010" in capsys.readouterr().err
    assert place.digest("dist") == before


def test_a_file_saved_at_the_very_last_moment_is_put_back(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even between the last look and the exchange of names."""
    from muniment.disk import system

    edition = place.edition("minutes")
    _seed_changed(place)
    exchange = system.exchange
    mine = b"---\nMine, saved at the last moment.\n"

    def late(one: Path, other: Path) -> bool:
        if other == edition and edition.read_bytes() != mine and b"Everybody" in one.read_bytes():
            edition.write_bytes(mine)
        return exchange(one, other)

    monkeypatch.setattr(system, "exchange", late)

    assert _build(place) == 1
    assert edition.read_bytes() == mine


@pytest.mark.parametrize("crlf", ["false", "true"])
def test_a_fresh_clone_keeps_every_edit_and_builds_the_same(place: Place, tmp_path: Path, crlf: str) -> None:
    """What proves an edit stands in the file itself, not in times or caches; Windows line ends are no exception."""
    SHAPES["a title"](place.edition("minutes"))
    place.write(".gitattributes", "seeds/** -text\n")
    place.write(".gitignore", "/dist/\n")
    assert _build(place) == 0
    git = ["git", "-c", "user.name=E", "-c", "user.email=e@example.org", "-c", f"core.autocrlf={crlf}"]
    for words in (["init", "-q", "."], ["add", "."], ["commit", "-q", "-m", "All"]):
        subprocess.run([*git, *words], cwd=place.root, check=True, capture_output=True)  # noqa: S603 our own words
    subprocess.run([*git, "clone", "-q", str(place.root), str(tmp_path / "clone")], check=True, capture_output=True)  # noqa: S603
    clone = Place(root=tmp_path / "clone")
    before = clone.held("site_src", "seeds")

    assert clone.build("--base-url", "https://example.org/").returncode == 0
    if crlf == "false":
        assert clone.held("site_src", "seeds") == before == place.held("site_src", "seeds")
    (place.root / "seeds/minutes.txt").write_bytes(CHANGED)
    (clone.root / "seeds/minutes.txt").write_bytes(CHANGED)
    edited = clone.edition("minutes").read_bytes()
    clone.build()
    assert clone.edition("minutes").read_bytes() == edited


def test_new_files_never_replace_what_stands_there(place: Place, capsys: pytest.CaptureFixture[str]) -> None:
    """A draft whose name is taken by a person's file gets another name."""
    edition = place.edition("minutes")
    (other,) = (path for path in edition.parent.iterdir() if path != edition)
    edition.unlink()
    other.rename(edition)
    letter = edition.read_bytes()

    assert _build(place) == 0
    assert edition.read_bytes() == letter
    assert sorted(_seeds_of_editions(place)) == ["letter.txt", "minutes.txt"]
    capsys.readouterr()
