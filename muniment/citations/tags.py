"""A record → the `<meta>` tags of Highwire Press and of DC that reference managers read from a page.

Knows no HTML: it gives pairs of name and content, to be escaped where they are written.
"""

from muniment import dates
from muniment.citations.kinds import sort_of
from muniment.citations.record import Record


def tags(record: Record) -> tuple[tuple[str, str], ...]:
    """List (name, content) in order; what is not recorded has no tag.

    `DC.type` is first among its kind a type of Zotero's own, since a title alone makes it guess a journal article.
    """
    sort = sort_of(record.kind)
    pairs = [
        ("citation_title", record.title),
        *(("citation_author", without_separators(creator)) for creator in record.creators),
        ("citation_publication_date", _slashed(record.date)),
        ("citation_publisher", record.publisher),
        ("citation_technical_report_institution", record.publisher if sort.zotero == "report" else ""),
        ("citation_language", record.language),
        ("citation_public_url", record.url),
        ("prism.publicationName", record.publisher if sort.zotero == "newspaperArticle" else ""),
        ("DC.type", sort.zotero),
        ("DC.title", record.title),
        *(("DC.creator", creator) for creator in record.creators),
        ("DC.date", record.date),
        ("DC.publisher", record.publisher),
        ("DC.language", record.language),
        ("DC.identifier", record.url),
        ("DC.coverage", record.place),
        ("DC.rights", record.rights),
    ]
    return tuple((name, content) for name, content in pairs if content)


def without_separators(name: str) -> str:
    """Take commas and semicolons out of a name: readers of these tags part names there."""
    return " – ".join(part.strip() for part in name.replace(";", ",").split(",") if part.strip())


def _slashed(edtf: str) -> str:
    """Give the first day of a date as YYYY/MM/DD, as far as it is known; nothing for one without a known year."""
    if not edtf:
        return ""
    date = dates.parse(edtf)
    moment = next((each for each in date.moments if each.year.isdigit()), None)
    if moment is None:
        return ""
    month = moment.month if moment.month.isdigit() and int(moment.month) <= 12 else ""
    day = moment.day if month and moment.day.isdigit() else ""
    return "/".join(part for part in (moment.year, month, day) if part)
