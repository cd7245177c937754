"""A document and the settings of its archive → the header of its TEI file; knows nothing of the text."""

from muniment.citations import record_of
from muniment.exports.tei.when import datable
from muniment.exports.tei.xml import element, escape
from muniment.model import Document, FrontMatter, Settings


def header(document: Document, settings: Settings) -> str:
    """Write the header; a revision is described only where the front matter gives the day of one."""
    parts = [_file(document, settings), _encoding(document), _profile(document, settings)]
    revised = document.edition.front.revised
    if revised:
        change = element("change", "The edition was revised.", **datable(revised))
        parts.append(element("revisionDesc", change))
    return element("teiHeader", "\n" + "\n".join(parts) + "\n")


def _file(document: Document, settings: Settings) -> str:
    front = document.edition.front
    record = record_of(document, settings)
    authors = "".join(element("author", escape(creator)) for creator in front.creators)
    title = element("titleStmt", element("title", escape(front.title)) + authors)
    edition = element("editionStmt", element("edition", f"Version {record.version}", n=record.version))
    return element("fileDesc", f"\n{title}\n{edition}\n{_publication(document, settings)}\n{_source(document)}\n")


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


def _source(document: Document) -> str:
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
    retrieved = (
        f", retrieved {element('date', escape(front.retrieved), **datable(front.retrieved))}" if front.retrieved else ""
    )
    if not document.transcript.is_exact:
        hashed += f", its transcript {element('idno', document.transcript.transcript_sha256, type='sha256')}"
    witness = f"{escape(document.transcript.name)} {hashed}{retrieved}"
    listed = element("listWit", element("witness", witness, xml__id="seed"))
    return element("sourceDesc", f"\n{element('bibl', ''.join(parts))}\n{listed}\n")


def _encoding(document: Document) -> str:
    """Say how the text was made from the seed, and list every change the program made."""
    changes = "".join(
        element("item", f"{escape(each.rule)}, {_lines(*each.lines)}: {escape(each.reason)}")
        for each in document.edition.front.interventions
    )
    listed = f"<p>Changes when the edition was drafted:</p><p>{element('list', changes)}</p>" if changes else ""
    correction = (
        "<correction><p>Words that differ from the witness stand in a choice of sic and corr, or have a note; "
        "odd words that the witness really prints are marked sic.</p></correction>"
    )
    form = f"<normalization><p>White space and layout marks differ from the witness.</p>{listed}</normalization>"
    names = "<interpretation><p>Names of states have their ISO 3166-1 code as key.</p></interpretation>"
    return element("encodingDesc", element("editorialDecl", correction + form + names))


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


def _lines(first: int, last: int) -> str:
    return f"line {first}" if first == last else f"lines {first}–{last}"
