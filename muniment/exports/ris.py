"""A record → RIS, the tagged lines that reference managers exchange; knows no other format."""

import re

from muniment import dates
from muniment.citations import Record, sort_of
from muniment.citations.tags import without_separators

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def entry(record: Record) -> str:
    """Write a reference; names lose their commas, at which readers part first from last names."""
    rows = [
        ("TY", sort_of(record.kind).ris),
        ("ID", record.id),
        ("TI", record.title),
        *(("AU", without_separators(creator)) for creator in record.creators),
        *_dated(record.date),
        ("PB", record.publisher),
        ("CY", record.place),
        ("M3", record.kind_label),
        ("ET", f"Version {record.version}" if record.version else ""),
        ("DB", record.archive),
        ("LA", record.language),
        ("UR", record.url),
        ("N1", f"Date (EDTF): {record.date}" if record.date else "Undated"),
    ]
    lines = [f"{tag}  - {_CONTROL.sub(' ', value).strip()}\r\n" for tag, value in rows if value.strip()]
    return f"{''.join(lines)}ER  - \r\n"


def _dated(edtf: str) -> list[tuple[str, str]]:
    """Give year and date as far as one year is known: `YYYY/MM/DD/rest`, the rest being the words for a reader."""
    if not edtf:
        return []
    date = dates.parse(edtf)
    if date.earliest[:4] != date.latest[:4]:
        return [("DA", f"///{dates.in_words(date)}")]
    year, month, day = date.earliest[:4], date.earliest[5:7], date.earliest[8:10]
    month = month if date.earliest[:7] == date.latest[:7] else ""
    day = day if date.earliest == date.latest else ""
    rest = "" if date.kind == "moment" and not set(edtf) & set("~?%X") else dates.in_words(date)
    return [("PY", year), ("DA", f"{year}/{month}/{day}/{rest}")]
