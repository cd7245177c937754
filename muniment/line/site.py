"""An archive into the files of its site; a file that would show what it showed before stands as it is.

It refuses to touch the disk: what is kept is named with its hash, what is made is given as bytes.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import field
from itertools import chain
from typing import NamedTuple

from muniment import check, problems, render
from muniment.frozen import dataclass
from muniment.line import beside, dependencies
from muniment.line.aside import Aside, Stack
from muniment.line.planning import Plan, plan
from muniment.line.remembered import Made, Sheaf
from muniment.line.shown import SHEAF, Shown, digest, shown
from muniment.line.values import Inputs
from muniment.model import Archive, Asset, Document, Page, Problem

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
    sheaves: Mapping[str, Sheaf] = field(default_factory=dict)
    """What exports made of each document and of the whole, by path."""
    plan: Plan | None = None
    """What it was made by."""


class Pages(NamedTuple):
    """Pages that were set."""

    files: Stack
    """By path."""
    seen: check.Seen
    """The same as they read, by path."""
    faults: tuple[Problem, ...]
    """Templates that fail."""
    sheaves: dict[str, Sheaf]
    """What was made beside pages, by path."""


Setting = Callable[[Sequence[Page], Plan], Pages]
"""Sets pages and scans them."""


def make(assembled: Archive, inputs: Inputs, texts: Mapping[str, str], setting: Setting) -> Finished:
    """Make every file of the site that is not there yet as it should be, and hold the site against the rules.

    `texts` holds by id the digest of what each document was made from.
    """
    ready = plan(assembled, inputs)
    every = (*ready.pages, *ready.sheaves)
    known = _known(ready, inputs, texts)
    keys = {page.path: dependencies.of(page, known) for page in every} | {beside.WHOLE: known.everything}
    stand = beside.standing(keys, inputs.memory, _standing(inputs), inputs.published)
    due = tuple(page for page in every if not _stands(page.path, keys[page.path], stand))
    files, seen, faults, sheaves = setting(due, ready)
    if faults:
        return Finished(problems=faults, remembered={})
    kept = {page.path: stand.files[page.path].sha256 for page in ready.pages if page.path not in files}
    bound = beside.bind(ready, keys, sheaves, files, stand)
    kept |= bound.kept
    fixed = tuple(_fixed(inputs))
    for asset in fixed:
        files.put(asset.path, asset.content)
    kept |= files.leave({path: stand.files[path].sha256 for path in files if path not in keys and path in stand.files})
    hashes = kept | {path: files.sha256(path) for path in files}
    files.put(MANIFEST, manifest(hashes))
    troubles, places = _connected(assembled, inputs, files, (seen, kept))
    clashes = _clashes([page.path for page in ready.pages], bound, [asset.path for asset in fixed])
    said: dict[str, list[Problem]] = {path: list(stand.files[path].problems) for path in kept}
    for each in troubles:
        said.setdefault(each.path, []).append(each)
    return Finished(
        files=files.assets(),
        kept=tuple((path, kept[path]) for path in sorted(kept)),
        problems=(*clashes, *(problem for path in kept for problem in stand.files[path].problems), *troubles),
        plan=ready,
        templates=ready.compiled,
        manifest=files.sha256(MANIFEST),
        sheaves=bound.sheaves,
        remembered={
            path: stand.files[path]._replace(problems=tuple(said[path]))
            if path in kept
            else Made(
                key=keys.get(path) or bound.keys.get(path, ""),
                sha256=hashes[path],
                size=files.size(path),
                places=places.get(path, ""),
                problems=tuple(said.get(path, ())),
            )
            for path in hashes
        },
    )


def _known(ready: Plan, inputs: Inputs, texts: Mapping[str, str]) -> Shown:
    """Digest what the pages and files of a site show."""
    shipped = [hashlib.sha256(each).hexdigest() for each in (inputs.map, inputs.states)]
    frame = digest(inputs.program, inputs.templates, shipped)
    return shown(ready.archive, ready.indexes, ready.pages, frame, texts)


def _clashes(pages: Iterable[str], bound: beside.Bound, fixed: Iterable[str]) -> Iterable[Problem]:
    """Report the paths that two files of a site would have."""
    taken: set[str] = set()
    for path in (*pages, *(path for each in bound.sheaves.values() for path in each.paths), *fixed):
        if path in taken:
            yield problems.report("P-070", path)
        taken.add(path)


def manifest(hashes: Mapping[str, str]) -> bytes:
    """List every file with its sha256, by path."""
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes)).encode()


def _standing(inputs: Inputs) -> dict[str, Made]:
    """Give the remembered files that stand in the published site as they were made."""
    if not inputs.program:
        return {}
    return inputs.published.standing(inputs.memory.files)


def _stands(path: str, key: str, stand: beside.Standing) -> bool:
    """Say whether a file stands there that shows what it should, or all of a sheaf."""
    return path in stand.sheaves or (path in stand.files and stand.files[path].key == key)


def set_pages(ready: Plan, due: Sequence[Page], aside: Aside) -> Pages:
    """Set pages and make what lies beside them, each looked at while its document is at hand.

    A template that fails is reported once, at the place.
    """
    scanner, single = check.Scanner(ready.archive), beside.singles(ready)
    files = Stack(aside)
    seen: check.Seen = {}
    faults: dict[str, Problem] = {}
    sheaves: dict[str, Sheaf] = {}
    for page in _in_turn(due):
        if page.kind == SHEAF and isinstance(page.subject, Document):
            sheaves[page.path] = beside.sheaf(single(page.subject), files)
            continue
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
    return Pages(files, seen, tuple(faults.values()), sheaves)


def _in_turn(due: Iterable[Page]) -> Iterable[Page]:
    """Put everything that is made of one document together, so that it is opened once."""
    grouped: dict[str, list[Page]] = {}
    for page in due:
        grouped.setdefault(page.subject.id if isinstance(page.subject, Document) else "", []).append(page)
    return chain.from_iterable(grouped.values())


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
