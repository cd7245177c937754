"""Tamper with builds of an archive that a person has edited: `python -m tests.trust.doomed FOLDER LAST HOW`.

FOLDER holds `before`, the archive. Each of the first LAST system calls that change files is killed or made to fail, as
HOW says (see killer.py), and two plain builds follow. A line of JSON for every call: which files of the person are not
as they were, after the fault and after the builds.
"""

import json
import shutil
import sys
from pathlib import Path

from tests.trust import killer
from tests.trust.places import Place, lost, remember


def main(folder: Path, last: int, how: str) -> None:
    """Tamper with one call after another, until a build comes to no such call."""
    remember()
    before, place = Place(root=folder / "before"), Place(root=folder / "place")
    held = before.held("site_src", "seeds", "elsewhere.md")
    for call in range(1, last + 1):
        shutil.rmtree(place.root, ignore_errors=True)
        shutil.copytree(before.root, place.root, symlinks=True)
        ended, name = killer.traced_at(place, call, how, folder / killer.SAID)
        if not name:
            return
        row = {"call": call, "name": name, "ended": ended, "lost": lost(held, place)}
        row["statuses"] = [killer.build(place) for _ in range(2)]
        row["lost later"] = lost(held, place)
        print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
