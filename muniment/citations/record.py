"""A document and the settings of its archive → what a citation is made of; knows no style."""

from urllib.parse import quote

from muniment.frozen import dataclass
from muniment.model import Document, Settings
from muniment.pages import document_path

VERSION = 12
"""Hexadecimal digits of the edition's sha256 that name its version."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is cited; every part but the title may be missing and is then empty."""

    id: str = ""
    title: str
    kind: str = "other"
    """Id of the kind, or of the one that the archive says it is like."""
    kind_label: str = ""
    """The kind for readers: `Chair’s summary`."""
    creators: tuple[str, ...] = ()
    """Names as the catalogue has them; never taken apart into first and last names."""
    publisher: str = ""
    place: str = ""
    date: str = ""
    """EDTF; empty for an undated document."""
    language: str = ""
    """BCP 47; empty when unknown."""
    archive: str = ""
    """Title of the archive."""
    version: str = ""
    """First digits of the sha256 of the document's edition."""
    url: str = ""
    """Absolute address of the page; empty while the archive has none."""
    rights: str = ""

    @property
    def issuer(self) -> str:
        """The publisher, where it is not a creator: no style names the same body twice."""
        return "" if self.publisher in self.creators else self.publisher

    @property
    def form(self) -> str:
        """The kind and the place, as a catalogue says it: `Speech, Northport`; no style has a place for it."""
        return ", ".join(part for part in (self.kind_label, self.place) if part)

    def address(self, paragraph: str = "") -> str:
        """Give the address of the document or of one paragraph; empty while the archive has none."""
        return f"{self.url}#p{paragraph}" if self.url and paragraph else self.url


def record_of(document: Document, settings: Settings) -> Record:
    """Take from a document what a citation is made of; its version is the hash of its own edition."""
    front = document.edition.front
    labels = dict(settings.kinds)
    return Record(
        id=front.id,
        title=front.title,
        kind=dict(settings.likenesses).get(front.kind, front.kind),
        kind_label=labels.get(front.kind) or front.kind.replace("-", " ").capitalize(),
        creators=front.creators,
        publisher=front.publisher,
        place=front.place,
        date=front.date,
        language="" if front.language == "und" else front.language,
        archive=settings.title,
        version=document.edition.sha256[:VERSION],
        url=settings.base_url + quote(document_path(front.id)) if settings.base_url else "",
        rights=front.rights,
    )
