"""Writes what a build found out into the archive's memory, and gives it to the next build as far as it still holds.

It refuses to trust what it reads: a file that is not as it was written, or of another program, is as good as none.
"""

import hashlib
import marshal
import os
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from typing import Any, BinaryIO

from muniment import cache
from muniment.archive.naming import Local
from muniment.cache import FOLDER, Look, State, shipped
from muniment.cache.packing import pack, unpack
from muniment.frozen import dataclass
from muniment.hands import Filed
from muniment.line.remembered import Known, Made, Memory, Sheaf
from muniment.model import Anchored, Entry, Files, Mention, Problem

FILE = "memory"
TEMPLATES = "templates"
MENTIONS = "mentions"
"""Stretches of bytes: for each document its mentions and passages, and what it adds to the files of the whole archive.

It is appended to, and written anew when most of it is asked for no longer.
"""

Place = tuple[int, int, str]
"""(offset, length, digest) of a stretch."""
NOWHERE: Place = (0, 0, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Recollection:
    """What still holds of what was remembered."""

    memory: Memory
    unread: Mapping[str, str]
    """sha256 of files that need not be read, by path below the root."""
    published: Files
    """The files of the site that stand as the last build left them."""
    places: Mapping[str, tuple[str, Place]]
    """(key, where the stretch stands) by the edition's path, or that of a sheaf."""
    rows: Mapping[str, tuple[Any, ...]]
    """What was written of each document, by the edition's path."""
    templates: Mapping[str, bytes]
    """Those that the archive's own memory holds compiled."""


def recollect(before: Look) -> Recollection:
    """Read what the last build remembered, and hold it against what stands there now."""
    try:
        program, kept = _read(before, FILE)
        if program == before.program:
            return _recollected(before, kept)
    except (EOFError, KeyError, TypeError, ValueError):
        pass
    memory = Memory(templates=shipped.read(before))
    return Recollection(memory=memory, unread={}, published=Files({}), places={}, rows={}, templates={})


def remember(before: Look, outputs: State, memory: Memory, former: Recollection, hashes: Mapping[str, str]) -> None:
    """Write what a build found out; `hashes` are of the files that it read, by path below the root."""
    states, site = cache.shown(before.root, before.inputs), cache.shown(before.out, outputs)
    places = _stretched(before, _stretches(memory), former)
    kept = {
        "inputs": {
            path: (state, hashes[path])
            for path, state in states.items()
            if path in hashes and not cache.is_recent(before, state)
        },
        "outputs": {path: site[path] for path in memory.files if path in site},
        "documents": [_row(known, places[path], former.rows.get(path)) for path, known in memory.documents.items()],
        "seeds": {name: pack(said) for name, said in memory.seeds.items()},
        "manifest": memory.manifest,
        "sheaves": {path: (own.key, own.paths, places[path]) for path, own in memory.sheaves.items()},
        "files": {path: (*made[:4], pack(made.problems)) for path, made in memory.files.items()},
    }
    cache.write(before, FILE, marshal.dumps((before.program, kept)))
    if memory.templates != former.templates:
        cache.write(before, TEMPLATES, marshal.dumps((before.program, memory.templates)))
        shipped.write(before, memory.templates)


def _read(before: Look, name: str) -> Any:
    content = cache.read(before, name)
    return marshal.loads(content) if content else ("", {})  # noqa: S302 checked to be as it was written


def _recollected(before: Look, kept: Any) -> Recollection:
    states, site = cache.shown(before.root, before.inputs), cache.shown(before.out, before.outputs)
    unread = {path: sha256 for path, (state, sha256) in kept["inputs"].items() if states.get(path) == state}
    files = {path: _made(row) for path, row in kept["files"].items()}
    standing = {path: files[path].sha256 for path, state in kept["outputs"].items() if site.get(path) == state}
    documents, places = {}, {}
    for row in kept["documents"]:
        known, place = _unpacked(row, before)
        documents[known.filed.path] = known
        places[known.filed.path] = known.key, place
    sheaves = {}
    for path, (key, paths, place) in kept["sheaves"].items():
        sheaves[path] = Sheaf(key, paths, partial(_told_before, before, place))
        places[path] = key, place
    seeds = {name: (said[0], unpack(tuple[Problem, ...], said[1])) for name, said in kept["seeds"].items()}
    program, held = _read(before, TEMPLATES)
    templates = dict(held) if program == before.program else {}
    return Recollection(
        memory=Memory(
            documents=documents,
            seeds=seeds,
            files=files,
            manifest=kept["manifest"],
            sheaves=sheaves,
            templates=shipped.read(before) | templates,
        ),
        unread=unread,
        published=Files({}, standing, lambda path: (before.out / path).read_bytes()),
        places=places,
        rows={row[1][0]: row for row in kept["documents"]},
        templates=templates,
    )


def _made(row: tuple[Any, ...]) -> Made:
    return Made._make((*row[:4], unpack(tuple[Problem, ...], row[4]) if row[4] else ()))


def _row(known: Known, place: Place, former: tuple[Any, ...] | None) -> tuple[Any, ...]:
    """Give what is written of a document: what was written before, if it stands as it was."""
    return former if former and (former[0], former[-1]) == (known.key, place) else _packed(known, place)


def _packed(known: Known, place: Place) -> tuple[Any, ...]:
    filed = (*known.filed[:-1], pack(known.filed.problems))
    return known.key, filed, tuple(known.entry), pack(known.names()), pack(known.problems()), place


def _unpacked(row: tuple[Any, ...], before: Look) -> tuple[Known, Place]:
    key, filed, entry, names, problems, place = row
    known = Known(
        key,
        Filed._make((*filed[:-1], _problems(filed[-1]))),
        Entry._make(entry),
        partial(_local, names),
        partial(_problems, problems),
        lambda: unpack(tuple[Mention, ...], held[0]) if (held := _told_before(before, place)) else None,
        lambda: _passages(_told_before(before, place)),
    )
    return known, place


@lru_cache(64)
def _local(names: Any) -> Local:
    """Give the names that a document holds: none, of most."""
    return unpack(Local, names)  # type: ignore[no-any-return] # as it was packed


@lru_cache(64)
def _problems(told: Any) -> tuple[Problem, ...]:
    return unpack(tuple[Problem, ...], told)  # type: ignore[no-any-return] # as it was packed


def _passages(held: Any) -> tuple[Anchored, ...] | None:
    return None if held is None or held[1] is None else tuple(map(Anchored._make, held[1]))


def _told_before(before: Look, place: Place) -> Any:
    """Give what a stretch holds; nothing where it is not as it was written. No file is kept open for the next."""
    offset, length, digest = place
    try:
        descriptor = cache.opened(before.root, MENTIONS, os.O_RDONLY)
    except OSError:
        return None
    try:
        os.lseek(descriptor, offset, os.SEEK_SET)
        content = os.read(descriptor, length)
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return marshal.loads(content) if _digest(content) == digest else None  # noqa: S302 as it was written


def _stretches(memory: Memory) -> dict[str, tuple[str, Callable[[], Any]]]:
    """Give what is to be written, with its key."""
    found: dict[str, tuple[str, Callable[[], Any]]] = {
        path: (known.key, partial(_told, known)) for path, known in memory.documents.items()
    }
    return found | {path: (own.key, own.slips) for path, own in memory.sheaves.items()}


def _told(known: Known) -> tuple[Any, Any]:
    passages = known.passages()
    return pack(known.mentions() or ()), passages and tuple(map(tuple, passages))


def _stretched(
    before: Look, wanted: Mapping[str, tuple[str, Callable[[], Any]]], former: Recollection
) -> dict[str, Place]:
    """Write the stretches that do not stand in their file yet; give every one's place in it."""
    path = before.root / FOLDER / MENTIONS
    standing = {
        name: former.places[name][1]
        for name, (key, _) in wanted.items()
        if name in former.places and former.places[name][0] == key
    }
    due = {name: tell for name, (_, tell) in wanted.items() if name not in standing}
    try:
        path.parent.mkdir(exist_ok=True)
        size = path.stat().st_size if path.exists() else 0
        if size > 2 * sum(length for _, length, _ in standing.values()) + 1_000_000:
            return _anew(before, {name: tell for name, (_, tell) in wanted.items()})
        if due:
            with _written(before, MENTIONS, os.O_APPEND) as file:
                standing |= _appended(file, due)
        return standing
    except OSError:
        return dict.fromkeys(wanted, NOWHERE)


def _anew(before: Look, due: Mapping[str, Callable[[], Any]]) -> dict[str, Place]:
    new = before.root / FOLDER / f"{MENTIONS}.new"
    new.unlink(missing_ok=True)
    with _written(before, new.name, os.O_EXCL) as file:
        places = _appended(file, due)
    os.replace(new, new.with_suffix(""))
    return places


def _written(before: Look, name: str, how: int) -> BinaryIO:
    """Open a file of the memory to be written."""
    file = os.fdopen(cache.opened(before.root, name, os.O_WRONLY | os.O_CREAT | how), "wb")
    file.seek(0, os.SEEK_END)
    return file


def _appended(file: BinaryIO, due: Mapping[str, Callable[[], Any]]) -> dict[str, Place]:
    """Append stretches."""
    places = {}
    offset = file.tell()
    for name, tell in due.items():
        content = marshal.dumps(tell())
        file.write(content)
        places[name] = (offset, len(content), _digest(content))
        offset += len(content)
    return places


def _digest(content: bytes) -> str:
    return hashlib.blake2b(content, digest_size=8).hexdigest()
