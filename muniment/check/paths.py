"""Turns the addresses of a finished site into problems: what some file system or server could not hold.

It refuses to know what is in the files.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from muniment import problems
from muniment.model import Problem

_PART = re.compile(r"[^<>:\"\\|?*\x00-\x1f\x7f]{1,120}")
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\..*)?", re.IGNORECASE)


def check(paths: Iterable[str]) -> Iterator[Problem]:
    """Report addresses that differ in case or composition only, and parts that cannot be a file name everywhere."""
    owners: dict[str, str] = {}
    sound: dict[str, bool] = {}
    for path in sorted(paths):
        folded = path.lower() if path.isascii() else unicodedata.normalize("NFC", path).casefold()
        other = owners.setdefault(folded, path)
        if other != path:
            yield problems.report("P-010", path, other=other)
        for part in path.split("/"):
            if part not in sound:
                sound[part] = _is_sound(part)
            if not sound[part]:
                yield problems.report("P-011", path, part=part)


def _is_sound(part: str) -> bool:
    return bool(_PART.fullmatch(part)) and not part.endswith(".") and part != ".." and not _DEVICE.fullmatch(part)
