"""The columns of the archive's tables: names, types of Frictionless Table Schema, and what each holds; knows no row."""

from muniment.frozen import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table."""

    name: str
    """The same in every language."""
    says: str
    """What it holds: the rest of a key of the catalogue that begins with `column.`."""
    type: str = "string"
    """Of Table Schema: `string`, `integer` or `date`."""
    is_key: bool = False
    """Whether it names the row."""
    is_required: bool = False
    refers_to: str = ""
    """Table whose `id` stands here."""


def _column(name: str, type_: str = "string", *, says: str = "", refers_to: str = "", required: bool = False) -> Column:
    return Column(name=name, says=says or name, type=type_, refers_to=refers_to, is_required=required)


_SAID = (
    _column("document", refers_to="documents", required=True),
    _column("anchor", required=True),
    _column("seed_line", "integer"),
    _column("quote", required=True),
)
_ADDRESS = _column("url", says="url.paragraph", required=True)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "documents": (
        Column(name="id", says="id", is_key=True),
        _column("title", required=True),
        _column("kind", required=True),
        _column("date"),
        _column("date_first", "date"),
        _column("date_last", "date"),
        _column("date_printed"),
        _column("place"),
        _column("creators"),
        _column("publisher"),
        _column("language", required=True),
        _column("event"),
        _column("stage"),
        _column("url", required=True),
        _column("paragraphs", "integer"),
        _column("words", "integer"),
        _column("revised"),
        _column("rights"),
        _column("source_url"),
        _column("retrieved"),
        _column("withdrawn"),
        _column("seed", required=True),
        _column("seed_sha256", required=True),
        _column("edition_sha256", required=True),
    ),
    "states": (
        Column(name="id", says="state", is_key=True),
        _column("name", required=True),
        _column("official"),
        _column("region"),
        _column("subregion"),
        _column("standing"),
        _column("mentions", "integer"),
        _column("documents", "integer"),
        _column("claims", "integer"),
        _column("url", required=True),
    ),
    "claims": (
        _column("state", refers_to="states", required=True),
        _column("relation", required=True),
        _column("label"),
        _column("basis", required=True),
        *_SAID,
        _column("context"),
        _column("text"),
        _ADDRESS,
    ),
    "timeline": (
        _column("event", required=True),
        _column("name", says="event.name", required=True),
        _column("stage"),
        _column("relation", says="event.relation", required=True),
        _column("status", required=True),
        _column("basis", required=True),
        _column("edtf"),
        _column("date_first", "date"),
        _column("date_last", "date"),
        _column("printed"),
        *_SAID,
        _column("text"),
        _ADDRESS,
    ),
}
"""By table, in the order of the files; `table.` and its name are the key of what it is called."""
