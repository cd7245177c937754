"""Writes the archives that this generator builds, and reads back what their editions say, for the peers to show.

The editions are drafted once by the generator itself, outside every timing, and kept as long as nothing changes that
drafting depends on; knows no peer.
"""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed import corpus, shapes, wording
from benchmarks.speed.corpus import STAGES, Text
from muniment import edition
from muniment.exports import ALL

ROOT = Path(__file__).resolve().parents[2]
DRAFTED_BY = ("normalise", "dates", "words", "edition", "formats", "gazetteer", "model", "data", "settings", "parse")
"""Parts of the program on which a draft depends."""
MADE = ("dist", ".dist*", ".muniment-cache")
"""What a build makes in an archive's folder, apart from drafts and registries."""
DRAFTED = ("site_src/documents", "site_src/anchors")
STAMP = "drafted-by"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One document as every generator shows it."""

    text: Text
    id: str
    title: str
    kind: str
    place: str
    stage: str
    """Name of its stage; empty where the edition names no event."""
    body: str
    """Markdown."""


def settings(*, exports: Iterable[str] = (), search: str = "none", has_address: bool = False) -> str:
    """Write `archive.toml`; some exports need to know the address the site will have."""
    named = ", ".join(f'"{name}"' for name in exports)
    head = f'title = "{corpus.SUBJECT}"\nlanguage = "en"\nexports = [{named}]\nsearch = "{search}"\n'
    if has_address:
        head += 'base_url = "https://example.org/lights/"\nlicence = "CC0 1.0"\n'
    missing = 'missing = "No document gives the days of the conference."'
    return head + "".join(f'\n[[stage]]\nid = "{each.id}"\nname = "{each.name}"\n{missing}\n' for each in STAGES)


def everything() -> tuple[str, ...]:
    """Name every export there is."""
    return tuple(export.name for export in ALL)


def write(folder: Path, size: int, seed: int = corpus.SEED) -> None:
    """Write an archive of raw seeds, without an edition yet."""
    for name in ("seeds", "site_src"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for number in range(size):
        text = corpus.text(number, seed)
        (folder / "seeds" / text.name).write_bytes(shapes.raw(text).encode())
    (folder / "site_src/archive.toml").write_text(settings(), encoding="utf-8")
    (folder / "site_src/events.toml").write_text(
        "\n".join(
            f'[[event]]\nid = "{each.id}"\nname = "{each.event}"\nplace = "{each.name}"\nstage = "{each.id}"\n'
            'relation = "stage"\n'
            for each in STAGES
        ),
        encoding="utf-8",
    )


def with_editions(folder: Path, size: int) -> bool:
    """Have an archive with editions stand in a folder; give whether it had to be made."""
    stamp = folder / STAMP
    key = fingerprint(size)
    if stamp.is_file() and stamp.read_text(encoding="ascii") == key:
        return False
    shutil.rmtree(folder, ignore_errors=True)
    write(folder, size)
    build(folder)
    stamp.write_text(key, encoding="ascii")
    return True


def copied(source: Path, folder: Path, *, exports: Iterable[str] = (), search: str = "none") -> None:
    """Copy an archive with its editions and give the copy other settings."""
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("seeds", "site_src"):
        shutil.copytree(source / name, folder / name)
    exports = tuple(exports)
    written = settings(exports=exports, search=search, has_address=bool(exports))
    (folder / "site_src/archive.toml").write_text(written, encoding="utf-8")


def build(folder: Path) -> None:
    """Build an archive as its editor would, untimed."""
    command = (sys.executable, str(ROOT / "build.py"), "--root", str(folder), "-q")
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 our own words
    if done.returncode:
        raise RuntimeError(f"the archive in {folder} does not build:\n{done.stderr[-4000:]}")


def entries(folder: Path, size: int) -> tuple[Entry, ...]:
    """Read the editions of an archive, by the number of their text."""
    texts = {text.name: text for text in map(corpus.text, range(size))}
    names = {stage.id: stage.name for stage in STAGES}
    found = []
    for path in (folder / "site_src/documents").iterdir():
        read, problems = edition.read(path.name, path.read_bytes())
        if read is None:
            raise RuntimeError(f"{path} is no edition: {problems}")
        front = read.front
        found.append(
            Entry(
                text=texts[front.seed],
                id=front.id,
                title=front.title,
                kind=front.kind,
                place=front.place or texts[front.seed].stage.name,
                stage=names.get(front.event, ""),
                body=read.body,
            )
        )
    if len(found) != size:
        raise RuntimeError(f"{folder} has {len(found)} editions of {size} documents")
    return tuple(sorted(found, key=lambda entry: entry.text.number))


def emptied(folder: Path, patterns: Iterable[str]) -> None:
    """Remove what matches patterns in a folder."""
    for pattern in patterns:
        for path in folder.glob(pattern):
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path)
            else:
                path.unlink()


def fingerprint(size: int) -> str:
    """Hash all that an archive with editions depends on; sha256, lower-case hex."""
    digest = hashlib.sha256(f"{size} {corpus.SEED}\n".encode())
    made_here = [wording.SOURCE, *(Path(module.__file__ or "") for module in (corpus, shapes, wording))]
    parts = [path for name in DRAFTED_BY for path in sorted((ROOT / "muniment" / name).rglob("*.*"))]
    single = [ROOT / "muniment" / f"{name}.py" for name in DRAFTED_BY]
    for path in (*made_here, Path(__file__), *parts, *single):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
