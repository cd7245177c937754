"""The words of citing and of the page about files in English; knows nothing of where they stand."""

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    # Citing
    "cite.style.chicago": "Chicago 18, note",
    "cite.style.apa": "APA 7",
    "cite.style.mla": "MLA 9",
    "cite.style.oscola": "OSCOLA",
    "cite.in.text": "In the text",
    "cite.copy": "Copy",
    "cite.copy.style": "Copy {style}",
    "cite.copied": "{style}: copied.",
    "cite.selected": "{style}: the browser does not let this page copy. The citation is selected for you to copy it.",
    "cite.choose": "Cite one paragraph: number",
    "cite.short": "cite",
    "cite.one": "Cite paragraph {n}",
    "cite.paragraph": (
        "To cite one paragraph, give its number as it stands in the margin: para. 7 behind the date (Chicago) or before"
        " the address (OSCOLA), and in the text {apa} (APA) or {mla} (MLA). Its address is that of this page with #p7."
    ),
    "cite.accessed": "The day of access is left to you. The version is the beginning of the edition’s SHA-256.",
    "download.bib": "BibTeX",
    "download.ris": "RIS",
    "download.csl": "CSL-JSON",
    "download.tei": "TEI P5",
    # Files to reuse
    "reuse.title": "Data and downloads",
    "reuse.lead": (
        "Everything this archive shows is also published as files, so that nobody has to scrape its pages. The same"
        " archive always gives the same bytes; what is not recorded is left empty."
    ),
    "reuse.each": "For every document, beside its page",
    "reuse.whole": "For the whole archive",
    "reuse.licence": "Terms",
    "reuse.checksums": "Checksums",
    "reuse.checksums.text": (
        "lists the SHA-256 of every file of this site. Saved beside the files, it is checked with the command"
        " sha256sum --check manifest-sha256.txt."
    ),
    "reuse.anchors": "Addresses of words",
    "reuse.anchors.text": (
        "Each paragraph has an address of its own: that of the document’s page with #p and its number. A published"
        " number never comes to mean another paragraph. Files name the same places by the same anchors."
    ),
    "reuse.id": "id",
    "reuse.archive.zip": (
        "All of it in one zip: editions, seeds, data and citations as a BagIt bag with a SHA-256 for each file"
    ),
    "reuse.documents.json": "Every document with its metadata, as JSON",
    "reuse.people.json": "People named, with their variants and every passage, as JSON",
    "reuse.organisations.json": "Organisations named, with their variants and every passage, as JSON",
    "reuse.places.json": "Places named, with their variants and every passage, as JSON",
    "reuse.documents.csv": "Every document with its metadata, as a table",
    "reuse.states.json": "Every state named, with each mention and each claim in its words, as JSON",
    "reuse.states.csv": "Every state named, with counts, as a table",
    "reuse.claims.csv": "What the documents say of states: one row for a role of a state, with the words that say it",
    "reuse.timeline.json": "Stages and events with every date a document gives, as JSON",
    "reuse.timeline.csv": "One row for every date a document gives of an event, with the words",
    "reuse.datapackage.json": "Description of the tables: columns, types, keys and hashes (Data Package)",
    "reuse.apparatus": "Every difference between the seed and the edition, with its reason; undone, they give the seed",
    "reuse.references.bib": "All documents for BibTeX and biblatex",
    "reuse.references.ris": "All documents for reference managers, RIS",
    "reuse.references.csl.json": "All documents for reference managers, CSL-JSON",
    "reuse.crate": "Description of all these files for machines (RO-Crate 1.1)",
    "reuse.feed": (
        "Newest first (Atom). The day of an entry is that of its last editorial revision, else the document’s own"
    ),
    "reuse.sitemap": "Every page of the site",
    "reuse.md": "The edition as people edit it: front matter and Markdown",
    "reuse.txt": "Its words: a paragraph a line, numbers as printed",
    "reuse.json": "Everything the archive holds of the document: metadata with evidence, words, notes, mentions",
    "reuse.seed.txt": "The seed byte for byte as received; of a seed that is no plain text, its words",
    "reuse.original": "A seed that is a PDF, a DOCX or a web page, byte for byte; a web page as plain text",
    "reuse.xml": "TEI P5: text with names, dates, notes, gaps and corrections, and a header that says where from",
    "reuse.bib": "Citation for BibTeX and biblatex",
    "reuse.ris": "Citation for reference managers, RIS",
    "reuse.csl.json": "Citation for reference managers, CSL-JSON",
}
