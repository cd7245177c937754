"""The zip that a word processor's document is, held against limits before anything in it is read."""

import zipfile
from io import BytesIO

from muniment.model import Problem
from muniment.problems import report

MOST_ENTRIES = 2_000
LARGEST_UNPACKED = 80_000_000
"""Bytes of all entries together."""
LARGEST_PART = 20_000_000
"""Bytes of one part that holds markup."""
_MAIN = "word/document.xml"
_MARKUP = (".xml", ".rels")
_DECLARATIONS = tuple(
    sign.encode(encoding) for sign in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)


def refused(path: str, content: bytes) -> Problem | None:
    """Give the problem that keeps a file from being opened; none if it may be."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            what = _too_much(archive)
            if what:
                return report("S-107", path, what=what)
            what = _wrong(archive)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as fault:
        what = f"it is no package of a word processor ({fault})"
    except Exception as fault:
        what = f"its package is broken ({type(fault).__name__})"
    return report("S-106", path, suffix=".docx", what=what) if what else None


def _too_much(archive: zipfile.ZipFile) -> str:
    """Say which limit a package goes beyond; empty if none."""
    entries = archive.infolist()
    whole = sum(entry.file_size for entry in entries)
    largest = max((entry.file_size for entry in entries if entry.filename.endswith(_MARKUP)), default=0)
    if len(entries) > MOST_ENTRIES:
        return f"{len(entries)} entries; at most {MOST_ENTRIES} are read"
    if whole > LARGEST_UNPACKED:
        return f"{whole} bytes when it is unpacked; at most {LARGEST_UNPACKED} are read"
    if largest > LARGEST_PART:
        return f"{largest} bytes of markup in one part; at most {LARGEST_PART} are read"
    return ""


def _wrong(archive: zipfile.ZipFile) -> str:
    """Say why a package is no document that is read; empty if it is one."""
    names = archive.namelist()
    if len(set(names)) != len(names):
        return "two of its entries bear one name"
    if any(entry.flag_bits & 1 for entry in archive.infolist()):
        return "it is encrypted"
    if _MAIN not in names:
        return "it holds no text document; another program's files may bear this name"
    for name in names:
        if name.endswith(_MARKUP):
            markup = archive.read(name)
            if any(sign in markup for sign in _DECLARATIONS):
                return f"its part {name} declares entities, as no word processor does"
    return ""
