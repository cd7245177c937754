"""Turns the quotations printed on pages into problems: those whose words do not stand where the page says.

It refuses to accept nearly the same words: only white space may differ.
"""

from html import unescape

from muniment.archive.stretches import find, stretches
from muniment.check.sheet import Quote, Sheet
from muniment.model import Archive, Document

_SHOWN = 160


class Quotable:
    """The words of an archive's documents by anchor; reads a document when it is first quoted."""

    def __init__(self, archive: Archive) -> None:
        self._documents = {document.id: document for document in archive.documents}
        self._words: dict[str, dict[str, str]] = {}

    def check(self, sheet: Sheet) -> None:
        """Report every quotation of a page that its document does not hold, then forget them all to save memory."""
        for quote in sheet.quotes:
            if not self._is_exact(quote):
                words = _words(quote)
                shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
                sheet.report("L-012", quote.offset, document=quote.document, anchor=quote.anchor, quote=shown)
        sheet.quotes.clear()

    def _is_exact(self, quote: Quote) -> bool:
        document = self._documents.get(quote.document)
        if document is None:
            return False
        words = _words(quote)
        if words and _is_in_entry(words, quote.anchor, document):
            return True
        if quote.document not in self._words:
            self._words[quote.document] = {
                name: stretch.words
                for stretch in stretches(document.collation)
                for name in (stretch.anchor, *stretch.aliases)
            }
        printed = self._words[quote.document].get(quote.anchor)
        return bool(words) and printed is not None and find(printed, words) is not None


def _is_in_entry(words: str, anchor: str, document: Document) -> bool:
    """Say whether words stand in those that were taken from the document's passage when it was described."""
    opening = document.entry.opening
    if opening is not None and opening[0] == anchor and words in opening[1]:
        return True
    return any(each.anchor == anchor and words in each.quote for each in document.mentions)


def _words(quote: Quote) -> str:
    return unescape("".join(quote.words)).strip()
