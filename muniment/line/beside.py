"""The files beside the pages: what exports make of each document is remembered by what it was made from, as pages are.

The files of the whole archive are joined of slips whenever anything changed, and no document is opened for them. It
refuses to know what any of these files is.
"""

from collections.abc import Callable, Mapping
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from muniment.line.aside import Stack
from muniment.line.planning import Plan
from muniment.line.remembered import Made, Memory, Sheaf
from muniment.model import Document, Files, Settings

if TYPE_CHECKING:
    from muniment.exports import Filed, Single, Whole

WHOLE = "*"
"""What stands among sheaves for the files of the whole archive."""


class Standing(NamedTuple):
    """What stands of a site since the last build."""

    files: Mapping[str, Made]
    """By path."""
    published: Files
    """Their bytes."""
    sheaves: Mapping[str, Sheaf]
    """Those that would be made as they were, and whose files stand, by path."""


class Bound(NamedTuple):
    """The files beside the pages."""

    sheaves: dict[str, Sheaf]
    """By path."""
    kept: dict[str, str]
    """sha256 of the files that stand as they are, by path; all others were put to the files that were made."""
    keys: dict[str, str]
    """What a file was made from, by path, where its export tells it."""


def standing(keys: Mapping[str, str], memory: Memory, files: Mapping[str, Made], published: Files) -> Standing:
    """Find what stands; `keys` are the digests of what everything is to be made from, by path."""
    held = {
        path: own
        for path, own in memory.sheaves.items()
        if keys.get(path) == own.key and all(each in files for each in own.paths)
    }
    return Standing(files, published, held)


def singles(ready: Plan) -> "Callable[[Document], Single]":
    """Give what puts beside a document what the rest of the archive knows of it."""

    @cache
    def single() -> "Callable[[Document], Single]":
        from muniment import exports  # slow to load, and not every archive asks for them

        return exports.singles(ready.archive, ready.indexes)

    return lambda document: single()(document)


def sheaf(single: "Single", files: Stack) -> Sheaf:
    """Make what one document gives, but for its key; its files are put to the others."""
    from muniment import exports

    made = exports.sheaf(single)
    for asset in made.files:
        files.put(asset.path, asset.content)
    return Sheaf("", tuple(asset.path for asset in made.files), files.note(made.slips).read)


def bind(ready: Plan, keys: Mapping[str, str], made: Mapping[str, Sheaf], files: Stack, stand: Standing) -> Bound:
    """Put sheaves that stand to those that were made, and make the files of the whole archive of them."""
    sheaves = {
        page.path: stand.sheaves.get(page.path) or made[page.path]._replace(key=keys[page.path])
        for page in ready.sheaves
    }
    kept = {path: stand.files[path].sha256 for each in sheaves.values() for path in each.paths if path not in files}
    own: dict[str, str] = {}
    if WHOLE in stand.sheaves:
        whole = stand.sheaves[WHOLE]
        kept |= {path: stand.files[path].sha256 for path in whole.paths}
    elif is_asked(ready.archive.settings):
        own = _joined(_whole(ready, sheaves, files, stand), files, stand, kept)
        whole = Sheaf(keys[WHOLE], tuple(own), lambda: None)
    else:
        return Bound(sheaves, kept, own)
    return Bound(sheaves | {WHOLE: whole}, kept, own)


def is_asked(settings: Settings) -> bool:
    """Say whether an archive has files of the whole."""
    return bool(settings.exports) or settings.search != "none"


def _whole(ready: Plan, sheaves: Mapping[str, Sheaf], files: Stack, stand: Standing) -> "Whole":
    """Gather what the files of the whole archive are made of."""
    from muniment import exports

    read, made = stand.published.__getitem__, files.__getitem__

    def filed(path: str) -> "Filed":
        if path in files:
            return exports.Filed(files.sha256(path), files.size(path), path, made)
        row = stand.files[path]
        return exports.Filed(row.sha256, row.size, path, read)

    single = singles(ready)
    documents = dict(zip(sheaves, ready.archive.documents, strict=False))
    return exports.Whole(
        archive=ready.archive,
        indexes=ready.indexes,
        pages=ready.pages,
        slips=tuple(own.slips() or exports.sheaf(single(documents[path])).slips for path, own in sheaves.items()),
        filed={path: filed(path) for each in sheaves.values() for path in each.paths},
        former=lambda path: stand.published[path] if path in stand.files else b"",
        keys={path: row.key for path, row in stand.files.items()},
    )


def _joined(whole: "Whole", files: Stack, stand: Standing, kept: dict[str, str]) -> dict[str, str]:
    """Make the files of the whole archive; give what each was made from, by path, where its export tells it."""
    from muniment import exports

    keys = {}
    for path, content, key in exports.join(whole):
        keys[path] = key
        if content is None:
            kept[path] = stand.files[path].sha256
        else:
            files.hold(path, content, whole.filed[path].sha256)
    return keys
