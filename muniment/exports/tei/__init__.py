"""Turns each document into TEI P5 (`documents/<id>.xml`): header, lines set apart, and the text with its notes.

It refuses to say in the text what only the header can prove, and to leave out or add a word of the edition.
"""

from muniment.exports.export import Given, Single
from muniment.exports.tei.body import Writer
from muniment.exports.tei.header import header
from muniment.exports.tei.marks import marked
from muniment.exports.tei.xml import element, escape
from muniment.model import Asset

NAMESPACE = "http://www.tei-c.org/ns/1.0"


def each(single: Single) -> Given:
    """Make the TEI file of a document that is not withdrawn; no slip."""
    document = single.document
    if document.entry.withdrawn:
        return (), None
    return (Asset(path=f"documents/{document.id}.xml", content=encoded(single).encode()),), None


def encoded(single: Single) -> str:
    """Encode one document."""
    document, settings = single.document, single.settings
    writer = Writer(marked(document, single.dates), dict(document.entry.passages))
    lines = "".join(f"\n{writer.line(line)}" for line in document.collation.meta_lines)
    front = f'\n<front>\n<div type="metadata">{lines}\n</div>\n</front>' if lines else ""
    body = f"\n<body>\n{writer.body(document.collation.text.tree)}\n</body>"
    language = escape(document.edition.front.language)
    text = element("text", f"{front}{body}\n", xml__lang=language)
    declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'
    return f'{declaration}<TEI xmlns="{NAMESPACE}">\n{header(document, settings)}\n{text}\n</TEI>\n'


__all__ = ["NAMESPACE", "each", "encoded"]
