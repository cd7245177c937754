"""Turns the files made of an archive into `archive.zip`: a BagIt bag (RFC 8493) of editions, seeds and data.

It refuses compression, since its bytes differ from machine to machine, and any time but the earliest a zip can hold.
"""

import hashlib
import zipfile
from collections.abc import Iterator, Mapping

from muniment.exports.tables import package_name
from muniment.exports.texts import seed_bytes
from muniment.model import Archive, Asset, Indexes, Settings
from muniment.pages import keeps_seed

_EARLIEST = (1980, 1, 1, 0, 0, 0)
_FILE = 0o100644 << 16
_PARTS = ("data/", "documents/", "ro-crate-metadata.json")


class _Buffer:
    """The few things a zip file asks of what it is written to."""

    def __init__(self) -> None:
        self.content = bytearray()
        self._at = 0

    def write(self, piece: bytes) -> int:
        """Put bytes where the buffer stands."""
        self.content[self._at : self._at + len(piece)] = piece
        self._at += len(piece)
        return len(piece)

    def tell(self) -> int:
        """Say where the buffer stands."""
        return self._at

    def seek(self, offset: int, whence: int = 0) -> int:
        """Go to an offset from the beginning, from here or from the end."""
        self._at = offset + (0, self._at, len(self.content))[whence]
        return self._at

    def flush(self) -> None:
        """Do nothing: everything is where it was put."""


def write(archive: Archive, _: Indexes, made: tuple[Asset, ...]) -> tuple[Asset, ...]:
    """Make the zip of everything beside the pages that people would keep."""
    payload = {f"data/{asset.path}": asset.content for asset in made if asset.path.startswith(_PARTS)}
    payload |= {f"data/{path}": content for path, content in _seeds(archive)}
    tags = {
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": _described(archive.settings, payload).encode(),
        "manifest-sha256.txt": _manifest(payload).encode(),
    }
    tags["tagmanifest-sha256.txt"] = _manifest(tags).encode()
    return (Asset(path="archive.zip", content=_zipped(package_name(archive.settings.title), {**tags, **payload})),)


def _seeds(archive: Archive) -> Iterator[tuple[str, bytes]]:
    """Give the published seeds under their own names; of one that is not plain text, its transcript.

    Its original lies beside the document, under a name in which nothing can run.
    """
    for document in archive.documents:
        front = document.edition.front
        if not front.withdrawn and not keeps_seed(front.publish_seed):
            name = document.transcript.name
            path = f"seeds/{name}" if document.transcript.is_exact else f"transcripts/{name}.txt"
            yield path, seed_bytes(document.transcript)


def _described(settings: Settings, payload: Mapping[str, bytes]) -> str:
    """Write the bag's description; a line end in a value would end it."""
    rows = (
        ("Source-Organization", settings.publisher),
        ("External-Identifier", settings.base_url),
        ("External-Description", settings.title),
        ("Payload-Oxum", f"{sum(map(len, payload.values()))}.{len(payload)}"),
    )
    return "".join(f"{name}: {' '.join(value.split())}\n" for name, value in rows if value)


def _manifest(files: Mapping[str, bytes]) -> str:
    """List files with their hashes, as `sha256sum --check` reads it; percent and line ends are escaped (RFC 8493)."""
    return "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {_escaped(path)}\n" for path in sorted(files))


def _escaped(path: str) -> str:
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _zipped(folder: str, files: Mapping[str, bytes]) -> bytes:
    """Store files in a zip: by path, with one time and one mode."""
    buffer = _Buffer()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as zipped:  # type: ignore[call-overload] # a buffer will do
        for path in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{path}", _EARLIEST)
            entry.create_system = 3  # Unix, on every system
            entry.external_attr = _FILE
            zipped.writestr(entry, files[path])
    return bytes(buffer.content)
