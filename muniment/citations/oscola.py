"""A record → a footnote by the Oxford University Standard for Citation of Legal Authorities; knows no other style."""

from muniment.citations.citation import Citation, listed, roman
from muniment.citations.record import Record
from muniment.citations.titles import headline, marked
from muniment.citations.when import Form, said

_FORM = Form()


def cite(record: Record, paragraph: str = "") -> Citation:
    """Cite a document with where it was given, or who issued it, and its date in brackets.

    OSCOLA has no place for an archive and a version; they stand behind the brackets, so that a footnote without an
    address still says where the document is.
    """
    when = said(record.date, _FORM)
    issued = listed((record.place or record.issuer, when.words if when else ""), ", ")
    if when and when.is_approximate:
        issued = listed((record.place or record.issuer, f"c {when.words}"), ", ")
    issued += "?" if when and when.is_uncertain else ""
    held = listed((record.archive, f"version {record.version}" if record.version else ""), ", ")
    where = listed((held, f"para {paragraph}" if paragraph else ""), ", ")
    title = f"‘{marked(headline(record.title, record.language), 0)}’"
    address = f"<{record.address(paragraph)}>" if record.url else ""
    said_of = listed((title, f"({issued})" if issued else "", where, address), " ")
    words = listed((_names(record.creators), said_of), ", ")
    return Citation(style="oscola", label="OSCOLA", parts=roman(f"{words}."))


def _names(creators: tuple[str, ...]) -> str:
    """Name up to three; of more the first."""
    if len(creators) > 3:
        return f"{creators[0]} and others"
    return listed((", ".join(creators[:-1]), creators[-1] if creators else ""), " and ")
