"""What the shipped templates became, kept where Python keeps the program's own modules compiled; read by every archive.

It refuses an archive's own templates and words: what one archive says is never part of another's pages. It heeds what
Python is told of its compiled modules (`PYTHONDONTWRITEBYTECODE`, `PYTHONPYCACHEPREFIX`), and may be deleted likewise.
"""

import contextlib
import hashlib
import marshal
import os
import sys
from collections.abc import Mapping
from importlib.util import cache_from_source
from pathlib import Path

from muniment.cache import Look

OWN = ("templates", "site_src/words")
"""Where an archive has templates and words of its own."""
MOST = 400
"""Templates: those of all shipped languages."""
_SHIPPED = Path(__file__).resolve().parents[2] / "templates"
"""In a checkout."""


def read(before: Look) -> dict[str, bytes]:
    """Give the templates as this very program compiled them."""
    try:
        digest, _, content = _place().read_bytes().partition(b"\n")
    except OSError:
        return {}
    return dict(marshal.loads(content)) if digest == _digest(before, content) else {}  # noqa: S302 as it was written


def write(before: Look, compiled: Mapping[str, bytes]) -> None:
    """Keep the templates for every archive, if they are the shipped ones; where nothing may be written, nothing is."""
    if sys.dont_write_bytecode or _has_own(before):
        return
    known = read(before)
    held = known | {key: code for key, code in compiled.items() if key not in known}
    if len(held) == len(known) or len(held) > MOST:
        return
    place, content = _place(), marshal.dumps(held)
    new = place.with_name(f"{place.name}.{os.getpid()}")
    with contextlib.suppress(OSError):
        place.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(_digest(before, content) + b"\n" + content)
        os.replace(new, place)
    with contextlib.suppress(OSError):
        new.unlink(missing_ok=True)


def _has_own(before: Look) -> bool:
    """Say whether an archive has templates or words of its own."""
    own = [os.path.join(before.root, *folder.split("/")) + os.sep for folder in OWN]
    if os.path.realpath(own[0]) == str(_SHIPPED):
        own = own[1:]
    return any(path.startswith(tuple(own)) for path in before.inputs)


def _place() -> Path:
    """Give the file; its name tells the version of Python, as those of compiled modules do."""
    return Path(cache_from_source(__file__)).with_suffix(".templates")


def _digest(before: Look, content: bytes) -> bytes:
    """Digest what is kept, with what only this program knows."""
    return hashlib.blake2b(content, digest_size=32, key=before.program.encode()[:64]).hexdigest().encode()
