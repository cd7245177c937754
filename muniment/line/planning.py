"""An assembled archive → its site before anything is made: which pages and files are to be, and what sets them."""

from muniment import indexes, pages, render
from muniment.frozen import dataclass
from muniment.line.shown import SHEAF
from muniment.line.values import Inputs
from muniment.model import Archive, Document, Indexes, Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A site before its pages are set."""

    archive: Archive
    indexes: Indexes
    pages: tuple[Page, ...]
    sheaves: tuple[Page, ...]
    """What stands for the files beside the pages of each document; none where there are no such files."""
    renderer: render.Renderer
    compiled: dict[str, bytes]
    """What templates were compiled to; grows while pages are set."""


def plan(assembled: Archive, inputs: Inputs) -> Plan:
    """Plan the pages and files of an archive."""
    indexed = indexes.build(assembled)
    compiled = dict(inputs.memory.templates)
    return Plan(
        archive=assembled,
        indexes=indexed,
        pages=pages.plan(assembled, indexed),
        sheaves=tuple(map(_sheaf, assembled.documents)) if _has_sheaves(assembled) else (),
        renderer=render.Renderer(inputs.templates, assembled, indexed, inputs.map, compiled),
        compiled=compiled,
    )


def _has_sheaves(assembled: Archive) -> bool:
    """Say whether an archive has files beside its pages that are made of one document after the other."""
    return pages.has_files(assembled) or assembled.settings.search == "text"


def _sheaf(document: Document) -> Page:
    return Page(path=f"documents/{document.id}.*", template="", title="", kind=SHEAF, subject=document)
