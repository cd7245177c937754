"""A record → the entry of a list of works cited by the MLA Handbook, 9th edition; knows no other style."""

from muniment.citations.citation import Citation, closed, listed, roman
from muniment.citations.record import Record
from muniment.citations.titles import headline, marked
from muniment.citations.when import SHORT, Form, said

_FORM = Form(months=SHORT)


def cite(record: Record, paragraph: str = "") -> Citation:
    """Cite a document with the archive as its container; a paragraph is named in the text and by the address."""
    title = marked(headline(record.title, record.language), 1)
    container = listed(
        (
            f"Version {record.version}" if record.version else "",
            record.issuer,
            _date(record.date),
            record.archive,
            record.address(paragraph),
        ),
        ", ",
    )
    sentences = (closed(_names(record.creators)), f"“{closed(title)}”", closed(record.form), closed(container))
    who = _short(record.creators)
    named = who or f"“{title}{',' if paragraph and not title.endswith(('?', '!', '.')) else ''}”"
    where = f"{', ' if who else ' '}par. {paragraph}" if paragraph else ""
    return Citation(style="mla", label="MLA 9", parts=roman(listed(sentences, " ")), in_text=roman(f"({named}{where})"))


def _names(creators: tuple[str, ...]) -> str:
    return f"{creators[0]}, et al." if len(creators) > 2 else ", and ".join(creators)


def _short(creators: tuple[str, ...]) -> str:
    return f"{creators[0]} et al." if len(creators) > 2 else " and ".join(creators)


def _date(edtf: str) -> str:
    """Say a date; an undated document has none."""
    when = said(edtf, _FORM)
    if when is None:
        return ""
    return f"{'Circa ' if when.is_approximate else ''}{when.words}{'?' if when.is_uncertain else ''}"
