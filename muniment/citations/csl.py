"""A record → CSL-JSON, the form that Zotero, pandoc and every CSL processor read; knows no style."""

from muniment import dates
from muniment.citations.kinds import sort_of
from muniment.citations.record import Record
from muniment.dates.edtf import Edtf, Moment


def reference(record: Record) -> dict[str, object]:
    """Describe a document by its own CSL type; what is missing is left out, as the format asks."""
    fields = {
        "id": record.id,
        "type": sort_of(record.kind).csl,
        "title": record.title,
        "author": [{"literal": creator} for creator in record.creators],
        "issued": issued(record.date),
        "genre": record.kind_label,
        "publisher": record.publisher,
        "event-place": record.place,
        "archive": record.archive,
        "version": record.version,
        "language": record.language,
        "URL": record.url,
        "note": f"edtf: {record.date}" if record.date else "",
    }
    return {name: value for name, value in fields.items() if value}


def issued(text: str) -> dict[str, object] | None:
    """Give a date as CSL has it: parts where they say it, else the words; nothing for an empty one."""
    if not text:
        return None
    date = dates.parse(text)
    if date.kind not in ("moment", "interval") or not all(_is_plain(moment) for moment in date.moments):
        return {"literal": dates.in_words(date)}
    value: dict[str, object] = {"date-parts": [_parts(moment) for moment in date.moments]}
    if _season(date):
        value["season"] = _season(date)
    if date.is_approximate or date.is_uncertain:
        value["circa"] = True
    return value


def _is_plain(moment: Moment) -> bool:
    return moment.year.isdigit() and moment.month != "XX" and moment.day != "XX"


def _season(date: Edtf) -> int:
    """Give the season of a single date, 1 (spring) to 4; 0 without one."""
    month = date.moments[0].month
    return int(month) - 20 if date.kind == "moment" and month.isdigit() and int(month) > 12 else 0


def _parts(moment: Moment) -> list[int]:
    parts = [int(moment.year)]
    if moment.month.isdigit() and int(moment.month) <= 12:
        parts.append(int(moment.month))
        if moment.day.isdigit():
            parts.append(int(moment.day))
    return parts
