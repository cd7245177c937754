"""The words inside files that others take away, in English: what a table and its columns hold, what TEI's header says.

Knows nothing of the files. The names of columns and elements are no words: they are the same in every language.
"""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    # Tables
    "table.documents": "Documents",
    "table.states": "States named in the documents",
    "table.claims": "Claims: what the documents say of states",
    "table.timeline": "Dates of events, one row for each date a document gives",
    "column.id": "id of the document; never changes",
    "column.title": "catalogue form of the title",
    "column.kind": "one of the archive’s kinds",
    "column.date": "EDTF, levels 0 to 2; empty for an undated document",
    "column.date_first": "first day the date may mean",
    "column.date_last": "last day the date may mean",
    "column.date_printed": "wording of the date as printed",
    "column.place": "place",
    "column.creators": "who made it; several are parted by semicolons",
    "column.publisher": "who issued this copy",
    "column.language": "BCP 47 tag, und when unknown",
    "column.event": "id of an event",
    "column.stage": "id of the stage it belongs to",
    "column.url": "address of its page, relative to the site’s root",
    "column.url.paragraph": "address of the paragraph, relative to the site’s root",
    "column.paragraphs": "number of its paragraphs and provisions",
    "column.words": "number of its words, numbers as printed included",
    "column.revised": "day of the last editorial revision, EDTF",
    "column.rights": "rights",
    "column.source_url": "where the seed was found",
    "column.retrieved": "when the seed was found, EDTF",
    "column.withdrawn": "why the document was withdrawn; empty for all others",
    "column.seed": "file name of the seed",
    "column.seed_sha256": "sha256 of the seed",
    "column.edition_sha256": "sha256 of the edition’s file: its version",
    "column.state": "ISO 3166-1 alpha-3, or x-… for a state without a code",
    "column.name": "preferred label",
    "column.official": "official name",
    "column.region": "region of the United Nations’ M49",
    "column.subregion": "subregion of the United Nations’ M49",
    "column.standing": "member, observer, other (United Nations) or former",
    "column.mentions": "how often documents name it",
    "column.documents": "in how many documents",
    "column.claims": "how many claims there are about it",
    "column.relation": "id of the role",
    "column.label": "the role for readers",
    "column.basis": "attested, inferred or supplied",
    "column.document": "id of the document that says so",
    "column.anchor": "paragraph or line of the document, as in its address",
    "column.seed_line": "line of the seed on which the words begin, from 1; 0 where they do not stand in it",
    "column.quote": "the exact words",
    "column.context": "exact words that lead to the quotation",
    "column.text": "what an editor has to say about it",
    "column.event.name": "name of the event",
    "column.event.relation": "how it stands to the timeline",
    "column.status": "planned, held, target or unknown: what the words say of this date",
    "column.edtf": "EDTF; empty where the words attest the event without a date",
    "column.printed": "wording of the date as printed",
    # TEI
    "tei.revised": "The edition was revised.",
    "tei.retrieved": "{witness}, retrieved {date}",
    "tei.transcript": "{witness}, its transcript {hash}",
    "tei.changes": "Changes when the edition was drafted:",
    "tei.correction": (
        "Words that differ from the witness stand in a choice of sic and corr, or have a note; odd words that the"
        " witness really prints are marked sic."
    ),
    "tei.normalization": "White space and layout marks differ from the witness.",
    "tei.names": "Names of states have their ISO 3166-1 code as key.",
}
