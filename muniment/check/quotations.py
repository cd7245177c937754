"""Turns the quotations printed on pages into problems: those whose words do not stand where the page says.

It refuses to accept nearly the same words: only white space may differ.
"""

from html import unescape

from muniment.archive.stretches import find
from muniment.check.sheet import Sheet
from muniment.model import Archive, Document

_SHOWN = 160
_REMEMBERED = 500


class Quotable:
    """The words of an archive's documents by anchor; reads a document when it is quoted."""

    def __init__(self, archive: Archive) -> None:
        self._documents = {document.id: document for document in archive.documents}
        self._words: dict[str, dict[str, str]] = {}

    def check(self, sheet: Sheet) -> None:
        """Report every quotation of a page that its document does not hold."""
        for quote in sheet.quotes:
            printed = "".join(quote.words)
            if not self.holds(quote.document, quote.anchor, printed):
                words = unescape(printed).strip()
                shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
                sheet.report("L-012", quote.offset, document=quote.document, anchor=quote.anchor, quote=shown)

    def holds(self, document: str, anchor: str, words: str) -> bool:
        """Say whether words, character references and all, stand in a document at an anchor."""
        words = (unescape(words) if "&" in words else words).strip()
        quoted = self._documents.get(document)
        if quoted is None or not words:
            return False
        if _is_in_entry(words, anchor, quoted):
            return True
        printed = self._read(quoted).get(anchor)
        return printed is not None and find(printed, words) is not None

    def _read(self, document: Document) -> dict[str, str]:
        """Give the words under each anchor and alias of a document."""
        found = self._words.get(document.id)
        if found is None:
            if len(self._words) > _REMEMBERED:
                self._words.clear()
            collation = document.collation
            found = self._words[document.id] = {line.anchor: line.text for line in collation.meta_lines}
            for block in collation.text.blocks:
                for anchor in (block.anchor, *block.aliases) if block.anchor else ():
                    found[anchor] = block.words
        return found


def _is_in_entry(words: str, anchor: str, document: Document) -> bool:
    """Say whether words stand in those that were taken from the document's passage when it was described."""
    opening = document.entry.opening
    if opening is not None and opening[0] == anchor and words in opening[1]:
        return True
    return any(each.anchor == anchor and words in each.quote for each in document.mentions)
