"""Takes a file into `seeds/`, byte for byte; writes over nothing, and knows nothing of what the file says."""

import errno
import os
from pathlib import Path

from muniment.disk import system
from muniment.disk.write import PREFIX


def take_in(root: Path, name: str, content: bytes) -> bool:
    """Write a new seed in one step; false if there is something of that name, which is left as it is."""
    folder = root / "seeds"
    if folder.is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, "it is a link, and nothing is written through links", str(folder))
    folder.mkdir(exist_ok=True)
    descriptor, temporary = system.begun(folder, PREFIX)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        os.chmod(temporary, 0o644)
        system.sync(folder)
        return system.link_new(Path(temporary), folder / name)
    finally:
        Path(temporary).unlink(missing_ok=True)
