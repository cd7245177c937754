"""Chooses one reading per field from all candidates, and tells the editor what stayed unsure.

Refuses a value below its field's threshold: the field stays empty.
"""

from collections.abc import Iterator
from dataclasses import replace

from muniment import dates
from muniment.normalise.metadata import date_stamps
from muniment.normalise.working import Finding, Reading

RULE = "read-metadata"
THRESHOLDS: dict[str, float] = {
    "title": 0.6,
    "kind": 0.2,
    "date": 0.55,
    "place": 0.7,
    "event": 0.7,
    "creators": 0.75,
    "publisher": 0.7,
    "custody": 0.7,
    "source_url": 0.7,
    "retrieved": 0.7,
    "language": 0.2,
}
SURE = 0.7
_STRONG_RIVAL = 0.9
"""Score from which a reading of the date says that a surer one can be wrong: the day of publication, a meeting's."""
_STRONG_DATE = 0.85
_FINER = 0.76
"""Score from which a day is believed before the bare year or month that holds it."""


def choose(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Give the best reading of each field that reaches its threshold, the earlier one of two alike; creators all."""
    chosen: list[Reading] = []
    kind = max((one for one in readings if one.field == "kind"), key=lambda one: one.score, default=None)
    own_day = kind is not None and kind.value in date_stamps.OWN_DAY
    for field, threshold in THRESHOLDS.items():
        found = [one for one in readings if one.field == field and one.score >= threshold]
        if not found:
            continue
        best = max(found, key=lambda one: one.score)
        chosen.extend(
            _creators(found, best)
            if field == "creators"
            else (_date(best, found, own_day=own_day) if field == "date" else best,)
        )
    return tuple(chosen)


def _creators(found: list[Reading], best: Reading) -> Iterator[Reading]:
    """Give every name printed as surely as the best one, each once."""
    names: list[str] = []
    for one in (best, *found):
        folded = one.value.casefold()
        if one.score >= best.score - 0.02 and not any(folded in name or name in folded for name in names):
            names.append(folded)
            yield one


def _date(best: Reading, found: list[Reading], *, own_day: bool) -> Reading:
    """Take a day within the month or year that was chosen; mark the date as uncertain when its equal contradicts it.

    What has a day of its own, as a speech has, is uncertain too when another strong reading contradicts it.
    """
    finer = [one for one in found if one.score >= _FINER and one.value.startswith(f"{best.value}-")]
    if finer and len(best.value) in {4, 7}:
        best = max(finer, key=lambda one: one.score)
    strong = [one for one in found if own_day and min(one.score, best.score) >= _STRONG_RIVAL]
    alike = [one for one in found if abs(one.score - best.score) < 0.005]
    if any(not agree(one.value, best.value) for one in (*alike, *strong)) and "?" not in best.value:
        return replace(
            best,
            value="/".join(f"{end}?" for end in best.value.split("/")),
            reason=f"{best.reason}; another of the same standing disagrees",
        )
    return best


def agree(one: str, other: str) -> bool:
    """Tell whether two dates can both be true of one document: the same, or one within the other."""
    try:
        first, second = dates.parse(one), dates.parse(other)
    except ValueError:
        return one == other
    inside = first.earliest >= second.earliest and first.latest <= second.latest
    return inside or (second.earliest >= first.earliest and second.latest <= first.latest)


def problems(
    readings: tuple[Reading, ...], chosen: tuple[Reading, ...], opening: tuple[int, str], name: str
) -> tuple[Finding, ...]:
    """Say what stayed unsure; `opening` is shown where nothing better was seen, `name` is the seed's file name."""
    found = tuple(_problems(readings, chosen, opening))
    named = next((one.edtf for one in dates.find_in_name(name) if one.edtf[:4].isdigit()), "")
    if not named:
        return found
    hint = f"; the file's name suggests {named}"
    return tuple(replace(one, text=one.text + hint) if one.code == "S-052" else one for one in found)


def _problems(
    readings: tuple[Reading, ...], chosen: tuple[Reading, ...], opening: tuple[int, str]
) -> Iterator[Finding]:
    by_field = {one.field: one for one in reversed(chosen)}
    for field, code in (("date", "S-052"), ("kind", "S-055")):
        if field not in by_field:
            rejected = next((one for one in readings if one.field == field), None)
            line, words = (rejected.line, rejected.quote) if rejected else opening
            text = f"{rejected.value} ({rejected.reason})" if rejected else "nothing printed where documents print it"
            yield _finding(code, line, words, text)
    title = by_field.get("title")
    if title and title.score < SURE + 0.05:
        yield _finding("S-051", title.line, title.quote, f"{title.value} ({title.reason})")
    kind = by_field.get("kind")
    if kind and kind.score < SURE + 0.06:
        yield _finding("S-055", kind.line, kind.quote, f"{kind.value} ({kind.reason})")
    yield from _about_date(by_field.get("date"), readings)
    for field, code in (("place", "S-057"), ("creators", "S-058"), ("publisher", "S-059")):
        seen = [one for one in readings if one.field == field]
        if seen and field not in by_field:
            best = max(seen, key=lambda one: one.score)
            yield _finding(code, best.line, best.quote, f"{best.value} ({best.reason})")
    language = by_field.get("language")
    if language is None or language.value == "und":
        line, words = (language.line, language.quote) if language else opening
        yield _finding("S-060", line, words, "no language is clearly ahead")


def _about_date(chosen: Reading | None, readings: tuple[Reading, ...]) -> Iterator[Finding]:
    if chosen is None:
        return
    for one in readings:
        if (
            one.field == "date"
            and one.score >= _STRONG_DATE
            and not agree(one.value.replace("?", ""), chosen.value.replace("?", ""))
        ):
            text = f"{chosen.value} (line {chosen.line}) and {one.value} (line {one.line})"
            yield _finding("S-053", one.line, one.quote, text)
            break
    if "?" in chosen.value or "~" in chosen.value or "%" in chosen.value:
        yield _finding("S-054", chosen.line, chosen.quote or chosen.printed, f"{chosen.value} ({chosen.reason})")


def _finding(code: str, line: int, words: str, text: str) -> Finding:
    return Finding(rule=RULE, kind="", code=code, line=line, quote=words[:120], text=text)
