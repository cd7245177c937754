"""A document and the settings of its archive → the header of its TEI file; knows nothing of the text."""

import re

from muniment.citations import record_of
from muniment.exports.tei.when import datable
from muniment.exports.tei.xml import element, escape
from muniment.model import Document, FrontMatter, Settings
from muniment.words import Words

_BLANK = re.compile(r"\{(witness|date|hash)\}")


def header(document: Document, settings: Settings) -> str:
    """Write the header; a revision is described only where the front matter gives the day of one."""
    words = settings.words
    parts = [_file(document, settings), _encoding(document, words), _profile(document, settings)]
    revised = document.edition.front.revised
    if revised:
        change = element("change", escape(words.say("tei.revised")), **datable(revised), xml__lang=words.language)
        parts.append(element("revisionDesc", change))
    return element("teiHeader", "\n" + "\n".join(parts) + "\n")


def _file(document: Document, settings: Settings) -> str:
    front = document.edition.front
    record = record_of(document, settings)
    authors = "".join(element("author", escape(creator)) for creator in front.creators)
    title = element("titleStmt", element("title", escape(front.title)) + authors)
    edition = element("editionStmt", element("edition", f"Version {record.version}", n=record.version))
    return element(
        "fileDesc", f"\n{title}\n{edition}\n{_publication(document, settings)}\n{_source(document, settings.words)}\n"
    )


def _publication(document: Document, settings: Settings) -> str:
    """Say who publishes the edition, under which address, and who may do what with it."""
    front = document.edition.front
    record = record_of(document, settings)
    licence = element("licence", escape(settings.licence or settings.licence_url), target=settings.licence_url)
    rights = element("p", escape(front.rights))
    allowed = (licence if settings.licence or settings.licence_url else "") + (rights if front.rights else "")
    parts = [
        element("publisher", escape(settings.publisher or settings.title)),
        element("idno", escape(front.id), type="document"),
        element("idno", document.edition.sha256, type="sha256"),
        element("idno", escape(record.url), type="URI") if record.url else "",
        element("availability", allowed) if allowed else "",
    ]
    return element("publicationStmt", "".join(parts))


def _source(document: Document, words: Words) -> str:
    """Describe the document as its front matter does, and the seed as the witness of its text."""
    front = document.edition.front
    parts = [
        element("title", escape(front.title)),
        *(element("author", escape(creator)) for creator in front.creators),
        element("publisher", escape(front.publisher)) if front.publisher else "",
        element("pubPlace", escape(front.place)) if front.place else "",
        _date(front),
        element("ref", escape(front.source_url), target=front.source_url.replace(" ", "%20"))
        if front.source_url
        else "",
        element("note", escape(front.custody), type="custody") if front.custody else "",
    ]
    hashed = element("idno", document.transcript.sha256, type="sha256")
    witness = f"{escape(document.transcript.name)} {hashed}"
    if not document.transcript.is_exact:
        made = element("idno", document.transcript.transcript_sha256, type="sha256")
        witness = _said(words, "tei.transcript", witness=witness, hash=made)
    if front.retrieved:
        when = element("date", escape(front.retrieved), **datable(front.retrieved))
        witness = _said(words, "tei.retrieved", witness=witness, date=when)
    listed = element("listWit", element("witness", witness, xml__id="seed"))
    return element("sourceDesc", f"\n{element('bibl', ''.join(parts))}\n{listed}\n")


def _encoding(document: Document, words: Words) -> str:
    """Say how the text was made from the seed, and list every change the program made."""
    changes = "".join(
        element("item", escape(f"{each.rule}, {_lines(*each.lines, words)}: {words.reason(each.reason)}"))
        for each in document.edition.front.interventions
    )
    listed = element("p", escape(words.say("tei.changes"))) + element("p", element("list", changes)) if changes else ""
    said = {key: element("p", escape(words.say(f"tei.{key}"))) for key in ("correction", "normalization", "names")}
    declared = element("correction", said["correction"]) + element("normalization", said["normalization"] + listed)
    declared += element("interpretation", said["names"])
    return element("encodingDesc", element("editorialDecl", declared), xml__lang=words.language)


def _profile(document: Document, settings: Settings) -> str:
    front = document.edition.front
    labels = dict(settings.kinds)
    place = element("placeName", escape(front.place)) if front.place else ""
    creation = element("creation", _date(front) + place)
    language = element("langUsage", element("language", escape(front.language), ident=front.language))
    kind = element("term", escape(labels.get(front.kind, front.kind)), type="kind", key=front.kind)
    classed = element("textClass", element("keywords", kind, scheme="#kinds"))
    return element("profileDesc", (creation if place or front.date else "") + language + classed)


def _date(front: FrontMatter) -> str:
    """Write the document's date with its printed wording, else the EDTF."""
    words = escape(front.date_printed or front.date)
    return element("date", words, **datable(front.date)) if front.date else ""


def _lines(first: int, last: int, words: Words) -> str:
    return words.say("lines.one", first=first) if first == last else words.say("lines.many", first=first, last=last)


def _said(words: Words, key: str, **blanks: str) -> str:
    """Put XML into the blanks of words; what stands in one blank is not looked through for another."""
    said = escape(words.say(key, **{blank: f"{{{blank}}}" for blank in blanks}))
    return _BLANK.sub(lambda blank: blanks[blank[1]], said)
