"""Small archives to attack: made in memory or in a folder, built by the line or by a real process."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path

from jinja2 import Environment

from muniment import disk, edition, line
from muniment.model import Asset, Files, Problem
from tests.conftest import ROOT

MINUTES = (
    "Minutes of the parish council\n\n3 May 1998\n\n"
    "The council met at the school.\n\nThe bridge was discussed.\n\nNobody objected to the bridge.\n"
)
LETTER = (
    "Dear Mr Grey,\n\nThe ferry to Norway sails on Tuesdays,\nand on Fridays from Sweden.\n\nYours,\n\nEdith Brown\n"
)
CACHE = ".muniment-cache"
"""May be deleted at any time and is compared with nothing."""
SEEDS = {"letter.txt": LETTER.encode(), "minutes.txt": MINUTES.encode()}


def remember() -> None:
    """Let this process do once what is the same in every build: compile templates, read the list of states."""
    if Environment.compile is _compile:
        Environment.compile = cache(_compile)  # type: ignore[method-assign] # every environment has the same options
        line.gazetteer.build = lru_cache(8)(_build)


_compile, _build = Environment.compile, line.gazetteer.build


@cache
def _shipped() -> line.Inputs:
    """Give the inputs of an empty archive: the shipped templates, static files and list of states."""
    inputs, _ = disk.read(ROOT / "tests")
    return replace(inputs, name="Harbour papers")


def inputs(seeds: Mapping[str, bytes], sources: Mapping[str, bytes] | None = None) -> line.Inputs:
    """Give the inputs of an archive in memory."""
    return replace(_shipped(), seeds=Files(seeds), sources=Files(sources or {}))


def run(seeds: Mapping[str, bytes], sources: Mapping[str, bytes] | None = None) -> line.Outcome:
    """Send an archive in memory down the line."""
    return line.run(inputs(seeds, sources))


def drafted(seeds: Mapping[str, bytes] = SEEDS) -> dict[str, bytes]:
    """Give the files of `site_src/` that a first build of these seeds writes, by path."""
    outcome = run(seeds)
    assert outcome.files, outcome.problems
    return {path: text.encode() for path, text in (*outcome.drafts, *outcome.registries)}


def errors(found: tuple[Problem, ...]) -> list[str]:
    """Give the codes of errors in order."""
    return [problem.code for problem in found if problem.severity == "error"]


def files(assets: tuple[Asset, ...]) -> dict[str, bytes]:
    """Give finished files by path."""
    return {asset.path: asset.content for asset in assets}


@dataclass(frozen=True)
class Place:
    """An archive in a folder, built by real processes."""

    root: Path

    def write(self, path: str, content: bytes | str) -> Path:
        """Put a file into the archive."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)
        return target

    def edition(self, word: str) -> Path:
        """Find the edition whose file name holds a word."""
        (found,) = (path for path in (self.root / "site_src/documents").glob("*.md") if word in path.name)
        return found

    def build(self, *words: str, timeout: float = 120, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run build.py on the archive."""
        command = [sys.executable, str(ROOT / "build.py"), *words, "--root", str(self.root)]
        return subprocess.run(  # noqa: S603 our own words
            command,
            capture_output=True,
            encoding="utf-8",
            errors="backslashreplace",
            check=False,
            timeout=timeout,
            env={**os.environ, **environment},
        )

    def held(self, *folders: str) -> dict[str, bytes]:
        """Give every file below some folders (or such a file itself), dot files too, but for the cache."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for folder in folders
            for path in (self.root / folder, *sorted((self.root / folder).rglob("*")))
            if path.is_file() and not path.is_symlink() and CACHE not in path.parts
        }

    def names(self) -> list[str]:
        """List what lies directly in the archive's folder, but for the cache."""
        return sorted(path.name for path in self.root.iterdir() if path.name != CACHE)

    def digest(self, *folders: str) -> str:
        """Hash everything below some folders: paths and bytes."""
        held = self.held(*folders)
        lines = [f"{hashlib.sha256(held[path]).hexdigest()}  {path}" for path in sorted(held)]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def is_ours(path: str, content: bytes) -> bool:
    """Say whether a file holds no person's words: a registry, or a draft exactly as the program wrote it."""
    read, _ = edition.read(path, content)
    return path.startswith("site_src/anchors/") or (read is not None and edition.is_untouched(read))


def lost(before: Mapping[str, bytes], place: Place) -> list[str]:
    """List the files of a person that are not as they were."""
    after = place.held(*dict.fromkeys(path.partition("/")[0] for path in before))
    return [path for path, content in before.items() if after.get(path) != content and not is_ours(path, content)]


def archive(folder: Path, seeds: Mapping[str, bytes] = SEEDS) -> Place:
    """Make an archive in a folder."""
    place = Place(root=folder)
    for name, content in seeds.items():
        place.write(f"seeds/{name}", content)
    return place
