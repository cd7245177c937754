"""Tamper with whole builds: `python -m tests.trust.killer FOLDER FIRST STEP HOW`.

FOLDER holds `before` (an archive with its published site, and changes waiting to be built), `clean` (the same, built).
HOW is `operations` (kill at Python's file operations), `renames` (the same where folders cannot be exchanged), `KILL`
or an error's name (at the system calls that change files; `ENOSPC+` from there on), or `gone:PATH` (a folder vanishes).
A line of JSON for every build: where, what stood there after it, and what a plain build made of it.
"""

import contextlib
import json
import os
import shutil
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from muniment import cli
from muniment.disk import system
from tests.trust import tracer
from tests.trust.places import Place, remember

AUDITED = ("open", "os.", "shutil.", "ctypes.", "fcntl.", "tempfile.")
SAID = "said"
"""Holds what a build told a person."""


def build(place: Place, *words: str) -> int:
    """Build in this process, silently."""
    with open(os.devnull, "w") as nothing, contextlib.redirect_stdout(nothing), contextlib.redirect_stderr(nothing):
        return cli.main(["--root", str(place.root), "-q", *words])


def told(place: Place, said: int) -> int:
    """Build in this process; whatever is said to a person goes into an open file."""
    os.dup2(said, 1)
    os.dup2(said, 2)
    return cli.main(["--root", str(place.root), "-q"])


def killed_at(place: Place, operation: int) -> tuple[int, str]:
    """Build in a child that is killed before its nth file operation; name the operation, or nothing if it lived."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        count = 0

        def hook(event: str, _: object) -> None:
            nonlocal count
            if event.startswith(AUDITED):
                count += 1
                if count == operation:
                    os.write(writing, event.encode())
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        build(place)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    os.close(writing)
    name = os.read(reading, 100).decode()
    os.close(reading)
    return os.waitstatus_to_exitcode(status), name


def traced_at(place: Place, call: int, how: str, said: Path) -> tuple[int, str]:
    """Build in a child with whose nth system call is tampered; name the call, or nothing if it came to no such call."""
    tampering = tracer.Tampering(call=call, fault=how.removesuffix("+"), is_lasting=how.endswith("+"))
    if how.startswith("gone:"):
        tampering.harm = partial(shutil.rmtree, place.root / how.removeprefix("gone:"), ignore_errors=True)
    with said.open("wb") as file:
        ended = tracer.run(partial(told, place, file.fileno()), tampering)
    return ended, tampering.seen[call - 1] if len(tampering.seen) >= call else ""


def state(place: Place, old: str, new: str) -> str:
    """Say which site stands in `dist/`."""
    if not (place.root / "dist").exists():
        return "none"
    digest = place.digest("dist")
    return "old" if digest == old else "new" if digest == new else "mixture"


def main(folder: Path, first: int, step: int, how: str) -> None:
    """Tamper at every STEPth operation or call from FIRST, until a build lives to its end."""
    remember()
    if how == "renames":
        system.exchange = lambda *_: False
    before, clean, place = (Place(root=folder / name) for name in ("before", "clean", "place"))
    old, new, sources = before.digest("dist"), clean.digest("dist"), clean.digest("site_src")
    mine = {path: content for path, content in before.held("seeds", "site_src").items() if b"by hand" in content}
    assert mine
    said = folder / SAID
    tamper: Callable[[Place, int], tuple[int, str]] = (
        killed_at if how in ("operations", "renames") else lambda *where: traced_at(*where, how, said)
    )
    number = first
    while True:
        shutil.rmtree(place.root, ignore_errors=True)
        shutil.copytree(before.root, place.root)
        said.write_bytes(b"")
        ended, name = tamper(place, number)
        if not name:
            return
        row: dict[str, Any] = {"number": number, "name": name, "ended": ended, "stood": state(place, old, new)}
        row["said"] = said.read_text("utf-8")[:2000]
        if not place.root.exists():
            shutil.copytree(before.root, place.root)  # the whole archive was taken away; nothing is left to heal
        after = place.held("seeds", "site_src")
        row["kept"] = [path for path, content in mine.items() if after.get(path) != content] == []
        row["status"] = build(place)
        row["healed"] = state(place, old, new) == "new" and place.digest("site_src") == sources
        row["litter"] = [name for name in place.names() if name not in clean.names()]
        print(json.dumps(row), flush=True)
        number += step


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
