"""Kinds of documents → what the formats of reference managers and of linked data call them; one row a kind.

Knows the kinds that every archive has and the treaty-like ones archives add; any other kind is a document.
"""

from muniment.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Sort:
    """How one kind of document is called in each format."""

    csl: str = "document"
    """CSL type, for CSL-JSON."""
    bibtex: str = "misc"
    """Entry type of BibTeX."""
    ris: str = "GEN"
    """TY of RIS."""
    zotero: str = "document"
    """Item type of Zotero, for `DC.type`."""
    schema: str = "DigitalDocument"
    """Type of schema.org, beside `ArchiveComponent`."""


_DOCUMENT = Sort()
_REPORT = Sort(csl="report", bibtex="techreport", ris="RPRT", zotero="report", schema="Report")
_SPEECH = Sort(csl="speech", ris="SLIDE", zotero="presentation")
_TREATY = Sort(csl="treaty", ris="STAT", zotero="statute", schema="Legislation")

SORTS: dict[str, Sort] = {
    "declaration": Sort(schema="Legislation"),
    "news-story": Sort(csl="article-newspaper", ris="NEWS", zotero="newspaperArticle", schema="NewsArticle"),
    "press-release": Sort(schema="Article"),
    "speech": _SPEECH,
    "report": _REPORT,
    "letter": Sort(csl="personal_communication", ris="PCOMM", zotero="letter"),
    "treaty": _TREATY,
    "convention": _TREATY,
    "protocol": _TREATY,
    "agreement": _TREATY,
}
"""A declaration is no statute to a reference manager, but a legal text (enforceable or not) to schema.org."""


def sort_of(kind: str) -> Sort:
    """Give the row of a kind; a kind without a row is a document."""
    return SORTS.get(kind, _DOCUMENT)
