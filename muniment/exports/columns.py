"""The columns of the archive's tables: names, types of Frictionless Table Schema, and what each holds; knows no row."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table."""

    name: str
    description: str
    type: str = "string"
    """Of Table Schema: `string`, `integer` or `date`."""
    is_key: bool = False
    """Whether it names the row."""
    is_required: bool = False
    refers_to: str = ""
    """Table whose `id` stands here."""


def _column(
    name: str, description: str, type_: str = "string", refers_to: str = "", *, required: bool = False
) -> Column:
    return Column(name=name, description=description, type=type_, refers_to=refers_to, is_required=required)


_PLACE = (
    _column("document", "id of the document that says so", refers_to="documents", required=True),
    _column("anchor", "paragraph or line of the document, as in its address", required=True),
    _column(
        "seed_line", "line of the seed on which the words begin, from 1; 0 where they do not stand in it", "integer"
    ),
    _column("quote", "the exact words", required=True),
)

COLUMNS: dict[str, tuple[Column, ...]] = {
    "documents": (
        Column(name="id", description="id of the document; never changes", is_key=True),
        _column("title", "catalogue form of the title", required=True),
        _column("kind", "one of the archive’s kinds", required=True),
        _column("date", "EDTF, levels 0 to 2; empty for an undated document"),
        _column("date_first", "first day the date may mean", "date"),
        _column("date_last", "last day the date may mean", "date"),
        _column("date_printed", "wording of the date as printed"),
        _column("place", "place"),
        _column("creators", "who made it; several are parted by semicolons"),
        _column("publisher", "who issued this copy"),
        _column("language", "BCP 47 tag, und when unknown", required=True),
        _column("event", "id of an event"),
        _column("stage", "id of the stage the document belongs to by its event"),
        _column("url", "address of its page, relative to the site’s root", required=True),
        _column("paragraphs", "number of its paragraphs and provisions", "integer"),
        _column("words", "number of its words, numbers as printed included", "integer"),
        _column("revised", "day of the last editorial revision, EDTF"),
        _column("rights", "rights"),
        _column("source_url", "where the seed was found"),
        _column("retrieved", "when the seed was found, EDTF"),
        _column("withdrawn", "why the document was withdrawn; empty for all others"),
        _column("seed", "file name of the seed", required=True),
        _column("seed_sha256", "sha256 of the seed", required=True),
        _column("edition_sha256", "sha256 of the edition’s file: its version", required=True),
    ),
    "states": (
        Column(name="id", description="ISO 3166-1 alpha-3, or x-… for a state without a code", is_key=True),
        _column("name", "preferred label", required=True),
        _column("official", "official name"),
        _column("region", "region of the United Nations’ M49"),
        _column("subregion", "subregion of the United Nations’ M49"),
        _column("standing", "member, observer, other (United Nations) or former"),
        _column("mentions", "how often documents name it", "integer"),
        _column("documents", "in how many documents", "integer"),
        _column("claims", "how many claims there are about it", "integer"),
        _column("url", "address of its page, relative to the site’s root", required=True),
    ),
    "claims": (
        _column("state", "id of the state", refers_to="states", required=True),
        _column("relation", "id of the role", required=True),
        _column("label", "the role for readers"),
        _column("basis", "attested, inferred or supplied", required=True),
        *_PLACE,
        _column("context", "exact words that lead to the quotation"),
        _column("text", "what an editor has to say about it"),
        _column("url", "address of the paragraph, relative to the site’s root", required=True),
    ),
    "timeline": (
        _column("event", "id of the event", required=True),
        _column("name", "name of the event", required=True),
        _column("stage", "id of the stage it belongs to"),
        _column("relation", "how it stands to the timeline", required=True),
        _column("status", "planned, held, target or unknown: what the words say of this date", required=True),
        _column("basis", "attested, inferred or supplied", required=True),
        _column("edtf", "EDTF; empty where the words attest the event without a date"),
        _column("date_first", "first day the date may mean", "date"),
        _column("date_last", "last day the date may mean", "date"),
        _column("printed", "wording of the date as printed"),
        *_PLACE,
        _column("text", "what an editor has to say about it"),
        _column("url", "address of the paragraph, relative to the site’s root", required=True),
    ),
}
"""By table, in the order of the files."""

TITLES = {
    "documents": "Documents",
    "states": "States named in the documents",
    "claims": "Claims: what the documents say of states",
    "timeline": "Dates of events, one row for each date a document gives",
}
"""What each table holds."""
