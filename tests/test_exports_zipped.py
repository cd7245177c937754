"""The zip of the archive is what the standard library would write, and gives back what it holds."""

import io
import zipfile

import pytest

from muniment.exports import zipped
from muniment.exports.zipped import Member


def _by_the_library(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as written:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            written.writestr(entry, content)
    return buffer.getvalue()


def _written(files: dict[str, bytes]) -> bytes:
    return zipped.written((path, Member.of(content)) for path, content in files.items())


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"a/empty": b""},
        {"a/b.txt": b"words", "a/Blåbær – 港.txt": b"PK\3\4", "a/c": bytes(range(256)) * 40},
        {f"a/{number}": b"" for number in range(65_535)},
        {f"a/{number}": b"x" for number in range(65_536)},
    ],
    ids=["nothing", "an empty file", "names and bytes of any kind", "as many as may be", "one more"],
)
def test_it_is_written_as_the_library_does(files: dict[str, bytes]) -> None:
    """Byte for byte, and read back whole."""
    content = _written(files)

    assert content == _by_the_library(files)
    assert {path: bytes(member.content) for path, member in zipped.members(content)} == files


def test_what_begins_late_is_written_as_the_library_does(monkeypatch: pytest.MonkeyPatch) -> None:
    """Above two gigabytes a file's place is written in another way; the limit is lowered here."""
    files = {f"a/{number}": b"words " * 10 for number in range(9)}
    monkeypatch.setattr(zipped, "_FURTHEST", 200)
    monkeypatch.setattr(zipfile, "ZIP64_LIMIT", 200)

    assert _written(files) == _by_the_library(files)


def test_a_member_is_stored_again_as_it_stands() -> None:
    """Taken out of one zip and put into another it is as if it had been stored for the first time."""
    files = {"a/b.txt": b"words", "a/c": b"more words"}

    assert zipped.written(zipped.members(_written(files))) == _written(files)


@pytest.mark.parametrize("content", [b"", b"no zip", b"PK\5\6" + bytes(18)])
def test_what_was_not_written_here_gives_nothing(content: bytes) -> None:
    """Nothing that stands is no zip of members."""
    assert list(zipped.members(content)) == []
