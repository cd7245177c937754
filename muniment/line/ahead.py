"""One saved edition → the pages of its document, ahead of the build in which the rest of the site follows.

It refuses whatever changes more than these pages, or shows anything unusual: then nothing is given, and the build that
follows says what is the matter.
"""

from dataclasses import replace

from muniment import check, hands
from muniment.archive import naming
from muniment.line.planning import Plan
from muniment.line.texts import Pair, examine
from muniment.line.work import Shared
from muniment.model import Archive, Asset, Document, Entry, Indexes, Page
from muniment.pages import SITE

KINDS = ("document", "seed-view", "source-view")
"""Pages that show one document."""


def pages(shared: Shared, plan: Plan, path: str, content: bytes) -> tuple[Asset, ...]:
    """Make the pages of one document as an edition's path and bytes would have them, all else as it was planned."""
    former = next((each.entry for each in plan.archive.documents if each.entry.path == path), None)
    opened = hands.opened(path, content)
    if former is None or opened.filed is None:
        return ()
    texts = replace(shared.texts, sources=shared.texts.sources.replaced({path: content}))
    examined, _ = examine(Pair(filed=opened.filed, edition=opened.edition), texts, shared.frame)
    if examined is None or any(each.severity == "error" for each in (*opened.problems, *examined.described.problems)):
        return ()
    document = examined.described.document
    if _elsewhere(document.entry) != _elsewhere(former):
        return ()
    named = naming.join((examined.described.names,), shared.curated.bearers)
    alone = replace(plan.archive, documents=(document,))
    renderer = plan.renderer.ahead(document, named.namings)
    scanner = check.Scanner(alone)
    made = [Asset(path=page.path, content=renderer.render(page)) for page in _own(alone, plan.indexes)]
    return tuple(made) if all(scanner.see(each.path, each.content) for each in made) else ()


def _elsewhere(entry: Entry) -> tuple[object, ...]:
    """Give what decides where a document stands among the others."""
    return (
        entry.id,
        entry.kind,
        entry.date,
        entry.language,
        entry.event,
        entry.aliases,
        entry.translation_of,
        entry.publish_seed,
        entry.withdrawn,
    )


def _own(alone: Archive, indexes: Indexes) -> tuple[Page, ...]:
    """Plan the pages of the only document of an archive."""
    return tuple(
        Page(path=path, template=kind.template, title=title, kind=kind.name, subject=subject)
        for kind in SITE
        if kind.name in KINDS
        for path, title, subject in kind.pages(alone, indexes)
        if isinstance(subject, Document)
    )
