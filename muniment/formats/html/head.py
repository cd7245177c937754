"""The machine-readable head of a web page → lines of its transcript, one a field; knows not which fields are right.

A line is what the page says, `name: content` as it names it, so that evidence can quote it.
"""

from collections.abc import Iterable, Iterator

FIELDS: dict[str, str] = {
    "lang": "language",
    "language": "language",
    "content-language": "language",
    "dc.language": "language",
    "dcterms.language": "language",
    "og:locale": "language",
    "og:title": "title",
    "dc.title": "title",
    "dcterms.title": "title",
    "citation_title": "title",
    "author": "creators",
    "article:author": "creators",
    "dc.creator": "creators",
    "dcterms.creator": "creators",
    "citation_author": "creators",
    "publisher": "publisher",
    "dc.publisher": "publisher",
    "dcterms.publisher": "publisher",
    "citation_publisher": "publisher",
    "og:site_name": "publisher",
    "date": "date",
    "dc.date": "date",
    "dc.date.issued": "date",
    "dc.date.created": "date",
    "dcterms.date": "date",
    "dcterms.issued": "date",
    "dcterms.created": "date",
    "citation_date": "date",
    "citation_publication_date": "date",
    "article:published_time": "date",
    "datepublished": "date",
    "pubdate": "date",
    "publication_date": "date",
    "publish-date": "date",
    "release_date": "date",
    "article:modified_time": "updated",
    "og:updated_time": "updated",
    "last-modified": "updated",
    "dcterms.modified": "updated",
    "datemodified": "updated",
    "canonical": "source_url",
    "og:url": "source_url",
}
"""What each name of a field is about, names in lower case; other names say nothing of the document."""

_LONGEST = 500
"""Characters of a field; longer ones are no titles, names or days."""


def head_lines(fields: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Give (what it is about, line) for every field that says something of the document, each once."""
    seen: dict[tuple[str, str], None] = {}
    for name, content in fields:
        words = " ".join(content.split())
        about = FIELDS.get(name.lower().strip(), "")
        if about and words and len(words) <= _LONGEST and (name.lower(), words) not in seen:
            seen[name.lower(), words] = None
            yield about, f"{name.strip()}: {words}"
