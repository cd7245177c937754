"""A record → a full note of The Chicago Manual of Style, 18th edition, notes and bibliography; knows no other style."""

from muniment.citations.citation import Citation, listed, roman
from muniment.citations.record import Record
from muniment.citations.titles import headline, marked
from muniment.citations.when import Form, said

_FORM = Form(is_month_first=True)


def cite(record: Record, paragraph: str = "") -> Citation:
    """Cite a document as an item of an archive: who, title, form, version, issuer, date, archive, address."""
    rest = listed(
        (
            record.form,
            f"version {record.version}" if record.version else "",
            record.issuer,
            _date(record.date),
            f"para. {paragraph}" if paragraph else "",
            record.archive,
            record.address(paragraph),
        ),
        ", ",
    )
    title = marked(headline(record.title, record.language), 1)
    mark = "" if title.rstrip("”’").endswith((".", "?", "!")) else ","
    words = listed((_names(record.creators), f"“{title}{mark if rest else ''}”"), ", ")
    words = f"{words} {rest}".rstrip()
    words = words if words.endswith(".") else f"{words}."
    return Citation(style="chicago", label="Chicago 18, note", parts=roman(words))


def _names(creators: tuple[str, ...]) -> str:
    """Name one or two; of three or more the first."""
    return f"{creators[0]} et al." if len(creators) > 2 else " and ".join(creators)


def _date(edtf: str) -> str:
    """Say a date; what an editor inferred about it stands in brackets (section 14.44 of the 17th edition)."""
    when = said(edtf, _FORM)
    if when is None:
        return "n.d."
    if not (when.is_approximate or when.is_uncertain):
        return when.words
    return f"[{'ca. ' if when.is_approximate else ''}{when.words}{'?' if when.is_uncertain else ''}]"
