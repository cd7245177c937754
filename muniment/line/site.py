"""An archive into the files of its site; a file that would show what it showed before stands as it is.

It refuses to touch the disk: what is kept is named with its hash, what is made is given as bytes.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from typing import NamedTuple

from muniment import check, indexes, pages, problems, render
from muniment.frozen import dataclass
from muniment.line import dependencies
from muniment.line.aside import Aside, Stack
from muniment.line.dependencies import digest
from muniment.line.remembered import Made
from muniment.line.values import Inputs
from muniment.model import Archive, Asset, Indexes, Page, Problem

MANIFEST = "manifest-sha256.txt"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """The files of a site."""

    files: tuple[Asset, ...] = ()
    """Those that were made, by path."""
    kept: tuple[tuple[str, str], ...] = ()
    """(path, sha256) of those that stand as they are, by path."""
    problems: tuple[Problem, ...] = ()
    remembered: Mapping[str, Made]
    """Every file but the manifest, by path."""
    manifest: str = ""
    """sha256 of the manifest."""
    templates: dict[str, bytes] = field(default_factory=dict)
    """Compiled."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A site before its pages are set."""

    indexes: Indexes
    pages: tuple[Page, ...]
    renderer: render.Renderer
    compiled: dict[str, bytes]
    """What templates were compiled to; grows while pages are set."""


class Pages(NamedTuple):
    """Pages that were set."""

    files: Stack
    """By path."""
    seen: check.Seen
    """The same as they read, by path."""
    faults: tuple[Problem, ...]
    """Templates that fail."""


Setting = Callable[[Sequence[Page], Plan], Pages]
"""Sets pages and scans them."""


def plan(assembled: Archive, inputs: Inputs) -> Plan:
    """Plan the pages of an archive."""
    indexed = indexes.build(assembled)
    compiled = dict(inputs.memory.templates)
    return Plan(
        indexes=indexed,
        pages=pages.plan(assembled, indexed),
        renderer=render.Renderer(inputs.templates, assembled, indexed, inputs.map, compiled),
        compiled=compiled,
    )


def make(assembled: Archive, inputs: Inputs, texts: Mapping[str, str], setting: Setting) -> Finished:
    """Make every file of the site that is not there yet as it should be, and hold the site against the rules.

    `texts` holds by id the digest of what each document was made from.
    """
    ready = plan(assembled, inputs)
    planned, indexed = ready.pages, ready.indexes
    shipped = [hashlib.sha256(each).hexdigest() for each in (inputs.map, inputs.states)]
    frame = digest(inputs.program, inputs.templates, shipped)
    shown = dependencies.shown(assembled, indexed, planned, frame, texts)
    keys = {page.path: dependencies.of(page, shown) for page in planned}
    standing = _standing(inputs)
    due = tuple(page for page in planned if not _stands(page.path, keys[page.path], standing))
    files, seen, faults = setting(due, ready)
    if faults:
        return Finished(problems=faults, remembered={})
    exported, kept = _exported(assembled, indexed, inputs, shown.everything)
    clashes = []
    for asset in (*exported, *_fixed(inputs)):
        if asset.path in files or asset.path in keys:
            clashes.append(problems.report("P-070", asset.path))
        files.put(asset.path, asset.content)
        keys[asset.path] = shown.everything
    kept |= {page.path: standing[page.path].sha256 for page in planned if page.path not in files}
    keys |= {path: shown.everything for path in kept if path not in keys}
    hashes = kept | {path: files.sha256(path) for path in files}
    files.put(MANIFEST, manifest(hashes))
    troubles, places = _connected(assembled, inputs, files, (seen, kept))
    said: dict[str, list[Problem]] = {path: list(standing[path].problems) for path in kept}
    for each in troubles:
        said.setdefault(each.path, []).append(each)
    return Finished(
        files=files.assets(),
        kept=tuple((path, kept[path]) for path in sorted(kept)),
        problems=(*clashes, *(problem for path in kept for problem in standing[path].problems), *troubles),
        templates=ready.compiled,
        manifest=files.sha256(MANIFEST),
        remembered={
            path: Made(
                key=keys[path],
                sha256=hashes[path],
                size=files.size(path) if path in files else standing[path].size,
                places=places.get(path, "") if path in files else standing[path].places,
                problems=tuple(said.get(path, ())),
            )
            for path in hashes
        },
    )


def manifest(hashes: Mapping[str, str]) -> bytes:
    """List every file with its sha256, by path."""
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes)).encode()


def _standing(inputs: Inputs) -> dict[str, Made]:
    """Give the remembered files that stand in the published site as they were made."""
    if not inputs.program:
        return {}
    return {path: made for path, made in inputs.memory.files.items() if path in inputs.published}


def _stands(path: str, key: str, standing: Mapping[str, Made]) -> bool:
    """Say whether a file stands there that shows what it should."""
    return path in standing and standing[path].key == key


def set_pages(ready: Plan, whole: Archive, due: Sequence[Page], aside: Aside) -> Pages:
    """Set pages, each looked at while its document is at hand; a template that fails is reported once, at the place."""
    scanner = check.Scanner(whole)
    files = Stack(aside)
    seen: check.Seen = {}
    faults: dict[str, Problem] = {}
    for page in due:
        try:
            content = ready.renderer.render(page)
        except Exception as fault:  # whatever else fails is ours
            place = render.place_of_fault(fault)
            if place is None:
                raise
            what = f"{type(fault).__name__}: {fault}"
            faults.setdefault(place[0], problems.report("L-066", *place, what=what, page=page.path))
        else:
            files.put(page.path, content)
            seen[page.path] = scanner.see(page.path, content)
    return Pages(files, seen, tuple(faults.values()))


def _exported(
    assembled: Archive, indexed: Indexes, inputs: Inputs, key: str
) -> tuple[tuple[Asset, ...], dict[str, str]]:
    """Write the data files, or name those that stand as they are: all of them, or none."""
    former = {
        path: made
        for path, made in inputs.memory.files.items()
        if not path.endswith(".html") and not path.startswith(("static/", ".nojekyll"))
    }
    if former and all(made.key == key and path in inputs.published for path, made in former.items()):
        return (), {path: made.sha256 for path, made in former.items()}
    if not assembled.settings.exports and assembled.settings.search == "none":
        return (), {}
    from muniment import exports  # slow to load, and not every archive asks for them

    return exports.write(assembled, indexed), {}


def _fixed(inputs: Inputs) -> Iterable[Asset]:
    """Give the files that are the same whatever the archive holds."""
    yield from (Asset(path=f"static/{path}", content=content) for path, content in inputs.static.items())
    yield Asset(path=".nojekyll", content=b"")


def _connected(
    assembled: Archive,
    inputs: Inputs,
    files: Mapping[str, bytes],
    sorts: tuple[check.Seen, Mapping[str, str]],
) -> tuple[tuple[Problem, ...], dict[str, str]]:
    """Hold what was made against what is kept, and both against the addresses of the former site."""
    seen, kept = sorts
    former = {path: made.places for path, made in inputs.memory.files.items()} if kept else {}
    base_url = assembled.settings.base_url
    return check.connect(files, seen, base_url, assembled, check.Standing(inputs.published.only(kept), former))
