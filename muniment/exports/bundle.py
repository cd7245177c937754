"""Turns the files made of an archive into `archive.zip`: a BagIt bag (RFC 8493) of editions, seeds and data.

It refuses compression, since its bytes differ from machine to machine, and any time but the earliest a zip can hold.
"""

import hashlib
from collections.abc import Iterator, Mapping

from muniment.exports import zipped
from muniment.exports.export import Filed, Given, Single, Whole
from muniment.exports.tables import package_name
from muniment.exports.zipped import Member
from muniment.model import Asset, Settings
from muniment.pages import keeps_seed

PATH = "archive.zip"
HIDDEN = "hidden"
"""Slip of the files of a document that are gathered and not published by themselves: ((path, bytes), …)."""
_PARTS = ("data/", "documents/", "ro-crate-metadata.json")
_LISTED = "manifest-sha256.txt"


def each(single: Single) -> Given:
    """Make no file; slip: (path in the bag, path of the file with the same bytes) of a seed that is published.

    It stands there under its own name; of one that is not plain text, its transcript. The original lies beside the
    document, under a name in which nothing can run.
    """
    front, transcript = single.document.edition.front, single.document.transcript
    if front.withdrawn or keeps_seed(front.publish_seed):
        return (), None
    path = f"seeds/{transcript.name}" if transcript.is_exact else f"transcripts/{transcript.name}.txt"
    return (), (path, f"documents/{front.id}.seed.txt")


def join(whole: Whole) -> Iterator[Asset]:
    """Make the zip of everything beside the pages that people would keep; what stands in the former one is kept."""
    known = whole.hidden | whole.filed
    payload = {f"data/{path}": filed for path, filed in known.items() if path.startswith(_PARTS)}
    payload |= {f"data/{path}": known[beside] for path, beside in whole.of("bundle")}
    settings = whole.archive.settings
    tags = {
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": _described(settings, payload).encode(),
        _LISTED: _manifest({path: filed.sha256 for path, filed in payload.items()}).encode(),
    }
    hashes = {path: hashlib.sha256(content).hexdigest() for path, content in tags.items()}
    tags["tagmanifest-sha256.txt"] = _manifest(hashes).encode()
    former = _former(whole.former(PATH))
    members = {path: Member.of(content) for path, content in tags.items()}
    for path, filed in payload.items():
        members[path] = former.get((path, filed.sha256)) or Member.of(filed.content)
    folder = package_name(settings.title)
    yield Asset(path=PATH, content=zipped.written((f"{folder}/{path}", members[path]) for path in sorted(members)))


def _former(content: bytes) -> dict[tuple[str, str], Member]:
    """Give the payload of a bag by (path, sha256)."""
    members = {path.partition("/")[2]: member for path, member in zipped.members(content)}
    listed = bytes(members[_LISTED].content).decode().splitlines() if _LISTED in members else ()
    rows = (line.partition("  ") for line in listed)
    named = ((_unescaped(path), sha256) for sha256, _, path in rows)
    return {(path, sha256): members[path] for path, sha256 in named if path in members}


def _described(settings: Settings, payload: Mapping[str, Filed]) -> str:
    """Write the bag's description; a line end in a value would end it."""
    rows = (
        ("Source-Organization", settings.publisher),
        ("External-Identifier", settings.base_url),
        ("External-Description", settings.title),
        ("Payload-Oxum", f"{sum(filed.size for filed in payload.values())}.{len(payload)}"),
    )
    return "".join(f"{name}: {' '.join(value.split())}\n" for name, value in rows if value)


def _manifest(hashes: Mapping[str, str]) -> str:
    """List files with their hashes, as `sha256sum --check` reads it; percent and line ends are escaped (RFC 8493)."""
    return "".join(f"{hashes[path]}  {_escaped(path)}\n" for path in sorted(hashes))


def _escaped(path: str) -> str:
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _unescaped(path: str) -> str:
    return path.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%") if "%" in path else path
