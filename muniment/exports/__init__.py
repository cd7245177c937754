"""Turns an archive into the files beside its pages that other programs and people read, one room for each kind.

It refuses to know what a page looks like; `ALL` is the order and the list of what there is.
"""

from collections.abc import Callable, Iterator

from muniment import pages
from muniment.exports import (
    bundle,
    card,
    crate,
    data_files,
    feed,
    open_search,
    references,
    search_text,
    sitemap,
    tables,
    tei,
    texts,
)
from muniment.exports.export import Export, Filed, Joined, Sheaf, Single, Whole
from muniment.model import Archive, Asset, Document, Indexes, Settings, StageDate

ALL: tuple[Export, ...] = (
    Export(name="data", each=data_files.each, join=data_files.join),
    Export(name="texts", each=texts.each),
    Export(name="citations", each=references.each, join=references.join),
    Export(name="tei", each=tei.each),
    Export(name="tables", each=tables.each, join=tables.join),
    Export(name="feed", each=feed.each, join=feed.join),
    Export(name="sitemap", join=sitemap.join),
    Export(name="metadata", each=crate.each, join=crate.join),
    Export(name="bundle", each=bundle.each, join=bundle.join, needs=("data", "texts")),
    Export(name="card", join=card.join, key=card.key),
)
"""Everything an archive can ask for with `exports = […]`, in the order it is made."""

__all__ = ["ALL", "Export", "Filed", "Sheaf", "Single", "Whole", "join", "sheaf", "singles", "write"]


def singles(archive: Archive, indexes: Indexes) -> Callable[[Document], Single]:
    """Give what puts beside a document what the rest of the archive knows of it."""
    stages = {name: stage.id for stage in indexes.timeline.stages for name in stage.documents}
    dates: dict[str, list[StageDate]] = {}
    for event in archive.events:
        for date in event.dates:
            dates.setdefault(date.passage.document, []).append(date)
    carries = search_text.carries(archive)
    return lambda document: Single(
        document=document,
        settings=archive.settings,
        stage=stages.get(document.id, ""),
        dates=tuple(dates.get(document.id, ())),
        is_carried=carries,
    )


def sheaf(single: Single) -> Sheaf:
    """Make what one document gives: its files, and slips for the files of the whole archive."""
    wanted, asked = single.settings.exports, _asked(single.settings)
    given = {export.name: export.each(single) for export in ALL if export.each and export.name in asked}
    given[search_text.NAME] = search_text.each(single)
    files = {name: tuple(assets) for name, (assets, _) in given.items()}
    slips = {name: slip for name, (_, slip) in given.items() if slip is not None}
    hidden = tuple((each.path, each.content) for name in files if name not in wanted for each in files[name])
    if hidden:
        slips[bundle.HIDDEN] = hidden
    return Sheaf(tuple(each for name in files if name in wanted for each in files[name]), slips)


def join(whole: Whole) -> Iterator[Joined]:
    """Make the files of the whole archive, each filed as it is made, and tell which stand as they are."""
    wanted, asked = whole.archive.settings.exports, _asked(whole.archive.settings)
    for path, content in (row for own in whole.of(bundle.HIDDEN) for row in own):
        whole.hidden[path] = Filed.of(content)
    for export in ALL:
        if export.join and export.name in asked:
            filed = whole.filed if export.name in wanted else whole.hidden
            key = export.key(whole) if export.key else ""
            stand = [path for path, own in whole.keys.items() if own == key] if key else []
            yield from (Joined(path, None, key) for path in stand)
            for asset in () if stand else export.join(whole):
                filed[asset.path] = Filed.of(asset.content)
                if export.name in wanted:
                    yield Joined(asset.path, asset.content, key)
    for asset in (*search_text.join(whole), *open_search.join(whole)):
        whole.filed[asset.path] = Filed.of(asset.content)
        yield Joined(asset.path, asset.content, "")


def write(archive: Archive, indexes: Indexes) -> tuple[Asset, ...]:
    """Make the files of every export that the archive's settings name, sorted by path."""
    single = singles(archive, indexes)
    sheaves = [sheaf(single(document)) for document in archive.documents]
    files = {asset.path: asset for each in sheaves for asset in each.files}
    whole = Whole(
        archive=archive,
        indexes=indexes,
        pages=pages.plan(archive, indexes),
        slips=tuple(each.slips for each in sheaves),
        filed={path: Filed.of(asset.content) for path, asset in files.items()},
    )
    joined = [Asset(path=path, content=content or b"") for path, content, _ in join(whole)]
    return tuple(sorted((*files.values(), *joined), key=lambda asset: asset.path))


def _asked(settings: Settings) -> frozenset[str]:
    """Name the exports that are published, and those that one of them gathers."""
    named = frozenset(settings.exports)
    return named.union(*(export.needs for export in ALL if export.name in named))
