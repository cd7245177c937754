"""An EDTF date → the attributes in which TEI says it (att.datable.w3c); knows nothing of where it stands."""

from muniment import dates
from muniment.dates.edtf import Edtf, Moment

_OPEN_BEGINNING, _OPEN_END = "0000", "9999"


def datable(text: str) -> dict[str, str]:
    """Give `when`, `from` and `to`, or the bounds `notBefore` and `notAfter`; `cert` where the date is doubted.

    What lasts has a beginning and an end; what happened on one of several days has bounds.
    """
    if not text:
        return {}
    date = dates.parse(text)
    found = _said(date)
    if date.is_uncertain:
        found["cert"] = "low"
    elif date.is_approximate:
        found["cert"] = "medium"
    return found


def _said(date: Edtf) -> dict[str, str]:
    if date.kind == "moment" and (when := _plain(date.moments[0])):
        return {"when": when}
    if date.kind == "interval":
        first, last = (_plain(moment) if moment.year else "" for moment in date.moments)
        if all(plain or not moment.year for plain, moment in zip((first, last), date.moments, strict=True)):
            return {name: value for name, value in (("from", first), ("to", last)) if value}
    bounds = {}
    if not date.earliest.startswith(_OPEN_BEGINNING):
        bounds["notBefore"] = date.earliest
    if not date.latest.startswith(_OPEN_END):
        bounds["notAfter"] = date.latest
    return bounds


def _plain(moment: Moment) -> str:
    """Give a day, month or year that is wholly known."""
    parts = (moment.year, moment.month, moment.day)
    if moment.precision == "season" or any(part and not part.isdigit() for part in parts):
        return ""
    return "-".join(part for part in parts if part)
