"""Kill whole builds at their file operations: `python -m tests.trust.killer FOLDER FIRST STEP [renames]`.

FOLDER holds `before` (an archive with its published site, and changes waiting to be built), `clean` (the same, built).
A line of JSON for every kill: where, what stood there after it, and what a plain build made of it.
"""

import contextlib
import json
import os
import shutil
import signal
import sys
from pathlib import Path

from muniment import cli
from muniment.disk import system
from tests.trust.places import Place, remember

AUDITED = ("open", "os.", "shutil.", "ctypes.", "fcntl.", "tempfile.")


def _build(place: Place) -> int:
    """Build in this process, silently."""
    with open(os.devnull, "w") as nothing, contextlib.redirect_stdout(nothing), contextlib.redirect_stderr(nothing):
        return cli.main(["--root", str(place.root), "-q"])


def killed_at(place: Place, operation: int) -> str:
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
        _build(place)
        os._exit(0)
    os.waitpid(child, 0)
    os.close(writing)
    name = os.read(reading, 100).decode()
    os.close(reading)
    return name


def state(place: Place, old: str, new: str) -> str:
    """Say which site stands in `dist/`."""
    if not (place.root / "dist").exists():
        return "none"
    digest = place.digest("dist")
    return "old" if digest == old else "new" if digest == new else "mixture"


def main(folder: Path, first: int, step: int, *, by_renames: bool) -> None:
    """Kill at every STEPth operation from FIRST, until a build lives to its end."""
    remember()
    if by_renames:
        system.exchange = lambda *_: False
    before, clean, place = (Place(root=folder / name) for name in ("before", "clean", "place"))
    old, new, sources = before.digest("dist"), clean.digest("dist"), clean.digest("site_src")
    mine = {path: content for path, content in before.held("seeds", "site_src").items() if b"by hand" in content}
    assert mine
    operation = first
    while True:
        shutil.rmtree(place.root, ignore_errors=True)
        shutil.copytree(before.root, place.root)
        event = killed_at(place, operation)
        if not event:
            return
        after = place.held("seeds", "site_src")
        told = {"operation": operation, "event": event, "stood": state(place, old, new)}
        told["kept"] = all(after.get(path) == content for path, content in mine.items())
        told["status"] = _build(place)
        told["healed"] = state(place, old, new) == "new" and place.digest("site_src") == sources
        told["litter"] = [name for name in place.names() if name not in clean.names()]
        print(json.dumps(told), flush=True)
        operation += step


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), by_renames="renames" in sys.argv[4:])
