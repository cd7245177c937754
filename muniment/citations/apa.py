"""A record → the entry of a reference list by the Publication Manual of the APA, 7th edition; knows no other style."""

from muniment.citations.citation import Citation, Part, closed, italic, roman
from muniment.citations.record import Record
from muniment.citations.titles import headline, marked
from muniment.citations.when import year_first

_NAMED = 20
"""Names of an entry; of more, the first nineteen and the last."""


def cite(record: Record, paragraph: str = "") -> Citation:
    """Cite a document; a paragraph is named in the running text and by the address."""
    title = italic(marked(record.title, 0))
    version = f" (Version {record.version})" if record.version else ""
    form = f"[{record.form}]" if record.form else ""
    year, rest = _date(record.date)
    date = f"({year}, {rest})." if rest else f"({year})."
    if record.creators:
        words = [*roman(f"{closed(_names(record.creators))} {date} "), *title]
        words += roman(_ended(title, f"{version}{f' {form}' if form else ''}"))
    else:
        words = [*title, *roman(f"{_ended(title, version)} {date}{f' {form}.' if form else ''}")]
    behind = [closed(part) for part in (record.issuer, record.archive) if part]
    behind += [record.address(paragraph)] if record.url else []
    words += roman("".join(f" {part}" for part in behind))
    return Citation(style="apa", label="APA 7", parts=tuple(words), in_text=_in_text(record, year, paragraph))


def _in_text(record: Record, year: str, paragraph: str) -> tuple[Part, ...]:
    """Name who and when in brackets; without a creator, the title."""
    who = roman(_short(record.creators)) or italic(marked(headline(record.title, record.language), 0))
    behind = f", {year}{f', para. {paragraph}' if paragraph else ''})"
    return (*roman("("), *who, *roman(behind))


def _ended(title: tuple[Part, ...], behind: str) -> str:
    """End the title's part with a stop, unless the title does so itself."""
    return f"{behind}." if behind else closed(title[0].text if title else "")[len(title[0].text if title else "") :]


def _names(creators: tuple[str, ...]) -> str:
    if len(creators) > _NAMED:
        return f"{', '.join(creators[: _NAMED - 1])}, … {creators[-1]}"
    return ", & ".join((", ".join(creators[:-1]), creators[-1])) if len(creators) > 1 else creators[0]


def _short(creators: tuple[str, ...]) -> str:
    return f"{creators[0]} et al." if len(creators) > 2 else " & ".join(creators)


def _date(edtf: str) -> tuple[str, str]:
    """Give year and rest; `n.d.` for an undated document."""
    found = year_first(edtf)
    if found is None:
        return "n.d.", ""
    when, rest = found
    year = f"{'ca. ' if when.is_approximate else ''}{when.words}"
    doubt = "?" if when.is_uncertain else ""
    return (year, f"{rest}{doubt}") if rest else (f"{year}{doubt}", "")
