"""The fresh draft that waits beside an edition is taken away once the conflict is settled; a person's file never is."""

import contextlib
import os
from pathlib import Path

from muniment import edition
from muniment.disk import system
from muniment.disk.write import PREFIX


def drop_draft(root: Path, path: str) -> bool:
    """Remove the draft that waits beside an edition, if the program wrote every byte of it; say whether none is left.

    It is moved aside before it is read, so that what is removed is what was looked at.
    """
    waiting = root / f"{path}{edition.WAITING}"
    with system.alone(root):
        if not os.path.lexists(waiting):
            return True
        if waiting.is_symlink() or not waiting.is_file():
            return False
        descriptor, name = system.begun(waiting.parent, PREFIX)
        os.close(descriptor)
        aside = Path(name)
        os.replace(waiting, aside)
        read, _ = edition.read(path, aside.read_bytes())
        if read is not None and edition.is_untouched(read):
            aside.unlink()
            return True
        with contextlib.suppress(OSError):
            if system.link_new(aside, waiting):
                aside.unlink(missing_ok=True)
        return False


def free_name(root: Path, path: str) -> str:
    """Give a name beside a file under which it can be kept, and which nothing has yet."""
    number = 1
    name = f"{path}.bak"
    while os.path.lexists(root / name):
        number += 1
        name = f"{path}.{number}.bak"
    return name
