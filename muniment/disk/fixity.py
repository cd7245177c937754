"""Turns a published site into problems: files altered, missing, added or swapped since it was published.

It knows nothing of what the files say; the manifest that every site carries is all it asks.
"""

import contextlib
import hashlib
import os
import re
import stat
from collections.abc import Mapping
from pathlib import Path

from muniment import problems
from muniment.disk import system
from muniment.disk.publish import MANIFEST, files_below
from muniment.model import Problem

_LISTED = re.compile(r"([0-9a-f]{64}) [ *](.+)")
_CHUNK = 1 << 20


def verify(out: Path, expected: bytes = b"") -> tuple[Problem, ...]:
    """Hold a site against its manifest; with the manifest of a build of now, say too whether it is of now.

    A build that runs meanwhile waits with its site, so that all files are of one.
    """
    with system.alone(out.parent) if out.parent.is_dir() else contextlib.nullcontext():
        return _verified(out, expected)


def _verified(out: Path, expected: bytes) -> tuple[Problem, ...]:
    manifest = out / MANIFEST
    if not os.path.lexists(out):
        return (problems.report("W-026", out.as_posix()),)
    try:
        if not stat.S_ISREG(os.lstat(manifest).st_mode):
            return (problems.report("W-024", manifest.as_posix(), what="the manifest is not a regular file"),)
        content = manifest.read_bytes()
    except OSError as error:
        what = f"there is no manifest here ({error.strerror})"
        return (problems.report("W-024", manifest.as_posix(), what=what),)
    listed = _listed(manifest, content)
    if isinstance(listed, Problem):
        return (listed,)
    found = {path: _sha256(out / path) for path in files_below(out) if path != MANIFEST}
    troubles = [*_against(out, listed, found)]
    if not troubles and expected and content != expected:
        troubles.append(problems.report("W-025", out.as_posix()))
    return tuple(sorted(troubles))


def _listed(manifest: Path, content: bytes) -> dict[str, str] | Problem:
    """Read a manifest strictly: path to sha256, or what is wrong with it."""
    listed: dict[str, str] = {}
    for number, line in enumerate(content.decode("utf-8", "surrogateescape").split("\n")[:-1], 1):
        match = _LISTED.fullmatch(line)
        if match is None or match[2] in listed or match[2] == MANIFEST or _leads_out(match[2]):
            what = f'the line "{line[:120]}" is not a sha256 and a path of this folder, each once'
            return problems.report("W-024", manifest.as_posix(), number, what=what)
        listed[match[2]] = match[1]
    if not listed or not content.endswith(b"\n"):
        return problems.report("W-024", manifest.as_posix(), what="the manifest is not whole")
    return listed


def _leads_out(path: str) -> bool:
    return path.startswith("/") or ".." in path.split("/")


def _against(out: Path, listed: Mapping[str, str], found: Mapping[str, str]) -> list[Problem]:
    """Name every file that is not as it is listed."""
    troubles = [problems.report("W-021", (out / path).as_posix()) for path in listed if path not in found]
    troubles += [problems.report("W-022", (out / path).as_posix()) for path in found if path not in listed]
    wrong = {path: found[path] for path in listed if path in found and found[path] != listed[path]}
    owners: dict[str, str] = {}
    for path in listed:
        if path in wrong or path not in found:
            owners.setdefault(listed[path], path)
    for path, digest in wrong.items():
        other = owners.get(digest)
        code = "W-020" if other is None else "W-023"
        troubles.append(problems.report(code, (out / path).as_posix(), other=other or ""))
    return troubles


def _sha256(path: Path) -> str:
    """Hash a regular file; anything else, or what cannot be read, has no hash."""
    try:
        if not stat.S_ISREG(os.lstat(path).st_mode):
            return ""
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
    except OSError:
        return ""
    return digest.hexdigest()
