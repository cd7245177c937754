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
from muniment.model import Asset, Entry
from muniment.pages import plan as planned

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
    own = (page for page in planned(alone, plan.indexes) if page.kind in KINDS)
    made = [Asset(path=page.path, content=renderer.render(page)) for page in own]
    return tuple(made) if all(scanner.see(each.path, each.content) for each in made) else ()


def _elsewhere(entry: Entry) -> Entry:
    """Leave out of an entry what may change without moving the document among the others."""
    return entry._replace(
        title="",
        passages=(),
        place="",
        creators=(),
        revised="",
        paragraphs=0,
        weight=0,
        differences=0,
        opening=None,
        named=(),
        lists=(),
        lines=(),
    )
