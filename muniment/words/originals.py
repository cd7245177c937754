"""What pages say of seeds that are no plain text, in English; knows nothing of any one seed."""

WORDS = {
    "document.apparatus.lead.transcript": (
        "Undone in reverse order, these differences give the transcript of the seed back byte for byte."
    ),
    "document.transcript.sha256": "SHA-256 of its transcript",
    "document.transcript.what": "Its words, taken out line by line; the edition is checked against them.",
    "document.leaves": "Pages of the seed",
    "document.leaf": "page {n}",
    "document.leaf.begins": "page {n} begins at {anchor}",
    "download.transcript": "Transcript of the seed",
    "download.original.txt": "Seed, as received (web page, as plain text)",
    "download.original.pdf": "Seed, as received (PDF)",
    "download.original.docx": "Seed, as received (DOCX)",
    "seed.lead.transcript": "The words of the seed {name}, taken out line by line, and beside them the edition. ",
    "seed.column.transcript": "Transcript of the seed",
    "seed.page": "Page {n}",
}
