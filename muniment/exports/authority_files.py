"""Turns the indexes of persons, organisations and places into `data/people.json` and its fellows.

It refuses to make a file for an index that the archive does not have, and to add or leave out a key.
"""

from collections.abc import Iterator

from muniment.exports.layout import Json, laid_out
from muniment.indexes.authorities import rosters
from muniment.model import Asset, AuthorityEntry, Description, Indexes, Naming
from muniment.pages import ROSTERS, authority_path


def files(indexes: Indexes) -> Iterator[Asset]:
    """Make one file for each kind of authority that the archive knows."""
    for kind, slug in ROSTERS.items():
        for roster in rosters(indexes, kind)[:1]:
            rows: Json = [_entry(entry, authority_path(entry.authority, roster.is_divided)) for entry in roster.entries]
            yield Asset(path=f"data/{slug}.json", content=laid_out(rows, 3))


def _entry(entry: AuthorityEntry, url: str) -> Json:
    authority = entry.authority
    return {
        "id": authority.id,
        "name": authority.name,
        "sort_by": authority.sort_by,
        "forms": list(authority.forms),
        "url": url,
        "text": authority.text or None,
        "descriptions": [_description(description) for description in authority.descriptions],
        "mentions": [_mention(naming) for naming in entry.namings],
    }


def _description(description: Description) -> Json:
    passage = description.passage
    return {
        "text": description.text or None,
        "relation": description.relation or None,
        "basis": description.basis,
        "document": passage.document if passage else None,
        "anchor": passage.anchor if passage else None,
        "quote": _on_one_line(passage.quote) if passage else None,
        "source": description.source or None,
    }


def _mention(naming: Naming) -> Json:
    return {
        "document": naming.document,
        "anchor": naming.anchor,
        "form": _on_one_line(naming.form),
        "quote": _on_one_line(naming.quote),
        "seed_line": naming.seed_line,
        "start": naming.seed_start,
    }


def _on_one_line(words: str) -> str:
    """Put a space where the edition's text has a soft line end."""
    return words.replace("\n", " ")
