"""Writes drafts and registries into `site_src/`, each through a temporary file; knows nothing of what they say."""

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

PREFIX = ".muniment-"
"""Of temporary files in `site_src/`: only files of this name are ever removed."""


def write_sources(root: Path, files: Iterable[tuple[str, str]]) -> int:
    """Write (path, text) below `root` where the bytes differ, whole or not at all; give how many were written.

    Raises OSError when a folder on the way is a link, or the disk refuses.
    """
    written = 0
    for path, text in files:
        target = root / path
        _refuse_links(root, target)
        target.parent.mkdir(parents=True, exist_ok=True)
        for litter in target.parent.glob(f"{PREFIX}*"):
            litter.unlink()
        content = text.encode("utf-8")
        if target.exists() and target.read_bytes() == content:
            continue
        _replace(target, content)
        written += 1
    return written


def _replace(target: Path, content: bytes) -> None:
    """Put a complete file in place in one step."""
    descriptor, name = tempfile.mkstemp(prefix=PREFIX, dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _refuse_links(root: Path, target: Path) -> None:
    """Refuse to write through a link."""
    for part in [target, *target.parents]:
        if part == root:
            return
        if part.is_symlink():
            raise OSError(f"{part.relative_to(root).as_posix()} is a link; nothing is written through links")
