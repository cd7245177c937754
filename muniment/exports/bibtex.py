"""A record → an entry of BibTeX with the fields of biblatex beside the old ones; knows no other format."""

import re

from muniment import dates
from muniment.citations import Record, sort_of

_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped or not
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_UNSAFE = re.compile(r"[\\{}&%$#_~^]")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def entry(record: Record) -> str:
    """Write an entry; its key is the document's id, and names and titles keep their capitals."""
    sort = sort_of(record.kind)
    issuer = "institution" if sort.bibtex == "techreport" else "publisher"
    year, month = _year_and_month(record.date)
    fields = {
        "author": " and ".join(f"{{{_escaped(creator)}}}" for creator in record.creators),
        "title": f"{{{_escaped(record.title)}}}",
        "howpublished": _escaped(record.form) if sort.bibtex == "misc" else "",
        "type": _escaped(record.form) if sort.bibtex == "techreport" else "",
        issuer: _escaped(record.publisher),
        "year": year,
        "date": _escaped(record.date),
        "version": record.version,
        "library": _escaped(record.archive),
        "langid": _escaped(record.language),
        "url": _address(record.url),
        "note": _escaped(_note(record)),
    }
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items() if value]
    if month:
        lines.append(f"  month = {month},\n")
    return f"@{sort.bibtex}{{{record.id},\n{''.join(lines)}}}\n"


def _year_and_month(edtf: str) -> tuple[str, str]:
    """Give the year and month that all of a date lies in, as the old fields want them."""
    if not edtf:
        return "", ""
    date = dates.parse(edtf)
    if date.earliest[:4] != date.latest[:4]:
        return "", ""
    same = date.earliest[:7] == date.latest[:7]
    return date.earliest[:4].lstrip("0"), _MONTHS[int(date.earliest[5:7]) - 1] if same else ""


def _note(record: Record) -> str:
    """Say for styles that know neither `version` nor `library` which text this is."""
    version = f"Version {record.version}" if record.version else ""
    return ", ".join(part for part in (record.archive, version) if part)


def _escaped(text: str) -> str:
    """Escape what LaTeX would not print; a line end and any control character become a space."""
    return _UNSAFE.sub(lambda found: _SPECIAL[found[0]], _CONTROL.sub(" ", text)).strip()


def _address(url: str) -> str:
    """Keep an address as it is but for the braces that would end the field."""
    return url.replace("{", "%7B").replace("}", "%7D")
